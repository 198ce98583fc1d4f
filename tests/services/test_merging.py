"""Two members who are one person: merged, used as one, and parted again."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.json_values import to_json
from loyalpos.engine.members import Enrolment, Origin, Purpose
from loyalpos.engine.merging import Chosen, merge_id
from loyalpos.engine.phones import Phone
from loyalpos.errors import CannotMerge, CannotPart, CannotUndo, MemberGone, PhoneTaken
from loyalpos.services.till import Till
from loyalpos.store.consents import has_agreed
from loyalpos.store.merged import particulars_of
from tests.services.merged import buy, seen, till, two, world
from tests.shops import CONSENT, World, enrolled

__all__ = ["till", "two", "world"]


def say(till: Till, whose: UUID, *, given: bool) -> None:
    """Let a member agree to messages, or take that back."""
    said = to_json(replace(CONSENT, purpose=Purpose.MESSAGES))
    with till.shop.file.work() as connection:
        request = {"member": whose.hex, "given": given, "consent": said}
        till.shop.write(connection, "consent_changed", request)


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


def test_a_tag_both_had_stays_with_both(till: Till, two: tuple[UUID, UUID]) -> None:
    till.tags.change(two, on=("vip",))
    done = till.merging.merge(*two)
    assert till.tags.of(two[0]) == ("vip",)
    till.merging.undo(done.id)
    assert [till.tags.of(one) for one in two] == [("vip",), ("vip",)]


def test_a_tier_that_was_reached_by_both_together_keeps_them_one(till: Till, two: tuple[UUID, UUID]) -> None:
    buy(till, two[1], 600_000)
    done = till.merging.merge(*two)
    buy(till, two[0], 600_000)
    desk = till.counter.desk(two[0])
    assert desk.tier is not None
    assert desk.tier.tier is not None
    with pytest.raises(CannotPart, match="tier_moved"):
        till.merging.undo(done.id)


def test_what_was_said_of_who_stays_since_then_is_said_after_parting_too(
    till: Till, world: World, two: tuple[UUID, UUID]
) -> None:
    friend = enrolled(till, "0911111111", "Bạn")
    done = till.merging.merge(*two)
    world.clock.forward(days=2)
    person = till.members.member(two[0])
    till.members.change(two[0], name=person.name, phone=person.phone, birthday=Birthday(14, 2), note="")
    till.referrals.say(two[0], Origin(referrer=friend))
    with till.shop.file.read() as connection:
        known = particulars_of(connection, two[0]).birthday_known
    till.merging.undo(done.id)
    with till.shop.file.read() as connection:
        after = particulars_of(connection, two[0])
    assert (after.birthday, after.birthday_known) == (Birthday(14, 2).iso(), known)
    assert known is not None
    assert till.referrals.of(two[0]).origin.referrer == friend


def test_the_number_of_who_went_is_not_given_to_both(till: Till, two: tuple[UUID, UUID]) -> None:
    done = till.merging.merge(*two)
    person = till.members.member(two[0])
    till.members.change(two[0], name=person.name, phone=Phone("0912345687"), birthday=None, note="")
    with pytest.raises(PhoneTaken):
        till.merging.undo(done.id)
