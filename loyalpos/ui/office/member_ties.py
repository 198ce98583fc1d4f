"""What ties the open member to others: tags, who sent them, cards of several people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.members import MemberCode, Origin
from loyalpos.engine.tags import TagInUse
from loyalpos.errors import MemberGone, Refusal
from loyalpos.services.referrals import Introductions
from loyalpos.services.till import Till
from loyalpos.ui.office.member_details import MemberDetails, Seen
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind

__all__ = ["MemberTies"]

T = TypeVar("T")


class MemberTies(QObject):
    """Carries out what the tags, the origin and the list of cards ask for; what is typed elsewhere stays.

    Signals:
        changed(): Something of the member is to be read again.
        gone(Refusal): The member is no longer there.
    """

    changed = Signal()
    gone = Signal(object)

    def __init__(self, page: Page, details: MemberDetails) -> None:
        super().__init__(page)
        self._page = page
        self._details = details
        self._seen: Seen | None = None
        details.tags.put_on.connect(lambda tag: self._tag(on=(tag,)))
        details.tags.taken_off.connect(lambda tag: self._tag(off=(tag,)))
        details.origin.typed.connect(self._look_up_referrer)
        details.origin.said.connect(self._say_origin)
        details.card.codes.label_wanted.connect(self._label)
        details.card.codes.lost.connect(self._kill)
        details.card.codes.taken_off.connect(self._take_off)
        details.card.codes.put_back.connect(self._put_back)

    def open(self, seen: Seen) -> None:
        """Work for this member from now on."""
        self._seen = seen

    def _tag(self, *, on: tuple[str, ...] = (), off: tuple[str, ...] = ()) -> None:
        self._write(
            lambda till, member: _tagged(till, member, on, off),
            lambda tags: self._details.tags.show_tags(*tags),
        )

    def _look_up_referrer(self, typed: str) -> None:
        if self._page.till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-referrer",
            partial(self._page.till.members.find, typed.strip()),
            done=self._details.origin.show_found,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_origin(self, origin: Origin) -> None:
        self._write(lambda till, member: _said(till, member, origin), self._details.origin.show_origin)

    def _label(self, code: str, label: str) -> None:
        self._write(lambda till, member: till.cards.label(member, code, label), self._say_saved)

    def _kill(self, code: str) -> None:
        self._write(lambda till, member: till.cards.kill(member, code), self._say_saved)

    def _take_off(self, one: MemberCode) -> None:
        self._write(lambda till, member: till.cards.take_off(member, one.code), lambda _: self._say_off(one))

    def _say_off(self, one: MemberCode) -> None:
        self._details.card.codes.say_taken_off(one)
        self._say_saved(None)

    def _put_back(self, one: MemberCode) -> None:
        self._write(lambda till, member: till.cards.put_back(member, one.code, one.label), self._say_saved)

    def _say_saved(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.changed.emit()

    def _write(self, job: Callable[[Till, UUID], T], done: Callable[[T], object]) -> None:
        if self._page.till is None or self._seen is None:
            return
        self._page.workplace.writer.run(
            partial(job, self._page.till, self._seen.view.member.id),
            done=done,
            refused=self._refuse,
            unavailable=self._page.refuse,
        )

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, MemberGone):
            self.gone.emit(refusal)
        else:
            self._page.refuse(refusal)
            self.changed.emit()


def _tagged(
    till: Till, member: UUID, on: tuple[str, ...], off: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[TagInUse, ...]]:
    """Change a member's tags, and read them and those in use again; runs on a lane."""
    till.tags.change((member,), on=on, off=off)
    return till.tags.of(member), till.tags.in_use()


def _said(till: Till, member: UUID, origin: Origin) -> Introductions:
    """Write where a member came from, and read it again; runs on a lane."""
    till.referrals.say(member, origin)
    return till.referrals.of(member)
