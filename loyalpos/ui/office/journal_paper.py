"""The journal on paper: a list with numbered pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.audit import AuditAsk, AuditLine
from loyalpos.engine.money import group_digits
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.printing_job import Papers
from loyalpos.ui.words import dates

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["journal_papers"]

_MOST = 5_000
_SHARES = (7, 19, 12, 28, 23, 11, 4)


def journal_papers(
    till: Till, ask: AuditAsk, heads: tuple[str, ...], say: Callable[[AuditLine], tuple[str, ...]]
) -> Papers:
    """Make a paper of the records that are asked for.

    Args:
        say: Puts a record into words, a cell for each heading.
    """
    title = QCoreApplication.translate("Journal", "Journal {first} – {last}").format(
        first=dates.day(ask.first), last=dates.day(ask.last)
    )
    none = QCoreApplication.translate("Journal", "Nothing was recorded that fits.")
    more = QCoreApplication.translate("Journal", "Only the newest {count} records stand here.")
    return Papers(title, title, partial(_paint, till, ask, heads, say, (title, none, more)))


def _paint(
    till: Till,
    ask: AuditAsk,
    heads: tuple[str, ...],
    say: Callable[[AuditLine], tuple[str, ...]],
    words: tuple[str, str, str],
    target: Path | QPrinter,
    progress: Progress,
) -> int:
    from loyalpos.printing.listing import (  # noqa: PLC0415 - printing costs start-up time
        Listing,
        ListingColumn,
        ListingRow,
        ListingTable,
        put_out_listing,
    )

    lines = till.audit.lines(ask, _MOST, progress)
    if lines is None:
        return 0
    title, none, more = words
    columns = tuple(ListingColumn(head, share) for head, share in zip(heads, _SHARES, strict=True))
    table = ListingTable("", columns, tuple(ListingRow(say(line)) for line in lines), none)
    shop = till.shop.description
    note = more.format(count=group_digits(_MOST)) if len(lines) == _MOST else ""
    listing = Listing(shop.name, shop.contact, title, "", (), (table,), note)
    return put_out_listing(listing, target, progress)
