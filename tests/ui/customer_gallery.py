"""The customers' screen in every state it can be in, for pictures and for the eye."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from loyalpos.engine.codes import CardCode
from loyalpos.engine.program import Program
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.engine.tiers import Reached
from loyalpos.ui.customer.screen import Told
from loyalpos.ui.customer.told import (
    BillTold,
    CodeTold,
    Collected,
    GivenBack,
    GuestTold,
    IdleTold,
    MemberTold,
    NextTier,
    StampsTold,
)
from loyalpos.ui.start.scanner_step import TEST_CODE
from tests.shops import PROGRAM

__all__ = ["SIZES", "STATES"]

SIZES = ((1366, 768), (800, 480), (1920, 1080), (768, 1366), (480, 800), (1024, 600))
"""What second monitors and the small screens of tills have, lying and standing."""

_TODAY = date(2026, 11, 23)
_LINES = (
    "Mỗi 10.000 ₫ được 1 điểm.",
    "Khi tham gia quý khách được tặng 20 điểm.",
    "Điểm dùng được 12 tháng kể từ ngày tích.",
)


def _offer(program: Program, reward: str, state: OfferState, missing: int = 0) -> Offer:
    found = program.reward(reward)
    assert found is not None
    points = {"off50": 500, "coffee": 300, "pay": 1, "tenth": 100}[reward]
    return Offer(found, state, points, points, 0, missing)


_OFF = _offer(PROGRAM, "off50", OfferState.NO_BILL_YET)
_COFFEE = _offer(PROGRAM, "coffee", OfferState.TAKEABLE)
_TENTH = _offer(PROGRAM, "tenth", OfferState.TAKEABLE)

_MEMBER = MemberTold(
    "Đức",
    1_284,
    "điểm",
    _TODAY,
    offers=(_OFF, _COFFEE, _TENTH),
)

STATES: dict[str, Told] = {
    "idle": IdleTold(
        "Quán Cà Phê Mây",
        "Hôm nay có bánh flan mới ra lò, mời quý khách dùng thử!",
        _LINES,
        "https://zalo.me/0912345678",
        "Zalo 0912 345 678",
    ),
    "idle bare": IdleTold("Quán Cà Phê Mây", lines=_LINES[:1]),
    "idle nothing": IdleTold("Công ty trách nhiệm hữu hạn Thương mại Dịch vụ Ẩm thực Hoàng Gia Phố Cổ"),
    "member": replace(_MEMBER, ending=(date(2026, 12, 31), 84), tier="Vàng"),
    "member bill": replace(
        _MEMBER,
        tier="Vàng",
        next_tier=NextTier("Kim cương", Reached.SPEND, 1_250_000),
        bill=BillTold(26, 125_000, is_lowered=False),
    ),
    "member redeems": replace(
        _MEMBER,
        offers=(_offer(PROGRAM, "off50", OfferState.TAKEN), _COFFEE, _TENTH),
        bill=BillTold(7, 75_000, is_lowered=True),
    ),
    "member new": MemberTold(
        "Mai",
        20,
        "điểm",
        _TODAY,
        coming=_offer(PROGRAM, "tenth", OfferState.POINTS_MISSING, 80),
        has_bills=False,
    ),
    "member nearly": replace(
        _MEMBER,
        balance=484,
        offers=(_COFFEE, _TENTH),
        coming=_offer(PROGRAM, "off50", OfferState.POINTS_MISSING, 16),
    ),
    "member stamps": replace(
        _MEMBER, name="", offers=(), cards=(StampsTold("Thẻ 10 ly", 7, 10, 0), StampsTold("Gội đầu", 2, 6, 1))
    ),
    "member nothing": replace(_MEMBER, offers=()),
    "member long": replace(
        _MEMBER,
        name="Nguyễn-Hoàng-Phương-Uyên-Trang-Thuỳ",
        balance=12_345_678,
        points_name="hạt cà phê thơm",
        ending=(date(2026, 12, 31), 1_234_567),
        tier="Thành viên bạch kim trọn đời của quán",
        next_tier=NextTier("Kim cương vĩnh cửu của quán Mây", Reached.POINTS, 1_234_567),
        offers=(
            replace(
                _OFF,
                reward=replace(
                    PROGRAM.rewards[0],
                    name="Giảm năm mươi nghìn đồng cho hoá đơn từ một trăm nghìn đồng trở lên",
                ),
            ),
            _COFFEE,
            _TENTH,
        ),
        coming=_offer(PROGRAM, "off50", OfferState.POINTS_MISSING, 16),
        bill=BillTold(1_234_567, 123_456_789, is_lowered=True),
    ),
    "member owes": replace(_MEMBER, balance=-12, offers=()),
    "guest": GuestTold(None, "điểm", _LINES[0]),
    "guest bill": GuestTold(26, "điểm", _LINES[0]),
    "done": Collected("Đức", "điểm", 26, 0, 1_310),
    "done redeemed": Collected("Đức", "điểm", 7, 500, 791, ("Giảm 50.000 ₫",), tier="Vàng"),
    "done gift": Collected("", "điểm", 0, 300, 984, ("Tặng 1 bạc xỉu",), (("Thẻ 10 ly", "Bạc xỉu"),)),
    "done guest": Collected("", "điểm", 0, 0, None),
    "returned": GivenBack(returned=True, points_name="điểm", balance=1_258),
    "undone": GivenBack(returned=False),
    "code": CodeTold("Quán Cà Phê Mây", "Đức", CardCode(TEST_CODE)),
}
