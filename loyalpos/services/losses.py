"""Books that lack what was acknowledged: who may go on without it, and that somebody did."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from loyalpos.engine.staff import Person, Right
from loyalpos.engine.times import to_ms
from loyalpos.errors import ActsMissing, FileDamaged, NotAllowed, ReasonMissing
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.services.staff import Staff
from loyalpos.store.check import file_problems
from loyalpos.store.connecting import looking
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import begin_life
from loyalpos.store.staff import staff_of
from loyalpos.store.surroundings import translated
from loyalpos.store.witness import lives_of

__all__ = ["go_on_without", "who_may_go_on"]


def who_may_go_on(path: Path, key: bytes) -> tuple[Person, ...]:
    """Name who may agree to go on; nobody is asked where nobody has a PIN, and then it is empty.

    Raises:
        Unavailable: The file cannot be read.
    """
    # Whoever has a file open for writing brings its log in: nothing is touched before it is decided.
    with translated(path), looking(path, key, "read") as connection:
        return tuple(one for one in staff_of(connection) if one.has_pin and one.may(Right.RESTORE))


def go_on_without(
    path: Path,
    key: bytes,
    outside: Outside,
    *,
    reason: str,
    by: tuple[UUID, str] | None = None,
    who: str = "",
    till: str = "1",
) -> None:
    """Take what the books have for all there is; the file, which is closed, begins a new life with that.

    A file that lacks nothing any more stays as it is.

    Args:
        reason: Why, in the words of whoever decides.
        by: Who decides, and their PIN, where the shop has PINs.

    Raises:
        ReasonMissing: Nobody said why.
        NotAllowed: They may not, or nobody said who they are.
        Refusal: The PIN is not theirs.
        FileDamaged: What is there is not sound either.
        Unavailable: The file cannot be read or written.
    """
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing
    file = ShopFile.open(path, key, lacking=True)
    lacks = file.lacks
    if lacks is None:
        file.close()
        return
    shop = Shop(file, outside, who=who, till=till)
    try:
        _agree(shop, lacks, said, by)
    finally:
        shop.close()


def _agree(shop: Shop, lacks: ActsMissing, reason: str, by: tuple[UUID, str] | None) -> None:
    approval = None
    if shop.asks_who:
        if by is None:
            raise NotAllowed(Right.RESTORE)
        approval = Staff(shop).approve(*by, Right.RESTORE)
    found = file_problems(shop.file)
    if found:
        raise FileDamaged(shop.file.path, found[0])
    with shop.approved(approval), shop.file.work() as connection:
        shop.demand(Right.RESTORE)
        now_ms = to_ms(shop.outside.now())
        if lacks.origin not in lives_of(connection.driver):
            # It was a life of this file, and what it wrote is gone: that is known from now on.
            begin_life(connection, lacks.origin, now_ms)
        # What was lost may stand in another file yet: its numbers are not given a second time.
        begin_life(connection, shop.outside.random_bytes(16), now_ms)
        shop.write(
            connection,
            "loss_accepted",
            {
                "since_ms": None if lacks.since is None else to_ms(lacks.since),
                "until_ms": to_ms(lacks.until),
                "records": lacks.records,
                "origin": lacks.origin.hex(),
                "seq": lacks.seq,
            },
            private={"reason": reason},
        )
