"""The printer of slips beside the counter: it is off, deaf or not there, and no sale is held up."""

from __future__ import annotations

import socket
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from loyalpos.printing.raster import Raster
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.slip_desk import MOST_WAITING
from tests.printing.escpos_reader import replayed
from tests.printing.test_thermal_printer import TcpPrinter, breaks_off
from tests.ui.slip_desk import control_p, desk, line, on, printed, sell, tcp, use
from tests.ui.till_desk import TillDesk, duc

__all__ = ["desk", "duc", "tcp"]


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
