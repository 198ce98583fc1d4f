"""The catalogue of rewards over a real file: pictures, stock, use, and all of it after a restore."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.reward_use import Idea
from loyalpos.services.backups import restore_backup
from loyalpos.services.rewards import RewardCard
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import World, enrolled, new_till, reopened

JPEG = b"\xff\xd8\xff\xe0 a small picture"


def card(till: Till, reward: str, still_days: int = 60) -> RewardCard:
    return next(one for one in till.rewards.catalogue(still_days).cards if one.reward.id == reward)


def test_a_picture_is_kept_changed_and_taken_away(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    first = world.new_id()
    till.rewards.show(first, "coffee", JPEG)
    assert card(till, "coffee").image == JPEG
    till.rewards.show(world.new_id(), "coffee", JPEG + b"2")
    # The same action once more, as after a power cut, changes nothing.
    till.rewards.show(first, "coffee", JPEG)
    till = reopened(till, world)
    assert card(till, "coffee").image == JPEG + b"2"
    assert card(till, "off50").image is None
    till.rewards.show(world.new_id(), "coffee", None)
    assert card(till, "coffee").image is None
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_pictures_come_back_with_a_backup(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.rewards.show(world.new_id(), "coffee", JPEG)
    till.days.open()
    made = till.days.close(tmp_path / "backups")
    till.rewards.show(world.new_id(), "coffee", None)
    path = till.shop.file.path
    till.shop.close()
    restore_backup(path, made, PUBLISHED_KEY, world.outside())
    back = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    assert card(back, "coffee").image == JPEG
    assert check(back.shop.file).is_clean
    back.shop.close()


def test_use_cost_and_share_of_sales_are_those_of_bills_that_stand(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    kept = till.counter.record_bill(world.new_id(), member, Bill(200_000), (Taken("off50"),))
    undone = till.counter.record_bill(world.new_id(), member, Bill(150_000), (Taken("off50"),))
    till.returns.undo(undone.bill)
    read = till.rewards.catalogue(60)
    assert kept.bill is not None
    assert read.cost_vnd == 50_000
    # 50.000 of 10.200.000 is 49,02 basis points.
    assert read.share_bp == 49
    use = card(till, "off50").use
    assert (use.times_30, use.times_90, use.cost_90_vnd) == (1, 1, 50_000)
    world.clock.forward(days=40)
    use = card(till, "off50").use
    assert (use.times_30, use.times_90) == (0, 1)
    till.shop.close()


def test_what_lies_still_is_pointed_out_after_so_many_days(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    assert {one.idea for one in till.rewards.catalogue(30).cards} == {None}
    world.clock.forward(days=45)
    assert card(till, "coffee", 30).idea is Idea.ROTATE
    assert card(till, "coffee", 60).idea is None
    enrolled(till)
    # Who joined has 20 points; a coffee costs 300.
    assert card(till, "coffee", 30).idea is Idea.CHEAPER
    till.rewards.count(world.new_id(), "coffee", 0)
    read = card(till, "coffee", 60)
    assert (read.left, read.idea) == (0, Idea.RESTOCK)
    till.shop.close()
