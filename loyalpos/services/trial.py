"""Trying a program on the shop's own past, in processes of their own, while the till stays live."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.program import Program
from loyalpos.engine.times import to_ms
from loyalpos.engine.trial import Act, PastBill, TrialSums, added
from loyalpos.engine.trial_gifts import GiftsTried, gifts_tried
from loyalpos.errors import TrialCutOff, Unavailable
from loyalpos.services.shop import Shop
from loyalpos.services.trial_part import PartOfPast, rules_of, try_part
from loyalpos.store.gifts import gifts_since, welcomed_since
from loyalpos.store.members import member_by_id
from loyalpos.store.trial import bills_after, cut_at, records_since, watching

__all__ = ["WINDOWS", "Tried", "received", "try_program"]

WINDOWS: Final = (30, 90, 365)
"""Windows to choose from, in days."""

_PROCESSES: Final = 2
_BILLS_OF_A_PART: Final = 60_000
"""More are gone through in several parts, so that memory stays small."""

_FEW_RECORDS: Final = 5_000
"""So few are counted before anything is begun, and a shop without bills is told so at once."""

_TELL_EVERY: Final = 200
_LOOK_EVERY_S: Final = 0.05
_NICE: Final = 10
"""The till comes first on a machine with few cores."""

_DIED_OF_AN_EXCEPTION: Final = 1


class Tried(Struct, frozen=True):
    """What a trial came to.

    Attributes:
        days: The length of the window, in business days up to today.
        running: The revision in force today, beside which the draft stands.
        one_revision: Whether that was in force all the time.
        names: Of those who gain most; None where a name was never given.
        gifts: What the gifts of the window come to, of all members.
    """

    days: int
    running: Program
    one_revision: bool
    draft: Program
    sums: TrialSums
    names: Mapping[UUID, str | None]
    gifts: GiftsTried = GiftsTried()


def try_program(shop: Shop, draft: Program, days: int, progress: Callable[[int, int], bool]) -> Tried | None:
    """Go through the bills of the last days as if a draft had been in force.

    Args:
        draft: One without errors.
        progress: Told bills done and bills in all; False stops everything at once.

    Returns:
        None where it was stopped.

    Raises:
        Unavailable: The file cannot be read.
    """
    today = shop.time.business_day(shop.now())
    since = today - timedelta(days=days - 1)
    with watching(shop.file.path, shop.file.key) as connection:
        cut = cut_at(connection, to_ms(shop.time.day_begins(since)))
        most = records_since(connection, cut)
        bills = bills_after(connection, cut) if most <= _FEW_RECORDS else None
        is_shared = rules_of(connection, draft, since, shop.time).is_shared
    whole = PartOfPast(shop.file.path, shop.file.key, cut, draft, shop.time, since, today)
    sums: TrialSums | None = TrialSums()
    if bills != 0:
        sums = _tried(_shares(whole, 1 if is_shared else most), _Report(progress, whole, bills))
    if sums is None:
        return None
    running = shop.program_on(today)
    is_one = running is shop.program_on(since)
    return Tried(days, running, is_one, draft, sums, _names(shop, sums), _gifts(shop, draft, running, since))


class _Report:
    """Tells how far a trial is; how many bills there are is counted while the processes start."""

    def __init__(self, progress: Callable[[int, int], bool], whole: PartOfPast, bills: int | None) -> None:
        self._progress = progress
        self._whole = whole
        self._bills = bills

    def __call__(self, done: int) -> bool:
        if self._bills is None:
            with watching(self._whole.path, self._whole.key) as connection:
                self._bills = bills_after(connection, self._whole.cut)
        return self._progress(min(done, self._bills), self._bills)


def _shares(whole: PartOfPast, most: int) -> tuple[tuple[PartOfPast, ...], ...]:
    """Divide the members by the last byte of their ids: among processes, and each share into parts."""
    parts = 1 if most == 1 else _PROCESSES * (1 + most // (_PROCESSES * _BILLS_OF_A_PART))
    edges = [256 * at // parts for at in range(parts + 1)]
    made = [replace(whole, low=low, high=high - 1) for low, high in pairwise(edges)]
    return tuple(tuple(made[at::_PROCESSES]) for at in range(min(_PROCESSES, parts)))


def _tried(shares: tuple[tuple[PartOfPast, ...], ...], report: Callable[[int], bool]) -> TrialSums | None:
    """Let processes try a share each, and add up what they send."""
    context = multiprocessing.get_context("spawn")
    children = {}
    done: dict[Connection, int] = {}
    sums = TrialSums()
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            child = context.Process(target=_try_share, args=(sender, share), daemon=True)
            child.start()
            sender.close()
            children[receiver] = child
            done[receiver] = 0
        open_ends = set(done)
        while open_ends:
            for ready in wait(list(open_ends), _LOOK_EVERY_S):
                assert isinstance(ready, Connection)
                told = received(ready, children[ready])
                if isinstance(told, int):
                    done[ready] = told
                    continue
                sums = added(sums, told)
                open_ends.remove(ready)
            if not report(sum(done.values())):
                return None
        return sums
    finally:
        for child in children.values():
            child.kill()
            child.join()
        for receiver in done:
            receiver.close()


def received(end: Connection, child: BaseProcess) -> int | TrialSums:
    """Take what a process sends: how many bills it has done, or what they come to.

    Raises:
        Unavailable: What stopped it; :class:`TrialCutOff` where the system did.
    """
    try:
        told: int | TrialSums | Unavailable = end.recv()
    except (EOFError, OSError) as died:
        child.join()
        if child.exitcode == _DIED_OF_AN_EXCEPTION:
            raise RuntimeError("trying a program failed by a fault of ours") from died
        raise TrialCutOff from died
    if isinstance(told, Unavailable):
        raise told
    return told


def _try_share(sender: Connection, share: tuple[PartOfPast, ...]) -> None:
    """Try a share, and send how far it is and what it comes to."""
    # Values know each other in no circle: to look for some took 8 % of a trial of 10,000 bills.
    gc.disable()
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICE)
    # Nothing here goes round in circles, and looking for what does takes a third of the time.
    gc.disable()
    bills = 0

    def tell(act: Act, _points: int) -> None:
        nonlocal bills
        if isinstance(act, PastBill):
            bills += 1
            if bills % _TELL_EVERY == 0:
                sender.send(bills)

    sums = TrialSums()
    try:
        for part in share:
            sums = added(sums, try_part(part, tell))
    except Unavailable as trouble:
        sender.send(trouble)
        return
    sender.send(bills)
    sender.send(sums)


def _gifts(shop: Shop, draft: Program, running: Program, since: date) -> GiftsTried:
    """Read what was given in the window beside bills, and set beside it what the draft would have given."""
    with shop.file.read() as connection:
        given = gifts_since(connection, since)
        joined, points = welcomed_since(connection, since)
    return gifts_tried(draft, running, given, joined=joined, welcome_points=points)


def _names(shop: Shop, sums: TrialSums) -> dict[UUID, str | None]:
    """Read the names of those who gain most."""
    with shop.file.read() as connection:
        found = {gainer.member: member_by_id(connection, gainer.member) for gainer in sums.top}
    return {which: None if person is None else person.name for which, person in found.items()}
