"""Stamps that no bill brings: an old paper card is swapped in, once."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.counted import UnitMove, unmoved
from loyalpos.engine.extras import StampsGiven
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.stamps import SwapProblem, paper_card_id, swap_problem
from loyalpos.errors import MemberGone, NothingToUndo, StampsNotSwappable
from loyalpos.services.attempts import standing_attempt, undone_id
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.who_now import who_is_now

__all__ = ["Stamps"]


class Stamps:
    """Old paper cards; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def cards_to_swap(self, member: UUID) -> tuple[StampCard, ...]:
        """List the cards that an old paper card of a member can still come onto."""
        shop = self._shop
        day = shop.time.business_day(shop.now())
        program = shop.program_on(day)
        with shop.file.read() as connection:
            return tuple(
                card
                for card in program.stamp_cards
                if swap_problem(
                    program, card, 1, member=member, day=day, done=_done(connection, member, card.id)
                )
                is None
            )

    def swap_in(self, member: UUID, card: str, stamps: int, reason: str) -> StampsGiven:
        """Put the stamps of an old paper card onto a member's card; the same swap twice is one.

        Args:
            card: The stamp card, by id.
            reason: Why they are given, in the words of who gives them.

        Raises:
            StampsNotSwappable: They cannot come onto the card, or no reason is said.
            MemberGone: There is no such member any more.
            OwnBill: It is the account of whoever is at the till.
        """
        shop = self._shop
        said = " ".join(reason.split())
        own = shop.demand_not_own(member)
        with shop.file.work() as connection:
            person = member_by_id(connection, member)
            if person is None:
                raise MemberGone
            day = shop.time.business_day(shop.now())
            program = shop.program_on(day)
            known = next((one for one in program.stamp_cards if one.id == card), None)
            request: dict[str, object] = {"member": member.hex, "card": card, "stamps": stamps}
            swap, standing = standing_attempt(connection, lambda at: paper_card_id(member, card, at))
            if standing is not None and json.loads(standing.body)["request"] == request:
                return _given(standing, person.name, repeated=True)
            if known is None:
                raise StampsNotSwappable("", SwapProblem.NOT_COLLECTED)
            done = _done(connection, member, card)
            problem = swap_problem(program, known, stamps, member=member, day=day, done=done)
            if problem is None and not said:
                problem = SwapProblem.NO_REASON
            if problem is not None:
                raise StampsNotSwappable(known.name, problem, known.size)
            moves = (UnitMove(card, stamps, EntryKind.OPENING),)
            appended = shop.write(
                connection,
                "stamps_swapped",
                request,
                {
                    "today": day.isoformat(),
                    "name": known.name,
                    "unit_moves": to_json(moves),
                    **({"own": True} if own else {}),
                },
                private={"reason": said},
                action=swap,
            )
            return _given(appended.record, person.name)

    def undo_in(self, connection: Connection, swap: UUID) -> None:
        """Take the stamps off again, inside a transaction that has more to write.

        Raises:
            NothingToUndo: There was no such swap, or it was undone before.
        """
        record = find_record(connection, swap)
        if record is None or find_record(connection, undone_id(swap)) is not None:
            raise NothingToUndo
        body = json.loads(record.body)
        moves = unmoved(from_json(body["outcome"]["unit_moves"], tuple[UnitMove, ...]))
        whose = who_is_now(connection, UUID(body["request"]["member"]))
        self._shop.write(
            connection,
            "stamps_swap_undone",
            {"member": whose.hex, "undone": swap.hex},
            {"unit_moves": to_json(moves)},
            action=undone_id(swap),
        )


def _done(connection: Connection, member: UUID, card: str) -> tuple[UUID, ...]:
    """Name the swap that stands, as if it were the first."""
    _, standing = standing_attempt(connection, lambda at: paper_card_id(member, card, at))
    return () if standing is None else (paper_card_id(member, card),)


def _given(record: Record, name: str | None, *, repeated: bool = False) -> StampsGiven:
    body = json.loads(record.body)
    asked = body["request"]
    return StampsGiven(
        record.id, UUID(asked["member"]), name, body["outcome"]["name"], asked["stamps"], repeated
    )
