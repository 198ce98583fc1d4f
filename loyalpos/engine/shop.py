"""What a shop says of itself."""

from __future__ import annotations

from msgspec import Struct

from loyalpos.engine.bills import NumberingPeriod
from loyalpos.engine.card_design import CardDesign
from loyalpos.engine.goals import Goal
from loyalpos.engine.retention import RetentionRules
from loyalpos.engine.staff import StaffRules
from loyalpos.engine.times import ShopTime
from loyalpos.engine.watch import Watch

__all__ = ["ShopDescription"]


class ShopDescription(Struct, frozen=True):
    """The shop's name and habits, the same on every screen and card.

    ``thousands``: one to four typed digits are thousands of đồng. ``contact`` is the line on the
    card: address and telephone. ``bill_lines``: the counter asks which items are in a bill.
    ``join`` is what customers scan on the poster to reach the shop: a link, Zalo or a telephone number.
    ``goals`` are what the owner wants a month to bring. ``invitation_vi`` and ``invitation_en`` are the words
    members send to friends, with places; ``""`` is the usual ones. ``asks_source``: nobody joins at the
    counter before it was said how they heard of the shop. ``slip_terms`` and
    ``slip_greeting`` stand at the end of every slip. ``card`` is how the members' cards look. ``reminders``
    are what the counter reminds of at every bill. ``staff`` is what the people at the till may do alone,
    ``watch`` what the owner looks at once more, ``retention`` how long members are kept who stay away.
    """

    name: str
    contact: str = ""
    brand: str = "#0f6e5f"
    zone: str = "Asia/Ho_Chi_Minh"
    closing_hour: int = 0
    numbering: NumberingPeriod = NumberingPeriod.DAY
    thousands: bool = True
    bill_lines: bool = False
    join: str = ""
    goals: tuple[Goal, ...] = ()
    invitation_vi: str = ""
    invitation_en: str = ""
    asks_source: bool = False
    card: CardDesign = CardDesign()
    slip_terms: str = ""
    slip_greeting: str = ""
    reminders: tuple[str, ...] = ()
    staff: StaffRules = StaffRules()
    watch: Watch = Watch()
    retention: RetentionRules = RetentionRules()

    @property
    def time(self) -> ShopTime:
        """The shop's clock."""
        return ShopTime(self.zone, self.closing_hour)
