"""What is seldom asked of a reward: how many a day, what must stay, prices of tiers, its cost."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.reward_kinds import TierPrice
from loyalpos.ui.office.box_reading import on_change
from loyalpos.ui.office.extras import Extra
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.rule_extras import PlanExtra

__all__ = ["REWARD_EXTRAS"]


class NumberExtra(Extra):
    """An extra of one number."""

    number: ClassVar[Number] = Number.WHOLE
    begins_with: ClassVar[int | None] = None

    @classmethod
    def first(cls, _known: Known) -> dict[str, Any]:
        """A number that makes sense, or none, where only the owner knows."""
        return {cls.covers[0]: cls.begins_with}

    def fill(self) -> None:
        """Make the box."""
        self._box = NumberBox(self.number)
        self._box.set_value(self.was[self.covers[0]])
        self.boxes[self.covers[0]] = self._box

    def typed(self) -> dict[str, Any]:
        """The number as typed."""
        return {self.covers[0]: self._box.value()}

    def named(self, name: str, unit: str = "") -> None:
        """Name the box."""
        self._box.setAccessibleName(name)
        self._box.set_unit(unit)


class DayLimitExtra(NumberExtra):
    """How many the whole shop gives on a day."""

    covers = ("day_limit",)
    begins_with = 10

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "how many a day")

    def words(self) -> str:
        """Say how many."""
        self.named(self.tr("How many the shop gives a day"))
        return self.tr("the whole shop gives at most {day_limit} a day")


class MinimumBillsExtra(NumberExtra):
    """How many bills come before the first one."""

    covers = ("minimum_bills",)
    begins_with = 3

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "bills before the first time")

    def words(self) -> str:
        """Say how many."""
        self.named(self.tr("How many bills before the first time"))
        return self.tr("for the first time after {minimum_bills} bills")


class KeepPointsExtra(NumberExtra):
    """Points that must stay."""

    covers = ("keep_points",)
    begins_with = 50

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "points that must stay")

    def words(self) -> str:
        """Say how many."""
        self.named(self.tr("Points that must stay"), self.known.points_name)
        return self.tr("{keep_points} must stay afterwards")


class CostExtra(NumberExtra):
    """What it costs the shop; not known is not nothing."""

    covers = ("cost_vnd",)
    number = Number.VND

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "what it costs the shop")

    def words(self) -> str:
        """Say how much."""
        self.named(self.tr("What it costs the shop"))
        return self.tr("costs the shop {cost_vnd}")


class TierPricesExtra(Extra):
    """What it costs members of some tiers; an empty box is the usual price."""

    covers = ("tier_prices",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "other prices for tiers")

    @classmethod
    def makes_sense(cls, known: Known) -> bool:
        """Only where there are tiers."""
        return bool(known.tiers)

    def fill(self) -> None:
        """Make a box for each price there is, and for each tier that has none yet."""
        self._prices: list[tuple[str, NumberBox]] = []
        for price in self.was["tier_prices"]:
            self._price(price.tier, price.points)
        self._make_room()

    def typed(self) -> dict[str, Any]:
        """The prices that were typed."""
        read = ((tier, box.value()) for tier, box in self._prices)
        return {"tier_prices": tuple(TierPrice(tier, points) for tier, points in read if points is not None)}

    def box_of(self, path: str) -> QWidget | None:
        """Find the box of a price by its place among those that were typed."""
        at = path.partition("[")[2].partition("]")[0]
        typed = [box for _, box in self._prices if box.value() is not None]
        return typed[int(at)] if at.isdigit() and int(at) < len(typed) else None

    def learn(self, known: Known) -> None:
        """Have a box for every new tier."""
        self.known = known
        for name in self._make_room():
            self.sentence.take(name, self.boxes[name])
            on_change([self.boxes[name]], self.edited)
        self.retranslate()

    def words(self) -> str:
        """Say each price after the name of its tier."""
        names = dict(self.known.tiers)
        said = [self.tr("prices of tiers:")]
        for at, (tier, box) in enumerate(self._prices):
            name = names.get(tier, tier) if tier else self.tr("no tier yet")
            box.setAccessibleName(self.tr("Price for {tier}").format(tier=name))
            box.setPlaceholderText(self.tr("as usual"))
            box.set_unit(self.known.points_name if box.text() else "")
            said.append(f"{name.replace('{', '(').replace('}', ')')} {{p{at}}}")
        return " ".join(said)

    def _make_room(self) -> list[str]:
        there = {tier for tier, _ in self._prices}
        return [self._price(tier, None) for tier, _ in self.known.tiers if tier not in there]

    def _price(self, tier: str, points: int | None) -> str:
        box = NumberBox(Number.WHOLE, optional=True)
        box.set_value(points)
        name = f"p{len(self._prices)}"
        self._prices.append((tier, box))
        self.boxes[name] = box
        return name


class HiddenExtra(Extra):
    """That it is not offered for points."""

    covers = ("hidden",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RewardExtras", "not offered for points")

    @classmethod
    def first(cls, _known: Known) -> dict[str, Any]:
        """Hidden it is once this is added."""
        return {"hidden": True}

    def fill(self) -> None:
        """There is nothing to type."""

    def typed(self) -> dict[str, Any]:
        """It is hidden."""
        return {"hidden": True}

    def words(self) -> str:
        """Say so."""
        return self.tr("not offered for points: only a full stamp card brings it")


REWARD_EXTRAS: tuple[type[Extra], ...] = (
    DayLimitExtra,
    MinimumBillsExtra,
    KeepPointsExtra,
    TierPricesExtra,
    CostExtra,
    PlanExtra,
    HiddenExtra,
)
