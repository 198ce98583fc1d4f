"""What the laws of conditions are tried on, and a second opinion on each of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from lunar_vn import solar_to_lunar

from loyalpos.engine import conditions as c
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.footing import Standing
from tests.engine.test_lunar import TET

ITEMS, CATEGORIES, TAGS = ("tra", "ca-phe", "banh"), ("do-uong", "do-an"), ("moi", "nong")
TIERS, SEGMENTS, TENDERS = ("", "bac", "vang"), ("van-phong", "sinh-vien"), ("cash", "card", "transfer")

days = st.dates(date(2023, 12, 1), date(2029, 3, 31)) | st.sampled_from(
    [date(year, month, day) for year in (2024, 2025) for month, day in ((1, 1), (2, 28), (3, 1), (12, 31))]
)
amounts = st.sampled_from((0, 49_999, 50_000, 50_001, 200_000))
lines = st.lists(
    st.builds(
        BillLine,
        name=st.just("món"),
        quantity=st.integers(1, 3),
        amount_vnd=amounts,
        item=st.sampled_from(("", *ITEMS)),
        category=st.sampled_from(("", *CATEGORIES)),
        tags=st.lists(st.sampled_from(TAGS), max_size=2, unique=True).map(tuple),
        premium=st.booleans(),
    ),
    max_size=3,
).map(tuple)
bills = st.builds(Bill, amounts, tender=st.none() | st.sampled_from(TENDERS), lines=lines)


def _some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    """Members on all kinds of days, with a last visit more often than not."""
    day = draw(days)
    visits = draw(st.integers(0, 3))
    leap_day = date(2024, 2, 29)
    near = draw(st.integers(-5, 5).map(lambda off: day + timedelta(days=off)) | st.just(leap_day) | days)
    return Standing(
        day=day,
        minute=draw(st.integers(0, 1439) | st.sampled_from((0, 60, 599, 600, 1320, 1439))),
        joined=day - timedelta(days=draw(st.integers(0, 400))),
        birthday=draw(st.none() | st.just(Birthday(near.day, near.month))),
        tier=draw(st.sampled_from(TIERS)),
        tags=frozenset(draw(_some(SEGMENTS))),
        visits=visits,
        last_visit=day - timedelta(days=draw(st.integers(0, 60))) if visits else None,
    )


matches = st.builds(
    c.Match, items=_some(ITEMS), categories=_some(CATEGORIES), tags=_some(TAGS), premium=st.booleans()
)
_minutes = st.integers(0, 1439) | st.sampled_from((0, 60, 600, 1320))

decided: st.SearchStrategy[c.Condition] = st.one_of(
    st.just(c.Always()),
    st.builds(c.OnDates, st.none() | days, st.none() | days),
    days.flatmap(
        lambda day: st.builds(c.OnYearDays, st.just(day.month), st.just(day.day), st.integers(1, 366))
    ),
    st.builds(c.OnYearDays, st.just(2), st.just(29), st.integers(1, 3)),
    st.builds(c.OnWeekdays, st.lists(st.integers(0, 6), max_size=4).map(tuple)),
    st.builds(c.InHours, _minutes, _minutes | st.just(1440)),
    st.builds(
        c.OnLunarDays,
        st.lists(st.integers(1, 30), max_size=8).map(tuple),
        st.lists(st.integers(1, 12), max_size=4).map(tuple),
    ),
    st.builds(c.NearTet, st.integers(0, 180), st.integers(0, 180)),
    st.builds(c.NearBirthday, st.sampled_from(c.BirthdaySpan)),
    st.builds(c.InTier, _some(TIERS)),
    st.builds(c.HasTag, _some(SEGMENTS)),
    st.just(c.FirstPurchase()),
    st.builds(c.AwayFor, st.integers(1, 60)),
)
of_the_bill: st.SearchStrategy[c.Condition] = st.one_of(
    st.builds(c.BillAtLeast, amounts),
    st.builds(c.HasItem, matches, st.integers(1, 4)),
    st.builds(c.PaidBy, _some(TENDERS)),
)
unknown: st.SearchStrategy[c.Condition] = st.builds(c.UnknownCondition, st.just("weather"))


def joined(leaves: st.SearchStrategy[c.Condition]) -> st.SearchStrategy[c.Condition]:
    """Join conditions by all, any and not."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(c.EveryOf, st.lists(inner, max_size=3).map(tuple)),
            st.builds(c.OneOf, st.lists(inner, max_size=3).map(tuple)),
            st.builds(c.Not, inner),
        ),
        max_leaves=8,
    )


conditions = joined(decided | of_the_bill | unknown)
certain = joined(decided | of_the_bill)

NO, UNKNOWN, YES = 0, 1, 2
_TETS = [date.fromisoformat(word) for word in TET.split()]
_A_DAY = timedelta(days=1)


def opinion(condition: c.Condition, standing: Standing, base_vnd: int, bill: Bill) -> int:
    """Answer a whole condition at once, by counting out days and with the calendar as printed.

    Kleene's logic with all as the least, any as the greatest answer, and not as the answer turned round.
    """

    def of(part: c.Condition) -> int:
        return opinion(part, standing, base_vnd, bill)

    match condition:
        case c.UnknownCondition():
            return UNKNOWN
        case c.EveryOf(parts):
            return min((of(part) for part in parts), default=YES)
        case c.OneOf(parts):
            return max((of(part) for part in parts), default=NO)
        case c.Not(part):
            return YES - of(part)
        case _:
            return YES if _plainly(condition, standing, base_vnd, bill) else NO


def _plainly(condition: c.Condition, standing: Standing, base_vnd: int, bill: Bill) -> bool:
    day = standing.day
    match condition:
        case c.Always():
            return True
        case c.OnDates(first, until):
            return (first or date.min) <= day < (until or date.max)
        case c.OnYearDays(month, start, count):
            return any(_is_day(day - ago * _A_DAY, start, month) for ago in range(count))
        case c.OnWeekdays(weekdays):
            return f"{day:%u}" in [str(weekday + 1) for weekday in weekdays]
        case c.InHours(first, until):
            length = (until - first) % 1440 or 1440
            return standing.minute in {(first + passed) % 1440 for passed in range(length)}
        case c.OnLunarDays(lunar_days, months):
            in_month = not months or solar_to_lunar(day).month in months
            return in_month and any(_is_lunar(day, wanted) for wanted in lunar_days)
        case c.NearTet(before, after):
            window = [tet + off * _A_DAY for tet in _TETS for off in range(-before, after)]
            return day in window
        case c.NearBirthday(span):
            return _around(span, standing.birthday, day)
        case c.InTier(tiers):
            return any(tier == standing.tier for tier in tiers)
        case c.HasTag(tags):
            return any(tag in standing.tags for tag in tags)
        case c.FirstPurchase():
            return not standing.visits
        case c.AwayFor(away):
            return standing.last_visit is not None and standing.last_visit + away * _A_DAY <= day
        case c.BillAtLeast(amount_vnd):
            return not base_vnd < amount_vnd
        case c.HasItem(match, quantity):
            return _found(match, bill) >= quantity
        case c.PaidBy(tenders):
            return bill.tender in tenders
        case _:
            raise AssertionError(condition)


def _is_day(day: date, number: int, month: int) -> bool:
    kept = (number, month)
    if kept == (29, 2) and (date(day.year, 3, 1) - _A_DAY).day == 28:
        kept = (28, 2)
    return (day.day, day.month) == kept


def _around(span: c.BirthdaySpan, birthday: Birthday | None, day: date) -> bool:
    if birthday is None:
        return False
    if span is c.BirthdaySpan.MONTH:
        return birthday.month == day.month
    reach = {c.BirthdaySpan.DAY: 0, c.BirthdaySpan.WEEK: 3}[span]
    return any(_is_day(day + off * _A_DAY, birthday.day, birthday.month) for off in range(-reach, reach + 1))


def _is_lunar(day: date, wanted: int) -> bool:
    lunar, next_lunar = solar_to_lunar(day), solar_to_lunar(day + _A_DAY)
    return bool(lunar.day == wanted or (wanted == 30 and lunar.day == 29 and next_lunar.day == 1))


def _found(match: c.Match, bill: Bill) -> int:
    """Count what fits: each line is written out as a set of what it is, and each name looked for in it."""
    named = {*match.items, *match.categories, *match.tags}
    found = 0
    for line in bill.lines or (BillLine("", 1, bill.total_vnd),):
        worn = {line.item, line.category, *line.tags}
        if (line.premium or not match.premium) and (not named or named & worn):
            found += line.quantity
    return found
