"""The owner designs the members' cards: nothing holds before it is saved, and what does not fit is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.card_design import LONGEST_TERMS, CardDesign
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing import card_templates
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.settings import resource
from loyalpos.ui.office.card_design_desk import CardDesignDesk
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, desktop, office
from tests.ui.scanner import press

Desk = OfficeDesk[CardsPage]
LONG = "Công Tằng Tôn Nữ Hoàng Diệu Phương Uyên"
TIERS = replace(
    PROGRAM, tiers=TierPlan(tiers=(Tier("gold", "Vàng", 0, perks=("bàn yên tĩnh",), hotline="0909 123 456"),))
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, CardsPage, tmp_path) as made:
        for digit, name in enumerate(("An", LONG, "Nguyễn Văn Đức")):
            enrolled(made.till, f"091234567{digit}", name)
        yield made


def designer(desk: Desk) -> CardDesignDesk:
    desk.click(desk.page.design)
    opened = desk.page.design_desk
    assert opened is not None
    assert opened.is_open
    return opened


def kept(desk: Desk) -> CardDesign:
    return desk.till.shop.description.card


def test_the_designer_shows_what_holds_today_in_every_template(desk: Desk) -> None:
    made = designer(desk)
    assert [thumb.template for thumb in made.panel.templates.thumbs] == [
        "classic",
        "paper",
        "stamp",
        "scan",
        "wave",
        "night",
    ]
    assert made.panel.design() == CardDesign()
    assert made.panel.templates.hasFocus() or made.panel.templates.thumbs[0].hasFocus()
    assert not made.bar.save.isEnabled()
    assert not desk.page.batches.isVisible()
    pictures = {bytes(thumb.grab().toImage().constBits()) for thumb in made.panel.templates.thumbs}
    assert len(pictures) == 6


def test_a_template_is_chosen_with_the_arrow_keys_and_holds_once_it_is_saved(desk: Desk) -> None:
    made = designer(desk)
    press(desk.page, Qt.Key.Key_Right)
    press(desk.page, Qt.Key.Key_Right)
    assert made.panel.templates.choice() == "stamp"
    assert kept(desk).template == "classic"
    desk.click(made.bar.save)
    assert kept(desk).template == "stamp"
    assert desk.said[-1][0] is BannerKind.SUCCESS
    assert not made.bar.save.isEnabled()


def test_what_is_printed_next_has_the_new_design(desk: Desk) -> None:
    made = designer(desk)
    desk.click(made.panel.templates.thumbs[5])
    desk.click(made.bar.save)
    desk.click(made.bar.back)
    assert desk.page.batches.isVisible()
    assert desk.page.design.hasFocus()
    with desktop():
        desk.type_into(desk.page.batches.count.edit, "2")
        desk.click(desk.page.batches.pdf)
        desk.answer_file_dialog("night.pdf")
    # The front of this one has no code.
    assert len(codes_in_pdf(desk.folders.cards / "night.pdf")) == 2


def test_going_back_with_something_unsaved_asks_first(desk: Desk) -> None:
    made = designer(desk)
    desk.click(made.panel.templates.thumbs[4])
    desk.click(made.bar.back)
    assert made.is_open
    desk.click(made.bar.confirm.yes)
    assert desk.page.batches.isVisible()
    assert kept(desk) == CardDesign()
    assert designer(desk).panel.design() == CardDesign()


def test_fields_and_words_are_kept_and_shown_again(desk: Desk) -> None:
    made = designer(desk)
    desk.click(made.panel.switches["since"])
    desk.click(made.panel.switches["program"])
    desk.type_into(made.panel.greeting.edit, "Cam on khach quen!")
    desk.type_into(made.panel.hotline.edit, "1900 6868")
    desk.click(made.panel.usual)
    assert made.panel.terms.toPlainText()
    desk.click(made.bar.save)
    wanted = CardDesign(
        since=False,
        program=False,
        greeting="Cam on khach quen!",
        hotline="1900 6868",
        terms=made.panel.terms.toPlainText(),
    )
    assert kept(desk) == wanted
    desk.click(made.bar.back)
    assert designer(desk).panel.design() == wanted


def test_terms_that_are_too_long_are_said_at_their_field_and_not_saved(desk: Desk) -> None:
    made = designer(desk)
    made.panel.terms.setPlainText("x" * (LONGEST_TERMS + 1))
    assert made.panel.terms_field.notice.text()
    assert not made.bar.save.isEnabled()
    made.panel.terms.setPlainText("x" * LONGEST_TERMS)
    assert not made.panel.terms_field.notice.text()
    assert made.bar.save.isEnabled()


def test_a_card_without_its_number_is_warned_of(desk: Desk) -> None:
    made = designer(desk)
    assert not made.panel.number_notice.text()
    desk.click(made.panel.switches["number"])
    assert made.panel.number_notice.text()


def test_a_pale_colour_gets_dark_words_and_says_so(desk: Desk) -> None:
    made = designer(desk)
    assert "white" in made.side.problems()[0]
    desk.type_into(made.panel.brand.code, "#f2c230")
    assert "dark" in made.side.problems()[0]
    desk.click(made.panel.templates.thumbs[1])
    assert made.side.problems() == ("On light ground letters have the darker #7e6519",)
    desk.click(made.bar.save)
    assert desk.till.shop.description.brand == "#f2c230"


def test_a_colour_nobody_can_read_is_not_saved(desk: Desk) -> None:
    made = designer(desk)
    desk.type_into(made.panel.brand.code, "#f2c2")
    assert not made.bar.save.isEnabled()
    desk.click(made.panel.templates.thumbs[1])
    assert not made.bar.save.isEnabled()


def test_the_longest_names_of_the_shop_are_looked_at_first(desk: Desk) -> None:
    made = designer(desk)
    whose = made.side.whose
    assert [whose.itemText(at) for at in range(whose.count())] == [
        "Công Tằng Tôn Nữ Hoàng D…",
        "Nguyễn Văn Đức",
        "An",
        "An",
        "a blank card",
    ]
    first = made.side.preview.grab().toImage()
    whose.setFocus()
    press(desk.page, Qt.Key.Key_End)
    assert whose.in_words() == "a blank card"
    assert made.side.preview.grab().toImage() != first


def test_what_does_not_fit_is_said(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, description=ShopDescription("Tiệm bánh mì và cà phê " * 5))
    desk = OfficeDesk(qtbot, CardsPage, tmp_path, till, world)
    enrolled(till, "0912345678", "W" * 60)
    made = designer(desk)
    desk.click(made.panel.templates.thumbs[3])
    said = made.side.fits.text().splitlines()
    assert [line.split(":")[0] for line in said] == [
        "The shop’s name is too long for this template",
        "The longest names are shortened on this template",
    ]
    desk.close()


def test_a_code_on_the_back_alone_is_said(desk: Desk) -> None:
    made = designer(desk)
    assert not made.side.code.text()
    desk.click(made.panel.templates.thumbs[5])
    assert "both sides" in made.side.code.text()


def test_tier_and_perks_are_offered_where_there_are_tiers(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    world = World()
    till = new_till(tmp_path, world, program=TIERS)
    desk = OfficeDesk(qtbot, CardsPage, tmp_path, till, world)
    made = designer(desk)
    desk.click(made.panel.switches["tier"])
    desk.click(made.panel.switches["perks"])
    desk.click(made.bar.save)
    assert (kept(desk).tier, kept(desk).perks) == (True, True)
    desk.close()


def test_a_shop_without_tiers_is_not_offered_them(desk: Desk) -> None:
    made = designer(desk)
    assert not made.panel.switches["tier"].isVisible()
    assert not made.panel.switches["perks"].isVisible()


# The logo ---------------------------------------------------------------------------------------------


def logo_file(folder: Path, name: str = "logo.png") -> Path:
    path = folder / name
    Image.new("RGB", (900, 300), (200, 30, 30)).save(path)
    return path


def choose(desk: Desk, made: CardDesignDesk, path: Path) -> None:
    desk.click(made.panel.choose_logo)
    desk.file_dialog().reject()
    assert made.panel.logo is None
    made.take_logo(str(path))
    assert "being read" in made.panel.logo_notice.text()
    desk.settle()


def test_a_logo_is_chosen_seen_saved_and_taken_away_again(desk: Desk, tmp_path: Path) -> None:
    made = designer(desk)
    before = made.side.preview.grab().toImage()
    choose(desk, made, logo_file(tmp_path))
    assert not made.panel.logo_notice.text()
    assert made.side.preview.grab().toImage() != before
    assert desk.till.card_designs.logo() is None
    desk.click(made.bar.save)
    logo = desk.till.card_designs.logo()
    assert logo is not None
    assert QImage.fromData(logo).width() == 640
    desk.click(made.panel.drop_logo)
    assert desk.page.focusWidget() is made.panel.choose_logo
    desk.click(made.bar.save)
    assert desk.till.card_designs.logo() is None


def test_a_file_that_is_no_logo_is_said_at_its_place_and_the_old_one_stays(
    desk: Desk, tmp_path: Path
) -> None:
    made = designer(desk)
    choose(desk, made, logo_file(tmp_path))
    kept_logo = made.panel.logo
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg/>")
    made.take_logo(str(drawing))
    desk.settle()
    assert "drawing" in made.panel.logo_notice.text()
    assert "logo.svg" in made.panel.logo_notice.text()
    assert made.panel.logo == kept_logo


def test_a_damaged_template_is_said_and_the_others_can_be_chosen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = tmp_path / "cards"
    cards.mkdir()
    for path in resource("cards").iterdir():
        (cards / path.name).write_bytes(path.read_bytes())
    (cards / "wave.card.json").write_text("{}")
    monkeypatch.setattr(card_templates, "resource", lambda *parts: tmp_path.joinpath(*parts))
    for cached in (card_templates.template_names, card_templates._read):
        cached.cache_clear()
    try:
        made = designer(desk)
        assert made.panel.templates.thumbs[-1].template == "wave"
        desk.click(made.panel.templates.thumbs[-1])
        assert "wave" in made.side.fits.text()
        made.panel.grab()
        desk.click(made.panel.templates.thumbs[1])
        assert "wave" not in made.side.fits.text()
    finally:
        for cached in (card_templates.template_names, card_templates._read):
            cached.cache_clear()


def test_the_preview_stands_above_the_fields_in_a_narrow_window(desk: Desk) -> None:
    made = designer(desk)
    assert made.side.mapTo(desk.page, made.side.rect().topLeft()).x() > made.panel.width() // 2
    desk.page.resize(700, 768)
    QTest.qWait(1)
    assert made.side.mapTo(desk.page, made.side.rect().topLeft()).x() < 60
    assert made.side.isVisible()
    desk.page.resize(1146, 768)
    QTest.qWait(1)
    assert made.side.isVisible()
    assert made.side.mapTo(desk.page, made.side.rect().topLeft()).x() > 400
