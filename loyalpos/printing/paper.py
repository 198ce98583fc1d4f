"""Plain papers of the office – announcements, lists, records, settlements – as pages of A4."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from loyalpos.errors import CannotWrite
from loyalpos.printing.typefaces import Weight, typeface

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

__all__ = ["Code", "Heading", "Note", "Paper", "Part", "Rows", "Signatures", "paper_pdf"]

_POINTS = 10
_A4 = QSizeF(210, 297)
_MARGIN_MM = 2
"""A text document keeps 2 cm of its own inside it."""
_GROUP = 8
_WALL_TIMES = 2
_SIZES = re.compile(r"(\d+)pt")
_STYLE = """
h1 { font-size: 20pt; font-weight: 600; margin-top: 2px; margin-bottom: 4px; }
h2 { font-size: 12pt; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }
p { margin-top: 4px; margin-bottom: 6px; }
.shop { color: #5c6865; margin-bottom: 0px; }
.quiet { color: #5c6865; font-size: 9pt; }
.code { font-size: 10pt; font-weight: 600; }
th { text-align: left; font-size: 9pt; color: #5c6865; font-weight: 600; }
"""


class Heading(Struct, frozen=True):
    """The title of what follows."""

    text: str


class Note(Struct, frozen=True):
    """A paragraph; a quiet one is smaller and grey."""

    text: str
    quiet: bool = False


class Code(Struct, frozen=True):
    """Hexadecimal digits to compare by eye, in groups, under their name."""

    name: str
    digits: str


class Rows(Struct, frozen=True):
    """A table; ``figures`` are the places of columns that stand at the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


class Signatures(Struct, frozen=True):
    """Room for people to sign, side by side."""

    names: tuple[str, ...]


Part = Heading | Note | Code | Rows | Signatures


class Paper(Struct, frozen=True):
    """A paper of one or more pages; one for the wall has letters that are read across the room."""

    shop_name: str
    title: str
    parts: tuple[Part, ...]
    for_the_wall: bool = False


def paper_pdf(paper: Paper, out: Path) -> Path:
    """Write a paper into a PDF file of selectable text, which appears under its name only when it is whole.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    file = QSaveFile(str(out))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise CannotWrite(out)
    writer = QPdfWriter(file)
    writer.setTitle(paper.title)
    writer.setCreator("LoyalPOS")
    _print(paper, writer)
    # The writer ends its file when it goes.
    del writer
    if not file.commit():
        raise CannotWrite(out)
    return out


def _print(paper: Paper, device: QPagedPaintDevice) -> None:
    size = QPageSize(_A4, QPageSize.Unit.Millimeter)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    device.setPageLayout(layout)
    # Both cuts must be loaded before words are set in them.
    typeface(Weight.SEMIBOLD, _POINTS)
    font = QFont(typeface(Weight.REGULAR, _POINTS))
    times = _WALL_TIMES if paper.for_the_wall else 1
    font.setPointSize(_POINTS * times)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_SIZES.sub(lambda size: f"{int(size[1]) * times}pt", _STYLE))
    document.setHtml(_html(paper))
    document.print_(device)


def _html(paper: Paper) -> str:
    parts = "".join(_part(part) for part in paper.parts)
    return f'<p class="shop">{escape(paper.shop_name)}</p><h1>{escape(paper.title)}</h1>{parts}'


def _part(part: Part) -> str:
    match part:
        case Heading():
            return f"<h2>{escape(part.text)}</h2>"
        case Note():
            return f'<p class="{"quiet" if part.quiet else "plain"}">{escape(part.text)}</p>'
        case Code():
            groups = " ".join(part.digits[at : at + _GROUP] for at in range(0, len(part.digits), _GROUP))
            return f'<p class="quiet">{escape(part.name)}</p><p class="code">{escape(groups)}</p>'
        case Rows():
            return _table(part)
        case Signatures():
            cells = "".join(
                f'<td align="center" width="{100 // len(part.names)}%">{escape(name)}<br/><br/><br/><br/>'
                "……………………………</td>"
                for name in part.names
            )
            return f'<br/><table width="100%"><tr>{cells}</tr></table>'


def _table(rows: Rows) -> str:
    def cells(texts: tuple[str, ...], tag: str) -> str:
        return "".join(
            f'<{tag} align="{"right" if at in rows.figures else "left"}">{escape(text)}</{tag}>'
            for at, text in enumerate(texts)
        )

    head = f"<thead><tr>{cells(rows.headings, 'th')}</tr></thead>"
    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows.rows)
    return (
        '<table width="100%" cellspacing="0" cellpadding="4" border="1" '
        'style="border-collapse: collapse; border-style: solid; border-color: #dfe3df">'
        f"{head}{body}</table>"
    )
