"""The codes of one account: whose card each is, and which is lost."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import MemberCode
from loyalpos.services.cards import LONGEST_LABEL
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.translated import Translated

__all__ = ["MemberCodes"]


class MemberCodes(Translated, QWidget):
    """A sentence for each code; a member with one card and nothing else has none.

    Signals:
        label_wanted(str, str): The code, and whose card it is; empty is the member's own.
        lost(str): The code of a card that is lost.
        taken_off(MemberCode): A code that is none of ours, and no longer the member's.
        put_back(MemberCode): The code that was taken off last is the member's after all.
    """

    label_wanted = Signal(str, str)
    lost = Signal(str)
    taken_off = Signal(object)
    put_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[MemberCode, ...] = ()
        self._rows: list[tuple[MemberCode, Sentence, TextBox, ActionButton]] = []
        self._whose: UUID | None = None
        self._off: MemberCode | None = None
        self.back = ActionButton("", look=Look.QUIET, icon="undo")
        self.off = Sentence({"back": self.back})
        self.back.clicked.connect(self._put_back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.off)
        self.off.hide()

    def show_codes(self, whose: UUID, codes: tuple[MemberCode, ...]) -> None:
        """Show the codes of a member's account, where there are several."""
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
            lost.clicked.connect(partial(self._give_up, one))
            sentence = Sentence({"label": label, "lost": lost})
            self._rows.append((one, sentence, label, lost))
            self._column.insertWidget(self._column.count() - 1, sentence)
        if self._off is not None and (whose != self._whose or self._off.code in {one.code for one in codes}):
            self._off = None
        self._whose = whose
        self.off.setVisible(self._off is not None)
        self.setVisible(bool(self._rows) or self._off is not None)
        self.retranslate()

    def say_taken_off(self, one: MemberCode) -> None:
        """Offer to put back what was taken off, once the codes are shown anew."""
        self._off = one

    def labels(self) -> tuple[TextBox, ...]:
        """The boxes that say whose the codes are, in their order."""
        return tuple(label for _, _, label, _ in self._rows)

    def lost_buttons(self) -> tuple[ActionButton, ...]:
        """The buttons of the cards of ours, in their order."""
        return tuple(lost for one, _, _, lost in self._rows if one.is_own)

    def off_buttons(self) -> tuple[ActionButton, ...]:
        """The buttons of the codes that are none of ours, in their order."""
        return tuple(lost for one, _, _, lost in self._rows if not one.is_own)

    def _give_up(self, one: MemberCode) -> None:
        if one.is_own:
            self.lost.emit(one.code)
        else:
            self.taken_off.emit(one)

    def _put_back(self) -> None:
        if self._off is not None:
            self.put_back.emit(self._off)

    def _take(self, one: MemberCode, label: TextBox) -> None:
        typed = " ".join(label.text().split())
        if typed != one.label:
            self.label_wanted.emit(one.code, typed)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for one, sentence, label, lost in self._rows:
            label.setAccessibleName(self.tr("Whose card it is"))
            label.setPlaceholderText(self.tr("the member"))
            if one.is_own:
                lost.setText(self.tr("Lost"))
                lost.setAccessibleDescription(self.tr("This card is dead from then on"))
                words = self.tr("Card … {digits} is of {label} {lost}")
            else:
                lost.setText(self.tr("Take off"))
                lost.setAccessibleDescription(self.tr("This code finds nobody from then on"))
                words = self.tr("Code … {digits} is of {label} {lost}")
            # Only the digits are put in: the fields keep their places.
            sentence.say(words.replace("{digits}", one.code[-4:]))
        self.back.setText(self.tr("Put it back"))
        if self._off is not None:
            words = self.tr("Code … {digits} finds nobody any more {back}")
            self.off.say(words.replace("{digits}", self._off.code[-4:]))
