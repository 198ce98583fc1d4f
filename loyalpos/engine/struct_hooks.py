"""How cattrs reads and writes our values: their fields by name, those that hold their default left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
)
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

__all__ = ["is_struct", "read_leniently", "read_strictly", "write_without_defaults"]

_Read = Callable[[Any, type], object]


def is_struct(form: object) -> bool:
    """Tell whether something is a class of our values."""
    return isinstance(form, type) and issubclass(form, Struct)


def write_without_defaults(form: type[Struct], converter: Converter) -> Callable[[Any], dict[str, object]]:
    """Make what writes a value of a class as an object."""

    @cache
    def told() -> tuple[tuple[str, object, Callable[[object], object]], ...]:
        return tuple(
            (one.name, _default(one), converter.get_unstructure_hook(one.type)) for one in fields(form)
        )

    def write(value: Any) -> dict[str, object]:
        held = ((name, getattr(value, name), default, written) for name, default, written in told())
        return {name: written(own) for name, own, default, written in held if own != default}

    return write


def read_leniently(form: type[Struct], converter: Converter) -> _Read:
    """Make what reads a value of a class; what it does not know is passed over."""
    told = cache(lambda: _readers(form, converter))

    def read(stored: Any, _: type) -> object:
        return form(**{name: own(stored[name], of) for name, of, own, _ in told() if name in stored})

    return read


def read_strictly(form: type[Struct], converter: Converter) -> _Read:
    """Make what reads a value of a class and tells everything that is wrong, as cattrs does."""
    told = cache(lambda: _readers(form, converter))

    def read(stored: Mapping[str, Any], _: type) -> object:
        found: dict[str, object] = {}
        wrong: list[Exception] = []
        for name, of, own, required in told():
            try:
                if name in stored:
                    found[name] = own(stored[name], of)
                elif required:
                    raise KeyError(name)
            except (BaseValidationError, KeyError, ValueError) as error:
                error.__notes__ = [
                    *getattr(error, "__notes__", ()),
                    AttributeValidationNote(f"{form.__qualname__}.{name}", name, of),
                ]
                wrong.append(error)
        unknown = set(stored).difference(form.__struct_fields__)
        if unknown:
            wrong.append(ForbiddenExtraKeysError("", form, unknown))
        if wrong:
            raise ClassValidationError(f"While structuring {form.__qualname__}", wrong, form)
        return form(**found)

    return read


def _readers(
    form: type[Struct], converter: Converter
) -> tuple[tuple[str, Any, Callable[[Any, Any], object], bool], ...]:
    return tuple(
        (one.name, one.type, converter.get_structure_hook(one.type), one.required) for one in fields(form)
    )


def _default(field: FieldInfo) -> object:
    """Give what a field holds when nothing is said; NODEFAULT, which nothing equals, where it must be."""
    return field.default if field.default_factory is NODEFAULT else field.default_factory()
