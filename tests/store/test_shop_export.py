"""A whole shop goes out as CSV and JSON, and comes into an empty folder with the same tables."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.formulas import unguarded
from loyalpos.engine.phones import Phone
from loyalpos.errors import FolderTaken, ShopExportUnsound, ShopThere
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store import journal_tables
from loyalpos.store.check import check
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import head
from loyalpos.store.projections import PROJECTIONS
from loyalpos.store.shop_export import EXPORTED, export_shop
from loyalpos.store.shop_import import import_shop
from loyalpos.store.upgrade import upgrade
from tests.services.past import bought, living
from tests.services.test_draws import PROGRAM as DRAWS
from tests.services.test_memberships import PROGRAM as MEMBERSHIPS
from tests.services.test_memberships import sell
from tests.shops import CONSENT, World, enrolled, new_till
from tests.store.acts import AT, KEY
from tests.store.make_fixture import FIXTURES
from tests.store.steps import killed_at_every_step

ROOT = Path(__file__).parents[2]
NEW_LIFE = b"a life began now"


def rows(file: ShopFile, *tables: sa.Table) -> dict[str, list[tuple[Any, ...]]]:
    with file.read() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(sa.select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables
        }


def taken_over(folder: Path, path: Path, life: bytes = NEW_LIFE) -> ShopFile:
    assert import_shop(path, KEY, folder, origin=life, at_ms=1_800_000_000_000) is not None
    return ShopFile.open(path, KEY)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = new_till(tmp_path / "shop")
    duc = enrolled(made, name='=Đức;"2"')
    enrolled(made, "0987654321", "Hoa")
    for number in range(12):
        made.counter.record_bill(made.shop.outside.new_id(), duc, Bill(85_000 + number, number=str(number)))
    yield made
    made.shop.close()


@pytest.fixture
def exported(till: Till, tmp_path: Path) -> Path:
    made = export_shop(till.shop.file, tmp_path / "out", at=AT)
    assert made is not None
    return made.path


@pytest.mark.parametrize("name", ["version_1", "version_2", "version_3", "first_bills"])
def test_every_history_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    path = tmp_path / "old" / "shop.loyalpos"
    path.parent.mkdir()
    shutil.copyfile(FIXTURES / f"{name}.loyalpos", path)
    upgrade(path, KEY, backups=tmp_path / "backups", at=AT)
    old = ShopFile.open(path, KEY)
    assert export_shop(old, tmp_path / "out", at=AT) is not None
    new = taken_over(tmp_path / "out", tmp_path / "new" / "shop.loyalpos")
    assert rows(new, *PROJECTIONS, *journal_tables.JOURNAL) == rows(
        old, *PROJECTIONS, *journal_tables.JOURNAL
    )
    assert check(new).is_clean
    with new.read() as connection:
        assert head(connection).origin == NEW_LIFE
    for file in (old, new):
        file.close()


def test_a_shop_that_uses_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    life = living(tmp_path / "shop")
    till = life.till
    bought(life, 15)
    life.go_on("tag", 1, 0)
    till.shop.publish(replace(DRAWS, starts=None))
    bought(life, 6)
    till.shop.publish(replace(MEMBERSHIPS, starts=None))
    sell(till, life.members[0])
    bought(life, 3)
    for number, words in enumerate(("[x", "{", '"')):
        till.counter.record_bill(life.world.new_id(), life.members[1], Bill(50_000 + number, tender=words))
    assert export_shop(till.shop.file, tmp_path / "out", at=AT) is not None
    new = taken_over(tmp_path / "out", tmp_path / "new" / "shop.loyalpos")
    mine, its = rows(till.shop.file, *PROJECTIONS), rows(new, *PROJECTIONS)
    assert its == mine
    used = {"given", "gift", "unit_entry", "voucher", "draw", "membership_sale", "tier_state"}
    assert {name for name in used if not mine[name]} == set()
    new.close()
    till.shop.close()


def test_a_shop_that_came_over_goes_on_in_a_life_of_its_own(
    till: Till, exported: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "shop.loyalpos"
    taken_over(exported, path).close()
    there = Till(Shop.open(path, KEY, World(seed=9).outside()))
    (duc,) = (one for one in there.members.recent() if one.phone == "0912345678")
    assert [(one.name, one.balance) for one in there.members.recent()] == [
        (one.name, one.balance) for one in till.members.recent()
    ]
    there.counter.record_bill(there.shop.outside.new_id(), duc.id, Bill(50_000))
    assert check(there.shop.file).is_clean
    again = export_shop(there.shop.file, tmp_path / "again", at=AT)
    assert again is not None
    file = taken_over(again.path, tmp_path / "third" / "shop.loyalpos", b"yet another life")
    assert rows(file, *PROJECTIONS) == rows(there.shop.file, *PROJECTIONS)
    file.close()
    there.shop.close()


def test_the_csv_says_what_the_json_says_and_nothing_a_spreadsheet_reckons_with(exported: Path) -> None:
    assert (exported / "tables" / "member.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for table in EXPORTED:
        said = json.loads((exported / "tables" / f"{table.name}.json").read_text("utf-8"))
        with (exported / "tables" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as read:
            heads, *lines = csv.reader(read, delimiter=";")
        assert len(set(heads)) == len(heads)
        assert len(lines) == len(said)
        for line, row in zip(lines, said, strict=True):
            assert list(row) == heads
            for cell, value in zip(line, row.values(), strict=True):
                if isinstance(value, str):
                    assert not re.match("[=+@\t\r-]", cell)
                    assert unguarded(cell) == value
                elif isinstance(value, int):
                    assert cell == str(value)


def test_an_export_is_written_whole_or_not_at_all(till: Till, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    asked: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> bool:
        asked.append((done, whole))
        return len(asked) < 3

    assert export_shop(till.shop.file, folder, at=AT, progress=stop) is None
    assert asked[-1][0] < asked[-1][1]
    assert not folder.exists()
    folder.mkdir()
    assert export_shop(till.shop.file, folder, at=AT) is not None
    before = sorted(folder.rglob("*"))
    with pytest.raises(FolderTaken):
        export_shop(till.shop.file, folder, at=AT)
    assert sorted(folder.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".half")] == []


def test_a_shop_that_is_there_is_never_replaced(exported: Path, till: Till) -> None:
    before = rows(till.shop.file, *PROJECTIONS)
    with pytest.raises(ShopThere):
        import_shop(till.shop.file.path, KEY, exported, origin=NEW_LIFE, at_ms=1)
    assert rows(till.shop.file, *PROJECTIONS) == before


def test_an_import_that_is_stopped_leaves_nothing(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "shop.loyalpos"
    stopped = import_shop(path, KEY, exported, origin=NEW_LIFE, at_ms=1, progress=lambda _done, _whole: False)
    assert stopped is None
    assert list(path.parent.iterdir()) == []


def test_an_import_killed_at_any_step_is_whole_or_not_there(
    till: Till, exported: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "shop.loyalpos"
    expected = rows(till.shop.file, *PROJECTIONS)
    there = []
    for _ in killed_at_every_step(
        lambda: shutil.rmtree(path.parent, ignore_errors=True),
        lambda: import_shop(path, KEY, exported, origin=NEW_LIFE, at_ms=1),
    ):
        there.append(ShopFile.is_there(path))
        if there[-1]:
            file = ShopFile.open(path, KEY)
            assert rows(file, *PROJECTIONS) == expected
            file.close()
    assert set(there) == {False, True}


def _line(path: Path, number: int, old: str, new: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    path.write_text("".join(lines), "utf-8", newline="\n")


def refused(folder: Path, tmp_path: Path) -> ShopExportUnsound:
    path = tmp_path / "refused" / "shop.loyalpos"
    with pytest.raises(ShopExportUnsound) as refusal:
        import_shop(path, KEY, folder, origin=NEW_LIFE, at_ms=1)
    assert not list(path.parent.glob("*"))
    return refusal.value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"who": "Lan"', '"who": "Mai"'),
        ('"request": {', '"request": {"points": 1000000, '),
        ('"request": {', '"request": {"points": 1e9, '),
        ('"seq": 5', '"seq": 9223372036854775808'),
        ('"hlc": ', '"hlc": 1'),
        ('{"origin"', '{"more": 1, "origin"'),
        ("}", ""),
        ('"body": {', '"body": ' + "[" * 5_000 + "{"),
    ],
)
def test_an_edited_record_is_refused_with_its_line(
    exported: Path, tmp_path: Path, old: str, new: str
) -> None:
    _line(exported / "journal.jsonl", 5, old, new)
    error = refused(exported, tmp_path)
    assert (error.path.name, error.line) == ("journal.jsonl", 5)


def test_records_that_are_left_out_or_change_places_are_refused(exported: Path, tmp_path: Path) -> None:
    path = exported / "journal.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for changed, where in (
        ([*lines[:6], *lines[7:]], 7),
        ([*lines[:6], lines[7], lines[6], *lines[8:]], 7),
        (lines[:-1], len(lines)),
        ([*lines, lines[-1]], len(lines) + 1),
        ([*lines[:-1], lines[-1][:40]], len(lines)),
    ):
        path.write_text("".join(changed), "utf-8", newline="\n")
        assert refused(exported, tmp_path).line == where


def test_a_balance_that_was_edited_is_refused_with_its_line(exported: Path, tmp_path: Path) -> None:
    _line(exported / "tables" / "summary.json", 3, '"balance": ', '"balance": 1')
    error = refused(exported, tmp_path)
    assert (error.path.name, error.line, error.why) == ("summary.json", 3, "differs")


def test_balances_are_compared_though_an_older_version_wrote_other_columns(
    exported: Path, tmp_path: Path
) -> None:
    from loyalpos.store.shop_export import sealed

    path = exported / "shop.json"
    said = json.loads(path.read_text("utf-8"))
    del said["seal"]
    path.write_text(json.dumps(sealed(said | {"schema": SCHEMA_VERSION - 1})), "utf-8")
    (exported / "tables" / "bill.json").write_text("other columns", "utf-8")
    taken_over(exported, tmp_path / "new" / "shop.loyalpos").close()
    _line(exported / "tables" / "summary.json", 2, '"balance": ', '"balance": 1')
    assert refused(exported, tmp_path).line == 2
    path.write_text(json.dumps(sealed(said | {"schema": SCHEMA_VERSION + 1})), "utf-8")
    assert refused(exported, tmp_path).why == "newer"


def test_a_description_of_the_shop_that_was_edited_is_refused(exported: Path, tmp_path: Path) -> None:
    path = exported / "shop.json"
    sound = path.read_text("utf-8")
    for text in (sound.replace('"members": 2', '"members": 3'), "{}", "[" * 100_000, "null", '{"seal": 1.5}'):
        assert text != sound
        path.write_text(text, "utf-8")
        assert refused(exported, tmp_path).path.name == "shop.json"
    path.unlink()
    assert refused(exported, tmp_path).why == "missing"


def test_the_help_names_every_table_and_column() -> None:
    told = (ROOT / "resources" / "help" / "export.md").read_text("utf-8")
    for table in (*EXPORTED, journal_tables.setting):
        part = re.search(rf"^### `{table.name}`$(.*?)(?=^#|\Z)", told, re.M | re.S)
        assert part is not None, table.name
        for column in table.c:
            assert f"`{column.name.removesuffix('_ms')}`" in part[1], f"{table.name}.{column.name}"


def test_text_that_looks_like_a_formula_comes_back_through_a_list(till: Till, tmp_path: Path) -> None:
    listed = Ready(2, Phone("0901234567"), "+Bình", 5, None, None, "=1+1")
    outcome = till.lists.take_in(
        till.shop.outside.new_id(), [listed], wording=CONSENT, progress=lambda _done, _whole: True
    )
    assert outcome.joined == 1
    made = export_shop(till.shop.file, tmp_path / "out", at=AT)
    assert made is not None
    text = (made.path / "tables" / "member.csv").read_text("utf-8-sig")
    assert "'=1+1" in text
    assert "'+Bình" in text
