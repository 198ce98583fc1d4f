"""Lucky draws: their tickets listed, the list published, the seed opened and the winners recorded."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.draw_stages import (
    AnnouncedDraw,
    Drawing,
    NotReady,
    Share,
    Stage,
    TicketLine,
    WinnerLine,
    sheet_of,
    ticket_lines,
)
from loyalpos.engine.draws import (
    Holding,
    Sheet,
    hold_draw,
    holder,
    holdings,
    list_hash,
)
from loyalpos.engine.json_values import to_json
from loyalpos.engine.phones import Phone
from loyalpos.engine.staff import Right
from loyalpos.errors import DrawNotReady
from loyalpos.services.breaths import BREATH_S, Stopped
from loyalpos.services.shop import Shop
from loyalpos.store import draws
from loyalpos.store.file import Connection
from loyalpos.store.journal import head
from loyalpos.store.named_since import is_named_since

__all__ = ["Draws"]


_LISTED: Final = "draw_listed"
_PATIENCE: Final = 5
_AT_ONCE: Final = 250
"""Holders noted in one transaction: some milliseconds."""


def _go_on(_done: int, _all: int) -> bool:
    return True


class Draws:
    """Lucky draws; a long list is published in several transactions, everything else in one."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def all(self) -> tuple[Drawing, ...]:
        """List every draw that was ever announced, the latest first, with its tickets and winners."""
        with self._shop.file.aside() as connection:
            return tuple(self._drawing(connection, one) for one in draws.announced_draws(connection))

    def drawing(self, which: str) -> Drawing:
        """Read one draw.

        Raises:
            DrawNotReady: It was never announced.
        """
        with self._shop.file.aside() as connection:
            return self._drawing(connection, self._announced(connection, which))

    def close(self, which: str, progress: Callable[[int, int], bool] = _go_on) -> Drawing:
        """Publish the list of a draw; from then on nothing changes it, and a second call does nothing more.

        A long list is read beside the counter and noted a few hundred holders at a time, so that no sale
        waits for it; with the last of them it is published, if no ticket has moved meanwhile.

        Args:
            progress: Told holders noted and holders in all, between two writes; False stops.

        Raises:
            NotAllowed: Whoever is at the till may not.
            DrawNotReady: Its last day is not over, or it was never announced.
            Stopped: It was told to stop; what was noted is no list yet.
        """
        self._shop.demand(Right.PROGRAM)
        shop = self._shop
        attempts = 0
        while True:
            with shop.file.aside() as connection:
                announced = self._announced(connection, which)
                stage = announced.stage(shop.time.business_day(shop.now()))
                if stage is Stage.OPEN:
                    raise DrawNotReady(announced.draw.name, NotReady.STILL_OPEN, announced.draw.closes)
                if stage is not Stage.OVER:
                    return self._drawing(connection, announced)
                seen = head(connection)
                shares = self._shares(connection, which)
                news = _changed(draws.shares_of(connection, which), shares)
            listed = list_hash(announced.draw, _held(shares))
            while len(news) > _AT_ONCE:
                if not progress(len(shares) - len(news), len(shares)):
                    raise Stopped
                with shop.file.work() as connection:
                    part = to_json(news[:_AT_ONCE])
                    shop.write(connection, _LISTED, {"draw": which}, {"shares": part})
                news = news[_AT_ONCE:]
                time.sleep(BREATH_S)
            attempts += 1
            with shop.file.work() as connection:
                stands = not is_named_since(connection, which, seen, but=_LISTED) or (
                    # A till so busy is counted once more while it waits.
                    attempts > _PATIENCE and self._shares(connection, which) == shares
                )
                if stands:
                    outcome = {"list_hash": listed, "shares": to_json(news)}
                    action = self._step(connection, which, "closed")
                    shop.write(connection, "draw_closed", {"draw": which}, outcome, action=action)

    def hold(self, which: str) -> Drawing:
        """Open the seed of a draw and record who has won; a second call does nothing more.

        Raises:
            NotAllowed: Whoever is at the till may not.
            DrawNotReady: Its list is not published, or the seed is gone from the journal.
        """
        self._shop.demand(Right.PROGRAM)
        shop = self._shop
        with shop.file.aside() as connection:
            announced = self._announced(connection, which)
            if announced.closed_at is None:
                raise DrawNotReady(announced.draw.name, NotReady.NOT_CLOSED, announced.draw.closes)
            seed = draws.sealed_seed(connection, which)
            if seed is None and announced.held_at is None:
                raise DrawNotReady(announced.draw.name, NotReady.SEED_GONE)
            held = _held(draws.shares_of(connection, which))
        if announced.held_at is None:
            assert seed is not None
            # A long list takes its time; it cannot change meanwhile, and the counter need not wait.
            outcome = {"seed": seed.hex(), "winners": to_json(hold_draw(announced.draw, held, seed).winners)}
            with shop.file.work() as connection:
                action = self._step(connection, which, "held")
                shop.write(connection, "draw_held", {"draw": which}, outcome, action=action)
        return self.drawing(which)

    def sheet(self, which: str) -> Sheet:
        """Give the published record of a draw that was held, for whoever wants to draw it again.

        Raises:
            DrawNotReady: It was not held yet.
        """
        with self._shop.file.aside() as connection:
            announced = self._announced(connection, which)
            if announced.held_at is None:
                raise DrawNotReady(announced.draw.name, NotReady.NOT_CLOSED, announced.draw.closes)
            return sheet_of(
                announced, draws.shares_of(connection, which), draws.winners_of(connection, which)
            )

    # How ------------------------------------------------------------------------------------------

    def _announced(self, connection: Connection, which: str) -> AnnouncedDraw:
        found = draws.announced_draw(connection, which)
        if found is None:
            raise DrawNotReady(which, NotReady.UNKNOWN)
        return found

    def _step(self, connection: Connection, which: str, step: str) -> UUID:
        """Name the one record of a step, so that it cannot be taken twice."""
        sealed = draws.sealed_in(connection, which)
        assert sealed is not None
        return uuid5(sealed, step)

    def _shares(self, connection: Connection, which: str) -> tuple[Share, ...]:
        """List who has how many tickets now, in the order of the list."""
        tickets = draws.tickets_of(connection, which)
        members = {holder(which, member): member for member in tickets}
        return tuple(Share(members[one.holder], one.holder, one.tickets) for one in holdings(which, tickets))

    def _drawing(self, connection: Connection, announced: AnnouncedDraw) -> Drawing:
        which = announced.draw.id
        is_closed = announced.closed_at is not None
        shares = draws.shares_of(connection, which) if is_closed else self._shares(connection, which)
        people = tuple(
            (one, name, "" if phone is None else _end_of(Phone(phone)))
            for one, (name, phone) in draws.people_of(connection, which).items()
        )
        lines = ticket_lines(shares, people)
        by_holder = {line.holder: line for line in lines}
        prizes = announced.draw.prizes
        return Drawing(
            announced,
            announced.stage(self._shop.time.business_day(self._shop.now())),
            lines,
            tuple(
                _winner(won.prize, prizes[won.prize].name, by_holder[won.holder])
                for won in draws.winners_of(connection, which)
            ),
        )


def _changed(before: tuple[Share, ...], now: tuple[Share, ...]) -> tuple[Share, ...]:
    """Say what is to be noted of a list; who is in it no more, with no ticket."""
    noted = frozenset(before)
    held = {share.holder for share in now}
    gone = (replace(share, tickets=0) for share in before if share.holder not in held)
    return (*gone, *(share for share in now if share not in noted))


def _held(shares: tuple[Share, ...]) -> tuple[Holding, ...]:
    return tuple(Holding(share.holder, share.tickets) for share in shares)


def _winner(place: int, prize: str, line: TicketLine) -> WinnerLine:
    return WinnerLine(place, prize, line.holder, line.name, line.phone)


def _end_of(phone: Phone) -> str:
    """Write as little of a phone as its owner needs to know it: ``••• 821``."""
    return f"••• {phone[-3:]}"
