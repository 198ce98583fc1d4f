"""Logos from files of any kind and size: what is no logo is refused with its reason."""

from __future__ import annotations

import random
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QColor, QImage, QPainter

from loyalpos.errors import LogoUnreadable
from loyalpos.printing.card_parts import Box, Logo
from loyalpos.printing.logo import LOGO_SIDE_PX, logo_from
from loyalpos.printing.logo_place import paint_logo

RED, BLUE, WHITE = (220, 30, 30), (30, 30, 220), (255, 255, 255)


def read(logo: bytes) -> Image.Image:
    opened = Image.open(BytesIO(logo))
    opened.load()
    assert max(opened.size) <= LOGO_SIDE_PX
    return opened


def near(one: object, other: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 30 for a, b in zip(one, other, strict=True))


def two_halves(size: tuple[int, int] = (800, 400)) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def why(path: Path) -> str:
    with pytest.raises(LogoUnreadable) as caught:
        logo_from(path)
    return caught.value.why


@pytest.mark.parametrize("size", [(1, 1), (8, 4), (640, 640), (6000, 40), (30, 3000)])
def test_any_size_is_taken_and_keeps_its_shape(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", size, RED).save(path)
    shown = read(logo_from(path)).size
    assert shown[0] <= size[0]
    assert abs(shown[0] * size[1] - shown[1] * size[0]) <= max(size)


def test_a_photo_is_turned_as_the_camera_says_and_says_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    two_halves((2000, 1000)).save(path, exif=exif)
    turned = read(logo_from(path))
    assert turned.size == (320, 640)
    assert near(turned.getpixel((160, 80)), RED)
    assert near(turned.getpixel((160, 560)), BLUE)
    assert not turned.getexif()


def test_a_printer_s_colours_become_a_screen_s(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.tif"):
        path = tmp_path / name
        Image.new("CMYK", (64, 64), (0, 220, 220, 20)).save(path)
        pixel = read(logo_from(path)).getpixel((32, 32))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 150 > pixel[1]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_so_and_empty_margins_go(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.png"
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((100, 50, 199, 149), fill=(*RED, 255))
    (image if mode == "RGBA" else image.convert(mode)).save(path)
    shown = read(logo_from(path)).convert("RGBA")
    assert shown.size == (100, 100)
    assert shown.getpixel((1, 1))[3] == 0  # type: ignore[index]
    assert shown.getpixel((50, 50))[3] == 255  # type: ignore[index]


def test_white_paper_around_a_logo_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    image = Image.new("RGB", (1000, 600), WHITE)
    image.paste(RED, (400, 200, 600, 400))
    image.save(path, quality=95)
    width, height = read(logo_from(path)).size
    assert 200 <= width <= 216
    assert 200 <= height <= 216


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "P", "YCbCr"])
def test_few_and_many_bits_are_read_with_their_shades(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode == "YCbCr" else "a.png")
    if mode == "I;16":
        # Pasting into sixteen bits keeps eight of them.
        rows = [[20_000 if 30 <= x < 60 and 30 <= y < 60 else 65_535 for x in range(90)] for y in range(90)]
        image = Image.frombytes("I;16", (90, 90), b"".join(pack("<90H", *row) for row in rows))
    else:
        plain = Image.new("L", (90, 90), 255)
        plain.paste(0, (30, 30, 60, 60))
        image = (plain.convert("RGB") if mode == "YCbCr" else plain).convert(mode)
    image.save(path)
    shown = read(logo_from(path)).convert("L")
    assert 30 <= shown.width <= 36
    middle = shown.getpixel((shown.width // 2, shown.height // 2))
    assert isinstance(middle, int | float)
    assert abs(middle - (78 if mode == "I;16" else 0)) < 12


def test_fifty_megabytes_are_taken_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.bmp"
    two_halves((4200, 4200)).save(path)
    assert path.stat().st_size > 50 * 1024 * 1024
    tracemalloc.start()
    shown = logo_from(path)
    assert tracemalloc.get_traced_memory()[1] < 120 * 1024 * 1024
    tracemalloc.stop()
    assert read(shown).size == (640, 640)
    assert len(shown) < 150 * 1024


def test_a_photo_is_kept_small(tmp_path: Path) -> None:
    noise = random.Random(1)
    for mode in ("RGB", "RGBA"):
        image = Image.frombytes(mode, (900, 900), noise.randbytes(900 * 900 * len(mode)))
        path = tmp_path / f"{mode}.png"
        image.save(path)
        assert len(logo_from(path)) < 600 * 1024


def test_what_is_no_logo_is_said_with_its_reason(tmp_path: Path) -> None:
    whole = tmp_path / "a.jpg"
    two_halves().save(whole)
    half = tmp_path / "half.jpg"
    half.write_bytes(whole.read_bytes()[:1500])
    assert why(half) == "broken"
    png = tmp_path / "a.png"
    Image.frombytes("RGB", (90, 90), random.Random(2).randbytes(90 * 90 * 3)).save(png)
    cut = tmp_path / "cut.png"
    cut.write_bytes(png.read_bytes()[:9000])
    assert why(cut) == "broken"
    text = tmp_path / "b.jpg"
    text.write_text("no picture")
    assert why(text) == "kind"
    (tmp_path / "c.png").touch()
    assert why(tmp_path / "c.png") == "kind"
    assert why(tmp_path / "missing.png") == "missing"
    assert why(tmp_path) == "kind"


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("logo.png", '<?xml version="1.0"?><svg/>'),
        ("a.pdf", "%PDF-1.7"),
        ("a.ai", "%PDF-1.5"),
        ("a.eps", "%!PS-Adobe-3.0 EPSF-3.0"),
    ],
)
def test_a_drawing_is_refused_kindly(tmp_path: Path, name: str, beginning: str) -> None:
    path = tmp_path / name
    path.write_text(beginning + " " * 200)
    assert why(path) == "drawing"


def bomb(side: int) -> bytes:
    """Make a PNG file of a few bytes that says it is so many pixels wide and tall."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))

    head = pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 30_000, 100_000])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(
    tmp_path: Path, side: int
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(bomb(side))
    tracemalloc.start()
    assert why(path) == "pixels"
    assert tracemalloc.get_traced_memory()[1] < 10 * 1024 * 1024
    tracemalloc.stop()


def test_a_file_of_hundreds_of_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert why(path) == "large"


def test_an_empty_logo_is_said(tmp_path: Path) -> None:
    white, clear = tmp_path / "white.png", tmp_path / "clear.png"
    Image.new("RGB", (50, 50), WHITE).save(white)
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(clear)
    assert (why(white), why(clear)) == ("empty", "empty")


@pytest.mark.parametrize("colour", [(15, 110, 95, 255), (255, 255, 255, 255), (0, 0, 0, 255)])
@pytest.mark.parametrize("ground", ["#0f6e5f", "#ffffff", "#0d1113", "#f2c230"])
def test_a_logo_is_seen_on_every_ground(
    tmp_path: Path, colour: tuple[int, int, int, int], ground: str
) -> None:
    path = tmp_path / "a.png"
    clear = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(clear).ellipse((0, 0, 199, 199), fill=colour)
    clear.save(path)
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    paint_logo(painter, Logo(Box(200, 200, 1600, 1600), on=None), logo_from(path), QColor(ground))  # type: ignore[arg-type]
    painter.end()
    logo = image.pixelColor(100, 100)
    around = image.pixelColor(34, 34)
    assert abs(logo.lightness() - around.lightness()) > 40


def test_a_logo_that_cannot_be_read_leaves_the_card_as_it_is() -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(0)
    before = image.copy()
    painter = QPainter(image)
    paint_logo(painter, Logo(Box(0, 0, 50, 50), on=None), b"no picture", QColor("#000000"))  # type: ignore[arg-type]
    painter.end()
    assert image == before
