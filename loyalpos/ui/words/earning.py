"""What a bill earns, rule by rule, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.earning import EarnLine, LineKind
from loyalpos.engine.money import vnd
from loyalpos.ui.words.points import signed

__all__ = ["line_points", "line_text", "next_point_text", "short_line"]


def line_text(line: EarnLine) -> str:
    """Explain one rule's part: ``125.000 ₫ ÷ 10.000 ₫``."""
    match line.kind:
        case LineKind.AMOUNT:
            division = f"{vnd(line.base_vnd)} ÷ {vnd(line.per_vnd)}"
            return division if line.per_points == 1 else f"{division} × {line.per_points}"
        case LineKind.BELOW_MINIMUM:
            words = QCoreApplication.translate("Earning", "Bills from {amount} up earn points")
            return words.format(amount=vnd(line.limit_vnd))
        case LineKind.CARRIED if line.points < 0:
            return QCoreApplication.translate("Earning", "Remainder of an earlier return")
        case LineKind.CARRIED:
            return QCoreApplication.translate("Earning", "Remainders of earlier bills added up")
        case LineKind.UNKNOWN:
            return QCoreApplication.translate(
                "Earning", "A rule this version does not know gives no points – update the program"
            )


def short_line(line: EarnLine) -> str:
    """Name one rule's part for a narrow strip: ``12 basic``."""
    match line.kind:
        case LineKind.AMOUNT:
            words = QCoreApplication.translate("Earning", "{points} basic")
        case LineKind.CARRIED:
            words = QCoreApplication.translate("Earning", "{points} from remainders")
        case LineKind.BELOW_MINIMUM | LineKind.UNKNOWN:
            return line_text(line)
    return words.format(points=line_points(line))


def line_points(line: EarnLine) -> str:
    """Write a line's points; those of a rule bare, what comes on top with its sign."""
    return signed(line.points) if line.kind is LineKind.CARRIED else f"{line.points}"


def next_point_text(missing_vnd: int, points_name: str) -> str:
    """Say how much more makes the next point."""
    words = QCoreApplication.translate("Earning", "{amount} more makes the next {points_name}")
    return words.format(amount=vnd(missing_vnd), points_name=points_name)
