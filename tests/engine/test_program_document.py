"""The program's document: what is written is read back, and nothing else is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from loyalpos.demo import shop
from loyalpos.engine import (
    conditions,
    occasions,
    program_document,
    reward_kinds,
    rules,
    side_programs,
    tiers,
)
from loyalpos.engine.conditions import Condition
from loyalpos.engine.occasions import Occasion
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import (
    Blackout,
    Expiry,
    PointsEnd,
    Program,
    Reward,
    UnknownReward,
)
from loyalpos.engine.program_document import (
    CONDITION_KINDS,
    OCCASION_KINDS,
    REWARD_KINDS,
    RULE_KINDS,
    Flaw,
    program_from_json,
    program_to_json,
)
from loyalpos.engine.reward_kinds import kind_of
from loyalpos.engine.rules import AmountRule, BandRule, Base, Discount, Paid, Rule, Tax, UnknownRule
from loyalpos.errors import DocumentUnsound
from tests import shops
from tests.engine.earning_shapes import written_out
from tests.engine.program_documents import (
    EARLIER,
    EVERYTHING,
    SCHEMA,
    SMALLEST,
    _accepted,
    _changed,
    _read,
    _schema,
)
from tests.engine.shapes import programs
from tests.engine.whole_programs import (
    anything,
    changed,
    hints,
    places,
    whole_programs,
    without,
)

UNIONS: tuple[tuple[Any, Mapping[type, str]], ...] = (
    (Rule, RULE_KINDS),
    (Condition, CONDITION_KINDS),
    (Reward, REWARD_KINDS),
    (Occasion, OCCASION_KINDS),
)


PARTS: Mapping[type, str] = {
    conditions.Match: "match",
    rules.Base: "base",
    rules.OwnBase: "own_base",
    rules.Limit: "limit",
    rules.Cap: "cap",
    rules.Budget: "budget",
    rules.Band: "band",
    reward_kinds.TierPrice: "tier_price",
    occasions.Gives: "gives",
    tiers.Tier: "tier",
    tiers.TierPlan: "tiers",
    side_programs.Plan: "plan",
    side_programs.StampCard: "stamp_card",
    side_programs.Membership: "membership",
    side_programs.VoucherKind: "voucher_kind",
    side_programs.Prize: "prize",
    side_programs.Draw: "draw",
    side_programs.Cause: "cause",
    side_programs.Partner: "partner",
    Blackout: "blackout",
    Expiry: "expiry",
    PointsEnd: "points_end",
}


@given(programs() | whole_programs())
def test_a_program_comes_back_from_its_document_as_it_was(program: Program) -> None:
    text = program_to_json(program)
    assert program_from_json(text) == program
    assert program_to_json(program_from_json(text)) == text


@given(programs() | whole_programs())
def test_the_schema_accepts_every_document_of_a_sound_program(program: Program) -> None:
    assert [problem for problem in problems_in(program) if problem.is_error] == []
    SCHEMA.validate(json.loads(program_to_json(program)))


@settings(max_examples=30)
@given(whole_programs())
def test_a_reward_is_called_everywhere_as_in_the_document(program: Program) -> None:
    written = json.loads(program_to_json(program))["rewards"]
    assert [reward["kind"] for reward in written] == [kind_of(reward) for reward in program.rewards]


@settings(max_examples=200)
@given(whole_programs(), st.data())
def test_whatever_stands_anywhere_is_read_or_refused_and_the_schema_is_no_laxer(
    program: Program, data: st.DataObject
) -> None:
    text = program_to_json(program)
    place = data.draw(st.sampled_from(places(json.loads(text))))
    text = without(text, place) if data.draw(st.booleans()) else changed(text, place, data.draw(anything))
    read = _read(text)
    if isinstance(read, DocumentUnsound):
        assert read.path.startswith("$")
        assert read.why in set(Flaw)
        assert not _accepted(text)
    else:
        assert program_from_json(program_to_json(read)) == read
        if not any(problem.is_error for problem in problems_in(read)):
            assert _accepted(text)


def test_a_document_of_version_1_is_read_as_the_program_it_was() -> None:
    assert json.loads(EARLIER)["version"] == 1
    _schema(1).validate(json.loads(EARLIER))
    assert program_from_json(EARLIER) == EVERYTHING
    again = program_to_json(EVERYTHING)
    assert json.loads(again)["version"] == 3
    assert program_from_json(again) == EVERYTHING


def _counting(version: int, own: object, kind: str = "amount") -> str:
    """A program that counts without tax and whole, and a rule that says something of its own."""
    more: dict[str, object] = {"bands": []} if kind == "band" else {"per_vnd": 1_000}
    document = {
        "format": "loyalpos.program",
        "version": version,
        "revision": 1,
        "rules": [{"kind": kind, "id": "own", **more, "base": own}],
        "base": {"tax": "without", "paid": "whole"},
    }
    return json.dumps(document)


@pytest.mark.parametrize("kind", ["amount", "band"])
def test_what_a_rules_base_leaves_open_is_as_the_program_says_since_version_3(kind: str) -> None:
    text = _counting(3, {"discount": "before"}, kind)
    read = program_from_json(text)
    rule = read.rules[0]
    assert isinstance(rule, AmountRule | BandRule)
    assert read.base_of(rule) == Base(Discount.BEFORE, Tax.WITHOUT, Paid.WHOLE)
    written = json.loads(program_to_json(read))
    assert written == json.loads(text), "what is open is left out"


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("kind", ["amount", "band"])
@pytest.mark.parametrize(
    "own", [{}, {"tax": "with"}, {"discount": "before"}, {"discount": "before", "paid": "whole"}]
)
def test_what_a_rules_base_leaves_open_stays_as_it_was_meant_before_version_3(
    version: int, kind: str, own: dict[str, str]
) -> None:
    read = program_from_json(_counting(version, own, kind))
    rule = read.rules[0]
    assert isinstance(rule, AmountRule | BandRule)
    meant = {"discount": "after", "tax": "with", "paid": "money"} | own
    assert read.base_of(rule) == Base(Discount(meant["discount"]), Tax(meant["tax"]), Paid(meant["paid"]))
    again = program_to_json(read)
    assert json.loads(again)["version"] == 3
    assert json.loads(again)["rules"][0]["base"] == meant
    assert program_from_json(again) == read


@pytest.mark.parametrize("version", [1, 2, 3])
def test_only_the_bases_of_rules_that_count_money_are_brought_up(version: int) -> None:
    for text in (_counting(version, {"of": 1}, "later"), _counting(version, {"tax": "with"}, "later")):
        rule = json.loads(text)["rules"][0]
        assert json.loads(program_to_json(program_from_json(text)))["rules"][0] == rule
    open_rule = program_from_json(_counting(version, None)).rules[0]
    assert isinstance(open_rule, AmountRule)
    assert open_rule.base is None, "without a base of its own, a rule always counted as the program says"


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize(
    ("own", "path", "why"),
    [
        ({"tax": "some"}, "$.rules[0].base.tax", Flaw.NOT_CHOICE),
        ({"taxes": "with"}, "$.rules[0].base.taxes", Flaw.UNEXPECTED),
        (["tax"], "$.rules[0].base", Flaw.NOT_OBJECT),
        ("tax", "$.rules[0].base", Flaw.NOT_OBJECT),
    ],
)
def test_an_unsound_base_is_told_where_it_stands_in_every_version(
    version: int, own: object, path: str, why: Flaw
) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(_counting(version, own))
    assert (refused.value.path, refused.value.why) == (path, why)


@given(whole_programs())
def test_a_document_of_version_2_that_leaves_no_base_open_says_the_same_in_version_3(
    program: Program,
) -> None:
    whole = tuple(
        replace(rule, base=written_out(program.base_of(rule)))
        if isinstance(rule, AmountRule | BandRule)
        else rule
        for rule in program.rules
    )
    program = replace(program, rules=whole)
    text = program_to_json(program)
    assert program_from_json(text.replace('"version": 3', '"version": 2', 1)) == program


def test_the_programs_of_the_demo_and_of_the_tests_come_back() -> None:
    for program in (shop.PROGRAM, shops.PROGRAM):
        text = program_to_json(program)
        assert program_from_json(text) == program
        SCHEMA.validate(json.loads(text))


def test_every_kind_of_value_has_a_kind_in_the_document() -> None:
    for union, kinds in UNIONS:
        known = {member for member in get_args(union) if not member.__name__.startswith("Unknown")}
        assert known == set(kinds)
        assert len(set(kinds.values())) == len(kinds)


def test_the_schema_names_every_kind_and_every_field_with_its_usual_value() -> None:
    for name, (_, kinds) in zip(("rule", "condition", "reward", "occasion"), UNIONS, strict=True):
        described = SCHEMA.schema["$defs"][name]
        forms = {part["if"]["properties"]["kind"]["const"]: part["then"] for part in described["allOf"]}
        assert set(forms) == set(kinds.values())
        for form, kind in kinds.items():
            _same_fields(form, forms[kind], but={"kind"})
    _same_fields(Program, SCHEMA.schema, but={"format", "version"})
    for form, name in PARTS.items():
        _same_fields(form, SCHEMA.schema["$defs"][name])


def _same_fields(form: type, described: dict[str, Any], but: set[str] = frozenset()) -> None:  # type: ignore[assignment]
    own = {one.name: one for one in fields(form)}
    assert set(described["properties"]) - but == set(own), form
    required = {name for name, one in own.items() if one.default is NODEFAULT}
    assert set(described.get("required", ())) - but | (required & {"id", "name"}) == required, form
    for name, one in own.items():
        field = described["properties"][name]
        if field is True:
            continue
        while "$ref" in field and "description" not in field and "default" not in field:
            field = _resolved(field["$ref"])
        assert field["description"] if "$ref" not in field else True, (form, name)
        if one.default is not NODEFAULT:
            assert _usual(form, name, field["default"]) == one.default, (form, name)


def _resolved(pointer: str) -> dict[str, Any]:
    at = SCHEMA.schema
    for step in pointer.removeprefix("#/").split("/"):
        at = at[step]
    return cast("dict[str, Any]", at)


def _usual(form: type, name: str, written: object) -> object:
    return program_document._FORMS.read(written, hints(form)[name])


def test_the_document_of_a_program_with_everything_in_it() -> None:
    document = json.loads(program_to_json(EVERYTHING))
    assert (document["format"], document["version"]) == ("loyalpos.program", 3)
    assert document["expiry"] == {"kind": "months", "count": 12}
    assert document["rules"] == [
        {"kind": "amount", "id": "amount", "per_vnd": 10_000, "points": 2, "minimum_vnd": 50_000},
        {"kind": "stamps", "id": "later"},
    ]
    assert [reward["kind"] for reward in document["rewards"]] == [
        "amount_off",
        "percent_off",
        "percent_off",
        "gift",
        "pay_with_points",
        "raffle",
    ]
    assert "cap_vnd" not in document["rewards"][2], "what is as usual is left out"
    assert program_from_json(program_to_json(EVERYTHING)) == EVERYTHING
    SCHEMA.validate(document)


def test_what_is_left_out_has_its_usual_value() -> None:
    assert program_from_json(SMALLEST) == Program(0, ())
    assert _accepted(SMALLEST)
    short = SMALLEST.replace("[]", '[{"kind": "amount", "id": "a", "per_vnd": 10000}]')
    assert program_from_json(short) == Program(0, (AmountRule("a", 10_000),))
    assert _accepted(short)


def test_a_kind_from_a_later_version_is_kept_and_written_again_whatever_else_it_says() -> None:
    rule = {"kind": "stamps", "id": "card", "every": {"of": ["coffee"]}, "factor": 1.5}
    reward = {"kind": "raffle", "id": "raffle", "name": "Vòng quay", "tickets": [1, 2]}
    text = _changed(("rules", 1), rule)
    read = program_from_json(text)
    assert isinstance(read.rules[1], UnknownRule)
    assert (read.rules[1].id, read.rules[1].kind) == ("card", "stamps")
    assert json.loads(program_to_json(read))["rules"][1] == rule
    assert _accepted(text)
    text = _changed(("rewards", 5), reward)
    read = program_from_json(text)
    assert isinstance(read.rewards[5], UnknownReward)
    assert (read.rewards[5].name, read.rewards[5].kind) == ("Vòng quay", "raffle")
    assert json.loads(program_to_json(read))["rewards"][5] == reward
    assert _accepted(text)
    when = {"kind": "all", "conditions": [{"kind": "moon", "phase": "full"}]}
    text = _changed(("rules", 0, "when"), when)
    read = program_from_json(text)
    assert json.loads(program_to_json(read))["rules"][0]["when"] == when
    assert _accepted(text)
    gift = {"kind": "wedding", "id": "wedding", "gives": {"rings": 2}}
    text = _changed(("occasions",), [gift])
    assert json.loads(program_to_json(program_from_json(text)))["occasions"] == [gift]
    assert _accepted(text)


def test_the_same_program_gives_the_same_text() -> None:
    assert program_to_json(replace(EVERYTHING)) == program_to_json(EVERYTHING)
    assert "Cà phê" in program_to_json(EVERYTHING), "people can read it"
