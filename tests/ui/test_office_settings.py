"""The settings of the office: what the shop is called, its colour, and how this till looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import NumberingPeriod
from loyalpos.engine.shop import ShopDescription
from loyalpos.settings import load_settings
from loyalpos.ui.office.brand_field import contrast_text
from loyalpos.ui.widgets.fields import Field
from loyalpos.ui.widgets.palette import LEAST_CONTRAST_PERCENT, LIGHT, contrast_percent
from loyalpos.ui.widgets.texts import Words
from tests.shops import reopened
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking
from tests.ui.whole_office import CONTROL, Office, office

__all__ = ["catalogues", "office", "speaking"]


def test_the_shops_particulars_are_written_and_outlive_a_restart(office: Office) -> None:
    office.page.shop.name.edit.setFocus()
    office.overwrite("Tiệm Gội Lan")
    office.press(Qt.Key.Key_Tab)
    type_text(office.window, "12 Hàng Bài")
    office.page.shop.closing.setFocus()
    office.press(Qt.Key.Key_Down)
    office.page.shop.numbering.setFocus()
    office.press(Qt.Key.Key_Down)
    office.page.shop.thousands.setFocus()
    office.press(Qt.Key.Key_Space)
    office.page.shop.asks_source.setFocus()
    office.press(Qt.Key.Key_Space)
    office.page.shop.reminders.edit.setFocus()
    type_text(office.window, "a,b,c,d,e,f,g")
    office.press(Qt.Key.Key_S, CONTROL)
    assert "At most 6 reminders" in office.page.shop.reminders.notice.text()
    office.overwrite("hoi the, moi mon")
    office.press(Qt.Key.Key_S, CONTROL)
    office.settle()
    wanted = ShopDescription(
        "Tiệm Gội Lan",
        "12 Hàng Bài",
        closing_hour=1,
        numbering=NumberingPeriod.MONTH,
        thousands=False,
        asks_source=True,
        reminders=("hoi the", "moi mon"),
    )
    assert office.till.shop.description == wanted
    assert "saved" in office.banner
    assert office.shop_changes == 1
    assert office.window._bar._heading.text() == "Tiệm Gội Lan"
    office.till = reopened(office.till, office.world)
    assert office.till.shop.description == wanted


@pytest.mark.parametrize("name", ["", "   ", "Q" * 201])
def test_a_shop_without_a_fit_name_is_not_written(office: Office, name: str) -> None:
    office.page.shop.name.edit.setText(name)
    office.press(Qt.Key.Key_S, CONTROL)
    office.settle()
    assert office.page.shop.name.notice.text()
    assert office.till.shop.description.name == "Quán Cà Phê Mây"
    assert office.shop_changes == 0


@pytest.mark.parametrize(
    ("colour", "said"),
    [("#0f6e5f", "read well"), ("#1d5fa8", "read well"), ("#ffe066", "Too pale"), ("#ffffff", "Too pale")],
)
def test_a_colour_is_judged_by_its_contrast_at_once(office: Office, colour: str, said: str) -> None:
    office.page.shop.brand.code.setFocus()
    office.overwrite(colour)
    assert said in office.page.shop.brand.verdict()
    assert contrast_text(contrast_percent(colour, LIGHT.on_brand)) in office.page.shop.brand.verdict()
    worn = office.page.shop.brand._sample.colour
    assert contrast_percent(worn, office.page.shop.brand._sample.ink) >= LEAST_CONTRAST_PERCENT


def test_a_colour_that_is_none_is_refused_at_its_field(office: Office) -> None:
    office.page.shop.brand.code.setFocus()
    office.overwrite("xanh")
    assert "Six digits" in office.page.shop.brand.verdict()
    office.press(Qt.Key.Key_S, CONTROL)
    office.settle()
    assert office.till.shop.description.brand == "#0f6e5f"
    assert office.window.focusWidget() is office.page.shop.brand.code


def test_a_settings_change_holds_at_once_and_is_kept(office: Office) -> None:
    panel = office.page.this_till
    panel.scale.setFocus()
    office.press(Qt.Key.Key_Down)
    panel.scheme.setFocus()
    office.press(Qt.Key.Key_Up)
    panel.sounds.setFocus()
    office.press(Qt.Key.Key_Space)
    panel.cashier.edit.setFocus()
    type_text(office.window, "Lan")
    office.press(Qt.Key.Key_Return)
    office.settle()
    kept = load_settings(office.folders.settings_file)
    assert kept == office.chosen[-1]
    assert (kept.scale_percent, kept.scheme, kept.sounds, kept.cashier) == (110, "dark", False, "Lan")


def test_the_text_size_is_tried_on_a_sample_before_it_holds(office: Office) -> None:
    panel = office.page.this_till
    before = panel._sample.font().pixelSize()
    panel.scale.highlighted.emit(6)
    assert panel._sample.font().pixelSize() > before * 3 // 2
    assert office.chosen == []


def test_a_till_cannot_lose_its_name(office: Office) -> None:
    panel = office.page.this_till
    panel.name.edit.setFocus()
    office.press(Qt.Key.Key_A, CONTROL)
    office.press(Qt.Key.Key_Delete)
    office.press(Qt.Key.Key_Return)
    assert panel.name.text() == "1"
    assert office.chosen == []


def test_settings_that_cannot_be_kept_are_told_and_hold_until_the_end(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    office = Office(qtbot, tmp_path / "shop", data=tmp_path / "file" / "inside")
    office.page.this_till.sounds.click()
    office.settle()
    assert "Cannot write" in office.banner
    assert [settings.sounds for settings in office.chosen] == [False]
    office.close()


def test_the_settings_of_the_till_are_named_on_one_line(office: Office) -> None:
    lines = {
        label.height() // label.fontMetrics().lineSpacing()
        for field in office.page.this_till.findChildren(Field)
        for label in field.findChildren(Words)
        if label.isVisible()
    }
    assert lines == {1}
