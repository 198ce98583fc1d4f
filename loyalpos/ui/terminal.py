"""Who is at the terminal: where the shop has PINs, somebody types theirs before what not everybody may."""

from __future__ import annotations

import getpass
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.names import search_key
from loyalpos.engine.staff import Person, Right, is_pin
from loyalpos.errors import (
    PersonUnknown,
    PinFileUnfit,
    PinTooSoon,
    PinUnfit,
    SecretFileUnfit,
    Unavailable,
    WrongPin,
)
from loyalpos.ui.words.checks import SECRET_FILE
from loyalpos.ui.words.staff import role_name, staff_refusal

if TYPE_CHECKING:
    import argparse

    from loyalpos.services.outside import Outside
    from loyalpos.services.shop import Shop
    from loyalpos.services.staff import Staff

__all__ = [
    "SECRET_FILE",
    "STANDARD_INPUT",
    "SaidWho",
    "ask_secret",
    "demand_at_terminal",
    "person_called",
    "said_who",
    "secret_of_script",
    "sign_in_at_terminal",
]

STANDARD_INPUT = "-"
_LONGEST_LINE = 1_000
_ASKED_AT_MOST = 3
_LONGEST_WAIT_S = 60
"""After so long a wait a person begins anew."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class SaidWho(Struct, frozen=True):
    """Who does something, as the words of the command say.

    Attributes:
        name: What they are called; ``""`` where a person at the terminal is asked, or one alone has a PIN.
        pin_from: The file whose first line is the PIN, ``-`` for the standard input; never the PIN itself,
            which everybody on the PC could read in the list of what runs.
    """

    name: str = ""
    pin_from: str = ""


def said_who(asked: argparse.Namespace) -> SaidWho:
    """Take who does it from the words of a command."""
    return SaidWho(asked.person, asked.pin_from)


def sign_in_at_terminal(shop: Shop, said: SaidWho) -> None:
    """Let whoever does it be at work, where it matters; delays and locks are those of the till's gate.

    Where nothing was said a person is asked, and again after a slip; a script that says nothing is nobody,
    and what it asks for is refused where not everybody may do it.

    Raises:
        PersonUnknown: Nobody is called so.
        PinFileUnfit: There is no PIN to be had.
        Refusal: See :meth:`loyalpos.services.staff.Staff.check_pin`.
    """
    if not shop.asks_who:
        return
    from loyalpos.services.staff import Staff  # noqa: PLC0415 - few shops have staff

    staff = Staff(shop)
    people = [person for person in staff.people() if person.has_pin]
    if said.pin_from or (said.name and not sys.stdin.isatty()):
        person = person_called(people, said.name)
        staff.sign_in(person.id, _pin_from(said.pin_from))
    elif sys.stdin.isatty():
        named = person_called(people, said.name) if said.name else None
        _let_type(staff, people, named)


def _let_type(staff: Staff, people: Sequence[Person], named: Person | None) -> None:
    """Let a person type who they are, if nobody said it, and their PIN; a slip is asked for again.

    Raises:
        PersonUnknown, Refusal: As with :func:`sign_in_at_terminal`, after the last try.
    """
    for left in reversed(range(_ASKED_AT_MOST)):
        try:
            person = named or _chosen(people)
            if person is not None:
                staff.sign_in(person.id, _typed_pin())
        except (PersonUnknown, PinTooSoon, PinUnfit, WrongPin) as error:
            wait_s = error.wait_s if isinstance(error, PinTooSoon | WrongPin) else 0
            if not left or wait_s > _LONGEST_WAIT_S:
                raise
            sys.stderr.write(f"{staff_refusal(error)}\n")
            sleep(wait_s)
        else:
            return


def person_called(people: Sequence[Person], name: str) -> Person:
    """Find somebody by name, with or without its marks; nobody need be named where there is one alone.

    Raises:
        PersonUnknown: There is none, or more than one.
    """
    wanted = search_key(name)
    found = [one for one in people if one.name == name] or [
        one for one in people if not name or search_key(one.name) == wanted
    ]
    if len(found) != 1:
        raise PersonUnknown(name, tuple(one.name for one in people))
    return found[0]


def ask_secret(words: str = "") -> str:
    """Let a person type a PIN, or something else that nobody is to see; who ends the input types nothing."""
    try:
        return getpass.getpass(words or QCoreApplication.translate("Terminal", "PIN: "))
    except EOFError:
        return ""


def secret_of_script() -> str | None:
    """Give the passphrase or recovery code a script has for us, or None where it has none.

    It stands in the first line of the file that :data:`SECRET_FILE` names; never in the words of a command or
    in the environment itself, where others could read it.

    Raises:
        SecretFileUnfit: There is none in it, or others may read it.
    """
    place = os.environ.get(SECRET_FILE)
    if not place:
        return None
    secret = _first_line(place, SecretFileUnfit).strip()
    if not secret:
        raise SecretFileUnfit(place, "unread")
    return secret


def demand_at_terminal(path: Path, key: bytes, outside: Outside, right: Right, said: SaidWho) -> None:
    """Go on only where whoever does it may do something with a closed shop's file.

    A file that cannot be read any more asks nobody.

    Raises:
        NotAllowed: They may not, or nobody said who they are.
        Refusal: As with :func:`sign_in_at_terminal`.
    """
    from loyalpos.services.shop import Shop  # noqa: PLC0415 - the window opens without it

    try:
        shop = Shop.open(path, key, outside)
    except Unavailable:
        return
    try:
        sign_in_at_terminal(shop, said)
        shop.demand(right)
    finally:
        shop.close()


def _chosen(people: Sequence[Person]) -> Person | None:
    """Let a person say who they are, by number or name; who says nothing is nobody.

    Raises:
        PersonUnknown: That is none of them.
    """
    for number, person in enumerate(people, start=1):
        sys.stderr.write(f"{number}  {person.name} ({role_name(person.role)})\n")
    asked = QCoreApplication.translate("Terminal", "Who is there? Type the number or the name:")
    sys.stderr.write(f"{asked}\n")
    sys.stderr.flush()
    typed = sys.stdin.readline().strip()
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(people):
        return people[int(typed) - 1]
    return person_called(people, typed) if typed else None


def _typed_pin() -> str:
    pin = ask_secret()
    if not is_pin(pin):
        # Said before it counts as a try.
        raise PinUnfit("form")
    return pin


def _pin_from(place: str) -> str:
    if not place:
        raise PinFileUnfit(place, "unsaid")
    line = sys.stdin.readline() if place == STANDARD_INPUT else _first_line(place, PinFileUnfit)
    pin = line.strip()
    if not is_pin(pin):
        # Said before it counts as a try.
        raise PinFileUnfit(place, "form")
    return pin


def _first_line(place: str, unfit: type[PinFileUnfit | SecretFileUnfit]) -> str:
    """Read what nobody else may read; whatever is in the way is told as ``unfit``."""
    try:
        with Path(place).open(encoding="utf-8-sig") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise unfit(place, "open")
            return file.readline(_LONGEST_LINE)
    except (OSError, ValueError):
        raise unfit(place, "unread") from None
