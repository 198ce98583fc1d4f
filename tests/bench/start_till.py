"""The till started as from the command line: says ``painted``, and ``answered`` once a scan is.

``python -m tests.bench.start_till FOLDER CARD MEMBER``
"""

from __future__ import annotations

import gc

gc.disable()

import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from PySide6.QtCore import QObject, QTimer  # noqa: E402

import loyalpos.__main__  # noqa: E402, F401 - its imports belong to the start
from loyalpos.app import make_application, show_till  # noqa: E402
from loyalpos.settings import folders  # noqa: E402
from loyalpos.ui.desktop.single_instance import SingleInstance  # noqa: E402

if TYPE_CHECKING:
    from loyalpos.ui.running import RunningTill


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class _Waiting(QObject):
    """A customer who holds out a card from the first moment, and looks at the screen."""

    def __init__(self, code: str, member: str) -> None:
        super().__init__()
        self._code = code
        self._member = member
        self._looking = QTimer(self, interval=2)
        self._looking.timeout.connect(self._look)

    def clock_ms(self) -> int:
        return self._keyboard.clock()

    def scan(self, till: RunningTill) -> None:
        from loyalpos.demo.keys import Keyboard

        self._till = till
        self._keyboard = Keyboard()
        self._keyboard.scan(till.screen, self._code)
        self._looking.start()

    def _look(self) -> None:
        member = self._till.flow.open_member
        if member is not None and member.hex == self._member:
            self._till.screen.repaint()
            _say("answered")
            self._looking.stop()


def main(folder: Path, code: str, member: str) -> None:
    """Start the till in a folder, scan a card as soon as it hears keys, and stay."""
    application = make_application()
    where = folders(folder)
    instance = SingleInstance(where.data)
    instance.claim(listen=False)
    waiting = _Waiting(code, member)
    screen = show_till(where, waiting.scan, clock_ms=waiting.clock_ms)
    screen.painted.connect(lambda: QTimer.singleShot(0, lambda: _say("painted")))
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
