"""Slips beside the counter: printed after the sale, printed again, and no printer holds a sale up."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.printing.raster import Raster
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.slip_desk import MOST_WAITING
from loyalpos.ui.counter.slip_window import SlipWindow
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.banner import BannerKind
from tests.printing.escpos_reader import replayed
from tests.printing.slips import codes_on
from tests.printing.test_thermal_printer import TcpPrinter, breaks_off, to_the_end
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD, press, scan
from tests.ui.till_desk import CONTROL, TillDesk, duc

__all__ = ["duc"]


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


def test_a_bill_is_printed_after_it_is_recorded(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    assert not paper.exists()
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]
    assert line(desk) == ""


def test_nothing_of_paper_is_imported_before_what_was_done_is_shown(tmp_path: Path) -> None:
    """A bill with a printer set: paper comes a moment after the result is painted, never before."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.bill_before_paper", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split() == ["before:", "after:", "escpos", "loyalpos.printing.slip"], done.stderr


def test_a_till_that_prints_only_when_asked_prints_by_one_chord(
    desk: TillDesk, duc: UUID, paper: Path
) -> None:
    desk.flow.slips.settings = replace(desk.flow.slips.settings, slip_auto=False)
    sell(desk, duc)
    printed(desk)
    assert not paper.exists()
    control_p(desk)
    assert desk.heard[-1] is Tone.TICK
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_the_last_slip_is_printed_again_and_says_so(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    first = on(paper)
    control_p(desk)
    printed(desk)
    again = on(paper)
    assert again.height > first.height
    # What stands above the remark is the same.
    assert again.dots[: 40 * 72] == first.dots[: 40 * 72]


def test_after_a_restart_the_last_slip_is_that_of_the_books(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    paper.unlink()
    desk.flow.slips.forget()
    control_p(desk)
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_any_act_of_today_is_printed_from_the_list(desk: TillDesk, duc: UUID, paper: Path) -> None:
    mai = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    sell(desk, duc)
    sell(desk, mai, "86")
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(mai)]
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.type("4")
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_what_was_undone_is_printed_with_its_mark(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    stood = on(paper)
    desk.undo()
    printed(desk)
    assert on(paper).dots != stood.dots
    # Undone, it stays in the list, and all that can be done with it is to print it.
    paper.unlink()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    assert [one.key for one in desk.screen.today._choices.buttons()] == ["4"]
    desk.enter()
    printed(desk)
    assert paper.exists()


def test_a_return_is_printed(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    paper.unlink()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.type("2")
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_a_bill_without_a_card_prints_nothing(desk: TillDesk, paper: Path) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.type("86")
    desk.settle()
    desk.enter()
    printed(desk)
    assert not paper.exists()
    assert line(desk) == ""
    control_p(desk)
    printed(desk)
    assert "no member" in line(desk)


def test_on_a_day_without_acts_the_chord_says_that_there_is_nothing(desk: TillDesk, paper: Path) -> None:
    control_p(desk)
    printed(desk)
    assert "Nothing was done today" in line(desk)


def test_the_card_of_a_new_member_is_printed_by_the_chord(desk: TillDesk, paper: Path) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0912345678")
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    printed(desk)
    # Nobody asked for it yet.
    assert not paper.exists()
    control_p(desk)
    printed(desk)
    member = desk.flow.open_member
    assert member is not None
    card = on(paper)
    assert codes_on(card) == [desk.card(member)]
    assert (card.width, card.height) == (576, 372)


def test_a_printer_on_the_network_gets_the_slip(desk: TillDesk, duc: UUID, tcp: TcpPrinter) -> None:
    sell(desk, duc)
    printed(desk)
    desk.wait(lambda: len(tcp.got) == 1)
    paper = replayed(tcp.got[0])
    assert paper.cuts == 1
    assert paper.width == 576


def test_a_printer_that_breaks_off_leaves_the_sale_as_it_is(desk: TillDesk, duc: UUID) -> None:
    printer = TcpPrinter(breaks_off)
    use(desk, printer.address)
    bill = sell(desk, duc)
    assert "+12" in desk.banner
    printed(desk)
    printer.close()
    assert "broke off" in line(desk)
    assert "+12" in desk.banner, "what was done stands where it stood"
    assert desk.balance(duc) == 32
    assert desk.till.returns.desk(bill).bill.total_vnd == 125_000


def test_a_printer_that_is_off_says_so_quietly_and_its_slip_comes_by_the_chord(
    desk: TillDesk, duc: UUID, tcp: TcpPrinter, tmp_path: Path
) -> None:
    tcp.close()
    sell(desk, duc)
    printed(desk)
    assert "takes nothing" in line(desk)
    assert desk.balance(duc) == 32
    focus = desk.focus
    assert focus is desk.screen.box, "the next card or number is typed as ever"
    out = tmp_path / "lp0"
    desk.flow.slips.settings = TillSettings(slip_printer="file", slip_address=str(out))
    control_p(desk)
    printed(desk)
    assert line(desk) == ""
    # It never was on paper before, so it does not say that it is printed again.
    assert on(out).dots == on_paper_once(desk, out).dots


def on_paper_once(desk: TillDesk, out: Path) -> Raster:
    """What the last slip looks like the first time."""
    desk.flow.slips._printed.clear()
    control_p(desk)
    printed(desk)
    return on(out)


def test_a_printer_that_never_answers_holds_no_bill_up(desk: TillDesk, duc: UUID) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        port = deaf.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for caller in waiting:
            caller.settimeout(0)
            caller.connect_ex(("127.0.0.1", port))
        use(desk, f"127.0.0.1:{port}")
        sell(desk, duc)
        desk.wait(lambda: desk.flow.slips._busy is not None)
        # While it is waited for, the next customers are served.
        sell(desk, duc, "50")
        sell(desk, duc, "60")
        assert not desk.flow.slips.is_idle
        assert desk.balance(duc) == 20 + 12 + 5 + 6
        printed(desk)
        for caller in waiting:
            caller.close()
    assert "does not answer" in line(desk)


def test_slips_behind_one_that_failed_are_given_up_with_it(
    desk: TillDesk, duc: UUID, tcp: TcpPrinter
) -> None:
    tcp.close()
    slips = desk.flow.slips
    slips.settings = replace(slips.settings, slip_auto=False)
    bills = [sell(desk, duc, total) for total in ("10", "20", "30")]
    for bill in bills:
        slips.print_one(bill)
    printed(desk)
    assert "2 slip" in line(desk)
    assert slips.is_idle


def test_no_more_slips_wait_than_are_worth_printing(desk: TillDesk, duc: UUID, tcp: TcpPrinter) -> None:
    slips = desk.flow.slips
    slips.settings = replace(slips.settings, slip_auto=False)
    bills = [sell(desk, duc, str(total)) for total in range(10, 10 + MOST_WAITING + 3)]
    heard: list[object] = []
    slips.printed.connect(heard.append)
    for bill in bills:
        slips.print_one(bill)
    assert len(slips._waiting) == MOST_WAITING
    printed(desk)
    assert heard == [bills[0], *bills[-MOST_WAITING:]]


def test_a_device_that_is_not_there_is_named(desk: TillDesk, duc: UUID) -> None:
    desk.flow.slips.settings = TillSettings(slip_printer="file", slip_address="/dev/usb/lp7")
    sell(desk, duc)
    printed(desk)
    assert "/dev/usb/lp7" in line(desk)
    assert desk.balance(duc) == 32


def test_the_line_comes_along_into_the_strip_and_goes_when_it_is_left(desk: TillDesk, duc: UUID) -> None:
    desk.flow.slips.settings = TillSettings(slip_printer="file", slip_address="/dev/usb/lp7")
    sell(desk, duc)
    printed(desk)
    desk.fold()
    assert "/dev/usb/lp7" in line(desk)
    desk.flow.slips._lines[desk.screen]._leave.click()
    assert line(desk) == ""
    desk.unfold()
    assert line(desk) == ""


def test_without_a_printer_the_chord_shows_the_slip_and_a_scan_goes_on(desk: TillDesk, duc: UUID) -> None:
    desk.flow.slips.settings = TillSettings(slip_code=True)
    sell(desk, duc)
    printed(desk)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, SlipWindow)]
    control_p(desk)
    printed(desk)
    window = desk.flow.slips._window
    assert window is not None
    assert window.isVisible()
    assert not window.picture.image.isNull()
    assert window.picture.image.width() == 576
    press(window, Qt.Key.Key_Escape)
    assert window.isHidden()
    control_p(desk)
    printed(desk)
    assert not window.isHidden()
    KEYBOARD.clock.advance(5_000)
    scan(window, desk.card(duc))
    desk.settle()
    assert window.isHidden()
    assert desk.flow.open_member == duc


def test_after_a_bug_with_one_slip_the_next_is_printed(desk: TillDesk, duc: UUID, paper: Path) -> None:
    slips, bugs = desk.flow.slips, desk.bugs
    slips.failed.connect(bugs.append)
    # No record has such an id, and no paper is so wide: one goes wrong when it is read, one when painted.
    slips.print_one(cast("UUID", "nothing"))
    desk.wait(lambda: len(bugs) == 1)
    bugs.clear()
    usual = slips.settings
    slips.settings = replace(usual, slip_width=61)
    sell(desk, duc)
    desk.wait(lambda: len(bugs) == 1)
    slips.settings = usual
    bugs.clear()
    assert not paper.exists()
    sell(desk, duc)
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_a_slip_somebody_asked_for_waits_longer_than_those_nobody_did(
    desk: TillDesk, duc: UUID, tcp: TcpPrinter
) -> None:
    slips = desk.flow.slips
    slips.settings = replace(slips.settings, slip_auto=False)
    bills = [sell(desk, duc, str(total)) for total in range(10, 10 + MOST_WAITING + 2)]
    heard: list[object] = []
    slips.printed.connect(heard.append)
    slips.settings = replace(slips.settings, slip_auto=True)
    slips.print_one(bills[0])
    slips.print_one(bills[1])
    for bill in bills[2:]:
        desk.flow.kit.acted.emit(bill)
    printed(desk)
    assert heard == [*bills[:2], *bills[3:]]
