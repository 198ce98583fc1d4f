"""Photos of rewards: any size and colour, turned as the camera says; what is no picture is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from loyalpos.errors import PictureUnreadable
from loyalpos.printing.picture import PICTURE_SIDE_PX, small_picture

RED, BLUE, WHITE = (220, 30, 30), (30, 30, 220), (255, 255, 255)


def read(image: bytes) -> Image.Image:
    opened = Image.open(BytesIO(image))
    assert opened.format == "JPEG"
    assert opened.mode == "RGB"
    assert max(opened.size) <= PICTURE_SIDE_PX
    opened.load()
    return opened


def near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 30 for a, b in zip(one, other, strict=True))


def two_halves(size: tuple[int, int] = (800, 400)) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def test_a_large_photo_becomes_small_and_keeps_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    two_halves((4_000, 1_000)).save(path)
    small = small_picture(path)
    assert len(small) < 30_000
    assert read(small).size == (PICTURE_SIDE_PX, PICTURE_SIDE_PX // 4)


def test_a_tiny_photo_is_not_made_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    two_halves((8, 4)).save(path)
    assert read(small_picture(path)).size == (8, 4)


def test_a_photo_is_turned_as_the_camera_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    # Orientation 6: to be turned by a quarter to the right, so that the left is on top.
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    two_halves().save(path, exif=exif)
    turned = read(small_picture(path))
    assert turned.size == (160, 320)
    assert near(turned.getpixel((80, 40)), RED)
    assert near(turned.getpixel((80, 280)), BLUE)
    assert not turned.getexif()


def test_a_printer_s_colours_become_a_screen_s(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("CMYK", (64, 64), (0, 220, 220, 20)).save(path)
    pixel = read(small_picture(path)).getpixel((32, 32))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 150 > pixel[1]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.png"
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 32, 64))
    (image if mode == "RGBA" else image.convert(mode)).save(path)
    assert near(read(small_picture(path)).getpixel((56, 32)), WHITE)


@pytest.mark.parametrize("name", ["grey.png", "deep.png", "moving.gif", "old.bmp"])
def test_other_kinds_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    mode = {"grey.png": "L", "deep.png": "I;16", "moving.gif": "P", "old.bmp": "1"}[name]
    Image.new(mode, (40, 40)).save(path)
    assert read(small_picture(path)).size == (40, 40)


def test_what_is_no_picture_is_said(tmp_path: Path) -> None:
    whole = tmp_path / "a.jpg"
    two_halves().save(whole)
    half = tmp_path / "half.jpg"
    half.write_bytes(whole.read_bytes()[:700])
    text = tmp_path / "b.jpg"
    text.write_text("no picture")
    empty = tmp_path / "c.png"
    empty.touch()
    for path in (half, text, empty, tmp_path / "missing.png", tmp_path):
        with pytest.raises(PictureUnreadable):
            small_picture(path)


def test_a_picture_of_too_many_dots_is_said_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "trap.png"
    Image.new("1", (9_000, 9_000)).save(path, optimize=True)
    assert path.stat().st_size < 100_000
    with pytest.raises(PictureUnreadable):
        small_picture(path)
