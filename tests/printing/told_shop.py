"""A shop whose program is told to its customers."""

from __future__ import annotations

from datetime import date

from loyalpos.engine import side_programs as sides
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.customer.telling import Telling
from loyalpos.printing.customer.tongue import Language, tongue_of

SHOP = Program(
    1,
    (AmountRule("base", 10_000),),
    rewards=(Gift("ten", "Một ly", 90),),
    tiers=TierPlan(tiers=(Tier("silver", "Bạc", 0), Tier("gold", "Vàng", 1_000_000))),
    plans=(sides.Plan("summer", "Mùa hè"),),
    stamp_cards=(sides.StampCard("coffee10", "Mua 9 tặng 1", 9, "ten"),),
    memberships=(
        sides.Membership("club", "Hội viên", 199_000, prices=(sides.MemberPrice("latte", 29_000),)),
    ),
    vouchers=(sides.VoucherKind("v20", "Hẹn gặp lại", 30, 20_000),),
    draws=(sides.Draw("tet", "Xuân", date(2027, 1, 31), (sides.Prize("Xe máy"),)),),
    causes=(sides.Cause("school", "Quỹ sách", 100, 150),),
    partners=(sides.Partner("books", "Nhà sách", "Giảm giá"),),
)
"""Something under each id that a generated rule, reward or occasion may name."""


def telling(program: Program, language: Language, items: dict[str, str] | None = None) -> Telling:
    return Telling(tongue_of(language), program, items or {})
