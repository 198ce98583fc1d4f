"""What a start of the till leaves alone: sources of modules, and libraries that nobody calls."""

from __future__ import annotations

import subprocess
import sys

_START = """
import linecache
import sys
import loyalpos.app
import loyalpos.ui.running
import loyalpos.ui.counter.window
import loyalpos.services.till

rooms = ("engine", "services", "store", "counter", "sqlalchemy")
read = [file for file in linecache.cache if file.endswith(".py") and any(room in file for room in rooms)]
assert not read, read
assert "sqlalchemy" in sys.modules
brought = {"ssl", "asyncio.events", "email.message", "importlib.metadata._meta"} & set(sys.modules)
assert not brought, brought
import asyncio
import importlib.metadata
assert asyncio.run(asyncio.sleep(0, "awake")) == "awake"
assert importlib.metadata.version("SQLAlchemy")
"""


def test_a_start_reads_no_source_and_brings_no_library_that_nobody_calls() -> None:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
