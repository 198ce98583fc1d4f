"""The books against what the people at the counter know, and against themselves."""

from __future__ import annotations

from collections.abc import Iterator

from loyalpos.services.till import Till
from loyalpos.store.connection import Connection
from loyalpos.store.fold import members_out_of_balance
from tests.faults.notebook import Act, Notebook

__all__ = ["audit", "is_in_books"]

# Each gives what must never be there, one row for one fault.
_HALF = {
    "record without its place in the chain": (
        "SELECT kind FROM record WHERE id NOT IN (SELECT record FROM link)"
    ),
    "place in the chain left out": (
        "SELECT max(seq) FROM link GROUP BY origin HAVING count(*) <> max(seq) OR min(seq) <> 1"
    ),
    "recorded bill that is no bill": (
        "SELECT kind FROM record WHERE kind = 'bill_recorded' AND id NOT IN (SELECT id FROM bill)"
    ),
    "bill without its record": "SELECT total_vnd FROM bill WHERE id NOT IN (SELECT id FROM record)",
    "bill whose points are not in the ledger": (
        "SELECT total_vnd FROM bill WHERE member IS NOT NULL AND earned <> (SELECT coalesce(sum(points), 0)"
        " FROM entry WHERE entry.member = bill.member AND record = bill.id AND kind = 'earn')"
    ),
    "bill whose rewards are not in the ledger": (
        "SELECT bill.total_vnd FROM bill JOIN day_line ON day_line.record = bill.id WHERE day_line.spent <>"
        " (SELECT coalesce(-sum(points), 0) FROM entry WHERE entry.member = bill.member"
        " AND entry.record = bill.id AND entry.kind = 'redeem')"
    ),
    "bill that is not on the day's list": (
        "SELECT total_vnd FROM bill WHERE id NOT IN (SELECT record FROM day_line)"
    ),
    "bill whose returns do not add up": (
        "SELECT total_vnd FROM bill WHERE (parts, returned_vnd) <> (SELECT count(*),"
        " coalesce(sum(returned_vnd), 0) FROM reversal WHERE reversal.bill = bill.id AND undone = 0)"
    ),
    "member who is not wholly there": (
        "SELECT phone FROM member WHERE id NOT IN (SELECT member FROM finding)"
        " OR id NOT IN (SELECT member FROM summary) OR id NOT IN (SELECT member FROM card"
        " WHERE member IS NOT NULL) OR id NOT IN (SELECT member FROM consent)"
    ),
    "stock that does not add up": (
        "SELECT stock.left FROM stock WHERE reward = 'coffee' AND stock.left <> 14 - (SELECT count(*)"
        " FROM bill WHERE whole = 0 AND redemptions LIKE '%\"coffee\"%')"
    ),
    "reference to nothing": "PRAGMA foreign_key_check",
}


_OUT_OF_BALANCE = """
    SELECT hex(member) FROM summary
    WHERE balance <> (SELECT coalesce(sum(points), 0) FROM entry WHERE entry.member = summary.member)
      OR balance <> (SELECT coalesce(sum(rest), 0) FROM lot WHERE lot.member = summary.member) - debt
      OR earned <> (SELECT coalesce(sum(earned - taken_back), 0) FROM bill WHERE bill.member = summary.member)
"""


def audit(till: Till, known: Notebook, *, quick: bool = False, pages: bool = True) -> tuple[str, ...]:
    """Give one line for each fault: what was lost, is there twice, by half, or unknown.

    Args:
        quick: Fold balances alone, in one statement.
        pages: Whether pages are looked at, too; False where the till has just done it.
    """
    with till.shop.file.aside() as connection:
        return (
            *_against_notebook(connection, known),
            *(
                f"half: {name}: {row[0]}"
                for name, query in _HALF.items()
                for row in connection.exec_driver_sql(query)
            ),
            *(
                f"half: balance of {member}"
                for member in (
                    connection.exec_driver_sql(_OUT_OF_BALANCE).scalars()
                    if quick
                    else members_out_of_balance(connection)
                )
            ),
            *(
                f"unsound: {row[0]}"
                for row in (connection.exec_driver_sql("PRAGMA quick_check") if pages else ())
                if row[0] != "ok"
            ),
        )


def is_in_books(till: Till, act: Act, known: Notebook) -> bool:
    """Tell whether an act that was not acknowledged is there all the same."""
    with till.shop.file.aside() as connection:
        if act.kind == "enrol":
            phones = connection.exec_driver_sql("SELECT count(*) FROM member WHERE phone = ?", (act.phone,))
            return bool(phones.scalar_one())
        rows = _bills(connection).get(act.amount_vnd, [])
        return bool(rows) if act.kind == "bill" else rows[0][2] > known.bills[act.amount_vnd].parts


def _against_notebook(connection: Connection, known: Notebook) -> Iterator[str]:
    found = _bills(connection)
    still_open = known.open_act
    for amount, line in known.bills.items():
        rows = found.pop(amount, [])
        if not rows:
            yield f"lost: bill of {amount}"
        elif len(rows) > 1:
            yield f"doubled: bill of {amount}, {len(rows)} times"
        elif still_open is None or still_open.amount_vnd != amount:
            card, returned_vnd, parts, whole = rows[0]
            if card != line.card:
                yield f"lost: bill of {amount} is another's"
            if (returned_vnd, bool(whole)) != (line.returned_vnd, line.whole):
                much = "doubled" if returned_vnd > line.returned_vnd or parts > line.parts else "lost"
                yield f"{much}: return of bill of {amount}"
    for amount, rows in found.items():
        if still_open is None or still_open.kind != "bill" or still_open.amount_vnd != amount:
            yield f"unknown: bill of {amount}"
        elif len(rows) > 1:
            yield f"doubled: bill of {amount}, {len(rows)} times"
    phones = [row[0] for row in connection.exec_driver_sql("SELECT phone FROM member WHERE gone = 0")]
    yield from (f"lost: member with {phone}" for phone in known.phones if phone not in phones)
    yield from (f"doubled: member with {phone}" for phone in set(phones) if phones.count(phone) > 1)


def _bills(connection: Connection) -> dict[int, list[tuple[str, int, int, int]]]:
    """Read the bills by their totals: card, what came back, in how many parts, whether all of it."""
    codes: dict[bytes | None, str] = {}
    for member, code in connection.exec_driver_sql("SELECT member, code FROM card"):
        codes.setdefault(member, code)
    codes[None] = ""
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for row in connection.exec_driver_sql("SELECT total_vnd, member, returned_vnd, parts, whole FROM bill"):
        found.setdefault(row[0], []).append((codes.get(row[1], ""), *row[2:]))
    return found
