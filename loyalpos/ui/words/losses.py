"""What books lack that was acknowledged: since when, until when, and how much."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.errors import ActsMissing
from loyalpos.ui.words import dates

__all__ = ["missing_text"]


def missing_text(error: ActsMissing) -> str:
    """Say that the file is older than what this till has acknowledged, and what the ways on are."""
    until = _moment(error.until)
    if error.since is None or error.since >= error.until:
        words = QCoreApplication.translate(
            "Losses",
            "The shop’s file is not the one this till worked with last, until {until}: what was recorded "
            "then is not in it – put the right file or a backup back",
        )
        return words.format(until=until)
    since = _moment(error.since)
    if error.records is None:
        words = QCoreApplication.translate(
            "Losses",
            "The shop’s file is older than what this till has confirmed: what was recorded after {since}, "
            "until {until}, is missing – put the right file or a backup back",
        )
        return words.format(since=since, until=until)
    words = QCoreApplication.translate(
        "Losses",
        "The shop’s file is older than what this till has confirmed: what was recorded after {since}, until "
        "{until}, is missing (records: {count}). Its log is gone or damaged, or an older copy lies in its "
        "place – put the right file or a backup back",
    )
    return words.format(since=since, until=until, count=group_digits(error.records))


def _moment(at: datetime) -> str:
    """Write an instant so that it stays on one line: a date at the beginning of the next reads as another."""
    return dates.moment(at, ShopTime()).replace(" ", "\u00a0")
