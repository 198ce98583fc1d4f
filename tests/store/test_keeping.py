from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.store.backup import back_up, backups
from loyalpos.store.keeping import keep, staying
from loyalpos.store.manifest import Backup, written
from tests.store.acts import AT, new_file
from tests.store.steps import killed_at_every_step


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _pretend(folder: Path, days_ago: int, version: int = 1) -> Backup:
    """A backup as far as its manifest goes; its bytes do not matter here."""
    at = AT - timedelta(days=days_ago, minutes=days_ago)
    path = folder / f"{days_ago}-{version}.loyalpos"
    path.write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    made = Backup(path, at, version, b"o" * 16, 1, b"h" * 32, 1, 1, digest)
    path.with_name(f"{path.name}.json").write_bytes(written(made))
    return made


def test_kept_are_seven_days_and_four_weeks(tmp_path: Path) -> None:
    for days_ago in range(60):
        _pretend(tmp_path, days_ago)
    staying = keep(tmp_path, now=AT)
    ages = [round((AT - made.at) / timedelta(days=1)) for made in staying]
    # AT is a Monday: the newest of each week is a Sunday, but for this week.
    assert date(2026, 3, 2).isoweekday() == 1
    assert ages == [0, 1, 2, 3, 4, 5, 6, 8, 15]
    assert backups(tmp_path) == staying


def test_the_last_backup_of_an_older_version_stays(tmp_path: Path) -> None:
    for days_ago in range(20):
        _pretend(tmp_path, days_ago, version=1 if days_ago >= 10 else 2)
    staying = keep(tmp_path, now=AT)
    assert [made.version for made in staying].count(1) >= 1
    assert max(made.at for made in staying if made.version == 1) == AT - timedelta(days=10, minutes=10)


def test_a_shop_that_was_closed_for_months_keeps_its_newest_backup(tmp_path: Path) -> None:
    newest, older = _pretend(tmp_path, 100), _pretend(tmp_path, 101)
    assert keep(tmp_path, now=AT) == (newest,)
    assert not older.path.exists()


def _made(at: datetime, version: int) -> Backup:
    path = Path(f"{at:%Y%m%dT%H%M%S}-{version}.loyalpos")
    return Backup(path, at, version, b"o" * 16, 1, b"h" * 32, 1, 1, "")


MADE = st.builds(
    _made,
    st.integers(-5 * 24 * 60, 70 * 24 * 60).map(lambda minutes: AT - timedelta(minutes=minutes)),
    st.sampled_from((2, 3)),
)
"""Backups of a shop whose clock may have been wrong, so that some are of days to come."""


@given(have=st.lists(MADE, min_size=1, max_size=60, unique=True), shuffle=st.randoms())
def test_the_newest_stays_whatever_else_goes(have: list[Backup], shuffle: Random) -> None:
    stays = staying(have, AT)
    newest = max(have, key=lambda made: (made.at, made.path.name))
    assert stays[0] == newest
    assert all(AT - made.at <= timedelta(days=35) for made in stays[1:])
    assert {made for made in have if timedelta() <= AT - made.at <= timedelta(days=1)} <= set(stays)
    assert staying(stays, AT) == stays, "what stayed once stays until time goes on"
    shuffle.shuffle(have)
    assert staying(have, AT) == stays


@given(have=st.lists(MADE, min_size=1, max_size=60, unique=True))
def test_each_of_seven_days_and_four_weeks_keeps_its_newest(have: list[Backup]) -> None:
    young = [made for made in have if AT - made.at <= timedelta(days=35)]
    stays = set(staying(have, AT))
    for most, named in ((7, datetime.date), (4, lambda at: at.isocalendar()[:2])):
        for name in sorted({named(made.at) for made in young}, reverse=True)[:most]:
            of_it = [made for made in young if named(made.at) == name]
            assert max(of_it, key=lambda made: (made.at, made.path.name)) in stays


@given(days=st.integers(1, 70))
def test_a_shop_that_backs_up_every_four_hours_keeps_a_handful(days: int) -> None:
    have = [_made(AT - timedelta(hours=4 * number), 3) for number in range(days * 6)]
    assert len(staying(have, AT)) <= 7 + 4 + 6


@settings(max_examples=60, deadline=None)
@given(ages=st.sets(st.integers(0, 80), min_size=1))
def test_what_stays_is_enough_and_nothing_old(
    tmp_path_factory: pytest.TempPathFactory, ages: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    for days_ago in ages:
        _pretend(folder, days_ago)
    staying = keep(folder, now=AT)
    assert len(staying) <= 11
    assert staying[0] == max(staying, key=lambda made: made.at)
    assert all(AT - made.at <= timedelta(days=35) for made in staying[1:])
    newest_seven = sorted(age for age in ages if age < 35)[:7]
    assert {made.path.name for made in staying} >= {f"{age}-1.loyalpos" for age in newest_seven}
    assert keep(folder, now=AT) == staying
    assert len(_names(folder)) == 2 * len(staying)


def test_old_ones_that_went_by_half_are_gone_after_the_next_time(tmp_path: Path) -> None:
    """A copy without its manifest would stay for good, as any file of others, with whoever is in it."""

    def fill() -> None:
        for each in tmp_path.iterdir():
            each.unlink()
        for days_ago in (40, 50):
            _pretend(tmp_path, days_ago)

    for _ in killed_at_every_step(fill, lambda: keep(tmp_path, now=AT)):
        keep(tmp_path, now=AT)
        assert _names(tmp_path) == ["40-1.loyalpos", "40-1.loyalpos.json"]


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "copied by hand.loyalpos").write_bytes(b"x")
    (tmp_path / "notes.json").write_text("{}")
    file = new_file(tmp_path / "shop")
    back_up(file, tmp_path, at=AT)
    keep(tmp_path, now=AT + timedelta(days=50))
    assert {"photo.jpg", "copied by hand.loyalpos", "notes.json"} <= set(_names(tmp_path))
    file.close()
