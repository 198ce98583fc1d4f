"""Text in a CSV kept from being reckoned with, and given back as it was.

A spreadsheet takes a cell that begins with one of these signs for a formula, which may call programs or
send what stands beside it to somebody's address. An apostrophe before it makes it text.
"""

from __future__ import annotations

import re

__all__ = ["guarded", "unguarded"]

# The wide forms count too where a spreadsheet is set to Japanese or Chinese.
_SEEMS_A_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would reckon with, and before what has one already."""
    return f"'{text}" if _SEEMS_A_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take the apostrophe of :func:`guarded` away again."""
    return text[1:] if text.startswith("'") and _SEEMS_A_FORMULA.match(text) else text
