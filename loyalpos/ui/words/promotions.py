"""Offers in the cashier's words: what this customer has today, and what a little more would bring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.conditions import Always
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.nearly import Nearly, OpenOffer
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    BandRule,
    BonusRule,
    MultiplierRule,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.stamps import CardStanding
from loyalpos.engine.vouchers import Presented
from loyalpos.ui.words.conditions import condition_phrase
from loyalpos.ui.words.earning import times
from loyalpos.ui.words.points import called, named, stamps_counted

__all__ = ["card_text", "nearly_text", "offer_text", "voucher_text"]


def offer_text(offer: OpenOffer, program: Program) -> str:
    """Name an offer and what it still asks: ``Weekend: points × 2, bills from 100.000 ₫ up``."""
    gain = _named(offer.rule.name, _gain(offer, program))
    wants = offer.asked
    if isinstance(wants, Always) and not offer.rule.name:
        # Without a name it would be a gain out of nowhere.
        wants = offer.rule.when
    asked = "" if isinstance(wants, Always) else condition_phrase(wants, program.tiers)
    return f"{gain}, {asked}" if asked else gain


def nearly_text(near: Nearly, program: Program) -> str:
    """Say how much more brings what: ``12.000 ₫ more: Weekend: points × 2``."""
    words = QCoreApplication.translate("Offers", "{amount} more for {offer}")
    rule = near.rule
    if isinstance(rule, StampRule | TicketRule) and near.count:
        gain = _units(rule, near.count, program)
    elif isinstance(rule, MultiplierRule | VoucherRule):
        gain = _gain(OpenOffer(rule, Always()), program)
    else:
        gain = f"+{named(near.points, program.points_name)}"
    return words.format(amount=vnd(near.missing_vnd), offer=_named(rule.name, gain))


def card_text(card: CardStanding) -> str:
    """Say that a stamp card is full with the bill, or nearly."""
    reward = "" if card.reward is None else card.reward.name
    if card.full:
        words = QCoreApplication.translate("Offers", "{card} is full with this bill: {reward}")
    else:
        words = QCoreApplication.translate("Offers", "{card}: {stamps} more for {reward}")
    return words.format(card=card.card.name, stamps=stamps_counted(card.missing), reward=reward)


def voucher_text(voucher: Presented, total_vnd: int) -> str:
    """Say that a voucher can be used in a bill, or how much is missing for it."""
    missing_vnd = voucher.kind.minimum_vnd - total_vnd
    if missing_vnd > 0:
        words = QCoreApplication.translate("Offers", "{amount} more for {offer}")
        return words.format(amount=vnd(missing_vnd), offer=voucher.kind.name)
    words = QCoreApplication.translate("Offers", "{voucher} can be used in this bill: scan it")
    return words.format(voucher=voucher.kind.name)


def _named(name: str, gain: str) -> str:
    return f"{name} ({gain})" if name else gain


def _gain(offer: OpenOffer, program: Program) -> str:
    rule = offer.rule
    match rule:
        case MultiplierRule():
            words = QCoreApplication.translate("Earning", "{points} × {rate}")
            return words.format(points=called(program.points_name), rate=times(rule.rate_bp))
        case BonusRule() | VisitRule():
            return f"+{named(rule.points, program.points_name)}"
        case StampRule():
            return _units(rule, rule.stamps, program)
        case TicketRule():
            return _units(rule, rule.tickets, program)
        case VoucherRule():
            kinds = {kind.id: kind.name for kind in program.vouchers}
            words = QCoreApplication.translate("Offers", "voucher: {voucher}")
            return words.format(voucher=kinds.get(rule.voucher, ""))
        case BandRule():
            words = QCoreApplication.translate("Offers", "{points} by the size of the bill")
            return words.format(points=called(program.points_name))
        case _:
            words = QCoreApplication.translate("Offers", "more {points}")
            return words.format(points=called(program.points_name))


def _units(rule: StampRule | TicketRule, count: int, program: Program) -> str:
    if isinstance(rule, StampRule):
        names = {card.id: card.name for card in program.stamp_cards}
        words = QCoreApplication.translate("Offers", "stamps: +{count}, {card}")
        return words.format(count=group_digits(count), card=names.get(rule.card, ""))
    names = {draw.id: draw.name for draw in program.draws}
    words = QCoreApplication.translate("Offers", "tickets: +{count}, {draw}")
    return words.format(count=group_digits(count), draw=names.get(rule.draw, ""))
