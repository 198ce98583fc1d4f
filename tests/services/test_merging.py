"""Two members who are one person: merged, used as one, and parted again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.json_values import to_json
from loyalpos.engine.likeness import Likeness, Why, likely_pairs
from loyalpos.engine.members import Enrolment, Origin, Purpose
from loyalpos.engine.merging import Chosen, merge_id
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints, Program, Remainder
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Over, Tier, TierPlan
from loyalpos.errors import CannotMerge, CannotPart, CannotUndo, MemberGone, PhoneTaken
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.consents import has_agreed
from loyalpos.store.fold import members_out_of_balance
from tests.model import Model
from tests.shops import CONSENT, World, enrolled, new_till

PROGRAM = Program(
    revision=0,
    rules=(AmountRule("base", per_vnd=10_000), StampRule("stamp", "card")),
    rewards=(PayWithPoints("pay", "Dùng điểm", 1, 1_000),),
    stamp_cards=(StampCard("card", "Thẻ", 10, "pay"),),
    remainder=Remainder.CARRIED,
    welcome_points=20,
    expiry=Expiry(ExpiryKind.DAYS, 30),
    tiers=TierPlan(over=Over.EVER, tiers=(Tier("gold", "Vàng", 1_000_000),)),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Iterator[Till]:
    made = new_till(tmp_path, world, program=PROGRAM, stock={})
    made.days.open()
    yield made
    assert_sound(made)
    made.shop.file.close()


def assert_sound(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    report = check(till.shop.file)
    assert report.is_clean, report


def buy(till: Till, member: UUID, total: int, points: int = 0) -> UUID:
    taken = (Taken("pay", points),) if points else ()
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total), taken).bill


def seen(till: Till, *members: UUID) -> list[Any]:
    """Everything a shop shows of members."""
    found: list[Any] = []
    for one in members:
        desk = till.counter.desk(one)
        found.append(
            (
                desk.member,
                desk.units,
                None if desk.tier is None else desk.tier.tier,
                till.members.history(one),
                till.tags.of(one),
                till.cards.of_member(one),
                till.referrals.of(one),
                [bill.id for bill in till.returns.bills_of(one)],
                till.members.find("duc"),
                till.members.find("0912"),
            )
        )
    return found


def say(till: Till, whose: UUID, *, given: bool) -> None:
    """Let a member agree to messages, or take that back."""
    said = to_json(replace(CONSENT, purpose=Purpose.MESSAGES))
    with till.shop.file.work() as connection:
        request = {"member": whose.hex, "given": given, "consent": said}
        till.shop.write(connection, "consent_changed", request)


@pytest.fixture
def two(till: Till) -> tuple[UUID, UUID]:
    return enrolled(till, "0912345678"), enrolled(till, "0912345687")


def test_one_of_two_has_both_balances_and_every_card_finds_that_one(
    till: Till, two: tuple[UUID, UUID]
) -> None:
    stays, goes = two
    buy(till, stays, 99_000)
    buy(till, goes, 257_000)
    till.members.link(goes, "KH0042")
    cards = [till.members.member(one).card for one in two]
    done = till.merging.merge(stays, goes)
    assert done.balance == 29 + 45
    for code in (*cards, "KH0042"):
        assert code is not None
        assert till.members.by_code(code).member == stays
    desk = till.counter.desk(stays)
    assert desk.member is not None
    assert (desk.member.visits, desk.member.spend_vnd, desk.units["card"]) == (2, 356_000, 2)
    assert len(till.members.history(stays)) == 4
    assert [one.id for one in till.members.find("duc")] == [stays]
    with pytest.raises(MemberGone):
        buy(till, goes, 10_000)
    buy(till, stays, 17_000)
    assert till.counter.desk(stays).account.balance == 29 + 45 + 3, "both remainders make a point"


def test_what_was_merged_is_not_merged_again(till: Till, two: tuple[UUID, UUID]) -> None:
    first = till.merging.merge(*two)
    again = till.merging.merge(two[1], two[0])
    assert again == replace(first, repeated=True)
    with pytest.raises(CannotMerge):
        till.merging.merge(two[0], two[0])
    assert first.id == merge_id(two[1], two[0])


def test_a_merge_can_be_undone_and_done_again(till: Till, two: tuple[UUID, UUID]) -> None:
    buy(till, two[1], 1_257_000)
    till.tags.change((two[1],), on=("vip",))
    before = seen(till, *two)
    for _ in range(2):
        done = till.merging.merge(*two)
        assert till.tags.of(two[0]) == ("vip",)
        desk = till.counter.desk(two[0])
        assert desk.tier is not None
        assert desk.tier.tier is not None
        till.merging.undo(done.id)
        till.merging.undo(done.id)
        assert seen(till, *two) == before


def test_a_return_of_a_bill_of_who_went_takes_points_from_who_stays(
    till: Till, two: tuple[UUID, UUID]
) -> None:
    bill = buy(till, two[1], 250_000)
    done = till.merging.merge(*two)
    till.returns.return_bill(bill, 1, 100_000)
    assert till.counter.desk(two[0]).account.balance == 40 + 15
    till.returns.undo(till.returns.acts()[0].record)
    till.returns.undo(bill)
    assert till.counter.desk(two[0]).account.balance == 40
    with pytest.raises(CannotPart, match="bill_changed"):
        till.merging.undo(done.id)


def test_the_points_of_one_pay_the_debt_of_the_other(till: Till, two: tuple[UUID, UUID]) -> None:
    bill = buy(till, two[0], 300_000)
    buy(till, two[0], 45_000, points=45)
    till.returns.return_bill(bill, 1, 300_000)
    assert till.counter.desk(two[0]).account.debt == 25
    buy(till, two[1], 30_000)
    before = seen(till, *two)
    done = till.merging.merge(*two)
    account = till.counter.desk(two[0]).account
    assert (account.lots, account.debt, account.balance) == ((), 2, -2)
    till.merging.undo(done.id)
    assert seen(till, *two) == before
    again = till.merging.merge(*two)
    buy(till, two[0], 100_000)
    assert till.counter.desk(two[0]).account.debt == 0
    assert again.balance == -2


def test_points_of_both_that_were_spent_keep_them_one(till: Till, two: tuple[UUID, UUID]) -> None:
    buy(till, two[0], 300_000)
    done = till.merging.merge(*two)
    buy(till, two[0], 60_000, points=55)
    with pytest.raises(CannotPart, match="points_used"):
        till.merging.undo(done.id)
    assert till.merging.last()[0].hindered == "points_used"


def test_what_came_since_stays_with_who_stayed(till: Till, world: World, two: tuple[UUID, UUID]) -> None:
    buy(till, two[1], 100_000)
    done = till.merging.merge(*two)
    buy(till, two[0], 200_000)
    till.merging.undo(done.id)
    assert [till.counter.desk(one).account.balance for one in two] == [40, 30]
    third = till.merging.merge(*two)
    world.clock.forward(days=40)
    till.days.open()
    till.days.trust_clock()
    till.merging.undo(third.id)
    assert [till.counter.desk(one).account.balance for one in two] == [0, 0], "what ended is gone for both"


def test_only_the_last_of_a_row_of_merges_is_undone(till: Till, two: tuple[UUID, UUID]) -> None:
    third = enrolled(till, "0987654321", "Trần Đức")
    first = till.merging.merge(*two)
    second = till.merging.merge(third, two[0])
    with pytest.raises(CannotPart, match="merged_since"):
        till.merging.undo(first.id)
    till.merging.undo(second.id)
    till.merging.undo(first.id)
    assert [till.counter.desk(one).account.balance for one in (*two, third)] == [20, 20, 20]


def test_a_phone_that_was_given_to_somebody_else_keeps_them_one(till: Till, two: tuple[UUID, UUID]) -> None:
    done = till.merging.merge(*two)
    other = enrolled(till, "0912345687", "Người Khác")
    with pytest.raises(PhoneTaken) as refused:
        till.merging.undo(done.id)
    assert refused.value.member == other


def test_the_phone_of_who_goes_may_be_kept(till: Till, two: tuple[UUID, UUID]) -> None:
    done = till.merging.merge(*two, Chosen(two[0], two[1]))
    assert till.members.member(two[0]).phone == "0912345687"
    till.merging.undo(done.id)
    assert [till.members.member(one).phone for one in two] == ["0912345678", "0912345687"]


def test_a_withdrawal_of_either_is_the_last_word(till: Till, two: tuple[UUID, UUID]) -> None:
    for whose, agrees in ((two[0], True), (two[0], False), (two[1], True)):
        say(till, whose, given=agrees)

    def agreed(whose: UUID, purpose: Purpose) -> bool:
        with till.shop.file.read() as connection:
            return has_agreed(connection, whose, purpose)

    assert [agreed(one, Purpose.MESSAGES) for one in two] == [False, True]
    done = till.merging.merge(*two)
    assert not agreed(two[0], Purpose.MESSAGES)
    assert agreed(two[0], Purpose.PROGRAM)
    till.merging.undo(done.id)
    assert [agreed(one, Purpose.MESSAGES) for one in two] == [False, True]


def test_particulars_and_ties_of_both_live_on(till: Till, world: World) -> None:
    stays = enrolled(till, "0912345678")
    friend_of = enrolled(till, "0911111111", "Bạn")
    goes = till.members.enrol(
        world.new_id(),
        Enrolment(
            None,
            "Duc",
            birthday=Birthday(14, 2),
            note="ít đường",
            consents=(CONSENT,),
            origin=Origin(referrer=friend_of),
        ),
    ).member
    brought = till.members.enrol(
        world.new_id(),
        Enrolment(Phone("0922222222"), "Được mời", consents=(CONSENT,), origin=Origin(referrer=goes)),
    ).member
    before = seen(till, stays, goes, brought)
    done = till.merging.merge(stays, goes)
    person = till.members.member(stays)
    assert (person.birthday, person.note, person.phone) == (Birthday(14, 2), "ít đường", "0912345678")
    ties = till.referrals.of(stays)
    assert ties.origin.referrer == friend_of
    assert till.referrals.of(brought).origin.referrer == stays
    till.merging.undo(done.id)
    assert seen(till, stays, goes, brought) == before


def test_a_family_has_one_balance_and_a_card_for_each(till: Till, two: tuple[UUID, UUID]) -> None:
    card = till.members.member(two[1]).card
    done = till.merging.merge(*two, Chosen(two[0], two[0], label="Chị Hoa"))
    labels = {one.code: one.label for one in till.cards.of_member(two[0])}
    assert labels[str(card)] == "Chị Hoa"
    till.merging.undo(done.id)
    assert [one.label for one in till.cards.of_member(two[1])] == [""]


def test_an_enrolment_into_which_somebody_was_merged_is_not_undone(
    till: Till, two: tuple[UUID, UUID]
) -> None:
    till.merging.merge(*two)
    for act in [one for one in till.returns.acts() if one.kind is ActKind.ENROLLED]:
        with pytest.raises((CannotUndo, MemberGone)):
            till.returns.undo(act.record)


def test_a_look_at_what_a_merge_would_bring_leaves_nothing(till: Till, two: tuple[UUID, UUID]) -> None:
    buy(till, two[1], 100_000)
    before = seen(till, *two)
    told = till.merging.foresee(*two)
    assert [one.view.account.balance for one in (told.stays, told.goes, told.both)] == [20, 30, 50]
    assert seen(till, *two) == before


def test_a_list_that_brought_both_takes_back_the_points_of_both(till: Till, world: World) -> None:
    rows = [
        Ready(row, Phone(f"091234567{row}"), "Trần Đức", points, None, None, "")
        for row, points in ((2, 100), (3, 30), (4, 7))
    ]
    taken = till.lists.take_in(world.new_id(), rows, wording=CONSENT, progress=lambda _done, _all: True)
    first, second, third = (
        one.id for one in sorted(till.members.find("duc"), key=lambda one: str(one.phone))
    )
    till.merging.merge(first, second)
    buy(till, first, 50_000)
    assert till.lists.take_out(taken.id, lambda _done, _all: True)
    assert till.counter.desk(first).account.balance == 5
    with pytest.raises(MemberGone):
        till.members.member(third)


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


def like(number: int, name: str = "duc", **more: Any) -> Likeness:
    return Likeness(UUID(int=number), name, **more)


def reasons(*members: Likeness, apart: frozenset[frozenset[UUID]] = frozenset()) -> list[tuple[Why, ...]]:
    pairs = likely_pairs(members, apart)
    assert pairs is not None
    return [pair.why for pair in pairs]


def test_pairs_that_may_be_one_are_told_with_the_reasons() -> None:
    assert reasons(like(1, phone="0912345678"), like(2, phone="0912345687")) == [(Why.CLOSE_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2, phone="0912345679")) == [(Why.CLOSE_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2, "hoa", phone="0912345679")) == []
    assert reasons(like(1, phone="0912345678"), like(2, phone="0987654321")) == []
    assert reasons(like(1, phone="0701234567"), like(2, "", codes=("01201234567",))) == [(Why.SAME_PHONE,)]
    assert reasons(like(1, codes=("KH-0042",)), like(2, "hoa", codes=("kh0042",))) == [(Why.SAME_CODE,)]
    assert reasons(like(1, birthday="1990-02-14"), like(2, birthday="--02-14")) == [(Why.SAME_BIRTHDAY,)]
    assert reasons(like(1, birthday="1990-02-14"), like(2, birthday="1991-02-14")) == []
    assert reasons(like(1, "tran duc", phone="0912345678"), like(2, "tran duc")) == [(Why.NO_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2)) == []


def test_who_was_told_apart_is_not_shown_again(till: Till, two: tuple[UUID, UUID]) -> None:
    def likely() -> list[frozenset[UUID]]:
        found = till.merging.likely(lambda _done, _all: True)
        assert found is not None
        return [frozenset((pair.first, pair.second)) for pair in found]

    assert likely() == [frozenset(two)]
    for _ in range(2):
        till.merging.tell_apart(two[1], two[0])
        assert likely() == []
    assert till.merging.likely(lambda _done, _all: False) is None
