"""Translations are collected, compared and compiled with Qt's own tools."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import catalogues
import pytest
from environment import script_of

from tests.packaging.doctored import ROOT

SOURCE = """
from PySide6.QtCore import QObject

class Box(QObject):
    def words(self) -> str:
        return self.tr("Scan a card")
"""
PLURAL = """
from PySide6.QtCore import QObject

class Count(QObject):
    def words(self, count: int) -> str:
        return self.tr("%n point(s)", "", count)
"""
NO_PLURAL = """
from PySide6.QtCore import QCoreApplication

def points(count: int) -> str:
    return QCoreApplication.translate("Box", "%n point(s)", None, count)
"""


def tool(name: str) -> Path:
    return script_of(Path(sys.prefix), name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "Cửa hàng Bà Năm"
    (made / "loyalpos" / "ui" / "counter").mkdir(parents=True)
    (made / "loyalpos" / "ui" / "counter" / "box.py").write_text(SOURCE, encoding="utf-8")
    (made / catalogues.FOLDER).mkdir(parents=True)
    return made


def vietnamese(root: Path) -> Path:
    return root / catalogues.FOLDER / "counter_vi.ts"


def translate(root: Path, words: str) -> None:
    file = vietnamese(root)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('<translation type="unfinished"></translation>', f"<translation>{words}</translation>"),
        encoding="utf-8",
    )


def test_a_new_sentence_is_collected_and_reported_until_it_is_translated(root: Path) -> None:
    folder = root / catalogues.FOLDER
    assert catalogues.refresh(root, tool("pyside6-lupdate"), folder) == ["counter_vi.ts: Scan a card"]
    translate(root, "Quét thẻ")
    assert catalogues.refresh(root, tool("pyside6-lupdate"), folder) == []


def test_an_empty_translation_is_not_a_finished_one(root: Path) -> None:
    catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    translate(root, " ")
    assert catalogues.unfinished(root / catalogues.FOLDER) == ["counter_vi.ts: Scan a card"]


def test_comparing_finds_a_new_sentence_and_changes_no_file(root: Path) -> None:
    catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    translate(root, "Quét thẻ")
    before = vietnamese(root).read_bytes()
    assert catalogues.compare(root, tool("pyside6-lupdate")) == []
    box = root / "loyalpos" / "ui" / "counter" / "box.py"
    box.write_text(SOURCE.replace("Scan a card", "Scan a voucher"), encoding="utf-8")
    assert catalogues.compare(root, tool("pyside6-lupdate")) == ["counter_vi.ts: Scan a voucher"]
    assert vietnamese(root).read_bytes() == before


def test_english_holds_plural_forms_and_nothing_else(root: Path) -> None:
    english = root / catalogues.FOLDER / "counter_en.ts"
    catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    assert not english.exists()
    (root / "loyalpos" / "ui" / "counter" / "points.py").write_text(PLURAL, encoding="utf-8")
    lines = catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    assert "counter_en.ts: %n point(s)" in lines
    assert "Scan a card" not in english.read_text(encoding="utf-8")


def test_a_plural_that_qt_does_not_see_as_one_is_reported(root: Path) -> None:
    (root / "loyalpos" / "ui" / "counter" / "box.py").write_text(NO_PLURAL, encoding="utf-8")
    catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    translate(root, "%n điểm")
    lines = catalogues.unfinished(root / catalogues.FOLDER)
    assert lines == ["counter_vi.ts: not collected as a plural form: %n point(s)"]


def test_translations_are_compiled_when_one_is_newer_and_only_then(root: Path) -> None:
    catalogues.refresh(root, tool("pyside6-lupdate"), root / catalogues.FOLDER)
    translate(root, "Quét thẻ")
    compiled = root / catalogues.FOLDER / "loyalpos_vi.qm"
    catalogues.compile_stale(root, tool("pyside6-lrelease"))
    first = compiled.read_bytes()
    assert "Quét thẻ".encode("utf-16-be") in first
    os.utime(vietnamese(root), ns=(1, 1))
    compiled.write_bytes(b"left alone")
    catalogues.compile_stale(root, tool("pyside6-lrelease"))
    assert compiled.read_bytes() == b"left alone"
    os.utime(compiled, ns=(0, 0))
    catalogues.compile_stale(root, tool("pyside6-lrelease"))
    assert compiled.read_bytes() == first


def test_without_translations_nothing_is_compiled(root: Path) -> None:
    catalogues.compile_stale(root, tool("pyside6-lrelease"))
    assert list((root / catalogues.FOLDER).iterdir()) == []


def test_every_source_with_sentences_belongs_to_one_part() -> None:
    rooms = [*(ROOT / "loyalpos" / "ui").rglob("*.py"), *(ROOT / "loyalpos" / "printing").rglob("*.py")]
    for path in rooms:
        parts = [
            part
            for part, patterns in catalogues.PARTS.items()
            if any(path in set(ROOT.glob(pattern)) for pattern in patterns)
        ]
        assert len(parts) == 1, (path, parts)


def test_every_sentence_of_the_program_is_translated() -> None:
    assert catalogues.compare(ROOT, tool("pyside6-lupdate")) == []
