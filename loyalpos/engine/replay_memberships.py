"""A member's paid memberships in a replay: held from before, sold and renewed, ended early."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from loyalpos.engine.bills import Bill, Redemption
from loyalpos.engine.footing import Standing
from loyalpos.engine.memberships import (
    MembershipProblem,
    Sold,
    covered_until,
    end_early,
    held_for_ever,
    is_active,
    is_over,
    member_discount,
    sell,
)
from loyalpos.engine.program import Program
from loyalpos.engine.replay_fees import FeeBook
from loyalpos.engine.replay_steps import FOR_EVER, EndStep, Opening, SellStep
from loyalpos.errors import MembershipRefused

__all__ = ["MembershipBook"]

_FIRST_SALE: Final = 1 << 65


class MembershipBook:
    """All that one member was sold, periods that are over or were ended included."""

    def __init__(self, program: Program, opening: Opening, fees: FeeBook) -> None:
        self._program = program
        self._fees = fees
        self._held = held_for_ever(program, opening.memberships, opening.member)
        self._sales: dict[str, Sold] = {}

    def discount(self, bill: Bill, day: date) -> Redemption | None:
        """Say what a membership takes off a bill."""
        return member_discount(self._program, self._sold, day=day, bill=bill)

    def sell(self, step: SellStep, day: date, standing: Callable[[], Standing]) -> dict[str, Any]:
        """Sell a membership or renew it, and say what came of it.

        Args:
            standing: Says how the member stands before, where the fee earns.
        """
        known = next((one for one in self._program.memberships if one.id == step.membership), None)
        if known is None:
            return _refused("", MembershipProblem.NOT_ON_SALE)
        sale = UUID(int=_FIRST_SALE + len(self._sales))
        sold = sell(self._program, known, self._sold, sale=sale, day=day)
        if isinstance(sold, MembershipProblem):
            return _refused(known.name, sold)
        self._sales[step.name] = sold
        points = self._fees.earn(step.name, sold.fee_vnd, standing(), step.at) if known.fee_earns else 0
        return {"due_vnd": sold.fee_vnd, "points": points}

    def end(self, step: EndStep, day: date) -> dict[str, Any]:
        """End a sale early, with its unused days handed back, and say what came of it."""
        sold = self._sales.get(step.sale)
        if sold is None or is_over(sold, day):
            return _refused("" if sold is None else sold.name, MembershipProblem.OVER)
        ended = end_early(sold, day)
        self._sales[step.sale] = ended.sold
        points = self._fees.refund(step.sale, ended, step.at)
        return {"due_vnd": -ended.refund_vnd, "points": -points}

    def last_days(self, day: date) -> Mapping[str, str]:
        """Give the last day of each membership that is held on a day, renewals included."""
        held: dict[str, str] = {}
        for one in self._sold:
            if not is_active(one, day):
                continue  # a renewal that lies ahead is not held yet once the period before it was ended
            until = covered_until(self._sold, one.membership, day)
            held[one.membership] = FOR_EVER if until is None else (until - timedelta(days=1)).isoformat()
        return dict(sorted(held.items()))

    @property
    def _sold(self) -> tuple[Sold, ...]:
        return (*self._held, *self._sales.values())


def _refused(name: str, why: MembershipProblem) -> dict[str, Any]:
    return {"refusals": (MembershipRefused(name, why.value),)}
