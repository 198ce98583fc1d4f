"""Statements kept as plain SQL fit the tables, and the first scan is answered without SQLAlchemy."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sqlcipher3 import dbapi2

from loyalpos import store
from loyalpos.store.prepared import Prepared
from tests.store.acts import new_file

MODULES = tuple(found.name for found in iter_modules(store.__path__) if not found.ispkg)


def prepared() -> dict[str, Prepared]:
    """Every statement of the room that is prepared, by where it stands."""
    modules = {name: vars(import_module(f"loyalpos.store.{name}")) for name in MODULES}
    return {
        f"{module}.{name}": value
        for module, names in modules.items()
        for name, value in names.items()
        if isinstance(value, Prepared)
    }


def test_every_prepared_statement_fits_the_tables(tmp_path: Path) -> None:
    found = prepared()
    assert len(found) > 50
    file = new_file(tmp_path)
    with file.read() as connection:
        for where, statement in found.items():
            names = dict.fromkeys(re.findall(r":(\w+)", statement.sql))
            try:
                connection.driver.execute(f"EXPLAIN {statement.sql}", names)
            except dbapi2.Error as error:
                pytest.fail(f"{where}: {error}")
    file.close()


def test_the_room_can_be_imported_without_sqlalchemy() -> None:
    told = "import sys; import loyalpos.store.apply, loyalpos.store.file, loyalpos.store.views"
    asked = "print(*(name for name in sys.modules if name.startswith('sqlalchemy.')))"
    done = subprocess.run(
        [sys.executable, "-c", f"{told}; {asked}"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []
