"""One member in the office: particulars, card, why the balance is what it is, last bills."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.acts import HistoryLine
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.consents import Privacy
from loyalpos.engine.erasing import HeldBack
from loyalpos.engine.extras import HeldVouchers
from loyalpos.engine.members import MemberCode, MemberView
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.my_data import Accessed
from loyalpos.engine.tags import TagInUse
from loyalpos.engine.tier_standing import TierStanding, TierTold
from loyalpos.services.referrals import Introductions
from loyalpos.services.till import Till
from loyalpos.ui.office.columns import TwoColumns
from loyalpos.ui.office.history_words import bill_state, history_text
from loyalpos.ui.office.member_accesses import MemberAccesses
from loyalpos.ui.office.member_card import MemberCard
from loyalpos.ui.office.member_consents import MemberConsents
from loyalpos.ui.office.member_erasing import MemberErasing
from loyalpos.ui.office.member_friends import MemberFriends
from loyalpos.ui.office.member_origin import MemberOrigin
from loyalpos.ui.office.member_tags import MemberTags
from loyalpos.ui.office.member_tier import MemberTier
from loyalpos.ui.office.member_vouchers import MemberVouchers
from loyalpos.ui.office.particulars import Particulars
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import named, signed

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["MemberDetails", "Seen", "see"]

_LINES_AT_FIRST = 12
_BILLS = 10


class Seen(Struct, frozen=True):
    """What the office reads of a member, in one go."""

    view: MemberView
    history: tuple[HistoryLine, ...]
    bills: tuple[RecordedBill, ...]
    points_name: str
    face: CardFace | None
    introductions: Introductions
    codes: tuple[MemberCode, ...] = ()
    tags: tuple[str, ...] = ()
    tags_in_use: tuple[TagInUse, ...] = ()
    tier: TierStanding | None = None
    tier_moves: tuple[TierTold, ...] = ()
    vouchers: HeldVouchers | None = None
    held: HeldBack | None = None
    accesses: tuple[Accessed, ...] = ()
    privacy: Privacy | None = None


def see(till: Till, member: UUID) -> Seen:
    """Read a member; runs on a lane.

    Raises:
        MemberGone: There is no such member any more.
    """
    from loyalpos.ui.office.card_face import card_lines, face_of  # noqa: PLC0415 - it imports what printing needs

    person = till.members.member(member)
    desk = till.counter.desk(member)
    assert desk.member is not None
    return Seen(
        desk.member,
        till.members.history(member),
        till.returns.bills_of(member, _BILLS),
        desk.program.points_name,
        face_of(till, person, card_lines(till)),
        till.referrals.of(member),
        till.cards.of_member(member),
        till.tags.of(member),
        till.tags.in_use(),
        desk.tier,
        () if desk.tier is None else till.tiers.moves(member),
        till.personal_vouchers.of(member),
        till.erasures.held(member),
        till.my_data.accesses(member),
        till.consents.of(member),
    )


class MemberDetails(Translated, QWidget, Themed):
    """Everything about one member; Esc or the button goes back to the list.

    Signals:
        left(): Back to the list.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: tuple[Seen, Till] | None = None
        self._all_lines = False
        self.back = ActionButton("", "Esc")
        self._name = Fitted("", "title")
        self._name.setProperty("data", 1)
        self._balance = Fitted("", "title", "brand")
        self._chips = WrapRow()
        self.particulars = Particulars()
        self.card = MemberCard()
        self.tags = MemberTags()
        self.origin = MemberOrigin()
        self.friends = MemberFriends()
        self.tier = MemberTier()
        self.tier.hide()
        self.vouchers = MemberVouchers()
        self.privacy = MemberConsents()
        self._history_panel = Panel(" ")
        self.history = Table("", all_rows=True)
        self.more = ActionButton("")
        self.statement = ActionButton("", icon="bill")
        self.statement_printer = ActionButton("", icon="printer")
        self._bills_panel = Panel(" ")
        self.bills = Table("", all_rows=True)
        self._no_bills = Words("", "base", "quiet", wrap=True)
        self._history_panel.body.addWidget(self.history)
        self._history_panel.body.addWidget(WrapRow(self.more, self.statement, self.statement_printer))
        self._bills_panel.body.addWidget(self.bills)
        self._bills_panel.body.addWidget(self._no_bills)
        self._head = QHBoxLayout()
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._balance)
        columns = TwoColumns()
        columns.add_left(self.particulars)
        columns.add_right(self.card)
        columns.add_left(self.tags)
        columns.add_right(self.origin)
        columns.add_right(self.friends)
        columns.add_left(self.tier)
        columns.add_left(self.vouchers)
        columns.add_left(self.privacy)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._chips)
        self._column.addWidget(columns)
        self._column.addWidget(self._history_panel)
        self._column.addWidget(self._bills_panel)
        self.accesses = MemberAccesses()
        self.my_data = self.accesses.my_data
        self.erasing = MemberErasing()
        self._column.addWidget(self.accesses)
        self._column.addWidget(self.erasing)
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._show_all_lines)
        self.retranslate()
        self.follow_theme()

    def show_member(self, seen: Seen, till: Till) -> None:
        """Show a member, and what was not saved in the boxes no more."""
        if self._seen is None or self._seen[0].view.member.id != seen.view.member.id:
            self._all_lines = False
        self._seen = (seen, till)
        self.particulars.show_member(seen.view.member, till.shop.time.business_day(till.shop.now()))
        self.card.show_card(seen.face)
        self.card.codes.show_codes(seen.view.member.id, seen.codes)
        self.tags.show_tags(seen.tags, seen.tags_in_use)
        self.origin.show_origin(seen.introductions)
        self.tier.show_tier(seen.tier, seen.tier_moves, seen.points_name)
        if seen.privacy is not None:
            self.privacy.show_privacy(seen.privacy, till, seen.points_name)
        self.vouchers.show_vouchers(seen.vouchers or HeldVouchers((), ()))
        self.accesses.show_accesses(seen.accesses, till)
        self.erasing.show_held(seen.held, _digits(seen), till.shop.time)
        self._show()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(14))
        self._head.setSpacing(look.space)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        if self._seen is None:
            return
        seen, till = self._seen
        member = seen.view.member
        self._name.setText(member.name or self.tr("Customer without a name"))
        self._balance.setText(named(seen.view.account.balance, seen.points_name))
        chips = [Chip(self.tr("member since {date}").format(date=dates.day(member.joined)))]
        # A bill that was taken back may have been on the wrong person.
        last = next((bill.at for bill in seen.bills if not bill.whole), None)
        if last is not None:
            words = self.tr("last here {time}")
            chips.append(Chip(words.format(time=dates.moment(last, till.shop.time))))
        if seen.view.visits:
            words = self.tr("paid {amount} after rewards and returns")
            chips.append(Chip(words.format(amount=vnd(seen.view.spend_vnd)), Tone.BRAND))
        if seen.view.expiring is not None:
            on, points = seen.view.expiring
            words = self.tr("{points} end on {date}")
            named_points = named(points, seen.points_name)
            chips.append(Chip(words.format(points=named_points, date=dates.day(on)), Tone.AMBER))
        if member.left_program:
            chips.append(Chip(self.tr("Has left the program: in no list, no messages"), Tone.RED))
        elif member.restricted:
            chips.append(Chip(self.tr("Restricted: in no list, no messages"), Tone.RED))
        if member.under_age:
            chips.append(Chip(self.tr("Under age: no messages"), Tone.AMBER))
        self._chips.set_widgets(*chips)
        self._show_history(seen, till)
        self._show_bills(seen, till)

    def _show_history(self, seen: Seen, till: Till) -> None:
        lines = seen.history[::-1]
        shown = lines if self._all_lines else lines[:_LINES_AT_FIRST]
        columns = (
            Column(self.tr("When")),
            Column(self.tr("What"), wide=True),
            Column(self.tr("Change"), figures=True),
            Column(self.tr("Balance"), figures=True),
        )
        self.history.set_rows(columns, [self._history_row(line, till) for line in shown])
        self.more.setVisible(len(shown) < len(lines))
        self.more.setText(self.tr("Show all {count} lines").format(count=group_digits(len(lines))))

    def _history_row(self, line: HistoryLine, till: Till) -> tuple[Cell, ...]:
        tone = "red" if line.points < 0 else "brand"
        return (
            Cell(_when(line.at, till), "quiet"),
            Cell(history_text(line)),
            Cell(signed(line.points), tone, strong=True),
            Cell(group_digits(line.balance)),
        )

    def _show_bills(self, seen: Seen, till: Till) -> None:
        states = [bill_state(bill) for bill in seen.bills]
        # Most customers bring nothing back: the column would push the points out of sight for it.
        has_states = any(states)
        columns = (
            Column(self.tr("When")),
            Column(self.tr("Receipt"), wide=not has_states),
            *((Column(self.tr("What became of it"), wide=True),) if has_states else ()),
            Column(self.tr("Total"), figures=True),
            Column(self.tr("Earned"), figures=True),
        )
        rows = [
            (
                Cell(_when(bill.at, till), "quiet"),
                Cell(bill.number or "–"),
                *((Cell(state, "amber"),) if has_states else ()),
                Cell(vnd(bill.total_vnd), strong=True),
                Cell(signed(bill.earned - bill.taken_back), "brand"),
            )
            for bill, state in zip(seen.bills, states, strict=True)
        ]
        self.bills.set_rows(columns, rows)
        self.bills.setVisible(bool(rows))
        self._no_bills.setVisible(not rows)

    def _show_all_lines(self) -> None:
        self._all_lines = True
        self._show()
        self.history.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.back.setText(self.tr("All members"))
        self._history_panel.set_title(self.tr("Why this balance?"))
        self.history.setAccessibleName(self.tr("Why this balance?"))
        self.statement.setText(self.tr("Statement (PDF)"))
        self.statement_printer.setText(self.tr("Print the statement"))
        self._bills_panel.set_title(self.tr("Last bills"))
        self.bills.setAccessibleName(self.tr("Last bills"))
        self._no_bills.setText(self.tr("No bill yet: the first one at the counter will stand here."))
        self._show()


def _digits(seen: Seen) -> str:
    """Give what is typed to confirm: the end of the card, or else of the phone."""
    own = next((one.code for one in seen.codes if one.is_own), "")
    return (own or seen.view.member.phone or "0000")[-4:]


def _when(at: datetime, till: Till) -> str:
    return dates.moment(at, till.shop.time)
