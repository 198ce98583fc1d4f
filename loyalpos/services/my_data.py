"""What the shop knows of a member, read in one go, and as JSON for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.consents import Corrected
from loyalpos.engine.my_data import Accessed, ConsentGiven, MyData
from loyalpos.engine.requests import PersonalRequest, by_due_date
from loyalpos.errors import CannotWrite, MemberGone
from loyalpos.services.cards import Cards
from loyalpos.services.shop import Shop
from loyalpos.services.statements import Statements
from loyalpos.services.tags import Tags
from loyalpos.store import accesses
from loyalpos.store.consents import privacy_of
from loyalpos.store.erasure import held_back
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.merged import all_merged_into
from loyalpos.store.origins import origin_of
from loyalpos.store.requests import requests

__all__ = ["MyDataOf", "as_json", "write_json"]

T = TypeVar("T", Accessed, ConsentGiven, Corrected)

_EVERY = 1 << 30


class MyDataOf:
    """Members' own data, and who has looked at it; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> MyData:
        """Read all that the shop knows of a member.

        Raises:
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        statement = Statements(shop).of(member)
        cards, tags = Cards(shop).of_member(member), Tags(shop).of(member)
        with shop.file.read() as connection:
            origin = origin_of(connection, member)
            everybody = (member, *all_merged_into(connection, member))
            privacy, held = privacy_of(connection, member), held_back(connection, member)
            return MyData(
                statement,
                cards,
                tuple(self._named(one) for one in accesses.consents_of(connection, member)),
                tags,
                "list" if accesses.came_with_a_list(connection, member) else origin.source or "",
                origin.referrer is not None,
                accesses.own_bills(connection, member),
                tuple(self._named(one) for one in accesses.accesses_of(connection, member, _EVERY)),
                by_due_date(one for whose in everybody for one in requests(connection, member=whose)),
                tuple(self._named(one) for one in privacy.corrected),
                restricted=privacy.restricted,
                under_age=privacy.under_age,
                guardian=privacy.guardian,
                held_since=None if held is None else held.since,
            )

    def _named(self, one: T) -> T:
        """Say who of the shop it was as people know them: an id of the books tells the member nothing."""
        return replace(one, who=self._shop.named(one.who))

    def accesses(self, member: UUID) -> tuple[Accessed, ...]:
        """List who of the office has looked at a member, the latest first."""
        with self._shop.file.read() as connection:
            return accesses.accesses_of(connection, member)

    def note(self, member: UUID, how: str) -> None:
        """Note that somebody looked at a member: once a day for each person and way.

        A scan at the counter is none: there the customer stands and wants to be known.

        Raises:
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        day = shop.time.business_day(shop.now()).isoformat()
        action = uuid5(member, f"{how} {day} {shop.who}")
        with shop.file.read() as connection:
            if find_record(connection, action) is not None:
                return
        with shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            request = {"member": member.hex, "how": how, "day": day}
            shop.write(connection, "access_noted", request, action=action)


def write_json(path: Path, own: MyData) -> None:
    """Write a member's data into a file for other programs.

    Raises:
        CannotWrite: The file cannot be written.
    """
    text = json.dumps(as_json(own), ensure_ascii=False, indent=1)
    try:
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite(path) from error


def as_json(own: MyData) -> dict[str, Any]:
    """Say a member's data in the form other programs read: ISO instants, đồng and points as numbers."""
    statement = own.statement
    person = statement.member
    birthday = person.birthday
    return {
        "format": "loyalpos.my-data",
        "version": 2,
        "made": statement.at.isoformat(),
        "member": {
            "id": str(person.id),
            "name": person.name,
            "phone": person.phone,
            "birthday": None if birthday is None else birthday.iso(),
            "note": person.note,
            "joined": person.joined.isoformat(),
            "source": own.source,
            "brought_by_a_member": own.brought,
            "tags": list(own.tags),
            "restricted": own.restricted,
            "under_age": own.under_age,
            "guardian": own.guardian or None,
            "kept_on_legal_grounds_since": None if own.held_since is None else own.held_since.isoformat(),
        },
        "cards": [{"code": one.code, "of_the_shop": one.is_own, "label": one.label} for one in own.cards],
        "consents": [
            {
                "purpose": one.consent.purpose.value,
                "given": one.given,
                "at": one.at.isoformat(),
                "wording": one.consent.wording,
                "wording_version": one.consent.wording_version,
                "language": one.consent.language,
                "channel": one.consent.channel,
                "notice_version": one.consent.notice_version or None,
                "who": one.who,
                "proof": one.proof or None,
            }
            for one in own.consents
        ],
        "points": {
            "balance": statement.balance,
            "spendable": statement.spendable,
            "owed": statement.debt,
            "ledger": [
                {
                    "at": one.line.at.isoformat(),
                    "kind": one.line.kind,
                    "points": one.line.points,
                    "balance": one.line.balance,
                    "receipt": one.line.number,
                    "total_vnd": one.line.total_vnd,
                }
                for one in statement.lines
            ],
        },
        "bills": [
            {
                "at": one.at.isoformat(),
                "receipt": one.number,
                "total_vnd": one.total_vnd,
                "returned_vnd": one.returned_vnd,
                "earned": one.points,
            }
            for one in own.bills
        ],
        "corrections": [
            {"at": one.at.isoformat(), "what": one.field, "before": one.before, "who": one.who}
            for one in own.corrected
        ],
        "requests": [_request(one) for one in own.requests],
        "accesses": [{"at": one.at.isoformat(), "how": one.how, "who": one.who} for one in own.accesses],
    }


def _request(one: PersonalRequest) -> dict[str, Any]:
    return {
        "received": one.wish.day.isoformat(),
        "what": one.wish.kind.value,
        "words": one.wish.words,
        "answer_by": one.answer_by.isoformat(),
        "answered": None if one.answered is None else one.answered.isoformat(),
        "done_by": one.done_by.isoformat(),
        "closed": None if one.closed is None else one.closed.isoformat(),
        "refused": one.refused,
        "reason": one.reason,
    }
