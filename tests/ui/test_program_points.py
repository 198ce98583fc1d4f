"""How long points live, on the program page: rounding, days without expiry, their end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from loyalpos.engine.program import (
    Blackout,
    Expiry,
    ExpiryKind,
    PointsEnd,
)
from tests.ui.program_office import Office, office
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "office", "speaking"]


def test_days_without_expiry_are_added_by_keys_and_refused_in_place(office: Office) -> None:
    office.blackouts.add_button.setFocus()
    office.press(Qt.Key.Key_Space)
    type_text(office.window, "20/2/2027")
    assert not office.page.bar.publish.isEnabled()
    office.press(Qt.Key.Key_Tab)
    type_text(office.window, "10/02/2027")
    span = office.blackouts.spans()[0]
    assert "before the first" in span.sentence.complaint()
    office.put(span.first, "5/2/2027")
    assert not span.sentence.complaint()
    office.publish()
    assert office.running.blackouts == (Blackout(date(2027, 2, 5), date(2027, 2, 10)),)


def test_only_points_rounded_down_can_wait(office: Office) -> None:
    office.earning.remainder.setFocus()
    office.press(Qt.Key.Key_Down)
    assert office.page.bar.publish.isEnabled()
    office.earning.rounding.setFocus()
    office.press(Qt.Key.Key_Down)
    assert "rounded down" in office.earning._remainder_sentence.complaint()
    assert not office.page.bar.publish.isEnabled()


def test_never_ending_points_ask_for_no_number(office: Office) -> None:
    office.earning.expiry.setFocus()
    office.press(*[Qt.Key.Key_Down] * 5)
    assert not office.earning.expiry_count.isVisible()
    office.publish()
    assert office.running.expiry.kind.value == "never"
    office.earning.expiry.setFocus()
    office.press(*[Qt.Key.Key_Up] * 4)
    assert office.earning.expiry_count.isVisible()
    assert office.earning.expiry_count.value() == 90


def test_the_points_end_on_a_day_and_what_becomes_of_them_is_chosen_in_place(office: Office) -> None:
    end = office.earning.end
    assert not end.after.isVisible()
    office.put(end.last, "31/12/2026")
    assert end.after.isVisible()
    assert not end.good_to.isVisible(), "points stay unless the owner says otherwise"
    end.at_end.setFocus()
    office.press(Qt.Key.Key_Down)
    assert "Day, month and year" in end.after.complaint()
    assert not office.page.bar.publish.isEnabled()
    office.put(end.good_to, "30/12/2026")
    assert "before the first" in end.after.complaint()
    office.put(end.good_to, "31/01/2027")
    assert not end.after.complaint()
    office.publish()
    assert office.running.points_end == PointsEnd(date(2026, 12, 31), date(2027, 1, 31))
    # A day that is over would take every point at once: the publishing says so where it stands.
    office.put(end.last, "1/11/2025")
    office.put(end.good_to, "1/12/2025")
    assert "before the first" in end.after.complaint()
    assert not office.page.bar.publish.isEnabled()
    office.put(end.last, "")
    assert not end.after.isVisible()
    office.publish()
    assert office.running.points_end is None


def test_points_may_end_with_their_month_or_year_or_when_nobody_comes(office: Office) -> None:
    earning = office.earning
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert earning.expiry_count.value() == 0, "with the very month they came in"
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.MONTH_END, 0)
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down)
    earning.expiry_count.set_value(1)
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.YEAR_END, 1)
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down)
    assert earning.expiry_count.value() == 12
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.INACTIVITY, 12)
