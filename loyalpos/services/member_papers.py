"""Papers in the program's own folders that are called after a member: cards, statements, my data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from loyalpos.engine.names import search_key
from loyalpos.services.till import Till
from loyalpos.store.surroundings import on_disk

__all__ = ["papers_called_after"]


def papers_called_after(till: Till, member: UUID, folders: Sequence[Path]) -> tuple[Path, ...]:
    """Find the files of some folders whose name has the member's name, or the end of a card, in it.

    Where somebody else has the same name, only what ends like one of this member's cards is meant.

    Raises:
        MemberGone: There is no such member any more.
        Unavailable: A folder cannot be read.
    """
    person = till.members.member(member)
    name = "" if person.name is None else search_key(person.name)
    same = () if person.name is None else till.members.find(person.name)
    is_only = all(one.id == member for one in same if one.name and search_key(one.name) == name)
    ends = tuple(code.code[-4:] for code in till.cards.of_member(member))
    found = []
    for folder in folders:
        with on_disk(folder):
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                stem = search_key(path.stem)
                named = bool(name) and name in stem
                carded = any(stem.endswith(f" {end}") for end in ends)
                is_theirs = (named and (is_only or carded)) or member.hex in path.stem
                if is_theirs and path.is_file():
                    found.append(path)
    return tuple(found)
