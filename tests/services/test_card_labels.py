"""Several people of one account: each with a card, one balance, and the counter says whose was scanned."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.errors import CardKilled
from loyalpos.services.cards import LONGEST_LABEL
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till


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
