"""What stands in the place of all members for a while: a list of some of them, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.services.till import Till
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["BesideMembers", "MemberList"]

T = TypeVar("T")
F = TypeVar("F")


class BesideMembers(Translated, QWidget, Themed):
    """Parts under each other, the way back on top; Esc goes back too.

    A subclass makes its parts and lays them out with :meth:`lay` at the end of its constructor.

    Signals:
        left(): Back to all members.
    """

    left = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.back = ActionButton("", "Esc")
        self._column = QVBoxLayout(self)
        self.back.clicked.connect(self.leave)

    def lay(self, *parts: QWidget) -> None:
        """Put the parts under each other, in words and gaps of now."""
        for part in parts:
            self._column.addWidget(part)
        self.retranslate()
        self.follow_theme()

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def read(self, key: str, job: Callable[[], T], done: Callable[[T], object]) -> None:
        """Ask the shop's file for something; what was asked under the same key before is not wanted then."""
        self._page.workplace.reader.run_latest(
            key, job, done=done, refused=self._page.refuse, unavailable=self._page.refuse
        )

    def leave(self) -> None:
        """Go back, by the button or by Esc."""
        self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.back.setText(self.tr("All members"))

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


class MemberList(BesideMembers, Generic[F]):
    """A table of members with something of each; Enter or a click opens one.

    What is read and what of it stands in a row is written by a subclass.

    Signals:
        opened(UUID): A member is to be looked at.
    """

    opened = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._found: tuple[F, ...] = ()
        self._asked = False
        self.table = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self.table.opened.connect(lambda row: self.opened.emit(self.whose(self._found[row])))

    def refresh(self) -> None:
        """Read again who is listed."""
        till = self._page.till
        if till is not None:
            self.read("office-member-list", self.question(till), self._take)

    def question(self, till: Till) -> Callable[[], tuple[F, ...]]:
        """Say what the reader's lane is to ask."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        """Head the columns."""
        raise NotImplementedError

    def row(self, one: F) -> tuple[Cell, ...]:
        """Say what stands in them."""
        raise NotImplementedError

    def whose(self, one: F) -> UUID:
        """Tell which member a row opens."""
        raise NotImplementedError

    def show_found(self) -> None:
        """Show who was found, or that nobody was."""
        self.table.set_rows(self.columns(), [self.row(one) for one in self._found])
        self.table.setVisible(bool(self._found))
        self.empty.setVisible(self._asked and not self._found)

    def called(self, name: str | None) -> Cell:
        """Show what a member is called."""
        return Cell(name or self.tr("Customer without a name"), strong=True)

    def retranslate(self) -> None:
        """Say everything in the language of now, the rows too."""
        super().retranslate()
        self.show_found()

    def _take(self, found: tuple[F, ...]) -> None:
        self._found, self._asked = found, True
        self.show_found()
