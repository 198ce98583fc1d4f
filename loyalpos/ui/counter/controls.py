"""What keys, scans and buttons mean while the cashier is busy with one thing or another."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from loyalpos.engine.codes import Decoded, GoodsScan, VoucherScan, search_digits
from loyalpos.ui.counter.day import CounterDay
from loyalpos.ui.counter.find import Finding
from loyalpos.ui.counter.keys import CounterKeys
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Routes
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.scan_guard import ScanGuard

if TYPE_CHECKING:
    from loyalpos.ui.counter.panel import CounterPanel

__all__ = ["CounterControls"]


class CounterControls(QObject):
    """This brings keys, scans and buttons to the step that is on, or to another step.

    Signals:
        office_wanted(): F10 or its button.
        compact_wanted(bool): F11 or its button.
        member_edit_wanted(object): The UUID of a member whose particulars are to be changed.
        card_wanted(object): The UUID of a member whose card is to be printed.
        lock_wanted(): Somebody else comes to the till, or nobody is there for a while.
        slip_wanted(): The slip of what was done last.
        slip_of_wanted(object): The slip of an act, by its record.
    """

    office_wanted = Signal()
    compact_wanted = Signal(bool)
    member_edit_wanted = Signal(object)
    card_wanted = Signal(object)
    lock_wanted = Signal()
    slip_wanted = Signal()
    slip_of_wanted = Signal(object)

    def __init__(
        self, kit: Kit, routes: Routes, finding: Finding, day: CounterDay, guard: ScanGuard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._routes = routes
        self._finding = finding
        self._day = day
        self._guard = guard
        self.keys = CounterKeys(kit, redirect=self._place_for_text, downwards=self._go_down, parent=self)
        guard.scanned.connect(self.keys.take_scan)
        guard.repeated.connect(finding.note_repeat)
        self.keys.scanned.connect(self._take_scan)
        self.keys.named.connect(self._take_named_key)
        self.keys.undo.connect(day.undo_last)
        self.keys.slip.connect(self.slip_wanted)
        self.keys.lock.connect(self.lock_wanted)
        self.keys.code.connect(self._show_code)
        kit.facing.caught_up.connect(self._offer_code)
        self.keys.confirmed.connect(self._confirm)
        self.keys.stepped_back.connect(self._step_back)
        finding.member_found.connect(self._take_member)
        finding.free_code_found.connect(self._take_free_code)
        finding.nobody_found.connect(self._enrol_typed)
        finding.left_empty.connect(self._leave_box)

    def join(self, screen: CounterScreen) -> None:
        """Listen to a window's keys and to its own controls."""
        self.keys.watch(screen)
        self._guard.watch(screen)
        screen.box.textEdited.connect(self._search)
        screen.box.returnPressed.connect(self._finding.accept)
        screen.candidates.chosen.connect(self._take_member)
        screen.candidates.enrol_wanted.connect(self._enrol_from_box)
        screen.candidates.left.connect(screen.focus_box)
        screen.candidates.closed.connect(self._step_back)
        screen.enrol_wanted.connect(self._enrol_from_box)
        for returns in (screen.return_wanted, screen.bill.return_wanted, screen.idle.return_wanted):
            returns.connect(self._return_from_here)
        screen.idle.bill_wanted.connect(self._open_anonymous)
        screen.idle.terms_wanted.connect(self._routes.start_looking_up)
        screen.idle.lock_wanted.connect(self.lock_wanted)
        for undo in (screen.undo_wanted, screen.idle.undo_wanted):
            undo.connect(self._undo_by_button)
        screen.today.undo_wanted.connect(self._day.undo)
        screen.today.return_wanted.connect(self._return_one)
        screen.today.move_wanted.connect(self._routes.start_move)
        screen.today.slip_wanted.connect(self.slip_of_wanted)
        screen.today.left.connect(self._refocus)
        screen.member.edit_wanted.connect(self._pass_edit_on)
        screen.member.card_wanted.connect(self._pass_card_on)
        screen.member.serve_wanted.connect(self._serve)
        screen.member.code_wanted.connect(self._show_code)
        for panel in (screen.bill, screen.today, screen.idle):
            self._listen_to_writing(panel)
        screen.late.each(self._listen_to_writing)
        screen.office_wanted.connect(self.office_wanted)
        screen.compact_wanted.connect(self.compact_wanted)

    def _listen_to_writing(self, panel: CounterPanel) -> None:
        self._kit.lagging.connect(panel.say_writing)
        self._kit.caught_up.connect(panel.say_written)

    # Keys and scans ----------------------------------------------------------------------------------

    def _take_named_key(self, key: Qt.Key) -> None:
        screen = self._kit.screen
        match key:
            case Qt.Key.Key_F1 if screen.view is View.BILL and screen.bill.enter_inputs():
                pass
            case Qt.Key.Key_F2:
                screen.focus_box()
            case Qt.Key.Key_F3 if screen.view is View.BILL and self._routes.open_member is not None:
                self._routes.start_serving()
            case Qt.Key.Key_F3 if screen.view is View.SERVE:
                screen.serve.turn_to_consents()
            case Qt.Key.Key_F3 if screen.view is View.ENROL:
                screen.enrol.asking.notice.turn()
            case Qt.Key.Key_F3 if screen.view in (View.IDLE, View.TERMS):
                self._routes.start_looking_up()
            case Qt.Key.Key_F4:
                self._enrol_from_box()
            case Qt.Key.Key_F5:
                self._open_anonymous()
            case Qt.Key.Key_F6 if screen.view is View.BILL:
                screen.bill.rewards_wanted.emit()
            case Qt.Key.Key_F7 if screen.view is View.BILL:
                screen.bill.receipt.enter_when()
            case Qt.Key.Key_F8:
                self._return_from_here()
            case Qt.Key.Key_F9:
                # Enter belongs to the list from now on, not to a question about something else.
                self._kit.notices.clear()
                if not (screen.today.isVisible() and screen.today.enter()):
                    self._kit.play(Tone.TICK)
            case Qt.Key.Key_F10:
                self.office_wanted.emit()
            case Qt.Key.Key_F11:
                self.compact_wanted.emit(not screen.compact)
            case Qt.Key.Key_F12 if screen.view is View.BILL and screen.bill.tick_reminder():
                pass
            case _:
                self._kit.play(Tone.TICK)

    def _offer_code(self) -> None:
        """Offer what the customers' screen can show, once the counter is painted: a button takes 2 ms."""
        facing = self._kit.facing
        view = None if facing.seen is None else facing.seen.desk.member
        is_there = view is not None and view.member.card is not None
        self._kit.screen.member.offer_code(on=is_there and facing.has_screen())

    def _show_code(self) -> None:
        """Show the member's card to the customer's camera, or take it away again."""
        if self._routes.open_member is None:
            self._kit.play(Tone.TICK)
            return
        facing = self._kit.facing
        view = None if facing.seen is None else facing.seen.desk.member
        if not facing.has_screen():
            self._kit.deny(
                self.tr("There is no customer's screen"),
                self.tr("Switch it on in the office, under Settings: it shows this customer's card."),
            )
        elif view is None or view.member.card is None:
            self._kit.deny(self.tr("This customer has no card of ours"))
        else:
            facing.code_wanted.emit()

    def _take_scan(self, decoded: Decoded) -> None:
        self._kit.notices.clear()
        if isinstance(decoded, GoodsScan) and self._routes.step.take_goods(decoded.code):
            self._kit.play(Tone.TICK)
            return
        if isinstance(decoded, VoucherScan) and self._routes.step.take_voucher(decoded.code):
            return
        self._finding.take_scan(decoded)

    def _search(self, text: str) -> None:
        if self._guard.may_be_reading:
            self._finding.search_later()
        else:
            self._finding.search(text)

    def _take_member(self, member: UUID) -> None:
        self._finding.leave()
        self._routes.step.take_member(member)

    def _take_free_code(self, code: str, ours: bool) -> None:
        self._finding.forget()
        self._routes.step.take_free_code(code, ours=ours)

    def _confirm(self) -> None:
        self._routes.step.confirm()

    def _step_back(self) -> None:
        if self._kit.screen.is_finding:
            # The list goes first; what was open before it shows again.
            self._finding.forget()
            self._refocus()
        else:
            self._routes.step.step_back()

    def _place_for_text(self, focus: QWidget | None, text: str) -> QWidget | None:
        """Digits always type, except where they choose a row or press a button by its number."""
        screen = self._kit.screen
        if focus is not None and text in "123456789" and _chooses(screen, focus):
            return None
        match screen.view:
            case View.BILL if text.isdecimal() and not screen.is_finding:
                screen.bill.total.enter()
                amount = screen.focusWidget()
                if isinstance(amount, QLineEdit):
                    # What is typed goes on; only coming to the bill anew replaces it.
                    amount.setCursorPosition(len(amount.text()))
                return amount
            case View.ENROL | View.RETURN | View.SERVE if not screen.is_finding:
                return None
            case _:
                screen.box.setFocus(Qt.FocusReason.OtherFocusReason)
                return screen.box

    def _go_down(self, focus: QWidget | None) -> bool:
        screen = self._kit.screen
        return focus is screen.box and screen.is_finding and screen.candidates.enter()

    # Buttons and what leads to another step ------------------------------------------------------------

    def _enrol_from_box(self) -> None:
        self._enrol_typed(self._kit.screen.box.text())

    def _enrol_typed(self, typed: str) -> None:
        text = " ".join(typed.split())
        if search_digits(text) or (text and not any(character.isalpha() for character in text)):
            self._routes.start_enrolment(phone=text)
        else:
            self._routes.start_enrolment(name=text)

    def _leave_box(self) -> None:
        """Enter in the empty box goes on with what is open."""
        self._refocus()

    def _refocus(self) -> None:
        self._routes.step.focus()

    def _open_anonymous(self) -> None:
        self._routes.open_bill(None)

    def _return_from_here(self) -> None:
        self._routes.start_return(member=self._routes.open_member)

    def _return_one(self, bill: UUID) -> None:
        self._routes.start_return(bill=bill)

    def _undo_by_button(self) -> None:
        self._day.undo_last()

    def _serve(self) -> None:
        self._routes.start_serving()

    def _pass_edit_on(self) -> None:
        if (member := self._routes.open_member) is not None:
            self.member_edit_wanted.emit(member)

    def _pass_card_on(self) -> None:
        if (member := self._routes.open_member) is not None:
            self.card_wanted.emit(member)


def _chooses(screen: CounterScreen, focus: QWidget) -> bool:
    """Tell whether digits mean rows or buttons where the focus is."""
    late = (screen.late.get(view) for view in (View.RETURN, View.SERVE))
    panels = (screen.candidates, screen.rewards, *late)
    if any(panel is not None and panel.isAncestorOf(focus) for panel in panels):
        return not isinstance(focus, QPushButton)
    return screen.today.isAncestorOf(focus) and isinstance(focus, QPushButton)
