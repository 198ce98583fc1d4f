"""The script of a whole day at the counter, with every balance worked out by hand.

It knows nothing of the program that plays it: no rule, no table, no window. The shop of the day gives
1 point for each whole 1.000 ₫ that is paid in money and 20 points to who joins; 200 points take 10.000 ₫
off a bill, 150 points buy a milk coffee.

Words of a step's ``keys``: ``type …`` types what follows; ``phone A``, ``last digits A``, ``name A`` and
``plain name A`` type what customer A has; ``scan card 3`` scans the third card of the printed file, ``scan
half of card 3`` only its beginning, ``scan card 3 at once`` within a second, ``scan text …`` any code,
``scan test code`` the one the first start shows; ``tab …`` presses Tab until a place has the focus;
``save …`` answers the question for a file's name; ``picture …`` keeps what the window shows; ``wait for the
power cut`` ends the process without a word. Anything else is a key's name.
"""

from __future__ import annotations

from typing import Final

from loyalpos.demo.later import AFTERNOON, NIGHT, NOON
from loyalpos.demo.morning import MORNING

__all__ = ["CARDS", "DATE", "PARTS", "WITHOUT_NAME"]

DATE: Final = "2026-11-22"
CARDS: Final = {"A": 1, "B": 11, "C": 12, "D": 2, "E": 3}
"""Whose card is which of the printed file: ten blanks, then those printed for members."""

WITHOUT_NAME: Final = ("C",)

PARTS: Final = (MORNING, NOON, AFTERNOON, NIGHT)
