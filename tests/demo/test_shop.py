"""The demo shop: a believable past up to now, made once, gone on with when it was left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from loyalpos.app import check_file, shop_key
from loyalpos.demo.shop import DESCRIPTION, prepare_demo_shop
from loyalpos.engine.bills import Bill
from loyalpos.engine.rewards import OfferState, offers
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import Folders
from tests.shops import Clock, World

AFTERNOON = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
EARLY = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)
"""Twenty minutes past midnight in Viet Nam."""

_SEEDS = count()


def world(at: datetime) -> World:
    # Another seed each time: real ids never come twice.
    return World(seed=next(_SEEDS), clock=Clock(at))


@pytest.fixture(scope="module", params=[AFTERNOON, EARLY], ids=["afternoon", "after midnight"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    where = Folders(tmp_path_factory.mktemp("quán mẫu"))
    prepare_demo_shop(where, 1, world(request.param).outside())
    return where


def lived_until(where: Folders) -> datetime:
    """Tell up to when a shop has lived."""
    till = opened(where, AFTERNOON)
    last = till.members.recent(1)[0].last_visit
    till.shop.close()
    assert last is not None
    return AFTERNOON if AFTERNOON - last < timedelta(hours=4) else EARLY


def opened(where: Folders, at: datetime) -> Till:
    return Till(Shop.open(where.shop_file, shop_key(), world(at).outside(), who="Lan"))


def test_the_shop_is_sound_and_alone_in_its_folder(made: Folders) -> None:
    assert check_file(made.data).sound
    there = sorted(path.name for path in made.data.iterdir())
    assert there == ["shop.loyalpos", "shop.loyalpos-witness", "till.json"]


def test_something_was_done_today_and_weeks_before(made: Folders) -> None:
    at = lived_until(made)
    till = opened(made, at)
    today = DESCRIPTION.time.business_day(at)
    assert len(till.returns.acts(today)) >= 10
    for days in (1, 7, 21, 40):
        assert len(till.returns.acts(today - timedelta(days=days))) >= 10
    till.shop.close()


def test_a_hundred_members_some_of_whom_can_take_a_reward(made: Folders) -> None:
    at = lived_until(made)
    till = opened(made, at)
    members = till.members.recent(500)
    assert 100 <= len(members) <= 120
    assert all(one.last_visit is not None and one.last_visit < at + timedelta(minutes=1) for one in members)
    ready, bill = 0, Bill(125_000)
    for one in members:
        desk = till.counter.desk(one.id)
        shown = offers(desk.program, desk.footing, bill, spendable=desk.spendable, stock=desk.stock)
        fixed = [offer for offer in shown if offer.reward.id == "off"]
        ready += fixed[0].state is OfferState.TAKEABLE
    assert ready >= 10
    assert all(left > 0 for left in till.counter.desk(None).stock.values())
    till.shop.close()


def test_who_looks_again_finds_the_shop_as_it_was(tmp_path: Path) -> None:
    where = Folders(tmp_path)
    prepare_demo_shop(where, 1, world(AFTERNOON).outside())
    till = opened(where, AFTERNOON)
    acts = till.returns.acts()
    till.shop.close()
    prepare_demo_shop(where, 1, world(AFTERNOON + timedelta(hours=1)).outside())
    till = opened(where, AFTERNOON + timedelta(hours=1))
    assert till.returns.acts() == acts
    till.shop.close()


def test_a_shop_left_for_days_has_gone_on(tmp_path: Path) -> None:
    where = Folders(tmp_path)
    prepare_demo_shop(where, 1, world(AFTERNOON).outside())
    later = AFTERNOON + timedelta(days=9)
    prepare_demo_shop(where, 1, world(later).outside())
    till = opened(where, later + timedelta(minutes=1))
    assert till.days.open().trusted
    assert len(till.returns.acts()) >= 10
    till.shop.close()
    assert check_file(where.data).sound


def test_a_making_that_was_stopped_leaves_no_shop(tmp_path: Path) -> None:
    where = Folders(tmp_path)
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "shop.loyalpos").write_bytes(b"half a shop")
    prepare_demo_shop(where, 1, world(AFTERNOON).outside())
    assert check_file(where.data).sound
    assert not (tmp_path / "half").exists()
