"""Sentences with fields in them: how they are shown, and how they are written down."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence


def test_a_comma_behind_a_field_is_written_down_and_does_not_stand_alone_in_a_gap(
    qtbot: QtBot, themed: QApplication
) -> None:
    fields = {name: ChoiceBox() for name in ("gift", "first", "last")}
    for name, field in fields.items():
        field.offer([("one", f"the {name}")])
    sentence = Sentence(dict(fields))
    qtbot.addWidget(sentence)
    sentence.say("gets {gift}, from {first}, {last}, and so on")
    shown = [label.text() for label in sentence.findChildren(QLabel) if label.text()]
    assert shown == ["gets", "from", "and so on"]
    assert sentence.in_words() == "gets the gift, from the first, the last, and so on"
