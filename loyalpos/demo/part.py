"""One process of a played day: opens the till, plays its part, and tells each step on its standard output."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from msgspec import Struct, to_builtins
from msgspec.structs import replace
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from loyalpos.app import make_application, make_till
from loyalpos.demo import day
from loyalpos.demo.draws import Draws
from loyalpos.demo.keys import Keyboard, KeyClock
from loyalpos.demo.paper import Paper
from loyalpos.demo.people import Person, people
from loyalpos.demo.player import DayStopped, Player
from loyalpos.demo.stage import DayClock, outside_of
from loyalpos.demo.steps import POWER_CUT, Step
from loyalpos.settings import TillSettings, folders, save_settings

__all__ = ["WAITING", "Told", "cast_of", "in_order", "play_part"]

WAITING = "waiting for the power cut"
"""What a process says on a line of its own when it wants to be killed."""


class Told(Struct, frozen=True):
    """What was seen in a step.

    Attributes:
        name: The step's name.
        balances: What the member's panel shows of each customer who has joined.
        banner: The kind of the banner, empty where there is none.
        said: Its words.
        crashes: What went wrong in the program itself, and errors it showed that the script does not know.
    """

    name: str
    balances: dict[str, int]
    banner: str = ""
    said: str = ""
    crashes: tuple[str, ...] = ()


def cast_of(seed: int) -> dict[str, Person]:
    """Say who the customers are."""
    return dict(zip(sorted(day.CARDS), people(Draws("cast", seed)), strict=False))


def in_order(steps: tuple[Step, ...], seed: int) -> tuple[Step, ...]:
    """Put steps that may come in any order into the order of a seed; the times on the clock stay."""
    ordered: list[Step] = []
    at = 0
    while at < len(steps):
        after = at + 1
        while steps[at].any_order and after < len(steps) and steps[after].any_order == steps[at].any_order:
            after += 1
        drawn = Draws("order", seed, steps[at].any_order).shuffled(steps[at:after])
        ordered += (replace(step, at=was.at) for was, step in zip(steps[at:after], drawn, strict=True))
        at = after
    return tuple(ordered)


def play_part(number: int, data_dir: Path, out: Path, seed: int) -> int:
    """Play one part of the day in this process.

    Args:
        number: Which part, from 0.
        data_dir: The till's folder: all that the process knows of what was before.
        out: Where ``cards.pdf`` is, and where pictures go.
        seed: Which day it is.

    Returns:
        The exit code; the steps are told one by one, as lines of JSON.
    """
    part = day.PARTS[number]
    qInstallMessageHandler(_pass_on)
    # The desktop's own file windows cannot be seen into.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = make_application()
    # A blinking cursor would make two pictures of the same moment differ.
    application.setCursorFlashTime(0)
    where = folders(data_dir)
    if not where.settings_file.exists():
        # What a desktop prefers must not show in the pictures, and nobody is there to hear.
        save_settings(
            where.settings_file, TillSettings(scheme="light", sounds=False, hotkey="", cashier="Lan")
        )
    clock = DayClock(day.DATE)
    clock.turn_to(part.steps[0].at)
    keyboard = Keyboard(KeyClock())
    crashes: list[str] = []

    def note_crash(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        crashes.append(repr(error))
        traceback.print_exception(error.with_traceback(trace))

    sys.excepthook = note_crash
    till = make_till(where, outside_of(clock, seed, number), demo=True, clock_ms=keyboard.clock)
    player = Player(
        till,
        keyboard,
        cast=cast_of(seed),
        paper=Paper(out),
        pictures=out,
        rhythm=Draws("rhythm", seed, number),
    )
    till.start()
    try:
        player.wait_for_books()
        for told in _steps(number, seed, player, clock, crashes):
            _tell(to_builtins(told))
        player.close_window()
    except DayStopped as stopped:
        player.picture("stopped")
        _tell({"stopped": str(stopped), "crashes": crashes})
        return 1
    finally:
        till.end()
        application.processEvents()
    return 0


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    # The unseen platform says of each window what it cannot do for it.
    if text and not text.startswith("This plugin does not support "):
        sys.stderr.write(f"{text}\n")


def _steps(number: int, seed: int, player: Player, clock: DayClock, crashes: list[str]) -> Iterator[Told]:
    before = [step for part in day.PARTS[:number] for step in part.steps]
    joined = {who: None for step in before for who in step.balances}
    for place, step in enumerate(in_order(day.PARTS[number].steps, seed), start=len(before) + 1):
        clock.turn_to(step.at)
        player.begin_step(f"{place:02d}-{step.name}")
        for word in step.keys:
            if word == POWER_CUT:
                sys.stdout.write(f"{WAITING}\n")
                sys.stdout.flush()
                sys.stdin.read()
            player.do(word)
            kind, words = player.answer()
            if kind == "error" and step.banner != "error" and words not in crashes:
                crashes.append(words)
        player.picture()
        banner, said = player.answer()
        joined |= dict.fromkeys(step.balances)
        balances = {who: player.balance(who) for who in joined}
        yield Told(step.name, balances, banner, said, tuple(crashes))
        crashes.clear()


def _tell(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
