"""A reward edited in the office keeps what its row does not show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.conditions import OnWeekdays
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    TierPrice,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rules import Limit, Per
from loyalpos.ui.office.reward_row import RewardRow

PLAIN = (
    AmountOff("off", "Giảm 50.000", 500, 50_000, 100_000),
    PercentOff("share", "Giảm 10%", 200, 1_000, 20_000),
    Gift("gift", "Bạc xỉu", 300),
    PayWithPoints("pay", "Trả bằng điểm", 1, 100, 3_000),
    ServiceReward("wash", "Gội đầu", 80),
    ItemReward("cake", "Bánh flan", 60, "flan", 5_000),
    VoucherReward("next", "Phiếu 10.000", 50, "ten"),
    TicketReward("tickets", "3 vé quay số", 30, "tet", 3),
    DonationReward("school", "Góp sách", 10, "books"),
    PartnerReward("gym", "Vé phòng tập", 90, "gym"),
)
ASKING: tuple[Reward, ...] = tuple(
    replace(
        reward,
        when=OnWeekdays((0, 1)),
        limits=(Limit(Per.MONTH, 1),),
        day_limit=20,
        keep_points=50,
        minimum_bills=3,
        tier_prices=(TierPrice("gold", 40),),
        cost_vnd=12_000,
        photo="flan.jpg",
        hidden=True,
    )
    for reward in PLAIN
)


@pytest.mark.parametrize(
    "reward",
    [*ASKING, UnknownReward("later", "Vòng quay", "wheel", '{"speed": 3}')],
    ids=lambda reward: type(reward).__name__,
)
@pytest.mark.parametrize("program", [None, Program(1, ())])
def test_a_row_gives_back_all_that_a_reward_asks(
    themed: QApplication, qtbot: QtBot, reward: Reward, program: Program | None
) -> None:
    row = RewardRow(reward, None, "điểm", program=program)
    qtbot.addWidget(row)
    assert row.read() == reward
    if not isinstance(reward, UnknownReward):
        row.name.set_text("Quà mới")
        assert row.read() == replace(reward, name="Quà mới")
