"""Reads the codes of a printed file back from its rendered pages, as a scanner would from paper."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import zxingcpp
from pypdfium2 import PdfDocument, PdfPage

__all__ = ["codes_in_pdf"]

_POINTS_PER_INCH = 72


def codes_in_pdf(path: Path, dpi: int = 300) -> tuple[str, ...]:
    """Render each page and read every QR code on it.

    Args:
        path: A PDF file.
        dpi: Resolution of the rendering.

    Returns:
        What the codes say, page by page, each page row by row from the left. A card with two printed sides
        gives its code twice.
    """
    codes: list[str] = []
    with closing(PdfDocument(path)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                codes += _codes_on(page, dpi)
    return tuple(codes)


def _qr_codes() -> zxingcpp.BarcodeFormats:
    # Made when needed: one kept for good is told of as a leak when the program ends.
    return zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def _codes_on(page: PdfPage, dpi: int) -> list[str]:
    with closing(page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)) as bitmap:
        # Rows are padded to the stride; the few extra columns on the right hold no code.
        pixels = memoryview(bitmap.buffer).cast("B").cast("B", (bitmap.height, bitmap.stride))
        found = [
            (code.position.top_left.y, code.position.top_left.x, code.text)
            for code in zxingcpp.read_barcodes(pixels, formats=_qr_codes())
        ]
        pixels.release()
    # Codes in one row of cards differ by a few pixels in height; a quarter inch is less than any card.
    rows: list[list[tuple[int, int, str]]] = []
    for place in sorted(found):
        if rows and place[0] - rows[-1][0][0] < dpi // 4:
            rows[-1].append(place)
        else:
            rows.append([place])
    return [text for row in rows for _, _, text in sorted(row, key=lambda place: place[1])]
