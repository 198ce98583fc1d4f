"""The panels the counter turns to beside a bill, in every state: joining, services, returns, cards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from loyalpos.engine.acts import ReturnDesk
from loyalpos.engine.birthdays import BirthdayProblem
from loyalpos.engine.codes import CardCode
from loyalpos.engine.extras import EndOffer, Extra, PaymentOffer, SaleOffer, ServiceOffer, SwapOffer
from loyalpos.engine.memberships import Ended
from loyalpos.engine.names import NameProblem
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.part_paid import Owed
from loyalpos.engine.phones import PhoneProblem
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.stamps import SwapProblem
from loyalpos.errors import CardTaken, PaymentTooLarge, StampsNotSwappable
from loyalpos.printing.customer.program import Section
from loyalpos.services.safekeeping import Safety
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.counter.footer import Footer
from loyalpos.ui.counter.link_panel import LinkPanel
from loyalpos.ui.counter.return_panel import ReturnPanel
from loyalpos.ui.counter.serve_panel import ServePanel
from loyalpos.ui.counter.terms_panel import TermsPanel
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.words.problems import (
    birthday_problem,
    name_problem,
    phone_problem,
)
from loyalpos.ui.words.refusals import sentence
from tests.ui.panel_shop import CANDIDATES, NOW, RECORDED, RETURN_DESK, SHOP, TODAY, VIP

__all__ = ["BESIDE_THE_BILL"]


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


_EXTRAS: tuple[Extra, ...] = (
    SaleOffer(VIP, renews=False),
    SaleOffer(replace(VIP, until=None), renews=True),
    EndOffer(Ended(VIP, 120_000, 79_000)),
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


_TWO_BILLS = (
    RETURN_DESK,
    replace(RETURN_DESK, bill=replace(RECORDED, number="10230", returned_vnd=25_000, parts=1)),
    replace(RETURN_DESK, bill=replace(RECORDED, number="10231", whole=True), name=None),
)

BESIDE_THE_BILL: dict[str, Callable[[bool], QWidget]] = {
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
