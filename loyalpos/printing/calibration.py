"""How far a printer is off: measured on a page of crosses and rulers, kept by the printer's name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import get_ident
from typing import Final

import msgspec
from msgspec import Struct
from PySide6.QtGui import QPainter

from loyalpos.errors import CannotWrite

__all__ = [
    "CROSS",
    "CROSS_BOUNDS",
    "RULER",
    "RULER_BOUNDS",
    "TRUE",
    "Calibration",
    "apply_calibration",
    "calibration_of",
    "calibrations",
    "keep_calibration",
]

CROSS: Final = 2000
"""The first cross lies so far from the left and the upper edge, in 0.01 mm."""

RULER: Final = 10000
"""The rulers are this long."""

CROSS_BOUNDS: Final = (1000, 3000)
"""No printer is a centimetre off; whoever measures that measured from something else."""

RULER_BOUNDS: Final = (9500, 10500)
"""Nor by a twentieth; then the page was not printed at 100 %."""


class Calibration(Struct, frozen=True, forbid_unknown_fields=True):
    """This is what somebody measured on a printed page, in units of 0.01 mm.

    Attributes:
        cross_x: From the paper's left edge to the first cross.
        cross_y: From its upper edge.
        across: The lying ruler's length.
        down: The standing ruler's length.
    """

    cross_x: int = CROSS
    cross_y: int = CROSS
    across: int = RULER
    down: int = RULER

    def __post_init__(self) -> None:
        for length, (least, most) in (
            (self.cross_x, CROSS_BOUNDS),
            (self.cross_y, CROSS_BOUNDS),
            (self.across, RULER_BOUNDS),
            (self.down, RULER_BOUNDS),
        ):
            if not least <= length <= most:
                raise ValueError(f"{length} is not within {least} to {most}")


TRUE: Final = Calibration()
"""A printer that is not off at all."""


def apply_calibration(painter: QPainter, calibration: Calibration) -> None:
    """Turn a painter whose unit is 0.01 mm so that this printer's ink falls where it is meant to.

    The printer puts what is drawn at ``p`` to ``off + p * stretch``; so ``p`` is drawn where that gives
    ``p``.
    """
    stretch_x, stretch_y = calibration.across / RULER, calibration.down / RULER
    painter.scale(1 / stretch_x, 1 / stretch_y)
    painter.translate(CROSS * stretch_x - calibration.cross_x, CROSS * stretch_y - calibration.cross_y)


def calibrations(path: Path) -> dict[str, Calibration]:
    """Read what was measured on each printer, by its name; none from a file that is missing or broken.

    What cannot be of one printer takes nothing from the others.
    """
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    except (OSError, msgspec.MsgspecError):
        return {}
    known: dict[str, Calibration] = {}
    for printer, measured in kept.items():
        with suppress(msgspec.MsgspecError):
            known[printer] = msgspec.json.decode(measured, type=Calibration)
    return known


def calibration_of(path: Path, printer: str) -> Calibration:
    """Give what was measured on a printer; one that was never measured counts as true."""
    return calibrations(path).get(printer, TRUE)


def keep_calibration(path: Path, printer: str, calibration: Calibration) -> None:
    """Keep what was measured on a printer, beside what is known of the others.

    Raises:
        CannotWrite: The folder takes no files.
    """
    known = calibrations(path) | {printer: calibration}
    half = path.with_suffix(f".{get_ident()}.half")
    try:
        half.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=1))
        half.replace(path)
    except OSError as error:
        raise CannotWrite(path) from error
