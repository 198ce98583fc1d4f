"""Documents that people write and machines exchange: strict JSON read into values, and written again.

Every flaw is told with the JSON path that leads to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from types import GenericAlias
from typing import Any, Final, NoReturn, TypeVar, get_args, get_origin

from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from msgspec import Struct
from msgspec.structs import fields

from loyalpos.engine.struct_hooks import is_struct, read_strictly, write_without_defaults
from loyalpos.errors import DocumentUnsound

__all__ = ["MOST_FLAWS", "Document", "Flaw", "Misfit", "Tagged", "refuse", "strict_converter", "text_of"]

MOST_FLAWS: Final = 50
"""How many flaws of a document are told at once."""

T = TypeVar("T")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


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
    NOT_INSTANT = "not_instant"
    NOT_CHOICE = "not_choice"
    NOT_LIST = "not_list"
    NOT_OBJECT = "not_object"
    NOT_FRACTION = "not_fraction"
    TOO_DEEP = "too_deep"
    OUT_OF_RANGE = "out_of_range"
    OUT_OF_ORDER = "out_of_order"
    NO_SUCH_NAME = "no_such_name"


class Misfit(ValueError):
    """A value is not of the form its place asks for; ``at`` leads on from that place."""

    def __init__(self, flaw: Flaw, at: str = "") -> None:
        super().__init__(flaw, at)
        self.flaw = flaw
        self.at = at


class Document(Struct, frozen=True):
    """A kind of document: what its ``format`` field says, the versions that are read, the newest written."""

    format: str
    versions: tuple[int, ...]

    def read(self, text: str, converter: Converter, form: type[T]) -> T:
        """Read a value from a document, as strictly as it is written.

        Raises:
            DocumentUnsound: The text is no such document; names its flaws and where they stand.
        """
        try:
            return self._read(text, converter, form)
        except RecursionError as error:
            raise DocumentUnsound("$", Flaw.TOO_DEEP) from error

    def _read(self, text: str, converter: Converter, form: type[T]) -> T:
        try:
            document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
        except ValueError as error:
            raise DocumentUnsound("$", Flaw.NOT_JSON) from error
        if not isinstance(document, dict):
            raise DocumentUnsound("$", Flaw.NOT_OBJECT)
        body = dict(document)
        if body.pop("format", None) != self.format:
            raise DocumentUnsound("$.format", Flaw.OTHER_FORMAT)
        version = body.pop("version", None)
        if type(version) is not int or version not in self.versions:
            raise DocumentUnsound("$.version", Flaw.OTHER_VERSION)
        try:
            return converter.structure(body, form)
        except (ClassValidationError, Misfit) as error:
            refuse(_flaws_in("$", error))
            raise

    def write(self, value: object, converter: Converter) -> str:
        """Write a value as a document; the same value gives the same text."""
        body = converter.unstructure(value)
        document = {"format": self.format, "version": self.versions[-1], **body}
        return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


class Tagged(Struct, frozen=True):
    """A union whose members a document tells apart by ``kind``.

    Attributes:
        union: The union as the fields are annotated with it.
        kinds: What ``kind`` says for each member.
        unknown: The member that stands for kinds of later versions, whose ``rest`` keeps what else
            such an object says; None where an unknown kind is a flaw.
    """

    union: object
    kinds: Mapping[type, str]
    unknown: type | None = None


def text_of(stored: bytes) -> str:
    """Read the bytes of a document's file, with or without a mark at its beginning.

    Raises:
        DocumentUnsound: They are no text in UTF-8.
    """
    try:
        return stored.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentUnsound("$", Flaw.NOT_JSON) from error


def strict_converter(unions: Collection[Tagged]) -> Converter:
    """Make a converter that takes nothing for what it is not, and leaves defaults out when writing."""
    converter = Converter()
    converter.register_structure_hook(int, _exactly(int, Flaw.NOT_WHOLE))
    converter.register_structure_hook(bool, _exactly(bool, Flaw.NOT_YES_NO))
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(date, _read_date)
    converter.register_structure_hook(datetime, _read_instant)
    converter.register_structure_hook(StrEnum, _read_choice)
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)

    def read_object(form: type[Struct]) -> Callable[[object, object], object]:
        read = read_strictly(form, converter)
        return lambda value, _: read(_mapping(value), form)

    def read_list(form: object) -> Callable[[object, object], object]:
        items = GenericAlias(list, get_args(form)[:1])
        read = converter.get_structure_hook(items)
        return lambda value, _: tuple(read(_listed(value), items))

    converter.register_structure_hook_factory(is_struct, read_object)
    converter.register_unstructure_hook_factory(is_struct, write_without_defaults)
    converter.register_structure_hook_factory(_is_tuple, read_list)
    for tagged in unions:
        _tell_apart(converter, tagged)
    return converter


def _tell_apart(converter: Converter, tagged: Tagged) -> None:
    """Read and write a union by ``kind``; its members' own converters are made when first needed."""
    forms = {kind: form for form, kind in tagged.kinds.items()}
    unknown = tagged.unknown
    named = () if unknown is None else tuple(one.name for one in fields(unknown) if one.name != "rest")

    def read(value: object, _: object) -> object:
        found = dict(_mapping(value))
        if "kind" not in found:
            raise Misfit(Flaw.MISSING, ".kind")
        kind = found.pop("kind")
        if type(kind) is not str:
            raise Misfit(Flaw.NOT_TEXT, ".kind")
        form = forms.get(kind)
        if form is not None:
            return converter.structure(found, form)
        if unknown is None:
            raise Misfit(Flaw.NOT_CHOICE, ".kind")
        own = {name: found.pop(name) for name in named if name in found}
        return converter.structure({**own, "kind": kind, "rest": _kept(found)}, unknown)

    def write(value: object) -> dict[str, object]:
        form = type(value)
        written: dict[str, Any] = converter.unstructure(value, form)
        if form is unknown:
            rest = json.loads(written.pop("rest", "{}"))
            return {"kind": written.pop("kind"), **written, **rest}
        # What is its own comes before what all its siblings have.
        order = [name for name in ("id", "name", *form.__annotations__) if name in written]
        return {"kind": tagged.kinds[form], **{name: written[name] for name in order}, **written}

    converter.register_structure_hook(tagged.union, read)
    converter.register_unstructure_hook(tagged.union, write)


def _kept(rest: Mapping[str, object]) -> str:
    """Keep what an object of an unknown kind says besides, to be written again as it was."""
    if not rest:
        return ""
    try:
        text = json.dumps(rest, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise Misfit(Flaw.NOT_WHOLE) from error  # 1e999 is more than any number
    return _read_text(text, str)


def _no_number(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Build an object, but not from a name that is there twice: readers differ on which one counts."""
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentUnsound(f"$..{twice}", Flaw.REPEATED)
    return result


def refuse(flaws: Iterable[tuple[str, Flaw]]) -> None:
    """Refuse a document for its flaws, if there are any; of very many the first ones are told.

    Raises:
        DocumentUnsound: There are some.
    """
    found = tuple(islice(flaws, MOST_FLAWS))
    if found:
        raise DocumentUnsound(*found[0], found[1:])


def _flaws_in(path: str, error: BaseException) -> Iterator[tuple[str, Flaw]]:
    """Give the flaws inside an error of the converter, each with the path that leads to it."""
    match error:
        case Misfit():
            yield path + error.at, error.flaw
        case KeyError():
            yield f"{path}.{error.args[0]}", Flaw.MISSING
        case ForbiddenExtraKeysError():
            yield from ((f"{path}.{name}", Flaw.UNEXPECTED) for name in sorted(error.extra_fields))
        case ClassValidationError():
            noted, other = error.group_exceptions()
            for inner, note in noted:
                # A missing field is noted at its own name, and says that name once more.
                yield from _flaws_in(path if isinstance(inner, KeyError) else f"{path}.{note.name}", inner)
            for inner in other:
                yield from _flaws_in(path, inner)
        case IterableValidationError():
            noted_items, other = error.group_exceptions()
            for inner, place in noted_items:
                yield from _flaws_in(f"{path}[{place.index}]", inner)
            for inner in other:
                yield from _flaws_in(path, inner)
        case _:
            raise error


def _exactly(form: type[T], flaw: Flaw) -> Callable[[object, object], T]:
    def read(value: object, _: object) -> T:
        # Not isinstance: True is an int to Python, and no number to anyone else.
        if type(value) is not form:
            raise Misfit(flaw)
        return value

    return read


def _read_text(value: object, _: object) -> str:
    text = _exactly(str, Flaw.NOT_TEXT)(value, _)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Misfit(Flaw.NOT_TEXT)  # half a letter: JSON can spell it, no file can hold it
    return text


def _read_date(value: object, _: object) -> date:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise Misfit(Flaw.NOT_DATE)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_DATE) from error


def _read_instant(value: object, _: object) -> datetime:
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise Misfit(Flaw.NOT_INSTANT)
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_INSTANT) from error


def _read_choice(value: object, form: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str) or value not in set(form):
        raise Misfit(Flaw.NOT_CHOICE)
    return form(value)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Misfit(Flaw.NOT_OBJECT)
    return value


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Misfit(Flaw.NOT_LIST)
    return value


def _is_tuple(form: object) -> bool:
    return get_origin(form) is tuple
