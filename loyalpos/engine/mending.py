"""A document without its flawed parts, so that one flaw does not hide what is wrong elsewhere.

The element of a list in which a flaw stands is left out, or the field where it stands in no list. What is
then found in the rest is told with the places of the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

__all__ = ["Rest"]

_STEP: Final = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")
_AT: Final = re.compile(r"([^\[]+)\[([0-9]+)\](.*)", re.DOTALL)


class Rest:
    """What is left of a document's body.

    Attributes:
        body: The rest itself.
        ids: What the elements that were left out were called, where that could be read.
        is_whole: Whether nothing was left out.
    """

    def __init__(self, body: dict[str, Any], needed: tuple[str, ...]) -> None:
        """Begin with everything.

        Args:
            needed: Lists a document must have; they are left empty where they cannot be read.
        """
        self.body = dict(body)
        self.ids: set[str] = set()
        self.is_whole = True
        self._needed = needed
        self._places: dict[str, list[int]] = {}

    def leave_out(self, paths: Iterable[str]) -> bool:
        """Leave out what paths lead to; False where that would be all."""
        elements: dict[str, set[int]] = {}
        for path in paths:
            found = _AT.fullmatch(path)
            if found is not None and isinstance(self._at(found[1]), list):
                elements.setdefault(found[1], set()).add(int(found[2]))
            elif not self._drop_field(path):
                return False
        for path, places in elements.items():
            self._drop_elements(path, places)
        self.is_whole = False
        return True

    def whole_path(self, path: str) -> str:
        """Say where a place of the rest stands in the whole document."""
        found = _AT.fullmatch(path)
        if found is None or found[1] not in self._places:
            return path
        return f"{found[1]}[{self._places[found[1]][int(found[2])]}]{found[3]}"

    def _at(self, path: str) -> Any:
        found: Any = self.body
        for name, _ in _STEP.findall(path):
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def _drop_field(self, path: str) -> bool:
        """Leave a field out, or what it is missing in."""
        names = [name for name, _ in _STEP.findall(path)]
        if not names:
            return False
        if len(names) == 1 and names[0] in self._needed and self.body.get(names[0]) != []:
            self.body[names[0]] = []
            return True
        # Also what stands around it is made anew: the document was read from outside.
        trail = [self.body]
        for name in names[:-1]:
            below = trail[-1].get(name)
            if not isinstance(below, dict):
                break
            trail[-1][name] = dict(below)
            trail.append(trail[-1][name])
        for name, around in reversed(list(zip(names, trail, strict=False))):
            if name in around:
                del around[name]
                return True
        return False

    def _drop_elements(self, path: str, places: set[int]) -> None:
        elements = self._at(path)
        held = self._places.setdefault(path, list(range(len(elements))))
        for one in (elements[place] for place in places if place < len(elements)):
            name = one.get("id") if isinstance(one, dict) else None
            if isinstance(name, str):
                self.ids.add(name)
        left = [place for place in range(len(elements)) if place not in places]
        self._places[path] = [held[place] for place in left]
        names = [name for name, _ in _STEP.findall(path)]
        around: dict[str, Any] = self.body
        for name in names[:-1]:
            around[name] = dict(around[name])
            around = around[name]
        around[names[-1]] = [elements[place] for place in left]
