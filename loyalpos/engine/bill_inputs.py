"""What a program asks of a bill beside its total: who paid how, the shop's own discount, the tax in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from msgspec import Struct

from loyalpos.engine.bills import TenderPart
from loyalpos.engine.conditions import Condition, EveryOf, Not, OneOf, PaidBy
from loyalpos.engine.money import parse_amount
from loyalpos.engine.names import search_key
from loyalpos.engine.program import PartPaid, Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import AmountRule, BandRule, Discount, Tax, UnknownRule

__all__ = [
    "NO_INPUTS",
    "BillInputs",
    "TenderProblem",
    "WantedInputs",
    "find_tender",
    "read_tenders",
    "wanted_inputs",
]

_BEFORE_DIGITS: Final = re.compile(r"\s+(?=[0-9])")


class WantedInputs(Struct, frozen=True):
    """What is worth typing under a program; the rest changes no point.

    Attributes:
        tenders: Those the rules name, in their order.
        parts: Whether a part of it may be paid later.
    """

    tenders: tuple[str, ...] = ()
    discount: bool = False
    tax: bool = False
    parts: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return bool(self.tenders or self.discount or self.tax or self.parts)


class BillInputs(Struct, frozen=True):
    """What was typed of it; ``paid_vnd`` where not all is paid at once."""

    tender: str | None = None
    discount_vnd: int = 0
    tax_vnd: int = 0
    tender_parts: tuple[TenderPart, ...] = ()
    paid_vnd: int | None = None


NO_INPUTS = BillInputs()


class TenderProblem(Enum):
    """Why typed text names no tender."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    """It begins more than one."""
    NO_AMOUNT = "no_amount"
    """Two of several are told without what they pay."""
    AMOUNT = "amount"
    """What one of several pays cannot be read."""


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
        program.part_paid is not PartPaid.NO,
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


def read_tenders(
    typed: str, tenders: tuple[str, ...], *, thousands: bool
) -> tuple[str | None, tuple[TenderPart, ...]] | TenderProblem:
    """Read one tender, or several with what each pays: ``2``, ``mo 85``, ``2 85 + 1``.

    Args:
        thousands: How amounts are typed here, as for :func:`~loyalpos.engine.money.parse_amount`.

    Returns:
        The tender of what the others leave over, None where that is nobody's, and the others; or the problem.
    """
    whole = find_tender(typed, tenders)
    if not isinstance(whole, TenderProblem):
        return whole, ()
    rest: str | None = None
    parts: list[TenderPart] = []
    pieces = typed.split("+")
    for piece in pieces:
        found = _read_part(piece, tenders, thousands=thousands)
        if isinstance(found, TenderProblem):
            return found
        if isinstance(found, TenderPart):
            parts.append(found)
        elif rest is not None:
            return TenderProblem.NO_AMOUNT
        else:
            rest = found
    return rest, tuple(parts)


def _read_part(piece: str, tenders: tuple[str, ...], *, thousands: bool) -> TenderPart | str | TenderProblem:
    alone = find_tender(piece, tenders)
    if isinstance(alone, str):
        return alone
    problem = TenderProblem.UNKNOWN if alone is None else alone
    # A name may hold a number itself, and an amount a space.
    for space in _BEFORE_DIGITS.finditer(piece):
        tender = find_tender(piece[: space.start()], tenders)
        if not isinstance(tender, str):
            problem = problem if tender is None else tender
            continue
        amount = parse_amount(piece[space.end() :], thousands=thousands)
        if isinstance(amount, int):
            return TenderPart(tender, amount)
        return TenderProblem.AMOUNT
    return problem
