"""When a request is due, the register over a real file, and what is put aside when data got away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Purpose
from loyalpos.engine.requests import (
    PeopleNotice,
    RequestKind,
    RequestStep,
    Wish,
    after_working_days,
    is_working_day,
    people_notice,
)
from loyalpos.errors import FolderTaken, ReasonMissing, RequestClosed
from loyalpos.services.breaches import Breaches
from loyalpos.services.requests import Requests
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till
from tests.store.pages import everything_in

MONDAY = date(2026, 11, 23)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Iterator[Till]:
    opened = new_till(tmp_path / "shop", world)
    yield opened
    assert check(opened.shop.file).is_clean
    opened.shop.close()


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 15))
def test_so_many_working_days_lie_between(day: date, count: int) -> None:
    due = after_working_days(day, count)
    days = (day + timedelta(days=after) for after in range(1, (due - day).days + 1))
    assert sum(is_working_day(one) for one in days) == count
    assert is_working_day(due)
    assert due.weekday() < 5


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (MONDAY, date(2026, 11, 25)),
        (date(2026, 11, 27), date(2026, 12, 1)),  # a Friday
        (date(2026, 12, 31), date(2027, 1, 5)),  # new year is a Friday
        (date(2027, 2, 4), date(2027, 2, 11)),  # Tết is Saturday the 6th
        (date(2026, 2, 13), date(2026, 2, 24)),  # and Tuesday the 17th; the Monday before is none either
        (date(2027, 4, 15), date(2027, 4, 20)),  # the kings' day is Friday the 16th
    ],
)
def test_an_answer_is_due_within_two_working_days(day: date, due: date) -> None:
    assert after_working_days(day, 2) == due


@pytest.mark.parametrize(
    ("kind", "third_party", "days"),
    [
        (RequestKind.SEE, False, 10),
        (RequestKind.ERASE, False, 10),
        (RequestKind.WITHDRAW, False, 15),
        (RequestKind.RESTRICT, False, 15),
        (RequestKind.OBJECT, True, 20),
        (RequestKind.SEE, True, 20),
    ],
)
def test_each_kind_has_its_days(till: Till, kind: RequestKind, third_party: bool, days: int) -> None:
    requests = Requests(till.shop)
    action = till.shop.outside.new_id()
    wish = Wish(kind, MONDAY, third_party=third_party, asker="Bà Sáu")
    assert requests.receive(action, wish).done_by == MONDAY + timedelta(days=days)
    assert requests.step(action, RequestStep.EXTENDED, "nhiều tờ").done_by == MONDAY + timedelta(
        days=days + 15
    )
    with pytest.raises(RequestClosed):
        requests.step(action, RequestStep.EXTENDED, "nữa")


def test_what_is_late_stands_first_and_is_counted(till: Till, world: World) -> None:
    requests, member = Requests(till.shop), enrolled(till)
    see, erase = world.new_id(), world.new_id()
    requests.receive(see, Wish(RequestKind.SEE, MONDAY, member, words="tất cả"))
    requests.receive(erase, Wish(RequestKind.ERASE, MONDAY, asker="Ông Ba"))
    requests.step(see, RequestStep.ANSWERED)
    assert [one.id for one in requests.register().requests] == [erase, see]
    world.clock.forward(days=2)
    assert requests.due() == (1, 0)
    assert requests.register().late == 0
    world.clock.forward(days=1)
    assert requests.due() == (0, 1)
    assert requests.register().late == 1
    with pytest.raises(ReasonMissing):
        requests.step(erase, RequestStep.REFUSED, " ")
    requests.step(erase, RequestStep.REFUSED, "không phải khách của tiệm")
    requests.step(see, RequestStep.DONE)
    assert requests.due() == (0, 0)
    assert requests.register().late == 0
    closed = {one.id: (one.refused, one.reason) for one in requests.register().requests}
    assert closed == {erase: (True, "không phải khách của tiệm"), see: (False, "")}
    assert [one.name for one in requests.of(member)] == ["Nguyễn Văn Đức"]
    with pytest.raises(RequestClosed):
        requests.step(see, RequestStep.DONE)
    assert requests.register().people == 1


def test_nobody_asks_without_a_name(till: Till) -> None:
    with pytest.raises(ReasonMissing):
        Requests(till.shop).receive(till.shop.outside.new_id(), Wish(RequestKind.SEE, MONDAY, asker=" "))


def test_what_is_done_at_once_was_answered_too(till: Till) -> None:
    requests, action = Requests(till.shop), till.shop.outside.new_id()
    requests.receive(action, Wish(RequestKind.SEE, MONDAY, asker="Bà Sáu"))
    done = requests.step(action, RequestStep.DONE)
    assert done.answered == done.closed == MONDAY


def test_words_about_whoever_is_named_go_with_them_also_those_that_come_after(
    till: Till, tmp_path: Path
) -> None:
    requests, member = Requests(till.shop), enrolled(till)
    of_page, of_name = till.shop.outside.new_id(), till.shop.outside.new_id()
    requests.receive(of_page, Wish(RequestKind.SEE, MONDAY, member))
    asked = requests.receive(
        of_name, Wish(RequestKind.COMPLAIN, MONDAY, asker="Nguyễn Văn Đức", words="Đức nói vậy")
    )
    assert asked.wish.member == member
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    for one in (of_page, of_name):
        assert requests.step(one, RequestStep.REFUSED, "anh Đức đã đi").reason == ""
    assert "Đức".encode() not in everything_in(till.shop.file.path, till.shop.file.key)


def test_who_has_gone_agrees_to_nothing(till: Till, tmp_path: Path) -> None:
    messages = replace(CONSENT, purpose=Purpose.MESSAGES)
    one, other = enrolled(till), enrolled(till, "0987654321", "Hạnh")
    for member in (one, other):
        till.consents.give(member, messages)
    assert till.requests.facts().messages == 2
    till.merging.merge(one, other)
    assert till.requests.facts().messages == 1
    till.erasures.erase(one, ErasureReason.ASKED, tmp_path / "backups")
    facts = till.requests.facts()
    assert (facts.messages, facts.members, facts.people) == (0, 0, 2)


def test_names_go_into_the_evidence_for_a_reason_that_is_written_down(till: Till, tmp_path: Path) -> None:
    member = enrolled(till, name="=Đức")
    with pytest.raises(ReasonMissing):
        till.breaches.write_kit(tmp_path / "kit", {}, lambda _done, _whole: True, names=True)
    assert not (tmp_path / "kit").exists()
    till.breaches.write_kit(tmp_path / "kit", {}, lambda _done, _whole: True, names=True, reason="mất máy")
    assert "'=Đức;0912345678" in (tmp_path / "kit" / "members.csv").read_text("utf-8-sig")
    assert [(one.how, one.reason) for one in till.exports.listed()] == [("evidence", "mất máy")]
    assert [one.how for one in till.my_data.accesses(member)] == ["evidence"]


def test_the_kit_holds_the_chain_and_no_personal_word(till: Till, world: World, tmp_path: Path) -> None:
    member = enrolled(till)
    breaches = Breaches(till.shop)
    noticed = breaches.begin(world.new_id(), "mất máy của Đức")
    assert noticed.report_by - noticed.noticed == timedelta(hours=72)
    kit = breaches.write_kit(tmp_path / "kit", {"a05.txt": "Kính gửi"}, lambda _done, _whole: True)
    assert kit is not None
    assert kit.members == 1
    text = "".join(path.read_text("utf-8-sig") for path in kit.path.iterdir())
    assert member.hex in text
    assert not any(word in text for word in ("Đức", "0912345678"))
    lines = [json.loads(line) for line in (kit.path / "records.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) == kit.records
    assert all(after["prev"] == before["hash"] for before, after in pairwise(lines))
    assert json.loads((kit.path / "head.json").read_text())["hash"] == lines[-1]["hash"]
    with pytest.raises(FolderTaken):
        breaches.write_kit(tmp_path / "kit", {}, lambda _done, _whole: True)
    named = breaches.write_kit(
        tmp_path / "named", {}, lambda _done, _whole: True, names=True, reason="mất máy"
    )
    assert named is not None
    assert "Nguyễn Văn Đức;0912345678" in (named.path / "members.csv").read_text("utf-8-sig")
    breaches.reported(noticed.id)
    assert Requests(till.shop).register().breaches[0].reported is not None
    with pytest.raises(RequestClosed):
        breaches.reported(noticed.id)


def test_a_small_shop_is_told_before_the_relief_ends() -> None:
    told = [people_notice(people) for people in (79_999, 80_000, 99_999, 100_000)]
    assert told == [PeopleNotice.NONE, PeopleNotice.NEAR, PeopleNotice.NEAR, PeopleNotice.OVER]


def test_after_a_breach_every_card_of_before_is_dead_and_everybody_has_a_new_code(
    till: Till, world: World
) -> None:
    members = [enrolled(till, f"091111111{number}", f"Khách {number}") for number in range(3)]
    old = [till.members.member(one).card for one in members]
    (child,) = till.cards.issue(world.new_id(), 1)
    till.members.link(members[0], child)
    till.cards.label(members[0], child, "con gái")
    assert till.breaches.renew_cards(lambda _done, _whole: True) == 0, "nothing has happened"
    till.breaches.begin(world.new_id(), "mất máy")
    late = enrolled(till, "0922222222", "Mới")
    kept = till.members.member(late).card
    assert till.breaches.renew_cards(lambda done, _whole: done < 1) == 1
    assert till.breaches.renew_cards(lambda _done, _whole: True) == 2
    assert till.breaches.renew_cards(lambda _done, _whole: True) == 0, (
        "a card of the family was one of before"
    )
    assert till.members.by_code(child).member is None
    assert not {till.members.member(one).card for one in members} & set(old)
    assert till.members.member(late).card == kept, "who joined since has a card nobody has seen"
    assert all(till.members.by_code(code or "").member is None for code in old)
    till.breaches.begin(world.new_id(), "mất máy lần nữa")
    assert till.breaches.renew_cards(lambda _done, _whole: True) == 4, "all of before this one are dead"
    assert check(till.shop.file).is_clean
