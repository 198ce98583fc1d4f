from __future__ import annotations

import resource
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from loyalpos.errors import BackupFailed, DiskFull, FolderReadOnly, SecondFolderAway
from loyalpos.store.backup import Backup, back_up, backups
from loyalpos.store.check import check
from loyalpos.store.disk import sync_file
from loyalpos.store.file import ShopFile
from loyalpos.store.manifest import manifest_of
from loyalpos.store.second_choice import SecondFolder, chosen, note
from loyalpos.store.second_folder import catch_up, is_there, mark
from tests.store.acts import AT, KEY, grow, lefts, new_file
from tests.store.steps import killed_at_every_step

_MARK = "loyalpos-backups.txt"


def _backed_up(folder: Path, days: int = 1) -> tuple[Backup, ...]:
    """A backup on each of the last days, newest first."""
    file = new_file(folder / "shop")
    made = []
    for number in range(days):
        grow(file, number + 1, number + 1)
        made.append(back_up(file, folder / "first", at=AT - timedelta(days=days - 1 - number)))
    file.close()
    return tuple(reversed(made))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    (tmp_path / "first").mkdir()
    mark(place, tmp_path / "first")
    return place


def _hashes(made: tuple[Backup, ...]) -> list[str]:
    return [each.sha256 for each in made]


def test_what_the_second_folder_lacks_is_copied_and_opens_there(tmp_path: Path, stick: Path) -> None:
    made = _backed_up(tmp_path, days=3)
    assert _hashes(catch_up(tmp_path / "first", stick, now=AT)) == _hashes(made)
    assert _hashes(backups(stick)) == _hashes(made)
    assert catch_up(tmp_path / "first", stick, now=AT) == (), "nothing is copied twice"
    copy = ShopFile.open(backups(stick)[0].path, KEY)
    assert set(lefts(copy).values()) == {1, 2, 3}
    assert check(copy).is_clean
    copy.close()


def test_a_folder_that_comes_back_is_caught_up(tmp_path: Path, stick: Path) -> None:
    file = new_file(tmp_path / "shop")
    first = back_up(file, tmp_path / "first", at=AT)
    catch_up(tmp_path / "first", stick, now=AT)
    away = stick.rename(tmp_path / "in the bag")
    for hours in (4, 8):
        back_up(file, tmp_path / "first", at=AT + timedelta(hours=hours))
        with pytest.raises(SecondFolderAway):
            catch_up(tmp_path / "first", stick, now=AT + timedelta(hours=hours))
    away.rename(stick)
    assert len(catch_up(tmp_path / "first", stick, now=AT + timedelta(hours=9))) == 2
    assert _hashes(backups(stick)) == _hashes(backups(tmp_path / "first"))
    assert first.sha256 in _hashes(backups(stick))
    file.close()


def test_nothing_is_written_where_a_stick_was_pulled_out(tmp_path: Path, stick: Path) -> None:
    _backed_up(tmp_path)
    shutil.rmtree(stick)
    stick.mkdir()
    assert not is_there(stick)
    with pytest.raises(SecondFolderAway):
        catch_up(tmp_path / "first", stick, now=AT)
    assert list(stick.iterdir()) == []


def test_old_ones_go_from_the_second_folder_as_from_the_first(tmp_path: Path, stick: Path) -> None:
    _backed_up(tmp_path, days=3)
    catch_up(tmp_path / "first", stick, now=AT)
    later = AT + timedelta(days=60)
    file = ShopFile.open(tmp_path / "shop" / "shop.loyalpos", KEY)
    newest = back_up(file, tmp_path / "first", at=later)
    file.close()
    catch_up(tmp_path / "first", stick, now=later)
    assert _hashes(backups(stick)) == [newest.sha256]


def test_old_ones_are_not_copied_to_be_dropped(tmp_path: Path, stick: Path) -> None:
    made = _backed_up(tmp_path, days=3)
    copied = catch_up(tmp_path / "first", stick, now=AT + timedelta(days=60))
    assert _hashes(copied) == _hashes(made[:1])


def test_a_broken_backup_is_not_copied(tmp_path: Path, stick: Path) -> None:
    broken, good = _backed_up(tmp_path, days=2)
    broken.path.write_bytes(broken.path.read_bytes()[:-1] + b"?")
    assert _hashes(catch_up(tmp_path / "first", stick, now=AT)) == [good.sha256]


def test_a_copy_that_went_bad_is_made_again(tmp_path: Path, stick: Path) -> None:
    (made,) = _backed_up(tmp_path)
    (copied,) = catch_up(tmp_path / "first", stick, now=AT)
    copied.path.write_bytes(copied.path.read_bytes()[:-1] + b"?")
    assert backups(stick) == ()
    catch_up(tmp_path / "first", stick, now=AT)
    assert _hashes(backups(stick)) == [made.sha256]


def test_a_backup_keyed_anew_under_its_old_name_is_copied_again(tmp_path: Path, stick: Path) -> None:
    (made,) = _backed_up(tmp_path)
    catch_up(tmp_path / "first", stick, now=AT)
    made.path.unlink()
    file = ShopFile.open(tmp_path / "shop" / "shop.loyalpos", KEY)
    anew = back_up(file, tmp_path / "first", at=AT)
    file.close()
    assert anew.path == made.path
    assert anew.sha256 != made.sha256
    catch_up(tmp_path / "first", stick, now=AT)
    assert _hashes(backups(stick)) == [anew.sha256]


def test_a_stick_that_keeps_other_bytes_than_it_was_given_has_no_backup(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _backed_up(tmp_path)

    def losing(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1] + b"?")

    monkeypatch.setattr("loyalpos.store.second_folder.shutil.copyfile", losing)
    with pytest.raises(BackupFailed):
        catch_up(tmp_path / "first", stick, now=AT)
    assert [each.name for each in stick.iterdir()] == [_MARK]


def test_a_stick_pulled_out_in_the_middle_of_a_copy_is_away(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _backed_up(tmp_path)

    def unplugged(path: Path) -> None:
        sync_file(path)
        shutil.rmtree(stick)

    monkeypatch.setattr("loyalpos.store.second_folder.sync_file", unplugged)
    with pytest.raises(SecondFolderAway):
        catch_up(tmp_path / "first", stick, now=AT)
    monkeypatch.undo()
    stick.mkdir()
    mark(stick, tmp_path / "first")
    catch_up(tmp_path / "first", stick, now=AT)
    assert _hashes(backups(stick)) == _hashes(made)


def test_a_stick_without_room_says_so_and_keeps_no_half_copy(tmp_path: Path, stick: Path) -> None:
    (made,) = _backed_up(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (made.size_bytes // 2, hard))
    try:
        with pytest.raises(DiskFull):
            catch_up(tmp_path / "first", stick, now=AT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [each.name for each in stick.iterdir()] == [_MARK]
    assert len(catch_up(tmp_path / "first", stick, now=AT)) == 1


def test_a_catching_up_killed_at_any_step_is_finished_by_the_next(tmp_path: Path, stick: Path) -> None:
    made = _backed_up(tmp_path, days=2)

    def clear() -> None:
        for each in stick.iterdir():
            if each.name != _MARK:
                each.unlink()

    deaths = 0
    for _ in killed_at_every_step(clear, lambda: catch_up(tmp_path / "first", stick, now=AT)):
        deaths += 1
        assert set(_hashes(backups(stick))) <= set(_hashes(made))
        catch_up(tmp_path / "first", stick, now=AT)
        assert _hashes(backups(stick)) == _hashes(made)
        names = {each.path.name for each in backups(stick)}
        assert {each.name for each in stick.iterdir()} == {
            *(_MARK, *names),
            *(manifest_of(Path(name)).name for name in names),
        }
    assert deaths > 5


def test_the_first_folder_is_no_second_one(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "other name").symlink_to(tmp_path / "first")
    for same in ("first", "other name"):
        with pytest.raises(FolderReadOnly):
            mark(tmp_path / same, tmp_path / "first")
    assert list((tmp_path / "first").iterdir()) == []


def test_the_choice_is_kept_beside_the_backups(tmp_path: Path) -> None:
    assert chosen(tmp_path / "backups") is None
    for second in (
        SecondFolder(Path("/media/usb/Bảo sao")),
        SecondFolder(Path("/media/usb"), AT),
        SecondFolder(Path("/media/usb"), None, failing=True),
    ):
        note(tmp_path / "backups", second)
        assert chosen(tmp_path / "backups") == second
    note(tmp_path / "backups", None)
    assert chosen(tmp_path / "backups") is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"path": 3, "away_since": null, "failing": false}', "\xff"]
)
def test_a_choice_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "second-folder.json").write_text(text, encoding="latin-1")
    assert chosen(tmp_path) is None
