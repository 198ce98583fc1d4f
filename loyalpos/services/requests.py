"""What people ask for about their particulars: received, answered, done in time or refused with a reason."""

from __future__ import annotations

from uuid import UUID

from msgspec import Struct

from loyalpos.engine.exports import ExportNoted
from loyalpos.engine.members import Purpose
from loyalpos.engine.requests import (
    Breach,
    PersonalRequest,
    RequestStep,
    Wish,
    by_due_date,
    next_due,
)
from loyalpos.errors import MemberGone, ReasonMissing, RequestClosed
from loyalpos.services.shop import Shop
from loyalpos.store import accesses, requests
from loyalpos.store.file import Connection
from loyalpos.store.members import is_erased, member_by_id, member_named

__all__ = ["PeopleFacts", "Register", "Requests"]

_EXPORTS = 50
_REASONED = frozenset({RequestStep.EXTENDED, RequestStep.REFUSED})


class Register(Struct, frozen=True):
    """All that the page of customers' rights shows.

    Attributes:
        requests: The open ones first, by what is due next.
        late: How many of them are late.
        people: Everybody the shop ever had particulars of.
        breaches: The latest first.
        exports: What of members was written into files and on paper, the latest first.
    """

    requests: tuple[PersonalRequest, ...]
    late: int
    people: int
    breaches: tuple[Breach, ...]
    exports: tuple[ExportNoted, ...]


class PeopleFacts(Struct, frozen=True):
    """Everybody ever known, members now, how many agree to what, and whether the file has its own key."""

    people: int
    members: int
    messages: int
    birthday: int
    sharing: int
    is_locked: bool


class Requests:
    """The register of requests; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def register(self) -> Register:
        """Read everything."""
        today = self._shop.time.business_day(self._shop.now())
        with self._shop.file.read() as connection:
            known = by_due_date(requests.requests(connection))
            late = sum((next_due(one) or today) < today for one in known)
            return Register(
                known,
                late,
                requests.people_ever(connection),
                requests.breaches(connection),
                accesses.exports(connection, _EXPORTS),
            )

    def due(self) -> tuple[int, int]:
        """Count requests that are due today, and those that are late."""
        today = self._shop.time.business_day(self._shop.now())
        with self._shop.file.read() as connection:
            days = [next_due(one) for one in requests.requests(connection, open_only=True)]
        return sum(day == today for day in days), sum(day is not None and day < today for day in days)

    def of(self, member: UUID) -> tuple[PersonalRequest, ...]:
        """List what a member has asked for."""
        with self._shop.file.read() as connection:
            return by_due_date(requests.requests(connection, member=member))

    def facts(self) -> PeopleFacts:
        """Count people, members and consents, for an impact assessment."""
        from loyalpos.store.keys import PUBLISHED_KEY  # noqa: PLC0415 - seldom asked for

        with self._shop.file.aside() as connection:
            return PeopleFacts(
                requests.people_ever(connection),
                len(requests.members_there(connection)),
                requests.agreeing(connection, Purpose.MESSAGES),
                requests.agreeing(connection, Purpose.BIRTHDAY),
                requests.agreeing(connection, Purpose.SHARING),
                is_locked=self._shop.file.key != PUBLISHED_KEY,
            )

    def receive(self, action: UUID, wish: Wish) -> PersonalRequest:
        """Write down what somebody asks for; the action's id becomes the request's.

        Raises:
            MemberGone: There is no such member any more.
            ReasonMissing: It is not said who asks.
        """
        asker, words = wish.asker.strip(), wish.words.strip()
        if wish.member is None and not asker:
            raise ReasonMissing
        private = {name: text for name, text in (("asker", asker), ("words", words)) if text}
        request: dict[str, object] = {
            "kind": wish.kind.value,
            "day": wish.day.isoformat(),
            "third_party": wish.third_party,
        }
        with self._shop.file.work() as connection:
            if wish.member is not None and member_by_id(connection, wish.member) is None:
                raise MemberGone
            # Who is named in words may be a member: then the words are theirs, and go with them.
            whose = wish.member or member_named(connection, asker)
            if whose is not None:
                request["member"] = whose.hex
            self._shop.write(connection, "request_received", request, private=private or None, action=action)
            return self._request(connection, action)

    def step(self, request: UUID, step: RequestStep, reason: str = "") -> PersonalRequest:
        """Write down that a request was answered, extended, done or refused.

        Where who asked was erased since, no word is kept of why.

        Raises:
            ReasonMissing: It is extended or refused, and nobody says why.
            RequestClosed: It was done or refused before, or cannot be extended once more.
        """
        why = " ".join(reason.split())
        if step in _REASONED and not why:
            raise ReasonMissing
        shop = self._shop
        with shop.file.work() as connection:
            before = self._request(connection, request)
            if not before.is_open or (step is RequestStep.EXTENDED and before.extended):
                raise RequestClosed
            if step is not RequestStep.ANSWERED or before.answered is None:
                whose = before.wish.member
                asker = {} if whose is None else {"member": whose.hex}
                if whose is not None and is_erased(connection, whose):
                    why = ""
                shop.write(
                    connection,
                    "request_moved",
                    {"request": request.hex, "step": step.value, **asker},
                    {"day": shop.time.business_day(shop.now()).isoformat()},
                    private={"reason": why} if why else None,
                )
            return self._request(connection, request)

    def _request(self, connection: Connection, which: UUID) -> PersonalRequest:
        found = requests.request_by_id(connection, which)
        if found is None:
            raise RequestClosed
        return found
