"""What is scanned and typed before the books answer, and a bill whose id is on the disk before it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter import billing
from tests.shops import World, enrolled, new_till, reopened
from tests.ui.till_desk import TillDesk


def test_what_is_scanned_and_typed_before_the_books_are_open_is_answered_then(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open(attached=False)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    assert desk.screen.box.text() == ""
    desk.attach()
    assert desk.balance(duc) == 32
    assert desk.banner.startswith("+12")
    desk.assert_calm()
    desk.close()


def test_text_typed_before_the_books_are_open_is_looked_up_then(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open(attached=False)
    desk.type("5678")
    assert desk.screen.box.text() == "5678"
    desk.attach()
    assert desk.screen.is_finding
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc
    desk.close()


def test_a_restart_with_a_bill_open_records_it_once(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    first = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    first.scan(first.card(duc))
    first.settle()
    first.wait(lambda: till.counter.desk(duc).action == till.counter.desk(duc).action)
    drafted = till.counter.desk(duc).action
    first.close()
    till = reopened(till, world)
    assert till.counter.desk(duc).action == drafted
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    assert [bill.id for bill in till.returns.bills_of(duc)] == [drafted]
    assert desk.balance(duc) == 32
    desk.close()


def test_a_bill_recorded_at_once_has_its_id_on_the_disk_before(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The id is written once the member is painted; keys that waited may be faster than that."""
    monkeypatch.setattr(billing, "_PAINTED_AFTER_MS", 600_000)
    desk = TillDesk(qtbot, tmp_path).open()
    duc = enrolled(desk.till)
    go_on = Event()
    desk.writer.run(go_on.wait, done=bool, refused=bool, unavailable=bool)
    desk.scan(desk.card(duc))
    desk.wait(lambda: desk.flow.open_member == duc)
    desk.type("85")
    desk.enter()
    waiting = desk.writer.unfinished - 1
    go_on.set()
    desk.settle()
    # The id, and the bill after it.
    assert waiting == 2
    assert desk.balance(duc) > 0
    desk.close()
