"""What a bill earns, rule by rule, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.earning import EarnLine, LineKind
from loyalpos.engine.money import group_digits, vnd
from loyalpos.ui.words.points import called, signed
from loyalpos.ui.words.rewards import percent

__all__ = ["line_points", "line_text", "next_point_text", "short_line", "times"]

_BARE = (
    LineKind.AMOUNT,
    LineKind.BELOW_MINIMUM,
    LineKind.UNKNOWN,
    LineKind.VISIT,
    LineKind.BAND,
    LineKind.ITEMS,
)
_POINTLESS = (LineKind.STAMPS, LineKind.TICKETS, LineKind.VOUCHER, LineKind.OWNER_AGREED)


def line_text(line: EarnLine, points_name: str = "") -> str:
    """Explain one rule's part, after the name the owner gave it: ``Weekend: 125.000 ₫ ÷ 10.000 ₫``."""
    if line.kind is LineKind.TIER:
        words = QCoreApplication.translate("Earning", "Tier {name}: {percent} more")
        return words.format(name=line.name, percent=percent(line.rate_bp))
    said = _explained(line, called(points_name))
    return f"{line.name}: {said}" if line.name else said[:1].upper() + said[1:]


def _explained(line: EarnLine, name: str) -> str:
    match line.kind:
        case LineKind.AMOUNT:
            division = f"{vnd(line.base_vnd)} ÷ {vnd(line.per_vnd)}"
            return division if line.per_points == 1 else f"{division} × {group_digits(line.per_points)}"
        case LineKind.BELOW_MINIMUM:
            words = QCoreApplication.translate("Earning", "Bills from {amount} up earn {points}")
            return words.format(amount=vnd(line.limit_vnd), points=name)
        case LineKind.BAND:
            words = QCoreApplication.translate("Earning", "for bills from {amount} up")
            return words.format(amount=vnd(line.limit_vnd))
        case LineKind.ITEMS:
            words = QCoreApplication.translate("Earning", "items that count: {count}")
            return words.format(count=group_digits(line.count))
        case LineKind.MULTIPLIED:
            words = QCoreApplication.translate("Earning", "{points} × {rate}")
            return words.format(points=name, rate=times(line.rate_bp))
        case LineKind.STAMPS | LineKind.TICKETS | LineKind.VOUCHER:
            return _units(line)
        case LineKind.CAPPED:
            words = QCoreApplication.translate("Earning", "No more than {count} for this bill")
            return words.format(count=group_digits(line.count))
        case LineKind.CARRIED if line.points < 0:
            return QCoreApplication.translate("Earning", "Remainder of an earlier return")
        case _:
            return _plain(line.kind, name)


def times(rate_bp: int) -> str:
    """Write basis points as a factor: ``2``, ``1,5``."""
    whole, part = divmod(rate_bp, 10_000)
    return f"{whole},{part:04d}".rstrip("0") if part else f"{whole}"


def _units(line: EarnLine) -> str:
    if line.kind is LineKind.STAMPS:
        words = QCoreApplication.translate("Earning", "stamps: {count}")
    elif line.kind is LineKind.TICKETS:
        words = QCoreApplication.translate("Earning", "tickets for the draw: {count}")
    else:
        return QCoreApplication.translate("Earning", "a voucher for the next visit")
    return words.format(count=signed(line.count))


def _plain(kind: LineKind, name: str) -> str:
    match kind:
        case LineKind.VISIT:
            return QCoreApplication.translate("Earning", "for the visit")
        case LineKind.BONUS:
            return QCoreApplication.translate("Earning", "bonus {points}").format(points=name)
        case LineKind.ROUNDED:
            return QCoreApplication.translate("Earning", "Rounded on the whole bill")
        case LineKind.CARRIED:
            return QCoreApplication.translate("Earning", "Remainders of earlier bills added up")
        case LineKind.OUTDONE:
            return QCoreApplication.translate("Earning", "does not add to another offer")
        case LineKind.LIMITED:
            return QCoreApplication.translate("Earning", "the customer's limit is reached")
        case LineKind.OWNER_AGREED:
            return QCoreApplication.translate("Earning", "budget used up, the owner agreed")
        case LineKind.OVER_BUDGET:
            return QCoreApplication.translate("Earning", "this month's budget is used up")
        case _:
            words = QCoreApplication.translate(
                "Earning", "A rule this version does not know gives no {points} – update the program"
            )
            return words.format(points=name)


def short_line(line: EarnLine, points_name: str = "") -> str:
    """Name one rule's part for a narrow strip: ``12 basic``."""
    match line.kind:
        case LineKind.AMOUNT if not line.name:
            words = QCoreApplication.translate("Earning", "{points} basic")
        case LineKind.CARRIED:
            words = QCoreApplication.translate("Earning", "{points} from remainders")
        case _ if line.points:
            return f"{line_points(line)} {line.name or line_text(line, points_name)}"
        case _:
            return line_text(line, points_name)
    return words.format(points=line_points(line))


def line_points(line: EarnLine) -> str:
    """Write a line's points; those of a rule bare, what comes on top or is cut with its sign.

    What is counted in units has none.
    """
    if line.kind in _POINTLESS:
        return ""
    return group_digits(line.points) if line.kind in _BARE else signed(line.points)


def next_point_text(missing_vnd: int, points_name: str) -> str:
    """Say how much more makes the next point."""
    words = QCoreApplication.translate("Earning", "{amount} more makes the next {points_name}")
    return words.format(amount=vnd(missing_vnd), points_name=points_name)
