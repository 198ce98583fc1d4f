"""How points come, as a customer reads it: one sentence for each rule."""

from __future__ import annotations

from collections.abc import Callable

from loyalpos.engine.conditions import Always, Match
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    Base,
    BaseRule,
    Beside,
    BonusRule,
    Discount,
    ItemRule,
    MultiplierRule,
    Paid,
    Rule,
    StampRule,
    Tax,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.printing.customer.conditions import when_text
from loyalpos.printing.customer.telling import Telling, factor, sentence

__all__ = ["base_text", "rule_sentence"]

KnownRule = (
    AmountRule
    | VisitRule
    | BandRule
    | ItemRule
    | MultiplierRule
    | BonusRule
    | StampRule
    | TicketRule
    | VoucherRule
)

_TWICE_BP, _THRICE_BP = 20_000, 30_000


def rule_sentence(telling: Telling, rule: Rule) -> str:
    """Say what a rule gives; ``""`` for one of a kind this version does not know, which gives nothing."""
    if isinstance(rule, UnknownRule):
        return ""
    return sentence(
        said=_said(telling, rule),
        when=when_text(telling, rule.when),
        more=(
            *_more(telling, rule),
            *telling.limits(rule.limits, _counted(telling, rule)),
            _beside(telling, rule.beside),
        ),
    )


def _counted(telling: Telling, rule: KnownRule) -> Callable[[int], str] | None:
    """Write what the limits of a rule count beside points; a voucher comes with a bill, one each time."""
    match rule:
        case StampRule():
            return telling.tongue.stamps
        case TicketRule():
            return telling.tongue.tickets
        case VoucherRule():
            return telling.tongue.times
        case _:
            return None


def base_text(telling: Telling, base: Base) -> str:
    """Say which money counts: ``số tiền trước giảm giá, chưa thuế, kể cả phần trả bằng điểm``."""
    tongue = telling.tongue
    before = base.discount is Discount.BEFORE
    parts = (
        tongue.translate("Customer", "the amount before discounts")
        if before
        else tongue.translate("Customer", "the amount after discounts"),
        "" if base.tax is Tax.WITH else tongue.translate("Customer", "without tax"),
        tongue.translate("Customer", "not what is paid with points or rewards")
        if base.paid is Paid.MONEY
        else tongue.translate("Customer", "what is paid with points or rewards too"),
    )
    return ", ".join(part for part in parts if part)


def _said(telling: Telling, rule: KnownRule) -> str:
    tongue = telling.tongue
    adds = _adds(telling, rule)
    match rule:
        case AmountRule():
            return _amount(telling, rule, adds=adds)
        case VisitRule():
            words = tongue.translate("Customer", "each bill earns {points}")
            if adds:
                words = tongue.translate("Customer", "{points} more for each bill")
            return words.format(points=telling.points(rule.points))
        case BandRule():
            words = tongue.translate("Customer", "bills from {amount} earn {points}")
            if adds:
                words = tongue.translate("Customer", "bills from {amount} earn {points} more")
            return "; ".join(
                words.format(amount=vnd(band.from_vnd), points=telling.points(band.points))
                for band in rule.bands
            )
        case ItemRule():
            given = telling.points(rule.points)
            if adds:
                given = tongue.translate("Customer", "{points} more").format(points=given)
            return _per_items(telling, rule.match, rule.per_quantity, given)
        case MultiplierRule():
            return _multiplied(telling, rule)
        case BonusRule():
            words = tongue.translate("Customer", "{points} more as a present")
            return words.format(points=telling.points(rule.points))
        case StampRule() if rule.match is not None:
            return _per_items(telling, rule.match, rule.per_quantity, _on_card(telling, rule))
        case StampRule():
            return _per_bill(telling, _on_card(telling, rule))
        case TicketRule():
            words = tongue.translate("Customer", "{tickets} for {draw}")
            given = words.format(tickets=tongue.tickets(rule.tickets), draw=telling.draw(rule.draw))
            if rule.per_vnd is None:
                return _per_bill(telling, given)
            words = tongue.translate("Customer", "each {amount} brings you {given}")
            return words.format(amount=vnd(rule.per_vnd), given=given)
        case VoucherRule():
            words = tongue.translate("Customer", "you get {voucher} for a later visit")
            return words.format(voucher=telling.voucher(rule.voucher))


def _adds(telling: Telling, rule: KnownRule) -> bool:
    """Tell whether a rule under a condition gives what comes on top of what every bill earns anyway."""
    if isinstance(rule.when, Always) or rule.beside is not Beside.ADD:
        return False
    return any(
        isinstance(one, AmountRule | VisitRule | BandRule)
        and one.when == Always()
        and one.beside is Beside.ADD
        and not (isinstance(one, AmountRule) and one.only is not None)
        and one.plan in ("", rule.plan)
        for one in telling.program.rules
    )


def _amount(telling: Telling, rule: AmountRule, *, adds: bool) -> str:
    tongue = telling.tongue
    points = telling.points(rule.points)
    if rule.only is None:
        words = tongue.translate("Customer", "each {amount} earns {points}")
        if adds:
            words = tongue.translate("Customer", "{points} more for each {amount}")
        return words.format(amount=vnd(rule.per_vnd), points=points)
    words = tongue.translate("Customer", "each {amount} spent on {names} earns {points}")
    if adds:
        words = tongue.translate("Customer", "{points} more for each {amount} spent on {names}")
    return words.format(amount=vnd(rule.per_vnd), names=telling.match(rule.only), points=points)


def _per_items(telling: Telling, match: Match, quantity: int, given: str) -> str:
    named = telling.match(match)
    if quantity == 1:
        words = telling.tongue.translate("Customer", "for each {names} you get {given}")
        return words.format(names=named, given=given)
    words = telling.tongue.translate("Customer", "for every {count} of {names} you get {given}")
    return words.format(count=group_digits(quantity), names=named, given=given)


def _per_bill(telling: Telling, given: str) -> str:
    return telling.tongue.translate("Customer", "each bill brings you {given}").format(given=given)


def _on_card(telling: Telling, rule: StampRule) -> str:
    words = telling.tongue.translate("Customer", "{stamps} on {card}")
    return words.format(stamps=telling.tongue.stamps(rule.stamps), card=telling.card(rule.card))


def _multiplied(telling: Telling, rule: MultiplierRule) -> str:
    tongue = telling.tongue
    if rule.rate_bp == _TWICE_BP:
        words = tongue.translate("Customer", "double {points_name}")
    elif rule.rate_bp == _THRICE_BP:
        words = tongue.translate("Customer", "triple {points_name}")
    else:
        words = tongue.translate("Customer", "{points_name} times {factor}")
    said = words.format(points_name=telling.called(), factor=factor(rule.rate_bp))
    if rule.match is None:
        return said
    words = tongue.translate("Customer", "{multiplied} on {names}")
    return words.format(multiplied=said, names=telling.match(rule.match))


def _more(telling: Telling, rule: KnownRule) -> tuple[str, ...]:
    """Say what a kind of rule asks further."""
    tongue = telling.tongue
    match rule:
        case AmountRule():
            minimum, without = "", ""
            if rule.minimum_vnd:
                words = tongue.translate("Customer", "on bills from {amount}")
                minimum = words.format(amount=vnd(rule.minimum_vnd))
            if rule.without is not None:
                words = tongue.translate("Customer", "not counting {names}")
                without = words.format(names=telling.match(rule.without))
            return minimum, without, _own_base(telling, rule)
        case BandRule():
            return (_own_base(telling, rule),)
        case MultiplierRule() if rule.of:
            return _of_some(telling, rule)
        case _:
            return ()


def _of_some(telling: Telling, rule: MultiplierRule) -> tuple[str, ...]:
    """Say which points a multiplier means, where it does not mean all that come by rules of its stage."""
    base = [one for one in telling.program.rules if isinstance(one, BaseRule)]
    meant = [one for one in base if one.id in rule.of]
    if not meant or len(meant) == len(base):
        return ()
    said = (": ".join(filter(None, (when_text(telling, one.when), _said(telling, one)))) for one in meant)
    words = telling.tongue.translate("Customer", "only what comes by {rules}")
    return (words.format(rules=telling.tongue.all_of(tuple(f"“{one}”" for one in said))),)


def _own_base(telling: Telling, rule: AmountRule | BandRule) -> str:
    """Say which money a rule counts, where it is not what the whole program counts."""
    usual = telling.program.base
    base = usual if rule.base is None else rule.base.over(usual)
    if base == usual:
        return ""
    words = telling.tongue.translate("Customer", "counting {base}")
    return words.format(base=base_text(telling, base))


def _beside(telling: Telling, beside: Beside) -> str:
    match beside:
        case Beside.EXCLUSIVE:
            return telling.tongue.translate("Customer", "not together with other offers")
        case Beside.BEST:
            return telling.tongue.translate("Customer", "only the best such offer counts")
        case _:
            return ""
