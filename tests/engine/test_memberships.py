"""A membership counts from its first day to its end, goes on when renewed, and is refunded to the đồng."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import floor
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, Redemption, off_left
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.memberships import (
    MembershipProblem,
    Sold,
    covered_until,
    end_early,
    is_active,
    member_discount,
    notice_due,
    sell,
)
from loyalpos.engine.program import Program
from loyalpos.engine.rewards import quote
from loyalpos.engine.side_programs import MemberPrice, Membership, Plan, VoucherKind
from loyalpos.engine.vouchers import Presented, issue
from tests.engine.shapes import days

VIP = Membership("vip", "Thẻ VIP", 365_000, 12, 500)
PROGRAM = Program(1, (), memberships=(VIP,))
DAY = date(2027, 3, 10)

months = st.integers(1, 24)


def _sale(membership: Membership, *before: Sold, day: date = DAY, program: Program = PROGRAM) -> Sold:
    sold = sell(program, membership, before, sale=UUID(int=len(before)), day=day)
    assert isinstance(sold, Sold)
    return sold


@given(days, months, st.integers(1, 4))
def test_renewed_in_time_periods_join_and_end_as_one_long_period_would(
    day: date, span: int, times: int
) -> None:
    month_by_month: list[Sold] = []
    for _ in range(times):
        month_by_month.append(_sale(replace(VIP, months=span), *month_by_month, day=day))
    for one, after in pairwise(month_by_month):
        assert one.until == after.first
    assert month_by_month[-1].until == _sale(replace(VIP, months=span * times), day=day).until


@given(days, months, days)
def test_a_membership_counts_from_its_first_day_and_before_its_end(day: date, span: int, other: date) -> None:
    sold = _sale(replace(VIP, months=span), day=day)
    assert sold.until is not None
    assert is_active(sold, day)
    assert is_active(sold, sold.until - timedelta(days=1))
    assert not is_active(sold, sold.until)
    assert is_active(sold, other) == (day <= other < sold.until)


@given(days, months, st.integers(0, 10**10), st.integers(-40, 900), st.booleans())
def test_refund_and_used_part_are_the_fee_and_waiting_never_brings_more(
    day: date, span: int, fee_vnd: int, after: int, refundable: bool
) -> None:
    sold = _sale(replace(VIP, months=span, fee_vnd=fee_vnd, refundable=refundable), day=day)
    today = day + timedelta(days=after)
    ended, tomorrow = end_early(sold, today), end_early(sold, today + timedelta(days=1))
    assert ended.refund_vnd + ended.used_vnd == fee_vnd
    assert 0 <= tomorrow.refund_vnd <= ended.refund_vnd <= (fee_vnd if refundable else 0)
    assert ended.sold.until is not None
    assert sold.until is not None
    assert sold.first <= ended.sold.until <= sold.until
    assert not any(is_active(ended.sold, today + timedelta(days=n)) for n in range(1, 4))
    if today >= sold.until - timedelta(days=1):
        assert ended.refund_vnd == 0


@given(st.integers(0, 10**11), st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_best_discount_of_several_comes_off_and_never_more_than_the_bill(
    amount_vnd: int, one_bp: int, other_bp: int
) -> None:
    one = _sale(replace(VIP, discount_bp=one_bp))
    other = replace(_sale(VIP), membership="gold", discount_bp=other_bp)
    line = member_discount(PROGRAM, (one, other), day=DAY, bill=Bill(amount_vnd))
    best = amount_vnd * max(one_bp, other_bp) // 10_000
    assert (0 if line is None else line.value_vnd) == best <= amount_vnd


@pytest.mark.parametrize(
    ("day", "refund_vnd"),
    [
        (date(2027, 3, 9), 365_000),
        (date(2027, 3, 10), 365_000 * 365 // 366),
        (date(2027, 9, 9), 365_000 * 182 // 366),
        (date(2028, 3, 8), 365_000 // 366),
        (date(2028, 3, 9), 0),
        (date(2029, 1, 1), 0),
    ],
)
def test_unused_days_are_refunded_rounded_down(day: date, refund_vnd: int) -> None:
    assert end_early(_sale(VIP), day).refund_vnd == refund_vnd


def test_a_membership_for_ever_has_no_end_no_renewal_and_no_refund() -> None:
    sold = _sale(replace(VIP, months=None))
    assert is_active(sold, date(2199, 1, 1))
    assert covered_until((sold,), "vip", DAY) is None
    assert notice_due(VIP, (sold,), DAY) is None
    again = sell(PROGRAM, VIP, (sold,), sale=UUID(int=9), day=date(2030, 1, 1))
    assert again is MembershipProblem.FOR_EVER_ALREADY
    ended = end_early(sold, date(2028, 1, 1))
    assert (ended.refund_vnd, ended.used_vnd, ended.sold.until) == (0, 365_000, date(2028, 1, 2))
    assert isinstance(sell(PROGRAM, VIP, (ended.sold,), sale=UUID(int=9), day=date(2030, 1, 1)), Sold)


def test_a_yearly_one_may_be_renewed_for_ever() -> None:
    year = _sale(VIP)
    ever = _sale(replace(VIP, months=None), year)
    assert (ever.first, ever.until) == (year.until, None)
    assert end_early(ever, DAY).refund_vnd == 365_000


def test_a_renewal_after_the_end_begins_on_the_day_of_sale() -> None:
    sold = _sale(VIP)
    late = _sale(VIP, sold, day=date(2028, 3, 10))
    assert (late.first, late.until) == (date(2028, 3, 10), date(2029, 3, 10))


def test_sold_on_the_31st_every_month_ends_on_its_31st_or_last_day() -> None:
    month = replace(VIP, months=1)
    january = _sale(month, day=date(2027, 1, 31))
    february = _sale(month, january, day=date(2027, 2, 1))
    march = _sale(month, january, february, day=date(2027, 3, 1))
    assert [one.until for one in (january, february, march)] == [
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]


def test_notice_is_due_in_the_days_before_the_end_unless_renewed() -> None:
    sold = _sale(VIP)
    end = date(2028, 3, 10)
    assert notice_due(VIP, (sold,), end - timedelta(days=15)) is None
    assert notice_due(VIP, (sold,), end - timedelta(days=14)) == end
    assert notice_due(VIP, (sold,), end - timedelta(days=1)) == end
    assert notice_due(VIP, (sold,), end) is None
    assert notice_due(VIP, (), end) is None
    renewed = _sale(VIP, sold, day=end - timedelta(days=3))
    assert notice_due(VIP, (sold, renewed), end - timedelta(days=1)) is None
    other = replace(VIP, id="gold")
    assert notice_due(other, (sold,), end - timedelta(days=1)) is None


def test_a_period_ended_before_it_began_covers_nothing_and_nothing_is_joined_to_it() -> None:
    year = _sale(VIP)
    ahead = _sale(VIP, year)
    cut = end_early(ahead, DAY).sold
    assert covered_until((year, cut), "vip", DAY) == year.until
    stopped = end_early(year, DAY).sold
    again = _sale(VIP, stopped, cut)
    assert (again.first, again.until) == (date(2027, 3, 11), date(2028, 3, 11))


def test_what_was_sold_stays_as_it_was_agreed_when_the_program_changes() -> None:
    line = member_discount(PROGRAM, (_sale(VIP),), day=DAY, bill=Bill(99_999))
    assert line == Redemption("vip", "membership", "Thẻ VIP", 0, 4_999)
    later = date(2028, 3, 10)
    assert member_discount(PROGRAM, (_sale(VIP),), day=later, bill=Bill(99_999)) is None


def test_a_membership_of_a_plan_that_has_ended_is_not_sold() -> None:
    plan = Plan("spring", "Xuân", None, DAY)
    program = replace(PROGRAM, plans=(plan,))
    spring = replace(VIP, plan="spring")
    assert isinstance(sell(program, spring, (), sale=UUID(int=1), day=DAY - timedelta(days=1)), Sold)
    assert sell(program, spring, (), sale=UUID(int=1), day=DAY) is MembershipProblem.NOT_ON_SALE


def test_of_two_sales_that_two_tills_made_at_once_the_longer_one_is_renewed() -> None:
    half = _sale(replace(VIP, months=6), day=DAY + timedelta(days=1))
    year = _sale(VIP)
    for sold in ((half, year), (year, half)):
        assert covered_until(sold, "vip", DAY + timedelta(days=2)) == year.until


@given(
    st.integers(0, 1_000_000),
    st.integers(0, 10_000),
    st.lists(st.integers(1, 300_000), max_size=3),
)
def test_vouchers_come_off_what_a_membership_leaves_and_never_more(
    total_vnd: int, discount_bp: int, worths: list[int]
) -> None:
    sold = _sale(replace(VIP, discount_bp=discount_bp))
    line = member_discount(PROGRAM, (sold,), day=DAY, bill=Bill(total_vnd))
    shown = tuple(
        Presented(
            issue(kind := VoucherKind(f"v{at}", "Phiếu", 30, worth), voucher_code(at), UUID(int=1), DAY), kind
        )
        for at, worth in enumerate(worths)
    )
    priced = quote(
        PROGRAM,
        Account(),
        plain_footing(PROGRAM),
        Bill(total_vnd),
        (),
        spendable=0,
        stock={},
        vouchers=shown,
        membership=line,
    )
    member_vnd = 0 if line is None else line.value_vnd
    assert priced.membership == line
    assert priced.due_vnd == max(0, total_vnd - member_vnd - sum(worths))
    assert priced.value_vnd == member_vnd + sum(one.value_vnd for one in priced.vouchers)


item_lines = st.lists(
    st.builds(
        BillLine,
        st.just("Món"),
        st.integers(0, 5),
        st.integers(0, 300_000),
        item=st.sampled_from(("latte", "cake", "")),
    ),
    max_size=4,
).map(tuple)
member_prices = st.lists(
    st.builds(MemberPrice, st.sampled_from(("latte", "cake")), st.integers(0, 100_000)),
    max_size=2,
    unique_by=lambda one: one.item,
).map(tuple)


@given(item_lines, member_prices, st.integers(0, 10_000), st.integers(0, 400_000))
def test_an_item_costs_a_member_its_price_or_less_the_share_whichever_is_less(
    lines: tuple[BillLine, ...], prices: tuple[MemberPrice, ...], discount_bp: int, total_vnd: int
) -> None:
    program = replace(PROGRAM, memberships=(replace(VIP, prices=prices),))
    sold = _sale(replace(VIP, discount_bp=discount_bp))
    bill = Bill(total_vnd, lines=lines)
    line = member_discount(program, (sold,), day=DAY, bill=bill)
    off_vnd = 0 if line is None else line.value_vnd
    # By hand: each line pays the less of two prices, the rest of the total pays less the share.
    price_of = {one.item: one.price_vnd for one in prices}
    rest, off = Fraction(total_vnd), Fraction(0)
    for one in lines:
        if one.item in price_of and one.quantity and one.amount_vnd:
            rest -= one.amount_vnd
            shared = one.amount_vnd * (1 - Fraction(discount_bp, 10_000))
            off += one.amount_vnd - min(shared, Fraction(price_of[one.item] * one.quantity))
    off += max(Fraction(0), rest) * Fraction(discount_bp, 10_000)
    assert off_vnd == min(total_vnd, floor(off))
    if sum(one.amount_vnd for one in lines) <= total_vnd:
        alone = member_discount(PROGRAM, (sold,), day=DAY, bill=bill)
        assert off_vnd >= (0 if alone is None else alone.value_vnd)


def test_two_lattes_and_a_cake_at_member_prices() -> None:
    lines = (
        BillLine("Latte", 2, 78_000, item="latte"),
        BillLine("Bánh", 1, 35_000, item="cake"),
        BillLine("Trà", 1, 20_000, item="tea"),
    )
    prices = (MemberPrice("latte", 32_000), MemberPrice("cake", 34_000))
    program = replace(PROGRAM, memberships=(replace(VIP, prices=prices),))
    priced = member_discount(program, (_sale(VIP),), day=DAY, bill=Bill(133_000, lines=lines))
    # 78.000 → 64.000; 5 % of 35.000 is more than 1.000; 5 % of 20.000.
    assert priced == Redemption("vip", "member_price", "Thẻ VIP", 0, 14_000 + 1_750 + 1_000)
    unknown = member_discount(program, (_sale(VIP),), day=DAY, bill=Bill(133_000))
    assert unknown == Redemption("vip", "membership", "Thẻ VIP", 0, 6_650)
    elsewhere = replace(program, memberships=(replace(VIP, id="gold", prices=prices),))
    assert member_discount(elsewhere, (_sale(VIP),), day=DAY, bill=Bill(133_000, lines=lines)) == unknown


@given(st.integers(1, 1_000_000), st.data())
def test_what_comes_back_in_parts_is_what_was_paid_and_no_part_is_worth_more_than_it_cost(
    total_vnd: int, data: st.DataObject
) -> None:
    member_vnd = data.draw(st.integers(0, total_vnd))
    value_vnd = data.draw(st.integers(member_vnd, total_vnd))
    stops = sorted({0, total_vnd, *data.draw(st.lists(st.integers(0, total_vnd), max_size=4))}, reverse=True)
    due = [left_vnd - off_left(total_vnd, left_vnd, value_vnd, member_vnd) for left_vnd in stops]
    refunds = [before - after for before, after in pairwise(due)]
    assert sum(refunds) == total_vnd - value_vnd
    assert all(
        0 <= refund <= before - after
        for refund, (before, after) in zip(refunds, pairwise(stops), strict=True)
    )
