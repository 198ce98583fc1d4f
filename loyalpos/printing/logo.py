"""A shop's logo from a file of any kind and size, made ready for cards."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from loyalpos.errors import LogoUnreadable

__all__ = ["LOGO_SIDE_PX", "logo_from"]

LOGO_SIDE_PX: Final = 640
"""Neither side is longer; on a card that is more than a printer shows."""

_LARGEST_FILE: Final = 100 * 1024 * 1024
_MOST_PIXELS: Final = 64_000_000
"""Decoded, that is a quarter of a gigabyte; more is a trap, or makes a small PC stand still."""

_LARGEST_KEPT: Final = 150 * 1024
_QUALITY: Final = 88
_WHITE: Final = (255, 255, 255)
_MARGIN: Final = 24
"""How far from white a margin may be, as paper that was photographed is."""

_DRAWINGS: Final = frozenset((".svg", ".svgz", ".pdf", ".ai", ".eps", ".cdr", ".psd"))
_KINDS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "ICO")


def logo_from(path: Path) -> bytes:
    """Read a logo and give it as a small PNG file, or a JPEG one where it is a photo.

    Turned as the camera says, in plain colours whatever the file's, transparent where it is, without empty
    margins, and without where and by whom it was taken.

    Raises:
        LogoUnreadable: The file cannot be a logo, and why.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise LogoUnreadable(path, "large")
        logo = _trimmed(_opened(path))
    except FileNotFoundError as error:
        raise LogoUnreadable(path, "missing") from error
    except UnidentifiedImageError as error:
        raise LogoUnreadable(path, "drawing" if _is_drawing(path) else "kind") from error
    except Image.DecompressionBombError as error:
        raise LogoUnreadable(path, "pixels") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise LogoUnreadable(path, "broken" if path.is_file() else "kind") from error
    if logo is None:
        raise LogoUnreadable(path, "empty")
    return _file_of(logo)


def _opened(path: Path) -> Image.Image:
    with warnings.catch_warnings():
        # Of large pictures we judge ourselves, and of odd tags in them nobody needs to know.
        warnings.simplefilter("ignore")
        with Image.open(path, formats=_KINDS) as opened:
            # A JPEG photo can be decoded at an eighth of its size.
            opened.draft("RGB", (2 * LOGO_SIDE_PX, 2 * LOGO_SIDE_PX))
            if opened.width * opened.height > _MOST_PIXELS:
                raise LogoUnreadable(path, "pixels")
            return _plain(opened)


def _plain(opened: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(opened)
    if turned.mode in ("P", "LA", "PA", "RGBA", "La", "RGBa") or "transparency" in turned.info:
        turned = turned.convert("RGBA")
    elif turned.mode in ("I", "I;16", "I;16B", "I;16L"):
        turned = _eight_bits(turned)
    if turned.mode != "RGBA":
        # Only full colours are made smaller smoothly; black and white would lose its curves.
        turned = turned.convert("RGB")
    turned.thumbnail((2 * LOGO_SIDE_PX, 2 * LOGO_SIDE_PX), Image.Resampling.LANCZOS)
    return turned


def _eight_bits(deep: Image.Image) -> Image.Image:
    """Bring sixteen bits to eight; converting alone would make all of it white."""
    return deep.convert("I").point(lambda value: value / 257).convert("L")


def _trimmed(logo: Image.Image) -> Image.Image | None:
    """Cut empty margins off and make it small; None where nothing is to be seen."""
    if logo.mode == "RGBA":
        if logo.getchannel("A").getextrema()[0] == 255:
            logo = logo.convert("RGB")
        else:
            seen = logo.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
            if seen is None:
                return None
            logo = logo.crop(seen)
    if logo.mode == "RGB":
        ground = logo.getpixel((0, 0))
        if isinstance(ground, tuple) and min(ground) > 255 - _MARGIN:
            away = ImageChops.difference(logo, Image.new("RGB", logo.size, _WHITE)).convert("L")
            seen = away.point(lambda value: 255 if value > _MARGIN else 0).getbbox()
            if seen is None:
                return None
            logo = logo.crop(seen)
    logo.thumbnail((LOGO_SIDE_PX, LOGO_SIDE_PX), Image.Resampling.LANCZOS)
    return logo


def _file_of(logo: Image.Image) -> bytes:
    out = BytesIO()
    logo.save(out, "PNG", optimize=True)
    if out.tell() > _LARGEST_KEPT:
        # A photo, or shades in thousands: kept in every backup, it must not grow with the camera.
        out = BytesIO()
        if logo.mode == "RGB":
            logo.save(out, "JPEG", quality=_QUALITY, optimize=True)
        else:
            logo.quantize(256, method=Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _is_drawing(path: Path) -> bool:
    if path.suffix.lower() in _DRAWINGS:
        return True
    with path.open("rb") as file:
        beginning = file.read(1024).lstrip()
    return beginning.startswith((b"%PDF", b"%!PS", b"8BPS", b"<svg")) or b"<svg" in beginning
