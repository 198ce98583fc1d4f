"""What slips tell, read from the books: any act of any day can be printed, and printed again."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.acts import Act, ActKind, Desk
from loyalpos.engine.named_items import items_named
from loyalpos.engine.program import Program
from loyalpos.engine.slips import Slip
from loyalpos.errors import MemberGone
from loyalpos.services.counter import Counter
from loyalpos.services.shop import Shop
from loyalpos.store import days
from loyalpos.store.journal import find_record
from loyalpos.store.savings import saved_by
from loyalpos.store.views import act_of

__all__ = ["Slips"]


class Slips:
    """Slips of what was done; nothing is written."""

    def __init__(self, shop: Shop, counter: Counter) -> None:
        self._shop = shop
        self._counter = counter

    def slip(self, record: UUID) -> Slip | None:
        """Tell of an act of the day's list.

        Returns:
            None where there is no such act, or where it is of nobody's card.

        Raises:
            MemberGone: The member is no longer there.
        """
        with self._shop.file.read() as connection:
            line = days.line_of(connection, record)
            if line is None or line.member is None:
                return None
            act = act_of(connection, line)
            bill = self._counter.recorded(connection, record) if act.kind is ActKind.BILL else None
            refund_vnd: int | None = None
            open_vnd = 0
            if act.kind in (ActKind.RETURN, ActKind.PAYMENT):
                written = find_record(connection, record)
                assert written is not None, "what stands in the day's list was recorded"
                came = json.loads(written.body)["outcome"]
                refund_vnd, open_vnd = came.get("refund_vnd"), came.get("open_vnd", 0)
            saved_vnd = saved_by(connection, line.member)
        # The member as he stands when it is printed is a look of its own.
        desk = self._desk(act)
        return Slip(
            act, desk, self._shop.now(), bill, refund_vnd, self._items(desk.program), saved_vnd, open_vnd
        )

    def last(self) -> UUID | None:
        """Name the newest act of today at this till that a slip can tell of, undone or not."""
        today = self._shop.time.business_day(self._shop.now()).isoformat()
        with self._shop.file.read() as connection:
            for line in days.day_lines(connection, today, 200):
                if line.member is not None and line.till == self._shop.till and line.kind != ActKind.GIFT:
                    return line.record
        return None

    def _items(self, program: Program) -> dict[str, str]:
        named = items_named(program)
        if not named:
            return {}
        from loyalpos.store.items import item_by_id  # noqa: PLC0415 - few programs name any

        with self._shop.file.read() as connection:
            found = (item_by_id(connection, one) for one in sorted(named))
            return {item.id: item.name for item in found if item is not None}

    def _desk(self, act: Act) -> Desk:
        if act.member is None:
            raise MemberGone
        return self._counter.desk(act.member)
