"""Who is at the terminal: where the shop has PINs, somebody types theirs before what not everybody may."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.staff import Right
from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.words.staff import role_name, staff_refusal

if TYPE_CHECKING:
    from pathlib import Path

    from loyalpos.services.outside import Outside
    from loyalpos.services.shop import Shop

__all__ = ["demand_at_terminal", "sign_in_at_terminal"]


def sign_in_at_terminal(shop: Shop) -> None:
    """Ask who is there, where it matters and a person can answer; otherwise nobody is.

    A script is nobody, and what it asks for is refused where not everybody may do it.
    """
    if not shop.asks_who or not sys.stdin.isatty():
        return
    from loyalpos.services.staff import Staff  # noqa: PLC0415 - few shops have staff

    staff = Staff(shop)
    people = [person for person in staff.people() if person.has_pin]
    for number, person in enumerate(people, start=1):
        sys.stderr.write(f"{number}  {person.name} ({role_name(person.role)})\n")
    asked = QCoreApplication.translate("Terminal", "Who is there? Type the number:")
    sys.stderr.write(f"{asked}\n")
    typed = sys.stdin.readline().strip()
    if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(people)):
        return
    pin = getpass(QCoreApplication.translate("Terminal", "PIN: "))
    try:
        staff.sign_in(people[int(typed) - 1].id, pin)
    except Refusal as error:
        sys.stderr.write(f"{staff_refusal(error)}\n")


def demand_at_terminal(path: Path, key: bytes, outside: Outside, right: Right) -> None:
    """Go on only where whoever is at the terminal may do something with a closed shop's file.

    A file that cannot be read any more asks nobody.

    Raises:
        NotAllowed: They may not, or nobody said who they are.
    """
    from loyalpos.services.shop import Shop  # noqa: PLC0415 - the window opens without it

    try:
        shop = Shop.open(path, key, outside)
    except Unavailable:
        return
    try:
        sign_in_at_terminal(shop)
        shop.demand(right)
    finally:
        shop.close()
