"""A customer asks about returns, warranty or the program: the cashier looks it up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.language import screen_language

if TYPE_CHECKING:
    from loyalpos.printing.customer.program import Section
    from loyalpos.services.till import Till
    from loyalpos.ui.counter.terms_panel import TermsPanel

__all__ = ["LookUpStep"]


class LookUpStep(Step):
    """The terms and the program are on show; the next card, number or name goes on."""

    _read: tuple[str, tuple[Section, ...]] = ("", ())

    def join(self, screen: CounterScreen) -> None:
        """Listen to the panel."""
        screen.late.when_made(View.TERMS, self._listen)

    def look(self) -> None:
        """Read what there is to tell."""
        self.kit.read(partial(_terms_of, self.kit.till), self._begin)

    def render(self) -> None:
        """Show it."""
        panel = self.kit.screen.terms
        self.kit.show_view(View.TERMS)
        panel.show_terms(*self._read)

    def focus(self) -> None:
        """Let Esc go back."""
        self.kit.screen.terms.enter()

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """Go on as if nobody had asked."""
        self.routes.go_idle()
        self.routes.step.take_free_code(code, ours=ours)

    def _listen(self, panel: TermsPanel) -> None:
        panel.left.connect(self.step_back)

    def _begin(self, read: tuple[str, tuple[Section, ...]]) -> None:
        self._read = read
        self.routes.begin(self)
        self.render()
        self.focus()


def _terms_of(till: Till) -> tuple[str, tuple[Section, ...]]:
    """Read terms and program; runs in the reader's lane."""
    from loyalpos.printing.customer.notice import notice_lines, notice_title  # noqa: PLC0415 - seldom asked
    from loyalpos.printing.customer.program import Section, customer_words  # noqa: PLC0415 - seldom asked

    shop, today = till.shop.description, till.shop.time.business_day(till.shop.now())
    terms = dict.fromkeys(text.strip() for text in (shop.card.terms, shop.slip_terms) if text.strip())
    words = customer_words(
        till.shop.program_on(today), screen_language(), items=till.items.names(), today=today
    )
    notice = Section(notice_title(screen_language()), notice_lines(shop, screen_language()))
    return "\n".join(terms), (*words, notice)
