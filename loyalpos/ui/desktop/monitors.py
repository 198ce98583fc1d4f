"""The monitors of this PC, and which of them the customers look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

__all__ = ["Monitor", "Monitors", "monitors_present", "other_monitor"]

_SETTLES_MS: Final = 300
"""Plugging one in moves several about, one after the other."""


class Monitor(Struct, frozen=True):
    """A monitor: its name, which two of one make may share, and its place on the desktop in pixels.

    ``label`` is the name as people know it, from what stands on the frame, with its size.
    """

    name: str
    label: str
    left: int
    top: int
    width: int
    height: int

    def covers(self, other: Monitor) -> bool:
        """Whether both show some of the same: they are one, or one mirrors the other."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        down = self.top < other.top + other.height and other.top < self.top + self.height
        return across and down


def other_monitor(monitors: Iterable[Monitor], counter: Monitor, wanted: str) -> Monitor | None:
    """Choose what customers look at: the one of the wanted name, or any, but never the counter's own.

    Args:
        counter: Where the counter stands.
        wanted: ``""`` is any.
    """
    free = (one for one in monitors if not one.covers(counter))
    return next((one for one in free if not wanted or one.name == wanted), None)


class Monitors(QObject):
    """Tells which monitors there are, and when there are others.

    Signals:
        lost(): One was unplugged just now; what stood on it moves to another unless it is hidden at once.
        changed(): There are others, or they stand in other places; said once things have settled.
    """

    lost = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self.changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._take_in)
        application.screenRemoved.connect(self._lose)
        application.primaryScreenChanged.connect(self._change)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def present(self) -> tuple[Monitor, ...]:
        """List them."""
        return monitors_present()

    def of(self, window: QWidget) -> Monitor:
        """Tell on which a window stands."""
        return _monitor(window.screen())

    def fill(self, window: QWidget, monitor: Monitor) -> None:
        """Show a window so that it fills a monitor, and leave the keyboard where it is."""
        place = QRect(monitor.left, monitor.top, monitor.width, monitor.height)
        screen = next((one for one in QGuiApplication.screens() if one.geometry() == place), None)
        if screen is not None:
            window.setScreen(screen)
        window.setGeometry(place)
        # Not showFullScreen(): it takes the keyboard from the counter.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()

    def _take_in(self, screen: QScreen) -> None:
        self._watch(screen)
        self._change()

    def _lose(self, _screen: QScreen) -> None:
        self.lost.emit()
        self._change()

    def _change(self) -> None:
        self._settled.start()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._change)


def monitors_present() -> tuple[Monitor, ...]:
    """List the monitors there are."""
    return tuple(_monitor(screen) for screen in QGuiApplication.screens())


def _monitor(screen: QScreen) -> Monitor:
    place = screen.geometry()
    named = " ".join(part for part in (screen.manufacturer(), screen.model()) if part.strip())
    ratio = screen.devicePixelRatio()
    size = f"{round(place.width() * ratio)} × {round(place.height() * ratio)}"
    label = f"{named or screen.name()} · {size}"
    return Monitor(screen.name(), label, place.x(), place.y(), place.width(), place.height())
