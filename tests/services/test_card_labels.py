"""Several people of one account: each with a card, one balance, and the counter says whose was scanned."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill
from loyalpos.engine.erasing import ErasureReason
from loyalpos.errors import CardKilled, CardTaken
from loyalpos.services.cards import LONGEST_LABEL
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Till:
    """A shop for many pairs of people."""
    return new_till(tmp_path_factory.mktemp("codes"), World())


def test_a_labelled_card_shares_the_balance_and_says_whose_it_is(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    mother = enrolled(till)
    blank, other = till.cards.issue(till.shop.outside.new_id(), 2)
    till.members.link(mother, blank)
    till.cards.label(mother, blank, "  con   gái ")
    till.members.link(mother, "OLD-42")
    till.cards.label(mother, "OLD-42", "công ty " * 20)
    owner = till.members.by_code(blank)
    assert (owner.member, owner.label) == (mother, "con gái")
    assert len(till.members.by_code("OLD-42").label) <= LONGEST_LABEL
    own, *others = till.cards.of_member(mother)
    assert (own.label, own.is_own) == ("", True)
    assert {(one.code, one.is_own) for one in others} == {(blank, True), ("OLD-42", False)}
    assert till.members.member(mother).card == own.code, "her own card is the one that is printed"
    till.counter.record_bill(till.shop.outside.new_id(), mother, Bill(100_000))
    with pytest.raises(CardKilled):
        till.cards.label(mother, other, "ai đó")
    assert check(till.shop.file).is_clean


def test_a_lost_card_is_dead_and_a_new_card_of_the_member_leaves_the_others(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    mother = enrolled(till)
    first = till.members.member(mother).card
    assert first is not None
    daughter, son = till.cards.issue(till.shop.outside.new_id(), 2)
    for code, label in ((daughter, "con gái"), (son, "con trai")):
        till.members.link(mother, code)
        till.cards.label(mother, code, label)
    fresh = till.members.reissue_card(mother)
    assert [till.members.by_code(code).state for code in (first, fresh, daughter, son)] == [
        "dead",
        "linked",
        "linked",
        "linked",
    ]
    till.cards.kill(mother, son)
    assert till.members.by_code(son).state == "dead"
    with pytest.raises(CardKilled):
        till.cards.kill(mother, son)
    assert check(till.shop.file).is_clean


def test_cards_are_nobodys_again_when_the_enrolment_is_undone(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    mother = enrolled(till)
    (blank,) = till.cards.issue(till.shop.outside.new_id(), 1)
    till.members.link(mother, blank)
    till.cards.label(mother, blank, "con gái")
    till.returns.undo(mother)
    owner = till.members.by_code(blank)
    assert (owner.state, owner.label) == ("blank", "")
    assert check(till.shop.file).is_clean


def test_a_code_taken_off_finds_nobody_until_it_is_put_back(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    mother = enrolled(till)
    till.members.link(mother, "OLD-4242")
    till.cards.label(mother, "OLD-4242", "con gái")
    till.cards.take_off(mother, "OLD-4242")
    assert till.members.by_code("OLD-4242").state == "unknown"
    with pytest.raises(CardKilled):
        till.cards.take_off(mother, "OLD-4242")
    till.cards.put_back(mother, "OLD-4242", "con gái")
    owner = till.members.by_code("OLD-4242")
    assert (owner.member, owner.label) == (mother, "con gái")
    till.cards.take_off(mother, "OLD-4242")
    father = enrolled(till, "0987654321", "Trần Văn Nam")
    till.members.link(father, "OLD-4242")
    with pytest.raises(CardTaken):
        till.cards.put_back(mother, "OLD-4242", "")
    assert check(till.shop.file).is_clean


def test_what_was_taken_off_goes_with_an_erasure_too(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    mother = enrolled(till)
    till.members.link(mother, "OLD-4242")
    till.cards.take_off(mother, "OLD-4242")
    till.erasures.erase(mother, ErasureReason.ASKED, tmp_path / "backups")
    with till.shop.file.read() as connection:
        parts = connection.exec_driver_sql("SELECT count(*) FROM record WHERE private LIKE '%OLD-4242%'")
        assert parts.scalar_one() == 0
    assert check(till.shop.file).is_clean


@given(acts=st.lists(st.tuples(st.sampled_from("+-m"), st.integers(0, 1), st.integers(0, 2)), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_code_is_whose_it_was_given_to_last_and_nobodys_once_taken_off(
    shared: Till, acts: list[tuple[str, int, int]]
) -> None:
    """Linked, taken off and merged in any order, as a dictionary has it."""
    number = int(shared.shop.outside.new_id().int % 10**8)
    people = [enrolled(shared, f"09{n}{number % 10**7:07d}", None) for n in (1, 6)]
    codes = [f"ALT-{number:08d}-{n}" for n in range(3)]
    whose: dict[str, int] = {}
    is_one = False
    for act, who, which in acts:
        person, code = (0 if is_one else who), codes[which]
        if act == "m" and not is_one:
            shared.merging.merge(people[0], people[1])
            whose, is_one = dict.fromkeys(whose, 0), True
        elif act == "+" and code not in whose:
            shared.members.link(people[person], code)
            whose[code] = person
        elif act == "-" and whose.get(code) == person:
            shared.cards.take_off(people[person], code)
            del whose[code]
    for code in codes:
        owner = shared.members.by_code(code).member
        assert owner == (people[whose[code]] if code in whose else None)


def test_after_all_that_the_journal_tells_the_same(shared: Till) -> None:
    assert check(shared.shop.file).is_clean
