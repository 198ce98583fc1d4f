"""A membership is sold, takes its share of every bill, is ended and undone; a model of its own agrees."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill, BillLine, Redemption, Taken
from loyalpos.engine.extras import EndOffer, MembershipChanged, SaleOffer
from loyalpos.engine.program import AmountOff, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import MemberPrice, Membership
from loyalpos.errors import CannotUndo, MembershipRefused
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.visits import last_day_of, paid_for
from tests.shops import World, enrolled, new_till, reopened

VIP = Membership("vip", "Thẻ VIP", 365_000, 12, 500, "Nước ép mỗi tháng")
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    rewards=(AmountOff("off", "Giảm 20.000 ₫", 5, 20_000),),
    memberships=(VIP,),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def sale_of(till: Till, member: UUID) -> SaleOffer:
    return next(one for one in till.memberships.offers(member) if isinstance(one, SaleOffer))


def sell(till: Till, member: UUID) -> MembershipChanged:
    offer = sale_of(till, member).sold
    return till.memberships.sell(member, offer.membership, offer.id)


def ends(till: Till, member: UUID) -> list[EndOffer]:
    return [one for one in till.memberships.offers(member) if isinstance(one, EndOffer)]


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def test_what_is_sold_is_paid_once_and_takes_its_share_of_every_bill(till: Till, world: World) -> None:
    lan = enrolled(till)
    offer = sale_of(till, lan)
    assert not offer.renews
    paid = till.memberships.sell(lan, "vip", offer.sold.id)
    assert till.memberships.sell(lan, "vip", offer.sold.id) == replace(paid, repeated=True)
    assert (paid.amount_vnd, paid.sold.until) == (365_000, date(2027, 11, 23))
    bill = till.counter.record_bill(world.new_id(), lan, Bill(99_000))
    assert bill.membership is not None
    assert (bill.membership.name, bill.membership.value_vnd, bill.due_vnd) == ("Thẻ VIP", 4_950, 94_050)
    assert (bill.earned, bill.redemptions) == (9, ())
    assert (
        till.counter.record_bill(world.new_id(), enrolled(till, "0987654321"), Bill(99_000)).due_vnd == 99_000
    )
    assert till.counter.desk(lan).memberships[0].package == "Nước ép mỗi tháng"
    holds_together(till)
    assert reopened(till, world).counter.desk(lan).memberships[0].until == date(2027, 11, 23)


def test_a_return_gives_back_what_was_paid_for_it_and_the_parts_are_the_whole(
    till: Till, world: World
) -> None:
    lan = enrolled(till)
    sell(till, lan)
    till.counter.record_bill(world.new_id(), lan, Bill(100_000))
    bill = till.counter.record_bill(world.new_id(), lan, Bill(100_000), (Taken("off"),))
    assert bill.due_vnd == 75_000
    first = till.returns.return_bill(bill.bill, 1, 40_000)
    # 40.000 of it cost 38.000; the reward stays on what was kept.
    assert first.refund_vnd == 38_000
    with till.shop.file.read() as connection:
        assert paid_for(connection, bill.bill) == bill.due_vnd - first.refund_vnd
    holds_together(till)
    rest = till.returns.return_bill(bill.bill, 2, None)
    assert first.refund_vnd + rest.refund_vnd == bill.due_vnd
    till.returns.undo(rest.reversal)
    till.returns.undo(first.reversal)
    assert till.returns.desk(bill.bill).bill.left_vnd == 100_000
    holds_together(till)


def test_an_item_has_a_member_price_whose_return_is_what_was_paid(tmp_path: Path, world: World) -> None:
    priced = replace(VIP, prices=(MemberPrice("latte", 32_000),))
    till = new_till(tmp_path, world, program=replace(PROGRAM, memberships=(priced,)), stock={})
    till.days.open()
    lan = enrolled(till)
    sell(till, lan)
    lattes = Bill(98_000, lines=(BillLine("Latte", 2, 78_000, item="latte"), BillLine("Trà", 1, 20_000)))
    assert till.counter.desk(lan).discount(lattes) == Redemption("vip", "member_price", "Thẻ VIP", 0, 15_000)
    bill = till.counter.record_bill(world.new_id(), lan, lattes)
    assert (bill.due_vnd, bill.earned) == (83_000, 8)
    first = till.returns.return_bill(bill.bill, 1, 49_000)
    assert (first.refund_vnd, first.taken_back) == (41_500, 4)
    assert till.returns.return_bill(bill.bill, 2, None).refund_vnd == 41_500
    # The program's price counts, not that of the day of sale.
    till.shop.publish(replace(PROGRAM, memberships=(VIP,)))
    assert till.counter.record_bill(world.new_id(), lan, lattes).due_vnd == 93_100
    holds_together(till)


def test_a_fee_that_earns_brings_the_points_of_a_bill_and_loses_those_of_a_refund(
    tmp_path: Path, world: World
) -> None:
    earning = replace(PROGRAM, memberships=(replace(VIP, fee_earns=True),))
    till = new_till(tmp_path, world, program=earning, stock={})
    till.days.open()
    lan = enrolled(till)

    def balance() -> int:
        return till.counter.desk(lan).account.balance

    offer = sale_of(till, lan).sold
    for _ in range(2):
        till.memberships.sell(lan, "vip", offer.id)
        assert balance() == 36
    with till.shop.file.read() as connection:
        assert last_day_of(connection, lan) is None, "a fee is no visit"
    till.returns.undo_last()
    assert balance() == 0
    sell(till, lan)
    world.clock.forward(days=99)
    till.days.open()
    (running,) = ends(till, lan)
    gone = till.memberships.end(lan, running.ended.sold.id)
    # 100 of 365 days are used.
    assert (gone.amount_vnd, balance()) == (265_000, 9)
    till.returns.undo_last()
    assert balance() == 36
    (running,) = ends(till, lan)
    till.memberships.end(lan, running.ended.sold.id)
    assert balance() == 9
    till.shop.publish(PROGRAM)
    sell(till, lan)
    assert balance() == 9
    holds_together(till)
    assert reopened(till, world).counter.desk(lan).account.balance == 9


def test_a_bill_is_priced_anew_for_the_member_it_is_moved_to(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    sell(till, lan)
    bill = till.counter.record_bill(world.new_id(), lan, Bill(100_000))
    moved = till.returns.move_bill(bill.bill, hoa, world.new_id())
    assert (moved.membership, moved.due_vnd, moved.earned) == (None, 100_000, 10)
    till.returns.undo(moved.bill)
    assert till.returns.desk(bill.bill).bill.member_vnd == 5_000
    holds_together(till)


def test_it_is_renewed_ended_early_and_each_of_these_undone(till: Till, world: World) -> None:
    lan = enrolled(till)
    first = sell(till, lan)
    world.clock.forward(days=100)
    till.days.open()
    assert sale_of(till, lan).renews
    again = sell(till, lan)
    assert again.sold.first == first.sold.until
    with pytest.raises(CannotUndo):
        till.returns.undo(first.record)
    till.returns.undo_last()
    (running,) = ends(till, lan)
    ended = till.memberships.end(lan, running.ended.sold.id)
    assert ended.amount_vnd == running.ended.refund_vnd == 365_000 * 264 // 365
    assert till.memberships.end(lan, running.ended.sold.id) == replace(ended, repeated=True)
    world.clock.forward(days=1)
    assert till.counter.desk(lan).memberships == ()
    with pytest.raises(CannotUndo):
        till.returns.undo(first.record)
    kinds = [act.kind for act in till.returns.acts(date(2027, 3, 3))]
    assert kinds == [ActKind.MEMBERSHIP_ENDED, ActKind.MEMBERSHIP]
    till.returns.undo(ended.record)
    assert till.counter.desk(lan).memberships[0].until == first.sold.until
    till.returns.undo(first.record)
    assert till.counter.desk(lan).memberships == ()
    holds_together(till)


def test_a_sale_stays_while_a_bill_stands_that_it_made_cheaper(till: Till, world: World) -> None:
    lan = enrolled(till)
    sold = sell(till, lan)
    bill = till.counter.record_bill(world.new_id(), lan, Bill(1_000_000))
    assert bill.due_vnd == 950_000
    with pytest.raises(CannotUndo):
        till.returns.undo(sold.record)
    assert till.counter.desk(lan).memberships
    till.returns.undo(bill.bill)
    till.returns.undo(sold.record)
    assert till.counter.desk(lan).memberships == ()
    holds_together(till)


def test_what_was_ended_is_not_to_be_ended_again_and_two_ends_are_undone_in_their_order(till: Till) -> None:
    lan = enrolled(till)
    now, ahead = sell(till, lan), sell(till, lan)
    refunds = [till.memberships.end(lan, one.record) for one in (ahead, now)]
    assert ends(till, lan) == []
    for one in reversed(refunds):
        till.returns.undo(one.record)
    assert [one.ended.sold.id for one in ends(till, lan)] == [now.record, ahead.record]
    holds_together(till)


def test_nobody_leaves_with_a_paid_membership_unnoticed(till: Till) -> None:
    lan = enrolled(till)
    sold = sell(till, lan)
    with pytest.raises(CannotUndo):
        till.returns.undo(lan)
    till.returns.undo(sold.record)
    till.returns.undo(lan)


def test_what_is_not_on_sale_is_refused_and_what_was_sold_counts_on(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    sell(till, lan)
    with pytest.raises(MembershipRefused):
        till.memberships.sell(lan, "gold", world.new_id())
    till.shop.publish(replace(PROGRAM, memberships=()))
    with pytest.raises(MembershipRefused):
        till.memberships.sell(hoa, "vip", world.new_id())
    assert till.counter.record_bill(world.new_id(), lan, Bill(100_000)).due_vnd == 95_000


def test_who_is_to_be_told_of_the_end_stands_in_a_list_until_renewed(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111", "Lan"), enrolled(till, "0922222222", "Hoa")
    sell(till, lan)
    world.clock.forward(days=3)
    sell(till, hoa)
    world.clock.forward(days=365 - 14 - 3 - 1)
    assert till.memberships.renewals() == ()
    world.clock.forward(days=4)
    assert [(one.member.name, one.ends) for one in till.memberships.renewals()] == [
        ("Lan", date(2027, 11, 23)),
        ("Hoa", date(2027, 11, 26)),
    ]
    assert till.counter.desk(lan).memberships[0].is_due
    sell(till, lan)
    assert [one.member.name for one in till.memberships.renewals()] == ["Hoa"]
    assert not till.counter.desk(lan).memberships[0].is_due


@dataclass
class Period:
    """A membership as somebody with a calendar would keep it: which days it covers."""

    days: set[date]
    stands: bool = True


@dataclass
class Book:
    """An independent model: covered days, and what each bill is worth to the till."""

    periods: list[Period] = field(default_factory=list)
    due: dict[UUID, int] = field(default_factory=dict)

    def has(self, day: date) -> bool:
        return any(one.stands and day in one.days for one in self.periods)

    def last(self) -> date | None:
        covered = [day for one in self.periods if one.stands for day in one.days]
        return max(covered, default=None)


moves = st.lists(
    st.tuples(
        st.sampled_from(("sell", "bill", "bill", "return", "end", "undo", "wait")),
        st.integers(1, 200_000),
    ),
    min_size=3,
    max_size=12,
)


@settings(max_examples=5, deadline=None)
@given(moves)
def test_a_model_with_a_calendar_agrees(script: list[tuple[str, int]]) -> None:
    month = replace(VIP, months=1, discount_bp=1_250)
    world = World()
    with tempfile.TemporaryDirectory() as folder:
        till = new_till(Path(folder), world, program=replace(PROGRAM, memberships=(month,)), stock={})
        till.days.open()
        lan, book = enrolled(till), Book()
        done: list[tuple[UUID, Period | None, set[date]]] = []
        bills: list[tuple[UUID, int, int]] = []
        for what, number in script:
            today = till.shop.time.business_day(till.shop.now())
            if what == "wait":
                world.clock.forward(days=number % 40)
                till.days.open()
                done.clear()
            elif what == "sell":
                sold = sell(till, lan)
                last = book.last()
                first = today if last is None or last < today else last + timedelta(days=1)
                assert sold.sold.first == first
                assert sold.sold.until is not None
                assert 28 <= (sold.sold.until - first).days <= 31
                span = {first + timedelta(days=n) for n in range((sold.sold.until - first).days)}
                book.periods.append(Period(span))
                done.append((sold.record, book.periods[-1], set()))
            elif what == "bill":
                recorded = till.counter.record_bill(world.new_id(), lan, Bill(number))
                off = number * 1_250 // 10_000 if book.has(today) else 0
                assert recorded.due_vnd == number - off
                bills.append((recorded.bill, number, off))
                done.append((recorded.bill, None, set()))
            elif what == "return" and bills:
                bill, total, off = bills.pop()
                part = 1 + number % total
                back = till.returns.return_bill(bill, 1, part)
                left = total - part
                assert back.refund_vnd == (total - off) - (left - off * left // total)
                done.clear()
            elif what == "end" and ends(till, lan):
                offer = ends(till, lan)[-1]
                ended = till.memberships.end(lan, offer.ended.sold.id)
                period = next(one for one in reversed(book.periods) if offer.ended.sold.first in one.days)
                before = set(period.days)
                period.days = {day for day in period.days if day <= today and day >= offer.ended.sold.first}
                unused = len(before - period.days)
                assert ended.amount_vnd == 365_000 * unused // len(before)
                done.append((ended.record, period, before))
            elif what == "undo" and done:
                record, of, before = done.pop()
                till.returns.undo(record)
                if of is None:
                    bills = [one for one in bills if one[0] != record]
                elif before:
                    of.days = before
                else:
                    of.stands = False
            today = till.shop.time.business_day(till.shop.now())
            assert bool(till.counter.desk(lan).memberships) == book.has(today)
        holds_together(till)
        till.shop.close()
