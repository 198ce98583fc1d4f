"""Python's collector of forgotten objects, kept to the screen's own thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

__all__ = ["Collecting", "collect", "uncollected"]

_LOOK_MS = 1_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Take nothing apart while Qt walks all widgets there are.

    A forgotten window taken apart on the way leaves Qt's list pointing at what is gone.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def collect() -> None:
    """Take forgotten objects apart as often as Python itself would, by its own three generations."""
    limits = gc.get_threshold()
    reached = [generation for generation, count in enumerate(gc.get_count()) if count > limits[generation]]
    if reached:
        gc.collect(reached[-1])


class Collecting(QObject):
    """While it runs, forgotten objects are taken apart on the GUI thread alone.

    The collector starts in whichever thread makes the object too many. In a lane it would take
    apart windows and timers that Qt allows only their own thread to touch, and the process dies.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(collect)
        gc.disable()
        self._look.start()

    def stop(self) -> None:
        """Leave the collector to itself again."""
        self._look.stop()
        gc.enable()
