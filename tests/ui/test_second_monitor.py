"""The customers' screen in the running till: late, as the office wants it, and looked at from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.settings import TillSettings, load_settings, save_settings
from loyalpos.ui.customer.told import IdleTold, MemberTold
from loyalpos.ui.office.customer_screen_panel import CustomerScreenPanel
from loyalpos.ui.office.settings_page import SettingsPage
from tests.shops import World, enrolled, new_till
from tests.ui.running_shop import Shop, press, shop
from tests.ui.scanner import scan

__all__ = ["shop"]

ROOT = Path(__file__).parents[2]

_A_MORNING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from loyalpos.app import show_till
from loyalpos.settings import folders

PART = "loyalpos.ui.customer"

def begin(till):
    till.books.opened.connect(lambda _: QTimer.singleShot(0, lambda: say(till)))

def say(till):
    print(PART in sys.modules)
    look = QTimer(till, interval=50)
    look.timeout.connect(lambda: late(till, look))
    look.start()

def late(till, look):
    side = till.second.side
    if side is not None and side.screen is not None and side.screen.isVisible():
        look.stop()
        print(side.screen.screen().name(), till.screen.screen().name())
        till.books.closed.connect(lambda: screen.allow_close())
        till.books.close(back_up=False)

screen = show_till(folders(Path(sys.argv[1])), begin)
from loyalpos.app import make_application
code = make_application().exec()
sys.stdout.flush()
import os
os._exit(0)
"""


def test_the_screen_comes_a_moment_after_the_books_and_not_before(tmp_path: Path) -> None:
    new_till(tmp_path / "shop", World()).shop.close()
    where = tmp_path / "shop"
    save_settings(where / "till.json", TillSettings(sounds=False, hotkey="", customer_screen=True))
    screens = [
        {"name": name, "x": left, "y": 0, "width": 1366, "height": 768}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, left in (("COUNTER", 0), ("CUSTOMER", 1366))
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", _A_MORNING, str(where)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == ["False", "CUSTOMER COUNTER"], done.stderr


def test_the_office_shows_the_screen_in_a_window_that_follows_the_counter(
    shop: Shop, qtbot: QtBot, tmp_path: Path
) -> None:
    made = new_till(shop.where.data, shop.world)
    member = enrolled(made)
    card = made.members.member(member).card
    made.shop.close()
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    till.office.go_to("settings")
    page = till.office.page()
    assert isinstance(page, SettingsPage)
    page.customers.preview.setFocus()
    press(page.customers.preview, Qt.Key.Key_Space)
    side = till.second.side
    assert side is not None
    assert side.preview is not None
    assert side.preview.isVisible()
    assert side.screen is None, "there is but one monitor"
    qtbot.waitUntil(lambda: _shop_on(side.preview) == "Quán Cà Phê Mây", timeout=10_000)
    till.screen.activateWindow()
    scan(till.screen, str(card))
    preview = side.preview
    qtbot.waitUntil(lambda: isinstance(preview.shown, MemberTold), timeout=10_000)
    press(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def _shop_on(window: object) -> str:
    shown = getattr(window, "shown", None)
    return shown.shop if isinstance(shown, IdleTold) else ""


def test_the_two_panels_of_a_tills_settings_keep_each_others_part(shop: Shop, qtbot: QtBot) -> None:
    new_till(shop.where.data, shop.world).shop.close()
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    till.office.go_to("settings")
    page = till.office.page()
    assert isinstance(page, SettingsPage)
    page.customers.on.setFocus()
    press(page.customers.on, Qt.Key.Key_Space)
    page.this_till.cashier.set_text("Hoa")
    page.this_till.cashier.edit.editingFinished.emit()
    page.customers.words.set_text("Mời quý khách")
    page.customers.words.edit.editingFinished.emit()
    assert till.pc.settings.customer_screen
    assert (till.pc.settings.cashier, till.pc.settings.customer_words) == ("Hoa", "Mời quý khách")
    qtbot.waitUntil(
        lambda: load_settings(shop.where.settings_file).customer_words == "Mời quý khách", timeout=10_000
    )


@pytest.mark.usefixtures("themed")
def test_a_monitor_that_is_not_plugged_in_stays_chosen(qtbot: QtBot) -> None:
    panel = CustomerScreenPanel(TillSettings(customer_monitor="DELL"))
    qtbot.addWidget(panel)
    assert panel.monitor.choice() == "DELL"
    assert "DELL" in panel.monitor.in_words()
    panel.show_settings(replace(TillSettings(), customer_monitor=""))
    assert panel.monitor.choice() == ""
