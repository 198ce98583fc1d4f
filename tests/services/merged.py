"""A shop with two members who are one person, and everything it shows of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints, Program, Remainder
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Over, Tier, TierPlan
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from tests.shops import World, enrolled, new_till

__all__ = ["PROGRAM", "assert_sound", "buy", "seen", "till", "two", "world"]

PROGRAM = Program(
    revision=0,
    rules=(AmountRule("base", per_vnd=10_000), StampRule("stamp", "card")),
    rewards=(PayWithPoints("pay", "Dùng điểm", 1, 1_000),),
    stamp_cards=(StampCard("card", "Thẻ", 10, "pay"),),
    remainder=Remainder.CARRIED,
    welcome_points=20,
    expiry=Expiry(ExpiryKind.DAYS, 30),
    tiers=TierPlan(over=Over.EVER, tiers=(Tier("gold", "Vàng", 1_000_000),)),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Iterator[Till]:
    made = new_till(tmp_path, world, program=PROGRAM, stock={})
    made.days.open()
    yield made
    assert_sound(made)
    made.shop.file.close()


def assert_sound(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    report = check(till.shop.file)
    assert report.is_clean, report


def buy(till: Till, member: UUID, total: int, points: int = 0) -> UUID:
    taken = (Taken("pay", points),) if points else ()
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total), taken).bill


def seen(till: Till, *members: UUID) -> list[Any]:
    """Everything a shop shows of members."""
    found: list[Any] = []
    for one in members:
        desk = till.counter.desk(one)
        found.append(
            (
                desk.member,
                desk.units,
                None if desk.tier is None else desk.tier.tier,
                till.members.history(one),
                till.tags.of(one),
                till.cards.of_member(one),
                till.referrals.of(one),
                [bill.id for bill in till.returns.bills_of(one)],
                till.members.find("duc"),
                till.members.find("0912"),
            )
        )
    return found


@pytest.fixture
def two(till: Till) -> tuple[UUID, UUID]:
    return enrolled(till, "0912345678"), enrolled(till, "0912345687")
