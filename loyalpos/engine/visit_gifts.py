"""Gifts that visits bring: for coming so many days, weeks or months in a row, and around a day of the year.

Each is given for a span of days that its mark says, so that a return years later knows which visits it was
given for, whatever the program asks by then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from loyalpos.engine.lunar import solar_day
from loyalpos.engine.occasions import Calendar, Every, HolidayGift, Streak

__all__ = ["ENTERED_LATE", "SpanGift", "holiday_spans", "is_earned", "new_spans", "overlaps", "span_of"]

ENTERED_LATE: Final = timedelta(days=60)
"""So long after a holiday a bill of it may still be entered."""

_YEARS_APART: Final = timedelta(days=180)
"""A holiday whose day was changed brings no second gift in its year."""


class SpanGift(Struct, frozen=True):
    """The days a gift is given for, both included, and how visits must lie in them.

    Attributes:
        every: Each such part of the span has a visit; None is any visit at all.
    """

    first: date
    last: date
    every: Every | None = None

    @property
    def mark(self) -> str:
        """Write it: ``2027-03-05..2027-03-08`` for a holiday, with ``/week`` for weeks in a row."""
        span = f"{self.first.isoformat()}..{self.last.isoformat()}"
        return span if self.every is None else f"{span}/{self.every.value}"


def span_of(mark: str) -> SpanGift | None:
    """Read what :attr:`SpanGift.mark` wrote; None for a mark of another kind of gift."""
    span, _, every = mark.partition("/")
    first, dots, last = span.partition("..")
    if not dots:
        return None
    return SpanGift(date.fromisoformat(first), date.fromisoformat(last), Every(every) if every else None)


def is_earned(span: SpanGift, visits: Iterable[date]) -> bool:
    """Tell whether visits lie in a span as its gift asks.

    Args:
        visits: The business days of the member's bills that stand.
    """
    inside = [day for day in visits if span.first <= day <= span.last]
    if span.every is None:
        return bool(inside)
    every = span.every
    wanted = range(_place(every, span.first), _place(every, span.last) + 1)
    return {_place(every, day) for day in inside} >= set(wanted)


def overlaps(span: SpanGift, had: Iterable[SpanGift]) -> bool:
    """Tell whether a gift stands already for some of the days of a span, or for the year of its holiday."""
    if span.every is None:
        return any(one.every is None and abs(one.first - span.first) < _YEARS_APART for one in had)
    return any(one.every is not None and one.first <= span.last and span.first <= one.last for one in had)


def new_spans(
    gift: Streak | HolidayGift,
    visits: Collection[date],
    had: Collection[SpanGift],
    *,
    day: date,
    since: date,
) -> Iterator[tuple[SpanGift, date]]:
    """Find the spans a gift is due for, each with the day of the visit that completed it.

    Spans in a row never share a day: who has come four weeks in a row begins the next four.

    Args:
        visits: The business days of the member's bills that stand.
        had: The spans of this gift that stand.
        day: The present business day.
        since: What was before it counts for nothing.
    """
    counted = sorted({one for one in visits if since <= one <= day})
    if isinstance(gift, HolidayGift):
        for span in holiday_spans(gift, day):
            inside = [one for one in counted if span.first <= one <= span.last]
            if inside and not overlaps(span, had):
                yield span, inside[0]
        return
    every, run = gift.every, list[int]()
    for place in sorted({_place(every, one) for one in counted}):
        part = SpanGift(_begins(every, place), _begins(every, place + 1) - timedelta(days=1), every)
        if overlaps(part, had):
            continue
        run = [*run, place] if run and run[-1] == place - 1 else [place]
        if len(run) == gift.in_a_row:
            yield (
                SpanGift(_begins(every, run[0]), part.last, every),
                next(one for one in counted if one >= part.first),
            )
            run = []


def holiday_spans(gift: HolidayGift, day: date) -> Iterator[SpanGift]:
    """List the spans of a holiday that have begun by a day and are not long over, the earliest first."""
    for year in range(max(day.year - 1, date.min.year + 1), min(day.year + 1, date.max.year - 1) + 1):
        kept = _kept(gift, year)
        if kept is None:
            continue
        span = SpanGift(kept - timedelta(days=gift.before_days), kept + timedelta(days=gift.after_days))
        if span.first <= day <= span.last + ENTERED_LATE:
            yield span


def _kept(gift: HolidayGift, year: int) -> date | None:
    """Give the day of a holiday in a year of its calendar; 29 February is the 28th where there is none."""
    if gift.calendar is Calendar.LUNAR:
        return solar_day(year, gift.month, gift.day)
    try:
        return date(year, gift.month, gift.day)
    except ValueError:
        return date(year, gift.month, gift.day - 1)


def _place(every: Every, day: date) -> int:
    """Number the days, weeks or months, one after the other."""
    match every:
        case Every.DAY:
            return day.toordinal()
        case Every.WEEK:
            return (day.toordinal() - 1) // 7
        case Every.MONTH:
            return day.year * 12 + day.month - 1


def _begins(every: Every, place: int) -> date:
    match every:
        case Every.DAY:
            return date.fromordinal(place)
        case Every.WEEK:
            return date.fromordinal(place * 7 + 1)
        case Every.MONTH:
            return date(place // 12, place % 12 + 1, 1)
