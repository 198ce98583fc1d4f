"""A part of the past under other rules: what a process of its own does, which knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import reduce

from loyalpos.engine.limits import span_begins
from loyalpos.engine.plans_in_force import published
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_from_json
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.rules import Per
from loyalpos.engine.times import ShopTime
from loyalpos.engine.trial import Act, GiftPaidFor, Side, TrialSums, added
from loyalpos.engine.trial_rules import TrialRules
from loyalpos.engine.trial_walk import MemberWalk
from loyalpos.services.trial_window import PartOfPast, Window
from loyalpos.store import trial
from loyalpos.store.file import Connection

__all__ = ["PartOfPast", "rules_of", "try_part"]


def rules_of(connection: Connection, draft: Program | None, since: date, time: ShopTime) -> TrialRules:
    """Make the rules of a trial from what the shop has published."""
    revisions = [(program_from_json(document), at_ms) for document, at_ms in trial.programs(connection)]
    plans = ((program, published(program, at_ms, time)) for program, at_ms in revisions)
    return TrialRules(plans, draft, since)


def try_part(part: PartOfPast, tell: Callable[[Act, int], object]) -> TrialSums:
    """Go through a part of the window.

    Args:
        tell: Gets everything that happened and the points it brings.

    Raises:
        Unavailable: The file cannot be read.
    """
    sums = TrialSums()
    with trial.watching(part.path, part.key) as connection:
        rules = rules_of(connection, part.draft, part.since, part.time)
        window = Window(connection, part, rules.asked)
        books = Books()
        if rules.is_shared:
            window.fill(books, tuple({budget.id for one in rules.programs for budget in one.budgets}))
        for openings, acts in window.pages(at_once=not rules.is_shared):
            walks = {one.member: MemberWalk(one, rules, books, window.returned) for one in openings}
            for act in acts:
                if isinstance(act, GiftPaidFor):
                    sums = added(sums, _paid(act, books))
                else:
                    tell(act, walks[act.member].take(act))
            page = (walk.sums(part.today) for walk in walks.values())
            sums = added(sums, reduce(added, page, TrialSums()))
    return sums


def _paid(gift: GiftPaidFor, books: Books) -> TrialSums:
    """Let the months pay for a gift, under the draft as it was recorded."""
    spent: dict[tuple[str, date], int] = {}
    for one in gift.paid:
        books.spend(one.day, {one.budget: one.cost_vnd})
        month = (one.budget, span_begins(Per.MONTH, one.day))
        spent[month] = spent.get(month, 0) + one.cost_vnd
    side = Side(spent_vnd=spent)
    return TrialSums(recorded=side, draft=side)
