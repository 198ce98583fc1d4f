"""Folders that somebody names: made where they are not there, and filled as they are where they are."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from loyalpos.errors import FolderTaken, FolderUnfit
from loyalpos.store.disk import make_folder, sync_file, sync_folder
from loyalpos.store.surroundings import on_disk

__all__ = ["Filling", "make_named_folder", "try_folder"]

_HALF: Final = ".half"
_INSIDE: Final = f"loyalpos{_HALF}"
_OWNER_FOLDER, _OWNER_FILE = 0o700, 0o600
_NOT_TO_BE_MADE = (FileNotFoundError, NotADirectoryError, FileExistsError)
"""What says of a place that no folder can be there, and not that the disk fails."""


def make_named_folder(folder: Path) -> None:
    """Make a folder somebody names, with those above it, where it is not there.

    Raises:
        FolderUnfit: It is a file, or cannot be made there.
        Unavailable: The disk fails or is full, or the folder may not be made.
    """
    with on_disk(folder):
        _refuse_file(folder)
        try:
            make_folder(folder)
        except _NOT_TO_BE_MADE as error:
            raise FolderUnfit(folder, "unmade") from error


def try_folder(folder: Path, names: tuple[str, ...]) -> None:
    """Make sure that something can be put into a folder, before it is begun; nothing stays of the try.

    Args:
        names: Of what is going to stand in it; see :class:`Filling`.

    Raises:
        FolderTaken, FolderUnfit, Unavailable: As with :class:`Filling`.
    """
    with on_disk(folder):
        Filling(folder, names).half.rmdir()


class Filling:
    """A folder on its way to be filled, whole or not at all; no one else can read what stands there.

    One that is not there is made for its owner alone, by giving the half one its name. One that is there
    keeps its rights: what is in the half one inside it moves up, the last of its names at the end.

    Attributes:
        half: What is written into.
    """

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        """Begin.

        Args:
            names: Of what is going to stand in the folder; only the last says that it is whole.

        Raises:
            FolderTaken: Something is in the folder.
            FolderUnfit: It is a file, or cannot be made there.
            OSError: The disk fails or is full, or the folder may not be written.
        """
        self._folder = folder
        self._names = names
        self._moved: list[str] = []
        _refuse_file(folder)
        self._is_there = folder.is_dir()
        if self._is_there:
            self.half = folder / _INSIDE
            if self.half.is_dir() and {one.name for one in folder.iterdir()} <= {_INSIDE, *names[:-1]}:
                # Left by a power cut.
                self._moved = [*names[:-1]]
                self.give_up()
                self._moved = []
            if any(folder.iterdir()):
                raise FolderTaken(folder)
        else:
            self.half = folder.with_name(f"{folder.name}{_HALF}")
            shutil.rmtree(self.half, ignore_errors=True)
        try:
            self.half.parent.mkdir(parents=True, exist_ok=True)
            self.half.mkdir(mode=_OWNER_FOLDER)
        except _NOT_TO_BE_MADE as error:
            raise FolderUnfit(folder, "unmade") from error

    def finish(self) -> None:
        """Let the folder be what was written, durably.

        Raises:
            OSError: The disk fails or is full.
        """
        for written in self.half.rglob("*"):
            is_folder = written.is_dir()
            if os.name == "posix":
                # A stick knows no rights.
                with suppress(OSError):
                    written.chmod(_OWNER_FOLDER if is_folder else _OWNER_FILE)
            (sync_folder if is_folder else sync_file)(written)
        sync_folder(self.half)
        if not self._is_there:
            self.half.replace(self._folder)
            sync_folder(self._folder.parent)
            return
        for written in sorted(self.half.iterdir(), key=lambda one: one.name == self._names[-1]):
            if written.name == self._names[-1]:
                sync_folder(self._folder)
            written.replace(self._folder / written.name)
            self._moved.append(written.name)
        self.half.rmdir()
        sync_folder(self._folder)

    def give_up(self) -> None:
        """Leave nothing of it."""
        shutil.rmtree(self.half, ignore_errors=True)
        for name in self._moved:
            shutil.rmtree(self._folder / name, ignore_errors=True)
            with suppress(OSError):
                (self._folder / name).unlink()


def _refuse_file(folder: Path) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        raise FolderUnfit(folder, "file")
