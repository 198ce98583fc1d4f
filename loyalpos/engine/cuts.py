"""What limits and caps cut from an earning, each with a line that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from loyalpos.engine.budget_cuts import stops
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given, Part, cut, is_over
from loyalpos.engine.program import Program
from loyalpos.engine.rules import KnownRule, Per

__all__ = ["cut_by_caps", "cut_by_limits", "why_stopped"]

# To look a member of an enumeration up takes longer than to ask what it is.
_BILL: Final = Per.BILL


def why_stopped(rule: KnownRule, footing: Footing, program: Program) -> LineKind | None:
    """Say why a rule that would give something gives nothing at all: its limits or its budget are used up."""
    room = footing.room.get(rule.id)
    if room is not None and (room.times == 0 or room.points == 0):
        return LineKind.LIMITED
    if rule.budget and stops(rule.budget, footing, program) and footing.budget_vnd.get(rule.budget, 1) <= 0:
        return LineKind.OVER_BUDGET
    return None


def cut_by_limits(parts: Iterable[Part[KnownRule]], footing: Footing) -> Iterable[EarnLine]:
    """Give no rule more than its limits leave; what is cut leaves no remainder either."""
    if not footing.room:
        return
    for part in parts:
        room = footing.room.get(part.rule.id)
        if room is None or room.points is None or not is_over(part, room.points):
            continue
        yield from cut(part, room.points, LineKind.LIMITED)


def cut_by_caps(
    parts: Sequence[Given], points: int, beside_rules: int, footing: Footing, program: Program
) -> tuple[int, list[EarnLine]]:
    """Give no more for a bill than the program's caps leave, taking from what came last.

    Args:
        points: What the bill would bring.
        beside_rules: How much of it no rule gave: remainders and the rounding of the bill.

    Returns:
        What is left of that, and the line that says so.
    """
    caps = [cap.points for cap in program.caps if cap.per is _BILL] if program.caps else []
    if footing.cap_points is not None:
        caps.append(footing.cap_points)
    most = min(caps, default=points)
    if points <= most:
        return beside_rules, []
    beside_cut = min(points - most, max(0, beside_rules))
    over = points - most - beside_cut
    for part in reversed(parts):
        taken = min(over, part.points)
        part.points -= taken
        over -= taken
    return beside_rules - beside_cut, [EarnLine("", LineKind.CAPPED, most - points, count=most)]
