"""What was printed lately: how many cards, where to, and how many came out well."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.batches import PrintRun
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.ui.office.print_queue import JobState, PrintJob
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.refusals import sentence

__all__ = ["RunsPanel"]


class RunsPanel(Translated, Panel):
    """A row for each run; Enter or a click asks about it, or prints it again from a card on.

    Signals:
        chosen(PrintRun): This one.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._runs: tuple[PrintRun, ...] = ()
        self._shop = ShopTime()
        self.list = Table("", all_rows=True)
        self._advice = Words("", "small", "quiet", wrap=True)
        self._jobs = Words("", "small", "quiet", wrap=True)
        self._over: tuple[PrintJob, ...] = ()
        for part in (self.list, self._advice, self._jobs):
            self.body.addWidget(part)
        self.list.opened.connect(self._choose)
        self.hide()
        self.retranslate()

    def show_runs(self, runs: tuple[PrintRun, ...], shop: ShopTime) -> None:
        """List the runs, newest first."""
        self._runs, self._shop = runs, shop
        self._show()

    def show_jobs(self, jobs: tuple[PrintJob, ...]) -> None:
        """Say what became of the jobs of the queue since the program was started."""
        self._over = tuple(job for job in jobs if job.is_over)
        self._show()

    def jobs(self) -> str:
        """What is said of the jobs that are over."""
        return self._jobs.text()

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._runs[row])

    def _show(self) -> None:
        columns = (
            Column(self.tr("What"), wide=True),
            Column(self.tr("Cards"), figures=True),
            Column(self.tr("When")),
            Column(self.tr("Came out well"), figures=True),
        )
        rows = [
            (
                Cell(self._what(run), strong=True),
                Cell(group_digits(run.cards)),
                Cell(dates.moment(run.at, self._shop), "quiet"),
                Cell(self.tr("not said yet"), "amber") if run.good is None else Cell(group_digits(run.good)),
            )
            for run in self._runs
        ]
        self.list.set_rows(columns, rows)
        self._jobs.setText("\n".join(self._job(job) for job in reversed(self._over)))
        for part in (self.list, self._advice):
            part.setVisible(bool(rows))
        self._jobs.setVisible(bool(self._over))
        self.setVisible(bool(rows or self._over))

    def _job(self, job: PrintJob) -> str:
        if job.state is JobState.DONE:
            return self.tr("Done: {what}").replace("{what}", job.title)
        if job.state is JobState.STOPPED:
            return self.tr("Stopped: {what}").replace("{what}", job.title)
        why = "" if job.trouble is None else sentence(job.trouble)
        return self.tr("Not done: {what} – {why}").replace("{why}", why).replace("{what}", job.title)

    def _what(self, run: PrintRun) -> str:
        if run.number is None:
            return self.tr("Members")
        return self.tr("Batch {number}").format(number=group_digits(run.number))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Printed lately"))
        self.list.setAccessibleName(self.tr("Printed lately"))
        self._advice.setText(self.tr("Open a row to print it again from one of its cards on."))
        self._show()
