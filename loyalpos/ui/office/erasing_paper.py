"""A member is erased, the papers called after them too, and a paper for them confirms it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.erasing import ErasedMember, ErasureReason, WouldLose
from loyalpos.errors import Unavailable
from loyalpos.printing.customer.erased import Confirmed, confirmation
from loyalpos.printing.listing import put_out_listing
from loyalpos.services.member_papers import papers_called_after
from loyalpos.services.till import Till
from loyalpos.settings import Folders

__all__ = ["Erased", "erase"]


class Erased(Struct, frozen=True):
    """What came of it.

    Attributes:
        papers: How many papers with the name were deleted.
        slip: The paper that confirms it; None where the disk did not take it: erased is erased.
    """

    at: datetime
    papers: int
    slip: Path | None


def erase(till: Till, member: UUID, reason: ErasureReason, folders: Folders) -> Erased:
    """Erase a member for good, and write down for them that it is done.

    Raises:
        Refusal: See :meth:`loyalpos.services.erasure.Erasures.erase`; nothing was done.
    """
    # They are found by the name, which is gone after it.
    papers = papers_called_after(till, member, (folders.cards, folders.data / "my-data"))
    lost = till.erasures.would_lose(member)
    erased = till.erasures.erase(member, reason, folders.backups)
    for paper in papers:
        paper.unlink(missing_ok=True)
    return Erased(erased.at, len(papers), _confirmed(till, lost, erased, folders.data / "erased"))


def _confirmed(till: Till, lost: WouldLose, erased: ErasedMember, folder: Path) -> Path | None:
    shop = till.shop
    at, number = shop.time.local(erased.at), erased.member.hex[:12]
    told = Confirmed(at, number, lost.points, lost.cards, lost.bills)
    path = folder / f"{at:%Y-%m-%d} {number}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        put_out_listing(confirmation(told, shop.description), path)
    except (OSError, Unavailable):
        return None
    return path
