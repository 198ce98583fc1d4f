"""The parts of the program's page, in the order in which they stand."""

from __future__ import annotations

from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.causes_panel import CausesPanel
from loyalpos.ui.office.counting_panel import CountingPanel
from loyalpos.ui.office.draws_panel import DrawsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.partners_panel import PartnersPanel
from loyalpos.ui.office.plans_panel import PlansPanel
from loyalpos.ui.office.points_name_panel import PointsNamePanel
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.stamp_cards_panel import StampCardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel

__all__ = ["program_panels"]


def program_panels() -> tuple[ProgramPanel, ...]:
    """Make every panel; a further one is a line here and nothing in the page."""
    return (
        EarningPanel(whole=True),
        CountingPanel(),
        TiersPanel(),
        RewardsPanel(),
        StampCardsPanel(),
        VouchersPanel(),
        MembershipsPanel(),
        GiftsPanel(),
        ReferralPanel(),
        BlackoutsPanel(),
        BudgetsPanel(),
        DrawsPanel(),
        CausesPanel(),
        PartnersPanel(),
        PlansPanel(),
        PointsNamePanel(),
    )
