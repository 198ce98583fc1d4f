"""Kills in long work – a shop made, a list taken in, a day closed: the old or the new, nothing between."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random

from msgspec import Struct

from loyalpos.engine.bills import Bill
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.phones import Phone
from loyalpos.services.apprentice import MANY_ROWS
from loyalpos.services.checking import check_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import looking
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.children import Kill, Say, run_child
from tests.faults.lives import outside
from tests.faults.tally import Tally
from tests.shops import CONSENT, new_till, whose_phone

__all__ = ["LONG_WORK", "LongWork", "kill_in", "look_after"]

_ROWS = tuple(
    Ready(row, Phone(f"0977{row:06d}"), f"Phạm Thị Lan {row}", 100 + row, None, None, "")
    for row in range(MANY_ROWS + 500)
)
_FEW = 60

_LONGEST_S = 60.0


class LongWork(Struct, frozen=True):
    """Work of more than one step, and what the next process must find and be able to do.

    Attributes:
        do: The work; it says "done" when the person sees that it is.
        go_on: Opens what is there, does the work again as the person would, and raises for what is wrong.
        one_in: Only one kill of so many that are asked for: work of seconds takes its time.
    """

    needs_shop: bool
    do: Callable[[Path, Say], None]
    go_on: Callable[[Path, bool], None]
    one_in: int = 1


def kill_in(work: LongWork, kills: int, seed: int, shop: Path, folder: Path, tally: Tally) -> None:
    """Kill the work at as many moments as asked, each time from the beginning."""
    rng = Random(seed)
    took_s = 0.0
    for kill in range(-1, kills // work.one_in):
        folder.mkdir(parents=True)
        path = folders(folder).shop_file
        if work.needs_shop:
            shutil.copy(shop, path)
        began = time.monotonic()
        # The first comes to its end; who does says how long the others may live.
        child = run_child(partial(work.do, path), None if kill < 0 else Kill(wait_s=rng.uniform(0, took_s)))
        if not child.was_killed:
            took_s = min(took_s or _LONGEST_S, time.monotonic() - began)
        done = "done" in child.lines
        tally.kills += child.was_killed
        if child.was_killed:
            tally.stopped["after it was done" if done else "in the work"] += 1
        else:
            tally.note(seed, kill, (f"broken: {line}" for line in child.lines if line.startswith("failed")))
        after = run_child(partial(look_after, work, path, done))
        tally.note(seed, kill, (f"broken: {line}" for line in after.lines))
        tally.checks += 1
        shutil.rmtree(folder)


def look_after(work: LongWork, path: Path, done: bool, say: Say, *, whole: bool = True) -> None:
    """Go on as the next process does, and check the file, with a replay or without; says what is wrong."""
    work.go_on(path, done)
    if whole:
        sound = check_shop(path, PUBLISHED_KEY).sound
    else:
        with looking(path, PUBLISHED_KEY, "read") as file:
            sound = not (page_problems(file) or verify_chain(file) or members_out_of_balance(file))
    if not sound:
        say("the check says no")


def _open(path: Path) -> Till:
    return Till(Shop.open(path, PUBLISHED_KEY, outside(), who="Lan"))


# A shop is made ---------------------------------------------------------------------------------------


def _make(path: Path, say: Say) -> None:
    till = new_till(path.parent)
    say("done")
    till.shop.close()


def _go_on_after_making(path: Path, done: bool) -> None:
    # The window asks the same: without a file there it shows the first start.
    assert path.exists() or not done, "the shop that was made is gone"
    till = _open(path) if path.exists() else new_till(path.parent)
    assert till.shop.description.name, "a shop without a name"
    assert till.shop.file.path == path
    assert till.counter.record_bill(till.shop.outside.new_id(), None, Bill(50_000)).total_vnd == 50_000
    assert till.counter.desk(None).stock == {"coffee": 14}
    till.shop.close()


# A list is taken in -----------------------------------------------------------------------------------


def _take_in(rows: Sequence[Ready], path: Path, say: Say) -> None:
    # What a killed till leaves behind complains there of the kill itself.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    till = _open(path)
    _take_rest_in(till, rows)
    say("done")
    till.shop.close()


def _take_rest_in(till: Till, rows: Sequence[Ready]) -> None:
    """Take in who is not known yet, under an id of its own, as the owner does who picks the file again."""
    rest = rows[_known(till, rows) :]
    # A process that was left behind may end its last transaction only now: whoever comes twice stays out.
    till.lists.take_in(till.shop.outside.new_id(), rest, wording=CONSENT, progress=lambda _done, _of: True)


def _known(till: Till, rows: Sequence[Ready]) -> int:
    """Count who is known: rows come in from the first on, and whole transactions of them."""
    there = [row.phone is not None and whose_phone(till, row.phone) is not None for row in rows]
    assert there == sorted(there, reverse=True), "a row is there before one above it"
    return sum(there)


def _go_on_after_list(rows: Sequence[Ready], path: Path, done: bool) -> None:
    till = _open(path)
    assert _known(till, rows) == len(rows) or not done, "a customer who was taken in is gone"
    _take_rest_in(till, rows)
    for row in rows:
        assert row.phone is not None
        view = till.counter.desk(whose_phone(till, row.phone)).member
        assert view is not None
        assert view.account.balance == row.opening_points, "opening points are missing or there twice"
    till.shop.close()


def _list(rows: Sequence[Ready], one_in: int = 1) -> LongWork:
    return LongWork(
        needs_shop=True, do=partial(_take_in, rows), go_on=partial(_go_on_after_list, rows), one_in=one_in
    )


# A day is closed --------------------------------------------------------------------------------------


def _close_day(path: Path, say: Say) -> None:
    till = _open(path)
    till.days.open()
    till.counter.record_bill(till.shop.outside.new_id(), None, Bill(50_000))
    till.days.close(folders(path.parent).backups)
    say("done")
    till.shop.close()


def _go_on_after_closing(path: Path, done: bool) -> None:
    backups = folders(path.parent).backups
    till = _open(path)
    before = till.days.backups(backups)
    assert before or not done, "the backup that was made is gone"
    till.days.open()
    made = till.days.close(backups)
    after = till.days.backups(backups)
    assert made in after
    assert till.days.lost_by_restoring(made).records == 0
    till.shop.close()
    for backup in after:
        assert backup.path.exists()


LONG_WORK = {
    "first start": LongWork(needs_shop=False, do=_make, go_on=_go_on_after_making),
    "customer list": _list(_ROWS[:_FEW]),
    # Written by a process of its own, which the kill of the till leaves behind.
    "long customer list": _list(_ROWS, one_in=3),
    "closing a day": LongWork(needs_shop=True, do=_close_day, go_on=_go_on_after_closing),
}
