"""The rewards: what can be taken into the open bill, and what is missing for the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.ui.counter.panel import CounterPanel
from loyalpos.ui.widgets.marks import KeyCap
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.rewards import missing_text, price_text, short_price, terms_text

__all__ = ["RewardsPanel"]

_OPEN = (OfferState.TAKEABLE, OfferState.TAKEN)


class RewardsPanel(CounterPanel):
    """Every reward with its price; those that can be taken carry the number that takes them.

    Signals:
        taken(str): The id of a reward to take into the bill, or out of it again.
        left(): Back to the bill.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._offers: tuple[Offer, ...] = ()
        self._points_name = ""
        self._has_member = True
        self._card = Panel(" ", flush=True)
        self._card.header.addWidget(KeyCap("F6"))
        self.rows = RowList("", numbered=True)
        self._empty = Words("", "base", "quiet", wrap=True)
        self._card.body.addWidget(self.rows)
        self._card.body.addWidget(self._empty)
        self.whole.addWidget(self._card)
        self.rows.chosen.connect(self._take)
        self.rows.left.connect(self.left)
        self.rows.left_upwards.connect(self.left)
        self._take_sizes()
        self._retranslate()

    def show_offers(self, offers: tuple[Offer, ...], points_name: str, *, has_member: bool = True) -> None:
        """Show the rewards of the moment; the row that is current stays the same reward.

        Args:
            has_member: Whether the bill is a member's; nobody else can take rewards.
        """
        was = self._current_reward()
        self._offers, self._points_name, self._has_member = offers, points_name, has_member
        self._retranslate()
        for place, offer in enumerate(offers):
            if was is not None and offer.reward.id == was and offer.state in _OPEN:
                self.rows.setCurrentIndex(self.rows.model().index(place, 0))
                return
        if was is not None and not self.rows.enter():
            self.left.emit()

    def enter(self) -> bool:
        """Put the focus on the first reward that can be taken; False where there is none."""
        return self.rows.enter()

    def _current_reward(self) -> str | None:
        place = self.rows.currentIndex().row()
        is_entered = self.rows.hasFocus() and 0 <= place < len(self._offers)
        return self._offers[place].reward.id if is_entered else None

    def _take(self, place: int) -> None:
        self.taken.emit(self._offers[place].reward.id)

    def _retranslate(self) -> None:
        self._card.set_title(self.tr("Can be redeemed now"))
        self.rows.setAccessibleName(self.tr("Rewards"))
        self._empty.setText(
            self.tr("No rewards yet – the owner adds them in the office (F10).")
            if self._has_member
            else self.tr("Rewards are for members – F4 adds the customer.")
        )
        self._empty.setVisible(not self._offers)
        self.rows.setVisible(bool(self._offers))
        self.rows.set_rows([self._row(offer) for offer in self._offers])

    def _row(self, offer: Offer) -> Row:
        is_open = offer.state in _OPEN
        taken = "✓ " + self.tr("chosen – once more takes it out")
        if offer.state is OfferState.TAKEN:
            detail = taken
        elif is_open:
            detail = terms_text(offer, self._points_name)
        else:
            detail = missing_text(offer, self._points_name)
        price = short_price(offer) if self.compact else price_text(offer, self._points_name)
        is_taken = offer.state is OfferState.TAKEN
        price = f"✓ {price}" if is_taken else price
        tone = "brand" if is_taken else "ink"
        return Row(offer.reward.name, detail[:1].upper() + detail[1:], price, tone, is_open)

    def _take_sizes(self) -> None:
        look = theme()
        self._empty.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
