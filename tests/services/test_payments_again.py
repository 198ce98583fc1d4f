"""Bills paid in parts, where something is done twice, stops midway, or asks the owner first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import BillPaid
from loyalpos.engine.bills import Bill
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.program import Expiry, PartPaid, Program
from loyalpos.engine.rules import AmountRule, Budget, BudgetEnd
from loyalpos.engine.tiers import Reached
from loyalpos.errors import CannotUndo, MaybeSamePayment, MaybeUndone, OwnerToAsk
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import PROGRAM, World, enrolled, new_till

AS_PAID = replace(PROGRAM, rewards=(), part_paid=PartPaid.AS_PAID, expiry=Expiry())
WHEN_PAID = replace(AS_PAID, part_paid=PartPaid.WHEN_PAID)
ASKED = replace(
    AS_PAID,
    rules=(AmountRule("base", 10_000, budget="october"),),
    budgets=(Budget("october", "Tháng 10", 500, at_end=BudgetEnd.ASK),),
    point_cost_vnd=50,
)


class Desk:
    """A till with one member, whose power may go."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.world = folder, World()
        self.till: Till

    def open(self, program: Program) -> Desk:
        self.till = new_till(self.folder, self.world, program=program)
        self.member = enrolled(self.till)
        return self

    def lose_power(self) -> None:
        """Open the file again without an end of the session before."""
        self.till.shop.file.close()
        path = self.till.shop.file.path
        self.till = Till(Shop.open(path, PUBLISHED_KEY, self.world.outside(), who="Lan"))

    def bill(self, total_vnd: int, paid_vnd: int, **said: bool) -> UUID:
        bill = Bill(total_vnd, paid_vnd=paid_vnd)
        return self.till.counter.record_bill(self.world.new_id(), self.member, bill, owner_said=said).bill

    def pay(self, bill: UUID, amount_vnd: int, *, another: bool = False) -> BillPaid:
        return self.till.payments.pay(self.world.new_id(), bill, amount_vnd, another=another)

    @property
    def owed(self) -> list[int]:
        return [one.open_vnd for one in self.till.counter.desk(self.member).owed]

    @property
    def points(self) -> int:
        view = self.till.counter.desk(self.member).member
        assert view is not None
        return view.account.balance


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    assert check(desk.till.shop.file).is_clean


def records(desk: Desk) -> int:
    with desk.till.shop.file.read() as connection:
        return connection.driver.execute("SELECT count(*) FROM record").fetchone()[0]  # type: ignore[no-any-return]


def test_after_an_unclean_stop_the_same_payment_is_asked_about(desk: Desk) -> None:
    desk.open(AS_PAID)
    bill = desk.bill(200_000, 20_000)
    action = desk.world.new_id()
    first = desk.till.payments.pay(action, bill, 60_000)
    desk.lose_power()
    assert desk.till.payments.pay(action, bill, 60_000).repeated, "the same act needs no question"
    with pytest.raises(MaybeSamePayment) as asked:
        desk.pay(bill, 60_000)
    assert (asked.value.payment, asked.value.amount_vnd) == (first.payment, 60_000)
    assert desk.till.payments.foresee(desk.world.new_id(), bill, 60_000).open_vnd == 60_000
    desk.pay(bill, 10_000)
    desk.pay(bill, 60_000, another=True)
    assert desk.owed == [50_000]
    desk.world.clock.forward(minutes=11)
    desk.pay(bill, 10_000)
    assert desk.owed == [40_000]


def test_a_payment_of_another_bill_or_one_undone_or_made_since_is_not_asked_about(desk: Desk) -> None:
    desk.open(AS_PAID)
    bill, other = desk.bill(200_000, 20_000), desk.bill(150_000, 0)
    desk.pay(bill, 60_000)
    desk.till.returns.undo(desk.pay(bill, 50_000).payment)
    desk.lose_power()
    for one, amount_vnd in ((other, 60_000), (bill, 50_000), (bill, 50_000)):
        desk.pay(one, amount_vnd)
    assert desk.owed == [20_000, 90_000]


def test_after_an_unclean_stop_one_more_undo_is_asked_about_where_a_payment_was_undone(desk: Desk) -> None:
    desk.open(AS_PAID)
    bill = desk.bill(200_000, 20_000)
    desk.pay(bill, 60_000)
    desk.till.returns.undo_last()
    desk.lose_power()
    with pytest.raises(MaybeUndone):
        desk.till.returns.undo_last()
    assert desk.owed == [180_000], "the bill stands"


def test_a_return_told_again_once_all_is_paid_lets_nothing_come_anew(desk: Desk) -> None:
    desk.open(WHEN_PAID)
    bill = desk.bill(200_000, 50_000)
    desk.till.returns.return_bill(bill, 1, 50_000)
    paid = desk.pay(bill, 100_000)
    standing = records(desk)
    assert desk.till.returns.return_bill(bill, 1, 50_000).repeated
    assert records(desk) == standing
    desk.till.returns.undo(paid.payment)
    assert desk.owed == [100_000]


def test_a_moved_bill_that_was_paid_since_does_not_go_back_without_its_payment(desk: Desk) -> None:
    desk.open(AS_PAID)
    bill = desk.bill(200_000, 50_000)
    right = enrolled(desk.till, "0987654321", "Trần Thị Mai")
    moved = desk.till.returns.move_bill(bill, right, desk.world.new_id()).bill
    paid = desk.pay(moved, 100_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.undo(moved)
    desk.till.returns.undo(paid.payment)
    desk.till.returns.undo(moved)
    assert desk.owed == [150_000]


@pytest.mark.parametrize("part_paid", [PartPaid.AS_PAID, PartPaid.WHEN_PAID])
@pytest.mark.parametrize(("agreed", "points"), [(True, 20), (False, 10)])
def test_the_owner_is_asked_at_first_about_all_that_a_bill_will_bring(
    desk: Desk, part_paid: PartPaid, agreed: bool, points: int
) -> None:
    desk.open(replace(ASKED, part_paid=part_paid))
    begun = desk.points
    with pytest.raises(OwnerToAsk) as asked:
        desk.bill(200_000, 30_000)
    assert (asked.value.budgets, asked.value.points) == ((("october", "Tháng 10"),), 10)
    bill = desk.bill(200_000, 30_000, october=agreed)
    desk.pay(bill, 170_000)
    assert desk.points - begun == points


def test_what_comes_with_points_that_a_return_lets_come_is_told_with_it(desk: Desk) -> None:
    gift = Milestone("much", Reached.POINTS, 5, Gives(points=3))
    desk.open(replace(WHEN_PAID, occasions=(gift,)))
    begun = desk.points
    bill = desk.bill(200_000, 60_000)
    back = desk.till.returns.return_bill(bill, 1, 140_000)
    assert (back.settled, [one.occasion for one in back.brought.gifts]) == (6, ["much"])
    assert back.balance == desk.points == begun + 9
    again = desk.till.returns.return_bill(bill, 1, 140_000)
    assert (again.brought, again.balance) == (back.brought, back.balance)
