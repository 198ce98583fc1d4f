"""What a program asks of a bill beside its total, and how a tender is typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from loyalpos.engine.bill_inputs import TenderProblem, WantedInputs, find_tender, wanted_inputs
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import EveryOf, Not, OneOf, OnWeekdays, PaidBy
from loyalpos.engine.earning import earn
from loyalpos.engine.program import AmountOff, Program
from loyalpos.engine.rules import AmountRule, BandRule, Base, Discount, OwnBase, Paid, Tax, VisitRule
from tests.engine.earning_shapes import bills, open_footing, programs

PLAIN = Program(1, (AmountRule("base", 10_000),))
TENDERS = ("tiền mặt", "thẻ", "momo", "Momo trả sau")


def test_a_plain_program_asks_for_the_total_alone() -> None:
    assert not wanted_inputs(PLAIN)
    assert not wanted_inputs(replace(PLAIN, rules=(VisitRule("visit", 1, when=OnWeekdays((1,))),)))


def test_tenders_are_found_wherever_a_condition_names_them_once_each() -> None:
    hidden = EveryOf((OnWeekdays((1,)), OneOf((Not(PaidBy(("momo", "card"))), PaidBy(("momo",))))))
    rewards = (AmountOff("off", "Giảm", 100, 10_000, when=PaidBy(("transfer",))),)
    program = replace(PLAIN, rules=(*PLAIN.rules, VisitRule("v", 1, when=hidden)), rewards=rewards)
    assert wanted_inputs(program) == WantedInputs(("momo", "card", "transfer"))


def test_discount_and_tax_are_asked_for_where_a_base_counts_without_them() -> None:
    before = Base(Discount.BEFORE)
    assert wanted_inputs(replace(PLAIN, base=before)) == WantedInputs(discount=True)
    assert wanted_inputs(
        replace(PLAIN, rules=(BandRule("b", (), base=OwnBase(tax=Tax.WITHOUT)),))
    ) == WantedInputs(tax=True)
    own = AmountRule("base", 10_000, base=OwnBase(Discount.AFTER, paid=Paid.WHOLE))
    assert not wanted_inputs(replace(PLAIN, base=before, rules=(own,))), "no rule goes by the program's"
    own = AmountRule("base", 10_000, base=OwnBase(paid=Paid.WHOLE))
    wanted = wanted_inputs(replace(PLAIN, base=before, rules=(own,)))
    assert wanted == WantedInputs(discount=True), "what a rule leaves open is the program's"


@settings(max_examples=60)
@given(programs(), bills)
def test_what_is_not_asked_for_changes_no_point(program: Program, bill: Bill) -> None:
    wanted = wanted_inputs(program)
    bare = replace(
        bill,
        tender=bill.tender if bill.tender in wanted.tenders else None,
        discount_vnd=bill.discount_vnd if wanted.discount else 0,
        tax_vnd=bill.tax_vnd if wanted.tax else 0,
    )
    if bill.lines and bare.tax_vnd != bill.tax_vnd:
        # Without its tax more of the bill lies on no line.
        bare = replace(bare, tax_vnd=bill.tax_vnd)
    footing = open_footing(program)
    assert earn(program, footing, bare, 0).points == earn(program, footing, bill, 0).points


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("  ", None),
        ("1", "tiền mặt"),
        ("4", "Momo trả sau"),
        ("5", TenderProblem.UNKNOWN),
        ("the", "thẻ"),
        ("TIEN", "tiền mặt"),
        ("t", TenderProblem.SEVERAL),
        ("momo", "momo"),
        ("momo t", "Momo trả sau"),
        ("vàng", TenderProblem.UNKNOWN),
        ("🎂", TenderProblem.UNKNOWN),
    ],
)
def test_a_tender_is_typed_by_number_or_by_how_it_begins(
    typed: str, meant: str | TenderProblem | None
) -> None:
    assert find_tender(typed, TENDERS) == meant
