"""This till's folders and the files that come with the program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["resource"]


def resource(*parts: str) -> Path:
    """Find a file that comes with the program.

    Args:
        parts: Path below ``resources/``, e.g. ``("icons", "loyalpos.svg")``.

    Returns:
        The file's path on disk; it may not exist.
    """
    return Path(str(files("loyalpos.resources").joinpath(*parts)))
