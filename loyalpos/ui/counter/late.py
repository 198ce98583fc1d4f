"""Panels that the first scan of a day does without: each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from loyalpos.ui.counter.view import View

if TYPE_CHECKING:
    from loyalpos.ui.counter.panel import CounterPanel

__all__ = ["LatePanels"]


class LatePanels:
    """What is made so far of a window's late panels, and who waits for one to be made.

    Attributes:
        views: Those whose panels come late.
    """

    views = (View.ENROL, View.RETURN, View.LINK, View.SERVE, View.TERMS)

    def __init__(self, place: Callable[[View, CounterPanel], object], *, compact: bool) -> None:
        """Make none yet.

        Args:
            place: Gives a new panel its place in the window.
        """
        self._place = place
        self._compact = compact
        self._made: dict[View, CounterPanel] = {}
        self._waiting: dict[View, list[Callable[[Any], object]]] = {view: [] for view in self.views}

    def get(self, view: View) -> CounterPanel | None:
        """Give the panel of a view, or None while nobody has wanted it."""
        return self._made.get(view)

    def want(self, view: View) -> CounterPanel:
        """Give the panel of a view."""
        panel = self._made.get(view)
        if panel is None:
            panel = self._made[view] = _new(view, compact=self._compact)
            self._place(view, panel)
            for do in self._waiting[view]:
                do(panel)
        return panel

    def each(self, do: Callable[[CounterPanel], object]) -> None:
        """Do something with every panel, now or when it is made."""
        for view in self.views:
            self.when_made(view, do)

    def when_made(self, view: View, do: Callable[[Any], object]) -> None:
        """Do something with a panel, now or when it is made."""
        self._waiting[view].append(do)
        panel = self._made.get(view)
        if panel is not None:
            do(panel)


def _new(view: View, *, compact: bool) -> CounterPanel:
    match view:
        case View.ENROL:
            from loyalpos.ui.counter.enrol_panel import EnrolPanel  # noqa: PLC0415 - the first scan is waiting

            return EnrolPanel(compact=compact)
        case View.RETURN:
            from loyalpos.ui.counter.return_panel import ReturnPanel  # noqa: PLC0415 - the same

            return ReturnPanel(compact=compact)
        case View.LINK:
            from loyalpos.ui.counter.link_panel import LinkPanel  # noqa: PLC0415 - the same

            return LinkPanel(compact=compact)
        case View.TERMS:
            from loyalpos.ui.counter.terms_panel import TermsPanel  # noqa: PLC0415 - the same

            return TermsPanel(compact=compact)
        case _:
            from loyalpos.ui.counter.serve_panel import ServePanel  # noqa: PLC0415 - the same

            return ServePanel(compact=compact)
