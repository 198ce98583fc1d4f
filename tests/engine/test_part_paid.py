"""Laws of bills paid in parts: together the payments bring what the bill paid at once would have."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, RecordedBill, TenderPart
from loyalpos.engine.earning import earn
from loyalpos.engine.ledger import Account
from loyalpos.engine.owner import asked_of_owner, has_said
from loyalpos.engine.part_paid import earn_as_typed
from loyalpos.engine.payments import after_payment, pay, settle
from loyalpos.engine.program import PartPaid, Program
from loyalpos.engine.replay_bills import after_return
from loyalpos.engine.reversal import reverse
from loyalpos.engine.rules import AmountRule, Band, BandRule, UnknownRule
from loyalpos.engine.tenders import told_whole
from loyalpos.errors import PaymentTooLarge
from tests.engine.earning_shapes import cases, open_footing
from tests.engine.shapes import NOON
from tests.engine.test_tenders import Case

NAME = UUID(int=7)
WAYS = st.sampled_from((PartPaid.AS_PAID, PartPaid.WHEN_PAID))


def recorded(case: Case, paid_vnd: int) -> RecordedBill:
    """A bill in the books of which so much was paid at once."""
    program, footing, bill, off_vnd = case
    bill = replace(bill, paid_vnd=paid_vnd)
    earning = earn_as_typed(program, footing, bill, off_vnd)
    return RecordedBill(
        id=NAME,
        member=NAME,
        revision=1,
        at=NOON,
        number=None,
        total_vnd=bill.total_vnd,
        value_vnd=off_vnd,
        earned=earning.points,
        taken_back=0,
        earned_lots=frozenset(),
        expired=0,
        carry_in=footing.carry,
        carry_delta=earning.carry_delta,
        spent=(),
        returned_vnd=0,
        parts=0,
        typed=bill,
        footing=footing,
        units=earning.units,
        open_vnd=bill.total_vnd - off_vnd - paid_vnd,
    )


def _steps(due_vnd: int, cuts: list[int]) -> list[int]:
    places = sorted({0, due_vnd, *(cut % (due_vnd + 1) for cut in cuts)})
    return [after - before for before, after in pairwise(places)]


def stands(bill: RecordedBill) -> int:
    return bill.earned - bill.taken_back


@given(
    cases(),
    WAYS,
    st.integers(0, 2_000_000),
    st.lists(st.integers(0, 2_000_000), max_size=4),
    st.lists(st.sampled_from((None, "cash", "card", "momo")), min_size=5, max_size=5),
)
def test_payments_bring_together_what_the_bill_paid_at_once_brings(
    case: Case, way: PartPaid, first_vnd: int, cuts: list[int], tenders: list[str | None]
) -> None:
    """It holds of remainder and units whatever the program, and of points where less paid earns no more.

    Paid at once in the same ways: by what is told of each payment, and in none where nothing is.
    """
    program, footing, bill, off_vnd = case
    program = replace(program, part_paid=way)
    bill = replace(bill, tender_parts=())
    due_vnd = bill.total_vnd - off_vnd
    first_vnd %= due_vnd + 1
    known = recorded((program, footing, bill, off_vnd), first_vnd)
    on_the_way = [known.earned]
    ways = [TenderPart(bill.tender, first_vnd)]
    for amount_vnd, tender in zip(_steps(due_vnd - first_vnd, cuts), tenders, strict=False):
        paid = pay(program, known, amount_vnd, tender)
        ways.append(TenderPart(tender, amount_vnd))
        on_the_way.append(paid.earning.points)
        known = after_payment(known, paid)
    if first_vnd < due_vnd:
        bill = replace(bill, tender=None, tender_parts=tuple(ways))
    at_once = earn(program, footing, bill, off_vnd)
    assert known.open_vnd == 0
    assert stands(known) == max(on_the_way)
    if max(on_the_way) == on_the_way[-1]:
        assert stands(known) == at_once.points
    assert known.carry_delta == at_once.carry_delta
    given_now = {(one.rule, one.unit): one.count for one in known.units}
    assert all(given_now[one.rule, one.unit] >= one.count for one in at_once.units)


@given(cases(), WAYS, st.data())
def test_whatever_was_paid_and_came_back_on_the_way_the_whole_return_leaves_nothing(
    case: Case, way: PartPaid, data: st.DataObject
) -> None:
    program, footing, bill, off_vnd = case
    program = replace(program, part_paid=way)
    bill = replace(bill, total_vnd=bill.total_vnd + 1, tender_parts=())
    due_vnd = bill.total_vnd - off_vnd
    first_vnd = data.draw(st.integers(0, due_vnd))
    known = recorded((program, footing, bill, off_vnd), first_vnd)
    paid_vnd, refunded_vnd = first_vnd, 0
    for _ in range(data.draw(st.integers(0, 5))):
        if known.open_vnd and data.draw(st.booleans()):
            amount_vnd = data.draw(st.integers(1, known.open_vnd))
            paid = pay(program, known, amount_vnd, data.draw(st.sampled_from((None, "card", "momo"))))
            paid_vnd += paid.amount_vnd
            known = after_payment(known, paid)
        elif known.left_vnd > 1:
            back_vnd = data.draw(st.integers(1, known.left_vnd - 1))
            back = reverse(program, known, Account(), returned_vnd=back_vnd, at=NOON, alive_at=NOON)
            refunded_vnd += back.refund_vnd
            known = after_return(known, back)
        assert known.paid_vnd == paid_vnd - refunded_vnd
        assert 0 <= known.open_vnd <= known.due_vnd
        assert stands(known) >= 0
    back = reverse(program, known, Account(), returned_vnd=None, at=NOON, alive_at=NOON)
    known = after_return(known, back)
    assert (stands(known), known.carry_delta) == (0, Fraction(0))
    assert not known.units
    assert refunded_vnd + back.refund_vnd == paid_vnd
    assert known.open_vnd == 0


def _after(program: Program, bill: RecordedBill, back_vnd: int) -> RecordedBill:
    back = reverse(program, bill, Account(), returned_vnd=back_vnd, at=NOON, alive_at=NOON)
    left = after_return(bill, back)
    settled = settle(program, left, back.struck_vnd)
    return left if settled is None else after_payment(left, settled)


@given(st.integers(1, 2_000_000), WAYS, st.data())
def test_what_stands_is_a_matter_of_what_is_left_and_paid_whatever_came_first(
    total_vnd: int, way: PartPaid, data: st.DataObject
) -> None:
    program = Program(1, (AmountRule("base", 7_000, 3), AmountRule("more", 999)), part_paid=way)
    footing = open_footing(program)
    bill = recorded((program, footing, Bill(total_vnd), 0), data.draw(st.integers(0, total_vnd - 1)))
    amount_vnd = data.draw(st.integers(1, bill.open_vnd))
    # So little comes back that nothing is handed back either way.
    back_vnd = data.draw(st.integers(0, min(total_vnd - 1, bill.open_vnd - amount_vnd)))
    if not back_vnd:
        return
    first_paid = after_payment(bill, pay(program, bill, amount_vnd))
    one, first_back = (_after(program, known, back_vnd) for known in (first_paid, bill))
    other = after_payment(first_back, pay(program, first_back, amount_vnd))
    assert stands(one) == stands(other)
    assert (one.open_vnd, one.paid_vnd) == (other.open_vnd, other.paid_vnd)


@given(cases(), WAYS, st.integers(0, 2_000_000), st.booleans())
def test_what_the_owner_was_asked_at_first_is_all_that_the_bill_paid_in_full_asks(
    case: Case, way: PartPaid, first_vnd: int, agreed: bool
) -> None:
    program, footing, bill, off_vnd = case
    rules = tuple(
        rule if isinstance(rule, UnknownRule) else replace(rule, budget="ask") for rule in program.rules
    )
    program = replace(program, part_paid=way, rules=rules, point_cost_vnd=50)
    footing = replace(footing, budget_vnd={"ask": 60})
    due_vnd = bill.total_vnd - off_vnd
    first_vnd %= due_vnd + 1
    bill = told_whole(replace(bill, paid_vnd=first_vnd), first_vnd)
    earning = earn_as_typed(program, footing, bill, off_vnd)
    while asked := asked_of_owner(program, footing, bill, off_vnd, earning):
        footing = has_said(footing, {one: agreed for one, _ in asked.budgets})
        earning = earn_as_typed(program, footing, bill, off_vnd)
    known = recorded((program, footing, bill, off_vnd), first_vnd)
    if known.open_vnd:
        assert pay(program, known, known.open_vnd).earning.asks_owner == ()
    else:
        assert earning.asks_owner == ()


def test_payments_may_bring_more_where_a_band_falls() -> None:
    falling = BandRule("band", (Band(0, 5), Band(100_000, 20), Band(200_000, 1)))
    program = Program(1, (falling,), part_paid=PartPaid.AS_PAID)
    footing = open_footing(program)
    known = recorded((program, footing, Bill(200_000), 0), 150_000)
    assert pay(program, known, 50_000).points == 0, "nothing is taken"
    assert (known.earned, earn(program, footing, Bill(200_000), 0).points) == (20, 1)


def test_a_payment_is_refused_beyond_what_is_open() -> None:
    program = Program(1, (AmountRule("base", 1_000),), part_paid=PartPaid.AS_PAID)
    known = recorded((program, open_footing(program), Bill(100_000), 0), 60_000)
    for amount_vnd in (-1, 0, 40_001):
        with pytest.raises(PaymentTooLarge):
            pay(program, known, amount_vnd)


def test_what_points_pay_is_paid_at_once_and_the_rest_earns_as_it_is() -> None:
    program = Program(1, (AmountRule("base", 1_000),), part_paid=PartPaid.AS_PAID)
    footing = open_footing(program)
    known = recorded((program, footing, Bill(100_000), 30_000), 20_000)
    assert known.earned == 20
    assert pay(program, known, 50_000).points == 50
