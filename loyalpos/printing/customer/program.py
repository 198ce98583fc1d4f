"""A whole program in a customer's words: sections of sentences, and the few lines a card has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from loyalpos.engine.plans import PlanState, plan_state
from loyalpos.engine.program import Expiry, ExpiryKind, PartPaid, Program, Remainder, SpentPoints
from loyalpos.engine.rules import AmountRule, BandRule, Rounding, Rule
from loyalpos.printing.customer import beside, occasions
from loyalpos.printing.customer.earning import base_text, rule_sentence
from loyalpos.printing.customer.rewards import reward_sentence, short_reward
from loyalpos.printing.customer.telling import Telling, sentence
from loyalpos.printing.customer.tongue import Language, tongue_of

__all__ = ["Section", "customer_text", "customer_words", "introduction", "short_lines"]


class Section(Struct, frozen=True):
    """This is one part of the text: a heading and whole sentences."""

    title: str
    sentences: tuple[str, ...]


def customer_words(
    program: Program,
    language: Language,
    *,
    items: Mapping[str, str] | None = None,
    today: date | None = None,
) -> tuple[Section, ...]:
    """Say a whole program to a customer.

    Budgets, costs and names of rules are the owner's and are not told. What belongs to a program beside
    others stands in a section of its own, which bears that program's name.

    Args:
        items: What the items are called that rules name by id.
        today: Leaves out programs beside others that are over by this day; None tells of all.

    Returns:
        Sections with at least one sentence, in the order a customer asks.
    """
    telling = Telling(tongue_of(language), program, items or {})
    return tuple(section for section in _sections(telling, today) if section.sentences)


def customer_text(sections: Iterable[Section]) -> str:
    """Join sections to plain text, a heading and its sentences to a paragraph."""
    return "\n\n".join("\n".join((section.title, *section.sentences)) for section in sections)


def short_lines(
    program: Program, language: Language, *, items: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Say the most important in few lines, as on the back of a card: earning, expiry, end, rewards, tiers."""
    telling = Telling(tongue_of(language), program, items or {})
    # A number to call is looked for on the card: no list of rewards crowds it out.
    called = tuple(tier for tier in program.tiers.tiers if tier.hotline or tier.package)
    others = (tier for tier in program.tiers.tiers if tier not in called)
    lines = (
        *(rule_sentence(telling, rule) for rule in program.rules if not _plan_of(rule)),
        _welcome(telling),
        _expiry(telling, program.expiry),
        _end(telling),
        *(beside.stamp_card_sentence(telling, card) for card in program.stamp_cards if not card.plan),
        *(occasions.tier_sentence(telling, tier) for tier in called),
        *(short_reward(telling, reward) for reward in program.rewards if not _plan_of(reward)),
        *(occasions.tier_sentence(telling, tier) for tier in others),
    )
    return tuple(line for line in lines if line)


def introduction(
    shop_name: str, program: Program, language: Language, *, items: Mapping[str, str] | None = None
) -> str:
    """Write the message a new member may be sent: a welcome, and the rules in few lines."""
    tongue = tongue_of(language)
    welcome = tongue.translate("Customer", "Welcome to {shop}! This is how our program works:")
    close = tongue.translate(
        "Customer", "Show your card or say your phone number when you pay. See you soon!"
    )
    lines = (f"• {line}" for line in short_lines(program, language, items=items))
    return "\n".join((welcome.format(shop=shop_name), *lines, close))


def _sections(telling: Telling, today: date | None) -> Iterable[Section]:
    yield from _of_plan(telling, "")
    program = telling.program
    yield Section(telling.tongue.translate("Customer", "Good to know"), _good_to_know(telling))
    for plan in program.plans:
        if today is not None and plan_state(plan, today) is PlanState.OVER:
            continue
        parts = [line for section in _of_plan(telling, plan.id) for line in section.sentences]
        if parts:
            yield Section(plan.name, (*beside.plan_sentences(telling, plan), *parts))


def _of_plan(telling: Telling, plan: str) -> Iterable[Section]:
    """Tell what belongs to one program beside others, or to the shop's own (``""``)."""
    program, tongue = telling.program, telling.tongue
    own = not plan

    def said(say: Callable[..., str], things: Iterable[object]) -> tuple[str, ...]:
        mine = (thing for thing in things if _plan_of(thing) == plan)
        return tuple(line for thing in mine if (line := say(telling, thing)))

    welcome = (_welcome(telling),) if own and program.welcome_points else ()
    yield Section(
        tongue.translate("Customer", "How you collect"), (*said(rule_sentence, program.rules), *welcome)
    )
    yield Section(
        tongue.translate("Customer", "Stamp cards"), said(beside.stamp_card_sentence, program.stamp_cards)
    )
    yield Section(tongue.translate("Customer", "What you get"), said(reward_sentence, program.rewards))
    if own:
        tiers = tuple(occasions.tier_sentence(telling, tier) for tier in program.tiers.tiers)
        falls = occasions.tier_falls(telling) if tiers else ""
        yield Section(tongue.translate("Customer", "Tiers"), (*tiers, *((falls,) if falls else ())))
    yield Section(
        tongue.translate("Customer", "Presents"), said(occasions.occasion_sentence, program.occasions)
    )
    yield Section(
        tongue.translate("Customer", "Membership"), said(beside.membership_sentence, program.memberships)
    )
    yield Section(tongue.translate("Customer", "Vouchers"), said(beside.voucher_sentence, program.vouchers))
    yield Section(tongue.translate("Customer", "Lucky draws"), said(beside.draw_sentence, program.draws))
    if own:
        yield Section(
            tongue.translate("Customer", "Together with others"),
            (*said(beside.cause_sentence, program.causes), *said(beside.partner_sentence, program.partners)),
        )


def _plan_of(thing: object) -> str:
    """Name the program beside others that something belongs to; what has no such word is the shop's own."""
    plan = getattr(thing, "plan", "")
    assert isinstance(plan, str)
    return plan


def _welcome(telling: Telling) -> str:
    if not telling.program.welcome_points:
        return ""
    words = telling.tongue.translate("Customer", "when you join you get {given}")
    return sentence(said=words.format(given=telling.points(telling.program.welcome_points)))


def _expiry(telling: Telling, expiry: Expiry) -> str:
    tongue = telling.tongue
    match expiry.kind:
        case ExpiryKind.NEVER:
            return ""
        case ExpiryKind.DAYS:
            words, span = _from_the_day(telling), tongue.days(expiry.count)
        case ExpiryKind.MONTHS:
            words, span = _from_the_day(telling), tongue.months(expiry.count)
        case ExpiryKind.INACTIVITY:
            words = tongue.translate(
                "Customer", "{points_name} stay good as long as you buy something every {span}"
            )
            span = tongue.months(expiry.count)
        case ExpiryKind.MONTH_END | ExpiryKind.YEAR_END:
            words, span = _to_the_end(telling, expiry)
    return sentence(said=words.format(points_name=telling.called(), span=span))


def _end(telling: Telling) -> str:
    """Say until when points are given, and what becomes of those collected."""
    tongue, end = telling.tongue, telling.program.points_end
    if end is None:
        return ""
    if end.good_to is None:
        words = tongue.translate(
            "Customer", "{points_name} are given up to {last}; what you have collected stays yours"
        )
    else:
        words = tongue.translate(
            "Customer", "{points_name} are given up to {last}; what you have collected is good up to {day}"
        )
    day = "" if end.good_to is None else f"{end.good_to:%d/%m/%Y}"
    return sentence(said=words.format(points_name=telling.called(), last=f"{end.last_day:%d/%m/%Y}", day=day))


def _from_the_day(telling: Telling) -> str:
    return telling.tongue.translate(
        "Customer", "{points_name} are good for {span} from the day you earn them"
    )


def _to_the_end(telling: Telling, expiry: Expiry) -> tuple[str, str]:
    tongue = telling.tongue
    if expiry.kind is ExpiryKind.MONTH_END:
        if not expiry.count:
            words = tongue.translate(
                "Customer", "{points_name} are good until the end of the month you earn them in"
            )
            return words, ""
        words = tongue.translate(
            "Customer", "{points_name} are good until the end of the month you earn them in and {span} more"
        )
        return words, tongue.months(expiry.count)
    if not expiry.count:
        words = tongue.translate(
            "Customer", "{points_name} are good until the end of the year you earn them in"
        )
        return words, ""
    words = tongue.translate(
        "Customer", "{points_name} are good until the end of the year you earn them in and {span} more"
    )
    return words, tongue.years(expiry.count)


def _good_to_know(telling: Telling) -> tuple[str, ...]:
    """Tell what holds for all of it: which money counts, caps, expiry, returns."""
    program, tongue = telling.program, telling.tongue
    said: list[str] = []
    counts_money = any(_counts_money(rule) for rule in program.rules)
    if counts_money:
        words = tongue.translate("Customer", "{points_name} come from {base}")
        base = base_text(telling, program.base)
        said.append(sentence(said=words.format(points_name=telling.called(), base=base)))
        said.append(_rounding(telling))
    for cap in program.caps:
        words = tongue.translate("Customer", "at most {points} {span} for each customer")
        said.append(sentence(said=words.format(points=telling.points(cap.points), span=tongue.per(cap.per))))
    said.append(_expiry(telling, program.expiry))
    if program.expiry.kind is not ExpiryKind.NEVER:
        for blackout in program.blackouts:
            words = tongue.translate("Customer", "nothing expires {span}")
            said.append(sentence(said=words.format(span=tongue.span(blackout.first, blackout.last))))
    said.append(_end(telling))
    if program.rewards and program.spent_points is SpentPoints.WHOLE_RETURN:
        words = tongue.translate(
            "Customer", "if you return a whole bill, {points_name} spent on it come back"
        )
        said.append(sentence(said=words.format(points_name=telling.called())))
    if program.part_paid is not PartPaid.NO:
        words = tongue.translate("Customer", "a bill you pay in parts earns {points_name} as you pay")
        if program.part_paid is PartPaid.WHEN_PAID:
            words = tongue.translate(
                "Customer", "a bill you pay in parts earns {points_name} once it is fully paid"
            )
        said.append(sentence(said=words.format(points_name=telling.called())))
    return tuple(line for line in said if line)


def _rounding(telling: Telling) -> str:
    program, tongue = telling.program, telling.tongue
    if program.remainder is Remainder.CARRIED:
        return sentence(said=tongue.translate("Customer", "what is left over counts at your next visit"))
    match program.rounding:
        case Rounding.DOWN:
            return ""
        case Rounding.HALF_UP:
            return sentence(said=tongue.translate("Customer", "a half and more is rounded up"))
        case Rounding.UP:
            return sentence(said=tongue.translate("Customer", "parts are rounded up"))


def _counts_money(rule: Rule) -> bool:
    return isinstance(rule, AmountRule | BandRule)
