"""A receipt printer gets exactly the picture, and what is wrong with it is told apart."""

from __future__ import annotations

import os
import random
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.errors import CannotPrint
from loyalpos.printing.raster import Raster
from loyalpos.printing.thermal_printer import (
    BAND,
    Connection,
    ThermalPrinter,
    _told,
    print_raster,
    printer_of,
)
from loyalpos.settings import TillSettings
from tests.printing.escpos_reader import replayed

PICTURE = Raster(384, 300, bytes(number * 37 % 256 for number in range(48 * 300)))


class TcpPrinter:
    """A printer on the network of this PC, which keeps what it is sent until the other side is done."""

    def __init__(self, serve: Callable[[socket.socket], bytes]) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.got: list[bytes] = []
        self._serve = serve
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def _work(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            with line:
                self.got.append(self._serve(line))

    def close(self) -> None:
        if self._listening.fileno() >= 0:
            # Not only close(): the thread would go on waiting for whoever calls.
            self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
        self._thread.join(timeout=10)


def to_the_end(line: socket.socket) -> bytes:
    got = bytearray()
    while part := line.recv(65_536):
        got += part
    return bytes(got)


def breaks_off(line: socket.socket) -> bytes:
    """Take a little and hang up in the middle of it, as a printer does whose cable is pulled."""
    got = line.recv(16)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    return got


@pytest.fixture
def tcp() -> Iterator[TcpPrinter]:
    printer = TcpPrinter(to_the_end)
    yield printer
    printer.close()


def why_not(printer: ThermalPrinter) -> str:
    with pytest.raises(CannotPrint) as caught:
        print_raster(printer, PICTURE)
    assert caught.value.printer == printer.address
    return caught.value.why


def test_a_file_gets_the_very_dots_in_small_bands_and_one_cut(tmp_path: Path) -> None:
    out = tmp_path / "lp0"
    print_raster(ThermalPrinter(Connection.FILE, str(out)), PICTURE)
    paper = replayed(out.read_bytes())
    assert paper.raster() == PICTURE
    assert paper.bands == [BAND, BAND, 300 - 2 * BAND]
    assert (paper.resets, paper.cuts) == (1, 1)


def test_a_printer_without_a_knife_feeds_the_paper_to_where_it_is_torn(tmp_path: Path) -> None:
    out = tmp_path / "lp0"
    print_raster(ThermalPrinter(Connection.FILE, str(out), cut=False), PICTURE)
    paper = replayed(out.read_bytes())
    assert paper.raster() == PICTURE
    assert paper.cuts == 0
    assert paper.fed >= 4


@settings(max_examples=30)
@given(st.sampled_from((384, 576)), st.integers(1, 400), st.integers(0, 99))
def test_any_picture_comes_back_from_what_was_sent(
    tmp_path_factory: pytest.TempPathFactory, width: int, height: int, seed: int
) -> None:
    dots = random.Random(seed).randbytes(width // 8 * height)
    out = tmp_path_factory.getbasetemp() / "any"
    print_raster(ThermalPrinter(Connection.FILE, str(out)), Raster(width, height, dots))
    assert replayed(out.read_bytes()).raster() == Raster(width, height, dots)


def test_a_network_printer_gets_the_same_as_a_file(tcp: TcpPrinter, tmp_path: Path) -> None:
    print_raster(ThermalPrinter(Connection.NETWORK, tcp.address), PICTURE)
    print_raster(ThermalPrinter(Connection.FILE, str(tmp_path / "lp0")), PICTURE)
    tcp.close()
    assert tcp.got == [(tmp_path / "lp0").read_bytes()]


def test_a_printer_that_breaks_off_is_noticed() -> None:
    printer = TcpPrinter(breaks_off)
    assert why_not(ThermalPrinter(Connection.NETWORK, printer.address)) == "hung_up"
    printer.close()


def all_but_the_end(line: socket.socket) -> bytes:
    """Take everything, and break off where the paper should have been cut."""
    got = bytearray()
    while not got.endswith(b"\x1dV\x00"):
        got += line.recv(65_536)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    return bytes(got)


def test_a_printer_that_breaks_off_behind_the_last_byte_is_noticed_too() -> None:
    printer = TcpPrinter(all_but_the_end)
    assert why_not(ThermalPrinter(Connection.NETWORK, printer.address)) == "hung_up"
    printer.close()


def test_a_printer_that_is_off_refuses(tcp: TcpPrinter) -> None:
    tcp.close()
    assert why_not(ThermalPrinter(Connection.NETWORK, tcp.address)) == "refused"


def test_a_printer_that_never_answers_is_given_up_after_its_time() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        port = deaf.getsockname()[1]
        # Its queue of callers is full, and nobody is ever let in.
        waiting = [socket.socket() for _ in range(3)]
        for caller in waiting:
            caller.settimeout(0)
            caller.connect_ex(("127.0.0.1", port))
        assert why_not(ThermalPrinter(Connection.NETWORK, f"127.0.0.1:{port}", timeout_s=1)) == "no_answer"
        for caller in waiting:
            caller.close()


def test_a_host_nobody_knows_is_told_apart() -> None:
    assert why_not(ThermalPrinter(Connection.NETWORK, "no-such-printer.invalid")) == "unknown_host"


@pytest.mark.parametrize(
    ("connection", "address"),
    [
        (Connection.NETWORK, ""),
        (Connection.NETWORK, ":9100"),
        (Connection.NETWORK, "printer:lp"),
        (Connection.NETWORK, "127.0.0.1:70000"),
        (Connection.NETWORK, "may..in:9100"),
        (Connection.NETWORK, "x" * 80),
        (Connection.FILE, "lp\0"),
        (Connection.SERIAL, ""),
        (Connection.USB, "04b8"),
        (Connection.USB, "04b8:zzzz"),
        (Connection.FILE, ""),
    ],
)
def test_what_is_no_address_is_said(connection: Connection, address: str) -> None:
    assert why_not(ThermalPrinter(connection, address)) == "address"


@pytest.mark.parametrize(
    ("connection", "address"),
    [
        (Connection.FILE, "/dev/usb/lp7"),
        (Connection.FILE, "/nowhere/at/all"),
        (Connection.SERIAL, "/dev/ttyUSB77"),
        (Connection.SERIAL, "/dev/ttyUSB77:19200"),
    ],
)
def test_a_device_that_is_not_there_is_said(connection: Connection, address: str) -> None:
    assert why_not(ThermalPrinter(connection, address)) == "no_device"


def test_a_usb_printer_that_is_not_plugged_in_is_said() -> None:
    # Without libusb the PC cannot even look.
    assert why_not(ThermalPrinter(Connection.USB, "04b8:0e15")) in ("no_device", "no_driver")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its spooler")
def test_the_spooler_of_windows_is_only_there() -> None:
    assert why_not(ThermalPrinter(Connection.WINDOWS, "XP-80C")) == "no_driver"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may do anything")
def test_a_device_without_the_right_to_it_is_said(tmp_path: Path) -> None:
    out = tmp_path / "lp0"
    out.touch()
    out.chmod(stat.S_IRUSR)
    assert why_not(ThermalPrinter(Connection.FILE, str(out))) == "no_right"


def test_a_serial_line_carries_the_same(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    got = bytearray()

    def listen() -> None:
        # The cut is the last of it.
        while not got.endswith(b"\x1dV\x00"):
            got.extend(os.read(ours, 65_536))

    listening = threading.Thread(target=listen, daemon=True)
    listening.start()
    print_raster(ThermalPrinter(Connection.SERIAL, os.ttyname(theirs)), PICTURE)
    listening.join(timeout=20)
    assert replayed(bytes(got)).raster() == PICTURE
    os.close(ours)
    os.close(theirs)


def test_the_settings_of_a_till_name_its_printer() -> None:
    assert printer_of(TillSettings()) is None
    settings = TillSettings(
        slip_printer="network", slip_address=" 10.0.0.9 ", slip_cut=False, slip_timeout_s=2
    )
    assert printer_of(settings) == ThermalPrinter(Connection.NETWORK, "10.0.0.9", cut=False, timeout_s=2)


def test_the_library_of_printers_leaves_nothing_behind(tmp_path: Path) -> None:
    """Its import would turn logging on for the program and leave a folder in the system's temporary one."""
    look = (
        "import logging\n"
        "from loyalpos.printing.raster import Raster\n"
        "from loyalpos.printing.thermal_printer import *\n"
        f"print_raster(ThermalPrinter(Connection.FILE, {str(tmp_path / 'lp0')!r}), Raster(8, 1, b'x'))\n"
        "print(logging.root.handlers)\n"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", look],
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert list(temporary.iterdir()) == []


def test_what_the_spooler_of_windows_says_in_the_middle_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its errors are of no kind Python knows; here they stand in, where there is no Windows."""
    spooler = ModuleType("pywintypes")
    spooler.__dict__["error"] = type("error", (Exception,), {})
    monkeypatch.setitem(sys.modules, "pywintypes", spooler)
    printer = ThermalPrinter(Connection.WINDOWS, "XP-80C")
    with pytest.raises(CannotPrint) as told, _told(printer):
        raise spooler.__dict__["error"](1722, "WritePrinter", "The RPC server is unavailable.")
    assert told.value.printer == "XP-80C"


def test_the_library_of_printers_takes_no_folder_of_others_away(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from loyalpos.printing.thermal_printer import _library; _library()",
        ],
        env={**os.environ, "ESCPOS_CAPABILITIES_PICKLE_DIR": str(kept)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*")) == [kept]
