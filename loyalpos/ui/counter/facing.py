"""What the counter lets a customer see on a screen of their own: facts, handed on without a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from loyalpos.engine.acts import BillRecorded, BillReversed, Desk, Undone
    from loyalpos.engine.bills import Bill
    from loyalpos.engine.rewards import Offer, Quote
    from loyalpos.services.till import Till

__all__ = ["Facing", "Seen"]


class Seen(Struct, frozen=True):
    """The open bill as it stands.

    Attributes:
        desk: Of whose bill it is, or of nobody's.
        bill: None while no total is typed.
        quote: What it comes to; None where it could not be recorded as it stands.
        offers: The rewards, each with its state.
    """

    desk: Desk
    bill: Bill | None
    quote: Quote | None
    offers: tuple[Offer, ...]


class Facing(QObject):
    """Tells a screen that faces the customers what happens; most tills have none, and it tells nobody.

    Whoever listens shows it later, after the counter itself is painted.

    Signals:
        bill_shown(Seen): A bill is open, and this is how it stands now.
        left(): No bill is open any more.
        done(BillRecorded | BillReversed | Undone): Something is safely in the books.
        code_wanted(): The code of the member's card is asked for, or was long enough on show.
        caught_up(): The customers' screen shows what happened, after the counter itself does.
        opened(): The shop's books are open, or say other things than before.
    """

    bill_shown = Signal(object)
    left = Signal()
    done = Signal(object)
    code_wanted = Signal()
    caught_up = Signal()
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: Seen | None = None
        self.till: Till | None = None
        self.has_screen: Callable[[], bool] = _has_none

    def show_bill(self, seen: Seen) -> None:
        """Show a bill as it stands."""
        self.seen = seen
        self.bill_shown.emit(seen)

    def leave(self) -> None:
        """Show nobody's bill any more."""
        self.seen = None
        self.left.emit()

    def tell(self, done: BillRecorded | BillReversed | Undone) -> None:
        """Tell what was done."""
        self.done.emit(done)

    def open(self, till: Till) -> None:
        """Tell of this shop."""
        self.till = till
        self.opened.emit()

    def close(self) -> None:
        """Its books are put away."""
        self.leave()
        self.till = None


def _has_none() -> bool:
    return False
