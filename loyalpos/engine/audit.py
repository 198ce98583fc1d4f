"""The journal as an owner reads it: which records are asked for, and each as a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

__all__ = [
    "ALL_KINDS",
    "AuditAsk",
    "AuditLine",
    "AuditPage",
    "AuditPlace",
    "RecordGroup",
    "group_of",
    "kinds_in",
]


class RecordGroup(StrEnum):
    """What records are about, as an owner tells them apart."""

    BILLS = "bills"
    BACK = "back"
    MEMBERS = "members"
    GIVEN = "given"
    CARDS = "cards"
    SHOP = "shop"
    STAFF = "staff"
    DAYS = "days"
    OTHER = "other"


_KINDS: Final[Mapping[RecordGroup, frozenset[str]]] = {
    RecordGroup.BILLS: frozenset({"bill_recorded", "bill_paid"}),
    RecordGroup.BACK: frozenset(
        {
            "bill_reversed",
            "reversal_undone",
            "payment_undone",
            "enrolment_undone",
            "opening_undone",
            "stamps_swap_undone",
            "voucher_gift_undone",
            "membership_sale_undone",
            "membership_end_undone",
            "survey_undone",
            "service_done_undone",
            "gift_taken_back",
            "merge_undone",
        }
    ),
    RecordGroup.MEMBERS: frozenset(
        {"member_enrolled", "member_changed", "consent_changed", "list_begun", "list_undone", "tags_changed"}
        | {"origin_said", "member_erased", "member_restricted", "members_merged", "pair_told_apart"}
        | {"request_received", "request_moved", "under_age_said", "breach_noticed", "breach_reported"}
        | {"hold_changed", "access_noted", "corrections_dropped", "accesses_dropped"}
    ),
    RecordGroup.GIVEN: frozenset(
        {"gift_given", "gifts_of_day", "voucher_given", "stamps_swapped", "tier_moved", "survey_answered"}
        | {"membership_sold", "membership_ended", "service_done", "points_expired"}
    ),
    RecordGroup.CARDS: frozenset(
        {"card_linked", "card_labelled", "cards_issued", "cards_sent", "cards_printed", "cards_spoilt"}
        | {"cards_handed", "code_unlinked"}
    ),
    RecordGroup.SHOP: frozenset(
        {"shop_described", "program_published", "stock_counted", "logo_changed", "reward_pictured"}
        | {"item_described", "item_list_begun", "item_list_undone", "protection_changed"}
        | {"loss_accepted"}
    ),
    RecordGroup.STAFF: frozenset(
        {"staff_added", "staff_changed", "staff_gone", "staff_linked", "staff_pin_set", "staff_locked"}
        | {"staff_opened", "finding_acknowledged", "owner_pin_asked", "owner_pin_kept"}
    ),
    RecordGroup.DAYS: frozenset({"day_opened", "day_closed", "clock_trusted"}),
}


class AuditAsk(Struct, frozen=True):
    """This is which records are asked for; what is None is not asked about.

    Attributes:
        first: The first business day …
        last: … and the last.
        who: As the records have it.
        group: What the records are about.
        member: Whom they are about.
    """

    first: date
    last: date
    who: str | None = None
    group: RecordGroup | None = None
    member: UUID | None = None


class AuditPlace(Struct, frozen=True):
    """Where the journal was read down to: a life of the file, and the next number in it."""

    life: int
    seq: int


class AuditLine(Struct, frozen=True):
    """This is one record.

    Attributes:
        life: Which life of the file it was written in, from 1; a restore begins another.
        seq: Its number in that life.
        member: Whom it is about, if one person …
        known: … and whether that is still a member.
        total_vnd: What a bill was, or what of it came back; None where it is about no money.
        points: What a bill earned, or a return took.
        number: The receipt's number.
        approved_by: Who else had to agree, as records say who.
        person: Who works here whom it is about, as records say who.
        what: Which of several things of its kind was done.
    """

    life: int
    seq: int
    record: UUID
    kind: str
    at: datetime
    who: str
    till: str
    member: UUID | None = None
    name: str | None = None
    known: bool = False
    total_vnd: int | None = None
    points: int = 0
    number: str = ""
    reason: str = ""
    approved_by: str = ""
    person: str = ""
    what: str = ""


class AuditPage(Struct, frozen=True):
    """Some lines, the newest first, and where it goes on; None where nothing older is asked for."""

    lines: tuple[AuditLine, ...]
    then: AuditPlace | None


def group_of(kind: str) -> RecordGroup:
    """Say what records of a kind are about."""
    return next((group for group, kinds in _KINDS.items() if kind in kinds), RecordGroup.OTHER)


def kinds_in(group: RecordGroup) -> frozenset[str]:
    """List the kinds of a group; of all others it is what no other group has."""
    return _KINDS.get(group, frozenset())


ALL_KINDS: Final = frozenset(kind for kinds in _KINDS.values() for kind in kinds)
"""Those of every group but the last."""
