"""Why a balance is what it is, as a whole: every entry with its reasons, and the lots that are left."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from loyalpos.engine.acts import HistoryLine
from loyalpos.engine.earn_lines import EarnLine
from loyalpos.engine.ledger import Lot
from loyalpos.engine.members import Member

__all__ = ["Statement", "StatementLine"]


class StatementLine(Struct, frozen=True):
    """One entry of the ledger, and for what a bill earned what each rule had to say."""

    line: HistoryLine
    reasons: tuple[EarnLine, ...] = ()


class Statement(Struct, frozen=True):
    """Everything that explains a member's balance at an instant.

    Attributes:
        balance: The sum of all entries, and so the balance after the last of them; below zero it is debt.
        spendable: What may be spent now: points that are over and not yet taken off are left out.
        lines: Every entry, oldest first.
        lots: Points that are left, in the order in which they will be spent.
        debt: What the next points pay first.
    """

    member: Member
    at: datetime
    balance: int
    spendable: int
    lines: tuple[StatementLine, ...]
    lots: tuple[Lot, ...]
    debt: int
    points_name: str
