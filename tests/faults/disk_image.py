"""A disk that loses its power: what was synced stands, of the rest any part may be there."""

from __future__ import annotations

from random import Random

from tests.faults.recording import Cut, Mark, Named, Operation, Sync, SyncFolder, Write

__all__ = ["HOW", "Disk"]

HOW = ("none", "all", "first", "some", "torn 512", "torn 4096", "reordered", "garbage")
"""Which of the writes that were not synced are there.

``first``: those up to a moment; ``some``: each or not; ``torn``: each sector of each or not;
``reordered``: some, in any order; ``garbage``: torn, and a sector that is not there may hold anything, but
for the salt in the first 16 bytes of a file: without it no page can be read.
"""


class Disk:
    """Files and names as they are synced, and what waits in the memory of the machine."""

    def __init__(self) -> None:
        self._files: dict[int, bytearray] = {}
        self._quiet: dict[int, bytes] = {}
        self._waiting: dict[int, list[Write | Cut]] = {}
        self._names: dict[str, dict[str, int]] = {}
        self._renamings: dict[str, list[Named]] = {}

    def take(self, operation: Operation) -> None:
        """Go on by one operation."""
        match operation:
            case Write(file=file) | Cut(file=file):
                self._waiting.setdefault(file, []).append(operation)
            case Sync(file=file):
                whole = self._files.setdefault(file, bytearray())
                self._quiet.pop(file, None)
                for one in self._waiting.pop(file, ()):
                    _put(whole, one)
            case Named(folder=folder):
                self._renamings.setdefault(folder, []).append(operation)
            case SyncFolder(folder=folder):
                for change in self._renamings.pop(folder, ()):
                    _name(self._names.setdefault(folder, {}), change)
            case Mark():
                pass

    @property
    def waiting(self) -> int:
        """How many writes and names are not synced."""
        return sum(map(len, self._waiting.values())) + sum(map(len, self._renamings.values()))

    def after_a_cut(self, rng: Random, how: str) -> dict[str, bytes]:
        """Give the files, by their whole paths, as they may be when the power is back.

        Of the names of a folder that were not synced the first few are there, because file systems keep
        them in a journal of their own.
        """
        folders: dict[str, dict[str, int]] = {}
        for folder in sorted(self._names.keys() | self._renamings.keys()):
            names = dict(self._names.get(folder, {}))
            changes = self._renamings.get(folder, [])
            kept = {"none": 0, "all": len(changes)}.get(how, rng.randint(0, len(changes)))
            for change in changes[:kept]:
                _name(names, change)
            folders[folder] = names
        images: dict[str, bytes] = {}
        for folder, names in folders.items():
            parent, _, own = folder.rpartition("/")
            if parent in folders and own not in folders[parent]:
                # The folder itself has lost its name.
                continue
            for name, file in names.items():
                if file >= 0:
                    images[f"{folder}/{name}"] = self._image(file, rng, how)
        return images

    def _image(self, file: int, rng: Random, how: str) -> bytes:
        waiting = self._waiting.get(file, [])
        if how == "none" or not waiting:
            # The same object as before, so that nobody has to look twice to see that it is the same.
            if file not in self._quiet:
                self._quiet[file] = bytes(self._files.get(file, b""))
            return self._quiet[file]
        whole = bytearray(self._files.get(file, b""))
        if how == "reordered":
            waiting = rng.sample(waiting, rng.randint(0, len(waiting)))
        elif how == "first":
            waiting = waiting[: rng.randint(0, len(waiting))]
        share = rng.choice((0.1, 0.5, 0.9))
        for one in waiting:
            if how == "some" and rng.random() >= share:
                continue
            if isinstance(one, Cut) or how in ("all", "first", "some", "reordered"):
                _put(whole, one)
                continue
            sector = 4096 if how == "torn 4096" else 512
            begin = one.offset
            while begin < one.offset + len(one.content):
                end = min((begin // sector + 1) * sector, one.offset + len(one.content))
                part = one.content[begin - one.offset : end - one.offset]
                if rng.random() < share:
                    _put(whole, Write(file, begin, part))
                elif how == "garbage" and rng.random() < 0.5:
                    # The first 16 bytes of a file are the cipher's salt, the same in all its versions.
                    begun = min(16, len(part)) if begin == 0 else 0
                    _put(whole, Write(file, begin, part[:begun] + rng.randbytes(len(part) - begun)))
                begin = end
        return bytes(whole)


def _put(whole: bytearray, one: Write | Cut) -> None:
    if isinstance(one, Cut):
        del whole[one.size :]
        whole.extend(bytes(one.size - len(whole)))
        return
    if len(whole) < one.offset:
        whole.extend(bytes(one.offset - len(whole)))
    whole[one.offset : one.offset + len(one.content)] = one.content


def _name(names: dict[str, int], change: Named) -> None:
    for name, file in change.changes:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file
