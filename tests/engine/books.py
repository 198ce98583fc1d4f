"""A shop of pure values: it strings the engine's decisions together as a till does, and keeps every entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.bills import Bill, RecordedBill, Taken
from loyalpos.engine.expiry import expiry_clock
from loyalpos.engine.footing import Footing, plain_footing
from loyalpos.engine.frozen import frozen
from loyalpos.engine.ledger import Account, Entry, EntryKind, earn_entry, expire_entries, post, spend_entry
from loyalpos.engine.program import Program
from loyalpos.engine.reversal import Reversal, reverse
from loyalpos.engine.rewards import Quote, quote
from loyalpos.engine.times import ShopTime
from loyalpos.engine.units_given import missing_units

_ROOT = UUID(int=7)
_PLENTY = 10**6
_VIETNAM = ShopTime()
_EMPTY = Account()


@dataclass
class Books:
    """One member's account beside its whole ledger; time is whatever the test says."""

    program: Program
    now: datetime
    shop: ShopTime = _VIETNAM
    account: Account = _EMPTY
    entries: list[Entry] = field(default_factory=list)
    bills: dict[str, RecordedBill] = field(default_factory=dict)
    watch: Callable[[Account, Entry, Account], None] | None = None

    @property
    def alive_at(self) -> datetime:
        return expiry_clock(self.program, self.shop, now=self.now, newest=self.now)

    @property
    def spendable(self) -> int:
        return self.account.spendable(self.alive_at)

    def post(self, entry: Entry) -> None:
        before, self.account = self.account, post(self.account, entry)
        self.entries.append(entry)
        if self.watch is not None:
            self.watch(before, entry, self.account)

    def settle(self) -> None:
        """Record what is over, as a day's opening or the member's next write does."""
        for entry in expire_entries(self.account, at=self.now, alive_at=self.alive_at):
            self.post(entry)
            for key, bill in self.bills.items():
                if entry.reference in bill.earned_lots:
                    self.bills[key] = replace(bill, expired=bill.expired - entry.points)

    def earn(self, key: str, points: int) -> None:
        """Let points come in that no bill earned."""
        self.settle()
        if points:
            self._earn(uuid5(_ROOT, key), points)

    def bill(self, key: str, what: int | Bill, *taken: Taken, footing: Footing | None = None) -> Quote:
        """Record a bill with rewards, on the plain footing if none is named; refuses as the engine does."""
        typed = Bill(what) if isinstance(what, int) else what
        footing = footing or plain_footing(self.program)
        self.settle()
        bill_id = uuid5(_ROOT, f"bill:{key}")
        stock = {reward.id: _PLENTY for reward in self.program.rewards}
        priced = quote(
            self.program,
            self.account,
            replace(footing, carry=self.account.carry),
            typed,
            taken,
            spendable=self.spendable,
            stock=stock,
        )
        if priced.refused:
            raise priced.refused[0]
        carry_in, balance = self.account.carry, self.account.balance
        at = len(self.entries)
        for number, redemption in enumerate(priced.redemptions):
            self.post(
                spend_entry(
                    self.account,
                    entry_id=uuid5(bill_id, f"redeem:{number}"),
                    points=redemption.points,
                    at=self.now,
                    alive_at=self.alive_at,
                    reference=bill_id,
                )
            )
        spent = tuple(part for entry in self.entries[at:] for part in entry.eaten)
        lots = frozenset[UUID]()
        if priced.earning.points:
            lots = frozenset({self._earn(uuid5(bill_id, "earn"), priced.earning.points)})
        self.account = replace(self.account, carry=carry_in + priced.earning.carry_delta)
        assert (
            self.account.balance
            == priced.balance_after
            == balance + sum(entry.points for entry in self.entries[at:])
        )
        self.bills[key] = RecordedBill(
            id=bill_id,
            member=_ROOT,
            revision=1,
            at=self.now,
            number=None,
            total_vnd=typed.total_vnd,
            value_vnd=priced.value_vnd,
            earned=priced.earning.points,
            taken_back=0,
            earned_lots=lots,
            expired=0,
            carry_in=carry_in,
            carry_delta=priced.earning.carry_delta,
            spent=spent,
            returned_vnd=0,
            parts=0,
            typed=typed,
            footing=frozen(self.program, footing),
            units=priced.earning.units,
            shares=priced.shares,
        )
        return priced

    def reverse(self, key: str, returned_vnd: int | None = None, *, undo: bool = False) -> Reversal:
        """Give back part of a bill, or all that is left."""
        self.settle()
        bill = self.bills[key]
        done = reverse(
            self.program,
            bill,
            self.account,
            returned_vnd=returned_vnd,
            at=self.now,
            alive_at=self.alive_at,
            undo=undo,
            shop=self.shop,
        )
        for entry in done.entries:
            self.post(entry)
        self.account = replace(self.account, carry=self.account.carry + done.carry_delta)
        self.bills[key] = replace(
            bill,
            taken_back=bill.taken_back + done.taken_back,
            forgiven=bill.forgiven + done.forgiven,
            carry_delta=bill.carry_delta + done.carry_delta,
            spent=() if done.given_back else bill.spent,
            returned_vnd=bill.returned_vnd + done.returned_vnd,
            parts=done.part,
            whole=done.whole,
            units=missing_units(bill.units, done.units),
            refunded_vnd=bill.refunded_vnd + done.refund_vnd,
        )
        return done

    def sum_of(self, *kinds: EntryKind) -> int:
        """Add up the entries, of some kinds or of all."""
        return sum(entry.points for entry in self.entries if not kinds or entry.kind in kinds)

    def _earn(self, entry_id: UUID, points: int) -> UUID:
        entry = earn_entry(
            self.account,
            entry_id=entry_id,
            points=points,
            at=self.now,
            expires_at=self.program.expiry.expires_at(self.now, self.shop),
        )
        self.post(entry)
        return entry.opened[0].id
