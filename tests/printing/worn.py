"""What becomes of a printed code: turned, out of focus, small, dirty; and whether it is still read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace
from loyalpos.printing.layouts import bundled
from loyalpos.printing.qr import MODULES, QUIET_MODULES
from tests.printing.pages import page_image

__all__ = ["FINDER_MODULES", "codes_on", "cut_codes", "dirty", "one_bit", "out_of_focus", "small", "turned"]

FINDER_MODULES = 8
"""A finder pattern with the white line around it; the symbol has one in three of its corners."""

_CODE_MM = 24
_EDGE_MM = 5


def codes_on(image: Image.Image) -> set[str]:
    """Read whatever codes a picture shows."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return {found.text for found in zxingcpp.read_barcodes(image, formats=formats)}


def cut_codes(path: Path, faces: Sequence[CardFace], dpi: int) -> Iterator[tuple[str, Image.Image]]:
    """Cut the codes out of the fronts of A4 sheets, each with the quiet zone that is printed around it."""
    layout = bundled("a4")
    places = layout.places(mirrored=False)
    for at in range(0, len(faces), layout.cards):
        page = page_image(path, at // layout.cards * 2, dpi)
        for face, (left, top) in zip(faces[at : at + layout.cards], places, strict=False):
            right = (left + CARD_WIDTH) / 100 - _EDGE_MM
            bottom = (top + CARD_HEIGHT) / 100 - _EDGE_MM
            box = (right - _CODE_MM, bottom - _CODE_MM, right, bottom)
            x1, y1, x2, y2 = (round(edge * dpi / 25.4) for edge in box)
            yield face.code, page.crop((x1, y1, x2, y2))


def one_bit(image: Image.Image) -> Image.Image:
    """Make a picture black and white, as a thermal printer's driver does with drawings."""
    return image.point([0] * 128 + [255] * 128)


def turned(image: Image.Image, degrees: float) -> Image.Image:
    """Turn a picture on white."""
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def out_of_focus(image: Image.Image, pixels: float) -> Image.Image:
    """Blur a picture by a Gaussian of so many pixels."""
    return image.filter(ImageFilter.GaussianBlur(pixels))


def small(image: Image.Image, percent: int) -> Image.Image:
    """Make a picture smaller, as a camera further away sees it."""
    width, height = (max(1, round(side * percent / 100)) for side in image.size)
    return image.resize((width, height), Image.Resampling.BICUBIC)


def dirty(image: Image.Image, percent: int, shade: int, rng: Random) -> Image.Image:
    """Drop one round blot onto a code, anywhere off its finder patterns.

    Args:
        percent: Of the symbol's area, its quiet zone left out.
        shade: 0 is black, 255 white.
    """
    module = image.width / (MODULES + 2 * QUIET_MODULES)
    side = MODULES * module
    radius = side * math.sqrt(percent / 100 / math.pi)
    finder, far = FINDER_MODULES * module, side - FINDER_MODULES * module
    finders = ((0.0, 0.0, finder, finder), (far, 0.0, side, finder), (0.0, far, finder, side))
    while True:
        x, y = rng.uniform(radius, side - radius), rng.uniform(radius, side - radius)
        if all(_distance(x, y, finder) >= radius for finder in finders):
            break
    soiled = image.copy()
    x, y = x + QUIET_MODULES * module, y + QUIET_MODULES * module
    ImageDraw.Draw(soiled).ellipse((x - radius, y - radius, x + radius, y + radius), fill=shade)
    return soiled


def _distance(x: float, y: float, box: tuple[float, float, float, float]) -> float:
    left, top, right, bottom = box
    return math.hypot(max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom))
