"""Days and times as people in a shop write them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.times import ShopTime

__all__ = [
    "birthday_text",
    "clock",
    "day",
    "day_month",
    "day_near",
    "moment",
    "moment_near",
    "month_year",
    "weekday",
]


def day(of: date) -> str:
    """Write a day in full: ``22/11/2026``."""
    return f"{of:%d/%m/%Y}"


def day_month(of: date) -> str:
    """Write a day whose year is plain: ``22/11``."""
    return f"{of:%d/%m}"


def month_year(of: date) -> str:
    """Write a month: ``03/2025``."""
    return f"{of:%m/%Y}"


def day_near(of: date, today: date) -> str:
    """Write a day as short as it stays clear: today, yesterday, ``30/11``, ``30/11/2027``."""
    away = (of - today).days
    if away == 0:
        return QCoreApplication.translate("Dates", "today")
    if away == 1:
        return QCoreApplication.translate("Dates", "tomorrow")
    if away == -1:
        return QCoreApplication.translate("Dates", "yesterday")
    return day_month(of) if of.year == today.year else day(of)


def clock(at: datetime, shop: ShopTime) -> str:
    """Write an instant's time on the shop's clock: ``14:05``."""
    return f"{shop.local(at):%H:%M}"


def moment(at: datetime, shop: ShopTime) -> str:
    """Write an instant with its day: ``14:05 · 22/11/2026``."""
    return f"{shop.local(at):%H:%M · %d/%m/%Y}"


def moment_near(at: datetime, now: datetime, shop: ShopTime) -> str:
    """Write an instant, without the year where it is the one of now: ``14:05 · 22/11``."""
    is_of_now = shop.local(at).year == shop.local(now).year
    return f"{clock(at, shop)} · {day_month(shop.local(at).date())}" if is_of_now else moment(at, shop)


def weekday(of: date) -> str:
    """Name a weekday as a calendar on the wall does: ``CN`` or ``Sun``."""
    return (
        QCoreApplication.translate("Dates", "Mon"),
        QCoreApplication.translate("Dates", "Tue"),
        QCoreApplication.translate("Dates", "Wed"),
        QCoreApplication.translate("Dates", "Thu"),
        QCoreApplication.translate("Dates", "Fri"),
        QCoreApplication.translate("Dates", "Sat"),
        QCoreApplication.translate("Dates", "Sun"),
    )[of.weekday()]


def birthday_text(birthday: Birthday) -> str:
    """Write a birthday the way it is typed: ``24/11`` or ``24/11/1990``."""
    year = "" if birthday.year is None else f"/{birthday.year}"
    return f"{birthday.day:02d}/{birthday.month:02d}{year}"
