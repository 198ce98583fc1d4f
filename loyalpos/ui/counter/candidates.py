"""The live list under the one box: who it may be, or an offer to enrol."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.engine.times import ShopTime
from loyalpos.ui.counter.panel import CounterPanel, shortened
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates

__all__ = ["CandidateList"]

_MOST_ROWS = 9
_MOST_ROWS_COMPACT = 5


class CandidateList(CounterPanel):
    """Members that fit what is typed, the likeliest on top.

    Digits go on typing in the box; only after ``enter`` they choose a row.

    Signals:
        chosen(object): The UUID of the member.
        enrol_wanted(): Nobody was found and the offer to enrol was taken.
        left(): Back to the box.
        closed(): The button that takes the list away was pressed.
    """

    chosen = Signal(object)
    enrol_wanted = Signal()
    left = Signal()
    closed = Signal()

    def __init__(
        self, shop: ShopTime | None = None, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(compact=compact, parent=parent)
        self._shop = shop or ShopTime()
        self._candidates: tuple[Candidate, ...] = ()
        self._typed = ""
        self._nobody = False
        self._card = Panel(flush=True)
        self.rows = RowList("", numbered=True, most_rows=_MOST_ROWS_COMPACT if compact else _MOST_ROWS)
        self._hint = Words("", "small", "quiet", wrap=True)
        self._sentence = Words("", "strong", wrap=True)
        self._advice = Words("", "small", "quiet", wrap=True)
        self._enrol = ActionButton("", "Enter", Look.PRIMARY)
        self._leave = ActionButton("", "Esc", Look.QUIET)
        self._below = QVBoxLayout()
        for part in (self._hint, self._sentence, self._advice, self._enrol):
            self._below.addWidget(part)
        self._below.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignRight)
        self._card.body.addWidget(self.rows)
        self._card.body.addLayout(self._below)
        self.whole.addWidget(self._card)
        self.rows.chosen.connect(self._choose)
        self.rows.left.connect(self.left)
        self.rows.left_upwards.connect(self.left)
        self._enrol.clicked.connect(self.enrol_wanted)
        self._leave.clicked.connect(self.closed)
        self._take_sizes()
        self.retranslate()

    def set_shop(self, shop: ShopTime) -> None:
        """Show days by another shop's clock."""
        self._shop = shop
        self.retranslate()

    def show_candidates(self, candidates: tuple[Candidate, ...], typed: str) -> None:
        """List who fits what is typed; nobody at all leaves the list empty."""
        self._candidates, self._typed, self._nobody = candidates, typed, False
        self.retranslate()

    def show_none(self, typed: str) -> None:
        """Say that nobody fits, and offer to enrol."""
        self._candidates, self._typed, self._nobody = (), typed, True
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        if self._candidates or self._nobody:
            self.show_candidates((), "")

    def enter(self) -> bool:
        """Put the focus on the first row; False where the list has none."""
        return self.rows.enter()

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._candidates[place].id)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.rows.setAccessibleName(self.tr("Customers found"))
        self._enrol.setText(self.tr("Add customer"))
        self._leave.setText(self.tr("Close the list"))
        self._hint.setText(self.tr("Enter takes the top one · ↓ then 1–9 takes another"))
        nobody = self.tr("Nobody found for “{typed}”")
        self._sentence.setText(nobody.format(typed=shortened(self._typed, 30)))
        self._advice.setText(self.tr("Try another part of the name or number, or add the customer now."))
        self.rows.set_rows([self._row(candidate) for candidate in self._candidates])
        self.rows.setVisible(bool(self._candidates))
        self._hint.setVisible(bool(self._candidates))
        self._sentence.setVisible(self._nobody)
        self._advice.setVisible(self._nobody)
        self._enrol.setVisible(self._nobody)

    def _row(self, candidate: Candidate) -> Row:
        phone = self.tr("no phone") if candidate.phone is None else masked(candidate.phone)
        if self.compact and candidate.phone is not None:
            phone = f"… {candidate.phone[-4:]}"
        if candidate.last_visit is None:
            visited = self.tr("no visit yet")
        else:
            words = "{date}" if self.compact else self.tr("last visit {date}")
            visited = words.format(date=dates.day(self._shop.business_day(candidate.last_visit)))
        return Row(
            candidate.name or self.tr("No name yet"), f"{phone} · {visited}", group_digits(candidate.balance)
        )

    def _take_sizes(self) -> None:
        look = theme()
        self._below.setContentsMargins(look.space, look.px(10), look.space, look.px(12))
        self._below.setSpacing(look.px(8))
