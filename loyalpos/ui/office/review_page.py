"""Where an owner looks daily: what stands out, and every record of the journal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.ui.office.findings_box import FindingsBox
from loyalpos.ui.office.page import Page, Workplace

__all__ = ["ReviewPage"]


class ReviewPage(Page):
    """What stands out.

    Signals:
        opened(UUID): A member is to be looked at.
        counted(int): So many things nobody has looked at.
    """

    opened = Signal(object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.findings = FindingsBox(self)
        self.body.addWidget(self.findings)
        self.body.addStretch(1)
        self.findings.opened.connect(self.opened)
        self.findings.counted.connect(self.counted)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Look again")

    def refresh(self) -> None:
        """Read again what stands out."""
        self.findings.refresh()

    def count(self) -> None:
        """Count what nobody has looked at, for the side bar."""
        self.findings.refresh()
