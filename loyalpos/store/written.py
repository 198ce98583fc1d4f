"""A record as the projections read it: parsed once, with typed access to what it carries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Entry
from loyalpos.engine.times import to_ms

__all__ = ["Written"]


class Written(Struct, frozen=True):
    """The id, time, person and three parts of a record: what was asked, what came of it, private."""

    id: UUID
    at: datetime
    who: str
    till: str
    request: Mapping[str, Any]
    outcome: Mapping[str, Any]
    private: Mapping[str, Any]

    @property
    def at_ms(self) -> int:
        """When it was recorded, in milliseconds."""
        return to_ms(self.at)

    @property
    def member(self) -> UUID:
        """The member the request is about.

        Raises:
            KeyError: The request is about no member.
        """
        return UUID(self.request["member"])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The ledger entries of the outcome, in order."""
        return from_json(self.outcome.get("entries", ()), tuple[Entry, ...])
