"""The colours of the till, light and dark, and the arithmetic that keeps them readable."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import fields, replace

__all__ = [
    "DARK",
    "LEAST_CONTRAST_PERCENT",
    "LIGHT",
    "TEXT_ON",
    "Palette",
    "contrast_percent",
    "mixed",
]

LEAST_CONTRAST_PERCENT = 450
"""WCAG 2 AA for body text, 4.5 : 1, in hundredths."""


class Palette(Struct, frozen=True):
    """A set of colours, each ``#rrggbb``; ``on_…`` is text on a fill of that colour."""

    dark: bool
    ink: str
    quiet: str
    line: str
    paper: str
    card: str
    brand: str
    brand_over: str
    brand_down: str
    brand_soft: str
    on_brand: str
    amber: str
    amber_soft: str
    on_amber: str
    red: str
    red_over: str
    red_down: str
    red_soft: str
    on_red: str
    plain_soft: str
    over: str
    down: str

    def with_brand(self, brand: str) -> Palette:
        """Take a shop's own colour, darkened or lightened until every text with it can be read.

        Args:
            brand: The wish, ``#rrggbb``.

        Raises:
            ValueError: If the wish is not written as ``#rrggbb``.
        """
        away = "#ffffff" if self.dark else "#000000"
        for percent in range(0, 101, 2):
            for soft_percent in (18, 14, 10, 6) if self.dark else (12, 9, 6, 3):
                tried = self._branded(mixed(brand, away, percent), soft_percent)
                if tried.brand_is_readable():
                    return tried
        raise AssertionError(brand)

    def brand_is_readable(self) -> bool:
        """Whether every text on or in the brand colour has enough contrast."""
        return all(
            contrast_percent(self.colour(text), self.colour(ground)) >= LEAST_CONTRAST_PERCENT
            for text, ground in TEXT_ON
            if "brand" in text or "brand" in ground
        )

    def _branded(self, brand: str, soft_percent: int) -> Palette:
        away = "#ffffff" if self.dark else "#000000"
        return replace(
            self,
            brand=brand,
            brand_over=mixed(brand, away, 12),
            brand_down=mixed(brand, away, 24),
            brand_soft=mixed(self.card, brand, soft_percent),
        )

    def colour(self, name: str) -> str:
        """Look a colour up by its field name, e.g. ``"brand_soft"``."""
        colour = getattr(self, name)
        assert isinstance(colour, str), name
        return colour

    def names(self) -> tuple[str, ...]:
        """All colour names, for the gallery and the tests."""
        return tuple(field.name for field in fields(self) if field.name != "dark")


def _channels(colour: str) -> tuple[int, int, int]:
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, percent: int) -> str:
    """Mix ``percent`` of another colour into a colour."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = ((a * (100 - percent) + b * percent) // 100 for a, b in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_percent(colour: str, other: str) -> int:
    """Contrast ratio of two colours in hundredths, rounded down: 450 is 4.5 : 1."""
    dim, bright = sorted((_luminance(colour), _luminance(other)))
    return int((bright + 0.05) / (dim + 0.05) * 100)


LIGHT = Palette(
    dark=False,
    ink="#17211f",
    quiet="#5c6865",
    line="#dfe3df",
    paper="#f5f4f0",
    card="#ffffff",
    brand="#0f6e5f",
    brand_over="#0d6053",
    brand_down="#0b5348",
    brand_soft="#e3f1ee",
    on_brand="#ffffff",
    amber="#8a5a08",
    amber_soft="#fdf1d9",
    on_amber="#ffffff",
    red="#b3372f",
    red_over="#9d3029",
    red_down="#882a24",
    red_soft="#fbe9e7",
    on_red="#ffffff",
    plain_soft="#e9ebe9",
    over="#eef1ee",
    down="#e4e8e5",
)

DARK = Palette(
    dark=True,
    ink="#ecf1ee",
    quiet="#a3b1ac",
    line="#33413d",
    paper="#111816",
    card="#1a2421",
    brand="#5cc4b0",
    brand_over="#6fcbb9",
    brand_down="#83d2c3",
    brand_soft="#1c3f38",
    on_brand="#06211c",
    amber="#ecbb5c",
    amber_soft="#3d300f",
    on_amber="#261a02",
    red="#f3938a",
    red_over="#f4a098",
    red_down="#f6ada6",
    red_soft="#452320",
    on_red="#2c0805",
    plain_soft="#2c3734",
    over="#22302c",
    down="#2a3a35",
)

TEXT_ON: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("ink", "quiet", "brand", "amber", "red") for ground in ("paper", "card")),
    *((text, ground) for text in ("ink", "quiet") for ground in ("over", "down", "plain_soft")),
    *((text, "brand_soft") for text in ("ink", "quiet", "brand")),
    *((text, "amber_soft") for text in ("ink", "amber")),
    *((text, "red_soft") for text in ("ink", "red")),
    *(("on_brand", ground) for ground in ("brand", "brand_over", "brand_down")),
    *(("on_red", ground) for ground in ("red", "red_over", "red_down")),
    ("red", "over"),
    ("red", "down"),
    ("brand", "over"),
    ("brand", "down"),
    ("on_amber", "amber"),
)
"""Every (text, ground) pair the widgets paint; a pair not listed here must not be used."""
