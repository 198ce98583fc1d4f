"""Background lanes: one thread for each resource, results back on the screen's own thread."""

from __future__ import annotations

import atexit
import contextlib
import queue
import threading
import weakref
from collections.abc import Callable, Hashable
from functools import partial
from types import MethodType
from typing import Generic, TypeVar

from msgspec import Struct, field
from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from loyalpos.errors import NotAllowed, Refusal, Unavailable

__all__ = ["Lane", "LaneClosed", "Objection"]

T = TypeVar("T")

_LAST_WORDS_S = 2.0
"""How long a job nobody waits for puts off the program's end: a device may never take what it is sent."""

_open_lanes: weakref.WeakSet[Lane] = weakref.WeakSet()


class LaneClosed(RuntimeError):
    """A job was given to a lane after its ``close``: a bug of the caller."""


class _Callback:
    """A function to call later, unless the Qt object it belongs to is gone by then."""

    def __init__(self, function: Callable[..., object], owner: QObject | None) -> None:
        bound_to = function.__self__ if isinstance(function, MethodType) else None
        self._owner = weakref.ref(owner) if owner is not None else None
        self._method: weakref.WeakMethod[Callable[..., object]] | None = None
        self._function: Callable[..., object] | None = None
        if isinstance(bound_to, QObject):
            # Weakly, or the job itself would keep a closed page alive.
            self._method = weakref.WeakMethod(function)
        else:
            self._function = function

    def __call__(self, value: object) -> None:
        if self._owner is not None:
            owner = self._owner()
            if owner is None or not isValid(owner):
                return
        function = self._method() if self._method is not None else self._function
        if function is None:
            return
        bound_to = getattr(function, "__self__", None)
        if isinstance(bound_to, QObject) and not isValid(bound_to):
            return
        function(value)


class _Job(Struct, Generic[T], eq=False):
    function: Callable[[], T]
    done: _Callback
    refused: _Callback
    unavailable: _Callback
    broken: _Callback | None = None
    key: Hashable | None = None
    number: int = 0
    outcome: object = None
    deliver: Callable[[object], None] | None = field(default=None)


class Objection(Struct, frozen=True):
    """A job that was refused for want of a right.

    Attributes:
        again: Does it once more inside what it is given, which is told the job and calls it.
        give_up: Lets it be refused.
    """

    refusal: NotAllowed
    again: Callable[[Callable[[Callable[[], object]], object]], None]
    give_up: Callable[[], None]


class Lane(QObject):
    """One worker thread that owns one resource and does its jobs in the order they were given.

    Made on the GUI thread; every callback runs there. Callbacks of a destroyed owner are
    dropped: the owner is the Qt object a bound method belongs to, or the one named by ``owner``.

    Signals:
        failed(object): A job raised something that is neither Refusal nor Unavailable: a bug,
            for the crash dialog.
    """

    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Asked before a job is refused for want of a right; one that a later job makes pointless is not.
        self.objected: Callable[[Objection], object] | None = None
        self._waiting: queue.SimpleQueue[_Job[object] | None] = queue.SimpleQueue()
        self._latest: dict[Hashable, int] = {}
        self._latest_lock = threading.Lock()
        self._dropping = threading.Event()
        self._closed = False
        self._unfinished = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # A daemon, so that a crash before close() cannot leave a process that never ends;
        # _close_all drains it before the interpreter goes down under it.
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()
        _open_lanes.add(self)

    @property
    def unfinished(self) -> int:
        """How many jobs were given whose result has not come back yet."""
        return self._unfinished

    def run(
        self,
        function: Callable[[], T],
        *,
        done: Callable[[T], object],
        refused: Callable[[Refusal], object],
        unavailable: Callable[[Unavailable], object],
        broken: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do a job after those given before it.

        Args:
            function: Runs on the worker thread; must touch no widget.
            done: Gets what it returned, on the GUI thread.
            refused: Gets the Refusal it raised.
            unavailable: Gets the Unavailable it raised.
            broken: Gets the bug it raised, after ``failed`` told of it: for whoever must not wait for ever.
            owner: The Qt object whose destruction makes the callbacks pointless; needed for
                lambdas and partials, known for bound methods of Qt objects.

        Raises:
            LaneClosed: If the lane was closed.
        """
        job = self._job(function, done, refused, unavailable, owner)
        if broken is not None:
            job.broken = _Callback(broken, owner)
        self._give(job)

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more jobs: the program ends."""
        return self._closed

    def run_latest(
        self,
        key: Hashable,
        function: Callable[[], T],
        *,
        done: Callable[[T], object],
        refused: Callable[[Refusal], object],
        unavailable: Callable[[Unavailable], object],
        owner: QObject | None = None,
    ) -> None:
        """Do a job that makes every earlier one of the same key pointless, e.g. a search.

        Earlier ones that have not started are not run; the result of one that runs now is
        ignored. Arguments and errors as in ``run``.
        """
        job = self._job(function, done, refused, unavailable, owner)
        with self._latest_lock:
            job.number = self._latest.get(key, 0) + 1
            job.key = key
            self._latest[key] = job.number
        self._give(job)

    def drop_latest(self, key: Hashable) -> None:
        """Make every job of a key pointless: none is wanted any more."""
        with self._latest_lock:
            self._latest[key] = self._latest.get(key, 0) + 1

    def close(self, *, wait: bool = True) -> None:
        """Take no more jobs and end the thread.

        Args:
            wait: Finish all jobs given so far and return when the thread has ended; otherwise
                drop those not started and return at once.
        """
        self._closed = True
        if not wait:
            self._dropping.set()
        self._waiting.put(None)
        if wait:
            self._thread.join()

    def _job(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[Refusal], object],
        unavailable: Callable[[Unavailable], object],
        owner: QObject | None,
    ) -> _Job[T]:
        return _Job(
            function, _Callback(done, owner), _Callback(refused, owner), _Callback(unavailable, owner)
        )

    def _give(self, job: _Job[T]) -> None:
        if self._closed:
            raise LaneClosed(self._thread.name)
        self._unfinished += 1
        self._waiting.put(job)  # type: ignore[arg-type]

    def _is_stale(self, job: _Job[object]) -> bool:
        if job.key is None:
            return False
        with self._latest_lock:
            return self._latest[job.key] != job.number

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            if not self._dropping.is_set() and not self._is_stale(job):
                try:
                    job.outcome = job.function()
                    job.deliver = job.done
                except Refusal as refusal:
                    job.outcome, job.deliver = refusal, job.refused
                except Unavailable as trouble:
                    job.outcome, job.deliver = trouble, job.unavailable
                except Exception as bug:  # noqa: BLE001 - a worker thread must pass every bug on
                    job.outcome, job.deliver = bug, self.failed.emit
            # The application may be gone already when the last jobs are drained at exit.
            with contextlib.suppress(RuntimeError):
                self._finished.emit(job)

    def _deliver(self, job: _Job[object]) -> None:
        self._unfinished -= 1
        if job.deliver is None:
            return
        if (
            self.objected is not None
            and job.deliver is job.refused
            and job.key is None
            and isinstance(job.outcome, NotAllowed)
        ):
            refuse = partial(job.refused, job.outcome)
            self.objected(Objection(job.outcome, partial(self._do_again, job), refuse))
            return
        is_bug = job.deliver not in (job.done, job.refused, job.unavailable)
        if is_bug or not self._is_stale(job):
            job.deliver(job.outcome)
        if is_bug and job.broken is not None:
            job.broken(job.outcome)

    def _do_again(self, job: _Job[object], around: Callable[[Callable[[], object]], object]) -> None:
        job.function = partial(around, job.function)
        job.deliver = None
        self._give(job)

    def drain(self) -> None:
        """End the thread before the interpreter goes down under it, if that is possible at all."""
        if self._dropping.is_set():
            self._thread.join(_LAST_WORDS_S)
        else:
            self.close(wait=True)


def _close_all() -> None:
    for lane in list(_open_lanes):
        lane.drain()


atexit.register(_close_all)
