"""The lucky draws of a shop: how far each is, its tickets, its winners, and the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.draw_stages import Drawing, Stage
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["DrawBox"]

_MOST_LINES = 40


class DrawBox(Translated, Panel):
    """Draws one below the other; the chosen one is shown whole.

    Signals:
        closing_wanted(str): The list of a draw is to be published.
        drawing_wanted(str): The seed is to be opened.
        papers_wanted(str): What can be printed and checked of it is to be written to files.
    """

    closing_wanted = Signal(str)
    drawing_wanted = Signal(str)
    papers_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._drawings: tuple[Drawing, ...] = ()
        self._shop = ShopTime()
        self._chosen = ""
        self._empty = Words("", "base", "quiet", wrap=True)
        self.list = RowList("")
        self.sealed = Words("", "base", "quiet", wrap=True)
        self.commitment = Words("", "strong", wrap=True)
        self.commitment.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.next_step = Words("", "base", wrap=True)
        self.step = ActionButton("", look=Look.PRIMARY)
        self.papers = ActionButton("", icon="printer")
        self.confirm = Confirm()
        self.winners = Table("", all_rows=True)
        self.tickets = Table("", all_rows=True)
        self.more = Words("", "small", "quiet", wrap=True)
        self._detail = QWidget()
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().gap)
        for part in (
            self.sealed,
            self.commitment,
            self.next_step,
            WrapRow(self.step, self.papers),
            self.confirm,
            self.winners,
            self.tickets,
            self.more,
        ):
            column.addWidget(part)
        for shown in (self._empty, self.list, self._detail):
            self.body.addWidget(shown)
        self.list.chosen.connect(self._choose)
        self.step.clicked.connect(self._ask)
        self.papers.clicked.connect(lambda: self.papers_wanted.emit(self._chosen))
        self.confirm.agreed.connect(self._want)
        self.confirm.given_up.connect(self.step.setFocus)
        self.retranslate()

    def show_draws(self, drawings: tuple[Drawing, ...], shop: ShopTime) -> None:
        """Show the draws; the one that was chosen stays so, at first it is the latest."""
        self._drawings = drawings
        self._shop = shop
        if self._drawing() is None:
            self._chosen = drawings[0].announced.draw.id if drawings else ""
        self._show()

    def set_busy(self, *, busy: bool) -> None:
        """Take no step while one is being taken."""
        self.step.setEnabled(not busy)
        self.papers.setEnabled(not busy)

    def _drawing(self) -> Drawing | None:
        return next((one for one in self._drawings if one.announced.draw.id == self._chosen), None)

    def _choose(self, row: int) -> None:
        self._chosen = self._drawings[row].announced.draw.id
        self._show()

    def _show(self) -> None:
        self.confirm.hide()
        self._empty.setVisible(not self._drawings)
        self.list.setVisible(len(self._drawings) > 1)
        self.list.set_rows([self._row(one) for one in self._drawings])
        drawing = self._drawing()
        self._detail.setVisible(drawing is not None)
        if drawing is None:
            self.set_title(self.tr("Lucky draws"))
            return
        announced = drawing.announced
        self.set_title(
            self.tr("Lucky draws")
            if len(self._drawings) > 1
            else self.tr("Lucky draw “{draw}”").format(draw=announced.draw.name)
        )
        words = (
            self.tr("Seed sealed at {time}. Its commitment – print it before the first ticket:")
            if drawing.stage is Stage.OPEN
            else self.tr("Seed sealed at {time}. Its commitment:")
        )
        self.sealed.setText(words.format(time=dates.moment(announced.announced_at, self._shop)))
        # A break every so often, or the digits would be one word wider than the page.
        self.commitment.setText(" ".join(_groups(announced.commitment)))
        self.commitment.setAccessibleName(self.tr("Commitment {digits}").format(digits=announced.commitment))
        self.next_step.setText(self._what_next(drawing))
        self.step.setText(
            self.tr("Draw the winners") if drawing.stage is Stage.CLOSED else self.tr("Publish the list")
        )
        self.step.setVisible(drawing.stage in (Stage.OVER, Stage.CLOSED))
        self._show_winners(drawing)
        self._show_tickets(drawing)

    def _row(self, drawing: Drawing) -> Row:
        draw = drawing.announced.draw
        count = self.tr("%Ln ticket(s)", "", drawing.ticket_count)
        return Row(draw.name, self._stage(drawing), count, "brand")

    def _stage(self, drawing: Drawing) -> str:
        announced = drawing.announced
        match drawing.stage:
            case Stage.OPEN:
                return self.tr("tickets until {day}").format(day=dates.day(announced.draw.closes))
            case Stage.OVER:
                return self.tr("over – the list is to be published")
            case Stage.CLOSED:
                return self.tr("list published – to be drawn")
            case Stage.DRAWN:
                assert announced.held_at is not None
                return self.tr("drawn at {time}").format(time=dates.moment(announced.held_at, self._shop))

    def _what_next(self, drawing: Drawing) -> str:
        words = self.tr("%Ln ticket(s)", "", drawing.ticket_count)
        people = self.tr("%Ln customer(s)", "", len(drawing.tickets))
        closes = dates.day(drawing.announced.draw.closes)
        match drawing.stage:
            case Stage.OPEN:
                told = self.tr(
                    "{tickets} of {people} so far. Tickets are given to the end of {day}; then the list is "
                    "published."
                )
            case Stage.OVER:
                told = self.tr(
                    "{tickets} of {people}. The last day is over: publish the list, and nothing changes it "
                    "any more."
                )
            case Stage.CLOSED:
                told = self.tr("{tickets} of {people} stand in the list. Draw before witnesses.")
            case Stage.DRAWN:
                told = self.tr(
                    "{tickets} of {people}. Anybody can work the winners out again from the saved files."
                )
        return told.format(tickets=words, people=people, day=closes)

    def _show_winners(self, drawing: Drawing) -> None:
        columns = (
            Column(self.tr("Prize")),
            Column(self.tr("Winner"), wide=True),
            Column(self.tr("Phone")),
        )
        rows = [
            (Cell(line.prize, strong=True), Cell(line.name or "–"), Cell(line.phone))
            for line in drawing.winners
        ]
        rows += [
            (
                Cell(f"{prize.name} × {group_digits(prize.count)}", "quiet"),
                Cell(self.tr("nobody"), "quiet"),
                Cell(""),
            )
            for prize in drawing.unclaimed
        ]
        self.winners.set_rows(columns, rows)
        self.winners.setVisible(bool(rows))

    def _show_tickets(self, drawing: Drawing) -> None:
        columns = (
            Column(self.tr("Ticket no."), figures=True),
            Column(self.tr("Customer"), wide=True),
            Column(self.tr("Phone")),
            Column(self.tr("Code in the list")),
        )
        rows = [
            (
                Cell(_numbers(line.first, line.last)),
                Cell(line.name or "–"),
                Cell(line.phone),
                Cell(line.holder, "quiet"),
            )
            for line in drawing.tickets[:_MOST_LINES]
        ]
        self.tickets.set_rows(columns, rows)
        self.tickets.setVisible(bool(rows))
        left = len(drawing.tickets) - len(rows)
        self.more.setText(self.tr("and %Ln more customer(s) in the saved list", "", left) if left else "")
        self.more.setVisible(bool(left))

    def _ask(self) -> None:
        drawing = self._drawing()
        if drawing is None:
            return
        words = (
            self.tr("The seed is opened and the winners are recorded. This happens once, for good.")
            if drawing.stage is Stage.CLOSED
            else self.tr(
                "From now on neither a return nor a bill entered late changes the list. It cannot be opened "
                "again."
            )
        )
        self.confirm.ask(words, self.step.text())

    def _want(self) -> None:
        drawing = self._drawing()
        if drawing is not None:
            wanted = self.drawing_wanted if drawing.stage is Stage.CLOSED else self.closing_wanted
            wanted.emit(self._chosen)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._empty.setText(
            self.tr("No draw yet. Add one on the page “Program”: its seed is sealed when it is published.")
        )
        self.list.setAccessibleName(self.tr("Lucky draws"))
        self.winners.setAccessibleName(self.tr("Winners"))
        self.tickets.setAccessibleName(self.tr("Tickets"))
        self.papers.setText(self.tr("Save to print and check"))
        self._show()


def _groups(digits: str) -> Sequence[str]:
    return [digits[at : at + 8] for at in range(0, len(digits), 8)]


def _numbers(first: int, last: int) -> str:
    return group_digits(first) if first == last else f"{group_digits(first)}–{group_digits(last)}"
