"""What customers see on a second monitor: theirs alone, in time, and never on the counter's own monitor."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.acts import Desk
from loyalpos.engine.bills import Bill
from loyalpos.engine.codes import CardCode
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Member, MemberView
from loyalpos.engine.names import given_name
from loyalpos.engine.phones import Phone
from loyalpos.engine.rewards import OfferState, offers
from loyalpos.errors import DiskFull
from loyalpos.services.counter import NO_MEMBER
from loyalpos.ui.counter.facing import Seen
from loyalpos.ui.customer.pieces import Code, Says, hero_tone
from loyalpos.ui.customer.screen import CustomerScreen
from loyalpos.ui.customer.told import (
    CodeTold,
    Collected,
    GivenBack,
    GuestTold,
    IdleTold,
    MemberTold,
    code_told,
    member_told,
)
from loyalpos.ui.desktop.monitors import Monitor, other_monitor
from loyalpos.ui.start.scanner_step import TEST_CODE
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.palette import LEAST_CONTRAST_PERCENT, contrast_percent
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme
from tests.shops import MORNING, PROGRAM, enrolled
from tests.ui import scanner
from tests.ui.customer_desk import COUNTER, CUSTOMER, CustomerDesk, said_by
from tests.ui.customer_gallery import SIZES, STATES
from tests.ui.eye import Eye, eye
from tests.ui.spoken import catalogues, speaking
from tests.ui.till_desk import CONTROL, TillDesk

__all__ = ["catalogues", "eye", "speaking"]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[CustomerDesk]:
    made = CustomerDesk(qtbot, tmp_path)
    yield made
    made.close()
    made.till.shop.close()


@pytest.fixture(scope="module")
def speaker(qapp: QApplication) -> CustomerScreen:
    """A screen for many members, one after the other."""
    return CustomerScreen(preview=False)


def test_while_nobody_is_served_the_shop_welcomes_and_says_how_points_come(desk: CustomerDesk) -> None:
    desk.settings = replace(desk.settings, customer_words="Hôm nay có bánh flan")
    desk.open()
    told = desk.told
    assert isinstance(told, IdleTold)
    assert (told.shop, told.words) == ("Quán Cà Phê Mây", "Hôm nay có bánh flan")
    assert "10.000" in told.lines[0]
    assert "Quán Cà Phê Mây" in said_by(desk.customers)


def test_a_scanned_member_is_greeted_by_the_given_name_with_the_points(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(12_840_000))
    desk.open()
    desk.scan(desk.card(member))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert (told.name, told.balance, told.bill) == ("Đức", 1_304, None)
    assert {offer.reward.id for offer in told.offers} == {"off50", "coffee", "pay", "tenth"}
    assert "Đức" in said_by(desk.customers)
    assert "Nguyễn" not in said_by(desk.customers)


def test_the_points_of_the_bill_are_seen_as_the_total_is_typed(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("260")
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.bill is not None
    assert (told.bill.points, told.bill.is_lowered) == (26, False)
    assert "+26" in said_by(desk.customers)


def test_what_is_left_to_pay_is_seen_where_a_reward_lowers_it(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(8_000_000))
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("125")
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.bill is not None
    assert (told.bill.due_vnd, told.bill.is_lowered) == (75_000, True)
    assert told.offers[0].state is OfferState.TAKEN
    assert "75.000" in said_by(desk.customers)


def test_a_recorded_bill_is_celebrated_and_then_everything_of_the_member_is_gone(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("260")
    desk.enter()
    told = desk.told
    assert isinstance(told, Collected)
    assert (told.name, told.earned, told.balance) == ("Đức", 26, 46)
    assert desk.side.ends.isActive()
    assert desk.side.ends.interval() == 8_000
    desk.side.ends.timeout.emit()
    assert isinstance(desk.told, IdleTold)
    assert "Đức" not in said_by(desk.customers)
    assert "46" not in said_by(desk.customers)


def test_the_next_customer_never_sees_the_one_before(desk: CustomerDesk) -> None:
    duc, mai = enrolled(desk.till), enrolled(desk.till, "0987654321", "Trần Thị Mai")
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("260")
    desk.enter()
    assert isinstance(desk.told, Collected)
    desk.scan(desk.card(mai))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.name == "Mai"
    assert "Đức" not in said_by(desk.customers)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F8])
def test_a_member_is_gone_when_the_counter_turns_to_something_else(desk: CustomerDesk, key: Qt.Key) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.press(key)
    assert isinstance(desk.told, IdleTold)
    assert "Đức" not in said_by(desk.customers)


def test_a_bill_that_is_left_open_is_not_shown_for_ever(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.side.ends.timeout.emit()
    assert isinstance(desk.told, IdleTold)
    desk.type("260")
    assert isinstance(desk.told, MemberTold), "whoever comes back to it sees it again"


def test_putting_the_books_away_clears_the_screen(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.flow.detach()
    assert isinstance(desk.told, IdleTold)


def test_whoever_has_no_card_is_invited_with_what_the_bill_would_bring(desk: CustomerDesk) -> None:
    desk.open()
    desk.press(Qt.Key.Key_F5)
    assert isinstance(desk.told, GuestTold)
    desk.type("260")
    told = desk.told
    assert isinstance(told, GuestTold)
    assert told.points == 26
    desk.enter()
    thanked = desk.told
    assert isinstance(thanked, Collected)
    assert thanked.balance is None


def test_an_undone_bill_is_told_neutrally_and_only_to_its_own_customer(desk: CustomerDesk) -> None:
    duc = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("260")
    desk.enter()
    desk.settle()
    desk.undo()
    undone = desk.told
    assert undone == GivenBack(returned=False)
    assert "Đức" not in said_by(desk.customers)
    mai = enrolled(desk.till, "0987654321", "Trần Thị Mai")
    desk.till.counter.record_bill(desk.world.new_id(), mai, Bill(50_000))
    desk.side.ends.timeout.emit()
    desk.undo()
    desk.enter()
    assert isinstance(desk.told, IdleTold), "somebody else's bill is nothing to whoever stands there"


def test_a_return_shows_the_new_balance_without_a_name(desk: CustomerDesk) -> None:
    duc = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(260_000, number="77"))
    desk.open()
    desk.press(Qt.Key.Key_F8)
    desk.type("77")
    desk.enter()
    desk.settle()
    desk.enter()
    told = desk.told
    assert told == GivenBack(returned=True, points_name="điểm", balance=20)
    assert "Đức" not in said_by(desk.customers)


def show_code(desk: CustomerDesk) -> None:
    desk.keys += 1
    scanner.press(desk.screen, Qt.Key.Key_K, CONTROL)


def test_ctrl_k_shows_the_members_card_as_a_big_code_and_takes_it_away(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.members.link(member, desk.till.cards.issue(desk.world.new_id(), 1)[0])
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    show_code(desk)
    told = desk.told
    assert told == CodeTold("Quán Cà Phê Mây", "Đức", desk.card(member))
    shown = [code for code in desk.customers.findChildren(Code) if code.isVisible()]
    assert [code.code for code in shown] == [desk.card(member)]
    desk.type("26")
    assert desk.told == told, "the cashier may type on while the photo is taken"
    show_code(desk)
    assert isinstance(desk.told, MemberTold)
    assert desk.card(member) not in said_by(desk.customers).replace(" ", "")


def test_the_big_code_can_be_read_from_the_screen(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> None:
    import zxingcpp
    from PIL import Image

    for at, (width, height) in enumerate(SIZES):
        screen = CustomerScreen(preview=False)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.show_told(STATES["code"])
        screen.grab().save(str(tmp_path / f"{at}.png"))
        read = zxingcpp.read_barcodes(Image.open(tmp_path / f"{at}.png"))
        assert [one.text for one in read] == [TEST_CODE], (width, height)


def test_another_customers_card_takes_the_code_away(desk: CustomerDesk) -> None:
    duc, mai = enrolled(desk.till), enrolled(desk.till, "0987654321", "Trần Thị Mai")
    for member in (duc, mai):
        desk.till.members.link(member, desk.till.cards.issue(desk.world.new_id(), 1)[0])
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    show_code(desk)
    assert isinstance(desk.told, CodeTold)
    desk.scan(desk.card(mai))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.name == "Mai"


def test_the_button_for_the_code_is_there_only_with_a_screen_to_show_it_on(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    button = next(one for one in desk.screen.findChildren(ActionButton) if one.text() == "Show code")
    assert button.isVisible()
    button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert isinstance(desk.told, CodeTold)
    desk.press(Qt.Key.Key_Escape)
    assert isinstance(desk.told, IdleTold)
    assert not button.isVisible()


def test_ctrl_k_without_a_screen_says_where_to_switch_it_on(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.settings = replace(desk.settings, customer_screen=False)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    show_code(desk)
    assert "customer's screen" in desk.banner


def test_errors_of_the_counter_are_not_the_customers_to_see(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    before = desk.told
    desk.flow.kit.fail(lambda: None, DiskFull(Path("shop.loyalpos")))
    assert desk.banner
    assert desk.told == before
    desk.type("12,5")
    assert TillDesk.notices(desk.screen.bill)
    assert desk.told == before


def test_the_screen_leaves_the_keyboard_to_the_counter(desk: CustomerDesk) -> None:
    desk.open()
    customers = desk.customers
    assert customers.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert customers.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert customers.windowTitle() == "Customer's screen"


# Where it stands ----------------------------------------------------------------------------------


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


# What it never says -------------------------------------------------------------------------------

PHONES = st.builds(
    lambda head, rest: Phone(f"0{head}{rest:08d}"), st.sampled_from("35789"), st.integers(0, 99_999_999)
)
NAMES = st.one_of(
    st.none(),
    st.sampled_from(
        ["Nguyễn Văn Đức", "Mai (nợ 50k)", "Lan - khó tính", "Hoa 0912345678", "0987654321", "Bé Na"]
    ),
    st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60),
    st.builds(lambda name, phone: f"{name} {phone}", st.sampled_from(["Lan", "Anh Tư"]), PHONES),
)
NOTES = st.text(st.characters(categories=("Lu", "Ll")), min_size=6, max_size=40)


def _told_of(
    name: str | None, balance: int, *, phone: Phone | None = None, note: str = ""
) -> tuple[MemberTold | GuestTold, CodeTold | None]:
    member = Member(NO_MEMBER, name, phone, None, note, date(2025, 3, 1), CardCode(TEST_CODE))
    lots = (Lot(NO_MEMBER, balance, balance, MORNING, None),) if balance > 0 else ()
    account = Account(lots, max(0, -balance))
    view = MemberView(member, account, max(balance, 0), 3, 900_000, MORNING, favourite=note or None)
    desk = Desk(view, PROGRAM, {}, MORNING, NO_MEMBER)
    listed = offers(PROGRAM, desk.footing, None, spendable=view.spendable, stock={})
    return member_told(Seen(desk, None, None, listed), date(2026, 11, 23)), code_told("Quán Mây", view)


@given(phone=PHONES, name=NAMES, note=NOTES, balance=st.integers(-999, 999))
def test_a_customer_is_told_the_same_whatever_the_phone_the_note_and_the_habits_are(
    phone: Phone, name: str | None, note: str, balance: int
) -> None:
    assert _told_of(name, balance, phone=phone, note=note) == _told_of(name, balance)


@given(name=NAMES, phone=PHONES, balance=st.integers(-999, 999))
def test_no_phone_is_on_the_screen_even_if_it_stands_in_the_name(
    speaker: CustomerScreen, name: str | None, phone: Phone, balance: int
) -> None:
    for told in _told_of(f"{name or ''} {phone}", balance):
        assert told is not None
        speaker.show_told(told)
        assert phone not in re.sub(r"[ .\u200b]", "", said_by(speaker))
    speaker.show_told(IdleTold("Quán Mây"))
    left = re.sub(r"[ .]", "", said_by(speaker))
    assert TEST_CODE not in left, "nothing of the one before stays behind, on any face"
    own = given_name(name or "")
    assert len(own) < 3 or f"{own}!" not in left


@given(NAMES)
def test_a_given_name_has_no_figure_and_nothing_of_a_remark(name: str | None) -> None:
    own = given_name(name or "")
    assert not any(sign.isdigit() or sign in "()[]," or sign.isspace() for sign in own)
    assert own in (name or "")


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Nguyễn Văn Đức", "Đức"),
        ("Mai (nợ 50k)", "Mai"),
        ("Lan - khó tính", "Lan"),
        ("Hoa 0912345678", "Hoa"),
        ("0987654321", ""),
        ("Anne-Marie", "Anne-Marie"),
        ("H'Hen Niê", "Niê"),
        ("", ""),
    ],
)
def test_the_given_name_is_the_last_word_of_letters(name: str, own: str) -> None:
    assert given_name(name) == own


# How it looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_word_of_the_screen_is_of_the_catalogue_and_none_is_cut(
    qtbot: QtBot, eye: Eye, size: tuple[int, int]
) -> None:
    screen = CustomerScreen(preview=True)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    for name, told in STATES.items():
        screen.show_told(told)
        eye.look(screen, f"{name} at {size}")


@pytest.mark.parametrize("brand", ["#0f6e5f", "#f2c200", "#ffffff", "#123456", "#b3372f"])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_words_on_the_shops_own_ground_can_be_read(
    qtbot: QtBot, themed: QApplication, brand: str, scheme: Scheme
) -> None:
    apply_theme(themed, scheme, 100, brand)
    screen = CustomerScreen(preview=False)
    qtbot.addWidget(screen)
    screen.resize(800, 480)
    screen.show_told(STATES["undone"])
    screen.show()
    ink = theme().palette.colour(hero_tone())
    words = next(one for one in screen.face.findChildren(Says) if one.isVisible())
    words.setStyleSheet("color: transparent")
    ground = screen.grab().toImage()
    seen = {ground.pixelColor(x, y).name() for x in range(0, 800, 40) for y in range(0, 480, 40)} - {ink}
    assert len(seen) > 3
    worst = min(contrast_percent(ink, colour) for colour in seen)
    assert worst >= LEAST_CONTRAST_PERCENT
