"""What came of trying a program on cases: as lines for people who write them, and as JSON for programs.

In English alone, as the documents and their schemas are; no screen is needed to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from loyalpos.engine.case_runs import CaseRun, StepRun, refusal_code
from loyalpos.engine.documents import MOST_FLAWS
from loyalpos.engine.earn_lines import LineKind
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.json_values import to_json
from loyalpos.engine.problem_kinds import Problem
from loyalpos.engine.replay_steps import Outcome
from loyalpos.engine.times import ShopTime
from loyalpos.errors import Refusal

__all__ = ["flaw_lines", "problem_line", "run_lines", "runs_json"]

_FLAWS = {
    Flaw.NOT_JSON: "this is no JSON",
    Flaw.TOO_LARGE: "this is larger than any such document can be",
    Flaw.REPEATED: "this stands twice",
    Flaw.OTHER_FORMAT: "the format field does not say what is expected here",
    Flaw.OTHER_VERSION: "this version of the document is not known",
    Flaw.MISSING: "this is missing",
    Flaw.UNEXPECTED: "there is no field of this name",
    Flaw.NOT_WHOLE: "a whole number is expected, without point or exponent",
    Flaw.NOT_TEXT: "a text is expected",
    Flaw.NOT_YES_NO: "true or false is expected",
    Flaw.NOT_DATE: "a day is expected, such as 2026-12-31",
    Flaw.NOT_INSTANT: "a day or a time is expected, such as 2026-12-31 or 2026-12-31T18:30",
    Flaw.NOT_CHOICE: "this is none of the possible values",
    Flaw.NOT_LIST: "a list is expected",
    Flaw.NOT_OBJECT: "an object is expected",
    Flaw.NOT_FRACTION: "a whole number or a fraction such as 3/5 is expected",
    Flaw.TOO_DEEP: "this is nested too deeply",
    Flaw.OUT_OF_RANGE: "this number or date is out of range",
    Flaw.OUT_OF_ORDER: "this stands out of order: steps follow each other in time, and joining is the first",
    Flaw.NO_SUCH_NAME: "nothing of this name is there",
}

_PIECES = (LineKind.STAMPS, LineKind.TICKETS, LineKind.VOUCHER)


def flaw_lines(document: str, flaws: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Say why a document cannot be read, and where: a line for each flaw, of very many the first."""
    for path, why in flaws[:MOST_FLAWS]:
        yield f"{document}: {path}: {_FLAWS[Flaw(why)]}"
    if len(flaws) >= MOST_FLAWS:
        yield f"{document}: these are the first {MOST_FLAWS}; more may follow"


def problem_line(document: str, problem: Problem) -> str:
    """Say what is wrong with a program, and where."""
    bound = "" if problem.limit is None else f", bound {problem.limit}"
    value = "" if problem.value is None else f": {problem.value!s}{bound}"
    return f"{document}: {problem.path}: {problem.kind.value.replace('_', ' ')}{value}"


def run_lines(run: CaseRun, shop: ShopTime) -> Iterator[str]:
    """Tell a case step by step."""
    yield f"{'✓' if run.is_as_expected else '✗'} {run.name}"
    for step in run.steps:
        yield from _step_lines(step, shop)


def _step_lines(step: StepRun, shop: ShopTime) -> Iterator[str]:
    came = step.outcome
    at = shop.local(came.at).strftime("%Y-%m-%d %H:%M")
    parts = [f"{came.points:+d} points", f"balance {came.balance}"]
    for words, number in (
        ("spent", came.spent_points),
        ("from gifts", came.gift_points),
        ("expired", came.expired_points),
        ("forgiven", came.forgiven_points),
    ):
        if number:
            parts.append(f"{words} {number}")
    if came.spendable != came.balance:
        parts.append(f"spendable {came.spendable}")
    if came.remainder:
        parts.append(f"remainder {came.remainder}")
    if came.tier:
        parts.append(f"tier {came.tier}")
    parts += [f"{name} {count}" for name, count in (*came.units.items(), *came.vouchers.items())]
    parts += [f"gift {name}" for name in came.gifts]
    parts += [f"to cause {name} {by_vnd:+d}" for name, by_vnd in came.donated_vnd.items()]
    parts += [f"{name} to {last.replace('_', ' ')}" for name, last in came.memberships.items()]
    if step.kind in {"bill", "pay", "return", "sell", "end"}:
        parts.append(f"to pay {came.due_vnd}")
    if came.open_vnd:
        parts.append(f"still open {came.open_vnd}")
    who = f"{step.who}: " if step.who else ""
    yield f"  {step.number:>3} {step.kind:<8} {at}  {who}{', '.join(parts)}"
    if step.kind == "pay" and came.lines:
        yield "        what is paid of the bill by now:"
    for line in came.lines:
        # Stamps, tickets and vouchers are no points: their line says how many pieces there are.
        brings = line.count if line.kind in _PIECES else line.points
        yield f"        {line.rule or '-'}: {line.kind.value} {brings:+d}"
    for redemption in came.redemptions:
        cost = f"{redemption.points} points, {redemption.value_vnd} đồng off"
        yield f"        takes {redemption.reward}: {cost}"
    for budget in came.asks_owner:
        yield f"        budget {budget} is used up: asks the owner"
    for refusal in came.refusals:
        yield f"        refused: {refusal_code(refusal)}"
    for differs in step.differences:
        yield f"      ✗ {differs.field}: expected {differs.expected}, found {differs.found}"


def runs_json(runs: Iterable[CaseRun], shop: ShopTime) -> dict[str, Any]:
    """Give everything that came of cases, ready for JSON."""
    listed = list(runs)
    return {
        "format": "loyalpos.tried",
        "version": 1,
        "as_expected": all(run.is_as_expected for run in listed),
        "cases": [
            {
                "name": run.name,
                "as_expected": run.is_as_expected,
                "steps": [_step_json(step, shop) for step in run.steps],
            }
            for run in listed
        ],
    }


def _step_json(step: StepRun, shop: ShopTime) -> dict[str, Any]:
    came: Outcome = step.outcome
    return {
        "step": step.number,
        "who": step.who,
        "kind": step.kind,
        "at": shop.local(came.at).isoformat(),
        "day": came.day.isoformat(),
        "points": came.points,
        "lines": [to_json(line) for line in came.lines],
        "redemptions": [to_json(redemption) for redemption in came.redemptions],
        "spent_points": came.spent_points,
        "gift_points": came.gift_points,
        "expired_points": came.expired_points,
        "forgiven_points": came.forgiven_points,
        "due_vnd": came.due_vnd,
        "open_vnd": came.open_vnd,
        "balance": came.balance,
        "spendable": came.spendable,
        "remainder": str(came.remainder),
        "tier": came.tier,
        "units": dict(came.units),
        "vouchers": dict(came.vouchers),
        "memberships": dict(came.memberships),
        "gifts": list(came.gifts),
        "asks_owner": list(came.asks_owner),
        "donated_vnd": dict(came.donated_vnd),
        "refusals": [_refusal_json(refusal) for refusal in came.refusals],
        "differences": [
            {"field": one.field, "expected": _plain(one.expected), "found": _plain(one.found)}
            for one in step.differences
        ],
    }


def _refusal_json(refusal: Refusal) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in vars(refusal).items()}
    return {"code": refusal_code(refusal), **told}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    return list(value) if isinstance(value, tuple) else str(value)
