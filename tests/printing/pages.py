"""Pages of a printed file as pictures, measured in millimetres."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image

__all__ = ["DPI", "MM", "cut_out", "ink_mm", "page_image", "strokes_mm", "texts"]

DPI = 600
MM = DPI / 25.4


def page_image(path: Path, number: int, dpi: int = DPI) -> Image.Image:
    with (
        closing(pypdfium2.PdfDocument(path)) as document,
        closing(document[number]) as page,
        closing(page.render(scale=dpi / 72, grayscale=True)) as bitmap,
    ):
        size = (bitmap.width, bitmap.height)
        return Image.frombytes("L", size, bytes(bitmap.buffer), "raw", "L", bitmap.stride)


def texts(path: Path) -> list[str]:
    found = []
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                found.append(text.get_text_range())
    return found


def cut_out(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    return image.crop((round(left * MM), round(top * MM), round(right * MM), round(bottom * MM)))


def ink_mm(image: Image.Image, left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
    """Bounding box of whatever is dark in a part of the page, in mm on the page."""
    part = cut_out(image, left, top, right, bottom)
    box = part.point([255] * 128 + [0] * 128).getbbox()
    assert box is not None
    x, y = round(left * MM), round(top * MM)
    return tuple(edge / MM for edge in (box[0] + x, box[1] + y, box[2] + x, box[3] + y))


def strokes_mm(
    image: Image.Image, left: float, top: float, right: float, bottom: float, *, axis: int
) -> list[float]:
    """Centres of separate strokes along x (axis 0) or y (axis 1) in a part of the page, in mm on the page."""
    part = cut_out(image, left, top, right, bottom)
    length = part.size[axis]
    profile = part.resize((length, 1) if axis == 0 else (1, length), Image.Resampling.BOX)
    shades = list(profile.tobytes())
    darkest = min(shades)
    dark = [at for at, shade in enumerate(shades) if shade < (255 + darkest) / 2]
    groups: list[list[int]] = []
    for at in dark:
        if groups and at == groups[-1][-1] + 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    start = round((left, top)[axis] * MM)
    return [(start + (group[0] + group[-1] + 1) / 2) / MM for group in groups]
