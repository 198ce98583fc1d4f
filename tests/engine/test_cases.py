"""Cases: what may stand in them, and what comes of the examples that are handed out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from loyalpos.engine.case_runs import CaseRun, check_names, refusal_code, run_case
from loyalpos.engine.cases import cases_from_json
from loyalpos.engine.conditions import AwayFor, PaidBy
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.occasions import Gives, SurveyGift, WinBack
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Expiry, ExpiryKind, PartPaid, Program
from loyalpos.engine.program_document import program_from_json
from loyalpos.engine.rules import AmountRule, BonusRule, Budget, BudgetEnd
from loyalpos.errors import DocumentUnsound
from tests.engine.whole_programs import Step, anything, changed, places, without

T = TypeVar("T")

RESOURCES = Path(__file__).parents[2] / "resources"
NAMES = ("cafe", "corner", "friends", "remainder", "tiers")
SCHEMA = Draft202012Validator(
    json.loads((RESOURCES / "schema" / "cases-1.schema.json").read_text("utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
PROGRAMS = Draft202012Validator(
    json.loads((RESOURCES / "schema" / "program-3.schema.json").read_text("utf-8"))
)
BESIDE_THE_SCHEMA = {Flaw.OUT_OF_ORDER, Flaw.NO_SUCH_NAME, Flaw.REPEATED, Flaw.OUT_OF_RANGE, Flaw.NOT_INSTANT}
"""What only reading finds: order, names, and amounts beside each other."""


def _example(name: str, what: str) -> str:
    return (RESOURCES / "examples" / f"{name}.{what}.json").read_text("utf-8")


def _document(*steps: dict[str, Any], **case: Any) -> str:
    return json.dumps(
        {"format": "loyalpos.cases", "version": 1, "cases": [{"name": "case", "steps": steps, **case}]}
    )


def _bill(at: str, total_vnd: int = 100_000, **more: Any) -> dict[str, Any]:
    return {"kind": "bill", "at": at, "total_vnd": total_vnd, **more}


def _run(program: Program, text: str) -> CaseRun:
    SCHEMA.validate(json.loads(text))
    cases = cases_from_json(text)
    check_names(cases, program)
    return run_case(program, cases.cases[0], cases.shop)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_sound_and_comes_to_what_it_says(name: str) -> None:
    PROGRAMS.validate(json.loads(_example(name, "program")))
    SCHEMA.validate(json.loads(_example(name, "cases")))
    program = program_from_json(_example(name, "program"))
    assert [problem for problem in problems_in(program) if problem.is_error] == []
    cases = cases_from_json(_example(name, "cases"))
    check_names(cases, program)
    for case in cases.cases:
        run = run_case(program, case, cases.shop)
        assert [step.differences for step in run.steps if step.differences] == []
        assert run.is_as_expected


def test_every_expectation_of_an_example_is_really_compared() -> None:
    for name in NAMES:
        program = program_from_json(_example(name, "program"))
        text = _example(name, "cases")
        for place in places(json.loads(text)):
            if "expect" in place[:-1] and isinstance(_at(text, place), int):
                run = cases_from_json(changed(text, place, 999_999_999))
                index = place[1]
                assert isinstance(index, int)
                assert not run_case(program, run.cases[index], run.shop).is_as_expected, place


def _at(text: str, place: tuple[Step, ...]) -> object:
    found = json.loads(text)
    for step in place:
        found = found[step]
    return found


@settings(max_examples=300)
@given(st.sampled_from(NAMES), st.data())
def test_whatever_stands_in_a_case_is_read_or_refused_and_the_schema_agrees(
    name: str, data: st.DataObject
) -> None:
    text = _example(name, "cases")
    place = data.draw(st.sampled_from(places(json.loads(text))))
    text = without(text, place) if data.draw(st.booleans()) else changed(text, place, data.draw(anything))
    # For the schema 1.0 is a whole number, for us it is not; null would be right in some places.
    document = json.loads(text, parse_float=lambda digits: {"": digits})
    cases = _refusal_or(lambda: cases_from_json(text))
    if isinstance(cases, DocumentUnsound):
        assert cases.path.startswith("$")
        assert cases.why in BESIDE_THE_SCHEMA or not SCHEMA.is_valid(document)
        return
    SCHEMA.validate(document)
    program = program_from_json(_example(name, "program"))
    unknown = _refusal_or(lambda: check_names(cases, program))
    if isinstance(unknown, DocumentUnsound):
        assert unknown.why is Flaw.NO_SUCH_NAME
        return
    for case in cases.cases:
        run_case(program, case, cases.shop)


def _refusal_or(read: Callable[[], T]) -> T | DocumentUnsound:
    try:
        return read()
    except DocumentUnsound as refused:
        return refused


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        (_document(_bill("26-11-23")), "$.cases[0].steps[0].at", Flaw.NOT_INSTANT),
        (_document(_bill("2026-11-31")), "$.cases[0].steps[0].at", Flaw.NOT_INSTANT),
        (
            _document(_bill("2026-11-24"), _bill("2026-11-23")),
            "$.cases[0].steps[1].at",
            Flaw.OUT_OF_ORDER,
        ),
        (
            _document(_bill("2026-11-23T09:00:00Z"), _bill("2026-11-23T15:00")),
            "$.cases[0].steps[1].at",
            Flaw.OUT_OF_ORDER,
        ),
        (_document(_bill("2026-11-24", -1)), "$.cases[0].steps[0].total_vnd", Flaw.OUT_OF_RANGE),
        (
            _document(_bill("2026-11-24", 5, tender_parts=[{"tender": "momo", "amount_vnd": -1}])),
            "$.cases[0].steps[0].tender_parts[0].amount_vnd",
            Flaw.OUT_OF_RANGE,
        ),
        (
            _document({"kind": "pay", "at": "2026-11-24", "bill": "7", "amount_vnd": 1}),
            "$.cases[0].steps[0].bill",
            Flaw.NO_SUCH_NAME,
        ),
        (_document(_bill("2026-11-24", 5, tax_vnd=6)), "$.cases[0].steps[0].tax_vnd", Flaw.OUT_OF_RANGE),
        (
            _document({"kind": "return", "at": "2026-11-24", "bill": "1"}),
            "$.cases[0].steps[0].bill",
            Flaw.NO_SUCH_NAME,
        ),
        (
            _document(_bill("2026-11-24", id="a"), _bill("2026-11-24", id="a")),
            "$.cases[0].steps[1].id",
            Flaw.REPEATED,
        ),
        (
            _document(_bill("2026-11-24"), {"kind": "join", "at": "2026-11-24"}),
            "$.cases[0].steps[1].kind",
            Flaw.OUT_OF_ORDER,
        ),
        (_document(_bill("2026-11-24", who="Lan")), "$.cases[0].steps[0].who", Flaw.NO_SUCH_NAME),
        (
            _document({"kind": "referred", "at": "2026-11-24", "by": "Lan"}),
            "$.cases[0].steps[0].by",
            Flaw.NO_SUCH_NAME,
        ),
        (
            _document(
                {"kind": "referred", "at": "2026-11-24", "by": "Lan"},
                {"kind": "join", "at": "2026-11-25", "who": "Lan"},
                friends=[{"name": "Lan"}],
            ),
            "$.cases[0].steps[0].by",
            Flaw.OUT_OF_ORDER,
        ),
        (
            _document(_bill("2026-11-24"), {"kind": "end", "at": "2026-11-24", "sale": "1"}),
            "$.cases[0].steps[1].sale",
            Flaw.NO_SUCH_NAME,
        ),
        (
            _document(
                _bill("2026-11-24"),
                {"kind": "return", "at": "2026-11-24", "bill": "1", "who": "Lan"},
                friends=[{"name": "Lan"}],
            ),
            "$.cases[0].steps[1].bill",
            Flaw.NO_SUCH_NAME,
        ),
        (
            _document(_bill("2026-11-24"), friends=[{"name": "Lan"}, {"name": "Lan"}]),
            "$.cases[0].friends[1].name",
            Flaw.REPEATED,
        ),
        (
            _document(_bill("2026-11-24"), friends=[{"name": "Lan", "member": {"points": -1}}]),
            "$.cases[0].friends[0].member.points",
            Flaw.OUT_OF_RANGE,
        ),
        (
            _document(_bill("2026-11-24", expect={"memberships": {"year": 5}})),
            "$.cases[0].steps[0].expect.memberships.year",
            Flaw.NOT_TEXT,
        ),
        (_document({"kind": "sale", "at": "2026-11-24"}), "$.cases[0].steps[0].kind", Flaw.NOT_CHOICE),
        (_document(_bill("2026-11-24", points=5)), "$.cases[0].steps[0].points", Flaw.UNEXPECTED),
        (
            _document(_bill("2026-11-24", expect={"remainder": "half"})),
            "$.cases[0].steps[0].expect.remainder",
            Flaw.NOT_FRACTION,
        ),
        (
            _document(_bill("2026-11-24"), member={"units": {"cups": "9"}}),
            "$.cases[0].member.units.cups",
            Flaw.NOT_WHOLE,
        ),
        (
            _document(_bill("2026-11-24"), member={"birthday": "30/2"}),
            "$.cases[0].member.birthday",
            Flaw.NOT_DATE,
        ),
        (
            _document(_bill("2026-11-24"), member={"debt": 5, "points": 1}),
            "$.cases[0].member.debt",
            Flaw.OUT_OF_RANGE,
        ),
    ],
)
def test_unsound_cases_are_refused_with_the_place_of_their_flaw(text: str, path: str, why: Flaw) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        cases_from_json(text)
    assert (refused.value.path, refused.value.why) == (path, why)


def test_names_the_program_does_not_have_are_refused() -> None:
    program = program_from_json(_example("cafe", "program"))
    for case, path in (
        ({"member": {"tier": "gold"}}, "$.cases[0].member.tier"),
        ({"member": {"units": {"tea": 1}}}, "$.cases[0].member.units.tea"),
        ({"stock": {"tea": 1}}, "$.cases[0].stock.tea"),
        ({"spent_vnd": {"keep": 1}}, "$.cases[0].spent_vnd.keep"),
        ({"friends": [{"name": "Lan", "member": {"tier": "gold"}}]}, "$.cases[0].friends[0].member.tier"),
        (
            {"steps": [{"kind": "sell", "at": "2026-11-24", "membership": "vip"}]},
            "$.cases[0].steps[0].membership",
        ),
    ):
        cases = cases_from_json(_document(_bill("2026-11-24"), **case))
        with pytest.raises(DocumentUnsound) as refused:
            check_names(cases, program)
        assert (refused.value.path, refused.value.why) == (path, Flaw.NO_SUCH_NAME)


def test_points_that_were_asked_for_pay_in_whole_blocks() -> None:
    program = program_from_json(_example("cafe", "program"))
    bill = _bill("2026-11-24", 200_000, take=[{"reward": "pay", "points": 1_050}])
    outcome = _run(program, _document(bill, member={"points": 5_000})).steps[0].outcome
    assert (outcome.spent_points, outcome.due_vnd) == (1_000, 150_000)
    cheap = json.loads(_example("cafe", "program"))
    cheap["rewards"][1] |= {"block_points": 1, "block_vnd": 10}
    bill = _bill("2026-11-24", 20, take=[{"reward": "pay", "points": 1_050}])
    outcome = (
        _run(program_from_json(json.dumps(cheap)), _document(bill, member={"points": 5_000})).steps[0].outcome
    )
    assert (outcome.spent_points, outcome.due_vnd) == (2, 0)


def test_a_time_without_an_offset_is_the_shops_and_a_late_bill_belongs_to_the_day_before() -> None:
    program = program_from_json(_example("cafe", "program"))
    text = json.loads(_document(_bill("2026-11-24T01:30"), _bill("2026-11-23T19:00:00Z")))
    text["shop"] = {"closing_hour": 2}
    days = [step.outcome.day.isoformat() for step in _run(program, json.dumps(text)).steps]
    assert days == ["2026-11-23", "2026-11-24"]


@pytest.mark.parametrize(("undo", "missed"), [(False, 0), (True, 5)])
def test_who_brings_a_bill_back_was_there_and_of_an_undone_one_nobody_was(undo: bool, missed: int) -> None:
    """Away since the 1st of August, or since the bill of the 20th."""
    program = Program(
        0,
        (AmountRule("base", per_vnd=10_000), BonusRule("missed", points=5, when=AwayFor(30))),
        occasions=(WinBack("back", 40, Gives(points=7)),),
    )
    run = _run(
        program,
        _document(
            _bill("2026-08-01"),
            _bill("2026-08-20"),
            {"kind": "return", "at": "2026-08-21", "bill": "2", "undo": undo},
            _bill("2026-09-05"),
            {"kind": "return", "at": "2026-09-06", "bill": "4", "undo": True},
            {"kind": "look", "at": "2026-09-12"},
        ),
    )
    assert run.steps[3].outcome.points == 10 + missed
    assert run.steps[-1].outcome.gifts == (("back",) if undo else ())


def test_a_case_tells_what_each_tender_pays_and_a_return_shrinks_them() -> None:
    program = Program(1, (AmountRule("momo", 1_000, when=PaidBy(("momo",))), AmountRule("all", 10_000)))
    momo = {"tender": "momo", "amount_vnd": 85_000}
    run = _run(
        program,
        _document(
            _bill("2026-11-24", 185_000, tender="cash", tender_parts=[momo]),
            {"kind": "return", "at": "2026-11-25", "bill": "1", "amount_vnd": 37_000},
            {"kind": "return", "at": "2026-11-26", "bill": "1"},
            _bill("2026-11-27", 84_000, tender_parts=[momo]),
        ),
    )
    assert [step.outcome.points for step in run.steps] == [85 + 18, -(17 + 4), -(68 + 14), 0]
    assert [refusal_code(one) for one in run.steps[3].outcome.refusals] == ["tenders_too_large"]


@pytest.mark.parametrize(("way", "points"), [("as_paid", [6, 10, 0, 0, -16]), ("when_paid", [0, 0, 0, 0, 0])])
def test_a_case_tells_what_payments_bring_and_what_is_open(way: str, points: list[int]) -> None:
    program = Program(1, (AmountRule("base", 10_000),), part_paid=PartPaid(way))
    run = _run(
        program,
        _document(
            _bill("2026-11-24", 185_000, paid_vnd=65_000),
            {"kind": "pay", "at": "2026-11-25", "bill": "1", "amount_vnd": 100_000},
            {"kind": "pay", "at": "2026-11-25", "bill": "1", "amount_vnd": 20_001},
            {"kind": "return", "at": "2026-11-26", "bill": "1", "amount_vnd": 19_999},
            {"kind": "return", "at": "2026-11-26", "bill": "1"},
        ),
    )
    told = [step.outcome for step in run.steps]
    assert [refusal_code(one) for one in told[2].refusals] == ["payment_too_large"]
    assert [one.due_vnd for one in told] == [65_000, 100_000, 0, 0, -165_000]
    assert [one.open_vnd for one in told] == [120_000, 20_000, 0, 1, 0]
    assert [one.points for one in told] == points
    assert told[-1].balance == 0


@pytest.mark.parametrize("way", PartPaid)
def test_a_case_tells_of_an_open_bill_which_budgets_all_of_it_goes_over(way: PartPaid) -> None:
    budget = Budget("keep", "A", 500, at_end=BudgetEnd.ASK)
    rule = AmountRule("base", 10_000, budget="keep")
    program = Program(1, (rule,), part_paid=way, budgets=(budget,), point_cost_vnd=50)
    paid_vnd = None if way is PartPaid.NO else 0
    bills = [_bill("2026-11-24", vnd, paid_vnd=paid_vnd) for vnd in (100_000, 110_000)]
    for bill, asks in zip(bills, ((), ("keep",)), strict=True):
        assert _run(program, _document(bill)).steps[0].outcome.asks_owner == asks


def test_a_case_whose_program_knows_no_parts_refuses_them() -> None:
    program = Program(1, (AmountRule("base", 10_000),))
    run = _run(program, _document(_bill("2026-11-24", 185_000, paid_vnd=65_000)))
    assert [refusal_code(one) for one in run.steps[0].outcome.refusals] == ["not_paid_in_parts"]


def test_a_bill_that_was_undone_keeps_no_balance_alive_in_a_case() -> None:
    program = Program(0, (AmountRule("base", per_vnd=10_000),), expiry=Expiry(ExpiryKind.INACTIVITY, 1))
    run = _run(
        program,
        _document(
            _bill("2026-08-01"),
            _bill("2026-08-20"),
            {"kind": "return", "at": "2026-08-21", "bill": "2", "undo": True},
            {"kind": "look", "at": "2026-09-05"},
        ),
    )
    assert run.steps[-1].outcome.balance == 0


def test_a_survey_brings_its_gift_once() -> None:
    program = Program(1, (AmountRule("base", 10_000),), occasions=(SurveyGift("taste", Gives(points=15)),))
    answer = {"kind": "survey", "at": "2026-11-24", "survey": "taste"}
    expect = {"refusals": ["survey_not_paid"], "balance": 15}
    run = _run(program, _document({**answer, "expect": {"balance": 15}}, {**answer, "expect": expect}))
    assert not any(step.differences for step in run.steps)
    with pytest.raises(DocumentUnsound):
        _run(program, _document({**answer, "survey": "colour"}))


def test_a_later_payment_of_a_case_tells_its_tender() -> None:
    rules = (AmountRule("base", 10_000), AmountRule("momo", 5_000, when=PaidBy(("momo",))))
    program = Program(1, rules, part_paid=PartPaid.AS_PAID)
    pay = {"kind": "pay", "bill": "1", "amount_vnd": 40_000}
    run = _run(
        program,
        _document(
            _bill("2026-11-24", paid_vnd=20_000, expect={"balance": 2}),
            {**pay, "at": "2026-11-25", "tender": "momo", "expect": {"points": 12}},
            {**pay, "at": "2026-11-26", "expect": {"points": 4, "balance": 18}},
        ),
    )
    assert not any(step.differences for step in run.steps)
