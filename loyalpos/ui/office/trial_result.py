"""What a trial came to: figures with what they were, below each other."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.program import Program
from loyalpos.services.trial import Tried
from loyalpos.ui.office.worth import cost_vnd
from loyalpos.ui.widgets.marks import ProgressLine, Tone
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.trial import (
    Figure,
    budgets_figures,
    cause_figures,
    cost_figure,
    gain_figures,
    gift_figures,
    points_figure,
    tier_figures,
)

__all__ = ["TrialResult", "figures_of"]


def figures_of(tried: Tried) -> tuple[Figure, ...]:
    """List what is worth knowing of a trial, the weightiest first."""
    sums = tried.sums
    usual_vnd = sums.sales_vnd // max(1, sums.bills)
    # What a point costs is said of both or of none, or they could not stand beside each other.
    said_vnd = tried.draft.point_cost_vnd or tried.running.point_cost_vnd
    draft, running = (_costing(program, said_vnd) for program in (tried.draft, tried.running))
    gifts = tried.gifts
    cost = cost_figure(
        tried,
        cost_vnd(draft, sums.draft.points + gifts.draft.points, usual_vnd),
        cost_vnd(running, sums.recorded.points + gifts.recorded.points, usual_vnd),
    )
    return (
        points_figure(tried),
        cost,
        *gift_figures(tried),
        *cause_figures(tried),
        *tier_figures(tried),
        *gain_figures(tried),
        *budgets_figures(tried),
    )


def _costing(program: Program, said_vnd: int) -> Program:
    return replace(program, point_cost_vnd=program.point_cost_vnd or said_vnd)


class _FigureRow(QWidget, Themed):
    """A figure at the right of its name, bars and what else is said of it below."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addWidget(Words(figure.label, "base", wrap=True), 1)
        top = Qt.AlignmentFlag.AlignTop
        if figure.value:
            tone = "ink" if figure.change or not figure.grade else figure.grade
            self._row.addWidget(Words(figure.value, "figure_strong", tone), 0, top)
        if figure.change:
            self._row.addWidget(Words(figure.change, "figure_strong", figure.grade), 0, top)
        self._column.addLayout(self._row)
        for part, whole, is_draft in figure.bars:
            line = ProgressLine(Tone.BRAND if is_draft else Tone.PLAIN)
            line.set_part(part, whole)
            self._column.addWidget(line)
        for line_of_words in figure.more:
            self._column.addWidget(Words(line_of_words, "small", "quiet", wrap=True))
        self.setAccessibleName(" ".join(filter(None, (figure.label, figure.value, figure.change))))
        self.setAccessibleDescription("\n".join(figure.more))
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._row.setSpacing(look.px(6))


class TrialResult(QWidget, Themed):
    """The figures of a trial; nothing while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tried: Tried | None = None
        self._column = QVBoxLayout(self)
        self.figures: tuple[Figure, ...] = ()
        self.follow_theme()

    def show_tried(self, tried: Tried | None) -> None:
        """Show what a trial came to."""
        self._tried = tried
        self.figures = () if tried is None else figures_of(tried)
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for figure in self.figures:
            self._column.addWidget(_FigureRow(figure))
        self.setVisible(bool(self.figures))

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_tried(self._tried)
