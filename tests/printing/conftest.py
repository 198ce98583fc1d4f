from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from loyalpos.printing.card import CardFace
from loyalpos.printing.customer import tongue
from loyalpos.settings import resource

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NAMES = (
    "Nguyễn Văn Đức",
    "Trần Thị Ngọc Ánh",
    "Lê Hoàng Phương Uyên",
    "Đặng Thuỳ Trâm",
    "Phạm Ngũ Lão",
    "Huỳnh Thúc Kháng",
    "Võ Thị Sáu",
    "Bùi Xuân Phái",
    "Đỗ Ỷ Lan",
    "Hồ Xuân Hương",
    "ĐOÀN THỊ ĐIỂM",
    "Ngô Quyền",
    "Tôn Nữ Thị Ninh",
    "Y Moan Ênuôl",
    "H'Hen Niê",
    "Lý Ửu Ẵm",
    "An",
    "Fifi Office Waffle",
)


@pytest.fixture(autouse=True)
def _gui(qapp: QCoreApplication) -> None:
    """Fonts and painters need a running application."""


@pytest.fixture(scope="session")
def vietnamese_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiled = tmp_path_factory.mktemp("catalogue") / "printing_vi.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    source = resource("translations", "printing_vi.ts")
    subprocess.run([lrelease, source, "-qm", compiled], check=True, capture_output=True)
    return compiled


@pytest.fixture(scope="session", autouse=True)
def _tongues(vietnamese_catalogue: Path) -> Iterator[None]:
    """What customers read is in the translations as they stand; the set-up need not have compiled them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tongue, "resource", lambda *_parts: vietnamese_catalogue)
        tongue.tongue_of.cache_clear()
        yield
    tongue.tongue_of.cache_clear()


@pytest.fixture
def vietnamese(vietnamese_catalogue: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(vietnamese_catalogue))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if name == "vi":
        request.getfixturevalue("vietnamese")
    return name


def face(
    name: str | None = "Nguyễn Văn Đức",
    *,
    number: int = 345678901288,
    shop: str = "Quán Cà Phê Mây",
    since: date | None = None,
    lines: tuple[str, ...] = ("Cứ 10.000 ₫ tích 1 điểm.", "Tháng sinh nhật tích gấp đôi."),
    contact: str = "12 Hàng Bài, Hà Nội · 024 3825 0000",
    brand: str = "#0f6e5f",
) -> CardFace:
    return CardFace(
        shop_name=shop,
        member_name=name,
        code=f"98{number:014d}",
        since=since,
        program_lines=lines,
        contact_line=contact,
        brand=brand,
    )


def faces(count: int) -> list[CardFace]:
    return [face(NAMES[at % len(NAMES)], number=at * 7_919_000_017 % 10**14) for at in range(count)]
