"""What members send to friends: from the office's panel to chat and paper, and the owner's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.shop import ShopDescription
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, desktop

SHOP = ShopDescription("Quán Mây", join="Zalo 0901 234 567")
FRIENDS = replace(PROGRAM, occasions=(Referral("ref", Gives(50), Gives(30)),))


class _Settings(SettingsPage):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, TillSettings())


def shop(folder: Path, world: World) -> Till:
    return new_till(folder, world, program=FRIENDS, description=SHOP)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[OfficeDesk[MembersPage]]:
    world = World()
    opened = OfficeDesk(qtbot, MembersPage, tmp_path, shop(tmp_path, world), world)
    opened.page.open_member(enrolled(opened.till))
    opened.settle()
    yield opened
    opened.close()


@pytest.fixture
def settings(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[OfficeDesk[_Settings]]:
    world = World()
    opened = OfficeDesk(qtbot, _Settings, tmp_path, shop(tmp_path, world), world)
    yield opened
    opened.close()


def test_the_words_go_into_the_clipboard(desk: OfficeDesk[MembersPage]) -> None:
    box = desk.page.details.friends
    desk.press(box.language, Qt.Key.Key_End)
    desk.click(box.copy)
    text = QGuiApplication.clipboard().text()
    assert text == box.words.text()
    assert text.startswith("Nguyễn Văn Đức invites you to Quán Mây!")
    assert "30\u00a0points with your first bill" in text
    assert "phone ending in 5678" in text
    assert desk.said[-1][0] is BannerKind.SUCCESS


def test_the_picture_is_kept_in_the_clipboard_and_leads_to_the_shop(desk: OfficeDesk[MembersPage]) -> None:
    with desktop() as folders:
        desk.click(desk.page.details.friends.picture)
    assert folders == [desk.folders.cards]
    written = next(desk.folders.cards.glob("*.png"))
    for image in (QGuiApplication.clipboard().image(), QImage(str(written))):
        found = zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_Grayscale8))
        assert [one.text for one in found] == ["https://zalo.me/0901234567"]


def test_the_cards_are_written_for_the_printer(desk: OfficeDesk[MembersPage]) -> None:
    with desktop():
        desk.click(desk.page.details.friends.cards)
    document = pypdfium2.PdfDocument(next(desk.folders.cards.glob("*.pdf")))
    assert "Quán Mây" in document[0].get_textpage().get_text_bounded()


def test_the_owners_words_are_kept_and_what_nobody_knows_is_said(settings: OfficeDesk[_Settings]) -> None:
    panel = settings.page.invitation
    box = panel.boxes["en"]
    assert box.toPlainText().startswith("{member name} invites you to {shop name}!")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "Come with {nmae}")
    settings.click(panel.save)
    assert "braces" in panel.fields["en"].notice.text()
    assert settings.till.shop.description == SHOP
    box.selectAll()
    QTest.keyClicks(box, "Come with {member name}")
    assert panel.fields["en"].notice.text() == ""
    settings.click(panel.save)
    assert settings.till.shop.description == replace(SHOP, invitation_en="Come with {member name}")
    # The shop's particulars, saved afterwards, keep them; the usual words are nothing of the shop's own.
    settings.click(settings.page.shop.save)
    assert settings.till.shop.description.invitation_en == "Come with {member name}"
    settings.click(panel.usual)
    settings.click(panel.save)
    assert settings.till.shop.description == SHOP
