from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from loyalpos.store.chain import ChainFault, verify_chain
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import append, begin_life, head
from loyalpos.store.journal_tables import record
from tests.store.acts import act, grow, new_file, salt, tampered

_FIRST = f"x'{b'first life of it'.hex()}'"
_GOLD = "CAST(replace(CAST(body AS TEXT), 'gift', 'gold') AS BLOB)"


@pytest.fixture(scope="module")
def chained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ShopFile]:
    """Two lives, private parts, one of them erased."""
    file = new_file(tmp_path_factory.mktemp("chained"))
    with file.work() as connection:
        append(connection, act(1), salt=salt)
        append(connection, act(2, secret="Đức"), salt=salt)
        append(connection, act(3, secret="Hoa"), salt=salt)
        begin_life(connection, b"second life of i", 2)
        append(connection, act(4, secret="Lan"), salt=salt)
        append(connection, act(5), salt=salt)
        gone = update(record).where(record.c.id == UUID(int=3).bytes)
        connection.execute(gone.values(private=None, salt=None))
        assert verify_chain(connection) == ()
    yield file
    file.close()


def _cells(file: ShopFile) -> list[tuple[str, str, int, str, Any]]:
    """Every stored value of records and links that has a bit to flip."""
    found = []
    with file.read() as connection:
        for table in ("record", "link"):
            names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
            key = "id" if table == "record" else "record"
            for name in names:
                rows = connection.exec_driver_sql(f"SELECT hex({key}), typeof({name}), {name} FROM {table}")
                found += [
                    (table, name, row[0], row[1], row[2]) for row in rows if row[2] not in (None, b"", "")
                ]
    return found


def _flipped(kind: str, value: Any, bit: int) -> str:
    if kind == "integer":
        return str(value ^ (1 << bit % 62))
    raw = bytearray(value.encode() if kind == "text" else value)
    raw[bit // 8 % len(raw)] ^= 1 << bit % 8
    literal = f"x'{raw.hex()}'"
    return f"CAST({literal} AS TEXT)" if kind == "text" else literal


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_bit_flipped_anywhere_in_the_journal_is_named(chained: ShopFile, data: st.DataObject) -> None:
    table, name, key, kind, value = data.draw(st.sampled_from(_cells(chained)))
    flipped = _flipped(kind, value, data.draw(st.integers(0, 1023)))
    column = "id" if table == "record" else "record"

    change = f"UPDATE {table} SET {name} = {flipped} WHERE hex({column}) = '{key}'"
    with tampered(chained) as connection:
        try:
            connection.exec_driver_sql(change)
        except IntegrityError:
            return  # The file itself does not take two links with one number.
        assert verify_chain(connection) != ()
    with chained.read() as connection:
        assert verify_chain(connection) == ()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (f"DELETE FROM link WHERE seq = 2 AND origin = {_FIRST}", ChainFault.HOLE),
        (
            "DELETE FROM link WHERE seq = 2 AND origin = x'6669727374206c696665206f66206974'",
            ChainFault.UNLINKED,
        ),
        ("DELETE FROM record WHERE id = x'00000000000000000000000000000002'", ChainFault.RECORD_MISSING),
        (f"DELETE FROM link WHERE origin = {_FIRST}", ChainFault.PREV),
        ("DELETE FROM replica WHERE number = 2", ChainFault.UNKNOWN_LIFE),
        ("UPDATE replica SET number = 3 - number + 10", ChainFault.PREV),
        (f"UPDATE record SET body = {_GOLD}", ChainFault.CONTENT),
        ("UPDATE record SET private = x'7b7d' WHERE private IS NOT NULL", ChainFault.PRIVATE),
    ],
)
def test_tampering_is_named_for_what_it_is(chained: ShopFile, change: str, fault: ChainFault) -> None:
    with tampered(chained) as connection:
        connection.exec_driver_sql(change)
        assert fault in {problem.fault for problem in verify_chain(connection)}


def test_what_was_appended_after_a_cut_tail_shows_only_by_the_printed_head(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    with file.read() as connection:
        printed = head(connection)
    with file.work() as connection:
        connection.exec_driver_sql("DELETE FROM link WHERE seq = 3")
        connection.exec_driver_sql("DELETE FROM record WHERE id = x'00000000000000000000000000000003'")
        assert verify_chain(connection) == ()
        assert head(connection) != printed
    file.close()
