"""The code of every template on every brand is read, black on white in its quiet zone."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from loyalpos.printing.card_parts import LEAST_QR, Code
from tests.printing.template_cards import BRANDS, EDGE, PX, every_template, full, picture, sides


@every_template
@pytest.mark.parametrize("brand", BRANDS)
def test_the_code_of_every_template_is_read_on_every_brand(template: str, brand: str) -> None:
    card = full(template, brand=brand)
    read = [found.text for side in sides(template) for found in codes(picture(card, side, 0.06))]
    assert read
    assert set(read) == {card.code}
    assert len(read) == sum(1 for side in sides(template) for _ in side.of(Code))


@every_template
def test_a_code_is_black_on_white_and_large_enough_with_its_quiet_zone(template: str) -> None:
    found = [(side, code) for side in sides(template) for code in side.of(Code)]
    assert found
    for side, code in found:
        assert code.box.width == code.box.height >= LEAST_QR
        image = picture(full(template, brand="#f2c230"), side)
        module = code.box.width / 29
        for at in (0.12, 0.5, 0.88):
            # The quiet zone: four modules on each side are white.
            for x, y in ((at, 0.04), (at, 0.96), (0.04, at), (0.96, at)):
                assert pixel(
                    image, code.box.left + code.box.width * x, code.box.top + code.box.width * y
                ) == (
                    255,
                    255,
                    255,
                )
        assert pixel(image, code.box.left + 4.5 * module, code.box.top + 4.5 * module) == (0, 0, 0)


def pixel(image: Image.Image, x: float, y: float) -> object:
    return image.getpixel((EDGE + int(x * PX), EDGE + int(y * PX)))


def codes(image: Image.Image) -> list[zxingcpp.Barcode]:
    return list(
        zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    )
