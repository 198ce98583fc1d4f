"""What an owner should look at once more of the last days, and what was looked at already."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loyalpos.engine.honesty import Finding
from loyalpos.engine.watch import Watch
from loyalpos.errors import Refusal
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.finding_row import FindingRow
from loyalpos.ui.office.findings_count import COUNTED_DAYS
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.watch_form import WatchForm
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.honesty import DayReview

__all__ = ["FindingsBox"]

_DAYS = (7, 30)
_MOST_ROWS = 60


class FindingsBox(Translated, Panel):
    """The daily list: a row for each finding, those nobody has looked at first.

    Signals:
        opened(UUID): A member is to be looked at.
        records_wanted(Finding): What was recorded about a finding is to be looked at.
        counted(int): So many findings of the last days nobody has looked at.
    """

    opened = Signal(object)
    records_wanted = Signal(object)
    counted = Signal(int)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._reviews: dict[date, DayReview] = {}
        self.rows: list[FindingRow] = []
        self.days = ChoiceBox()
        self._which = Sentence({"days": self.days})
        self._said = Words("", wrap=True)
        self.change = ActionButton("", look=Look.QUIET, icon="edit")
        self.form = WatchForm()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Words("", "small", "quiet", wrap=True)
        self.body.addWidget(self._which)
        self.body.addWidget(self._said)
        self.body.addLayout(self._list)
        self.body.addWidget(self._more)
        self._change = WrapRow(self.change)
        self.body.addWidget(self._change)
        self.body.addWidget(self.form)
        self.form.hide()
        self.days.chosen.connect(self.refresh)
        self.change.clicked.connect(self._open_form)
        self.form.wanted.connect(self._keep)
        self.form.left.connect(self._close_form)
        self.retranslate()
        self.days.choose(str(_DAYS[0]))

    def refresh(self) -> None:
        """Read the days again, each by itself, so that the counter finds its members in between."""
        till = self._page.till
        if till is None:
            return
        self._reviews = {}
        today = till.shop.time.business_day(till.shop.now())
        days = [today - timedelta(days=back) for back in range(int(self.days.choice()))]
        for day in days:
            self._page.workplace.reader.run_latest(
                ("office-review", day),
                self._page.agreed(partial(_review, self._page, day)),
                done=partial(self._take, len(days)),
                refused=self._show_refused,
                unavailable=self._page.refuse,
                owner=self,
            )

    def forget(self) -> None:
        """Show nothing of what was read."""
        self._reviews = {}
        self._clear()
        self.form.hide()
        self._change.show()

    def said(self) -> str:
        """What is said of all of them."""
        return self._said.text()

    def _take(self, days: int, review: DayReview) -> None:
        self._reviews[review.day] = review
        if len(self._reviews) >= days:
            self._show()

    def _show_refused(self, error: Refusal) -> None:
        # Whoever may not look sees why where the list would be; the band stays for what was asked for.
        self._clear()
        self._said.setText(sentence(error))
        self.counted.emit(0)

    def _clear(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _show(self) -> None:
        till = self._page.till
        if till is None:
            return
        focus = QApplication.focusWidget()
        was_inside = focus is not None and any(row.isAncestorOf(focus) for row in self.rows)
        if was_inside:
            # The rows are made anew, and Qt would let the focus leave the page.
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear()
        reviews = [self._reviews[day] for day in sorted(self._reviews, reverse=True)]
        name = till.shop.named
        points = till.shop.program_on(till.honesty.today()).points_name
        time = till.shop.time
        still = [
            FindingRow(one, review, name(one.who), None, time, points)
            for review in reviews
            for one in review.open
        ]
        seen = [
            FindingRow(one.finding, review, name(one.finding.who), (name(one.by), one.at_ms), time, points)
            for review in reviews
            for one in review.seen
        ]
        rows = [*still, *seen]
        self.rows = rows[:_MOST_ROWS]
        for late in rows[_MOST_ROWS:]:
            late.deleteLater()
        for row in self.rows:
            self._list.addWidget(row)
            row.seen.connect(self._acknowledge)
            row.member_wanted.connect(self.opened)
            row.records_wanted.connect(self.records_wanted)
        if was_inside and still:
            self.rows[0].show()
            self.rows[0].acknowledge.setFocus(Qt.FocusReason.OtherFocusReason)
        self._more.setVisible(len(rows) > _MOST_ROWS)
        self._say(len(still))
        newest = till.honesty.today() - timedelta(days=COUNTED_DAYS)
        self.counted.emit(sum(len(review.open) for review in reviews if review.day > newest))

    def _say(self, still: int) -> None:
        if still:
            self._said.setText(self.tr("%Ln thing(s) to look at. None of them need be wrong.", "", still))
        elif self.rows:
            self._said.setText(self.tr("Everything has been looked at."))
        else:
            self._said.setText(
                self.tr(
                    "Nothing to look at: no card with unusually many bills, nothing redeemed and taken back, "
                    "nothing given by hand too often."
                )
            )

    def _acknowledge(self, finding: Finding) -> None:
        till = self._page.till
        if till is None:
            return
        self._page.workplace.writer.run(
            partial(till.honesty.acknowledge, finding),
            done=self._read_again,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _read_again(self, _done: object = None) -> None:
        self.refresh()

    # From where on -------------------------------------------------------------------------------

    def _open_form(self) -> None:
        till = self._page.till
        if till is None:
            return
        self.form.show_watch(till.shop.description.watch)
        self._change.hide()
        self.form.show()
        self.form.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self._change.show()
        self.change.setFocus()

    def _keep(self, watch: Watch) -> None:
        till = self._page.till
        if till is None:
            return
        self._page.workplace.writer.run(
            partial(till.honesty.watch, watch),
            done=self._say_kept,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _say_kept(self, _done: object) -> None:
        self._close_form()
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("To look at once more"))
        self.days.setAccessibleName(self.tr("Which days"))
        self.days.offer([(str(days), self.tr("the last {days} days").format(days=days)) for days in _DAYS])
        self._which.say(self.tr("What stands out in {days}"))
        self._more.setText(self.tr("There are more; look at these first."))
        self._more.hide()
        self.change.setText(self.tr("What stands out…"))
        self._say(sum(not row.texts()[2] for row in self.rows))


def _review(page: Page, day: date) -> DayReview:
    assert page.till is not None
    return page.till.honesty.of_day(day)
