"""From where on something stands out, typed by the owner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.watch import Watch
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["WatchForm"]

_SENTENCES = (
    ("card_bills",),
    ("same_hand",),
    ("unnumbered",),
    ("joined_spent",),
    ("by_hand", "round_points"),
    ("undone", "undone_minutes"),
    ("share_times", "share_bills"),
    ("near_limit",),
)


class WatchForm(QWidget, Themed):
    """One sentence for each thing that may stand out; Enter keeps them, Esc leaves them.

    Signals:
        wanted(Watch): What the owner wants.
        left(): Nothing is to be changed.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {name: NumberBox(Number.WHOLE) for names in _SENTENCES for name in names}
        self._sentences = {
            names: Sentence({name: self.boxes[name] for name in names}) for names in _SENTENCES
        }
        self._zero = Words("", "small", "quiet", wrap=True)
        self.keep = ActionButton("", "Enter", Look.PRIMARY)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self._column = QVBoxLayout(self)
        for sentence in self._sentences.values():
            self._column.addWidget(sentence)
        self._column.addWidget(self._zero)
        self._column.addWidget(WrapRow(self.keep, self.leave))
        self.setFocusProxy(self.boxes["card_bills"])
        self.keep.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)
        for box in self.boxes.values():
            box.returnPressed.connect(self.submit)
        self._retranslate()
        self.follow_theme()

    def show_watch(self, watch: Watch) -> None:
        """Begin with what is in force."""
        for name, box in self.boxes.items():
            box.set_value(getattr(watch, name))
        for sentence in self._sentences.values():
            sentence.complain("")

    def submit(self) -> None:
        """Ask for the numbers to be kept, if all of them can be read."""
        wrong = None
        numbers: dict[str, int] = {}
        for names, sentence in self._sentences.items():
            sentence.complain("")
            for name in names:
                box = self.boxes[name]
                numbers[name] = box.value() or 0
                if box.is_unreadable():
                    sentence.complain(number_problem(box.text()), box)
                    wrong = wrong or box
        if wrong is not None:
            wrong.setFocus()
            return
        self.wanted.emit(Watch(**numbers))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))

    def _retranslate(self) -> None:
        said = {
            "card_bills": self.tr("More than {card_bills} bills for one card on a day"),
            "same_hand": self.tr("More than {same_hand} bills for one card by the same person on a day"),
            "unnumbered": self.tr(
                "More than {unnumbered} bills without a receipt number by one person, where others have one"
            ),
            "joined_spent": self.tr("At least {joined_spent} points redeemed on the day of joining"),
            "by_hand": self.tr(
                "More than {by_hand} things given by hand by one person, or points by the {round_points}"
            ),
            "undone": self.tr(
                "More than {undone} bills by one person taken back later than {undone_minutes} minutes"
            ),
            "share_times": self.tr(
                "{share_times} times the points of whoever gave the next most, each with at least "
                "{share_bills} bills"
            ),
            "near_limit": self.tr("More than {near_limit} redemptions just below the limit by one person"),
        }
        names = {
            "card_bills": self.tr("Bills for one card"),
            "same_hand": self.tr("Bills for one card by one person"),
            "unnumbered": self.tr("Bills without a number"),
            "joined_spent": self.tr("Points on the day of joining"),
            "by_hand": self.tr("Things given by hand"),
            "round_points": self.tr("Round points"),
            "undone": self.tr("Bills taken back"),
            "undone_minutes": self.tr("Minutes until taken back"),
            "share_times": self.tr("Times the next most"),
            "share_bills": self.tr("Bills to be compared"),
            "near_limit": self.tr("Redemptions just below the limit"),
        }
        for name, box in self.boxes.items():
            box.setAccessibleName(names[name])
        for those, sentence in self._sentences.items():
            sentence.say(said[those[0]])
        self._zero.setText(self.tr("0 means: not looked at."))
        self.keep.setText(self.tr("Keep"))
        self.leave.setText(self.tr("Leave as it is"))
