"""Rewards as a customer looks at them: what can be had now, and how far it is to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import PayWithPoints
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.customer.face import across, down
from loyalpos.ui.customer.pieces import HIGH, LOW, Bar, Ground, Mark, Says
from loyalpos.ui.customer.told import MOST_REWARDS, MemberTold, StampsTold
from loyalpos.ui.words.points import named
from loyalpos.ui.words.rewards import missing_text, price_text, terms_text

__all__ = ["RewardLines"]

_LONGEST_NAME = 48


class _Line(QWidget):
    """A reward, or a stamp card: its mark, its name, and what it takes."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark("gift")
        self._name = Says(34, 600, alignment=LOW)
        self._more = Says(26, 400, "quiet", HIGH)
        words = down(((self._name, 3), (self._more, 2)), tight=True)
        across(((self._mark, 0), (words, 1)), self)

    def show_reward(self, offer: Offer, points_name: str) -> None:
        """Show a reward that is in reach."""
        is_taken = offer.state is OfferState.TAKEN
        self._mark.draw("tick" if is_taken else "gift", strong=is_taken)
        self._name.say(shortened(offer.reward.name, _LONGEST_NAME), is_data=True)
        pays = isinstance(offer.reward, PayWithPoints) and not is_taken
        # What a point is worth says more than from how many to how many.
        price = terms_text(offer, points_name) if pays else price_text(offer, points_name)
        missing = missing_text(offer, points_name) if offer.state is not OfferState.NO_BILL_YET else ""
        if is_taken:
            self._more.say(self.tr("In this bill: {price}").format(price=price))
        else:
            self._more.say(" · ".join(part for part in (price, missing) if part))
        self.show()

    def show_stamps(self, card: StampsTold) -> None:
        """Show a stamp card."""
        self._mark.draw("card", strong=bool(card.full))
        self._name.say(shortened(card.name, _LONGEST_NAME), is_data=True)
        words = self.tr("{count} of {size} stamps").format(count=card.stamps, size=card.size)
        if card.full:
            words = self.tr("Full! {stamps} on the next").format(stamps=words)
        self._more.say(words)
        self.show()


class RewardLines(Ground):
    """The card with what a member's points, and stamps, are good for."""

    def __init__(self) -> None:
        super().__init__("card", "line")
        self._title = Says(28, 600, "quiet")
        self._lines = [_Line() for _ in range(MOST_REWARDS)]
        self._coming = QWidget()
        self._coming_title = Says(32, 600, alignment=LOW)
        self._coming_name = Says(27, 400, "quiet", HIGH)
        self._bar = Bar()
        words = down(((self._coming_title, 3), (self._coming_name, 3)), tight=True)
        down(((words, 1), (self._bar, 0)), self._coming)
        self._rows = down(
            ((self._title, 2), *((line, 4) for line in self._lines), (self._coming, 6), (None, 0)),
            self,
            framed=True,
            slim=True,
        )

    def show_member(self, told: MemberTold) -> None:
        """Show what there is; nothing to show takes the card away."""
        rows = [*told.cards]
        room = MOST_REWARDS - len(rows) - (told.coming is not None) - (told.bill is not None)
        offers = told.offers[: max(1, room)]
        for line in self._lines:
            line.hide()
        for line, offer in zip(self._lines, offers, strict=False):
            line.show_reward(offer, told.points_name)
        for line, card in zip(self._lines[len(offers) :], rows, strict=False):
            line.show_stamps(card)
        self._title.say(self.tr("You can have") if offers else self.tr("Collect and get"))
        self._say_coming(told)
        self._rows.setStretch(self._rows.count() - 1, 3 * max(0, room - len(offers)))
        self.setVisible(bool(offers or rows or told.coming))

    def _say_coming(self, told: MemberTold) -> None:
        offer = told.coming
        self._coming.setVisible(offer is not None)
        if offer is None:
            return
        words = self.tr("Only {points} to go")
        self._coming_title.say(words.format(points=named(offer.missing, told.points_name)))
        self._coming_name.say(shortened(offer.reward.name, _LONGEST_NAME), is_data=True)
        whole = max(offer.least_points, offer.points, 1)
        self._bar.set_part(whole - offer.missing, whole)
        self._bar.setAccessibleName(self._coming_title.text())
