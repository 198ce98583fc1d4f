"""What a member holds in a replay: points in lots, stamps, tickets and vouchers."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.bills import Redemption
from loyalpos.engine.codes import VoucherCode, voucher_code
from loyalpos.engine.expiry import Lives, expiry_clock
from loyalpos.engine.gift_budgets import Paid
from loyalpos.engine.ledger import (
    Account,
    Eaten,
    Entry,
    EntryKind,
    earn_entry,
    expire_entries,
    post,
    post_all,
    spend_entry,
    take_back_entry,
)
from loyalpos.engine.occasions import Gives
from loyalpos.engine.program import Program
from loyalpos.engine.replay_steps import Opening
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.engine.times import ShopTime
from loyalpos.engine.vouchers import Presented, Voucher, give_back, issue, last_day_under, take_back, use
from loyalpos.errors import VoucherNotTakeable

__all__ = ["Handed", "Purse"]


class Handed(Struct, frozen=True):
    """A gift as it was given: where its points lie, its vouchers, and what budgets paid, or that none did."""

    gives: Gives
    lot: UUID | None
    vouchers: tuple[VoucherCode, ...] = ()
    paid: tuple[Paid, ...] = ()
    is_given: bool = True


class Purse:
    """A member's points, units and vouchers."""

    def __init__(self, program: Program, opening: Opening, shop: ShopTime) -> None:
        self.account = Account(debt=opening.debt, carry=opening.carry)
        self.units = dict(opening.units)
        self._member = opening.member
        self._program = program
        self._shop = shop
        self._vouchers: dict[VoucherCode, Voucher] = {}
        self._expired: dict[UUID, int] = {}
        self._lives = Lives.under(program, shop)
        self._seen: list[datetime] = []
        self._entries = 0
        for lot in opening.lots:
            entry = earn_entry(
                Account(carry=opening.carry),
                entry_id=self._entry_id(),
                points=lot.points,
                at=shop.day_begins(lot.earned),
                expires_at=None if lot.last_day is None else shop.day_ends(lot.last_day),
            )
            self.account = post(self.account, entry)
        for past in opening.past:
            if past.visits:
                self.see(shop.day_begins(past.day))

    def alive_at(self, at: datetime) -> datetime:
        """Give the instant by which lots are judged."""
        if not self._program.blackouts:
            return at
        return expiry_clock(self._program, self._shop, now=at, newest=None)

    def spendable(self, at: datetime) -> int:
        """Count the points that may be spent."""
        return self.account.spendable(self.alive_at(at))

    def see(self, at: datetime) -> None:
        """Note that the member has bought something; staying away counts from there."""
        insort(self._seen, at)

    def unsee(self, at: datetime) -> None:
        """Forget a bill that was undone: its buyer was somebody else."""
        self._seen.remove(at)

    def expire(self, at: datetime) -> int:
        """Take out what has expired, and say how many points."""
        account = self._lives.dated(self.account, self._seen[-1] if self._seen else None)
        if not any(lot.expires_at is not None and lot.expires_at <= at for lot in account.lots):
            return 0
        entries = expire_entries(account, at=at, alive_at=self.alive_at(at))
        for entry in entries:
            for eaten in entry.eaten:
                self._expired[eaten.lot] = self._expired.get(eaten.lot, 0) + eaten.points
        self.account = post_all(self.account, entries)
        return -sum(entry.points for entry in entries)

    def expired_of(self, lots: Iterable[UUID]) -> int:
        """Say how many points of some lots have expired."""
        return sum(self._expired.get(lot, 0) for lot in lots)

    def add(self, points: int, at: datetime) -> UUID | None:
        """Add points that live as the program says, and name their lot; None where there are none."""
        if points <= 0:
            return None
        expires_at = self._program.expiry.expires_at(at, self._shop)
        entry = earn_entry(
            self.account, entry_id=self._entry_id(), points=points, at=at, expires_at=expires_at
        )
        self.account = post(self.account, entry)
        return entry.opened[0].id

    def take_back(self, points: int, lot: UUID | None, at: datetime) -> int:
        """Take points of a gift back, but for those that have expired; say how many."""
        if lot is None:
            return 0
        points -= self.expired_of((lot,))
        if points <= 0:
            return 0
        entry = take_back_entry(
            self.account,
            entry_id=self._entry_id(),
            points=points,
            at=at,
            alive_at=self.alive_at(at),
            own_lots=frozenset((lot,)),
            reference=lot,
            kind=EntryKind.REVERSE,
        )
        self.account = post(self.account, entry)
        return points

    def redeem(self, redemptions: Iterable[Redemption], at: datetime) -> tuple[Eaten, ...]:
        """Spend what rewards cost, and name the lots they ate."""
        eaten: tuple[Eaten, ...] = ()
        for redemption in redemptions:
            if redemption.card:
                self.count(redemption.card, -redemption.stamps)
            if redemption.points:
                entry = spend_entry(
                    self.account,
                    entry_id=self._entry_id(),
                    points=redemption.points,
                    at=at,
                    alive_at=self.alive_at(at),
                )
                self.account = post(self.account, entry)
                eaten += entry.eaten
        return eaten

    def post(self, entries: Iterable[Entry], carry_delta: Fraction) -> None:
        """Take entries that were decided elsewhere, and move the remainder."""
        account = post_all(self.account, entries)
        self.account = Account(account.lots, account.debt, account.carry + carry_delta, account.unit)

    # Stamps, tickets, vouchers --------------------------------------------------------------------

    def count(self, unit: str, count: int) -> None:
        """Add stamps or tickets, or take them away."""
        if unit and count:
            self.units[unit] = self.units.get(unit, 0) + count

    def give(self, gives: Gives, at: datetime, day: date) -> Handed:
        """Give what a gift consists of."""
        self.count(gives.card, gives.stamps)
        self.count(gives.draw, gives.tickets)
        vouchers = self.issue(gives.voucher, 1, day) if gives.voucher else ()
        return Handed(gives, self.add(gives.points, at), vouchers)

    def take_gift(self, handed: Handed, at: datetime) -> int:
        """Take a gift back, but for points that have expired; say how many points."""
        gives = handed.gives
        self.count(gives.card, -gives.stamps)
        self.count(gives.draw, -gives.tickets)
        for code in handed.vouchers:
            self.take_voucher(code)
        return self.take_back(gives.points, handed.lot, at)

    def issue(self, kind_id: str, count: int, day: date) -> tuple[VoucherCode, ...]:
        """Give vouchers of a kind; none of one the program does not have."""
        kind = self._voucher_kind(kind_id)
        if kind is None:
            return ()
        codes: list[VoucherCode] = []
        for _ in range(count):
            code = voucher_code(len(self._vouchers))
            self._vouchers[code] = issue(kind, code, self._member, day)
            codes.append(code)
        return tuple(codes)

    def shown(
        self, kinds: Iterable[str], day: date
    ) -> tuple[tuple[Presented, ...], tuple[VoucherNotTakeable, ...]]:
        """Pick a voucher of each kind that is shown, the one that ends first; say which are not there."""
        left = [voucher for voucher in self._vouchers.values() if self._is_good(voucher, day)]
        left.sort(key=lambda voucher: (voucher.last_day, voucher.code))
        presented: list[Presented] = []
        missing: list[VoucherNotTakeable] = []
        for kind_id in kinds:
            kind = self._voucher_kind(kind_id)
            found = next((voucher for voucher in left if voucher.kind == kind_id), None)
            if kind is None or found is None:
                missing.append(VoucherNotTakeable(kind_id if kind is None else kind.name, "none_left"))
                continue
            left.remove(found)
            presented.append(Presented(found, kind))
        return tuple(presented), tuple(missing)

    def use(self, code: VoucherCode, bill: UUID) -> None:
        """Use a voucher in a bill."""
        self._vouchers[code] = use(self._vouchers[code], bill)

    def give_back(self, code: VoucherCode, day: date) -> None:
        """Give back a voucher whose bill came back as a whole."""
        self._vouchers[code] = give_back(self._vouchers[code], day)

    def take_voucher(self, code: VoucherCode) -> None:
        """Take back a voucher whose bill no longer brings it."""
        self._vouchers[code] = take_back(self._vouchers[code])

    def good_vouchers(self, day: date) -> dict[str, int]:
        """Count the vouchers that may be used on a day, by kind."""
        counted: dict[str, int] = {}
        for voucher in self._vouchers.values():
            if self._is_good(voucher, day):
                counted[voucher.kind] = counted.get(voucher.kind, 0) + 1
        return dict(sorted(counted.items()))

    def _is_good(self, voucher: Voucher, day: date) -> bool:
        kind = self._voucher_kind(voucher.kind)
        plan = None if kind is None else next((p for p in self._program.plans if p.id == kind.plan), None)
        return voucher.used_in is None and voucher.is_earned and day <= last_day_under(voucher, plan)

    def _voucher_kind(self, kind_id: str) -> VoucherKind | None:
        return next((kind for kind in self._program.vouchers if kind.id == kind_id), None)

    def _entry_id(self) -> UUID:
        self._entries += 1
        # Nobody else ever sees it, and a name for it would take longer than the entry.
        return UUID(int=self._entries)
