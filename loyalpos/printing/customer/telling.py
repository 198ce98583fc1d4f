"""What every sentence needs: the language, the program it is about, and what its ids are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from msgspec import Struct, field

from loyalpos.engine.conditions import Match
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.points_name import USUAL_NAMES, join_name, split_name
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Limit
from loyalpos.engine.side_programs import Plan, VoucherKind
from loyalpos.printing.customer.tongue import Tongue

__all__ = ["Telling", "factor", "percent", "sentence", "spoken_name", "spoken_rate"]

_WHOLE_BP = 10_000
_FRACTIONS = (3, 6, 7, 9)
"""What people say by parts."""


class Telling(Struct, frozen=True):
    """This is one telling of a program.

    Attributes:
        tongue: The language it is told in.
        program: What is told.
        items: What the items are called that rules name by id; what is missing stands as it is spelled.
    """

    tongue: Tongue
    program: Program
    items: Mapping[str, str] = field(default_factory=dict)

    def points(self, count: int) -> str:
        """Write a number of points with their name, on one line."""
        return f"{group_digits(count)}\u00a0{self.called(count)}"

    def called(self, count: int = 2) -> str:
        """Name the points; a usual word is said in the language, one the owner chose stays."""
        words, picture = split_name(self.program.points_name)
        if words not in USUAL_NAMES:
            return self.program.points_name
        point, points = (
            self.tongue.translate("Customer", "point"),
            self.tongue.translate("Customer", "points"),
        )
        return join_name(point if count == 1 else points, picture)

    def match(self, match: Match) -> str:
        """Name what a match fits: ``Trà hoặc Bánh``."""
        items = tuple(self.items.get(one, one) for one in match.items)
        named = self.tongue.any_of((*match.categories, *items, *match.tags))
        if match.premium:
            if not named:
                return self.tongue.translate("Customer", "any premium item")
            return self.tongue.translate("Customer", "premium {names}").format(names=named)
        return named or self.tongue.translate("Customer", "any item")

    def item(self, item: str) -> str:
        """Name one item."""
        return self.items.get(item, item)

    def tier(self, tier_id: str) -> str:
        """Name a tier; ``""`` is none yet, and so is one the program has not."""
        tier = self.program.tiers.tier(tier_id)
        return self.tongue.translate("Customer", "no tier yet") if tier is None else tier.name

    def card(self, card_id: str) -> str:
        """Name a stamp card."""
        card = next((one for one in self.program.stamp_cards if one.id == card_id), None)
        return self.tongue.translate("Customer", "the stamp card") if card is None else card.name

    def draw(self, draw_id: str) -> str:
        """Name a lucky draw."""
        draw = next((one for one in self.program.draws if one.id == draw_id), None)
        return self.tongue.translate("Customer", "the lucky draw") if draw is None else draw.name

    def voucher(self, kind_id: str) -> str:
        """Name a voucher and say what it is worth: ``phiếu Hè (giảm 20.000 ₫)``."""
        kind = next((one for one in self.program.vouchers if one.id == kind_id), None)
        if kind is None:
            return self.tongue.translate("Customer", "a voucher")
        words = self.tongue.translate("Customer", "the voucher {name} ({worth})")
        return words.format(name=kind.name, worth=self.voucher_worth(kind))

    def voucher_worth(self, kind: VoucherKind) -> str:
        """Say what a voucher takes off."""
        if kind.value_vnd:
            return self.tongue.translate("Customer", "{amount} off").format(amount=vnd(kind.value_vnd))
        words = self.tongue.translate("Customer", "{percent} off")
        words = words.format(percent=spoken_rate(self.tongue, kind.rate_bp))
        if kind.cap_vnd is None:
            return words
        most = self.tongue.translate("Customer", "{off}, at most {amount}")
        return most.format(off=words, amount=vnd(kind.cap_vnd))

    def limits(
        self, limits: tuple[Limit, ...], counted: Callable[[int], str] | None = None
    ) -> tuple[str, ...]:
        """Say how often and how much for one customer, a piece for each limit.

        Args:
            counted: Writes a number of what is limited, where that is no points.
        """
        said: list[str] = []
        for limit in limits:
            parts: list[str] = []
            if limit.times is not None:
                parts.append(self.tongue.times(limit.times))
            if limit.points is not None:
                parts.append((counted or self.points)(limit.points))
            if parts:
                words = self.tongue.translate("Customer", "at most {count} {span} for each customer")
                said.append(
                    words.format(count=self.tongue.all_of(tuple(parts)), span=self.tongue.per(limit.per))
                )
        return tuple(said)

    def plan_days(self, plan: Plan) -> str:
        """Say from when to when a program beside others runs."""
        last = None if plan.until is None else plan.until - timedelta(days=1)
        return self.tongue.span(plan.first, last)


def spoken_rate(tongue: Tongue, rate_bp: int) -> str:
    """Write a rate as people say it: ``30%``, ``12,5%``; what means a third and the like as that.

    A fraction that cannot be written in basis points is said to be nearly that, or a little more: what is
    taken off is worked out by the basis points.
    """
    if rate_bp % 10:
        for parts in _FRACTIONS:
            count = (rate_bp * parts + _WHOLE_BP // 2) // _WHOLE_BP
            over = rate_bp * parts - count * _WHOLE_BP
            if count and abs(over) < parts:
                words = tongue.translate("Customer", "nearly {fraction}")
                if over > 0:
                    words = tongue.translate("Customer", "a little over {fraction}")
                return words.format(fraction=f"{count}/{parts}")
    return percent(rate_bp)


def percent(rate_bp: int) -> str:
    """Write basis points as per cent: ``30%``, ``12,5%``."""
    whole, part = divmod(rate_bp, 100)
    return f"{whole},{part:02d}".rstrip("0") + "%" if part else f"{whole}%"


def factor(rate_bp: int) -> str:
    """Write basis points as a factor: ``2``, ``1,5``."""
    whole, part = divmod(rate_bp, 10_000)
    return f"{whole},{part:04d}".rstrip("0") if part else f"{whole}"


def spoken_name(text: str) -> str:
    """Take what the owner called something without a full stop, which would end the sentence too soon."""
    return text.strip().rstrip(".")


def sentence(*, said: str, when: str = "", more: tuple[str, ...] = ()) -> str:
    """Make a whole sentence: when it holds, what is said, and what goes with it.

    Args:
        said: What is promised, without capital and full stop.
        when: When it holds; ``""`` is always.
        more: Pieces that follow behind commas.
    """
    text = ", ".join((said, *(piece for piece in more if piece)))
    text = f"{when}: {text}" if when else text
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
