"""Programs with everything in them, made by the fields their values have, so that new kinds come along."""

from __future__ import annotations

import json
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from loyalpos.engine import conditions, occasions, program, rules, side_programs, tiers
from loyalpos.engine.budget_costs import rule_cost
from loyalpos.engine.conditions import Condition
from loyalpos.engine.gift_budgets import gift_is_counted, paid_vouchers
from loyalpos.engine.problem_kinds import MAX_POINTS
from loyalpos.engine.program import Program
from tests.engine.shapes import days, names

Step = str | int

SMALLEST = {"revision": 0, "minimum_vnd": 0, "welcome_points": 0, "from_vnd": 0, "threshold": 0}
"""Numbers that may be nothing; all others begin at 1, or where the table below says."""

BOUNDS = {
    "days": (1, 366),
    "price_vnd": (0, 50_000),
    "cost_vnd": (0, 50_000),
    "day_limit": (0, 5),
    "keep_points": (0, 50),
    "minimum_bills": (0, 3),
    "weekdays": (0, 6),
    "month": (1, 12),
    "day": (1, 28),
    "first": (0, 1439),
    "until": (0, 1440),
    "before_days": (0, 180),
    "after_days": (1, 180),
    "late_days": (0, 180),
    "in_a_row": (2, 366),
    "months": (1, 12),
    "rate_bp": (1, 10_000),
    "max_share_bp": (1, 10_000),
    "discount_bp": (0, 10_000),
    "extra_bp": (0, 50_000),
    "priority": (-5, 5),
    "amount_vnd": (0, 300_000),
    "month_vnd": (0, 300_000),
    "point_cost_vnd": (0, 1_000),
    "settled_vnd": (0, 50_000),
    "fee_vnd": (0, 500_000),
    "value_vnd": (1, 300_000),
    "times": (0, 5),
    "most_a_month": (0, 5),
    "notice_days": (0, 60),
    "grace_days": (0, 60),
    "honoured_days": (0, 60),
    "gift_points": (0, 300),
    "stamps": (1, 3),
    "tickets": (1, 3),
    "block_vnd": (1, 50_000),
    "per_vnd": (1, 200_000),
    "value": (0, 100),
}

UNKNOWN = (
    conditions.UnknownCondition,
    rules.UnknownRule,
    program.UnknownReward,
    occasions.UnknownOccasion,
)

later_kinds = st.sampled_from(("stamps", "line_rule", "unknown", "thẻ"))
rests = st.sampled_from(
    ("", '{"every": {"of": ["coffee", null]}, "factor": 1.5}', '{"đá": true, "rest": "r"}')
)


class Named(Struct, frozen=True):
    """Ids that stand in a program, by what they name."""

    tiers: tuple[str, ...] = ("silver", "gold")
    plans: tuple[str, ...] = ("summer",)
    cards: tuple[str, ...] = ("coffee10",)
    draws: tuple[str, ...] = ("tet",)
    vouchers: tuple[str, ...] = ("v20",)
    budgets: tuple[str, ...] = ("keep",)
    rewards: tuple[str, ...] = ("ten",)
    causes: tuple[str, ...] = ("school",)
    partners: tuple[str, ...] = ("books",)
    memberships: tuple[str, ...] = ("club",)


NAMED = Named()
REFERENCES = {
    "plan": ("", *NAMED.plans),
    "budget": ("", *NAMED.budgets),
    "card": NAMED.cards,
    "draw": NAMED.draws,
    "voucher": NAMED.vouchers,
    "reward": NAMED.rewards,
    "cause": NAMED.causes,
    "partner": NAMED.partners,
    "tier": NAMED.tiers,
    "membership": NAMED.memberships,
}


@cache
def hints(form: type) -> dict[str, Any]:
    return get_type_hints(form)


@cache
def value(form: Any, name: str, depth: int = 2) -> st.SearchStrategy[Any]:
    """Give values of a field's form, such as the field's name allows."""
    if form is Condition:
        return _conditions(depth)
    if isinstance(form, UnionType) or get_origin(form) is UnionType:
        members = get_args(form)
        return st.one_of(*(value(member, name, depth) for member in members))
    if get_origin(form) is tuple:
        return _lists(get_args(form)[0], name, depth)
    if form is type(None):
        return st.none()
    if form is bool:
        return st.booleans()
    if form is int:
        return _numbers(name)
    if form is str:
        return _texts(name)
    if form is date:
        return days
    if isinstance(form, type) and issubclass(form, StrEnum):
        return st.sampled_from(form)
    return _plainly_built(form, depth)


@cache
def _plainly_built(form: type, depth: int) -> st.SearchStrategy[Any]:
    return built(form, depth)


def built(form: type, depth: int = 2, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build a value of a form out of values of its fields."""
    if form is conditions.OnLunarDays:
        given |= {"days": st.lists(st.integers(1, 30), max_size=2).map(tuple)}
    if form is rules.MultiplierRule:
        given |= {"rate_bp": st.integers(10_000, 60_000)}
    if form is occasions.HolidayGift:
        around = st.integers(0, 60)
        given |= {"before_days": around, "after_days": around}
    if form in UNKNOWN:
        given |= {"kind": later_kinds, "rest": rests}
    if form is conditions.OnDates or form is side_programs.Plan:
        return st.builds(
            lambda first, length, **other: form(
                first=first, until=first if first is None else first + timedelta(length), **other
            ),
            first=st.none() | days,
            length=st.integers(1, 90),
            **_parts(form, depth, given, but=("first", "until")),
        )
    if form is side_programs.VoucherKind and not given:
        # Worth an amount or a share.
        amount = built(form, depth, rate_bp=st.just(0))
        return amount | built(form, depth, value_vnd=st.just(0))
    if form is program.PointsEnd:
        return st.builds(
            lambda last, more: program.PointsEnd(last, None if more is None else last + timedelta(more)),
            days,
            st.none() | st.integers(0, 400),
        )
    if form is program.Blackout:
        return st.builds(
            lambda first, more: program.Blackout(first, first + timedelta(more)), days, st.integers(0, 30)
        )
    if form is program.Expiry:
        counted = st.sampled_from([kind for kind in program.ExpiryKind if kind.value != "never"])
        # 100 years after the last year of a document is not too late for any of them.
        return st.just(program.Expiry()) | st.builds(program.Expiry, counted, st.integers(1, 100))
    if form is rules.Limit:
        few, spans = st.integers(0, 5), st.sampled_from(rules.Per)
        return st.builds(form, spans, few, st.none() | few) | st.builds(form, spans, st.none(), few)
    if form is occasions.Gives:
        given |= {"points": st.integers(0, 300)}
        given |= {"stamps": st.just(0), "tickets": st.just(0), "card": st.just(""), "draw": st.just("")}
        given |= {"voucher": st.sampled_from(("", *NAMED.vouchers))}
        plain = st.builds(form, **given)
        full = st.builds(form, **given | {"stamps": st.integers(1, 3), "card": st.just(NAMED.cards[0])})
        return plain | full
    return st.builds(form, **_parts(form, depth, given))


def _parts(
    form: type, depth: int, given: dict[str, st.SearchStrategy[Any]], but: tuple[str, ...] = ()
) -> dict[str, st.SearchStrategy[Any]]:
    parts = {
        one.name: value(hints(form)[one.name], one.name, depth) for one in fields(form) if one.name not in but
    }
    return parts | given


def _conditions(depth: int) -> st.SearchStrategy[Any]:
    members = get_args(Condition)
    combined = (conditions.EveryOf, conditions.OneOf, conditions.Not)
    leaves = st.one_of(*(built(member, 0) for member in members if member not in combined))
    if not depth:
        return leaves
    inner = st.deferred(lambda: _conditions(depth - 1))
    return st.one_of(
        leaves,
        st.builds(conditions.EveryOf, st.lists(inner, max_size=2).map(tuple)),
        st.builds(conditions.OneOf, st.lists(inner, max_size=2).map(tuple)),
        st.builds(conditions.Not, inner),
    )


def _lists(form: Any, name: str, depth: int) -> st.SearchStrategy[Any]:
    if form is rules.Band:
        starts = st.lists(st.integers(0, 500_000), min_size=1, max_size=3, unique=True).map(sorted)
        return starts.map(lambda at: tuple(rules.Band(start, 10 + start % 7) for start in at))
    if name == "prices":
        return st.lists(value(form, name, depth), max_size=2, unique_by=lambda one: one.item).map(tuple)
    if name == "prizes":
        return st.lists(value(form, name, depth), min_size=1, max_size=2).map(tuple)
    if name == "tiers":
        return st.lists(st.sampled_from(("", *NAMED.tiers)), max_size=2).map(tuple)
    if name == "of":
        return st.just(())
    if form is str:
        return st.lists(names, max_size=2).map(tuple)
    return st.lists(value(form, name, depth), max_size=2).map(tuple)


def _numbers(name: str) -> st.SearchStrategy[int]:
    least, most = BOUNDS.get(name, (SMALLEST.get(name, 1), 500))
    return st.integers(least, most)


def _texts(name: str) -> st.SearchStrategy[str]:
    if name in REFERENCES:
        return st.sampled_from(REFERENCES[name])
    return names


def _with_ids(values: list[Any], head: str) -> tuple[Any, ...]:
    """Give every value an id of its own; the first ones those that others name."""
    known = getattr(NAMED, head, ())
    return tuple(
        replace(one, id=known[index] if index < len(known) else f"{head}-{index}")
        for index, one in enumerate(values)
    )


def _few(name: str, least: int = 0, most: int = 2) -> st.SearchStrategy[list[Any]]:
    """Give a few of what a list of the program holds."""
    member = get_args(hints(Program)[name])[0]
    return st.lists(value(member, name), min_size=least, max_size=most)


SIDES = ("plans", "stamp_cards", "memberships", "vouchers", "draws", "causes", "partners", "budgets")
HEADS = {"stamp_cards": "cards"}
PLAIN = (
    "starts",
    "points_name",
    "welcome_points",
    "expiry",
    "blackouts",
    "points_end",
    "spent_points",
    "part_paid",
    "base",
    "caps",
    "point_cost_vnd",
    "rounded",
    "rounding",
    "remainder",
    "revision",
)

_sides = {name: _few(name, 1) for name in SIDES}
_plain = {name: value(hints(Program)[name], name) for name in PLAIN}
_steps = st.lists(value(tiers.Tier, "tiers"), min_size=2, max_size=3)
_tier_plans = built(tiers.TierPlan, tiers=st.just(()))
_first_rewards = value(program.AmountOff, "rewards")


@st.composite
def whole_programs(draw: st.DrawFn) -> Program:
    """Programs with some of everything: ids differ, what is named is there."""
    sides: dict[str, Any] = {
        name: _with_ids(draw(some), HEADS.get(name, name)) for name, some in _sides.items()
    }
    plain: dict[str, Any] = {name: draw(one) for name, one in _plain.items()}
    if plain["rounding"] is not rules.Rounding.DOWN:
        plain["remainder"] = program.Remainder.DROPPED
    own = draw(_few("rules", 1, 4))
    if plain["remainder"] is program.Remainder.CARRIED:
        own = [replace(rule, rounding=None) if hasattr(rule, "rounding") else rule for rule in own]
    ids = (*NAMED.tiers, "platinum")
    reached = tuple(
        replace(step, id=ids[index], threshold=index * 1_000_000 + step.threshold)
        for index, step in enumerate(draw(_steps))
    )
    made = Program(
        rules=_with_ids(own, "rules"),
        rewards=_with_ids([draw(_first_rewards), *draw(_few("rewards", 0, 3))], "rewards"),
        tiers=replace(draw(_tier_plans), tiers=reached),
        occasions=_with_ids(draw(_few("occasions", 0, 3)), "occasions"),
        **plain,
        **sides,
    )
    return _payable(made)


def _counted(made: Program, gift: Any) -> bool:
    if isinstance(gift, occasions.UnknownOccasion):
        return True
    gives = (gift.referrer, gift.friend) if isinstance(gift, occasions.Referral) else (gift.gives,)
    return all(gift_is_counted(made, one) for one in gives)


def _payable(made: Program) -> Program:
    """Let budgets pay only for what they can count."""
    units = rules.StampRule | rules.TicketRule | rules.VoucherRule
    paid = tuple(
        replace(rule, budget="") if isinstance(rule, units) and rule_cost(made, rule) is None else rule
        for rule in made.rules
    )
    gifts = tuple(gift if _counted(made, gift) else replace(gift, budget="") for gift in made.occasions)
    made = replace(made, rules=paid, occasions=gifts)
    capped = paid_vouchers(made)
    vouchers = tuple(
        replace(one, cap_vnd=50_000) if one.id in capped and one.rate_bp and one.cap_vnd is None else one
        for one in made.vouchers
    )
    return replace(made, vouchers=vouchers, point_cost_vnd=max(made.point_cost_vnd, int(bool(made.budgets))))


anything: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 20_000)
    | st.sampled_from((MAX_POINTS, 10**6, 10**12, 10**13, -(10**13)))
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(("gold", "amount", "always", "2026-12-31", "down", "month")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(document: object, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """Name every place of a document."""
    found = [path] if path else []
    if isinstance(document, dict):
        for name, inner in document.items():
            found += places(inner, (*path, name))
    if isinstance(document, list):
        for index, inner in enumerate(document):
            found += places(inner, (*path, index))
    return found


def changed(text: str, place: tuple[Step, ...], new: object) -> str:
    """Put another value at a place of a document."""
    document = json.loads(text)
    at = document
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = new
    return json.dumps(document)


def without(text: str, place: tuple[Step, ...]) -> str:
    """Leave a place of a document out."""
    document = json.loads(text)
    at = document
    for step in place[:-1]:
        at = at[step]
    del at[place[-1]]
    return json.dumps(document)
