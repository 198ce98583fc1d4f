"""What else can be done for a member at the counter: paper cards swapped in, memberships sold and ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.brought import GiftGiven
from loyalpos.engine.memberships import Ended, Sold, end_early, is_over, sell
from loyalpos.engine.occasions import SurveyGift
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.part_paid import Owed
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.engine.vouchers import Presented

__all__ = [
    "EndOffer",
    "Extra",
    "HeldVouchers",
    "MembershipChanged",
    "PaymentOffer",
    "SaleOffer",
    "ServiceDone",
    "ServiceOffer",
    "StampsGiven",
    "SurveyAnswered",
    "SurveyOffer",
    "SwapOffer",
    "membership_offers",
]


class SwapOffer(Struct, frozen=True):
    """The stamps of an old paper card can come onto a card, once."""

    card: StampCard


class SaleOffer(Struct, frozen=True):
    """A membership can be sold, which would be ``sold``; it ``renews`` one that is not over."""

    sold: Sold
    renews: bool


class EndOffer(Struct, frozen=True):
    """A membership that is not over can be ended with this day."""

    ended: Ended


class ServiceOffer(Struct, frozen=True):
    """A service can be ticked off."""

    service: OpenService


class ServiceDone(Struct, frozen=True):
    """A service that is safely ticked off."""

    record: UUID
    member: UUID
    name: str | None
    service: str
    repeated: bool = False


class SurveyOffer(Struct, frozen=True):
    """A survey can be answered for a gift, which ``survey`` says."""

    survey: SurveyGift
    points_name: str


class PaymentOffer(Struct, frozen=True):
    """What is open of a bill can be paid.

    Attributes:
        action: The id of the payment.
        tenders: Those the rules of the bill's program ask for.
    """

    owed: Owed
    action: UUID
    tenders: tuple[str, ...] = ()


class SurveyAnswered(Struct, frozen=True):
    """A survey that was answered, with the ``gift`` that is safely the member's."""

    record: UUID
    member: UUID
    name: str | None
    gift: GiftGiven
    repeated: bool = False


Extra = SwapOffer | SaleOffer | EndOffer | ServiceOffer | SurveyOffer | PaymentOffer


class StampsGiven(Struct, frozen=True):
    """Stamps of an old paper card that are safely on a member's card."""

    record: UUID
    member: UUID
    name: str | None
    card: str
    stamps: int
    repeated: bool = False


class MembershipChanged(Struct, frozen=True):
    """A membership that was safely sold, or ended early.

    ``amount_vnd`` is what the customer pays, or what is handed back where it ``is_over`` early. The fee
    ``earned`` so many points, not all it would have where budgets, by name, ran ``short_of`` them.
    """

    record: UUID
    member: UUID
    name: str | None
    sold: Sold
    amount_vnd: int
    is_over: bool = False
    repeated: bool = False
    earned: int = 0
    short_of: tuple[str, ...] = ()


class HeldVouchers(Struct, frozen=True):
    """The vouchers a member may use, what ends first before, and the kinds that could be given by hand."""

    open: tuple[Presented, ...]
    kinds: tuple[VoucherKind, ...]


def membership_offers(
    program: Program, sold: Iterable[Sold], *, day: date, sale: Callable[[str], UUID]
) -> tuple[SaleOffer | EndOffer, ...]:
    """List what can be sold to a member, and what can be ended early, in that order.

    Args:
        sold: All that the member was sold.
        sale: Gives the id that the next sale of a membership, by its id, will have.
    """
    periods = tuple(sold)
    running = {one.membership for one in periods if not is_over(one, day)}
    sales: list[SaleOffer] = []
    for membership in program.memberships:
        offered = sell(program, membership, periods, sale=sale(membership.id), day=day)
        if isinstance(offered, Sold):
            sales.append(SaleOffer(offered, membership.id in running))
    ends = ((one, end_early(one, day)) for one in periods if not is_over(one, day))
    # What ends with today anyway, as one ended before, leaves nothing to end.
    return (*sales, *(EndOffer(ended) for one, ended in ends if ended.sold != one))
