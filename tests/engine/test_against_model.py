"""The engine beside the independent model: after any sequence of acts both hold the same."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from loyalpos.engine.bills import Taken
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints
from tests.draws import draws
from tests.engine.books import Books
from tests.engine.shapes import NOON, one_rule
from tests.model import Model

BLOCK_POINTS, BLOCK_VND = 2, 1_000


class EngineBesideModel(RuleBasedStateMachine):
    """Two members of one shop, in the engine's values and in the model's fifty lines."""

    @initialize(
        per_vnd=st.sampled_from((1_000, 7_000, 10_000)),
        points=st.integers(1, 3),
        minimum_vnd=st.sampled_from((0, 30_000)),
        carried=st.booleans(),
        life=st.none() | st.integers(1, 12),
        welcome=st.integers(0, 20),
    )
    def open_shop(
        self, per_vnd: int, points: int, minimum_vnd: int, carried: bool, life: int | None, welcome: int
    ) -> None:
        program = replace(
            one_rule(per_vnd, points, minimum_vnd=minimum_vnd, carried=carried),
            rewards=(PayWithPoints("pay", "Trả bằng điểm", BLOCK_POINTS, BLOCK_VND),),
            expiry=Expiry() if life is None else Expiry(ExpiryKind.DAYS, life),
        )
        self.members = {name: Books(program, NOON) for name in ("Hoa", "Minh")}
        self.model = Model(self._today(), per_vnd, points, minimum_vnd, carried, life)
        for name, books in self.members.items():
            books.earn("welcome", welcome)
            self.model.enrol(name, welcome)
        self.count = 0

    def _today(self) -> date:
        books = self.members["Hoa"]
        return books.shop.business_day(books.now)

    def _standing(self, name: str) -> list[str]:
        return [key for key, bill in self.members[name].bills.items() if not bill.whole]

    @rule(
        name=st.sampled_from(("Hoa", "Hoa", "Minh")),
        total_vnd=st.integers(1, 90_000),
        percent=st.sampled_from((0, 0, 30, 100)),
    )
    def bill(self, name: str, total_vnd: int, percent: int) -> None:
        books = self.members[name]
        self.count += 1
        books.now += timedelta(seconds=1)
        books.settle()
        wanted = books.spendable * percent // 100
        blocks = min(wanted // BLOCK_POINTS, total_vnd // BLOCK_VND)
        taken = (Taken("pay", blocks * BLOCK_POINTS),) if blocks else ()
        priced = books.bill(str(self.count), total_vnd, *taken)
        spend = (blocks * BLOCK_POINTS, blocks * BLOCK_VND)
        earned = self.model.bill(name, (name, str(self.count)), total_vnd, spend)
        assert priced.earning.points == earned

    @rule(name=st.sampled_from(("Hoa", "Hoa", "Minh")), which=st.integers(0, 9), percent=st.integers(1, 99))
    def give_back_a_part(self, name: str, which: int, percent: int) -> None:
        books, standing = self.members[name], self._standing(name)
        if standing:
            key = standing[which % len(standing)]
            amount = books.bills[key].left_vnd * percent // 100
            if amount:
                books.now += timedelta(seconds=1)
                books.reverse(key, amount)
                self.model.reverse((name, key), amount)

    @rule(name=st.sampled_from(("Hoa", "Hoa", "Minh")), which=st.integers(0, 9))
    def give_back_all(self, name: str, which: int) -> None:
        standing = self._standing(name)
        if standing:
            key = standing[which % len(standing)]
            self.members[name].now += timedelta(seconds=1)
            self.members[name].reverse(key)
            self.model.reverse((name, key))

    @rule(total_vnd=st.integers(1, 90_000), days=st.integers(0, 9), percent=st.integers(1, 100))
    def return_a_bill_whose_points_are_spent(self, total_vnd: int, days: int, percent: int) -> None:
        self.bill(name="Hoa", total_vnd=total_vnd, percent=0)
        earning = len(self._standing("Hoa")) - 1
        blocks = self.members["Hoa"].spendable // BLOCK_POINTS
        self.bill(name="Hoa", total_vnd=max(1, blocks * BLOCK_VND), percent=100)
        if days:
            self.open_a_later_day(days=days)
        self.give_back_a_part(name="Hoa", which=earning, percent=percent)

    @precondition(lambda self: self.count)
    @rule(days=st.integers(1, 9))
    def open_a_later_day(self, days: int) -> None:
        later = max(books.now for books in self.members.values()) + timedelta(days=days)
        for books in self.members.values():
            books.now = later
            books.settle()
        self.model.tick(self._today())

    @invariant()
    def both_hold_the_same(self) -> None:
        for name, books in getattr(self, "members", {}).items():
            theirs = self.model.accounts[name]
            assert books.account.balance == self.model.balance(name) == books.sum_of()
            assert (books.account.debt, books.account.carry) == (theirs.debt, theirs.carry)
            # Which of two lots that end on one day is eaten first, no one can ever tell.
            ours: Counter[date | None] = Counter()
            for lot in books.account.lots:
                over = lot.expires_at
                ours[over and books.shop.business_day(over - timedelta.resolution)] += lot.rest
            expected: Counter[date | None] = Counter()
            for held in theirs.lots:
                expected[held.until] += held.rest
            assert +ours == +expected


TestEngineBesideModel = EngineBesideModel.TestCase
TestEngineBesideModel.settings = settings(max_examples=draws(400), stateful_step_count=30)
