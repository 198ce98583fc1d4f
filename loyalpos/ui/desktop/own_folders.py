"""The folders a person keeps their own files in, where a file is chosen: never the program's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

__all__ = ["documents", "pictures"]


def documents() -> str:
    """Where lists, exports and whatever else is written or read lies."""
    return _there(QStandardPaths.StandardLocation.DocumentsLocation)


def pictures() -> str:
    """Where photos lie."""
    return _there(QStandardPaths.StandardLocation.PicturesLocation)


def _there(which: QStandardPaths.StandardLocation) -> str:
    place = QStandardPaths.writableLocation(which)
    return place if Path(place).is_dir() else str(Path.home())
