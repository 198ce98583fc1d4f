"""Damage: a place of a shop's files is not what was written; no wrong point is shown before it is found.

A till is opened on the damaged files, and shows every member. What it shows must be what was there, or it
must say that the file is damaged; whatever it lets pass the check must find. Of a damaged log the driver
takes what stands before the damage, and makes books of an earlier act, sound by themselves: of these the
witness beside the file must tell. Where that is gone or torn itself it says nothing, and no harm is done.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import count
from pathlib import Path
from random import Random

from msgspec import Struct

from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import Unavailable
from loyalpos.services.checking import check_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.disk import witness_file
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.cashier import Cashier
from tests.faults.notebook import Notebook, draw_act
from tests.faults.outcome import Outcome, in_two
from tests.shops import CONSENT, World, new_till, reopened

__all__ = ["damage_files"]

_PAGE = 4096
_SORTS = (
    "bit flipped",
    "byte changed",
    "sector zeroed",
    "cut at a page",
    "page of an older file",
    "log: bit flipped",
    "log: sector zeroed",
    "log: cut",
    "log: missing",
    "log: of another file",
    "log: of an earlier day",
    "file of an earlier day",
    "salt: garbage",
    "witness: torn or gone",
)
_REPLAYED = 10
_OF_LOG = frozenset(sort for sort in _SORTS if sort.startswith("log"))

_OF_OPEN_DAY = _OF_LOG - {"log: of an earlier day"}

Points = Mapping[str, int]


class _Files(Struct, frozen=True):
    """A shop's file closed, as it was before, and with the log of an open day; and what was true when."""

    closed: bytes
    older: bytes
    file: bytes
    log: bytes
    other_log: bytes
    early_log: bytes
    witness: bytes
    witness_closed: bytes
    truth: Points
    now: Points


def damage_files(seed: int, cases: range, folder: Path) -> Outcome:
    """Damage a shop's files in as many different ways; the sort of a case is its number's.

    Args:
        cases: As many as they are, or the one number that is to be repeated; where one gives the files of
            another before it, the next number takes its place.
    """
    began = time.monotonic()
    files = _prepare(seed, folder / "made")
    different = _different(files, seed, cases, folder / "drawn")
    parts = [different] if len(different) < 40 else [different[::2], different[1::2]]
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for found, wrong in in_two(
        [partial(_damage, files, seed, part, folder / str(number)) for number, part in enumerate(parts)]
    ):
        counts += found
        faults += wrong
    return Outcome(
        "damage",
        len(different),
        len(different),
        {"damaged files opened": len(different), **{name: counts[name] for name in sorted(counts)}},
        tuple(faults),
        time.monotonic() - began,
    )


def _different(files: _Files, seed: int, cases: range, folder: Path) -> tuple[int, ...]:
    """Give the numbers of so many cases whose files are all different."""
    folder.mkdir()
    path = folders(folder).shop_file
    seen: dict[bytes, int] = {}
    for case in count(cases.start):
        if len(seen) >= len(cases):
            break
        _lay(files, _SORTS[case % len(_SORTS)], Random(f"{seed}:{case}"), case // len(_SORTS), path)
        digest = blake2b(digest_size=16)
        for each in sorted(folder.iterdir()):
            digest.update(each.name.encode() + each.read_bytes())
            each.unlink()
        seen.setdefault(digest.digest(), case)
    return tuple(seen.values())


def _prepare(seed: int, folder: Path) -> _Files:
    world, rng = World(seed), Random(seed)
    till = new_till(folder, world)
    cards = []
    for number in range(8):
        person = Enrolment(Phone(f"03880000{number:02d}"), "Trần Văn Sáu", consents=(CONSENT,))
        cards.append(till.members.member(till.members.enrol(world.new_id(), person).member).card or "")
    known = Notebook(tuple(cards))
    path = till.shop.file.path
    till.days.open()
    _act(till, known, rng, 25)
    early_log = path.with_name(f"{path.name}-wal").read_bytes()
    till = reopened(till, world)
    older = path.read_bytes()
    _act(till, known, rng, 25)
    till = reopened(till, world)
    closed, witness_closed = path.read_bytes(), witness_file(path).read_bytes()
    truth = _points(till)
    _act(till, known, rng, 12)
    now = _points(till)
    file, log = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    witness = witness_file(path).read_bytes()
    till.shop.close()
    another = new_till(folder / "another", World(seed + 1))
    other_path = another.shop.file.path
    another.members.enrol(
        another.shop.outside.new_id(), Enrolment(Phone("0388000099"), "Hoa", consents=(CONSENT,))
    )
    other_log = other_path.with_name(f"{other_path.name}-wal").read_bytes()
    another.shop.close()
    return _Files(closed, older, file, log, other_log, early_log, witness, witness_closed, truth, now)


def _act(till: Till, known: Notebook, rng: Random, acts: int) -> None:
    cashier = Cashier(till)
    for _ in range(acts):
        act = draw_act(rng, known)
        known.take(f"begin {act.text()}")
        known.take("done" if cashier.do(act) else "refused")


def _points(till: Till) -> Points:
    """Give the points the counter shows of each member, by phone."""
    shown = {}
    for number in range(8):
        phone = f"03880000{number:02d}"
        rows = [one for one in till.members.find(phone) if one.phone == phone]
        if rows:
            view = till.counter.desk(rows[0].id).member
            assert view is not None
            shown[phone] = view.account.balance
    return shown


def _damage(
    files: _Files, seed: int, cases: Sequence[int], folder: Path
) -> tuple[Counter[str], list[tuple[int, str]]]:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    path = folders(folder).shop_file
    for case in cases:
        sort = _SORTS[case % len(_SORTS)]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _lay(files, sort, Random(f"{seed}:{case}"), case // len(_SORTS), path)
        # A replay takes long: of logs, whose books are compared in any case, one of so many is enough.
        replays = sort not in _OF_LOG or (case // len(_SORTS)) % _REPLAYED == 0
        caught = next(_look(path, files, sort, seed, replays=replays))
        counts[f"{sort}: {caught}"] += 1
        if caught.startswith("NOT "):
            faults.append((case, f"{sort}: {caught}"))
    shutil.rmtree(folder, ignore_errors=True)
    return counts, faults


def _lay(files: _Files, sort: str, rng: Random, turn: int, path: Path) -> None:
    """Write the files of a case, damaged in one place."""
    log = path.with_name(f"{path.name}-wal")
    if sort in ("file of an earlier day", "witness: torn or gone"):
        path.write_bytes(files.older if sort.startswith("file") else files.closed)
        if sort.startswith("file") or turn % 3:
            whole = bytearray(files.witness_closed)
            if sort.startswith("witness"):
                at = rng.randrange(len(whole))
                whole[at:] = rng.choice((b"", bytes(len(whole) - at), rng.randbytes(len(whole) - at)))
            witness_file(path).write_bytes(whole)
        return
    witness_file(path).write_bytes(files.witness if sort in _OF_OPEN_DAY else files.witness_closed)
    if sort in _OF_LOG:
        path.write_bytes(files.closed if sort == "log: of an earlier day" else files.file)
        damaged = {"log: of another file": files.other_log, "log: of an earlier day": files.early_log}.get(
            sort, files.log
        )
        whole = bytearray(damaged)
        if sort == "log: bit flipped":
            whole[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        elif sort == "log: sector zeroed":
            _zero(whole, rng)
        elif sort == "log: cut":
            del whole[(turn * _PAGE) % len(whole) :]
        if sort != "log: missing":
            log.write_bytes(whole)
        return
    whole = bytearray(files.closed)
    if sort == "salt: garbage":
        path.write_bytes(rng.randbytes(16) + whole[16:])
        return
    pages = len(whole) // _PAGE
    if sort == "bit flipped":
        whole[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
    elif sort == "byte changed":
        whole[rng.randrange(len(whole))] ^= rng.randrange(1, 256)
    elif sort == "sector zeroed":
        _zero(whole, rng)
    elif sort == "cut at a page":
        del whole[(turn % pages) * _PAGE :]
    else:
        changed = [
            at
            for at in range(0, min(len(files.older), len(whole)), _PAGE)
            if files.older[at : at + _PAGE] != whole[at : at + _PAGE]
        ]
        at = changed[turn % len(changed)]
        whole[at : at + _PAGE] = files.older[at : at + _PAGE]
    path.write_bytes(whole)


def _zero(whole: bytearray, rng: Random) -> None:
    size = rng.choice((512, _PAGE))
    at = rng.randrange(len(whole) // size) * size
    whole[at : at + size] = bytes(size)


def _look(path: Path, files: _Files, sort: str, seed: int, *, replays: bool) -> Iterator[str]:
    """Start a till and look at everybody; the first thing yielded is what came of it."""
    world = World(seed + 1)
    world.clock.forward(hours=9)
    try:
        till = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    except Unavailable as error:
        yield f"said at the start ({type(error).__name__})"
        return
    except Exception as error:  # noqa: BLE001 - the person would see a crash and not what is wrong
        yield f"NOT SAID, crashed at the start: {error!r}"
        return
    try:
        shown = _points(till)
        if shown != (files.now if sort in _OF_OPEN_DAY else files.truth):
            yield "NOT SEEN, wrong points shown"
        till.days.look_for_damage()
    except Unavailable as error:
        yield f"said, {_short(error)}"
    except Exception as error:  # noqa: BLE001 - the person would see a crash and not what is wrong
        yield f"NOT SAID, crashed: {error!r}"
    finally:
        till.shop.file.close()
    if not replays:
        yield "as it was"
    checked = check_shop(path, PUBLISHED_KEY)
    found = [
        name
        for name, problems in (
            ("pages", checked.pages),
            ("chain", checked.chain),
            ("replay", checked.tables),
            ("sums", checked.sums),
        )
        if problems
    ]
    if found:
        yield f"found by the check ({found[0]})"
    yield "as it was" if sort in _OF_LOG or sort.startswith("witness") else "NOT FOUND by anything"


def _short(error: Unavailable) -> str:
    detail = str(getattr(error, "detail", ""))
    if detail in ("summary", "record"):
        return "books disagree"
    return "seal" if "HMAC" in detail or "malformed" in detail else "tables and indexes disagree"
