"""What runs beside the points: lucky draws, good causes, partners."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from loyalpos.engine.codes import Decoded, VoucherScan
from loyalpos.engine.draw_stages import Drawing
from loyalpos.services.till import Till
from loyalpos.ui.office.causes_box import CausesBox
from loyalpos.ui.office.draw_box import DrawBox
from loyalpos.ui.office.draw_desk import DrawDesk
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.partners_box import PartnersBox
from loyalpos.ui.office.side_desk import SideDesk

__all__ = ["SidePage"]


class SidePage(Page):
    """A card for each kind of program that runs beside the points."""

    place = "side"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.draws = DrawBox()
        self.causes = CausesBox()
        self.partners = PartnersBox()
        self.work = LongWork()
        for box in (self.draws, self.causes, self.partners):
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self._draw_desk = DrawDesk(self, self.draws, self.work)
        self._draw_desk.changed.connect(self.refresh)
        self._side_desk = SideDesk(self, self.causes, self.partners, self.work)
        self.retranslate()

    def refresh(self) -> None:
        """Read again how far everything is."""
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-draws",
            partial(_draws, self.till),
            done=self._show_draws,
            refused=self.refuse,
            unavailable=self.refuse,
        )
        self._side_desk.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.refresh()

    def take_scan(self, decoded: Decoded) -> bool:
        """Take the code of a partner's voucher that was redeemed there.

        Returns:
            Whether the scan meant something here.
        """
        if not isinstance(decoded, VoucherScan) or not self.partners.isVisible():
            return False
        self.partners.take_code(decoded.code)
        return True

    def _show_draws(self, drawings: tuple[Drawing, ...]) -> None:
        if self.till is not None:
            self.draws.show_draws(drawings, self.till.shop.time)


def _draws(till: Till) -> tuple[Drawing, ...]:
    return till.draws.all()
