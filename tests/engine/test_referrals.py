"""Both sides of a referral are paid once, by the friend's first bill, and nobody refers in a circle."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.gifts_due import GiftDue, Had
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import Program
from loyalpos.engine.referrals import (
    Introduced,
    Paid,
    ReferralProblem,
    referral_lost,
    referral_problem,
    referrals_due,
)
from loyalpos.engine.side_programs import Plan

AN, BINH, CHI = UUID(int=1), UUID(int=2), UUID(int=3)
FRIENDS = Referral("friends", Gives(points=50), Gives(points=20), minimum_vnd=100_000, most_a_month=2)
PROGRAM = Program(1, (), occasions=(FRIENDS,))
DAY = date(2027, 3, 10)
BILL = Paid(UUID(int=100), DAY, 100_000)
PAIR = Introduced(friend=BINH, referrer=AN)


def _had(due: GiftDue) -> Had:
    return Had(due.occasion, due.mark, due.day, bill=due.bill)


def _paid(pair: Introduced, due: tuple[GiftDue, ...]) -> Introduced:
    friend = tuple(_had(one) for one in due if one.member == pair.friend)
    referrer = tuple(_had(one) for one in due if one.member == pair.referrer)
    return replace(pair, friend_had=(*pair.friend_had, *friend), referrer_had=(*pair.referrer_had, *referrer))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_whatever_is_tried_nobody_is_ever_above_himself(tried: list[tuple[int, int]]) -> None:
    referrers: dict[UUID, UUID] = {}
    for friend, referrer in ((UUID(int=a), UUID(int=b)) for a, b in tried):
        if friend not in referrers and referral_problem(friend, referrer, referrers.get) is None:
            referrers[friend] = referrer
    for member in referrers:
        above, seen = referrers.get(member), {member}
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = referrers.get(above)


def test_oneself_and_a_circle_of_three_are_refused_and_a_chain_is_not() -> None:
    chain = {BINH: AN, CHI: BINH}
    assert referral_problem(AN, AN, chain.get) is ReferralProblem.ONESELF
    assert referral_problem(AN, CHI, chain.get) is ReferralProblem.CIRCLE
    assert referral_problem(UUID(int=4), CHI, chain.get) is None


def test_a_circle_that_a_merge_has_made_does_not_stop_the_till() -> None:
    ring = {AN: BINH, BINH: AN}
    assert referral_problem(CHI, AN, ring.get) is None


@given(st.lists(st.integers(0, 300_000), max_size=8))
def test_the_first_bill_of_the_minimum_pays_both_sides_and_no_other_does(amounts: list[int]) -> None:
    pair, paying = PAIR, []
    for number, amount_vnd in enumerate(amounts):
        due = referrals_due(PROGRAM, pair, Paid(UUID(int=number), DAY, amount_vnd))
        pair = _paid(pair, due)
        if due:
            paying.append(number)
            assert [(one.member, one.gives.points) for one in due] == [(BINH, 20), (AN, 50)]
    assert paying == [n for n, amount_vnd in enumerate(amounts) if amount_vnd >= 100_000][:1]


@given(st.lists(st.integers(0, 90), max_size=12))
def test_nobody_is_paid_for_more_friends_a_month_than_the_program_says(offsets: list[int]) -> None:
    an_had: tuple[Had, ...] = ()
    for number, offset in enumerate(sorted(offsets)):
        friend = Introduced(friend=UUID(int=1000 + number), referrer=AN, referrer_had=an_had)
        bill = Paid(UUID(int=number), DAY + timedelta(days=offset), 100_000)
        friend = _paid(friend, referrals_due(PROGRAM, friend, bill))
        assert len(friend.friend_had) == 1
        an_had = friend.referrer_had
    months = [(had.day.year, had.day.month) for had in an_had]
    asked = [(DAY + timedelta(days=offset)).month for offset in offsets]
    assert all(months.count((2027, month)) == min(2, asked.count(month)) for month in range(1, 13))


def test_a_month_that_was_full_is_not_made_up_for_later() -> None:
    full = (Had("friends", "x", DAY), Had("friends", "y", DAY))
    pair = _paid(PAIR, referrals_due(PROGRAM, replace(PAIR, referrer_had=full), BILL))
    assert referrals_due(PROGRAM, pair, Paid(UUID(int=101), date(2027, 4, 1), 500_000)) == ()
    nothing = replace(PROGRAM, occasions=(replace(FRIENDS, friend=Gives()),))
    pair = _paid(PAIR, referrals_due(nothing, replace(PAIR, referrer_had=full), BILL))
    assert referrals_due(nothing, pair, Paid(UUID(int=101), date(2027, 4, 1), 500_000)) == ()


def test_being_a_friend_oneself_takes_no_room_from_ones_friends() -> None:
    one = replace(PROGRAM, occasions=(replace(FRIENDS, most_a_month=1),))
    pair = replace(PAIR, referrer_had=(Had("friends", "friend", DAY),))
    assert [due.member for due in referrals_due(one, pair, BILL)] == [BINH, AN]


def test_a_bill_wholly_returned_takes_back_both_sides_and_the_next_pays_anew() -> None:
    first = referrals_due(PROGRAM, PAIR, BILL)
    pair = _paid(PAIR, first)
    assert referral_lost(pair, UUID(int=101)) == ()
    lost = referral_lost(pair, BILL.bill)
    assert [member for member, _ in lost] == [BINH, AN]
    back = Introduced(
        friend=BINH,
        referrer=AN,
        friend_had=tuple(replace(had, taken_back=True) for had in pair.friend_had),
        referrer_had=tuple(replace(had, taken_back=True) for had in pair.referrer_had),
    )
    assert referral_lost(back, BILL.bill) == ()
    again = referrals_due(PROGRAM, back, Paid(UUID(int=101), DAY, 100_000))
    assert [due.mark for due in again] == [due.mark for due in first]
    assert not {due.id for due in again} & {due.id for due in first}


def test_only_a_running_plan_pays_and_oneself_is_never_paid() -> None:
    over = replace(
        PROGRAM,
        occasions=(replace(FRIENDS, plan="spring"),),
        plans=(Plan("spring", "Xuân", date(2027, 2, 1), DAY),),
    )
    assert referrals_due(over, PAIR, BILL) == ()
    assert referrals_due(over, PAIR, replace(BILL, day=DAY - timedelta(days=1))) != ()
    assert referrals_due(PROGRAM, Introduced(friend=AN, referrer=AN), BILL) == ()
