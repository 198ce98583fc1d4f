from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.recovery_code import grouped_code
from loyalpos.errors import (
    CodeWrong,
    KeyringAbsent,
    KeyringFails,
    NotAShopFile,
    PassphraseShort,
    SecretNeeded,
    Unavailable,
)
from loyalpos.services.backups import backups_in, lost_by_restoring, restore_backup
from loyalpos.services.checking import check_shop
from loyalpos.services.keys import Keys
from loyalpos.services.protection import (
    State,
    adopt,
    change_way,
    protection_of,
    prove_code,
    settle,
    take_new_code,
    turn_off,
    turn_on,
)
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.key_source import read_source
from loyalpos.store.keyrings import keep_key, keyring_here
from loyalpos.store.keys import PUBLISHED_KEY, key_id, source_of
from loyalpos.store.rekey import opens
from loyalpos.store.wrapping import unwrap, wrap
from tests.keyrings import MemoryKeyring
from tests.shops import World, enrolled, new_till
from tests.store.steps import killed_at_every_step

NAME = "Trần Thị Diễm Hằng"
PASSPHRASE = "mây trắng quán nhỏ"


class Kept:
    """A shop of one folder on a PC, with a keyring or none, and a stick."""

    def __init__(self, folder: Path, keyring: MemoryKeyring | None) -> None:
        self.data, self.stick, self.keyring, self.world = folder / "data", folder / "stick", keyring, World()
        self.stick.mkdir(parents=True)
        till = new_till(self.data, self.world)
        self.path = till.shop.file.path
        self.backups = self.data / "backups"
        enrolled(till, name=NAME)
        till.days.back_up(self.backups)
        till.days.safekeeping.choose_second(self.backups, self.stick)
        enrolled(till, "0987654321", "Lê Văn Tám")
        till.shop.close()

    def keys(self) -> Keys:
        """Come to the file as a new start does."""
        return Keys(self.path, self.backups, lambda: self.keyring)

    def people(self, keys: Keys) -> int:
        """Open the shop and count who is in it."""
        till = Till(Shop.open(self.path, keys.of_file(), self.world.outside()))
        found = len(till.members.find("0912345678")) + len(till.members.find("0987654321"))
        till.shop.close()
        return found

    def files(self) -> list[Path]:
        """List every file of the folder and the stick."""
        return [each for at in (self.data, self.stick) for each in at.rglob("*") if each.is_file()]


@pytest.fixture(autouse=True, scope="module")
def cheap_secrets() -> Iterator[None]:
    """The memory that argon2id takes is the PC's to bear, not the tests'."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)
        yield


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path, MemoryKeyring())


@given(st.binary(min_size=32, max_size=32), st.text(min_size=1), st.text(min_size=1))
def test_a_wrapped_key_comes_out_as_it_went_in_and_by_nothing_else(key: bytes, one: str, other: str) -> None:
    wrapped = wrap(key, one, lambda count: bytes(count))
    assert unwrap(wrapped, one) == key
    if other != one:
        assert unwrap(wrapped, other) in (None, key)
        assert unwrap(wrapped, one + "x") is None
    assert key not in (wrapped.covered, wrapped.seal)


def test_with_protection_on_no_file_tells_a_name_or_opens_with_the_published_key(kept: Kept) -> None:
    keys = kept.keys()
    assert protection_of(keys).state is State.OFF
    assert all(opens(each, PUBLISHED_KEY) for each in kept.files() if each.suffix == ".loyalpos")
    code = turn_on(keys, None, kept.world.outside())
    shops = [each for each in kept.files() if each.suffix == ".loyalpos"]
    assert len(shops) == 3
    key = keys.of_file()
    for each in kept.files():
        raw = each.read_bytes()
        for planted in (NAME.encode(), NAME.encode("utf-16-le"), b"0987654321", key, key.hex().encode()):
            assert planted not in raw, each
        assert code.encode() not in raw
        assert grouped_code(code).encode() not in raw
    assert not any(opens(each, PUBLISHED_KEY) for each in shops)
    assert kept.people(kept.keys()) == 2
    assert check_shop(kept.path, kept.keys().of_file()).sound
    (backup,) = backups_in(kept.backups)
    (on_stick,) = backups_in(kept.stick)
    assert kept.keys().of_backup(backup) == kept.keys().of_backup(on_stick) == key


def test_protection_counts_once_the_code_was_typed(kept: Kept) -> None:
    keys = kept.keys()
    code = turn_on(keys, None, kept.world.outside())
    assert protection_of(keys).state is State.UNFINISHED
    with pytest.raises(CodeWrong) as unread:
        prove_code(keys, code[:-1] + str((int(code[-1]) + 1) % 10))
    assert (unread.value.reads, unread.value.missing) == (False, 0)
    with pytest.raises(CodeWrong) as begun:
        prove_code(keys, grouped_code(code)[:9])
    assert (begun.value.reads, begun.value.missing) == (False, 16)
    with pytest.raises(CodeWrong) as other:
        prove_code(keys, "0" * 22 + "01")
    assert other.value.reads
    assert protection_of(kept.keys()).state is State.UNFINISHED
    prove_code(keys, grouped_code(code))
    assert protection_of(kept.keys()) == protection_of(keys)
    assert protection_of(keys).state is State.ON
    assert protection_of(keys).way == "keyring"


def test_off_again_everything_opens_with_the_published_key(kept: Kept) -> None:
    keys = kept.keys()
    turn_on(keys, None, kept.world.outside())
    turn_off(keys, kept.world.outside())
    assert protection_of(kept.keys()).state is State.OFF
    assert all(opens(each, PUBLISHED_KEY) for each in kept.files() if each.suffix == ".loyalpos")
    assert kept.people(kept.keys()) == 2
    assert not source_of(kept.path).exists()
    assert kept.keyring is not None
    assert not kept.keyring.kept


def test_a_passphrase_is_asked_for_and_opens(tmp_path: Path) -> None:
    kept = Kept(tmp_path, None)
    with pytest.raises(KeyringAbsent):
        turn_on(kept.keys(), None, kept.world.outside())
    with pytest.raises(PassphraseShort):
        turn_on(kept.keys(), "ngắn", kept.world.outside())
    assert kept.people(kept.keys()) == 2
    code = turn_on(kept.keys(), PASSPHRASE, kept.world.outside())
    keys = kept.keys()
    with pytest.raises(SecretNeeded) as asked:
        keys.of_file()
    assert (asked.value.asks, asked.value.was_wrong) == ("passphrase", False)
    assert not keys.take("another one")
    with pytest.raises(SecretNeeded) as again:
        keys.of_file()
    assert again.value.was_wrong
    assert keys.take(PASSPHRASE)
    assert kept.people(keys) == 2
    change_way(keys, "mưa rào ngoài phố", kept.world.outside())
    later = kept.keys()
    assert not later.take(PASSPHRASE)
    assert later.take("mưa rào ngoài phố")
    assert kept.people(later) == 2
    by_code = kept.keys()
    assert by_code.take(code)
    assert kept.people(by_code) == 2


def test_a_keyring_that_lost_the_key_is_given_it_back_by_the_code(kept: Kept) -> None:
    code = turn_on(kept.keys(), None, kept.world.outside())
    assert kept.keyring is not None
    kept.keyring.kept.clear()
    keys = kept.keys()
    with pytest.raises(SecretNeeded) as asked:
        keys.of_file()
    assert asked.value.asks == "code"
    assert keys.take(code)
    assert kept.people(keys) == 2
    assert kept.people(kept.keys()) == 2
    kept.keyring.is_locked = True
    with pytest.raises(SecretNeeded):
        kept.keys().of_file()
    with pytest.raises(KeyringFails):
        keep_key(kept.keyring, bytes(32))


def test_the_paper_and_the_stick_bring_the_shop_back_on_another_pc(kept: Kept, tmp_path: Path) -> None:
    code = turn_on(kept.keys(), None, kept.world.outside())
    shutil.rmtree(kept.data)
    new_keyring = MemoryKeyring()
    keys = Keys(kept.path, kept.backups, lambda: new_keyring)
    (backup,) = backups_in(kept.stick)
    assert keys.of_file() == PUBLISHED_KEY
    with pytest.raises(SecretNeeded) as asked:
        keys.of_backup(backup)
    assert asked.value.asks == "code"
    assert keys.take(code)
    key = keys.of_backup(backup)
    kept.data.mkdir()
    adopt(keys, backup, key)
    restore_backup(kept.path, backup, key, kept.world.outside())
    later = Keys(kept.path, kept.backups, lambda: new_keyring)
    assert kept.people(later) == 1
    assert protection_of(later).way == "keyring"


def test_a_backup_of_before_protection_is_restored_under_the_key_of_now(kept: Kept, tmp_path: Path) -> None:
    old = tmp_path / "carried away"
    shutil.copytree(kept.backups, old)
    (backup,) = backups_in(old)
    keys = kept.keys()
    turn_on(keys, None, kept.world.outside())
    theirs = keys.of_backup(backup)
    assert theirs == PUBLISHED_KEY
    lost = lost_by_restoring(kept.path, keys.of_file(), backup, theirs)
    assert lost is not None
    assert lost.members == 1
    restore_backup(kept.path, backup, keys.of_file(), kept.world.outside(), backup_key=theirs)
    assert not opens(kept.path, PUBLISHED_KEY)
    assert kept.people(kept.keys()) == 1


def test_a_stick_that_was_away_is_not_left_open(kept: Kept, tmp_path: Path) -> None:
    away = tmp_path / "pocket"
    kept.stick.rename(away)
    keys = kept.keys()
    turn_on(keys, None, kept.world.outside())
    away.rename(kept.stick)
    assert len(protection_of(kept.keys()).open_copies) == 1
    till = Till(Shop.open(kept.path, kept.keys().of_file(), kept.world.outside()))
    till.days.back_up(kept.backups)
    till.shop.close()
    assert protection_of(kept.keys()).open_copies == ()
    assert not any(opens(made.path, PUBLISHED_KEY) for made in backups_in(kept.stick))


def test_a_new_code_makes_the_old_one_worthless_here_and_in_the_backups(kept: Kept) -> None:
    keys = kept.keys()
    old = turn_on(keys, None, kept.world.outside())
    prove_code(keys, old)
    new = take_new_code(keys, kept.world.outside())
    assert protection_of(keys).state is State.UNFINISHED
    source = keys.source()
    assert source is not None
    on_stick = backups_in(kept.stick)
    assert on_stick
    assert all(made.lock == source.lock for made in on_stick)
    assert kept.keyring is not None
    kept.keyring.kept.clear()
    source_of(kept.path).unlink()
    later = kept.keys()
    with pytest.raises(NotAShopFile):
        kept.people(later)
    # What lies beside the file is lost: the backups say what opens it.
    with pytest.raises(SecretNeeded):
        later.of_strange_file()
    assert not later.take(old)
    assert later.take(new)
    assert later.of_strange_file() == keys.of_file()


@pytest.mark.parametrize("beside", ["", "{", "[]", '{"lock": {"id": 3}}', '{"lock": {"id": "x"}}'])
def test_a_spoilt_note_beside_the_file_asks_or_says_what_is_wrong(kept: Kept, beside: str) -> None:
    code = turn_on(kept.keys(), None, kept.world.outside())
    source_of(kept.path).write_text(beside)
    keys = kept.keys()
    try:
        assert kept.people(keys) == 2
    except Unavailable:
        assert keys.take(code)
        assert keys.of_strange_file()
        assert kept.people(keys) == 2


def test_a_note_beside_an_unprotected_file_does_no_harm(kept: Kept) -> None:
    before = kept.path.read_bytes()
    turn_on(kept.keys(), None, kept.world.outside())
    kept.path.write_bytes(before)
    assert kept.people(kept.keys()) == 2
    assert protection_of(kept.keys()).state is State.OFF


def test_this_system_has_one_of_the_pinned_keyrings_or_none() -> None:
    found = keyring_here()
    pinned = {"keyring.backends.Windows", "keyring.backends.macOS", "keyring.backends.SecretService"}
    assert found is None or type(found).__module__ in {*pinned, "keyring.backends.kwallet"}


@pytest.mark.parametrize("going", ["on", "off"])
def test_killed_at_any_step_the_shop_opens_whole(tmp_path: Path, going: str) -> None:
    """A passphrase stands on both sides of the kill, as no keyring in memory would."""
    first = Kept(tmp_path / "first", None)
    if going == "off":
        turn_on(first.keys(), PASSPHRASE, first.world.outside())
    here = tmp_path / "here"
    deaths = set[str]()

    def prepare() -> None:
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(first.data, here)

    def keys() -> Keys:
        found = Keys(here / first.path.name, here / "backups", lambda: None)
        found.take(PASSPHRASE)
        return found

    def job() -> None:
        if going == "on":
            turn_on(keys(), PASSPHRASE, World(7).outside())
        else:
            turn_off(keys(), World(7).outside())

    (here / "backups").mkdir(parents=True)
    (first.backups / "second-folder.json").unlink()
    for _ in killed_at_every_step(prepare, job):
        found = keys()
        path = here / first.path.name
        settle(found, World(8).outside())
        found = keys()
        state = protection_of(found).state
        deaths.add(state)
        till = Till(Shop.open(path, found.of_file(), World(9).outside()))
        assert len(till.members.find("0987654321")) == 1
        till.shop.close()
        source = read_source(path)
        assert source is None or not source.moving
        names = {None if made.lock is None else made.lock.id for made in backups_in(here / "backups")}
        assert names, "the backup is gone"
        if state is State.OFF:
            assert found.of_file() == PUBLISHED_KEY
        else:
            assert names == {key_id(found.of_file())}, "a copy is left open"
        for each in (*here.glob("*.loyalpos"), *(here / "backups").glob("*.loyalpos")):
            assert opens(each, found.of_file()), each
    assert deaths == {State.OFF, State.UNFINISHED}


def test_a_change_that_fails_once_the_file_has_its_new_key_keeps_what_opens_it(kept: Kept) -> None:
    in_the_way = kept.backups / "x.loyalpos.half"
    in_the_way.mkdir()
    with pytest.raises(Unavailable):
        turn_on(kept.keys(), None, kept.world.outside())
    assert not opens(kept.path, PUBLISHED_KEY)
    assert kept.people(kept.keys()) == 2
    in_the_way.rmdir()
    settle(kept.keys(), kept.world.outside())
    assert kept.people(kept.keys()) == 2
    assert protection_of(kept.keys()).open_copies == ()


def test_a_passphrase_in_place_of_the_keyring_leaves_no_key_in_it(kept: Kept) -> None:
    assert kept.keyring is not None
    turn_on(kept.keys(), None, kept.world.outside())
    assert len(kept.keyring.kept) == 1
    with pytest.raises(PassphraseShort):
        change_way(kept.keys(), "m" * 9, kept.world.outside())
    assert len(kept.keyring.kept) == 1
    change_way(kept.keys(), "m" * 10, kept.world.outside())
    assert kept.keyring.kept == {}
    later = kept.keys()
    assert later.take("m" * 10)
    assert kept.people(later) == 2


def test_a_shop_that_is_not_made_yet_is_made_under_its_own_key(tmp_path: Path) -> None:
    """Also where a first try was cut off, and nobody typed what was to open it."""
    path = tmp_path / "shop.loyalpos"
    world, keys = World(), Keys(path, tmp_path / "backups", lambda: None)
    turn_on(keys, PASSPHRASE, world.outside())
    anew = Keys(path, tmp_path / "backups", lambda: None)
    turn_on(anew, PASSPHRASE, world.outside())
    assert anew.of_file() not in (keys.of_file(), PUBLISHED_KEY)
    turn_off(Keys(path, tmp_path / "backups", lambda: None), world.outside())
    assert not source_of(path).exists()
