"""The shorter faces: a customer without a card, what was just done, a card to photograph."""

from __future__ import annotations

from textwrap import wrap

from PySide6.QtCore import Qt

from loyalpos.engine.points_name import name_of
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.customer.face import Face, across, down, turn
from loyalpos.ui.customer.member_face import short_name
from loyalpos.ui.customer.pieces import Code, Ground, Says
from loyalpos.ui.customer.told import CodeTold, Collected, GivenBack, GuestTold
from loyalpos.ui.words.gifts import tier_name
from loyalpos.ui.words.points import named, signed

__all__ = ["CodeFace", "DoneFace", "GuestFace"]

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_HIGH = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class GuestFace(Face):
    """An invitation to join, with what this very bill would have brought."""

    def __init__(self) -> None:
        super().__init__()
        self._told: GuestTold | None = None
        self._title = Says(50, 700, "ink", _CENTRE)
        self._line = Says(32, 400, "quiet", _CENTRE)
        self._line.setProperty("for_customers", "yes")
        self._label = Says(30, 400, "quiet", _LOW)
        self._points = Says(150, 700, "brand", _CENTRE)
        self._name = Says(34, 600, "brand", _HIGH)
        self._how = Says(32, 600, "hero", _CENTRE)
        card = Ground("card", "line")
        down(
            ((self._title, 3), (self._label, 2), (self._points, 5), (self._name, 2), (self._line, 2)),
            card,
            framed=True,
        )
        hero = Ground("hero")
        down(((self._how, 1),), hero, framed=True)
        above = down(((card, 1),), framed=True)
        down(((above, 4), (hero, 1)), self, tight=True)

    def show_guest(self, told: GuestTold) -> None:
        """Show the invitation."""
        self._told = told
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        told = self._told
        if told is None:
            return
        points = told.points or 0
        self._title.say(self.tr("Not a member yet?"))
        self._label.say(self.tr("With a card this bill would bring you") if points else "")
        self._points.say(signed(points) if points else "", is_data=True)
        self._name.say(name_of(points, told.points_name) if points else "", is_data=True)
        self._line.say(told.line, is_data=True)
        self._how.say(self.tr("Joining is free: just ask at the counter"))


class DoneFace(Face):
    """What was just done, for a few seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._told: Collected | GivenBack | None = None
        self._title = Says(44, 600, "hero", _LOW)
        self._points = Says(230, 700, "hero", _CENTRE)
        self._name = Says(40, 600, "hero", _HIGH)
        self._more = Says(30, 400, "hero", _CENTRE)
        self._left = Says(40, 700, "hero", _CENTRE)
        self._thanks = Says(30, 400, "hero", _CENTRE)
        hero = Ground("hero")
        down(
            (
                (None, 1),
                (self._title, 3),
                (self._points, 8),
                (self._name, 2),
                (self._more, 3),
                (self._left, 3),
                (self._thanks, 2),
                (None, 1),
            ),
            hero,
            framed=True,
        )
        down(((hero, 1),), self)

    def show_done(self, told: Collected | GivenBack) -> None:
        """Show it."""
        self._told = told
        self.retranslate()

    def forget(self) -> None:
        """Say nothing of anybody any more."""
        self._told = None
        for piece in self.findChildren(Says):
            piece.say("")

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        match self._told:
            case Collected() as told:
                self._say_collected(told)
            case GivenBack() as told:
                self._say_given_back(told)
            case None:
                pass

    def _say_collected(self, told: Collected) -> None:
        is_member = told.balance is not None
        moved = (told.earned or -told.spent) if is_member else 0
        if moved > 0:
            title = self.tr("Collected")
        elif moved < 0:
            title = self.tr("Redeemed")
        else:
            title = ""
        self._title.say(title)
        self._points.say(signed(moved) if moved else "", is_data=True)
        self._name.say(name_of(moved, told.points_name) if moved else "", is_data=True)
        self._more.say(self._beside(told) if is_member else "")
        self._say_left(told.balance, told.points_name)
        if not is_member:
            self._left.say(self.tr("Thank you. See you soon!"))
            self._thanks.say("")
            return
        name = short_name(told.name)
        thanks = self.tr("Thank you, {name}. See you soon!") if name else self.tr("Thank you. See you soon!")
        self._thanks.say(thanks.format(name=name))

    def _beside(self, told: Collected) -> str:
        parts = []
        if told.tier:
            parts.append(
                self.tr("Congratulations – {tier}!").format(tier=tier_name(shortened(told.tier, 24)))
            )
        if told.rewards:
            names = ", ".join(shortened(one, 40) for one in told.rewards[:2])
            parts.append(self.tr("With this bill: {rewards}").format(rewards=names))
        for card, reward in told.full_cards[:1]:
            words = self.tr("{card} is full: next time {reward}")
            parts.append(words.format(card=shortened(card, 30), reward=shortened(reward, 30)))
        return "\n".join(parts)

    def _say_given_back(self, told: GivenBack) -> None:
        words = self.tr("Your return is noted") if told.returned else self.tr("The last entry was taken back")
        self._title.say(words)
        for piece in (self._points, self._name, self._more):
            piece.say("")
        self._say_left(told.balance, told.points_name)
        self._thanks.say(self.tr("Thank you. See you soon!"))

    def _say_left(self, balance: int | None, points_name: str) -> None:
        words = self.tr("You now have {points}")
        self._left.say("" if balance is None else words.format(points=named(balance, points_name)))


class CodeFace(Face):
    """A member's card as large as the screen allows."""

    def __init__(self) -> None:
        super().__init__()
        self._told: CodeTold | None = None
        self._code = Code()
        self._shop = Says(50, 700, "hero")
        self._title = Says(32, 600, "hero")
        self._how = Says(30, 400, "hero")
        self._digits = Says(30, 600, "hero")
        hero = Ground("hero")
        words = down(
            ((None, 1), (self._shop, 4), (self._title, 2), (self._how, 3), (self._digits, 2), (None, 1))
        )
        self._row = across(((self._code, 11), (words, 9)), hero, framed=True)
        down(((hero, 1),), self)

    def show_code(self, told: CodeTold) -> None:
        """Show a card."""
        self._told = told
        self.retranslate()

    def forget(self) -> None:
        """Say nothing of anybody any more."""
        self._told = None
        self._code.show_text("")
        for piece in self.findChildren(Says):
            piece.say("")

    def turn(self, *, upright: bool) -> None:
        """The code stands above the words there."""
        turn(self._row, upright=upright, parts=(11, 9))

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        told = self._told
        if told is None:
            return
        name = short_name(told.name)
        self._code.show_card(told.code)
        self._shop.say(shortened(told.shop), is_data=True)
        title = self.tr("{name}'s member card") if name else self.tr("Your member card")
        self._title.say(title.format(name=name))
        self._how.say(self.tr("Take a photo, and show it next time instead of a card"))
        self._digits.say(" ".join(wrap(told.code, 4)), is_data=True)
        self._code.setAccessibleName(title.format(name=name))
