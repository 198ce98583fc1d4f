"""What is said of books that do not open or are damaged, and how a person goes back to a backup."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from loyalpos.engine.staff import Approval, Right
from loyalpos.errors import ActsMissing, FileDamaged, Refusal, SecretNeeded, Unavailable, UnsafePlace
from loyalpos.settings import Folders
from loyalpos.ui.books import Books
from loyalpos.ui.counter.flow import CounterFlow
from loyalpos.ui.counter.notices import Answer, Notice
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.jobs import Lane
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.backups import Backup
    from loyalpos.services.keys import Keys
    from loyalpos.services.outside import Outside
    from loyalpos.services.till import Till
    from loyalpos.ui.going_on import GoingOn
    from loyalpos.ui.start.restore_window import RestoreWindow
    from loyalpos.ui.unlock_panel import UnlockPanel

__all__ = ["Restoring"]

_LOOKS_AFTER_MS: Final = 1_000
"""Who waits at the counter when the till comes up again comes first."""


class Restoring(QObject):
    """This tells of damage as soon as it is known, and brings the backup back that a person names.

    Signals:
        damage_told(FileDamaged): The books are damaged, and the counter says so.
    """

    damage_told = Signal(object)

    def __init__(
        self, flow: CounterFlow, books: Books, files: Lane, where: Folders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = flow
        self._books = books
        self._files = files
        self._where = where
        self._told: Notice | None = None
        self._is_at_gate = False
        self.window: RestoreWindow | None = None
        self.going_on: GoingOn | None = None
        self._unlock: UnlockPanel | None = None
        flow.kit.damaged.connect(self._tell_damage)
        books.opened.connect(self._look_for_damage)

    def tell(self, error: Refusal | Unavailable) -> None:
        """Say why the books did not open, and what can be done about it."""
        again = Answer(self.tr("Try again"), Qt.Key.Key_Return, self._books.open)
        back = Answer(self.tr("Bring a backup back"), Qt.Key.Key_F10, self.choose)
        if isinstance(error, UnsafePlace):
            back = Answer(self.tr("Choose another folder"), Qt.Key.Key_F10, self.choose_place)
        if isinstance(error, SecretNeeded) and error.asks != "lost":
            self._ask_secret(error)
            return
        # It lies over the whole counter, and with it over what is said now.
        self._put_unlock_away()
        more: tuple[Answer, ...] = ()
        if isinstance(error, ActsMissing):
            more = (Answer(self.tr("Go on without it"), Qt.Key.Key_F12, partial(self.ask_to_go_on, error)),)
        # It stands until it is answered: without the books there is nothing else to do here.
        self._stand(Notice(BannerKind.ERROR, sentence(error), "", (again, back, *more)))
        if self.window is not None:
            self.window.refuse(error)

    def _ask_secret(self, needed: SecretNeeded) -> None:
        """Ask for it in the counter's window, in place of a counter that has no books."""
        from loyalpos.ui.unlock_panel import UnlockPanel  # noqa: PLC0415 - protected shops alone

        screen = self._flow.kit.screen
        if self._unlock is None:
            self._unlock = UnlockPanel(screen)
            self._unlock.typed.connect(self._books.unlock)
            self._unlock.restore_wanted.connect(self.choose)
        if self.window is not None:
            self.window.hide()
        screen.show()
        self._unlock.ask(needed)

    def _put_unlock_away(self) -> None:
        if self._unlock is not None:
            self._unlock.hide()
            self._unlock.deleteLater()
            self._unlock = None

    def choose_place(self) -> None:
        """Let a person choose the folder the shop is moved to."""
        dialog = QFileDialog(self._flow.kit.screen, self.tr("Folder for the shop's file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self._books.move(Path(chosen)))
        dialog.rejected.connect(lambda: self._stand(self._told))
        dialog.open()

    def choose(self) -> None:
        """Let a person choose among the backups of this till, or of another folder."""
        if self.window is None:
            from loyalpos.ui.start.restore_window import (  # noqa: PLC0415 - needed once in a bad year
                RestoreWindow,
            )

            self.window = RestoreWindow(replaces=self._where.shop_file.exists())
            self.window.agreed.connect(self.bring_back)
            self.window.asked.connect(self._foresee)
            self.window.folder_wanted.connect(self._choose_folder)
            self.window.left.connect(self._give_up)
            fit_to_screen(self.window)
        raise_window(self.window)
        self._read(self._where.backups)

    def choose_at_gate(self) -> None:
        """Let whoever stands before damaged books choose: there is nobody these could ask for a PIN."""
        self._is_at_gate = True
        self.choose()

    def ask_to_go_on(self, lacks: ActsMissing) -> None:
        """Ask whether the till is to go on without what its books lack."""
        if self.going_on is None:
            from loyalpos.ui.going_on import GoingOn  # noqa: PLC0415 - needed once in a bad year

            self.going_on = GoingOn(self._books, self._files, self)
            self.going_on.given_up.connect(self._give_up)
            self.going_on.restore_wanted.connect(self.choose)
        self.going_on.ask(lacks)

    def bring_back(self, backup: Backup) -> None:
        """Put a backup in the place of the books, where whoever is at the till may."""
        till = self._books.till
        if till is None or self._is_at_gate or not till.shop.asks_who:
            self._bring_back(backup)
            return
        self._files.run(
            partial(till.shop.demand, Right.RESTORE),
            done=lambda _: self._bring_back(backup),
            refused=self._flow.kit.refuse if self.window is None else self.window.refuse,
            unavailable=_nothing,
            owner=self,
        )

    def _bring_back(self, backup: Backup) -> None:
        if self._flow.kit.opened is not None:
            self._flow.detach()
        self._books.bring_back(backup)

    def change_protection(self, change: Callable[[Keys, Outside], str | None]) -> None:
        """Key the books anew, which are closed for it, where somebody who may agrees."""
        till = self._books.till
        if till is None:
            return
        self._files.run(
            partial(till.shop.approval_for, Right.PROTECT),
            done=partial(self._change_protection, change),
            refused=self._books.protection_kept.emit,
            unavailable=_nothing,
            owner=self,
        )

    def _change_protection(
        self, change: Callable[[Keys, Outside], str | None], approval: Approval | None
    ) -> None:
        if self._flow.kit.opened is not None:
            self._flow.detach()
        self._books.change_protection(change, approval)

    def end(self) -> None:
        """Let go of the window."""
        self._is_at_gate = False
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self.going_on is not None:
            self.going_on.end()
            self.going_on = None

    def _look_for_damage(self, till: Till) -> None:
        """Read the whole file after an unclean stop: a power cut is what damages files."""
        self._stand(None)
        self.end()
        self._put_unlock_away()
        if till.shop.was_cut_off:
            QTimer.singleShot(_LOOKS_AFTER_MS, self, partial(self._look_through, till))

    def _look_through(self, till: Till) -> None:
        if self._books.till is till:
            self._files.run(
                till.days.look_for_damage,
                done=_nothing,
                refused=_nothing,
                unavailable=self._tell_damage,
                owner=self,
            )

    def _tell_damage(self, error: Unavailable) -> None:
        if isinstance(error, FileDamaged) and self._books.till is not None:
            self._books.till.days.stop_recording(error)
            self._flow.kit.notices.clear()
            back = Answer(self.tr("Bring a backup back"), Qt.Key.Key_F12, self.choose)
            more = self.tr("Nothing is recorded any more until a backup is brought back.")
            self._stand(Notice(BannerKind.ERROR, sentence(error), more, (back,)))
            self.damage_told.emit(error)

    def _stand(self, notice: Notice | None) -> None:
        if notice is not None or self._told is not None:
            self._told = notice
            self._flow.kit.notices.stand(notice)

    def _foresee(self, backup: Backup) -> None:
        assert self.window is not None
        self._files.run_latest(
            "lost",
            partial(self._books.foresee, backup),
            done=partial(self.window.show_foreseen, backup),
            refused=self.window.refuse,
            unavailable=self.window.refuse,
            owner=self.window,
        )

    def _give_up(self) -> None:
        self.end()
        self._stand(self._told)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self.window, self.tr("Folder with backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self._read(Path(chosen)))
        dialog.open()

    def _read(self, folder: Path) -> None:
        if self.window is None:
            return
        from loyalpos.services.backups import backups_in  # noqa: PLC0415 - needed once in a bad year

        self.window.show_looking(folder)
        self._files.run_latest(
            "restore",
            partial(backups_in, folder),
            done=self.window.show_backups,
            refused=self.window.refuse,
            unavailable=self.window.refuse,
        )


def _nothing(_: object) -> None:
    """The file is sound, or cannot be read for another reason, which reads will tell."""
