"""Where an owner looks daily: what stands out, and every record of the journal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.honesty import Finding
from loyalpos.ui.office.findings_box import FindingsBox
from loyalpos.ui.office.journal_box import JournalBox
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace

__all__ = ["ReviewPage"]


class ReviewPage(Page):
    """What stands out, and below it the journal.

    Signals:
        opened(UUID): A member is to be looked at.
        counted(int): So many things nobody has looked at.
    """

    place = "review"

    opened = Signal(object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.findings = FindingsBox(self)
        self.work = LongWork()
        self.journal = JournalBox(self, self.work)
        self.body.addWidget(self.findings)
        self.body.addWidget(self.journal)
        self.body.addStretch(1)
        self.findings.opened.connect(self.opened)
        self.findings.counted.connect(self.counted)
        self.findings.records_wanted.connect(self._show_records)
        self.journal.opened.connect(self.opened)
        self.below.addWidget(self.work)
        self.retranslate()

    def refresh(self) -> None:
        """Read again what stands out, and the newest records."""
        self.findings.refresh()
        self.journal.refresh()

    def _show_records(self, finding: Finding) -> None:
        self.journal.show_finding(finding)
        self.view.ensureWidgetVisible(self.journal)
