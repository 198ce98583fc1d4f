"""The names a draft gives, for fields that refer to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, BandRule, Base, ItemRule, VisitRule
from loyalpos.ui.office.choice_box import ChoiceBox

__all__ = ["Known", "Named", "named_rows", "offer_named"]


class Named(Protocol):
    """Something of a program that has an id and a name."""

    @property
    def id(self) -> str:
        """What its document calls it."""

    @property
    def name(self) -> str:
        """What the owner calls it."""


_MULTIPLIED = (AmountRule, VisitRule, BandRule, ItemRule)


class Known(Struct, frozen=True):
    """What there is to name, each as (id, name).

    Attributes:
        base: What the program counts, where a rule leaves it to the program.
        rules: Those whose points can be multiplied; the name is empty where the owner gave none.
    """

    points_name: str = ""
    tiers: tuple[tuple[str, str], ...] = ()
    plans: tuple[tuple[str, str], ...] = ()
    budgets: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str, int], ...] = ()
    cards: tuple[tuple[str, str], ...] = ()
    draws: tuple[tuple[str, str], ...] = ()
    vouchers: tuple[tuple[str, str], ...] = ()
    causes: tuple[tuple[str, str], ...] = ()
    partners: tuple[tuple[str, str], ...] = ()
    base: Base = Base()

    @classmethod
    def of(cls, program: Program) -> Known:
        """Take the names out of a program."""
        return cls(
            program.points_name,
            _named(program.tiers.tiers),
            _named(program.plans),
            _named(program.budgets),
            tuple(
                (rule.id, rule.name, at)
                for at, rule in enumerate(program.rules, start=1)
                if isinstance(rule, _MULTIPLIED)
            ),
            _named(program.stamp_cards),
            _named(program.draws),
            _named(program.vouchers),
            _named(program.causes),
            _named(program.partners),
            program.base,
        )

    def rule_names(self) -> tuple[tuple[str, str], ...]:
        """Name the rules, those without a name by their place."""
        words = QCoreApplication.translate("Known", "rule {number}")
        return tuple((rule, name or words.format(number=at)) for rule, name, at in self.rules)


def _named(things: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    return tuple((one.id, one.name) for one in things)


def named_rows(things: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    """List things as (id, name); one without a name goes by its id."""
    return tuple((one.id, one.name or one.id) for one in things)


def offer_named(box: ChoiceBox, rows: Iterable[tuple[str, str]], present: str, none: str = "") -> None:
    """List what there is to name; what is chosen stays, also where it is gone.

    Args:
        present: What is chosen where nothing is yet.
        none: What no choice is called; without it there is none.
    """
    listed = [("", none), *rows] if none else [*rows]
    chosen = box.choice() or present
    gone = [(chosen, chosen)] if chosen and chosen not in dict(listed) else []
    box.offer([*listed, *gone])
    box.choose(chosen)
