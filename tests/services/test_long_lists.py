"""Long lists are worked on in a process of its own, and the counter goes on meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.customer_list import Column, Known, ListRow, Ready, Twice
from loyalpos.engine.occasions import BirthdayGift, Gives
from loyalpos.engine.phones import Phone
from loyalpos.engine.staff import Approval, Person, Right, Role
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.errors import (
    CardTaken,
    FileClosed,
    FileDamaged,
    FolderReadOnly,
    PhoneTaken,
    SameIdOtherContent,
)
from loyalpos.services import list_judging, lists
from loyalpos.services.apprentice import apprentice
from loyalpos.services.list_judging import judge_list
from loyalpos.services.lists import TakenIn
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import head
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.witness import Witness
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

GIVING = replace(
    PROGRAM,
    tiers=TierPlan(tiers=(Tier("silver", "Bạc", 500_000, 500),)),
    occasions=(BirthdayGift("born", name="Sinh nhật", gives=Gives(points=7)),),
)
ROWS = tuple(
    Ready(
        row,
        Phone(f"0977{row:06d}"),
        f"Phạm Thị Lan {row}",
        row % 7,
        Birthday(23, 11) if row == 5 else None,
        f"KH{row:06d}" if row % 3 == 0 else None,
        "",
    )
    for row in range(2, 302)
)
LIST = UUID("019aaaaa-0000-7000-8000-0000deadbeef")


@pytest.fixture(scope="module", autouse=True)
def few_are_many() -> Iterator[None]:
    """Let three hundred rows be a long list."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (lists, list_judging):
            patched.setattr(module, "MANY_ROWS", 100)
        yield


def balance(till: Till, phone: str) -> int:
    return till.members.find(phone)[0].balance


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Till, TakenIn]:
    """A shop that takes a long list in: stopped once, with bills recorded all the while."""
    world = World()
    till = new_till(tmp_path_factory.mktemp("long"), world, program=GIVING)
    enrolled(till, "0977000010", "Hoàng Đức")
    buyer = enrolled(till, "0901111111", "Trần Thị Mai")
    till.days.open()
    ends = Event()

    def sell() -> None:
        while not ends.is_set():
            till.counter.record_bill(world.new_id(), buyer, Bill(10_000))

    selling = Thread(target=sell)
    selling.start()
    try:
        half = till.lists.take_in(LIST, ROWS, wording=CONSENT, progress=lambda done, _: done < 100)
        assert half.cancelled
        assert 90 < half.joined < len(ROWS) - 1
        taken = till.lists.take_in(LIST, ROWS, wording=CONSENT, progress=lambda *_: True)
    finally:
        ends.set()
        selling.join()
    return till, taken


@pytest.fixture
def shop(both: tuple[Till, TakenIn]) -> Till:
    """The shop after its list, only looked at."""
    return both[0]


def test_everybody_comes_in_once_whose_phone_is_nobodys(both: tuple[Till, TakenIn]) -> None:
    shop, taken = both
    assert not taken.cancelled
    assert taken.joined == len(ROWS) - 1
    ((row, why),) = taken.refused
    assert row == 10
    assert isinstance(why, PhoneTaken)
    (row_of_list,) = shop.lists.lists()
    assert row_of_list.members == len(ROWS) - 1


def test_points_cards_and_gifts_are_those_of_a_short_list(shop: Till) -> None:
    assert balance(shop, "0977000008") == 1
    assert balance(shop, "0977000005") == 5 + 7, "who has their birthday today gets the gift of the day"
    assert shop.members.by_code("KH000003").member == shop.members.find("0977000003")[0].id


def test_bills_are_recorded_meanwhile_and_everything_fits(shop: Till) -> None:
    kinds = [line.kind for line in shop.members.history(shop.members.find("0901111111")[0].id)]
    assert kinds.count("earn") > 2
    assert check(shop.shop.file).is_clean


def test_a_long_list_is_judged_as_a_short_one(shop: Till) -> None:
    columns = {Column.PHONE: 0, Column.NAME: 1, Column.CARD: 2}
    rows = tuple(ListRow(row, (f"0966{row:06d}", f"Khách {row}", f"{row:08d}")) for row in range(2, 202))
    odd = (
        ListRow(2_000, ("0977000020", "Ai đó", "")),
        ListRow(2_001, ("0966000002", "Ai nữa", "")),
        ListRow(2_002, ("", "Hoàng Đức", "KH000003")),
    )
    steps: list[int] = []

    def note(done: int, _all: int) -> bool:
        steps.append(done)
        return True

    verdicts = judge_list(shop, (*rows, *odd), columns, note)
    assert verdicts is not None
    assert all(type(verdict) is Ready for verdict in verdicts[:-3])
    assert [type(verdict) for verdict in verdicts[-3:]] == [Known, Twice, Known]
    assert steps[0] == 0
    assert judge_list(shop, rows, columns, lambda *_: False) is None


def test_two_rows_with_one_phone_or_card_are_one_customer(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    rows = (
        ROWS[0],
        replace(ROWS[0], row=8_000, name="Ai nữa"),
        replace(ROWS[1], card="KH999999"),
        replace(ROWS[2], card="KH999999"),
    )
    taken = till.lists.take_in(LIST, rows, wording=CONSENT, progress=lambda *_: True)
    assert taken.joined == 2
    assert [(row, type(why)) for row, why in taken.refused] == [(8_000, PhoneTaken), (ROWS[2].row, CardTaken)]
    assert check(till.shop.file).is_clean


def test_a_row_that_says_something_else_than_before_stays_out_and_the_others_come_in(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.lists.take_in(LIST, ROWS[:3], wording=CONSENT, progress=lambda done, _: done < 1)
    rows = (ROWS[0], replace(ROWS[1], name="Ai khác"), ROWS[2])
    taken = till.lists.take_in(LIST, rows, wording=CONSENT, progress=lambda *_: True)
    assert taken.joined == 2
    assert [(row, type(why)) for row, why in taken.refused] == [(ROWS[1].row, SameIdOtherContent)]
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize("many", [100, 1_000])
def test_a_list_is_broken_off_where_the_books_are_put_away_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Whatever it wrote after that would stand in a file that is nobody's, or in another one."""
    monkeypatch.setattr(lists, "MANY_ROWS", many)
    till = new_till(tmp_path)
    path, closing = till.shop.file.path, Thread(target=till.shop.close)

    def put_away(done: int, _all: int) -> bool:
        if done and closing.ident is None:
            closing.start()
        return True

    with pytest.raises(FileClosed):
        till.lists.take_in(LIST, ROWS, wording=CONSENT, progress=put_away)
    closing.join()
    again = Till(Shop.open(path, PUBLISHED_KEY, World().outside()))
    assert not again.shop.was_cut_off, "something was written behind the end of the session"
    (taken,) = again.lists.lists()
    assert 0 < taken.members < len(ROWS) - 1
    assert check(again.shop.file).is_clean
    again.shop.close()


def test_rows_of_the_process_are_witnessed_too(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    file = till.shop.file
    till.lists.take_in(LIST, ROWS[:120], wording=CONSENT, progress=lambda *_: True)
    said = Witness(file.path, file.key).read()
    with file.read() as connection:
        last = head(connection)
    assert said is not None
    assert (said[1].seq, said[1].hash) == (last.seq, last.hash)


def test_what_the_process_wrote_says_for_whom_and_by_whose_leave(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    owner = Person(LIST, "Bà Mây", Role.OWNER)
    with till.shop.approved(Approval(owner, Right.IMPORT)):
        till.lists.take_in(LIST, ROWS[:120], wording=CONSENT, progress=lambda *_: True)
    with till.shop.file.read() as connection:
        rows = connection.driver.execute(
            "SELECT who, body FROM record WHERE kind = 'member_enrolled'"
        ).fetchall()
    assert len(rows) == 120
    assert {(who, json.loads(body)["outcome"]["approved_by"]) for who, body in rows} == {
        ("Lan", owner.id.hex)
    }


def refuse(_end: Connection) -> None:
    raise FolderReadOnly(Path("shop.loyalpos"))


def stumble(_end: Connection) -> None:
    raise ZeroDivisionError


def test_what_stopped_the_process_is_told_also_to_whoever_speaks_to_it_then() -> None:
    with apprentice(refuse) as process, pytest.raises(FolderReadOnly):
        process.tell_some(range(10**6))
    with apprentice(stumble) as process, pytest.raises(RuntimeError, match="fault of ours"):
        process.hear()


def test_a_file_that_is_shut_is_lent_to_nobody(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.shop.file.shut(FileDamaged(till.shop.file.path, "page"))
    with pytest.raises(FileDamaged), till.shop.file.lent(Event()):
        pytest.fail("it was lent")


def test_whoever_waits_for_a_lent_file_says_so_and_comes_next(tmp_path: Path) -> None:
    file = new_till(tmp_path).shop.file
    wanted, order = Event(), []

    def write() -> None:
        with file.work():
            order.append("bill")

    bill = Thread(target=write)
    with file.lent(wanted):
        assert not wanted.is_set()
        bill.start()
        assert wanted.wait(10), "nobody said that a bill waits"
        order.append("list")
    with file.lent(wanted):
        order.append("list")
    bill.join()
    assert order == ["list", "bill", "list"]
    file.close()


def test_a_long_list_is_taken_out_as_a_whole(shop: Till) -> None:
    """Stands last: the others look at the shop before."""
    till = shop
    buyer = till.members.find("0977000004")[0].id
    till.counter.record_bill(till.shop.outside.new_id(), buyer, Bill(50_000))
    assert not till.lists.take_out(LIST, lambda done, _: done < 100)
    assert 100 < till.lists.lists()[0].members < len(ROWS) - 1
    assert till.lists.take_out(LIST, lambda *_: True)
    (row,) = till.lists.lists()
    assert (row.members, row.undone) == (1, True)
    assert balance(till, "0977000004") == 5, "who has bought since stays, without the opening points"
    assert till.members.by_code("KH000003").state == "unknown"
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize("end", [0, 2, 3, (1 << 31) + 2, (1 << 32) + 2])
def test_no_row_has_the_id_of_its_list(tmp_path: Path, end: int) -> None:
    till = new_till(tmp_path, World())
    lists_id = UUID(int=LIST.int >> 33 << 33 | end)
    for _again in range(2):
        taken = till.lists.take_in(lists_id, ROWS[:3], wording=CONSENT, progress=lambda *_: True)
        assert taken.refused == ()
    assert len(till.members.find("pham thi lan")) == 3
    (row_of_list,) = till.lists.lists()
    assert row_of_list.members == 3
