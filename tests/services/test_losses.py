"""Going on without what the books have lost: said why, by whoever may, and known from then on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.engine.staff import Role
from loyalpos.errors import ActsMissing, FileDamaged, NotAllowed, ReasonMissing, WrongPin
from loyalpos.services.checking import check_shop
from loyalpos.services.losses import go_on_without, who_may_go_on
from loyalpos.services.shop import Shop
from loyalpos.services.shop_moves import take_out_file, take_over
from loyalpos.services.till import Till
from loyalpos.store.disk import log_files, witness_file
from loyalpos.store.journal import head
from loyalpos.store.keys import PUBLISHED_KEY as KEY
from loyalpos.store.witness import Reach
from tests.shops import World, enrolled, new_till, reopened

PIN, OTHER, WRONG = "271828", "314159", "999998"


def lost(folder: Path, world: World, *, staffed: bool = False) -> tuple[Path, UUID, dict[str, UUID]]:
    """A shop whose log was deleted with the last of three bills in it."""
    till = new_till(folder / "open", world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(1_000_000))
    people = {}
    if staffed:
        for name, role, pin in (("Mây", Role.OWNER, PIN), ("Lan", Role.CASHIER, OTHER)):
            people[name] = till.staff.add(world.new_id(), name, role).id
            till.staff.set_pin(people[name], pin)
    till = reopened(till, world)
    world.clock.forward(hours=1)
    if staffed:
        till.staff.sign_in(people["Mây"], PIN)
    till.counter.record_bill(world.new_id(), member, Bill(2_000_000))
    left = folder / "left"
    shutil.copytree(till.shop.file.path.parent, left)
    till.shop.close()
    path = left / till.shop.file.path.name
    for log in log_files(path):
        log.unlink()
    return path, member, people


def opened(path: Path, world: World) -> Till:
    return Till(Shop.open(path, KEY, world.outside()))


def accepted(till: Till) -> list[tuple[str, dict[str, object], dict[str, object], dict[str, object]]]:
    with till.shop.file.read() as connection:
        rows = connection.driver.execute(
            "SELECT who, body, private FROM record WHERE kind = 'loss_accepted' ORDER BY rowid"
        ).fetchall()
    return [(who, *json.loads(body).values(), json.loads(private)) for who, body, private in rows]


def test_books_that_lost_their_log_do_not_open_until_somebody_says_why(tmp_path: Path) -> None:
    world = World()
    path, member, _ = lost(tmp_path, world)
    for _ in range(2):
        with pytest.raises(ActsMissing) as told:
            opened(path, world)
    assert told.value.records == 1
    assert (told.value.until - (told.value.since or told.value.until)).total_seconds() >= 3_600
    with pytest.raises(ReasonMissing):
        go_on_without(path, KEY, world.outside(), reason=" \n ")
    with pytest.raises(ActsMissing):
        opened(path, world)
    go_on_without(path, KEY, world.outside(), reason="Máy tắt  đột ngột", who="Lan")
    till = opened(path, world)
    view = till.counter.desk(member).member
    assert view is not None
    assert view.account.balance == 120, "what the bill before brought, and the gift for joining"
    ((who, outcome, request, private),) = accepted(till)
    assert (who, outcome) == ("Lan", {})
    assert (request["records"], private) == (1, {"reason": "Máy tắt đột ngột"})
    till.counter.record_bill(world.new_id(), member, Bill(500_000))
    till.shop.close()
    assert check_shop(path, KEY).sound


def test_numbers_that_were_lost_are_not_given_again(tmp_path: Path) -> None:
    world = World()
    path, _, _ = lost(tmp_path, world)
    with pytest.raises(ActsMissing) as told:
        opened(path, world)
    go_on_without(path, KEY, world.outside(), reason="mất log")
    till = opened(path, world)
    with till.shop.file.read() as connection:
        end = head(connection)
    assert end.origin != told.value.origin, "what was lost may stand in another file yet"
    assert end.seq == 1
    till.shop.close()
    # And it goes out and comes in again like every other shop.
    took = take_out_file(path, KEY, tmp_path / "out", world.outside(), lambda _done, _whole: True)
    assert took is not None
    again = tmp_path / "again" / path.name
    again.parent.mkdir()
    assert take_over(again, KEY, tmp_path / "out", world.outside(), lambda _done, _whole: True) is not None
    assert check_shop(again, KEY).sound


def test_what_was_agreed_to_is_not_asked_again_after_a_kill_before_the_witness_knew(tmp_path: Path) -> None:
    world = World()
    path, _, _ = lost(tmp_path, world)
    for origin in ("known", b"of a life we lost"):
        if isinstance(origin, bytes):
            # The file of before a restore was put back: its books never heard of the newer life.
            till = opened(path, world)
            witness = till.shop.file._witness
            assert witness is not None
            found = witness.read()
            assert found is not None
            till.shop.close()
            witness.note(found[0], Reach(origin[:16], 9, bytes(32), found[1].at_ms))
            witness.close()
        before = witness_file(path).read_bytes()
        with pytest.raises(ActsMissing):
            opened(path, world)
        go_on_without(path, KEY, world.outside(), reason="mất log")
        witness_file(path).write_bytes(before)
        opened(path, world).shop.close()
    assert check_shop(path, KEY).sound


def test_where_the_shop_has_pins_only_who_may_restore_decides(tmp_path: Path) -> None:
    world = World()
    path, _, people = lost(tmp_path, world, staffed=True)
    before = path.read_bytes()
    assert [one.name for one in who_may_go_on(path, KEY)] == ["Mây"]
    assert path.read_bytes() == before
    with pytest.raises(NotAllowed):
        go_on_without(path, KEY, world.outside(), reason="mất log")
    with pytest.raises(NotAllowed):
        go_on_without(path, KEY, world.outside(), reason="mất log", by=(people["Lan"], OTHER))
    with pytest.raises(WrongPin):
        go_on_without(path, KEY, world.outside(), reason="mất log", by=(people["Mây"], WRONG))
    with pytest.raises(ActsMissing):
        opened(path, world)
    world.clock.forward(minutes=5)
    go_on_without(path, KEY, world.outside(), reason="mất log", by=(people["Mây"], PIN))
    till = opened(path, world)
    ((who, outcome, _, _),) = accepted(till)
    assert (who, outcome) == ("", {"approved_by": people["Mây"].hex})
    till.shop.close()
    assert check_shop(path, KEY).sound


def test_books_that_are_damaged_as_well_are_not_gone_on_with(tmp_path: Path) -> None:
    world = World()
    path, _, _ = lost(tmp_path, world)
    good = path.read_bytes()
    for page in range(4, len(good) // 4096, 6):
        bad = bytearray(good)
        bad[page * 4096 + 50 : page * 4096 + 60] = bytes(10)
        path.write_bytes(bad)
        with pytest.raises(FileDamaged):
            go_on_without(path, KEY, world.outside(), reason="mất log")
        with pytest.raises((ActsMissing, FileDamaged)):
            opened(path, world)
    path.write_bytes(good)
    with pytest.raises(ActsMissing):
        opened(path, world)


def test_books_that_lack_nothing_stay_as_they_are(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    path = till.shop.file.path
    till.shop.close()
    before = path.read_bytes()
    go_on_without(path, KEY, world.outside(), reason="vô ý")
    assert path.read_bytes() == before
