"""Power cuts: images of the till's folder as a cut may leave it, each opened by the till and compared.

Writes, syncs, cuts and names are those of the shipped driver (see :mod:`tests.faults.recording`); whatever
was not synced at the moment of the cut is there not at all, whole, in part, torn or in another order. A case
has a number: with the seed of the life it gives the moment and what is there.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import islice
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
from tests.faults.outcome import Control, Outcome, in_two
from tests.faults.recording import Mark, Recording, record
from tests.shops import World

__all__ = ["NUMBERS_OF_A_LIFE", "Cuts", "cut_in_life", "cut_power"]

NUMBERS_OF_A_LIFE = 10_000
"""A case's number says which recorded life it cuts: the numbers of each begin at a multiple of this."""

_OF_A_LIFE = 2_500
"""So many different images are made of one life, then another is recorded."""

_ACTS = 90
_TOLD = ", says the till"
_CHECKED_WHOLE = 250
"""One image of so many is checked from end to end, with a replay of its journal."""


class Cuts(Struct):
    """What the cuts of some lives came to.

    Attributes:
        images: Images opened, all different.
        same: Images that were the same as one before, byte for byte, and were not opened again.
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


def cut_power(seed: int, cases: range, folder: Path) -> Outcome:
    """Make so many different images, and some of a till whose log is not synced at each commit.

    Args:
        cases: As many as they are, or the one number that is to be repeated.
    """
    if shutil.which("strace") is None:
        return Outcome("power", skipped="needs strace, which is not here")
    began = time.monotonic()
    if len(cases) == 1:
        life = cases[0] // NUMBERS_OF_A_LIFE
        whole = cut_in_life(seed + life, cases, folder / "only")
        return _outcome(whole, (), time.monotonic() - began)
    lives = max(1 if len(cases) < 400 else 2, -(-len(cases) // _OF_A_LIFE))
    numbers = [range(life * NUMBERS_OF_A_LIFE, (life + 1) * NUMBERS_OF_A_LIFE) for life in range(lives)]
    wanted = [len(cases[life::lives]) for life in range(lives)]
    control = partial(
        cut_in_life,
        seed,
        numbers[0],
        folder / "control",
        wanted=max(20, len(cases) // 40),
        synchronous="NORMAL",
    )
    jobs = [
        partial(cut_in_life, seed + life, numbers[life], folder / f"life-{life}", wanted=wanted[life])
        for life in range(lives)
    ]
    lost, *parts = in_two([control, *jobs])
    controls = (Control("synchronous=NORMAL", lost.images, lost.lost),)
    return _outcome(_sum(parts), controls, time.monotonic() - began, told=lost.told)


def _outcome(whole: Cuts, controls: tuple[Control, ...], seconds: float, told: int = 0) -> Outcome:
    return Outcome(
        "power",
        whole.images,
        whole.images,
        {
            "different images opened": whole.images,
            **{f"  {how}": whole.how.get(how, 0) for how in HOW},
            "drawn, but the same as one before": whole.same,
            "before the shop had its name": whole.before,
            "whole files checked": whole.checked,
            "images with a loss": whole.lost,
            "images not sound": whole.corrupt,
            "losses of the control the till told of": told,
        },
        tuple(whole.faults),
        seconds,
        controls=controls,
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
    numbers: Sequence[int],
    folder: Path,
    *,
    wanted: int | None = None,
    synchronous: str = "FULL",
    whole_every: int = _CHECKED_WHOLE,
) -> Cuts:
    """Record a life and cut its power until there are enough different images.

    Args:
        numbers: Of the cases; each draws its moment and what is there.
        folder: On a disk in memory; emptied.
        wanted: How many different images; None is one of every number.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    cuts = Cuts()
    recording = record(folder, seed, acts=_ACTS, synchronous=synchronous)
    (folder / "trace").unlink()
    seen: set[bytes] = set()
    left = iter(numbers)
    while cuts.images < (wanted or 1):
        # Some of what is drawn will be the same as an image before.
        draws = len(numbers) if wanted is None else wanted - cuts.images
        some = tuple(islice(left, draws))
        if not some:
            break
        for case, how, told, image in _images(recording, seed, some):
            digest = _digest_of(image, told)
            if digest in seen:
                cuts.same += 1
                continue
            seen.add(digest)
            _lay(image, recording.folder, folder / "image")
            cuts.images += 1
            cuts.how[how] = cuts.how.get(how, 0) + 1
            is_whole = case % whole_every == 0
            cuts.checked += is_whole
            found = tuple(_look(folder / "image", told, seed, is_whole))
            cuts.before += not (folder / "image" / "shop.loyalpos").exists()
            cuts.lost += any(text.startswith("lost") for text in found)
            cuts.told += any(text.endswith(_TOLD) for text in found)
            cuts.corrupt += any(not text.startswith("lost") for text in found)
            cuts.faults += [(case, f"{how}: {text}") for text in found[:3]]
    if wanted is not None and cuts.images < wanted:
        # A count that was not reached is no count of passed ones.
        cuts.faults.append((numbers[0], f"only {cuts.images} different images of {wanted} could be made"))
    shutil.rmtree(folder)
    return cuts


def _digest_of(image: Mapping[str, bytes], told: _Told) -> bytes:
    """Tell images apart; the same bytes after more acknowledgements are another case."""
    digest = blake2b(f"{told.known} {told.backups} {told.made}".encode(), digest_size=16)
    for path in sorted(image):
        digest.update(path.encode())
        digest.update(_digest_of_file(image[path]))
    return digest.digest()


@lru_cache(16)
def _digest_of_file(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


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
    except Exception as error:  # noqa: BLE001 - the person would see a crash, and other images wait
        yield f"crashed at the start: {error!r}"
        return
    try:
        if till.shop.was_cut_off:
            till.days.look_for_damage()
        if is_whole:
            till.days.open()
        looks = is_whole or not till.shop.was_cut_off
        yield from audit(till, told.known, quick=not is_whole, pages=looks)
        there = {made.path.name for made in till.days.backups(where.backups)} if told.backups else set()
        yield from (f"lost: backup {name}" for name in told.backups if name not in there)
    except Unavailable as error:
        yield f"unsound: {error!r}"
    except Exception as error:  # noqa: BLE001 - the person would see a crash, and other images wait
        yield f"broken: {error!r}"
    finally:
        # The power went: nobody has closed the shop properly, and its end is not of interest here.
        (till.shop if is_whole else till.shop.file).close()
    if is_whole and not check_shop(where.shop_file, PUBLISHED_KEY).sound:
        yield "unsound: the check says no"
