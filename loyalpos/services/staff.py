"""The PINs of those who work in the shop, and who is at the till."""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.staff import LOCKED_AFTER, Approval, AskedPin, Person, Right, Role, is_easy, is_pin
from loyalpos.engine.times import to_ms
from loyalpos.errors import (
    LastOwner,
    NotAllowed,
    OwnerFirst,
    PersonGone,
    PinLocked,
    PinTooSoon,
    PinUnfit,
    ProofUnfit,
    WrongPin,
)
from loyalpos.services.people import People
from loyalpos.services.pins import hashed_pin, is_right
from loyalpos.store import asked_pins, keys, staff
from loyalpos.store.file import Connection, ShopFile

__all__ = ["OwnerProof", "Staff", "asks_who"]


class OwnerProof(Struct, frozen=True):
    """What proves whose shop it is: the key of its file, as the recovery code on paper gives it."""

    key: bytes


class Staff(People):
    """The people of a shop with their PINs; each method that changes something is one transaction."""

    # PINs -----------------------------------------------------------------------------------------

    def set_pin(self, person: UUID, pin: str) -> None:
        """Give somebody a PIN; whoever is at the till may give themselves another one.

        It takes as long as a PIN takes to check, with no transaction open meanwhile.

        Raises:
            NotAllowed: Whoever is at the till may not change who works here.
            PersonGone: They work here no more.
            PinUnfit: It is not six digits, or the first that anybody would try.
            OwnerFirst: No owner has a PIN yet, and this is none.
        """
        at_work = self._shop.at_work
        if at_work is None or at_work.id != person:
            self._shop.demand(Right.STAFF)
        whose = self._here(person)
        self.refuse_pin(whose.role, pin)
        self._keep_pin(person, pin)
        if whose.role is Role.OWNER and not self._shop.at_work:
            # Whoever sets the first PIN of the shop is at work with it.
            self._shop.sign_in(person)

    def refuse_pin(self, role: Role, pin: str) -> None:
        """Say before anything is written whether somebody of a role can have a PIN.

        Raises:
            PinUnfit, OwnerFirst: As with :meth:`set_pin`.
        """
        if not is_pin(pin):
            raise PinUnfit("form")
        if is_easy(pin):
            raise PinUnfit("easy")
        owners = (one for one in self.people() if one.has_pin and one.role is Role.OWNER)
        if role is not Role.OWNER and next(owners, None) is None:
            raise OwnerFirst

    def remove_pin(self, person: UUID) -> None:
        """Let somebody do without a PIN, and so without anything that not everybody may.

        Raises:
            NotAllowed: Whoever is at the till may not change who works here.
            LastOwner: Others have a PIN, and no other owner has.
        """
        self._shop.demand(Right.STAFF)
        whose = self._here(person)
        others = [one for one in self.people() if one.has_pin and one.id != person]
        if others and whose.role is Role.OWNER and not any(one.role is Role.OWNER for one in others):
            raise LastOwner
        self._write(person, "staff_pin_set", {"set": False})

    def reset_owner_pin(self, person: UUID, pin: str, proof: OwnerProof) -> None:
        """Give an owner who forgot it another PIN, for a proof that it is their shop.

        Raises:
            ProofUnfit: The key is not the file's, or the file is not protected and everybody has its key.
            PersonGone: There is no such owner.
            PinUnfit: It is not six digits, or the first that anybody would try.
        """
        key = self._shop.file.key
        if compare_digest(key, keys.PUBLISHED_KEY) or not compare_digest(key, proof.key):
            raise ProofUnfit
        if self._here(person).role is not Role.OWNER:
            raise PersonGone
        self.refuse_pin(Role.OWNER, pin)
        self._keep_pin(person, pin, {"by": "code"})

    def open(self, person: UUID) -> None:
        """Let somebody try their PIN again who was wrong too often: a cashier's may be opened by a manager.

        Raises:
            NotAllowed: Whoever is at the till may not.
            PersonGone: They work here no more.
        """
        whose, at_work = self._here(person), self._shop.at_work
        stands_above = at_work is not None and at_work.role is Role.MANAGER and whose.role is Role.CASHIER
        if not stands_above:
            self._shop.demand(Right.STAFF)
        with self._shop.file.work() as connection:
            staff.forget_tries(connection, person)
            self._shop.write(connection, "staff_opened", {"person": person.hex})

    def check_pin(self, person: UUID, pin: str) -> Person:
        """Make sure that a PIN is somebody's.

        A try is on the disk before it is judged; the judging, which takes its time, holds no transaction.

        Raises:
            PersonGone: They work here no more, or have no PIN.
            PinTooSoon: After wrong ones this has to wait; it was not looked at, or was an owner's last one.
            PinLocked: Too many were wrong.
            WrongPin: It is not.
        """
        whose = self._here(person)
        with self._shop.file.work() as connection:
            kept = staff.pin_of(connection, person)
            if kept is None:
                raise PersonGone
            now_ms = to_ms(self._shop.now())
            seen = staff.tries_of(connection, person)
            tries, wait_ms = seen.seen_at(now_ms), seen.wait_ms(now_ms, whose.role)
            if wait_ms == 0:
                if tries.wrong >= LOCKED_AFTER:
                    # An owner's day is over.
                    tries = type(tries)()
                tries = tries.next(now_ms)
            staff.keep_tries(connection, person, tries)
            asked = self._asked(connection, whose, now_ms)
            if wait_ms == 0 and tries.wrong == LOCKED_AFTER:
                self._shop.write(connection, "staff_locked", {"person": person.hex})
        if wait_ms is None:
            raise PinLocked
        if wait_ms:
            raise PinTooSoon(-(-wait_ms // 1_000))
        if is_right(kept, pin):
            with self._shop.file.work() as connection:
                staff.forget_tries(connection, person)
                if tries.wrong == LOCKED_AFTER:
                    self._shop.write(connection, "staff_opened", {"person": person.hex})
                if asked is not None:
                    # Whoever knows the PIN has not forgotten it: somebody else asked for another one.
                    asked_pins.forget_asked(connection, person)
                    self._shop.write(connection, "owner_pin_kept", {"person": person.hex})
            return whose
        if asked is not None and now_ms >= asked.holds_from_ms and is_right(asked.hashed, pin):
            said = {"set": True, "by": "wait"}
            self._write(person, "staff_pin_set", said, {"pin": asked.hashed}, forgets=True)
            return whose
        next_ms = tries.wait_ms(now_ms, whose.role)
        if next_ms is None:
            raise PinLocked
        if tries.wrong >= LOCKED_AFTER:
            raise PinTooSoon(next_ms // 1_000)
        raise WrongPin(next_ms // 1_000, LOCKED_AFTER - tries.wrong)

    # At the till ----------------------------------------------------------------------------------

    def sign_in(self, person: UUID, pin: str) -> Person:
        """Let somebody work at the till from now on.

        Raises:
            Refusal: See :meth:`check_pin`.
        """
        whose = self.check_pin(person, pin)
        self._shop.sign_in(person)
        return whose

    def sign_out(self) -> None:
        """Let nobody be at the till."""
        self._shop.sign_in(None)

    def approve(self, person: UUID, pin: str, right: Right) -> Approval:
        """Let somebody who may do something approve that it is done once.

        Raises:
            NotAllowed: They may not either.
            Refusal: See :meth:`check_pin`.
        """
        if not self._here(person).may(right):
            raise NotAllowed(right)
        return Approval(self.check_pin(person, pin), right)

    # Inside ---------------------------------------------------------------------------------------

    def _keep_pin(self, person: UUID, pin: str, by: Mapping[str, object] | None = None) -> None:
        hashed = hashed_pin(pin, self._shop.outside.random_bytes)
        self._write(person, "staff_pin_set", {"set": True, **(by or {})}, {"pin": hashed}, forgets=True)

    def _asked(self, connection: Connection, person: Person, now_ms: int) -> AskedPin | None:
        """Read what was asked for an owner; a clock set back shortens no wait."""
        asked = asked_pins.asked_of(connection, person.id) if person.role is Role.OWNER else None
        if asked is not None and asked.seen_at(now_ms) != asked:
            asked = asked.seen_at(now_ms)
            asked_pins.keep_asked(connection, person.id, asked)
        return asked


def asks_who(path: Path, key: bytes) -> bool:
    """Tell of a shop's file, which a till may have open, whether somebody has a PIN there.

    Raises:
        Unavailable: The file cannot be read.
    """
    file = ShopFile.open(path, key)
    try:
        with file.read() as connection:
            return any(person.has_pin for person in staff.staff_of(connection))
    finally:
        file.close()
