"""Members, their cards and old customer lists, on real database files."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.engine.codes import is_card
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import CardKilled, CardTaken, ConsentMissing, PhoneTaken
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till, whose_phone


def test_nobody_joins_without_having_agreed(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    with pytest.raises(ConsentMissing):
        till.members.enrol(till.shop.outside.new_id(), Enrolment(Phone("0912345678")))


def test_enrolling_twice_with_one_action_is_once(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    action = till.shop.outside.new_id()
    wanted = Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", consents=(CONSENT,))
    first = till.members.enrol(action, wanted)
    assert till.members.enrol(action, wanted).repeated
    assert first.welcome == 20
    view = till.counter.desk(first.member).member
    assert view is not None
    assert view.account.balance == 20
    assert view.member.card is not None
    assert is_card(view.member.card)


def test_a_phone_is_one_members(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member = enrolled(till)
    with pytest.raises(PhoneTaken) as refused:
        enrolled(till, "0912345678", "Ai Đó")
    assert refused.value.member == member
    assert whose_phone(till, "0912345678") == member


def test_a_pre_printed_card_is_enrolled_by_scanning(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    codes = till.cards.issue(till.shop.outside.new_id(), 10)
    assert till.members.by_code(codes[3]).state == "blank"
    wanted = Enrolment(Phone("0912345678"), card=codes[3], consents=(CONSENT,))
    member = till.members.enrol(till.shop.outside.new_id(), wanted).member
    owner = till.members.by_code(codes[3])
    assert (owner.state, owner.member) == ("linked", member)
    other = Enrolment(Phone("0987654321"), card=codes[3], consents=(CONSENT,))
    with pytest.raises(CardTaken):
        till.members.enrol(till.shop.outside.new_id(), other)
    assert till.cards.batches()[0].linked == 1
    till.returns.undo(member)
    assert till.members.by_code(codes[3]).state == "blank"
    assert check(till.shop.file).is_clean


def test_a_new_card_kills_the_old_one(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member = enrolled(till)
    old = till.members.member(member).card
    new = till.members.reissue_card(member)
    assert old is not None
    assert till.members.by_code(old).state == "dead"
    assert till.members.by_code(new).member == member
    assert till.members.member(member).card == new
    with pytest.raises(CardKilled):
        till.members.link(member, old)
    assert check(till.shop.file).is_clean


def test_any_code_can_be_linked_to_one_member(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member, other = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    till.members.link(member, "KH000123")
    till.members.link(member, "KH000123")
    assert till.members.by_code("KH000123").member == member
    with pytest.raises(CardTaken):
        till.members.link(other, "KH000123")
    assert check(till.shop.file).is_clean


def test_members_are_found_by_name_without_marks_and_by_last_digits(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    mai = enrolled(till, "0987654321", "Trần Thị Mai")
    dung = enrolled(till, "0901234321", "Nguyễn Văn Dũng")
    till.counter.record_bill(world.new_id(), mai, Bill(1_000))

    def found(text: str) -> list[object]:
        return [candidate.id for candidate in till.members.find(text)]

    assert found("nguyen van duc") == [duc]
    assert found("ĐỨC") == [duc]
    assert found("duc 78") == [duc]
    assert found("4321") == [mai, dung], "who came last stands first"
    assert found("nguyen") == [dung, duc]
    assert found("x") == []
    assert found("' OR 1=1 --") == []
    assert found("%") == []
    till.members.change(mai, name="Trần Thị Máy", phone=Phone("0987654399"), birthday=None, note="Dị ứng sữa")
    assert found("mai") == []
    assert found("may") == [mai]
    assert found("4399") == [mai]
    assert till.members.member(mai).note == "Dị ứng sữa"
    assert check(till.shop.file).is_clean


def test_a_balance_explains_itself(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(86_000, number="10234"))
    till.returns.undo(bill.bill)
    lines = till.members.history(member)
    assert [(line.kind, line.points, line.balance) for line in lines] == [
        ("earn", 20, 20),
        ("earn", 8, 28),
        ("reverse", -8, 20),
    ]
    assert lines[1].number == "10234"


def test_a_piece_of_a_card_is_nobodys_code(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    view = till.counter.desk(enrolled(till)).member
    assert view is not None
    code = view.member.card
    assert code is not None
    assert {till.members.by_code(code[lost:]).state for lost in range(1, 9)} == {"piece"}
    assert {till.members.by_code(code[:-lost]).state for lost in range(1, 9)} == {"piece"}
    stranger = str((int(code[3:]) + 1) % 10**13).rjust(13, "0")
    assert till.members.by_code(stranger).state == "unknown"
    assert till.members.by_code(code).state == "linked"
