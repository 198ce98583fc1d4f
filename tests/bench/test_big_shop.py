"""The big shop of the benches is a shop's file like any other, only written faster."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.bills import Bill
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.file import ShopFile
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.keys import PUBLISHED_KEY
from tests.bench.big_shop import NOW, build
from tests.shops import Clock, World


def test_its_tables_are_what_its_journal_replays_to(tmp_path: Path) -> None:
    file = ShopFile.open(build(tmp_path, members=40, entries=2_500), PUBLISHED_KEY)
    report = check(file)
    assert report.is_clean, report
    assert (report.counts["member"], report.counts["entry"]) == (40, 2_500)
    assert report.counts["stock"] == 1
    with file.read() as connection:
        assert members_out_of_balance(connection) == ()
        rows = connection.exec_driver_sql("SELECT kind, count(*) FROM entry GROUP BY kind").all()
        kinds = {row[0]: row[1] for row in rows}
    assert kinds["redeem"] > 30


def test_the_till_goes_on_in_it(tmp_path: Path) -> None:
    world = World(2, Clock(NOW))
    till = Till(Shop.open(build(tmp_path, members=20, entries=300), PUBLISHED_KEY, world.outside()))
    till.days.open()
    someone = till.members.recent()[0]
    desk = till.counter.desk(someone.id)
    assert desk.member is not None
    recorded = till.counter.record_bill(desk.action, someone.id, Bill(125_000))
    assert recorded.balance == someone.balance + 12
    assert check(till.shop.file).is_clean
