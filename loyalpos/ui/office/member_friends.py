"""What a member may send to friends: the words, a picture for the chat, cards on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.ui.language import screen_language
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["MemberFriends"]


class MemberFriends(Translated, Panel):
    """The member's message to friends, and the ways it takes.

    Signals:
        language_chosen(): It is wanted in the other language.
        copy_wanted(): The words are wanted in the clipboard.
        picture_wanted(): A picture with the code is wanted for a chat.
        cards_wanted(): Cards on paper are wanted.
    """

    language_chosen = Signal()
    copy_wanted = Signal()
    picture_wanted = Signal()
    cards_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._has_code = True
        self.language = ChoiceBox()
        self._tongue = Sentence({"language": self.language})
        self.words = Words("", wrap=True)
        self.words.setProperty("for_customers", True)  # noqa: FBT003 - Qt's own order
        self.copy = ActionButton("")
        self.picture = ActionButton("")
        self.cards = ActionButton("", icon="printer")
        self._hint = Words("", "small", "quiet", wrap=True)
        for part in (self._tongue, self.words, WrapRow(self.copy, self.picture, self.cards), self._hint):
            self.body.addWidget(part)
        self.language.chosen.connect(lambda _language: self.language_chosen.emit())
        self.copy.clicked.connect(self.copy_wanted)
        self.picture.clicked.connect(self.picture_wanted)
        self.cards.clicked.connect(self.cards_wanted)
        self.retranslate()
        self.language.choose(screen_language())

    def show_message(self, text: str, *, has_code: bool) -> None:
        """Show the message as it is sent.

        Args:
            has_code: Whether the picture has a code to scan.
        """
        self.words.setText(text)
        self._has_code = has_code
        self._say_hint()

    def _say_hint(self) -> None:
        hint = self.tr("The words are the shop's: change them in the settings.")
        if not self._has_code:
            hint = self.tr(
                "Type a link, Zalo or phone in the settings, and a square code to scan appears. "
                "The words are changed there, too."
            )
        self._hint.setText(hint)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Invite friends"))
        self.language.setAccessibleName(self.tr("Language of the message"))
        # Each language by its own name, as its readers look for it.
        self.language.offer([("vi", "Tiếng Việt"), ("en", "English")])
        self._tongue.say(self.tr("In {language}"))
        self.copy.setText(self.tr("Copy the words"))
        self.picture.setText(self.tr("Picture for Zalo or Facebook"))
        self.cards.setText(self.tr("Cards for friends (PDF)"))
        self._say_hint()
