"""What a cashier can be busy with, and the ways from one step to another."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from loyalpos.engine.codes import CardCode, VoucherCode
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.screen import CounterScreen

__all__ = ["Routes", "Step"]


class Routes(Protocol):
    """The ways between steps, as the flow knows them."""

    @property
    def step(self) -> Step:
        """What the cashier is busy with."""

    @property
    def open_member(self) -> UUID | None:
        """Whose bill is open."""

    def begin(self, step: Step) -> None:
        """Be busy with a step."""

    def go_idle(self) -> None:
        """Wait for the next customer."""

    def open_bill(self, member: UUID | None) -> None:
        """Open the bill of a member, or of nobody; what is typed in it stays."""

    def start_enrolment(
        self, *, phone: str = "", name: str = "", card: CardCode | None = None, alias: str | None = None
    ) -> None:
        """Let somebody join, with what is known already."""

    def start_return(self, *, member: UUID | None = None, bill: UUID | None = None) -> None:
        """Take goods back: by number, of a member's last bills, or from one bill."""

    def start_link(
        self, code: str, *, ours: bool, member: UUID | None = None, name: str | None = None
    ) -> None:
        """Ask whose a code is."""

    def start_serving(self) -> None:
        """See what else can be done for the member whose bill is open."""

    def start_looking_up(self) -> None:
        """See what a customer may ask about returns and the program."""

    def start_move(self, bill: UUID) -> None:
        """Look for the member a bill really belongs to."""


class Step(QObject):
    """One thing the cashier is busy with; keys and scans that are not a panel's come here."""

    def __init__(self, kit: Kit, routes: Routes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.routes = routes

    def join(self, screen: CounterScreen) -> None:
        """Listen to a window's panels; called once for each window."""

    def render(self) -> None:
        """Show this step in the window in use, as it stands."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the focus where this step is typed."""
        self.kit.screen.focus_box()

    def take_member(self, member: UUID) -> None:
        """A member was scanned or found while this step is on."""
        self.routes.open_bill(member)

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """A code that belongs to nobody was scanned: ``ours`` is one of our own kind of card."""
        raise NotImplementedError

    def take_goods(self, code: str) -> bool:
        """Take the scanned barcode of goods; False where it means nothing to this step."""
        return not code

    def take_voucher(self, code: VoucherCode) -> bool:
        """Take a scanned voucher; False where it means nothing to this step."""
        return not code

    def confirm(self) -> None:
        """Enter was pressed where no control takes it."""

    def step_back(self) -> None:
        """Esc was pressed where no control takes it."""
        self.routes.go_idle()
