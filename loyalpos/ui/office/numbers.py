"""Small boxes in the middle of a sentence: đồng, whole numbers, per cent, factors, days."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import AmountProblem, group_digits, parse_amount
from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.earning import times
from loyalpos.ui.words.rewards import percent

__all__ = ["DayBox", "InlineBox", "Number", "NumberBox", "SignedBox"]

_LONGEST = 40
_SIGN = "₫"
_GAP = {"%": ""}
_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?%?")
_TIMES = re.compile(r"[×xX]?\s*([0-9]{1,5})(?:[.,]([0-9]{1,4}))?")
_DAY = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")


class Number(Enum):
    """What a box holds."""

    VND = "vnd"
    WHOLE = "whole"
    PERCENT = "percent"
    TIMES = "times"


class InlineBox(Box):
    """A box as wide as what stands in it, with its unit painted behind.

    Signals:
        changed(): What stands in it means something else now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._unit = self._one = ""
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.textChanged.connect(self._fit)
        self.textEdited.connect(self.changed)
        self.editingFinished.connect(self._tidy)

    def set_unit(self, unit: str, one: str = "") -> None:
        """Name what is counted, e.g. ``điểm``; ``one`` where a single one is called otherwise."""
        self._unit, self._one = unit, one or unit
        self.follow_theme()

    def unit(self) -> str:
        """What stands behind the number now."""
        return self._unit

    def setPlaceholderText(self, text: str) -> None:
        """Say what an empty box means, with room for it."""
        super().setPlaceholderText(text)
        self.updateGeometry()

    def in_words(self) -> str:
        """What stands here with its unit, or what an empty box means."""
        typed = self.text().strip() or self.placeholderText()
        unit = self.unit()
        return typed if not unit or not self.text().strip() else typed + _GAP.get(unit, "\u00a0") + unit

    def follow_theme(self) -> None:
        """Take font and margins, the unit's room among them."""
        super().follow_theme()
        look = theme()
        self.setFont(look.font("strong"))
        behind = self._unit_width() + look.px(4) if self.unit() else 0
        self.setTextMargins(look.px(8), look.px(4), look.px(8) + behind, look.px(4))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the text, or for the placeholder, and the unit."""
        look = theme()
        shown = self.text() or self.placeholderText() or "0"
        width = QFontMetrics(look.font("strong")).horizontalAdvance(shown)
        margins = self.textMargins()
        return QSize(
            max(look.px(52), width + margins.left() + margins.right() + look.px(12)),
            super().sizeHint().height(),
        )

    def minimumSizeHint(self) -> QSize:
        """The same: a number is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the unit behind the number."""
        super().paintEvent(event)
        if not self.unit():
            return
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("quiet"))
        right = self.width() - look.px(12)
        place = QRect(right - self._unit_width(), 0, self._unit_width() + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.unit())

    def _unit_width(self) -> int:
        return QFontMetrics(theme().font("strong")).horizontalAdvance(self.unit())

    def _fit(self) -> None:
        self.follow_theme()

    def _tidy(self) -> None:
        """Write what stands here the usual way, once typing is over."""


class NumberBox(InlineBox):
    """A box for one number of a rule; ``optional`` ones may be empty, which is None.

    Thousands mode is for the counter: in a rule, where 100 ₫ and 100.000 ₫ both make sense, what is typed
    is what is meant.
    """

    def __init__(self, number: Number, *, optional: bool = False, parent: QWidget | None = None) -> None:
        self._number = number
        self._optional = optional
        super().__init__(parent)

    def set_value(self, value: int | None) -> None:
        """Put a number in, or empty the box."""
        self.setText("" if value is None else self._written(value))
        self.set_wrong(False)

    def count_in(self, number: Number) -> None:
        """Hold another kind of number from now on; the digits stay."""
        if number is not self._number:
            self._number = number
            self.follow_theme()

    def value(self) -> int | None:
        """The number in đồng, pieces or basis points; None where there is none or it cannot be read."""
        read = self._read()
        return read if isinstance(read, int) else None

    def is_unreadable(self) -> bool:
        """Tell whether something stands here that is no number, or nothing where a number is needed."""
        if not self.text().strip():
            return not self._optional
        return self.value() is None

    def unit(self) -> str:
        """What stands behind the number."""
        counted = self._one if self.value() == 1 else self._unit
        return {Number.PERCENT: "%", Number.VND: _SIGN, Number.WHOLE: counted}.get(self._number, "")

    def _read(self) -> int | AmountProblem:
        typed = self.text().strip()
        if self._number is Number.PERCENT:
            return _basis_points(typed)
        if self._number is Number.TIMES:
            return _factor(typed)
        read = parse_amount(typed, thousands=False)
        return 0 if read is AmountProblem.ZERO else read

    def _written(self, value: int) -> str:
        match self._number:
            case Number.PERCENT:
                return percent(value).rstrip("%")
            case Number.TIMES:
                return f"×{times(value)}"
            case _:
                return group_digits(value)

    def _tidy(self) -> None:
        value = self.value()
        if value is not None and self.text() != self._written(value):
            self.setText(self._written(value))


class SignedBox(NumberBox):
    """A box for a whole number that may be below zero."""

    def __init__(self) -> None:
        super().__init__(Number.WHOLE)

    def set_value(self, value: int | None) -> None:
        """Put a number in."""
        super().set_value(value if value is None else abs(value))
        if value is not None and value < 0:
            self.setText(f"-{self.text()}")

    def value(self) -> int | None:
        """The number; None where there is none."""
        typed = self.text().strip()
        if not typed.startswith("-"):
            return super().value()
        digits = typed[1:].replace(".", "")
        return -int(digits) if digits.isascii() and digits.isdigit() else None

    def _tidy(self) -> None:
        """Leave it as it was typed."""


class DayBox(InlineBox):
    """A box for one day, written ``10/02/2027``."""

    def set_day(self, on: date | None) -> None:
        """Put a day in, or empty the box."""
        self.setText("" if on is None else day(on))

    def day(self) -> date | None:
        """The day, or None where it cannot be read."""
        written = _DAY.fullmatch(self.text().strip())
        if written is None:
            return None
        first, month, year = (int(part) for part in written.groups())
        try:
            return date(year, month, first)
        except ValueError:
            return None

    def _tidy(self) -> None:
        on = self.day()
        if on is not None:
            self.set_day(on)


def _basis_points(typed: str) -> int | AmountProblem:
    written = _PERCENT.fullmatch(typed)
    if written is None:
        return AmountProblem.NOT_A_NUMBER
    whole, part = written.groups()
    return int(whole) * 100 + int((part or "0").ljust(2, "0"))


def _factor(typed: str) -> int | AmountProblem:
    written = _TIMES.fullmatch(typed)
    if written is None:
        return AmountProblem.NOT_A_NUMBER
    whole, part = written.groups()
    return int(whole) * 10_000 + int((part or "0").ljust(4, "0"))
