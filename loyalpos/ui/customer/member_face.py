"""A member stands there: a greeting, the points, what they are good for, and what the bill brings."""

from __future__ import annotations

from loyalpos.engine.money import group_digits
from loyalpos.engine.points_name import name_of
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.customer.bill_line import BillLine
from loyalpos.ui.customer.face import Face, across, down, turn
from loyalpos.ui.customer.pieces import HIGH, LOW, Ground, Says
from loyalpos.ui.customer.reward_lines import RewardLines
from loyalpos.ui.customer.told import MemberTold
from loyalpos.ui.words import dates
from loyalpos.ui.words.gifts import measured_text, tier_name
from loyalpos.ui.words.points import named

__all__ = ["MemberFace", "short_name"]

_LONGEST_NAME = 24


def short_name(name: str) -> str:
    """Write a name as it fits a greeting."""
    return shortened(name, _LONGEST_NAME)


class MemberFace(Face):
    """What is said to a member, and to nobody else."""

    def __init__(self) -> None:
        super().__init__()
        self._told: MemberTold | None = None
        self._hello = Says(54, 700, "hero")
        self._tier = Says(28, 600, "hero", HIGH)
        self._label = Says(28, 600, "quiet", LOW)
        self._balance = Says(140, 700, "brand", LOW)
        self._name = Says(34, 600, "brand", HIGH)
        self._ending = Says(28, 600, "amber")
        self._to_tier = Says(28, 400)
        self._rewards = RewardLines()
        self._bill = BillLine()
        hero = Ground("hero")
        down(((self._hello, 3), (self._tier, 2)), hero, framed=True, slim=True, tight=True)
        self._sum = Ground("card", "line")
        down(
            (
                (None, 1),
                (self._label, 3),
                (self._balance, 9),
                (self._name, 3),
                (self._ending, 3),
                (self._to_tier, 4),
                (None, 2),
            ),
            self._sum,
            framed=True,
            slim=True,
        )
        self._pair = across(((self._sum, 9), (self._rewards, 11)))
        body = down(((self._pair, 10), (self._bill, 3)), framed=True)
        down(((hero, 2), (body, 8)), self, tight=True)

    def show_member(self, told: MemberTold) -> None:
        """Show a member, and the open bill."""
        self._told = told
        self.retranslate()

    def forget(self) -> None:
        """Say nothing of anybody any more."""
        self._told = None
        for piece in self.findChildren(Says):
            piece.say("")

    def turn(self, *, upright: bool) -> None:
        """The rewards stand under the points there."""
        turn(self._pair, upright=upright, parts=(9, 11))

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        told = self._told
        if told is None:
            return
        name = short_name(told.name)
        if told.has_bills:
            words = self.tr("Hello, {name}!") if name else self.tr("Hello!")
        else:
            words = self.tr("Welcome, {name}!") if name else self.tr("Welcome!")
        self._hello.say(words.format(name=name))
        self._tier.say(tier_name(shortened(told.tier, _LONGEST_NAME)) if told.tier else "")
        self._label.say(self.tr("You have"))
        self._balance.say(group_digits(told.balance), is_data=True)
        self._name.say(name_of(told.balance, told.points_name), is_data=True)
        self._ending.say(self._ending_text(told))
        self._to_tier.say(self._tier_text(told))
        self._rewards.show_member(told)
        self._bill.show_bill(told.bill, told.points_name)

    def _ending_text(self, told: MemberTold) -> str:
        if told.balance < 0:
            return self.tr("Your next purchase makes up for it")
        if told.ending is None:
            return ""
        last, points = told.ending
        words = self.tr("{points} good until {date}")
        return words.format(points=named(points, told.points_name), date=dates.day_near(last, told.today))

    def _tier_text(self, told: MemberTold) -> str:
        following = told.next_tier
        if following is None:
            return ""
        tier = tier_name(shortened(following.name, _LONGEST_NAME))
        if not following.amount:
            return self.tr("This bill brings you to {tier}!").format(tier=tier)
        amount = measured_text(following.reached_by, following.amount, told.points_name)
        return self.tr("{amount} more to {tier}").format(amount=amount, tier=tier)
