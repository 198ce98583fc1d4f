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


_TWO_LANES = """
import sys, threading, types
sys.path.insert(0, sys.argv[1])
from loyalpos.store import spared
spared.spare("slow")
standing_in, mine_gone, asked = sys.modules["slow"], threading.Event(), threading.Event()

class Modules:
    # The one lane is told what stands there, and before it acts on it the other has its turn, if it can.
    def get(self, name):
        found = sys.modules.get(name)
        if threading.current_thread().name == "first":
            asked.set()
            mine_gone.wait(0.5)
        return found

    def __delitem__(self, name):
        del sys.modules[name]
        mine_gone.set()

spared.sys = types.SimpleNamespace(modules=Modules())
found = {}
def ask():
    try:
        found[threading.current_thread().name] = standing_in.Thing
    except BaseException as error:
        found[threading.current_thread().name] = repr(error)
first, second = (threading.Thread(target=ask, name=name) for name in ("first", "second"))
first.start()
asked.wait()
second.start()
first.join()
second.join()
print(found["first"] is found["second"], found["first"].__name__)
"""


def test_two_lanes_may_ask_first_at_once(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("class Thing:\n    pass\n")
    done = subprocess.run(
        [sys.executable, "-c", _TWO_LANES, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("True Thing", "")
