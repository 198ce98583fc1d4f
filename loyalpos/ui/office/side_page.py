"""What runs beside the points: lucky draws, good causes, partners."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.draw_stages import Drawing
from loyalpos.ui.office.draw_box import DrawBox
from loyalpos.ui.office.draw_desk import DrawDesk
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace

__all__ = ["SidePage"]


class SidePage(Page):
    """A card for each kind of program that runs beside the points."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.draws = DrawBox()
        self.work = LongWork()
        self.body.addWidget(self.draws)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self._draw_desk = DrawDesk(self, self.draws, self.work)
        self._draw_desk.changed.connect(self.refresh)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Beside the points")

    def refresh(self) -> None:
        """Read again how far everything is."""
        if self.till is None:
            return
        till = self.till
        self.workplace.reader.run_latest(
            "office-draws",
            lambda: till.draws.all(),
            done=self._show_draws,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_draws(self, drawings: tuple[Drawing, ...]) -> None:
        if self.till is not None:
            self.draws.show_draws(drawings, self.till.shop.time)
