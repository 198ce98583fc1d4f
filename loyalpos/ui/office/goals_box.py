"""What the owner wants a month to bring, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.goals import Metric, Pace, days_of, month_of, next_month, pace
from loyalpos.engine.money import group_digits
from loyalpos.ui.office.goals_form import GoalsForm
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, ProgressLine, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.goals import figure_text, metric_name, pace_text
from loyalpos.ui.words.rewards import percent

if TYPE_CHECKING:
    from loyalpos.services.results import Month
    from loyalpos.services.till import Till

__all__ = ["GoalsBox"]

_WHOLE_BP = 10_000
_MORE_THAN_A_MONTH = 32
_TONES = {Pace.REACHED: Tone.BRAND, Pace.IN_TIME: Tone.PLAIN, Pace.BEHIND: Tone.AMBER, Pace.MISSED: Tone.RED}


class _GoalRow(QWidget, Themed):
    """One figure of the month; with a target a bar under it, and how it stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Words("")
        self._figure = Words("", "figure_strong")
        self._state = Chip("", Tone.PLAIN)
        self._line = ProgressLine()
        self._top = QHBoxLayout()
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self._state)
        self._top.addWidget(self._figure)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._line)
        self.follow_theme()

    def show_figure(self, metric: Metric, month: Month, points_name: str) -> None:
        """Show a figure, beside its target if it has one."""
        reached, target = month.figures[metric], month.targets.get(metric)
        written = figure_text(metric, reached, points_name)
        self._name.setText(metric_name(metric))
        self._line.setAccessibleName(metric_name(metric))
        for part in (self._state, self._line):
            part.setVisible(target is not None)
        if target is None:
            self._figure.setText(written)
            return
        standing = pace(reached, target, month.first, month.today)
        self._state.set_text(pace_text(standing), _TONES[standing])
        self._line.set_part(reached, target)
        wanted = figure_text(metric, target, points_name)
        self._figure.setText(f"{written} / {wanted} · {percent(reached * 100 // target * 100)}")

    def said(self) -> tuple[str, str, str]:
        """What stands here: the name, the figure, how it stands."""
        return self._name.text(), self._figure.text(), "" if self._state.isHidden() else self._state.text()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        self._top.setSpacing(look.px(12))


class GoalsBox(Translated, Panel):
    """A month's figures with their targets; another month is a click away, and so are other targets."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._month: Month | None = None
        self._first: date | None = None
        self.earlier = ActionButton("")
        self.later = ActionButton("")
        self.change = ActionButton("", icon="edit")
        self._gone = Words("", "small", "quiet", wrap=True)
        self.rows = {metric: _GoalRow(self) for metric in Metric}
        self.form = GoalsForm()
        self.body.addWidget(WrapRow(self.earlier, self.later, self.change))
        self.body.addWidget(self._gone)
        for row in self.rows.values():
            row.hide()
            self.body.addWidget(row)
        self.body.addWidget(self.form)
        self.form.hide()
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(_MORE_THAN_A_MONTH))
        self.change.clicked.connect(self._open_form)
        self.form.wanted.connect(self._aim)
        self.form.left.connect(self._close_form)
        self.retranslate()

    def refresh(self) -> None:
        """Add the month up again."""
        till = self._page.till
        if till is None:
            return
        # Not in the reader's lane: a big shop's bills take seconds, and the counter finds members there.
        self._page.workplace.files.run_latest(
            "office-month",
            _month_of(till, self._first),
            done=self._show_read,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _go(self, days: int) -> None:
        if self._month is not None:
            self._close_form()
            self._first = month_of(self._month.first + timedelta(days=days))
            self.refresh()

    def _show_read(self, month: Month) -> None:
        if self._first in (None, month.first):
            self._month = month
            self._show()

    def _show(self) -> None:
        month, till = self._month, self._page.till
        self.later.setEnabled(month is not None and month.first < month_of(month.today))
        self.earlier.setEnabled(month is not None)
        self.change.setEnabled(month is not None)
        if month is None or till is None:
            self.set_title(self.tr("Goals of the month"))
            self._gone.setText(self.tr("Adding up…"))
            return
        self.set_title(self.tr("Goals of {month}").format(month=dates.month_year(month.first)))
        begun, days = days_of(month.first, month.today)
        # The last day has begun and is not over yet.
        if month.today < next_month(month.first):
            words = self.tr("Day {begun} of {days}. Returned and undone bills are left out.")
        else:
            words = self.tr("The month is over. Returned and undone bills are left out.")
        self._gone.setText(words.format(begun=group_digits(begun), days=group_digits(days)))
        points_name = till.shop.program_on(month.today).points_name
        for metric, row in self.rows.items():
            row.show_figure(metric, month, points_name)
            row.show()

    def _open_form(self) -> None:
        month, till = self._month, self._page.till
        if month is None or till is None:
            return
        self.form.show_targets(month.targets, till.shop.program_on(month.today).points_name, month.first)
        self.form.show()
        self.change.hide()
        self.form.setFocus()

    def _close_form(self) -> None:
        if not self.form.isHidden():
            self.form.hide()
            self.change.show()
            self.change.setFocus()

    def _aim(self, targets: dict[Metric, int]) -> None:
        month, till = self._month, self._page.till
        if month is None or till is None:
            return
        self._page.workplace.writer.run(
            partial(_aim, till, month.first, targets),
            done=self._say_kept,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_kept(self, _nothing: None) -> None:
        self._close_form()
        self._page.tell(BannerKind.SUCCESS, self.tr("The goals are kept"))
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.earlier.setText(self.tr("Month before"))
        self.later.setText(self.tr("Month after"))
        self.change.setText(self.tr("Set goals…"))
        self._show()


def _month_of(till: Till, first: date | None) -> Callable[[], Month]:
    # What is asked for only in the lane is imported there.
    return lambda: till.results.month(first)


def _aim(till: Till, first: date, targets: dict[Metric, int]) -> None:
    till.results.aim(first, targets)
