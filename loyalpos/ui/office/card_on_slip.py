"""A member's card from the receipt printer of this till, for a shop without any other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from loyalpos.settings import load_settings
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace
    from loyalpos.ui.office.page import Page

__all__ = ["CardOnSlip"]


class CardOnSlip(QObject):
    """Prints a card as dots, in the lane of the receipt printer, and says on the page what came of it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def send(self, face: CardFace) -> None:
        """Print a card."""
        workplace = self._page.workplace
        workplace.paper.run(
            partial(_print_card, face, workplace.folders.settings_file),
            done=self._say_printed,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _say_printed(self, is_printed: bool) -> None:
        if is_printed:
            self._page.tell(BannerKind.SUCCESS, self.tr("The card is on its way to the receipt printer"))
        else:
            self._page.tell(
                BannerKind.ERROR,
                self.tr("This till has no receipt printer"),
                self.tr("Choose one in the settings, under Slips."),
            )


def _print_card(face: CardFace, settings_file: Path) -> bool:
    from loyalpos.printing.slip import WIDTHS  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.thermal_card import thermal_card  # noqa: PLC0415 - the same
    from loyalpos.printing.thermal_printer import print_raster, printer_of  # noqa: PLC0415 - the same

    settings = load_settings(settings_file)
    printer = printer_of(settings)
    if printer is None:
        return False
    print_raster(printer, thermal_card(face, WIDTHS[settings.slip_width]))
    return True
