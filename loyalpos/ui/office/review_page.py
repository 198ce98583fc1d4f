"""Where an owner looks daily: what stands out, and every record of the journal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.honesty import Finding
from loyalpos.engine.staff import Approval, Right
from loyalpos.errors import NotAllowed
from loyalpos.services.till import Till
from loyalpos.ui.office.findings_box import FindingsBox
from loyalpos.ui.office.journal_box import JournalBox
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words

__all__ = ["ReviewPage"]


class ReviewPage(Page):
    """What stands out, and below it the journal; for whoever may look, or was let look until they leave it.

    Signals:
        opened(UUID): A member is to be looked at.
        counted(int): So many things nobody has looked at.
    """

    place = "review"

    opened = Signal(object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._closed = Panel(" ")
        self._why = Words("", "base", wrap=True)
        self.ask = ActionButton("", look=Look.PRIMARY, icon="shield")
        self._closed.body.addWidget(self._why)
        self._closed.body.addWidget(WrapRow(self.ask))
        self.findings = FindingsBox(self)
        self.work = LongWork()
        self.journal = JournalBox(self, self.work)
        self.body.addWidget(self._closed)
        self.body.addWidget(self.findings)
        self.body.addWidget(self.journal)
        self.body.addStretch(1)
        self._closed.hide()
        self.ask.clicked.connect(self._ask_somebody)
        self.findings.opened.connect(self.opened)
        self.findings.counted.connect(self.counted)
        self.findings.records_wanted.connect(self._show_records)
        self.journal.opened.connect(self.opened)
        self.below.addWidget(self.work)
        self.retranslate()

    def refresh(self) -> None:
        """Read again what stands out, and the newest records."""
        may_look = self.till is None or self._may_look(self.till)
        self._closed.setVisible(not may_look)
        for box in (self.findings, self.journal):
            # Nothing on it would do anything, or it shows what somebody else looked at.
            box.setVisible(may_look)
        self._say_who()
        if may_look:
            self.findings.refresh()
            self.journal.refresh()

    def attach(self, till: Till) -> None:
        """Work for an open shop, or for somebody else in it; what the last one looked at goes."""
        super().attach(till)
        if not self._may_look(till):
            self.findings.forget()
            self.journal.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever was let look was let look at this, not at any time later."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.approval = None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._closed.set_title(self.tr("This page is the owner’s"))
        self._why.setText(
            self.tr(
                "What stands out and the journal of who did what are for the owner to see. The owner types "
                "their PIN here; then it shows until this page is left."
            )
        )
        self.ask.setText(self.tr("Let the owner type their PIN"))
        self._say_who()

    def _say_who(self) -> None:
        remark = ""
        if self.approval is not None:
            words = self.tr("{name} agreed: until this page is left")
            remark = words.format(name=self.approval.by.name)
        self.head.say(self.title(), remark)

    def _may_look(self, till: Till) -> bool:
        try:
            self.agreed(partial(till.shop.demand, Right.AUDIT))()
        except NotAllowed:
            return False
        return True

    def _ask_somebody(self) -> None:
        till = self.till
        if till is not None:
            self.workplace.reader.run(
                partial(till.shop.approval_for, Right.AUDIT),
                done=self._take,
                refused=self.refuse,
                unavailable=self.refuse,
                owner=self,
            )

    def _take(self, approval: Approval | None) -> None:
        if self.isVisible():
            self.approval = approval
            self.refresh()
            self.journal.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_records(self, finding: Finding) -> None:
        self.journal.show_finding(finding)
        self.view.ensureWidgetVisible(self.journal)
