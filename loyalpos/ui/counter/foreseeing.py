"""What the open bill would bring beside its points: found out in a pause of typing, never at a key."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.vouchers import Presented
from loyalpos.ui.counter.kit import Kit

__all__ = ["Foreseeing"]

_PAUSE_MS: Final = 250


class _Typed(Struct, frozen=True):
    """A bill as it stands."""

    action: UUID
    member: UUID
    bill: Bill
    taken: tuple[Taken, ...]
    codes: tuple[VoucherCode, ...]


class Foreseeing(QObject):
    """Does what Enter would do, gives it up, and shows the gifts that would come."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._typed: _Typed | None = None
        self._found: BillRecorded | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def look_at(
        self, desk: Desk, bill: Bill | None, taken: tuple[Taken, ...], vouchers: tuple[Presented, ...]
    ) -> None:
        """Show what a bill would bring as soon as nobody types.

        Args:
            bill: None where it could not be recorded as it stands.
        """
        typed: _Typed | None = None
        may_bring = bool(desk.program.occasions or desk.program.tiers.tiers)
        if bill is not None and desk.member is not None and may_bring:
            codes = tuple(one.voucher.code for one in vouchers)
            typed = _Typed(desk.action, desk.member.member.id, bill, taken, codes)
        if typed != self._typed:
            self._typed, self._found = typed, None
            self._pause.stop()
            if typed is not None:
                self._pause.start()
        self._kit.screen.bill.show_foreseen(self._found)

    def forget(self) -> None:
        """The bill is recorded, or nobody's."""
        self._typed, self._found = None, None
        self._pause.stop()

    def _look(self) -> None:
        typed = self._typed
        kit = self._kit
        if typed is None or kit.opened is None or kit.is_writing or kit.writer.is_closed:
            return
        kit.writer.run_latest(
            "foresee bill",
            partial(
                kit.till.counter.foresee_bill,
                typed.action,
                typed.member,
                typed.bill,
                typed.taken,
                typed.codes,
            ),
            done=partial(self._show, typed),
            # Enter itself will say what is wrong.
            refused=_nothing,
            unavailable=_nothing,
            owner=self,
        )

    def _show(self, typed: _Typed, found: BillRecorded) -> None:
        if typed == self._typed and not found.repeated:
            self._found = found
            self._kit.screen.bill.show_foreseen(found)


def _nothing(_error: object) -> None:
    """Nobody waits for this."""
