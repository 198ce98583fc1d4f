"""Services that members redeemed are ticked off when they are done."""

from __future__ import annotations

import json
from uuid import UUID, uuid5

from loyalpos.engine.extras import ServiceDone
from loyalpos.errors import MemberGone, NothingToUndo, ServiceNotOpen
from loyalpos.services.attempts import standing_attempt, undone_id
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.services import open_services_of
from loyalpos.store.who_now import who_is_now

__all__ = ["Done"]


class Done:
    """Services done; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def tick(self, member: UUID, bill: UUID, reward: str) -> ServiceDone:
        """Tick a service off; ticked twice it is done once.

        Raises:
            ServiceNotOpen: The bill was returned, or had no such service.
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        with shop.file.work() as connection:
            person = member_by_id(connection, member)
            if person is None:
                raise MemberGone
            which, standing = standing_attempt(connection, lambda at: uuid5(bill, f"service:{reward}:{at}"))
            if standing is not None:
                return _done(standing, person.name, repeated=True)
            due = (one for one in open_services_of(connection, member) if one.bill == bill)
            service = next((one for one in due if one.reward == reward), None)
            if service is None:
                raise ServiceNotOpen
            today = shop.time.business_day(shop.now())
            appended = shop.write(
                connection,
                "service_done",
                {"member": member.hex, "bill": bill.hex, "reward": reward},
                {"today": today.isoformat(), "name": service.name},
                action=which,
            )
            return _done(appended.record, person.name)

    def undo_in(self, connection: Connection, done: UUID) -> None:
        """Let a service be still to do, inside a transaction that has more to write.

        Raises:
            NothingToUndo: It was not ticked off, or that was undone before.
        """
        record = find_record(connection, done)
        if record is None or find_record(connection, undone_id(done)) is not None:
            raise NothingToUndo
        whose = who_is_now(connection, UUID(json.loads(record.body)["request"]["member"]))
        self._shop.write(
            connection,
            "service_done_undone",
            {"member": whose.hex, "undone": done.hex},
            action=undone_id(done),
        )


def _done(record: Record, name: str | None, *, repeated: bool = False) -> ServiceDone:
    body = json.loads(record.body)
    return ServiceDone(record.id, UUID(body["request"]["member"]), name, body["outcome"]["name"], repeated)
