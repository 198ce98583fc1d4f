"""The words members send to friends, as the owner wants them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.invitations import LONGEST_INVITATION, strange_places
from loyalpos.engine.shop import ShopDescription
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Field
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.text_area import TextArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.printing.customer.tongue import Language

__all__ = ["InvitationPanel"]

_LINES = 5


class InvitationPanel(Translated, Panel):
    """Two boxes, one for each language, written only when the owner says so.

    Signals:
        description_wanted(ShopDescription): The owner wants it to read so.
    """

    description_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._saved: ShopDescription | None = None
        self._how = Words("", "small", "quiet", wrap=True)
        self.boxes: dict[Language, TextArea] = {"vi": TextArea(_LINES), "en": TextArea(_LINES)}
        self.fields = {language: Field("", box) for language, box in self.boxes.items()}
        self.save = ActionButton("")
        self.usual = ActionButton("", look=Look.QUIET)
        self.body.addWidget(self._how)
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addWidget(WrapRow(self.save, self.usual))
        for box in self.boxes.values():
            box.edited.connect(self._look)
        self.save.clicked.connect(self.submit)
        self.usual.clicked.connect(self._take_usual)
        self.retranslate()

    def show_description(self, description: ShopDescription) -> None:
        """Show what is written; what was typed and not saved stays."""
        before = self._saved
        self._saved = description
        kept = _kept(description)
        if before is None or kept != _kept(before):
            self._show(kept)

    def submit(self) -> None:
        """Ask for what is typed to be written, if nothing is wrong with it."""
        wrong = self._look()
        if wrong is not None:
            self.boxes[wrong].setFocus()
        elif self._saved is not None:
            self.description_wanted.emit(
                replace(self._saved, invitation_vi=self._typed("vi"), invitation_en=self._typed("en"))
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("What members send to friends"))
        self._how.setText(
            self.tr("Words in braces are filled for each member; a line with nothing to fill in is left out.")
        )
        self.fields["vi"].set_label(self.tr("Invitation in Vietnamese"))
        self.fields["en"].set_label(self.tr("Invitation in English"))
        self.save.setText(self.tr("Save the invitation"))
        self.usual.setText(self.tr("Usual words"))
        self._look()

    def _typed(self, language: Language) -> str:
        """What is kept of a box: nothing where the usual words stand, so that they may get better."""
        typed = self.boxes[language].toPlainText().strip()
        return "" if typed == _usual(language) else typed

    def _take_usual(self) -> None:
        self._show({})
        self.boxes["vi"].setFocus()

    def _show(self, kept: dict[Language, str]) -> None:
        for language, box in self.boxes.items():
            box.show_text(kept.get(language) or _usual(language))
        self._look()

    def _look(self) -> Language | None:
        """Say what is wrong, and name the first language with something wrong."""
        wrong: Language | None = None
        for language, box in self.boxes.items():
            problem = self._problem(language, box.toPlainText())
            self.fields[language].show_error(problem)
            wrong = wrong or (language if problem else None)
        return wrong

    def _problem(self, language: Language, typed: str) -> str:
        if len(typed) > LONGEST_INVITATION:
            words = self.tr("Too long: at most {count} letters")
            return words.format(count=LONGEST_INVITATION)
        if "{" in typed and strange_places(typed, _places(language)):
            return self.tr("Nobody knows one of the words in braces – the usual words show which there are")
        return ""


def _kept(description: ShopDescription) -> dict[Language, str]:
    return {"vi": description.invitation_vi, "en": description.invitation_en}


def _usual(language: Language) -> str:
    from loyalpos.printing.customer.invitation import usual_words  # noqa: PLC0415 - printing costs start-up time

    return usual_words(language)


def _places(language: Language) -> tuple[str, ...]:
    from loyalpos.printing.customer.invitation import places  # noqa: PLC0415 - as said

    return tuple(places(language).values())
