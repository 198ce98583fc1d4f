"""The fields of one reward by their names in its document, and the reward they make."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.reward_kinds import (
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
    UnknownReward,
    VoucherReward,
)
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import Known, offer_named
from loyalpos.ui.office.numbers import InlineBox, Number, NumberBox
from loyalpos.ui.office.rule_extras import text_of
from loyalpos.ui.office.word_boxes import TextBox

__all__ = ["RewardBoxes", "RewardFields"]


@dataclass(frozen=True, slots=True)
class RewardBoxes:
    """Every box a reward may have; a kind shows those it knows."""

    points: NumberBox
    value: NumberBox
    rate: NumberBox
    cap: NumberBox
    minimum: NumberBox
    stock: NumberBox
    price: NumberBox
    tickets: NumberBox
    item: TextBox
    named: ChoiceBox


_FIELDS = {
    AmountOff: {"points": "points", "value_vnd": "value"},
    PercentOff: {"points": "points", "rate_bp": "rate", "cap_vnd": "cap"},
    Gift: {"points": "points"},
    PayWithPoints: {"block_points": "points", "block_vnd": "value", "max_share_bp": "rate"},
    ServiceReward: {"points": "points"},
    ItemReward: {"points": "points", "price_vnd": "price"},
    VoucherReward: {"points": "points"},
    TicketReward: {"points": "points", "tickets": "tickets"},
    DonationReward: {"points": "points"},
    PartnerReward: {"points": "points"},
}
"""The box of each number of the program's document, by kind, beside the least bill all of them have."""

_NAMED = {VoucherReward: "voucher", TicketReward: "draw", DonationReward: "cause", PartnerReward: "partner"}


class RewardFields:
    """Every box of a reward, with what it says."""

    def __init__(self, reward: Reward) -> None:
        self._reward = reward
        self.boxes = RewardBoxes(
            NumberBox(Number.WHOLE),
            NumberBox(Number.VND),
            NumberBox(Number.PERCENT),
            NumberBox(Number.VND, optional=True),
            NumberBox(Number.VND),
            NumberBox(Number.WHOLE, optional=True),
            NumberBox(Number.VND),
            NumberBox(Number.WHOLE),
            TextBox(),
            ChoiceBox(),
        )
        self._numbers = dict(_FIELDS.get(type(reward), {}))
        if not isinstance(reward, UnknownReward):
            self._numbers["minimum_vnd"] = "minimum"
        self.show(reward)
        self.learn(Known())

    def show(self, reward: Reward) -> None:
        """Show a reward of this kind, in place of what was typed."""
        self._reward = reward
        for field, name in self._numbers.items():
            box: NumberBox = getattr(self.boxes, name)
            box.set_value(getattr(reward, field))
        if isinstance(reward, ItemReward):
            self.boxes.item.setText(reward.item)

    def all(self) -> dict[str, QWidget]:
        """Every box by its place in the sentence."""
        return {name: getattr(self.boxes, name) for name in RewardBoxes.__slots__}

    def shown(self) -> tuple[InlineBox | ChoiceBox, ...]:
        """The boxes this kind has."""
        numbers: list[InlineBox | ChoiceBox] = [getattr(self.boxes, name) for name in self._numbers.values()]
        if isinstance(self._reward, Gift):
            numbers.append(self.boxes.stock)
        if isinstance(self._reward, ItemReward):
            numbers.append(self.boxes.item)
        if type(self._reward) in _NAMED:
            numbers.append(self.boxes.named)
        return tuple(numbers)

    def by_path(self) -> dict[str, QWidget]:
        """Every box by its field in the reward's document."""
        places: dict[str, QWidget] = {
            field: getattr(self.boxes, name) for field, name in self._numbers.items()
        }
        places["item"] = self.boxes.item
        if (field := _NAMED.get(type(self._reward), "")) != "":
            places[field] = self.boxes.named
        return places

    def learn(self, known: Known) -> None:
        """Offer what there is to name; what is chosen stays."""
        match self._reward:
            case VoucherReward() as reward:
                offer_named(self.boxes.named, known.vouchers, reward.voucher)
            case TicketReward() as reward:
                offer_named(self.boxes.named, known.draws, reward.draw)
            case DonationReward() as reward:
                offer_named(self.boxes.named, known.causes, reward.cause)
            case PartnerReward() as reward:
                offer_named(self.boxes.named, known.partners, reward.partner)

    def typed(self, name: str) -> Reward:
        """Give the reward as typed, with a name."""
        reward = self._reward
        if isinstance(reward, UnknownReward):
            return reward
        named, minimum = replace(reward, name=name), self.boxes.minimum.value() or 0
        points, chosen = self.boxes.points.value() or 0, self.boxes.named.choice()
        value, rate = self.boxes.value.value() or 0, self.boxes.rate.value() or 0
        match named:
            case AmountOff():
                return replace(named, points=points, value_vnd=value, minimum_vnd=minimum)
            case PercentOff():
                cap = self.boxes.cap.value()
                return replace(named, points=points, rate_bp=rate, cap_vnd=cap, minimum_vnd=minimum)
            case Gift():
                counted = self.boxes.stock.value() is not None
                return replace(named, points=points, counted=counted, minimum_vnd=minimum)
            case PayWithPoints():
                return replace(
                    named, block_points=points, block_vnd=value, max_share_bp=rate, minimum_vnd=minimum
                )
            case ServiceReward():
                return replace(named, points=points, minimum_vnd=minimum)
            case ItemReward():
                item, price = text_of(self.boxes.item, named.item), self.boxes.price.value() or 0
                return replace(named, points=points, item=item, price_vnd=price, minimum_vnd=minimum)
            case VoucherReward():
                return replace(named, points=points, voucher=chosen, minimum_vnd=minimum)
            case TicketReward():
                tickets = self.boxes.tickets.value() or 0
                return replace(named, points=points, draw=chosen, tickets=tickets, minimum_vnd=minimum)
            case DonationReward():
                return replace(named, points=points, cause=chosen, minimum_vnd=minimum)
            case PartnerReward():
                return replace(named, points=points, partner=chosen, minimum_vnd=minimum)

    def retranslate(self, points_name: str) -> None:
        """Name every box in the language of the moment."""
        boxes = self.boxes
        boxes.points.set_unit(points_name)
        boxes.points.setAccessibleName(QCoreApplication.translate("RewardRow", "Price in points"))
        boxes.value.setAccessibleName(QCoreApplication.translate("RewardRow", "Worth"))
        boxes.rate.setAccessibleName(QCoreApplication.translate("RewardRow", "Share of the bill"))
        boxes.cap.setAccessibleName(QCoreApplication.translate("RewardRow", "At most"))
        boxes.cap.setPlaceholderText(QCoreApplication.translate("RewardRow", "no limit"))
        boxes.minimum.setAccessibleName(QCoreApplication.translate("RewardRow", "Least bill"))
        boxes.stock.setAccessibleName(QCoreApplication.translate("RewardRow", "How many there are"))
        boxes.stock.setPlaceholderText(QCoreApplication.translate("RewardRow", "not counted"))
        boxes.price.setAccessibleName(QCoreApplication.translate("RewardRow", "What it still costs"))
        boxes.tickets.setAccessibleName(QCoreApplication.translate("RewardRow", "How many tickets"))
        boxes.item.setAccessibleName(QCoreApplication.translate("RewardRow", "Code of the item"))
        boxes.item.setPlaceholderText(QCoreApplication.translate("RewardRow", "item code"))
        boxes.named.setAccessibleName(QCoreApplication.translate("RewardRow", "Which one"))
