"""Scans at the real window: into every control of every state, whole, half, double, wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from loyalpos.engine.codes import voucher_code
from loyalpos.ui.counter.screen import View
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.banner import BannerKind
from tests.ui.scanner import KEYBOARD, scan, type_text
from tests.ui.till_desk import TillDesk, desk, duc, mai

__all__ = ["desk", "duc", "mai"]

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, None)


def idle(desk: TillDesk, mai: UUID) -> None:
    while desk.screen.view is not View.IDLE or desk.banner or desk.screen.box.text():
        desk.press(Qt.Key.Key_Escape)
        desk.settle()


def finding(desk: TillDesk, mai: UUID) -> None:
    idle(desk, mai)
    desk.screen.focus_box()
    desk.type("Tran")
    desk.settle()


def bill(desk: TillDesk, mai: UUID) -> None:
    idle(desk, mai)
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(mai))
    desk.type("85")
    desk.settle()


def enrolling(desk: TillDesk, mai: UUID) -> None:
    idle(desk, mai)
    desk.press(Qt.Key.Key_F4)
    desk.type("0987")
    desk.settle()


def returning(desk: TillDesk, mai: UUID) -> None:
    idle(desk, mai)
    desk.press(Qt.Key.Key_F8)
    desk.type("102")
    desk.settle()


def linking(desk: TillDesk, mai: UUID) -> None:
    idle(desk, mai)
    KEYBOARD.clock.advance(5_000)
    desk.scan("THE-CU-0042")
    desk.settle()


STATES: tuple[Callable[[TillDesk, UUID], None], ...] = (idle, finding, bill, enrolling, returning, linking)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_card_is_taken_from_every_control_of_every_state(
    desk: TillDesk, duc: UUID, mai: UUID, state: Callable[[TillDesk, UUID], None]
) -> None:
    state(desk, mai)
    count = len(desk.controls())
    assert count >= 3
    for place in range(count):
        for end in ENDS:
            state(desk, mai)
            control = desk.controls()[place]
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            KEYBOARD.clock.advance(5_000)
            asked = 0

            def took(_member: object) -> None:
                nonlocal asked
                asked += 1

            desk.flow._finding.member_found.connect(took)
            desk.scan(desk.card(duc), terminator=end)
            desk.settle()
            desk.flow._finding.member_found.disconnect(took)
            where = f"{control.accessibleName()} {end}"
            assert asked == 1, where
            digits = desk.card(duc)[-6:]
            for field in desk.screen.findChildren(QLineEdit):
                assert digits not in field.text(), where
            if state not in (returning, linking):
                assert desk.flow.open_member == duc, where
    assert not desk.till.returns.bills_of(duc)
    assert not desk.till.returns.bills_of(mai)


def test_the_same_card_again_at_once_is_a_soft_tick_only(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("12")
    desk.heard.clear()
    KEYBOARD.clock.advance(-800)
    scan(desk.screen, desk.card(duc))
    desk.settle()
    assert desk.heard == [Tone.TICK]
    assert desk.screen.bill.total.text() == "12"
    assert desk.flow.open_member == duc


@pytest.mark.parametrize("piece", [slice(0, -3), slice(4, None)])
def test_half_a_card_finds_nobody_and_says_so(desk: TillDesk, duc: UUID, piece: slice) -> None:
    desk.scan(desk.card(duc)[piece])
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.screen.view is View.IDLE
    assert desk.flow.open_member is None
    assert desk.screen.box.text() == ""


def test_goods_and_vouchers_are_told_from_cards(desk: TillDesk) -> None:
    for code in ("8934563138165", voucher_code(123)):
        desk.scan(code)
        desk.settle()
        assert desk.said() is BannerKind.ERROR
        assert desk.screen.view is View.IDLE


def test_a_dead_card_opens_nobody(desk: TillDesk, duc: UUID) -> None:
    old = desk.card(duc)
    desk.till.members.reissue_card(duc)
    desk.scan(old)
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.flow.open_member is None
    assert "23/11/2026" in desk.banner
    assert "Đức" not in desk.banner


def test_a_spoilt_card_says_which_it_is_and_enrols_nobody(desk: TillDesk) -> None:
    batch = desk.world.new_id()
    codes = desk.till.cards.issue(batch, 5)
    desk.till.cards.spoil(batch, (3,))
    desk.scan(codes[2])
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert "number 3 of batch 1" in desk.banner
    assert desk.screen.view is View.IDLE


def test_a_card_typed_in_groups_is_as_good_as_scanned(desk: TillDesk, duc: UUID) -> None:
    code = desk.card(duc)
    desk.type(" ".join((code[:4], code[4:8], code[8:12], code[12:])))
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def commit(code: str) -> None:
    """Let an input method put a whole code into whatever has the focus."""
    event = QInputMethodEvent("", [])
    event.setCommitString(code)
    focus = QApplication.focusWidget()
    assert focus is not None
    QCoreApplication.sendEvent(focus, event)


@pytest.mark.parametrize("reach", STATES)
def test_a_card_from_an_input_method_is_heard_wherever_a_step_leads_the_focus(
    desk: TillDesk, duc: UUID, mai: UUID, reach: Callable[[TillDesk, UUID], None]
) -> None:
    reach(desk, mai)
    KEYBOARD.clock.advance(5_000)
    heard: list[object] = []
    desk.guard.scanned.connect(heard.append)
    commit(desk.card(duc))
    desk.settle()
    assert len(heard) == 1


def test_a_wrong_digit_is_not_called_half_a_card(desk: TillDesk, duc: UUID) -> None:
    card = desk.card(duc)
    desk.scan(card[:-1] + ("1" if card[-1] != "1" else "2"))
    desk.settle()
    assert desk.banner.startswith("A digit of this number is wrong")
    desk.scan(card[:-2])
    desk.settle()
    assert desk.banner.startswith("Only part of the card was read")


@pytest.mark.parametrize("gap_ms", [1, 30, 60, 100])
@pytest.mark.parametrize("text", ["24/11/1990", "24.11.1990"])
def test_a_birthday_is_typed_however_fast(desk: TillDesk, text: str, gap_ms: int) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    box = desk.screen.enrol.findChildren(QLineEdit)
    birthday = next(one for one in box if one.accessibleName() == "Birthday")
    birthday.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(desk.screen, text, gap_ms=gap_ms)
    desk.guard.settle()
    desk.settle()
    assert birthday.text() == text
    assert desk.screen.view is View.ENROL
    assert desk.said() is None


class Paints(QObject):
    """This counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen: Counter[QWidget] = Counter()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen[watched] += 1
        return False


def test_a_scan_paints_every_panel_once(desk: TillDesk, duc: UUID) -> None:
    """Laid out twice, or while it is painted, a panel is painted twice and the customer waits twice."""
    screen = desk.screen
    card = desk.card(duc)
    desk.scan(card)
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    watched = (screen.member, screen.rewards.rows.viewport(), screen.today, screen.bill)
    paints = Paints(*watched)
    # What is still to be painted of the idle window is not the scan's.
    desk.qtbot.waitUntil(lambda: not _waits_to_be_painted(paints), timeout=5_000)
    paints.seen.clear()
    desk.scan(card)
    desk.wait(lambda: bool(paints.seen[screen.bill]))
    desk.qtbot.waitUntil(lambda: not _waits_to_be_painted(paints), timeout=5_000)
    assert {type(one).__name__: paints.seen[one] for one in watched} == {
        type(one).__name__: 1 for one in watched
    }


def _waits_to_be_painted(paints: Paints) -> bool:
    """Tell whether anything is painted in the time of two frames."""
    before = paints.seen.total()
    loop = QEventLoop()
    QTimer.singleShot(40, loop.quit)
    loop.exec()
    return paints.seen.total() != before
