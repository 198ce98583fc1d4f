from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.settings import resource
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.banner import Banner, BannerKind, Choice
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Combo, Switch, Tick
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.icons import app_icon, drawing
from loyalpos.ui.widgets.marks import Chip, ProgressLine
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.sidebar import SideBar
from loyalpos.ui.widgets.texts import Elided, Fitted, Shrunk, Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme
from tests.ui.gallery import LONG, banners_page, states_page, till_page
from tests.ui.showing import shown

PAGES = (till_page, states_page, banners_page)


@pytest.mark.parametrize("look", Look)
def test_space_and_click_press_a_button_and_a_disabled_one_stays_still(
    qtbot: QtBot, themed: QApplication, look: Look
) -> None:
    button = shown(qtbot, ActionButton("Cộng điểm", "Enter", look))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2


@pytest.mark.parametrize("look", Look)
def test_each_state_of_a_button_looks_different(qtbot: QtBot, themed: QApplication, look: Look) -> None:
    window = shown(qtbot, QWidget())
    button = ActionButton("Lưu", look=look, parent=window)
    button.resize(120, 48)
    button.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    pictures = []
    for state in ("rest", "focus", "down", "disabled"):
        button.clearFocus()
        if state == "focus":
            button.setFocus()
        button.setDown(state == "down")
        button.setEnabled(state != "disabled")
        pictures.append(button.grab().toImage())
    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_long_words_wrap_and_the_button_grows(qtbot: QtBot, themed: QApplication) -> None:
    button = shown(qtbot, ActionButton("Hoàn tác giao dịch vừa xong", "Ctrl Z"))
    one_line = button.sizeHint().width()
    assert button.heightForWidth(one_line // 2) > button.heightForWidth(one_line)
    assert button.minimumSizeHint().width() < one_line // 2


def test_an_error_stands_at_its_field_and_goes_with_it(qtbot: QtBot, themed: QApplication) -> None:
    field = shown(qtbot, FieldBox("Số điện thoại"))
    field.show_error("Số điện thoại cần đủ 10 chữ số.")
    assert field.notice.isVisible()
    assert field.edit.is_wrong()
    field.set_text("0912345678")
    assert not field.notice.isVisible()
    assert not field.edit.is_wrong()


def test_typing_and_enter_in_a_field_are_told(qtbot: QtBot, themed: QApplication) -> None:
    field = shown(qtbot, FieldBox("Số hoá đơn"))
    texts: list[str] = []
    field.edited.connect(texts.append)
    with qtbot.waitSignal(field.submitted):
        QTest.keyClicks(field.edit, "10")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert texts == ["1", "10"]


def test_a_banner_is_told_apart_without_its_colours(qtbot: QtBot, themed: QApplication) -> None:
    banner = shown(qtbot, Banner())
    names, signs = [], []
    for kind in BannerKind:
        banner.say(kind, "Xong")
        names.append(banner.accessibleName())
        grey = banner.grab().toImage().convertToFormat(banner.grab().toImage().Format.Format_Grayscale8)
        signs.append(grey.copy(0, 0, 80, grey.height()))
    assert len(set(names)) == 3
    assert all(one != other for one, other in itertools.combinations(signs, 2))


def test_an_answer_comes_back_by_its_name(qtbot: QtBot, themed: QApplication) -> None:
    banner = shown(qtbot, Banner())
    choices = [Choice("same", "Cùng một hoá đơn", "Esc"), Choice("new", "Hoá đơn mới", "Enter", Look.PRIMARY)]
    banner.say(BannerKind.QUESTION, "Có phải cùng một hoá đơn?", choices=choices)
    for choice, button in zip(choices, banner.answers(), strict=True):
        assert button.text() == choice.text
        with qtbot.waitSignal(banner.chosen) as answer:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert answer.args == [choice.name]
    banner.say(BannerKind.SUCCESS, "Đã cộng 26 điểm")
    assert banner.answers() == ()


@pytest.mark.parametrize("kind", [Tick, Switch])
def test_the_whole_sentence_of_a_tick_can_be_clicked(
    qtbot: QtBot, themed: QApplication, kind: type[Tick]
) -> None:
    tick = shown(qtbot, kind("Khách đồng ý tham gia chương trình"))
    before = tick.grab().toImage()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
    assert tick.grab().toImage() != before
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_the_wheel_does_not_change_a_choice(qtbot: QtBot, themed: QApplication) -> None:
    combo = Combo("Làm tròn")
    combo.addItems(["xuống", "lên"])
    shown(qtbot, combo)
    middle = QPointF(combo.rect().center())
    turned = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    combo.setFocus()
    QApplication.sendEvent(combo, turned)
    assert combo.currentIndex() == 0
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "lên"


def test_a_choice_that_has_no_room_ends_in_dots(qtbot: QtBot, themed: QApplication) -> None:
    combo = Combo("Cột")
    combo.addItem("Tên khách hàng (Nguyễn Hoàng Thị Phương Quỳnh)")
    combo.setMinimumContentsLength(4)
    combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    shown(qtbot, combo)
    combo.resize(170, 44)
    cut = combo.grab().toImage()
    combo.setItemText(0, "Tên khách …")
    assert combo.grab().toImage() == cut


@pytest.mark.parametrize("scale_percent", [100, 150, 200])
def test_a_choice_is_as_wide_as_its_words(qtbot: QtBot, themed: QApplication, scale_percent: int) -> None:
    apply_theme(themed, Scheme.LIGHT, scale_percent)
    for words in ("hôm nay", "everybody", "mọi người"):
        combo = Combo("Ngày")
        combo.addItem(words)
        shown(qtbot, combo)
        combo.resize(combo.sizeHint())
        pictures = [combo.grab().toImage()]
        combo.resize(combo.width() + 100, combo.height())
        pictures.append(combo.grab().toImage())
        words_end = pictures[0].width() - theme().px(32)
        near, far = (picture.copy(0, 0, words_end, combo.height()) for picture in pictures)
        assert near == far, words


def test_a_yes_gives_the_focus_back_to_where_it_was_asked(qtbot: QtBot, themed: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    off, confirm, last = ActionButton("Tắt"), Confirm(), ActionButton("Khác")
    for part in (off, confirm, last):
        column.addWidget(part)
    shown(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    off.setFocus()
    confirm.ask("Ai cũng đọc được.", "Tắt bảo vệ")
    assert confirm.no.hasFocus()
    confirm.yes.setFocus()
    QTest.keyClick(confirm.yes, Qt.Key.Key_Space)
    assert off.hasFocus()


def test_a_part_beyond_the_whole_fills_the_line(qtbot: QtBot, themed: QApplication) -> None:
    line = shown(qtbot, ProgressLine())
    for part, whole, percent in ((0, 100, "0 %"), (94, 100, "94 %"), (300, 100, "100 %"), (1, 0, "100 %")):
        line.set_part(part, whole)
        assert line.accessibleDescription() == percent
        line.grab()


def test_places_are_gone_to_by_click_and_by_keys(qtbot: QtBot, themed: QApplication) -> None:
    bar = SideBar("Quán Cà Phê Mây")
    bar.set_places([("members", "Thành viên", "people"), ("program", "Chương trình", "program")])
    shown(qtbot, bar, 220)
    went: list[str] = []
    bar.went_to.connect(went.append)
    first, second = bar._places.values()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert went == ["members", "program"]
    assert bar.present() == "program"
    bar.set_places([("members", "Members", "people"), ("program", "Program", "program")])
    assert bar.present() == "program"


def test_what_does_not_fit_is_elided_and_told_in_a_tooltip(qtbot: QtBot, themed: QApplication) -> None:
    for make in (lambda: Elided(LONG), lambda: Chip(LONG)):
        widget: Elided | Chip = make()
        shown(qtbot, widget, 120)
        assert widget.toolTip() == LONG
        widget.resize(widget.sizeHint().width() + 2, widget.height())
        assert widget.toolTip() == ""


def test_big_figures_shrink_before_they_are_cut(qtbot: QtBot, themed: QApplication) -> None:
    label = Fitted("1.284.000", "huge")
    full = label.sizeHint()
    shown(qtbot, label, full.width() // 2)
    picture = label.grab().toImage()
    edge = {picture.pixelColor(picture.width() - 1, y).name() for y in range(picture.height())}
    assert len(edge) == 1
    assert label.toolTip() == ""


def test_a_line_shrinks_before_it_is_cut(qtbot: QtBot, themed: QApplication) -> None:
    line = Shrunk("Quán Cà Phê Mây", "title")
    whole = line.sizeHint().width()
    shown(qtbot, line, whole * 3 // 4)
    assert not line.is_elided()
    line.resize(whole // 2, line.height())
    assert line.is_elided()
    assert line.toolTip() == "Quán Cà Phê Mây"


def test_the_words_of_a_row_shrink_a_little_before_they_are_cut(qtbot: QtBot, themed: QApplication) -> None:
    title, usual = "Chương trình khách quen", QFontMetrics(theme().font("strong"))
    whole = usual.horizontalAdvance(title)
    rows = RowList("Rút đồng ý")
    rows.set_rows([Row(title)])
    shown(qtbot, rows, whole * 93 // 100 + 2 * theme().space)
    small = rows.grab().toImage()
    rows.set_rows([Row(usual.elidedText(title, Qt.TextElideMode.ElideRight, whole * 93 // 100))])
    assert rows.grab().toImage() != small


def test_chips_run_on_to_the_next_line(qtbot: QtBot, themed: QApplication) -> None:
    row = WrapRow(*(Chip(f"120 điểm hết hạn {day}/11") for day in range(10, 16)))
    assert row.heightForWidth(300) > row.heightForWidth(2000)
    shown(qtbot, row, 300)
    chips = row.findChildren(Chip)
    assert all(chip.geometry().right() <= 300 for chip in chips)
    assert len({chip.y() for chip in chips}) > 1


def test_an_empty_row_of_chips_takes_no_room(qtbot: QtBot, themed: QApplication) -> None:
    panel = Panel()
    row = WrapRow()
    panel.body.addWidget(row)
    shown(qtbot, panel)
    assert row.isHidden()


def test_names_are_never_read_as_rich_text(qtbot: QtBot, themed: QApplication) -> None:
    for make in (Words, Elided, Shrunk, Fitted):
        assert make("<b>Đức</b>").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("scale", [90, 100, 150, 200])
@pytest.mark.parametrize("make", PAGES)
def test_no_words_are_clipped(
    qtbot: QtBot, themed: QApplication, make: Callable[[], QWidget], scale: int
) -> None:
    apply_theme(themed, Scheme.LIGHT, scale)
    page = make()
    qtbot.addWidget(page)
    page.resize(max(1366, page.minimumSizeHint().width()), 3000)
    page.show()
    themed.processEvents()
    clipped = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height()
        else:
            fits = isinstance(label, Elided | Fitted) or label.sizeHint().width() <= label.width()
        if not fits or label.fontMetrics().height() > label.height():
            clipped.append((label.text(), label.size().toTuple(), label.sizeHint().toTuple()))
    for button in page.findChildren(ActionButton):
        if button.isVisible() and button.heightForWidth(button.width()) > button.height():
            clipped.append((button.text(), button.size().toTuple(), button.sizeHint().toTuple()))
    assert clipped == []


@pytest.mark.parametrize("make", PAGES)
def test_every_control_says_its_name_and_can_be_hit(
    qtbot: QtBot, themed: QApplication, make: Callable[[], QWidget]
) -> None:
    page = shown(qtbot, make(), 1280)
    focusable = [
        w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    ]
    controls = [w for w in focusable if not w.objectName().startswith("qt_")]
    assert controls
    assert [type(w).__name__ for w in controls if not w.accessibleName() and not _is_inner(w)] == []
    assert [(type(w).__name__, w.height()) for w in controls if w.height() < 44 and not _is_inner(w)] == []


def _is_inner(widget: QWidget) -> bool:
    """Parts Qt makes inside its own widgets, such as a table's header."""
    return not type(widget).__module__.startswith("loyalpos")


def test_every_drawing_can_be_drawn_in_any_colour(qapp: QApplication) -> None:
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    assert {"tick", "cross", "question", "printer", "undo", "search", "card", "gift", "clock"} <= set(names)
    for name in names:
        source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert name == "loyalpos" or "currentColor" in source
        picture = drawing(name, "#b3372f", 24, 2.0).toImage()
        assert picture.width() == 48
        drawn = {picture.pixelColor(x, y).alpha() for x in range(48) for y in range(48)}
        assert max(drawn) == 255, name


def test_the_programs_icon_has_every_size(qapp: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
