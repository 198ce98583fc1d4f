"""What SQLAlchemy imports and a till never uses, kept out of memory until somebody does.

``asyncio`` brings OpenSSL along: with it an open till takes a tenth more memory, and its start a twentieth
more time.
"""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from threading import Lock
from types import ModuleType

__all__ = ["spare", "spare_what_sqlalchemy_brings"]

_TURN = Lock()
"""Two lanes may ask first at once."""


def spare_what_sqlalchemy_brings() -> None:
    """Let the modules that SQLAlchemy names and this program never calls be imported at their first use."""
    spare("asyncio", iscoroutine=inspect.iscoroutine)
    spare("importlib.metadata")
    spare("sqlalchemy")
    for name in (
        "journal_tables",
        "tables",
        "consent_tables",
        "item_tables",
        "merge_tables",
        "privacy_tables",
        "program_tables",
        "projections",
        "request_tables",
        "staff_tables",
        "upserts",
    ):
        spare(f"loyalpos.store.{name}")


def spare(name: str, **known: object) -> None:
    """Let a module be imported when something of it is first asked for; one that is there already stays.

    Args:
        known: What is asked for while importing, and can be had without it.
    """
    if name in sys.modules:
        return
    standing_in = ModuleType(name)

    def use(attribute: str) -> object:
        if attribute.startswith("__") and attribute != "__path__":
            # Whoever looks through all modules wants nothing of this one.
            raise AttributeError(attribute)
        # Never over the import itself, which has locks of its own.
        with _TURN:
            if sys.modules.get(name) is standing_in:
                del sys.modules[name]
        there = import_module(name)
        standing_in.__dict__.update(there.__dict__)
        return getattr(there, attribute)

    standing_in.__dict__.update(known, __getattr__=use)
    sys.modules[name] = standing_in
    package, _, last = name.rpartition(".")
    if package:
        setattr(import_module(package), last, standing_in)
