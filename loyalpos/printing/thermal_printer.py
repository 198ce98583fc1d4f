"""A receipt printer that takes ESC/POS, however it is connected: rasters go in, troubles come out as errors.

Text is never sent as text: the code pages of these printers cannot carry Vietnamese.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

from loyalpos.errors import CannotPrint
from loyalpos.printing.raster import Raster
from loyalpos.settings import TillSettings, resource

__all__ = ["BAND", "Connection", "ThermalPrinter", "print_raster", "printer_of"]

BAND = 128
"""Rows sent at a time: cheap printers have room for few."""

_PORT = 9100
_FEED_LINES = 5
_BAUD = 9600
_LAST_WORD_S = 2.0
"""How long is waited for a printer to hang up; one that does not has all it needs."""

_USB = re.compile(
    r"(?P<vendor>[0-9a-f]{4}):(?P<product>[0-9a-f]{4})(?::(?P<out>[0-9a-f]{1,2}))?", re.IGNORECASE
)
_OUT_ENDPOINT = 0x01

_WHY = {
    errno.ENOENT: "no_device",
    errno.ENODEV: "no_device",
    errno.ENXIO: "no_device",
    errno.EACCES: "no_right",
    errno.EPERM: "no_right",
    errno.EBUSY: "busy",
    errno.ECONNREFUSED: "refused",
    errno.ETIMEDOUT: "no_answer",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTDOWN: "unreachable",
    errno.ECONNRESET: "hung_up",
    errno.EPIPE: "hung_up",
    errno.ECONNABORTED: "hung_up",
    errno.ENOTCONN: "hung_up",
}


class Connection(StrEnum):
    """How a printer is connected."""

    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    FILE = "file"
    WINDOWS = "windows"


class ThermalPrinter(Struct, frozen=True):
    """This is a receipt printer.

    Attributes:
        address: ``host`` or ``host:port``; ``vendor:product`` of USB in hexadecimal digits, perhaps with an
            end point behind; ``port`` or ``port:baud`` of a serial line; the path of a device or a file; the
            name Windows gives it.
        cut: Whether it has a knife.
        timeout_s: How long it may take to answer.
    """

    connection: Connection
    address: str
    cut: bool = True
    timeout_s: int = 5


def printer_of(settings: TillSettings) -> ThermalPrinter | None:
    """Give the receipt printer of a till, or None where it has none."""
    if not settings.slip_printer:
        return None
    return ThermalPrinter(
        Connection(settings.slip_printer),
        settings.slip_address.strip(),
        settings.slip_cut,
        settings.slip_timeout_s,
    )


def print_raster(printer: ThermalPrinter, raster: Raster) -> None:
    """Print a picture and cut the paper behind it.

    Raises:
        CannotPrint: It cannot be reached or takes nothing. Some of the picture may be on paper.
    """
    with _quiet(), _told(printer):
        device = _device(printer)
        try:
            _open(device, printer)
            device.hw("INIT")
            device.image(raster.picture(), impl="bitImageRaster", fragment_height=BAND)
            if printer.cut:
                device.cut()
            else:
                device.print_and_feed(_FEED_LINES)
            if printer.connection is Connection.NETWORK:
                _hear_out(device.device, printer.timeout_s)
        finally:
            device.close()


def _open(device: Any, printer: ThermalPrinter) -> None:
    try:
        if printer.connection is Connection.NETWORK:
            # The library would leave a line open that nobody took.
            device.device = _line(printer)
        else:
            device.open()
    except ValueError as error:
        # A name no network knows how to ask for, a path no system has.
        raise CannotPrint(printer.address, "address") from error


def _line(printer: ThermalPrinter) -> socket.socket:
    return socket.create_connection(_split(printer.address, _PORT, 65_535), timeout=printer.timeout_s)


def _hear_out(line: socket.socket, timeout_s: int) -> None:
    """Say that this was all, and wait for the printer to hang up, so that one that broke off is noticed."""
    line.shutdown(socket.SHUT_WR)
    line.settimeout(min(float(timeout_s), _LAST_WORD_S))
    with suppress(TimeoutError):
        while line.recv(256):
            pass


@contextmanager
def _told(printer: ThermalPrinter) -> Iterator[None]:
    """Translate what the library and the system raise."""
    _library()
    from escpos.exceptions import Error  # noqa: PLC0415 - only where something is printed

    try:
        yield
    except CannotPrint:
        raise
    except Error as error:
        # The library tells what happened in a sentence of its own; the error behind it is the real one.
        raise CannotPrint(printer.address, _why(error.__context__) or "no_device") from error
    except OSError as error:
        raise CannotPrint(printer.address, _why(error)) from error
    except RuntimeError as error:
        # A library of the system is missing: libusb, or the spooler where there is no Windows.
        raise CannotPrint(printer.address, "no_driver") from error
    except _spooler_errors() as error:
        raise CannotPrint(printer.address) from error


def _spooler_errors() -> tuple[type[Exception], ...]:
    """Give what the spooler of Windows raises in the middle of a slip: they are no errors of the system."""
    try:
        return (import_module("pywintypes").error,)
    except ImportError:
        return ()


def _why(error: BaseException | None) -> str:
    match error:
        case socket.gaierror():
            return "unknown_host"
        case TimeoutError():
            return "no_answer"
        case OSError():
            return _WHY.get(error.errno or 0, "")
        case _:
            return ""


def _device(printer: ThermalPrinter) -> Any:
    make = _library()
    match printer.connection:
        case Connection.NETWORK:
            return make.Network(printer.address)
        case Connection.SERIAL:
            name, baud = _split(printer.address, _BAUD, 10_000_000)
            return make.Serial(name, baudrate=baud, timeout=printer.timeout_s, dsrdtr=False)
        case Connection.USB:
            return _usb(make, printer)
        case Connection.FILE:
            path = Path(printer.address)
            if not printer.address:
                raise CannotPrint(printer.address, "address")
            if path.is_absolute() and path.parts[1:2] == ("dev",) and not path.exists():
                # To open it would ask for the right to make a file there.
                raise CannotPrint(printer.address, "no_device")
            return make.File(printer.address)
        case Connection.WINDOWS:
            return make.Win32Raw(printer.address)


def _split(address: str, usual: int, most: int) -> tuple[str, int]:
    """Read ``name`` or ``name:number``; a port past the last one would be another's."""
    name, colon, number = address.rpartition(":")
    if not colon:
        name, number = address, str(usual)
    if not name or not number.isdecimal() or not 0 < int(number) <= most:
        raise CannotPrint(address, "address")
    return name, int(number)


def _usb(make: Any, printer: ThermalPrinter) -> Any:
    typed = _USB.fullmatch(printer.address)
    if typed is None:
        raise CannotPrint(printer.address, "address")
    from usb.backend import libusb1  # noqa: PLC0415 - only where something is printed

    if libusb1.get_backend() is None:
        raise CannotPrint(printer.address, "no_driver")
    return make.Usb(
        int(typed["vendor"], 16),
        int(typed["product"], 16),
        timeout=printer.timeout_s * 1_000,
        out_ep=_OUT_ENDPOINT if typed["out"] is None else int(typed["out"], 16),
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Let the library log to nobody: its way of doing so turns logging on for the whole program."""
    silent = logging.NullHandler()
    logging.root.addHandler(silent)
    try:
        yield
    finally:
        logging.root.removeHandler(silent)


@cache
def _library() -> Any:
    """Import the library of printers.

    It reads a list of printers for 0.15 s of which nothing is needed for rasters, and leaves a folder behind
    in the system's temporary one.
    """
    os.environ["ESCPOS_CAPABILITIES_FILE"] = str(resource("printer", "any.json"))
    # A folder somebody else chose is not ours to take away.
    os.environ.pop("ESCPOS_CAPABILITIES_PICKLE_DIR", None)
    from escpos import capabilities, printer  # noqa: PLC0415 - only where something is printed

    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return printer
