"""The catalogue written for a spreadsheet, so that it comes back as it went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from loyalpos.engine.items import Item, ItemField
from loyalpos.services.spreadsheet import Sheet, write_sheet

__all__ = ["write_items"]

_COLUMNS: Final = tuple(ItemField)
_WIDTHS: Final = {ItemField.NAME: 32, ItemField.TAGS: 24, ItemField.ID: 22}
_WIDTH: Final = 15


def write_items(
    path: Path, items: Sequence[Item], headings: Mapping[ItemField, str], *, yes: str, no: str
) -> Path:
    """Write items into a CSV or, where the name ends so, an ``.xlsx``.

    Args:
        headings: The columns' names in the language of the moment.
        yes: How a column of yes and no says yes.

    Returns:
        The path, with ``.csv`` where it named no kind.

    Raises:
        CannotWrite: The folder or the disk does not take it.
    """
    heads = [headings[field] for field in _COLUMNS]
    widths = [_WIDTHS.get(field, _WIDTH) for field in _COLUMNS]
    return write_sheet(path, Sheet(heads, [_row(item, yes, no) for item in items], widths))


def _row(item: Item, yes: str, no: str) -> tuple[str | int, ...]:
    cells: Mapping[ItemField, str | int] = {
        ItemField.NAME: item.name,
        ItemField.CODE: item.code,
        ItemField.CATEGORY: item.category,
        ItemField.TAGS: ", ".join(item.tags),
        ItemField.PRICE: item.price_vnd,
        ItemField.COST: "" if item.cost_vnd is None else item.cost_vnd,
        ItemField.PREMIUM: yes if item.premium else no,
        ItemField.ACTIVE: yes if item.active else no,
        ItemField.ID: item.id,
    }
    return tuple(cells[field] for field in _COLUMNS)
