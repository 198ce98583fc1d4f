"""Power cuts: images of the till's folder as a cut may leave it, each opened by the till and compared.

Writes, syncs, cuts and names are those of the shipped driver (see :mod:`tests.faults.recording`); whatever
was not synced at the moment of the cut is there not at all, whole, in part, torn or in another order. A case
has a number: with the seed of the life it gives the moment and what is there.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random

from msgspec import Struct, field

from loyalpos.errors import ActsMissing, Unavailable
from loyalpos.services.checking import check_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.audit import audit
from tests.faults.disk_image import HOW, Disk
from tests.faults.notebook import Notebook
from tests.faults.outcome import Outcome, in_two
from tests.faults.recording import Mark, Recording, record
from tests.shops import World

__all__ = ["CASES_OF_A_LIFE", "Cuts", "cut_in_life", "cut_power"]

CASES_OF_A_LIFE = 5_000
"""So many cuts are tried in one recorded life, then another is recorded."""

_ACTS = 90
_TOLD = ", says the till"
_CHECKED_WHOLE = 250
"""One image of so many is checked from end to end, with a replay of its journal."""


class Cuts(Struct):
    """What the cuts of some lives came to.

    Attributes:
        images: Images opened, all different.
        same: Images that were the same as one before, byte for byte.
        how: How many of each sort.
        before: Images with no shop in them yet, rightly.
        checked: Images checked from end to end.
        lost: Images in which something acknowledged was missing …
        told: … and the till said so itself: its witness had outlived what it had seen.
        faults: What must not be, with its case.
    """

    images: int = 0
    same: int = 0
    how: dict[str, int] = field(default_factory=dict)
    before: int = 0
    checked: int = 0
    lost: int = 0
    told: int = 0
    corrupt: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)


class _Told(Struct):
    """What had been acknowledged when the power went."""

    known: Notebook
    made: bool = False
    backups: list[str] = field(default_factory=list)
    card_of: str = ""


def cut_power(seed: int, cases: range, folder: Path, *, control: int) -> Outcome:
    """Cut the power in so many cases, and in the control, whose log is not synced at each commit.

    Args:
        cases: Their numbers; each life has so many as :data:`CASES_OF_A_LIFE`, the control's are its first.
    """
    if shutil.which("strace") is None:
        return Outcome("power", skipped="needs strace, which is not here")
    lives: dict[int, list[int]] = {}
    for case in cases:
        lives.setdefault(case // CASES_OF_A_LIFE, []).append(case)
    jobs = [partial(cut_in_life, seed + life, own, folder / f"power-{life}") for life, own in lives.items()]
    # Few cases, as in a smoke run, are shared out as well: the recording is made twice, the cuts are not.
    if len(jobs) == 1 and len(cases) > 400:
        only = next(iter(lives.values()))
        jobs = [partial(cut_in_life, seed, only[part::2], folder / f"power-{part}") for part in range(2)]
    began = time.monotonic()
    whole = _sum(in_two(jobs))
    took = time.monotonic() - began
    lost = (
        _sum([cut_in_life(seed, range(control), folder / "control", synchronous="NORMAL")])
        if control
        else None
    )
    faults = list(whole.faults)
    if lost is not None and not lost.lost:
        faults.append((0, "the control with synchronous=NORMAL lost nothing: these figures prove nothing"))
    return Outcome(
        "power",
        {
            "images opened": whole.images,
            **{f"  {how}": whole.how.get(how, 0) for how in HOW},
            "the same as one before": whole.same,
            "before the shop had its name": whole.before,
            "whole files checked": whole.checked,
            "images with a loss": whole.lost,
            "images not sound": whole.corrupt,
            **(
                {}
                if lost is None
                else {
                    "control (NORMAL): images opened": lost.images,
                    "control: with a loss": lost.lost,
                    "control: told by the till": lost.told,
                }
            ),
        },
        tuple(faults),
        took,
    )


def _sum(parts: Sequence[Cuts]) -> Cuts:
    whole = Cuts()
    for part in parts:
        for name in ("images", "same", "before", "checked", "lost", "told", "corrupt"):
            setattr(whole, name, getattr(whole, name) + getattr(part, name))
        whole.faults += part.faults
        for how, count in part.how.items():
            whole.how[how] = whole.how.get(how, 0) + count
    return whole


def cut_in_life(
    seed: int,
    cases: Sequence[int],
    folder: Path,
    *,
    synchronous: str = "FULL",
    whole_every: int = _CHECKED_WHOLE,
) -> Cuts:
    """Record a life and cut its power in every case.

    Args:
        cases: Numbers; each draws its moment and what is there.
        folder: On a disk in memory; emptied.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    cuts = Cuts()
    recording = record(folder, seed, acts=_ACTS, synchronous=synchronous)
    (folder / "trace").unlink()
    place = folder / "image"
    seen: set[bytes] = set()
    for case, how, told, image in _images(recording, seed, cases):
        digest = blake2b(digest_size=16)
        for path in sorted(image):
            digest.update(path.encode())
            digest.update(image[path])
        # The same bytes after more acknowledgements are another case.
        digest.update(f"{len(told.known.bills)} {told.known} {told.backups}".encode())
        if digest.digest() in seen:
            cuts.same += 1
            continue
        seen.add(digest.digest())
        _lay(image, recording.folder, place)
        cuts.images += 1
        cuts.how[how] = cuts.how.get(how, 0) + 1
        is_whole = case % whole_every == 0
        cuts.checked += is_whole
        found = tuple(_look(place, told, seed, is_whole))
        cuts.before += not (place / "shop.loyalpos").exists()
        cuts.lost += any(text.startswith("lost") for text in found)
        cuts.told += any(text.endswith(_TOLD) for text in found)
        cuts.corrupt += any(not text.startswith("lost") for text in found)
        cuts.faults += [(case, f"{how}: {text}") for text in found[:3]]
    shutil.rmtree(folder)
    return cuts


def _images(
    recording: Recording, seed: int, cases: Sequence[int]
) -> Iterator[tuple[int, str, _Told, dict[str, bytes]]]:
    """Walk through the life once; stop at the moment of each case."""
    moments: dict[int, list[tuple[int, Random]]] = {}
    for case in cases:
        rng = Random(f"{seed}:{case}")
        moments.setdefault(rng.randrange(len(recording.operations)), []).append((case, rng))
    disk, told = Disk(), _Told(Notebook(()))
    for number, operation in enumerate(recording.operations):
        disk.take(operation)
        if isinstance(operation, Mark):
            _tell(told, operation.text)
        for case, rng in moments.get(number, ()):
            how = rng.choice(HOW)
            yield case, how, told, disk.after_a_cut(rng, how)


def _tell(told: _Told, line: str) -> None:
    word, _, rest = line.partition(" ")
    if word == "made":
        told.made = True
    elif word == "backup":
        told.backups.append(rest)
    else:
        told.known.take(line)


def _lay(image: dict[str, bytes], was: str, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for path, content in image.items():
        target = place / path.removeprefix(f"{was}/")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)


def _look(place: Path, told: _Told, seed: int, is_whole: bool) -> Iterator[str]:
    """Start the till as its window does, and compare; give what must not be."""
    where = folders(place)
    world = World(seed + 1)
    world.clock.forward(hours=9)
    try:
        if not Shop.is_there(where.shop_file):
            if told.made:
                yield "lost: the shop that was made"
            return
        till = Till(Shop.open(where.shop_file, PUBLISHED_KEY, world.outside(), who="Lan"))
    except ActsMissing as error:
        # Rightly so in the control; whose log is synced at each commit may never be told that.
        yield f"lost: {error!r}{_TOLD}"
        return
    except Unavailable as error:
        yield f"does not open: {error!r}"
        return
    try:
        if till.shop.was_cut_off:
            till.days.look_for_damage()
        if is_whole:
            till.days.open()
        yield from audit(till, told.known, quick=not is_whole)
        there = {made.path.name for made in till.days.backups(where.backups)} if told.backups else set()
        yield from (f"lost: backup {name}" for name in told.backups if name not in there)
    except Unavailable as error:
        yield f"unsound: {error!r}"
    finally:
        # The power went: nobody has closed the shop properly, and its end is not of interest here.
        (till.shop if is_whole else till.shop.file).close()
    if is_whole and not check_shop(where.shop_file, PUBLISHED_KEY).sound:
        yield "unsound: the check says no"
