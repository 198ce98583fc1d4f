"""The owner has a say in a bill that goes over a budget which asks at its end."""

from __future__ import annotations

from collections.abc import Callable

from loyalpos.engine.bills import Bill
from loyalpos.engine.footing import Footing
from loyalpos.engine.owner import OwnerDecision, OwnerSaid, asked_of_owner, has_said
from loyalpos.engine.program import Program
from loyalpos.engine.rewards import Quote
from loyalpos.errors import OwnerToAsk

__all__ = ["priced_as_said"]


def priced_as_said(
    price: Callable[[Footing], Quote], program: Program, footing: Footing, bill: Bill, said: OwnerSaid
) -> tuple[Quote, Footing, tuple[OwnerDecision, ...]]:
    """Price a bill as the owner wants it.

    What takes one budget's points away may leave room under a cap for another's, so that is asked anew.

    Args:
        price: Prices the bill on a footing.

    Returns:
        The price, the footing it stands on, which keeps what the owner said, and what was decided.

    Raises:
        OwnerToAsk: A budget is gone over of which nothing was said.
    """
    priced = price(footing)
    decided: tuple[OwnerDecision, ...] = ()
    while asked := asked_of_owner(program, footing, bill, priced.value_vnd, priced.earning):
        answers = {budget: said[budget] for budget, _ in asked.budgets if budget in said}
        if not answers:
            raise OwnerToAsk(asked.budgets, asked.points)
        decided += tuple(OwnerDecision(one, agreed, asked.points) for one, agreed in answers.items())
        footing = has_said(footing, answers)
        priced = price(footing)
    return priced, footing, decided
