"""What redeemed rewards bring beside the bill – vouchers, tickets, donations, codes."""

from __future__ import annotations

from msgspec import Struct

from loyalpos.engine.bills import Redemption
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    DonationReward,
    PartnerReward,
    ServiceReward,
    TicketReward,
    VoucherReward,
)

__all__ = ["BroughtByRewards", "brought_by"]


class BroughtByRewards(Struct, frozen=True):
    """What the redemptions of one bill bring; each names its reward where an earning names its rule.

    Attributes:
        vouchers: Vouchers to be given, by the id of their kind.
        tickets: Tickets, by the id of the draw.
        donated: Points given, by the id of the cause.
        codes: Codes to be given, by the id of the partner.
        services: The ids of rewards that somebody must still do, and tick off.
    """

    vouchers: tuple[UnitsGiven, ...] = ()
    tickets: tuple[UnitsGiven, ...] = ()
    donated: tuple[UnitsGiven, ...] = ()
    codes: tuple[UnitsGiven, ...] = ()
    services: tuple[str, ...] = ()


def brought_by(program: Program, redemptions: tuple[Redemption, ...]) -> BroughtByRewards:
    """Say what redemptions bring beside the bill; a whole return takes all of it back.

    Args:
        program: The revision they were priced under.
    """
    vouchers: list[UnitsGiven] = []
    tickets: list[UnitsGiven] = []
    donated: list[UnitsGiven] = []
    codes: list[UnitsGiven] = []
    services: list[str] = []
    for redemption in redemptions:
        reward = program.reward(redemption.reward)
        match reward:
            case VoucherReward():
                vouchers.append(UnitsGiven(reward.id, reward.voucher, 1))
            case TicketReward():
                tickets.append(UnitsGiven(reward.id, reward.draw, reward.tickets))
            case DonationReward():
                donated.append(UnitsGiven(reward.id, reward.cause, _donated(reward, redemption)))
            case PartnerReward():
                codes.append(UnitsGiven(reward.id, reward.partner, 1))
            case ServiceReward():
                services.append(reward.id)
            case _:
                pass
    return BroughtByRewards(tuple(vouchers), tuple(tickets), tuple(donated), tuple(codes), tuple(services))


def _donated(reward: DonationReward, redemption: Redemption) -> int:
    """Say what the cause is given: what the member spent, or the whole price for a full stamp card."""
    return reward.points if redemption.card else redemption.points
