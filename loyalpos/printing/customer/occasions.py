"""Gifts that no bill brings, and tiers, as a customer reads them."""

from __future__ import annotations

from loyalpos.engine.money import vnd
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Calendar,
    Every,
    Gives,
    HolidayGift,
    Milestone,
    Occasion,
    Referral,
    Streak,
    SurveyGift,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.tiers import Over, Reached, Tier
from loyalpos.printing.customer.telling import Telling, sentence, spoken_name, spoken_rate

__all__ = ["friend_gift", "occasion_sentence", "tier_falls", "tier_sentence"]


def occasion_sentence(telling: Telling, occasion: Occasion) -> str:
    """Say when a gift comes and what it is; ``""`` where nobody gets anything."""
    tongue = telling.tongue
    if isinstance(occasion, UnknownOccasion):
        return ""
    if isinstance(occasion, Referral):
        return _referral(telling, occasion)
    gives = _given(telling, occasion.gives)
    if not gives:
        return ""
    match occasion:
        case WelcomeGift():
            said = tongue.translate("Customer", "when you join you get {given}").format(given=gives)
            return sentence(said=said)
        case BirthdayGift():
            said = tongue.translate("Customer", "for your birthday you get {given}").format(given=gives)
            more = ""
            if occasion.before_days:
                words = tongue.translate("Customer", "from {days} before it on")
                more = words.format(days=tongue.days(occasion.before_days))
            return sentence(said=said, more=(more,))
        case AnniversaryGift():
            words = tongue.translate("Customer", "each year on the day you joined you get {given}")
            return sentence(said=words.format(given=gives))
        case Milestone():
            words = tongue.translate("Customer", "once you reach {reached} you get {given}")
            reached = _reached(telling, occasion.reached_by, occasion.at)
            return sentence(said=words.format(reached=reached, given=gives))
        case WinBack():
            words = tongue.translate("Customer", "not seen you for {days}? We keep {given} for you")
            return sentence(said=words.format(days=tongue.days(occasion.after_days), given=gives))
        case SurveyGift():
            words = tongue.translate("Customer", "answer our questions and you get {given}")
            return sentence(said=words.format(given=gives))
        case Streak():
            words = tongue.translate("Customer", "come {row} in a row and you get {given}")
            return sentence(said=words.format(row=_row(telling, occasion), given=gives))
        case HolidayGift():
            words = tongue.translate("Customer", "come on {day} each year and you get {given}")
            said = words.format(day=_holiday(telling, occasion), given=gives)
            before = tongue.translate("Customer", "from {days} before that day on")
            after = tongue.translate("Customer", "up to {days} after it")
            around = (
                before.format(days=tongue.days(occasion.before_days)) if occasion.before_days else "",
                after.format(days=tongue.days(occasion.after_days)) if occasion.after_days else "",
            )
            return sentence(said=said, more=around)


def _row(telling: Telling, streak: Streak) -> str:
    match streak.every:
        case Every.DAY:
            return telling.tongue.days(streak.in_a_row)
        case Every.WEEK:
            return telling.tongue.weeks(streak.in_a_row)
        case Every.MONTH:
            return telling.tongue.months(streak.in_a_row)


def _holiday(telling: Telling, gift: HolidayGift) -> str:
    if gift.calendar is Calendar.SOLAR:
        return f"{gift.day:02d}/{gift.month:02d}"
    if (gift.day, gift.month) == (1, 1):
        return telling.tongue.translate("Customer", "the first day of Tết")
    words = telling.tongue.translate("Customer", "{day}/{month} of the lunar calendar")
    return words.format(day=gift.day, month=gift.month)


def friend_gift(telling: Telling, referral: Referral) -> str:
    """Say what a friend gets who was sent by a member; ``""`` is nothing."""
    tongue = telling.tongue
    gives = _given(telling, referral.friend)
    if not gives:
        return ""
    if referral.minimum_vnd:
        words = tongue.translate("Customer", "{given} with your first bill from {amount}")
        return words.format(given=gives, amount=vnd(referral.minimum_vnd))
    return tongue.translate("Customer", "{given} with your first bill").format(given=gives)


def tier_sentence(telling: Telling, tier: Tier) -> str:
    """Say how a tier is reached and what it brings."""
    tongue = telling.tongue
    plan = telling.program.tiers
    span = {
        Over.TWELVE_MONTHS: tongue.translate("Customer", "in the last 12 months"),
        Over.CALENDAR_YEAR: tongue.translate("Customer", "in the calendar year"),
        Over.EVER: tongue.translate("Customer", "in all"),
    }[plan.over]
    words = tongue.translate("Customer", "tier {tier} from {reached} {span}")
    said = words.format(
        tier=spoken_name(tier.name), reached=_reached(telling, plan.reached_by, tier.threshold), span=span
    )
    if not tier.threshold:
        said = tongue.translate("Customer", "tier {tier} as soon as you join").format(
            tier=spoken_name(tier.name)
        )
    brings = _brings(telling, tier)
    if not brings:
        return sentence(said=said)
    return sentence(said=f"{said}: {tongue.all_of(brings)}")


def tier_falls(telling: Telling) -> str:
    """Say how long a tier stays with who no longer reaches it."""
    plan = telling.program.tiers
    tongue = telling.tongue
    words = tongue.translate("Customer", "we tell you {days} before you would leave a tier")
    return sentence(said=words.format(days=tongue.days(plan.notice_days))) if plan.notice_days else ""


def _brings(telling: Telling, tier: Tier) -> tuple[str, ...]:
    tongue = telling.tongue
    brings: list[str] = []
    if tier.extra_bp:
        words = tongue.translate("Customer", "{percent} more {points_name}")
        brings.append(words.format(percent=spoken_rate(tongue, tier.extra_bp), points_name=telling.called()))
    if tier.gift_points:
        words = tongue.translate("Customer", "{points} as a present when you reach it")
        brings.append(words.format(points=telling.points(tier.gift_points)))
    brings += [spoken_name(perk) for perk in tier.perks if perk.strip()]
    if tier.package:
        words = tongue.translate("Customer", "the package {package}")
        brings.append(words.format(package=spoken_name(tier.package)))
    if tier.hotline:
        words = tongue.translate("Customer", "a line of your own: {hotline}")
        brings.append(words.format(hotline=spoken_name(tier.hotline)))
    return tuple(brings)


def _reached(telling: Telling, by: Reached, at: int) -> str:
    match by:
        case Reached.SPEND:
            return telling.tongue.translate("Customer", "{amount} spent").format(amount=vnd(at))
        case Reached.POINTS:
            return telling.tongue.translate("Customer", "{points} earned").format(points=telling.points(at))
        case Reached.VISITS:
            return telling.tongue.bills(at)


def _referral(telling: Telling, referral: Referral) -> str:
    tongue = telling.tongue
    own, theirs = _given(telling, referral.referrer), _given(telling, referral.friend)
    if own and theirs:
        words = tongue.translate("Customer", "bring a friend: you get {own}, your friend gets {theirs}")
    elif own:
        words = tongue.translate("Customer", "bring a friend: you get {own}")
    elif theirs:
        words = tongue.translate("Customer", "bring a friend: your friend gets {theirs}")
    else:
        return ""
    first = tongue.translate("Customer", "with your friend's first bill")
    if referral.minimum_vnd:
        words_first = tongue.translate("Customer", "with your friend's first bill from {amount}")
        first = words_first.format(amount=vnd(referral.minimum_vnd))
    most = ""
    if referral.most_a_month is not None:
        words_most = tongue.translate("Customer", "at most {friends} a month")
        most = words_most.format(friends=tongue.friends(referral.most_a_month))
    return sentence(said=words.format(own=own, theirs=theirs), more=(first, most))


def _given(telling: Telling, gives: Gives) -> str:
    """List what a gift consists of; ``""`` is nothing."""
    tongue = telling.tongue
    given: list[str] = []
    if gives.points:
        given.append(telling.points(gives.points))
    if gives.stamps:
        words = tongue.translate("Customer", "{stamps} on {card}")
        given.append(words.format(stamps=tongue.stamps(gives.stamps), card=telling.card(gives.card)))
    if gives.tickets:
        words = tongue.translate("Customer", "{tickets} for {draw}")
        given.append(words.format(tickets=tongue.tickets(gives.tickets), draw=telling.draw(gives.draw)))
    if gives.voucher:
        given.append(telling.voucher(gives.voucher))
    return tongue.all_of(tuple(given))
