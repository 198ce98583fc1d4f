"""A card for a friend: the member's message and the code that leads to the shop, for a chat or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
)

from loyalpos.printing.colours import scheme_for
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.output import Progress, put_out
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page
from loyalpos.printing.png import png_of
from loyalpos.printing.qr import paint_text_qr
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = [
    "FRIEND_HEIGHT",
    "FRIEND_WIDTH",
    "FriendFace",
    "friend_pdf",
    "friend_png",
    "paint_friend",
    "put_out_friends",
]

FRIEND_WIDTH = 10500
FRIEND_HEIGHT = 7425
"""An eighth of a sheet of A4, in hundredths of a millimetre."""

_ACROSS, _DOWN = 2, 4
_PICTURE_PX = 1680
_EDGE = 600
_BAND = 1900
_SIDE = 3400
_CODE = QRectF(FRIEND_WIDTH - _EDGE - _SIDE, _BAND + 450, _SIDE, _SIDE)
_SHOP = QRectF(_EDGE, 400, FRIEND_WIDTH - 2 * _EDGE, 800)
_TITLE = QRectF(_EDGE, 1230, FRIEND_WIDTH - 2 * _EDGE, 420)
_TEXT_TOP = _BAND + 450
_TEXT_BOTTOM = FRIEND_HEIGHT - 450
_GAP = 170

_SHOP_LETTERING = Lettering(Weight.BOLD, 640, 300)
_TITLE_LETTERING = Lettering(Weight.SEMIBOLD, 340, 240)
_FIRST_LETTERING = Lettering(Weight.BOLD, 430, 200, lines=5)
_LINE_LETTERING = Lettering(Weight.REGULAR, 330, 150, lines=8)

_PAPER = QColor("#ffffff")
_INK = QColor("#17211f")
_CUT = QColor("#dfe3df")


class FriendFace(Struct, frozen=True):
    """This is everything on one card for a friend.

    Attributes:
        title: What the card is.
        text: The member's message, line by line.
        code: What a camera reads; ``""`` leaves the symbol out and gives the words its room.
        brand: The shop's colour, ``#rrggbb``.
    """

    shop_name: str
    title: str
    text: str
    code: str
    brand: str


def paint_friend(painter: QPainter, face: FriendFace) -> None:
    """Paint a card for a friend.

    Args:
        painter: One unit is 0.01 mm, the origin is the top left corner; its state is kept.
        face: What it says.
    """
    scheme = scheme_for(face.brand)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, FRIEND_WIDTH, FRIEND_HEIGHT), _PAPER)
    ground = QLinearGradient(QPointF(0, 0), QPointF(FRIEND_WIDTH, _BAND))
    ground.setColorAt(0, scheme.near)
    ground.setColorAt(1, scheme.far)
    painter.fillRect(QRectF(0, 0, FRIEND_WIDTH, _BAND), ground)
    write(painter, _SHOP, face.shop_name, _SHOP_LETTERING, scheme.text)
    write(painter, _TITLE, face.title, _TITLE_LETTERING, scheme.quiet)
    right = FRIEND_WIDTH - _EDGE
    if face.code:
        paint_text_qr(painter, _CODE, face.code)
        right = int(_CODE.left()) - 250
    _write_lines(painter, [line for line in face.text.splitlines() if line.strip()], right - _EDGE)
    painter.restore()


def friend_png(face: FriendFace) -> bytes:
    """Draw a card as a picture for a chat, as the bytes of a PNG file."""
    image = QImage(_PICTURE_PX, _PICTURE_PX * FRIEND_HEIGHT // FRIEND_WIDTH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(image.width() / FRIEND_WIDTH, image.height() / FRIEND_HEIGHT)
    paint_friend(painter, face)
    painter.end()
    return png_of(image)


def friend_pdf(face: FriendFace, out: Path) -> Path:
    """Write a sheet of A4 with eight equal cards to be cut apart.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    put_out_friends((face,), out)
    return out


def put_out_friends(
    faces: Sequence[FriendFace], target: Path | QPrinter, *, progress: Progress | None = None
) -> int:
    """Write a sheet of eight cards for each face into a file, or print them.

    Returns:
        How many sheets were painted; 0 when there were none or the work was stopped.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
        CannotPrint: The printer does not accept the job.
    """

    def paint(device: QPagedPaintDevice) -> int | None:
        device.setPageLayout(whole_page(_ACROSS * FRIEND_WIDTH, _DOWN * FRIEND_HEIGHT))
        painter = QPainter()
        try:
            for number, face in enumerate(faces, start=1):
                if not (device.newPage() if painter.isActive() else painter.begin(device)):
                    return None
                painter.save()
                scale = painter.device().logicalDpiX() / UNITS_PER_INCH
                painter.scale(scale, scale)
                _paint_sheet(painter, face)
                painter.restore()
                if progress is not None and not progress(number):
                    return 0
        finally:
            if painter.isActive():
                painter.end()
        return len(faces)

    return put_out(target, faces[0].title if faces else "", paint)


def _paint_sheet(painter: QPainter, face: FriendFace) -> None:
    for at in range(_ACROSS * _DOWN):
        painter.save()
        painter.translate(at % _ACROSS * FRIEND_WIDTH, at // _ACROSS * FRIEND_HEIGHT)
        paint_friend(painter, face)
        painter.restore()
    painter.setPen(QPen(_CUT, 10))
    for column in range(1, _ACROSS):
        painter.drawLine(column * FRIEND_WIDTH, 0, column * FRIEND_WIDTH, _DOWN * FRIEND_HEIGHT)
    for row in range(1, _DOWN):
        painter.drawLine(0, row * FRIEND_HEIGHT, _ACROSS * FRIEND_WIDTH, row * FRIEND_HEIGHT)


def _write_lines(painter: QPainter, lines: list[str], width: int) -> None:
    """Write the lines under each other, each with its fair part of what room is left."""
    top = float(_TEXT_TOP)
    for at, line in enumerate(lines):
        left = len(lines) - at
        room = (_TEXT_BOTTOM - top - (left - 1) * _GAP) * (1.6 if left > 1 else 1) / left
        lettering = _FIRST_LETTERING if at == 0 else _LINE_LETTERING
        written = write(painter, QRectF(_EDGE, top, width, room), line, lettering, _INK)
        top += written.height + _GAP
