"""Test slips and their pictures for the owner, in the files lane; those of customers have their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from loyalpos.settings import TillSettings
from loyalpos.ui.office.slip_panel import SlipPanel
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from datetime import datetime

    from loyalpos.engine.program import Program
    from loyalpos.engine.shop import ShopDescription
    from loyalpos.printing.raster import Raster
    from loyalpos.ui.office.page import Page

__all__ = ["SlipTrials"]


class SlipTrials(QObject):
    """Prints and draws the slip of a bill that never was, under the shop's own program."""

    def __init__(self, page: Page, panel: SlipPanel) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        panel.test_wanted.connect(self._print)
        panel.preview_wanted.connect(self._draw)

    def _print(self, settings: TillSettings) -> None:
        known = self._known()
        if known is not None:
            self._page.workplace.files.run(
                partial(_print_sample, *known, settings),
                done=self._say_printed,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )

    def _draw(self, settings: TillSettings) -> None:
        known = self._known()
        if known is not None:
            self._page.workplace.files.run_latest(
                "slip",
                partial(_drawn, *known, settings),
                done=self._panel.show_preview,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
            )

    def _known(self) -> tuple[Program, ShopDescription, datetime] | None:
        till = self._page.till
        if till is None:
            return None
        now = self._page.workplace.now()
        return till.shop.program_on(till.shop.time.business_day(now)), till.shop.description, now

    def _say_printed(self, _nothing: None) -> None:
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("The test slip is on its way to the printer"),
            self.tr("Is every letter sharp, and is the paper cut below the last line?"),
        )


def _drawn(
    program: Program, shop: ShopDescription, now: datetime, settings: TillSettings
) -> dict[int, Raster]:
    from loyalpos.printing.slip import WIDTHS  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.slip_paper import slip_paper  # noqa: PLC0415 - the same
    from loyalpos.printing.slip_sample import sample_slip  # noqa: PLC0415 - the same

    slip = sample_slip(program, now)
    return {width: slip_paper(slip, shop, replace(settings, slip_width=width)) for width in WIDTHS}


def _print_sample(program: Program, shop: ShopDescription, now: datetime, settings: TillSettings) -> None:
    from loyalpos.printing.slip_paper import slip_paper  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.slip_sample import sample_slip  # noqa: PLC0415 - the same
    from loyalpos.printing.thermal_printer import print_raster, printer_of  # noqa: PLC0415 - the same

    printer = printer_of(settings)
    assert printer is not None, "only a till with a printer tries it"
    print_raster(printer, slip_paper(sample_slip(program, now), shop, settings))
