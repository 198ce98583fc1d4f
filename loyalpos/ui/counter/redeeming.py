"""Rewards in the open bill: which are taken, and how many points pay."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from loyalpos.engine.acts import Desk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import PayWithPoints
from loyalpos.engine.rewards import Offer, OfferState, Quote, offers, points_by_blocks
from loyalpos.engine.vouchers import Presented
from loyalpos.errors import WrongPointsToPay
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.screen import CounterScreen
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.refusals import sentence

__all__ = ["Redeeming"]


class Redeeming(QObject):
    """This keeps what a cashier chose; what it is worth the engine says anew at every key.

    Signals:
        changed(): A reward or a voucher was taken in, out, or in another number.
    """

    changed = Signal()

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._paying: Offer | None = None
        self.listed: tuple[Offer, ...] = ()
        self.taken: tuple[Taken, ...] = ()
        self.vouchers: tuple[Presented, ...] = ()
        self.problem = ""

    def join(self, screen: CounterScreen) -> None:
        """Listen to the rewards and to the points that pay."""
        screen.rewards.taken.connect(self._take_or_leave)
        screen.rewards.denied.connect(self._deny)
        screen.bill.points.edited.connect(self._type_points)
        screen.bill.points.stepped.connect(self._step_points)

    def forget(self) -> None:
        """Choose anew."""
        self.taken = ()
        self.vouchers = ()
        self.problem = ""

    def show_voucher(self, voucher: Presented) -> None:
        """Take a voucher into the bill; scanned once more, it is taken out."""
        notices, left = self._kit.notices, tuple(one for one in self.vouchers if one != voucher)
        if left == self.vouchers:
            self.vouchers = (*left, voucher)
            notices.done(voucher.kind.name, self.tr("It is in this bill – scan it once more to take it out."))
        else:
            self.vouchers = left
            notices.done(voucher.kind.name, self.tr("It is out of this bill and stays good."))
        self._kit.play(Tone.TICK)
        self.changed.emit()

    def enter(self) -> None:
        """Choose by number, or Enter for the best."""
        if not self._kit.screen.rewards.enter():
            self._kit.play(Tone.TICK)

    def show(self, desk: Desk, bill: Bill | None, quote: Quote | None) -> None:
        """Show the rewards as the bill stands."""
        listed: tuple[Offer, ...] = ()
        if desk.member is not None:
            listed = offers(
                desk.program,
                desk.footing,
                bill,
                spendable=desk.spendable,
                stock=desk.stock,
                today=desk.given_today,
                stamps=desk.stamps,
                taken=self.taken,
                vouchers=self.vouchers,
                membership=desk.discount(bill),
            )
        self.listed = listed
        name = desk.program.points_name
        screen = self._kit.screen
        paying = [
            offer
            for offer in listed
            if offer.state is OfferState.TAKEN and isinstance(offer.reward, PayWithPoints)
        ]
        self._paying = paying[-1] if paying else None
        screen.bill.points.show_offer(self._paying, self._chosen_points(), name)
        wrong = [one for one in quote.refused if isinstance(one, WrongPointsToPay)] if quote else []
        self.problem = sentence(wrong[0], points_name=name) if wrong else ""
        screen.bill.points.show_problem(self.problem)
        screen.rewards.show_offers(
            listed,
            name,
            has_member=desk.member is not None,
            wrong=self._paying.reward.id if self.problem and self._paying is not None else "",
            why=self.problem,
        )

    def _take_or_leave(self, reward: str) -> None:
        is_taken = any(choice.reward == reward for choice in self.taken)
        if is_taken:
            self.taken = tuple(choice for choice in self.taken if choice.reward != reward)
        else:
            cards = {offer.reward.id: offer.card for offer in self.listed}
            self.taken = (*self.taken, Taken(reward, card=cards.get(reward, "")))
        self.changed.emit()
        bill = self._kit.screen.bill
        if not is_taken and self._paying is not None and self._paying.reward.id == reward:
            # Digits now mean how many points; Enter records with the most, as it would in the total.
            bill.points.enter()
        else:
            bill.total.enter()

    def _deny(self) -> None:
        self._kit.play(Tone.ERROR)

    def _type_points(self, text: str) -> None:
        digits = text.replace(".", "")
        points = int(digits) if digits else None
        # Also when a scan has passed through the field and the number was put back.
        is_most = self._paying is not None and points == self._paying.most_points
        self._pay(None if is_most else points)

    def _step_points(self, blocks: int) -> None:
        if self._paying is None or not self._paying.most_points:
            return
        chosen = self._chosen_points()
        now = self._paying.most_points if chosen is None else chosen
        self._pay(points_by_blocks(self._paying, now, blocks))

    def _pay(self, points: int | None) -> None:
        if self._paying is None:
            return
        mine = self._paying.reward.id
        self.taken = tuple(
            replace(choice, points=points) if choice.reward == mine else choice for choice in self.taken
        )
        self.changed.emit()

    def _chosen_points(self) -> int | None:
        if self._paying is None:
            return None
        mine = self._paying.reward.id
        return next((choice.points for choice in self.taken if choice.reward == mine), None)
