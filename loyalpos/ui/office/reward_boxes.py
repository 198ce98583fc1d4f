"""The boxes a reward's sentence may have, and which fields of each kind they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from loyalpos.engine.program import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    VoucherReward,
)
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import Known, offer_named
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.word_boxes import TextBox

__all__ = ["FIELDS", "TARGETS", "Boxes", "new_boxes", "offer_targets"]


class Boxes(Struct, frozen=True):
    """Every box a reward may have; a kind shows those it knows.

    ``target`` is what it brings: a voucher, a draw's tickets, points for a cause, a partner's code.
    """

    points: NumberBox
    value: NumberBox
    rate: NumberBox
    cap: NumberBox
    minimum: NumberBox
    least: NumberBox
    stock: NumberBox
    tickets: NumberBox
    price: NumberBox
    item: TextBox
    target: ChoiceBox


def new_boxes() -> Boxes:
    """Make them, empty."""
    return Boxes(
        NumberBox(Number.WHOLE),
        NumberBox(Number.VND),
        NumberBox(Number.PERCENT),
        NumberBox(Number.VND, optional=True),
        NumberBox(Number.VND),
        NumberBox(Number.WHOLE),
        NumberBox(Number.WHOLE, optional=True),
        NumberBox(Number.WHOLE),
        NumberBox(Number.VND),
        TextBox(),
        ChoiceBox(),
    )


_PLAIN: Final = {"points": "points", "minimum_vnd": "minimum"}

FIELDS: Final[Mapping[type[Reward], Mapping[str, str]]] = {
    AmountOff: {"points": "points", "value_vnd": "value", "minimum_vnd": "minimum"},
    PercentOff: {"points": "points", "rate_bp": "rate", "cap_vnd": "cap", "minimum_vnd": "minimum"},
    Gift: _PLAIN,
    PayWithPoints: {
        "block_points": "points",
        "block_vnd": "value",
        "max_share_bp": "rate",
        "minimum_vnd": "minimum",
        "minimum_points": "least",
    },
    ServiceReward: _PLAIN,
    ItemReward: {**_PLAIN, "price_vnd": "price"},
    VoucherReward: _PLAIN,
    TicketReward: {**_PLAIN, "tickets": "tickets"},
    DonationReward: _PLAIN,
    PartnerReward: _PLAIN,
}
"""The number box of each field of the program's document, by kind; of other kinds only the name shows."""

TARGETS: Final[Mapping[type[Reward], str]] = {
    VoucherReward: "voucher",
    TicketReward: "draw",
    DonationReward: "cause",
    PartnerReward: "partner",
}
"""The field that names what a reward of a kind brings."""


def offer_targets(box: ChoiceBox, reward: Reward, known: Known) -> None:
    """List what a reward can bring; what is chosen stays, also where it is gone."""
    field = TARGETS.get(type(reward))
    if field is not None:
        rows: tuple[tuple[str, str], ...] = getattr(known, f"{field}s")
        offer_named(box, tuple((one, name or "…") for one, name in rows), str(getattr(reward, field)))
