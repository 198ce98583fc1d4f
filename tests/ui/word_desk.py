"""What the tests of words stand on: a moment, a shop's time, and screens that speak Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from loyalpos.engine.times import ShopTime
from tests.ui.panel_gallery import vietnamese

__all__ = ["NOW", "SHOP", "in_vietnamese"]

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
SHOP = ShopTime()


@pytest.fixture
def in_vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = vietnamese(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
