"""Cards and printing: batches of blanks, sheets of members' cards, how a card looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.batches import PrintRun
from loyalpos.engine.codes import Decoded, card_code
from loyalpos.services.till import Till
from loyalpos.ui.office.batch_desk import BatchDesk
from loyalpos.ui.office.batch_panel import BatchPanel
from loyalpos.ui.office.calibration_desk import CalibrationDesk
from loyalpos.ui.office.calibration_panel import CalibrationPanel
from loyalpos.ui.office.card_face import blank_face, card_lines
from loyalpos.ui.office.card_preview import CardPreview
from loyalpos.ui.office.chosen_members import ChosenMembers
from loyalpos.ui.office.columns import TwoColumns
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.paper_choice import PaperChoice
from loyalpos.ui.office.papers_desk import PapersDesk
from loyalpos.ui.office.printing_job import Printing
from loyalpos.ui.office.queue_box import QueueBox
from loyalpos.ui.office.run_question import RunQuestion
from loyalpos.ui.office.runs_desk import RunsDesk
from loyalpos.ui.office.runs_panel import RunsPanel
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words

if TYPE_CHECKING:
    from pathlib import Path

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import Shelf
    from loyalpos.ui.office.card_design_desk import CardDesignDesk

__all__ = ["CardsPage"]

_EXAMPLE = card_code("123456789012")


class CardsPage(Page):
    """What is printed: blanks at the left, the look of a card and members' cards at the right."""

    place = "cards"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.batches = BatchPanel()
        self._look = Panel(" ")
        self.preview = CardPreview()
        self.paper = PaperChoice()
        self._remark = Words("", "small", "quiet", wrap=True)
        self.members = ChosenMembers()
        self.runs_panel = RunsPanel()
        self.queue = QueueBox(workplace.prints)
        self.question = RunQuestion()
        self.printing = Printing(self)
        self.calibration = CalibrationPanel()
        self._calibrating = CalibrationDesk(self, self.calibration, self.printing)
        self.design = ActionButton("", icon="edit")
        self.design_desk: CardDesignDesk | None = None
        for part in (self.preview, WrapRow(self.design), self.paper, self._remark):
            self._look.body.addWidget(part)
        columns = self._columns = TwoColumns()
        columns.add_left(self.batches)
        columns.add_right(self._look)
        columns.add_right(self.members)
        columns.add_right(self.runs_panel)
        columns.add_right(self.calibration)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.below.addWidget(self.queue)
        self.below.addWidget(self.question)
        self.setFocusProxy(self.batches.count)
        self.design.clicked.connect(self._open_designer)
        self.paper.choice.currentIndexChanged.connect(self._say_how_to_print)
        self.desk = BatchDesk(self, self.batches, self.printing, self.paper.layout_chosen)
        self.runs = RunsDesk(self, self.question, self.printing, self.paper.layout_chosen)
        self.papers = PapersDesk(self, self.members, self.printing, self.paper.layout_chosen)
        self.runs.read.connect(self._show_runs)
        self.runs.changed.connect(self.desk.refresh)
        self.runs_panel.chosen.connect(self.runs.choose)
        # Also where nothing was printed in the end: the cards are made all the same.
        workplace.prints.ended.connect(self.desk.refresh)
        workplace.prints.changed.connect(self._show_jobs)
        self.retranslate()

    def refresh(self) -> None:
        """Read the batches again, what was printed, and draw the card as the shop is now."""
        if self.till is None:
            return
        self.desk.refresh()
        self.runs.refresh()
        self.papers.refresh()
        self._calibrating.refresh()
        self.workplace.reader.run_latest(
            "office-card-look",
            partial(_example_and_papers, self.till, self.workplace.folders.layouts),
            done=self._show_card,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def take_scan(self, decoded: Decoded) -> bool:
        """Take a scan: the batch of the card is opened, and the card named.

        Returns:
            Whether the scan meant something here.
        """
        return self.desk.take_scan(decoded)

    def changeEvent(self, event: QEvent) -> None:
        """Read again what was given out at the counter meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._look.set_title(self.tr("How a card looks"))
        self.design.setText(self.tr("Design the card"))
        self._say_how_to_print()
        self.refresh()

    def _say_how_to_print(self) -> None:
        layout = self.paper.layout_chosen()
        origin = self.tr(
            "Name, address and colour come from the settings, the lines on the back from the program."
        )
        how = self.tr("Print at 100%, on both sides, turned over the long edge.")
        if not isinstance(layout, str):
            if not layout.is_two_sided:
                how = self.tr("Print at 100%, on one side.")
            elif layout.page.height < layout.page.width:
                how = self.tr("Print at 100%, on both sides, turned over the short edge.")
        self._remark.setText(f"{origin} {how}")

    def _open_designer(self) -> None:
        from loyalpos.ui.office.card_design_desk import CardDesignDesk  # noqa: PLC0415 - needed now and then

        if self.design_desk is None:
            self.design_desk = CardDesignDesk(self, self._columns)
            self.design_desk.closed.connect(self.design.setFocus)
        self.design_desk.open()

    def _show_card(self, read: tuple[CardFace, Shelf]) -> None:
        card, shelf = read
        self.paper.show_shelf(shelf)
        self.preview.show_face(card, self.tr("A blank card, front and back"))

    def _show_jobs(self) -> None:
        self.runs_panel.show_jobs(self.workplace.prints.jobs())

    def _show_runs(self, runs: tuple[PrintRun, ...]) -> None:
        if self.till is not None:
            self.runs_panel.show_runs(runs, self.till.shop.time)


def _example_and_papers(till: Till, layouts: Path) -> tuple[CardFace, Shelf]:
    from loyalpos.printing.layouts import layouts_in  # noqa: PLC0415 - printing costs start-up time

    return blank_face(till, _EXAMPLE, card_lines(till)), layouts_in(layouts)
