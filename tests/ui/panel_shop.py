"""The shop the panels of the counter are shown with: its program, its members, its acts of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.acts import Act, ActKind, Desk, ReturnDesk
from loyalpos.engine.bills import Bill, RecordedBill, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.codes import CardCode
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Candidate, Member, MemberView
from loyalpos.engine.memberships import Sold
from loyalpos.engine.occasions import Gives
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import (
    AmountOff,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    UnknownReward,
)
from loyalpos.engine.rewards import Quote, quote
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tier_moves import Notice, TierState
from loyalpos.engine.tier_standing import standing_in
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.times import ShopTime

__all__ = [
    "ACTS",
    "CANDIDATES",
    "DESK",
    "FALLING_DESK",
    "NOBODY_DESK",
    "NOW",
    "PROGRAM",
    "RECORDED",
    "RETURN_DESK",
    "RISING_DESK",
    "SHOP",
    "TIER_DESK",
    "TODAY",
    "VIEW",
    "VIP",
    "member_view",
    "quoted",
]

SHOP = ShopTime()
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
TODAY = date(2026, 11, 22)

PROGRAM = Program(
    revision=3,
    rules=(AmountRule("base", per_vnd=10_000),),
    rewards=(
        AmountOff("off50", "Giảm 50.000 ₫", 500, 50_000, 100_000),
        Gift("coffee", "Tặng 1 bạc xỉu", 300, counted=True),
        PayWithPoints("pay", "Dùng điểm trả một phần", 1, 100, 3_000),
        PercentOff("tenth", "Giảm 10% cho cả bàn", 100, 1_250, 20_000, 200_000),
        Gift("tet", "Set quà Tết", 2_000),
        UnknownReward("wheel", "Vòng quay may mắn", "wheel"),
    ),
    remainder=Remainder.CARRIED,
)


def member_view(name: str | None = "Nguyễn Văn Đức", balance: int = 1284, **more: object) -> MemberView:
    member = Member(
        UUID(int=1),
        name,
        Phone("0912344821"),
        Birthday(24, 11, 1990),
        str(more.get("note", "")),
        date(2025, 3, 8),
        CardCode("9812345678900188"),
    )
    lots = (Lot(UUID(int=2), balance, balance, NOW - timedelta(days=9), None),) if balance > 0 else ()
    account = Account(lots, max(0, -balance), Fraction(2, 5))
    return MemberView(
        member,
        account,
        max(0, balance),
        41,
        5_120_000,
        NOW - timedelta(days=3),
        (date(2026, 11, 30), 120) if balance > 120 else None,
        "Bạc xỉu",
    )


VIEW = member_view()
DESK = Desk(VIEW, PROGRAM, {"coffee": 14}, NOW, UUID(int=9))
_TIERS = TierPlan(
    tiers=(
        Tier("silver", "Bạc", 1_000_000),
        Tier("gold", "Vàng", 5_000_000),
        Tier("ruby", "Kim cương", 9_000_000),
    )
)
_GOLD = TierState(("silver", "gold"), notice=Notice(TODAY, TODAY + timedelta(days=20)))
_BIRTHDAY = GiftGiven(UUID(int=5), GiftKind.BIRTHDAY, "born", "2026", "", Gives(points=50, stamps=1), TODAY)
TIER_DESK = replace(
    DESK,
    tier=standing_in(_TIERS, replace(_GOLD, notice=None), 8_685_000),
    gifts=(_BIRTHDAY,),
)
FALLING_DESK = replace(DESK, tier=standing_in(_TIERS, _GOLD, 4_500_000))
RISING_DESK = replace(DESK, tier=standing_in(_TIERS, TierState(("silver",)), 4_980_000))
NOBODY_DESK = Desk(None, PROGRAM, {"coffee": 14}, NOW, UUID(int=9))

CANDIDATES = (
    Candidate(UUID(int=1), "Nguyễn Văn Đức", Phone("0912344821"), 1284, NOW - timedelta(days=3)),
    Candidate(UUID(int=2), "Đặng Thị Thuỳ Trâm", Phone("0987654821"), 86, NOW - timedelta(days=30)),
    Candidate(UUID(int=3), None, Phone("0355554821"), 0, None),
    Candidate(UUID(int=4), "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên", None, 1_204_310, NOW),
)


def _act(kind: ActKind, minutes_ago: int, name: str | None, number: str | None, **more: int | bool) -> Act:
    earned, spent = int(more.get("earned", 0)), int(more.get("spent", 0))
    return Act(
        UUID(int=minutes_ago + 100),
        kind,
        NOW - timedelta(minutes=minutes_ago),
        UUID(int=5) if more.get("member", True) else None,
        name,
        UUID(int=minutes_ago + 500),
        number,
        86_000,
        earned,
        spent,
        ("Tặng 1 bạc xỉu",) if spent == 300 else (),
        bool(more.get("undone", False)),
    )


ACTS = (
    _act(ActKind.BILL, 3, "Trần Thị Mai", "10234", earned=8),
    _act(ActKind.BILL, 7, "Lê Hoàng Anh", None, earned=5, spent=300),
    _act(ActKind.RETURN, 14, "Phạm Quỳnh", "10229", spent=12),
    _act(ActKind.BILL, 21, "Hồ Xuân Hương", "10228", earned=40, undone=True),
    replace(_act(ActKind.GIFT, 30, "Trần Thị Mai", None, earned=50), rewards=("tier", "Vàng")),
    replace(_act(ActKind.GIFT, 31, "Hồ Xuân Hương", None, earned=15, undone=True), rewards=("milestone", "")),
    _act(ActKind.ENROLLED, 34, "Phạm Quỳnh", None, earned=20),
    _act(ActKind.BILL, 55, None, "10227", member=False),
    _act(ActKind.BILL, 65, None, "10226", earned=4),
)

RECORDED = RecordedBill(
    UUID(int=7), UUID(int=1), 3, NOW - timedelta(hours=3), "10229", 125_000, 50_000, 7, 0, frozenset(), 0,
    Fraction(0), Fraction(1, 2), (), 0, 0,
)  # fmt: skip
RETURN_DESK = ReturnDesk(RECORDED, "Phạm Quỳnh", PROGRAM, VIEW.account, NOW, ())


def quoted(desk: Desk, total_vnd: int, *taken: str) -> Quote:
    """Price a bill as the counter does."""
    return quote(
        desk.program,
        desk.account,
        desk.footing,
        Bill(total_vnd),
        tuple(Taken(reward) for reward in taken),
        spendable=desk.spendable,
        stock=desk.stock,
    )


VIP = Sold(
    UUID(int=31),
    "vip",
    "Thẻ 10 ly",
    TODAY,
    date(2027, 11, 22),
    199_000,
    500,
    refundable=True,
    anchor=TODAY,
    months=12,
    package="Ly sứ",
)
