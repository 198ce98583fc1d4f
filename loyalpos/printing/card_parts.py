"""What a card's template is made of: shapes, words, the code and the logo, each with its place.

Lengths are hundredths of a millimetre from the card's top left corner; colours are roles, which every shop's
colour fills in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct

from loyalpos.printing.colours import Role
from loyalpos.printing.typefaces import Weight

__all__ = [
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "LEAST_QR",
    "SAFE_EDGE",
    "Anchor",
    "Beads",
    "Box",
    "Code",
    "Curve",
    "Disc",
    "Line",
    "Logo",
    "NameStrip",
    "Part",
    "Patch",
    "Says",
    "Side",
    "SideOfCard",
    "Stroke",
    "When",
    "Words",
]

CARD_WIDTH = 8560
CARD_HEIGHT = 5398
SAFE_EDGE = 300
"""Nothing but colour comes closer to the edge: plants punch up to 1 mm off."""

LEAST_QR = 2400
"""The smallest side of a code with its quiet zone."""


class Says(StrEnum):
    """What a line of a card says."""

    SHOP = "shop"
    INITIAL = "initial"
    KIND = "kind"
    NAME = "name"
    NUMBER = "number"
    TIER = "tier"
    GREETING = "greeting"
    HOW = "how"
    PROGRAM = "program"
    PERKS = "perks"
    LOST = "lost"
    TERMS = "terms"
    HOTLINE = "hotline"
    CONTACT = "contact"


class When(StrEnum):
    """On which cards a part is drawn."""

    LOGO = "logo"
    NO_LOGO = "no_logo"
    BLANK = "blank"
    NAMED = "named"


class Anchor(StrEnum):
    """Where lines rest in their box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Side(StrEnum):
    """To which side of its box a line or logo keeps."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Box(Struct, frozen=True):
    """This is a place; a file writes it as ``[left, top, width, height]``."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height

    def meets(self, other: Box) -> bool:
        """Tell whether two places share a point."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Stroke(Struct, frozen=True):
    """This is one step of a curve: M and L with a point, C with three, Z with none."""

    step: str
    points: tuple[int, ...]


class Patch(Struct, frozen=True):
    """A rectangle with round corners; ``to`` makes it a gradient down to the right."""

    box: Box
    fill: Role | None = None
    to: Role | None = None
    edge: Role | None = None
    edge_width: int = 0
    radius: int = 0
    when: tuple[When, ...] = ()


class Disc(Struct, frozen=True):
    """An ellipse in its box."""

    box: Box
    fill: Role | None = None
    edge: Role | None = None
    edge_width: int = 0
    when: tuple[When, ...] = ()


class Curve(Struct, frozen=True):
    """Any shape; a file writes its strokes as ``"M0 0 L100 0 C100 50 50 100 0 100 Z"``."""

    strokes: tuple[Stroke, ...]
    fill: Role | None = None
    to: Role | None = None
    edge: Role | None = None
    edge_width: int = 0
    when: tuple[When, ...] = ()


class Beads(Struct, frozen=True):
    """Small discs on the rim of a box, ``across`` steps along its width and ``down`` along its height."""

    box: Box
    across: int
    down: int
    size: int
    fill: Role
    when: tuple[When, ...] = ()


class Code(Struct, frozen=True):
    """The card's code, black on a white square with its quiet zone."""

    box: Box
    radius: int = 0
    edge: Role | None = None
    when: tuple[When, ...] = ()


class Logo(Struct, frozen=True):
    """The shop's logo, as large as its place lets it be; ``on`` is the colour it stands on."""

    box: Box
    on: Role
    side: Side = Side.LEFT
    when: tuple[When, ...] = ()


class NameStrip(Struct, frozen=True):
    """A white strip with a line, on a blank card, for a pen."""

    box: Box
    when: tuple[When, ...] = ()


class Line(Struct, frozen=True):
    """How one thing is said; what has nothing to say takes no room.

    Attributes:
        says: What; some things are several paragraphs.
        size: Wanted height of the em.
        smallest: Where shrinking ends.
        colour: Of the letters.
        weight: Cut of the typeface.
        lines: On how many lines it may be wrapped.
        spacing: Advance of each letter in percent.
        leading: From line to line in percent of the size.
        gap: Room above it, when something is above, in percent of the size.
        upper: Whether it is written in capitals.
    """

    says: Says
    size: int
    smallest: int
    colour: Role
    weight: Weight = Weight.REGULAR
    lines: int = 1
    spacing: int = 100
    leading: int = 125
    gap: int = 20
    upper: bool = False


class Words(Struct, frozen=True):
    """Lines one below the other in a box.

    They shrink each for itself, or ``together`` so that all of them can be read at their proportions.
    """

    box: Box
    lines: tuple[Line, ...]
    anchor: Anchor = Anchor.TOP
    side: Side = Side.LEFT
    together: bool = False
    when: tuple[When, ...] = ()


Part = Patch | Disc | Curve | Beads | Code | Logo | NameStrip | Words
"""Each says in ``when`` on which cards it is drawn; empty for all, else where all of it holds."""


class SideOfCard(Struct, frozen=True):
    """One side: its ground, and what is drawn on it in turn."""

    ground: Role
    parts: tuple[Part, ...]
    ground_to: Role | None = None

    def of(self, kind: type[Any]) -> Iterator[Any]:
        """Give the parts of a kind, those that only some cards have included."""
        return (part for part in self.parts if isinstance(part, kind))
