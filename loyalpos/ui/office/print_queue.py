"""What is to be printed, one job after the other, while the till stays live."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.long_work import Progress

__all__ = ["JobState", "PrintJob", "PrintQueue"]

_KEPT = 8
"""Jobs that are over and still listed."""


class JobState(Enum):
    """What becomes of a job, in this order."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class PrintJob(QObject):
    """One job of the queue.

    Attributes:
        title: What is printed, in words.
        part: How much of ``whole`` is done.
        trouble: Why it failed.

    Signals:
        moved(): There is more of it done.
    """

    moved = Signal()
    _told = Signal(int, int)

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], int],
        done: Callable[[int], object],
        trouble: Callable[[Refusal | Unavailable], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.work = work
        self.state = JobState.WAITING
        self.part, self.whole = 0, 0
        self.trouble: Refusal | Unavailable | None = None
        self.tell_done = done
        self.tell_trouble = trouble
        self._stop = Event()
        self._percent = -1
        self._told.connect(self._move)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)

    @property
    def was_stopped(self) -> bool:
        """Whether a person asked it to stop; it may have come to its end all the same."""
        return self._stop.is_set()

    def ask_to_stop(self) -> None:
        """Ask the work to stop at its next page."""
        self._stop.set()

    def progress(self, part: int, whole: int) -> bool:
        """Hear from the worker's thread how far it is, and say whether to go on."""
        percent = part * 100 // max(1, whole)
        if percent != self._percent:
            self._percent = percent
            self._told.emit(part, whole)
        return not self._stop.is_set()

    def _move(self, part: int, whole: int) -> None:
        self.part, self.whole = part, whole
        self.moved.emit()


class PrintQueue(QObject):
    """Gives its jobs to a lane one by one, so that those that wait can still be taken out.

    Signals:
        changed(): A job came, began, moved on or ended.
        ended(PrintJob): A job is over; emitted before its callback.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, files: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._jobs: list[PrintJob] = []

    def jobs(self) -> tuple[PrintJob, ...]:
        """List the jobs in their order; of those that are over only the last few."""
        return tuple(self._jobs)

    @property
    def is_busy(self) -> bool:
        """Whether something runs or waits."""
        return any(not job.is_over for job in self._jobs)

    @property
    def goes_on(self) -> bool:
        """Whether something runs or waits that nobody asked to stop."""
        return any(not (job.is_over or job.was_stopped) for job in self._jobs)

    def stop_all(self, then: Callable[[], object]) -> None:
        """Take out all that waits, ask what runs to stop, and go on when it is over."""
        for job in [job for job in reversed(self._jobs) if not job.is_over]:
            self.stop(job)
        self._files.run(_no_job, done=lambda _: then(), refused=_no_job, unavailable=_no_job, owner=self)

    def add(
        self,
        title: str,
        work: Callable[[Progress], int],
        *,
        done: Callable[[int], object],
        trouble: Callable[[Refusal | Unavailable], object],
    ) -> PrintJob:
        """Put a job at the end of the queue.

        Args:
            title: What is printed, in words.
            work: Paints on the worker's thread and reports its progress; gives how much it painted, 0 when
                it was stopped.
            done: Gets that number.
            trouble: Gets why it could not be done.
        """
        job = PrintJob(title, work, done, trouble, self)
        job.moved.connect(self.changed)
        self._jobs.append(job)
        self._go_on()
        return job

    def stop(self, job: PrintJob) -> None:
        """Take a job out that waits, or ask the one that runs to stop."""
        job.ask_to_stop()
        if job.state is JobState.WAITING:
            self._end(job, JobState.STOPPED)
        self.changed.emit()

    def _go_on(self) -> None:
        if all(job.state is not JobState.RUNNING for job in self._jobs):
            job = next((job for job in self._jobs if job.state is JobState.WAITING), None)
            if job is not None:
                job.state = JobState.RUNNING
                self._files.run(
                    partial(job.work, job.progress),
                    done=partial(self._finish, job),
                    refused=partial(self._fail, job),
                    unavailable=partial(self._fail, job),
                    broken=partial(self._break_off, job),
                    owner=self,
                )
        self.changed.emit()

    def _finish(self, job: PrintJob, painted: int) -> None:
        self._end(job, JobState.DONE if painted else JobState.STOPPED)
        job.tell_done(painted)
        self._go_on()

    def _fail(self, job: PrintJob, error: Refusal | Unavailable) -> None:
        job.trouble = error
        self._end(job, JobState.FAILED)
        job.tell_trouble(error)
        self._go_on()

    def _break_off(self, job: PrintJob, _bug: BaseException) -> None:
        """Go on with the next: the crash dialog says what there is to say."""
        self._end(job, JobState.FAILED)
        self._go_on()

    def _end(self, job: PrintJob, state: JobState) -> None:
        job.state = state
        over = [one for one in self._jobs if one.is_over]
        for old in over[: max(0, len(over) - _KEPT)]:
            self._jobs.remove(old)
            old.deleteLater()
        self.ended.emit(job)


def _no_job(*_: object) -> None:
    """Wait for one's turn."""
