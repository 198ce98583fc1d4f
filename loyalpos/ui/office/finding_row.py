"""One thing to look at once more: what, why, the bills it stands on, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.honesty import Finding
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.services.honesty import DayReview
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.honesty import bill_words, finding_sentence, finding_title, member_words, who_words

__all__ = ["FindingRow"]

_MOST_BILLS = 6


class FindingRow(Translated, QWidget, Themed):
    """A finding with its reason; one that was looked at says by whom and when.

    Signals:
        seen(Finding): A person has looked at it.
        member_wanted(UUID): The member it is about is to be looked at.
        records_wanted(Finding): What was recorded that day is to be looked at.
    """

    seen = Signal(object)
    member_wanted = Signal(object)
    records_wanted = Signal(object)

    def __init__(
        self,
        finding: Finding,
        review: DayReview,
        who: str,
        seen_by: tuple[str, int] | None,
        shop: ShopTime,
        points_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self._review, self._who, self._seen_by = review, who, seen_by
        self._shop, self._points_name = shop, points_name
        is_open = seen_by is None
        self._title = Words("", "strong", "ink" if is_open else "quiet", wrap=True)
        self._why = Words("", "base", "ink" if is_open else "quiet", wrap=True)
        self._bills = Words("", "small", "quiet", wrap=True)
        self._done = Words("", "small", "brand", wrap=True)
        self.acknowledge = ActionButton("", icon="tick")
        self.member = ActionButton("", look=Look.QUIET, icon="person")
        self.records = ActionButton("", look=Look.QUIET, icon="search")
        self._column = QVBoxLayout()
        for part in (self._title, self._why, self._bills, self._done):
            self._column.addWidget(part)
        self._column.addWidget(WrapRow(self.acknowledge, self.member, self.records))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(Line())
        self.acknowledge.setVisible(is_open)
        self._done.setVisible(not is_open)
        self.member.setVisible(finding.member in review.names)
        self.acknowledge.clicked.connect(self._tell_seen)
        self.member.clicked.connect(self._want_member)
        self.records.clicked.connect(self._want_records)
        self.retranslate()
        self.follow_theme()

    def texts(self) -> tuple[str, str, str]:
        """What it says: its title, its reason, and who has looked at it."""
        return self._title.text(), self._why.text(), "" if self._seen_by is None else self._done.text()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(10), look.space, look.px(10))
        self._column.setSpacing(look.px(4))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        found, names = self.finding, self._review.names
        member = (
            "" if found.member is None else member_words(names.get(found.member), known=found.member in names)
        )
        self._title.setText(f"{dates.day(found.day)} · {finding_title(found.kind)}")
        self._why.setText(finding_sentence(found, who_words(self._who), member, self._points_name))
        bills = [self._review.bills[one] for one in found.records if one in self._review.bills]
        shown = [
            bill_words(bill.at_ms, bill.number, bill.total_vnd, self._shop) for bill in bills[:_MOST_BILLS]
        ]
        if len(bills) > _MOST_BILLS:
            shown.append(self.tr("and %Ln more", "", len(bills) - _MOST_BILLS))
        self._bills.setText("\n".join(shown))
        self._bills.setVisible(bool(shown))
        if self._seen_by is not None:
            by, at_ms = self._seen_by
            time = dates.moment(from_ms(at_ms), self._shop)
            words = self.tr("Looked at by {who}, {time}") if by else self.tr("Looked at, {time}")
            self._done.setText(words.format(who=by, time=time))
        self.acknowledge.setText(self.tr("Looked at"))
        self.member.setText(self.tr("Show the member"))
        self.records.setText(self.tr("Show in the journal"))
        self.acknowledge.setAccessibleName(f"{self.acknowledge.text()}: {self._title.text()}")

    def _tell_seen(self) -> None:
        self.seen.emit(self.finding)

    def _want_member(self) -> None:
        self.member_wanted.emit(self.finding.member)

    def _want_records(self) -> None:
        self.records_wanted.emit(self.finding)
