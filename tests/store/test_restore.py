from __future__ import annotations

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.errors import BackupUnusable, FileDamaged, Unavailable
from loyalpos.store.backup import Backup, back_up
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import check
from loyalpos.store.connecting import connect
from loyalpos.store.disk import sha256_of
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import head
from loyalpos.store.restore import forget_asides, preview, restore
from tests.store.acts import AT, KEY, grow, lefts, new_file
from tests.store.steps import killed_at_every_step

NEW_LIFE = b"life after resto"


def _shop_with_backup(folder: Path) -> tuple[ShopFile, Backup]:
    """Three acts in the backup and two more after it."""
    file = new_file(folder)
    grow(file, 1, 3)
    made = back_up(file, folder / "backups", at=AT)
    grow(file, 4, 5)
    return file, made


def _lost(file: ShopFile, made: Backup) -> int:
    return preview(file.path, KEY, made).records


def _of_a_newer_program(made: Backup) -> Backup:
    """The same backup, as a newer program would have made it."""
    driver = connect(made.path, KEY, "write")
    driver.execute("PRAGMA user_version=99")
    driver.close()
    return replace(made, version=99, sha256=sha256_of(made.path))


def _with_a_page_harmed(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    for page in range(2, len(raw) // 4096):
        raw[page * 4096 + 100] ^= 4
    path.write_bytes(bytes(raw))


def test_what_would_be_lost_is_counted_before(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    assert _lost(file, made) == 2
    assert _lost(file, back_up(file, tmp_path / "backups", at=AT)) == 0
    file.close()


def test_what_would_be_lost_is_counted_over_a_restore_too(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    later = back_up(file, tmp_path / "backups", at=AT)
    file.close()
    restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    file = ShopFile.open(file.path, KEY)
    grow(file, 11, 13)
    assert _lost(file, made) == 3
    assert _lost(file, later) == 3
    file.close()


@pytest.mark.parametrize("harm", ["damaged", "missing", "newer"])
def test_a_backup_that_cannot_be_restored_is_told_before(tmp_path: Path, harm: str) -> None:
    file, made = _shop_with_backup(tmp_path)
    match harm:
        case "damaged":
            _with_a_page_harmed(made.path)
        case "missing":
            made.path.unlink()
        case _:
            made = _of_a_newer_program(made)
    with pytest.raises(BackupUnusable) as refused:
        preview(file.path, file.key, made)
    assert (refused.value.path, refused.value.why) == (made.path, harm)
    file.close()


def test_a_backup_with_another_key_is_told_before(tmp_path: Path) -> None:
    file, _ = _shop_with_backup(tmp_path / "ours")
    other = ShopFile.create(
        tmp_path / "other.loyalpos", bytes(range(32)), origin=b"of another shop.", began_at_ms=1
    )
    made = back_up(other, tmp_path / "ours" / "backups", at=AT)
    other.close()
    with pytest.raises(BackupUnusable, match="foreign"):
        preview(file.path, file.key, made)
    file.close()


def test_a_backup_of_another_shop_is_neither_counted_nor_restored_over_a_file(tmp_path: Path) -> None:
    file, _ = _shop_with_backup(tmp_path / "ours")
    other = ShopFile.create(tmp_path / "other.loyalpos", KEY, origin=b"of another shop.", began_at_ms=1)
    grow(other, 1, 2)
    made = back_up(other, tmp_path / "theirs", at=AT)
    other.close()
    with pytest.raises(BackupUnusable, match="foreign"):
        preview(file.path, KEY, made)
    file.close()
    with pytest.raises(BackupUnusable, match="foreign"):
        restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    file = ShopFile.open(file.path, KEY)
    assert len(lefts(file)) == 5
    file.close()
    file.path.write_bytes(b"")
    restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    file = ShopFile.open(file.path, KEY)
    assert len(lefts(file)) == 2, "of a file that says nothing it may be"
    file.close()


@pytest.mark.parametrize("content", [b"", bytes(8192), b"a letter\n"])
def test_of_what_is_no_shops_file_nothing_is_counted(tmp_path: Path, content: bytes) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    file.path.write_bytes(content)
    with pytest.raises(Unavailable):
        preview(file.path, KEY, made)


def test_what_the_file_of_now_lacks_already_is_lost_too_unless_the_backup_has_it(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    early = back_up(file, tmp_path / "backups", at=AT)
    grow(file, 4, 5)
    file.close()
    kept = file.path.read_bytes()
    file = ShopFile.open(file.path, KEY)
    grow(file, 6, 8)
    middle = back_up(file, tmp_path / "backups", at=AT)
    grow(file, 9, 12)
    last = back_up(file, tmp_path / "backups", at=AT)
    file.close()
    file.path.write_bytes(kept)
    found = [preview(file.path, KEY, made) for made in (early, middle, last)]
    assert [(lost.records, lost.missing, lost.in_all) for lost in found] == [(2, 7, 9), (0, 4, 4), (0, 0, 0)]


def test_how_much_of_a_later_life_is_lost_nobody_can_tell_but_its_own_backup(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    aside = restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    assert aside is not None
    file = ShopFile.open(file.path, KEY)
    grow(file, 11, 13)
    last = back_up(file, tmp_path / "backups", at=AT)
    file.close()
    shutil.copyfile(aside, file.path)
    assert preview(file.path, KEY, made).in_all is None
    assert preview(file.path, KEY, last).missing == 0


def test_damage_of_the_shops_file_is_not_laid_on_the_backup(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    file = ShopFile.open(file.path, KEY)
    _with_a_page_harmed(file.path)
    with pytest.raises(FileDamaged) as told:
        preview(file.path, file.key, made)
    assert told.value.path == file.path
    file.close()


def test_a_restored_file_goes_on_in_a_new_life_and_the_old_one_is_kept(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    aside = restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    assert aside is not None
    restored = ShopFile.open(file.path, KEY)
    assert set(lefts(restored).values()) == {1, 2, 3}
    grow(restored, 6, 7)
    with restored.read() as connection:
        end = head(connection)
        assert (end.origin, end.seq) == (NEW_LIFE, 2)
        assert verify_chain(connection) == ()
    assert check(restored).is_clean
    restored.close()
    old = ShopFile.open(aside, KEY)
    assert set(lefts(old).values()) == {1, 2, 3, 4, 5}
    old.close()


def test_what_stood_only_in_the_log_goes_aside_with_its_file(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    # A till that was killed: its log is still there.
    killed = tmp_path / "killed"
    killed.mkdir()
    for each in tmp_path.glob("shop.loyalpos*"):
        shutil.copy(each, killed)
    assert (killed / "shop.loyalpos-wal").stat().st_size > 0
    file.close()
    aside = restore(killed / "shop.loyalpos", made, KEY, origin=NEW_LIFE, at=AT)
    assert aside is not None
    restored, old = ShopFile.open(killed / "shop.loyalpos", KEY), ShopFile.open(aside, KEY)
    assert (len(lefts(restored)), len(lefts(old))) == (3, 5)
    restored.close()
    old.close()


def test_a_file_that_is_lost_or_ruined_is_restored_all_the_same(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    file.path.write_bytes(b"ruined")
    aside = restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    assert aside is not None
    assert aside.read_bytes() == b"ruined"
    file.path.unlink()
    assert restore(file.path, made, KEY, origin=b"a third life her", at=AT) is None
    restored = ShopFile.open(file.path, KEY)
    assert len(lefts(restored)) == 3
    restored.close()


def test_two_restores_in_one_second_keep_both_old_files(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    first = restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    second = restore(file.path, made, KEY, origin=b"a third life her", at=AT)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    assert second.exists()


@pytest.mark.parametrize("harm", ["byte", "missing", "key", "another backup", "newer"])
def test_a_backup_that_is_not_what_it_was_changes_nothing(tmp_path: Path, harm: str) -> None:
    file, made = _shop_with_backup(tmp_path)
    earlier = back_up(file, tmp_path / "backups", at=AT).path.read_bytes()
    file.close()
    key = KEY
    if harm == "byte":
        raw = bytearray(made.path.read_bytes())
        raw[9000] ^= 4
        made.path.write_bytes(bytes(raw))
    elif harm == "another backup":
        made.path.write_bytes(earlier)
    elif harm == "missing":
        made.path.unlink()
    elif harm == "newer":
        made = _of_a_newer_program(made)
    else:
        key = bytes(32)
    with pytest.raises(Unavailable) as refused:
        restore(file.path, made, key, origin=NEW_LIFE, at=AT)
    assert isinstance(refused.value, BackupUnusable)
    assert refused.value.path == made.path
    assert refused.value.why == {"missing": "missing", "key": "foreign", "newer": "newer"}.get(
        harm, "damaged"
    )
    names = {each.name for each in tmp_path.iterdir()}
    assert names == {"shop.loyalpos", "shop.loyalpos-witness", "backups"}
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == 5
    again.close()


def test_a_restore_killed_at_any_step_leaves_the_old_file_or_the_restored_one(tmp_path: Path) -> None:
    source = tmp_path / "source"
    file, made = _shop_with_backup(source)
    # With a log beside it, as a till that was killed leaves it.
    left = {each.name: each.read_bytes() for each in source.glob("shop.loyalpos*")}
    file.close()
    folder = tmp_path / "till"
    path = folder / "shop.loyalpos"

    def lay_out() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, raw in left.items():
            (folder / name).write_bytes(raw)

    seen = []
    for _ in killed_at_every_step(lay_out, lambda: restore(path, made, KEY, origin=NEW_LIFE, at=AT)):
        assert ShopFile.is_there(path)
        till = ShopFile.open(path, KEY)
        with till.read() as connection:
            restored = head(connection).origin == NEW_LIFE
        assert len(lefts(till)) == (3 if restored else 5)
        assert check(till).is_clean
        grow(till, 20, 20)
        till.close()
        asides = list(folder.glob("shop-before-*.loyalpos"))
        assert len(asides) == restored
        for aside in asides:
            old = ShopFile.open(aside, KEY)
            assert len(lefts(old)) == 5
            old.close()
        others = {each.name for each in folder.iterdir()} - {"shop.loyalpos", "shop.loyalpos-witness"}
        assert all(name.startswith("shop-before-") for name in others)
        seen.append(restored)
    # Once decided, decided: old files first, restored ones after, and both were seen.
    assert seen == sorted(seen)
    assert set(seen) == {False, True}


def test_what_was_moved_aside_is_kept_for_35_days_and_the_newest_for_ever(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    asides = [
        restore(file.path, made, KEY, origin=bytes([days]) * 16, at=AT + timedelta(days=days))
        for days in (0, 0, 1, 5)
    ]
    for aside in asides:
        assert aside is not None
        aside.with_name(f"{aside.name}-wal").write_bytes(b"what a kill has left")
    others = [tmp_path / name for name in ("shop-before-tet.loyalpos", "shop-before-20260101T000000Z.txt")]
    for other in others:
        other.write_bytes(b"a person's own")

    def there(days: int) -> list[Path | None]:
        stay = forget_asides(file.path, now=AT + timedelta(days=days))
        assert list(stay) == [aside for aside in reversed(asides) if aside is not None and aside.exists()]
        assert all(aside.with_name(f"{aside.name}-wal").exists() for aside in stay)
        assert len(list(tmp_path.glob("shop-before-*.loyalpos-wal"))) == len(stay)
        return list(reversed(stay))

    assert there(35) == asides
    assert there(36) == asides[2:]
    assert there(39) == asides[3:]
    assert there(400) == asides[3:]
    assert all(other.exists() for other in others)
    assert len(list((tmp_path / "backups").iterdir())) == 2
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == 3
    again.close()


def test_of_files_moved_aside_in_one_second_the_last_is_the_newest(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    asides = [restore(file.path, made, KEY, origin=bytes([n]) * 16, at=AT) for n in range(11)]
    assert forget_asides(file.path, now=AT + timedelta(days=36)) == (asides[-1],)


def test_a_cut_off_restore_is_not_taken_for_a_shop_that_has_no_file(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    file.path.rename(tmp_path / "shop.loyalpos.ready-20260302T023000Z")
    assert not file.path.exists()
    with pytest.raises(FileExistsError):
        new_file(tmp_path)
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == 5
    again.close()
    assert made.records == 3


def test_a_backup_whose_chain_is_broken_is_not_restored_whatever_its_manifest_says(tmp_path: Path) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    driver = connect(made.path, KEY, "write")
    driver.execute("UPDATE record SET who = 'Hoa' WHERE rowid = 2")
    driver.close()
    with pytest.raises(BackupUnusable, match="damaged"):
        restore(file.path, replace(made, sha256=sha256_of(made.path)), KEY, origin=NEW_LIFE, at=AT)
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == 5
    again.close()


def test_a_restore_that_was_said_to_fail_is_not_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, made = _shop_with_backup(tmp_path)
    file.close()
    replaced = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(source) == file.path:
            # As a system does that renames no file another program has open.
            raise PermissionError(errno.EACCES, "held")
        replaced(source, target)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(Unavailable):
        restore(file.path, made, KEY, origin=NEW_LIFE, at=AT)
    monkeypatch.undo()
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == 5
    again.close()
