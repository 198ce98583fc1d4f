"""So many stamps make a reward, more begin the next card, and a paper card comes in once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.program import Gift, Program
from loyalpos.engine.side_programs import AtEnd, Plan, StampCard
from loyalpos.engine.stamps import CardStanding, SwapProblem, card_standings, paper_card_id, swap_problem

MEMBER = UUID(int=7)
DAY = date(2027, 3, 10)
COFFEE = Gift("coffee", "Cà phê", 100)
NINE = StampCard("nine", "Mua 9 tặng 1", 9, "coffee")
PROGRAM = Program(1, (), rewards=(COFFEE,), stamp_cards=(NINE,))
SPRING = replace(
    PROGRAM,
    stamp_cards=(replace(NINE, plan="spring"),),
    plans=(Plan("spring", "Xuân", date(2027, 2, 1), date(2027, 4, 1), AtEnd.HONOURED, 30),),
)


def _only(program: Program, stamps: int, day: date = DAY) -> CardStanding:
    (standing,) = card_standings(program, {"nine": stamps}, day)
    return standing


@given(st.integers(-100, 1_000), st.integers(1, 50))
def test_full_cards_and_the_one_begun_are_all_stamps_and_what_is_missing_fills_it(
    stamps: int, size: int
) -> None:
    program = replace(PROGRAM, stamp_cards=(replace(NINE, size=size),))
    standing = _only(program, stamps)
    assert standing.full * size + standing.on_card == max(0, stamps)
    assert 0 <= standing.on_card < size
    assert _only(program, stamps + standing.missing).full == standing.full + 1
    assert _only(program, stamps + standing.missing - 1).full == standing.full
    assert _only(program, stamps + size).missing == standing.missing or stamps < 0


def test_nine_stamps_buy_the_reward_and_two_more_begin_the_next_card() -> None:
    standing = _only(PROGRAM, 11)
    assert standing == CardStanding(NINE, 1, 2, 7, COFFEE, None, collects=True)


def test_who_has_no_stamps_yet_sees_an_empty_card() -> None:
    (standing,) = card_standings(PROGRAM, {}, DAY)
    assert (standing.full, standing.on_card, standing.missing) == (0, 0, 9)


def test_a_plan_that_has_ended_honours_full_cards_for_a_while() -> None:
    april, may = date(2027, 4, 30), date(2027, 5, 1)
    assert _only(SPRING, 11).gone_from == may
    assert (_only(SPRING, 11, april).full, _only(SPRING, 11, april).collects) == (1, False)
    assert card_standings(SPRING, {"nine": 8}, april) == ()
    assert card_standings(SPRING, {"nine": 11}, may) == ()
    assert card_standings(SPRING, {"nine": 11}, date(2027, 1, 31)) == ()


def test_a_plan_that_says_so_ends_with_its_stamps() -> None:
    gone = replace(SPRING, plans=(replace(SPRING.plans[0], at_end=AtEnd.GONE),))
    assert _only(gone, 11, date(2027, 3, 31)).gone_from == date(2027, 4, 1)
    assert card_standings(gone, {"nine": 11}, date(2027, 4, 1)) == ()


def test_a_paper_card_comes_in_once_with_at_most_a_full_card() -> None:
    def tried(stamps: int, *done: UUID, program: Program = PROGRAM, day: date = DAY) -> SwapProblem | None:
        card = program.stamp_cards[0]
        return swap_problem(program, card, stamps, member=MEMBER, day=day, done=done)

    swapped = paper_card_id(MEMBER, "nine")
    assert tried(1) is None
    assert tried(9) is None
    assert tried(0) is SwapProblem.NO_STAMPS
    assert tried(10) is SwapProblem.MORE_THAN_A_CARD
    assert tried(3, swapped) is SwapProblem.SWAPPED_ALREADY
    assert tried(3, paper_card_id(MEMBER, "ten"), paper_card_id(UUID(int=8), "nine")) is None
    assert tried(3, program=SPRING, day=date(2027, 4, 1)) is SwapProblem.NOT_COLLECTED
