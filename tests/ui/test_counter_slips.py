"""Slips beside the counter: printed after the sale, printed again, or shown where there is no printer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import cast
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalpos.settings import TillSettings
from loyalpos.ui.counter.slip_window import SlipWindow
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.banner import BannerKind
from tests.printing.slips import codes_on
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD, press, scan
from tests.ui.slip_desk import control_p, desk, line, on, paper, printed, sell
from tests.ui.till_desk import TillDesk, duc

__all__ = ["desk", "duc", "paper"]


def test_a_bill_is_printed_after_it_is_recorded(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    assert not paper.exists()
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]
    assert line(desk) == ""


def test_nothing_of_paper_is_imported_before_what_was_done_is_shown(tmp_path: Path) -> None:
    """A bill with a printer set: paper comes a moment after the result is painted, never before."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.bill_before_paper", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split() == ["before:", "after:", "escpos", "loyalpos.printing.slip"], done.stderr


def test_a_till_that_prints_only_when_asked_prints_by_one_chord(
    desk: TillDesk, duc: UUID, paper: Path
) -> None:
    desk.flow.slips.settings = replace(desk.flow.slips.settings, slip_auto=False)
    sell(desk, duc)
    printed(desk)
    assert not paper.exists()
    control_p(desk)
    assert desk.heard[-1] is Tone.TICK
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_the_last_slip_is_printed_again_and_says_so(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    first = on(paper)
    control_p(desk)
    printed(desk)
    again = on(paper)
    assert again.height > first.height
    # What stands above the remark is the same.
    assert again.dots[: 40 * 72] == first.dots[: 40 * 72]


def test_after_a_restart_the_last_slip_is_that_of_the_books(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    paper.unlink()
    desk.flow.slips.forget()
    control_p(desk)
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_any_act_of_today_is_printed_from_the_list(desk: TillDesk, duc: UUID, paper: Path) -> None:
    mai = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    sell(desk, duc)
    sell(desk, mai, "86")
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(mai)]
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.type("4")
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_what_was_undone_is_printed_with_its_mark(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    stood = on(paper)
    desk.undo()
    printed(desk)
    assert on(paper).dots != stood.dots
    # Undone, it stays in the list, and all that can be done with it is to print it.
    paper.unlink()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    assert [one.key for one in desk.screen.today._choices.buttons()] == ["4"]
    desk.enter()
    printed(desk)
    assert paper.exists()


def test_a_return_is_printed(desk: TillDesk, duc: UUID, paper: Path) -> None:
    sell(desk, duc)
    printed(desk)
    paper.unlink()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.type("2")
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]


def test_a_bill_without_a_card_prints_nothing(desk: TillDesk, paper: Path) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.type("86")
    desk.settle()
    desk.enter()
    printed(desk)
    assert not paper.exists()
    assert line(desk) == ""
    control_p(desk)
    printed(desk)
    assert "no member" in line(desk)


def test_on_a_day_without_acts_the_chord_says_that_there_is_nothing(desk: TillDesk, paper: Path) -> None:
    control_p(desk)
    printed(desk)
    assert "Nothing was done today" in line(desk)


def test_the_card_of_a_new_member_is_printed_by_the_chord(desk: TillDesk, paper: Path) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0912345678")
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    printed(desk)
    # Nobody asked for it yet.
    assert not paper.exists()
    control_p(desk)
    printed(desk)
    member = desk.flow.open_member
    assert member is not None
    card = on(paper)
    assert codes_on(card) == [desk.card(member)]
    assert (card.width, card.height) == (576, 372)


def test_without_a_printer_the_chord_shows_the_slip_and_a_scan_goes_on(desk: TillDesk, duc: UUID) -> None:
    desk.flow.slips.settings = TillSettings(slip_code=True)
    sell(desk, duc)
    printed(desk)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, SlipWindow)]
    control_p(desk)
    printed(desk)
    window = desk.flow.slips._window
    assert window is not None
    assert window.isVisible()
    assert not window.picture.image.isNull()
    assert window.picture.image.width() == 576
    press(window, Qt.Key.Key_Escape)
    assert window.isHidden()
    control_p(desk)
    printed(desk)
    assert not window.isHidden()
    KEYBOARD.clock.advance(5_000)
    scan(window, desk.card(duc))
    desk.settle()
    assert window.isHidden()
    assert desk.flow.open_member == duc


def test_after_a_bug_with_one_slip_the_next_is_printed(desk: TillDesk, duc: UUID, paper: Path) -> None:
    slips, bugs = desk.flow.slips, desk.bugs
    slips.failed.connect(bugs.append)
    # No record has such an id, and no paper is so wide: one goes wrong when it is read, one when painted.
    slips.print_one(cast("UUID", "nothing"))
    desk.wait(lambda: len(bugs) == 1)
    bugs.clear()
    usual = slips.settings
    slips.settings = replace(usual, slip_width=61)
    sell(desk, duc)
    desk.wait(lambda: len(bugs) == 1)
    slips.settings = usual
    bugs.clear()
    assert not paper.exists()
    sell(desk, duc)
    printed(desk)
    assert codes_on(on(paper)) == [desk.card(duc)]
