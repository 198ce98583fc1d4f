"""What every test of the screens stands on."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from loyalpos.ui.collecting import collect
from loyalpos.ui.widgets.theme import Scheme, apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="loyalpos-run-"))

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The unseen platform warns of what it cannot do (raise a window, propagate size hints);
    # that says nothing about our windows.
    unseen = pytest.mark.qt_log_ignore(r"This plugin does not support ", extend=True)
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(unseen)


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What a test forgets is taken apart after it, on this thread, as in the program.

    In a lane the collector would take apart the windows of an earlier test, and the process dies.
    """
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at 100 %, and so again afterwards."""
    apply_theme(qapp, Scheme.LIGHT)
    yield qapp
    apply_theme(qapp, Scheme.LIGHT)
