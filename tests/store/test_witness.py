"""What the witness beside a file tells of books that end too soon, and where it says nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from loyalpos.errors import ActsMissing, DiskFails, FileDamaged, FileMissing, Unavailable
from loyalpos.store.backup import back_up
from loyalpos.store.check import copied_aside
from loyalpos.store.connecting import WAIT_MS
from loyalpos.store.disk import log_files, witness_file
from loyalpos.store.file import APPLICATION_ID, SCHEMA_VERSION, ShopFile
from loyalpos.store.first_look import look, refuse_older_log
from loyalpos.store.journal import append, append_all, begin_life, head
from loyalpos.store.moving import carry_over
from loyalpos.store.rekey import rekey_file
from loyalpos.store.restore import restore
from loyalpos.store.swap import aside_files
from loyalpos.store.witness import Reach, Witness
from tests.store.acts import AT, KEY, act, grow, lefts, new_file, salt

NEW_LIFE, OTHER_KEY = b"life after resto", bytes(range(32))
_FRAME, _BEFORE_FRAMES = 4096 + 24, 32


def _left_open(folder: Path, acts: int = 6) -> Path:
    """A folder as a killed till leaves it: half of the acts in the file, the others in its log."""
    file = new_file(folder / "open")
    grow(file, 1, acts // 2)
    file.close()
    file = ShopFile.open(file.path, KEY)
    grow(file, acts // 2 + 1, acts)
    left = folder / "left"
    shutil.copytree(file.path.parent, left)
    file.close()
    return left / file.path.name


def _opened(path: Path, key: bytes = KEY) -> dict[str, int]:
    file = ShopFile.open(path, key)
    try:
        return lefts(file)
    finally:
        file.close()


def test_a_log_cut_anywhere_is_told_and_how_much_is_missing(tmp_path: Path) -> None:
    path = _left_open(tmp_path)
    log, index = log_files(path)
    whole, before = log.read_bytes(), path.read_bytes()
    assert len(whole) > _FRAME * 6
    told: list[int] = []
    for size in range(0, len(whole) + 1, _FRAME):
        path.write_bytes(before)
        index.unlink(missing_ok=True)
        left = whole[: _BEFORE_FRAMES + size] if size else b""
        log.write_bytes(left)
        missing = _missing(path)
        if missing is None:
            assert len(_opened(path)) == 6, "all of it is there"
            continue
        assert (path.read_bytes(), log.read_bytes()) == (before, left), "nothing is touched"
        told.append(missing)
        file = ShopFile.open(path, KEY, lacking=True)
        assert len(lefts(file)) == 6 - missing
        file.close()
    assert told == sorted(told, reverse=True)
    assert {1, 2, 3} == set(told)


def _missing(path: Path) -> int | None:
    try:
        ShopFile.open(path, KEY).close()
    except ActsMissing as missing:
        return missing.records
    return None


def test_a_file_of_an_earlier_day_put_back_by_hand_is_told(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    file.close()
    kept = file.path.read_bytes()
    file = ShopFile.open(file.path, KEY)
    grow(file, 4, 5)
    file.close()
    now = file.path.read_bytes()
    file.path.write_bytes(kept)
    with pytest.raises(ActsMissing) as missing:
        ShopFile.open(file.path, KEY)
    assert (missing.value.records, missing.value.since, missing.value.until) == (2, AT, AT)
    file.path.write_bytes(now)
    assert len(_opened(file.path)) == 5


def test_a_copy_somebody_went_on_with_elsewhere_is_told_when_it_comes_back(tmp_path: Path) -> None:
    file = new_file(tmp_path / "shop")
    grow(file, 1, 3)
    file.close()
    shutil.copytree(tmp_path / "shop", tmp_path / "home")
    for folder, first in (("shop", 4), ("home", 10)):
        file = ShopFile.open(tmp_path / folder / file.path.name, KEY)
        grow(file, first, first + 2)
        file.close()
    shutil.copy(tmp_path / "home" / file.path.name, tmp_path / "shop" / file.path.name)
    with pytest.raises(ActsMissing) as missing:
        ShopFile.open(tmp_path / "shop" / file.path.name, KEY)
    assert missing.value.records is None, "where they parted cannot be told"


def test_the_file_of_before_a_restore_put_back_by_hand_is_told(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    made = back_up(file, tmp_path / "backups", at=AT)
    grow(file, 4, 5)
    file.close()
    restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    file = ShopFile.open(file.path, KEY)
    grow(file, 6, 9)
    file.close()
    (aside,) = aside_files(file.path)
    shutil.copy(aside, file.path)
    with pytest.raises(ActsMissing) as missing:
        ShopFile.open(file.path, KEY)
    assert (missing.value.origin, missing.value.records) == (NEW_LIFE, None)


def test_what_is_written_before_somebody_agrees_to_a_loss_hides_none(tmp_path: Path) -> None:
    path = _left_open(tmp_path)
    log_files(path)[0].unlink()
    file = ShopFile.open(path, KEY, lacking=True)
    # As ten wrong PINs are.
    grow(file, 20, 20)
    file.close()
    with pytest.raises(ActsMissing) as missing:
        ShopFile.open(path, KEY)
    assert missing.value.seq == 6


# Where it says nothing -----------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [0, 1, 50, 100, 119])
def test_a_witness_torn_anywhere_says_nothing(tmp_path: Path, cut: int) -> None:
    path = _left_open(tmp_path)
    whole = witness_file(path).read_bytes()
    log_files(path)[0].unlink()
    for torn in (whole[:cut], whole[:cut] + bytes(len(whole) - cut)):
        witness_file(path).write_bytes(torn)
        assert Witness(path, KEY).read() is None
    assert len(_opened(path)) == 3
    assert Witness(path, KEY).read() is not None, "from now on there is one again"


def test_any_bit_of_a_witness_that_was_turned_is_seen(tmp_path: Path) -> None:
    witness = Witness(tmp_path / "shop.loyalpos", KEY)
    witness.note(b"first life of it", Reach(NEW_LIFE, 7, bytes(32), 1_000))
    witness.close()
    whole = witness.path.read_bytes()
    assert witness.read() == (b"first life of it", Reach(NEW_LIFE, 7, bytes(32), 1_000))
    for place in range(len(whole)):
        turned = bytearray(whole)
        turned[place] ^= 1 << place % 8
        witness.path.write_bytes(turned)
        assert witness.read() is None


def test_another_shops_file_put_here_is_no_loss(tmp_path: Path) -> None:
    file = new_file(tmp_path / "ours")
    grow(file, 1, 5)
    file.close()
    other = ShopFile.create(
        tmp_path / "other" / file.path.name, KEY, origin=b"of another shop.", began_at_ms=1
    )
    grow(other, 1, 1)
    other.close()
    shutil.copy(other.path, file.path)
    assert len(_opened(file.path)) == 1


def test_a_new_shop_where_one_was_deleted_by_hand_is_no_loss(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 5)
    file.close()
    file.path.unlink()
    new_file(tmp_path).close()
    assert _opened(file.path) == {}


def _restored(path: Path, folder: Path) -> Path:
    file = ShopFile.open(path, KEY)
    made = back_up(file, folder / "backups", at=AT)
    grow(file, 7, 9)
    file.close()
    restore(path, made, KEY, origin=NEW_LIFE, at=AT)
    return path


def _keyed_anew(path: Path, _folder: Path) -> Path:
    ShopFile.open(path, KEY).close()
    rekey_file(path, KEY, OTHER_KEY, at=AT)
    return path


def _moved(path: Path, folder: Path) -> Path:
    target = folder / "elsewhere" / path.name
    target.parent.mkdir()
    # What lay there once must not speak of what comes.
    stale = Witness(target, KEY)
    stale.note(b"first life of it", Reach(b"first life of it", 99, bytes(32), 1))
    stale.close()
    carry_over(path, target, KEY, at=AT, decide=lambda: None)
    assert not witness_file(path).exists()
    return target


def _copied(path: Path, folder: Path) -> Path:
    shutil.copytree(path.parent, folder / "new PC")
    return folder / "new PC" / path.name


@pytest.mark.parametrize("change", [_restored, _keyed_anew, _moved, _copied], ids=lambda each: each.__name__)
def test_what_the_program_does_to_its_file_is_no_loss(
    tmp_path: Path, change: Callable[[Path, Path], Path]
) -> None:
    path = _left_open(tmp_path)
    key = OTHER_KEY if change is _keyed_anew else KEY
    path = change(path, tmp_path)
    file = ShopFile.open(path, key)
    assert len(lefts(file)) == 6
    grow(file, 20, 21)
    file.close()
    kept = file.path.read_bytes()
    file = ShopFile.open(path, key)
    grow(file, 22, 22)
    file.close()
    path.write_bytes(kept)
    with pytest.raises(ActsMissing) as missing:
        ShopFile.open(path, key)
    assert missing.value.records == 1, "and from then on it is witnessed as before"


def test_a_life_that_began_before_anything_was_witnessed_is_no_loss(tmp_path: Path) -> None:
    path = _left_open(tmp_path)
    witness = witness_file(path).read_bytes()
    file = ShopFile.open(path, KEY)
    with file.work() as connection:
        begin_life(connection, NEW_LIFE, 2)
    file.close()
    # As after a kill between the commit and the witness's next word.
    witness_file(path).write_bytes(witness)
    assert len(_opened(path)) == 6


def test_what_another_program_reads_beside_an_open_till_is_no_loss(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    for number in range(1, 6):
        grow(file, number, number)
        beside = ShopFile.open(file.path, KEY)
        grow(file, number + 10, number + 10)
        assert len(lefts(beside)) == 2 * number
        beside.close()
    file.close()
    assert len(_opened(file.path)) == 10


def test_a_log_that_another_process_brought_in_since_the_look_is_not_of_an_earlier_day(
    tmp_path: Path,
) -> None:
    file = new_file(tmp_path)
    look_now = partial(
        look, file.path, KEY, None, application=APPLICATION_ID, known=SCHEMA_VERSION, wait_ms=WAIT_MS
    )
    grow(file, 1, 3)
    found = look_now()
    grow(file, 4, 6)
    file.empty_log()
    assert log_files(file.path)[0].stat().st_size
    assert refuse_older_log(file.path, KEY, found, look_now).goes_to == (1, 6)
    with pytest.raises(FileDamaged, match="log of an earlier day"):
        refuse_older_log(file.path, KEY, found, lambda: found)
    file.close()


# A disk that does not take it -----------------------------------------------------------------------


def test_an_act_is_done_although_the_witness_cannot_be_written(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.close()
    witness_file(file.path).unlink()
    witness_file(file.path).mkdir()
    file = ShopFile.open(file.path, KEY)
    grow(file, 1, 2)
    file.close()
    assert len(_opened(file.path)) == 2


def test_nothing_that_was_taken_back_is_witnessed(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 2)
    before = witness_file(file.path).read_bytes()

    def stumble() -> None:
        with file.work() as connection:
            append(connection, act(3), salt=salt)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert witness_file(file.path).read_bytes() == before
    with file.read() as connection:
        assert connection.reached is None
    file.close()


def test_many_acts_written_at_once_are_witnessed_to_the_last(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        append_all(connection, [act(number) for number in range(1, 6)], salt=salt)
    with file.read() as connection:
        last = head(connection)
    said = Witness(file.path, KEY).read()
    assert said is not None
    assert (said[1].seq, said[1].hash) == (last.seq, last.hash)
    file.close()


def test_a_folder_taken_away_under_an_open_file_is_told_and_nothing_is_acknowledged(tmp_path: Path) -> None:
    file = new_file(tmp_path / "stick")
    grow(file, 1, 2)
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    with pytest.raises(FileMissing):
        grow(file, 3, 3)
    with pytest.raises(FileMissing):
        grow(file, 3, 3)
    (tmp_path / "pulled out").rename(tmp_path / "stick")
    grow(file, 4, 4)
    assert {"gift 1", "gift 2", "gift 4"} <= lefts(file).keys()
    file.close()


def test_a_file_that_may_only_be_read_is_compared_with_its_witness_too(tmp_path: Path) -> None:
    path = _left_open(tmp_path)
    log_files(path)[0].unlink()
    with copied_aside(path) as copy, pytest.raises(ActsMissing):
        ShopFile.open(copy, KEY)


# The beginning of the file ----------------------------------------------------------------------------


def test_a_damaged_salt_is_told_from_another_key_where_the_witness_knows_the_key(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 20)
    file.close()
    good = file.path.read_bytes()
    assert _trouble(file.path, OTHER_KEY) == "NotAShopFile", "another key is another key"
    file.path.write_bytes(Random(1).randbytes(16) + good[16:])
    assert _trouble(file.path, KEY) == "FileDamaged"
    plain = tmp_path / "plain.db"
    other_program = sqlite3.connect(plain)
    other_program.execute("CREATE TABLE t (a)")
    other_program.close()
    for other in (plain.read_bytes(), b"a list of customers"):
        file.path.write_bytes(other)
        assert _trouble(file.path, KEY) == "NotAShopFile", "another file is another file"
    file.path.write_bytes(Random(1).randbytes(16) + good[16:])
    witness_file(file.path).unlink()
    assert _trouble(file.path, KEY) == "NotAShopFile", "without a witness the two look the same"


def _trouble(path: Path, key: bytes) -> str:
    with pytest.raises(Unavailable) as told:
        ShopFile.open(path, key)
    assert not isinstance(told.value, DiskFails)
    assert isinstance(told.value, FileDamaged) == (type(told.value).__name__ == "FileDamaged")
    return type(told.value).__name__
