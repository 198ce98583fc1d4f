"""Whose paid membership ends soon, and has not been renewed."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.phones import spaced
from loyalpos.services.memberships import Renewal
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates

__all__ = ["RenewalsPanel"]


class RenewalsPanel(QWidget, Themed):
    """Members who are to be told of the end; Enter or a click opens one, Esc goes back.

    Signals:
        opened(UUID): A member is to be looked at.
        left(): Back to all members.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._found: tuple[Renewal, ...] = ()
        self._asked = False
        self.back = ActionButton("", "Esc")
        self.table = Table("", all_rows=True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.empty = EmptyState("people", "")
        self._column = QVBoxLayout(self)
        for part in (WrapRow(self.back), self.table, self.empty):
            self._column.addWidget(part)
        self.setFocusProxy(self.back)
        self.back.clicked.connect(self.left)
        self.table.opened.connect(lambda row: self.opened.emit(self._found[row].member.id))
        self._retranslate()
        self.follow_theme()

    def refresh(self) -> None:
        """Read again whose membership ends."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-renewals",
            till.memberships.renewals,
            done=self._show,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, found: tuple[Renewal, ...]) -> None:
        self._found, self._asked = found, True
        self._show_found()

    def _show_found(self) -> None:
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Membership")),
            Column(self.tr("Last day"), figures=True),
        )
        rows = [
            (
                Cell(one.member.name or self.tr("Customer without a name"), strong=True),
                Cell("–" if one.member.phone is None else spaced(one.member.phone), "quiet"),
                Cell(one.name),
                Cell(dates.day(one.ends - timedelta(days=1)), "amber"),
            )
            for one in self._found
        ]
        self.table.set_rows(columns, rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(self._asked and not rows)

    def _retranslate(self) -> None:
        self.back.setText(self.tr("All members"))
        self.table.setAccessibleName(self.tr("Memberships that end soon"))
        self.empty.set_sentence(self.tr("No membership ends in the days in which customers are told"))
        self._show_found()
