"""Several people in one replay: who brought whom, and what both have of the friend's first bill."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid5

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.gifts_due import Had
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import Program
from loyalpos.engine.referrals import Introduced, Paid, referral_lost, referral_problem, referrals_due
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_purse import Handed
from loyalpos.engine.replay_steps import BillStep, LookStep, Outcome, PayStep, ReferStep, ReturnStep, Step
from loyalpos.engine.times import ShopTime
from loyalpos.errors import ReferrerRefused

__all__ = ["Company", "Person"]


class Person(Struct):
    """Somebody of a replay.

    Attributes:
        past_vnd: What was paid on days before the replay.
    """

    id: UUID
    name: str
    replay: Replay
    past_vnd: tuple[int, ...] = ()
    had: list[Had] = field(default_factory=list)
    handed: dict[Had, Handed] = field(default_factory=dict)


class Company:
    """Everybody of a replay; :meth:`step` is called in the order of time.

    Args:
        people: By the names that steps call them by.
    """

    def __init__(self, program: Program, people: Mapping[str, Person], shop: ShopTime) -> None:
        self._program = program
        self._shop = shop
        self._people = people
        self._by_id = {person.id: person for person in people.values()}
        self._referrer_of: dict[UUID, UUID] = {}
        self._referrals = {one.id: one for one in program.occasions if isinstance(one, Referral)}

    def step(self, who: str, step: Step | ReferStep) -> Outcome:
        """Do a step of somebody's, and tell how they stand after it."""
        person = self._people[who]
        if isinstance(step, ReferStep):
            refused = self._refer(person, self._people[step.by])
            outcome = person.replay.step(LookStep(step.at))
            return outcome if refused is None else replace(outcome, refusals=(refused,))
        outcome = person.replay.step(step)
        referrer = self._by_id.get(self._referrer_of.get(person.id, person.id))
        if outcome.refusals or referrer is None or referrer is person:
            return outcome
        match step:
            case BillStep():
                self._pay(person, referrer, step.name, outcome)
            case PayStep():
                self._pay(person, referrer, step.bill, outcome)
            case ReturnStep():
                self._lose(person, referrer, step)
            case _:
                return outcome
        return person.replay.told(outcome)

    def _refer(self, friend: Person, referrer: Person) -> ReferrerRefused | None:
        """Note who brought a friend: not oneself, in no circle, before the bill that pays."""
        if self._referrer_of.get(friend.id) == referrer.id:
            return None
        least_vnd = min((one.minimum_vnd for one in self._referrals.values()), default=None)
        paid = (*friend.past_vnd, *friend.replay.standing_vnd.values())
        if least_vnd is not None and any(one >= least_vnd for one in paid):
            return ReferrerRefused("too_late", None)
        problem = referral_problem(friend.id, referrer.id, self._referrer_of.get)
        if problem is not None:
            return ReferrerRefused(problem.value, referrer.name)
        self._referrer_of[friend.id] = referrer.id
        return None

    def _pay(self, friend: Person, referrer: Person, name: str, outcome: Outcome) -> None:
        """Give both sides what a friend's bill brings, if it is the first that counts."""
        paid_vnd = friend.replay.standing_vnd[name]
        bill = _bill_id(friend, name)
        for due in referrals_due(
            self._program, _introduced(friend, referrer), Paid(bill, outcome.day, paid_vnd)
        ):
            if self._has_bought_before(friend, self._referrals[due.occasion], name):
                continue
            person = self._by_id[due.member]
            had = Had(due.occasion, due.mark, outcome.day, bill=bill)
            person.had.append(had)
            if due.gives != Gives():
                person.handed[had] = person.replay.give(due.occasion, due.gives, outcome.at)

    def _lose(self, friend: Person, referrer: Person, step: ReturnStep) -> None:
        """Take back from both sides what a bill brought that came back, or fell below the minimum."""
        left_vnd = friend.replay.standing_vnd.get(step.bill)
        for member, had in referral_lost(_introduced(friend, referrer), _bill_id(friend, step.bill)):
            if left_vnd is not None and left_vnd >= self._referrals[had.occasion].minimum_vnd:
                continue
            person = self._by_id[member]
            person.had[person.had.index(had)] = replace(had, taken_back=True)
            handed = person.handed.pop(had, None)
            if handed is not None:
                person.replay.take_back(had.occasion, handed, step.at)

    @staticmethod
    def _has_bought_before(friend: Person, referral: Referral, bill: str) -> bool:
        """Tell whether a bill that counts was there before; who lost the gift may have it again."""
        if any(had.occasion == referral.id for had in friend.had):
            return False
        others = (paid for name, paid in friend.replay.standing_vnd.items() if name != bill)
        return any(paid >= referral.minimum_vnd for paid in (*friend.past_vnd, *others))


def _bill_id(friend: Person, name: str) -> UUID:
    return uuid5(friend.id, name)


def _introduced(friend: Person, referrer: Person) -> Introduced:
    return Introduced(
        friend=friend.id,
        referrer=referrer.id,
        friend_had=tuple(friend.had),
        referrer_had=tuple(referrer.had),
    )
