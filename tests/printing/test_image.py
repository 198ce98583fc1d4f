from __future__ import annotations

import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from loyalpos.engine.card_design import CardDesign
from loyalpos.printing.card_templates import template_names
from loyalpos.printing.colours import Role, card_colours
from loyalpos.printing.image import (
    Side,
    card_image,
    card_preview,
    phone_image,
    phone_png,
    sheet_pictures,
)
from loyalpos.printing.layouts import bundled
from loyalpos.printing.png import png_of
from tests.printing.conftest import face, faces

BRANDS = ("#0f6e5f", "#f2c230", "#000000", "#ffffff", "#7a8b99", "#b3372f")


def codes_in(image: QImage) -> list[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [found.text for found in zxingcpp.read_barcodes(grey)]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("side", ["front", "back"])
def test_the_code_is_read_from_a_picture_of_each_side(side: Side, brand: str) -> None:
    for card in faces(3):
        marked = face(card.member_name, number=int(card.code[2:]), brand=brand)
        assert codes_in(card_preview(marked, 3.0, side)) == [card.code]


@pytest.mark.parametrize("brand", BRANDS)
def test_the_code_is_read_from_the_picture_for_the_phone(brand: str) -> None:
    for name in ("Nguyễn Văn Đức", None, "Công Tằng Tôn Nữ " * 12):
        card = face(name, brand=brand)
        assert codes_in(QImage.fromData(phone_png(card))) == [card.code]


def test_the_phones_code_is_read_from_a_small_screen_at_an_angle() -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTransform

    smooth = Qt.TransformationMode.SmoothTransformation
    small = phone_image(face()).scaledToWidth(240, smooth).transformed(QTransform().rotate(17), smooth)
    (found,) = zxingcpp.read_barcodes(small.convertToFormat(QImage.Format.Format_Grayscale8))
    assert found.text == face().code


def test_the_picture_for_the_phone_has_the_size_of_a_screen() -> None:
    assert (phone_image(face()).width(), phone_image(face()).height()) == (1080, 1920)


def test_a_preview_is_the_finished_card_with_round_corners() -> None:
    preview = card_preview(face(), 2.0)
    assert (preview.width(), preview.height()) == (647, 408)
    for x, y in ((0, 0), (646, 0), (0, 407), (646, 407)):
        assert preview.pixelColor(x, y).alpha() == 0
    assert preview.pixelColor(323, 0).alpha() > 200
    assert preview.pixelColor(0, 204).alpha() > 200


def test_a_preview_may_be_tiny() -> None:
    assert not card_preview(face(), 0.001, "back").isNull()


def test_a_card_with_another_member_is_another_picture() -> None:
    assert card_preview(face("An"), 1.0) != card_preview(face("Bình"), 1.0)
    assert phone_png(face("An")) != phone_png(face("Bình"))


def test_the_phone_names_the_member_only_on_a_member_card() -> None:
    assert phone_png(face(None)) == phone_png(face(" "))
    assert QColor(phone_image(face()).pixel(540, 940)).isValid()


@pytest.mark.parametrize("brand", BRANDS)
def test_the_picture_for_a_chat_is_the_front_at_300_dpi_with_colour_to_its_corners(brand: str) -> None:
    picture = card_image(face(brand=brand))
    assert (picture.width(), picture.height()) == (1011, 638)
    assert round(picture.dotsPerMeterX() * 0.0254) == 300
    assert codes_in(picture) == [face().code]
    inner = picture.pixelColor(4, 4)
    for x, y in ((0, 0), (0, 3), (3, 0)):
        corner = picture.pixelColor(x, y)
        assert abs(corner.red() - inner.red()) + abs(corner.green() - inner.green()) < 8


@pytest.mark.parametrize("template", template_names())
def test_the_picture_for_a_chat_has_the_code_on_it_whatever_the_template_is(template: str) -> None:
    card = replace(face(), design=CardDesign(template=template))
    assert codes_in(card_image(card)) == [card.code]


def test_pages_become_pictures_of_their_own_size() -> None:
    for name, size in (("cr80", (1011, 638)), ("a4", (2480, 3508)), ("a6", (1748, 1240))):
        front, back = sheet_pictures([face()], bundled(name))
        for page in (front, back):
            assert (page.width(), page.height()) == size
            assert codes_in(page) == [face().code]
        assert front != back
    assert len(list(sheet_pictures(faces(25), bundled("a4")))) == 6


@pytest.mark.parametrize("template", template_names())
@pytest.mark.parametrize("brand", BRANDS)
def test_the_picture_for_the_phone_is_read_in_every_design_and_with_a_logo(brand: str, template: str) -> None:
    card = replace(face(brand=brand), design=CardDesign(template), logo=_red_square())
    assert codes_in(phone_image(card)) == [card.code]


def test_the_phone_shows_the_shops_logo_and_makes_room_for_it() -> None:
    plain = phone_image(face("An"))
    shown = phone_image(replace(face("An"), logo=_red_square()))
    assert shown.pixelColor(215, 275) == QColor("#ff0000")
    assert plain.pixelColor(215, 275) != QColor("#ff0000")
    below = (0, 480, 1080, 1440)
    assert shown.copy(*below) == plain.copy(*below)


def test_the_phone_has_the_ground_of_the_shops_design() -> None:
    colours = card_colours(face().brand)
    for name, ground in (("classic", Role.NEAR), ("night", Role.NIGHT), ("paper", Role.CREAM)):
        card = replace(face("An"), design=CardDesign(name))
        assert phone_image(card).pixelColor(0, 0) == colours[ground]


def _red_square() -> bytes:
    logo = QImage(64, 64, QImage.Format.Format_RGB32)
    logo.fill(QColor("#ff0000"))
    return png_of(logo)
