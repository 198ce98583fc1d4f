"""Between two customers: the next card, number or name decides what happens."""

from __future__ import annotations

from loyalpos.engine.codes import CardCode, is_card
from loyalpos.ui.counter.screen import View
from loyalpos.ui.counter.steps import Step

__all__ = ["IdleStep"]


class IdleStep(Step):
    """Nobody stands at the counter."""

    def render(self) -> None:
        """Show that the counter is free."""
        screen = self.kit.screen
        screen.member.show_nobody()
        screen.show_view(View.IDLE)

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """One of our blank cards enrols; any other code is asked about."""
        if ours and is_card(code):
            self.routes.start_enrolment(card=CardCode(code))
        else:
            self.routes.start_link(code, ours=ours)

    def step_back(self) -> None:
        """Empty the box and go back to it."""
        self.kit.notices.clear()
        self.routes.go_idle()
