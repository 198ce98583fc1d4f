"""Every panel of the counter in every state, painted: ``python -m tests.ui.panel_gallery DIR``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import product
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from loyalpos.engine.acts import Act, ActKind, Desk, ReturnDesk
from loyalpos.engine.bill_inputs import WantedInputs
from loyalpos.engine.bills import Bill, RecordedBill, Taken
from loyalpos.engine.birthdays import Birthday, BirthdayProblem
from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.codes import CardCode, voucher_code
from loyalpos.engine.extras import EndOffer, Extra, PaymentOffer, SaleOffer, ServiceOffer, SwapOffer
from loyalpos.engine.footing import Standing
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Candidate, Member, MemberView
from loyalpos.engine.memberships import Ended, Sold
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.engine.names import NameProblem
from loyalpos.engine.numbers import NumberProblem
from loyalpos.engine.occasions import Gives
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.part_paid import Owed
from loyalpos.engine.phones import Phone, PhoneProblem
from loyalpos.engine.program import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rewards import Offer, OfferState, Quote, offers, quote
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, Prize, StampCard, VoucherKind
from loyalpos.engine.stamps import SwapProblem
from loyalpos.engine.tier_moves import Notice, TierState
from loyalpos.engine.tier_standing import standing_in
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.times import ShopTime
from loyalpos.engine.vouchers import Presented, Voucher
from loyalpos.engine.when import WhenProblem
from loyalpos.errors import CardTaken, PaymentTooLarge, StampsNotSwappable
from loyalpos.printing.customer.program import Section
from loyalpos.services.safekeeping import Safety
from loyalpos.settings import resource
from loyalpos.ui.counter.bill_panel import BillPanel
from loyalpos.ui.counter.candidates import CandidateList
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.counter.footer import Footer
from loyalpos.ui.counter.inputs_row import InputsRow
from loyalpos.ui.counter.link_panel import LinkPanel
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.return_panel import ReturnPanel
from loyalpos.ui.counter.rewards_panel import RewardsPanel
from loyalpos.ui.counter.serve_panel import ServePanel
from loyalpos.ui.counter.terms_panel import TermsPanel
from loyalpos.ui.counter.today_panel import TodayPanel
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme
from loyalpos.ui.words.problems import (
    amount_problem,
    birthday_problem,
    name_problem,
    number_problem,
    phone_problem,
    when_problem,
)
from loyalpos.ui.words.refusals import sentence

__all__ = [
    "ACTS",
    "CANDIDATES",
    "DESK",
    "NOBODY_DESK",
    "NOW",
    "PROGRAM",
    "RETURN_DESK",
    "SHOP",
    "STATES",
    "TODAY",
    "VIEW",
    "paint_all",
    "placed",
    "quoted",
    "vietnamese",
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


def _view(name: str | None = "Nguyễn Văn Đức", balance: int = 1284, **more: object) -> MemberView:
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


VIEW = _view()
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

_RECORDED = RecordedBill(
    UUID(int=7), UUID(int=1), 3, NOW - timedelta(hours=3), "10229", 125_000, 50_000, 7, 0, frozenset(), 0,
    Fraction(0), Fraction(1, 2), (), 0, 0,
)  # fmt: skip
RETURN_DESK = ReturnDesk(_RECORDED, "Phạm Quỳnh", PROGRAM, VIEW.account, NOW, ())


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
        replace(DESK, program=program, standing=standing, vouchers=vouchers, sold=(_VIP,), services=services)
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


def _enrol(compact: bool, *, wrong: bool = False, filled: bool = False) -> QWidget:
    panel = EnrolPanel("Quán Cà Phê Mây", compact=compact)
    card = CardCode("9812345678900188")
    panel.begin(phone="0912344821" if filled else "", name="Nguyễn Văn Đức" if filled else "", card=card)
    if wrong:
        panel.show_problem("birthday", birthday_problem(BirthdayProblem.UNREADABLE))
        panel.show_problem("name", name_problem(NameProblem.RIGHT_TO_LEFT))
        panel.show_problem("phone", phone_problem(PhoneProblem.UNKNOWN_HEAD))
    return panel


def _serving(compact: bool, *extras: Extra, problem: str = "") -> QWidget:
    panel = ServePanel(compact=compact)
    panel.show_extras(extras)
    panel.show_problem(problem)
    return panel


_VIP = Sold(
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
_EXTRAS: tuple[Extra, ...] = (
    SaleOffer(_VIP, renews=False),
    SaleOffer(replace(_VIP, until=None), renews=True),
    EndOffer(Ended(_VIP, 120_000, 79_000)),
    ServiceOffer(OpenService(UUID(int=32), "wash", "Gội đầu", TODAY)),
    SwapOffer(StampCard("ten", "Thẻ 10 ly", 10, "coffee")),
    PaymentOffer(Owed(UUID(int=33), TODAY, "10234", 1_850_000, 1_200_000), UUID(int=34), ("momo", "thẻ")),
)


def _friend(compact: bool, *, chosen: bool) -> QWidget:
    panel = EnrolPanel("Quán Cà Phê Mây", compact=compact)
    found = CANDIDATES[:2]
    panel.begin(phone="0912344821", asks_referrer=True, referrer=found[0] if chosen else None)
    if not chosen:
        panel.origin.referrer.edit.setText("4821")
        panel.origin.show_found(found)
    return panel


def _return(compact: bool, desks: tuple[ReturnDesk, ...], typed: str = "") -> QWidget:
    panel = ReturnPanel(compact=compact)
    panel.begin()
    panel.show_bills(desks, SHOP)
    box = panel.findChild(AmountBox)
    assert box is not None
    QTest.keyClicks(box, typed)
    return panel


def _link(
    compact: bool, name: str | None, raw: str = "OLD-4471-XZ", problem: str = "", *, ours: bool = False
) -> QWidget:
    panel = LinkPanel(compact=compact)
    panel.begin(raw, member_name=name, ours=ours)
    if problem:
        panel.show_problem(sentence(CardTaken(UUID(int=3), "Trần Thị Mai")))
    return panel


def _terms(compact: bool, terms: str) -> QWidget:
    panel = TermsPanel(compact=compact)
    panel.show_terms(
        terms, (Section("Tích điểm", ("Cứ 10.000 ₫ tích 1 điểm.", "Điểm dùng trong 12 tháng.")),)
    )
    return panel


def _footer(compact: bool, *, failed: bool = False, demo: bool = False) -> QWidget:
    panel = Footer(compact=compact)
    panel.show_demo(on=demo)
    panel.show_time(NOW, SHOP)
    panel.show_safety(Safety(NOW - timedelta(hours=5), NOW, failed=failed))
    return panel


_LONG = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên " * 3
_OWING = replace(_view(_LONG, -12, note="Dị ứng đậu phộng, hay ngồi bàn 5 cạnh cửa sổ."), visits=0)
_BORN_TODAY = _view(None, 9_001_284)
_TWO_BILLS = (
    RETURN_DESK,
    replace(RETURN_DESK, bill=replace(_RECORDED, number="10230", returned_vnd=25_000, parts=1)),
    replace(RETURN_DESK, bill=replace(_RECORDED, number="10231", whole=True), name=None),
)

STATES: dict[str, Callable[[bool], QWidget]] = {
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
    "serve": lambda compact: _serving(compact, *_EXTRAS),
    "serve_sale": lambda compact: _serving(compact, _EXTRAS[0]),
    "serve_end": lambda compact: _serving(compact, _EXTRAS[2]),
    "serve_done": lambda compact: _serving(compact, _EXTRAS[3]),
    "serve_swap": lambda compact: _serving(
        compact, _EXTRAS[4], problem=sentence(StampsNotSwappable("Thẻ 10 ly", SwapProblem.NO_REASON, 10))
    ),
    "serve_payment": lambda compact: _serving(
        compact, _EXTRAS[5], problem=sentence(PaymentTooLarge(1_200_000, 1_900_000))
    ),
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
    "enrol": lambda compact: _enrol(compact),
    "enrol_filled": lambda compact: _enrol(compact, filled=True),
    "enrol_wrong": lambda compact: _enrol(compact, wrong=True),
    "enrol_friend_found": lambda compact: _friend(compact, chosen=False),
    "enrol_friend_chosen": lambda compact: _friend(compact, chosen=True),
    "return": lambda compact: _return(compact, ()),
    "return_choose": lambda compact: _return(compact, _TWO_BILLS),
    "return_part": lambda compact: _return(compact, _TWO_BILLS[:1], "25"),
    "return_too_much": lambda compact: _return(compact, _TWO_BILLS[:1], "999000"),
    "link_nobody": lambda compact: _link(compact, None),
    "link_member": lambda compact: _link(compact, "Nguyễn Văn Đức"),
    "link_or_replace": lambda compact: _link(compact, "Nguyễn Văn Đức", "9812345678901288", ours=True),
    "terms": lambda compact: _terms(compact, "Đổi trả trong 7 ngày, giữ hoá đơn."),
    "terms_none": lambda compact: _terms(compact, ""),
    "link_refused": lambda compact: _link(compact, "Nguyễn Văn Đức", "9" * 300 + "\x00", problem="taken"),
    "footer": lambda compact: _footer(compact),
    "footer_demo": lambda compact: _footer(compact, demo=True),
    "footer_failed": lambda compact: _footer(compact, failed=True),
}

_LEFT = ("candidates", "member", "rewards", "today")
_WIDTHS = {"left": 784, "right": 440, "footer": 1280, "compact": 352}


def vietnamese(app: QApplication) -> QTranslator:
    """Make the Vietnamese catalogue of the counter out of its sources."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "vi.qm"
        sources = [str(resource("translations", f"{part}_vi.ts")) for part in ("counter", "words")]
        lrelease = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([lrelease, *sources, "-qm", compiled], check=True, capture_output=True)
        translator = QTranslator(app)
        assert translator.load(str(compiled))
    return translator


def placed(panel: QWidget, name: str, *, compact: bool) -> QWidget:
    """Stand a panel on the paper of the counter at the width it will have there."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(panel)
    part = "left" if name.startswith(_LEFT) else "footer" if name.startswith("footer") else "right"
    width = _WIDTHS["compact" if compact else part] + column.contentsMargins().left() * 2
    page.setFixedWidth(width)
    page.setMinimumHeight(1)
    page.show()
    QApplication.processEvents()
    column.activate()
    follows_width = column.hasHeightForWidth()
    page.resize(width, column.totalHeightForWidth(width) if follows_width else page.sizeHint().height())
    return page


def paint_all(folder: Path, wanted: str) -> Iterator[Path]:
    """Paint every state whose name begins with ``wanted``, one picture each."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    translator = vietnamese(app)
    for language, scheme, percent, compact in product(
        ("vi", "en"), (Scheme.LIGHT, Scheme.DARK), (100, 150), (False, True)
    ):
        app.installTranslator(translator) if language == "vi" else app.removeTranslator(translator)
        apply_theme(app, scheme, percent)
        for name, make in STATES.items():
            if not name.startswith(wanted):
                continue
            page = placed(make(compact), name, compact=compact)
            app.processEvents()
            page.activateWindow()
            place = "compact" if compact else "wide"
            path = folder / f"{name}-{language}-{scheme.value}-{percent}-{place}.png"
            page.grab().save(str(path))
            page.close()
            page.deleteLater()
            yield path


def main() -> None:
    """Paint into the folder named on the command line; a second word is the beginning of the names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in paint_all(folder, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(path.name)  # noqa: T201  this is a command


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
