"""Values read from JSON and written to it, by the forms that their fields are annotated with.

A form is a class of ours, a plain type, a choice, ``tuple[X, ...]``, ``Mapping[K, V]``, ``X | None``, or a
union whose members are told apart by a word. What a class of ours holds by default is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from loyalpos.engine.flaws import Flaw

__all__ = ["Forms", "Misfit", "Read", "Write"]

T = TypeVar("T")
Read = Callable[[Any], Any]
Write = Callable[[Any], Any]
Tell = Callable[[Any, dict[str, Any]], dict[str, Any]]


class Misfit(ValueError):
    """A value is not of the form its place asks for.

    Attributes:
        flaws: What is wrong, each with the path that leads to it from that place.
    """

    def __init__(self, flaw: Flaw, at: str = "") -> None:
        super().__init__(flaw, at)
        self.flaws: tuple[tuple[str, Flaw], ...] = ((at, flaw),)

    @classmethod
    def of(cls, flaws: Iterable[tuple[str, Flaw]]) -> Misfit:
        """Bring several flaws together."""
        found = tuple(flaws)
        misfit = cls(found[0][1], found[0][0])
        misfit.flaws = found
        return misfit

    def under(self, place: str) -> Iterable[tuple[str, Flaw]]:
        """Give the flaws with the paths that lead to them from further out."""
        return ((place + at, flaw) for at, flaw in self.flaws)


class Forms:
    """What one kind of file says about values: how plain ones are written, and how strictly it is read."""

    def __init__(
        self, readers: Mapping[Any, Callable[..., Any]], writers: Mapping[type, Write], *, strict: bool
    ) -> None:
        """Take what plain values are.

        Args:
            readers: By type; ``StrEnum`` stands for all choices, and is given the choice's class first.
            writers: By type, of values that JSON does not know.
            strict: Whether a field that no class knows is a flaw.
        """
        self._strict = strict
        self._own_readers = dict(readers)
        self._unions: dict[frozenset[object], Read] = {}
        self._tags: dict[type, Tell] = {}
        self._own_writers: dict[type, Write] = {
            **dict.fromkeys((NoneType, bool, int, str), _as_it_is),
            **writers,
        }
        # By the form itself; what is a class is found a hundred times faster than by its looks.
        self._readers: dict[Any, Read] = {}
        self._writers: dict[type, Write] = {}

    def read(self, stored: object, form: type[T]) -> T:
        """Read a value.

        Raises:
            Misfit: The stored value has another form, and these forms are strict.
        """
        found: T = self.reader(form)(stored)
        return found

    def write(self, value: object) -> Any:
        """Write a value as what JSON can hold."""
        kind = type(value)
        writer = self._writers.get(kind)
        if writer is None:
            writer = self._writers[kind] = self._new_writer(kind)
        return writer(value)

    def tell_apart(self, union: object, read: Read, write: Tell) -> None:
        """Say how the members of a union are read and written.

        Args:
            union: As the fields are annotated with it.
            read: Reads any of them.
            write: Is given a member and its fields as they are written, and gives the whole object.
        """
        self._unions[frozenset(get_args(union))] = read
        self._tags.update(dict.fromkeys(get_args(union), write))

    def reader(self, form: Any) -> Read:
        """Give what reads values of a form.

        Raises:
            TypeError: Nobody has said how such a form is read: a bug.
        """
        reader = self._readers.get(form)
        if reader is None:
            reader = self._readers[form] = self._new_reader(form)
        return reader

    def _new_reader(self, form: Any) -> Read:
        if form in self._own_readers:
            own: Read = self._own_readers[form]
            return own
        if isinstance(form, NewType):
            return self.reader(form.__supertype__)
        if isinstance(form, type):
            if issubclass(form, Struct):
                return self._object_reader(form)
            if issubclass(form, StrEnum):
                return _partly(self._own_readers[StrEnum], form)
        origin, args = get_origin(form), get_args(form)
        if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
            return self._list_reader(args[0])
        if origin is tuple:
            return self._row_reader(args)
        if origin is frozenset:
            each = self._list_reader(args[0])
            return lambda stored: frozenset(each(stored))
        if origin is Mapping:
            return self._map_reader(*args)
        if origin in (Union, UnionType):
            return self._union_reader(frozenset(args))
        raise TypeError(f"nobody has said how {form} is read")

    def _object_reader(self, form: type[Struct]) -> Read:
        # Looked up at the first value: a class may hold others of its kind.
        told = cache(lambda: tuple((one.name, self.reader(one.type), one.required) for one in fields(form)))
        if not self._strict:

            def read(stored: Any) -> object:
                return form(**{name: own(stored[name]) for name, own, _ in told() if name in stored})

            return read

        known = frozenset(form.__struct_fields__)

        def read_strictly(stored: Any) -> object:
            if not isinstance(stored, dict):
                raise Misfit(Flaw.NOT_OBJECT)
            found: dict[str, object] = {}
            flaws: list[tuple[str, Flaw]] = []
            for name, own, required in told():
                if name in stored:
                    try:
                        found[name] = own(stored[name])
                    except Misfit as misfit:
                        flaws.extend(misfit.under(f".{name}"))
                elif required:
                    flaws.append((f".{name}", Flaw.MISSING))
            flaws.extend((f".{name}", Flaw.UNEXPECTED) for name in sorted(stored.keys() - known))
            if flaws:
                raise Misfit.of(flaws)
            return form(**found)

        return read_strictly

    def _list_reader(self, form: Any) -> Read:
        own = self.reader(form)

        def read(stored: Any) -> tuple[object, ...]:
            if not isinstance(stored, list | tuple):
                raise Misfit(Flaw.NOT_LIST)
            try:
                return tuple([own(one) for one in stored])
            except Misfit:
                raise Misfit.of(_flaws_in_each(own, stored)) from None

        return read

    def _row_reader(self, forms: tuple[Any, ...]) -> Read:
        own = tuple(self.reader(form) for form in forms)
        return lambda stored: tuple(read(one) for read, one in zip(own, stored, strict=True))

    def _map_reader(self, key_form: Any, form: Any) -> Read:
        key, own = self.reader(key_form), self.reader(form)

        def read(stored: Any) -> dict[object, object]:
            if not isinstance(stored, dict):
                raise Misfit(Flaw.NOT_OBJECT)
            found: dict[object, object] = {}
            for name, one in stored.items():
                try:
                    found[key(name)] = own(one)
                except Misfit as misfit:
                    raise Misfit.of(misfit.under(f".{name}")) from None
            return found

        return read

    def _union_reader(self, forms: frozenset[Any]) -> Read:
        some = forms - {NoneType}
        if some in self._unions:
            own = self._unions[some]
        elif len(some) == 1:
            (form,) = some
            own = self.reader(form)
        else:
            raise TypeError(f"nobody has said how {forms} are told apart")
        if NoneType not in forms:
            return own
        return lambda stored: None if stored is None else own(stored)

    def _new_writer(self, kind: type) -> Write:
        for base in kind.__mro__:
            if base in self._own_writers:
                return self._own_writers[base]
        if issubclass(kind, Struct):
            return self._object_writer(kind)
        if issubclass(kind, tuple | list | frozenset):
            return lambda value: [self.write(one) for one in value]
        if issubclass(kind, Mapping):
            return lambda value: {self.write(key): self.write(one) for key, one in value.items()}
        raise TypeError(f"nobody has said how {kind} is written")

    def _object_writer(self, kind: type[Struct]) -> Write:
        defaults = tuple((one.name, _default(one)) for one in fields(kind))
        tag = self._tags.get(kind)

        def write(value: Any) -> dict[str, Any]:
            written: dict[str, Any] = {}
            for name, default in defaults:
                own = getattr(value, name)
                if own != default:
                    written[name] = self.write(own)
            return written if tag is None else tag(value, written)

        return write


def _flaws_in_each(own: Read, stored: Iterable[Any]) -> Iterable[tuple[str, Flaw]]:
    for place, one in enumerate(stored):
        try:
            own(one)
        except Misfit as misfit:
            yield from misfit.under(f"[{place}]")


def _partly(read: Callable[[Any, Any], Any], form: type) -> Read:
    return lambda stored: read(form, stored)


def _default(field: FieldInfo) -> object:
    """Give what a field holds when nothing is said; NODEFAULT, which nothing equals, where it must be."""
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def _as_it_is(value: object) -> object:
    return value
