"""Services that members have redeemed and nobody has done yet."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import ServiceReward

__all__ = ["OpenService", "gives_services"]


class OpenService(Struct, frozen=True):
    """A service a member redeemed, which somebody must still do.

    Attributes:
        bill: The bill it was redeemed in.
        reward: The reward, by id.
        name: What it is called, as it was redeemed.
        day: The business day of the bill.
    """

    bill: UUID
    reward: str
    name: str
    day: date


def gives_services(program: Program) -> bool:
    """Tell whether a program has services among its rewards."""
    return any(isinstance(reward, ServiceReward) for reward in program.rewards)
