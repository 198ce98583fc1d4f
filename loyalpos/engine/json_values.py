"""Values as JSON and back: one set of forms for everything a record carries.

Ids are hex, instants are milliseconds, dates are ISO, fractions are ``"n/d"``; fields that hold their
default are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar
from uuid import UUID

from loyalpos.engine.conditions import Condition, UnknownCondition
from loyalpos.engine.forms import Forms
from loyalpos.engine.program_document import CONDITION_KINDS
from loyalpos.engine.times import from_ms, to_ms

__all__ = ["from_json", "to_json"]

T = TypeVar("T")


_KINDS = {kind: form for form, kind in CONDITION_KINDS.items()}


def _read_condition(stored: Mapping[str, Any]) -> object:
    return _FORMS.read(stored, _KINDS.get(stored["is"], UnknownCondition))


def _write_condition(value: object, written: dict[str, Any]) -> dict[str, Any]:
    return {**written, "is": CONDITION_KINDS.get(type(value), "unknown")}


_FORMS = Forms(
    {
        int: int,
        bool: bool,
        str: str,
        StrEnum: lambda form, stored: form(stored),
        UUID: UUID,
        datetime: from_ms,
        date: date.fromisoformat,
        Fraction: Fraction,
    },
    {
        # A text enum would pass as the text it also is; a record keeps plain values only.
        StrEnum: lambda value: value.value,
        UUID: lambda value: value.hex,
        datetime: to_ms,
        date: date.isoformat,
        Fraction: lambda value: f"{value.numerator}/{value.denominator}",
    },
    strict=False,
)
# A condition is named as the program's document names it; there "kind" may be a field of its own.
_FORMS.tell_apart(Condition, _read_condition, _write_condition)


def to_json(value: object) -> object:
    """Turn a value of the engine into what JSON can hold."""
    return _FORMS.write(value)


def from_json(stored: object, form: type[T]) -> T:
    """Read a value of the engine back from what JSON held.

    Raises:
        Exception: The stored form does not fit; that is damage or a bug, never a person's mistake.
    """
    return _FORMS.read(stored, form)
