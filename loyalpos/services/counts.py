"""What a return, and its undoing, move beside points: counts of limits and budgets, units, vouchers."""

from __future__ import annotations

from datetime import date
from typing import Any

from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.counted import (
    Counted,
    UnitMove,
    counted_left,
    difference,
    moved_back,
    opposite,
    unmoved,
)
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.program import Program
from loyalpos.engine.reversal import Reversal
from loyalpos.services.vouchers import refuse_used_again, vouchers_back
from loyalpos.store import bills
from loyalpos.store.file import Connection
from loyalpos.store.given import counted_of
from loyalpos.store.vouchers import VouchersBack

__all__ = ["beside_back", "counts_again", "counts_back"]


def counts_back(
    connection: Connection, program: Program, bill: RecordedBill, done: Reversal, today: date, *, undo: bool
) -> dict[str, object]:
    """Give the part of a return's outcome that moves counts, units and vouchers.

    Args:
        program: The revision the bill was recorded under.
        undo: The bill never should have been.
    """
    taken = bills.redemptions_of(connection, bill.id)
    left = counted_left(program, bill, done, taken)
    given = difference(counted_of(connection, bill.id), left)
    moves = moved_back(program, done.units, taken, whole=done.whole, undo=undo)
    back = vouchers_back(connection, program, bill, done, taken, today)
    return {
        **({"given": to_json(given)} if given else {}),
        **({"unit_moves": to_json(moves)} if moves else {}),
        **({} if back == VouchersBack() else {"vouchers_back": to_json(back)}),
    }


def counts_again(connection: Connection, came: dict[str, Any], today: date) -> dict[str, object]:
    """Give the part of an outcome that undoes a return: what it did, the other way.

    Args:
        came: The outcome of the return.
        today: The business day on which it is undone.

    Raises:
        CannotUndo: A voucher that came back was used in another bill since.
    """
    refuse_used_again(connection, from_json(came.get("vouchers_back", {}), VouchersBack))
    given = opposite(from_json(came.get("given", []), tuple[Counted, ...]))
    moves = unmoved(from_json(came.get("unit_moves", []), tuple[UnitMove, ...]))
    return {
        **({"given": to_json(given)} if given else {}),
        **({"unit_moves": to_json(moves)} if moves else {}),
        **({"vouchers_back": came["vouchers_back"]} if "vouchers_back" in came else {}),
        **_beside_again(came, today),
    }


def beside_back(
    connection: Connection, program: Program, bill: RecordedBill, done: Reversal, today: date, *, undo: bool
) -> dict[str, object]:
    """Give the part of a return's outcome that takes back what others were given, also by nobody's bill."""
    if not (program.causes or program.partners):
        return {}
    from loyalpos.services import beside  # noqa: PLC0415 - few programs have any

    taken = bills.redemptions_of(connection, bill.id) if done.whole else ()
    return beside.beside_back(connection, program, bill, done, taken, today, undo=undo)


def _beside_again(came: dict[str, Any], today: date) -> dict[str, object]:
    if not ("donated" in came or "codes_back" in came):
        return {}
    from loyalpos.services.beside import beside_again  # noqa: PLC0415 - few programs have any

    return beside_again(came, today)
