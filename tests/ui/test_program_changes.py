"""What differs between two programs, said for the history."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import fields, replace
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine import rules as r
from loyalpos.engine.occasions import Gives, WelcomeGift
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.program import (
    Blackout,
    Expiry,
    ExpiryKind,
    PartPaid,
    Program,
    Remainder,
    Rounded,
    SpentPoints,
)
from loyalpos.engine.side_programs import (
    Cause,
    Draw,
    MemberPrice,
    Membership,
    Partner,
    StampCard,
    VoucherKind,
)
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.program_changes import ProgramReader
from tests.ui.program_sheet import PROGRAM
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]


def _otherwise(program: Program) -> dict[str, Program]:
    """The program with each of its parts otherwise, by the name of the part."""
    gift = WelcomeGift("w", Gives(points=9))
    others: dict[str, Any] = {
        "rules": (*program.rules, r.BonusRule("more", 3)),
        "rewards": program.rewards[:1],
        "points_name": "sao",
        "rounding": r.Rounding.UP,
        "remainder": Remainder.CARRIED,
        "welcome_points": 9,
        "points_end": PointsEnd(date(2027, 12, 31), date(2028, 1, 31)),
        "expiry": Expiry(ExpiryKind.MONTHS, 3),
        "blackouts": (Blackout(date(2027, 2, 1), date(2027, 2, 9)),),
        "spent_points": SpentPoints.NEVER,
        "part_paid": PartPaid.AS_PAID,
        "base": r.Base(r.Discount.BEFORE),
        "rounded": Rounded.BILL,
        "tiers": TierPlan(tiers=program.tiers.tiers[:1]),
        "caps": (r.Cap(r.Per.DAY, 100),),
        "budgets": (),
        "point_cost_vnd": 50,
        "occasions": (gift,),
        "plans": (),
        "stamp_cards": (StampCard("s", "Thẻ 10 ly", 10, "cup"),),
        "memberships": (
            Membership("m", "Thẻ bạc", 199_000, prices=(MemberPrice("latte", 29_000),), fee_earns=True),
        ),
        "vouchers": (VoucherKind("v", "Phiếu", 30, 10_000, once=True),),
        "draws": (Draw("d", "Quay số", date(2027, 2, 1), ()),),
        "causes": (Cause("c", "Góp sách", 100, 100),),
        "partners": (Partner("p", "Phòng tập", "Một buổi"),),
    }
    assert {*others, "revision", "starts"} == {one.name for one in fields(Program)}
    return {name: replace(program, **{name: value}) for name, value in others.items()}


def test_history_has_a_sentence_for_every_part_that_differs(qtbot: QtBot, speaking: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = ProgramReader(window)
    for name, other in _otherwise(PROGRAM).items():
        changes = reader.changes(PROGRAM, other)
        assert [part.title for part in changes if part.title], name
        assert all(part.sentences for part in changes), name
    assert reader.changes(PROGRAM, replace(PROGRAM, revision=9, starts=date(2027, 1, 1))) == ()
