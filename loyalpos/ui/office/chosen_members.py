"""Members picked one by one, whose cards are printed on one sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import masked
from loyalpos.ui.office.printing_job import Way
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words

__all__ = ["ChosenMembers"]

_ROWS = 6


class ChosenMembers(Panel):
    """A search box, its rows, and under them who was picked; picking once more drops.

    Signals:
        typed(str): Something to search for; empty for nothing.
        cards_wanted(Way): The cards of those picked.
    """

    typed = Signal(str)
    cards_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._found: tuple[Candidate, ...] = ()
        self._searching = False
        self._enter_waits = False
        self._picked: dict[object, Candidate] = {}
        self.box = FindBox()
        self.rows = RowList("", most_rows=_ROWS)
        self._none = Words("", "base", "quiet", wrap=True)
        self.picked = WrapRow()
        self.pdf = ActionButton("", icon="card")
        self.printer = ActionButton("", icon="printer")
        for part in (self.box, self.rows, self._none, self.picked, WrapRow(self.pdf, self.printer)):
            self.body.addWidget(part)
        self.box.textChanged.connect(self._search)
        self.box.returnPressed.connect(self._pick_top)
        self.rows.chosen.connect(self._pick)
        self.rows.left_upwards.connect(self.box.setFocus)
        self.rows.left.connect(self.box.setFocus)
        self.pdf.clicked.connect(partial(self.cards_wanted.emit, Way.FILE))
        self.printer.clicked.connect(partial(self.cards_wanted.emit, Way.PRINTER))
        self._retranslate()

    def chosen(self) -> tuple[Candidate, ...]:
        """Who was picked, in that order."""
        return tuple(self._picked.values())

    def show_found(self, found: tuple[Candidate, ...]) -> None:
        """Show who fits what is typed."""
        self._searching = False
        self._found = found
        self._show_rows()
        if self._enter_waits:
            self._pick_top()

    def _show_rows(self) -> None:
        found = self._found
        nameless = self.tr("Customer without a name")
        self.rows.set_rows(
            [
                Row(
                    one.name or nameless,
                    "" if one.phone is None else masked(one.phone),
                    self.tr("picked") if one.id in self._picked else "",
                    "brand",
                )
                for one in found
            ]
        )
        self.rows.setVisible(bool(found))

    def clear(self) -> None:
        """Drop everybody."""
        self._picked.clear()
        self._show_picked()

    def set_busy(self, busy: bool) -> None:
        """Take nothing new on while cards are being drawn."""
        for button in (self.pdf, self.printer):
            button.setEnabled(not busy and bool(self._picked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the rows."""
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.rows.enter():
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _search(self, typed: str) -> None:
        self._searching = True
        self._enter_waits = False
        self.typed.emit(typed)

    def _pick_top(self) -> None:
        # Enter may come before the answer to the last letter: it means the row that will be on top.
        self._enter_waits = self._searching
        if not self._searching and self._found:
            self._pick(0)
            self.box.selectAll()

    def _pick(self, row: int) -> None:
        one = self._found[row]
        if self._picked.pop(one.id, None) is None:
            self._picked[one.id] = one
        self._show_picked()

    def _drop(self, one: Candidate) -> None:
        self._picked.pop(one.id, None)
        self._show_picked()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picked(self) -> None:
        buttons = []
        for one in self._picked.values():
            name = one.name or ("" if one.phone is None else masked(one.phone))
            button = ActionButton(name, icon="cross")
            button.setAccessibleDescription(self.tr("Do not print this card"))
            button.setProperty("data", 1)
            button.clicked.connect(partial(self._drop, one))
            buttons.append(button)
        self.picked.set_widgets(*buttons)
        self._none.setVisible(not buttons)
        self.set_busy(busy=False)
        self._show_rows()

    def _retranslate(self) -> None:
        self.set_title(self.tr("Cards of members"))
        self.box.setAccessibleName(self.tr("Find a member"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.rows.setAccessibleName(self.tr("Members found"))
        self._none.setText(self.tr("Find members and pick them with Enter: their cards go on one sheet."))
        self.pdf.setText(self.tr("PDF"))
        self.printer.setText(self.tr("Print"))
        self._show_picked()
