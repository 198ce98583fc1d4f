"""The print queue on a page: what runs, what waits, and the button beside each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.money import group_digits
from loyalpos.ui.office.print_queue import JobState, PrintJob, PrintQueue
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.marks import ProgressLine
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["QueueBox"]

_ROWS = 3


class _JobRow(QWidget, Themed):
    """One job: its words, how far it is, and the button that stops it or takes it out."""

    def __init__(self, job: PrintJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self._words = Words("", "base", wrap=True)
        self._line = ProgressLine()
        self.stop = ActionButton("")
        self._column = QVBoxLayout()
        self._column.addWidget(self._words)
        self._column.addWidget(self._line)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_job()
        self.follow_theme()

    def show_job(self) -> None:
        """Say how the job stands."""
        job = self.job
        if job.state is JobState.WAITING:
            words = self.tr("Waits: {what}").format(what=job.title)
        elif job.whole:
            words = self.tr("Printing: {what}, {part} of {whole}").format(
                what=job.title, part=group_digits(job.part), whole=group_digits(job.whole)
            )
        else:
            words = self.tr("Printing: {what}").format(what=job.title)
        self._words.setText(words)
        self._line.set_part(job.part, max(1, job.whole))
        self._line.setVisible(job.state is JobState.RUNNING)
        self.stop.setText(self.tr("Take out") if job.state is JobState.WAITING else self.tr("Stop"))
        self.stop.setAccessibleDescription(job.title)
        self.stop.setEnabled(not job.was_stopped)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space)
        self._column.setSpacing(look.px(6))


class QueueBox(QWidget, Themed):
    """A row for each job that runs or waits; nothing is shown while there is none."""

    def __init__(self, queue: PrintQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._rows: list[_JobRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._more = Words("", "small", "quiet", wrap=True)
        self._column.addWidget(self._more)
        queue.changed.connect(self._show)
        self._show()
        self.follow_theme()

    def stop_buttons(self) -> tuple[ActionButton, ...]:
        """The buttons of the jobs, in their order."""
        return tuple(row.stop for row in self._rows)

    def follow_theme(self) -> None:
        """Take the gap."""
        self._column.setSpacing(theme().px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        waits = [job for job in self._queue.jobs() if not job.is_over]
        jobs, waiting = waits[:_ROWS], len(waits)
        if [row.job for row in self._rows] != jobs:
            for row in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = []
            for job in jobs:
                row = _JobRow(job)
                row.stop.clicked.connect(partial(self._queue.stop, job))
                self._rows.append(row)
                self._column.insertWidget(len(self._rows) - 1, row)
        for row in self._rows:
            row.show_job()
        more = waiting - len(jobs)
        self._more.setText(self.tr("More jobs that wait: {count}").format(count=group_digits(more)))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._rows))
