"""The check of a whole file sees what should not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from loyalpos.engine.bills import Bill, Taken
from loyalpos.services.checking import Checked, check_shop
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.words.checks import check_lines
from tests.shops import World, enrolled, new_till


@pytest.fixture
def used(tmp_path: Path) -> Path:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000, number="1"))
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000), (Taken("coffee"),)).bill
    till.returns.return_bill(bill, 1, 25_000)
    till.shop.close()
    return till.shop.file.path


def test_a_sound_file_is_sound(used: Path) -> None:
    checked = check_shop(used, PUBLISHED_KEY)
    assert checked.sound
    assert checked.counts["bill"] == 2


@pytest.mark.parametrize(
    ("change", "seen_by"),
    [
        ("UPDATE summary SET balance = balance + 1000", "tables"),
        ("UPDATE lot SET rest = rest - 1 WHERE rest > 0", "tables"),
        ("DELETE FROM entry WHERE kind = 'redeem'", "tables"),
        ("UPDATE bill SET total_vnd = total_vnd + 1", "tables"),
        ("UPDATE record SET body = CAST(replace(body, '125000', '225000') AS BLOB)", "chain"),
        ("UPDATE record SET who = 'Ai'", "chain"),
        ("DELETE FROM link WHERE seq = 3", "chain"),
        ("UPDATE link SET hash = prev WHERE seq = 4", "chain"),
    ],
)
def test_no_change_behind_the_journals_back_goes_unseen(used: Path, change: str, seen_by: str) -> None:
    from loyalpos.store.file import ShopFile

    file = ShopFile.open(used, PUBLISHED_KEY)
    with file.work() as connection:
        connection.execute(text(change))
    file.close()
    checked = check_shop(used, PUBLISHED_KEY)
    assert not checked.sound
    assert getattr(checked, seen_by)


def test_what_damage_hid_is_not_said_to_be_in_order() -> None:
    damaged = Checked(
        "shop.loyalpos",
        sound=False,
        pages=("page 7",),
        chain=(),
        tables=(),
        sums=(),
        counts={},
        replayed=False,
    )
    _path, pages, _which, *others = check_lines(damaged)
    assert pages.lstrip().startswith("✗")
    assert [line.split()[0] for line in others] == ["–", "–", "–"]
    broken = Checked(
        "shop.loyalpos",
        sound=False,
        pages=(),
        chain=("link 3",),
        tables=(),
        sums=(),
        counts={},
        replayed=False,
    )
    assert [line.split()[0] for line in check_lines(broken)[1:]] == ["✓", "✗", "link", "–", "–"]


def test_sums_are_added_up_without_the_replay(used: Path) -> None:
    from loyalpos.store.file import ShopFile
    from loyalpos.store.fold import members_out_of_balance

    file = ShopFile.open(used, PUBLISHED_KEY)
    with file.work() as connection:
        connection.execute(text("UPDATE summary SET carry = '1/2'"))
    with file.read() as connection:
        assert len(members_out_of_balance(connection)) == 1
    file.close()
