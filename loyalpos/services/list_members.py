"""The rows of an old customer list as members: some dozens at a time, decided and written together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from loyalpos.engine.consents import is_child
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.program import Program
from loyalpos.errors import CardTaken, PhoneTaken, Refusal
from loyalpos.services.brought import bring_by_act, brings_at_once
from loyalpos.services.card_state import refuse_taken_card
from loyalpos.services.first_hour import first_points, new_code, particulars_of
from loyalpos.services.shop import NewRecord, Shop
from loyalpos.store.file import Connection
from loyalpos.store.journal import known_among
from loyalpos.store.members import member_by_phone

__all__ = ["enrol_rows"]

_ROW_BITS: Final = 32
_OTHER: Final = 1 << _ROW_BITS - 1


def enrol_rows(
    list_id: UUID, wording: Consent, connection: Connection, shop: Shop, rows: Sequence[Ready]
) -> tuple[tuple[int, Refusal], ...]:
    """Enrol rows of a list with their opening points; who came with it before is there already.

    Args:
        wording: The agreement the shop holds on paper for these customers.

    Returns:
        The rows refused, with the reason.
    """
    assert wording.purpose is Purpose.PROGRAM
    now = shop.now()
    today = shop.time.business_day(now)
    program = shop.program_on(today)
    batch = _Batch(connection, shop, list_id, wording, program, now, today)
    refused: list[tuple[int, Refusal]] = []
    there = known_among(connection, [_member_of(list_id, row.row) for row in rows])
    for row in rows:
        try:
            if _member_of(list_id, row.row) in there:
                batch.say_again(row)
            else:
                batch.add(row)
        except Refusal as refusal:
            refused.append((row.row, refusal))
    batch.write()
    return tuple(refused)


def _member_of(list_id: UUID, row: int) -> UUID:
    """Give the id a row's member has: that of the list, with the row's number at its end.

    Members of one list lie together in every table for that, and a page holds dozens of them. The first
    bit of the end is the list's turned over, so that no row ever has the id of the list itself.
    """
    assert 0 <= row < _OTHER
    return UUID(int=list_id.int >> _ROW_BITS << _ROW_BITS | ~list_id.int & _OTHER | row)


class _Batch:
    """Rows of one transaction: looked at one by one, written together."""

    def __init__(
        self,
        connection: Connection,
        shop: Shop,
        list_id: UUID,
        wording: Consent,
        program: Program,
        now: datetime,
        today: date,
    ) -> None:
        self._connection = connection
        self._shop = shop
        self._list = list_id
        self._wording = to_json(wording)
        self._program = program
        self._now = now
        self._today = today
        self._expires_at = program.expiry.expires_at(now, shop.time)
        self._new: list[NewRecord] = []
        self._children: list[UUID] = []
        self._phones: dict[str, tuple[UUID, str | None]] = {}
        self._codes: dict[str, tuple[UUID, str | None]] = {}

    def add(self, row: Ready) -> None:
        """Let a row join, unless it cannot.

        Raises:
            PhoneTaken: A member has the phone.
            CardTaken: The card is a member's.
            CardKilled: Its code is dead.
            CardSpoilt: It was marked as spoilt.
            CodeOfItem: The code is that of something the shop sells.
        """
        member = _member_of(self._list, row.row)
        if row.phone is not None:
            has_it = self._phones.get(row.phone) or member_by_phone(self._connection, row.phone)
            if has_it is not None:
                raise PhoneTaken(*has_it)
        if row.card is not None:
            if row.card in self._codes:
                raise CardTaken(*self._codes[row.card])
            refuse_taken_card(self._connection, self._shop, row.card)
            self._codes[row.card] = (member, row.name)
        if row.phone is not None:
            self._phones[row.phone] = (member, row.name)
        code = new_code(self._connection, self._shop)
        while code in self._codes:
            code = new_code(self._connection, self._shop)
        self._codes[code] = (member, row.name)
        entries = first_points(
            member, EntryKind.OPENING, row.opening_points, at=self._now, expires_at=self._expires_at
        )
        outcome = {"day": self._today.isoformat(), "entries": to_json(entries), "code": code}
        if is_child(row.birthday, self._today):
            self._children.append(member)
        self._new.append(NewRecord(member, self._request(row), outcome, _private(row)))

    def say_again(self, row: Ready) -> None:
        """Compare a row with what it was when it came in.

        Raises:
            SameIdOtherContent: The id of the list was used for another one.
        """
        member = _member_of(self._list, row.row)
        self._shop.write(
            self._connection, "member_enrolled", self._request(row), {}, private=_private(row), action=member
        )

    def write(self) -> None:
        """Write those who join, and what the program brings them at once."""
        self._shop.write_all(self._connection, "member_enrolled", self._new, at=self._now)
        for child in self._children:
            self._shop.write(self._connection, "under_age_said", {"member": child.hex, "under_age": True})
        if brings_at_once(self._shop, self._today):
            for one in self._new:
                bring_by_act(
                    self._connection, self._shop, one.id, day=self._today, today=self._today, act=one.id
                )

    def _request(self, row: Ready) -> dict[str, object]:
        return {
            "card": None,
            "consents": [self._wording],
            "opening_points": row.opening_points,
            "list": self._list.hex,
        }


def _private(row: Ready) -> dict[str, object]:
    return particulars_of(
        Enrolment(phone=row.phone, name=row.name, alias=row.card, birthday=row.birthday, note=row.note)
    )
