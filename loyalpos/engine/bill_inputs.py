"""What a program asks of a bill beside its total: who paid how, the shop's own discount, the tax in it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from loyalpos.engine.conditions import Condition, EveryOf, Not, OneOf, PaidBy
from loyalpos.engine.names import search_key
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import AmountRule, BandRule, Discount, Tax, UnknownRule

__all__ = ["NO_INPUTS", "BillInputs", "TenderProblem", "WantedInputs", "find_tender", "wanted_inputs"]


class WantedInputs(Struct, frozen=True):
    """What is worth typing under a program; the rest changes no point.

    Attributes:
        tenders: Those the rules name, in their order.
    """

    tenders: tuple[str, ...] = ()
    discount: bool = False
    tax: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return bool(self.tenders or self.discount or self.tax)


class BillInputs(Struct, frozen=True):
    """What was typed of it."""

    tender: str | None = None
    discount_vnd: int = 0
    tax_vnd: int = 0


NO_INPUTS = BillInputs()


class TenderProblem(Enum):
    """Why typed text names no tender."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    """It begins more than one."""


def wanted_inputs(program: Program) -> WantedInputs:
    """Work out what of a bill the rules and rewards of a program look at, beside its total."""
    rules = [rule for rule in program.rules if not isinstance(rule, UnknownRule)]
    rewards = [reward for reward in program.rewards if not isinstance(reward, UnknownReward)]
    asking = [one.when for one in (*rules, *rewards)]
    tenders = dict.fromkeys(tender for condition in asking for tender in _tenders(condition))
    bases = [
        program.base_of(rule) if isinstance(rule, AmountRule | BandRule) else program.base for rule in rules
    ]
    return WantedInputs(
        tuple(tenders),
        any(base.discount is Discount.BEFORE for base in bases),
        any(base.tax is Tax.WITHOUT for base in bases),
    )


def _tenders(condition: Condition) -> Iterator[str]:
    match condition:
        case PaidBy():
            yield from condition.tenders
        case EveryOf() | OneOf():
            for part in condition.conditions:
                yield from _tenders(part)
        case Not():
            yield from _tenders(condition.condition)
        case _:
            pass


def find_tender(typed: str, tenders: tuple[str, ...]) -> str | TenderProblem | None:
    """Find the tender a cashier means: by its number in the list, its name, or how the name begins.

    Returns:
        The tender as the rules write it, None for no text, or the problem.
    """
    text = search_key(typed)
    if not text:
        return TenderProblem.UNKNOWN if typed.strip() else None
    if text.isascii() and text.isdecimal() and len(text) == 1 and 1 <= int(text) <= len(tenders):
        return tenders[int(text) - 1]
    keys = [(search_key(tender), tender) for tender in tenders]
    exact = [tender for key, tender in keys if key == text]
    begun = exact or [tender for key, tender in keys if key.startswith(text)]
    if not begun:
        return TenderProblem.UNKNOWN
    return begun[0] if len(begun) == 1 or exact else TenderProblem.SEVERAL
