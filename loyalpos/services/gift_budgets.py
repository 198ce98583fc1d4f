"""Gifts and budgets: what the month still pays for, and what a record says of it."""

from __future__ import annotations

from datetime import date

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.gift_budgets import GiftPaid, pay_for_gift
from loyalpos.engine.json_values import to_json
from loyalpos.engine.limits import span_begins, span_ends
from loyalpos.engine.occasions import Gives
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Per
from loyalpos.store.file import Connection
from loyalpos.store.given import cost_between

__all__ = ["as_outcome", "paid_in_month"]


def paid_in_month(
    connection: Connection,
    program: Program,
    kind: GiftKind,
    occasion: str,
    gives: Gives,
    day: date,
    *,
    anyway: bool = False,
) -> GiftPaid:
    """Decide whether the month of a day still pays for a gift (see :func:`pay_for_gift`)."""
    first, last = span_begins(Per.MONTH, day), span_ends(Per.MONTH, day)

    def spent(budget: str) -> int:
        return cost_between(connection, budget, first, last)

    return pay_for_gift(program, kind, occasion, gives, spent, anyway=anyway)


def as_outcome(paid: GiftPaid, day: date) -> dict[str, object]:
    """Give the part of a gift's outcome that says who paid, and which budget it went over."""
    by = paid.paid(day)
    return {
        **({"paid": to_json(by)} if by else {}),
        **({} if paid.over is None else {"over_budget": to_json(paid.over)}),
    }
