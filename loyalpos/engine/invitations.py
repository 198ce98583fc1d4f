"""The message a member sends to friends: the owner's words, with places that are filled for each member."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

__all__ = ["LONGEST_INVITATION", "filled", "strange_places"]

LONGEST_INVITATION: Final = 600

_PLACE = re.compile(r"\{([^{}\n]*)\}")


def filled(words: str, values: Mapping[str, str]) -> str:
    """Fill the places of a message.

    Args:
        words: Lines with places, each a name in braces.
        values: What each known place says. A line with a place that has nothing to say is left out;
            an unknown place stays as it was typed.
    """
    lines = [_line(line, values) for line in words.strip().splitlines()]
    return "\n".join(line for line in lines if line is not None)


def strange_places(words: str, known: Collection[str]) -> tuple[str, ...]:
    """List the places of a message nobody knows, as typed, each once."""
    return tuple(dict.fromkeys(name for name in _PLACE.findall(words) if name.strip() not in known))


def _line(line: str, values: Mapping[str, str]) -> str | None:
    names = [name.strip() for name in _PLACE.findall(line)]
    if any(name in values and not values[name] for name in names):
        return None
    return _PLACE.sub(lambda place: values.get(place[1].strip(), place[0]), line).rstrip()
