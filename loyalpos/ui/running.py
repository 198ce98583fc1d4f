"""The running till: which window is shown, and what happens between them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QWidget

from loyalpos.errors import Refusal, SecretNeeded, Unavailable
from loyalpos.services.outside import Outside
from loyalpos.settings import TillSettings
from loyalpos.ui.at_the_till import AtTheTill
from loyalpos.ui.books import Books
from loyalpos.ui.collecting import Collecting
from loyalpos.ui.counter.flow import CounterFlow
from loyalpos.ui.counter.screen import CounterScreen
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.jobs import Lane
from loyalpos.ui.leaving import Leaving
from loyalpos.ui.quiet_backups import QuietBackups
from loyalpos.ui.restoring import Restoring
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.second_monitor import SecondMonitor
from loyalpos.ui.this_pc import ThisPc
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.engine.program import Program
    from loyalpos.engine.shop import ShopDescription
    from loyalpos.services.keys import Keys
    from loyalpos.services.till import Till
    from loyalpos.ui.crash import CrashWindow
    from loyalpos.ui.office.window import OfficeWindow
    from loyalpos.ui.start.wizard import StartWizard

__all__ = ["RunningTill"]

_SETTLES_AFTER_MS = 1_000


class RunningTill(QObject):
    """The till as one whole: counter, strip, office, first start, tray, hotkey.

    The counter's window is painted first; the books are opened behind it. Everything else is made
    when it is first wanted.
    """

    def __init__(
        self,
        pc: ThisPc,
        screen: CounterScreen,
        *,
        keys: Keys,
        outside: Outside,
        clock_ms: Callable[[], int],
        demo: bool,
    ) -> None:
        """Join everything to a window that may have been painted already.

        Args:
            screen: The whole window or the strip, as the settings of this PC want it.
        """
        super().__init__()
        self._application = pc.application
        self._where = pc.where
        self._demo = demo
        self._outside = outside
        self._collecting = Collecting(self)
        self.pc = pc
        self.reader, self.writer, self.files = Lane("reader", self), Lane("writer", self), Lane("files", self)
        for lane in (self.reader, self.writer, self.files):
            lane.failed.connect(self.tell_bug)
        self.guard = ScanGuard(clock_ms, self)
        # Scans in the owner's windows are not the counter's: nobody's bill may open behind them.
        self.office_guard = ScanGuard(clock_ms, self)
        self.flow = CounterFlow(
            self.reader, self.writer, self.guard, now=outside.now, play=self.pc.sounds.play, parent=self
        )
        self.second = SecondMonitor(self.flow.kit.facing, self.files, outside.now, self)
        self.screen = screen
        self._screens = {screen.compact: screen}
        self.office: OfficeWindow | None = None
        self.wizard: StartWizard | None = None
        self._crash: CrashWindow | None = None
        self.books = Books(self.writer, pc.where, keys, outside, self)
        self.leaving = Leaving(
            self.flow, self.books, lambda: None if self.office is None else self.office.prints, self
        )
        self.at_till = AtTheTill(
            self.flow.kit, (self.reader, self.writer, self.files), self._covered_windows, self
        )
        self._settling = QTimer(self, singleShot=True)
        self.flow.slips.failed.connect(self.tell_bug)
        self.restoring = Restoring(self.flow, self.books, self.files, pc.where, self)
        self.quiet = QuietBackups(self.books, pc.where.backups, self)
        self._join()

    def start(self) -> None:
        """Show the counter, then open the books behind it."""
        self._use_screen(compact=self.screen.compact)
        self.books.settings = self.pc.settings
        self.flow.slips.settings = self.pc.settings
        # At once: a window that is closed right now has to wait for them, or they would stay open.
        self.books.open()
        self._settling.start(_SETTLES_AFTER_MS)

    def show_on_top(self) -> None:
        """Bring the window that is in use before all others."""
        raise_window(self.wizard or self.screen)

    def tell_bug(self, error: BaseException) -> None:
        """Show that something went wrong; what was confirmed is safe."""
        from loyalpos.ui.crash import CrashWindow  # noqa: PLC0415 - never needed on a good day

        if self._crash is None:
            self._crash = CrashWindow()
        self._crash.tell(error)

    # Books ----------------------------------------------------------------------------------------

    def _join(self) -> None:
        self.screen.closing.connect(self.leaving.leave)
        self.restoring.damage_told.connect(self.at_till.tell_damage)
        self.restoring.damage_told.connect(self.flow.tell_damage)
        self.at_till.backups_wanted.connect(self.restoring.choose_at_gate)
        self._settling.timeout.connect(self._settle)
        self.pc.open_asked.connect(self.show_on_top)
        self.pc.strip_asked.connect(partial(self._use_screen, compact=True))
        self.pc.quit_asked.connect(self.leaving.leave)
        self.pc.not_saved.connect(self._tell_trouble)
        self.books.opened.connect(self._show_books)
        self.books.brought_back.connect(self._tell_brought_back)
        self.books.moved.connect(self._start_anew)
        self.books.missing.connect(self._show_wizard)
        self.books.trouble.connect(self._tell_trouble)
        self.quiet.told.connect(lambda safety: self.screen.footer.show_safety(safety))
        self.quiet.unreadable.connect(lambda: self.screen.footer.show_backups_unreadable())
        self.quiet.failed.connect(self.tell_bug)
        self.leaving.asked.connect(self.show_on_top)
        self.books.closed.connect(self._quit)
        self.flow.lock_wanted.connect(self.at_till.lock)
        self.at_till.changed.connect(self._change_hands)
        self.flow.compact_wanted.connect(lambda on: self._use_screen(compact=on))
        self.flow.office_wanted.connect(self.show_office)
        self.flow.member_edit_wanted.connect(self._show_member)
        self.flow.card_wanted.connect(self._show_member)

    def _settle(self) -> None:
        """Do what the first customer of the morning need not wait for."""
        self.pc.meet_desktop()
        self.quiet.look()
        self.second.settle(self.pc.settings, self.screen)

    def _show_books(self, till: Till) -> None:
        if self.wizard is not None:
            self.wizard.hide()
            self.wizard.deleteLater()
            self.wizard = None
        self.flow.attach(till, demo=self._demo)
        if self.office is not None:
            self.office.attach(till)
        self.screen.show()
        self.at_till.attach(till)
        if not self._settling.isActive():
            self.quiet.look()
        self.pc.remember(shop_name=till.shop.description.name, brand=till.shop.description.brand)

    def _tell_trouble(self, error: Refusal | Unavailable) -> None:
        if self.wizard is not None and self.wizard.isVisible() and self.restoring.window is None:
            self.wizard.refuse(error)
            return
        if self.books.till is not None:
            # Something beside the books: they stay open.
            self.flow.kit.deny(sentence(error))
            return
        if self.wizard is not None and isinstance(error, SecretNeeded):
            # It is asked in the counter's window.
            self.wizard.hide()
        self.restoring.tell(error)

    def _tell_brought_back(self, aside: Path | None) -> None:
        if self.office is not None:
            self.office.say_restored(aside)

    def _quit(self) -> None:
        for screen in self._screens.values():
            screen.allow_close()
        self._application.quit()

    def end(self) -> None:
        """Let go of lanes and desktop; the books are put away before."""
        if self.flow.kit.opened is not None:
            # Its clock would go on telling the time to windows that are gone.
            self.flow.detach()
        self.pc.end()
        self._settling.stop()
        self.at_till.attach(None)
        self.second.end()
        self.restoring.end()
        for window in (*self._screens.values(), self.office, self.wizard):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.flow.slips.end()
        self.quiet.end()
        for lane in (self.reader, self.files, self.writer):
            lane.close()
        self._collecting.stop()

    # Windows --------------------------------------------------------------------------------------

    def _use_screen(self, *, compact: bool) -> None:
        before = self.screen
        if compact not in self._screens:
            self._screens[compact] = CounterScreen(compact=compact)
            self._screens[compact].closing.connect(self.leaving.leave)
        self.screen = self._screens[compact]
        self.pc.fold(compact=compact)
        self.flow.show_on(self.screen)
        if not self.screen.isVisible():
            fit_to_screen(self.screen)
        self.screen.show()
        self.guard.watch(self.screen)
        self.quiet.look()
        if before is not self.screen:
            before.hide()
        self.second.face(self.pc.settings, self.screen)
        self.at_till.cover(self.screen)

    def _covered_windows(self) -> tuple[QWidget, ...]:
        return (self.screen, *(() if self.office is None else (self.office,)))

    def show_office(self) -> None:
        """Open the owner's pages."""
        if self.office is None:
            from loyalpos.ui.office.window import OfficeWindow  # noqa: PLC0415 - the till opens without it

            self.office = OfficeWindow(
                self.reader,
                self.writer,
                self.files,
                self.flow.slips.lane(),
                self._where,
                self.pc.settings,
                self._outside.now,
            )
            self.office.counter_wanted.connect(self.show_on_top)
            self.office.lock_wanted.connect(self.at_till.lock)
            for act in (self.office.counter_wanted, self.office.acted):
                act.connect(self.quiet.look)
            self.office.settings_changed.connect(self._take_settings)
            self.office.shop_changed.connect(self._refresh_shop)
            self.office.restore_wanted.connect(self.restoring.bring_back)
            self.office.protection_wanted.connect(self.restoring.change_protection)
            self.books.protection_changed.connect(self.office.say_protection_changed)
            self.books.protection_kept.connect(self.office.say_protection_kept)
            self.office.customer_preview_wanted.connect(
                lambda: self.second.show_preview(self.pc.settings, self.screen)
            )
            if self.books.till is not None:
                self.office.attach(self.books.till)
                if self.books.unprinted is not None:
                    # The shop was locked at its first start: this is where its paper is made.
                    self.office.say_protection_changed(self.books.unprinted)
                    self.books.unprinted = None
            self.office_guard.scanned.connect(self.office.take_scan)
            fit_to_screen(self.office)
        raise_window(self.office)
        self.office_guard.watch(self.office)
        self.at_till.cover(self.office)

    def _show_member(self, member: UUID) -> None:
        self.show_office()
        assert self.office is not None
        self.office.open_member(member)

    def _show_wizard(self) -> None:
        from loyalpos.ui.start.taking_over import (  # noqa: PLC0415 - as seldom
            ask_what_to_take_over,
            tell_unprotected,
        )
        from loyalpos.ui.start.wizard import StartWizard  # noqa: PLC0415 - needed once in a shop's life

        self.screen.hide()
        self.wizard = StartWizard(self.pc.settings, self.office_guard, has_keyring=self.books.has_keyring)
        self.wizard.finished.connect(self._take_answers)
        self.wizard.demo_wanted.connect(self._start_demo)
        self.wizard.closing.connect(self.leaving.leave)
        self.wizard.restore_wanted.connect(self.restoring.choose)
        self.wizard.take_over_wanted.connect(
            partial(
                ask_what_to_take_over,
                self.wizard,
                self.books,
                self.files,
                partial(tell_unprotected, self.flow.kit.notices),
            )
        )
        fit_to_screen(self.wizard)
        self.wizard.show()
        self.office_guard.watch(self.wizard)

    def _take_answers(
        self,
        description: ShopDescription,
        program: Program,
        stock: dict[str, int],
        settings: TillSettings,
    ) -> None:
        self._take_settings(settings)
        lock = None if self.wizard is None else self.wizard.protection.locking()
        self.books.make(description, program, stock, lock)

    def _start_demo(self) -> None:
        QProcess.startDetached(sys.executable, ["-m", "loyalpos", "demo"])
        self._application.quit()

    def _start_anew(self) -> None:
        QProcess.startDetached(sys.executable, ["-m", "loyalpos", "--data-dir", str(self._where.data)])
        self._application.quit()

    def _take_settings(self, settings: TillSettings) -> None:
        # The page was opened with what held then; what changes at the counter is not its to say.
        now = self.pc.settings
        settings = replace(settings, compact=now.compact, shop_name=now.shop_name, brand=now.brand)
        self.pc.take(settings)
        self.books.settings = settings
        self.second.face(settings, self.screen)
        self.flow.slips.settings = settings
        if self.books.till is not None:
            self.books.till.shop.who = settings.cashier
        self._refresh_shop()

    def _refresh_shop(self) -> None:
        """Let the counter read again what the shop says of itself."""
        if self.books.till is not None:
            self._name_cashier()
            self.at_till.attach(self.books.till)

    def _change_hands(self) -> None:
        """Name whoever is there now, and let the office show what they may see."""
        self._name_cashier()
        if self.books.till is not None and self.office is not None:
            self.office.attach(self.books.till)

    def _name_cashier(self) -> None:
        if self.books.till is not None:
            self.flow.attach(self.books.till, demo=self._demo)
