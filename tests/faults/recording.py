"""A till's life as the disk sees it: what the shipped driver writes, syncs, cuts and names, by strace.

The child works at the services with a seeded clock and seeded ids, so that every recording of one seed has
the same calls in the same order; only the bytes differ, because the cipher draws a new vector for each page.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from msgspec import Struct

from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.settings import folders
from loyalpos.store import connecting
from tests.faults.cashier import Cashier
from tests.faults.notebook import Notebook, draw_act
from tests.shops import CONSENT, World, new_till, reopened

__all__ = ["Cut", "Mark", "Named", "Operation", "Recording", "Sync", "SyncFolder", "Write", "record"]

ROOT = Path(__file__).parent.parent.parent
_MARKS = "marks"
_CALLS = (
    "openat,close,lseek,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,mkdir,sendfile,copy_file_range"
)


class Write(Struct, frozen=True):
    """Bytes at a place of a file, in the memory of the machine until they are synced."""

    file: int
    offset: int
    content: bytes


class Cut(Struct, frozen=True):
    """A file cut or stretched to a size."""

    file: int
    size: int


class Sync(Struct, frozen=True):
    """A file's bytes brought to the disk."""

    file: int


class Named(Struct, frozen=True):
    """Names of a folder changed in one step; None is a name taken away, -1 a folder."""

    folder: str
    changes: tuple[tuple[str, int | None], ...]


class SyncFolder(Struct, frozen=True):
    """A folder's names brought to the disk."""

    folder: str


class Mark(Struct, frozen=True):
    """What the cashier was told, or began."""

    text: str


Operation = Write | Cut | Sync | Named | SyncFolder | Mark


class Recording(Struct, frozen=True):
    """All operations below a folder, in their order; names are relative to it."""

    operations: tuple[Operation, ...]
    folder: str


def record(folder: Path, seed: int, *, acts: int, synchronous: str = "FULL") -> Recording:
    """Let a till live under strace.

    Args:
        folder: Empty; the till's folder is made in it.
        acts: How many acts the cashier does, over three openings and two closings of the day.
        synchronous: NORMAL is the control that must lose.
    """
    trace = folder / "trace"
    words = (sys.executable, "-m", "tests.faults.recording", str(folder), str(seed), str(acts), synchronous)
    subprocess.run(
        [
            "strace",
            "-qq",
            "-xx",
            "-s",
            "70000",
            "-e",
            f"trace={_CALLS}",
            "-e",
            "signal=none",
            "-o",
            trace,
            *words,
        ],
        cwd=ROOT,
        check=True,
    )
    till = folder / "till"
    return Recording(tuple(_read(trace, till)), str(till))


# Reading what strace wrote --------------------------------------------------------------------------

_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class _Open(Struct):
    file: int
    folder: str
    at: int = 0


def _read(trace: Path, till: Path) -> Iterator[Operation]:
    below = f"{till}"
    marks = till.with_name(_MARKS)
    handles: dict[int, _Open] = {}
    names: dict[str, int] = {}
    sizes: dict[int, bytearray] = {}
    with trace.open() as lines:
        for line in lines:
            match = _LINE.match(line)
            if match is None or int(match[3]) < 0:
                continue
            call, said, gave = match[1], match[2], int(match[3])
            texts = [bytes.fromhex(text.replace("\\x", "")) for text, _ in _TEXT.findall(said)]
            plain = [part.strip() for part in _TEXT.sub('""', said).split(",")]
            if call == "openat":
                path = texts[0].decode()
                handles.pop(gave, None)
                if path == str(marks):
                    handles[gave] = _Open(-2, "")
                elif (path == below or path.startswith(f"{below}/")) and not path.endswith("-shm"):
                    if Path(path).suffix == "" and path not in names and "O_CREAT" not in said:
                        handles[gave] = _Open(-1, path)
                        continue
                    if path not in names:
                        names[path] = len(sizes)
                        sizes[names[path]] = bytearray()
                        yield Named(*_entry(path, names[path]))
                    elif "O_TRUNC" in said:
                        del sizes[names[path]][:]
                        yield Cut(names[path], 0)
                    at = len(sizes[names[path]]) if "O_APPEND" in said else 0
                    handles[gave] = _Open(names[path], "", at)
            elif call == "close":
                handles.pop(int(plain[0]), None)
            elif call == "lseek":
                if int(plain[0]) in handles:
                    handles[int(plain[0])].at = gave
            elif call in ("write", "pwrite64"):
                held = handles.get(int(plain[0]))
                if held is None:
                    continue
                if held.file == -2:
                    for text in texts[0].decode().splitlines():
                        yield Mark(text)
                    continue
                place = int(plain[-1]) if call == "pwrite64" else held.at
                held.at = held.at if call == "pwrite64" else place + gave
                yield _written(sizes, held.file, place, texts[0][:gave])
            elif call == "sendfile":
                target, source = handles.get(int(plain[0])), handles.get(int(plain[1]))
                if target is not None and source is not None and gave:
                    begins = int(re.sub(r"\D.*", "", plain[2].lstrip("[")) or 0)
                    content = bytes(sizes[source.file][begins : begins + gave])
                    yield _written(sizes, target.file, target.at, content)
                    target.at += gave
            elif call in ("fsync", "fdatasync"):
                held = handles.get(int(plain[0]))
                if held is not None:
                    yield SyncFolder(held.folder) if held.file == -1 else Sync(held.file)
            elif call == "ftruncate":
                held = handles.get(int(plain[0]))
                if held is not None:
                    size = int(plain[1])
                    whole = sizes[held.file]
                    del whole[size:]
                    whole.extend(bytes(size - len(whole)))
                    yield Cut(held.file, size)
            elif call == "unlink" and texts[0].decode() in names:
                path = texts[0].decode()
                del names[path]
                yield Named(*_entry(path, None))
            elif call == "rename" and texts[0].decode() in names:
                old, new = (text.decode() for text in texts)
                names[new] = names.pop(old)
                assert Path(old).parent == Path(new).parent
                changes = (_entry(old, None)[1][0], _entry(new, names[new])[1][0])
                yield Named(str(Path(new).parent), changes)
            elif call == "mkdir" and texts[0].decode().startswith(f"{below}/"):
                yield Named(*_entry(texts[0].decode(), -1))
            else:
                assert call != "copy_file_range", line[:200]


def _entry(path: str, file: int | None) -> tuple[str, tuple[tuple[str, int | None], ...]]:
    return str(Path(path).parent), ((Path(path).name, file),)


def _written(sizes: dict[int, bytearray], file: int, place: int, content: bytes) -> Write:
    whole = sizes[file]
    if len(whole) < place:
        whole.extend(bytes(place - len(whole)))
    whole[place : place + len(content)] = content
    return Write(file, place, content)


# The life that is recorded ----------------------------------------------------------------------------


def _live(folder: Path, seed: int, acts: int) -> None:
    """Make a shop, open and close its days, and do what a cashier does; tell each step."""
    import os

    handle = os.open(folder / _MARKS, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def say(line: str) -> None:
        os.write(handle, line.encode() + b"\n")

    where = folders(folder / "till")
    where.data.mkdir()
    world, rng = World(seed), Random(seed)
    till = new_till(where.data, world)
    say("made")
    cards = []
    for number in range(6):
        phone = f"03880000{number:02d}"
        say(f'begin {{"kind":"enrol","phone":"{phone}"}}')
        joined = till.members.enrol(
            world.new_id(), Enrolment(Phone(phone), "Trần Văn Sáu", consents=(CONSENT,))
        )
        say("done")
        cards.append(till.members.member(joined.member).card or "")
        say(f"card {cards[-1]}")
    known = Notebook(tuple(cards))
    for opening in range(3):
        till.days.open()
        cashier = Cashier(till)
        for _ in range(acts // 3):
            act = draw_act(rng, known)
            for line in (f"begin {act.text()}", "done"):
                if line == "done" and not cashier.do(act):
                    line = "refused"
                known.take(line)
                say(line)
        if opening < 2:
            say(f"backup {till.days.close(where.backups).path.name}")
            world.clock.forward(hours=3)
            till = reopened(till, world)
    # The power goes while the till is open.


if __name__ == "__main__":
    if sys.argv[4] != "FULL":
        connecting._WRITER_PRAGMAS = tuple(  # type: ignore[assignment]
            each.replace("=FULL", f"={sys.argv[4]}") for each in connecting._WRITER_PRAGMAS
        )
    _live(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
