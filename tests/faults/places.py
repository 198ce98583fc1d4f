"""Places a file may lie in: full, locked, read-only, unplugged, with Vietnamese letters in its name."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random

from loyalpos.errors import DiskFails, DiskFull, FileLocked, FolderReadOnly, Unavailable
from loyalpos.services.checking import check_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.audit import audit
from tests.faults.cashier import Cashier
from tests.faults.children import Say, run_child
from tests.faults.lives import prepare
from tests.faults.notebook import Notebook, draw_act
from tests.faults.outcome import Found, Outcome, tried_in_two
from tests.faults.pulled import PULLED
from tests.shops import World

__all__ = ["try_places"]

_MOST_ACTS = 400
_NO_MOUNT = "this user may mount nothing"


def try_places(seed: int, cases: range, folder: Path) -> Outcome:
    """Work in one place for each case; the sort is its number's."""
    began = time.monotonic()
    shop, cards = prepare(folder / "new")
    counts, faults = tried_in_two(partial(_try_all, seed, shop, cards), cases, folder)
    table = {"tries": len(cases)} | {name: counts[name] for name in sorted(counts)}
    left_out = ", ".join(sorted(name.partition(":")[0] for name in counts if name.endswith(_NO_MOUNT)))
    left_out = left_out and f"{left_out} ({_NO_MOUNT})"
    seconds = time.monotonic() - began
    return Outcome("places", len(cases), None, table, tuple(faults), seconds, left_out=left_out)


def _try_all(seed: int, shop: Path, cards: tuple[str, ...], cases: Sequence[int], place: Path) -> Found:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    names = list(_PLACES)
    for case in cases:
        name = names[case % len(names)]
        place.mkdir()
        child = run_child(partial(_try, _PLACES[name], Random(f"{seed}:{case}"), shop, cards, place))
        for line in child.lines:
            word, _, rest = line.partition(" ")
            if word == "count":
                counts[f"{name}: {rest}"] += 1
            elif word in ("wrong", "failed"):
                faults.append((case, f"{name}: {rest}"))
        _clear(place)
    return counts, faults


def _clear(place: Path) -> None:
    for mounted in (place / "disk", place / "stick", place / "second"):
        if mounted.is_mount():
            subprocess.run(["umount", "-l", mounted], check=False)
    shutil.rmtree(place, ignore_errors=True)


Place = Callable[["_Desk", Path], None]


def _try(work: Place, rng: Random, shop: Path, cards: tuple[str, ...], place: Path, say: Say) -> None:
    work(_Desk(rng, shop, cards, say), place)


class _Desk:
    """A cashier who works in a place and knows what was acknowledged."""

    def __init__(self, rng: Random, shop: Path, cards: tuple[str, ...], say: Say) -> None:
        self.rng = rng
        self.say = say
        self._shop = shop
        self._known = Notebook(cards)
        self._world = World(rng.randrange(1 << 30))
        self._world.clock.forward(hours=1)

    def lay(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folders(folder).shop_file
        shutil.copy(self._shop, path)
        return path

    def open(self, path: Path) -> Till:
        return Till(Shop.open(path, PUBLISHED_KEY, self._world.outside(), who="Lan"))

    def act(self, till: Till) -> None:
        """Do one act, or raise what the till says."""
        if self._known.open_act is not None:
            act = self._known.open_act
            done = Cashier(till).repeat(act, self._known.bills.get(act.amount_vnd))
        else:
            act = draw_act(self.rng, self._known)
            self._known.take(f"begin {act.text()}")
            done = Cashier(till).do(act)
        self._known.take("done" if done else "refused")

    def until_said(self, till: Till) -> Unavailable:
        """Work until the till says that it cannot."""
        for _ in range(_MOST_ACTS):
            try:
                self.act(till)
            except Unavailable as error:
                self.say(f"count said {type(error).__name__}")
                return error
        raise AssertionError("nothing was ever said")

    def look(self, till: Till) -> None:
        """Compare the books, and check the closed file."""
        for fault in audit(till, self._known):
            self.say(f"wrong {fault}")
        till.shop.close()
        if not check_shop(till.shop.file.path, PUBLISHED_KEY).sound:
            self.say("wrong unsound: the check says no")

    def go_on(self, till: Till) -> None:
        """Repeat what was left open and do some more, now that the trouble is over."""
        for _ in range(3):
            self.act(till)
        self.look(till)
        self.say("count went on, nothing lost")


@contextmanager
def _mounted(desk: _Desk, *words: str | Path) -> Iterator[bool]:
    """Mount something, where this user may."""
    done = subprocess.run(["mount", *map(str, words)], capture_output=True, check=False)
    if done.returncode:
        desk.say(f"count LEFT OUT, {_NO_MOUNT}")
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "-l", str(words[-1])], check=False, capture_output=True)


def _full_by_limit(desk: _Desk, place: Path) -> None:
    """No file may grow beyond a size: the log meets it first."""
    path = desk.lay(place)
    till = desk.open(path)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    most = path.with_name(f"{path.name}-wal").stat().st_size + desk.rng.randrange(1, 200_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    said = desk.until_said(till)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert isinstance(said, DiskFull | DiskFails), said
    desk.go_on(till)


def _full_disk(desk: _Desk, place: Path) -> None:
    """A disk of its own fills up, and gets room again."""
    disk = place / "disk"
    disk.mkdir()
    with _mounted(desk, "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk) as is_there:
        if not is_there:
            return
        path = desk.lay(disk / "till")
        till = desk.open(path)
        filler = disk / "filler"
        left = shutil.disk_usage(disk).free - desk.rng.randrange(30_000, 400_000)
        filler.write_bytes(bytes(max(0, left)))
        said = desk.until_said(till)
        assert isinstance(said, DiskFull), said
        filler.unlink()
        desk.go_on(till)


def _locked(desk: _Desk, place: Path) -> None:
    """Another process holds the file a moment: the till waits."""
    path = desk.lay(place)
    till = desk.open(path)
    held = os.pipe()
    child = os.fork()
    if child == 0:
        driver = connect(path, PUBLISHED_KEY, "write")
        driver.execute("BEGIN IMMEDIATE")
        os.write(held[1], b"x")
        time.sleep(desk.rng.uniform(0.05, 0.5))
        os._exit(0)
    os.read(held[0], 1)
    desk.act(till)
    os.waitpid(child, 0)
    desk.go_on(till)


def _locked_long(desk: _Desk, place: Path) -> None:
    """Another process does not let go of the file: the till says so, and works when it has."""
    path = desk.lay(place)
    till = desk.open(path)
    till.shop.file._writer._connection.driver.execute("PRAGMA busy_timeout=100")  # type: ignore[union-attr]
    driver = connect(path, PUBLISHED_KEY, "write")
    driver.execute("BEGIN IMMEDIATE")
    said = desk.until_said(till)
    assert isinstance(said, FileLocked), said
    driver.execute("ROLLBACK")
    driver.close()
    desk.go_on(till)


def _letters(desk: _Desk, place: Path) -> None:
    """A folder named as people here name folders."""
    path = desk.lay(place / "Dữ liệu cửa hàng – Quán Cà Phê Mây (ĐỪNG XOÁ) ’%20#?")
    till = desk.open(path)
    till.days.open()
    for _ in range(5):
        desk.act(till)
    made = till.days.close(folders(path.parent).backups)
    assert made in till.days.backups(folders(path.parent).backups)
    desk.go_on(till)


def _read_only(desk: _Desk, place: Path) -> None:
    """A folder on a disk that takes nothing: the till says so and does not begin."""
    path = desk.lay(place / "till")
    disk = place / "disk"
    disk.mkdir()
    with _mounted(desk, "--bind", path.parent, disk) as is_there:
        if not is_there:
            return
        subprocess.run(["mount", "-o", "remount,bind,ro", str(disk)], check=True)
        try:
            desk.open(folders(disk).shop_file)
            desk.say("wrong opened what may not be written")
        except FolderReadOnly:
            desk.say("count said FolderReadOnly")
    desk.go_on(desk.open(path))


def _unplugged(desk: _Desk, place: Path) -> None:
    """The stick with the second folder is pulled out: the backup is made, and caught up later."""
    path = desk.lay(place / "till")
    second = place / "second"
    second.mkdir()
    with _mounted(desk, "-t", "tmpfs", "-o", "size=20m", "tmpfs", second) as is_there:
        if not is_there:
            return
        till = desk.open(path)
        backups = folders(path.parent).backups
        backups.mkdir()
        till.days.safekeeping.choose_second(backups, second)
        desk.act(till)
        with suppress(OSError):
            till.days.back_up(backups)
        subprocess.run(["umount", "-l", str(second)], check=True)
        desk.act(till)
        made = till.days.back_up(backups)
        safety = till.days.safekeeping.safety(backups)
        assert made in till.days.backups(backups)
        assert safety.second is not None
        assert safety.second.away_since is not None, "nobody is told that the second folder is away"
        desk.say("count said that the second folder is away")
        desk.go_on(till)


_PLACES: dict[str, Place] = {
    "full by a limit": _full_by_limit,
    "full disk": _full_disk,
    "locked a moment": _locked,
    "locked for long": _locked_long,
    "Vietnamese letters": _letters,
    "read-only": _read_only,
    "second folder unplugged": _unplugged,
    **PULLED,
}
