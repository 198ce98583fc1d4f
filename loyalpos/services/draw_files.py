"""The files with which anyone checks a lucky draw: its rules, its list, its sheet and the script."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.draw_script import SCRIPT
from loyalpos.engine.draw_stages import Drawing
from loyalpos.engine.draws import Holding, Sheet, announcement, list_text, sheet_text
from loyalpos.errors import CannotWrite

__all__ = ["write_draw_files"]


def write_draw_files(folder: Path, drawing: Drawing, sheet: Sheet | None) -> None:
    """Write into a folder what may be known of a draw at its stage.

    ``announcement.txt`` at any time; ``list.txt``, whose SHA-256 is the published one, when it has closed;
    ``sheet.txt`` and ``check_draw.py`` when it was drawn.

    Raises:
        CannotWrite: The folder or the disk does not take them.
    """
    announced = drawing.announced
    texts = {"announcement.txt": announcement(announced.draw, announced.commitment)}
    if announced.closed_at is not None:
        held = tuple(Holding(line.holder, line.last - line.first + 1) for line in drawing.tickets)
        texts["list.txt"] = list_text(announced.draw, held)
    if sheet is not None:
        texts["sheet.txt"] = sheet_text(sheet)
        texts["check_draw.py"] = SCRIPT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            half = folder / f"{name}.new"
            half.write_text(text, encoding="utf-8", newline="\n")
            half.replace(folder / name)
    except OSError as error:
        raise CannotWrite(folder) from error
