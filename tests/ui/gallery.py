"""Paint every widget in every state to PNG files: ``python -m tests.ui.gallery OUT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.banner import Banner, BannerKind, Choice, EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Combo, Switch, Tick
from loyalpos.ui.widgets.fields import Field, FieldBox, Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, KeyCap, ProgressLine, Tone
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.sidebar import SideBar
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Elided, Fitted, Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme

LONG = "Nguyễn Hoàng Thị Phương Quỳnh Như Ái Mỹ Duyên – khách quen từ ngày khai trương quán ở phố Hàng Bài"


def read_thousands(text: str) -> int | object:
    """A stand-in for the engine's reading: plain short digits are thousands."""
    plain = text.replace(".", "")
    if not plain.isdigit():
        return "unreadable"
    return int(plain) * 1000 if len(plain) < 5 and "." not in text else int(plain)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme().space)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _rewards() -> RowList:
    rows = RowList("Đổi được ngay", numbered=True)
    rows.set_rows(
        [
            Row("Giảm 50.000 ₫", "Toàn hoá đơn, từ 100.000 ₫", "500 điểm"),
            Row("Tặng 1 bạc xỉu", "Còn 14 phần hôm nay", "300 điểm"),
            Row("Dùng điểm trả một phần", "1 điểm = 100 ₫, tối đa 30% hoá đơn", "1–375 điểm"),
            Row("Set quà Tết", "Còn thiếu 716 điểm", "2.000 điểm", enabled=False),
        ]
    )
    return rows


def till_page() -> QWidget:
    """The counter's blocks together, after ``till.png``."""
    page = QWidget()
    whole = QHBoxLayout(page)
    member = Panel()
    names = QHBoxLayout()
    left = QVBoxLayout()
    name_row = WrapRow(Fitted("Nguyễn Văn Đức", "name"), Chip("Hạng Vàng", Tone.AMBER))
    left.addWidget(name_row)
    left.addWidget(Words("••• ••• 4 821 · Thẻ … 0188 · Thành viên từ 03/2025", "base", "quiet", wrap=True))
    left.addWidget(
        WrapRow(
            Chip("Sinh nhật 24/11 — nhân đôi điểm", Tone.AMBER),
            Chip("120 điểm hết hạn 30/11", Tone.RED),
            Chip("Hay gọi: Bạc xỉu", Tone.BRAND),
            Chip("Bạc", Tone.PLAIN),
        )
    )
    right = QVBoxLayout()
    points = Fitted("1.284", "huge", "brand")
    points.setAlignment(Qt.AlignmentFlag.AlignRight)
    worth = Words("điểm · ≈ 128.400 ₫", "base", "quiet")
    worth.setAlignment(Qt.AlignmentFlag.AlignRight)
    right.addWidget(points)
    right.addWidget(worth)
    names.addLayout(left, 1)
    names.addLayout(right)
    member.body.addLayout(names)
    rewards = Panel("Đổi được ngay", flush=True)
    rewards.header.addWidget(KeyCap("F6"))
    rewards.body.addWidget(_rewards())
    done = Panel("Vừa xong", flush=True)
    done.header.addWidget(Words("Hoàn tác giao dịch cuối", "small", "quiet"))
    done.header.addWidget(KeyCap("Ctrl"))
    done.header.addWidget(KeyCap("Z"))
    recent = RowList("Vừa xong")
    recent.set_rows(
        [
            Row("14:02 · Trần Thị Mai", "HĐ 10234 · 86.000 ₫", "+8", "brand"),
            Row("13:58 · Lê Hoàng Anh", "Tặng 1 bạc xỉu", "−300", "red"),
        ]
    )
    done.body.addWidget(recent)
    find = FindBox("F2")
    find.setAccessibleName("Tìm khách")
    whole.addLayout(_column(find, member, rewards, done), 2)
    bill = Panel()
    bill.body.addWidget(Words("Tổng hoá đơn", "base", "quiet"))
    amount = AmountBox(read_thousands)
    amount.set_amount(125_000)
    amount.setAccessibleName("Tổng hoá đơn")
    bill.body.addWidget(amount)
    pair = QHBoxLayout()
    pair.addWidget(FieldBox("Số hoá đơn", "10235"))
    pair.addWidget(FieldBox("Món (tuỳ chọn)", placeholder="Thêm món…"))
    bill.body.addLayout(pair)
    earned = Panel(fill="brand_soft", edge="")
    top = QHBoxLayout()
    top.addWidget(Words("Khách được cộng"), 1, Qt.AlignmentFlag.AlignBottom)
    top.addWidget(Fitted("+26", "display", "brand"))
    earned.body.addLayout(top)
    bill.body.addWidget(earned)
    bill.body.addWidget(
        Words("Sau giao dịch: 1.310 điểm · còn 190.000 ₫ nữa lên hạng Kim cương", "small", wrap=True)
    )
    line = ProgressLine(Tone.AMBER)
    line.setAccessibleName("Hạng")
    line.set_part(94, 100)
    bill.body.addWidget(line)
    bill.body.addWidget(ActionButton("Cộng điểm", "Enter", Look.PRIMARY, large=True))
    foot = QHBoxLayout()
    foot.addWidget(ActionButton("Đổi thưởng", "F6"))
    foot.addWidget(ActionButton("Trả hàng", "F8"))
    bill.body.addLayout(foot)
    bill.body.addStretch(1)
    whole.addWidget(bill, 1)
    return page


def states_page() -> QWidget:
    """Buttons, fields and choices in every state."""
    page = QWidget()
    grid = QGridLayout(page)
    for row, look in enumerate(Look):
        for column, state in enumerate(("default", "over", "focus", "down", "disabled")):
            button = ActionButton(f"Lưu {state}", "F9", look)
            button.setObjectName(state)
            button.setEnabled(state != "disabled")
            button.setDown(state == "down")
            grid.addWidget(button, row, column)
    narrow = ActionButton("Hoàn tác giao dịch vừa xong", "Ctrl Z")
    narrow.setMaximumWidth(theme().px(150))
    grid.addWidget(narrow, 4, 0)
    grid.addWidget(ActionButton("In thẻ", icon="printer"), 4, 1)
    grid.addWidget(ActionButton("Thêm luật…", icon="add", look=Look.QUIET), 4, 2)
    ticks = (Tick("Khách đồng ý tham gia chương trình và cho quán giữ số điện thoại"), Tick("Đã chọn"))
    ticks[1].setChecked(True)
    switches = (Switch("Tắt"), Switch("Chế độ nghìn đồng"))
    switches[1].setChecked(True)
    shut = Switch("Không dùng được")
    shut.setChecked(True)
    shut.setEnabled(False)
    left = _column(*ticks, *switches, shut)
    grid.addLayout(left, 5, 0, 1, 2)
    wrong = FieldBox("Số điện thoại của khách hàng thân thiết", "09123")
    wrong.show_error("Số điện thoại cần đủ 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.")
    combo = Combo("Làm tròn")
    combo.addItems(["xuống", "lên", "gần nhất"])
    shut_box = FieldBox("Mã thẻ", "9812 3456")
    shut_box.setEnabled(False)
    find = FindBox("F2")
    find.setPlaceholderText("Quét thẻ, 4 số cuối điện thoại hoặc tên…")
    find.setAccessibleName("Tìm khách")
    thousands = AmountBox(read_thousands)
    thousands.setAccessibleName("Tổng hoá đơn")
    thousands.setText("125")
    thousands.textEdited.emit("125")
    bad = AmountBox(read_thousands)
    bad.setAccessibleName("Tổng hoá đơn")
    bad.setText("12abc")
    bad.textEdited.emit("12abc")
    notice = Notice()
    notice.say("Số hoá đơn 10234 đã ghi lúc 14:02 cho Trần Thị Mai, 86.000 ₫.")
    grid.addLayout(
        _column(find, wrong, shut_box, Field("Làm tròn", combo), thousands, bad, notice, Elided(LONG)),
        5,
        2,
        1,
        3,
    )
    return page


def banners_page() -> QWidget:
    """Banners, empty states, long texts and the table."""
    page = QWidget()
    done, failed, asked = Banner(), Banner(), Banner()
    done.say(BannerKind.SUCCESS, "Đã cộng 26 điểm cho Nguyễn Văn Đức", "Khách trả 125.000 ₫ · còn 1.310 điểm")
    failed.say(BannerKind.ERROR, "Chưa ghi được hoá đơn", f"Ổ đĩa đầy. Giải phóng chỗ rồi thử lại. {LONG}")
    asked.say(
        BannerKind.QUESTION,
        "Có phải cùng một hoá đơn?",
        "86.000 ₫ của khách này vừa ghi lúc 14:02, trước khi máy tắt đột ngột.",
        [Choice("same", "Cùng một hoá đơn", "Esc"), Choice("new", "Hoá đơn mới", "Enter", Look.PRIMARY)],
    )
    table = Table("Thành viên", all_rows=True)
    names = ("Trần Thị Mai", "Lê Hoàng Anh", LONG)
    table.set_rows(
        [
            Column("Tên", wide=True),
            Column("Điện thoại"),
            Column("Điểm", figures=True),
            Column("Chi tiêu", figures=True),
        ],
        [
            [
                Cell(name, strong=True),
                Cell("0912 345 678", "quiet"),
                Cell("1.111"),
                Cell("11.117.000 ₫", strong=True),
            ]
            for name in names
        ],
    )
    table.selectRow(1)
    bar = SideBar("Quán Cà Phê Mây")
    bar.set_places(
        [
            ("counter", "Quầy thu ngân", "counter"),
            ("members", "Thành viên", "people"),
            ("program", "Chương trình", "program"),
            ("cards", "Thẻ & in ấn", "card"),
            ("link", "Kết nối & đồng bộ hoá với máy khác", ""),
        ]
    )
    bar.go_to("program")
    empty = EmptyState(
        "gift",
        "Chưa có phần thưởng nào. Thêm một phần thưởng để khách có cái để chờ.",
        ActionButton("Thêm phần thưởng", look=Look.PRIMARY),
    )
    whole = QHBoxLayout(page)
    whole.addWidget(bar)
    whole.addLayout(_column(done, failed, asked, table, empty), 1)
    return page


def _touch_states(page: QWidget) -> None:
    for button in page.findChildren(ActionButton):
        if button.objectName() == "over":
            at = QPointF(5, 5)
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
            QApplication.sendEvent(button, QEnterEvent(at, at, at))
        if button.objectName() == "focus":
            button.setFocus()


def paint_all(out: Path, ratio_note: str = "") -> list[Path]:
    """Write every page in both schemes at 100, 150 and 200 %."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for scale in (100, 150, 200):
            apply_theme(app, scheme, scale)
            for name, make in (("till", till_page), ("states", states_page), ("banners", banners_page)):
                page = make()
                around = ScrollArea(page)
                around.resize(1280 if scale < 200 else 1366, 900)
                around.show()
                around.activateWindow()
                app.processEvents()
                _touch_states(page)
                app.processEvents()
                around.resize(around.width(), max(700, page.sizeHint().height(), page.heightForWidth(1250)))
                app.processEvents()
                path = out / f"{name}-{scheme.value}-{scale}{ratio_note}.png"
                around.grab().save(str(path))
                written.append(path)
                around.close()
                around.deleteLater()
                app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return written


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    for painted in paint_all(Path(sys.argv[1])):
        sys.stdout.write(f"{painted}\n")
