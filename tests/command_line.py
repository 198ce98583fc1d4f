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

__all__ = [
    "EXAMPLES",
    "ROOT",
    "Said",
    "Told",
    "example",
    "folder_of_a_shop",
    "said",
    "shop_folder",
    "till_of",
    "told",
]

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "resources" / "examples"

Said = Callable[[], str]
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
def shop_folder(tmp_path: Path) -> Path:
    """The folder of a shop whose screens speak English."""
    return folder_of_a_shop(tmp_path, language="en").data


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Give what was printed since the last time, and behind it what was said beside it."""

    def read() -> str:
        captured = capsys.readouterr()
        return captured.out + captured.err

    return read


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Give what was printed since the last time, and what was said beside it."""

    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


def example(name: str, what: str) -> str:
    """Name a program or its cases among the examples that come with the till."""
    return str(EXAMPLES / f"{name}.{what}.json")


@contextmanager
def till_of(where: Folders) -> Iterator[Till]:
    """Open the shop's till for as long as it is needed."""
    shop = Shop.open(where.shop_file, shop_key(), new_outside())
    try:
        yield Till(shop)
    finally:
        shop.close()
