"""At the foot of a member's page: erasing the member for good, and keeping the records on legal grounds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.erasing import ErasureReason, HeldBack, WouldLose
from loyalpos.engine.times import ShopTime
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates
from loyalpos.ui.words.erasing import lost_lines, reason_text

__all__ = ["MemberErasing"]

_BY_HAND = (ErasureReason.ASKED, ErasureReason.WITHDRAWN, ErasureReason.MISTAKE)


class MemberErasing(Panel):
    """What would be lost, why it is done, and the digits that somebody has to type before it is.

    Signals:
        asked(): Somebody wants to know what would be lost.
        wanted(str): The member is to be erased, for that reason.
        hold_wanted(str): The records are to be kept on legal grounds, and why.
        let_go(): They are kept no longer.
    """

    asked = Signal()
    wanted = Signal(str)
    hold_wanted = Signal(str)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._lost: WouldLose | None = None
        self._held: HeldBack | None = None
        self._digits = ""
        self._time = ShopTime()
        self._quiet = Words("", "base", "quiet", wrap=True)
        self.begin = ActionButton("")
        self.hold = ActionButton("")
        self.end_hold = ActionButton("")
        self._lines = Words("", "base", wrap=True)
        self._for_good = Words("", "base", "red", wrap=True)
        self.reason = ChoiceBox()
        self._reason_field = Field("", self.reason)
        self.typed = FieldBox("")
        self.erase = ActionButton("", "", Look.DANGER)
        self.leave = ActionButton("", "Esc")
        self.hold_reason = FieldBox("")
        self.keep = ActionButton("")
        self.leave_hold = ActionButton("", "Esc")
        self._first = WrapRow(self.begin, self.hold, self.end_hold)
        self._last = WrapRow(self.erase, self.leave)
        self._hold_last = WrapRow(self.keep, self.leave_hold)
        for part in (
            self._quiet,
            self._first,
            self._lines,
            self._for_good,
            self._reason_field,
            self.typed,
            self._last,
            self.hold_reason,
            self._hold_last,
        ):
            self.body.addWidget(part)
        self.begin.clicked.connect(self.asked)
        self.hold.clicked.connect(self._ask_hold)
        self.end_hold.clicked.connect(self.let_go)
        self.leave.clicked.connect(self.give_up)
        self.leave_hold.clicked.connect(self.give_up)
        self.typed.edited.connect(lambda _text: self._offer())
        self.typed.submitted.connect(self._go_on)
        self.erase.clicked.connect(self._want)
        self.keep.clicked.connect(self._want_hold)
        self.hold_reason.submitted.connect(self._want_hold)
        self.retranslate()
        self.give_up()

    def show_held(self, held: HeldBack | None, digits: str, time: ShopTime) -> None:
        """Show a member's panel shut, and whether the records are kept.

        Args:
            digits: The last ones of the card, or of the phone: what is typed to confirm.
        """
        self._held, self._digits, self._time = held, digits, time
        self.give_up()

    def ask(self, lost: WouldLose) -> None:
        """Show what would be lost, and ask."""
        self._lost = lost
        self._show(asking=True)
        self.typed.set_text("")
        self._offer()
        self.typed.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Shut the panel again."""
        had = self._lost is not None
        self._lost = None
        self.hold_reason.set_text("")
        self._show(asking=False)
        if had and self.begin.isVisible():
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hold_problem(self, sentence: str) -> None:
        """Say what is wrong with the reason for keeping the records."""
        self.hold_reason.show_error(sentence)
        self.hold_reason.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts an open question, and nothing else."""
        if event.key() == Qt.Key.Key_Escape and not self._first.isVisible():
            self.give_up()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; a question in the old one is gone."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.give_up()

    def _show(self, *, asking: bool, holding: bool = False) -> None:
        is_held = self._held is not None
        shut = not (asking or holding)
        self._quiet.setVisible(shut)
        self._first.setVisible(shut)
        self.begin.setVisible(not is_held)
        self.hold.setVisible(not is_held)
        self.end_hold.setVisible(is_held)
        for part in (self._lines, self._for_good, self._reason_field, self.typed, self._last):
            part.setVisible(asking)
        for part in (self.hold_reason, self._hold_last):
            part.setVisible(holding)
        if self._lost is not None:
            self._lines.setText("\n".join(f"– {line}" for line in lost_lines(self._lost)))
        self.typed.set_label(
            self.tr("Type {digits} to confirm, the end of the card or phone").format(digits=self._digits)
        )
        self._quiet.setText(self._standing())

    def _standing(self) -> str:
        held = self._held
        if held is None:
            return self.tr("The books stay without a name; points are lost. Nothing brings the person back.")
        words = self.tr("Kept on legal grounds since {date}: {reason}. Until that ends nobody is erased.")
        day = dates.day(self._time.business_day(held.since))
        return words.format(date=day, reason=held.reason or "–")

    def _ask_hold(self) -> None:
        self._show(asking=False, holding=True)
        self.hold_reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        # Digits alone, so that no input method comes between; and never one click or one key.
        self.typed.show_error("")
        self.erase.setEnabled(bool(self._digits) and self.typed.text().strip() == self._digits)

    def _go_on(self) -> None:
        if self.erase.isEnabled():
            # Not yet: the next Enter does it.
            self.erase.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.typed.show_error(self.tr("These digits are not {digits}").format(digits=self._digits))

    def _want(self) -> None:
        if self._lost is not None and self.erase.isEnabled():
            self.erase.setEnabled(False)
            self.wanted.emit(self.reason.choice())

    def _want_hold(self) -> None:
        self.hold_wanted.emit(self.hold_reason.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Erase"))
        self.begin.setText(self.tr("Erase this member…"))
        self.hold.setText(self.tr("Keep on legal grounds…"))
        self.end_hold.setText(self.tr("No longer keep on legal grounds"))
        self._for_good.setText(
            self.tr("Name, phone, birthday, notes and cards go for good, also where a backup comes back.")
        )
        self._reason_field.set_label(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why the member is erased"))
        self.reason.offer([(one.value, reason_text(one)) for one in _BY_HAND])
        self.erase.setText(self.tr("Erase for good"))
        self.leave.setText(self.tr("Leave it"))
        self.hold_reason.set_label(self.tr("Why the records must stay"))
        self.hold_reason.edit.setPlaceholderText(self.tr("e.g. dispute about receipt 12"))
        self.keep.setText(self.tr("Keep the records"))
        self.leave_hold.setText(self.tr("Leave it"))
        self._show(asking=self._lost is not None)
