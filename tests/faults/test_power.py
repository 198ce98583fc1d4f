"""Power cuts at smoke counts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.services.checking import check_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.disk_image import HOW, Disk
from tests.faults.power import cut_in_life
from tests.faults.recording import Mark, Named, Sync, SyncFolder, Write, record
from tests.shops import World, new_till

pytestmark = pytest.mark.faults

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_nothing_is_lost_in_power_cuts_but_in_the_control() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "power", "--count=40"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "different images opened                           40" in done.stdout
    assert "images with a loss                                 0" in done.stdout
    assert re.search(r"synchronous=NORMAL: with a loss +[1-9]", done.stdout), done.stdout
    assert done.stdout.endswith("\n41 passed, 0 failed\n"), done.stdout


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_life_that_gives_too_few_images_is_a_failure(tmp_path: Path) -> None:
    ((case, text),) = cut_in_life(1, range(2), tmp_path, wanted=3).faults
    assert case == 0
    assert text.startswith("only 2 different images of 3")


def test_what_was_synced_stands_whatever_the_cut_leaves_of_the_rest() -> None:
    disk = Disk()
    for operation in (
        Named("d", (("a", 0),)),
        Write(0, 0, b"old" * 400),
        Sync(0),
        SyncFolder("d"),
        Write(0, 0, b"new" * 400),
        Named("d", (("a", None), ("b", 0))),
    ):
        disk.take(operation)
    seen = set()
    for number in range(200):
        rng = Random(number)
        image = disk.after_a_cut(rng, rng.choice(HOW[:4]))
        assert set(image) in ({"d/a"}, {"d/b"})
        seen |= {(name, content[:3]) for name, content in image.items()}
    assert seen == {(name, word) for name in ("d/a", "d/b") for word in (b"old", b"new")}


def test_any_bytes_may_stand_where_less_than_a_salt_was_written() -> None:
    disk = Disk()
    for operation in (Named("d", (("a", 0),)), SyncFolder("d"), Write(0, 0, b"short")):
        disk.take(operation)
    for number in range(50):
        assert disk.after_a_cut(Random(number), "garbage")["d/a"] in (b"", b"short")


def _cut_while_the_log_is_brought_in(folder: Path) -> Path:
    """Leave a shop whose log is whole and whose file has a page torn in the middle of bringing it in."""
    world = World()
    till = new_till(folder / "till", world)
    till.counter.record_bill(world.new_id(), None, Bill(50_000))
    path = till.shop.file.path
    cut = folder / "cut"
    shutil.copytree(path.parent, cut)
    (cut / f"{path.name}-shm").unlink()
    # The same page twice: before, and as the log brings it in.
    till.shop.close()
    old, new = (cut / path.name).read_bytes(), path.read_bytes()
    torn = next(at for at in range(4096, len(old), 4096) if old[at : at + 4096] != new[at : at + 4096])
    (cut / path.name).write_bytes(old[:torn] + new[torn : torn + 512] + old[torn + 512 :])
    return cut / path.name


def test_a_page_torn_in_the_file_and_whole_in_the_log_is_no_damage(tmp_path: Path) -> None:
    path = _cut_while_the_log_is_brought_in(tmp_path)
    world = World(1)
    world.clock.forward(hours=1)
    till = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    assert till.shop.was_cut_off
    till.days.look_for_damage()
    till.counter.record_bill(world.new_id(), None, Bill(60_000))
    till.shop.close()
    assert check_shop(path, PUBLISHED_KEY).sound


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_first_backup_is_on_the_disk_with_its_folder_when_it_is_acknowledged(tmp_path: Path) -> None:
    recording = record(tmp_path, 1, acts=3)
    disk, name = Disk(), ""
    for operation in recording.operations:
        disk.take(operation)
        if isinstance(operation, Mark) and operation.text.startswith("backup "):
            name = operation.text.removeprefix("backup ")
            break
    left = disk.after_a_cut(Random(0), "none")
    assert f"{recording.folder}/backups/{name}" in left
    assert f"{recording.folder}/backups/{name}.json" in left
