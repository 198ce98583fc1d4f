"""A counter beside which slips are printed: to a file, or to a printer on the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.printing.raster import Raster
from loyalpos.settings import TillSettings
from loyalpos.ui.widgets.banner import BannerKind
from tests.printing.escpos_reader import replayed
from tests.printing.test_thermal_printer import TcpPrinter, to_the_end
from tests.ui.scanner import KEYBOARD, press
from tests.ui.till_desk import CONTROL, TillDesk

__all__ = ["control_p", "desk", "line", "on", "paper", "printed", "sell", "tcp", "use"]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path).open()
    yield desk
    desk.assert_calm()
    desk.flow.slips.end()
    desk.close()


@pytest.fixture
def paper(desk: TillDesk, tmp_path: Path) -> Path:
    """Where the printer of a till prints: a file, as a device is one."""
    out = tmp_path / "lp0"
    desk.flow.slips.settings = TillSettings(slip_printer="file", slip_address=str(out), slip_code=True)
    return out


@pytest.fixture
def tcp(desk: TillDesk) -> Iterator[TcpPrinter]:
    printer = TcpPrinter(to_the_end)
    use(desk, printer.address)
    yield printer
    printer.close()


def use(desk: TillDesk, address: str, **more: object) -> None:
    """Let the till have a printer on the network that must answer within a second."""
    settings = TillSettings(slip_printer="network", slip_address=address, slip_timeout_s=1)
    desk.flow.slips.settings = replace(settings, **more)


def sell(desk: TillDesk, member: UUID, total: str = "125") -> UUID:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.type(total)
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    act = desk.till.returns.last()
    assert act is not None
    assert act.bill is not None
    return act.bill


def control_p(desk: TillDesk) -> None:
    press(desk.screen, Qt.Key.Key_P, CONTROL)


def printed(desk: TillDesk) -> None:
    """Wait until everything wanted is on paper or given up."""
    desk.settle()
    desk.wait(lambda: desk.flow.slips.is_idle and not desk.flow.slips._soon.isActive())
    desk.settle()


def on(paper: Path) -> Raster:
    return replayed(paper.read_bytes()).raster()


def line(desk: TillDesk) -> str:
    """What the quiet line says in the window in use."""
    known = desk.flow.slips._lines.get(desk.screen)
    return "" if known is None else known.text
