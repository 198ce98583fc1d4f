"""A percentage is a share of what is left of a bill, a fixed amount stays: for rewards and vouchers alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Redemption, Share, Taken, off_left
from loyalpos.engine.case_runs import run_case
from loyalpos.engine.cases import cases_from_json
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.program import AmountOff, PercentOff
from loyalpos.engine.program_document import program_from_json
from loyalpos.engine.rewards import shares_of
from loyalpos.engine.vouchers import VoucherUse
from tests.engine.books import Books
from tests.engine.shapes import NOON, one_rule

HALF = {"kind": "percent_off", "id": "half", "name": "H", "points": 10, "rate_bp": 5_000}
HALF_VOUCHER = {"id": "half", "name": "H", "days": 30, "rate_bp": 5_000}


def paid(program: Mapping[str, object], taken: Mapping[str, object], *returned_vnd: int | None) -> list[int]:
    """Try a bill of 200,000 ₫ that takes something, and its returns: what each step brings the shop."""
    opening = {"points": 100, **({"vouchers": {"half": 1}} if "vouchers" in program else {})}
    steps: list[dict[str, object]] = [{"kind": "bill", "at": "2026-11-24", "total_vnd": 200_000, **taken}]
    steps += [
        {"kind": "return", "at": "2026-11-25", "bill": "1", "amount_vnd": amount_vnd}
        for amount_vnd in returned_vnd
    ]
    case = {"name": "case", "member": opening, "steps": steps}
    cases = cases_from_json(json.dumps({"format": "loyalpos.cases", "version": 1, "cases": [case]}))
    document = {"format": "loyalpos.program", "version": 2, "revision": 1, **program}
    run = run_case(program_from_json(json.dumps(document)), cases.cases[0], cases.shop)
    assert not any(step.outcome.refusals for step in run.steps)
    return [step.outcome.due_vnd for step in run.steps]


RULES = {"rules": [{"kind": "amount", "id": "a", "per_vnd": 1_000}]}
WITH_REWARD = {**RULES, "rewards": [HALF]}
WITH_VOUCHER = {**RULES, "vouchers": [HALF_VOUCHER]}
REWARD, VOUCHER = {"take": [{"reward": "half"}]}, {"vouchers": ["half"]}


@pytest.mark.parametrize(("program", "taken"), [(WITH_REWARD, REWARD), (WITH_VOUCHER, VOUCHER)])
def test_half_of_a_bill_at_half_its_price_comes_back_for_half_of_what_was_paid(
    program: Mapping[str, object], taken: Mapping[str, object]
) -> None:
    assert paid(program, taken, 100_000) == [100_000, -50_000]
    assert paid(program, taken, 100_000, None) == [100_000, -50_000, -50_000]
    assert paid(program, taken, 1, 1, None) == [100_000, 0, -1, -99_999], "half a đồng off is rounded down"
    assert paid(program, taken, None) == [100_000, -100_000]


def test_a_cap_stays_off_while_the_share_of_what_is_left_reaches_it() -> None:
    program = {**RULES, "rewards": [{**HALF, "cap_vnd": 30_000}]}
    assert paid(program, REWARD, 100_000, 60_000, None) == [170_000, -100_000, -50_000, -20_000]


shares = st.builds(Share, st.integers(0, 1_000_000), st.integers(1, 10_000))


@given(st.integers(1, 1_000_000), st.lists(shares, max_size=3), st.data())
def test_what_comes_back_in_parts_is_what_was_paid_and_no_part_is_worth_more_than_it_cost(
    total_vnd: int, off: list[Share], data: st.DataObject
) -> None:
    due_vnd, taken = total_vnd, list[Share]()
    for share in off:
        value_vnd = min(share.value_vnd, total_vnd * share.rate_bp // 10_000, due_vnd)
        due_vnd -= value_vnd
        taken.append(replace(share, value_vnd=value_vnd))
    due_vnd -= data.draw(st.integers(0, due_vnd))
    stops = sorted({0, total_vnd, *data.draw(st.lists(st.integers(0, total_vnd), max_size=4))}, reverse=True)
    value_vnd = total_vnd - due_vnd
    due = [left - off_left(total_vnd, left, value_vnd, 0, tuple(taken)) for left in stops]
    assert due[0] == due_vnd
    assert due[-1] == 0
    for (dearer, cheaper), (more, less) in zip(pairwise(due), pairwise(stops), strict=True):
        # Each of several shares is rounded down for itself.
        assert -len(taken) < dearer - cheaper <= more - less or dearer == cheaper


@given(st.integers(1, 400_000), st.integers(1, 10_000), st.none() | st.integers(1, 50_000), st.data())
def test_what_is_left_is_paid_and_earns_like_a_bill_of_that_much(
    total_vnd: int, rate_bp: int, cap_vnd: int | None, data: st.DataObject
) -> None:
    share = PercentOff("share", "Giảm", 1, rate_bp, cap_vnd)
    left_vnd = data.draw(st.integers(1, total_vnd))
    books, like = (Books(replace(one_rule(100), rewards=(share,)), NOON) for _ in range(2))
    for one in (books, like):
        one.earn("opening", 1)
    if total_vnd * rate_bp < 10_000 or left_vnd * rate_bp < 10_000:
        return
    books.bill("bill", total_vnd, Taken("share"))
    if left_vnd < total_vnd:
        books.reverse("bill", total_vnd - left_vnd)
    as_if = like.bill("bill", left_vnd, Taken("share"))
    known = books.bills["bill"]
    assert known.due_vnd == as_if.due_vnd
    assert known.earned - known.taken_back == as_if.earning.points


@given(st.integers(1, 300_000), st.lists(st.integers(1, 400_000), max_size=5), st.integers(1, 9_999))
def test_refunds_of_a_share_and_an_amount_together_add_up(
    total_vnd: int, parts: list[int], rate_bp: int
) -> None:
    rewards = (PercentOff("share", "Giảm", 1, rate_bp), AmountOff("amount", "Bớt", 1, 20_000))
    books = Books(replace(one_rule(1_000), rewards=rewards), NOON)
    books.earn("opening", 2)
    total_vnd += 40_000
    books.bill("bill", total_vnd, Taken("share"), Taken("amount")) if rate_bp < 5_000 else books.bill(
        "bill", total_vnd, Taken("share")
    )
    paid_vnd = books.bills["bill"].due_vnd
    back_vnd = 0
    for part in (*parts, None):
        left_vnd = books.bills["bill"].left_vnd
        if part is not None and part >= left_vnd:
            continue
        refund_vnd = books.reverse("bill", part).refund_vnd
        assert 0 <= refund_vnd <= (left_vnd if part is None else part)
        back_vnd += refund_vnd
    assert back_vnd == paid_vnd
    assert books.bills["bill"].due_vnd == 0


def test_what_was_recorded_before_shares_were_kept_reads_as_a_fixed_amount() -> None:
    old = Redemption("half", "percent_off", "H", 10, 100_000)
    used = VoucherUse(voucher_code(1), "half", "H", 100_000)
    again = from_json(to_json((old,)), tuple[Redemption, ...])
    assert shares_of(again, from_json(to_json((used,)), tuple[VoucherUse, ...])) == ()
    assert "rate_bp" not in json.dumps(to_json((old, used)))
    new = from_json(to_json(replace(old, rate_bp=5_000)), Redemption)
    assert shares_of((new,), (replace(used, rate_bp=2_000),)) == (
        Share(100_000, 5_000),
        Share(100_000, 2_000),
    )


def test_a_plain_bill_has_no_shares() -> None:
    books = Books(one_rule(1_000), NOON)
    assert books.bill("bill", Bill(10_000)).shares == ()
