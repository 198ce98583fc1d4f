"""The files of the templates: what is wrong with one is told with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loyalpos.engine.flaws import Flaw
from loyalpos.errors import DocumentUnsound, TemplateUnsound
from loyalpos.printing import card_templates
from loyalpos.printing.card_template import read_template
from loyalpos.printing.card_templates import card_template
from loyalpos.settings import resource


def test_a_template_nobody_knows_is_the_first() -> None:
    assert card_template("of a later version") is card_template("classic")
    assert card_template("../classic") is card_template("classic")


def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(resource("cards", "classic.card.json").read_text())
    return read


def flaws_of(text: str) -> set[tuple[str, str]]:
    with pytest.raises(DocumentUnsound) as caught:
        read_template(text)
    return set(caught.value.flaws)


def test_a_broken_file_is_told_with_the_place() -> None:
    whole = document()
    whole["front"]["parts"][1]["box"] = [500, 440, 7560]
    assert flaws_of(json.dumps(whole)) == {("$.front.parts[1].box", Flaw.NOT_LIST)}
    whole = document()
    whole["front"]["ground"] = "pink"
    whole["back"]["parts"][0]["box"] = [300, 1299, 2300, 2300]
    assert flaws_of(json.dumps(whole)) == {("$.front.ground", Flaw.NOT_CHOICE)}
    whole["front"]["ground"] = "near"
    assert flaws_of(json.dumps(whole)) == {("$.back.parts[0].box", Flaw.OUT_OF_RANGE)}
    whole = document()
    whole["front"]["parts"][1]["lines"][0]["shine"] = 1
    assert flaws_of(json.dumps(whole)) == {("$.front.parts[1].lines[0].shine", Flaw.UNEXPECTED)}
    assert flaws_of("{") == {("$ (line 1, column 2)", Flaw.NOT_JSON)}


def test_a_template_whose_boxes_overlap_or_that_has_no_code_is_refused() -> None:
    whole = document()
    whole["back"]["parts"][1]["box"] = [3000, 300, 4720, 4798]
    assert flaws_of(json.dumps(whole)) == {("$.back.parts[1].box", Flaw.REPEATED)}
    whole = document()
    for side in ("front", "back"):
        whole[side]["parts"] = [part for part in whole[side]["parts"] if part["kind"] != "code"]
    assert flaws_of(json.dumps(whole)) == {("$", Flaw.MISSING)}


@pytest.mark.parametrize("strokes", ["", "L0 0", "M0", "M0 0 C1 2 3", "M0 0 Q1 2 3 4", "M0 0 Z1", 7])
def test_a_curve_nobody_can_draw_is_refused(strokes: object) -> None:
    whole = document()
    whole["front"]["parts"].append({"kind": "curve", "strokes": strokes, "fill": "near"})
    assert {path for path, _ in flaws_of(json.dumps(whole))} == {
        f"$.front.parts[{len(whole['front']['parts']) - 1}].strokes"
    }


def test_a_damaged_file_of_the_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "classic.card.json").write_text("{}")
    monkeypatch.setattr(card_templates, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    card_templates._read.cache_clear()
    try:
        with pytest.raises(TemplateUnsound) as caught:
            card_template("classic")
    finally:
        card_templates._read.cache_clear()
    assert (caught.value.name, caught.value.place) == ("classic", "$.format")
