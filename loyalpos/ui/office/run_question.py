"""Whether what was printed came out well, asked in place until somebody answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.batches import PrintRun, Way
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["RunQuestion", "run_words"]


def run_words(run: PrintRun) -> str:
    """Say what was sent at once."""
    if run.number is None:
        words = QCoreApplication.translate("RunQuestion", "Cards of members: {count}")
        return words.format(count=group_digits(run.cards))
    words = QCoreApplication.translate("RunQuestion", "Batch {batch}, number of cards: {count}")
    return words.format(batch=group_digits(run.number), count=group_digits(run.cards))


class RunQuestion(Translated, QWidget):
    """What was sent, and the answers; one that was answered can still be printed again from a card on.

    Signals:
        answered(PrintRun, int): So many of its cards came out well.
        again_wanted(PrintRun, int): It is to be printed again from this card on.
    """

    answered = Signal(object, int)
    again_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: PrintRun | None = None
        self._shop = ShopTime()
        self._more = 0
        self._words = Words("", "strong", wrap=True)
        self._others = Words("", "small", "quiet", wrap=True)
        self.well = ActionButton("", look=Look.PRIMARY)
        self.again = ActionButton("")
        self.none = ActionButton("")
        self.first = FieldBox("")
        self.go = ActionButton("", look=Look.PRIMARY, icon="printer")
        panel = Panel(fill="amber_soft", edge="amber")
        self.back = ActionButton("", "Esc", Look.QUIET)
        self._answers = WrapRow(self.well, self.again, self.none)
        self._from = WrapRow(self.first, self.go, self.back)
        for part in (self._words, self._others, self._answers, self._from):
            panel.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.well.clicked.connect(self._answer_well)
        self.none.clicked.connect(self._answer_none)
        self.again.clicked.connect(self._ask_first)
        self.go.clicked.connect(self._print_again)
        self.first.submitted.connect(self._print_again)
        self.first.edited.connect(self._forgive)
        self.back.clicked.connect(self._show_answers)
        self.hide()
        self.retranslate()

    @property
    def run(self) -> PrintRun | None:
        """What is asked about."""
        return self._run

    def sentence(self) -> str:
        """What is asked."""
        return self._words.text()

    def ask(self, run: PrintRun | None, more: int, shop: ShopTime) -> None:
        """Ask about a run, or about none; so many ``more`` wait for an answer."""
        if run is None or self._run is None or run.id != self._run.id:
            self._show_answers()
        self._run, self._more, self._shop = run, more, shop
        self.retranslate()
        self.setVisible(run is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the answers."""
        if event.key() == Qt.Key.Key_Escape and self._from.isVisible():
            self._show_answers()
            return
        super().keyPressEvent(event)

    def _answer_well(self) -> None:
        if self._run is not None:
            self.answered.emit(self._run, self._run.cards)

    def _answer_none(self) -> None:
        if self._run is not None:
            self.answered.emit(self._run, 0)

    def _show_answers(self) -> None:
        was_asked = self.first.edit.hasFocus() or self.back.hasFocus()
        self._from.hide()
        self._answers.show()
        self.first.set_text("")
        if was_asked:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_first(self) -> None:
        self._answers.hide()
        self._from.show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print_again(self) -> None:
        if self._run is None:
            return
        typed = self.first.text().strip().replace(".", "")
        first = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 0
        if not 1 <= first <= self._run.cards:
            words = self.tr("Type a number from 1 to {most}")
            self.first.show_error(words.format(most=group_digits(self._run.cards)))
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.again_wanted.emit(self._run, first)

    def _forgive(self) -> None:
        self.first.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.well.setText(self.tr("All came out well"))
        self.again.setText(self.tr("Again from one card on…"))
        self.none.setText(self.tr("Nothing came out"))
        self.first.set_label(self.tr("Again from card"))
        self.first.edit.setAccessibleDescription(self.tr("The first card that is missing or bad"))
        self.go.setText(self.tr("Print from there on"))
        self.back.setText(self.tr("Back"))
        run = self._run
        if run is None:
            return
        at = dates.moment(run.at, self._shop)
        if run.good is not None:
            words = self.tr("{what}, sent {time}: {good} came out well. Print some of them again?")
            words = words.format(good=group_digits(run.good), what=run_words(run), time=at)
        elif run.way is Way.PRINTER:
            words = self.tr("{what}, sent to the printer {time}. Did they come out well?")
            words = words.format(what=run_words(run), time=at)
        else:
            words = self.tr("{what}, written to a file {time}. Were they printed well?")
            words = words.format(what=run_words(run), time=at)
        self._words.setText(words)
        self.setAccessibleName(words)
        others = self.tr("Besides, {count} wait for an answer.").format(count=group_digits(self._more))
        self._others.setText(others)
        self._others.setVisible(self._more > 0)
        for button in (self.well, self.none):
            button.setVisible(run.good is None)
