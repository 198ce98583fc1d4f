"""What a bill has earned, as the customer reads it on a slip: one line for each rule that had a say."""

from __future__ import annotations

from msgspec import Struct

from loyalpos.engine.brought import Brought, GiftGiven, GiftKind
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.money import MINUS_SIGN, group_digits, vnd
from loyalpos.printing.customer.telling import Telling, factor, spoken_rate

__all__ = ["Counted", "brought_lines", "earned_lines", "gift_words", "signed"]


class Counted(Struct, frozen=True):
    """This is a line of words and what it counts: ``+12``; ``""`` where nothing is counted in points."""

    words: str
    count: str = ""


def signed(points: int) -> str:
    """Write points with their sign, in the figures of the shop: ``+12``, ``−500``."""
    return f"{MINUS_SIGN}{group_digits(-points)}" if points < 0 else f"+{group_digits(points)}"


def earned_lines(telling: Telling, lines: tuple[EarnLine, ...]) -> tuple[Counted, ...]:
    """Say what every rule brought; what the owner calls a rule is not told."""
    told: list[Counted] = []
    for line in lines:
        words = _words(telling, line)
        if words and (line.points or line.kind in _TOLD_WITHOUT_POINTS):
            told.append(Counted(words, signed(line.points) if line.points else ""))
    return tuple(told)


_TOLD_WITHOUT_POINTS = (LineKind.BELOW_MINIMUM, LineKind.STAMPS, LineKind.TICKETS, LineKind.VOUCHER)


def brought_lines(telling: Telling, brought: Brought) -> tuple[Counted, ...]:
    """Say which gifts came with it, which went, and the tier that was reached."""
    tongue = telling.tongue
    told: list[Counted] = []
    if brought.tier_rose and brought.tier:
        told.append(Counted(tongue.translate("Slip", "Welcome to tier {tier}!").format(tier=brought.tier)))
    for gift in brought.gifts:
        points = gift.gives.points
        told.append(Counted(gift_words(telling, gift), signed(points) if points else ""))
    for gift in brought.taken_back:
        words = tongue.translate("Slip", "{gift}: taken back").format(gift=_occasion(telling, gift))
        told.append(Counted(words, signed(-gift.taken_points) if gift.taken_points else ""))
    return tuple(told)


def gift_words(telling: Telling, gift: GiftGiven) -> str:
    """Say what a gift is for, and what of it is not points."""
    tongue, gives = telling.tongue, gift.gives
    more: list[str] = []
    if gives.stamps:
        more.append(tongue.stamps(gives.stamps))
    if gives.tickets:
        more.append(tongue.tickets(gives.tickets))
    if gives.voucher:
        more.append(telling.voucher(gives.voucher))
    occasion = _occasion(telling, gift)
    return f"{occasion}: {', '.join(more)}" if more else occasion


def _words(telling: Telling, line: EarnLine) -> str:
    tongue = telling.tongue
    match line.kind:
        case LineKind.AMOUNT:
            words = tongue.translate("Slip", "Bought for {amount}")
            return words.format(amount=vnd(line.base_vnd))
        case LineKind.BELOW_MINIMUM:
            words = tongue.translate("Slip", "Bills from {amount} on earn {points_name}")
            return words.format(amount=vnd(line.limit_vnd), points_name=telling.called())
        case LineKind.VISIT:
            return tongue.translate("Slip", "For your visit")
        case LineKind.BAND:
            words = tongue.translate("Slip", "Bill from {amount} on")
            return words.format(amount=vnd(line.limit_vnd))
        case LineKind.ITEMS:
            words = tongue.translate("Slip", "Items that count: {count}")
            return words.format(count=group_digits(line.count))
        case LineKind.MULTIPLIED:
            words = tongue.translate("Slip", "{points_name} × {factor}")
            said = words.format(points_name=telling.called(), factor=factor(line.rate_bp))
            return said[:1].upper() + said[1:]
        case LineKind.TIER:
            words = tongue.translate("Slip", "Tier {tier}: {percent} more")
            return words.format(tier=line.name, percent=spoken_rate(telling.tongue, line.rate_bp))
        case LineKind.BONUS:
            return tongue.translate("Slip", "A present for you")
        case LineKind.STAMPS:
            return _units(tongue.translate("Slip", "{given} on {name}"), tongue.stamps(line.count), line.name)
        case LineKind.TICKETS:
            return _units(
                tongue.translate("Slip", "{given} for {name}"), tongue.tickets(line.count), line.name
            )
        case LineKind.VOUCHER:
            return tongue.translate("Slip", "Voucher {name} for your next visit").format(name=line.name)
        case LineKind.CARRIED if line.points > 0:
            return tongue.translate("Slip", "Left over from earlier visits")
        case LineKind.CARRIED:
            return tongue.translate("Slip", "Left over from an earlier return")
        case LineKind.ROUNDED:
            return tongue.translate("Slip", "Rounded on the whole bill")
        case LineKind.LIMITED | LineKind.CAPPED | LineKind.OVER_BUDGET:
            return tongue.translate("Slip", "The most that is given is reached")
        case _:
            return ""


def _units(words: str, given: str, name: str) -> str:
    return words.format(given=f"+{given}", name=name)


def _occasion(telling: Telling, gift: GiftGiven) -> str:
    tongue = telling.tongue
    if gift.kind is GiftKind.TIER:
        return tongue.translate("Slip", "Reached tier {tier}").format(tier=gift.name)
    if gift.name:
        return gift.name
    match gift.kind:
        case GiftKind.WELCOME:
            return tongue.translate("Slip", "Welcome present")
        case GiftKind.BIRTHDAY:
            return tongue.translate("Slip", "Birthday present")
        case GiftKind.ANNIVERSARY:
            return tongue.translate("Slip", "One more year together")
        case GiftKind.WIN_BACK:
            return tongue.translate("Slip", "Good to see you again")
        case GiftKind.STREAK:
            return tongue.translate("Slip", "You came again and again")
        case GiftKind.HOLIDAY:
            return tongue.translate("Slip", "Holiday present")
        case GiftKind.REFERRAL:
            return tongue.translate("Slip", "You brought a friend")
        case _:
            return tongue.translate("Slip", "A present for you")
