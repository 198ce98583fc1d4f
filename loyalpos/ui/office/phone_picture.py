"""A member's card as a picture to send: into the cards' folder and the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from loyalpos.errors import CannotWrite
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.printing_job import file_name, open_folder
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace
    from loyalpos.ui.office.page import Page

__all__ = ["PhonePicture"]


class PhonePicture(QObject):
    """Draws a card in the files lane, and says on the page where it lies."""

    def __init__(self, page: Page, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._work = work

    def draw(self, face: CardFace, name: str) -> None:
        """Draw a code that fills the member's phone."""
        self._draw(name, partial(_write_phone, face))

    def draw_card(self, face: CardFace, name: str) -> None:
        """Draw the card as it is printed."""
        self._draw(self.tr("{name} card").format(name=name), partial(_write_card, face))

    def _draw(self, name: str, write: Callable[[Path, Progress], bytes]) -> None:
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._page.refuse(CannotWrite(folder))
            return
        out = folder / (file_name(name) + ".png")
        self._work.run(
            self._page.workplace.files,
            self.tr("Drawing the picture"),
            partial(write, out),
            done=partial(self._say_phone, out),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_phone(self, out: Path, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("Picture ready – paste it into the chat with the customer"),
            str(out),
        )
        open_folder(out.parent)


def _write_phone(face: CardFace, out: Path, _progress: Progress) -> bytes:
    from loyalpos.printing.image import phone_image  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.png import write_png  # noqa: PLC0415 - the same

    return write_png(out, phone_image(face))


def _write_card(face: CardFace, out: Path, _progress: Progress) -> bytes:
    from loyalpos.printing.image import card_image  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.png import write_png  # noqa: PLC0415 - the same

    return write_png(out, card_image(face))
