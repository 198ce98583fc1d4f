"""Stamp cards: what a balance of stamps buys, how an old paper card comes in, and when stamps are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.plans import PlanState, gone_from, state_of
from loyalpos.engine.program import PayWithPoints, Program, Reward
from loyalpos.engine.side_programs import StampCard

__all__ = [
    "CardStanding",
    "SwapProblem",
    "card_standings",
    "filled_by",
    "full_cards",
    "paper_card_id",
    "stamps_gone_from",
    "stamps_that_count",
    "swap_problem",
]


class CardStanding(Struct, frozen=True):
    """What a member has on a stamp card.

    Attributes:
        full: Full cards, each worth ``reward`` free of points.
        on_card: Stamps on the card after those.
        missing: Stamps until the next is full.
        reward: What a full card is worth; None where the program has no such reward.
        gone_from: The first day on which the stamps are worth nothing; None is never.
        collects: Whether stamps still come.
    """

    card: StampCard
    full: int
    on_card: int
    missing: int
    reward: Reward | None
    gone_from: date | None
    collects: bool


def card_standings(program: Program, units: Mapping[str, int], day: date) -> tuple[CardStanding, ...]:
    """List a member's stamp cards on a business day, in the program's order.

    A card stands in the list while stamps come or are honoured; one that only is honoured, only if a full
    card is there. A debt of stamps, left by a return, is missing too.

    Args:
        units: Stamps by the card's id.
    """
    listed: list[CardStanding] = []
    for card in program.stamp_cards:
        state = state_of(program, card.plan, day)
        stamps = units.get(card.id, 0)
        full = max(0, stamps) // card.size
        collects = state is PlanState.RUNNING
        if not state.honours or not (collects or full):
            continue
        on_card = stamps - full * card.size
        listed.append(
            CardStanding(
                card,
                full,
                max(0, on_card),
                card.size - on_card,
                program.reward(card.reward),
                stamps_gone_from(program, card),
                collects,
            )
        )
    return tuple(listed)


def stamps_that_count(program: Program, units: Mapping[str, int], day: date) -> dict[str, int]:
    """Keep of a member's units the stamps that are worth something on a business day, by the card's id."""
    return {
        card.id: units[card.id]
        for card in program.stamp_cards
        if card.id in units and state_of(program, card.plan, day).honours
    }


def full_cards(program: Program, stamps: Mapping[str, int]) -> dict[str, str]:
    """Say which rewards a full card pays for, by id, and which card: the first of the program.

    Args:
        stamps: Those that count, by the card's id.
    """
    full: dict[str, str] = {}
    for card in program.stamp_cards:
        is_paid = isinstance(program.reward(card.reward), PayWithPoints)
        if stamps.get(card.id, 0) >= card.size and not is_paid:
            full.setdefault(card.reward, card.id)
    return full


def filled_by(
    program: Program, units: Mapping[str, int], given: Mapping[str, int], spent: Mapping[str, int]
) -> tuple[tuple[str, str], ...]:
    """Name the stamp cards a bill fills, and the rewards they pay for.

    Args:
        units: Stamps before the bill, by the card's id.
        given: Those it brings.
        spent: Those its rewards cost.
    """
    filled: list[tuple[str, str]] = []
    for card in program.stamp_cards:
        before = units.get(card.id, 0) - spent.get(card.id, 0)
        after = before + given.get(card.id, 0)
        if after // card.size > max(0, before) // card.size:
            reward = program.reward(card.reward)
            filled.append((card.name, "" if reward is None else reward.name))
    return tuple(filled)


def stamps_gone_from(program: Program, card: StampCard) -> date | None:
    """Give the first day on which a card's stamps are worth nothing, because its plan has ended."""
    plan = next((plan for plan in program.plans if plan.id == card.plan), None)
    return None if plan is None else gone_from(plan)


class SwapProblem(StrEnum):
    """Why an old paper card cannot be swapped in."""

    NO_STAMPS = "no_stamps"
    MORE_THAN_A_CARD = "more_than_a_card"
    SWAPPED_ALREADY = "swapped_already"
    NOT_COLLECTED = "not_collected"
    NO_REASON = "no_reason"


def paper_card_id(member: UUID, card: str, attempt: int = 0) -> UUID:
    """Name the swap of a member's paper card, so that it happens once on all tills together.

    Args:
        attempt: How often it was undone before.
    """
    return uuid5(member, f"paper_card:{card}:{attempt}" if attempt else f"paper_card:{card}")


def swap_problem(
    program: Program, card: StampCard, stamps: int, *, member: UUID, day: date, done: Iterable[UUID]
) -> SwapProblem | None:
    """Tell why the stamps of an old paper card cannot come onto a member's card, or None.

    Args:
        stamps: Those on the paper, at most a full card.
        done: Records of this member already in the books, by id.
    """
    if state_of(program, card.plan, day) is not PlanState.RUNNING:
        return SwapProblem.NOT_COLLECTED
    if paper_card_id(member, card.id) in done:
        return SwapProblem.SWAPPED_ALREADY
    if stamps < 1:
        return SwapProblem.NO_STAMPS
    return SwapProblem.MORE_THAN_A_CARD if stamps > card.size else None
