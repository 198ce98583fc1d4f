"""The program as one HTML file that needs nothing else: both languages, readable without any script."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QSaveFile

from loyalpos.engine.joining import Reach
from loyalpos.errors import CannotWrite
from loyalpos.printing.colours import scheme_for
from loyalpos.printing.customer.program import Section
from loyalpos.printing.customer.tongue import Language, tongue_of
from loyalpos.printing.qr import QUIET_MODULES, text_rectangles

__all__ = ["save_web_page", "web_page"]

_STYLE = """\
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.6 "Be Vietnam Pro",system-ui,sans-serif;color:#17211f;background:#f5f4f0}
header{background:%(near)s;color:%(text)s;padding:2rem 1rem}
header>*,main{max-width:42rem;margin:0 auto}
h1{margin:0 auto;font-size:2rem;line-height:1.2;overflow-wrap:anywhere}
main{padding:0 1rem 3rem}
nav{margin-top:.75rem}
nav a{color:inherit;display:inline-block;padding:.6rem 1rem .6rem 0}
article{margin-top:2rem}
h2{font-size:1.5rem;margin:0}
h3{font-size:1.125rem;margin:1.5rem 0 .25rem}
ul{margin:0;padding-left:1.25rem}
li{overflow-wrap:anywhere}
footer{max-width:42rem;margin:0 auto;padding:0 1rem 3rem;overflow-wrap:anywhere}
svg{width:12rem;height:12rem;background:#fff;display:block}
a:focus-visible{outline:3px solid #17211f;outline-offset:2px}
"""


def web_page(
    *,
    shop_name: str,
    brand: str,
    contact: str,
    reach: Reach,
    sections: Sequence[tuple[Language, tuple[Section, ...]]],
) -> str:
    """Write the whole page; every word of the owner's is escaped, nothing is loaded from anywhere.

    Args:
        brand: Any ``#rrggbb``; words on it keep a contrast of 4.5.
        sections: The program in each language, the first one first.
    """
    scheme = scheme_for(brand)
    style = _STYLE % {"near": scheme.near.name(), "text": scheme.text.name()}
    first = sections[0][0]
    jumps = "".join(
        f'<a href="#{language}" lang="{language}" hreflang="{language}">{_name(language)}</a>'
        for language, _ in sections
    )
    articles = "".join(_article(language, told) for language, told in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{first}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(shop_name)} – {_title(first)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{escape(shop_name)}</h1>\n<nav>{jumps}</nav>\n</header>\n"
        f"<main>\n{articles}</main>\n{_foot(contact, reach, first)}</body>\n</html>\n"
    )


def save_web_page(page: str, out: Path) -> None:
    """Write a page into a file, whole or not at all.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    file = QSaveFile(str(out))
    written = page.encode("utf-8")
    opened = file.open(QSaveFile.OpenModeFlag.WriteOnly)
    if not opened or file.write(written) != len(written) or not file.commit():
        raise CannotWrite(out)


def _article(language: Language, sections: tuple[Section, ...]) -> str:
    parts = "".join(
        f"<h3>{escape(section.title)}</h3>\n<ul>\n"
        + "".join(f"<li>{escape(one)}</li>\n" for one in section.sentences)
        + "</ul>\n"
        for section in sections
    )
    return f'<article id="{language}" lang="{language}">\n<h2>{_title(language)}</h2>\n{parts}</article>\n'


def _foot(contact: str, reach: Reach, language: Language) -> str:
    lines = [f"<p>{escape(contact)}</p>\n"] if contact else []
    if reach.code:
        words = escape(reach.words)
        href = reach.code if reach.code.startswith(("https://", "http://", "tel:")) else ""
        lines.append(f'<p><a href="{escape(href)}">{words}</a></p>\n' if href else f"<p>{words}</p>\n")
        lines.append(_symbol(reach, language))
    return f"<footer>\n{''.join(lines)}</footer>\n" if lines else ""


def _symbol(reach: Reach, language: Language) -> str:
    modules, rectangles = text_rectangles(reach.code)
    side = modules + 2 * QUIET_MODULES
    path = "".join(
        f"M{column + QUIET_MODULES} {row + QUIET_MODULES}h{columns}v{rows}h-{columns}z"
        for column, row, columns, rows in rectangles
    )
    label = tongue_of(language).translate("Customer", "Code to scan: {words}").format(words=reach.words)
    return (
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path d="{path}"/></svg>\n'
    )


def _title(language: Language) -> str:
    return escape(tongue_of(language).translate("Customer", "Our points program"))


def _name(language: Language) -> str:
    return {"vi": "Tiếng Việt", "en": "English"}[language]
