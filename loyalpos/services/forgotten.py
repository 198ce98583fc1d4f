"""An owner who forgot their PIN gets another one: for a proof that it is their shop, or after a wait.

Of a protected shop the recovery code, or the passphrase that is typed at each start, is the proof: both give
the key of the file, and whoever has that can read and write the file without this program anyway. Without
protection nothing proves anything, because everybody has the key; there another PIN holds after three days,
in which the till says at each change of the person that it was asked for. That owner's PIN of now, or an
owner or a manager, stops it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from hmac import compare_digest
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.recovery_code import digits_missing, read_code
from loyalpos.engine.staff import LOCKED_AFTER, AskedPin, Person, Right, Role
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import CodeTooSoon, CodeWrong, PersonGone, ProofUnfit, ProofWrong
from loyalpos.services.pins import hashed_pin
from loyalpos.services.shop import Shop
from loyalpos.services.staff import OwnerProof, Staff
from loyalpos.store import asked_pins, staff
from loyalpos.store.key_source import Lock, read_source
from loyalpos.store.keys import PUBLISHED_KEY, key_id
from loyalpos.store.wrapping import unwrap

__all__ = ["Asked", "Forgotten", "Proof"]

_WHOEVER: Final = UUID(int=0)
"""Whose tries of a proof are counted: nobody has said yet who they are."""


class Proof(StrEnum):
    """What proves whose shop it is: the code on paper, that or the passphrase of the start, or nothing."""

    CODE = "code"
    EITHER = "either"
    NONE = "none"


class Asked(Struct, frozen=True):
    """Another PIN of an owner was asked for without a proof.

    Attributes:
        holds_from: When it holds, unless somebody stops it.
    """

    person: Person
    at: datetime
    holds_from: datetime


class Forgotten:
    """This gives owners who forgot their PIN another one."""

    def __init__(self, shop: Shop, people: Staff) -> None:
        self._shop = shop
        self._staff = people

    def proof(self) -> Proof:
        """Tell what proves here whose shop it is."""
        if compare_digest(self._shop.file.key, PUBLISHED_KEY):
            return Proof.NONE
        lock = self._lock()
        return Proof.CODE if lock is None or lock.passphrase is None else Proof.EITHER

    def reset(self, person: UUID, pin: str, typed: str) -> Person:
        """Give an owner another PIN for the recovery code or the passphrase, and let them be at work.

        A try is on the disk before it is judged, as with PINs, and waits as long.

        Raises:
            ProofUnfit: Nothing that is typed can be the proof here.
            ProofWrong: What was typed opens nothing here.
            CodeWrong: It is no recovery code, or another one.
            CodeTooSoon: After wrong ones this has to wait; it was not looked at.
            PersonGone, PinUnfit: As with :meth:`Staff.reset_owner_pin`.
        """
        self._owner(person)
        self._staff.refuse_pin(Role.OWNER, pin)
        lock = self._lock()
        if lock is None:
            raise ProofUnfit
        code = read_code(typed)
        if code is None and lock.passphrase is None:
            # Its check digits say so: a slip of the pen is no try.
            raise CodeWrong(reads=False, missing=digits_missing(typed))
        self._count_try()
        secrets = ((lock.recovery, code), (lock.passphrase, typed))
        keys = (unwrap(wrapped, secret) for wrapped, secret in secrets if wrapped and secret)
        key = next((one for one in keys if one is not None), None)
        if key is None:
            raise CodeWrong(reads=True) if code is not None else ProofWrong()
        self._staff.reset_owner_pin(person, pin, OwnerProof(key))
        with self._shop.file.work() as connection:
            staff.forget_tries(connection, _WHOEVER)
        self._shop.sign_in(person)
        return self._owner(person)

    def ask(self, person: UUID, pin: str) -> Asked:
        """Ask for another PIN of an owner where nothing proves anything; one asked for before is gone.

        Raises:
            ProofUnfit: Something does.
            PersonGone: There is no such owner.
            PinUnfit: It is not six digits, or the first that anybody would try.
        """
        if self.proof() is not Proof.NONE:
            raise ProofUnfit
        whose = self._owner(person)
        self._staff.refuse_pin(Role.OWNER, pin)
        asked = AskedPin(hashed_pin(pin, self._shop.outside.random_bytes), to_ms(self._shop.now()))
        with self._shop.file.work() as connection:
            asked_pins.keep_asked(connection, person, asked)
            self._shop.write(connection, "owner_pin_asked", {"person": person.hex})
        return _told(whose, asked)

    def asked(self) -> tuple[Asked, ...]:
        """List what was asked for and neither holds in place of the old PIN yet nor was stopped."""
        with self._shop.file.read() as connection:
            found = asked_pins.asked_pins(connection)
        owners = {one.id: one for one in self._staff.people() if one.role is Role.OWNER and one.has_pin}
        return tuple(_told(owners[whose], asked) for whose, asked in found.items() if whose in owners)

    def stop(self, person: UUID) -> None:
        """Let an owner's PIN stay what it is; a manager may, too.

        Raises:
            NotAllowed: Whoever is at the till may not.
            PersonGone: There is no such owner.
        """
        at_work = self._shop.at_work
        if at_work is None or at_work.role is not Role.MANAGER:
            self._shop.demand(Right.STAFF)
        self._owner(person)
        with self._shop.file.work() as connection:
            if asked_pins.asked_of(connection, person) is not None:
                asked_pins.forget_asked(connection, person)
                self._shop.write(connection, "owner_pin_kept", {"person": person.hex})

    def _lock(self) -> Lock | None:
        """Find the ways to the key the open file has."""
        source = read_source(self._shop.file.path)
        name = key_id(self._shop.file.key)
        return None if source is None else next((one for one in source.locks if one.id == name), None)

    def _owner(self, person: UUID) -> Person:
        found = next((one for one in self._staff.people() if one.id == person), None)
        if found is None or found.role is not Role.OWNER or not found.has_pin:
            raise PersonGone
        return found

    def _count_try(self) -> None:
        with self._shop.file.work() as connection:
            now_ms = to_ms(self._shop.now())
            seen = staff.tries_of(connection, _WHOEVER)
            tries, wait_ms = seen.seen_at(now_ms), seen.wait_ms(now_ms, Role.OWNER) or 0
            if wait_ms == 0:
                tries = (type(tries)() if tries.wrong >= LOCKED_AFTER else tries).next(now_ms)
            staff.keep_tries(connection, _WHOEVER, tries)
        if wait_ms:
            raise CodeTooSoon(-(-wait_ms // 1_000))


def _told(person: Person, asked: AskedPin) -> Asked:
    return Asked(person, from_ms(asked.at_ms), from_ms(asked.holds_from_ms))
