from __future__ import annotations

import json
import threading
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.errors import BackupFailed, FolderReadOnly
from loyalpos.store import backup as backup_module
from loyalpos.store.backup import back_up, backups, newest, records_since
from loyalpos.store.check import check, projection_differences
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import head
from loyalpos.store.manifest import manifest_of
from loyalpos.store.record import canonical
from loyalpos.store.swap import finish_swap
from tests.store.acts import AT, KEY, grow, lefts, new_file, tampered
from tests.store.steps import killed_at_every_step


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_holds_all_that_was_acknowledged_even_what_is_only_in_the_log(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 30)
    made = back_up(file, tmp_path / "backups", at=AT, replay=projection_differences)
    with file.read() as connection:
        end = head(connection)
    assert (made.origin, made.seq, made.hash, made.records) == (end.origin, 30, end.hash, 30)
    assert made.at == AT
    assert backups(tmp_path / "backups") == (made,)
    copy = ShopFile.open(made.path, KEY)
    assert lefts(copy) == lefts(file)
    assert check(copy).is_clean
    copy.close()
    file.close()


def test_the_manifest_says_why_and_what_is_in_it(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    made = back_up(file, tmp_path / "b", at=AT, why="import")
    assert (made.why, made.records, made.bills, made.members) == ("import", 3, 0, 0)
    assert backups(tmp_path / "b") == (made,)
    grow(file, 4, 5)
    with file.read() as connection:
        assert records_since(connection, made) == 2
    file.close()


def test_a_manifest_of_an_earlier_program_is_believed(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    made = back_up(file, tmp_path / "b", at=AT)
    manifest = manifest_of(made.path)
    read = json.loads(manifest.read_bytes())
    for name in ("why", "bills", "members", "seal"):
        del read[name]
    manifest.write_bytes(canonical({**read, "seal": sha256(canonical(read)).hexdigest()}))
    assert backups(tmp_path / "b") == (replace(made, why=""),)
    file.close()


def test_the_newest_sound_backup_is_found_behind_a_broken_one(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    good = back_up(file, tmp_path / "b", at=AT)
    broken = back_up(file, tmp_path / "b", at=AT + timedelta(hours=1))
    assert newest(tmp_path / "b") == broken
    broken.path.write_bytes(broken.path.read_bytes()[:-1])
    assert newest(tmp_path / "b") == good
    file.close()


def test_a_backup_is_keyed_and_its_manifest_names_nobody(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    made = back_up(file, tmp_path / "backups", at=AT)
    raw = made.path.read_bytes()
    assert b"SQLite" not in raw
    assert b"gift" not in raw
    manifest = json.loads((tmp_path / "backups" / f"{made.path.name}.json").read_text())
    assert set(manifest) == {
        *("at", "version", "origin", "seq", "hash", "records", "size_bytes", "sha256", "seal"),
        *("why", "bills", "members"),
    }
    file.close()


def test_two_backups_of_one_second_are_two(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    first, second = (back_up(file, tmp_path, at=AT) for _ in range(2))
    assert first.path != second.path
    assert set(backups(tmp_path)) == {first, second}
    file.close()


def test_an_empty_shop_can_be_backed_up(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    assert back_up(file, tmp_path / "b", at=AT, replay=projection_differences).records == 0
    file.close()


def test_a_backup_while_the_counter_goes_on_holds_a_beginning_of_the_journal(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 5)
    stop = threading.Event()
    written = [5]

    def go_on() -> None:
        while not stop.is_set():
            written[0] += 1
            grow(file, written[0], written[0])

    seller = threading.Thread(target=go_on)
    seller.start()
    try:
        made = [back_up(file, tmp_path / "b", at=AT, replay=projection_differences) for _ in range(5)]
    finally:
        stop.set()
        seller.join()
    counted = [each.records for each in made]
    assert counted == sorted(counted)
    for each in made:
        copy = ShopFile.open(each.path, KEY)
        assert set(lefts(copy).values()) == set(range(1, each.records + 1))
        copy.close()
    file.close()


@pytest.mark.parametrize(
    ("breaking", "detail"),
    [
        ("UPDATE record SET who = 'Hoa' WHERE rowid = 2", "content 2"),
        ("DELETE FROM link WHERE seq = 2", "hole 3"),
        ('UPDATE stock SET "left" = 99 WHERE rowid = 1', "replay"),
    ],
)
def test_a_shop_whose_books_do_not_agree_gets_no_backup(tmp_path: Path, breaking: str, detail: str) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    with file.work() as connection:
        connection.exec_driver_sql(breaking)
    with pytest.raises(BackupFailed) as failed:
        back_up(file, tmp_path / "b", at=AT, replay=projection_differences)
    assert failed.value.detail == detail
    assert _names(tmp_path / "b") == []
    file.close()


@pytest.mark.parametrize(
    ("to_source", "to_copy", "difference"),
    [
        ("", "", None),
        ("", "DELETE FROM stock WHERE reward = 'gift 1'", "stock"),
        ("", "DELETE FROM record WHERE rowid = 1", "record"),
        ("DELETE FROM link WHERE seq > 1", "DELETE FROM link WHERE seq > 2", "head"),
        ("UPDATE link SET hash = zeroblob(32) WHERE seq = 2", "DELETE FROM link WHERE seq > 2", "head"),
        ("", "DELETE FROM link WHERE seq > 2", None),
        ("", "DELETE FROM link WHERE seq IN (1, 3)", "link"),
    ],
)
def test_a_copy_is_compared_with_its_source(
    tmp_path: Path, to_source: str, to_copy: str, difference: str | None
) -> None:
    source, copy = new_file(tmp_path, "source"), new_file(tmp_path, "copy")
    grow(source, 1, 3)
    grow(copy, 1, 3)
    with tampered(source) as one, tampered(copy) as other:
        for connection, change in ((one, to_source), (other, to_copy)):
            connection.exec_driver_sql(change or "SELECT 1")
        assert backup_module._difference(one, other) == difference
    source.close()
    copy.close()


def test_a_copy_that_is_not_equal_to_its_source_is_no_backup(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)

    def meanwhile(*_: object) -> tuple[object, ...]:
        with file.work() as connection:
            connection.exec_driver_sql("DELETE FROM stock")
        return ()

    with pytest.raises(BackupFailed) as failed:
        back_up(file, tmp_path / "b", at=AT, replay=meanwhile)
    assert failed.value.detail == "stock"
    assert _names(tmp_path / "b") == []
    file.close()


def test_a_backup_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    (tmp_path / "b").write_text("a file in the way")
    with pytest.raises(Exception) as failed:
        back_up(file, tmp_path / "b" / "c", at=AT)
    assert type(failed.value).__module__ == FolderReadOnly.__module__
    grow(file, 1, 1)
    file.close()


@pytest.mark.parametrize("where", [0, 5_000, -1])
def test_a_backup_with_one_wrong_byte_is_not_shown(tmp_path: Path, where: int) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    made = back_up(file, tmp_path / "b", at=AT)
    raw = bytearray(made.path.read_bytes())
    raw[where] ^= 1
    made.path.write_bytes(bytes(raw))
    assert backups(tmp_path / "b") == ()
    file.close()


@pytest.mark.parametrize(
    "manifest", ["", "[]", "{}", "null", '{"seal": 1}', '{"at": "x", "seal": "y"}', "[" * 90_000]
)
def test_a_backup_whose_manifest_is_not_as_written_is_not_shown(tmp_path: Path, manifest: str) -> None:
    file = new_file(tmp_path)
    made = back_up(file, tmp_path / "b", at=AT)
    (tmp_path / "b" / f"{made.path.name}.json").write_text(manifest)
    assert backups(tmp_path / "b") == ()
    file.close()


def test_a_manifest_with_another_date_is_not_believed(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    made = back_up(file, tmp_path / "b", at=AT)
    manifest = tmp_path / "b" / f"{made.path.name}.json"
    manifest.write_text(manifest.read_text().replace("2026-03", "2027-03"))
    assert backups(tmp_path / "b") == ()
    file.close()


def test_a_backup_killed_at_any_step_is_whole_or_not_shown(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    file.close()
    folder = tmp_path / "b"

    def clear() -> None:
        folder.mkdir(exist_ok=True)
        for each in folder.iterdir():
            each.unlink()

    def job() -> None:
        back_up(ShopFile.open(file.path, KEY), folder, at=AT)

    deaths = 0
    for _ in killed_at_every_step(clear, job):
        deaths += 1
        shown = backups(folder)
        assert all(each.records == 3 for each in shown)
        again = ShopFile.open(file.path, KEY)
        made = back_up(again, folder, at=AT + timedelta(hours=1))
        again.close()
        whole = {each.path.name for each in (*shown, made)}
        assert set(_names(folder)) == whole | {f"{name}.json" for name in whole}
    assert deaths > 5


def test_the_journal_of_a_copy_that_was_killed_is_swept_away_with_it_or_alone(tmp_path: Path) -> None:
    file, folder = new_file(tmp_path), tmp_path / "backups"
    folder.mkdir()
    for name in ("a.loyalpos.half", "a.loyalpos.half-journal", "b.loyalpos.half-journal"):
        (folder / name).write_bytes(b"pages")
    made = back_up(file, folder, at=AT)
    assert _names(folder) == sorted([made.path.name, manifest_of(made.path).name])
    file.close()
    path = file.path
    for left in (".restoring-journal", ".restoring.half-journal"):
        path.with_name(f"{path.name}{left}").write_bytes(b"pages")
    finish_swap(path)
    assert [each for each in _names(path.parent) if "journal" in each] == []
