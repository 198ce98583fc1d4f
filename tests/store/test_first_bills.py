"""Bills of the first release come back exactly as its program would have taken them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import find_record
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import World, enrolled, new_till
from tests.store.make_first_bills import FIRST_BILLS, PARTS, SAID, returns_of

FIRST: dict[str, dict[str, list[dict[str, Any]]]] = json.loads(SAID.read_text(encoding="utf-8"))


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("bill", FIRST)
def test_a_bill_of_the_first_release_comes_back_as_it_would_have_then(bill: str, parts: str) -> None:
    assert returns_of(UUID(bill), parts) == FIRST[bill][parts]


def test_the_file_is_sound_after_every_bill_came_back_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "shop.loyalpos"
    shutil.copyfile(FIRST_BILLS, path)
    world = World(seed=7)
    world.clock.forward(hours=2)
    till = Till(Shop.open(path, PUBLISHED_KEY, world.outside()))
    for bill in map(UUID, FIRST):
        if till.returns.desk(bill).bill.total_vnd:
            till.returns.return_bill(bill, 1, 1)
            till.returns.return_bill(bill, 2, None)
    till.shop.close()
    file = ShopFile.open(path, PUBLISHED_KEY)
    assert check(file).is_clean
    file.close()


def test_a_bill_says_how_what_it_earned_was_cut(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.days.open()
    bill = till.counter.record_bill(till.shop.outside.new_id(), enrolled(till), Bill(50_000)).bill
    with till.shop.file.read() as connection:
        record = find_record(connection, bill)
    assert record is not None
    assert json.loads(record.body)["outcome"]["cuts"] == 2
    assert till.returns.desk(bill).bill.cuts == 2
    till.shop.close()
