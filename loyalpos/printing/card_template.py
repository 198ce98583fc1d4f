"""A card's template as its file says it, read strictly: every flaw is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from loyalpos.engine.documents import Document, Tagged, refuse, strict_forms
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.forms import Misfit
from loyalpos.printing.card_parts import (
    CARD_HEIGHT,
    CARD_WIDTH,
    LEAST_QR,
    SAFE_EDGE,
    Beads,
    Box,
    Code,
    Curve,
    Disc,
    Logo,
    NameStrip,
    Part,
    Patch,
    SideOfCard,
    Stroke,
    When,
    Words,
)
from loyalpos.printing.typefaces import Weight

__all__ = ["CardTemplate", "read_template"]

_DOCUMENT = Document("loyalpos-card", (1,))
_FURTHEST = 20_000
_STROKES = re.compile(r"([MLCZ])((?:\s*-?[0-9]+)*)\s*")
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}


class CardTemplate(Struct, frozen=True):
    """A card's two sides; ``order`` is its place among the others."""

    order: int
    front: SideOfCard
    back: SideOfCard


def read_template(text: str) -> CardTemplate:
    """Read a template from its file's text.

    Raises:
        DocumentUnsound: It is no template; names its flaws and where they stand.
    """
    template = _DOCUMENT.read(text, _FORMS, CardTemplate)
    refuse(_flaws_in(template))
    return template


def _flaws_in(template: CardTemplate) -> Iterator[tuple[str, Flaw]]:
    if not [*template.front.of(Code), *template.back.of(Code)]:
        yield "$", Flaw.MISSING
    for name, side in (("front", template.front), ("back", template.back)):
        for at, part in enumerate(side.parts):
            path = f"$.{name}.parts[{at}]"
            if isinstance(part, Code | Words | Logo | NameStrip) and not _is_safe(part.box):
                yield f"{path}.box", Flaw.OUT_OF_RANGE
            if isinstance(part, Code) and not part.box.width == part.box.height >= LEAST_QR:
                yield f"{path}.box", Flaw.OUT_OF_RANGE
            if isinstance(part, Words):
                yield from _flaws_in_lines(part, path)
            if any(_collide(part, other) for other in side.parts[:at]):
                yield f"{path}.box", Flaw.REPEATED


def _flaws_in_lines(words: Words, path: str) -> Iterator[tuple[str, Flaw]]:
    for at, line in enumerate(words.lines):
        if not 100 <= line.smallest <= line.size:
            yield f"{path}.lines[{at}].smallest", Flaw.OUT_OF_RANGE
        if line.lines < 1:
            yield f"{path}.lines[{at}].lines", Flaw.OUT_OF_RANGE


def _collide(one: Part, other: Part) -> bool:
    """Tell whether two parts that must not touch may do so on some card."""
    kinds = Words | Code | Logo | NameStrip
    if not (isinstance(one, kinds) and isinstance(other, kinds) and one.box.meets(other.box)):
        return False
    both = {*one.when, *other.when}
    return not ({When.LOGO, When.NO_LOGO} <= both or {When.BLANK, When.NAMED} <= both)


def _is_safe(box: Box) -> bool:
    inside = box.right <= CARD_WIDTH - SAFE_EDGE and box.bottom <= CARD_HEIGHT - SAFE_EDGE
    return inside and box.left >= SAFE_EDGE and box.top >= SAFE_EDGE


def _read_box(stored: Any) -> Box:
    if not isinstance(stored, list) or len(stored) != 4:
        raise Misfit(Flaw.NOT_LIST)
    if any(type(one) is not int for one in stored):
        raise Misfit(Flaw.NOT_WHOLE)
    if max(map(abs, stored)) > _FURTHEST or min(stored[2:]) < 1:
        raise Misfit(Flaw.OUT_OF_RANGE)
    return Box(*stored)


def _read_strokes(stored: Any) -> tuple[Stroke, ...]:
    if not isinstance(stored, str):
        raise Misfit(Flaw.NOT_TEXT)
    strokes: list[Stroke] = []
    end = 0
    for found in _STROKES.finditer(stored.strip() + " "):
        if found.start() != end:
            break
        end = found.end()
        step, points = found.group(1), tuple(int(one) for one in found.group(2).split())
        each = _NUMBERS[step]
        if len(points) != each and (each == 0 or not points or len(points) % each):
            raise Misfit(Flaw.OUT_OF_RANGE)
        strokes.extend(
            Stroke(step, points[start : start + each]) for start in range(0, max(1, len(points)), each or 1)
        )
    if end < len(stored.strip()) or not strokes or strokes[0].step != "M":
        raise Misfit(Flaw.NOT_CHOICE)
    return tuple(strokes)


def _read_weight(stored: Any) -> Weight:
    try:
        return Weight(stored)
    except ValueError as error:
        raise Misfit(Flaw.NOT_CHOICE) from error


_FORMS = strict_forms(
    [
        Tagged(
            Part,
            {
                Patch: "patch",
                Disc: "disc",
                Curve: "curve",
                Beads: "beads",
                Code: "code",
                Logo: "logo",
                NameStrip: "name_strip",
                Words: "words",
            },
        ),
    ],
    {Box: _read_box, tuple[Stroke, ...]: _read_strokes, Weight: _read_weight},
)
