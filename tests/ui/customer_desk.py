"""A counter with a customers' screen, on monitors that a test plugs in and pulls out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.services.till import Till
from loyalpos.settings import TillSettings
from loyalpos.ui.customer.screen import CustomerScreen, Told
from loyalpos.ui.customer.side import CustomerSide
from loyalpos.ui.desktop.monitors import Monitor
from loyalpos.ui.jobs import Lane
from tests.shops import World
from tests.ui.till_desk import TillDesk

__all__ = ["COUNTER", "CUSTOMER", "CustomerDesk", "Desktop", "desk", "said_by"]

COUNTER = Monitor("COUNTER", "COUNTER · 1366 × 768", 0, 0, 1366, 768)
CUSTOMER = Monitor("CUSTOMER", "CUSTOMER · 1024 × 600", 1366, 0, 1024, 600)


class Desktop(QObject):
    """Monitors as a test has them; a window that is to fill one is shown in its size."""

    lost = Signal()
    changed = Signal()

    def __init__(self, *monitors: Monitor) -> None:
        super().__init__()
        self.monitors = list(monitors)
        self.counter_on = COUNTER
        self.filled: list[Monitor] = []

    def present(self) -> tuple[Monitor, ...]:
        return tuple(self.monitors)

    def of(self, window: QWidget) -> Monitor:
        return self.counter_on

    def fill(self, window: QWidget, monitor: Monitor) -> None:
        self.filled.append(monitor)
        window.resize(monitor.width, monitor.height)
        window.show()

    def unplug(self, monitor: Monitor) -> None:
        self.monitors.remove(monitor)
        self.lost.emit()
        self.changed.emit()

    def plug(self, monitor: Monitor) -> None:
        self.monitors.append(monitor)
        self.changed.emit()


class CustomerDesk(TillDesk):
    """The counter, and what stands on its other side."""

    def __init__(
        self, qtbot: QtBot, folder: Path, *, till: Till | None = None, world: World | None = None
    ) -> None:
        super().__init__(qtbot, folder, till=till, world=world)
        self.files = Lane("files")
        self.files.failed.connect(self.bugs.append)
        self.desktop = Desktop(COUNTER, CUSTOMER)
        self.settings = TillSettings(customer_screen=True)
        self.side = CustomerSide(self.flow.kit.facing, self.files, self.desktop, now=self.world.clock)

    def open(self, *, attached: bool = True) -> CustomerDesk:
        super().open(attached=attached)
        self.side.face(self.settings, self.wide)
        # The unseen platform activates every window that is shown, whatever the window says.
        self.wide.activateWindow()
        self.wait(self.wide.isActiveWindow)
        self.settle()
        return self

    @property
    def customers(self) -> CustomerScreen:
        assert self.side.screen is not None
        return self.side.screen

    @property
    def told(self) -> Told:
        """What the customer sees once the screen has caught up."""
        self.settle()
        self.wait(lambda: not self.side.is_behind)
        return self.customers.shown

    def is_still(self) -> bool:
        return super().is_still() and not self.files.unfinished

    def close(self) -> None:
        self.side.end()
        super().close()
        self.files.close()
        self.side.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[CustomerDesk]:
    made = CustomerDesk(qtbot, tmp_path)
    yield made
    made.close()
    made.till.shop.close()


def said_by(window: QWidget) -> str:
    """Everything a window has in its texts, seen or not, and what a screen reader would say."""
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [
        f"{one.accessibleName()} {one.accessibleDescription()} {one.toolTip()}"
        for one in window.findChildren(QWidget)
    ]
    return "\n".join((window.windowTitle(), *texts))
