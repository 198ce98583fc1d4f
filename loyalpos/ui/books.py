"""The shop's books as the program holds them: opened, made, put away, brought back – in the lanes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.program import Program
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.staff import Approval
from loyalpos.errors import FileMissing, NotAShopFile, NotKeyedAnew, Refusal, SecretNeeded, Unavailable
from loyalpos.services.outside import Outside
from loyalpos.settings import Folders, TillSettings, try_folder
from loyalpos.ui.jobs import Lane

if TYPE_CHECKING:
    from loyalpos.services.backups import Backup, Lost
    from loyalpos.services.keys import Keys
    from loyalpos.services.shop import Shop
    from loyalpos.services.shop_moves import Exported
    from loyalpos.services.till import Till

__all__ = ["Books"]

T = TypeVar("T")


class Books(QObject):
    """This opens and closes the shop's file; the database is imported here, after the first paint.

    Signals:
        opened(Till): The books are open.
        missing(): There is no shop here yet.
        trouble(Refusal | Unavailable): They could not be opened, made or brought back.
        brought_back(Path | None): A backup is in their place; the file that was there is kept at the path.
        protection_changed(str | None): Their file has another key; the new recovery code, if there is one.
        protection_kept(Refusal | Unavailable): Their file could not be given another key, and why.
        moved(): They are in another folder, where the next start finds them.
        closed(): They are put away, with a backup where one was asked for.
        not_backed_up(Unavailable): The day is closed, but the backup failed.
    """

    opened = Signal(object)
    missing = Signal()
    trouble = Signal(object)
    brought_back = Signal(object)
    protection_changed = Signal(object)
    protection_kept = Signal(object)
    moved = Signal()
    closed = Signal()
    not_backed_up = Signal(object)

    def __init__(
        self, writer: Lane, folders: Folders, keys: Keys, outside: Outside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._folders = folders
        self.keys = keys
        self._outside = outside
        self.settings = TillSettings()
        self.till: Till | None = None
        self.has_keyring = False
        self.unprinted: str | None = None
        self._wanted: Backup | None = None
        self._is_locked_ahead = False
        # Whoever looks for the file ends a restore that was cut off; one on its way would look so, too.
        self._swapping = Lock()

    def open(self) -> None:
        """Open the books that are here, if there are any."""
        self._do(self._found_till, lambda till: self.missing.emit() if till is None else self._show(till))

    def make(
        self,
        description: ShopDescription,
        program: Program,
        stock: dict[str, int],
        lock: Callable[[Keys, Outside], str] | None = None,
    ) -> None:
        """Make a new shop's books and open them.

        Args:
            lock: Gives the file that is to be made a key of its own, and the recovery code.
        """
        self._do(partial(self._made_till, description, program, stock, lock), self._show)

    def close(self, *, back_up: bool) -> None:
        """Put the books away.

        Args:
            back_up: Close the day and make a verified backup first.
        """
        till = self.till
        if till is None:
            # They may be opening just now; nothing else is in the lane before this.
            self._do(_nothing, lambda _: self._end_without(back_up=back_up))
        elif back_up:
            self._writer.run(
                partial(till.days.close, self._folders.backups),
                done=lambda _: self.close(back_up=False),
                refused=self.not_backed_up.emit,
                unavailable=self.not_backed_up.emit,
                owner=self,
            )
        else:
            self.till = None
            self._do(partial(_put_away, till), lambda _: self.closed.emit())

    def _end_without(self, *, back_up: bool) -> None:
        if self.till is None:
            self.closed.emit()
        else:
            self.close(back_up=back_up)

    def bring_back(self, backup: Backup) -> None:
        """Put a backup in the place of the books, which are put away first, and open them."""
        till, self.till = self.till, None
        self._wanted = backup
        self._do(partial(self._brought_back, till, backup), self._show_brought_back)

    def unlock(self, typed: str) -> None:
        """Try what a person typed for the key, and go on with what wanted it."""
        wanted = self._wanted
        if wanted is None:
            self._do(partial(self._unlocked, typed), self._show)
        else:
            work = partial(self._brought_back, None, wanted, typed)
            self._do(work, self._show_brought_back)

    def open_after(
        self,
        settle: Callable[[Path, bytes, Outside], object],
        refused: Callable[[Refusal | Unavailable], object],
    ) -> None:
        """Do something, in the lane, about a file that did not open, and open it.

        Args:
            refused: Told why that could not be done, or the file not be opened.
        """
        self._writer.run(
            partial(self._opened_after, settle),
            done=self._show,
            refused=refused,
            unavailable=refused,
            owner=self,
        )

    def look_into(self, look: Callable[[Path, bytes], T]) -> T:
        """Look, in a lane, into a file that is not open."""
        return look(self._folders.shop_file, self.keys.of_file())

    def change_protection(
        self, change: Callable[[Keys, Outside], str | None], approval: Approval | None = None
    ) -> None:
        """Put the books away, with a backup, change what their file is keyed with, and open them again.

        Whether whoever is at the till may was asked before: in the middle of it nobody could type a PIN.

        Args:
            change: Gives the new recovery code, if there is one.
            approval: Of somebody who may, where whoever is at the till may not.
        """
        till, self.till = self.till, None
        self._do(partial(self._changed, till, change, approval), self._show_changed)

    def move(self, folder: Path) -> None:
        """Move the books, which did not open where they are, to another folder."""
        self._do(partial(self._moved, folder), lambda _: self.moved.emit())

    def lost_by(self, backup: Backup) -> Lost | None:
        """Count, in a lane, what is in the file that is here and not in a backup; None where nobody can."""
        from loyalpos.services.backups import lost_by_restoring  # noqa: PLC0415 - needed once in a bad year

        with self._swapping:
            try:
                ours, theirs = self.keys.of_file(), self.keys.of_backup(backup)
            except SecretNeeded:
                return None
            return lost_by_restoring(self._folders.shop_file, ours, backup, theirs)

    def take_over(self, folder: Path, progress: Callable[[int, int], bool]) -> Exported | None:
        """Make, in a lane, the books of what another shop has written; None where it was stopped."""
        from loyalpos.services.shop_moves import take_over  # noqa: PLC0415 - needed once in a shop's life

        return take_over(self._folders.shop_file, self.keys.of_file(), folder, self._outside, progress)

    # In the writer's lane -------------------------------------------------------------------------

    def _found_till(self) -> Till | None:
        from loyalpos.services.shop import Shop, refuse_unsafe  # noqa: PLC0415 - behind the first paint

        if Shop.is_there(self._folders.shop_file):
            return self._opened_till()
        if self._folders.moved and not self._folders.data.is_dir():
            # Its disk is not there; a new shop in its place would be another one.
            raise FileMissing(self._folders.shop_file)
        refuse_unsafe(self._folders.data)
        # Questions are not asked for a shop that could not be kept afterwards.
        try_folder(self._folders.data)
        self.has_keyring = self.keys.keyring is not None
        return None

    def _opened_till(self) -> Till:
        if self.keys.source() is not None:
            from loyalpos.services.protection import settle  # noqa: PLC0415 - protected shops alone

            settle(self.keys, self._outside)
        try:
            return self._till_of(self._opened(self.keys.of_file()))
        except NotAShopFile:
            # What is said beside the file is lost, or of another one: backups say what opens it, too.
            key = self.keys.of_strange_file()
            if key == self.keys.published:
                raise
            return self._till_of(self._opened(key))

    def _opened(self, key: bytes) -> Shop:
        from loyalpos.services.shop import Shop  # noqa: PLC0415 - 0.3 s that the first paint need not wait for

        return Shop.open(
            self._folders.shop_file,
            key,
            self._outside,
            backups=self._folders.backups,
            who=self.settings.cashier,
            till=self.settings.till,
        )

    def _unlocked(self, typed: str) -> Till:
        self.keys.take(typed)
        return self._opened_till()

    def _opened_after(self, settle: Callable[[Path, bytes, Outside], object]) -> Till:
        settle(self._folders.shop_file, self.keys.of_file(), self._outside)
        return self._opened_till()

    def _changed(
        self,
        till: Till | None,
        change: Callable[[Keys, Outside], str | None],
        approval: Approval | None,
    ) -> tuple[Till, str | Refusal | Unavailable | None]:
        at_work = None
        if till is not None:
            try:
                till.days.back_up(self._folders.backups, "protect")
            except Unavailable as error:
                return till, NotKeyedAnew(error)
            at_work = till.shop.at_work
            _put_away(till)
        try:
            with self._swapping:
                said: str | Refusal | Unavailable | None = change(self.keys, self._outside)
        except (Refusal, Unavailable) as error:
            # The books are what they were before, or what they were to be; both open.
            said = error
        again = self._opened_till()
        if at_work is not None:
            # Nobody has left meanwhile.
            again.shop.sign_in(at_work.id)
        if not isinstance(said, Refusal | Unavailable):
            from loyalpos.services.protection import Changed, note_change  # noqa: PLC0415 - seldom done

            is_off = again.shop.file.key == self.keys.published
            with again.shop.approved(approval):
                note_change(again.shop, Changed.OFF if is_off else Changed.ON)
        return again, said

    def _made_till(
        self,
        description: ShopDescription,
        program: Program,
        stock: dict[str, int],
        lock: Callable[[Keys, Outside], str] | None,
    ) -> Till:
        from loyalpos.services.shop import Shop  # noqa: PLC0415 - 0.3 s that the first paint need not wait for

        if lock is not None:
            self._is_locked_ahead = True
            self.unprinted = lock(self.keys, self._outside)
        elif self._is_locked_ahead:
            from loyalpos.services.protection import turn_off  # noqa: PLC0415 - a first try went wrong

            # The shop was not made after that, and is wanted without a lock now.
            turn_off(self.keys, self._outside)
            self.unprinted = None
        shop = Shop.create(
            self._folders.shop_file,
            self.keys.of_file(),
            self._outside,
            description=description,
            program=program,
            stock=stock,
            who=self.settings.cashier,
            till=self.settings.till,
        )
        return self._till_of(shop)

    def _till_of(self, shop: Shop) -> Till:
        from loyalpos.services.till import Till  # noqa: PLC0415 - 0.3 s that the first paint need not wait for

        return Till(shop)

    def _moved(self, folder: Path) -> None:
        from loyalpos.services.moving import move_shop  # noqa: PLC0415 - needed once in a shop's life

        move_shop(self._folders, Folders(folder), self.keys.of_file(), self._outside)

    def _brought_back(self, till: Till | None, backup: Backup, typed: str = "") -> tuple[Till, Path | None]:
        from loyalpos.services.backups import restore_backup  # noqa: PLC0415 - needed once in a bad year
        from loyalpos.services.protection import adopt  # noqa: PLC0415 - the same

        if typed:
            self.keys.take(typed)
        if till is not None:
            with suppress(Unavailable):
                # What is damaged gets no backup; it is kept as it is, aside.
                till.days.back_up(self._folders.backups, "restore")
            with suppress(Unavailable):
                # Nor may its day have an end any more; closed it is all the same.
                _put_away(till)
        with self._swapping:
            theirs, ours = self.keys.of_backup(backup), self.keys.of_file_if_open()
            if ours is None or not self._folders.shop_file.exists():
                adopt(self.keys, backup, theirs)
            aside = restore_backup(
                self._folders.shop_file, backup, self.keys.of_file(), self._outside, backup_key=theirs
            )
        return self._opened_till(), aside

    # On the screen's thread -----------------------------------------------------------------------

    def _do(self, job: Callable[[], T], done: Callable[[T], object]) -> None:
        self._writer.run(job, done=done, refused=self.trouble.emit, unavailable=self.trouble.emit, owner=self)

    def _show(self, till: Till) -> None:
        self.till, self._wanted = till, None
        self.opened.emit(till)

    def _show_changed(self, changed: tuple[Till, str | Refusal | Unavailable | None]) -> None:
        till, said = changed
        self._show(till)
        if isinstance(said, Refusal | Unavailable):
            self.protection_kept.emit(said)
        else:
            self.protection_changed.emit(said)

    def _show_brought_back(self, brought: tuple[Till, Path | None]) -> None:
        till, aside = brought
        self._show(till)
        self.brought_back.emit(aside)


def _put_away(till: Till) -> None:
    till.days.safekeeping.end()
    till.shop.close()


def _nothing() -> None:
    """Come to the end of what was given to the lane before."""
