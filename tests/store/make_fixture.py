"""Make the fixture of the present version: ``python -m tests.store.make_fixture``.

A file of every version ever released is kept, and a test opens each with the program of today. The
fixture of a released version is never made again: raise ``SCHEMA_VERSION`` and make the next one.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from loyalpos.engine.batches import Way
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.item_list import judge_items
from loyalpos.engine.items import Item, ItemField
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.services.till import Till
from loyalpos.store.file import SCHEMA_VERSION
from loyalpos.store.journal import head
from tests.shops import CONSENT, World, new_till

__all__ = ["FIXTURES", "balances"]

FIXTURES = Path(__file__).parent / "fixtures"


def balances(till: Till) -> dict[str, int]:
    """Tell every member's points by name."""
    with till.shop.file.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, balance FROM member JOIN summary ON summary.member = member.id WHERE gone = 0"
        ).all()
    return {row.name: row.balance for row in rows}


def _describe_items(till: Till) -> None:
    """Describe items by hand and by two lists, one of which is taken out again."""
    new_id = till.shop.outside.new_id
    tea = till.items.describe(new_id(), Item("Trà đào", 35_000, code="TD", cost_vnd=11_000))
    till.items.describe(new_id(), Item("Bánh bơ", 12_000, category="Bánh", tags=("sáng", "mới")))
    till.items.describe(new_id(), replace(tea, price_vnd=36_000, premium=True))
    till.items.withdraw(till.items.describe(new_id(), Item("Sinh tố", 40_000)).id)
    lists = (
        (("Trà đào", "37000"), ("Cà phê sữa", "29000"), ("Bạc xỉu", "32000")),
        (("Cà phê sữa", "30000"), ("Nước suối", "8000")),
    )
    taken_in = []
    for rows in lists:
        listed = [ListRow(number, row) for number, row in enumerate(rows, start=2)]
        columns = {ItemField.NAME: 0, ItemField.PRICE: 1}
        verdicts = judge_items(listed, columns, till.items.catalogue())
        taken_in.append(till.items.take_in(new_id(), verdicts, progress=_go_on).id)
    till.items.take_out(taken_in[0], _go_on)


def _merge(till: Till, join: Callable[..., Enrolment]) -> None:
    """Make one of two members, and make one of two others for a while."""
    new_id = till.shop.outside.new_id
    mai, mai_again, tam = (
        till.members.enrol(new_id(), join(phone, name)).member
        for phone, name in (("0901111222", "Vũ Mai"), ("0901111223", "Vũ Mai"), ("0901111333", "Tâm"))
    )
    till.counter.record_bill(new_id(), mai_again, Bill(130_000))
    till.merging.merge(mai, mai_again)
    till.merging.undo(till.merging.merge(mai, tam).id)
    till.merging.tell_apart(mai, tam)


def _go_on(_done: int, _whole: int) -> bool:
    return True


def main() -> None:
    """Play two days with something of everything and keep the file they leave."""
    world = World(seed=1)
    with tempfile.TemporaryDirectory() as folder:
        till = new_till(Path(folder), world)
        new_id = till.shop.outside.new_id
        till.days.open()
        batch, run = new_id(), new_id()
        blanks = till.cards.issue(batch, 10)
        till.print_runs.send(run, blanks, Way.PRINTER, batch=batch)
        till.print_runs.came_out(run, 8)
        till.print_runs.send(new_id(), blanks[8:], Way.FILE, batch=batch)
        till.cards.spoil(batch, (7,))
        till.cards.hand_out(batch, (5, 6), "bàn 3")

        def join(phone: str, name: str, **more: object) -> Enrolment:
            return Enrolment(Phone(phone), name, consents=(CONSENT,), **more)  # type: ignore[arg-type]

        duc = till.members.enrol(
            new_id(), join("0912345678", "Nguyễn Văn Đức", card=blanks[0], birthday=Birthday(14, 2))
        ).member
        hoa = till.members.enrol(new_id(), join("0387654321", "Trần Thị Hoa", note="ít đường")).member
        lan = till.members.enrol(new_id(), join("0701234567", "Lê Lan")).member
        undone = new_id()
        till.members.enrol(undone, join("0799999999", "Gõ Nhầm"))
        till.returns.undo(undone)
        till.members.link(lan, "KH000123")
        till.members.reissue_card(hoa)
        till.members.replace_card(lan, blanks[1])

        first = till.counter.record_bill(new_id(), duc, Bill(3_250_000, number="HD-1"))
        till.counter.record_bill(new_id(), duc, Bill(85_000), (Taken("coffee"),))
        till.counter.record_bill(new_id(), None, Bill(40_000, number="HD-2"))
        second = till.counter.record_bill(new_id(), hoa, Bill(500_000, number="HD-3"))
        till.returns.return_bill(first.bill, 1, 250_000)
        till.returns.return_bill(second.bill, 1, None)
        wrong = till.counter.record_bill(new_id(), duc, Bill(120_000, number="HD-4"))
        till.returns.move_bill(wrong.bill, lan, new_id())
        rash = till.counter.record_bill(new_id(), hoa, Bill(90_000, number="HD-5"))
        till.returns.undo(till.returns.move_bill(rash.bill, duc, new_id()).bill)
        mistaken = till.counter.record_bill(new_id(), lan, Bill(200_000))
        till.returns.return_bill(mistaken.bill, 1, 50_000)
        till.returns.undo(mistaken.bill)
        _describe_items(till)
        _merge(till, join)
        till.days.close(Path(folder) / "backups")
        world.clock.forward(days=400)
        till.days.open()
        till.days.trust_clock()
        till.counter.record_bill(new_id(), lan, Bill(60_000))
        till.counter.record_bill(new_id(), hoa, Bill(1_009_000))

        expected = balances(till)
        with till.shop.file.read() as connection:
            end = head(connection)
        path = till.shop.file.path
        till.shop.close()
        shutil.copyfile(path, FIXTURES / f"version_{SCHEMA_VERSION}.loyalpos")
    described = {"seq": end.seq, "hash": end.hash.hex(), "balances": expected}
    (FIXTURES / f"version_{SCHEMA_VERSION}.json").write_text(
        json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
