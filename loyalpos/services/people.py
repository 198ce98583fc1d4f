"""Who works in the shop: added, changed, gone, and how each stands with their PIN."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.staff import AskedPin, Person, Right, Role
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import LastOwner, MemberGone, PersonGone, PersonNameless
from loyalpos.services.shop import Shop
from loyalpos.store import asked_pins, staff
from loyalpos.store.file import Connection
from loyalpos.store.members import is_erased
from loyalpos.store.staff import link_id, links_of

if TYPE_CHECKING:
    from loyalpos.engine.members import Member

__all__ = ["People", "StaffLine"]


class StaffLine(Struct, frozen=True):
    """Somebody who works here, as the office lists them.

    Attributes:
        member_name: Whose account is theirs; ``""`` where nobody is known.
        wait_s: How long their next PIN has to wait; None until somebody opens it.
        asked_from: From when on another PIN holds that was asked for without a proof; None where none was.
    """

    person: Person
    member_name: str = ""
    wait_s: int | None = 0
    asked_from: datetime | None = None


class People:
    """The people of a shop; each method that changes something is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def people(self) -> tuple[Person, ...]:
        """Give everybody who works here now: owners first, then in the order they came."""
        ranks = list(Role)
        here = (person for person in self._shop.staff if not person.gone)
        return tuple(sorted(here, key=lambda person: (ranks.index(person.role), person.id)))

    def who_may(self, right: Right) -> tuple[Person, ...]:
        """Give those who may do something and can say who they are."""
        return tuple(person for person in self.people() if person.has_pin and person.may(right))

    def lines(self) -> tuple[StaffLine, ...]:
        """List everybody with their account and how it stands with their PIN."""
        from loyalpos.store.members import member_by_id  # noqa: PLC0415 - the office asks for it

        with self._shop.file.read() as connection:
            asked = asked_pins.asked_pins(connection)
            return tuple(
                StaffLine(
                    person,
                    "" if person.member is None else _name_of(member_by_id(connection, person.member)),
                    self._wait_s(connection, person),
                    _holds_from(asked.get(person.id), person),
                )
                for person in self.people()
            )

    def add(self, action: UUID, name: str, role: Role, member: UUID | None = None) -> Person:
        """Add somebody who works here from now on; the action becomes their id.

        Raises:
            NotAllowed: Whoever is at the till may not change who works here.
            PersonNameless: No name was said.
        """
        self._shop.demand(Right.STAFF)
        with self._shop.file.work() as connection:
            self._shop.write(
                connection,
                "staff_added",
                {"role": role.value},
                private={"name": _cleaned(name)},
                action=action,
            )
            if member is not None:
                self._link(connection, action, 0, member)
        return self._now(action)

    def change(self, person: UUID, name: str, role: Role, member: UUID | None) -> Person:
        """Change what somebody is called, what they are, and their own account.

        Raises:
            NotAllowed: Whoever is at the till may not change who works here.
            PersonGone: They work here no more.
            LastOwner: No owner would be left.
        """
        self._shop.demand(Right.STAFF)
        before = self._here(person)
        if role is not Role.OWNER:
            self._refuse_last_owner(before)
        said = {"person": person.hex, "role": role.value}
        with self._shop.file.work() as connection:
            self._shop.write(connection, "staff_changed", said, private={"name": _cleaned(name)})
            if member != before.member:
                done = sum(one == person for one, _, _ in links_of(connection))
                self._link(connection, person, done, member)
        return self._now(person)

    def leave(self, person: UUID) -> None:
        """Let somebody work here no more; what they did keeps their name.

        Raises:
            NotAllowed: Whoever is at the till may not change who works here.
            PersonGone: They work here no more already.
            LastOwner: No owner would be left.
        """
        self._shop.demand(Right.STAFF)
        self._refuse_last_owner(self._here(person))
        self._write(person, "staff_gone")

    def whose_card(self, member: UUID) -> Person | None:
        """Find who works here and has a member's account as their own."""
        return next((one for one in self.people() if one.member == member and one.has_pin), None)

    def names(self) -> Mapping[str, str]:
        """Give everybody's name by what records say of who did them."""
        return {person.id.hex: person.name for person in self._shop.staff}

    # Inside ---------------------------------------------------------------------------------------

    def _here(self, person: UUID) -> Person:
        found = next((one for one in self.people() if one.id == person), None)
        if found is None:
            raise PersonGone
        return found

    def _now(self, person: UUID) -> Person:
        self._shop.read_again()
        return self._here(person)

    def _link(self, connection: Connection, person: UUID, number: int, member: UUID | None) -> None:
        """Write down whose account is somebody's own, in a part that goes when the member is erased."""
        if member is not None and is_erased(connection, member):
            raise MemberGone
        self._shop.write(
            connection,
            "staff_linked",
            {"person": person.hex},
            private=None if member is None else {"member": member.hex},
            action=link_id(person, number),
        )

    def _refuse_last_owner(self, person: Person) -> None:
        owners = [one for one in self.people() if one.role is Role.OWNER and one.id != person.id]
        if person.role is Role.OWNER and not any(one.has_pin or not person.has_pin for one in owners):
            raise LastOwner

    def _write(
        self,
        person: UUID,
        kind: str,
        said: Mapping[str, object] | None = None,
        private: Mapping[str, object] | None = None,
        *,
        forgets: bool = False,
    ) -> None:
        with self._shop.file.work() as connection:
            self._shop.write(connection, kind, {"person": person.hex, **(said or {})}, private=private)
            if forgets:
                staff.forget_tries(connection, person)
                asked_pins.forget_asked(connection, person)
        self._shop.read_again()

    def _wait_s(self, connection: Connection, person: Person) -> int | None:
        wait_ms = staff.tries_of(connection, person.id).wait_ms(to_ms(self._shop.now()), person.role)
        return None if wait_ms is None else -(-wait_ms // 1_000)


def _holds_from(asked: AskedPin | None, person: Person) -> datetime | None:
    is_shown = asked is not None and person.has_pin and person.role is Role.OWNER
    return from_ms(asked.holds_from_ms) if asked is not None and is_shown else None


def _cleaned(name: str) -> str:
    cleaned = clean_name(name)
    if isinstance(cleaned, NameProblem):
        raise PersonNameless
    return cleaned


def _name_of(member: Member | None) -> str:
    return "" if member is None else member.name or ""
