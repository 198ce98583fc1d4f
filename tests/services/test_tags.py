"""Segment tags: worn by members, asked for by rules and rewards."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import EveryOf, HasTag, Not
from loyalpos.engine.program import AmountOff
from loyalpos.engine.rules import BonusRule
from loyalpos.engine.tags import LONGEST_TAG, TagInUse, TagProblem, clean_tag
from loyalpos.errors import MemberGone, RewardNotTakeable
from loyalpos.store.check import check
from tests.shops import PROGRAM, World, enrolled, new_till

TAGGED = replace(
    PROGRAM,
    welcome_points=0,
    rules=(
        *PROGRAM.rules,
        BonusRule("vip", 7, when=EveryOf((HasTag(("VIP",)), Not(HasTag(("nhân viên",)))))),
    ),
    rewards=(AmountOff("panel", "Giảm 5.000 ₫", 1, 5_000, 0, when=HasTag(("khách mẫu",))),),
)


@given(st.text(max_size=60))
def test_a_tag_is_kept_as_it_is_read_again(text: str) -> None:
    tag = clean_tag(text)
    if isinstance(tag, str):
        assert clean_tag(tag) == tag
        assert 0 < len(tag) <= LONGEST_TAG
        assert "," not in tag


def test_what_is_no_tag_says_why() -> None:
    assert clean_tag("  mẹ   bỉm ") == "mẹ bỉm"
    assert clean_tag("2026") == "2026"
    assert clean_tag(" ") is TagProblem.EMPTY
    assert clean_tag("x" * 41) is TagProblem.TOO_LONG
    assert clean_tag("a, b") is TagProblem.ODD_CHARACTER
    assert clean_tag("–") is TagProblem.ODD_CHARACTER


def test_rules_and_rewards_ask_for_tags_and_an_old_bill_keeps_its_answer(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=TAGGED)
    duc, hoa = enrolled(till), enrolled(till, "0987654321", "Hoa")
    assert till.tags.change((duc, hoa), on=("VIP",)) == 2
    assert till.tags.change((hoa,), on=("nhân viên",)) == 1
    bill = till.shop.outside.new_id()
    assert till.counter.record_bill(bill, duc, Bill(50_000)).earned == 12
    assert till.counter.record_bill(till.shop.outside.new_id(), hoa, Bill(50_000)).earned == 5
    till.tags.change((duc,), off=("VIP",))
    assert till.counter.record_bill(till.shop.outside.new_id(), duc, Bill(50_000)).earned == 5
    back = till.returns.return_bill(bill, 1, 10_000)
    assert back.taken_back == 1, "the rest of the bill is still a tagged member's"
    with pytest.raises(RewardNotTakeable):
        till.counter.record_bill(till.shop.outside.new_id(), duc, Bill(50_000), (Taken("panel"),))
    till.tags.change((duc,), on=("khách mẫu",))
    till.counter.record_bill(till.shop.outside.new_id(), duc, Bill(50_000), (Taken("panel"),))
    assert check(till.shop.file).is_clean


def test_tags_are_spelled_as_they_were_and_listed_with_those_the_program_asks_for(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=TAGGED)
    duc, hoa = enrolled(till), enrolled(till, "0987654321", "Hoa")
    assert till.tags.change((duc,), on=("vip", "Khu A")) == 1
    assert till.tags.change((duc,), on=("vip",)) == 0, "nothing to write"
    till.tags.change((hoa,), on=("khu a",))
    assert till.tags.of(duc) == ("Khu A", "VIP")
    assert till.tags.in_use() == (
        TagInUse("khách mẫu", 0),
        TagInUse("Khu A", 2),
        TagInUse("nhân viên", 0),
        TagInUse("VIP", 1),
    )
    assert {one.id for one in till.tags.wearers("Khu A")} == {duc, hoa}
    till.returns.undo(hoa)
    assert {one.id for one in till.tags.wearers("Khu A")} == {duc}
    with pytest.raises(MemberGone):
        till.tags.change((duc, hoa), on=("mới",))
    assert till.tags.of(duc) == ("Khu A", "VIP"), "all or none"
    assert check(till.shop.file).is_clean
