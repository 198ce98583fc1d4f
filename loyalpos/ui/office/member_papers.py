"""Papers for members picked one by one or by the group: letters, lists to tick off, cards for friends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.exports import ExportKind
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.services.till import Till
from loyalpos.ui.language import screen_language
from loyalpos.ui.office.friends_desk import friend_face
from loyalpos.ui.office.letter_words import letter_text
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.printing_job import Papers
from loyalpos.ui.words import dates

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.listing import Listing

__all__ = ["checklist", "checklist_papers", "friend_papers", "letter_papers"]

_TALL = 900
"""Room to sign in, in hundredths of a millimetre."""


def letter_papers(
    till: Till, members: Sequence[UUID], words: str, *, paper: str, with_code: bool, first: int = 1
) -> Papers:
    """Make letters, from the ``first`` of them on; only those who agreed to messages get one."""
    title = QCoreApplication.translate("MemberPapers", "Letters to members")
    return Papers(title, title, partial(_paint_letters, till, tuple(members), words, paper, with_code, first))


def checklist_papers(till: Till, members: Sequence[UUID], gift: str) -> Papers:
    """Make a list to tick off; it stays in the shop, so everybody picked stands on it."""
    title = QCoreApplication.translate("MemberPapers", "Gifts to hand out")
    return Papers(title, title, partial(_paint_checklist, till, tuple(members), gift))


def friend_papers(till: Till, members: Sequence[UUID]) -> Papers:
    """Make cards for friends, a sheet of eight for each member."""
    title = QCoreApplication.translate("MemberPapers", "Cards for friends of members")
    return Papers(title, title, partial(_paint_friends, till, tuple(members)))


def _paint_letters(
    till: Till,
    members: tuple[UUID, ...],
    words: str,
    paper: str,
    with_code: bool,
    first: int,
    target: Path | QPrinter,
    progress: Progress,
) -> int:
    from loyalpos.printing.letter import LetterFace, put_out_letters  # noqa: PLC0415 - printing costs time

    shop = till.shop.description
    today = dates.day(till.shop.time.business_day(till.shop.now()))
    there = till.letters.addressees(members, agreed_only=True)[first - 1 :]
    till.exports.note(ExportKind.LETTERS, [one.member.id for one in there])
    faces = [
        LetterFace(
            shop.name,
            shop.contact,
            shop.brand,
            today,
            letter_text(words, one, shop.name),
            (one.member.card or "") if with_code else "",
        )
        for one in there
    ]
    return put_out_letters(faces, target, paper=paper, progress=lambda done: progress(done, len(faces)))


def _paint_checklist(
    till: Till, members: tuple[UUID, ...], gift: str, target: Path | QPrinter, progress: Progress
) -> int:
    from loyalpos.printing.listing import put_out_listing  # noqa: PLC0415 - printing costs start-up time

    till.exports.note(ExportKind.CHECKLIST, members)
    return put_out_listing(checklist(till, members, gift), target, progress)


def checklist(till: Till, members: Sequence[UUID], gift: str) -> Listing:
    """Say a list to tick off in the language of the screen."""
    from loyalpos.printing.listing import (  # noqa: PLC0415 - printing costs start-up time
        Listing,
        ListingColumn,
        ListingRow,
        ListingTable,
    )

    nameless = QCoreApplication.translate("MemberPapers", "Customer without a name")
    columns = (
        ListingColumn(QCoreApplication.translate("MemberPapers", "No."), 6, figures=True),
        ListingColumn(QCoreApplication.translate("MemberPapers", "Name"), 36),
        ListingColumn(QCoreApplication.translate("MemberPapers", "Phone"), 18),
        ListingColumn(QCoreApplication.translate("MemberPapers", "Given"), 10, tick=True),
        ListingColumn(QCoreApplication.translate("MemberPapers", "Day and signature"), 30),
    )
    rows = tuple(
        ListingRow(
            (
                group_digits(number),
                one.member.name or nameless,
                "–" if one.member.phone is None else masked(one.member.phone),
                "",
                "",
            )
        )
        for number, one in enumerate(till.letters.addressees(members, agreed_only=False), start=1)
    )
    shop = till.shop.description
    count = QCoreApplication.translate("MemberPapers", "Customers: {count}").format(
        count=group_digits(len(rows))
    )
    at = QCoreApplication.translate("MemberPapers", "Written on {date}")
    if till.shop.called:
        at = f"{at}, {till.shop.called}"
    now = dates.moment(till.shop.now(), till.shop.time)
    return Listing(
        shop.name,
        shop.contact,
        QCoreApplication.translate("MemberPapers", "Gifts to hand out"),
        gift,
        (count, at.format(date=now)),
        (ListingTable("", columns, rows),),
        row_height=_TALL,
    )


def _paint_friends(till: Till, members: tuple[UUID, ...], target: Path | QPrinter, progress: Progress) -> int:
    from loyalpos.printing.friend_card import put_out_friends  # noqa: PLC0415 - printing costs start-up time

    till.exports.note(ExportKind.FRIENDS, members)
    language = screen_language()
    faces = [friend_face(till, till.members.member(member), language) for member in members]
    return put_out_friends(faces, target, progress=lambda done: progress(done, len(faces)))
