"""Segment tags: the owner's groups of members, which rules and rewards may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from loyalpos.engine.members import Candidate
from loyalpos.engine.names import search_key
from loyalpos.engine.tags import TagInUse, as_worn, tags_asked
from loyalpos.errors import MemberGone
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.groups import wearers
from loyalpos.store.members import member_by_id
from loyalpos.store.tags import tags_in_use, tags_of

__all__ = ["Tags"]


class Tags:
    """Tags of members; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> tuple[str, ...]:
        """List the tags a member wears."""
        with self._shop.file.read() as connection:
            return tags_of(connection, member)

    def in_use(self) -> tuple[TagInUse, ...]:
        """List the tags members wear or the program asks for, in the order of the alphabet."""
        with self._shop.file.read() as connection:
            return self._in_use(connection)

    def wearers(self, tag: str, most: int = 200) -> tuple[Candidate, ...]:
        """List members who wear a tag, the last seen first."""
        with self._shop.file.read() as connection:
            return wearers(connection, tag, most)

    def change(self, members: Sequence[UUID], *, on: Sequence[str] = (), off: Sequence[str] = ()) -> int:
        """Put tags on members and take others off.

        Args:
            on: Tags as :func:`~loyalpos.engine.tags.clean_tag` gives them; one that is worn already in
                another spelling of small and capital letters is spelled so.

        Returns:
            How many members wear something else than before.

        Raises:
            MemberGone: One of them is no longer there.
        """
        with self._shop.file.work() as connection:
            known = [one.tag for one in self._in_use(connection)]
            put = list(dict.fromkeys(as_worn(tag, known) for tag in on))
            changed: list[UUID] = []
            for member in members:
                if member_by_id(connection, member) is None:
                    raise MemberGone
                worn = set(tags_of(connection, member))
                if (worn | set(put)) - set(off) != worn:
                    changed.append(member)
            if changed:
                self._shop.write(
                    connection,
                    "tags_changed",
                    {
                        "members": [member.hex for member in changed],
                        "on": [tag for tag in put if tag not in off],
                        "off": list(off),
                    },
                )
            return len(changed)

    def _in_use(self, connection: Connection) -> tuple[TagInUse, ...]:
        """List the tags; what the program asks for and nobody wears comes with nobody."""
        worn = {one.tag: one for one in tags_in_use(connection)}
        program = self._shop.program_on(self._shop.time.business_day(self._shop.now()))
        asked = {tag: TagInUse(tag, 0) for tag in tags_asked(program)}
        return tuple(sorted((asked | worn).values(), key=lambda one: (search_key(one.tag), one.tag)))
