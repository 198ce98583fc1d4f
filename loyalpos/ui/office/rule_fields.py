"""The fields of one rule by their names in its document, its sentence, and the rule they make."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.conditions import Match
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    Rule,
    StampRule,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import Known, offer_named
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.word_boxes import MatchField
from loyalpos.ui.words import units

__all__ = ["RuleFields"]

_NUMBERS: dict[type, dict[str, Number]] = {
    AmountRule: {"per_vnd": Number.VND, "points": Number.WHOLE, "minimum_vnd": Number.VND},
    VisitRule: {"points": Number.WHOLE},
    ItemRule: {"per_quantity": Number.WHOLE, "points": Number.WHOLE},
    MultiplierRule: {"rate_bp": Number.TIMES},
    BonusRule: {"points": Number.WHOLE},
    StampRule: {"stamps": Number.WHOLE, "per_quantity": Number.WHOLE},
    TicketRule: {"tickets": Number.WHOLE, "per_vnd": Number.VND},
}
_MATCHES: dict[type, str] = {
    AmountRule: "only",
    ItemRule: "match",
    MultiplierRule: "match",
    StampRule: "match",
}


class RuleFields:
    """Every box of a rule: numbers, which items, and the one thing it names."""

    def __init__(self, rule: Rule, known: Known) -> None:
        self.rule = rule
        self.numbers: dict[str, NumberBox] = {}
        self.match: MatchField | None = None
        self.named: ChoiceBox | None = None
        for field, number in _NUMBERS.get(type(rule), {}).items():
            optional = isinstance(rule, TicketRule) and field == "per_vnd"
            self._add(field, number, getattr(rule, field), optional=optional)
        if isinstance(rule, BandRule):
            for at, band in enumerate(rule.bands):
                self._add(f"bands[{at}].from_vnd", Number.VND, band.from_vnd)
                self._add(f"bands[{at}].points", Number.WHOLE, band.points)
        if (field := _MATCHES.get(type(rule), "")) != "":
            without = "bill" if isinstance(rule, StampRule) else "everything"
            self.match = MatchField(getattr(rule, field), "" if isinstance(rule, ItemRule) else without)
        self.learn(known)

    def learn(self, known: Known) -> None:
        """Offer what there is to name; what is chosen stays."""
        match self.rule:
            case StampRule() as rule:
                self._name("card", rule.card, known.cards)
            case TicketRule() as rule:
                self._name("draw", rule.draw, known.draws)
            case VoucherRule() as rule:
                self._name("voucher", rule.voucher, known.vouchers)

    def _add(self, field: str, number: Number, value: int | None, *, optional: bool = False) -> None:
        box = NumberBox(number, optional=optional)
        box.set_value(value)
        self.numbers[field] = box

    def _name(self, field: str, present: str, offered: tuple[tuple[str, str], ...]) -> None:
        self.named = self.named or ChoiceBox()
        self._named_field = field
        offer_named(self.named, offered, present)

    def by_path(self) -> dict[str, QWidget]:
        """Every box by its field in the rule's document."""
        boxes: dict[str, QWidget] = dict(self.numbers)
        if self.match is not None:
            boxes[_MATCHES[type(self.rule)]] = self.match.names
        if self.named is not None:
            boxes[self._named_field] = self.named
        return boxes

    def in_sentence(self) -> dict[str, QWidget]:
        """Every box by its place in the sentence."""
        boxes: dict[str, QWidget] = {}
        for field, box in self.numbers.items():
            boxes[field.replace("bands[", "b").replace("].", "_")] = box
        if self.match is not None:
            boxes["what"], boxes["names"] = self.match.what, self.match.names
        if self.named is not None:
            boxes["named"] = self.named
        return boxes

    def value(self) -> Rule:
        """Give the rule as typed; its condition and limits as they were."""
        match self.rule:
            case AmountRule() as was:
                return replace(
                    was,
                    per_vnd=self._number("per_vnd"),
                    points=self._number("points"),
                    minimum_vnd=self._number("minimum_vnd"),
                    only=self._match(),
                )
            case VisitRule() as was:
                return replace(was, points=self._number("points"))
            case BonusRule() as was:
                return replace(was, points=self._number("points"))
            case BandRule() as was:
                bands = (
                    Band(self._number(f"bands[{at}].from_vnd"), self._number(f"bands[{at}].points"))
                    for at in range(len(was.bands))
                )
                return replace(was, bands=tuple(bands))
            case ItemRule() as was:
                return replace(
                    was,
                    match=self._match() or Match(),
                    points=self._number("points"),
                    per_quantity=self._number("per_quantity"),
                )
            case MultiplierRule() as was:
                return replace(was, rate_bp=self._number("rate_bp"), match=self._match())
            case StampRule() as was:
                return replace(
                    was,
                    card=self._choice(),
                    stamps=self._number("stamps"),
                    match=self._match(),
                    per_quantity=self._number("per_quantity"),
                )
            case TicketRule() as was:
                per_vnd = self.numbers["per_vnd"].value()
                return replace(was, draw=self._choice(), tickets=self._number("tickets"), per_vnd=per_vnd)
            case VoucherRule() as was:
                return replace(was, voucher=self._choice())
            case UnknownRule():
                return self.rule

    def _number(self, field: str) -> int:
        return self.numbers[field].value() or 0

    def _match(self) -> Match | None:
        return None if self.match is None else self.match.value()

    def _choice(self) -> str:
        return "" if self.named is None else self.named.choice()

    def words(self, *, with_rounding: bool) -> str:
        """Say the rule, with places for its boxes, its name and its condition."""
        match self.rule:
            case AmountRule() if with_rounding:
                return QCoreApplication.translate(
                    "RuleFields", "Each {per_vnd} gives {points} rounded {rounding}"
                )
            case AmountRule():
                return QCoreApplication.translate("RuleFields", "Each {per_vnd} gives {points} more")
            case VisitRule():
                return QCoreApplication.translate("RuleFields", "Each bill gives {points}")
            case BandRule():
                return self._band_words()
            case ItemRule():
                return QCoreApplication.translate(
                    "RuleFields", "Each {per_quantity} of {what} {names} gives {points}"
                )
            case MultiplierRule():
                return QCoreApplication.translate("RuleFields", "{what} {names} points multiplied {rate_bp}")
            case BonusRule():
                return QCoreApplication.translate("RuleFields", "Bonus of {points}")
            case StampRule():
                return QCoreApplication.translate(
                    "RuleFields", "{stamps} on {named} for each {per_quantity} of {what} {names}"
                )
            case TicketRule():
                return QCoreApplication.translate("RuleFields", "{tickets} for {named} for each {per_vnd}")
            case VoucherRule():
                return QCoreApplication.translate("RuleFields", "Gives the voucher {named}")
            case UnknownRule():
                return QCoreApplication.translate("RuleFields", "A rule of another kind")

    def _band_words(self) -> str:
        assert isinstance(self.rule, BandRule)
        said = [
            QCoreApplication.translate("RuleFields", "bills from {amount} give {points}").format(
                amount=f"{{b{at}_from_vnd}}", points=f"{{b{at}_points}}"
            )
            for at in range(len(self.rule.bands))
        ]
        words = " ".join(said)
        # It begins the rule's sentence, where no name stands before it.
        return words[:1].upper() + words[1:] or QCoreApplication.translate(
            "RuleFields", "A rule without steps"
        )

    def retranslate(self, points_name: str) -> None:
        """Name every box in the language of the moment."""
        for field, box in self.numbers.items():
            box.setAccessibleName(_box_name(field.rpartition(".")[2]))
            if field.rpartition(".")[2] == "points":
                box.set_unit(points_name)
            if field in _COUNTED:
                box.set_unit(*_COUNTED[field]())
            if field == "per_vnd" and isinstance(self.rule, TicketRule):
                box.setPlaceholderText(QCoreApplication.translate("RuleFields", "bill"))
        if self.match is not None:
            self.match.retranslate()
        if self.named is not None:
            self.named.setAccessibleName(QCoreApplication.translate("RuleFields", "Which one"))


_COUNTED = {"stamps": units.stamps, "tickets": units.tickets}


def _box_name(field: str) -> str:
    match field:
        case "per_vnd":
            return QCoreApplication.translate("RuleFields", "Amount that gives points")
        case "points":
            return QCoreApplication.translate("RuleFields", "Points for it")
        case "minimum_vnd":
            return QCoreApplication.translate("RuleFields", "Least bill that gives points")
        case "from_vnd":
            return QCoreApplication.translate("RuleFields", "Where the step begins")
        case "rate_bp":
            return QCoreApplication.translate("RuleFields", "How many times")
        case "stamps" | "tickets":
            return QCoreApplication.translate("RuleFields", "How many it gives")
        case _:
            return QCoreApplication.translate("RuleFields", "How many it takes")
