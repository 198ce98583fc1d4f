from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import NumberingPeriod
from loyalpos.engine.codes import card_code, decode
from loyalpos.engine.shop import ShopDescription
from loyalpos.settings import Folders, TillSettings, load_settings
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import install_language
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.brand_field import contrast_text
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.places import ICONS, place_title
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.office.window import OfficeWindow
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.fields import Field
from loyalpos.ui.widgets.palette import LEAST_CONTRAST_PERCENT, LIGHT, contrast_percent
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import World, new_till, reopened
from tests.ui.scanner import press, type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

CONTROL = Qt.KeyboardModifier.ControlModifier
PLACES = [
    *("members", "cards", "list", "items", "program", "rewards", "side", "results", "backups", "review"),
    *("privacy", "staff", "settings"),
]

KEYS = [
    *(Qt.Key(Qt.Key.Key_0 + number % 10) for number in range(2, 11)),
    *(Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_Period, Qt.Key.Key_Comma),
]


class _Windows(QObject):
    """Sees every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


class Office:
    """An owner in the office, with a keyboard, and who hears of what is done there."""

    def __init__(self, qtbot: QtBot, folder: Path, *, data: Path | None = None) -> None:
        self.qtbot = qtbot
        self.world = World()
        self.till = new_till(folder, self.world)
        self.folders = Folders(data or folder)
        self.lanes = [Lane(name) for name in ("reader", "writer", "files", "paper")]
        self.bugs: list[object] = []
        for lane in self.lanes:
            lane.failed.connect(self.bugs.append)
        reader, writer, files, paper = self.lanes
        self.window = OfficeWindow(
            reader, writer, files, paper, self.folders, TillSettings(), self.world.clock
        )
        page = self.window.place("settings")
        assert isinstance(page, SettingsPage)
        self.page = page
        self.left = 0
        self.shop_changes = 0
        self.chosen: list[TillSettings] = []
        self.window.counter_wanted.connect(self._leave)
        self.window.shop_changed.connect(self._hear_of_shop)
        self.window.settings_changed.connect(self.chosen.append)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.attach(self.till)
        self.window.go_to("settings")
        self.settle()

    def _leave(self) -> None:
        self.left += 1

    def _hear_of_shop(self) -> None:
        self.shop_changes += 1

    def settle(self) -> None:
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
            QApplication.processEvents()
        assert not self.bugs, self.bugs

    def close(self) -> None:
        # The window first: its pages still answer to a change of language.
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.window, key, modifiers)
        QApplication.processEvents()

    def overwrite(self, text: str) -> None:
        self.press(Qt.Key.Key_A, CONTROL)
        type_text(self.window, text)

    @property
    def place(self) -> str:
        return self.window._bar.present()

    @property
    def banner(self) -> str:
        banner = self.window._banner
        return f"{banner.title()} {banner.more()}" if banner.isVisible() else ""


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()


def test_every_place_is_one_chord_away(office: Office) -> None:
    for key, name in zip(KEYS, PLACES, strict=True):
        office.press(key, CONTROL)
        assert (office.place, office.window.page().place) == (name, name)
        assert office.window.page().isVisible()
    assert office.left == 0


def test_a_page_is_made_when_it_is_first_gone_to_and_then_works_for_the_shop(office: Office) -> None:
    pages = office.window.findChildren(Page)
    assert {page.place for page in pages} == {"members", "settings"}
    office.window.go_to("staff")
    assert office.window.page().place == "staff"
    assert office.window.page().till is office.till
    assert len(office.window.findChildren(Page)) == 3
    office.window.go_to("members")
    assert len(office.window.findChildren(Page)) == 3


def test_no_part_of_a_page_ever_flashes_as_a_window_of_its_own(office: Office) -> None:
    witness = _Windows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(witness)
    for key in KEYS:
        office.press(key, CONTROL)
        office.settle()
    application.removeEventFilter(witness)
    assert witness.shown == []


def test_the_counter_is_one_key_or_chord_away_and_the_page_stays(office: Office) -> None:
    office.press(Qt.Key.Key_F10)
    office.press(Qt.Key.Key_1, CONTROL)
    assert (office.left, office.place) == (2, "settings")


def test_esc_leads_from_a_page_to_the_bar_and_from_there_to_the_counter(office: Office) -> None:
    office.page.shop.name.edit.setFocus()
    office.press(Qt.Key.Key_Escape)
    focused = office.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Settings"
    assert office.left == 0
    office.press(Qt.Key.Key_Escape)
    assert office.left == 1


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


def test_what_was_typed_and_not_saved_outlives_a_look_at_another_page(office: Office) -> None:
    office.page.shop.contact.edit.setFocus()
    type_text(office.window, "12 Hàng Bài")
    office.press(Qt.Key.Key_5, CONTROL)
    office.press(Qt.Key.Key_8, CONTROL)
    office.settle()
    assert office.page.shop.contact.text() == "12 Hàng Bài"


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


@pytest.mark.parametrize("scale", [100, 150])
def test_what_is_said_above_a_page_moves_nothing_below_it(
    office: Office, speaking: QApplication, scale: int
) -> None:
    apply_theme(speaking, Scheme.LIGHT, scale)
    QApplication.processEvents()
    page = office.page
    before = page.view.mapTo(office.window, page.view.rect().topLeft()), page.view.size()
    office.page.shop.name.edit.setFocus()
    office.press(Qt.Key.Key_S, CONTROL)
    office.settle()
    banner = office.window._banner
    assert "saved" in office.banner
    assert (page.view.mapTo(office.window, page.view.rect().topLeft()), page.view.size()) == before
    # The name of the page stays in sight beside it.
    title = page.head.findChildren(Words)[0]
    ends = title.mapTo(office.window, title.rect().topRight()).x()
    assert ends < banner.mapTo(office.window, banner.rect().topLeft()).x()
    assert banner.mapTo(office.window, banner.rect().topRight()).x() == office.window.width() - 1
    # Of a long refusal nothing covers the page: it moves down by what the band is taller than the head.
    page.tell(BannerKind.ERROR, "Not done", "The disk is full. " * 40)
    office.settle()
    top = page.view.mapTo(office.window, page.view.rect().topLeft()).y()
    assert banner.mapTo(office.window, banner.rect().bottomLeft()).y() < top
    assert banner.height() >= banner.sizeHint().height()
    apply_theme(speaking, Scheme.LIGHT, 100)


def test_the_settings_of_the_till_are_named_on_one_line(office: Office) -> None:
    lines = {
        label.height() // label.fontMetrics().lineSpacing()
        for field in office.page.this_till.findChildren(Field)
        for label in field.findChildren(Words)
        if label.isVisible()
    }
    assert lines == {1}


def test_the_whole_office_follows_the_language(office: Office) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install_language(application, "vi")
    office.settle()
    titles = [place.text() for place in office.window._bar.findChildren(QAbstractButton) if place.isVisible()]
    assert titles == [
        "Quầy thu ngân",
        *(place_title(name) for name in ICONS),
    ]
    assert office.page.shop.save.text() == "Lưu thông tin quán"
    assert office.place == "settings"


@pytest.mark.parametrize("scale", [90, 100, 150, 200])
def test_a_small_screen_is_wide_and_high_enough(office: Office, scale: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Scheme.LIGHT, scale)
    for name in ("program", "settings"):
        office.window.go_to(name)
        office.settle()
        assert (office.window.width(), office.window.height()) == (1366, 768)
        page = office.window.page()
        assert page.view.horizontalScrollBar().maximum() == 0, name


def test_enter_presses_the_button_that_has_the_focus(office: Office) -> None:
    office.window.go_to("backups")
    office.settle()
    page = office.window.page()
    assert isinstance(page, BackupsPage)
    page.back_up.setFocus(Qt.FocusReason.TabFocusReason)
    office.press(Qt.Key.Key_Return)
    office.settle()
    assert len(office.till.days.backups(office.folders.backups)) == 1
    # A question is answered by the button chosen; alone Enter agrees to nothing.
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    page.table.selectRow(0)
    office.press(Qt.Key.Key_Return)
    page.restore.setFocus(Qt.FocusReason.TabFocusReason)
    office.press(Qt.Key.Key_Return)
    office.settle()
    wanted: list[object] = []
    office.window.restore_wanted.connect(wanted.append)
    assert page.confirm.isVisible()
    office.press(Qt.Key.Key_Return)
    assert not page.confirm.isVisible()
    assert wanted == []


def test_a_scan_with_wrong_check_digits_is_said_wherever_it_comes(office: Office) -> None:
    code = str(card_code(123_456_789_012))
    wrong = decode(code[:-1] + str((int(code[-1]) + 1) % 10))
    for place in ("members", "program", "settings"):
        office.window.go_to(place)
        assert office.window.take_scan(wrong)
        assert "not read as it is printed" in office.banner
