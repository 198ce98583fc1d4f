"""Where the customer's screen stands: on another monitor, never the counter's own, and without keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyalpos.ui.customer.told import MemberTold
from loyalpos.ui.desktop.monitors import Monitor, other_monitor
from tests.shops import enrolled
from tests.ui.customer_desk import COUNTER, CUSTOMER, CustomerDesk, desk

__all__ = ["desk"]

ROOT = Path(__file__).parents[2]


def test_the_screen_leaves_the_keyboard_to_the_counter(desk: CustomerDesk) -> None:
    desk.open()
    customers = desk.customers
    assert customers.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert customers.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert customers.windowTitle() == "Customer's screen"


def test_the_screen_goes_with_its_monitor_and_comes_back_with_it(desk: CustomerDesk) -> None:
    desk.open()
    assert desk.customers.isVisible()
    desk.desktop.unplug(CUSTOMER)
    assert not desk.customers.isVisible()
    member = enrolled(desk.till)
    desk.scan(desk.card(member))
    desk.settle()
    desk.desktop.plug(CUSTOMER)
    assert desk.customers.isVisible()
    assert isinstance(desk.told, MemberTold)


def test_the_screen_gives_way_where_the_counter_is_moved_to_its_monitor(desk: CustomerDesk) -> None:
    desk.open()
    desk.desktop.counter_on = CUSTOMER
    desk.desktop.changed.emit()
    assert desk.desktop.filled[-1] == COUNTER, "the counter left that one free"
    desk.side.face(replace(desk.settings, customer_monitor="CUSTOMER"), desk.wide)
    assert not desk.customers.isVisible()


PLACES = st.builds(
    Monitor,
    st.sampled_from(["A", "B", ""]),
    st.just(""),
    st.integers(-3_000, 3_000),
    st.integers(-2_000, 2_000),
    st.integers(1, 4_000),
    st.integers(1, 4_000),
)


@given(st.lists(PLACES, max_size=4), PLACES, st.sampled_from(["", "A", "B"]))
def test_the_counters_own_monitor_is_never_chosen(
    others: list[Monitor], counter: Monitor, wanted: str
) -> None:
    chosen = other_monitor([counter, *others], counter, wanted)
    if chosen is not None:
        assert not chosen.covers(counter)
        assert wanted in ("", chosen.name)
    else:
        assert all(one.covers(counter) or (wanted and one.name != wanted) for one in others)


_ON_TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.facing import Facing
from loyalpos.ui.customer.side import CustomerSide
from loyalpos.ui.desktop.monitors import Monitors
from loyalpos.ui.jobs import Lane
from tests.shops import World
app = QApplication([])
counter = QWidget()
counter.show()
files = Lane("files")
side = CustomerSide(Facing(), files, Monitors(), now=World().clock)
for wanted in ("", "CUSTOMER", "GONE", "COUNTER"):
    side.face(TillSettings(customer_screen=True, customer_monitor=wanted), counter)
    app.processEvents()
    screen = side.screen
    place = screen.geometry() if screen is not None and screen.isVisible() else None
    print(wanted or "any", place and (screen.screen().name(), place.getRect(), screen.isFullScreen()))
side.end()
files.close()
"""


def test_on_two_real_screens_it_fills_the_second_and_never_the_first(tmp_path: Path) -> None:
    screens = [
        {"name": one.name, "x": one.left, "y": one.top, "width": one.width, "height": one.height}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for one in (COUNTER, CUSTOMER)
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", _ON_TWO_SCREENS],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "requestActivate" not in done.stderr
    there = "('CUSTOMER', (1366, 0, 1024, 600), True)"
    assert done.stdout.splitlines() == [
        f"any {there}",
        f"CUSTOMER {there}",
        "GONE None",
        "COUNTER None",
    ]
