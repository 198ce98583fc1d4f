"""A code that is none of ours: linked to who stands there, or refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter.link_panel import LinkPanel
from tests.ui.one_panel import press, said, shown


@pytest.fixture
def link(themed: QApplication, qtbot: QtBot) -> LinkPanel:
    panel = LinkPanel()
    shown(panel, qtbot)
    return panel


@pytest.mark.parametrize(("name", "expected"), [("Nguyễn Văn Đức", "link"), ("", "link"), (None, "enrol")])
def test_enter_links_to_the_open_member_or_enrols(link: LinkPanel, name: str | None, expected: str) -> None:
    heard: list[tuple[str, str]] = []
    link.link_wanted.connect(lambda raw: heard.append(("link", raw)))
    link.enrol_wanted.connect(lambda raw: heard.append(("enrol", raw)))
    link.begin("OLD-4471-XZ", member_name=name)
    press(Qt.Key.Key_Return)
    assert heard == [(expected, "OLD-4471-XZ")]


def test_a_refused_code_cannot_be_linked_any_more(link: LinkPanel, qtbot: QtBot) -> None:
    heard: list[str] = []
    link.link_wanted.connect(heard.append)
    link.begin("9" * 10_240 + "\x00", member_name="Đức")
    link.show_problem("This card is Trần Thị Mai's – take a new one")
    assert "Trần Thị Mai" in said(link)
    assert len(said(link)) < 400
    press(Qt.Key.Key_Return)
    assert heard == []
    with qtbot.waitSignal(link.cancelled):
        press(Qt.Key.Key_Escape)
