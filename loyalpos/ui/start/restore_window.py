"""Choosing a backup by its day, and agreeing to go back to it, where no shop is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QVBoxLayout, QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.backups import Backup, Lost
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.lost_figures import lost_figures
from loyalpos.ui.widgets.banner import Banner, BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.refusals import sentence

__all__ = ["RestoreWindow"]

_KILOBYTE = 1024


class RestoreWindow(QWidget, Themed):
    """The sound backups of a folder, newest first; none is taken without its day being named and agreed to.

    Signals:
        agreed(Backup): A person wants the shop to go back to this one.
        asked(Backup): A person is asked about this one; what would be lost is to be counted.
        folder_wanted(): Backups lie somewhere else.
        left(): The window was closed without a restore.
    """

    agreed = Signal(object)
    asked = Signal(object)
    folder_wanted = Signal()
    left = Signal()

    def __init__(self, *, replaces: bool, parent: QWidget | None = None) -> None:
        """Make the window.

        Args:
            replaces: Whether a file stands in the place of the shop's file, which will be moved aside.
        """
        super().__init__(parent)
        self._replaces = replaces
        self._folder: Path | None = None
        self._backups: tuple[Backup, ...] | None = None
        self._chosen: Backup | None = None
        self._title = Words("", "title", wrap=True)
        self._where = Words("", "small", "quiet", wrap=True)
        self._banner = Banner()
        self._card = Panel(" ")
        self._words = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self.confirm = Confirm()
        self.restore = ActionButton("", "Enter", Look.PRIMARY)
        self.other = ActionButton("")
        self.leave = ActionButton("", "Esc")
        self._buttons = WrapRow(self.restore, self.other, self.leave)
        for part in (self._words, self.table):
            self._card.body.addWidget(part)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for row in (self._title, self._where, self._banner, self._card):
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._below = QVBoxLayout()
        # The question takes the place of the buttons: it stays in sight however long the list is.
        self._below.addWidget(self.confirm)
        self._below.addWidget(self._buttons)
        whole = QVBoxLayout(self)
        # Wrapped words would make the window taller than small screens are.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside), 1)
        whole.addLayout(self._below)
        self.table.opened.connect(self._choose)
        self.restore.clicked.connect(self._ask)
        self.other.clicked.connect(self.folder_wanted)
        self.leave.clicked.connect(self.close)
        self.confirm.agreed.connect(self._agree)
        self.confirm.given_up.connect(self._go_back_to_list)
        self.follow_theme()
        self._retranslate()
        self.resize(theme().px(720), theme().px(560))

    def show_looking(self, folder: Path) -> None:
        """Say which folder is looked through: every byte of each backup is read for that."""
        self._folder, self._backups, self._chosen = folder, None, None
        self._banner.hide()
        self.confirm.hide()
        self._buttons.show()
        self._retranslate()

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """List what was found, the newest chosen."""
        self._backups = backups
        self._chosen = backups[0] if backups else None
        self._retranslate()
        self._go_back_to_list()

    def show_lost(self, of: Backup, lost: Lost | None) -> None:
        """Add to the question what the file of now has beyond the backup, where that can be read."""
        if of != self._chosen or self.confirm.isHidden():
            return
        if lost is None:
            more = self.tr("The file of now cannot be read: what would be lost cannot be counted.")
        elif lost.records:
            words = self.tr("Lost: bills: {bills}, new members: {members}, {count} records in all.")
            more = words.format(**lost_figures(lost))
        else:
            more = self.tr("Nothing is lost.")
        self.confirm.add(more)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say why the folder could not be read, or why the shop is not restored."""
        self._backups = self._backups or ()
        self._retranslate()
        self._banner.say(BannerKind.ERROR, self.tr("Nothing was restored"), sentence(error))

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(12))
        self._column.setSpacing(look.px(10))
        self._below.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(theme().px(360), theme().px(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, or asks about the chosen backup; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if event.isAutoRepeat():
                return
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nothing was restored."""
        super().closeEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, row: int) -> None:
        assert self._backups is not None
        self._chosen = self._backups[row]
        self._ask()

    def _ask(self) -> None:
        made = self._chosen
        if made is None or not self.restore.isEnabled():
            return
        if self.table.currentIndex().isValid() and self._backups:
            made = self._chosen = self._backups[self.table.currentIndex().row()]
        words = self.tr(
            "The shop goes back to {time}, with the {count} records of that moment. What was recorded later "
            "is not in it."
        )
        asked = words.format(time=dates.moment(made.at, ShopTime()), count=group_digits(made.records))
        if self._replaces:
            asked += " " + self.tr("The file of now is kept beside it.")
        self._buttons.hide()
        self.confirm.ask(asked, self.tr("Restore this backup"))
        if self._replaces:
            self.asked.emit(made)

    def _agree(self) -> None:
        if self._chosen is not None:
            self._buttons.show()
            self.restore.setEnabled(False)
            self._words.setText(self.tr("Restoring…"))
            self._words.show()
            self.agreed.emit(self._chosen)

    def _go_back_to_list(self) -> None:
        self._buttons.show()
        at = 0 if self._chosen is None or not self._backups else self._backups.index(self._chosen)
        if self._backups:
            self.table.setCurrentIndex(self.table.model().index(at, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore from a backup"))
        self._title.setText(self.tr("Which backup should the shop go back to?"))
        self._where.setText("" if self._folder is None else str(self._folder))
        self._card.set_title(self.tr("Verified backups"))
        self.table.setAccessibleName(self.tr("Verified backups"))
        self.restore.setText(self.tr("Restore this backup"))
        self.other.setText(self.tr("Another folder…"))
        self.leave.setText(self.tr("Leave it"))
        found = self._backups
        self.restore.setEnabled(bool(found))
        self.table.setVisible(bool(found))
        self._words.setVisible(not found)
        if found is None:
            self._words.setText(self.tr("Reading every byte of the backups…"))
        elif not found:
            self._words.setText(self.tr("No sound backup lies in this folder."))
        columns = (
            Column(self.tr("Made"), wide=True),
            Column(self.tr("Records"), figures=True),
            Column(self.tr("Size"), figures=True),
        )
        rows = [
            (
                Cell(dates.moment(made.at, ShopTime()), strong=True),
                Cell(group_digits(made.records)),
                Cell(self.tr("{count} KB").format(count=group_digits(made.size_bytes // _KILOBYTE)), "quiet"),
            )
            for made in found or ()
        ]
        self.table.set_rows(columns, rows)
        if found and self._chosen is not None:
            self.table.setCurrentIndex(self.table.model().index(found.index(self._chosen), 0))
