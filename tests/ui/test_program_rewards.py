"""The rewards of the program page: added, changed and counted by keys."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import (
    AmountOff,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    ServiceReward,
)
from loyalpos.engine.reward_kinds import ItemReward
from loyalpos.ui.office.reward_shapes import RewardKind
from tests.shops import PROGRAM, enrolled
from tests.ui.program_office import PHONE, Office, office
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "office", "speaking"]


def test_a_reward_worth_more_than_it_costs_is_warned_of_but_allowed(office: Office) -> None:
    row = office.page.rewards.rows()[0]
    office.put(row.boxes.value, "9.000.000")
    assert "Watch out" in row._sentence.complaint()
    assert not row.boxes.value.is_wrong()
    assert office.page.bar.publish.isEnabled()


@pytest.mark.parametrize("kind", [kind for kind in RewardKind if kind.has_target(Program(0, ()))])
def test_each_kind_of_reward_can_be_added_by_keys(office: Office, kind: RewardKind) -> None:
    office.page.rewards.add_buttons[kind].setFocus()
    office.press(Qt.Key.Key_Space)
    type_text(office.window, "Quà mới")
    if kind is RewardKind.ITEM:
        assert not office.page.bar.publish.isEnabled()
        office.put(office.page.rewards.rows()[-1].boxes.item, "FLAN")
        office.put(office.page.rewards.rows()[-1].boxes.price, "5000")
    office.publish()
    made = {
        RewardKind.AMOUNT_OFF: AmountOff("amount_off-2-1", "Quà mới", 500, 50_000, 100_000),
        RewardKind.PERCENT_OFF: PercentOff("percent_off-2-1", "Quà mới", 200, 1_000, 20_000),
        RewardKind.GIFT: Gift("gift-2-1", "Quà mới", 300),
        RewardKind.PAY_WITH_POINTS: PayWithPoints("pay_with_points-2-1", "Quà mới", 1, 100, 3_000),
        RewardKind.SERVICE: ServiceReward("service_reward-2-1", "Quà mới", 300),
        RewardKind.ITEM: ItemReward("item_reward-2-1", "Quà mới", 200, "FLAN", 5_000),
    }[kind]
    assert office.running.rewards == (*PROGRAM.rewards, made)


def test_an_id_once_used_never_comes_back_as_another_reward(office: Office) -> None:
    for _ in range(2):
        office.page.rewards.add_buttons[RewardKind.GIFT].click()
        office.publish()
        office.page.rewards.rows()[-1].remove.click()
        office.publish()
    office.page.rewards.add_buttons[RewardKind.GIFT].click()
    assert office.page.rewards.rows()[-1].reward_id == "gift-6-1"


def test_a_removed_reward_is_gone_from_the_counter(office: Office) -> None:
    office.page.rewards.rows()[1].remove.setFocus()
    office.press(Qt.Key.Key_Space)
    office.publish()
    assert [reward.id for reward in office.running.rewards] == ["off50", "pay", "tenth"]


def test_gifts_counted_anew_are_in_stock(office: Office) -> None:
    row = office.page.rewards.rows()[1]
    assert row.boxes.stock.text() == "14"
    office.put(row.boxes.stock, "30")
    office.publish()
    assert office.till.counter.desk(None).stock["coffee"] == 30


def test_gifts_given_out_meanwhile_are_not_counted_back(office: Office) -> None:
    member = enrolled(office.till, PHONE)
    office.till.counter.record_bill(UUID(int=7), member, Bill(5_000_000))
    office.put(office.earning.welcome, "30")
    office.till.counter.record_bill(UUID(int=8), member, Bill(50_000), (Taken("coffee"),))
    office.publish()
    assert office.till.counter.desk(None).stock["coffee"] == 13


def test_a_gift_without_a_number_is_not_counted(office: Office) -> None:
    office.put(office.page.rewards.rows()[1].boxes.stock, "")
    office.publish()
    gift = office.running.reward("coffee")
    assert isinstance(gift, Gift)
    assert not gift.counted
