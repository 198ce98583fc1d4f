"""What the open bill earns, explained before Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from loyalpos.engine.acts import Desk
from loyalpos.engine.earning import EarnLine
from loyalpos.engine.rewards import Quote
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.earning import line_points, line_text, short_line
from loyalpos.ui.words.points import called, capital, signed

__all__ = ["EarnBox"]


class EarnBox(CounterPanel):
    """The points of the open bill, huge, with one line for each rule."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._quote: Quote | None = None
        self._desk: Desk | None = None
        self._only_reasons = False
        self._waits = False
        self._card = Panel(fill="brand_soft", edge="", padding=(14, 8) if compact else (16, 12))
        self._label = Words("", "base", wrap=True)
        self._points = as_data(Fitted("", "display", "brand"))
        self._lines = QGridLayout()
        self._lines.setColumnStretch(0, 1)
        self._texts: list[tuple[Words, Words]] = []
        self._short = Words("", "small", wrap=True)
        self._top = QHBoxLayout()
        self._top.addWidget(self._label, 1, Qt.AlignmentFlag.AlignBottom)
        self._top.addWidget(self._points, 0, Qt.AlignmentFlag.AlignBottom)
        self._card.body.addLayout(self._top)
        self._card.body.addLayout(self._lines)
        self._card.body.addWidget(self._short)
        self.whole.addWidget(self._card)
        self._take_sizes()
        self.retranslate()

    def show_earning(self, quote: Quote | None, desk: Desk | None, *, waits: bool = False) -> None:
        """Show what the bill earns; None while there is no total, or while it ``waits`` for points to pay."""
        self._quote, self._desk, self._waits = quote, desk, waits
        self.retranslate()

    def show_only_reasons(self, *, on: bool) -> None:
        """Leave the number of points to another place, or show it here."""
        if on != self._only_reasons:
            self._only_reasons = on
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        quote = self._quote
        has_member = self._desk is None or self._desk.member is not None
        lines = () if quote is None else quote.earning.lines
        points = 0 if quote is None else quote.earning.points
        self._points.setText("–" if self._waits else signed(points))
        has_headline = not (self._only_reasons and quote is not None and has_member)
        self._label.setVisible(has_headline)
        self._points.setVisible(has_headline and has_member)
        self._points.set_tone("quiet" if quote is None else "brand")
        self._label.setText(self._label_text(points, has_member=has_member))
        self._show_lines(lines if not self.compact and has_member else ())
        name = called(self._points_name())
        # The advice stands where the first rule will, so that nothing below jumps at the first digit.
        advice = "" if quote is not None else self._advice().format(points=name)
        self._short.setText(advice or " · ".join(short_line(line, self._points_name()) for line in lines))
        self._short.set_tone("quiet" if quote is None else "ink")
        has_reasons = has_member and bool(lines)
        self._short.setVisible(bool(advice) or (self.compact and has_reasons))
        self._card.setVisible(has_headline or has_reasons)

    def _advice(self) -> str:
        if self._waits:
            return self.tr("Correct the {points} that pay first")
        return self.tr("Type the total to see its {points}")

    def _label_text(self, points: int, *, has_member: bool) -> str:
        if not has_member and points <= 0:
            return self.tr("Customer without a card")
        if not has_member:
            words = self.tr("As a member the customer would get {points} {points_name}")
            return words.format(points=signed(points), points_name=self._points_name())
        return capital(called(self._points_name())) if self.compact else self.tr("The customer gets")

    def _points_name(self) -> str:
        return "" if self._desk is None else self._desk.program.points_name

    def _show_lines(self, lines: tuple[EarnLine, ...]) -> None:
        while len(self._texts) < len(lines):
            row = len(self._texts)
            pair = (Words("", "small", wrap=True), as_data(Words("", "small")))
            self._lines.addWidget(pair[0], row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(pair[1], row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._texts.append(pair)
        for place, (text, points) in enumerate(self._texts):
            is_shown = place < len(lines)
            text.setVisible(is_shown)
            points.setVisible(is_shown)
            if is_shown:
                text.setText(line_text(lines[place], self._points_name()))
                points.setText(line_points(lines[place]))

    def _take_sizes(self) -> None:
        look = theme()
        self._lines.setVerticalSpacing(look.px(6))
        self._lines.setHorizontalSpacing(look.gap)
        self._top.setSpacing(look.gap)
