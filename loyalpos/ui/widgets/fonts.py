"""The type of the till: where its fonts are and which size each kind of text has."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase

__all__ = ["TYPE", "TypeRole", "load_fonts", "made_font"]

WORDS = "Be Vietnam Pro"
FIGURES = "Inter"

_FILES = (
    ("fontpkg_be_vietnam_pro", "BeVietnamPro-Regular.ttf"),
    ("fontpkg_be_vietnam_pro", "BeVietnamPro-SemiBold.ttf"),
    ("fontpkg_be_vietnam_pro", "BeVietnamPro-Bold.ttf"),
    ("fontpkg_inter", "Inter[opsz,wght].ttf"),
)

_loaded: list[int] = []


class TypeRole(Struct, frozen=True):
    """One step of the type scale: size in logical pixels at 100 %, weight, family."""

    size_px: int
    weight: int = 400
    family: str = WORDS


TYPE: dict[str, TypeRole] = {
    "small": TypeRole(13),
    "small_strong": TypeRole(13, 600),
    "base": TypeRole(15),
    "strong": TypeRole(15, 600),
    "heading": TypeRole(18, 600),
    "title": TypeRole(24, 700),
    "name": TypeRole(28, 700),
    "display": TypeRole(42, 700),
    "huge": TypeRole(64, 700),
    "button": TypeRole(15, 600),
    "button_large": TypeRole(20, 600),
    "key": TypeRole(12, 600),
    "figure": TypeRole(15, 400, FIGURES),
    "figure_strong": TypeRole(15, 600, FIGURES),
    "figure_small": TypeRole(13, 400, FIGURES),
    "figure_large": TypeRole(24, 700, FIGURES),
}


def _folder(package: str) -> Path | None:
    # find_spec does not run the package: fontpkg's own look-up imports its whole registry.
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "files"


def load_fonts() -> None:
    """Make the till's fonts known to Qt, once; where one is missing Qt's own choice stands in."""
    if _loaded:
        return
    for package, name in _FILES:
        folder = _folder(package)
        if folder is not None:
            _loaded.append(QFontDatabase.addApplicationFont(str(folder / name)))


def made_font(role: TypeRole, scale_percent: int) -> QFont:
    """Make the font of a step of the type scale at a text size of 90–200 %."""
    # A copy, which costs nothing: whoever asked may change it.
    return QFont(_font(role, scale_percent))


@lru_cache(maxsize=256)
def _font(role: TypeRole, scale_percent: int) -> QFont:
    font = QFont(role.family)
    font.setPixelSize(max(1, role.size_px * scale_percent // 100))
    font.setWeight(QFont.Weight(role.weight))
    if role.family == FIGURES:
        # Inter comes as one variable file: its weight is an axis, and its figures are only of
        # equal width (columns!) with the feature switched on.
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setVariableAxis(QFont.Tag("wght"), role.weight)
    return font
