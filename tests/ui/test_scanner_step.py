"""The last step of the first start: what the scanner sent, and what somebody typed."""

from __future__ import annotations

import pytest

from loyalpos.ui.start.scanner_step import TEST_CODE, Heard
from tests.ui.first_start import Opening, opening, to_step
from tests.ui.scanner import KEYBOARD, scan
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "opening", "speaking"]

LAYOUT = str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        (TEST_CODE, Heard.FINE),
        (TEST_CODE.translate(LAYOUT), Heard.TYPING_ON),
        (TEST_CODE[:11], Heard.HALF),
        ("8934588012228", Heard.OTHER_CODE),
        ("KH-000123", Heard.OTHER_CODE),
    ],
)
def test_the_scanner_test_says_what_arrived(opening: Opening, sent: str, heard: Heard) -> None:
    to_step(opening, 5)
    scan(opening.wizard, sent)
    assert opening.wizard.scanner.heard() is heard
    assert opening.wizard.scanner.verdict.isVisible()
    assert opening.wizard.scanner.box.text() == ""
    assert not opening.results
    opening.enter()
    assert opening.results


def test_a_double_read_counts_once(opening: Opening) -> None:
    to_step(opening, 5)
    scan(opening.wizard, TEST_CODE)
    KEYBOARD.clock.advance(-900)
    scan(opening.wizard, TEST_CODE)
    assert opening.wizard.scanner.heard() is Heard.TWICE


def test_a_scanner_as_slow_as_typing_does_not_open_the_till(opening: Opening) -> None:
    to_step(opening, 5)
    scan(opening.wizard, TEST_CODE, gap_ms=140)
    assert opening.wizard.scanner.heard() is Heard.SLOW
    assert not opening.results


def test_typing_into_the_scanner_box_is_not_taken_for_a_scan(opening: Opening) -> None:
    to_step(opening, 5)
    opening.type("xin chào")
    opening.enter()
    assert opening.wizard.scanner.heard() is Heard.TYPED
    assert not opening.results
    opening.enter()
    assert opening.results


def test_a_scan_on_an_earlier_step_is_answered_and_leaves_the_field_alone(opening: Opening) -> None:
    to_step(opening, 1)
    opening.type("Quán")
    scan(opening.wizard, TEST_CODE)
    assert opening.place == 1
    assert opening.wizard.shop.name.text() == "Quán"
    assert "scanner is heard" in opening.wizard._notice.text()
