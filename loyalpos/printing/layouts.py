"""Where cards and labels lie on paper: layouts that come with the program, and the owner's own files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NewType

from msgspec import Struct

from loyalpos.engine.documents import Document, strict_forms, text_of
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.forms import Misfit
from loyalpos.errors import DocumentUnsound, LayoutUnsound
from loyalpos.settings import resource

__all__ = [
    "BUNDLED",
    "LEAST_MODULE",
    "Backs",
    "Holds",
    "Hundredths",
    "Marks",
    "Offset",
    "SheetLayout",
    "Shelf",
    "Size",
    "Titles",
    "bundled",
    "layouts_in",
    "read_layout",
]

Hundredths = NewType("Hundredths", int)
"""A length in hundredths of a millimetre; a document says it in millimetres."""

BUNDLED: Final = ("a4", "cr80", "cr80-bleed", "a4-stock", "a6", "a6-two", "a4-labels-24", "a4-labels-65")
"""The layouts that come with the program, as they are offered."""

LEAST_MODULE: Final = 40
"""A module of a code is never smaller than this: phones read 0.4 mm."""

_CARD = (8560, 5398)
_LEAST_CARD_PERCENT = 75
_LEAST_LABEL_CODE = LEAST_MODULE * 29
_LABEL_EDGE = 200
_PAGE = (2000, 50000)
_MOST_IN_A_ROW = 40
_MOST_BLEED = 500
_MOST_MARKS = 600
_MOST_BYTES = 100_000


class Holds(StrEnum):
    """What lies in the places of a page."""

    CARDS = "cards"
    LABELS = "labels"


class Backs(StrEnum):
    """What stands on the other side of a page: backs in mirrored columns, or nothing."""

    MIRRORED = "mirrored"
    NONE = "none"


class Titles(Struct, frozen=True):
    """What a layout is called in each language of the screens."""

    vi: str
    en: str

    def said_in(self, language: str) -> str:
        """Give the title in a language."""
        return self.vi if language == "vi" else self.en


class Size(Struct, frozen=True):
    """A width and a height."""

    width: Hundredths
    height: Hundredths


class Offset(Struct, frozen=True):
    """A way to the right and a way down."""

    x: Hundredths = Hundredths(0)
    y: Hundredths = Hundredths(0)


class Marks(Struct, frozen=True):
    """Crop marks along the edges of the page: how far they stay off the cards, and how long they are."""

    off: Hundredths
    length: Hundredths

    @property
    def reach(self) -> int:
        """How far they reach out from the cards."""
        return self.off + self.length


class SheetLayout(Struct, frozen=True):
    """This is where cards lie on a page.

    Attributes:
        title: What people call it.
        page: The paper.
        place: One card or label; a card of other proportions lies in its middle, its colour fills it.
        columns: Places from left to right.
        rows: Places from above.
        margin: The way to the first place.
        gap: Between two places.
        holds: Cards, or labels with a code, a number and a name.
        backs: Whether pages have backs.
        bleed: How far colour runs past a place.
        marks: Crop marks; without them there are no ruler and no notes either.
        printer_margin: Nothing but colour that runs out is drawn nearer to the paper's edge.
    """

    title: Titles
    page: Size
    place: Size
    columns: int
    rows: int
    margin: Offset
    gap: Offset = Offset()
    holds: Holds = Holds.CARDS
    backs: Backs = Backs.MIRRORED
    bleed: Hundredths = Hundredths(0)
    marks: Marks | None = None
    printer_margin: Hundredths = Hundredths(500)

    @property
    def cards(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    @property
    def is_two_sided(self) -> bool:
        """Whether every page has a back."""
        return self.backs is Backs.MIRRORED

    def lefts(self) -> tuple[int, ...]:
        """Left edges of the columns, from the left."""
        step = self.place.width + self.gap.x
        return tuple(self.margin.x + column * step for column in range(self.columns))

    def tops(self) -> tuple[int, ...]:
        """Top edges of the rows, from above."""
        step = self.place.height + self.gap.y
        return tuple(self.margin.y + row * step for row in range(self.rows))

    def places(self, *, mirrored: bool) -> tuple[tuple[int, int], ...]:
        """Left and top of each place, row by row.

        Args:
            mirrored: As they lie on the back of a page that is turned about its upright middle.
        """
        lefts = self.lefts()
        if mirrored:
            lefts = tuple(self.page.width - left - self.place.width for left in lefts)
        return tuple((left, top) for top in self.tops() for left in lefts)

    def margins(self) -> tuple[int, int, int, int]:
        """Empty paper at the left, above, at the right and below all places."""
        right = self.page.width - self.lefts()[-1] - self.place.width
        below = self.page.height - self.tops()[-1] - self.place.height
        return self.margin.x, self.margin.y, right, below


class Shelf(Struct, frozen=True):
    """All layouts there are to choose from, by name, and why some files are not among them."""

    layouts: Mapping[str, SheetLayout]
    unsound: tuple[LayoutUnsound, ...] = ()


@cache
def bundled(name: str) -> SheetLayout:
    """Give a layout that comes with the program.

    Args:
        name: One of :data:`BUNDLED`.
    """
    return read_layout(resource("layouts", f"{name}.json"))


def layouts_in(folder: Path | None) -> Shelf:
    """Give the layouts that come with the program and those that the owner laid into a folder.

    A file that cannot be used hides no other.

    Args:
        folder: It may be missing; each of its ``.json`` files is a layout, called as the file is.
    """
    layouts = {name: bundled(name) for name in BUNDLED}
    unsound: list[LayoutUnsound] = []
    files = () if folder is None or not folder.is_dir() else sorted(folder.glob("*.json"))
    for path in files:
        try:
            if path.stem in layouts:
                raise LayoutUnsound(path, "", "taken")
            layouts[path.stem] = read_layout(path)
        except LayoutUnsound as error:
            unsound.append(error)
    return Shelf(layouts, tuple(unsound))


def read_layout(path: Path) -> SheetLayout:
    """Read a layout, as strictly as any document.

    Raises:
        LayoutUnsound: It cannot be read, is none, or its cards do not lie on its page.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise LayoutUnsound(path, "", "not_json")
        layout = _DOCUMENT.read(text_of(path.read_bytes()), _FORMS, SheetLayout)
    except OSError as error:
        raise LayoutUnsound(path, "", "unreadable") from error
    except DocumentUnsound as error:
        why = error.why if error.why in ("not_json", "missing", "unexpected") else "value"
        raise LayoutUnsound(path, error.path.removeprefix("$").removeprefix("."), why) from error
    for where, is_wrong, why in _rules(layout):
        if is_wrong:
            raise LayoutUnsound(path, where, why)
    return layout


def _rules(layout: SheetLayout) -> tuple[tuple[str, bool, str], ...]:
    """Say which bounds a layout breaks: where, whether it does, and why that cannot be used."""
    page, place = layout.page, layout.place
    if not (1 <= layout.columns <= _MOST_IN_A_ROW and 1 <= layout.rows <= _MOST_IN_A_ROW):
        return (("columns, rows", True, "value"),)
    outside = min(layout.margins())
    reach = 0 if layout.marks is None else layout.marks.reach
    return (
        ("title", not (layout.title.vi.strip() and layout.title.en.strip()), "missing"),
        ("page", not all(_PAGE[0] <= side <= _PAGE[1] for side in (page.width, page.height)), "value"),
        ("place", min(place.width, place.height) <= 0, "value"),
        ("margin, gap", min(layout.margin.x, layout.margin.y, layout.gap.x, layout.gap.y) < 0, "value"),
        ("bleed", not 0 <= layout.bleed <= _MOST_BLEED, "value"),
        ("printer_margin", layout.printer_margin < 0, "value"),
        ("margin", outside < 0, "page"),
        ("place", not _is_large_enough(layout), "small"),
        ("marks", layout.marks is not None and min(layout.marks.off, layout.marks.length) <= 0, "value"),
        ("marks", reach > _MOST_MARKS, "marks"),
        ("marks", layout.marks is not None and outside - reach < layout.printer_margin, "marks"),
    )


def _is_large_enough(layout: SheetLayout) -> bool:
    """Tell whether a reader will read the codes."""
    width, height = layout.place.width, layout.place.height
    if layout.holds is Holds.LABELS:
        return min(width // 2, height) - _LABEL_EDGE >= _LEAST_LABEL_CODE
    return min(width * 100 // _CARD[0], height * 100 // _CARD[1]) >= _LEAST_CARD_PERCENT


def _read_mm(value: object) -> int:
    if type(value) not in (int, float):
        raise Misfit(Flaw.NOT_WHOLE)
    assert isinstance(value, int | float)
    # Also keeps out what is infinite or no number at all.
    if not -_PAGE[1] <= value <= _PAGE[1]:
        raise Misfit(Flaw.OUT_OF_RANGE)
    return round(value * 100)


_DOCUMENT = Document("loyalpos-layout", (1,))
_FORMS = strict_forms((), {Hundredths: _read_mm})
