"""The same at the real window: a cashier of keys and eyes is killed, the next knows what was seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from random import Random

from PySide6.QtCore import QEventLoop, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from loyalpos.app import make_application
from loyalpos.demo.keys import Keyboard
from loyalpos.services.counter import Counter
from loyalpos.services.keys import Keys
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings, folders, load_settings, save_settings
from loyalpos.ui.counter.screen import CounterScreen

# Imported here, although windows fetch them when they need them: children are born warm.
from loyalpos.ui.desktop import presence as _presence  # noqa: F401
from loyalpos.ui.running import RunningTill
from loyalpos.ui.this_pc import ThisPc
from loyalpos.ui.widgets.banner import BannerKind
from tests.faults.audit import audit, is_in_books
from tests.faults.children import Kill, Say
from tests.faults.lives import Session, outside, tell
from tests.faults.notebook import Act, draw_act

__all__ = ["draw_window_kill", "work_at_window"]

_TOO_LONG_S = 60.0


def draw_window_kill(rng: Random) -> Kill:
    """Draw a moment: mostly around an Enter that records, else anywhere."""
    dice = rng.random()
    if dice < 0.8:
        return Kill("enter", rng.randint(1, 3), rng.uniform(0, 0.060))
    if dice < 0.9:
        return Kill("ready", wait_s=rng.uniform(0, 0.300))
    return Kill(wait_s=rng.uniform(0, 1.500))


def work_at_window(session: Session, say: Say) -> None:
    """Open the window, repeat what was left open by keys, compare the books, go on until killed."""
    if not session.is_protected:
        setattr(Counter, "_ask_after_unclean_stop", _ask_nothing)  # noqa: B010 - only this child forgets it
    qInstallMessageHandler(partial(_pass_on, say))
    desk = _Desk(session)
    till, known = desk.open(), session.known
    say("open")
    left_open = known.open_act
    if left_open is not None:
        say("found " + ("yes" if is_in_books(till, left_open, known) else "no"))
        said = desk.record(left_open, say)
        asked = said is BannerKind.QUESTION
        if asked:
            # The cashier reads the question, and presses Enter: it is the same bill.
            said = desk.enter(say)
        assert said is BannerKind.SUCCESS, desk.words()
        tell(known, say, "done")
        say(f"repeated {asked:d}")
    for fault in audit(till, known):
        say(f"fault {fault}")
    say("ready")
    for _ in range(session.acts):
        act = draw_act(session.rng, known, only_bills=True)
        tell(known, say, f"begin {act.text()}")
        said = desk.record(act, say)
        assert said is BannerKind.SUCCESS, desk.words()
        tell(known, say, "done")
    desk.close()


def _pass_on(say: Say, kind: QtMsgType, _where: object, text: str) -> None:
    """Make a fault of every warning of Qt, but not of what the unseen platform cannot do."""
    if kind is not QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support "):
        say(f"fault broken: {text}")


def _ask_nothing(*_of: object) -> None:
    """Take the question away."""


class _Desk:
    """The running till with a keyboard and a scanner before it."""

    def __init__(self, session: Session) -> None:
        where = folders(session.path.parent)
        if not where.settings_file.exists():
            save_settings(where.settings_file, TillSettings(sounds=False, hotkey=""))
        self._keyboard = Keyboard()
        self._application: QApplication = make_application()
        pc = ThisPc(self._application, where, load_settings(where.settings_file))
        self._running = RunningTill(
            pc,
            CounterScreen(compact=False),
            keys=Keys(where.shop_file, where.backups),
            outside=outside(session.back_s),
            clock_ms=self._keyboard.clock,
            demo=False,
        )
        self._bugs: list[object] = []
        for lane in (self._running.reader, self._running.writer, self._running.files):
            lane.failed.connect(self._bugs.append)

    def open(self) -> Till:
        self._running.start()
        self._wait(lambda: self._running.books.till is not None)
        self._running.screen.activateWindow()
        self._wait(self._running.screen.isActiveWindow)
        self._settle()
        till = self._running.books.till
        assert till is not None
        return till

    def record(self, act: Act, say: Say) -> BannerKind:
        """Scan, digits, Enter; give what the banner then says."""
        screen = self._running.screen
        self._keyboard.scan(screen, act.card)
        self._settle()
        self._keyboard.type_text(screen, str(act.amount_vnd))
        self._running.guard.settle()
        return self.enter(say)

    def enter(self, say: Say) -> BannerKind:
        """Press Enter and wait until something is said that was not said before."""
        say("enter")
        self._keyboard.press(self._running.screen, Qt.Key.Key_Return)
        self._settle()
        banner = self._running.screen.banner
        self._wait(banner.isVisible)
        return banner.kind

    def words(self) -> str:
        banner = self._running.screen.banner
        return f"{banner.kind.name}: {banner.title()} {banner.more()}"

    def close(self) -> None:
        """Close the day as the window's cross does, with a backup."""
        closed: list[bool] = []
        self._running.books.closed.connect(lambda: closed.append(True))
        self._running.leaving.leave()
        self._wait(lambda: bool(closed))
        self._running.end()

    def _settle(self) -> None:
        for _ in range(2):
            # What was answered may still have to be laid out and painted.
            self._application.processEvents()
            self._wait(self._is_still)

    def _is_still(self) -> bool:
        running = self._running
        return not (running.reader.unfinished or running.writer.unfinished or running.flow.is_busy)

    def _wait(self, until: Callable[[], bool]) -> None:
        ends_at = time.monotonic() + _TOO_LONG_S
        while not until():
            assert time.monotonic() < ends_at, self.words()
            assert not self._bugs, self._bugs
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            # Not to take a core from the lanes.
            time.sleep(0.0005)
