"""Which money of a bill counts, and how much of it lies on which lines, in exact numbers.

A line's share of the bill is its amount beside those of all lines; what the lines leave over of the
total without tax belongs to a line of no item, and so does a bill whose lines are worth nothing. So the
lines together always come to the bill, whatever counts of it: discounts, tax, rewards and returns touch
every line in the same proportion. A line below nothing counts as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Final

from msgspec.structs import replace

from loyalpos.engine.asking import fits
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import Match
from loyalpos.engine.ratios import Ratio
from loyalpos.engine.rules import Base, Discount, Paid, Tax
from loyalpos.engine.tenders import EVERY_WAY, weight_of

__all__ = ["EVERY_LINE", "Basis"]

EVERY_LINE: Final = -1
"""Marks all lines of any bill."""

# To look a member of an enumeration up takes longer than to ask what it is.
_BEFORE: Final = Discount.BEFORE
_WITHOUT: Final = Tax.WITHOUT
_MONEY: Final = Paid.MONEY

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
        self._is_whole = left_vnd == bill.total_vnd
        self._fitting: dict[Match, int] = {}
        self._weighed: dict[int, int] = {}
        self._counted: dict[int, int] = {}
        self._amounts: dict[int, Ratio] = {}
        self._lines: Sequence[tuple[int, int, BillLine]] = ()

    @property
    def bill(self) -> Bill:
        """The bill as conditions may ask it, with the items that are left."""
        if self._is_whole or not self._bill.lines:
            return self._bill
        lines = tuple(
            replace(line, quantity=-(-line.quantity * self._left_vnd // self._bill.total_vnd))
            for line in self._bill.lines
        )
        return replace(self._bill, lines=lines)

    def amount(self, base: Base) -> Ratio:
        """Give what the whole bill comes to; never below nothing."""
        # By identity: the program outlives the bill.
        known = self._amounts.get(id(base))
        if known is None:
            known = self._amounts[id(base)] = self._amount(base)
        return known

    def paid(self, base: Base, ways: int) -> Ratio:
        """Give the part of it that is paid in some of the ways the bill is paid."""
        above, below = self.amount(base)
        if ways == EVERY_WAY:
            return above, below
        return above * self.paid_weight(ways), below * self.paid_weight(EVERY_WAY)

    def paid_weight(self, ways: int) -> int:
        """Weigh some of the ways the bill is paid beside others."""
        return weight_of(ways, self._bill)

    def whole_vnd(self, base: Base) -> int:
        """Give the whole đồng of it: minimums, bands and thresholds are whole themselves."""
        above, below = self.amount(base)
        return above // below

    def lines(self, only: Match | None, without: Match | None = None) -> int:
        """Mark the lines that fit ``only`` and do not fit ``without``, a bit for each; None names none."""
        marked = EVERY_LINE if only is None else self._fits(only)
        return marked if without is None else marked & ~self._fits(without)

    def part(self, amount: Ratio, lines: int) -> Ratio:
        """Give the part of an amount that lies on some lines."""
        weight, whole = self.weight(lines), self.weight(EVERY_LINE)
        if weight == whole:
            return amount
        # Each rule counts another part, and smaller numbers have smaller common denominators.
        common = gcd(weight, whole)
        return amount[0] * (weight // common), amount[1] * (whole // common)

    def weight(self, lines: int) -> int:
        """Weigh some lines beside others."""
        weight = self._weighed.get(lines)
        if weight is None:
            weight = sum([one for bit, one, _ in self._weighed_lines() if lines & bit])
            self._weighed[lines] = weight
        return weight

    def count(self, lines: int) -> int:
        """Count what is on some lines of the bill as it was."""
        count = self._counted.get(lines)
        if count is None:
            items = self._bill.lines or (_NO_ITEM,)
            count = sum([max(0, line.quantity) for at, line in enumerate(items) if lines >> at & 1])
            self._counted[lines] = count
        return count

    def quantity(self, wanted: Match) -> int:
        """Count what fits in what is left, whole ones only."""
        count = self.count(self._fits(wanted))
        return count if self._is_whole else count * self._left_vnd // self._bill.total_vnd

    def _fits(self, match: Match) -> int:
        # By what it names: many rules of a program mean the same items.
        known = self._fitting.get(match)
        if known is None:
            known = sum([bit for bit, _, line in self._weighed_lines() if fits(match, line)])
            self._fitting[match] = known
        return known

    def _weighed_lines(self) -> Sequence[tuple[int, int, BillLine]]:
        """Give each line its bit and its weight; most rules count the whole bill, whatever is on it."""
        if not self._lines:
            self._lines = [(1 << at, weight, line) for at, (weight, line) in enumerate(_weights(self._bill))]
        return self._lines

    def _amount(self, base: Base) -> Ratio:
        bill = self._bill
        gross_vnd = bill.total_vnd
        if base.discount is _BEFORE:
            gross_vnd += max(0, bill.discount_vnd)
        if base.tax is _WITHOUT:
            gross_vnd = max(0, gross_vnd - max(0, bill.tax_vnd))
        if not bill.total_vnd:
            return gross_vnd, 1
        counts_vnd = self._money_vnd if base.paid is _MONEY else self._left_vnd
        if gross_vnd == bill.total_vnd:
            return counts_vnd, 1
        return gross_vnd * counts_vnd, bill.total_vnd


def _weights(bill: Bill) -> Sequence[tuple[int, BillLine]]:
    """Give each line its weight, and a line of no item what they leave over."""
    weights = [(max(0, line.amount_vnd), line) for line in bill.lines]
    lines_vnd = sum([weight for weight, _ in weights])
    over_vnd = bill.total_vnd - max(0, bill.tax_vnd) - lines_vnd
    if over_vnd > 0 or not lines_vnd:
        weights.append((max(1, over_vnd), _NO_ITEM))
    return weights
