"""What an owner is asked to look at once more: laws over any day, and an example of each kind."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.honesty import Deed, DeedKind, FindingKind, findings_in
from loyalpos.engine.watch import Watch

DAY = date(2026, 11, 23)
MINUTE = 60_000
LOW = Watch(2, 1, 1, 1, 1, 50, 1, 5, 2, 1, 1)
"""Little is too much, so that days drawn at random bring every kind."""

deeds = st.builds(
    Deed,
    st.just(UUID(int=0)),
    st.sampled_from(DeedKind),
    st.sampled_from(("Lan", "Minh")),
    st.integers(0, 60 * MINUTE),
    st.none() | st.integers(1, 3).map(lambda number: UUID(int=number)),
    numbered=st.booleans(),
    points=st.sampled_from((0, 7, 50, 95)),
    spent=st.sampled_from((0, 91, 100)),
    of=st.none(),
    of_at_ms=st.integers(0, 30 * MINUTE),
)
days = st.lists(deeds, max_size=24).map(
    lambda drawn: tuple(replace(deed, record=UUID(int=at)) for at, deed in enumerate(drawn, start=100))
)


def found(*done: Deed, watch: Watch = LOW) -> set[tuple[FindingKind, str, UUID | None]]:
    """Say what is found, however much of it; who did it is no part of that where a member is."""
    return {
        (one.kind, "" if one.member is not None else one.who, one.member)
        for one in findings_in(DAY, done, watch, redeem_above=100)
    }


@given(days, deeds)
def test_what_is_added_to_a_day_takes_no_finding_away(done: tuple[Deed, ...], more: Deed) -> None:
    more = replace(more, record=UUID(int=99))
    lost = found(*done) - found(*done, more)
    # Another person who gives more makes the share of whoever gave most smaller.
    assert all(kind is FindingKind.SHARE and who != more.who for kind, who, _ in lost)


@given(days)
def test_every_finding_names_records_of_the_day_and_whose_they_are(done: tuple[Deed, ...]) -> None:
    by_record = {deed.record: deed for deed in done}
    ids = set()
    for one in findings_in(DAY, done, LOW, redeem_above=100):
        assert one.records
        stands_on = [by_record[record] for record in one.records]
        assert len(set(one.records)) == len(one.records)
        if one.who:
            assert {deed.who for deed in stands_on} == {one.who}
        if one.member is not None:
            assert {deed.member for deed in stands_on} == {one.member}
        ids.add(one.id)
    assert len(ids) == len(findings_in(DAY, done, LOW, redeem_above=100))


@given(days)
def test_the_order_in_which_a_day_is_read_changes_nothing(done: tuple[Deed, ...]) -> None:
    assert findings_in(DAY, done, LOW) == findings_in(DAY, done[::-1], LOW)


@given(days)
def test_who_looks_at_nothing_finds_nothing(done: tuple[Deed, ...]) -> None:
    assert findings_in(DAY, done, Watch(*([0] * 11)), redeem_above=None) == ()


def bill(at: int, member: int = 1, who: str = "Lan", **more: object) -> Deed:
    plain = Deed(UUID(int=at), DeedKind.BILL, who, at * MINUTE, UUID(int=member), numbered=True, points=8)
    return replace(plain, **more)


def test_a_calm_day_gives_none() -> None:
    joined = Deed(UUID(int=900), DeedKind.JOINED, "Lan", 0, UUID(int=500))
    slip = Deed(
        UUID(int=901), DeedKind.UNDONE, "Lan", 42 * MINUTE, UUID(int=41), points=8, of_at_ms=41 * MINUTE
    )
    bills = [bill(at, member=at, who=("Lan", "Minh")[at % 2]) for at in range(1, 80)]
    spends = bill(200, member=200, spent=500)
    by_hand = Deed(UUID(int=902), DeedKind.BY_HAND, "Lan", MINUTE, UUID(int=3))
    assert findings_in(DAY, [joined, slip, spends, by_hand, *bills], Watch(), redeem_above=2_000) == ()


def kinds(*done: Deed, watch: Watch = Watch(), redeem_above: int | None = None) -> list[FindingKind]:  # noqa: B008
    return [one.kind for one in findings_in(DAY, done, watch, redeem_above=redeem_above)]


def test_more_bills_for_one_card_than_the_owner_thinks_usual_are_named_with_all_of_them() -> None:
    at_two_tills = [bill(at, who=("Lan", "Minh")[at % 2]) for at in range(1, 7)]
    (one,) = findings_in(DAY, at_two_tills, Watch())
    assert (one.kind, one.who, one.member, one.points) == (FindingKind.CARD_OFTEN, "", UUID(int=1), 48)
    assert len(one.records) == 6
    assert kinds(*at_two_tills[:5]) == []


def test_bills_of_one_person_for_one_card_are_named_sooner() -> None:
    assert kinds(*(bill(at) for at in range(1, 5))) == [FindingKind.SAME_HAND]


def test_bills_without_a_number_count_only_where_others_have_one() -> None:
    without = [bill(at, member=at, who="Minh", numbered=False) for at in range(1, 12)]
    assert kinds(*without) == []
    assert kinds(*without, *(bill(at, member=at) for at in range(20, 31))) == [FindingKind.UNNUMBERED]


def test_points_spent_on_the_day_of_joining_are_named_with_the_joining() -> None:
    joined = Deed(UUID(int=900), DeedKind.JOINED, "Lan", 0, UUID(int=1))
    (one,) = findings_in(DAY, [joined, bill(5, spent=20)], Watch())
    assert (one.kind, one.records, one.points) == (
        FindingKind.JOINED_AND_SPENT,
        (UUID(int=900), UUID(int=5)),
        20,
    )
    watch = Watch(joined_spent=20)
    assert kinds(joined, bill(5, spent=20), watch=watch) == [FindingKind.JOINED_AND_SPENT]
    assert kinds(joined, bill(5, spent=19), watch=watch) == []


def test_a_bill_undone_after_its_points_were_spent_is_named_with_both() -> None:
    undone = Deed(
        UUID(int=90), DeedKind.UNDONE, "Minh", 90 * MINUTE, UUID(int=1), points=8, of_at_ms=2 * MINUTE
    )
    (one,) = findings_in(DAY, [bill(2), bill(5, spent=20), undone], Watch())
    assert (one.kind, one.who, one.records) == (
        FindingKind.SPENT_AND_UNDONE,
        "",
        (UUID(int=5), UUID(int=90)),
    )
    assert kinds(bill(1, spent=20), bill(2), undone) == []
    after = replace(bill(7, spent=20), at_ms=undone.at_ms + 1)
    assert kinds(bill(2), undone, after) == [], "what was undone before can not have been spent"


def test_many_bills_undone_late_by_one_person_are_named() -> None:
    undone = [
        Deed(UUID(int=at), DeedKind.UNDONE, "Minh", 90 * MINUTE, UUID(int=at), points=8, of_at_ms=MINUTE)
        for at in range(1, 5)
    ]
    assert kinds(*undone) == [FindingKind.UNDONE_OFTEN]
    assert kinds(*(replace(one, points=0) for one in undone)) == []
    assert kinds(*(replace(one, of_at_ms=80 * MINUTE) for one in undone)) == [FindingKind.UNDONE_OFTEN]
    assert kinds(*(replace(one, of_at_ms=80 * MINUTE + 1) for one in undone)) == []


def test_what_is_given_by_hand_is_named_when_it_is_round_or_often() -> None:
    by_hand = [Deed(UUID(int=at), DeedKind.BY_HAND, "Lan", at, UUID(int=at), points=7) for at in range(1, 5)]
    assert kinds(*by_hand) == [FindingKind.BY_HAND]
    assert kinds(replace(by_hand[0], points=300)) == [FindingKind.ROUND_BY_HAND]


def test_whoever_gives_far_more_points_than_the_next_is_named_beside_them() -> None:
    of_lan = [bill(at, member=at, points=30) for at in range(1, 11)]
    of_minh = [bill(at, member=at, who="Minh", points=10) for at in range(11, 21)]
    (one,) = findings_in(DAY, [*of_lan, *of_minh], Watch())
    assert (one.kind, one.who, one.points, one.other) == (FindingKind.SHARE, "Lan", 300, 100)
    assert kinds(*of_lan, *of_minh[1:]) == []
    assert kinds(*of_lan, *(replace(one, points=0) for one in of_minh)) == [FindingKind.SHARE]
    nothing = [replace(one, points=0) for one in (*of_lan, *of_minh)]
    assert kinds(*nothing) == [], "who gave nothing gave no more than the others"


def test_many_redemptions_just_below_the_limit_are_named() -> None:
    near = [bill(at, member=at, spent=95) for at in range(1, 5)]
    assert kinds(*near, redeem_above=100) == [FindingKind.NEAR_LIMIT]
    assert kinds(*near) == []
    for spent, is_near in ((89, False), (90, True), (100, True), (101, False)):
        of_it = [replace(one, spent=spent) for one in near]
        assert kinds(*of_it, redeem_above=100) == ([FindingKind.NEAR_LIMIT] if is_near else [])
