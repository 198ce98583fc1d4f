"""Nobody is served: the shop's name, a welcome, how points are collected, and the way to the shop."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.customer.face import Face, across, down, turn
from loyalpos.ui.customer.pieces import HIGH, LOW, Code, Ground, Mark, Says
from loyalpos.ui.customer.told import IdleTold

__all__ = ["IdleFace"]

MOST_LINES: Final = 3
_LONGEST_WORDS: Final = 200
_LONGEST_SHOP: Final = 90


class IdleFace(Face):
    """The face most people see first."""

    def __init__(self) -> None:
        super().__init__()
        self._told = IdleTold("")
        self._welcome = Says(34, 400, "hero", LOW)
        self._shop = Says(84, 700, "hero")
        self._words = Says(32, 400, "hero", HIGH)
        self._title = Says(34, 700, "brand")
        self._lines = [Says(30) for _ in range(MOST_LINES)]
        self._rows = [QWidget() for _ in self._lines]
        self._code = Code()
        self._scan = Says(25, 600, alignment=LOW)
        self._reach = Says(23, 400, "quiet", HIGH)
        for row, line in zip(self._rows, self._lines, strict=True):
            # Sentences of printing, in the language of the screen.
            line.setProperty("for_customers", "yes")
            across(((Mark("tick"), 0), (line, 1)), row)
        self._hero = Ground("hero")
        down(
            ((None, 3), (self._welcome, 3), (self._shop, 8), (self._words, 4), (None, 4)),
            self._hero,
            framed=True,
        )
        self._card = Ground("card", "line")
        self._told_lines = down(
            ((None, 0), (self._title, 2), *((row, 3) for row in self._rows), (None, 0)),
            self._card,
            framed=True,
        )
        self._foot = QWidget()
        across(((self._code, 2), (down(((self._scan, 1), (self._reach, 1))), 3)), self._foot)
        self._side = QWidget()
        down(((self._card, 5), (self._foot, 3)), self._side, framed=True)
        self._whole = across(((self._hero, 11), (self._side, 9)), self, tight=True)
        self.retranslate()

    def show_idle(self, told: IdleTold) -> None:
        """Show what anybody may read."""
        self._told = told
        self.retranslate()

    def retranslate(self) -> None:
        """Say it."""
        told = self._told
        self._welcome.say(self.tr("Welcome to"))
        self._shop.say(shortened(told.shop, _LONGEST_SHOP), is_data=True)
        self._words.say(shortened(told.words, _LONGEST_WORDS), is_data=True)
        self._title.say(self.tr("How you collect") if told.lines else "")
        for at, (row, line) in enumerate(zip(self._rows, self._lines, strict=True)):
            text = told.lines[at] if at < len(told.lines) else ""
            line.say(text, is_data=True)
            row.setVisible(bool(text))
        for end in (0, self._told_lines.count() - 1):
            self._told_lines.setStretch(end, 2 * max(0, MOST_LINES - len(told.lines)))
        self._card.setVisible(bool(told.lines))
        self._side.setVisible(bool(told.lines or told.code))
        self._code.show_text(told.code)
        self._code.setAccessibleName(self.tr("Code to scan"))
        self._scan.say(self.tr("Scan to stay in touch"))
        self._reach.say(shortened(told.reach), is_data=True)
        self._foot.setVisible(bool(told.code))

    def turn(self, *, upright: bool) -> None:
        """The shop's name stands above the rest there."""
        turn(self._whole, upright=upright, parts=(10 if upright else 11, 9))
