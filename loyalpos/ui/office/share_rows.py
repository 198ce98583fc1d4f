"""Rows with a bar each: what is counted, how far the bar reaches, and the figure behind it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from loyalpos.ui.widgets.marks import ProgressLine
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Share", "ShareRows"]

_WHOLE_BP = 10_000


class Share(Struct, frozen=True):
    """One row: its words, a share in basis points, and how it is written."""

    words: str
    share_bp: int
    figure: str


class ShareRows(QWidget, Themed):
    """Rows under each other whose bars begin and end at the same places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Words, ProgressLine, Words]] = []
        self.follow_theme()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show other rows; as many as there are stay the same widgets."""
        while len(self._rows) < len(shares):
            self._add()
        for (words, line, figure), share in zip(self._rows, shares, strict=False):
            words.setText(share.words)
            line.set_part(share.share_bp, _WHOLE_BP)
            line.setAccessibleName(share.words)
            figure.setText(share.figure)
        for at, row in enumerate(self._rows):
            for part in row:
                part.setVisible(at < len(shares))

    def texts(self) -> tuple[tuple[str, str], ...]:
        """What stands in the rows: their words and figures."""
        return tuple((words.text(), figure.text()) for words, _, figure in self._rows if not words.isHidden())

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(8))

    def _add(self) -> None:
        words, line, figure = (
            Words("", parent=self),
            ProgressLine(parent=self),
            Words("", "figure_strong", parent=self),
        )
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        at = len(self._rows)
        for column, part in enumerate((words, line, figure)):
            self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter)
        self._rows.append((words, line, figure))
