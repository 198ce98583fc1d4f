"""The codes of one account: whose card each is, and which is lost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import MemberCode
from loyalpos.services.cards import LONGEST_LABEL
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look

__all__ = ["MemberCodes"]


class MemberCodes(QWidget):
    """A sentence for each code; a member with one card and nothing else has none.

    Signals:
        label_wanted(str, str): The code, and whose card it is; empty is the member's own.
        lost(str): The code of a card that is lost.
    """

    label_wanted = Signal(str, str)
    lost = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[MemberCode, ...] = ()
        self._rows: list[tuple[MemberCode, Sentence, TextBox, ActionButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_codes(self, codes: tuple[MemberCode, ...]) -> None:
        """Show the codes of an account, where there are several."""
        for _, sentence, label, _ in self._rows:
            # Losing the focus as it goes is no answer.
            label.blockSignals(True)  # noqa: FBT003  Qt asks for it by position
            self._column.removeWidget(sentence)
            sentence.hide()
            sentence.deleteLater()
        self._rows = []
        for one in codes if len(codes) > 1 else ():
            label, lost = TextBox(), ActionButton("", look=Look.QUIET, icon="cross")
            label.setMaxLength(LONGEST_LABEL)
            label.setText(one.label)
            label.editingFinished.connect(partial(self._take, one, label))
            lost.clicked.connect(partial(self.lost.emit, one.code))
            sentence = Sentence({"label": label, "lost": lost} if one.is_own else {"label": label})
            self._rows.append((one, sentence, label, lost))
            self._column.addWidget(sentence)
        self.setVisible(bool(self._rows))
        self._retranslate()

    def labels(self) -> tuple[TextBox, ...]:
        """The boxes that say whose the codes are, in their order."""
        return tuple(label for _, _, label, _ in self._rows)

    def lost_buttons(self) -> tuple[ActionButton, ...]:
        """The buttons of the cards of ours, in their order."""
        return tuple(lost for one, _, _, lost in self._rows if one.is_own)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take(self, one: MemberCode, label: TextBox) -> None:
        typed = " ".join(label.text().split())
        if typed != one.label:
            self.label_wanted.emit(one.code, typed)

    def _retranslate(self) -> None:
        for one, sentence, label, lost in self._rows:
            label.setAccessibleName(self.tr("Whose card it is"))
            label.setPlaceholderText(self.tr("the member"))
            lost.setText(self.tr("Lost"))
            lost.setAccessibleDescription(self.tr("This card is dead from then on"))
            words = self.tr("Code … {digits} is of {label}")
            if one.is_own:
                words = self.tr("Card … {digits} is of {label} {lost}")
            # Only the digits are put in: the fields keep their places.
            sentence.say(words.replace("{digits}", one.code[-4:]))
