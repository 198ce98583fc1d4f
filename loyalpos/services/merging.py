"""Members who are there twice: found, merged in the office, and parted again."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import Account, in_eating_order
from loyalpos.engine.likeness import Pair, likely_pairs
from loyalpos.engine.members import Candidate, MemberView
from loyalpos.engine.merging import Chosen, debt_paid, merge_id
from loyalpos.engine.staff import Right
from loyalpos.errors import CannotMerge, MemberGone
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.foreseen import foreseen
from loyalpos.services.one_of_both import one_of_both, origin_of_both, tier_of_both
from loyalpos.services.parting import hindrance, part
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import move_by_time
from loyalpos.store import merged as stored
from loyalpos.store.cards import codes_of
from loyalpos.store.file import Connection
from loyalpos.store.given import units_of
from loyalpos.store.ledger import account_of, standing_of
from loyalpos.store.members import member_by_id
from loyalpos.store.merged import MergeRow
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
                part(self._shop, connection, row)
        self._shop.read_again()

    def last(self, most: int = 20) -> tuple[MergeTold, ...]:
        """List the last merges, and what hinders undoing those that stand."""
        with self._shop.file.read() as connection:
            return tuple(
                MergeTold(
                    row,
                    stored.particulars_of(connection, row.stays).name,
                    stored.particulars_of(connection, row.goes).name,
                    "" if row.undone_in is not None else hindrance(connection, row),
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
        one = one_of_both(connection, stays, goes, chosen or Chosen(stays, stays))
        outcome = {
            "day": today.isoformat(),
            "expired": expired,
            "settled": to_json(debt_paid(both, alive_at)),
            "withdrawn": list(stored.withdrawals(connection, (stays, goes))),
            **origin_of_both(connection, stays, goes),
            **tier_of_both(connection, shop, stays, goes),
            **one.dates,
        }
        again = None if before is None else before.undone_in
        with_them = [one for whose in (stays, goes) for one in stored.all_merged_into(connection, whose)]
        if with_them:
            outcome["with"] = sorted(one.hex for one in with_them)
        record = shop.write(
            connection,
            "members_merged",
            {"stays": stays.hex, "goes": goes.hex},
            outcome,
            private=one.private,
            action=merge_id(stays, goes, again),
        )
        return Merged(record.record.id, stays, account_of(connection, stays).balance)

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
