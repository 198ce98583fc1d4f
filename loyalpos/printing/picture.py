"""A photo of any size, made small and upright for a screen."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from loyalpos.errors import PictureUnreadable

__all__ = ["PICTURE_SIDE_PX", "small_picture"]

PICTURE_SIDE_PX = 320
"""Neither side is longer; that is sharp at twice the size of a row."""

_QUALITY = 82
_LARGEST_FILE = 100 * 1024 * 1024
_MOST_PIXELS = 64_000_000
_WHITE = (255, 255, 255)


def small_picture(path: Path) -> bytes:
    """Read a photo and give it as a small JPEG file.

    Turned as the camera says, in plain colours whatever the file's (CMYK, grey, palette), on white where it
    is transparent, and without where and by whom it was taken.

    Raises:
        PictureUnreadable: There is no such file, it is no picture, broken, or far too large.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise PictureUnreadable(path)
        with warnings.catch_warnings():
            # A picture of so many pixels is a trap; one of fewer only takes longer.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as opened:
                opened.draft("RGB", (2 * PICTURE_SIDE_PX, 2 * PICTURE_SIDE_PX))
                # A photo is decoded at an eighth of its size; any other picture as a whole.
                if opened.width * opened.height > _MOST_PIXELS:
                    raise PictureUnreadable(path)
                small = _upright(opened)
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ) as error:
        raise PictureUnreadable(path) from error
    out = BytesIO()
    small.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _upright(opened: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(opened)
    if turned.mode in ("P", "LA", "PA", "RGBA", "La", "RGBa") or "transparency" in turned.info:
        turned = turned.convert("RGBA")
        turned.thumbnail((PICTURE_SIDE_PX, PICTURE_SIDE_PX))
        ground = Image.new("RGB", turned.size, _WHITE)
        ground.paste(turned, mask=turned.getchannel("A"))
        return ground
    turned.thumbnail((PICTURE_SIDE_PX, PICTURE_SIDE_PX))
    return turned.convert("RGB")
