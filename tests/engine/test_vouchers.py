"""Laws of vouchers: used once, worth what they say, and what returns do to them in any order."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.codes import voucher_code
from loyalpos.engine.side_programs import AtEnd, Plan, VoucherKind
from loyalpos.engine.vouchers import (
    GIVEN_BACK_DAYS,
    Presented,
    Voucher,
    VoucherState,
    VoucherWhy,
    give_back,
    issue,
    last_day_under,
    price_vouchers,
    restore,
    take_back,
    use,
    why_not_usable,
)

AN, BINH, BILL = UUID(int=1), UUID(int=2), UUID(int=3)
DAY = date(2026, 11, 23)
TEN = VoucherKind("ten", "Giảm 10.000", 30, value_vnd=10_000)
FIFTH = VoucherKind("fifth", "Giảm 20%", 30, rate_bp=2_000, cap_vnd=30_000)

kinds = st.one_of(
    st.builds(
        VoucherKind,
        id=st.sampled_from(("a", "b")),
        name=st.just("Phiếu"),
        days=st.integers(0, 60),
        value_vnd=st.integers(1, 200_000),
        minimum_vnd=st.integers(0, 200_000),
    ),
    st.builds(
        VoucherKind,
        id=st.sampled_from(("c", "d")),
        name=st.just("Phiếu"),
        days=st.integers(0, 60),
        rate_bp=st.integers(1, 10_000),
        cap_vnd=st.none() | st.integers(1, 200_000),
        minimum_vnd=st.integers(0, 200_000),
    ),
)
totals = st.integers(0, 500_000)


def _voucher(kind: VoucherKind = TEN, number: int = 1) -> Voucher:
    return issue(kind, voucher_code(number), AN, DAY)


@st.composite
def presented(draw: st.DrawFn) -> tuple[Presented, ...]:
    shown = draw(st.lists(st.tuples(kinds, st.integers(0, 5)), max_size=5))
    return tuple(Presented(_voucher(kind, number), kind) for kind, number in shown)


@given(presented(), totals)
def test_vouchers_never_take_off_more_than_the_bill_and_each_is_used_or_refused(
    shown: tuple[Presented, ...], total_vnd: int
) -> None:
    uses, refused = price_vouchers(shown, total_vnd)
    assert all(one.value_vnd > 0 for one in uses)
    assert sum(one.value_vnd for one in uses) <= total_vnd
    assert len(uses) + len(refused) == len(shown)
    assert len({one.code for one in uses}) == len(uses), "a voucher is used once"


@given(presented(), totals, st.randoms(use_true_random=False))
def test_the_order_of_scanning_changes_nothing(
    shown: tuple[Presented, ...], total_vnd: int, shuffler: object
) -> None:
    once = tuple({one.voucher.code: one for one in shown}.values())
    again = list(once)
    shuffler.shuffle(again)  # type: ignore[attr-defined]
    assert price_vouchers(tuple(again), total_vnd)[0] == price_vouchers(once, total_vnd)[0]


@given(kinds, totals)
def test_a_voucher_alone_takes_off_what_its_kind_says(kind: VoucherKind, total_vnd: int) -> None:
    uses, refused = price_vouchers((Presented(_voucher(kind), kind),), total_vnd)
    if total_vnd < kind.minimum_vnd:
        (why,) = refused
        assert why.why == VoucherWhy.BILL_TOO_SMALL
        assert why.missing_vnd == kind.minimum_vnd - total_vnd
        return
    value_vnd = sum(one.value_vnd for one in uses)
    if kind.rate_bp:
        share_bp = total_vnd * kind.rate_bp
        is_share = value_vnd * 10_000 <= share_bp < (value_vnd + 1) * 10_000
        assert value_vnd == kind.cap_vnd if value_vnd * 10_000 + 10_000 <= share_bp else is_share
    else:
        assert value_vnd == min(kind.value_vnd, total_vnd)


def test_fixed_amounts_come_before_shares_and_what_ends_first_before_the_rest() -> None:
    soon = replace(_voucher(TEN, 5), last_day=DAY + timedelta(days=1))
    late, share = _voucher(TEN, 1), _voucher(FIFTH, 0)
    shown = (Presented(share, FIFTH), Presented(late, TEN), Presented(soon, TEN))
    uses, refused = price_vouchers(shown, 100_000)
    assert [(one.code, one.value_vnd) for one in uses] == [
        (soon.code, 10_000),
        (late.code, 10_000),
        (share.code, 20_000),  # a fifth of the total, not of what the others left
    ]
    assert refused == ()
    uses, refused = price_vouchers(shown, 10_000)
    assert [one.code for one in uses] == [soon.code]
    assert [one.why for one in refused] == [VoucherWhy.NOTHING_LEFT_TO_PAY] * 2, "the others are kept"


def test_a_share_stops_at_its_cap_and_the_last_voucher_at_nothing() -> None:
    assert price_vouchers((Presented(_voucher(FIFTH), FIFTH),), 200_000)[0][0].value_vnd == 30_000
    whole = replace(FIFTH, rate_bp=10_000, cap_vnd=None)
    shown = (Presented(_voucher(TEN, 1), TEN), Presented(_voucher(whole, 2), whole))
    assert [one.value_vnd for one in price_vouchers(shown, 25_000)[0]] == [10_000, 15_000]


def test_the_same_voucher_scanned_twice_counts_once() -> None:
    shown = (Presented(_voucher(), TEN),) * 2
    uses, refused = price_vouchers(shown, 100_000)
    assert [one.value_vnd for one in uses] == [10_000]
    assert [one.why for one in refused] == [VoucherWhy.TWICE]


def test_a_voucher_is_good_for_its_days_after_the_day_it_is_given() -> None:
    voucher = _voucher()
    assert voucher.last_day == date(2026, 12, 23)
    assert why_not_usable(voucher, member=AN, day=date(2026, 12, 23), plan=None) is None
    assert why_not_usable(voucher, member=AN, day=date(2026, 12, 24), plan=None) is VoucherWhy.OVER


@pytest.mark.parametrize(
    ("voucher", "why"),
    [
        (_voucher(), None),
        (use(_voucher(), BILL), VoucherWhy.USED),
        (take_back(_voucher()), VoucherWhy.GONE),
        (replace(_voucher(), member=BINH), VoucherWhy.OTHER_MEMBER),
    ],
)
def test_only_who_was_given_a_voucher_uses_it_and_only_while_it_is_open(
    voucher: Voucher, why: VoucherWhy | None
) -> None:
    assert why_not_usable(voucher, member=AN, day=DAY, plan=None) is why
    assert why_not_usable(voucher, member=None, day=DAY, plan=None) in (VoucherWhy.OTHER_MEMBER, why)


@pytest.mark.parametrize(
    ("plan", "last_day"),
    [
        (None, date(2026, 12, 23)),
        (Plan("tet", "Tết"), date(2026, 12, 23)),
        (Plan("tet", "Tết", until=date(2026, 12, 1), honoured_days=10), date(2026, 12, 10)),
        (Plan("tet", "Tết", until=date(2026, 12, 1), honoured_days=90), date(2026, 12, 23)),
        (Plan("tet", "Tết", until=date(2026, 12, 1), at_end=AtEnd.GONE), date(2026, 11, 30)),
    ],
)
def test_a_program_that_ends_honours_its_vouchers_as_it_says(plan: Plan | None, last_day: date) -> None:
    voucher = _voucher()
    assert last_day_under(voucher, plan) == last_day
    assert why_not_usable(voucher, member=AN, day=last_day, plan=plan) is None
    after = last_day + timedelta(days=1)
    assert why_not_usable(voucher, member=AN, day=after, plan=plan) is VoucherWhy.OVER


@given(st.lists(st.sampled_from(("use", "give_back", "take_back", "restore")), max_size=8))
def test_what_a_voucher_is_follows_from_what_stands_in_whatever_order_it_came(steps: list[str]) -> None:
    voucher, is_used, is_earned = _voucher(), False, True
    for step in steps:
        if step == "use" and not is_used:
            voucher, is_used = use(voucher, BILL), True
        elif step == "give_back" and is_used:
            voucher, is_used = give_back(voucher, DAY), False
        elif step == "take_back":
            voucher, is_earned = take_back(voucher), False
        elif step == "restore":
            voucher, is_earned = restore(voucher), True
        expected = "used" if is_used else "open" if is_earned else "gone"
        assert voucher.state == expected


def test_a_used_voucher_whose_bringer_is_returned_is_gone_when_it_is_given_back() -> None:
    voucher = take_back(use(_voucher(), BILL))
    assert voucher.state is VoucherState.USED
    assert give_back(voucher, DAY).state is VoucherState.GONE


@given(st.integers(0, 60))
def test_a_voucher_given_back_is_good_for_some_days_more_and_never_for_fewer(days: int) -> None:
    day = DAY + timedelta(days=days)
    back = give_back(use(_voucher(), BILL), day)
    assert back.state is VoucherState.OPEN
    assert back.last_day == max(_voucher().last_day, day + timedelta(days=GIVEN_BACK_DAYS))
