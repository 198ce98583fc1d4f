"""What one member agrees to: every purpose with its wording, given and taken back, and how it came."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.consents import Privacy, Said
from loyalpos.engine.members import NEVER_OF_THE_UNDER_AGE, Purpose
from loyalpos.services.till import Till
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.privacy_words import history_lines, said_text
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.consent import (
    CHANNELS,
    channel_name,
    consent_to,
    consent_wording,
    id_number_warning,
    proof_of,
    purpose_name,
)
from loyalpos.ui.words.points import called

__all__ = ["MemberConsents"]

_LONGEST_GUARDIAN = 100
_LONGEST_PROOF = 100


class MemberConsents(Translated, Panel):
    """The purposes, each with one button; below them what holds for all.

    Signals:
        given(Consent, str): The member agrees to a purpose, and what shows it.
        withdrawn(tuple[Consent, ...], str): The member takes purposes back, and what shows it.
        restriction_wanted(bool): The particulars are to serve the account alone, or no longer.
        under_age_said(bool, str): The member is under age, with who agreed for them; or is not.
    """

    given = Signal(object, str)
    withdrawn = Signal(object, str)
    restriction_wanted = Signal(bool)
    under_age_said = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._seen: tuple[Privacy, Till, str] | None = None
        self._all = False
        self._titles = {purpose: Words("", "strong", wrap=True) for purpose in Purpose}
        self._states = {purpose: Words("", "base", "quiet", wrap=True) for purpose in Purpose}
        self.buttons = {purpose: ActionButton("") for purpose in Purpose}
        for purpose in Purpose:
            self.body.addWidget(self._titles[purpose])
            self.body.addWidget(self._states[purpose])
            self.body.addWidget(WrapRow(self.buttons[purpose]))
            self.buttons[purpose].clicked.connect(partial(self._turn, purpose))
        self.channel = ChoiceBox()
        self._how = Sentence({"channel": self.channel})
        self.proof = FieldBox("")
        self.proof.edit.setMaxLength(_LONGEST_PROOF)
        self.everything = ActionButton("", look=Look.DANGER)
        self.question = Confirm()
        self._asked: tuple[Purpose, ...] = ()
        self.restricted = Switch("")
        self.under_age = Switch("")
        self.guardian = FieldBox("")
        self.guardian.edit.setMaxLength(_LONGEST_GUARDIAN)
        self.save_guardian = ActionButton("", "Enter")
        self._guardian_row = WrapRow(self.save_guardian)
        self.more = ActionButton("", look=Look.QUIET)
        self.history = Words("", "base", "quiet", wrap=True)
        self.history.setProperty("data", 1)
        for part in (
            self._how,
            self.proof,
            WrapRow(self.everything),
            self.question,
            self.restricted,
            self.under_age,
            self.guardian,
            self._guardian_row,
            WrapRow(self.more),
            self.history,
        ):
            self.body.addWidget(part)
        self.channel.chosen.connect(self._name_proof)
        self.proof.edited.connect(lambda text: self.proof.show_hint(id_number_warning(text)))
        self.everything.clicked.connect(lambda: self._ask(tuple(Purpose)))
        self.question.agreed.connect(self._take_back_asked)
        self.restricted.clicked.connect(self.restriction_wanted)
        self.under_age.clicked.connect(self._say_age)
        self.save_guardian.clicked.connect(self._say_guardian)
        self.guardian.submitted.connect(self._say_guardian)
        self.guardian.edited.connect(lambda _text: self.guardian.show_error(""))
        self.more.clicked.connect(self._show_all)
        self.retranslate()

    def show_privacy(self, privacy: Privacy, till: Till, points_name: str) -> None:
        """Show what a member said."""
        self._seen = (privacy, till, points_name)
        self._all = False
        self.question.hide()
        self.proof.set_text("")
        self.restricted.setChecked(privacy.restricted)
        self.under_age.setChecked(privacy.under_age)
        self.guardian.set_text(privacy.guardian)
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Say at the guardian's name what is wrong with it."""
        self.guardian.show_error(sentence)
        self.guardian.edit.setFocus()

    def _turn(self, purpose: Purpose) -> None:
        if self._seen is None:
            return
        if not _is_given(self._seen[0].of(purpose)):
            self.given.emit(consent_to(purpose, self.channel.choice()), self.proof.text())
        elif purpose is Purpose.PROGRAM:
            self._ask((purpose,))
        else:
            self.withdrawn.emit((consent_to(purpose, self.channel.choice()),), self.proof.text())

    def _ask(self, purposes: tuple[Purpose, ...]) -> None:
        if self._seen is None:
            return
        self._asked = purposes
        points = called(self._seen[2])
        words = self.tr(
            "Without the program the customer is in no list, gets no message and no birthday gift. The "
            "{points} stay and can still be spent; to have everything deleted is another wish, which the "
            "customer may say as well."
        )
        answer = self.tr("The customer takes it back")
        if len(purposes) > 1:
            answer = self.tr("The customer takes everything back")
        self.question.ask(words.format(points=points), answer)

    def _take_back_asked(self) -> None:
        said = tuple(consent_to(one, self.channel.choice()) for one in self._asked)
        self.withdrawn.emit(said, self.proof.text())

    def _name_proof(self, channel: str) -> None:
        self.proof.set_label(proof_of(channel))

    def _say_age(self, on: bool) -> None:
        if on:
            self._show_guardian()
            self.guardian.edit.setFocus()
        else:
            self.under_age_said.emit(on, "")

    def _say_guardian(self) -> None:
        self.under_age_said.emit(self.under_age.isChecked(), self.guardian.text())

    def _show_all(self) -> None:
        self._all = not self._all
        self._show()

    def _show_guardian(self) -> None:
        self.guardian.setVisible(self.under_age.isChecked())
        self._guardian_row.setVisible(self.under_age.isChecked())

    def _show(self) -> None:
        self._show_guardian()
        if self._seen is None:
            return
        privacy, till, points_name = self._seen
        shop = till.shop.description.name
        for purpose in Purpose:
            said = privacy.of(purpose)
            last = said.words[0].said.wording_version if said.words else None
            points = called(points_name)
            wording = (
                consent_wording(purpose, shop, points)
                if last is None
                else consent_wording(purpose, shop, points, version=last)
            )
            self._titles[purpose].setText(purpose_name(purpose))
            self._states[purpose].setText(f"“{wording}”\n{said_text(said, privacy, till)}")
            button = self.buttons[purpose]
            button.setText(self.tr("Take back") if _is_given(said) else self.tr("The customer agrees"))
            button.setAccessibleDescription(purpose_name(purpose))
            button.setVisible(
                _is_given(said) or not (privacy.under_age and purpose in NEVER_OF_THE_UNDER_AGE)
            )
        self.everything.setVisible(any(_is_given(said) for said in privacy.purposes))
        lines = history_lines(privacy, till)
        self.more.setVisible(bool(lines))
        self.more.setText(self.tr("Hide the history") if self._all else self.tr("Show the history"))
        self.history.setText("\n".join(lines))
        self.history.setVisible(self._all)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Consents and privacy"))
        self.channel.setAccessibleName(self.tr("How the customer says it"))
        self._how.say(self.tr("What the customer says now is {channel}"))
        self.channel.offer([(one, channel_name(one)) for one in CHANNELS])
        self._name_proof(self.channel.choice())
        self.everything.setText(self.tr("Take everything back"))
        self.restricted.setText(self.tr("Restricted: only for this account, in no list and no message"))
        self.under_age.setText(self.tr("Under age: no messages, a parent or guardian has agreed"))
        self.guardian.set_label(self.tr("Name of the parent or guardian who agreed"))
        self.save_guardian.setText(self.tr("Save"))
        self._show()


def _is_given(said: Said) -> bool:
    return bool(said.words) and said.words[0].given
