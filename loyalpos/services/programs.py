"""The shop's program on its way: kept as a draft, published from a day on, and looked back on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.owner import OwnerAnswer
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_from_json, program_to_json
from loyalpos.engine.times import ShopTime, add_months, from_ms, to_ms
from loyalpos.errors import DocumentUnsound
from loyalpos.services.shop import Shop
from loyalpos.store import local
from loyalpos.store.file import Connection
from loyalpos.store.given import cost_between
from loyalpos.store.owner import owner_answers
from loyalpos.store.shop import publications, stock_left

__all__ = ["KeptDraft", "ProgramDesk", "Programs", "Revision", "would_cancel"]

_DRAFT = "program_draft"


class KeptDraft(Struct, frozen=True):
    """A draft as it was last kept.

    Attributes:
        stock: How many there are of gifts that are new in it.
        based_on: The revision it was begun from.
        advised: Whether the advisor had a hand in it.
    """

    program: Program
    stock: Mapping[str, int]
    based_on: int
    kept_at: datetime
    advised: bool = False


class ProgramDesk(Struct, frozen=True):
    """What the editor begins with.

    Attributes:
        running: The revision in force today.
        latest: The one published last, which a new draft is begun from.
        next_number: The number the draft gets when it is published now.
        stock: How many there are of each counted gift.
        spent_vnd: By budget id, what the running revision's budgets have cost so far this month.
        owner_answers: What the owner said this month about bills over a budget, newest first.
    """

    today: date
    running: Program
    latest: Program
    next_number: int
    stock: Mapping[str, int]
    draft: KeptDraft | None = None
    spent_vnd: Mapping[str, int] = field(default_factory=dict)
    owner_answers: tuple[OwnerAnswer, ...] = ()


class Revision(Struct, frozen=True):
    """A published revision.

    Attributes:
        until: The first business day it no longer ruled; None where no later one has been published.
            Not after ``starts`` where a later one came on its first day, or before.
        overtaken: Whether a later one came before it ever ruled.
        same_as: The number of the newest earlier revision that says the same; None where none does.
    """

    program: Program
    published_at: datetime
    who: str
    until: date | None = None
    overtaken: bool = False
    same_as: int | None = None

    @property
    def number(self) -> int:
        """Its number."""
        return self.program.revision

    @property
    def starts(self) -> date:
        """The first business day it rules."""
        assert self.program.starts is not None
        return self.program.starts


class Programs:
    """The program's draft and its published revisions.

    There is one draft for the shop's file. It is no record of the journal: nothing in the ledger, no bill
    and no member depends on what the owner is thinking about, so there is nothing to prove, replay or undo
    in it, and every pause in typing would be a record for ever, on every till. It lies in a table of what
    only this till remembers, which every backup has too; what is published is a record, as ever.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def desk(self) -> ProgramDesk:
        """Read what the editor begins with."""
        shop = self._shop
        today = shop.time.business_day(shop.now())
        running, latest = shop.program_on(today), shop.program_on(date.max)
        with shop.file.read() as connection:
            stock = stock_left(connection)
            draft = _kept(connection, stock)
            spent = _spent(connection, running, today)
            said = owner_answers(connection, today.replace(day=1)) if running.budgets else ()
            answers = tuple(replace(one, who=shop.named(one.who)) for one in said)
        return ProgramDesk(today, running, latest, latest.revision + 1, stock, draft, spent, answers)

    def keep_draft(
        self,
        program: Program,
        *,
        based_on: int,
        stock: Mapping[str, int] | None = None,
        advised: bool = False,
    ) -> KeptDraft:
        """Keep a draft, sound or not, in place of an earlier one.

        Args:
            based_on: The revision it was begun from.
            stock: How many there are of counted gifts, as typed.
            advised: Whether the advisor had a hand in it.
        """
        now = self._shop.now()
        kept = {
            "document": program_to_json(replace(program, revision=0, starts=None)),
            "stock": dict(stock or {}),
            "based_on": based_on,
            "kept_ms": to_ms(now),
            "advised": advised,
        }
        with self._shop.file.work() as connection:
            local.remember(connection, _DRAFT, json.dumps(kept, ensure_ascii=False))
        return KeptDraft(program, dict(stock or {}), based_on, now, advised)

    def drop_draft(self) -> None:
        """Forget the draft."""
        with self._shop.file.work() as connection:
            local.forget(connection, _DRAFT)

    def publish_draft(
        self, program: Program, starts: date, stock: Mapping[str, int] | None = None
    ) -> Program:
        """Publish the draft as the next revision; what was kept of it is gone.

        Raises:
            ProgramUnsound: The program has problems.
        """
        return self._shop.publish(replace(program, starts=starts), stock, kept_as=_DRAFT)

    def publish_again(self, revision: int, starts: date) -> Program:
        """Roll back: publish an old revision again as the next one; a draft stays.

        Raises:
            ProgramUnsound: This version of the program finds problems in it.
        """
        return self._shop.publish(replace(self._shop.program_of(revision), starts=starts))

    def history(self) -> tuple[Revision, ...]:
        """Read all published revisions, the newest first."""
        shop = self._shop
        with shop.file.read() as connection:
            published = publications(connection)
        found: list[Revision] = []
        known: dict[Program, int] = {}
        for number, at_ms, who in published[: shop.program_on(date.max).revision]:
            program = shop.program_of(number)
            terms = replace(program, revision=0, starts=None)
            found.append(Revision(program, from_ms(at_ms), shop.named(who), same_as=known.get(terms)))
            known[terms] = number
        return tuple(_with_end(one, found[at:], shop.time) for at, one in reversed(list(enumerate(found, 1))))


def would_cancel(revisions: Sequence[Revision], starts: date, today: date) -> tuple[Revision, ...]:
    """List the announced revisions that would never rule if another were published today.

    Args:
        starts: The first business day of that other one.
    """
    return tuple(
        one for one in revisions if today < one.starts and starts <= one.starts and not one.overtaken
    )


def _with_end(revision: Revision, later: Sequence[Revision], shop: ShopTime) -> Revision:
    """Say when a revision ends, and whether it ever begins, from those published after it."""
    until = min((one.starts for one in later), default=None)
    before_it = (one for one in later if one.starts <= revision.starts)
    overtaken = any(shop.business_day(one.published_at) < revision.starts for one in before_it)
    return replace(revision, until=until, overtaken=overtaken)


def _kept(connection: Connection, stock: Mapping[str, int]) -> KeptDraft | None:
    text = local.remembered(connection, _DRAFT)
    if text is None:
        return None
    kept = json.loads(text)
    try:
        program = program_from_json(kept["document"])
    except DocumentUnsound:
        # Written by a newer version of the program; it stays until another draft is kept.
        return None
    # A count is of its moment: only of gifts nobody has counted since is it still worth anything.
    new = {reward: left for reward, left in kept["stock"].items() if reward not in stock}
    return KeptDraft(program, new, kept["based_on"], from_ms(kept["kept_ms"]), kept.get("advised", False))


def _spent(connection: Connection, running: Program, today: date) -> dict[str, int]:
    if not running.budgets:
        return {}
    first = today.replace(day=1)
    last = add_months(first, 1) - timedelta(days=1)
    return {budget.id: cost_between(connection, budget.id, first, last) for budget in running.budgets}
