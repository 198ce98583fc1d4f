"""Lives of members who are merged and parted, beside a model that knows nothing of files."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.store.fold import members_out_of_balance
from tests.model import Model
from tests.services.merged import PROGRAM, assert_sound, buy, seen
from tests.shops import World, enrolled, new_till

ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("buy"),
            st.integers(0, 3),
            st.sampled_from([4_000, 86_000, 125_000, 555_000]),
            st.integers(0, 40),
        ),
        st.tuples(st.just("return"), st.integers(0, 20), st.integers(1, 10), st.just(0)),
        st.tuples(st.just("merge"), st.integers(0, 3), st.integers(0, 3), st.just(0)),
        st.tuples(st.just("undo"), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("day"), st.integers(1, 20), st.just(0), st.just(0)),
    ),
    min_size=6,
    max_size=20,
)


@given(ACTS)
@settings(deadline=None, max_examples=6)
def test_merged_members_stand_as_the_model_says_and_as_before_when_parted(
    acts: list[tuple[str, int, int, int]],
) -> None:
    with TemporaryDirectory(prefix="loyalpos-merging-") as folder:
        Lives(Path(folder)).live(acts)


class Lives:
    """A shop with four members through bills, returns, days and merges, beside the model."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.till = new_till(folder, self.world, program=PROGRAM, stock={})
        self.till.days.open()
        self.model = Model(self.today(), 10_000, carried=True, life_days=30)
        self.people = [enrolled(self.till, f"091234567{at}") for at in range(4)]
        for one in self.people:
            self.model.enrol(one, 20)
        self.bills: list[UUID] = []

    def today(self) -> Any:
        return self.till.shop.time.business_day(self.world.clock.at)

    def live(self, acts: list[tuple[str, int, int, int]]) -> None:
        for what, one, other, wish in acts:
            getattr(self, f"do_{what}")(one, other, wish)
            self.compare()
        assert_sound(self.till)
        self.till.shop.file.close()

    def there(self, at: int) -> UUID:
        living: list[UUID] = list(self.model.accounts)
        return living[at % len(living)]

    def do_buy(self, who: int, total: int, wish: int) -> None:
        member = self.there(who)
        points = min(wish, self.till.counter.desk(member).spendable, total // 1_000)
        bill = buy(self.till, member, total, points)
        self.model.bill(member, bill, total, (points, points * 1_000))
        self.bills.append(bill)

    def do_return(self, which: int, share: int, _: int) -> None:
        if not self.bills:
            return
        bill = self.bills[which % len(self.bills)]
        known = self.till.returns.desk(bill).bill
        part = known.left_vnd * share // 10
        if known.whole or not part:
            return
        whole = part == known.left_vnd
        self.till.returns.return_bill(bill, known.parts + 1, None if whole else part)
        self.model.reverse(bill, None if whole else part)

    def do_merge(self, one: int, other: int, _: int) -> None:
        stays, goes = self.there(one), self.there(other)
        if stays == goes:
            return
        before, total = seen(self.till, stays, goes), self.total()
        turned = self.till.merging.merge(goes, stays)
        theirs = self.till.counter.desk(goes)
        self.till.merging.undo(turned.id)
        assert seen(self.till, stays, goes) == before
        assert self.total() == total
        done = self.till.merging.merge(stays, goes)
        mine = self.till.counter.desk(stays)
        assert (mine.account, mine.units) == (theirs.account, theirs.units), "whoever stays"
        assert self.till.merging.merge(goes, stays) == replace(done, repeated=True)
        assert self.total() == total
        self.model.merge(stays, goes)

    def do_undo(self, *_: int) -> None:
        """Part the last pair for a moment, if that can be, and make one of it again."""
        told = self.till.merging.last(1)
        if not told or told[0].hindered or told[0].merge.undone_in is not None:
            return
        merge, total = told[0].merge, self.total()
        before = self.till.counter.desk(merge.stays)
        self.till.merging.undo(merge.id)
        assert self.total() == total
        with self.till.shop.file.read() as connection:
            assert members_out_of_balance(connection) == ()
        self.till.merging.merge(merge.stays, merge.goes)
        after = self.till.counter.desk(merge.stays)
        assert (after.account, after.units) == (before.account, before.units)

    def do_day(self, days: int, *_: int) -> None:
        self.world.clock.forward(days=days)
        if not self.till.days.open().trusted:
            self.till.days.trust_clock()
        self.model.tick(self.today())

    def total(self) -> int:
        with self.till.shop.file.read() as connection:
            return int(connection.exec_driver_sql("SELECT sum(balance) FROM summary").scalar_one())

    def compare(self) -> None:
        for member, account in self.model.accounts.items():
            desk = self.till.counter.desk(member)
            assert (desk.account.balance, desk.account.debt, desk.account.carry) == (
                account.balance,
                account.debt,
                account.carry,
            )
            assert desk.units.get("card", 0) == self.model.stamps(member)
