"""How rewards are used, and what may be done where they lie still."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalpos.engine.bills import Redemption
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, Program, UnknownReward
from loyalpos.engine.reward_use import Idea, RewardUse, idea_for, reward_uses, share_bp
from loyalpos.engine.rules import AmountRule

TODAY = date(2026, 11, 23)
PROGRAM = Program(
    1,
    (AmountRule("base", 10_000),),
    (AmountOff("off", "Giảm", 500, 50_000), Gift("cup", "Ly", 300, cost_vnd=12_000), Gift("bag", "Túi", 90)),
)
OFF, CUP, BAG = PROGRAM.rewards


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def took(reward: str, value_vnd: int = 0) -> Redemption:
    return Redemption(reward, "gift", reward, 1, value_vnd)


def test_what_was_taken_is_counted_by_span_and_costed() -> None:
    taken = [
        (ago(0), took("off", 50_000)),
        (ago(29), took("off", 40_000)),
        (ago(30), took("off", 30_000)),
        (ago(89), took("cup")),
        (ago(90), took("cup")),
        (ago(10), took("bag")),
        (ago(-1), took("bag")),
        (ago(200), took("gone")),
    ]
    assert reward_uses(PROGRAM, taken, TODAY) == {
        "off": RewardUse(2, 3, 120_000, 0, TODAY),
        "cup": RewardUse(0, 1, 12_000, 0, ago(89)),
        "bag": RewardUse(1, 1, 0, 1, ago(10)),
        "gone": RewardUse(0, 0, 0, 0, ago(200)),
    }


@pytest.mark.parametrize(
    ("since", "last", "usual", "idea"),
    [
        (100, 59, 1_000, None),
        (100, 60, 1_000, Idea.ROTATE),
        (59, None, 1_000, None),
        (60, None, 1_000, Idea.ROTATE),
        (60, None, 299, Idea.CHEAPER),
        (60, None, 300, Idea.ROTATE),
        (60, None, None, Idea.ROTATE),
    ],
)
def test_a_reward_that_lies_still_is_pointed_out(
    since: int, last: int | None, usual: int | None, idea: Idea | None
) -> None:
    use = RewardUse(last=None if last is None else ago(last))
    assert idea == idea_for(
        CUP, use, today=TODAY, offered_since=ago(since), left=None, usual_points=usual, still_days=60
    )


def test_a_gift_that_has_run_out_is_to_be_filled_up() -> None:
    gift = Gift("cup", "Ly", 300, counted=True)
    for left, idea in ((0, Idea.RESTOCK), (1, None)):
        assert idea == idea_for(
            gift,
            RewardUse(last=TODAY),
            today=TODAY,
            offered_since=TODAY,
            left=left,
            usual_points=None,
            still_days=60,
        )


def test_nothing_is_said_of_what_nobody_can_take() -> None:
    for reward in (UnknownReward("u", "U", "later"), Gift("h", "H", 1, hidden=True)):
        assert (
            idea_for(
                reward,
                RewardUse(),
                today=TODAY,
                offered_since=ago(999),
                left=0,
                usual_points=0,
                still_days=30,
            )
            is None
        )


def test_of_paying_with_points_a_block_is_the_price() -> None:
    pay = PayWithPoints("p", "P", 100, 5_000)
    said = [
        idea_for(
            pay, RewardUse(), today=TODAY, offered_since=ago(99), left=None, usual_points=usual, still_days=30
        )
        for usual in (99, 100)
    ]
    assert said == [Idea.CHEAPER, Idea.ROTATE]


def test_a_share_is_rounded_half_up() -> None:
    # 25 of 200.000 is 1,25 basis points; 30 is 1,5.
    assert [share_bp(cost, 200_000) for cost in (0, 25, 30, 200_000)] == [0, 1, 2, 10_000]
    assert share_bp(5, 0) is None
