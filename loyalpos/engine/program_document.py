"""The program as a document: a versioned JSON form that can be exported, kept and read again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import GenericAlias
from typing import NoReturn, TypeVar, get_args, get_origin

from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn
from cattrs.strategies import configure_tagged_union

from loyalpos.engine.program import (
    AmountOff,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    Reward,
    SpentPoints,
    UnknownReward,
)
from loyalpos.engine.rules import AmountRule, Rounding, Rule, UnknownRule
from loyalpos.errors import DocumentUnsound

__all__ = ["FORMAT", "VERSION", "Flaw", "program_from_json", "program_to_json"]

FORMAT = "loyalpos.program"
"""Says what the document is; no other value is read."""

VERSION = 1
"""The form written today; it grows when an older reader would misunderstand a document."""

_KINDS: Mapping[type, str] = {
    AmountRule: "amount",
    AmountOff: "amount_off",
    PercentOff: "percent_off",
    Gift: "gift",
    PayWithPoints: "pay_with_points",
    UnknownRule: "",
    UnknownReward: "",
}

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

T = TypeVar("T")


class Flaw(StrEnum):
    """Why a document cannot be read."""

    NOT_JSON = "not_json"
    REPEATED = "repeated"
    OTHER_FORMAT = "other_format"
    OTHER_VERSION = "other_version"
    MISSING = "missing"
    UNEXPECTED = "unexpected"
    NOT_WHOLE = "not_whole"
    NOT_TEXT = "not_text"
    NOT_YES_NO = "not_yes_no"
    NOT_DATE = "not_date"
    NOT_CHOICE = "not_choice"
    NOT_LIST = "not_list"
    NOT_OBJECT = "not_object"


def program_to_json(program: Program) -> str:
    """Write a program as a document; the same program gives the same text."""
    body = _CONVERTER.unstructure(program, Program)
    return json.dumps({"format": FORMAT, "version": VERSION, **body}, ensure_ascii=False, indent=2)


def program_from_json(text: str) -> Program:
    """Read a program from a document, as strictly as it is written.

    Numbers are whole and written without point or exponent, unknown fields are refused. A rule or
    reward of a kind this version does not know is kept by id and kind alone. Whether the program
    makes sense is another question: see :func:`loyalpos.engine.problems.problems_in`.

    Raises:
        DocumentUnsound: The text is no such document; names the first flaw and where it stands.
    """
    try:
        document = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise DocumentUnsound("$", Flaw.NOT_JSON) from error
    if not isinstance(document, dict):
        raise DocumentUnsound("$", Flaw.NOT_OBJECT)
    body = dict(document)
    if body.pop("format", None) != FORMAT:
        raise DocumentUnsound("$.format", Flaw.OTHER_FORMAT)
    version = body.pop("version", None)
    if type(version) is not int or version != VERSION:
        raise DocumentUnsound("$.version", Flaw.OTHER_VERSION)
    try:
        return _CONVERTER.structure(body, Program)
    except (ClassValidationError, _Misfit) as error:
        _refuse("$", error)


class _Misfit(Exception):
    """A value is not of the form its place asks for."""

    def __init__(self, flaw: Flaw, at: str = "") -> None:
        super().__init__(flaw, at)
        self.flaw = flaw
        self.at = at


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Build an object, but not from a name that is there twice: readers differ on which one counts."""
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentUnsound(f"$..{twice}", Flaw.REPEATED)
    return result


def _refuse(path: str, error: BaseException) -> NoReturn:
    """Raise the first flaw inside an error of the converter, with the path that leads to it."""
    match error:
        case _Misfit():
            raise DocumentUnsound(path + error.at, error.flaw) from error
        case KeyError():
            raise DocumentUnsound(f"{path}.{error.args[0]}", Flaw.MISSING) from error
        case ForbiddenExtraKeysError():
            raise DocumentUnsound(f"{path}.{min(error.extra_fields)}", Flaw.UNEXPECTED) from error
        case ClassValidationError():
            noted, other = error.group_exceptions()
            for inner, note in noted:
                # A missing field is noted at its own name, and says that name once more.
                _refuse(path if isinstance(inner, KeyError) else f"{path}.{note.name}", inner)
            _refuse(path, other[0])
        case IterableValidationError():
            (inner, place), *_ = error.group_exceptions()[0]
            _refuse(f"{path}[{place.index}]", inner)
        case _:
            raise error


def _exactly(form: type[T], flaw: Flaw) -> Callable[[object, object], T]:
    def read(value: object, _: object) -> T:
        # Not isinstance: True is an int to Python, and no number to anyone else.
        if type(value) is not form:
            raise _Misfit(flaw)
        return value

    return read


def _read_text(value: object, _: object) -> str:
    text = _exactly(str, Flaw.NOT_TEXT)(value, _)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _Misfit(Flaw.NOT_TEXT)  # half a letter: JSON can spell it, no file can hold it
    return text


def _read_date(value: object, _: object) -> date:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise _Misfit(Flaw.NOT_DATE)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise _Misfit(Flaw.NOT_DATE) from error


def _choice(form: type[StrEnum]) -> Callable[[object, object], StrEnum]:
    def read(value: object, _: object) -> StrEnum:
        if not isinstance(value, str) or value not in set(form):
            raise _Misfit(Flaw.NOT_CHOICE)
        return form(value)

    return read


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _Misfit(Flaw.NOT_OBJECT)
    return value


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _Misfit(Flaw.NOT_LIST)
    return value


def _is_tuple(form: object) -> bool:
    return get_origin(form) is tuple


def _tagged(converter: Converter, union: object, unknown: type[UnknownRule] | type[UnknownReward]) -> None:
    """Tell the members of a union apart by ``kind``; a kind from a later version becomes the unknown one."""
    configure_tagged_union(union, converter, tag_generator=_KINDS.__getitem__, tag_name="kind")
    read_known = converter.get_structure_hook(union)
    write_known = converter.get_unstructure_hook(union)
    known = {_KINDS[member] for member in get_args(union)} - {""}
    kept = [one.name for one in fields(unknown)]

    def read(value: object, form: type) -> object:
        found = _mapping(value)
        if "kind" not in found:
            raise _Misfit(Flaw.MISSING, ".kind")
        if type(found["kind"]) is not str:
            raise _Misfit(Flaw.NOT_TEXT, ".kind")
        if found["kind"] in known:
            return read_known(found, form)
        return converter.structure({name: found[name] for name in kept if name in found}, unknown)

    def write(value: object) -> object:
        written = dict(
            converter.unstructure(value, unknown) if isinstance(value, unknown) else write_known(value)
        )
        return {"kind": written.pop("kind"), **written}

    converter.register_structure_hook(union, read)
    converter.register_unstructure_hook(union, write)


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(int, _exactly(int, Flaw.NOT_WHOLE))
    converter.register_structure_hook(bool, _exactly(bool, Flaw.NOT_YES_NO))
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(date, _read_date)
    converter.register_unstructure_hook(date, date.isoformat)
    for form in (ExpiryKind, Remainder, Rounding, SpentPoints):
        converter.register_structure_hook(form, _choice(form))

    def read_object(form: type) -> Callable[[object, object], object]:
        read: Callable[[Mapping[str, object], type], object]
        read = make_dict_structure_fn(form, converter, _cattrs_forbid_extra_keys=True)
        return lambda value, _: read(_mapping(value), form)

    def read_list(form: object) -> Callable[[object, object], object]:
        items = GenericAlias(list, get_args(form)[:1])
        read = converter.get_structure_hook(items)
        return lambda value, _: tuple(read(_listed(value), items))

    converter.register_structure_hook_factory(is_dataclass, read_object)
    converter.register_structure_hook_factory(_is_tuple, read_list)
    _tagged(converter, Rule, UnknownRule)
    _tagged(converter, Reward, UnknownReward)
    return converter


_CONVERTER = _converter()
