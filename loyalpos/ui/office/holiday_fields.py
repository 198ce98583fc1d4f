"""Which holiday a gift is for, as fields of a sentence: a well-known one, or a day of either calendar."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.occasions import Calendar, HolidayGift
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import number_box, number_of

__all__ = ["HolidayFields"]

_OTHER = "other"

_KNOWN: dict[str, tuple[Calendar, int, int]] = {
    "tet": (Calendar.LUNAR, 1, 1),
    "valentine": (Calendar.SOLAR, 2, 14),
    "women": (Calendar.SOLAR, 3, 8),
    "children": (Calendar.SOLAR, 6, 1),
    "independence": (Calendar.SOLAR, 9, 2),
    "moon": (Calendar.LUNAR, 8, 15),
    "vietnamese_women": (Calendar.SOLAR, 10, 20),
    "teachers": (Calendar.SOLAR, 11, 20),
    "christmas": (Calendar.SOLAR, 12, 24),
}
"""By what the box calls them: calendar, month, day."""


class HolidayFields:
    """The fields of one gift."""

    def __init__(self, gift: HolidayGift) -> None:
        self.which = ChoiceBox()
        self._day = number_box(Number.WHOLE, gift.day)
        self._month = number_box(Number.WHOLE, gift.month)
        self._calendar = ChoiceBox()
        self.boxes: dict[str, QWidget] = {
            "which": self.which,
            "day": self._day,
            "month": self._month,
            "calendar": self._calendar,
            "before_days": number_box(Number.WHOLE, gift.before_days),
            "after_days": number_box(Number.WHOLE, gift.after_days),
        }
        kept = (gift.calendar, gift.month, gift.day)
        known = next((which for which, day in _KNOWN.items() if day == kept), _OTHER)
        self.retranslate()
        self.which.choose(known)
        self._calendar.choose(gift.calendar.value)
        self.which.chosen.connect(self._take)

    def into(self, gift: HolidayGift) -> HolidayGift:
        """Put what is typed into a gift."""
        calendar, month, day = _KNOWN.get(
            self.which.choice(),
            (Calendar(self._calendar.choice()), number_of(self._month) or 0, number_of(self._day) or 0),
        )
        return replace(
            gift,
            calendar=calendar,
            month=month,
            day=day,
            before_days=number_of(self.boxes["before_days"]) or 0,
            after_days=number_of(self.boxes["after_days"]) or 0,
        )

    def _take(self, which: str) -> None:
        """Let the boxes out of sight say what is chosen, and begin with it where another day is."""
        if which in _KNOWN:
            calendar, month, day = _KNOWN[which]
            self._calendar.choose(calendar.value)
            self._month.set_value(month)
            self._day.set_value(day)

    def words(self) -> str:
        """Give the place of the holiday in the sentence: its name, or a day that is typed."""
        if self.which.choice() != _OTHER:
            return "{which}"
        return "{which} {day} / {month} {calendar}"

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.which.offer(
            [
                ("tet", QCoreApplication.translate("HolidayFields", "Tết")),
                ("valentine", QCoreApplication.translate("HolidayFields", "Valentine's Day 14/2")),
                ("women", QCoreApplication.translate("HolidayFields", "Women's Day 8/3")),
                ("children", QCoreApplication.translate("HolidayFields", "Children's Day 1/6")),
                ("independence", QCoreApplication.translate("HolidayFields", "National Day 2/9")),
                ("moon", QCoreApplication.translate("HolidayFields", "Mid-Autumn (15/8 lunar)")),
                (
                    "vietnamese_women",
                    QCoreApplication.translate("HolidayFields", "Vietnamese Women's Day 20/10"),
                ),
                ("teachers", QCoreApplication.translate("HolidayFields", "Teachers' Day 20/11")),
                ("christmas", QCoreApplication.translate("HolidayFields", "Christmas Eve 24/12")),
                (_OTHER, QCoreApplication.translate("HolidayFields", "another day:")),
            ]
        )
        self._calendar.offer(
            [
                (Calendar.SOLAR.value, QCoreApplication.translate("HolidayFields", "of the calendar")),
                (Calendar.LUNAR.value, QCoreApplication.translate("HolidayFields", "of the lunar calendar")),
            ]
        )

    @staticmethod
    def names() -> dict[str, str]:
        """Name the boxes for who cannot see them."""
        return {
            "which": QCoreApplication.translate("HolidayFields", "Which holiday"),
            "day": QCoreApplication.translate("HolidayFields", "Day"),
            "month": QCoreApplication.translate("HolidayFields", "Month"),
            "calendar": QCoreApplication.translate("HolidayFields", "Which calendar"),
        }
