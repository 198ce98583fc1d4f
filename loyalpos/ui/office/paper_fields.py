"""What is to be printed for the members picked – cards, letters, a list to tick off, cards for friends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.invitations import strange_places
from loyalpos.engine.money import group_digits
from loyalpos.services.letters import LONGEST_LETTER
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.letter_words import known_places, place_names, usual_letter
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.text_area import TextArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CARDS", "CHECKLIST", "FRIENDS", "LETTERS", "PaperFields"]

CARDS, LETTERS, CHECKLIST, FRIENDS = "cards", "letters", "checklist", "friends"
_LINES = 10
_LONGEST_GIFT = 80
_LONGEST_NUMBER = 6
_NAMED = 5


class PaperFields(Translated, QWidget, Themed):
    """The kind of paper, and what it needs to know.

    Signals:
        changed(): Another kind was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: tuple[str, ...] = ()
        self._agreed: int | None = None
        self._usual = ""
        self.kind = ChoiceBox()
        self._sentence = Sentence({"kind": self.kind})
        self.words = TextArea(_LINES)
        self._words_field = Field("", self.words)
        self._how = Words("", "small", "quiet", wrap=True)
        self._places = Words("", "small", "quiet", wrap=True)
        self._places.setProperty("for_customers", 1)
        self.usual = ActionButton("", look=Look.QUIET)
        self.paper = ChoiceBox()
        self.code = ChoiceBox()
        self._letter = Sentence({"paper": self.paper, "code": self.code})
        self._reach = Words("", "base", "amber", wrap=True)
        self.gift = FieldBox("")
        self.gift.edit.setMaxLength(_LONGEST_GIFT)
        self.first = FieldBox("")
        self.first.edit.setMaxLength(_LONGEST_NUMBER)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._sentence,
            self._words_field,
            self._how,
            self._places,
            WrapRow(self.usual),
            self._letter,
            self._reach,
            self.gift,
            self.first,
        ):
            self._column.addWidget(part)
        self.kind.chosen.connect(self._choose)
        self.usual.clicked.connect(self._take_usual)
        self.words.edited.connect(self._look)
        self.first.edited.connect(self._forgive_first)
        self.retranslate()
        self.follow_theme()

    def is_ready(self, most: int) -> bool:
        """Whether so many can be printed as the fields say; what is wrong with them is said."""
        first = self.first_wanted()
        if first is None or first > most:
            words = self.tr("Type a number from 1 to {most}")
            self.first.show_error(words.format(most=group_digits(most)))
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.kind.choice() != LETTERS:
            return True
        self._look()
        if self._wrong():
            self.words.setFocus()
            return False
        return True

    def first_wanted(self) -> int | None:
        """Tell which of them is printed first; None where that cannot be read."""
        typed = self.first.text().strip().replace(".", "")
        if not typed or self.kind.choice() == CHECKLIST:
            return 1
        return int(typed) or None if typed.isascii() and typed.isdigit() else None

    def reach(self) -> str:
        """What is said of whom letters reach."""
        return self._reach.text()

    def problem(self) -> str:
        """What is wrong with the words."""
        return self._words_field.notice.text()

    def show_words(self, words: str) -> None:
        """Put the words of the last letter in, or the usual ones."""
        self.words.show_text(words or usual_letter())
        self._look()

    def show_reach(self, agreed: int | None, left_out: tuple[str, ...]) -> None:
        """Say whom letters reach: how many have agreed, and who has not; None for nobody picked."""
        self._agreed, self._left_out = agreed, left_out
        self._show_reach()

    def follow_theme(self) -> None:
        """Take the gap."""
        self._column.setSpacing(theme().px(8))

    def _forgive_first(self) -> None:
        self.first.show_error("")

    def _choose(self, _kind: str) -> None:
        self.first.set_text("")
        self._forgive_first()
        self._show()
        self.changed.emit()

    def _take_usual(self) -> None:
        self.show_words("")
        self.words.setFocus()

    def _wrong(self) -> str:
        typed = self.words.toPlainText()
        if not typed.strip():
            return self.tr("Say something, or take the usual words")
        if len(typed) > LONGEST_LETTER:
            words = self.tr("Too long: at most {most} letters")
            return words.format(most=group_digits(LONGEST_LETTER))
        strange = strange_places(typed, known_places())
        if strange:
            words = self.tr("Nobody knows the place {place}")
            return words.format(place="{" + strange[0] + "}")
        return ""

    def _look(self) -> None:
        self._words_field.show_error(self._wrong())

    def _show(self) -> None:
        kind = self.kind.choice()
        letters = kind == LETTERS
        for part in (self._words_field, self._how, self._places, self.usual, self._letter):
            part.setVisible(letters)
        self.gift.setVisible(kind == CHECKLIST)
        self.first.setVisible(kind != CHECKLIST)
        self._show_reach()

    def _show_reach(self) -> None:
        self._reach.setVisible(self.kind.choice() == LETTERS and self._agreed is not None)
        if self._agreed is None:
            return
        if not self._left_out:
            self._reach.set_tone("quiet")
            words = self.tr("Everybody picked agreed to be written to: {count}")
            self._reach.setText(words.format(count=group_digits(self._agreed)))
            return
        self._reach.set_tone("amber")
        words = self.tr(
            "Letters: {count}. Left out, because they have not agreed to messages: {left} – {names}"
        )
        names = ", ".join(self._left_out[:_NAMED])
        if len(self._left_out) > _NAMED:
            names += "…"
        said = words.format(
            count=group_digits(self._agreed), left=group_digits(len(self._left_out)), names="{names}"
        )
        self._reach.setText(said.replace("{names}", names))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.kind.offer(
            [
                (CARDS, self.tr("cards, or stickers – as the paper above says")),
                (LETTERS, self.tr("letters, a page each")),
                (CHECKLIST, self.tr("a list to tick off, for handing out gifts")),
                (FRIENDS, self.tr("cards for friends, eight each")),
            ]
        )
        self._sentence.say(self.tr("Print {kind}"))
        self.kind.setAccessibleName(self.tr("What to print"))
        self._words_field.set_label(self.tr("What the letter says"))
        self._how.setText(
            self.tr("Words in braces are filled for each member; a line with nothing to fill in is left out.")
        )
        self._places.setText(" ".join("{" + name + "}" for name in place_names().values()))
        self.usual.setText(self.tr("Take the usual words"))
        self.paper.offer([("a5", self.tr("A5")), ("a4", self.tr("A4"))])
        self.paper.setAccessibleName(self.tr("Paper of the letters"))
        self.code.offer(
            [("yes", self.tr("with the code of the card")), ("no", self.tr("without the code of the card"))]
        )
        self.code.setAccessibleName(self.tr("Code of the card"))
        self._letter.say(self.tr("On {paper} {code}"))
        self.gift.set_label(self.tr("What is handed out"))
        self.gift.edit.setPlaceholderText(self.tr("e.g. a Tết calendar"))
        self.first.set_label(self.tr("Begin with which one"))
        self.first.edit.setPlaceholderText(self.tr("e.g. 7, if six came out well; empty: with the first"))
        self._forgive_first()
        # Words nobody has changed follow the language.
        if self.words.toPlainText() == self._usual:
            self.words.show_text(usual_letter())
        self._usual = usual_letter()
        self._show()
