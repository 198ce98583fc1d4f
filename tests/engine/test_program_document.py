"""The program's document: what is written is read back, and nothing else is read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import (
    AmountOff,
    Blackout,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    SpentPoints,
    UnknownReward,
)
from loyalpos.engine.program_document import Flaw, program_from_json, program_to_json
from loyalpos.engine.rules import AmountRule, UnknownRule
from loyalpos.errors import DocumentUnsound
from tests.engine.shapes import programs

Step = str | int
YES: object = True

EVERYTHING = Program(
    3,
    (AmountRule("amount", 10_000, 2, 50_000), UnknownRule("later", "stamps")),
    (
        AmountOff("off", "Giảm 10.000 ₫", 20, 10_000, 50_000),
        PercentOff("share", "Giảm 10 %", 20, 1_000, 30_000),
        PercentOff("uncapped", "Giảm 5 %", 20, 500),
        Gift("gift", "Cà phê sữa đá", 10, counted=True),
        PayWithPoints("pay", "Trả bằng điểm", 5, 5_000, 5_000),
        UnknownReward("raffle", "Vòng quay", "raffle"),
    ),
    starts=date(2026, 12, 1),
    remainder=Remainder.CARRIED,
    welcome_points=10,
    expiry=Expiry(ExpiryKind.MONTHS, 12),
    blackouts=(Blackout(date(2027, 2, 1), date(2027, 2, 14)),),
    spent_points=SpentPoints.NEVER,
)

SMALLEST = '{"format": "loyalpos.program", "version": 1, "revision": 0, "rules": []}'


def _schema() -> Draft202012Validator:
    text = resources.files("loyalpos.resources").joinpath("program.schema.json").read_text("utf-8")
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


SCHEMA = _schema()


def _accepted(text: str) -> bool:
    # A number with a point is none of ours, though JSON Schema calls 1.0 an integer.
    return bool(SCHEMA.is_valid(json.loads(text, parse_float=lambda digits: 0.5)))


def _changed(path: tuple[Step, ...], value: object) -> str:
    document = json.loads(program_to_json(EVERYTHING))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(document)


def _without(path: tuple[Step, ...]) -> str:
    document = json.loads(program_to_json(EVERYTHING))
    place = document
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return json.dumps(document)


@given(programs())
def test_a_program_comes_back_from_its_document_as_it_was(program: Program) -> None:
    text = program_to_json(program)
    assert program_from_json(text) == program
    assert program_to_json(program_from_json(text)) == text


@given(programs())
def test_the_schema_accepts_every_document_of_a_sound_program(program: Program) -> None:
    SCHEMA.validate(json.loads(program_to_json(program)))


def test_the_document_of_a_program_with_everything_in_it() -> None:
    document = json.loads(program_to_json(EVERYTHING))
    assert (document["format"], document["version"]) == ("loyalpos.program", 1)
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
    assert document["rewards"][2]["cap_vnd"] is None, "no cap is said, not left out"
    assert program_from_json(program_to_json(EVERYTHING)) == EVERYTHING
    SCHEMA.validate(document)


def test_what_is_left_out_has_its_usual_value() -> None:
    assert program_from_json(SMALLEST) == Program(0, ())
    assert _accepted(SMALLEST)
    short = SMALLEST.replace("[]", '[{"kind": "amount", "id": "a", "per_vnd": 10000}]')
    assert program_from_json(short) == Program(0, (AmountRule("a", 10_000),))
    assert _accepted(short)


def test_a_kind_from_a_later_version_is_kept_by_its_name_whatever_else_it_says() -> None:
    rule = {"kind": "stamps", "id": "card", "every": {"of": ["coffee"]}, "factor": 1.5}
    reward = {"kind": "raffle", "id": "raffle", "name": "Vòng quay", "tickets": [1, 2]}
    text = _changed(("rules", 1), rule)
    assert program_from_json(text).rules[1] == UnknownRule("card", "stamps")
    assert _accepted(text)
    text = _changed(("rewards", 5), reward)
    assert program_from_json(text).rewards[5] == UnknownReward("raffle", "Vòng quay", "raffle")
    assert _accepted(text)


UNSOUND = [
    (_changed(("rules", 0, "per_vnd"), 10_000.0), "$.rules[0].per_vnd", Flaw.NOT_WHOLE),
    (_changed(("rules", 0, "points"), 1.5), "$.rules[0].points", Flaw.NOT_WHOLE),
    (_changed(("rules", 0, "points"), "2"), "$.rules[0].points", Flaw.NOT_WHOLE),
    (_changed(("rules", 0, "points"), YES), "$.rules[0].points", Flaw.NOT_WHOLE),
    (_changed(("rules", 0, "points"), None), "$.rules[0].points", Flaw.NOT_WHOLE),
    (_changed(("rewards", 1, "cap_vnd"), 3e4), "$.rewards[1].cap_vnd", Flaw.NOT_WHOLE),
    (_changed(("rewards", 3, "counted"), 1), "$.rewards[3].counted", Flaw.NOT_YES_NO),
    (_changed(("rewards", 3, "name"), 7), "$.rewards[3].name", Flaw.NOT_TEXT),
    (_changed(("rewards", 5, "name"), 7), "$.rewards[5].name", Flaw.NOT_TEXT),
    (_changed(("rules", 0, "per_vn"), 1), "$.rules[0].per_vn", Flaw.UNEXPECTED),
    (_changed(("tiers",), []), "$.tiers", Flaw.UNEXPECTED),
    (_changed(("rules",), {}), "$.rules", Flaw.NOT_LIST),
    (_changed(("rules",), ""), "$.rules", Flaw.NOT_LIST),
    (_changed(("rules", 0), 7), "$.rules[0]", Flaw.NOT_OBJECT),
    (_changed(("expiry",), []), "$.expiry", Flaw.NOT_OBJECT),
    (_changed(("expiry", "kind"), "weeks"), "$.expiry.kind", Flaw.NOT_CHOICE),
    (_changed(("rounding",), "sideways"), "$.rounding", Flaw.NOT_CHOICE),
    (_changed(("spent_points",), None), "$.spent_points", Flaw.NOT_CHOICE),
    (_changed(("starts",), "20261201"), "$.starts", Flaw.NOT_DATE),
    (_changed(("starts",), "2026-02-30"), "$.starts", Flaw.NOT_DATE),
    (_changed(("blackouts", 0, "first"), None), "$.blackouts[0].first", Flaw.NOT_DATE),
    (_changed(("rules", 1, "kind"), 7), "$.rules[1].kind", Flaw.NOT_TEXT),
    (_without(("rules", 0, "id")), "$.rules[0].id", Flaw.MISSING),
    (_without(("rules", 0, "kind")), "$.rules[0].kind", Flaw.MISSING),
    (_without(("rewards", 5, "name")), "$.rewards[5].name", Flaw.MISSING),
    (_without(("rules",)), "$.rules", Flaw.MISSING),
    (_without(("format",)), "$.format", Flaw.OTHER_FORMAT),
    (_changed(("format",), "loyalpos.shop"), "$.format", Flaw.OTHER_FORMAT),
    (_changed(("version",), 2), "$.version", Flaw.OTHER_VERSION),
    (_changed(("version",), YES), "$.version", Flaw.OTHER_VERSION),
    ("[]", "$", Flaw.NOT_OBJECT),
    ("null", "$", Flaw.NOT_OBJECT),
    ("NaN", "$", Flaw.NOT_OBJECT),
]


@pytest.mark.parametrize(("text", "path", "why"), UNSOUND, ids=lambda part: part if len(part) < 40 else "")
def test_an_unsound_document_is_refused_with_the_place_of_its_flaw(text: str, path: str, why: Flaw) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == (path, why)
    assert not _accepted(text), "the schema refuses what the till refuses"


@pytest.mark.parametrize("text", ["", "{", "xin chào", "[" * 100_000, '{"revision": ' + "1" * 5_000 + "}"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == ("$", Flaw.NOT_JSON)


def test_a_field_that_is_there_twice_is_refused() -> None:
    text = program_to_json(EVERYTHING).replace('"per_vnd": 10000', '"per_vnd": 10000, "per_vnd": 1')
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == ("$..per_vnd", Flaw.REPEATED)


def test_half_a_letter_is_refused_because_no_file_could_hold_it() -> None:
    text = program_to_json(EVERYTHING).replace('"điểm"', '"\\ud83c"')
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == ("$.points_name", Flaw.NOT_TEXT)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 20_000) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def _places(value: object, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for name, inner in value.items():
            found += _places(inner, (*path, name))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            found += _places(inner, (*path, index))
    return found


@given(st.sampled_from(_places(json.loads(program_to_json(EVERYTHING)))), anything)
def test_whatever_stands_anywhere_is_read_or_refused_and_the_schema_is_no_laxer(
    place: tuple[Step, ...], value: object
) -> None:
    text = _changed(place, value)
    read = _read(text)
    if isinstance(read, DocumentUnsound):
        assert read.path.startswith("$")
        assert read.why in set(Flaw)
        assert not _accepted(text)
    else:
        assert program_from_json(program_to_json(read)) == read
        if not any(problem.is_error for problem in problems_in(read)):
            assert _accepted(text)


def _read(text: str) -> Program | DocumentUnsound:
    try:
        return program_from_json(text)
    except DocumentUnsound as refused:
        return refused


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("revision",), -1),
        (("welcome_points",), -1),
        (("points_name",), " "),
        (("rules", 0, "per_vnd"), 0),
        (("rules", 0, "points"), 0),
        (("rules", 0, "points"), 1_000_001),
        (("rules", 0, "minimum_vnd"), -1),
        (("rewards", 0, "value_vnd"), 0),
        (("rewards", 1, "rate_bp"), 10_001),
        (("rewards", 1, "cap_vnd"), 0),
        (("rewards", 3, "points"), 0),
        (("rewards", 4, "max_share_bp"), 0),
        (("rewards", 4, "block_points"), 0),
        (("expiry", "count"), 0),
        (("starts",), "0001-01-01"),
        (("rounding",), "up"),
    ],
)
def test_the_schema_knows_the_bounds_of_single_fields_as_the_program_does(
    place: tuple[Step, ...], value: object
) -> None:
    text = _changed(place, value)
    assert not _accepted(text)
    assert any(problem.is_error for problem in problems_in(program_from_json(text)))


def test_the_same_program_gives_the_same_text() -> None:
    assert program_to_json(replace(EVERYTHING)) == program_to_json(EVERYTHING)
    assert "Cà phê" in program_to_json(EVERYTHING), "people can read it"
