"""The rewards: what can be taken into the open bill, and what is missing for the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rewards import Offer, OfferState, best_offer
from loyalpos.ui.counter.panel import CounterPanel, is_large, show_place
from loyalpos.ui.counter.reward_rows import RewardRows
from loyalpos.ui.widgets.marks import KeyCap
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.rewards import missing_text, price_text, short_price, terms_text

__all__ = ["RewardsPanel"]

_OPEN = (OfferState.TAKEABLE, OfferState.TAKEN)


class RewardsPanel(CounterPanel):
    """Every reward with its number and price; those that cannot be taken say why not.

    Signals:
        taken(str): The id of a reward to take into the bill, or out of it again.
        denied(): A reward was asked for that cannot be taken; its row says why.
        left(): Back to the bill.
    """

    taken = Signal(str)
    denied = Signal()
    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._offers: tuple[Offer, ...] = ()
        self._points_name = ""
        self._has_member = True
        self._denied: str | None = None
        self._wrong, self._why = "", ""
        self._images: dict[str, QImage] = {}
        self._card = Panel(" ", flush=True)
        self._card.header.addWidget(KeyCap("F6"))
        self.rows = RewardRows()
        self._empty = Words("", "base", "quiet", wrap=True)
        self._card.body.addWidget(self.rows)
        self._card.body.addWidget(self._empty)
        self.whole.addWidget(self._card)
        self.rows.chosen.connect(self._take)
        self.rows.denied.connect(self._deny)
        self.rows.left.connect(self._leave)
        self.rows.left_upwards.connect(self._leave)
        self._take_sizes()
        self.retranslate()

    def show_offers(
        self,
        offers: tuple[Offer, ...],
        points_name: str,
        *,
        has_member: bool = True,
        wrong: str = "",
        why: str = "",
    ) -> None:
        """Show the rewards of the moment; the row that is current stays the same reward.

        Args:
            has_member: Whether the bill is a member's; nobody else can take rewards.
            wrong: The reward that is chosen in a way that cannot be, if one is.
            why: What is wrong with it.
        """
        was_entered = self.rows.hasFocus() and self.rows.currentIndex().isValid()
        self._offers, self._points_name, self._has_member = offers, points_name, has_member
        self._denied = None
        self._wrong, self._why = wrong, why
        self.retranslate()
        if not was_entered or self.rows.currentIndex().isValid():
            return
        if any(offer.state in _OPEN for offer in offers):
            self.rows.enter()
        else:
            self.left.emit()

    def show_photos(self, images: dict[str, QImage]) -> None:
        """Show small photos, by the reward's id; the strip in large text has no room for them."""
        self._images = images
        self._place_photos()

    def enter(self) -> bool:
        """Put the focus on the best reward; False where there is none at all.

        Where none can be taken the focus comes all the same: a number then says why not, instead of
        being typed into the total.
        """
        self._forget_denied()
        return self.rows.enter()

    def _take(self, place: int) -> None:
        self._forget_denied()
        self.taken.emit(self._offers[place].reward.id)

    def _deny(self, place: int) -> None:
        self._denied = self._offers[place].reward.id
        self.retranslate()
        show_place(self.rows, self.rows.visualRect(self.rows.model().index(place, 0)))
        self.denied.emit()

    def _leave(self) -> None:
        self._forget_denied()
        self.left.emit()

    def _forget_denied(self) -> None:
        if self._denied is not None:
            self._denied = None
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        can_take = any(offer.state in _OPEN for offer in self._offers)
        self._card.set_title(
            self.tr("Can be redeemed now") if can_take else self.tr("Rewards – none can be taken yet")
        )
        self.rows.setAccessibleName(self.tr("Rewards"))
        self._empty.setText(
            self.tr("No rewards yet – the owner adds them in the office (F10).")
            if self._has_member
            else self.tr("Rewards are for members – F4 adds the customer.")
        )
        self._empty.setVisible(not self._offers)
        self.rows.setVisible(bool(self._offers))
        best = best_offer(self._offers) or next((one for one in self._offers if one.state in _OPEN), None)
        self.rows.set_rewards(
            [self._row(offer) for offer in self._offers],
            None if best is None else self._offers.index(best),
        )
        self._place_photos()

    def _place_photos(self) -> None:
        has_room = not (self.compact and is_large())
        places = enumerate(offer.reward.id for offer in self._offers) if has_room else ()
        self.rows.show_pictures({at: self._images[one] for at, one in places if one in self._images})

    def _row(self, offer: Offer) -> Row:
        is_open = offer.state in _OPEN
        is_wrong = bool(self._wrong) and offer.reward.id == self._wrong
        is_denied = is_wrong or offer.reward.id == self._denied
        taken = "✓ " + self.tr("chosen – once more takes it out")
        if is_wrong:
            detail = self._why
        elif offer.state is OfferState.TAKEN:
            detail = taken
        elif is_open:
            detail = terms_text(offer, self._points_name)
        else:
            detail = missing_text(offer, self._points_name)
        if is_denied:
            # The strip has room for the reason alone.
            is_bare = self.compact or is_wrong
            why = detail[:1].upper() + detail[1:] if is_bare else self._denial(detail)
            detail = f"✕ {why}"
        price = short_price(offer) if self.compact else price_text(offer, self._points_name)
        is_taken = offer.state is OfferState.TAKEN and not is_wrong
        price = f"✓ {price}" if is_taken else price
        tone = "brand" if is_taken else "ink"
        return Row(offer.reward.name, detail[:1].upper() + detail[1:], price, tone, is_open, is_denied)

    def _denial(self, why: str) -> str:
        return self.tr("Cannot be taken: {why}").format(why=why)

    def _take_sizes(self) -> None:
        look = theme()
        self._empty.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
