"""What the cashier may tell before the bill is paid: offers of today, and what is nearly reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loyalpos.engine.acts import Desk
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, BillAtLeast
from loyalpos.engine.earning import Earning
from loyalpos.engine.footing import Footing
from loyalpos.engine.nearly import nearly, offers_open
from loyalpos.engine.rewards import Quote
from loyalpos.engine.stamps import card_standings
from loyalpos.engine.vouchers import Presented
from loyalpos.ui.words import promotions

__all__ = ["MOST_SHOWN", "told"]

MOST_SHOWN = 3
_STAMPS_NEAR = 2


def told(
    desk: Desk,
    footing: Footing,
    bill: Bill | None,
    quote: Quote | None,
    shown: tuple[Presented, ...],
    earn_at: Callable[[int], Earning],
) -> tuple[str, ...]:
    """Say it a sentence each, the most useful first, at most :data:`MOST_SHOWN`.

    Args:
        footing: What the member brings to it.
        bill: The open bill, or None while no total is typed.
        quote: What it comes to.
        shown: The vouchers that are in it.
        earn_at: What it would earn with another total, in đồng.
    """
    if desk.member is None or desk.standing is None:
        return ()
    if bill is None or quote is None:
        said = _today(desk, footing)
    else:
        said = _of_bill(desk, footing, bill, quote, shown, earn_at)
    return tuple(text for text, _ in zip(said, range(MOST_SHOWN), strict=False))


def _today(desk: Desk, footing: Footing) -> Iterator[str]:
    """Before a total: what is special for this customer or this day."""
    for offer in offers_open(desk.program, footing):
        if not isinstance(offer.rule.when, Always):
            yield promotions.offer_text(offer, desk.program)


def _of_bill(
    desk: Desk,
    footing: Footing,
    bill: Bill,
    quote: Quote,
    shown: tuple[Presented, ...],
    earn_at: Callable[[int], Earning],
) -> Iterator[str]:
    program = desk.program
    kinds: set[str] = set()
    for voucher in desk.vouchers:
        is_near = voucher.kind.minimum_vnd <= 2 * bill.total_vnd
        if voucher not in shown and voucher.kind.id not in kinds and is_near:
            kinds.add(voucher.kind.id)
            yield promotions.voucher_text(voucher, bill.total_vnd)
    for near in nearly(program, footing, bill, quote.earning, earn_at):
        yield promotions.nearly_text(near, program)
    yield from _cards(desk, quote)
    has = {line.rule for line in quote.earning.lines}
    for offer in offers_open(program, footing):
        if offer.rule.id not in has and not isinstance(offer.asked, Always | BillAtLeast):
            yield promotions.offer_text(offer, program)


def _cards(desk: Desk, quote: Quote) -> Iterator[str]:
    """Say what becomes of the stamp cards that get stamps."""
    given = {one.unit: one.count for one in quote.earning.stamps}
    if not given or desk.standing is None:
        return
    had = {one.card.id: one.full for one in desk.cards}
    units = {**desk.units, **{card: desk.units.get(card, 0) + count for card, count in given.items()}}
    for card in card_standings(desk.program, units, desk.standing.day):
        is_new = card.full > had.get(card.card.id, 0)
        if card.card.id in given and (is_new or (not card.full and card.missing <= _STAMPS_NEAR)):
            yield promotions.card_text(card)
