"""What a day leaves in the till's folder beside the shop's own file names nobody, also where things fail."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.settings import load_settings, save_settings
from loyalpos.ui.crash import CrashWindow
from tests.shops import enrolled, new_till
from tests.ui import running_shop
from tests.ui.running_shop import Shop
from tests.ui.scanner import press, scan, type_text

shop = running_shop.shop

NAME, PHONE = "Lý Quỳnh Nghiêm", "0987612345"


def named_in(folder: Path, planted: tuple[str, ...]) -> list[tuple[str, str]]:
    """List files that hold something planted, in the ways text is written down."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = path.read_bytes()
        for text in planted:
            ways = (text.encode(), text.encode("utf-16-le"), ascii(text)[1:-1].encode())
            if text in path.name or any(way in content for way in ways):
                found.append((path.name, text))
    return found


def test_a_day_with_failures_leaves_nobodys_name_outside_the_shops_file(shop: Shop, qtbot: QtBot) -> None:
    folder = shop.where.data
    settings = load_settings(shop.where.settings_file)
    # A printer that is not there: every slip of the day fails.
    away = {"slip_printer": "file", "slip_address": str(folder / "away" / "lp0"), "slip_auto": True}
    save_settings(shop.where.settings_file, replace(settings, **away))
    before = new_till(folder, shop.world)
    member = enrolled(before, PHONE, NAME)
    card = str(before.members.reissue_card(member))
    before.counter.record_bill(shop.world.new_id(), member, Bill(5_000_000))
    before.shop.close()

    till = shop.opened()
    flow = till.flow
    scan(till.screen, card)
    qtbot.waitUntil(lambda: flow.open_member == member, timeout=10_000)
    type_text(till.screen, "85")
    press(till.screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: flow.open_member is None, timeout=10_000)
    assert till.books.till is not None
    earned = [line.points for line in till.books.till.members.history(member) if line.kind == "earn"]
    assert 8 in earned, "the bill of 85.000 ₫ is in the books"
    type_text(till.screen, PHONE[-5:])
    press(till.screen, Qt.Key.Key_Return)
    crash = CrashWindow()
    qtbot.addWidget(crash)
    crash.tell(KeyError(f"{NAME} {PHONE} {card}"))
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        till.screen.close()
    left = [one for one in folder.rglob("*") if one.is_file()]
    assert any(one.parent == shop.where.backups for one in left), "the day was closed with a backup"
    planted = (NAME, PHONE, PHONE[-5:], card)
    assert named_in(folder, planted) == []
    (folder / "planted.log").write_text(f"refused: {NAME}", "utf-8")
    assert named_in(folder, planted) == [("planted.log", NAME)], "the search finds what is there"
