"""What points are worth: laws by the engine's own pricing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.points_worth import Worth, paid_vnd, worth_after, worth_vnd
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, Program
from loyalpos.engine.reward_kinds import TierPrice
from loyalpos.engine.rewards import quote
from loyalpos.engine.rules import AmountRule

RULES = (AmountRule("base", 10_000),)


@given(
    points=st.integers(0, 10_000),
    block=st.integers(1, 50),
    block_vnd=st.integers(1, 5_000),
    least=st.integers(0, 200),
)
def test_points_pay_exactly_what_a_bill_large_enough_takes(
    points: int, block: int, block_vnd: int, least: int
) -> None:
    program = Program(0, RULES, (PayWithPoints("pay", "Trả", block, block_vnd, minimum_points=least),))
    paid = paid_vnd(program, points)
    assert paid is not None
    taken = points // block * block
    if not paid:
        assert taken == 0 or taken < least
        return
    bill = Bill(max(paid, 1))
    priced = quote(
        program, Account(), plain_footing(program), bill, (Taken("pay", taken),), spendable=points, stock={}
    )
    assert not priced.refused
    assert priced.value_vnd == paid


@given(each=st.integers(1, 300), price=st.integers(1, 300), value_vnd=st.integers(1, 100_000))
def test_a_fixed_amount_comes_off_after_the_first_bill_that_brings_its_points(
    each: int, price: int, value_vnd: int
) -> None:
    program = Program(0, RULES, (AmountOff("off", "Giảm", price, value_vnd),))
    worth = worth_after(program, each, 100_000)
    assert worth is not None
    assert each * worth.bills >= price
    assert worth.bills == 1 or each * (worth.bills - 1) < price
    assert worth.value_vnd == each * worth.bills // price * value_vnd


def test_a_tier_pays_its_own_price_and_hidden_rewards_pay_nothing() -> None:
    pay = PayWithPoints("pay", "Trả", 10, 1_000, tier_prices=(TierPrice("gold", 5),))
    program = Program(0, RULES, (pay,))
    assert (paid_vnd(program, 38), paid_vnd(program, 38, "gold")) == (3_000, 7_000)
    hidden = Program(0, RULES, (PayWithPoints("pay", "Trả", 10, 1_000, hidden=True), Gift("g", "Quà", 5)))
    assert paid_vnd(hidden, 38) is None
    assert worth_vnd(hidden, 38, 100_000, 1) is None
    assert worth_after(hidden, 38, 100_000) is None


def test_points_too_few_for_anything_are_worth_nothing_yet() -> None:
    program = Program(0, RULES, (AmountOff("off", "Giảm", 100, 10_000),))
    assert worth_vnd(program, 99, 50_000, 1) == 0
    assert worth_after(program, 28, 285_000) == Worth(4, 10_000)
    assert worth_after(program, 0, 285_000) is None
