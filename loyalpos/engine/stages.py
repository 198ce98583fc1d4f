"""The stages of an earning: which rules of one apply to a bill, and what they come to together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from loyalpos.engine.asking import holds
from loyalpos.engine.beside import standing_beside
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, Condition
from loyalpos.engine.cuts import why_stopped
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Part
from loyalpos.engine.program import Program
from loyalpos.engine.rules import KnownRule
from loyalpos.engine.tenders import goes_by_amount, ways_meant
from loyalpos.engine.turns import Silent

__all__ = ["Stage", "applying", "stage"]

# To look a member of an enumeration up takes as long as to make a line.
_OUTDONE: Final = LineKind.OUTDONE

R = TypeVar("R", bound=KnownRule)


def applying(
    rules: Sequence[R | Silent], footing: Footing, base_vnd: int, bill: Bill
) -> Sequence[R | EarnLine]:
    """Find the rules whose conditions hold, in their turns, and say which nobody can ask."""
    if not rules:
        return ()
    found: list[R | EarnLine] = []
    asks = footing.asks
    for rule in rules:
        asked = asks.get(rule.id)
        if type(rule) is Silent:
            if asked is None or not rule.is_known:
                found.append(rule.line)
        elif asked is not None and (isinstance(asked, Always) or _applies(rule, asked, base_vnd, bill)):
            found.append(rule)
    return found


def _applies(rule: KnownRule, asked: Condition, base_vnd: int, bill: Bill) -> bool:
    if bill.tender_parts and goes_by_amount(rule):
        return bool(ways_meant(asked, base_vnd=base_vnd, bill=bill))
    return holds(asked, base_vnd=base_vnd, bill=bill)


class Stage(Struct, Generic[R]):
    """What the rules of one stage come to: those that stand, and everything that is said in order."""

    stand: list[Part[R]]
    said: list[Part[R] | EarnLine]

    def lines(self, *, are_points: bool = True) -> Iterable[EarnLine]:
        """Say each part, with its points once they are whole."""
        return [
            (one.said() if are_points else one.line) if isinstance(one, Part) else one for one in self.said
        ]


def stage(
    rules: Sequence[R | EarnLine],
    worked_out: Callable[[R], Part[R] | EarnLine | None],
    footing: Footing,
    program: Program,
) -> Stage[R]:
    """Work out the rules of a stage beside each other."""
    if not rules:
        # Most bills have nothing to say to most stages, and a trial asks a hundred thousand of them.
        return Stage([], [])
    said: list[Part[R] | EarnLine] = []
    parts: list[Part[R]] = []
    for rule in rules:
        if type(rule) is EarnLine:
            said.append(rule)
            continue
        part = worked_out(rule)
        if part is None:
            continue
        if isinstance(part, Part):
            # Most rules have neither limits nor a budget.
            if (rule.budget or rule.id in footing.room) and part.exact[0]:
                stopped = why_stopped(rule, footing, program)
                if stopped is not None:
                    said.append(EarnLine(rule.id, stopped, 0, name=rule.name))
                    continue
            parts.append(part)
        said.append(part)
    stand, fall = standing_beside(parts)
    if fall:
        fallen = {part.rule.id: part for part in fall}
        said = [
            EarnLine(one.rule.id, _OUTDONE, 0, name=one.rule.name)
            if isinstance(one, Part) and one.rule.id in fallen
            else one
            for one in said
        ]
    return Stage(stand, said)
