"""The one box: a card, the last digits of a phone, a whole phone or a name lead to a member."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from loyalpos.engine.acts import Desk
from loyalpos.engine.codes import (
    CardScan,
    Decoded,
    ForeignScan,
    GoodsScan,
    HalfScan,
    VoucherScan,
    decode,
    search_digits,
)
from loyalpos.engine.members import Candidate
from loyalpos.errors import MemberGone, Unavailable
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.desktop.sounds import Tone

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.members import CardOwner
    from loyalpos.services.till import Till

__all__ = ["Finding", "Found", "look_up"]

_PAUSE_MS: Final = 60
_FEWEST_DIGITS: Final = 3
_FEWEST_LETTERS: Final = 2
_CARD_FILLERS: Final = str.maketrans("", "", " .-\u00a0\u202f")


class Found(Struct, frozen=True):
    """What a text in the box leads to; ``owner`` where it is a whole card."""

    text: str
    candidates: tuple[Candidate, ...]
    owner: CardOwner | None = None


class Finding(QObject):
    """This turns what is typed or scanned into a member, or says why there is none.

    Signals:
        member_found(object): The UUID of the member.
        free_code_found(str, bool): A code that is nobody's; True for one of our own kind.
        nobody_found(str): Enter was pressed on a text that fits nobody.
        left_empty(): Enter was pressed in the empty box.
    """

    member_found = Signal(object)
    free_code_found = Signal(str, bool)
    nobody_found = Signal(str)
    left_empty = Signal()

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._found: Found | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search_now)

    def search_later(self) -> None:
        """Wait for the end of a burst of keys: a scan is answered whole, and needs no list on the way."""
        self._found = None
        self._kit.screen.begin_finding()
        self._pause.start()

    def search(self, text: str) -> None:
        """List who fits the text, while it is typed."""
        kit = self._kit
        self._found = None
        self._pause.stop()
        typed = text.strip()
        if not typed:
            kit.reader.drop_latest("find")
            kit.screen.leave_finding()
            return
        if not kit.screen.is_finding:
            kit.screen.candidates.clear()
        if kit.opened is None:
            return
        kit.screen.begin_finding()
        kit.reader.run_latest(
            "find",
            partial(look_up, kit.till, typed),
            done=self._show,
            refused=kit.refuse,
            unavailable=partial(self._fail, text),
            owner=self,
        )

    def _search_now(self) -> None:
        self.search(self._kit.screen.box.text())

    def accept(self) -> None:
        """Take the top row, the whole phone or card, or offer to enrol: Enter in the box."""
        kit = self._kit
        typed = kit.screen.box.text().strip()
        if not typed:
            self.left_empty.emit()
        elif self._found is not None:
            self._take(self._found)
        else:
            # Never the list of what was typed before (every edit forgets it): that would be somebody else.
            kit.read(partial(look_up, kit.till, typed), self._show_and_take)

    def forget(self) -> None:
        """Empty the box and take its list away."""
        self.leave()
        self._kit.screen.candidates.clear()
        self._kit.screen.show_finding(on=False)

    def leave(self) -> None:
        """Empty the box; its list goes with what is shown next."""
        self._found = None
        self._pause.stop()
        self._kit.screen.box.clear()
        self._kit.screen.leave_finding()

    def take_scan(self, decoded: Decoded) -> None:
        """Find out whose a scanned code is."""
        kit = self._kit
        if isinstance(decoded, CardScan | ForeignScan):
            self.leave()
        else:
            self.forget()
        match decoded:
            case CardScan(code):
                kit.read(partial(_read_card, kit.till, code), self._take_card)
            case ForeignScan(raw):
                kit.read(partial(_read_card, kit.till, raw), partial(self._take_card, ours=False))
            case VoucherScan():
                kit.deny(
                    self.tr("This is a voucher"),
                    self.tr("Scan the member's card first, then the voucher."),
                )
            case GoodsScan():
                kit.deny(
                    self.tr("This is the barcode of goods, not a card"),
                    self.tr("Scan it at the shop's till; here scan the member's card."),
                )
            case HalfScan() if decoded.is_long_enough:
                kit.deny(
                    self.tr("A digit of this number is wrong"),
                    self.tr("Scan the card again, or type the phone number."),
                )
            case HalfScan():
                self._deny_half()

    def note_repeat(self) -> None:
        """Acknowledge a scanner's double read, and do nothing."""
        self._kit.play(Tone.TICK)

    def _show(self, found: Found) -> None:
        kit = self._kit
        if not found.text or found.text != kit.screen.box.text().strip():
            return
        self._found = found
        if found.candidates:
            kit.screen.candidates.show_candidates(found.candidates, found.text)
        elif _says_enough(found.text):
            kit.screen.candidates.show_none(found.text)
        else:
            kit.screen.candidates.clear()
            return
        kit.screen.show_finding(on=True)

    def _show_and_take(self, found: Found) -> None:
        self._show(found)
        self._take(found)

    def _take(self, found: Found) -> None:
        if found.owner is not None:
            self._take_ours(found.owner)
        elif found.candidates:
            self.member_found.emit(found.candidates[0].id)
        elif _says_enough(found.text):
            self.nobody_found.emit(found.text)
        else:
            self._kit.play(Tone.TICK)
            self._kit.screen.candidates.show_none(found.text)

    def _take_card(self, read: tuple[CardOwner, Desk | None], *, ours: bool = True) -> None:
        owner, self._kit.desk_ahead = read
        try:
            self._take_owner(owner, ours=ours)
        finally:
            self._kit.desk_ahead = None

    def _take_ours(self, owner: CardOwner) -> None:
        self._take_owner(owner, ours=True)

    def _deny_half(self) -> None:
        self._kit.deny(
            self.tr("Only part of the card was read"),
            self.tr("Hold the card still and scan again, or type the phone number."),
        )

    def _take_owner(self, owner: CardOwner, *, ours: bool) -> None:
        if owner.why is not None:
            self.forget()
            self._kit.refuse(owner.why)
        elif owner.state == "piece":
            self.forget()
            self._deny_half()
        elif owner.member is not None:
            self.member_found.emit(owner.member)
        else:
            self.free_code_found.emit(owner.code, ours)

    def _fail(self, text: str, error: Unavailable) -> None:
        self._kit.fail(partial(self.search, text), error)


def look_up(till: Till, text: str) -> Found:
    """Look a text up; runs in the reader's lane."""
    if not text:
        return Found(text, ())
    decoded = decode(text.translate(_CARD_FILLERS))
    if isinstance(decoded, CardScan):
        owner = till.members.by_code(decoded.code)
        return Found(text, () if owner.member is None else _one(till, owner.member), owner)
    return Found(text, till.members.find(search_digits(text) or text))


def _read_card(till: Till, code: str) -> tuple[CardOwner, Desk | None]:
    """Look up whose a card is, and what the counter needs with them; runs in the reader's lane."""
    owner = till.members.by_code(code)
    if owner.member is None:
        return owner, None
    try:
        desk = till.counter.desk(owner.member)
    except MemberGone:
        # Whoever opens the bill reads again, and says so.
        return owner, None
    return owner, replace(desk, card_label=owner.label) if owner.label else desk


def _one(till: Till, member: UUID) -> tuple[Candidate, ...]:
    try:
        view = till.counter.desk(member).member
    except MemberGone:
        return ()
    if view is None:
        return ()
    known = view.member
    return (Candidate(known.id, known.name, known.phone, view.account.balance, view.last_visit),)


def _says_enough(text: str) -> bool:
    """Tell whether a text could have found somebody."""
    letters = sum(character.isalpha() for character in text)
    digits = sum(character.isdigit() for character in text)
    return letters >= _FEWEST_LETTERS or digits >= _FEWEST_DIGITS
