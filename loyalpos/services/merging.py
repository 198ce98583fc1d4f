"""Members who are there twice: found, merged in the office, and parted again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Account, Eaten, in_eating_order
from loyalpos.engine.likeness import Pair, likely_pairs
from loyalpos.engine.members import Candidate, MemberView, Purpose
from loyalpos.engine.merging import Chosen, debt_paid, merge_id, tier_for_both
from loyalpos.engine.staff import Right
from loyalpos.engine.tier_moves import TierState
from loyalpos.errors import CannotMerge, CannotPart, MemberGone, PhoneTaken
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.foreseen import foreseen
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import move_by_time
from loyalpos.store import merged as stored
from loyalpos.store.cards import codes_of
from loyalpos.store.file import Connection
from loyalpos.store.given import units_of
from loyalpos.store.journal import find_record
from loyalpos.store.ledger import account_of, standing_of
from loyalpos.store.members import member_by_id, member_by_phone
from loyalpos.store.merged import MergeRow
from loyalpos.store.origins import origin_of
from loyalpos.store.tiers import tier_row
from loyalpos.store.views import member_view

__all__ = ["Foreseen", "LikelyPairs", "MergeTold", "Merged", "Merging", "Pair", "PairListed", "Side"]


class Side(Struct, frozen=True):
    """One of two members beside the other: particulars, account, cards, stamps and tickets, and the tier."""

    view: MemberView
    codes: int
    units: int
    tier: str = ""


class PairListed(Struct, frozen=True):
    """A likely pair with the two as lists show them."""

    pair: Pair
    first: Candidate
    second: Candidate


class LikelyPairs(Struct, frozen=True):
    """How many likely pairs there are, and the likeliest of them."""

    count: int
    shown: tuple[PairListed, ...]


class Foreseen(Struct, frozen=True):
    """Two members as they are, and the one they would be."""

    stays: Side
    goes: Side
    both: Side


class Merged(Struct, frozen=True):
    """A merge that stands: its id, who stays, and the balance of both; ``repeated`` if it stood before."""

    id: UUID
    stays: UUID
    balance: int
    repeated: bool = False


class MergeTold(Struct, frozen=True):
    """A merge as the office lists it; ``hindered`` says why it can no longer be undone, "" if it can."""

    merge: MergeRow
    stays: str | None
    goes: str | None
    hindered: str = ""


class Merging:
    """Duplicates of members; each method but the search for them is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def likely(self, progress: Callable[[int, int], bool]) -> tuple[Pair, ...] | None:
        """List who may be there twice, the likeliest first, but for those who were told apart.

        Args:
            progress: Told members done and members in all; False stops, and the answer is None.
        """
        with self._shop.file.aside() as connection:
            everybody, apart = stored.likenesses(connection), stored.kept_apart(connection)

        def in_breaths(done: int, whole: int) -> bool:
            time.sleep(BREATH_S)
            return progress(done, whole)

        return likely_pairs(everybody, apart, breathe=in_breaths)

    def listed(self, progress: Callable[[int, int], bool], most: int = 50) -> LikelyPairs | None:
        """List the likeliest pairs with the two of each, as :meth:`likely` finds them."""
        pairs = self.likely(progress)
        if pairs is None:
            return None
        shown = []
        with self._shop.file.read() as connection:
            for pair in pairs[:most]:
                first, second = (
                    stored.candidate_of(connection, whose) for whose in (pair.first, pair.second)
                )
                if first is not None and second is not None:
                    shown.append(PairListed(pair, first, second))
        return LikelyPairs(len(pairs), tuple(shown))

    def tell_apart(self, one: UUID, other: UUID) -> None:
        """Remember that two who look alike are not the same."""
        self._shop.demand(Right.MERGE)
        with self._shop.file.work() as connection:
            pair = sorted((one, other))
            self._shop.write(
                connection,
                "pair_told_apart",
                {"members": [whose.hex for whose in pair]},
                action=uuid5(pair[0], f"apart:{pair[1]}"),
            )

    def foresee(self, stays: UUID, goes: UUID, chosen: Chosen | None = None) -> Foreseen:
        """Say how two stand and how the one would stand that they become; nothing of it is kept.

        Raises:
            CannotMerge, MemberGone: As with :meth:`merge`.
        """

        def look(connection: Connection) -> Foreseen:
            two = self._side(connection, stays), self._side(connection, goes)
            self._merge_in(connection, stays, goes, chosen)
            return Foreseen(*two, self._side(connection, stays))

        return foreseen(self._shop, look)

    def merge(self, stays: UUID, goes: UUID, chosen: Chosen | None = None) -> Merged:
        """Make one of two members: both balances and histories are of who stays, all cards find that one.

        What was merged before is not merged a second time, whichever of them is to stay.

        Args:
            chosen: Whose name and phone are kept; those of who stays, where none are said.

        Raises:
            CannotMerge: They are one already.
            MemberGone: One of them is no longer there.
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.MERGE)
        with self._shop.file.work() as connection:
            merged = self._merge_in(connection, stays, goes, chosen)
        # One of them may work here.
        self._shop.read_again()
        return merged

    def undo(self, merge: UUID) -> None:
        """Let two who were merged be two again: each has again what came from them.

        What the one has earned or done since stays with the one who stayed.

        Raises:
            CannotPart: Something was done since that was of both.
            MemberGone: There is no such merge.
            PhoneTaken: Somebody else has the phone that one of the two would have again.
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.MERGE)
        with self._shop.file.work() as connection:
            row = stored.merge_by_id(connection, merge)
            if row is None:
                raise MemberGone
            if row.undone_in is None:
                self._undo_in(connection, row)
        self._shop.read_again()

    def last(self, most: int = 20) -> tuple[MergeTold, ...]:
        """List the last merges, and what hinders undoing those that stand."""
        with self._shop.file.read() as connection:
            return tuple(
                MergeTold(
                    row,
                    stored.particulars_of(connection, row.stays).name,
                    stored.particulars_of(connection, row.goes).name,
                    "" if row.undone_in is not None else self._hindrance(connection, row),
                )
                for row in stored.last_merges(connection, most)
            )

    # How ------------------------------------------------------------------------------------------

    def _merge_in(self, connection: Connection, stays: UUID, goes: UUID, chosen: Chosen | None) -> Merged:
        shop = self._shop
        before = stored.merge_between(connection, stays, goes)
        if before is not None and before.undone_in is None:
            return Merged(
                before.id, before.stays, account_of(connection, before.stays).balance, repeated=True
            )
        if stays == goes:
            raise CannotMerge("oneself")
        if any(member_by_id(connection, whose) is None for whose in (stays, goes)):
            raise MemberGone
        now = shop.now()
        today = shop.time.business_day(now)
        for whose in (stays, goes):
            # Where time has moved either of them comes first.
            move_by_time(connection, shop, whose, today)
        alive_at = shop.alive_at(connection, now)
        accounts, expired = {}, {}
        for whose in (stays, goes):
            held = standing_of(connection, whose)
            accounts[whose], entries = shop.settle(held, now=now, alive_at=alive_at)
            if entries:
                expired[whose.hex] = to_json(entries)
        lots = in_eating_order(lot for whose in accounts for lot in accounts[whose].lots)
        both = Account(lots, sum(account.debt for account in accounts.values()))
        one = self._one_of_both(connection, stays, goes, chosen or Chosen(stays, stays))
        outcome = {
            "day": today.isoformat(),
            "expired": expired,
            "settled": to_json(debt_paid(both, alive_at)),
            "withdrawn": list(stored.withdrawals(connection, (stays, goes))),
            **self._origins(connection, stays, goes),
            **self._tiers(connection, stays, goes),
            **one.dates,
        }
        again = None if before is None else before.undone_in
        record = shop.write(
            connection,
            "members_merged",
            {"stays": stays.hex, "goes": goes.hex},
            outcome,
            private=one.private,
            action=merge_id(stays, goes, again),
        )
        return Merged(record.record.id, stays, account_of(connection, stays).balance)

    def _one_of_both(self, connection: Connection, stays: UUID, goes: UUID, chosen: Chosen) -> _OneOfBoth:
        mine, theirs = (stored.particulars_of(connection, whose) for whose in (stays, goes))
        of = {stays: mine, goes: theirs}
        known = mine.birthday_known
        if mine.birthday is None and theirs.birthday is not None:
            known = theirs.birthday_known or theirs.joined
        elif known is None and mine.birthday is not None and theirs.joined < mine.joined:
            known = mine.joined
        withdrawn = stored.withdrawals(connection, (stays, goes))
        unwanted = any(said["purpose"] == Purpose.BIRTHDAY.value for said in withdrawn)
        notes = dict.fromkeys(note for note in (mine.note, theirs.note) if note)
        private: dict[str, object] = {
            "name": of[chosen.name].name or mine.name or theirs.name,
            "phone": of[chosen.phone].phone or mine.phone or theirs.phone,
            "birthday": None if unwanted else mine.birthday or theirs.birthday,
            "note": "\n".join(notes),
            "was": {"name": mine.name, "phone": mine.phone, "birthday": mine.birthday, "note": mine.note},
        }
        codes = codes_of(connection, goes)
        if chosen.label and codes:
            private["labels"] = {row.code: chosen.label for row in codes if not row.label}
        dates: dict[str, object] = {
            "joined": min(mine.joined, theirs.joined),
            "birthday_known": known,
            "was": {"joined": mine.joined, "birthday_known": mine.birthday_known},
        }
        return _OneOfBoth(private, dates)

    def _origins(self, connection: Connection, stays: UUID, goes: UUID) -> dict[str, object]:
        mine, theirs = origin_of(connection, stays), origin_of(connection, goes)
        referrer = None if mine.referrer == goes else mine.referrer
        came = None
        if referrer is None and theirs.referrer not in (None, stays):
            referrer = came = theirs.referrer
        source = mine.source or theirs.source
        now = type(mine)(referrer, source)
        marked = {} if came is None else {"referrer": came.hex}
        return {"origin": now.said(), "origin_was": mine.said(), **marked}

    def _tiers(self, connection: Connection, stays: UUID, goes: UUID) -> dict[str, object]:
        shop = self._shop
        today = shop.time.business_day(shop.now())
        program = shop.program_on(today)
        mine, theirs = (tier_row(connection, whose) for whose in (stays, goes))
        told: dict[str, object] = {
            "tier_was": None if mine is None else _tier(mine),
            "goes_looks": None if theirs is None or theirs.looks is None else theirs.looks.isoformat(),
        }
        if theirs is None:
            return told
        state = TierState() if mine is None else mine.state
        move = tier_for_both(program.tiers, state, theirs.state, today, program.revision)
        if move is None:
            return told
        row = _tier(theirs) | {"state": to_json(move.state)}
        return told | {"tier": row | {"move": to_json(move)}}

    def _hindrance(self, connection: Connection, row: MergeRow) -> str:
        if member_by_id(connection, row.stays) is None:
            return "merged_since" if stored.merge_of(connection, row.stays) is not None else "gone"
        record = find_record(connection, row.id)
        assert record is not None
        if record.private is None:
            return "erased"
        outcome = json.loads(record.body)["outcome"]
        why = stored.what_hinders(connection, row, _settled(outcome))
        if why:
            return why
        tier = tier_row(connection, row.stays)
        left = outcome.get("tier", outcome["tier_was"])
        moves = 0 if left is None else from_json(left["state"], TierState).moves
        return "" if (0 if tier is None else tier.state.moves) == moves else "tier_moved"

    def _undo_in(self, connection: Connection, row: MergeRow) -> None:
        why = self._hindrance(connection, row)
        if why:
            raise CannotPart(why)
        shop = self._shop
        record = find_record(connection, row.id)
        assert record is not None
        assert record.private is not None
        came, private = json.loads(record.body)["outcome"], json.loads(record.private)
        now = stored.particulars_of(connection, row.stays)
        back = {
            name: was if getattr(now, name) == private[name] else getattr(now, name)
            for name, was in private["was"].items()
        }
        comes_back = stored.particulars_of(connection, row.goes).phone
        if comes_back is not None:
            other = member_by_phone(connection, comes_back)
            if other is not None and (other[0] != row.stays or back["phone"] == comes_back):
                raise PhoneTaken(*other)
        if back["phone"] is not None:
            other = member_by_phone(connection, back["phone"])
            if other is not None and other[0] != row.stays:
                if now.phone == comes_back:
                    # Who stays would be left with the number of who comes back.
                    raise PhoneTaken(*other)
                back["phone"] = now.phone
        origin = origin_of(connection, row.stays).said()
        seen = stored.seen_ms(connection, row.stays)
        same_birthday = now.birthday == private["birthday"]
        outcome = {
            "settled": came["settled"],
            "origin": came["origin_was"] if origin == came["origin"] else origin,
            "joined": came["was"]["joined"],
            "birthday_known": came["was"]["birthday_known"] if same_birthday else now.birthday_known,
            "seen_since_ms": seen if seen > row.seen_ms else 0,
            "goes_looks": came["goes_looks"],
            **({"referrer": came["referrer"]} if "referrer" in came else {}),
            **({"tier": came["tier_was"]} if "tier" in came else {}),
        }
        shop.write(
            connection,
            "merge_undone",
            {"merge": row.id.hex, "stays": row.stays.hex},
            outcome,
            private=back,
            action=uuid5(row.id, "undone"),
        )

    def _side(self, connection: Connection, whose: UUID) -> Side:
        shop = self._shop
        now = shop.now()
        alive_at = shop.alive_at(connection, now)
        view = member_view(connection, whose, shop.time, now=now, alive_at=alive_at, lives=shop.lives(now))
        if view is None:
            raise MemberGone
        tier = tier_row(connection, whose)
        plan = shop.program_on(shop.time.business_day(now)).tiers
        held = None if tier is None else plan.tier(tier.state.tier)
        return Side(
            view,
            len(codes_of(connection, whose)),
            sum(units_of(connection, whose).values()),
            "" if held is None else held.name,
        )


class _OneOfBoth(Struct, frozen=True):
    """Who the one is that two become: what is personal, and the dates that are not."""

    private: dict[str, object]
    dates: dict[str, object]


def _settled(outcome: dict[str, Any]) -> dict[str, int]:
    return {part.lot.hex: part.points for part in from_json(outcome["settled"], tuple[Eaten, ...])}


def _tier(row: Any) -> dict[str, Any]:
    return {
        "state": to_json(row.state),
        "judged": row.judged.isoformat(),
        "looks": None if row.looks is None else row.looks.isoformat(),
        "revision": row.revision,
    }
