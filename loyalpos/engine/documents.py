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
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from msgspec import Struct

from loyalpos.engine.flaws import Flaw
from loyalpos.engine.forms import Forms, Misfit, Read, Write
from loyalpos.errors import DocumentUnsound

if TYPE_CHECKING:
    from loyalpos.engine.mending import Rest

__all__ = ["MOST_BYTES", "MOST_FLAWS", "Body", "Document", "Tagged", "refuse", "strict_forms", "text_of"]

MOST_BYTES: Final = 2_000_000
"""Two hundred times the largest program we know. All wrong things of such a document are found in seconds."""

MOST_FLAWS: Final = 50
"""How many flaws of a document are told at once."""

_MOST_ROUNDS: Final = 20
"""So often something more is left out before a document is given up."""

T = TypeVar("T")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


Body = dict[str, Any]
"""A document but for its format and version."""


class Document(Struct, frozen=True):
    """A kind of document: what its ``format`` field says, the versions that are read, the newest written.

    Attributes:
        brought_up: What the body of a document of some version says in the words of the newest.
    """

    format: str
    versions: tuple[int, ...]
    brought_up: Callable[[Body, int], Body] = lambda body, _version: body

    def read(self, text: str, forms: Forms, form: type[T]) -> T:
        """Read a value from a document, as strictly as it is written.

        Raises:
            DocumentUnsound: The text is no such document; names its flaws and where they stand.
        """
        try:
            return self._read(text, forms, form)
        except RecursionError as error:
            raise DocumentUnsound("$", Flaw.TOO_DEEP) from error

    def _read(self, text: str, forms: Forms, form: type[T]) -> T:
        document, twice = _parsed(text)
        refuse(twice)
        try:
            return forms.read(self._body(document), form)
        except Misfit as misfit:
            refuse(misfit.under("$"))
            raise

    def _body(self, document: object) -> Body:
        """Take off what says which document it is, and say the rest in the words of the newest version."""
        if not isinstance(document, dict):
            raise DocumentUnsound("$", Flaw.NOT_OBJECT)
        body = dict(document)
        if body.pop("format", None) != self.format:
            raise DocumentUnsound("$.format", Flaw.OTHER_FORMAT)
        version = body.pop("version", None)
        if type(version) is not int or version not in self.versions:
            raise DocumentUnsound("$.version", Flaw.OTHER_VERSION)
        return self.brought_up(body, version)

    def read_rest(
        self, text: str, forms: Forms, form: type[T], needed: tuple[str, ...]
    ) -> tuple[T | None, tuple[tuple[str, Flaw], ...], Rest]:
        """Read a document, and where it has flaws what is left of it without them.

        Args:
            needed: The lists it must have.

        Returns:
            The value, None where nothing is left; the flaws; and the rest that was read.

        Raises:
            DocumentUnsound: The text is no such document at all.
        """
        from loyalpos.engine.mending import Rest  # noqa: PLC0415 - the till reads only what it wrote

        try:
            document, flaws = _parsed(text)
            rest = Rest(self._body(document), needed)
            for at_first in (True, *(False,) * _MOST_ROUNDS):
                try:
                    return forms.read(rest.body, form), tuple(flaws), rest
                except Misfit as misfit:
                    found = list(misfit.under("$"))
                    # What is found later comes of what was left out.
                    flaws += found if at_first else ()
                    if not rest.leave_out(path for path, _ in found):
                        break
        except RecursionError as error:
            raise DocumentUnsound("$", Flaw.TOO_DEEP) from error
        return None, tuple(flaws), rest

    def write(self, value: object, forms: Forms) -> str:
        """Write a value as a document; the same value gives the same text."""
        body = forms.write(value)
        document = {"format": self.format, "version": self.versions[-1], **body}
        return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _parsed(text: str) -> tuple[object, list[tuple[str, Flaw]]]:
    """Take a text for JSON, and say which names stand twice."""
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise DocumentUnsound(f"$ (line {error.lineno}, column {error.colno})", Flaw.NOT_JSON) from error
    except ValueError as error:
        raise DocumentUnsound("$", Flaw.NOT_JSON) from error
    return document, [(path, Flaw.REPEATED) for path in _repeated(document, "$")]


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
    unknown: type[Struct] | None = None


def text_of(stored: bytes, most_bytes: int = MOST_BYTES) -> str:
    """Read the bytes of a document's file, with or without a mark at its beginning.

    Raises:
        DocumentUnsound: They are no text in UTF-8, or too many.
    """
    if len(stored) > most_bytes:
        raise DocumentUnsound("$", Flaw.TOO_LARGE)
    try:
        return stored.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentUnsound("$", Flaw.NOT_JSON) from error


def strict_forms(unions: Collection[Tagged], readers: Mapping[Any, Read] | None = None) -> Forms:
    """Say how values are read that are taken for nothing but what they are.

    Args:
        readers: Of values that one kind of document writes in a way of its own.
    """
    plain: dict[Any, Callable[..., Any]] = {
        int: _exactly(int, Flaw.NOT_WHOLE),
        bool: _exactly(bool, Flaw.NOT_YES_NO),
        str: _read_text,
        date: _read_date,
        datetime: _read_instant,
        StrEnum: _read_choice,
    }
    writers: dict[type, Write] = {
        StrEnum: lambda value: value.value,
        date: date.isoformat,
        datetime: datetime.isoformat,
    }
    forms = Forms({**plain, **(readers or {})}, writers, strict=True)
    for tagged in unions:
        _tell_apart(forms, tagged)
    return forms


def _tell_apart(forms: Forms, tagged: Tagged) -> None:
    """Read and write a union by ``kind``."""
    known = {kind: form for form, kind in tagged.kinds.items()}
    unknown = tagged.unknown
    named = () if unknown is None else tuple(name for name in unknown.__struct_fields__ if name != "rest")

    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise Misfit(Flaw.NOT_OBJECT)
        found = dict(value)
        if "kind" not in found:
            raise Misfit(Flaw.MISSING, ".kind")
        kind = found.pop("kind")
        if type(kind) is not str:
            raise Misfit(Flaw.NOT_TEXT, ".kind")
        form = known.get(kind)
        if form is not None:
            return forms.read(found, form)
        if unknown is None:
            raise Misfit(Flaw.NOT_CHOICE, ".kind")
        own = {name: found.pop(name) for name in named if name in found}
        return forms.read({**own, "kind": kind, "rest": _kept(found)}, unknown)

    def write(value: object, written: dict[str, Any]) -> dict[str, Any]:
        form = type(value)
        if form is unknown:
            rest = json.loads(written.pop("rest", "{}"))
            return {"kind": written.pop("kind"), **written, **rest}
        # What is its own comes before what all its siblings have.
        order = [name for name in ("id", "name", *form.__annotations__) if name in written]
        return {"kind": tagged.kinds[form], **{name: written[name] for name in order}, **written}

    forms.tell_apart(tagged.union, read, write)


def _kept(rest: Mapping[str, object]) -> str:
    """Keep what an object of an unknown kind says besides, to be written again as it was."""
    if not rest:
        return ""
    try:
        text = json.dumps(rest, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise Misfit(Flaw.NOT_WHOLE) from error  # 1e999 is more than any number
    return _read_text(text)


def _no_number(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Build an object, and note names that are there twice: readers differ on which one counts."""
    result = dict(pairs)
    return result if len(result) == len(pairs) else _Repeating(pairs)


class _Repeating(dict[str, object]):
    """An object in which names stand twice; where it stands is not known while it is read."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.twice = [name for name in self if names.count(name) > 1]


def _repeated(found: object, path: str) -> Iterator[str]:
    """Name the places where a name stands for the second time."""
    if isinstance(found, _Repeating):
        yield from (f"{path}.{name}" for name in found.twice)
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _repeated(value, f"{path}.{name}")
    elif isinstance(found, list):
        for at, value in enumerate(found):
            yield from _repeated(value, f"{path}[{at}]")


def refuse(flaws: Iterable[tuple[str, Flaw]]) -> None:
    """Refuse a document for its flaws, if there are any; of very many the first ones are told.

    Raises:
        DocumentUnsound: There are some.
    """
    found = tuple(islice(flaws, MOST_FLAWS))
    if found:
        raise DocumentUnsound(*found[0], found[1:])


def _exactly(form: type[T], flaw: Flaw) -> Callable[[object], T]:
    def read(value: object) -> T:
        # Not isinstance: True is an int to Python, and no number to anyone else.
        if type(value) is not form:
            raise Misfit(flaw)
        return value

    return read


def _read_text(value: object) -> str:
    text = _exactly(str, Flaw.NOT_TEXT)(value)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Misfit(Flaw.NOT_TEXT)  # half a letter: JSON can spell it, no file can hold it
    return text


def _read_date(value: object) -> date:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise Misfit(Flaw.NOT_DATE)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_DATE) from error


def _read_instant(value: object) -> datetime:
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise Misfit(Flaw.NOT_INSTANT)
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise Misfit(Flaw.NOT_INSTANT) from error


def _read_choice(form: type[StrEnum], value: object) -> StrEnum:
    if not isinstance(value, str) or value not in set(form):
        raise Misfit(Flaw.NOT_CHOICE)
    return form(value)
