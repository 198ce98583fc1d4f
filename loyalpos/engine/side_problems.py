"""What is wrong with tiers, gifts and the programs beside the points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, assert_never

from loyalpos.engine.condition_problems import last_day_of_month
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.named_ids import NamedIds
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Calendar,
    Gives,
    HolidayGift,
    Milestone,
    Occasion,
    Referral,
    Streak,
    SurveyGift,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.problem_kinds import (
    MAX_POINTS,
    Problem,
    ProblemKind,
    day_problems,
    name_problems,
    named_problems,
    number_problems,
    text_problems,
)
from loyalpos.engine.rule_problems import MAX_RATE_BP, MAX_TIMES, MAX_UNITS
from loyalpos.engine.side_programs import (
    Cause,
    Draw,
    MemberPrice,
    Membership,
    Partner,
    Plan,
    StampCard,
    VoucherKind,
)
from loyalpos.engine.tiers import TierPlan

__all__ = ["SideProgram", "problems_in_occasion", "problems_in_side_program", "problems_in_tiers"]

SideProgram = Plan | StampCard | Membership | VoucherKind | Draw | Cause | Partner

_MAX_DAYS: Final = 36_500
_MAX_NOTICE_DAYS: Final = 3_650
_MAX_MONTHS: Final = 1_200
_MAX_PRIZES: Final = 100_000
_A_YEAR: Final = 366
_AROUND_A_HOLIDAY: Final = 60
"""No further, so that one year's days never come near the next one's."""


def problems_in_tiers(plan: TierPlan, ids_at: dict[str, tuple[Problem, ...]]) -> Iterator[Problem]:
    """Find everything that is wrong with a shop's tiers.

    Args:
        ids_at: The problems of ids, by the path of what has the id.
    """
    for index, tier in enumerate(plan.tiers):
        path = f"$.tiers.tiers[{index}]"
        yield from ids_at.get(path, ())
        yield from name_problems(f"{path}.name", tier.name)
        yield from number_problems(f"{path}.threshold", tier.threshold, 0, MAX_AMOUNT_VND)
        if index and tier.threshold <= plan.tiers[index - 1].threshold:
            below = plan.tiers[index - 1].threshold
            yield Problem(f"{path}.threshold", ProblemKind.NOT_ASCENDING, tier.threshold, below)
        yield from number_problems(f"{path}.extra_bp", tier.extra_bp, 0, MAX_RATE_BP)
        yield from number_problems(f"{path}.gift_points", tier.gift_points, 0, MAX_POINTS)
        for place, perk in enumerate(tier.perks):
            yield from name_problems(f"{path}.perks[{place}]", perk)
        yield from text_problems(f"{path}.package", tier.package)
        yield from text_problems(f"{path}.hotline", tier.hotline)
    yield from number_problems("$.tiers.notice_days", plan.notice_days, 0, _MAX_NOTICE_DAYS)
    yield from number_problems("$.tiers.grace_days", plan.grace_days, 0, _MAX_NOTICE_DAYS)


def problems_in_occasion(path: str, occasion: Occasion, ids: NamedIds) -> Iterator[Problem]:
    """Find everything that is wrong with a gift that no bill brings, but for its id."""
    match occasion:
        case UnknownOccasion():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, occasion.kind)
            return
        case WelcomeGift() | AnniversaryGift() | SurveyGift():
            yield from _gives(f"{path}.gives", occasion.gives, ids)
        case BirthdayGift():
            yield from _gives(f"{path}.gives", occasion.gives, ids)
            yield from number_problems(f"{path}.before_days", occasion.before_days, 0, _A_YEAR)
            yield from number_problems(f"{path}.late_days", occasion.late_days, 0, _A_YEAR)
        case Milestone():
            yield from number_problems(f"{path}.at", occasion.at, 1, MAX_AMOUNT_VND)
            yield from _gives(f"{path}.gives", occasion.gives, ids)
        case WinBack():
            yield from number_problems(f"{path}.after_days", occasion.after_days, 1, _MAX_DAYS)
            yield from _gives(f"{path}.gives", occasion.gives, ids)
        case Streak():
            yield from number_problems(f"{path}.in_a_row", occasion.in_a_row, 2, _A_YEAR)
            yield from _gives(f"{path}.gives", occasion.gives, ids)
        case HolidayGift():
            yield from number_problems(f"{path}.month", occasion.month, 1, 12)
            last = 30 if occasion.calendar is Calendar.LUNAR else last_day_of_month(occasion.month)
            yield from number_problems(f"{path}.day", occasion.day, 1, last)
            yield from number_problems(f"{path}.before_days", occasion.before_days, 0, _AROUND_A_HOLIDAY)
            yield from number_problems(f"{path}.after_days", occasion.after_days, 0, _AROUND_A_HOLIDAY)
            yield from _gives(f"{path}.gives", occasion.gives, ids)
        case Referral():
            # One of the two may be given nothing.
            given = occasion.referrer if occasion.referrer != Gives() else occasion.friend
            if given == Gives():
                yield Problem(f"{path}.referrer", ProblemKind.GIVES_NOTHING)
            yield from _given(f"{path}.referrer", occasion.referrer, ids)
            yield from _given(f"{path}.friend", occasion.friend, ids)
            yield from number_problems(f"{path}.minimum_vnd", occasion.minimum_vnd, 0, MAX_AMOUNT_VND)
            if occasion.most_a_month is not None:
                yield from number_problems(f"{path}.most_a_month", occasion.most_a_month, 0, MAX_TIMES)
        case _:
            assert_never(occasion)
    yield from text_problems(f"{path}.name", occasion.name)
    yield from named_problems(f"{path}.plan", occasion.plan, ids.plans, may_be_none=True)


def _gives(path: str, gives: Gives, ids: NamedIds) -> Iterator[Problem]:
    if gives == Gives():
        yield Problem(path, ProblemKind.GIVES_NOTHING)
    yield from _given(path, gives, ids)


def _given(path: str, gives: Gives, ids: NamedIds) -> Iterator[Problem]:
    yield from number_problems(f"{path}.points", gives.points, 0, MAX_POINTS)
    yield from number_problems(f"{path}.stamps", gives.stamps, 0, MAX_UNITS)
    yield from named_problems(f"{path}.card", gives.card, ids.cards, may_be_none=gives.stamps <= 0)
    yield from number_problems(f"{path}.tickets", gives.tickets, 0, MAX_UNITS)
    yield from named_problems(f"{path}.draw", gives.draw, ids.draws, may_be_none=gives.tickets <= 0)
    yield from named_problems(f"{path}.voucher", gives.voucher, ids.vouchers, may_be_none=True)


def problems_in_side_program(path: str, side: SideProgram, ids: NamedIds) -> Iterator[Problem]:
    """Find everything that is wrong with what runs beside the points, but for its id."""
    yield from name_problems(f"{path}.name", side.name)
    match side:
        case Plan():
            yield from _span(path, side.first, side.until)
            yield from number_problems(f"{path}.honoured_days", side.honoured_days, 0, _MAX_DAYS)
            return
        case StampCard():
            yield from number_problems(f"{path}.size", side.size, 1, MAX_UNITS)
            yield from named_problems(f"{path}.reward", side.reward, ids.rewards)
        case Membership():
            yield from number_problems(f"{path}.fee_vnd", side.fee_vnd, 0, MAX_AMOUNT_VND)
            if side.months is not None:
                yield from number_problems(f"{path}.months", side.months, 1, _MAX_MONTHS)
            yield from number_problems(f"{path}.discount_bp", side.discount_bp, 0, 10_000)
            yield from text_problems(f"{path}.package", side.package)
            yield from number_problems(f"{path}.notice_days", side.notice_days, 0, _MAX_NOTICE_DAYS)
            yield from _price_problems(path, side.prices)
        case VoucherKind():
            yield from _voucher_problems(path, side)
        case Draw():
            yield from _draw_problems(path, side)
        case Cause():
            yield from number_problems(f"{path}.point_vnd", side.point_vnd, 1, MAX_AMOUNT_VND)
            yield from number_problems(f"{path}.share_bp", side.share_bp, 0, 10_000)
            return
        case Partner():
            yield from name_problems(f"{path}.perk", side.perk)
            yield from number_problems(f"{path}.settled_vnd", side.settled_vnd, 0, MAX_AMOUNT_VND)
            return
        case _:
            assert_never(side)
    yield from named_problems(f"{path}.plan", side.plan, ids.plans, may_be_none=True)


def _price_problems(path: str, prices: tuple[MemberPrice, ...]) -> Iterator[Problem]:
    named: set[str] = set()
    for index, price in enumerate(prices):
        at = f"{path}.prices[{index}]"
        yield from name_problems(f"{at}.item", price.item)
        if price.item in named:
            yield Problem(f"{at}.item", ProblemKind.DUPLICATE_ID, price.item)
        named.add(price.item)
        yield from number_problems(f"{at}.price_vnd", price.price_vnd, 0, MAX_AMOUNT_VND)


def _voucher_problems(path: str, voucher: VoucherKind) -> Iterator[Problem]:
    yield from number_problems(f"{path}.days", voucher.days, 1, _MAX_DAYS)
    yield from number_problems(f"{path}.value_vnd", voucher.value_vnd, 0, MAX_AMOUNT_VND)
    yield from number_problems(f"{path}.rate_bp", voucher.rate_bp, 0, 10_000)
    if voucher.value_vnd == voucher.rate_bp == 0:
        yield Problem(f"{path}.value_vnd", ProblemKind.GIVES_NOTHING)
    elif voucher.value_vnd and voucher.rate_bp:
        yield Problem(f"{path}.rate_bp", ProblemKind.BOTH_OF_TWO)
    if voucher.cap_vnd is not None:
        yield from number_problems(f"{path}.cap_vnd", voucher.cap_vnd, 1, MAX_AMOUNT_VND)
    yield from number_problems(f"{path}.minimum_vnd", voucher.minimum_vnd, 0, MAX_AMOUNT_VND)


def _draw_problems(path: str, draw: Draw) -> Iterator[Problem]:
    yield from day_problems(f"{path}.closes", draw.closes)
    if not draw.prizes:
        yield Problem(f"{path}.prizes", ProblemKind.EMPTY)
    for index, prize in enumerate(draw.prizes):
        yield from name_problems(f"{path}.prizes[{index}].name", prize.name)
        yield from number_problems(f"{path}.prizes[{index}].count", prize.count, 1, _MAX_PRIZES)
    yield from number_problems(f"{path}.most_wins", draw.most_wins, 1, MAX_TIMES)


def _span(path: str, first: date | None, until: date | None) -> Iterator[Problem]:
    if first is not None:
        yield from day_problems(f"{path}.first", first)
    if until is not None:
        yield from day_problems(f"{path}.until", until)
    if first is not None and until is not None and until <= first:
        yield Problem(f"{path}.until", ProblemKind.LAST_BEFORE_FIRST, until, first)
