"""The owner's catalogue of rewards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.ui.office.reward_tile import RewardTile
from loyalpos.ui.office.rewards_page import RewardsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import enrolled
from tests.ui.office_desk import OfficeDesk, office

Desk = OfficeDesk[RewardsPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Desk]:
    with office(qtbot, RewardsPage, tmp_path) as owner:
        yield owner


def tile(desk: Desk, reward: str) -> RewardTile:
    return next(one for one in desk.page.tiles() if one.reward_id == reward)


def test_every_reward_stands_with_its_use_and_cost(desk: Desk) -> None:
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(10_000_000))
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(200_000), (Taken("off50"),))
    desk.page.refresh()
    desk.settle()
    assert [one.reward_id for one in desk.page.tiles()] == ["off50", "coffee", "pay", "tenth"]
    said = tile(desk, "off50").use.text()
    assert "taken in 30 days: 1, in 90 days: 1" in said
    assert "50.000\u00a0₫" in said
    assert tile(desk, "off50").terms.text() == (
        "For 500\u00a0điểm: Giảm 50.000 ₫, on bills from 100.000\u00a0₫.".replace("điểm", "points")
    )
    assert "0,5%" in desk.page.head.findChildren(type(tile(desk, "pay").use))[1].text()


def test_a_photo_is_chosen_shown_and_taken_away(desk: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "cup.png"
    Image.new("RGBA", (900, 500), (10, 200, 30, 255)).save(photo)
    desk.click(tile(desk, "coffee").choose)
    desk.file_dialog().reject()
    assert not tile(desk, "coffee").photo.has_image()
    desk.page.take_photo(str(photo))
    desk.settle()
    desk.settle()
    assert tile(desk, "coffee").photo.has_image()
    assert not tile(desk, "off50").photo.has_image()
    painted = tile(desk, "coffee").photo.grab().toImage()
    middle, side = painted.height() // 2, painted.width()
    green = [painted.pixelColor(at, middle).green() > 150 for at in range(4, side - 4)]
    assert all(green), "a wide photo fills its square"
    assert all(painted.pixelColor(side // 2, at).green() > 150 for at in range(4, side - 4))
    assert painted.pixelColor(0, 0).green() != painted.pixelColor(side // 2, 0).green(), "with round corners"
    assert "Photo of" in tile(desk, "coffee").photo.accessibleName()
    desk.qtbot.waitUntil(lambda: tile(desk, "coffee").drop.isVisible())
    desk.click(tile(desk, "coffee").drop)
    desk.settle()
    assert not tile(desk, "coffee").photo.has_image()


def test_a_broken_photo_is_said_and_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "cup.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 broken")
    desk.page.choose_photo("coffee")
    desk.file_dialog().reject()
    desk.page.take_photo(str(broken))
    desk.settle()
    kind, _, more = desk.said[-1]
    assert kind is BannerKind.ERROR
    assert "cup.jpg" in more
    assert not tile(desk, "coffee").photo.has_image()


def test_gifts_are_counted_anew(desk: Desk) -> None:
    box = tile(desk, "coffee").left
    assert box.value() == 14
    desk.type_into(box, "3", enter=True)
    desk.settle()
    assert desk.till.counter.desk(None).stock["coffee"] == 3
    assert tile(desk, "coffee").left.value() == 3
    assert tile(desk, "off50").stock.isHidden()


def test_what_lies_still_follows_the_days_chosen(desk: Desk) -> None:
    desk.world.clock.forward(days=45)
    desk.page.refresh()
    desk.settle()
    assert tile(desk, "coffee").idea.isHidden()
    desk.press(desk.page.still, Qt.Key.Key_Up)
    assert desk.page.still.choice() == "30"
    assert not tile(desk, "coffee").idea.isHidden()
