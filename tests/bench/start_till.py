"""The till started as from the command line: says ``painted``, and ``answered`` once a scan is.

``python -m tests.bench.start_till FOLDER CARD MEMBER``
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

import loyalpos.__main__  # noqa: F401 - its imports belong to the start
from loyalpos.app import make_application, make_till, new_outside
from loyalpos.demo.keys import Keyboard
from loyalpos.settings import folders
from loyalpos.ui.desktop.single_instance import SingleInstance

_SAID = set[str]()


def _say(word: str) -> None:
    if word not in _SAID:
        _SAID.add(word)
        sys.stdout.write(f"{word}\n")
        sys.stdout.flush()


def main(folder: Path, code: str, member: str) -> None:
    """Start the till in a folder, scan a card as soon as the window is there, and stay."""
    application = make_application()
    where = folders(folder)
    instance = SingleInstance(where.data)
    instance.claim()
    keyboard = Keyboard()
    till = make_till(where, new_outside(), clock_ms=keyboard.clock)
    looking = QTimer(interval=2)

    def painted() -> None:
        if "painted" not in _SAID:
            _say("painted")
            keyboard.scan(till.counter, code)
            looking.start()

    def look() -> None:
        if till.flow.open_member is not None and till.flow.open_member.hex == member:
            till.counter.repaint()
            _say("answered")
            looking.stop()

    looking.timeout.connect(look)

    from tests.bench.counter import Painted

    watch = Painted(till.counter, lambda: QTimer.singleShot(0, painted))
    till.start()
    application.exec()
    del watch


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
