"""Cases worked out: every step with its outcome, and where that differs from what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import fields

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.case_values import (
    BillCase,
    Case,
    CaseMember,
    Cases,
    CaseStep,
    CaseTaken,
    EndCase,
    Expected,
    JoinCase,
    LookCase,
    PayCase,
    RedeemCase,
    ReferCase,
    ReturnCase,
    SellCase,
    SurveyCase,
)
from loyalpos.engine.cases import instant
from loyalpos.engine.documents import refuse
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.named_ids import NamedIds
from loyalpos.engine.occasions import SurveyGift
from loyalpos.engine.program import Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.replay_friends import Company, Person
from loyalpos.engine.replay_steps import (
    BillStep,
    EndStep,
    JoinStep,
    LookStep,
    Opening,
    OpeningLot,
    Outcome,
    Past,
    PayStep,
    RedeemStep,
    ReferStep,
    ReturnStep,
    SellStep,
    Step,
    SurveyStep,
)
from loyalpos.engine.reward_kinds import Gift
from loyalpos.engine.times import ShopTime
from loyalpos.errors import Refusal

__all__ = ["CaseRun", "Difference", "StepRun", "check_names", "refusal_code", "run_case", "unknown_names"]

_PLENTY: Final = 1_000_000
"""Of a counted gift whose stock a case does not name."""

_EVERYBODY = UUID(int=0x10A1)


class Difference(Struct, frozen=True):
    """Where a step came to something else than expected."""

    field: str
    expected: object
    found: object


class StepRun(Struct, frozen=True):
    """A step that was done: its number from 1 on, whose, what came of it, and what was expected otherwise."""

    number: int
    who: str
    kind: str
    outcome: Outcome
    differences: tuple[Difference, ...]


class CaseRun(Struct, frozen=True):
    """A case that was worked out."""

    name: str
    steps: tuple[StepRun, ...]

    @property
    def is_as_expected(self) -> bool:
        """Tell whether every step came to what was expected."""
        return not any(step.differences for step in self.steps)


def check_names(cases: Cases, program: Program) -> None:
    """Refuse cases that name what the program does not have.

    Rewards and bills are not asked for: to take one that is not there is refused at its step.

    Raises:
        DocumentUnsound: Names the places.
    """
    refuse(unknown_names(cases, program))


def run_case(program: Program, case: Case, shop: ShopTime) -> CaseRun:
    """Work a case out, step by step."""
    books = Books()
    books.stock.update(
        {reward.id: _PLENTY for reward in program.rewards if isinstance(reward, Gift) and reward.counted}
    )
    books.stock.update(case.stock)
    steps = [_step(case, place, shop) for place in range(len(case.steps))]
    if steps:
        books.spend(shop.business_day(steps[0].at), case.spent_vnd)
    members = {"": case.member, **{friend.name: friend.member for friend in case.friends}}
    people = {who: _person(program, case, who, member, books, shop) for who, member in members.items()}
    company = Company(program, people, shop)
    done: list[StepRun] = []
    for place, (asked, step) in enumerate(zip(case.steps, steps, strict=True)):
        outcome = company.step(asked.who, step)
        differs = tuple(_differences(asked.expect, outcome))
        done.append(StepRun(place + 1, asked.who, _kind(asked), outcome, differs))
    return CaseRun(case.name, tuple(done))


def refusal_code(refusal: Refusal) -> str:
    """Name a refusal in one word: why a reward cannot be taken, or what is refused."""
    why = getattr(refusal, "why", None)
    return str(why) if why else re.sub(r"(?<!^)(?=[A-Z])", "_", type(refusal).__name__).lower()


def unknown_names(cases: Cases, program: Program) -> Iterator[tuple[str, Flaw]]:
    """Find what cases name and the program does not have."""
    ids = NamedIds.of(program)
    for index, case in enumerate(cases.cases):
        at = f"$.cases[{index}]"
        members = [(f"{at}.member", case.member)]
        members += [(f"{at}.friends[{place}].member", one.member) for place, one in enumerate(case.friends)]
        named: list[tuple[str, frozenset[str], Mapping[str, int] | tuple[str, ...]]] = [
            (f"{at}.stock", ids.rewards, case.stock),
            (f"{at}.spent_vnd", ids.budgets, case.spent_vnd),
        ]
        for path, member in members:
            named += [
                (f"{path}.tier", ids.tiers, (member.tier,) if member.tier else ()),
                (f"{path}.units", ids.cards | ids.draws, member.units),
                (f"{path}.vouchers", ids.vouchers, member.vouchers),
                (f"{path}.memberships", ids.memberships, member.memberships),
            ]
        named += [
            (f"{at}.steps[{place}].membership", ids.memberships, (step.membership,))
            for place, step in enumerate(case.steps)
            if isinstance(step, SellCase)
        ]
        surveys = frozenset(one.id for one in program.occasions if isinstance(one, SurveyGift))
        named += [
            (f"{at}.steps[{place}].survey", surveys, (step.survey,))
            for place, step in enumerate(case.steps)
            if isinstance(step, SurveyCase)
        ]
        for path, known, names in named:
            for name in names:
                if name not in known:
                    is_text = path.endswith((".tier", ".membership", ".survey"))
                    yield path if is_text else f"{path}.{name}", Flaw.NO_SUCH_NAME


def _person(
    program: Program, case: Case, who: str, member: CaseMember, books: Books, shop: ShopTime
) -> Person:
    opening = _opening(case, who, member, shop)
    past_vnd = tuple(past.spend_vnd for past in member.past if past.visits)
    return Person(opening.member, who, Replay(program, opening, books, shop), past_vnd)


def _opening(case: Case, who: str, member: CaseMember, shop: ShopTime) -> Opening:
    own = [step for step in case.steps if step.who == who] or list(case.steps)
    joins = bool(own) and isinstance(own[0], JoinCase) and own[0].who == who
    first = shop.business_day(instant(own[0].at, shop)) if own else None
    joined = None if joins else member.joined or first
    lots = [OpeningLot(lot.points, lot.earned, lot.last_day) for lot in member.lots]
    if member.points and first is not None:
        lots.append(OpeningLot(member.points, joined or first))
    return Opening(
        member=uuid5(uuid5(_EVERYBODY, case.name), who) if who else uuid5(_EVERYBODY, case.name),
        joined=joined,
        birthday=member.birthday,
        tags=frozenset(member.tags),
        tier=member.tier,
        tier_since=member.tier_since,
        lots=tuple(lots),
        debt=member.debt,
        carry=member.remainder,
        past=tuple(Past(past.day, past.spend_vnd, past.points, past.visits) for past in member.past),
        units=member.units,
        vouchers=member.vouchers,
        memberships=member.memberships,
    )


def _step(case: Case, place: int, shop: ShopTime) -> Step | ReferStep:
    step = case.steps[place]
    at, name = instant(step.at, shop), case.step_name(place)
    match step:
        case JoinCase():
            return JoinStep(at)
        case BillCase():
            bill = Bill(
                step.total_vnd,
                at,
                tender=step.tender,
                lines=step.lines,
                discount_vnd=step.discount_vnd,
                tax_vnd=step.tax_vnd,
                tender_parts=step.tender_parts,
                paid_vnd=step.paid_vnd,
            )
            return BillStep(at, bill, name, _taken(step.take), step.vouchers)
        case RedeemCase():
            return RedeemStep(at, _taken(step.take), name)
        case ReturnCase():
            return ReturnStep(at, step.bill, step.amount_vnd, step.undo)
        case PayCase():
            return PayStep(at, step.bill, step.amount_vnd, step.tender)
        case SurveyCase():
            return SurveyStep(at, step.survey)
        case LookCase():
            return LookStep(at)
        case SellCase():
            return SellStep(at, step.membership, name)
        case EndCase():
            return EndStep(at, step.sale)
        case ReferCase():
            return ReferStep(at, step.by)


def _taken(take: tuple[CaseTaken, ...]) -> tuple[Taken, ...]:
    return tuple(Taken(one.reward, one.points, one.card) for one in take)


def _kind(step: CaseStep) -> str:
    if isinstance(step, ReferCase):
        return "referred"
    return type(step).__name__.removesuffix("Case").lower()


def _differences(expected: Expected, outcome: Outcome) -> Iterator[Difference]:
    for one in fields(Expected):
        wanted = getattr(expected, one.name)
        if wanted is None:
            continue
        found = _found(one.name, outcome)
        if isinstance(wanted, Mapping):
            assert isinstance(found, Mapping)
            for name, count in wanted.items():
                none = type(count)()
                if found.get(name, none) != count:
                    yield Difference(f"{one.name}.{name}", count, found.get(name, none))
        elif wanted != found:
            plain = (str(wanted), str(found)) if isinstance(wanted, Fraction) else (wanted, found)
            yield Difference(one.name, *plain)


def _found(name: str, outcome: Outcome) -> object:
    if name == "refusals":
        return tuple(refusal_code(refusal) for refusal in outcome.refusals)
    if name == "lines":
        points: dict[str, int] = {}
        for line in outcome.lines:
            points[line.rule] = points.get(line.rule, 0) + line.points
        return points
    return getattr(outcome, name)
