"""The composition root: makes everything and joins it; the one file that knows all rooms."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from loyalpos.settings import Folders, folders, load_settings
from loyalpos.ui.counter.screen import CounterScreen
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.single_instance import SingleInstance
from loyalpos.ui.this_pc import ThisPc

if TYPE_CHECKING:
    from datetime import date

    from loyalpos.engine.program import Program
    from loyalpos.services.backups import Backup
    from loyalpos.services.checking import Checked
    from loyalpos.services.keys import Keys
    from loyalpos.services.outside import Outside
    from loyalpos.services.shop import Shop
    from loyalpos.ui.language import Language
    from loyalpos.ui.office.card_order import Made, Order
    from loyalpos.ui.running import RunningTill
    from loyalpos.ui.terminal import SaidWho

# Beyond what stands above nothing is imported before the window is painted with its box.

__all__ = [
    "check_file",
    "closed_shop",
    "closed_till",
    "import_program",
    "keys_of",
    "make_application",
    "make_cards",
    "make_till",
    "new_outside",
    "open_till",
    "opening_key",
    "shop_key",
    "show_till",
    "speaking",
]

_PAINTED_AT_LATEST_MS = 300
_ASKED_AT_MOST = 3


def new_outside() -> Outside:
    """Give the real time, real ids and real randomness."""
    from datetime import UTC, datetime  # noqa: PLC0415 - behind the first paint
    from uuid import UUID  # noqa: PLC0415 - behind the first paint

    import uuid_utils  # noqa: PLC0415 - behind the first paint

    from loyalpos.services.outside import Outside  # noqa: PLC0415 - behind the first paint

    return Outside(
        now=lambda: datetime.now(UTC),
        new_id=lambda: UUID(bytes=uuid_utils.uuid7().bytes),
        random_bytes=os.urandom,
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
    return application


def make_till(
    where: Folders, outside: Outside, *, demo: bool = False, clock_ms: Callable[[], int] | None = None
) -> RunningTill:
    """Join all rooms into one till for one folder; nothing is shown or opened yet.

    Args:
        clock_ms: The clock scans are told from typing by; that of the machine if none is given.
    """
    return _joined(*_window(where), outside, demo=demo, clock_ms=clock_ms)


def show_till(
    where: Folders,
    then: Callable[[RunningTill], object],
    *,
    demo: bool = False,
    clock_ms: Callable[[], int] | None = None,
) -> CounterScreen:
    """Show the counter's window at once; everything else is imported and joined behind its first paint.

    Args:
        then: Is called with the till once it is started.
    """
    pc, screen = _window(where)

    def join() -> None:
        try:
            till = _joined(pc, screen, new_outside(), demo=demo, clock_ms=clock_ms)
            till.start()
            then(till)
        except BaseException:
            # The window would stay for good: only a till answers its closing.
            pc.application.exit(1)
            raise

    def hurry() -> None:
        # A first paint may also come after the till.
        if waiting.isActive():
            waiting.start(0)

    # A window that is opened out of sight is not painted, and is a till all the same.
    waiting = QTimer(screen, singleShot=True)
    waiting.timeout.connect(join)
    waiting.start(_PAINTED_AT_LATEST_MS)
    screen.painted.connect(hurry)
    fit_to_screen(screen)
    screen.show()
    return screen


def _window(where: Folders) -> tuple[ThisPc, CounterScreen]:
    pc = ThisPc(make_application(), where, load_settings(where.settings_file))
    return pc, CounterScreen(compact=pc.settings.compact)


def _joined(
    pc: ThisPc,
    screen: CounterScreen,
    outside: Outside,
    *,
    demo: bool,
    clock_ms: Callable[[], int] | None,
) -> RunningTill:
    from loyalpos.ui.running import RunningTill  # noqa: PLC0415 - behind the first paint
    from loyalpos.ui.widgets.icons import app_icon  # noqa: PLC0415 - behind the first paint

    pc.application.setWindowIcon(app_icon())
    return RunningTill(
        pc,
        screen,
        keys=keys_of(pc.where),
        outside=outside,
        clock_ms=clock_ms or (lambda: time.monotonic_ns() // 1_000_000),
        demo=demo,
    )


def open_till(data_dir: Path | None, *, demo: bool = False) -> int:
    """Open the till and stay until it is closed; a second start only raises the first.

    Returns:
        The exit code.
    """
    # Nothing of what is made at the start is to be thrown away, and looking for it takes 60 ms; from
    # then on the till collects when it suits it.
    gc.disable()
    where = folders(data_dir)
    application = make_application()
    instance = SingleInstance(where.data)
    if not instance.claim(listen=False):
        return 0
    running: list[RunningTill] = []

    def begin(till: RunningTill) -> None:
        running.append(till)
        sys.excepthook = lambda _kind, error, _trace: till.tell_bug(error)
        instance.raise_asked.connect(till.show_on_top)
        instance.listen()

    show_till(where, begin, demo=demo)
    code = application.exec()
    for till in running:
        till.end()
    instance.release()
    return code


def check_file(data_dir: Path | None) -> Checked:
    """Check a shop's file from end to end.

    Raises:
        Unavailable: It cannot be opened.
    """
    from loyalpos.services.checking import check_shop  # noqa: PLC0415 - the window opens without it

    where = folders(data_dir)
    return check_shop(where.shop_file, opening_key(where))


def import_program(
    data_dir: Path | None, program: Program, starts: date | None, said: SaidWho | None = None
) -> Program | None:
    """Publish a program in the shop of a folder, whose till is closed.

    Returns:
        The published revision, or None where the till is open: it would not know of it.

    Raises:
        ProgramUnsound: The program has problems.
        Unavailable: The shop's file cannot be opened.
    """
    from loyalpos.services.program_file import publish_from  # noqa: PLC0415 - the window opens without it

    with closed_shop(folders(data_dir), said=said) as shop:
        return None if shop is None else publish_from(shop, program, starts)


def make_cards(data_dir: Path | None, order: Order, said: SaidWho | None = None) -> Made | None:
    """Make cards of the shop of a folder, whose till is closed, in the language of its screens.

    Returns:
        What came of it, or None where the till is open: it would not know of a new batch.

    Raises:
        LoyalError: The shop's file cannot be opened, or the order cannot be carried out.
    """
    from loyalpos.services.till import Till  # noqa: PLC0415 - the window opens without it
    from loyalpos.ui.office.card_order import carry_out  # noqa: PLC0415 - the same

    where = folders(data_dir)
    with speaking(where), closed_shop(where, said=said) as shop:
        return None if shop is None else carry_out(Till(shop), order)


@contextmanager
def speaking(where: Folders) -> Iterator[None]:
    """Speak the language of a till's screens for a while, also where there is no display."""
    from loyalpos.ui.language import install_language, screen_language  # noqa: PLC0415 - as above

    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    before = screen_language()
    language: Language = "en" if load_settings(where.settings_file).language == "en" else "vi"
    install_language(application, language)
    try:
        yield
    finally:
        install_language(application, before)


@contextmanager
def closed_till(where: Folders) -> Iterator[bool]:
    """Keep the till of a folder closed for a while; False where it is open already."""
    instance = SingleInstance(where.data)
    if not instance.claim(listen=False, raises=False):
        yield False
        return
    try:
        yield True
    finally:
        instance.release()


@contextmanager
def closed_shop(
    where: Folders, keys: Keys | None = None, said: SaidWho | None = None, *, asks: bool = True
) -> Iterator[Shop | None]:
    """Open the shop of a till that is closed, or give None where it is open.

    Args:
        keys: What has found the shop's key already, so that nobody is asked for it twice.
        said: Who does it, as the words of the command say.
        asks: Whether it matters who it is, where the shop has PINs.
    """
    from loyalpos.services.shop import Shop  # noqa: PLC0415 - the window opens without it

    with closed_till(where) as is_closed:
        if not is_closed:
            yield None
            return
        settings = load_settings(where.settings_file)
        shop = Shop.open(
            where.shop_file,
            opening_key(where, keys),
            new_outside(),
            backups=where.backups,
            who=settings.cashier,
            till=settings.till,
        )
        try:
            if asks and shop.asks_who:
                from loyalpos.ui.terminal import SaidWho, sign_in_at_terminal  # noqa: PLC0415 - few have staff

                sign_in_at_terminal(shop, said or SaidWho())
            yield shop
        finally:
            shop.close()


def shop_key() -> bytes:
    """Give the key of shops that do not protect their data."""
    from loyalpos.store.keys import PUBLISHED_KEY  # noqa: PLC0415 - the store is not imported before a paint

    return PUBLISHED_KEY


def keys_of(where: Folders) -> Keys:
    """Give what finds the key of a folder's shop and of its backups."""
    from loyalpos.services.keys import Keys  # noqa: PLC0415 - behind the first paint

    return Keys(where.shop_file, where.backups)


def opening_key(where: Folders, keys: Keys | None = None, backup: Backup | None = None) -> bytes:
    """Find the key of a folder's shop, or of a backup, for a command.

    Where it takes a secret, that of a script is tried; without one a person at the terminal is asked.

    Raises:
        SecretNeeded: Nobody is there to ask, or what was typed opens nothing.
        SecretFileUnfit: A script has none where it says.
        Unavailable: The file cannot be read.
    """
    from loyalpos.errors import SecretNeeded  # noqa: PLC0415 - the window opens without it

    keys = keys or keys_of(where)
    find = keys.of_file if backup is None else partial(keys.of_backup, backup)
    for tried in range(_ASKED_AT_MOST):
        try:
            return find()
        except SecretNeeded as needed:
            from loyalpos.ui.terminal import ask_secret, secret_of_script  # noqa: PLC0415 - protected shops alone
            from loyalpos.ui.words.checks import why_text  # noqa: PLC0415 - the same

            secret = None if needed.asks == "lost" else secret_of_script()
            if needed.asks == "lost" or (not sys.stdin.isatty() if secret is None else tried):
                raise
            keys.take(ask_secret(f"{why_text(needed)}: ") if secret is None else secret)
    return find()
