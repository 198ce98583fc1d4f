"""An eye that reads whole windows, in a made-up language and in Vietnamese, and the owner it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.printing.layouts import BUNDLED, bundled
from loyalpos.settings import Folders, TillSettings
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import install_language
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.window import OfficeWindow
from tests.shops import World, new_till
from tests.ui.pseudo import Pseudo, catalogue, cut_texts, english_in, foreign_words, painted_by, texts_of

__all__ = ["ALIKE", "DATA", "SAME_IN_BOTH", "Eye", "Owner", "eye", "owner"]


P = TypeVar("P", bound=Page)


DATA = (
    "Nguyễn Văn Đức",
    "Trần Thị Mai",
    "Nguyễn Lê Hoàng Anh",
    "Quán Cà Phê Mây",
    "điểm",
    "Lan",
    "Giảm 50.000 ₫",
    "Tặng 1 bạc xỉu",
    "Dùng điểm trả một phần",
    "Giảm 10%",
    "Quà mới",
    "Tiệm Gội Lan",
    "LoyalPOS",
    # Layouts say what they are called in both languages, those of the program as the owner's own.
    *(bundled(name).title.en for name in BUNDLED),
    # What stands in the panels' states.
    "Giảm 10% cho cả bàn",
    "Set quà Tết",
    "Vàng",
    "Kim cương",
    "Vòng quay may mắn",
    "Bánh flan",
    "Gội đầu",
    "Phiếu 10.000",
    "Vé quay số Tết",
    "Thẻ 10 ly",
    "Góp sách cho em",
    "Một buổi tập",
    "Ly sứ",
    "Túi vải",
    "Đặng Thị Thuỳ Trâm",
    "momo",
    "thẻ ngân hàng",
    "thẻ quà",
    "thẻ",
    "vàng",
    "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên",
    "Dị ứng đậu phộng, hay ngồi bàn 5 cạnh cửa sổ.",
    "Bạc xỉu",
    "Lê Hoàng Anh",
    "Phạm Quỳnh",
    "Hồ Xuân Hương",
    "OLD-4471-XZ",
    "nguyen van duc 99",
    # What customers see on their screen.
    "Đức",
    "Mai",
    "Hôm nay có bánh flan mới ra lò, mời quý khách dùng thử!",
    "Zalo 0912 345 678",
    "Công ty trách nhiệm hữu hạn Thương mại Dịch vụ Ẩm thực Hoàng Gia Phố Cổ",
    "Nguyễn-Hoàng-Phương-Uyên-Trang-Thuỳ",
    "Nguyễn-Hoàng-Phương-Uyê…",
    "Thành viên bạch kim trọn đời của quán",
    "Kim cương vĩnh cửu của quán Mây",
    "Kim cương vĩnh cửu của…",
    "hạt cà phê thơm",
    "Giảm năm mươi nghìn đồng cho hoá đơn từ một trăm nghìn đồng trở lên",
    # What is typed on the way.
    "Nguyen",
    "zzz 99",
    "THE-CU-0042",
    "Khách quý",
    "Vàng",
    "Kim cương",
    "xyzw",
    "duc",
    "Xe đạp",
    "Vàng",
    "Kim cương",
    "Spa Sen",
    # The shortest name a card is looked at with.
    "An",
    # A picture's file.
    "png",
    "abc",
    # The customer list that is taken in.
    "khach cu.csv",
    "cup.png",
    "Điện thoại",
    "Điểm",
    "Tên khách hàng",
    "Đặng Thu",
    "Sai Số",
    "Trần Thị Bích Ngọc",
    # The catalogue, and the list that is taken into it.
    "mon.csv",
    "Cà phê sữa",
    "Cà phê",
    "Trà đào",
    "Sinh tố bơ",
    "Bạc xỉu",
    "Tên món",
    "Mã món",
    "Giá vốn",
    "Giá",
    "Cao cấp",
    "Đang bán",
    "không",
    "có",
    "ca-phe-sua",
    "tra-dao",
    "sinh-to-bo",
    "CFS",
    "BX",
)
"""What the shop of these tests has typed: its own names, not the program's words."""


ALIKE = frozenset({"Tiếng Việt", "English"})
"""What each language is called in itself, so that everybody finds it."""


SAME_IN_BOTH = frozenset(
    {
        "PDF",
        "Logo",
        "A4",
        "A5",
        "CSV (*.csv)",
        "Excel (*.xlsx)",
        "24/11",
        "dd/mm/yyyy",
        "{count} KB",
        "{points} = {amount}",
        "{points_name} × {factor}",
        "Hotline: {number}",
        "{tag} ({count})",
        # Where customers heard of the shop.
        "Facebook",
        "TikTok",
        "Zalo",
        # Qt's names of printer's measures.
        "Cicero (CC)",
        "Didot (DD)",
        "Pica (P̸)",
        "Point (pt)",
    }
)
"""What is written alike in both languages."""


class Eye:
    """Looks at windows and judges every text."""

    def __init__(self, foreign: Callable[[str], str]) -> None:
        # Most words of a look were there at the last one.
        self._foreign = cache(foreign)
        self._found: dict[str, str] = {}
        self.read = 0

    def look(self, window: QWidget, where: str) -> None:
        """Read a window as it is now, and see whether all of it can be read."""
        # A text that needs another line is heard of by one layout after the other, up to the window.
        for _ in range(12):
            QApplication.processEvents()
        painted: list[str] = []
        with painted_by(painted.append):
            window.grab()
        for text in texts_of(window):
            self.judge(text.words, f"{where}: {text.widget} {text.part}")
        for words in painted:
            self.judge(words, f"{where}: painted")
        for cut in cut_texts(window):
            self._found.setdefault(cut, where)

    def judge(self, words: str, where: str) -> None:
        """Read something that is said."""
        self.read += 1
        if foreign := self._foreign(words):
            self._found.setdefault(f"“{words}” has “{foreign}”", where)

    def verdict(self) -> None:
        """Fail if anything was wrong anywhere."""
        assert self.read > 10
        assert not self._found, "\n".join(f"{where}: {what}" for what, where in self._found.items())


@pytest.fixture(params=["marked", "vietnamese"])
def eye(request: pytest.FixtureRequest, speaking: QApplication) -> Iterator[Eye]:
    """An eye for what is not of the catalogue, and one for English in the Vietnamese screens."""
    known = catalogue()
    if request.param == "vietnamese":
        install_language(speaking, "vi")
        looking = Eye(english_in(known))
        yield looking
        looking.verdict()
        return
    translator = Pseudo(known)
    speaking.installTranslator(translator)
    looking = Eye(lambda words: "" if words in ALIKE else foreign_words(words, DATA))
    yield looking
    speaking.removeTranslator(translator)
    looking.verdict()


class Owner:
    """An owner in the office, under the eye."""

    def __init__(self, qtbot: QtBot, folder: Path, eye: Eye) -> None:
        self.qtbot = qtbot
        self.eye = eye
        self.world = World()
        self.till = new_till(folder, self.world)
        self.folders = Folders(folder)
        self.lanes = [Lane(name) for name in ("reader", "writer", "files", "paper")]
        reader, writer, files, paper = self.lanes
        self.window = OfficeWindow(
            reader, writer, files, paper, self.folders, TillSettings(), self.world.clock
        )
        self._heard: set[str] = set()
        self._hear("members")
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.attach(self.till)
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=60_000)
            QApplication.processEvents()

    def _hear(self, name: str) -> None:
        """Read what a page says, from when it is made."""
        if name not in self._heard:
            self._heard.add(name)
            page = self.window.place(name)
            page.said.connect(lambda _kind, title, more: self.eye.judge(f"{title}\n{more}", "said"))

    def go_to(self, name: str, kind: type[P]) -> P:
        self._hear(name)
        self.window.go_to(name)
        self.settle()
        page = self.window.page()
        assert isinstance(page, kind)
        self.look(name)
        return page

    def look(self, where: str) -> None:
        self.settle()
        self.eye.look(self.window, where)

    def click(self, button: QAbstractButton) -> None:
        button.click()
        self.settle()
        self.look(f"after “{button.text()}”")

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()


@pytest.fixture
def owner(qtbot: QtBot, tmp_path: Path, eye: Eye) -> Iterator[Owner]:
    opened = Owner(qtbot, tmp_path, eye)
    yield opened
    opened.close()
