"""Birthdays are read as written in Vietnam and come back every year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.birthdays import Birthday, BirthdayProblem, age_on, next_birthday, parse_birthday


@st.composite
def birthdays(draw: st.DrawFn) -> Birthday:
    day = draw(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    return Birthday(day.day, day.month, draw(st.sampled_from([None, day.year])))


@pytest.mark.parametrize(
    ("birthday", "day", "age"),
    [
        (Birthday(24, 11, 2010), date(2026, 11, 23), 15),
        (Birthday(24, 11, 2010), date(2026, 11, 24), 16),
        (Birthday(29, 2, 2012), date(2027, 2, 28), 15),
        (Birthday(29, 2, 2012), date(2026, 2, 27), 13),
        (Birthday(24, 11), date(2026, 11, 24), None),
    ],
)
def test_the_age_is_counted_in_full_years(birthday: Birthday, day: date, age: int | None) -> None:
    assert age_on(birthday, day) == age


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert isinstance(parse_birthday(text), Birthday | BirthdayProblem)


@given(birthdays())
def test_what_is_written_is_read_back(birthday: Birthday) -> None:
    assert parse_birthday(birthday.iso()) == birthday
    assert Birthday.from_iso(birthday.iso()) == birthday


@given(birthdays(), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_the_next_birthday_is_later_and_at_most_a_year_away(birthday: Birthday, after: date) -> None:
    coming = next_birthday(birthday, after)
    assert after < coming <= after + timedelta(days=366)
    assert (coming.month, coming.day) in {(birthday.month, birthday.day), (2, 28)}


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("3/2/1990", Birthday(3, 2, 1990)),
        ("03/02/1990", Birthday(3, 2, 1990)),
        ("03-02-1990", Birthday(3, 2, 1990)),
        ("3.2.1990", Birthday(3, 2, 1990)),
        ("  3 / 2/1990", Birthday(3, 2, 1990)),
        ("3/2/90", Birthday(3, 2, 1990)),
        ("3/2/05", Birthday(3, 2, 2005)),
        ("3/2", Birthday(3, 2)),
        ("29/2", Birthday(29, 2)),
        ("1990-02-03", Birthday(3, 2, 1990)),
        ("1990-02-03 00:00:00", Birthday(3, 2, 1990)),
        ("1990-02-03T00:00:00+07:00", Birthday(3, 2, 1990)),
        ("03/02/1990 12:00:00 SA", Birthday(3, 2, 1990)),
        ("29/2/1990", BirthdayProblem.NO_SUCH_DAY),
        ("12/25/1990", BirthdayProblem.NO_SUCH_DAY),
        ("0/0/1990", BirthdayProblem.NO_SUCH_DAY),
        ("3/2/0001", BirthdayProblem.NO_SUCH_DAY),
        ("33000", BirthdayProblem.UNREADABLE),
        ("=TODAY()", BirthdayProblem.UNREADABLE),
        ("   ", BirthdayProblem.EMPTY),
    ],
)
def test_a_birthday_is_read_day_first(text: str, birthday: Birthday | BirthdayProblem) -> None:
    assert parse_birthday(text) == birthday


def test_29_february_is_kept_on_the_28th_of_common_years() -> None:
    born = Birthday(29, 2, 2000)
    assert next_birthday(born, date(2026, 1, 1)) == date(2026, 2, 28)
    assert next_birthday(born, date(2026, 2, 28)) == date(2027, 2, 28)
    assert next_birthday(born, date(2027, 12, 31)) == date(2028, 2, 29)


def test_a_stored_birthday_that_was_never_written_is_a_bug() -> None:
    for text in ("3/2/1990", "", "1990-02-30"):
        with pytest.raises(ValueError):
            Birthday.from_iso(text)


def test_no_calendar_no_birthday() -> None:
    with pytest.raises(ValueError):
        Birthday(31, 4)
    with pytest.raises(ValueError):
        Birthday(1, 1, 1899)
