"""The panels of a counter that serves, in every state: who stands there, the bill, rewards, the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from loyalpos.engine.acts import Act, Desk
from loyalpos.engine.bill_inputs import WantedInputs
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.footing import Standing
from loyalpos.engine.members import Candidate, MemberView
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.engine.numbers import NumberProblem
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.program import (
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    ServiceReward,
    TicketReward,
    VoucherReward,
)
from loyalpos.engine.rewards import Offer, OfferState, offers
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, Prize, StampCard, VoucherKind
from loyalpos.engine.vouchers import Presented, Voucher
from loyalpos.engine.when import WhenProblem
from loyalpos.ui.counter.bill_panel import BillPanel
from loyalpos.ui.counter.candidates import CandidateList
from loyalpos.ui.counter.inputs_row import InputsRow
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.rewards_panel import RewardsPanel
from loyalpos.ui.counter.today_panel import TodayPanel
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.problems import (
    amount_problem,
    number_problem,
    when_problem,
)
from tests.ui.panel_shop import (
    ACTS,
    CANDIDATES,
    DESK,
    FALLING_DESK,
    NOBODY_DESK,
    PROGRAM,
    RISING_DESK,
    SHOP,
    TIER_DESK,
    TODAY,
    VIEW,
    VIP,
    member_view,
    quoted,
)

__all__ = ["AT_THE_BILL"]


def _offers(total_vnd: int | None, *taken: str, spendable: int = 1284) -> tuple[Offer, ...]:
    chosen = tuple(Taken(reward) for reward in taken)
    bill = None if total_vnd is None else Bill(total_vnd)
    return offers(PROGRAM, DESK.footing, bill, spendable=spendable, stock=DESK.stock, taken=chosen)


def _candidates(compact: bool, found: tuple[Candidate, ...], typed: str) -> QWidget:
    panel = CandidateList(SHOP, compact=compact)
    if found:
        panel.show_candidates(found, typed)
    else:
        panel.show_none(typed)
    return panel


def _member(compact: bool, view: MemberView | None, *, anonymous: bool = False) -> QWidget:
    panel = MemberPanel(compact=compact)
    if view is not None:
        panel.show_member(view, SHOP, TODAY, PROGRAM.points_name, 100 * view.spendable)
    elif anonymous:
        panel.show_anonymous()
    return panel


def _holding(compact: bool) -> QWidget:
    cards = (StampCard("ten", "Thẻ 10 ly", 10, "coffee"), StampCard("big", "Thẻ 10 ly", 30, "coffee"))
    program = replace(
        PROGRAM, stamp_cards=cards, draws=(Draw("tet", "Vé quay số Tết", TODAY, (Prize("Ly sứ"),)),)
    )
    standing = Standing(day=TODAY, minute=0, joined=TODAY, units={"ten": 17, "big": 4, "tet": 12})
    kinds = (
        VoucherKind("ten", "Phiếu 10.000", 30, rate_bp=1_000, cap_vnd=10_000, minimum_vnd=50_000),
        VoucherKind("mug", "Phiếu 10.000", 30, value_vnd=10_000),
    )
    vouchers = tuple(
        Presented(Voucher(voucher_code(at), kind.id, UUID(int=1), TODAY, TODAY + timedelta(days=9)), kind)
        for at, kind in enumerate((*kinds, *kinds, kinds[0]))
    )
    panel = MemberPanel(compact=compact)
    panel.show_member(VIEW, SHOP, TODAY, PROGRAM.points_name, 128_400)
    services = (OpenService(UUID(int=32), "wash", "Gội đầu", TODAY),)
    panel.show_held(
        replace(DESK, program=program, standing=standing, vouchers=vouchers, sold=(VIP,), services=services)
    )
    return panel


def _ending(compact: bool, days: int, at_end: AtEnd) -> QWidget:
    plan = Plan("plan", "Vòng quay may mắn", None, TODAY + timedelta(days=days), at_end, 30)
    card = StampCard("card", "Thẻ 10 ly", 10, "coffee", plan="plan")
    standing = Standing(day=TODAY, minute=0, joined=TODAY, units={"card": 4})
    program = replace(PROGRAM, plans=(plan,), stamp_cards=(card,))
    panel = MemberPanel(compact=compact)
    panel.show_member(VIEW, SHOP, TODAY, PROGRAM.points_name, 128_400)
    panel.show_held(replace(DESK, program=program, standing=standing))
    return panel


def _tiered(compact: bool, desk: Desk) -> QWidget:
    panel = MemberPanel(compact=compact)
    panel.show_member(VIEW, SHOP, TODAY, PROGRAM.points_name, 128_400)
    panel.show_held(desk)
    return panel


def _bill(compact: bool, desk: Desk | None, typed: str, *taken: str, problem: str = "") -> QWidget:
    panel = BillPanel(compact=compact)
    box = panel.findChild(AmountBox)
    assert box is not None
    if typed:
        QTest.keyClicks(box, typed)
    total = parse_amount(typed, thousands=True)
    if desk is not None:
        panel.show_quote(quoted(desk, total, *taken) if isinstance(total, int) else None, desk)
    if problem:
        panel.show_problem("amount", amount_problem(AmountProblem.UNCLEAR))
        panel.show_problem("number", number_problem(NumberProblem.TOO_LONG))
        panel.show_problem("when", when_problem(WhenProblem.UNREADABLE))
    return panel


def _inputs(compact: bool, *, tender: str, tax: str = "") -> QWidget:
    panel = InputsRow(compact=compact)
    panel.show_wanted(WantedInputs(("momo", "thẻ ngân hàng", "thẻ quà"), discount=True, tax=True))
    boxes = panel.findChildren(QLineEdit)
    boxes[0].insert(tender)
    boxes[2].insert(tax)
    panel.read(100_000, thousands=True)
    return panel


def _rewards(compact: bool, listed: tuple[Offer, ...], *, entered: bool = False) -> QWidget:
    panel = RewardsPanel(compact=compact)
    panel.show_offers(listed, PROGRAM.points_name)
    if entered:
        panel.enter()
    return panel


_ASKING = (
    Offer(ItemReward("flan", "Bánh flan", 60, "flan", 5_000), OfferState.TAKEABLE, 60, 60, 20_000),
    Offer(ItemReward("tea", "Trà đào", 90, "tea"), OfferState.ITEM_MISSING, 90, 90, 0, 1),
    Offer(ServiceReward("wash", "Gội đầu", 80), OfferState.BILLS_MISSING, 80, 80, 0, 3),
    Offer(VoucherReward("next", "Phiếu 10.000", 50, "ten"), OfferState.TAKEABLE, 50, 50, 0),
    Offer(TicketReward("tet", "Vé quay số Tết", 30, "tet", 3), OfferState.TAKEABLE, 30, 30, 0),
    Offer(DonationReward("books", "Góp sách cho em", 10, "books"), OfferState.MUST_KEEP, 10, 10, 0, 5),
    Offer(PartnerReward("gym", "Một buổi tập", 90, "gym"), OfferState.NONE_LEFT_TODAY, 90, 90, 0),
    Offer(Gift("mug", "Ly sứ", 400), OfferState.STAMPS_MISSING, 0, 0, 0, 2, None, 0, 9),
    Offer(Gift("bag", "Túi vải", 400), OfferState.LIMIT_REACHED, 400, 400, 0),
)


def _today(compact: bool, acts: tuple[Act, ...], *, opened: bool = False) -> QWidget:
    panel = TodayPanel(compact=compact)
    panel.setMinimumHeight(theme().px(330 if acts else 0))
    panel.show_acts(acts, SHOP, TODAY)
    if opened:
        panel.rows.chosen.emit(0)
    return panel


_LONG = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên " * 3
_OWING = replace(member_view(_LONG, -12, note="Dị ứng đậu phộng, hay ngồi bàn 5 cạnh cửa sổ."), visits=0)
_BORN_TODAY = member_view(None, 9_001_284)

AT_THE_BILL: dict[str, Callable[[bool], QWidget]] = {
    "candidates": lambda compact: _candidates(compact, CANDIDATES, "4821"),
    "candidates_none": lambda compact: _candidates(compact, (), "nguyen van duc 99"),
    "member": lambda compact: _member(compact, VIEW),
    "member_holding": _holding,
    "member_ends_soon": lambda compact: _ending(compact, 5, AtEnd.HONOURED),
    "member_gone_soon": lambda compact: _ending(compact, 5, AtEnd.GONE),
    "member_honoured": lambda compact: _ending(compact, -5, AtEnd.HONOURED),
    "member_over": lambda compact: _ending(compact, -5, AtEnd.GONE),
    "member_tier": lambda compact: _tiered(compact, TIER_DESK),
    "member_falling": lambda compact: _tiered(compact, FALLING_DESK),
    "member_owing": lambda compact: _member(compact, _OWING),
    "member_huge": lambda compact: _member(compact, _BORN_TODAY),
    "member_nobody": lambda compact: _member(compact, None),
    "member_anonymous": lambda compact: _member(compact, None, anonymous=True),
    "bill_empty": lambda compact: _bill(compact, DESK, ""),
    "bill": lambda compact: _bill(compact, DESK, "125000"),
    "bill_tier": lambda compact: _bill(compact, TIER_DESK, "125000"),
    "bill_rising": lambda compact: _bill(compact, RISING_DESK, "125000"),
    "bill_thousands": lambda compact: _bill(compact, DESK, "125", "off50", "coffee"),
    "bill_refused": lambda compact: _bill(compact, DESK, "90000", "off50"),
    "bill_wrong": lambda compact: _bill(compact, DESK, "1.2.3", problem="all"),
    "bill_nobody": lambda compact: _bill(compact, NOBODY_DESK, "125000"),
    "inputs": lambda compact: _inputs(compact, tender=""),
    "inputs_unknown": lambda compact: _inputs(compact, tender="vàng"),
    "inputs_several": lambda compact: _inputs(compact, tender="thẻ"),
    "inputs_taxed": lambda compact: _inputs(compact, tender="1", tax="120"),
    "rewards": lambda compact: _rewards(compact, _offers(125_000)),
    "rewards_taken": lambda compact: _rewards(compact, _offers(250_000, "coffee"), entered=True),
    "rewards_asking": lambda compact: _rewards(compact, _ASKING),
    "rewards_poor": lambda compact: _rewards(compact, _offers(None, spendable=20)),
    "rewards_none": lambda compact: _rewards(compact, ()),
    "today": lambda compact: _today(compact, ACTS),
    "today_open": lambda compact: _today(compact, ACTS, opened=True),
    "today_none": lambda compact: _today(compact, ()),
}
