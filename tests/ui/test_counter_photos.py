"""Small photos of rewards at the counter: they come behind the answer to a scan, and are read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path).open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()
    apply_theme(themed, Scheme.LIGHT, 100)


def jpeg(colour: str, width: int = 300, height: int = 200) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def stand(desk: TillDesk, member: UUID) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.settle()


def reds(desk: TillDesk, at: int) -> list[int]:
    """The x of every red pixel in the middle of a row."""
    rows = desk.screen.rewards.rows
    place = rows.visualRect(rows.model().index(at, 0))
    picture = rows.viewport().grab().toImage()
    y = place.center().y()
    colours = ((x, picture.pixelColor(QPoint(x, y))) for x in range(picture.width()))
    return [x for x, colour in colours if colour.red() > colour.green() + 60 and colour.red() > 150]


def test_a_photo_comes_behind_the_answer_and_stands_in_its_row(desk: TillDesk, duc: UUID) -> None:
    desk.till.rewards.show(desk.world.new_id(), "coffee", jpeg("red"))
    stand(desk, duc)
    rows = desk.screen.rewards.rows
    assert not rows.has_pictures(), "the scan was answered without it"
    desk.wait(rows.has_pictures)
    assert 20 < len(reds(desk, 1)) < 60
    assert reds(desk, 0) == []
    assert rows.picture_of(0) is None


def test_another_photo_is_seen_with_the_next_customer_and_none_again(desk: TillDesk, duc: UUID) -> None:
    till, world = desk.till, desk.world
    rows = desk.screen.rewards.rows
    till.rewards.show(world.new_id(), "off50", jpeg("blue"))
    stand(desk, duc)
    desk.wait(rows.has_pictures)
    assert reds(desk, 0) == []
    till.rewards.show(world.new_id(), "off50", jpeg("red"))
    stand(desk, enrolled(till, "0911111111", "Mai"))
    assert rows.has_pictures(), "what is known is shown at once"
    desk.wait(lambda: bool(reds(desk, 0)))
    till.rewards.show(world.new_id(), "off50", None)
    stand(desk, duc)
    desk.wait(lambda: not rows.has_pictures())


def test_a_file_that_is_no_picture_does_no_harm(desk: TillDesk, duc: UUID) -> None:
    desk.till.rewards.show(desk.world.new_id(), "coffee", b"no picture at all, but some bytes all the same")
    desk.till.rewards.show(desk.world.new_id(), "off50", jpeg("red"))
    stand(desk, duc)
    rows = desk.screen.rewards.rows
    desk.wait(rows.has_pictures)
    assert rows.picture_of(1) is None
