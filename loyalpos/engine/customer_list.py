"""An old customer list judged row by row, before anything of it is written.

What a shop owner expects of it:

* A row is somebody if it has a phone or a name. A phone without a name comes in, and so does a name
  without a phone: its points are owed all the same.
* A row stands for the person of its phone, without one for that of its card, without either for
  that of its name. The first such row of the list wins; points of later ones are never added up.
* A phone or points that cannot be read refuse the row, because they can be mended in the list and
  guessing would give points to the wrong hand. Anything else that cannot be read (a birthday, a
  card) is left out, said so, and the customer comes in.
* Text is text, whatever it looks like to a spreadsheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.birthdays import Birthday, BirthdayProblem, parse_birthday
from loyalpos.engine.list_cells import PointsProblem, Repair, parse_opening_points, read_phone, something
from loyalpos.engine.list_columns import Column, guess_columns
from loyalpos.engine.names import NameProblem, clean_name, search_key
from loyalpos.engine.phones import Phone, PhoneProblem

__all__ = [
    "LONGEST_NOTE",
    "Column",
    "Known",
    "ListRow",
    "PointsProblem",
    "Ready",
    "ReadyRepaired",
    "Refused",
    "Repair",
    "RowProblem",
    "Twice",
    "Verdict",
    "guess_columns",
    "judge",
]

LONGEST_NOTE: Final = 500

# Shorter codes can be typed but not scanned, and are row numbers as often as not.
_CARD = re.compile(r"[0-9A-Za-z][0-9A-Za-z./_-]{7,63}")
_NOT_PEOPLE: Final = frozenset(("tong", "tong cong", "cong", "tong so", "total", "grand total", "khach le"))


class ListRow(Struct, frozen=True):
    """A row of the list under the number it has in the file, counted from 1."""

    number: int
    cells: tuple[str, ...]


class RowProblem(StrEnum):
    """Why a row is no customer at all."""

    NOBODY = "nobody"
    """Neither a phone nor a name."""
    NOT_A_PERSON = "not_a_person"
    """The line of totals, or the walk-in customer a POS counts its other sales under."""


class Ready(Struct, frozen=True):
    """A row that can come in as it stands; ``phone`` or ``name`` is there."""

    row: int
    phone: Phone | None
    name: str | None
    opening_points: int
    birthday: Birthday | None
    card: str | None
    note: str


class ReadyRepaired(Ready, frozen=True):
    """A row that can come in after repairs the owner should see."""

    what: tuple[Repair, ...]


class Known(Struct, frozen=True):
    """The shop has this member already; the row changes nothing, not even points."""

    row: int
    phone: Phone | None
    name: str | None


class Twice(Struct, frozen=True):
    """An earlier row of the list is the same customer and comes in instead."""

    row: int
    phone: Phone | None
    first_row: int


Why: TypeAlias = PhoneProblem | NameProblem | PointsProblem | RowProblem


class Refused(Struct, frozen=True):
    """A row that cannot come in; ``column`` is where to mend it, None where there is no person."""

    row: int
    column: Column | None
    why: Why


Verdict: TypeAlias = Ready | Known | Twice | Refused


def _nobody(_: str) -> bool:
    return False


def judge(
    rows: Iterable[ListRow],
    columns: Mapping[Column, int],
    *,
    taken_phones: Callable[[str], bool],
    taken_cards: Callable[[str], bool] = _nobody,
    taken_names: Callable[[str], bool] = _nobody,
) -> tuple[Verdict, ...]:
    """Judge every row of a list, in its order, one verdict each.

    Args:
        columns: Where each column lies; cells a short row does not have are empty.
        taken_phones: Whether a member has this phone, as ten digits.
        taken_cards: Whether a member has this card or code.
        taken_names: Whether a member *without a phone* has this name, given as its ``search_key``; so
            that the same list taken in twice doubles nobody.
    """
    seen = _Seen(taken_phones, taken_cards, taken_names)
    read = (_read(row, columns) for row in rows)
    return tuple(seen.place(one) if isinstance(one, Ready) else one for one in read)


class _Seen:
    """Who is a member already, and who came in the rows before."""

    def __init__(
        self,
        taken_phones: Callable[[str], bool],
        taken_cards: Callable[[str], bool],
        taken_names: Callable[[str], bool],
    ) -> None:
        self._taken_phones = taken_phones
        self._taken_cards = taken_cards
        self._taken_names = taken_names
        self._phones: dict[str, int] = {}
        self._cards: dict[str, int] = {}
        self._names: dict[str, int] = {}

    def place(self, ready: Ready) -> Verdict:
        key = search_key(ready.name or "")
        if ready.phone:
            known, first_row = self._taken_phones(ready.phone), self._phones.get(ready.phone)
        elif ready.card:
            known, first_row = self._taken_cards(ready.card), self._cards.get(ready.card)
        else:
            known, first_row = self._taken_names(key), self._names.get(key)
        if known:
            return Known(ready.row, ready.phone, ready.name)
        if first_row is not None:
            return Twice(ready.row, ready.phone, first_row)

        if ready.card and (ready.card in self._cards or self._taken_cards(ready.card)):
            ready = _repaired(replace(ready, card=None), Repair.CARD_LEFT_OUT)
        if ready.phone:
            self._phones[ready.phone] = ready.row
        if ready.card:
            self._cards[ready.card] = ready.row
        if not ready.phone and not ready.card:
            self._names[key] = ready.row
        return ready


def _read(row: ListRow, columns: Mapping[Column, int]) -> Ready | Refused:
    def cell(column: Column) -> str:
        place = columns.get(column, -1)
        return something(row.cells[place]) if 0 <= place < len(row.cells) else ""

    phone, mended = read_phone(cell(Column.PHONE))
    repairs = list(mended)
    no_phone = phone is PhoneProblem.EMPTY
    name = clean_name(f"{cell(Column.FAMILY)} {cell(Column.NAME)}")
    if no_phone and isinstance(name, str) and search_key(name) in _NOT_PEOPLE:
        return Refused(row.number, None, RowProblem.NOT_A_PERSON)
    if no_phone and name is NameProblem.EMPTY:
        return Refused(row.number, None, RowProblem.NOBODY)
    if isinstance(phone, PhoneProblem) and not no_phone:
        return Refused(row.number, Column.PHONE, phone)
    if isinstance(name, NameProblem) and name is not NameProblem.EMPTY:
        if no_phone:
            return Refused(row.number, Column.NAME, name)
        repairs.append(Repair.NAME_LEFT_OUT)

    points = parse_opening_points(cell(Column.POINTS))
    if isinstance(points, PointsProblem):
        return Refused(row.number, Column.POINTS, points)

    birthday = parse_birthday(cell(Column.BIRTHDAY))
    if isinstance(birthday, BirthdayProblem) and birthday is not BirthdayProblem.EMPTY:
        repairs.append(Repair.BIRTHDAY_LEFT_OUT)
    card = cell(Column.CARD)
    if card and not _CARD.fullmatch(card):
        card = ""
        repairs.append(Repair.CARD_LEFT_OUT)
    note = cell(Column.NOTE)
    if len(note) > LONGEST_NOTE:
        note = note[:LONGEST_NOTE]
        repairs.append(Repair.NOTE_CUT)

    ready = Ready(
        row.number,
        None if isinstance(phone, PhoneProblem) else phone,
        name if isinstance(name, str) else None,
        points,
        birthday if isinstance(birthday, Birthday) else None,
        card or None,
        note,
    )
    return _repaired(ready, *repairs) if repairs else ready


def _repaired(ready: Ready, *what: Repair) -> ReadyRepaired:
    so_far = ready.what if isinstance(ready, ReadyRepaired) else ()
    return ReadyRepaired(
        ready.row,
        ready.phone,
        ready.name,
        ready.opening_points,
        ready.birthday,
        ready.card,
        ready.note,
        (*so_far, *what),
    )
