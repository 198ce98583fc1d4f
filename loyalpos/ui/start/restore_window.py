"""Choosing a backup by its day, and agreeing to go back to it, where no shop is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.backups import Backup, Lost
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.lost_figures import lost_figures
from loyalpos.ui.start.question_window import QuestionWindow
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.going_back import missing_text
from loyalpos.ui.words.refusals import sentence

__all__ = ["RestoreWindow"]

_KILOBYTE = 1024


class RestoreWindow(QuestionWindow):
    """The sound backups of a folder, newest first; none is taken without its day being named and agreed to.

    Signals:
        agreed(Backup): A person wants the shop to go back to this one.
        asked(Backup): A person is asked about this one; what would be lost is to be counted.
        folder_wanted(): Backups lie somewhere else.
    """

    agreed = Signal(object)
    asked = Signal(object)
    folder_wanted = Signal()

    def __init__(self, *, replaces: bool, parent: QWidget | None = None) -> None:
        """Make the window.

        Args:
            replaces: Whether a file stands in the place of the shop's file, which will be moved aside.
        """
        self._replaces = replaces
        self._folder: Path | None = None
        self._backups: tuple[Backup, ...] | None = None
        self._chosen: Backup | None = None
        self._where = Words("", "small", "quiet", wrap=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self.confirm = Confirm()
        self.restore = ActionButton("", "Enter", Look.PRIMARY)
        self.other = ActionButton("")
        self.leave = ActionButton("", "Esc")
        self._buttons = WrapRow(self.restore, self.other, self.leave)
        # The question takes the place of the buttons: it stays in sight however long the list is.
        super().__init__(self._where, self.confirm, self._buttons, parent=parent)
        for part in (self._words, self.table):
            self.card.body.addWidget(part)
        self.table.opened.connect(self._choose)
        self.restore.clicked.connect(self._ask)
        self.other.clicked.connect(self.folder_wanted)
        self.leave.clicked.connect(self.close)
        self.confirm.agreed.connect(self._agree)
        self.confirm.given_up.connect(self._go_back_to_list)
        self.retranslate()
        self.resize(theme().px(720), theme().px(560))

    def show_looking(self, folder: Path) -> None:
        """Say which folder is looked through: every byte of each backup is read for that."""
        self._folder, self._backups, self._chosen = folder, None, None
        self.banner.hide()
        self.confirm.hide()
        self._buttons.show()
        self.retranslate()

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """List what was found, the newest chosen."""
        self._backups = backups
        self._chosen = backups[0] if backups else None
        self.retranslate()
        self._go_back_to_list()

    def show_lost(self, of: Backup, lost: Lost | None) -> None:
        """Add to the question what the file of now has beyond the backup, where that can be read."""
        if of != self._chosen or self.confirm.isHidden():
            return
        if lost is None:
            more = self.tr("The file of now cannot be read: what would be lost cannot be counted.")
        elif lost.in_all == 0:
            more = self.tr("Nothing is lost.")
        else:
            words = self.tr("Lost: bills: {bills}, new members: {members}, {count} records in all.")
            more = f"{words.format(**lost_figures(lost))} {missing_text(lost)}".rstrip()
        self.confirm.add(more)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say why the folder could not be read, or why the shop is not restored."""
        self._backups = self._backups or ()
        self.confirm.give_up()
        self._buttons.show()
        self.retranslate()
        self.banner.say(BannerKind.ERROR, self.tr("Nothing was restored"), sentence(error))

    def enter(self) -> None:
        """Ask about the chosen backup."""
        self._ask()

    def _choose(self, row: int) -> None:
        assert self._backups is not None
        self._chosen = self._backups[row]
        self._ask()

    def _ask(self) -> None:
        made = self._chosen
        self.banner.hide()
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

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Restore from a backup"))
        self.title.setText(self.tr("Which backup should the shop go back to?"))
        self._where.setText("" if self._folder is None else str(self._folder))
        self.card.set_title(self.tr("Verified backups"))
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
