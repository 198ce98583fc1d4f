"""Which money of a bill counts, and how much of it lies on which lines, in exact fractions.

A line's share of the bill is its amount beside those of all lines; what the lines leave over of the
total without tax belongs to a line of no item, as the whole of a bill without lines does. So the lines
together always come to the bill, whatever counts of it: discounts, tax, rewards and returns touch every
line in the same proportion. A line below nothing counts as nothing.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from loyalpos.engine.asking import fits
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import Match
from loyalpos.engine.rules import Base, Discount, Paid, Tax

__all__ = ["Basis"]

_WHOLE = Fraction(1)
_NONE = Fraction(0)
_NO_ITEM = BillLine("", 1, 0)


class Basis:
    """What counts of one bill, or of what returns have left of it.

    Of a bill that is left in part, discount, tax and lines are left in the same part. Quantities are
    exact where they are counted; where only their presence is asked, a part of an item is still there.

    Args:
        off_vnd: What rewards and points take off the total.
        left_vnd: What is left of the total; None is all of it.
    """

    def __init__(self, bill: Bill, off_vnd: int, left_vnd: int | None = None) -> None:
        left_vnd = bill.total_vnd if left_vnd is None else left_vnd
        assert 0 <= left_vnd <= bill.total_vnd
        self._bill = bill
        self._left_vnd = left_vnd
        self._money_vnd = max(0, left_vnd - off_vnd)
        self._left = Fraction(left_vnd, bill.total_vnd) if left_vnd != bill.total_vnd else _WHOLE
        self._weights = _weights(bill)
        self._whole = sum(weight for weight, _ in self._weights)
        self._amounts: dict[Base, Fraction] = {}

    @property
    def bill(self) -> Bill:
        """The bill as conditions may ask it, with the items that are left."""
        if self._left is _WHOLE or not self._bill.lines:
            return self._bill
        lines = tuple(
            replace(line, quantity=-(-line.quantity * self._left_vnd // self._bill.total_vnd))
            for line in self._bill.lines
        )
        return replace(self._bill, lines=lines)

    def amount(self, base: Base) -> Fraction:
        """Give what the whole bill comes to; never below nothing."""
        known = self._amounts.get(base)
        if known is None:
            known = self._amounts[base] = self._amount(base)
        return known

    def share(self, *wanted: Match | None, without: Match | None = None) -> Fraction:
        """Give the part of the bill that lies on lines which fit all that is wanted, and not ``without``."""
        if without is None and not any(wanted):
            return _WHOLE
        fitting = sum(weight for weight, line in self._weights if _is_meant(line, wanted, without))
        return Fraction(fitting, self._whole) if self._whole else _NONE

    def quantity(self, *wanted: Match | None) -> Fraction:
        """Count what fits all that is wanted."""
        count = sum(
            max(0, line.quantity) for line in self._bill.lines or (_NO_ITEM,) if _is_meant(line, wanted)
        )
        return count * self._left

    def _amount(self, base: Base) -> Fraction:
        bill = self._bill
        gross_vnd = bill.total_vnd
        if base.discount is Discount.BEFORE:
            gross_vnd += max(0, bill.discount_vnd)
        if base.tax is Tax.WITHOUT:
            gross_vnd = max(0, gross_vnd - max(0, bill.tax_vnd))
        if not bill.total_vnd:
            return Fraction(gross_vnd)
        counts_vnd = self._money_vnd if base.paid is Paid.MONEY else self._left_vnd
        if gross_vnd == bill.total_vnd:
            return Fraction(counts_vnd)
        return Fraction(gross_vnd * counts_vnd, bill.total_vnd)


def _weights(bill: Bill) -> tuple[tuple[int, BillLine], ...]:
    """Give each line its weight, and a line of no item what they leave over."""
    weights = [(max(0, line.amount_vnd), line) for line in bill.lines]
    over_vnd = bill.total_vnd - max(0, bill.tax_vnd) - sum(weight for weight, _ in weights)
    if over_vnd > 0 or not weights:
        weights.append((max(1, over_vnd), _NO_ITEM))
    return tuple(weights)


def _is_meant(line: BillLine, wanted: tuple[Match | None, ...], without: Match | None = None) -> bool:
    if without is not None and fits(without, line):
        return False
    return all(match is None or fits(match, line) for match in wanted)
