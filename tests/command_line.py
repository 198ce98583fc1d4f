"""What tests of the command line stand on: a shop in a folder of its own, and what was printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loyalpos.app import new_outside, shop_key
from loyalpos.demo.shop import DESCRIPTION
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import Folders, TillSettings, save_settings
from tests.shops import PROGRAM

__all__ = ["Told", "folder_of_a_shop", "till_of", "told"]

Told = Callable[[], tuple[str, str]]


def folder_of_a_shop(place: Path, *, language: str = "") -> Folders:
    """Make a shop; its screens speak a language where one is named."""
    found = Folders(place / "shop")
    found.data.mkdir()
    if language:
        save_settings(found.settings_file, TillSettings(language=language))
    Shop.create(
        found.shop_file, shop_key(), new_outside(), description=DESCRIPTION, program=PROGRAM, stock={}
    ).close()
    return found


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Give what was printed since the last time, and what was said beside it."""

    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


@contextmanager
def till_of(where: Folders) -> Iterator[Till]:
    """Open the shop's till for as long as it is needed."""
    shop = Shop.open(where.shop_file, shop_key(), new_outside())
    try:
        yield Till(shop)
    finally:
        shop.close()
