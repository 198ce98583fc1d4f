"""Numbers typed in sentences, kept together or left as they are."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["NumbersForm"]

N = TypeVar("N", bound=Hashable)


class NumbersForm(Translated, QWidget, Themed, Generic[N]):
    """Sentences with boxes, and what is to be known of all of them below; Enter keeps, Esc leaves.

    What the numbers become is written by a subclass, as are the words.

    Signals:
        wanted(object): What the owner wants.
        left(): Nothing is to be changed.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(
        self, boxes: Mapping[N, NumberBox], sentences: Mapping[N, Sentence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.boxes = boxes
        self._sentences = sentences
        self._remark = Words("", "small", "quiet", wrap=True)
        self.keep = ActionButton("", "Enter", Look.PRIMARY)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self._column = QVBoxLayout(self)
        for part in (*dict.fromkeys(sentences.values()), self._remark, WrapRow(self.keep, self.leave)):
            self._column.addWidget(part)
        self.setFocusProxy(next(iter(boxes.values())))
        self.keep.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)
        for box in boxes.values():
            box.returnPressed.connect(self.submit)
        self.retranslate()
        self.follow_theme()

    def wish(self, numbers: dict[N, int]) -> object:
        """Make of the numbers what is wanted; an empty box is 0."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.leave.setText(self.tr("Leave as it is"))

    def show_numbers(self, numbers: Mapping[N, int]) -> None:
        """Begin with these, without complaints."""
        for name, box in self.boxes.items():
            box.set_value(numbers.get(name))
        for sentence in self._sentences.values():
            sentence.complain("")

    def submit(self) -> None:
        """Ask for the numbers to be kept, if all of them can be read."""
        for sentence in self._sentences.values():
            sentence.complain("")
        wrong = [name for name, box in self.boxes.items() if box.is_unreadable()]
        for name in wrong:
            self._sentences[name].complain(number_problem(self.boxes[name].text()), self.boxes[name])
        if wrong:
            self.boxes[wrong[0]].setFocus()
            return
        self.wanted.emit(self.wish({name: box.value() or 0 for name, box in self.boxes.items()}))

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, theme().px(6), 0, 0)
        self._column.setSpacing(theme().px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
