"""A bill paid in several ways: what a rule by tender counts of it, and how it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bill_inputs import TenderProblem, read_tenders
from loyalpos.engine.bills import Bill, BillLine, Taken, TenderPart
from loyalpos.engine.conditions import Always, BillAtLeast, Condition, EveryOf, Match, Not, OneOf, PaidBy
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.program import PayWithPoints, Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    OwnBase,
    Paid,
    Rule,
    StampRule,
    TicketRule,
    VisitRule,
)
from loyalpos.engine.tenders import told_whole
from loyalpos.errors import TendersTooLarge
from tests.engine.books import Books
from tests.engine.earning_shapes import EVERY_KIND, cases, open_footing, paid_in_ways
from tests.engine.shapes import NOON

MOMO, CARD = PaidBy(("momo",)), PaidBy(("card",))
Case = tuple[Program, Footing, Bill, int]
TENDERS = ("momo", "thẻ ngân hàng", "Thẻ 2")


def split(total_vnd: int, tender: str | None = None, **parts: int) -> Bill:
    """A bill of which some tenders pay a part, and the one that is named the rest."""
    told = tuple(TenderPart(name, amount_vnd) for name, amount_vnd in parts.items())
    return Bill(total_vnd, tender=tender, tender_parts=told)


def earned(bill: Bill, *rules: Rule, off_vnd: int = 0) -> int:
    program = Program(1, rules)
    return earn(program, open_footing(program), bill, off_vnd).points


def amount(when: Condition, rule: str = "base", per_vnd: int = 1_000, **more: object) -> AmountRule:
    return AmountRule(rule, per_vnd, when=when, **more)  # type: ignore[arg-type]


# Worked out by hand -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bill", "when", "points"),
    [
        (split(185_000, "cash", card=85_000), CARD, 85),
        (split(185_000, "cash", card=85_000), PaidBy(("cash",)), 100),
        (split(185_000, "cash", card=85_000), PaidBy(("cash", "card")), 185),
        (split(185_000, "cash", card=85_000), MOMO, 0),
        (split(185_000, "cash", card=85_000), Not(CARD), 100),
        (split(185_000, None, card=85_000), Not(CARD), 100),
        (split(185_000, None, card=85_000, momo=50_000), OneOf((CARD, MOMO)), 135),
        (split(185_000, None, card=85_000, momo=50_000), EveryOf((CARD, MOMO)), 0),
        (split(185_000, None, card=85_000), EveryOf((CARD, BillAtLeast(150_000))), 85),
        (split(185_000, None, card=185_000), CARD, 185),
        (split(185_000, "card", card=85_000), CARD, 185),
        (split(185_000, "card", momo=185_000), CARD, 0),
    ],
)
def test_a_rule_on_amounts_earns_on_the_part_paid_as_it_asks(
    bill: Bill, when: Condition, points: int
) -> None:
    assert earned(bill, amount(when)) == points


def test_a_minimum_of_a_rule_is_one_of_the_part_it_counts() -> None:
    bill = split(185_000, "cash", card=85_000)
    assert earned(bill, amount(CARD, minimum_vnd=85_000)) == 85
    assert earned(bill, amount(CARD, minimum_vnd=85_001)) == 0


def test_bands_and_tickets_by_amount_count_the_part_too() -> None:
    bill = split(185_000, "cash", card=85_000)
    bands = (Band(50_000, 5), Band(150_000, 20))
    assert earned(bill, BandRule("band", bands, when=CARD)) == 5
    assert earned(bill, BandRule("band", bands)) == 20
    program = Program(1, (TicketRule("ticket", "draw", per_vnd=40_000, when=CARD),))
    earning = earn(program, open_footing(program), bill, 0)
    assert [one.count for one in earning.tickets] == [2]


def test_what_goes_by_no_amount_asks_whether_the_tender_was_used() -> None:
    bill = split(185_000, "cash", card=1_000)
    for when, is_given in ((CARD, True), (PaidBy(("cash",)), True), (MOMO, False), (Not(CARD), False)):
        rules = (VisitRule("visit", 7, when=when), BonusRule("bonus", 3, when=when))
        assert earned(bill, *rules) == (10 if is_given else 0), when
        assert earned(bill, ItemRule("item", Match(), 4, when=when)) == (4 if is_given else 0), when
        program = Program(1, (StampRule("stamp", "card", when=when),))
        assert bool(earn(program, open_footing(program), bill, 0).stamps) is is_given, when
    assert earned(bill, VisitRule("visit", 7, when=EveryOf((CARD, PaidBy(("cash",)))))) == 7


def test_a_multiplier_by_tender_raises_what_that_part_earned() -> None:
    bill = split(200_000, "cash", card=50_000)
    double = MultiplierRule("double", 20_000, when=CARD)
    base = AmountRule("base", 1_000)
    assert earned(bill, base, double) == 200 + 50
    assert earned(bill, amount(CARD), double) == 50 + 50
    assert earned(bill, amount(PaidBy(("cash",))), double) == 150, "none of what it raises was paid so"
    assert earned(bill, VisitRule("visit", 8), double) == 16, "a visit is paid in no parts"
    not_cash = MultiplierRule("double", 20_000, when=Not(PaidBy(("cash",))))
    assert earned(bill, base, not_cash) == 250
    assert earned(bill, VisitRule("visit", 8), not_cash) == 8, "cash was used"


def test_a_multiplier_on_lines_raises_the_part_of_them_paid_so() -> None:
    lines = (BillLine("wine", 1, 150_000, item="wine"), BillLine("tea", 1, 50_000))
    bill = replace(split(200_000, "cash", card=50_000), lines=lines)
    double = MultiplierRule("double", 20_000, match=Match(items=("wine",)), when=CARD)
    assert earned(bill, AmountRule("base", 100), double) == 2_000 + 375


def test_points_are_one_tender_among_several_and_their_part_earns_nothing() -> None:
    pay = PayWithPoints("pay", "Trả bằng điểm", 1, 1_000)
    program = Program(1, (amount(CARD), amount(Not(CARD), "rest")), rewards=(pay,))
    books = Books(program, NOON)
    books.earn("before", 100)
    bill = split(185_000, "cash", card=65_000)
    footing = open_footing(program)
    footing = replace(footing, asks={**footing.asks, "pay": Always()})
    priced = books.bill("bill", bill, Taken("pay", 20), footing=footing)
    assert (priced.due_vnd, priced.earning.points) == (165_000, 165)
    assert {line.rule: line.base_vnd for line in priced.earning.lines} == {"base": 65_000, "rest": 100_000}


def test_where_the_whole_bill_counts_a_tender_has_its_share_of_it() -> None:
    whole = OwnBase(paid=Paid.WHOLE)
    bill = split(185_000, "cash", card=33_000)
    # 33 of the 165 thousands that are paid in money are a fifth.
    assert earned(bill, amount(CARD, base=whole), off_vnd=20_000) == 37


def test_parts_that_come_to_more_than_is_paid_are_refused() -> None:
    books = Books(Program(1, (amount(CARD),)), NOON)
    with pytest.raises(TendersTooLarge) as refused:
        books.bill("bill", split(185_000, None, card=100_000, momo=85_001))
    assert (refused.value.due_vnd, refused.value.parts_vnd) == (185_000, 185_001)


def test_a_return_shrinks_every_part_in_proportion() -> None:
    program = Program(1, (amount(CARD), amount(PaidBy(("cash",)), "cash")))
    books = Books(program, NOON)
    books.bill("bill", split(200_000, "cash", card=50_000), footing=open_footing(program))
    back = books.reverse("bill", 80_000)
    assert back.taken_back == 20 + 60
    assert books.reverse("bill").taken_back == 30 + 90


# Laws ---------------------------------------------------------------------------------------------


@given(cases(EVERY_KIND), st.sampled_from(("momo", "cash", "card")), st.data())
def test_one_tender_for_the_whole_is_as_told_without_amounts(
    case: Case, tender: str, data: st.DataObject
) -> None:
    program, footing, bill, off_vnd = case
    alone = replace(bill, tender=tender, tender_parts=())
    in_full = replace(bill, tender=None, tender_parts=(TenderPart(tender, bill.total_vnd - off_vnd),))
    some_vnd = data.draw(st.integers(0, bill.total_vnd - off_vnd))
    twice = replace(alone, tender_parts=(TenderPart(tender, some_vnd),))
    assert earn(program, footing, alone, off_vnd) == earn(program, footing, twice, off_vnd)
    if off_vnd < bill.total_vnd:
        assert earn(program, footing, alone, off_vnd) == earn(program, footing, in_full, off_vnd)


@given(cases(EVERY_KIND), st.data())
def test_in_which_order_tenders_are_told_changes_nothing(case: Case, data: st.DataObject) -> None:
    program, footing, bill, off_vnd = case
    other = replace(bill, tender_parts=tuple(data.draw(st.permutations(bill.tender_parts))))
    assert earn(program, footing, bill, off_vnd) == earn(program, footing, other, off_vnd)


@given(st.integers(1, 2_000_000), st.data())
def test_rules_for_every_tender_earn_together_what_one_for_all_does(
    total_vnd: int, data: st.DataObject
) -> None:
    """It holds where the parts of a point are kept: rounded down, each part may lose one."""
    bill = data.draw(paid_in_ways(Bill(total_vnd, tender="cash"), total_vnd))
    apart = Program(
        1,
        tuple(amount(PaidBy((one,)), one, 7_000) for one in ("momo", "cash", "card")),
        remainder=Remainder.CARRIED,
    )
    together = replace(apart, rules=(AmountRule("base", 7_000),))
    one, other = (earn(program, open_footing(program), bill, 0) for program in (apart, together))
    assert (one.points, one.carry_delta) == (other.points, other.carry_delta)


@given(st.integers(1, 2_000_000), st.data())
def test_told_whole_parts_come_to_what_is_paid_and_stay_so(total_vnd: int, data: st.DataObject) -> None:
    bill = data.draw(paid_in_ways(Bill(total_vnd, tender="cash"), total_vnd))
    whole = told_whole(bill, total_vnd)
    assert told_whole(whole, total_vnd) == whole
    assert sum(part.amount_vnd for part in whole.tender_parts) in (0, total_vnd)
    assert len({part.tender for part in whole.tender_parts}) == len(whole.tender_parts) != 1


# As typed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", (None, ())),
        ("1", ("momo", ())),
        ("mo 85", (None, (TenderPart("momo", 85_000),))),
        ("1 85 + 2", ("thẻ ngân hàng", (TenderPart("momo", 85_000),))),
        ("2+1 85", ("thẻ ngân hàng", (TenderPart("momo", 85_000),))),
        ("1 85+2 1,5tr", (None, (TenderPart("momo", 85_000), TenderPart("thẻ ngân hàng", 1_500_000)))),
        ("momo 85.000 ₫ + thẻ ngân hàng", ("thẻ ngân hàng", (TenderPart("momo", 85_000),))),
        ("thẻ 2 100", (None, (TenderPart("Thẻ 2", 100_000),))),
        ("momo 1 500 000", (None, (TenderPart("momo", 1_500_000),))),
        ("1 + 2", TenderProblem.NO_AMOUNT),
        ("1 0", TenderProblem.AMOUNT),
        ("1 12.34", TenderProblem.AMOUNT),
        ("vàng 85", TenderProblem.UNKNOWN),
        ("the 85", TenderProblem.SEVERAL),
        ("1 85 +", TenderProblem.UNKNOWN),
        ("85", TenderProblem.UNKNOWN),
    ],
)
def test_tenders_are_typed_with_what_each_pays(typed: str, meant: object) -> None:
    assert read_tenders(typed, TENDERS, thousands=True) == meant


@given(st.text("12 +.,k85momothẻ₫", max_size=14))
def test_whatever_is_typed_is_tenders_or_a_problem(typed: str) -> None:
    told = read_tenders(typed, TENDERS, thousands=True)
    if not isinstance(told, TenderProblem):
        rest, parts = told
        assert {part.tender for part in parts} | {rest} <= {None, *TENDERS}
        assert all(part.amount_vnd > 0 for part in parts)
