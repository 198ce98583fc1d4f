"""Cases read from their document, as strictly as a program is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.case_values import (
    BillCase,
    Case,
    CaseMember,
    Cases,
    CaseStep,
    EndCase,
    JoinCase,
    LookCase,
    PayCase,
    RedeemCase,
    ReferCase,
    ReturnCase,
    SellCase,
    SurveyCase,
)
from loyalpos.engine.documents import Document, Tagged, refuse, strict_forms
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.forms import Misfit
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.problem_kinds import MAX_POINTS
from loyalpos.engine.times import ShopTime

__all__ = ["CASES_FORMAT", "MOST_CASE_BYTES", "cases_from_json", "instant", "readable_cases"]

MOST_CASE_BYTES: Final = 20_000_000
"""Of a document of cases, which other programs may write by the thousand."""

CASES_FORMAT = "loyalpos.cases"
"""Says what the document is; no other value is read."""

_DOCUMENT = Document(CASES_FORMAT, (1,))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_FRACTION = re.compile(r"-?[0-9]{1,18}(/[1-9][0-9]{0,17}|\.[0-9]{1,18})?")
_YEARS = (2000, 2199)
_MAX_QUANTITY = 1_000_000


def cases_from_json(text: str) -> Cases:
    """Read cases, as strictly as a program is read.

    Raises:
        DocumentUnsound: The text is no such document; names its flaws and where they stand, those of
            meaning beside those of form.
    """
    cases, flaws = readable_cases(text)
    refuse(flaws)
    assert cases is not None, "what has no flaw was read"
    return cases


def readable_cases(
    text: str, more: Callable[[Cases], Iterable[tuple[str, Flaw]]] = lambda _: ()
) -> tuple[Cases | None, tuple[tuple[str, Flaw], ...]]:
    """Read the cases that can be read, and say everything that is wrong; None is nothing at all.

    Args:
        more: What else may be wrong with cases.

    Raises:
        DocumentUnsound: The text is no such document.
    """
    cases, flaws, rest = _DOCUMENT.read_rest(text, _FORMS, Cases, ("cases",))
    if cases is None:
        return None, flaws
    found = (*_flaws(cases), *more(cases))
    return cases, (*flaws, *((rest.whole_path(path), flaw) for path, flaw in found))


def instant(moment: datetime, shop: ShopTime) -> datetime:
    """Give the instant of a moment, which without an offset is of the shop's clock."""
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(shop.zone))


def _flaws(cases: Cases) -> Iterator[tuple[str, Flaw]]:
    """Find what is of the right form and cannot be meant."""
    if not 0 <= cases.shop.closing_hour <= 23:
        yield "$.shop.closing_hour", Flaw.OUT_OF_RANGE
    try:
        ZoneInfo(cases.shop.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "$.shop.zone", Flaw.NOT_CHOICE
        return
    for index, case in enumerate(cases.cases):
        path = f"$.cases[{index}]"
        yield from _member_flaws(f"{path}.member", case.member)
        yield from _friend_flaws(path, case)
        yield from _counts(f"{path}.stock", case.stock)
        yield from _counts(f"{path}.spent_vnd", case.spent_vnd)
        yield from _step_flaws(path, case, cases.shop)


def _member_flaws(path: str, member: CaseMember) -> Iterator[tuple[str, Flaw]]:
    yield from _within(f"{path}.points", member.points, MAX_POINTS)
    yield from _within(f"{path}.debt", member.debt, MAX_POINTS)
    yield from _counts(f"{path}.units", member.units)
    yield from _counts(f"{path}.vouchers", member.vouchers, 1_000)
    if member.joined is not None:
        yield from _year(f"{path}.joined", member.joined)
    if member.tier_since is not None:
        yield from _year(f"{path}.tier_since", member.tier_since)
    if (member.points or member.lots) and member.debt:
        yield f"{path}.debt", Flaw.OUT_OF_RANGE
    for index, lot in enumerate(member.lots):
        if not 0 < lot.points <= MAX_POINTS:
            yield f"{path}.lots[{index}].points", Flaw.OUT_OF_RANGE
        yield from _year(f"{path}.lots[{index}].earned", lot.earned)
        if lot.last_day is not None:
            yield from _year(f"{path}.lots[{index}].last_day", lot.last_day)
    for index, past in enumerate(member.past):
        yield from _year(f"{path}.past[{index}].day", past.day)
        yield from _within(f"{path}.past[{index}].spend_vnd", past.spend_vnd, MAX_AMOUNT_VND)
        yield from _within(f"{path}.past[{index}].points", past.points, MAX_POINTS)
        yield from _within(f"{path}.past[{index}].visits", past.visits, 1_000)


def _friend_flaws(path: str, case: Case) -> Iterator[tuple[str, Flaw]]:
    named: set[str] = set()
    for place, friend in enumerate(case.friends):
        at = f"{path}.friends[{place}]"
        if not friend.name:
            yield f"{at}.name", Flaw.OUT_OF_RANGE
        if friend.name in named:
            yield f"{at}.name", Flaw.REPEATED
        named.add(friend.name)
        yield from _member_flaws(f"{at}.member", friend.member)


def _step_flaws(path: str, case: Case, shop: ShopTime) -> Iterator[tuple[str, Flaw]]:
    before: datetime | None = None
    people = {"", *(friend.name for friend in case.friends)}
    joins = {step.who for step in case.steps if isinstance(step, JoinCase)}
    there: set[str] = set()
    named: dict[str, tuple[str, bool]] = {}
    for place, step in enumerate(case.steps):
        at = f"{path}.steps[{place}]"
        now = instant(step.at, shop)
        if not _YEARS[0] <= step.at.year <= _YEARS[1]:
            yield f"{at}.at", Flaw.OUT_OF_RANGE
        if before is not None and now < before:
            yield f"{at}.at", Flaw.OUT_OF_ORDER
        before = now
        if step.who not in people:
            yield f"{at}.who", Flaw.NO_SUCH_NAME
        match step:
            case BillCase() | RedeemCase() | SellCase():
                name = case.step_name(place)
                if name in named:
                    yield f"{at}.id", Flaw.REPEATED
                named[name] = (step.who, isinstance(step, SellCase))
                if isinstance(step, BillCase):
                    yield from _bill_flaws(at, step)
            case ReturnCase() | PayCase():
                if isinstance(step, PayCase):
                    yield from _within(f"{at}.amount_vnd", step.amount_vnd, MAX_AMOUNT_VND)
                if named.get(step.bill) != (step.who, False):
                    yield f"{at}.bill", Flaw.NO_SUCH_NAME
            case EndCase():
                if named.get(step.sale) != (step.who, True):
                    yield f"{at}.sale", Flaw.NO_SUCH_NAME
            case JoinCase():
                if step.who in there:
                    yield f"{at}.kind", Flaw.OUT_OF_ORDER
            case ReferCase():
                if step.by not in people:
                    yield f"{at}.by", Flaw.NO_SUCH_NAME
                elif step.by in joins - there and step.by != step.who:
                    yield f"{at}.by", Flaw.OUT_OF_ORDER
            case LookCase() | SurveyCase():
                pass
        there.add(step.who)


def _bill_flaws(at: str, step: BillCase) -> Iterator[tuple[str, Flaw]]:
    for name, amount_vnd in (
        ("total_vnd", step.total_vnd),
        ("paid_vnd", step.paid_vnd or 0),
        ("discount_vnd", step.discount_vnd),
        ("tax_vnd", step.tax_vnd),
    ):
        yield from _within(f"{at}.{name}", amount_vnd, MAX_AMOUNT_VND)
    if step.tax_vnd > step.total_vnd:
        yield f"{at}.tax_vnd", Flaw.OUT_OF_RANGE
    for index, part in enumerate(step.tender_parts):
        yield from _within(f"{at}.tender_parts[{index}].amount_vnd", part.amount_vnd, MAX_AMOUNT_VND)
    for index, line in enumerate(step.lines):
        yield from _within(f"{at}.lines[{index}].quantity", line.quantity, _MAX_QUANTITY)
        yield from _within(f"{at}.lines[{index}].amount_vnd", line.amount_vnd, MAX_AMOUNT_VND)


def _within(path: str, number: int, most: int) -> Iterator[tuple[str, Flaw]]:
    if not 0 <= number <= most:
        yield path, Flaw.OUT_OF_RANGE


def _counts(path: str, counts: Mapping[str, int], most: int = MAX_AMOUNT_VND) -> Iterator[tuple[str, Flaw]]:
    for name, count in counts.items():
        yield from _within(f"{path}.{name}", count, most)


def _year(path: str, day: date) -> Iterator[tuple[str, Flaw]]:
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        yield path, Flaw.OUT_OF_RANGE


def _read_moment(value: object) -> datetime:
    """Read a day (its noon) or a day and a time, with or without an offset."""
    if not isinstance(value, str):
        raise Misfit(Flaw.NOT_INSTANT)
    try:
        if _DAY.fullmatch(value):
            return datetime.combine(date.fromisoformat(value), time(12))
        if _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_INSTANT) from error
    raise Misfit(Flaw.NOT_INSTANT)


def _read_fraction(value: object) -> Fraction:
    if type(value) is int:
        return Fraction(value)
    if not isinstance(value, str) or not _FRACTION.fullmatch(value):
        raise Misfit(Flaw.NOT_FRACTION)
    return Fraction(value)


def _read_birthday(value: object) -> Birthday:
    if not isinstance(value, str):
        raise Misfit(Flaw.NOT_DATE)
    try:
        return Birthday.from_iso(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_DATE) from error


_FORMS = strict_forms(
    (
        Tagged(
            CaseStep,
            {
                JoinCase: "join",
                BillCase: "bill",
                RedeemCase: "redeem",
                ReturnCase: "return",
                PayCase: "pay",
                SurveyCase: "survey",
                LookCase: "look",
                SellCase: "sell",
                EndCase: "end",
                ReferCase: "referred",
            },
        ),
    ),
    {datetime: _read_moment, Fraction: _read_fraction, Birthday: _read_birthday},
)
