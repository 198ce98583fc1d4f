"""Killing a job at every step it takes on the disk, to see that each leaves something whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["killed_at_every_step"]

_STEPS = ((os, "replace"), (os, "rename"), (os, "fsync"), (os, "unlink"), (shutil, "copyfile"))


def killed_at_every_step(prepare: Callable[[], None], job: Callable[[], object]) -> Iterator[int]:
    """Run a job in a child that dies before its first, second, … step; yield after each death.

    The last step yielded is that of a child that came to its end.
    """
    for step in range(1, 200):
        prepare()
        child = os.fork()
        if child == 0:
            _die_before(step)
            try:
                job()
            except BaseException:  # noqa: BLE001
                os._exit(2)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, 9), f"step {step} ended with {code}"
        yield step
        if code == 0:
            return
    raise AssertionError("the job never came to its end")


def _die_before(step: int) -> None:
    taken = [0]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **more: Any) -> Any:
            taken[0] += 1
            if taken[0] == step:
                os._exit(9)
            return call(*args, **more)

        return wrapped

    for module, name in _STEPS:
        setattr(module, name, counted(getattr(module, name)))
