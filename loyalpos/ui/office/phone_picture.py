"""A member's card as a picture for the phone: into the cards' folder and the clipboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSaveFile
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
        """Draw a card for the member's phone."""
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
            partial(_write_phone, face, out),
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
    from loyalpos.printing.image import phone_png  # noqa: PLC0415 - printing costs start-up time

    png = phone_png(face)
    file = QSaveFile(str(out))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly) or file.write(png) != len(png) or not file.commit():
        raise CannotWrite(out)
    return png
