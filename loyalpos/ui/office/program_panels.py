"""The parts of the program's page, in the order in which they stand."""

from __future__ import annotations

from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.stamp_cards_panel import StampCardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel

__all__ = ["program_panels"]


def program_panels() -> tuple[ProgramPanel, ...]:
    """Make every panel; a further one is a line here and nothing in the page."""
    return (
        EarningPanel(whole=True),
        TiersPanel(),
        RewardsPanel(),
        StampCardsPanel(),
        VouchersPanel(),
        MembershipsPanel(),
        BlackoutsPanel(),
    )
