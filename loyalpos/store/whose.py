"""Whom the private part of a record is about: an erasure takes the parts of one person and no other's.

Every kind of record that has a private part says here whose it is; one that does not is refused before
it is written, and a test walks all kinds that are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow
from loyalpos.store.record import Record
from loyalpos.store.written import Written

__all__ = ["WHOSE", "note_private"]

_ADD = NewRow("private_part")


def _of_record(record: UUID, _request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The record's id is the member's: somebody joined."""
    return (record,)


def _of_member(_record: UUID, request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The member whom the request is about."""
    return (UUID(request["member"]),)


def _of_all_of_them(record: UUID, request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The member whom the request is about, and all who were one with them when it was said."""
    return (*_of_member(record, request), *map(UUID, request.get("with", ())))


def _of_both(_record: UUID, request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """Two members who were made one, and all who were one with either: of any nothing may be left."""
    return (UUID(request["stays"]), UUID(request["goes"]), *map(UUID, request.get("with", ())))


def _of_who_stays(_record: UUID, request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The member who had taken another in, as they are without that one but with any others."""
    return (UUID(request["stays"]), *map(UUID, request.get("with", ())))


def _of_whom_it_names(_record: UUID, request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The member whom it is about, where it is about one."""
    return (UUID(request["member"]),) if "member" in request else ()


def _of_nobody(_record: UUID, _request: Mapping[str, Any]) -> tuple[UUID, ...]:
    """No member: the shop's own words or secrets."""
    return ()


WHOSE: Mapping[str, Callable[[UUID, Mapping[str, Any]], tuple[UUID, ...]]] = {
    "member_enrolled": _of_record,
    "member_changed": _of_all_of_them,
    "card_linked": _of_member,
    "card_labelled": _of_member,
    "code_unlinked": _of_all_of_them,
    "tier_moved": _of_member,
    "voucher_given": _of_member,
    "stamps_swapped": _of_member,
    "hold_changed": _of_member,
    "under_age_said": _of_member,
    "consent_changed": _of_all_of_them,
    "corrections_dropped": _of_member,
    "request_received": _of_whom_it_names,
    "request_moved": _of_whom_it_names,
    "members_merged": _of_both,
    "merge_undone": _of_who_stays,
    # Who works in the shop is no member by that.
    "staff_added": _of_nobody,
    "staff_changed": _of_nobody,
    "staff_gone": _of_nobody,
    # Whose account is whose own: found by the person, or the body would tie them to a nameless account.
    "staff_linked": _of_nobody,
    "staff_pin_set": _of_nobody,
    # Where blank cards lie: a table, a drawer, somebody of the staff.
    "cards_handed": _of_nobody,
    # Why somebody went on without what the books had lost.
    "loss_accepted": _of_nobody,
    # Why somebody wrote members' particulars into a file; of one alone it may name them.
    "access_noted": _of_whom_it_names,
    # What happened when data may have got out.
    "breach_noticed": _of_nobody,
    # The sealed seed of a lucky draw.
    "draw_announced": _of_nobody,
}


def note_private(connection: Connection, read: Iterable[tuple[Record, Written]]) -> None:
    """Note whom the private parts of records are about, whether they are still there or were erased.

    Args:
        read: Records, each with what stands in it.

    Who else was one with them is no part of what is asked, where the same may be asked again later.

    Raises:
        KeyError: Nobody has said whose the private part of such a record is.
    """
    about = [
        {"member": member.bytes, "record": record.id.bytes}
        for record, said in read
        if record.private_hash
        for member in dict.fromkeys(WHOSE[record.kind](record.id, _asked(said)))
    ]
    _ADD.add_all(connection, about)


def _asked(said: Written) -> Mapping[str, Any]:
    with_them = said.outcome.get("with")
    return {**said.request, "with": with_them} if with_them else said.request
