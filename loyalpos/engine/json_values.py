"""Values as JSON and back: one converter for everything a record carries.

Ids are hex, instants are milliseconds, dates are ISO, fractions are ``"n/d"``; fields that hold their
default are left out.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from loyalpos.engine.conditions import Condition
from loyalpos.engine.program_document import CONDITION_KINDS
from loyalpos.engine.struct_hooks import is_struct, read_leniently, write_without_defaults
from loyalpos.engine.times import from_ms, to_ms

__all__ = ["from_json", "to_json"]

T = TypeVar("T")


def _converter() -> Converter:
    converter = Converter()
    converter.register_structure_hook_factory(is_struct, read_leniently)
    converter.register_unstructure_hook_factory(is_struct, write_without_defaults)
    # A text enum would pass as the text it also is; a record keeps plain values only.
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    converter.register_unstructure_hook(UUID, lambda value: value.hex)
    converter.register_structure_hook(UUID, lambda value, _: UUID(value))
    converter.register_unstructure_hook(datetime, to_ms)
    converter.register_structure_hook(datetime, lambda value, _: from_ms(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
    converter.register_structure_hook(Fraction, lambda value, _: Fraction(value))
    # A condition is named as the program's document names it; there "kind" may be a field of its own.
    configure_tagged_union(
        Condition,
        converter,
        tag_generator=lambda form: CONDITION_KINDS.get(form, "unknown"),
        tag_name="is",
    )
    return converter


_CONVERTER = _converter()


def to_json(value: object) -> object:
    """Turn a value of the engine into what JSON can hold."""
    return _CONVERTER.unstructure(value)


def from_json(stored: object, form: type[T]) -> T:
    """Read a value of the engine back from what JSON held.

    Raises:
        Exception: The stored form does not fit; that is damage or a bug, never a person's mistake.
    """
    return _CONVERTER.structure(stored, form)
