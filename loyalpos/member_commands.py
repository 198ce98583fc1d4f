"""The command line for one member: erased for good, or given what the shop knows of them."""

from __future__ import annotations

import argparse
from uuid import UUID

from loyalpos.answers import DONE, NOT_DONE, fail, say
from loyalpos.app import closed_shop, speaking
from loyalpos.engine.erasing import ErasureReason, WouldLose
from loyalpos.engine.phones import PhoneProblem, parse_phone
from loyalpos.engine.staff import Right
from loyalpos.errors import CodeUnknown, LoyalError
from loyalpos.services.till import Till
from loyalpos.settings import Folders, folders
from loyalpos.ui.office.erasing_paper import erase
from loyalpos.ui.office.my_data_paper import write_my_data
from loyalpos.ui.terminal import said_who
from loyalpos.ui.words import commands as words
from loyalpos.ui.words.checks import why_text
from loyalpos.ui.words.erasing import lost_lines

__all__ = ["run"]


def run(asked: argparse.Namespace) -> int:
    """Do what was asked for, and say what came of it in the language of the till's screens.

    Returns:
        The exit code: 0 when it is done, 1 when it is not.
    """
    where = folders(asked.data_dir)
    with speaking(where):
        try:
            with closed_shop(where, said=said_who(asked)) as shop:
                if shop is None:
                    return fail(asked, words.till_open_text(), "TillOpen")
                if asked.command == "erase":
                    # Without --yes names and points are shown, too.
                    shop.demand(Right.ERASE)
                till = Till(shop)
                member = _member_named(till, asked.member)
                if asked.command == "my-data":
                    return _my_data(till, asked, member)
                return _erase(till, where, asked, member)
        except LoyalError as error:
            return fail(asked, why_text(error), type(error).__name__)


def _erase(till: Till, where: Folders, asked: argparse.Namespace, member: UUID) -> int:
    lost = till.erasures.would_lose(member)
    told = _told(lost)
    lines = (words.erases_text(lost.name), *lost_lines(lost))
    if not asked.yes:
        say(asked, {"done": False, **told}, *lines, words.not_erased_yet_text())
        return NOT_DONE
    erased = erase(till, member, ErasureReason(asked.reason), where)
    # The till is closed: nobody waits for a large file either.
    till.erasures.write_anew()
    # Nobody is named any more, not even here.
    papers = (words.papers_deleted_text(erased.papers),) if erased.papers else ()
    unconfirmed = words.erasure_unconfirmed_text(where.data / "erased")
    slip = unconfirmed if erased.slip is None else words.erasure_confirmed_text(erased.slip)
    lines = (words.erased_text(), *papers, slip)
    after = {
        "name": None,
        "at": erased.at.isoformat(),
        "papers": erased.papers,
        "slip": None if erased.slip is None else str(erased.slip),
    }
    say(asked, {"done": True, **told, **after}, *lines)
    return DONE


def _my_data(till: Till, asked: argparse.Namespace, member: UUID) -> int:
    paths = write_my_data(till, member, asked.out, _go_on)
    say(asked, {"done": True, "files": [str(path) for path in paths]}, *map(str, paths))
    return DONE


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _member_named(till: Till, text: str) -> UUID:
    """Find a member by id, by phone, or by the code of a card.

    Raises:
        CodeUnknown: Nobody is called so.
    """
    owner = till.members.by_code(text.strip())
    if owner.member is not None:
        return owner.member
    try:
        return UUID(text)
    except ValueError:
        phone = parse_phone(text)
    found = () if isinstance(phone, PhoneProblem) else till.members.find(phone)
    exact = [one.id for one in found if one.phone == phone]
    if not exact:
        raise CodeUnknown(text)
    return exact[0]


def _told(lost: WouldLose) -> dict[str, object]:
    return {
        "member": str(lost.member),
        "name": lost.name,
        "points": lost.points,
        "debt": lost.debt,
        "vouchers": lost.vouchers,
        "units": lost.units,
        "cards": lost.cards,
        "memberships": lost.memberships,
        "open_vnd": lost.open_vnd,
        "bills": lost.bills,
        "held": lost.held is not None,
    }
