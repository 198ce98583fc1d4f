"""A shop's life under kills: every process repeats what the one before left open, works, and is killed."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.services.checking import check_shop
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.audit import audit, is_in_books
from tests.faults.cashier import Cashier
from tests.faults.children import Child, Kill, Say, run_child
from tests.faults.notebook import Notebook, draw_act
from tests.faults.tally import Tally
from tests.shops import CONSENT, MORNING, new_till

__all__ = [
    "KILLS_IN_A_LIFE",
    "Life",
    "Session",
    "draw_kill",
    "live",
    "outside",
    "prepare",
    "tell",
    "work_at_services",
]

KILLS_IN_A_LIFE = 20
"""After so many kills a shop is checked whole, and another one begins."""

_MEMBERS = 8
_ENDLESS = 1_000_000
_SET_BACK_S = 120
_BEGAN_S = time.monotonic()


def outside(back_s: int = 0) -> Outside:
    """Give real ids, and a clock that goes on from a Monday morning, so that no run meets midnight.

    Args:
        back_s: How far the clock has been set back since.
    """

    def new_id() -> UUID:
        stamp = int(now().timestamp() * 1000) << 80
        drawn = int.from_bytes(os.urandom(10))
        return UUID(int=stamp | 7 << 76 | drawn & (1 << 76) - 1 & ~(3 << 62) | 2 << 62)

    def now() -> datetime:
        return MORNING + timedelta(seconds=time.monotonic() - _BEGAN_S - back_s)

    return Outside(now, new_id, os.urandom)


class Session(Struct, frozen=True):
    """One process at the till.

    Attributes:
        path: The shop's file.
        known: What the cashier knows, with the act that was left open.
        rng: Draws the acts.
        acts: How many acts it does after the repetition, before the books are put away.
        is_protected: False takes the kept id and the question away.
        back_s: How far the PC's clock has been set back.
    """

    path: Path
    known: Notebook
    rng: Random
    acts: int
    is_protected: bool = True
    back_s: int = 0


class Life(Struct, frozen=True):
    """What one kind of life is made of: who works there and when the kill comes."""

    work: Callable[[Session, Say], None]
    draw_kill: Callable[[Random], Kill]
    kills: int = KILLS_IN_A_LIFE
    is_protected: bool = True


def draw_kill(rng: Random) -> Kill:
    """Draw a moment: anywhere in the work, right in an act, or while the books are opened and repeated."""
    dice = rng.random()
    if dice < 0.6:
        return Kill("ready", wait_s=rng.uniform(0, 0.030))
    if dice < 0.85:
        return Kill("begin", rng.randint(1, 4), rng.uniform(0, 0.020))
    return Kill(wait_s=rng.uniform(0, 0.080))


def prepare(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Make the shop that every life begins with; give its file and the members' cards.

    It is made in this process, and so is a day in a copy of it: children are born with everything imported
    and every statement compiled, and no file open.
    """
    cards = _make(folder)
    path, copy = folder / "shop.loyalpos", folder / "copy.loyalpos"
    shutil.copy(path, copy)
    session = Session(copy, Notebook(cards), Random(0), acts=40)
    work_at_services(session, lambda _line: None)
    work_at_services(session, lambda _line: None)
    copy.unlink()
    return path, cards


def _make(folder: Path) -> tuple[str, ...]:
    till = new_till(folder)
    cards = []
    for number in range(_MEMBERS):
        person = Enrolment(Phone(f"03880000{number:02d}"), f"Trần Văn Sáu {number}", consents=(CONSENT,))
        joined = till.members.enrol(till.shop.outside.new_id(), person)
        cards.append(till.members.member(joined.member).card or "")
    till.shop.close()
    return tuple(cards)


def live(life: Life, seed: int, begin_with: tuple[Path, tuple[str, ...]], folder: Path, tally: Tally) -> None:
    """Let one shop live through its kills; the tally takes down what came of it."""
    folder.mkdir(parents=True)
    path = folder / "shop.loyalpos"
    shutil.copy(begin_with[0], path)
    known = Notebook(begin_with[1])
    back_s = 0
    for kill in range(life.kills + 1):
        last = kill == life.kills
        rng = Random(f"{seed}:{kill}")
        planned = None if last else life.draw_kill(rng)
        # A PC that lost its power may start with a slow clock, and somebody may look in and go away again.
        back_s += _SET_BACK_S * (rng.random() < 0.05)
        if rng.random() < 0.1:
            looked = run_child(partial(_look_in, path, back_s))
            _read(looked, known, tally, seed, kill)
        session = Session(path, known, rng, 0 if last else _ENDLESS, life.is_protected, back_s)
        child = run_child(partial(life.work, session), planned)
        _read(child, known, tally, seed, kill)
        tally.kills += child.was_killed
    checked = run_child(partial(_check, path))
    tally.checks += 1
    tally.note(seed, life.kills, (f"unsound: {line}" for line in checked.lines))
    shutil.rmtree(folder)


def work_at_services(session: Session, say: Say) -> None:
    """Open the shop, repeat what was left open, compare the books, go on until killed."""
    shop = Shop.open(session.path, PUBLISHED_KEY, outside(session.back_s), who="Lan")
    till, known = Till(shop), session.known
    cashier = Cashier(till, is_protected=session.is_protected)
    till.days.open()
    left_open = known.open_act
    if left_open is not None:
        say("found " + ("yes" if is_in_books(till, left_open, known) else "no"))
        before = known.bills.get(left_open.amount_vnd)
        tell(known, say, "done" if cashier.repeat(left_open, before) else "refused")
        say(f"repeated {cashier.asked}")
    for fault in audit(till, known):
        say(f"fault {fault}")
    say("ready")
    for _ in range(session.acts):
        act = draw_act(session.rng, known)
        tell(known, say, f"begin {act.text()}")
        tell(known, say, "done" if cashier.do(act) else "refused")
    shop.close()


def _look_in(path: Path, back_s: int, _say: Say) -> None:
    """Open the shop and close it as one should."""
    Shop.open(path, PUBLISHED_KEY, outside(back_s), who="Lan").close()


def tell(known: Notebook, say: Say, line: str) -> None:
    """Say a line to the parent, and take it down here too."""
    say(line)
    known.take(line)


def _read(child: Child, known: Notebook, tally: Tally, seed: int, kill: int) -> None:
    """Learn from what a child said before it was killed."""
    place = "at opening"
    for line in child.lines:
        word, _, rest = line.partition(" ")
        known.take(line)
        match word:
            case "found":
                place = "at repeating"
                tally.in_books += rest == "yes"
            case "repeated":
                tally.asked += int(rest)
            case "fault":
                tally.note(seed, kill, (rest,))
            case "failed":
                tally.note(seed, kill, (f"broken: {rest}",))
            case "ready":
                tally.audits += 1
                place = "between acts"
            case "begin":
                place = "at an act"
            case "done" | "refused":
                tally.acknowledged += word == "done"
                place = "between acts"
    if child.was_killed:
        tally.stopped[place] += 1
        tally.unanswered += place in ("at an act", "at repeating")
    elif child.code:
        tally.note(seed, kill, (f"broken: ended with {child.code}",))


def _check(path: Path, say: Say) -> None:
    checked = check_shop(path, PUBLISHED_KEY)
    for line in (*checked.pages, *checked.chain, *checked.tables, *checked.sums):
        say(line.replace("\n", " "))
    if not checked.sound:
        say("the check says no")
