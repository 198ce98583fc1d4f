"""What a member agrees to, purpose by purpose, and how their particulars may be used."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

from loyalpos.engine.birthdays import Birthday, age_on
from loyalpos.engine.members import Consent, Purpose

__all__ = [
    "KEPT_CORRECTED",
    "NOTICE_VERSION",
    "OF_AGE",
    "ConsentWord",
    "Corrected",
    "Privacy",
    "Said",
    "id_numbers_in",
    "is_child",
]

KEPT_CORRECTED: Final = timedelta(days=30)
"""So long a corrected particular is kept as it was before."""

NOTICE_VERSION: Final = 1
"""Of the privacy notice; each consent names the one of its moment."""

OF_AGE: Final = 16
"""Years from which somebody says themselves what is done with their particulars."""

_ID_NUMBER: Final = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")
_BETWEEN: Final = re.compile(r"(?<=\d)[ .\-](?=\d)")
_WHOLE: Final = re.compile(r"(?<!\d)(?<!84[ .\-])(?:\d{12}|\d{9})(?!\d)")
"""One that another number stands beside: taken together they would be too long for any."""


class ConsentWord(Struct, frozen=True):
    """One word on a purpose: given or withdrawn, in which wording, when, and by whom it was written down.

    ``proof`` is what shows it, as far as anybody wrote that down: the number of a paper, of a message, the
    person's own words. It is personal, and gone with the person.
    """

    said: Consent
    given: bool
    at: datetime
    who: str
    proof: str = ""


class Said(Struct, frozen=True):
    """A purpose, whether it may be acted on now, and every word on it, the latest first."""

    purpose: Purpose
    stands: bool
    words: tuple[ConsentWord, ...]


class Corrected(Struct, frozen=True):
    """A change of a member's particulars.

    Attributes:
        field: ``name``, ``phone``, ``birthday``, ``note``, ``guardian``, ``restricted`` or ``under_age``.
        before: What stood there before; None where nothing did, or it is kept no longer.
    """

    field: str
    before: str | None
    at: datetime
    who: str


class Privacy(Struct, frozen=True):
    """How a member's particulars may be used, and how that came.

    Attributes:
        restricted: The member asked that nothing be done with them but what the account needs.
        under_age: Not of age: no messages, and nothing goes to others.
        guardian: Who agreed for somebody under age.
        corrected: Changes, the latest first.
    """

    purposes: tuple[Said, ...]
    restricted: bool = False
    under_age: bool = False
    guardian: str = ""
    corrected: tuple[Corrected, ...] = ()

    def of(self, purpose: Purpose) -> Said:
        """Give what was said on a purpose."""
        return next(one for one in self.purposes if one.purpose is purpose)

    @property
    def left_program(self) -> bool:
        """Whether the member agreed to the program and took it back."""
        words = self.of(Purpose.PROGRAM).words
        return bool(words) and not words[0].given


def is_child(birthday: Birthday | None, day: date) -> bool:
    """Tell whether a birthday says that a parent or guardian has to agree; without a year none does."""
    age = None if birthday is None else age_on(birthday, day)
    return age is not None and age < OF_AGE


def id_numbers_in(text: str) -> tuple[str, ...]:
    """Find what looks like the number of an identity card: 9 or 12 digits, perhaps in groups.

    Telephone numbers have 10 digits, or 11 with 84, and are none.
    """
    in_groups = _ID_NUMBER.findall(_BETWEEN.sub("", text))
    return tuple(dict.fromkeys((*in_groups, *_WHOLE.findall(text))))
