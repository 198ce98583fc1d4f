"""A member's statement, read in one view of the books."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.acts import HistoryLine
from loyalpos.engine.earn_lines import EarnLine
from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.statements import Statement, StatementLine
from loyalpos.errors import MemberGone
from loyalpos.services.shop import Shop
from loyalpos.store import views
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.ledger import standing_of
from loyalpos.store.members import member_by_id

__all__ = ["Statements"]


class Statements:
    """Statements of members; nothing is written."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> Statement:
        """Tell everything that explains a member's balance now.

        Raises:
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        now = shop.now()
        with shop.file.read() as connection:
            person = member_by_id(connection, member)
            if person is None:
                raise MemberGone
            standing = standing_of(connection, member)
            account = shop.lives(now).dated(standing.account, standing.last_visit)
            history = views.history_of(connection, member)
            return Statement(
                person,
                now,
                account.balance,
                account.spendable(shop.alive_at(connection, now)),
                tuple(StatementLine(line, self._reasons(connection, line)) for line in history),
                account.lots,
                account.debt,
                shop.program_on(shop.time.business_day(now)).points_name,
            )

    def _reasons(self, connection: Connection, line: HistoryLine) -> tuple[EarnLine, ...]:
        """Read what the rules said of a bill; what is no bill's earning has no reasons beside its kind."""
        if line.kind != EntryKind.EARN or line.total_vnd is None or line.record is None:
            return ()
        record = find_record(connection, line.record)
        if record is None:
            return ()
        said = json.loads(record.body)["outcome"].get("lines", ())
        return from_json(said, tuple[EarnLine, ...])
