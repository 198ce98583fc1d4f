"""The amount box: huge, right-aligned, grouped while typing, and still what the person typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.theme import theme

__all__ = ["AmountBox", "grouped"]

_SIGN = "₫"
_UNDO_STEPS = 200
_LONGEST = 40
_ROOM_FOR = "999.999.999"
_LEAST_PERCENT = 50


def grouped(digits: str) -> str:
    """Group plain digits by thousands: ``125000`` becomes ``125.000``."""
    head = len(digits) % 3 or 3
    parts = [digits[:head], *(digits[at : at + 3] for at in range(head, len(digits), 3))]
    return ".".join(part for part in parts if part)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdigit()


class AmountBox(Box):
    """A box for one amount in đồng.

    What a person typed (``typed``) and what the box shows are kept apart: plain digits are shown
    in groups, anything else (``85k``, ``1.250``, ``1,2tr``) is shown as it is. Reading it is the
    engine's part, given as ``parse``: text in, an ``int`` in đồng out, or any other object that
    says why it is not one. Where the amount differs from the digits shown (thousands mode) the
    amount meant is painted at the left.

    Signals:
        amount_changed(object): The amount in đồng, what ``parse`` said instead, or None for an
            empty box.
        submitted(): Enter was pressed.
    """

    amount_changed = Signal(object)
    submitted = Signal()

    def __init__(
        self, parse: Callable[[str], int | object], *, role: str = "display", parent: QWidget | None = None
    ) -> None:
        self._parse = parse
        self._role = role
        self._typed = ""
        self._before: list[str] = []
        self._given_vnd: int | None = None
        self._verdict: object = None
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # 10 kB pastes are cut here already; no amount is longer.
        self.setMaxLength(_LONGEST)
        self.textEdited.connect(self._take_edit)
        self.returnPressed.connect(self.submitted)

    def typed(self) -> str:
        """What the person typed, without the dots the box put in."""
        return self._typed

    def amount_vnd(self) -> int | None:
        """The amount in đồng, or None while there is none."""
        return self._verdict if isinstance(self._verdict, int) else None

    def verdict(self) -> object:
        """What ``parse`` said of the text; None for an empty box."""
        return self._verdict

    def set_amount(self, amount_vnd: int | None) -> None:
        """Put an amount in, or empty the box; typing starts anew."""
        self._before.clear()
        # Kept beside the text, since thousands mode would read 85 đồng as 85.000.
        self._given_vnd = amount_vnd
        self._show("" if amount_vnd is None else str(amount_vnd))

    def read_again(self) -> None:
        """Ask ``parse`` again, after thousands mode was switched."""
        self._judge()

    def undo_typing(self) -> bool:
        """Take back the last change a person made; False if there is none."""
        if not self._before:
            return False
        self._given_vnd = None
        self._show(self._before.pop())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo by our own memory: regrouping empties Qt's."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_typing()
            return
        super().keyPressEvent(event)

    def follow_theme(self) -> None:
        """Take the huge font and leave room for the sign."""
        super().follow_theme()
        look = theme()
        self.setTextMargins(look.px(12), look.px(2), self._sign_width() + look.px(22), look.px(2))
        self._fit_font()

    def sizeHint(self) -> QSize:
        """Room for 999.999.999 in full size."""
        metrics = QFontMetrics(theme().font(self._role))
        return QSize(metrics.horizontalAdvance(_ROOM_FOR) + self._aside(), metrics.height() + theme().px(16))

    def minimumSizeHint(self) -> QSize:
        """Room for the same in half the size: the digits shrink before they are cut."""
        metrics = QFontMetrics(theme().font(self._role))
        width = metrics.horizontalAdvance(_ROOM_FOR) * _LEAST_PERCENT // 100
        return QSize(width + self._aside(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the digits where the box is narrow."""
        super().resizeEvent(event)
        self._fit_font()

    def _aside(self) -> int:
        return self._sign_width() + theme().px(46)

    def _fit_font(self) -> None:
        font = theme().font(self._role)
        wanted = QFontMetrics(font).horizontalAdvance(_ROOM_FOR)
        room = self.width() - self._aside()
        if 0 < room < wanted:
            font.setPixelSize(font.pixelSize() * max(_LEAST_PERCENT, room * 100 // wanted) // 100)
        if font != self.font():
            self.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign at the right and, where it differs, the amount meant at the left."""
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font("title"))
        painter.setPen(look.colour("quiet"))
        sign = QRect(self.width() - self._sign_width() - look.px(16), 0, self._sign_width(), self.height())
        # The sign stands on the base line of the digits, not in the middle of the box.
        digits = QFontMetrics(self.font())
        base = (self.height() - digits.height()) // 2 + digits.ascent()
        painter.drawText(sign.left(), base, _SIGN)
        meant = self._meant()
        if meant:
            painter.setFont(look.font("strong"))
            painter.setPen(look.colour("brand"))
            painter.drawText(look.px(16), base, meant)

    def _meant(self) -> str:
        amount = self.amount_vnd()
        if amount is None or str(amount) == self.text().replace(".", ""):
            return ""
        return f"= {grouped(str(amount))} {_SIGN}"

    def _sign_width(self) -> int:
        return QFontMetrics(theme().font("title")).horizontalAdvance(_SIGN)

    def _take_edit(self, shown: str) -> None:
        was_grouped = _is_plain(self._typed) and len(self._typed) > 3
        previous = grouped(self._typed) if was_grouped else self._typed
        typed = _without_own_dots(previous, shown) if was_grouped else shown
        if typed != self._typed:
            self._before.append(self._typed)
            del self._before[:-_UNDO_STEPS]
        after = len(shown) - self.cursorPosition()
        self._given_vnd = None
        self._show(typed)
        if _is_plain(typed):
            digits_after = sum(letter != "." for letter in shown[len(shown) - after :])
            self.setCursorPosition(_place_before(self.text(), digits_after))

    def _show(self, typed: str) -> None:
        self._typed = typed
        shown = grouped(typed) if _is_plain(typed) else typed
        if shown != self.text():
            place = len(self.text()) - self.cursorPosition()
            self.setText(shown)
            self.setCursorPosition(max(0, len(shown) - place))
        self._judge()

    def _judge(self) -> None:
        if self._given_vnd is not None:
            self._verdict = self._given_vnd
        else:
            self._verdict = self._parse(self._typed) if self._typed.strip() else None
        self.set_wrong(self._verdict is not None and not isinstance(self._verdict, int))
        self.update()
        self.amount_changed.emit(self._verdict)


def _without_own_dots(previous: str, shown: str) -> str:
    """What was typed, when the box showed ``previous`` (dots its own) and a person made it ``shown``."""
    head = 0
    while head < min(len(previous), len(shown)) and previous[head] == shown[head]:
        head += 1
    tail = 0
    most = min(len(previous), len(shown)) - head
    while tail < most and previous[-1 - tail] == shown[-1 - tail]:
        tail += 1
    put_in = shown[head : len(shown) - tail]
    taken = previous[head : len(previous) - tail]
    before = shown[:head].replace(".", "")
    behind = shown[len(shown) - tail :].replace(".", "")
    if taken == "." and not put_in:
        # Backspace over one of our dots means the digit before it.
        before = before[:-1]
    return before + put_in + behind


def _place_before(text: str, digits_after: int) -> int:
    place = len(text)
    while place > 0 and digits_after > 0:
        place -= 1
        digits_after -= text[place] != "."
    return place
