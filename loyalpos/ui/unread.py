"""Sources that need not be read: PySide looks through that of every module imported after it.

It looks for modules that switch on its optional features (``snake_case``, ``true_property``) and keeps
what it read. This program switches on none.
"""

from __future__ import annotations

import sys
from typing import Any

__all__ = ["leave_sources_unread"]


def leave_sources_unread() -> None:
    """Tell PySide, where it is imported, that no module from now on switches on any of its features.

    The first scan of the morning came 40 ms later, and 11 MB of source text stayed in memory.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _switches_nothing


def _switches_nothing(_module: object) -> bool:
    return False
