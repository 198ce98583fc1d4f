"""A slip of a bill that never was, to try a printer and to see how slips look under the shop's program."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from loyalpos.engine.acts import Act, ActKind, BillRecorded, Desk
from loyalpos.engine.bills import Bill
from loyalpos.engine.codes import card_code
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Member, MemberView
from loyalpos.engine.program import Program
from loyalpos.engine.slips import Slip

__all__ = ["sample_slip"]

_NOBODY: Final = UUID(int=0)
_TOTAL_VND: Final = 125_000
_BEFORE: Final = 240


def sample_slip(program: Program, at: datetime) -> Slip:
    """Tell of a usual bill of a customer who has been coming for two years."""
    bill = Bill(_TOTAL_VND, number="10235")
    earning = earn(program, plain_footing(program), bill, 0)
    balance = _BEFORE + earning.points
    member = Member(
        _NOBODY,
        "Nguyễn Thị Ngọc Ánh",
        None,
        None,
        "",
        (at - timedelta(days=800)).date(),
        card_code(345678901288),
    )
    account = Account((Lot(_NOBODY, balance, balance, at, None),), carry=earning.carry_delta)
    view = MemberView(member, account, balance, 41, 5_000_000, at)
    act = Act(
        _NOBODY,
        ActKind.BILL,
        at,
        _NOBODY,
        member.name,
        _NOBODY,
        "10235",
        _TOTAL_VND,
        earning.points,
        0,
        (),
        undone=False,
    )
    recorded = BillRecorded(
        _NOBODY,
        _NOBODY,
        member.name,
        "10235",
        _TOTAL_VND,
        _TOTAL_VND,
        earning.points,
        0,
        balance,
        earning.lines,
        (),
    )
    return Slip(act, Desk(view, program, {}, at, _NOBODY), at, recorded)
