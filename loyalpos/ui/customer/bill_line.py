"""What the open bill brings, and what is left to pay, in one line that everybody reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import vnd
from loyalpos.engine.points_name import name_of
from loyalpos.ui.customer.face import across, down
from loyalpos.ui.customer.pieces import Ground, Says
from loyalpos.ui.customer.told import BillTold
from loyalpos.ui.words.points import signed

__all__ = ["BillLine"]

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOW = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_HIGH = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class BillLine(Ground):
    """The line at the foot of the screen while a total is typed."""

    def __init__(self) -> None:
        super().__init__("brand_soft")
        self._bill: BillTold | None = None
        self._points_name = ""
        self._label = Says(30, 400)
        self._points = Says(76, 700, "brand", _RIGHT)
        self._name = Says(32, 600, "brand")
        self._paying = QWidget()
        self._pay_label = Says(26, 400, "ink", _LOW)
        self._pay = Says(48, 700, "ink", _HIGH)
        down(((self._pay_label, 2), (self._pay, 3)), self._paying, tight=True)
        across(
            ((self._label, 4), (self._points, 4), (self._name, 3), (self._paying, 5)),
            self,
            framed=True,
            slim=True,
        )

    def show_bill(self, bill: BillTold | None, points_name: str) -> None:
        """Show it; None takes the line away."""
        self._bill, self._points_name = bill, points_name
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        bill = self._bill
        self.setVisible(bill is not None)
        if bill is None:
            return
        self._label.say(self.tr("This bill brings you"))
        self._points.say(signed(bill.points), is_data=True)
        self._name.say(name_of(bill.points, self._points_name), is_data=True)
        self._paying.setVisible(bill.is_lowered)
        self._pay_label.say(self.tr("You pay") if bill.is_lowered else "")
        self._pay.say(vnd(bill.due_vnd) if bill.is_lowered else "", is_data=True)
