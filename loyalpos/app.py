"""The composition root: makes everything and joins it; the one file that knows all rooms."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import uuid_utils
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from loyalpos.services.outside import Outside
from loyalpos.settings import Folders, folders, load_settings
from loyalpos.ui.desktop.single_instance import SingleInstance
from loyalpos.ui.running import RunningTill
from loyalpos.ui.widgets.icons import app_icon

if TYPE_CHECKING:
    from loyalpos.services.checking import Checked

__all__ = ["check_file", "make_application", "make_till", "new_outside", "open_till", "shop_key"]


def new_outside() -> Outside:
    """Give the real time, real ids and real randomness."""
    return Outside(
        now=lambda: datetime.now(UTC),
        new_id=lambda: UUID(bytes=uuid_utils.uuid7().bytes),
        random_bytes=secrets.token_bytes,
    )


def make_application() -> QApplication:
    """Make the one Qt application, named as the desktop should call it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("LoyalPOS")
    application.setDesktopFileName("loyalpos")
    application.setQuitOnLastWindowClosed(False)
    application.setWindowIcon(app_icon())
    return application


def make_till(
    where: Folders, outside: Outside, *, demo: bool = False, clock_ms: Callable[[], int] | None = None
) -> RunningTill:
    """Join all rooms into one till for one folder; nothing is shown or opened yet.

    Args:
        clock_ms: The clock scans are told from typing by; that of the machine if none is given.
    """
    return RunningTill(
        make_application(),
        where,
        load_settings(where.settings_file),
        key=shop_key(),
        outside=outside,
        clock_ms=clock_ms or (lambda: time.monotonic_ns() // 1_000_000),
        demo=demo,
    )


def open_till(data_dir: Path | None, *, demo: bool = False) -> int:
    """Open the till and stay until it is closed; a second start only raises the first.

    Returns:
        The exit code.
    """
    where = folders(data_dir)
    application = make_application()
    instance = SingleInstance(where.data)
    if not instance.claim(listen=False):
        return 0
    till = make_till(where, new_outside(), demo=demo)
    instance.raise_asked.connect(till.show_on_top)
    sys.excepthook = lambda _kind, error, _trace: till.tell_bug(error)
    till.start()
    QTimer.singleShot(0, instance.listen)
    code = application.exec()
    till.end()
    instance.release()
    return code


def check_file(data_dir: Path | None) -> Checked:
    """Check a shop's file from end to end.

    Raises:
        Unavailable: It cannot be opened.
    """
    from loyalpos.services.checking import check_shop  # noqa: PLC0415 - the window opens without it

    return check_shop(folders(data_dir).shop_file, shop_key())


def shop_key() -> bytes:
    """Give the key of the shop's file."""
    from loyalpos.store.keys import PUBLISHED_KEY  # noqa: PLC0415 - the store is not imported before a paint

    return PUBLISHED_KEY
