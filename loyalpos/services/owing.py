"""Which bills are still to be paid, so that their members can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.part_paid import Debtor
from loyalpos.services.exports import Exports
from loyalpos.services.shop import Shop
from loyalpos.services.spreadsheet import Sheet, write_sheet
from loyalpos.store.members import member_by_id
from loyalpos.store.payments import owed_to_shop

__all__ = ["open_bills", "write_open_bills"]


def open_bills(shop: Shop) -> tuple[Debtor, ...]:
    """List the bills of members of which something is still to be paid, the oldest first."""
    today = shop.time.business_day(shop.now())
    found: list[Debtor] = []
    with shop.file.read() as connection:
        for whose, owed in owed_to_shop(connection):
            person = member_by_id(connection, whose)
            name, phone = (None, None) if person is None else (person.name, person.phone)
            found.append(Debtor(whose, name, phone, owed, max(0, (today - owed.day).days)))
    return tuple(found)


def write_open_bills(
    shop: Shop, path: Path, listed: Sequence[Debtor], heads: tuple[str, ...], export: Export
) -> Path:
    """Write bills with open amounts into a CSV or a workbook.

    Args:
        heads: What the columns are called: name, phone, still to be paid, days, since, receipt, total.

    Raises:
        NotAllowed: Whoever is at the till may not.
        ReasonMissing: Nobody says why.
        CannotWrite: The folder or the disk does not take it.
    """
    Exports(shop).begin(ExportKind.OWING, export, [one.member for one in listed])
    rows = [
        (
            one.name or "",
            one.phone or "",
            one.owed.open_vnd,
            one.days,
            one.owed.day.strftime("%d/%m/%Y"),
            one.owed.number or "",
            one.owed.total_vnd,
        )
        for one in listed
    ]
    return write_sheet(path, Sheet(heads, rows, widths=(32, 15, 14, 8, 12, 14, 14), mark=export.mark))
