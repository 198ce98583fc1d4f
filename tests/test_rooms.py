"""Laws of the layout that no other tool checks: exact numbers, known neighbours, clean text."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "loyalpos").rglob("*.py"))

EXACT_DIVISIONS = {
    "points / sum((Fraction(rule.points, rule.per_vnd) for rule in rules))",
}
"""Divisions by or of a Fraction: they stay exact. Any other `/` on numbers makes a float."""

QT_ROOMS = {
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    "QtNetwork",
    "QtDBus",
    "QtTest",
}
"""Parts of Qt in PySide6-Essentials under the LGPL; QtCharts, QtHttpServer and their like are GPL only."""

QT_NAME = re.compile(r"\bPySide6\.(\w+)|\b(Qt[A-Z]\w*)")
"""What may be a part of Qt, wherever it stands in a text."""

CATCH_ALL = {"loyalpos/ui/jobs.py", "loyalpos/app.py"}

UNWANTED = re.compile(
    r"index[-]url|/simpl[e]/|\"resolve[d]\":|pypi[.]or[g]|pythonhoste[d]|/roo[t]/|/wor[k]/(main|shared)|/tm[p]/[a-z]"
)
"""Addresses of package registries and paths of one machine (the brackets keep this line itself out)."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def walked(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def nodes(rooms: tuple[str, ...]) -> Iterator[tuple[str, ast.AST]]:
    for path in SOURCES:
        if path.relative_to(ROOT / "loyalpos").parts[0] in rooms:
            for node in walked(path):
                yield f"{name_of(path)}:{getattr(node, 'lineno', 0)}", node


def imported(path: Path) -> Iterator[str]:
    for node in walked(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def joins_folders(node: ast.BinOp) -> bool:
    """Tell whether a `/` joins folders: a text stands on its right, or a name that says so on its left."""
    if isinstance(node.right, ast.JoinedStr) or (
        isinstance(node.right, ast.Constant) and isinstance(node.right.value, str)
    ):
        return True
    if isinstance(node.left, ast.BinOp):
        return joins_folders(node.left)
    return ast.unparse(node.left).lower().endswith(("folder", "path", "parent"))


def test_no_sentence_hides_in_an_f_string() -> None:
    # Qt's collector does not look into them, and the sentence would stay English.
    found = [
        f"{place}: {ast.unparse(part)}"
        for place, node in nodes(("ui", "printing"))
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if isinstance(part, ast.Call)
        and isinstance(part.func, ast.Attribute)
        and part.func.attr in ("tr", "translate")
        and any(isinstance(given, ast.Constant) for given in part.args)
    ]
    assert found == []


def test_no_float_comes_near_money_or_points() -> None:
    found = []
    for where, node in nodes(("engine", "store")):
        is_constant = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        is_name = isinstance(node, ast.Name) and node.id == "float"
        is_division = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)
        if isinstance(node, ast.BinOp) and is_division:
            is_division = not joins_folders(node) and ast.unparse(node) not in EXACT_DIVISIONS
        if is_constant or is_name or is_division:
            found.append(f"{where}: {ast.unparse(node)}")
    assert found == []


def test_no_exact_division_is_listed_that_is_gone() -> None:
    present = {
        ast.unparse(node)
        for _where, node in nodes(("engine", "store"))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    }
    assert EXACT_DIVISIONS - present == set()


def test_printing_knows_no_widgets() -> None:
    found = [
        (name_of(path), name)
        for path in SOURCES
        if "printing" in path.parts
        for name in imported(path)
        if name.startswith("PySide6.QtWidgets")
    ]
    assert found == []


def test_only_free_parts_of_qt_are_used() -> None:
    known = QT_ROOMS | {"__file__", "__version__"}
    found = [
        (name_of(path), name)
        for path in [*SOURCES, *(ROOT / "tests").rglob("*.py")]
        # Reading a file as text is a hundredth of reading it as Python.
        if {of or alone for of, alone in QT_NAME.findall(path.read_text(encoding="utf-8"))} - known
        for name in imported(path)
        if name.startswith("PySide6.") and name.split(".")[1] not in known
    ]
    assert found == []


def test_an_import_inside_a_function_gives_its_reason() -> None:
    found = [
        f"{name_of(path)}:{at}: {line.strip()}"
        for path in SOURCES
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if "PLC0415" in line and not re.search(r"# noqa: PLC0415 - \S+", line)
    ]
    assert found == []


def test_only_two_files_may_catch_what_they_do_not_know() -> None:
    found = []
    for path in SOURCES:
        for node in walked(path):
            if not isinstance(node, ast.ExceptHandler) or name_of(path) in CATCH_ALL:
                continue
            caught = "BaseException" if node.type is None else ast.unparse(node.type)
            # What is raised again was not swallowed.
            passed_on = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
            if re.search(r"\b(Base)?Exception\b", caught) and not passed_on:
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_every_package_is_listed_for_the_build() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        listed = set(tomllib.load(file)["tool"]["setuptools"]["packages"])
    on_disk = {name_of(path.parent).replace("/", ".") for path in SOURCES if path.name == "__init__.py"}
    assert listed == on_disk | {"loyalpos.resources"}


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    rooms = ("loyalpos", "packaging", "resources", "tests", ".ci")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    found = []
    for path in files:
        if path.suffix in {".svg", ".pyc", ".qm"} or "__pycache__" in path.parts:
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{name_of(path)}: {hit.group()}" for hit in UNWANTED.finditer(text)]
    assert len(files) > 50
    assert found == []


def test_qt_is_of_the_line_that_keeps_none_alive() -> None:
    assert PySide6.__version__.startswith("6.11.")


class _Bell(QObject):
    rung = Signal(int)


@pytest.mark.usefixtures("qapp")
def test_nones_reference_count_stays_flat_over_ten_thousand_calls() -> None:
    """A binding that gives back None without counting it frees None in the end, and the process with it."""
    bell = _Bell()
    bell.rung.connect(lambda _count: None)
    before = sys.getrefcount(None)
    for count in range(10_000):
        bell.setObjectName("bell")
        bell.rung.emit(count)
        bell.setProperty("count", None)
        bell.installEventFilter(bell)
        # Asked each time: a count that falls is seen before the process dies of it.
        assert abs(sys.getrefcount(None) - before) < 100
