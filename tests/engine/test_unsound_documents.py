"""Documents of programs that are refused, each flaw with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.problems import problems_in
from loyalpos.engine.program_document import (
    Flaw,
    program_from_json,
    program_to_json,
)
from loyalpos.errors import DocumentUnsound
from tests.engine.program_documents import EVERYTHING, _accepted, _changed, _without
from tests.engine.whole_programs import (
    Step,
)

YES: object = True

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
    (_changed(("tier",), []), "$.tier", Flaw.UNEXPECTED),
    (_changed(("tiers",), []), "$.tiers", Flaw.NOT_OBJECT),
    (
        _changed(("rules", 0, "when"), {"kind": "weekdays", "weekdays": [1, "Fri"]}),
        "$.rules[0].when.weekdays[1]",
        Flaw.NOT_WHOLE,
    ),
    (
        _changed(("rules", 0, "when"), {"kind": "not", "condition": {"kind": "away"}}),
        "$.rules[0].when.condition.days",
        Flaw.MISSING,
    ),
    (
        _changed(("rules", 0, "when"), {"kind": "any", "conditions": [{"days": 3}]}),
        "$.rules[0].when.conditions[0].kind",
        Flaw.MISSING,
    ),
    (_changed(("rules", 0, "only"), {"item": ["Cà phê"]}), "$.rules[0].only.item", Flaw.UNEXPECTED),
    (_changed(("rules", 0, "rounding"), "near"), "$.rules[0].rounding", Flaw.NOT_CHOICE),
    (_changed(("rules", 0, "limits"), [{"per": "hour"}]), "$.rules[0].limits[0].per", Flaw.NOT_CHOICE),
    (
        _changed(("stamp_cards",), [{"id": "c", "name": "Thẻ", "size": 10}]),
        "$.stamp_cards[0].reward",
        Flaw.MISSING,
    ),
    (
        _changed(("occasions",), [{"kind": "welcome", "id": "w", "gives": {"points": "10"}}]),
        "$.occasions[0].gives.points",
        Flaw.NOT_WHOLE,
    ),
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
    (_changed(("version",), 4), "$.version", Flaw.OTHER_VERSION),
    (_changed(("version",), YES), "$.version", Flaw.OTHER_VERSION),
    ("[]", "$", Flaw.NOT_OBJECT),
    ("null", "$", Flaw.NOT_OBJECT),
    ("7", "$", Flaw.NOT_OBJECT),
]


@pytest.mark.parametrize(("text", "path", "why"), UNSOUND, ids=lambda part: part if len(part) < 40 else "")
def test_an_unsound_document_is_refused_with_the_place_of_its_flaw(text: str, path: str, why: Flaw) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == (path, why)
    assert not _accepted(text), "the schema refuses what the till refuses"


@pytest.mark.parametrize("text", ["", "{", "xin chào", "NaN", '{"revision": ' + "1" * 5_000 + "}"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path[:1], refused.value.why) == ("$", Flaw.NOT_JSON)


def test_what_breaks_the_syntax_is_told_with_line_and_column() -> None:
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json('{\n  "format": "loyalpos.program",\n  "version" 2\n}')
    assert refused.value.path == "$ (line 3, column 13)"


def _objects(found: Any, path: str = "$") -> list[tuple[str, dict[str, Any]]]:
    """Every object of a document, with its path."""
    inner = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    here = [(path, found)] if isinstance(found, dict) else []
    for name, one in inner:
        here += _objects(one, f"{path}.{name}" if isinstance(found, dict) else f"{path}[{name}]")
    return here


@given(st.data())
def test_every_field_nobody_knows_is_told_at_once_wherever_they_stand(data: st.DataObject) -> None:
    document = json.loads(program_to_json(EVERYTHING))
    # What belongs to a later version is kept, whatever it says.
    objects = [one for one in _objects(document) if one[1].get("kind") not in {"stamps", "raffle"}]
    chosen = data.draw(st.lists(st.sampled_from(range(len(objects))), min_size=1, max_size=5, unique=True))
    for place in chosen:
        objects[place][1]["not_there"] = 1
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(json.dumps(document))
    assert {path for path, _ in refused.value.flaws} == {f"{objects[place][0]}.not_there" for place in chosen}
    assert {why for _, why in refused.value.flaws} == {Flaw.UNEXPECTED}


def test_what_stands_too_deep_is_refused() -> None:
    deep = '{"kind": "not", "condition": ' * 3_000 + '{"kind": "always"}' + "}" * 3_000
    for text in ("[" * 100_000, _changed(("rules", 0, "when"), {}).replace('"when": {}', f'"when": {deep}')):
        with pytest.raises(DocumentUnsound) as refused:
            program_from_json(text)
        assert (refused.value.path, refused.value.why) == ("$", Flaw.TOO_DEEP)


def test_a_number_no_number_holds_is_refused_even_where_nobody_knows_the_field() -> None:
    text = _changed(("rules", 1, "factor"), 1.5).replace("1.5", "1e999")
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == ("$.rules[1]", Flaw.NOT_WHOLE)


def test_a_field_that_is_there_twice_is_refused() -> None:
    text = program_to_json(EVERYTHING).replace('"per_vnd": 10000', '"per_vnd": 10000, "per_vnd": 1')
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    flaws = refused.value.flaws
    assert flaws == tuple(
        (f"$.rules[{at}].per_vnd", Flaw.REPEATED)
        for at, rule in enumerate(json.loads(text)["rules"])
        if rule.get("per_vnd") == 1
    )
    assert len(flaws) > 0


def test_a_name_that_stands_twice_is_found_wherever_it_stands() -> None:
    text = (
        '{"format": "x", "rules": [{"when": {"a": 1, "a": {"b": 2, "b": 3}}, "id": 1, "id": 1}], "format": 1}'
    )
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    found = [path for path, why in refused.value.flaws if why == Flaw.REPEATED]
    assert found == ["$.format", "$.rules[0].id", "$.rules[0].when.a", "$.rules[0].when.a.b"]


def test_half_a_letter_is_refused_because_no_file_could_hold_it() -> None:
    text = _changed(("points_name",), "sao").replace('"sao"', '"\\ud83c"')
    with pytest.raises(DocumentUnsound) as refused:
        program_from_json(text)
    assert (refused.value.path, refused.value.why) == ("$.points_name", Flaw.NOT_TEXT)


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
