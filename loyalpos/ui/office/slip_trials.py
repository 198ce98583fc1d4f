"""Test slips for the owner, in the printer's own lane, and their pictures."""

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
            # Painted where its picture is: letters come out a dot wider or narrower in another thread.
            self._page.workplace.files.run(
                partial(_sample, *known, settings),
                done=partial(self._send, settings),
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )

    def _send(self, settings: TillSettings, slip: Raster) -> None:
        self._page.workplace.paper.run(
            partial(_print, settings, slip),
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

    return {width: _sample(program, shop, now, replace(settings, slip_width=width)) for width in WIDTHS}


def _sample(program: Program, shop: ShopDescription, now: datetime, settings: TillSettings) -> Raster:
    from loyalpos.printing.slip_paper import slip_paper  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.slip_sample import sample_slip  # noqa: PLC0415 - the same

    return slip_paper(sample_slip(program, now), shop, settings)


def _print(settings: TillSettings, slip: Raster) -> None:
    from loyalpos.printing.thermal_printer import print_raster, printer_of  # noqa: PLC0415 - as said

    printer = printer_of(settings)
    assert printer is not None, "only a till with a printer tries it"
    print_raster(printer, slip)
