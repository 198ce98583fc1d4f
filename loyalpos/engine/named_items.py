"""The items of the catalogue that a program names by their ids."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from loyalpos.engine.conditions import Match
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import ItemReward
from loyalpos.engine.side_programs import MemberPrice

__all__ = ["items_named"]


def items_named(program: Program) -> frozenset[str]:
    """Gather the ids of the items that rules, rewards and memberships of a program name."""
    return frozenset(_named(program))


def _named(thing: object) -> Iterator[str]:
    match thing:
        case Match():
            yield from thing.items
        case ItemReward() | MemberPrice():
            yield thing.item
    if isinstance(thing, Struct):
        for field in fields(thing):
            yield from _named(getattr(thing, field.name))
    elif isinstance(thing, tuple | frozenset | list):
        for one in thing:
            yield from _named(one)
