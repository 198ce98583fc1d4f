"""Backups: made, listed, restored; the file checked, the day closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.errors import CannotWrite, Refusal, Unavailable
from loyalpos.services.backups import Backup, Lost
from loyalpos.services.checking import Checked
from loyalpos.ui.office.checked_words import checked_lines
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.export_panel import ExportPanel
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.lost_figures import lost_figures
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.office.second_folder_desk import SecondFolderDesk
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates
from loyalpos.ui.words.going_back import missing_text

__all__ = ["BackupsPage"]

_KILOBYTE = 1024


class BackupsPage(Page):
    """The shop's safety.

    Signals:
        restore_wanted(Backup): The owner has agreed to go back to this backup. Whoever owns the till closes
            it, restores, opens the file again, attaches the new till and calls ``say_restored``.
    """

    place = "backups"

    restore_wanted = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._backups: tuple[Backup, ...] | None = None
        self._chosen: Backup | None = None
        self._checked: Checked | None = None
        self._act = Panel(" ")
        self._how = Words("", "base", wrap=True)
        self.close_day = ActionButton("", look=Look.PRIMARY)
        self.back_up = ActionButton("", icon="backup")
        self.check = ActionButton("")
        self.folder = ActionButton("")
        self.finding = Notice()
        self._act.body.addWidget(self._how)
        self._act.body.addWidget(WrapRow(self.close_day, self.back_up, self.check, self.folder))
        self._act.body.addWidget(self.finding)
        self._there = Panel(" ")
        self.table = Table("", all_rows=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.restore = ActionButton("", icon="undo")
        self._restoring = WrapRow(self.restore)
        self.confirm = Confirm()
        for part in (self._words, self.table, self._restoring, self.confirm):
            self._there.body.addWidget(part)
        self.work = LongWork()
        self.second = SecondFolderDesk(self)
        self.all_data = ExportPanel(self, self.work)
        for panel in (self._act, self.second.panel, self._there, self.all_data):
            self.body.addWidget(panel)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.setFocusProxy(self.close_day)
        self.close_day.clicked.connect(self._close_day)
        self.back_up.clicked.connect(self._back_up)
        self.check.clicked.connect(self._check)
        self.folder.clicked.connect(self._open_folder)
        self.table.opened.connect(self._choose)
        self.restore.clicked.connect(self._ask)
        self.confirm.agreed.connect(self._restore)
        self.confirm.given_up.connect(self.table.setFocus)
        self.work.started.connect(partial(self._set_busy, busy=True))
        self.work.ended.connect(partial(self._set_busy, busy=False))
        self.retranslate()

    def refresh(self) -> None:
        """List again what is in the folder; every byte of each backup is read for that."""
        if self.till is None:
            return
        self.workplace.files.run_latest(
            "office-backups",
            partial(self.till.days.backups, self.workplace.folders.backups),
            done=self._show_backups,
            refused=self.refuse,
            unavailable=self.refuse,
        )
        self.second.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._act.set_title(self.tr("Today"))
        self._how.setText(
            self.tr(
                "Closing the day writes the day's seal into the journal and makes a backup, which is opened "
                "and checked before it counts. On long days more are made meanwhile, quietly."
            )
        )
        self.close_day.setText(self.tr("Close the day"))
        self.back_up.setText(self.tr("Back up now"))
        self.check.setText(self.tr("Check the file"))
        self.folder.setText(self.tr("Open the folder"))
        self._there.set_title(self.tr("Verified backups"))
        self.table.setAccessibleName(self.tr("Verified backups"))
        self.restore.setText(self.tr("Restore this backup"))
        self._show_finding()
        if self._backups is not None:
            self._show_backups(self._backups)

    def say_restored(self, aside: Path | None) -> None:
        """Say that the shop's file is the backup now, and where the file before it is kept."""
        self._chosen = None
        words = self.tr("The file before is kept: {path}").format(path=aside)
        self.tell(BannerKind.SUCCESS, self.tr("Restored"), "" if aside is None else words)
        self.refresh()

    # Making and checking --------------------------------------------------------------------------

    def _close_day(self) -> None:
        if self.till is not None:
            self._make(self.tr("Closing the day"), self.till.days.close, self.tr("The day is closed"))

    def _back_up(self) -> None:
        if self.till is not None:
            self._make(self.tr("Backing up"), self.till.days.back_up, self.tr("Backed up"))

    def _make(self, what: str, make: Callable[[Path], Backup], title: str) -> None:
        self.work.run(
            self.workplace.files,
            what,
            partial(_into, make, self.workplace.folders.backups),
            done=partial(self._say_made, title),
            refused=self._refuse_and_look,
            unavailable=self._refuse_and_look,
            stoppable=False,
        )

    def _say_made(self, title: str, made: Backup) -> None:
        words = self.tr("Verified backup: {path}")
        self.tell(BannerKind.SUCCESS, title, words.format(path=made.path))
        self.refresh()

    def _refuse_and_look(self, error: Refusal | Unavailable) -> None:
        self.refuse(error)
        self.refresh()

    def _check(self) -> None:
        if self.till is None:
            return
        self._checked = None
        self._show_finding()
        self.work.run(
            self.workplace.files,
            self.tr("Checking the file – the counter goes on"),
            partial(_checked, self.till.days.check),
            done=self._show_checked,
            refused=self.refuse,
            unavailable=self.refuse,
            stoppable=False,
        )

    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        self._show_finding()

    def _show_finding(self) -> None:
        checked = self._checked
        if checked is None:
            self.finding.say("")
        elif checked.sound:
            self.finding.say("\n".join(checked_lines(checked)), tone="brand", icon="tick")
        else:
            self.finding.say("\n".join(checked_lines(checked)))

    def _open_folder(self) -> None:
        folder = self.workplace.folders.backups
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.refuse(CannotWrite(folder))
            return
        open_folder(folder)

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.close_day, self.back_up, self.check, self.restore, self.all_data.export):
            button.setEnabled(not busy)

    # Going back -----------------------------------------------------------------------------------

    def _show_backups(self, backups: tuple[Backup, ...]) -> None:
        till = self.till
        if till is None:
            return
        self._backups = backups
        columns = (
            Column(self.tr("Made"), wide=True),
            Column(self.tr("Records"), figures=True),
            Column(self.tr("Size"), figures=True),
            Column(self.tr("State")),
        )
        rows = [
            (
                Cell(dates.moment(made.at, till.shop.time), strong=True),
                Cell(group_digits(made.records)),
                Cell(self.tr("{count} KB").format(count=group_digits(made.size_bytes // _KILOBYTE)), "quiet"),
                Cell(self.tr("verified"), "brand"),
            )
            for made in backups
        ]
        self.table.set_rows(columns, rows)
        self.table.setVisible(bool(rows))
        self.confirm.hide()
        if self._chosen not in backups:
            self._chosen = None
        self._show_chosen()

    def _show_chosen(self) -> None:
        backups = self._backups or ()
        self._restoring.setVisible(self._chosen is not None)
        self._words.setVisible(self._chosen is None)
        if self._chosen is not None:
            self.table.selectRow(backups.index(self._chosen))
        elif backups:
            self._words.setText(self.tr("Choose a backup to restore it."))
        else:
            self._words.setText(self.tr("No backup yet: close the day, or back up now."))

    def _choose(self, row: int) -> None:
        assert self._backups is not None
        self._chosen = self._backups[row]
        self.confirm.hide()
        self._show_chosen()

    def _ask(self) -> None:
        if self.till is None or self._chosen is None:
            return
        self.workplace.reader.run(
            partial(self.till.days.lost_by_restoring, self._chosen),
            done=self._ask_about,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _ask_about(self, lost: Lost) -> None:
        if self.till is None or self._chosen is None:
            return
        if lost.in_all != 0:
            words = self.tr(
                "The shop goes back to {time}. What was recorded since then is lost – bills: {bills}, new "
                "members: {members}, {count} records in all. The file of now is kept beside it."
            )
        else:
            words = self.tr("The shop goes back to {time}. Nothing was recorded since then, nothing is lost.")
        time = dates.moment(self._chosen.at, self.till.shop.time)
        asked = f"{words.format(time=time, **lost_figures(lost))} {missing_text(lost)}".rstrip()
        self.confirm.ask(asked, self.tr("Restore this backup"))

    def _restore(self) -> None:
        if self._chosen is not None:
            self.restore_wanted.emit(self._chosen)


def _into(make: Callable[[Path], Backup], folder: Path, _progress: Progress) -> Backup:
    return make(folder)


def _checked(check: Callable[[], Checked], _progress: Progress) -> Checked:
    return check()
