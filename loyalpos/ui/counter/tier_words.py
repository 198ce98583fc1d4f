"""What the counter says of tiers and gifts: the tier held, what keeps it, how far it is to the next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.acts import Desk
from loyalpos.engine.rewards import Quote
from loyalpos.engine.tier_standing import TierStanding
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.words import dates
from loyalpos.ui.words.gifts import gift_text, measured_text, tier_name

__all__ = ["next_tier_text", "standing_after", "tier_remarks"]

_LONGEST_NAME = 40


def tier_remarks(desk: Desk, today: date, *, compact: bool) -> list[Chip]:
    """Give the chips that belong beside the member's name; in the strip there is room for few words."""
    chips: list[Chip] = []
    standing, called = desk.tier, desk.program.points_name
    if standing is not None and standing.tier is not None:
        chips.append(Chip(tier_name(shortened(standing.tier.name, _LONGEST_NAME)), Tone.AMBER))
        if standing.notice is not None and standing.to_keep is not None:
            words = QCoreApplication.translate("Counter", "{amount} more by {date} keeps tier {tier}")
            if compact:
                words = QCoreApplication.translate("Counter", "{amount} more by {date}")
            text = words.format(
                amount=measured_text(standing.plan.reached_by, standing.to_keep.amount, called),
                tier=shortened(standing.tier.name, _LONGEST_NAME),
                date=dates.day_near(standing.notice.falls, today),
            )
            chips.append(Chip(text, Tone.RED))
    chips += [Chip(gift_text(gift, called), Tone.BRAND) for gift in desk.gifts[: 1 if compact else 2]]
    return chips


def standing_after(desk: Desk, quote: Quote | None) -> TierStanding | None:
    """Say how the member's tier stands, with the open bill if there is one; None in a shop without tiers."""
    if desk.tier is None or quote is None:
        return desk.tier
    visits = 1 if quote.total_vnd else 0
    return desk.tier.after(spend_vnd=quote.due_vnd, points=quote.earning.points, visits=visits)


def next_tier_text(desk: Desk, after: TierStanding) -> str:
    """Say what is missing to the next tier, or that the open bill reaches it; empty in the highest."""
    rises_to = after.reached_with(after.measured)
    if rises_to is not None:
        words = QCoreApplication.translate("Counter", "this bill reaches tier {tier}")
        return words.format(tier=shortened(rises_to.name, _LONGEST_NAME))
    if after.missing is None:
        return ""
    words = QCoreApplication.translate("Counter", "{amount} more to tier {tier}")
    return words.format(
        amount=measured_text(after.plan.reached_by, after.missing.amount, desk.program.points_name),
        tier=shortened(after.missing.tier.name, _LONGEST_NAME),
    )
