"""The journal as an owner reads it, over a real file: pages, filters, files, and its chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.audit import AuditAsk, AuditLine, RecordGroup
from loyalpos.engine.bills import Bill
from loyalpos.engine.exports import Export
from loyalpos.services.till import Till
from loyalpos.store import audit as store_audit
from loyalpos.store.journal import records
from tests.shops import World, enrolled, new_till

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
ALL = AuditAsk(date(2000, 1, 1), date(2100, 1, 1))


class Books:
    """Three days of a shop with two people at the till."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.till = new_till(folder, self.world)
        self.hoa = enrolled(self.till, "0912345678", "=Hoa")
        self.duc = enrolled(self.till, "0912345679")
        self.bills: list[UUID] = []
        for who in ("Lan", "Minh", "Lan"):
            self.till.shop.who = who
            for member in (self.hoa, self.duc):
                done = self.till.counter.record_bill(
                    self.world.new_id(), member, Bill(85_000, number=f"{who}{len(self.bills)}")
                )
                self.bills.append(done.bill)
            self.world.clock.forward(days=1)
        self.till.returns.undo(self.bills[0])


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    made = Books(tmp_path_factory.mktemp("books"))
    yield made
    made.till.shop.close()


def read(till: Till, ask: AuditAsk, most: int = 3) -> list[AuditLine]:
    lines: list[AuditLine] = []
    page = till.audit.page(ask, None, most)
    lines.extend(page.lines)
    while page.then is not None:
        page = till.audit.page(ask, page.then, most)
        assert len(page.lines) <= most
        lines.extend(page.lines)
    return lines


def test_every_record_is_a_line_once_and_the_newest_is_first(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    with books.till.shop.file.read() as connection:
        written = [record.id for record in records(connection)]
    for at_once in (1, 4, 1_000):
        monkeypatch.setattr(store_audit, "AT_ONCE", at_once)
        assert [line.record for line in read(books.till, ALL)] == written[::-1]
    few = books.till.audit.lines(ALL, 3, lambda _done, _whole: True)
    assert few is not None
    assert [line.record for line in few] == written[::-1][:3]


def test_days_people_kinds_and_members_narrow_what_is_read(books: Books) -> None:
    whole = read(books.till, ALL)
    shop = books.till.shop.time
    assert read(books.till, AuditAsk(TUESDAY, TUESDAY)) == [
        line for line in whole if shop.business_day(line.at) == TUESDAY
    ]
    of_minh = read(books.till, AuditAsk(ALL.first, ALL.last, who="Minh"))
    assert of_minh == [line for line in whole if line.who == "Minh"]
    assert of_minh
    bills = read(books.till, AuditAsk(ALL.first, ALL.last, group=RecordGroup.BILLS))
    assert [line.record for line in bills] == books.bills[::-1]
    of_hoa = read(books.till, AuditAsk(ALL.first, ALL.last, member=books.hoa))
    assert [line.kind for line in of_hoa] == ["bill_reversed", *["bill_recorded"] * 3, "member_enrolled"]
    assert {line.name for line in of_hoa} == {"=Hoa"}
    assert read(books.till, AuditAsk(date(2027, 1, 1), date(2027, 1, 2))) == []


def test_a_bill_says_its_amount_its_points_and_its_number(books: Books) -> None:
    newest = read(books.till, AuditAsk(ALL.first, ALL.last, group=RecordGroup.BILLS))[0]
    assert (newest.total_vnd, newest.points, newest.number, newest.member) == (85_000, 8, "Lan5", books.duc)


def test_the_file_holds_all_of_it_and_no_formula(books: Books, tmp_path: Path) -> None:
    def say(line: AuditLine) -> tuple[str, ...]:
        return line.kind, line.name or ""

    out = books.till.audit.write(
        tmp_path / "journal", ALL, ("What", "Member"), say, Export("xem lại"), lambda *_: True
    )
    assert out == tmp_path / "journal.csv"
    rows = out.read_text("utf-8-sig").splitlines()
    assert len(rows) == len(read(books.till, ALL)) + 1
    assert any("Hoa" in row for row in rows)
    assert not any(row.split(";")[-1].startswith("=") for row in rows)
    assert (
        books.till.audit.write(
            tmp_path / "no", ALL, ("What", "Member"), say, Export("xem lại"), lambda *_: False
        )
        is None
    )
    assert not (tmp_path / "no.csv").exists()


def test_the_chain_is_proved_with_its_head_and_can_be_stopped(books: Books) -> None:
    told: list[tuple[int, int]] = []

    def progress(part: int, whole: int) -> bool:
        told.append((part, whole))
        return True

    proved = books.till.audit.prove(progress)
    assert proved is not None
    newest = read(books.till, ALL)[0]
    assert (proved.problems, proved.seq, proved.records) == ((), newest.seq, newest.seq)
    assert len(bytes.fromhex(proved.head)) == 32
    assert told[0] == (0, newest.seq)
    assert books.till.audit.prove(lambda *_: False) is None


def test_a_record_that_was_changed_is_found(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    enrolled(till)
    with till.shop.file.work() as connection:
        connection.exec_driver_sql("UPDATE record SET who = 'Minh' WHERE kind = 'member_enrolled'")
    proved = till.audit.prove(lambda *_: True)
    assert proved is not None
    assert len(proved.problems) == 1
    till.shop.close()
