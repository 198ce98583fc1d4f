"""What is seldom asked of a rule: its name, what it counts, what stands beside it, who pays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rules import Beside, OwnBase, Rounding
from loyalpos.ui.office.base_boxes import OwnBaseBoxes
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.extras import Extra
from loyalpos.ui.office.known import Known, offer_named
from loyalpos.ui.office.numbers import SignedBox
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.word_boxes import MatchField, TextBox, text_of

__all__ = ["RULE_EXTRAS", "BudgetExtra", "NameExtra", "PlanExtra", "offer_roundings"]


def offer_roundings(box: ChoiceBox) -> None:
    """List the ways of rounding."""
    box.offer(
        [
            (Rounding.DOWN.value, QCoreApplication.translate("RuleExtras", "down")),
            (Rounding.HALF_UP.value, QCoreApplication.translate("RuleExtras", "to the nearest")),
            (Rounding.UP.value, QCoreApplication.translate("RuleExtras", "up")),
        ]
    )


class NameExtra(Extra):
    """What the owner calls the rule."""

    covers = ("name",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "a name of its own")

    def fill(self) -> None:
        """Make the box."""
        self._name = TextBox()
        self._name.setText(self.was["name"])
        self.boxes["name"] = self._name

    def typed(self) -> dict[str, Any]:
        """The name as typed."""
        return {"name": text_of(self._name, self.was["name"])}

    def words(self) -> str:
        """Say that it has a name."""
        self._name.setAccessibleName(self.tr("Name of the rule"))
        self._name.setPlaceholderText(self.tr("name"))
        return self.tr("is called {name}")


class WithoutExtra(Extra):
    """Which items do not count."""

    covers = ("without",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "items that do not count")

    def fill(self) -> None:
        """Make the two boxes."""
        self.match = MatchField(self.was["without"], "everything", parent=self)
        if self.was["without"] is None:
            self.match.what.choose("categories")
            self.match.names.show()
        self.boxes |= {"what": self.match.what, "names": self.match.names}

    def box_of(self, _path: str) -> QWidget:
        """Every problem is with the names."""
        return self.boxes["names"]

    def typed(self) -> dict[str, Any]:
        """What does not count."""
        assert self.match is not None
        return {"without": self.match.value()}

    def words(self) -> str:
        """Say what does not count."""
        return self.tr("not for {what} {names}")


class BaseExtra(Extra):
    """Which amount counts, where it is not the program's; what is left alone stays the program's."""

    covers = ("base",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "another amount that counts")

    def fill(self) -> None:
        """Make the three choices."""
        self._base = OwnBaseBoxes()
        self._base.show(self.was["base"] or OwnBase(), self.known.base)
        self.boxes |= self._base.boxes()

    def typed(self) -> dict[str, Any]:
        """The amount as chosen."""
        return {"base": self._base.value()}

    def words(self) -> str:
        """Say what counts."""
        self._base.name(self.known.base)
        return self.tr("counts {paid}, {discount}, {tax}")


class RoundingExtra(Extra):
    """How parts of a point are rounded, where it is not as in the program."""

    covers = ("rounding",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "rounding of its own")

    def fill(self) -> None:
        """Make the choice."""
        self._rounding = ChoiceBox()
        offer_roundings(self._rounding)
        self._rounding.choose((self.was["rounding"] or Rounding.DOWN).value)
        self.boxes["rounding"] = self._rounding

    def typed(self) -> dict[str, Any]:
        """The rounding as chosen."""
        return {"rounding": Rounding(self._rounding.choice())}

    def words(self) -> str:
        """Say how it rounds."""
        self._rounding.setAccessibleName(self.tr("Rounding of this rule"))
        offer_roundings(self._rounding)
        return self.tr("its own points are rounded {rounding}")


class OfExtra(Extra):
    """Which rules' points are multiplied."""

    covers = ("of",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "only the points of certain rules")

    @classmethod
    def makes_sense(cls, known: Known) -> bool:
        """Only where there are several."""
        return len(known.rules) > 1

    @classmethod
    def first(cls, known: Known) -> dict[str, Any]:
        """The first rule."""
        return {"of": tuple(rule for rule, _, _ in known.rules[:1])}

    def fill(self) -> None:
        """Make a button for each rule."""
        self._of = Toggles(self.was["of"])
        self.boxes["of"] = self._of

    def typed(self) -> dict[str, Any]:
        """The rules as chosen."""
        return {"of": self._of.chosen()}

    def words(self) -> str:
        """Say whose points."""
        rows = self.known.rule_names()
        gone = tuple((one, one) for one in self.was["of"] if one not in dict(rows))
        self._of.offer([*rows, *dict(gone).items()])
        return self.tr("only the points of {of}")


class BesideExtra(Extra):
    """How the rule stands beside others that apply to the same bill."""

    covers = ("beside", "group", "priority")

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "what happens when several rules apply")

    @classmethod
    def first(cls, _known: Known) -> dict[str, Any]:
        """Alone, which is what most owners mean."""
        return {"beside": Beside.EXCLUSIVE}

    def fill(self) -> None:
        """Make the choice, the group and the priority."""
        self._beside, self._group, self._priority = ChoiceBox(), TextBox(), SignedBox()
        self._offer()
        self._beside.choose(self.was["beside"].value)
        self._group.setText(self.was["group"])
        self._priority.set_value(self.was["priority"])
        self.boxes |= {"beside": self._beside, "group": self._group, "priority": self._priority}
        self._beside.chosen.connect(self._show_group)
        self._show_group()

    def typed(self) -> dict[str, Any]:
        """All three."""
        return {
            "beside": Beside(self._beside.choice()),
            "group": text_of(self._group, self.was["group"]),
            "priority": self._priority.value() or 0,
        }

    def words(self) -> str:
        """Say how it stands beside others."""
        self._offer()
        self._beside.setAccessibleName(self.tr("When several rules apply"))
        self._group.setAccessibleName(self.tr("Group whose best counts"))
        self._group.setPlaceholderText(self.tr("group"))
        self._priority.setAccessibleName(self.tr("Priority"))
        return self.tr("when several rules apply: {beside} {group} priority {priority}")

    def _offer(self) -> None:
        self._beside.offer(
            [
                (Beside.ADD.value, self.tr("it adds to the others")),
                (Beside.BEST.value, self.tr("only the best of its group")),
                (Beside.EXCLUSIVE.value, self.tr("it alone counts")),
                (Beside.LAST.value, self.tr("nothing after it counts")),
            ]
        )

    def _show_group(self) -> None:
        self._group.setHidden(self._beside.choice() != Beside.BEST and not self._group.text())


class PlanExtra(Extra):
    """Which program beside others it belongs to."""

    covers = ("plan",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "the program it belongs to")

    @classmethod
    def makes_sense(cls, known: Known) -> bool:
        """Only where there are programs side by side."""
        return bool(known.plans)

    @classmethod
    def first(cls, known: Known) -> dict[str, Any]:
        """The first one."""
        return {"plan": known.plans[0][0]}

    def fill(self) -> None:
        """Make the choice."""
        self._plan = ChoiceBox()
        offer_named(self._plan, self.known.plans, self.was["plan"])
        self.boxes["plan"] = self._plan

    def typed(self) -> dict[str, Any]:
        """The program as chosen."""
        return {"plan": self._plan.choice()}

    def words(self) -> str:
        """Say where it belongs."""
        self._plan.setAccessibleName(self.tr("Program it belongs to"))
        offer_named(self._plan, self.known.plans, self.was["plan"])
        return self.tr("belongs to {plan}")


class BudgetExtra(Extra):
    """Whose money it spends."""

    covers = ("budget",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("RuleExtras", "the budget it is paid from")

    @classmethod
    def makes_sense(cls, known: Known) -> bool:
        """Only where there is a budget."""
        return bool(known.budgets)

    @classmethod
    def first(cls, known: Known) -> dict[str, Any]:
        """The first one."""
        return {"budget": known.budgets[0][0]}

    def fill(self) -> None:
        """Make the choice."""
        self._budget = ChoiceBox()
        offer_named(self._budget, self.known.budgets, self.was["budget"])
        self.boxes["budget"] = self._budget

    def typed(self) -> dict[str, Any]:
        """The budget as chosen."""
        return {"budget": self._budget.choice()}

    def words(self) -> str:
        """Say who pays."""
        self._budget.setAccessibleName(self.tr("Budget it is paid from"))
        offer_named(self._budget, self.known.budgets, self.was["budget"])
        return self.tr("paid from {budget}")


RULE_EXTRAS: tuple[type[Extra], ...] = (
    NameExtra,
    WithoutExtra,
    BaseExtra,
    RoundingExtra,
    OfExtra,
    BesideExtra,
    PlanExtra,
    BudgetExtra,
)
