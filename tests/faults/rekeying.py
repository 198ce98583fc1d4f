"""Another key for the shop's file and what lies beside it, killed: it opens whole under one of the two."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.bills import Bill
from loyalpos.services.backups import back_up_file, backups_in
from loyalpos.services.keys import Keys
from loyalpos.services.protection import State, protection_of, settle, turn_off, turn_on
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store import wrapping
from loyalpos.store.key_source import read_source
from loyalpos.store.keys import PUBLISHED_KEY, key_id
from loyalpos.store.rekey import opens
from tests.faults.between import LongWork
from tests.faults.children import Say
from tests.faults.lives import outside
from tests.shops import enrolled, new_till

__all__ = ["PROTECTED", "UNPROTECTED", "lay_protected", "lay_unprotected"]

_PASSPHRASE = "mây trắng quán nhỏ"
"""It stands on both sides of a kill, as no keyring in memory would."""

_PHONE = "0912345678"


def _keys(path: Path) -> Keys:
    """Come to the file as a new start does, with somebody who knows the passphrase."""
    # The time argon2id takes is the PC's to bear: the kills are for what is written afterwards.
    wrapping._MEMORY_KIB = 64
    found = Keys(path, folders(path.parent).backups, lambda: None)
    found.take(_PASSPHRASE)
    return found


def lay_unprotected(path: Path) -> None:
    """Lay a shop with two backups and a bill that is in neither."""
    till = new_till(path.parent)
    enrolled(till, _PHONE)
    till.shop.close()
    for amount_vnd in (50_000, 60_000):
        back_up_file(path, PUBLISHED_KEY, folders(path.parent).backups, outside(), drops_old=False)
        till = Till(Shop.open(path, PUBLISHED_KEY, outside()))
        till.counter.record_bill(till.shop.outside.new_id(), None, Bill(amount_vnd), another=True)
        till.shop.close()


def lay_protected(path: Path) -> None:
    """Lay the same, under a key of its own."""
    lay_unprotected(path)
    turn_on(_keys(path), _PASSPHRASE, outside())


def _protect(path: Path, say: Say) -> None:
    turn_on(_keys(path), _PASSPHRASE, outside())
    say("done")


def _unprotect(path: Path, say: Say) -> None:
    turn_off(_keys(path), outside())
    say("done")


def _go_on_after_protecting(path: Path, done: bool) -> None:
    assert _settled(path) is not State.OFF or not done, "protection that was turned on is off"
    # As an owner does it who was not told that it is done, and who may change his mind.
    if protection_of(_keys(path)).state is State.OFF:
        turn_on(_keys(path), _PASSPHRASE, outside())
        _look(path)
    turn_off(_keys(path), outside())
    _look(path)


def _go_on_after_unprotecting(path: Path, done: bool) -> None:
    assert _settled(path) is State.OFF or not done, "protection that was turned off is on"
    if protection_of(_keys(path)).state is not State.OFF:
        turn_off(_keys(path), outside())
        _look(path)


def _settled(path: Path) -> State:
    """Start as the till does: a change that was cut off is ended or taken back."""
    settle(_keys(path), outside())
    source = read_source(path)
    assert source is None or not source.moving, "a change of the key that never ends"
    _look(path)
    return protection_of(_keys(path)).state


def _look(path: Path) -> None:
    keys = _keys(path)
    key, state = keys.of_file(), protection_of(keys).state
    till = Till(Shop.open(path, key, outside()))
    assert len(till.members.find(_PHONE)) == 1, "lost: the member"
    totals = sorted(line.total_vnd for line in till.returns.acts(most=100) if line.total_vnd)
    till.shop.close()
    assert totals == [50_000, 60_000], f"lost: bills, of which {totals} are left"
    backups = backups_in(folders(path.parent).backups)
    assert len(backups) == 2, f"lost: a backup of two, {[made.path.name for made in backups]}"
    expected = None if state is State.OFF else key_id(key)
    assert {None if made.lock is None else made.lock.id for made in backups} == {expected}, "another's backup"
    assert (key == PUBLISHED_KEY) == (state is State.OFF), "a key that nobody is told of"
    left = [each.name for each in path.parent.rglob("*-journal")]
    assert not left, f"pages under the other key are left in {left}"
    for each in path.parent.rglob("*.loyalpos"):
        assert opens(each, key), f"{each.name} is left under the other key"


PROTECTED = LongWork(needs_shop=True, do=_protect, go_on=_go_on_after_protecting)
UNPROTECTED = LongWork(needs_shop=True, do=_unprotect, go_on=_go_on_after_unprotecting)
