from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="loyalpos-run-"))


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at 100 %, and so again afterwards."""
    from loyalpos.ui.widgets.theme import Scheme, apply_theme

    apply_theme(qapp, Scheme.LIGHT)
    yield qapp
    apply_theme(qapp, Scheme.LIGHT)
