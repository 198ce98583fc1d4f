"""The command line for the people of the shop: who there is, and another PIN for an owner who forgot it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress

from loyalpos.answers import DONE, fail, say
from loyalpos.app import closed_shop, keys_of, speaking
from loyalpos.engine.staff import Person, Role
from loyalpos.errors import LoyalError, NotAnOwner, PersonUnknown, PinFileUnfit, PinUnfit, SecretNeeded
from loyalpos.services.forgotten import Proof
from loyalpos.services.keys import Keys
from loyalpos.services.till import Till
from loyalpos.settings import Folders, folders
from loyalpos.ui.terminal import STANDARD_INPUT, ask_secret, person_called
from loyalpos.ui.words import staff_command as words
from loyalpos.ui.words.checks import why_text
from loyalpos.ui.words.commands import till_open_text

__all__ = ["run"]

_MOST_READ = 1_000


def run(asked: argparse.Namespace) -> int:
    """Do what was asked for, and say what came of it in the language of the till's screens.

    Returns:
        The exit code: 0 when it is done, 1 when it is not.
    """
    where = folders(asked.data_dir)
    with speaking(where):
        try:
            return _list(where, asked) if asked.new_pin is None else _new_pin(where, asked)
        except LoyalError as error:
            return fail(asked, why_text(error), type(error).__name__)


def _list(where: Folders, asked: argparse.Namespace) -> int:
    with closed_shop(where, asks=False) as shop:
        if shop is None:
            return fail(asked, till_open_text(), "TillOpen")
        lines = Till(shop).staff.lines()
        told = [
            {
                "name": line.person.name,
                "role": line.person.role.value,
                "pin": line.person.has_pin,
                "locked": line.wait_s is None,
                "asked_from": None if line.asked_from is None else line.asked_from.isoformat(),
            }
            for line in lines
        ]
        said = [words.person_text(line, shop.time) for line in lines] or [words.nobody_text()]
        say(asked, {"done": True, "staff": told}, *said)
    return DONE


def _new_pin(where: Folders, asked: argparse.Namespace) -> int:
    keys = keys_of(where)
    read = None if sys.stdin.isatty() else sys.stdin.read(_MOST_READ).split("\n")
    if read is not None:
        _open(keys, read[0])
    with closed_shop(where, keys, asks=False) as shop:
        if shop is None:
            return fail(asked, till_open_text(), "TillOpen")
        forgotten, time = Till(shop).forgotten, shop.time
        owner = _owner_called([one for one in shop.staff if not one.gone], asked.new_pin)
        proof = forgotten.proof()
        if proof is Proof.NONE:
            (pin,) = _typed(read, words.new_pin_text())
            asked_for = forgotten.ask(owner.id, pin)
            told = {"done": True, "name": owner.name, "holds_from": asked_for.holds_from.isoformat()}
            say(asked, told, words.asked_text(asked_for, time))
        else:
            code, pin = _typed(read, words.proof_text(proof.value), words.new_pin_text())
            forgotten.reset(owner.id, pin, code)
            say(asked, {"done": True, "name": owner.name, "holds_from": None}, words.set_text(owner.name))
    return DONE


def _owner_called(people: Sequence[Person], name: str) -> Person:
    """Find an owner who has a PIN.

    Raises:
        NotAnOwner: Somebody else is called so.
        PersonUnknown: Nobody is, or no owner has a PIN.
    """
    owners = [one for one in people if one.role is Role.OWNER and one.has_pin]
    try:
        return person_called(owners, name)
    except PersonUnknown as error:
        if owners:
            with suppress(PersonUnknown):
                other = person_called([one for one in people if one.role is not Role.OWNER], name)
                raise NotAnOwner(other.name, error.names) from None
        raise


def _open(keys: Keys, first_line: str) -> None:
    """Open the file, where this PC does not have its key, by what proves whose it is."""
    with suppress(SecretNeeded):
        keys.of_file()
        return
    keys.take(first_line.strip())


def _typed(read: Sequence[str] | None, *prompts: str) -> Sequence[str]:
    """Take as many lines as are asked for; a person types the PIN, which is the last, twice.

    Raises:
        PinFileUnfit: There are fewer lines.
        PinUnfit: The two are not the same.
    """
    if read is None:
        typed = [ask_secret(f"{prompt}: ") for prompt in prompts]
        if ask_secret(f"{words.once_more_text()}: ") != typed[-1]:
            raise PinUnfit("twice")
        return typed
    lines = [line.strip() for line in read]
    if len(lines) < len(prompts) or not all(lines[: len(prompts)]):
        raise PinFileUnfit(STANDARD_INPUT, "unread")
    return lines[: len(prompts)]
