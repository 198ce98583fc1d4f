"""The typeface of everything printed: Be Vietnam Pro, loaded once per process."""

from __future__ import annotations

import threading
from enum import Enum
from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

__all__ = ["Weight", "typeface"]


class Weight(Enum):
    """This is a weight of the typeface; the value is the name of its file's cut."""

    LIGHT = "Light"
    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


_QT_WEIGHTS = {
    Weight.LIGHT: QFont.Weight.Light,
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}


class _Made(threading.local):
    """Fonts that were made; a thread's own, because Qt loads a font's glyphs for the thread that uses it."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[str, int, int], QFont] = {}


_MADE = _Made()


def typeface(weight: Weight, size: int, *, spacing_percent: int = 100) -> QFont:
    """Make a font for a painter, sized in the painter's own units.

    Args:
        weight: Cut of the typeface.
        size: Height of the em in painter units (points would depend on the device's resolution, and a scaled
            painter loses text set in points).
        spacing_percent: Advance of each letter, 100 for the typeface's own.

    Returns:
        An unhinted font, so that letters keep their place at every size and resolution. Not to be changed.
    """
    wanted = (weight.value, size, spacing_percent)
    made = _MADE.fonts.get(wanted)
    if made is None:
        made = _MADE.fonts[wanted] = _make(weight, size, spacing_percent)
    return made


def _make(weight: Weight, size: int, spacing_percent: int) -> QFont:
    font = QFont(_family(weight))
    font.setWeight(_QT_WEIGHTS[weight])
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A ligature is one glyph, and a name selected in the PDF file would come out as "Oﬃce".
    font.setFeature(QFont.Tag("liga"), 0)
    if spacing_percent != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing_percent)
    return font


@cache
def _family(weight: Weight) -> str:
    # Windows names the in-between cuts as families of their own, so each file is asked for its family.
    path = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight.value}.ttf"
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    assert families, f"the typeface {path} cannot be loaded"
    return families[0]
