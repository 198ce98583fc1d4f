"""The parts of the program's page, in the order in which they stand."""

from __future__ import annotations

from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.counting_panel import CountingPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel

__all__ = ["program_panels"]


def program_panels() -> tuple[ProgramPanel, ...]:
    """Make every panel; a further one is a line here and nothing in the page."""
    return (
        EarningPanel(whole=True),
        CountingPanel(),
        TiersPanel(),
        RewardsPanel(),
        BlackoutsPanel(),
        BudgetsPanel(),
    )
