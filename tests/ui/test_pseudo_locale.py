from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.advice import ShopKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.codes import decode, voucher_code
from loyalpos.engine.conditions import EveryOf, FirstPurchase, InTier, Not, OneOf, OnWeekdays, PaidBy
from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.goals import Metric
from loyalpos.engine.items import Catalogue, Item, ItemField
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import DonationReward, PartnerReward, Program
from loyalpos.engine.rules import AmountRule, Budget, TicketRule, UnknownRule, VisitRule
from loyalpos.engine.side_programs import Cause, Draw, Membership, Partner, Prize, StampCard, VoucherKind
from loyalpos.engine.tier_moves import MoveReason, Notice, TierState
from loyalpos.engine.tier_standing import TierTold, standing_in
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.trial import Gainer, Group, Part, Side, TrialSums
from loyalpos.errors import DiskFull, TrialCutOff
from loyalpos.services.trial import Tried
from loyalpos.settings import Folders, TillSettings
from loyalpos.ui.counter.lines_box import LinesBox
from loyalpos.ui.crash import CrashWindow
from loyalpos.ui.desktop.tray import Tray
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import install_language
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.office.causes_panel import CausesPanel
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.draws_panel import DrawsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.ending_panel import EndingPanel
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.items_page import ItemsPage
from loyalpos.ui.office.list_page import ListPage
from loyalpos.ui.office.member_tier import MemberTier
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.numbers import DayBox, NumberBox
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.partners_panel import PartnersPanel
from loyalpos.ui.office.plans_panel import PlansPanel
from loyalpos.ui.office.points_name_panel import PointsNamePanel
from loyalpos.ui.office.prize_boxes import PrizeBoxes
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.results_page import ResultsPage
from loyalpos.ui.office.rewards_page import RewardsPage
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.office.side_page import SidePage
from loyalpos.ui.office.side_rows import SidePanel
from loyalpos.ui.office.stamp_cards_panel import StampCardsPanel
from loyalpos.ui.office.tag_panel import TagPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel
from loyalpos.ui.office.window import OfficeWindow
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.start.restore_window import RestoreWindow
from loyalpos.ui.start.scanner_step import TEST_CODE
from loyalpos.ui.start.wizard import StartWizard
from loyalpos.ui.words.trial import group_phrase
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till
from tests.ui.counter_gallery import play
from tests.ui.office_desk import desktop
from tests.ui.panel_gallery import STATES, placed
from tests.ui.pseudo import Pseudo, catalogue, cut_texts, english_in, foreign_words, painted_by, texts_of
from tests.ui.scanner import KEYBOARD, scan
from tests.ui.spoken import catalogues, speaking
from tests.ui.till_desk import TillDesk

__all__ = ["catalogues", "speaking"]

P = TypeVar("P", bound=Page)

DATA = (
    "Nguyễn Văn Đức",
    "Trần Thị Mai",
    "Nguyễn Lê Hoàng Anh",
    "Quán Cà Phê Mây",
    "điểm",
    "Lan",
    "Giảm 50.000 ₫",
    "Tặng 1 bạc xỉu",
    "Dùng điểm trả một phần",
    "Giảm 10%",
    "Quà mới",
    "Tiệm Gội Lan",
    "LoyalPOS",
    # What stands in the panels' states.
    "Giảm 10% cho cả bàn",
    "Set quà Tết",
    "Vàng",
    "Kim cương",
    "Vòng quay may mắn",
    "Bánh flan",
    "Gội đầu",
    "Phiếu 10.000",
    "Vé quay số Tết",
    "Thẻ 10 ly",
    "Góp sách cho em",
    "Một buổi tập",
    "Ly sứ",
    "Túi vải",
    "Đặng Thị Thuỳ Trâm",
    "momo",
    "thẻ ngân hàng",
    "thẻ quà",
    "thẻ",
    "vàng",
    "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên",
    "Dị ứng đậu phộng, hay ngồi bàn 5 cạnh cửa sổ.",
    "Bạc xỉu",
    "Lê Hoàng Anh",
    "Phạm Quỳnh",
    "Hồ Xuân Hương",
    "OLD-4471-XZ",
    "nguyen van duc 99",
    # What is typed on the way.
    "Nguyen",
    "zzz 99",
    "THE-CU-0042",
    "Khách quý",
    "Vàng",
    "Kim cương",
    "xyzw",
    "duc",
    "Xe đạp",
    "Vàng",
    "Kim cương",
    "Spa Sen",
    # A picture's file.
    "png",
    "abc",
    # The customer list that is taken in.
    "khach cu.csv",
    "cup.png",
    "Điện thoại",
    "Điểm",
    "Tên khách hàng",
    "Đặng Thu",
    "Sai Số",
    "Trần Thị Bích Ngọc",
    # The catalogue, and the list that is taken into it.
    "mon.csv",
    "Cà phê sữa",
    "Cà phê",
    "Trà đào",
    "Sinh tố bơ",
    "Bạc xỉu",
    "Tên món",
    "Mã món",
    "Giá vốn",
    "Giá",
    "Cao cấp",
    "Đang bán",
    "không",
    "có",
    "ca-phe-sua",
    "tra-dao",
    "sinh-to-bo",
    "CFS",
    "BX",
)
"""What the shop of these tests has typed: its own names, not the program's words."""

ALIKE = frozenset({"Tiếng Việt", "English"})
"""What each language is called in itself, so that everybody finds it."""


SAME_IN_BOTH = frozenset(
    {
        "PDF",
        "CSV (*.csv)",
        "Excel (*.xlsx)",
        "24/11",
        "dd/mm/yyyy",
        "{count} KB",
        "{points} = {amount}",
        "{tag} ({count})",
        # Where customers heard of the shop.
        "Facebook",
        "TikTok",
        "Zalo",
        # Qt's names of printer's measures.
        "Cicero (CC)",
        "Didot (DD)",
        "Pica (P̸)",
        "Point (pt)",
    }
)
"""What is written alike in both languages."""


class Eye:
    """Looks at windows and judges every text."""

    def __init__(self, foreign: Callable[[str], str]) -> None:
        self._foreign = foreign
        self._found: dict[str, str] = {}
        self.read = 0

    def look(self, window: QWidget, where: str) -> None:
        """Read a window as it is now, and see whether all of it can be read."""
        # A text that needs another line is heard of by one layout after the other, up to the window.
        for _ in range(12):
            QApplication.processEvents()
        painted: list[str] = []
        with painted_by(painted.append):
            window.grab()
        for text in texts_of(window):
            self.judge(text.words, f"{where}: {text.widget} {text.part}")
        for words in painted:
            self.judge(words, f"{where}: painted")
        for cut in cut_texts(window):
            self._found.setdefault(cut, where)

    def judge(self, words: str, where: str) -> None:
        """Read something that is said."""
        self.read += 1
        if foreign := self._foreign(words):
            self._found.setdefault(f"“{words}” has “{foreign}”", where)

    def verdict(self) -> None:
        """Fail if anything was wrong anywhere."""
        assert self.read > 10
        assert not self._found, "\n".join(f"{where}: {what}" for what, where in self._found.items())


@pytest.fixture(params=["marked", "vietnamese"])
def eye(request: pytest.FixtureRequest, speaking: QApplication) -> Iterator[Eye]:
    """An eye for what is not of the catalogue, and one for English in the Vietnamese screens."""
    known = catalogue()
    if request.param == "vietnamese":
        install_language(speaking, "vi")
        looking = Eye(english_in(known))
        yield looking
        looking.verdict()
        return
    translator = Pseudo(known)
    speaking.installTranslator(translator)
    looking = Eye(lambda words: "" if words in ALIKE else foreign_words(words, DATA))
    yield looking
    speaking.removeTranslator(translator)
    looking.verdict()


class Desk(TillDesk):
    """A counter under the eye: what others paint is read."""

    eye: Eye

    def picture(self, path: Path) -> None:
        self.eye.look(self.screen, path.stem)


@pytest.mark.parametrize("strip", [False, True], ids=["whole", "strip"])
def test_every_word_at_the_counter_is_of_the_catalogue(
    qtbot: QtBot, tmp_path: Path, eye: Eye, strip: bool
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    for phone, name in (
        ("0912345678", "Nguyễn Văn Đức"),
        ("0911111111", "Trần Thị Mai"),
        ("0933333333", "Nguyễn Lê Hoàng Anh"),
    ):
        till.members.enrol(world.new_id(), Enrolment(Phone(phone), name, consents=(CONSENT,)))
    desk = Desk(qtbot, tmp_path, till=till, world=world)
    desk.eye = eye
    try:
        desk.wide.resize(1366, 768)
        desk.open()
        if strip:
            desk.fold().resize(380, 800)
        play(desk, tmp_path, "strip" if strip else "whole")
    finally:
        desk.close()
        till.shop.close()


@pytest.mark.parametrize("compact", [False, True], ids=["whole", "strip"])
def test_every_state_of_a_counters_panel_is_of_the_catalogue(qtbot: QtBot, eye: Eye, compact: bool) -> None:
    for name, make in STATES.items():
        panel = placed(make(compact), name, compact=compact)
        eye.look(panel, name)
        panel.close()
        panel.deleteLater()


def test_every_step_of_the_first_start_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    guard = ScanGuard(KEYBOARD.clock)
    wizard = StartWizard(TillSettings(language="vi"), guard)
    qtbot.addWidget(wizard)
    wizard.resize(1100, 700)
    wizard.show()
    qtbot.waitExposed(wizard)

    def go_on(where: str) -> None:
        wizard.go_on()
        eye.look(wizard, where)

    eye.look(wizard, "language")
    go_on("shop")
    go_on("shop without a name")
    wizard.shop.name.set_text("Tiệm Gội Lan")
    go_on("earning")
    row = wizard.earning.earning.rows()[0]
    for wrong in ("0", "abc", ""):
        row.per.selectAll()
        row.per.insert(wrong)
        row.per.changed.emit()
        go_on(f"earning for each “{wrong}”")
    row.per.insert("10000")
    row.per.changed.emit()
    go_on("reward")
    for at, kind in enumerate(("amount_off", "gift", "pay_with_points", "none"), start=1):
        wizard.reward.kinds.setFocus()
        QTest.keyClicks(wizard.reward.kinds, str(at))
        eye.look(wizard, f"reward {kind}")
    QTest.keyClicks(wizard.reward.kinds, "1")
    wizard.reward.rows["amount_off"].boxes.points.set_value(0)
    wizard.reward.rows["amount_off"].boxes.points.changed.emit()
    go_on("reward for nothing")
    wizard.reward.rows["amount_off"].boxes.points.set_value(500)
    wizard.reward.rows["amount_off"].boxes.points.changed.emit()
    go_on("scanner")
    layout = str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")
    for code in (TEST_CODE, TEST_CODE.translate(layout), TEST_CODE[:11], "8934588012228", "KH-000123"):
        KEYBOARD.clock.advance(5_000)
        scan(wizard, code)
        eye.look(wizard, f"scanned {code}")
    KEYBOARD.clock.advance(5_000)
    scan(wizard, TEST_CODE, gap_ms=140)
    eye.look(wizard, "scanned slowly")
    wizard.refuse(DiskFull(Path("shop.loyalpos")))
    eye.look(wizard, "disk full")


class Owner:
    """An owner in the office, under the eye."""

    def __init__(self, qtbot: QtBot, folder: Path, eye: Eye) -> None:
        self.qtbot = qtbot
        self.eye = eye
        self.world = World()
        self.till = new_till(folder, self.world)
        self.folders = Folders(folder)
        self.lanes = [Lane(name) for name in ("reader", "writer", "files")]
        reader, writer, files = self.lanes
        self.window = OfficeWindow(reader, writer, files, self.folders, TillSettings(), self.world.clock)
        for page in self.window.pages():
            page.said.connect(lambda _kind, title, more: eye.judge(f"{title}\n{more}", "said"))
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.attach(self.till)
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=60_000)
            QApplication.processEvents()

    def go_to(self, name: str, kind: type[P]) -> P:
        self.window.go_to(name)
        self.settle()
        page = self.window.page()
        assert isinstance(page, kind)
        self.look(name)
        return page

    def look(self, where: str) -> None:
        self.settle()
        self.eye.look(self.window, where)

    def click(self, button: QAbstractButton) -> None:
        button.click()
        self.settle()
        self.look(f"after “{button.text()}”")

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()


@pytest.fixture
def owner(qtbot: QtBot, tmp_path: Path, eye: Eye) -> Iterator[Owner]:
    opened = Owner(qtbot, tmp_path, eye)
    yield opened
    opened.close()


def test_every_word_about_members_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("members", MembersPage)
    member = enrolled(owner.till)
    enrolled(owner.till, "0987654321", "Trần Thị Mai")
    bill = owner.world.new_id()
    owner.till.counter.record_bill(owner.world.new_id(), member, Bill(8_000_000, number="1000"))
    owner.till.counter.record_bill(bill, member, Bill(8_000_000, number="1001"), (Taken("off50"),))
    owner.till.returns.return_bill(owner.till.returns.bills_of(member)[0].id, 1, 50_000)
    page.refresh()
    owner.look("members found")
    page.box.setText("xyzw")
    owner.look("nobody found")
    owner.window.open_member(member)
    owner.look("a member")
    particulars = page.details.particulars
    for field, wrong in (("phone", "12"), ("phone", "0987654321"), ("name", "12345"), ("birthday", "31/2")):
        box = getattr(particulars, field)
        before = box.text()
        box.edit.setText(wrong)
        box.submitted.emit()
        owner.look(f"{field} {wrong}")
        box.set_text(before)
    owner.click(page.details.card.link)
    for code in ("8934563138165", TEST_CODE[:9], str(owner.till.members.member(member).card)):
        page.details.card.take_scan(decode(code))
        owner.look(f"linking {code}")
    owner.click(page.details.card.reissue)
    with desktop():
        owner.click(page.details.card.phone)
        owner.click(page.details.card.confirm.yes)
    owner.click(page.details.back)
    owner.till.members.link(member, owner.till.cards.issue(owner.world.new_id(), 1)[0])
    owner.till.members.link(member, "THE-CU-0042")
    owner.window.open_member(member)
    owner.look("several cards of one account")
    page.details.card.codes.labels()[0].setText("Khách quý")
    page.details.card.codes.labels()[0].editingFinished.emit()
    owner.look("a card of somebody else")
    owner.click(page.details.back)
    owner.click(page.others.ending)
    owner.look("nobody's points end")
    owner.world.clock.forward(days=350)
    page.refresh()
    owner.look("points that end")
    ending = page.others.panel
    assert isinstance(ending, EndingPanel)
    owner.click(ending.back)
    owner.click(page.others.tags)
    tagging = page.others.panel
    assert isinstance(tagging, TagPanel)
    for wrong in ("", "9, 9", "9" * 41):
        tagging.tag.set_text(wrong)
        tagging.all.click()
        owner.click(tagging.put_on)
    tagging.tag.set_text("Khách quý")
    owner.click(tagging.put_on)
    owner.window.open_member(member)
    owner.look("a member with tags")
    origin = page.details.origin
    origin.box.setText("Trần Thị Mai")
    origin.box.textEdited.emit("Trần Thị Mai")
    owner.look("who may have sent them")
    origin.rows.chosen.emit(0)
    owner.look("who sent them is known")
    page.details.tags.box.submitted.emit()
    owner.look("a tag is missing")
    program = owner.till.shop.program_on(owner.till.shop.time.business_day(owner.world.clock.at))
    owner.till.shop.publish(
        replace(
            program,
            vouchers=(VoucherKind("v", "Phiếu 10.000", 30, rate_bp=500, cap_vnd=9_000, minimum_vnd=50_000),),
            memberships=(Membership("vip", "Thẻ 10 ly", 199_000, 1, 500),),
        )
    )
    owner.till.personal_vouchers.give(owner.world.new_id(), member, "v", "đợi lâu")
    (sale,) = owner.till.memberships.offers(member)
    assert isinstance(sale, SaleOffer)
    owner.till.memberships.sell(member, "vip", sale.sold.id)
    owner.window.open_member(member)
    owner.look("a member with a voucher")
    vouchers = page.details.vouchers
    owner.click(vouchers.give)
    owner.look("no reason for a voucher")
    vouchers.reason.set_text("đợi lâu")
    owner.click(vouchers.give)
    owner.look("a voucher given")
    owner.click(page.details.back)
    page.refresh()
    owner.look("members of a shop with memberships")
    owner.click(page.others.renewals)
    owner.look("nobody is to renew")
    owner.world.clock.forward(days=25)
    page.refresh()
    owner.look("who is to renew")


def test_every_word_about_cards_is_of_the_catalogue(owner: Owner) -> None:
    enrolled(owner.till)
    owner.till.cards.issue(owner.world.new_id(), 3)
    page = owner.go_to("cards", CardsPage)
    page.members.box.setText("duc")
    owner.look("members to choose")
    page.members.box.returnPressed.emit()
    owner.look("members chosen")
    page.batches.list.selectRow(0)
    page.batches.list.opened.emit(0)
    owner.look("a batch")
    for wrong in ("", "0", "1001", "abc"):
        page.batches.count.edit.setText(wrong)
        owner.click(page.batches.pdf)


def test_every_word_about_an_old_list_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    enrolled(owner.till)
    page = owner.go_to("list", ListPage)
    head = ("Điện thoại", "Tên khách hàng", "Điểm")
    rows = (
        ("0912345678", "Nguyễn Văn Đức", "120"),
        ("84987654321", "Trần Thị Bích Ngọc", "1.240"),
        ("0987654321", "Đặng Thu", "3"),
        ("12345", "Sai Số", "3"),
        ("0933445566", "12345", "-3"),
        ("", "Lan", "7"),
    )
    path = tmp_path / "khach cu.csv"
    path.write_text("\n".join(";".join(row) for row in (head, *rows)), encoding="utf-8")
    page.read(path)
    owner.look("a list")
    page.review.consent.click()
    owner.click(page.review.only_problems)
    owner.click(page.review.take_in)
    owner.click(page.undo)
    owner.click(page.lists.confirm.yes)
    path.write_bytes(b"PK\x03\x04 torn")
    page.read(path)
    owner.look("no list")


def test_every_word_about_items_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    page = owner.go_to("items", ItemsPage)
    owner.look("no items")
    for item in (
        Item("Cà phê sữa", 29_000, code="CFS", category="Cà phê", cost_vnd=9_000),
        Item("Trà đào", 35_000, premium=True),
        Item("Sinh tố bơ", 40_000, active=False),
    ):
        owner.till.items.describe(owner.world.new_id(), item)
    page.refresh()
    owner.look("items found")
    page.shelf.box.setText("xyzw")
    owner.look("nothing found")
    owner.click(page.shelf.add)
    form = page.form
    for field, wrongs in (
        (ItemField.NAME, ("", "Bạc xỉu " * 30, "Bạc xỉu\u0007", "Trà đào")),
        (ItemField.CODE, (TEST_CODE, "CFS")),
        (ItemField.TAGS, (",".join(str(number) for number in range(14)),)),
        (ItemField.PRICE, ("", "abc", "-1", "12.34", "9" * 15)),
    ):
        before = form.boxes[field].text()
        for wrong in wrongs:
            form.boxes[ItemField.PRICE].set_text("1")
            form.boxes[field].set_text(wrong)
            form.submit()
            owner.look(f"{field} {wrong}")
        form.boxes[field].set_text(before)
    for item in page.shelf.catalogue().items:
        page.shelf.opened.emit(item)
        owner.look(f"item {item.id}")
    owner.click(form.sale)
    head = ("Tên món", "Mã món", "Giá", "Giá vốn", "Cao cấp", "Đang bán")
    rows = (
        ("Cà phê sữa", "CFS", "31.000", "9000", "có", "không"),
        ("Bạc xỉu", "BX", "32000", "", "", ""),
        ("Bạc xỉu", "BX", "32000", "", "", ""),
        ("Bạc xỉu", "BX", "có", "-1", "Giá", "Giá"),
        ("Trà đào", "CFS-3", "35000", "", "có", "có"),
        ("", TEST_CODE, "", "12.34", "", ""),
        ("Bạc xỉu", "CFS-2", "1", "", "", ""),
    )
    path = tmp_path / "mon.csv"
    path.write_text("\n".join(";".join(row) for row in (head, *rows)), encoding="utf-8")
    page.read(path)
    owner.look("a list of items")
    owner.click(page.review.only_problems)
    owner.click(page.review.take_in)
    owner.click(page.undo)
    owner.click(page.lists.confirm.yes)


def test_every_word_of_the_panels_beside_the_points_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    kinds: tuple[type[SidePanel[Any]], ...] = (
        DrawsPanel,
        CausesPanel,
        PartnersPanel,
        PlansPanel,
        StampCardsPanel,
        VouchersPanel,
        MembershipsPanel,
    )
    # Alone, without the page: a look at all of it takes as long as ten at one of its panels.
    for kind in kinds:
        panel = kind()
        qtbot.addWidget(panel)
        panel.resize(760, 400)
        panel.show_program(PROGRAM)
        panel.show()
        eye.look(panel, f"nothing in {kind.__name__}")
        panel.add_button.click()
        row = panel.rows()[-1]
        numbers = [box for box in row.findChildren(NumberBox) if not box.isHidden()]
        for text, what in (("9.000.000.000", "too much"), ("abc", "no number")):
            for box in numbers:
                box.setText(text)
            for day in row.findChildren(DayBox):
                day.setText("31/01/2027")
            draft = panel.read(PROGRAM)
            panel.know(draft or PROGRAM)
            if draft is not None:
                panel.complain(problems_in(draft))
            eye.look(panel, f"{what} in {kind.__name__}")
        for prizes in row.findChildren(PrizeBoxes):
            prizes.add.click()
        for choice in row.findChildren(ChoiceBox):
            choice.setCurrentIndex(choice.count() - 1)
            choice.activated.emit(choice.count() - 1)
        eye.look(panel, f"the last choices in {kind.__name__}")
        panel.close()


def test_every_word_of_a_reward_that_brings_something_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    panel = RewardsPanel()
    qtbot.addWidget(panel)
    panel.resize(760, 1400)
    panel.show_program(
        replace(
            PROGRAM,
            vouchers=(VoucherKind("v", "Phiếu 10.000", 30, 10_000),),
            draws=(Draw("d", "Vé quay số Tết", date(2027, 1, 31), (Prize("Ly sứ"),)),),
            causes=(Cause("c", "Góp sách cho em", 100),),
            partners=(Partner("p", "Spa Sen", "Gội đầu"),),
        )
    )
    panel.show()
    for button in panel.add_buttons.values():
        button.click()
    eye.look(panel, "every kind of reward")


def test_every_word_of_the_results_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("results", ResultsPage)
    member = enrolled(owner.till, "0912345678", "Nguyễn Văn Đức")
    owner.till.counter.record_bill(owner.world.new_id(), member, Bill(50_000))
    owner.till.results.aim(owner.till.results.month().first, {Metric.SALES: 40_000, Metric.NEW_MEMBERS: 9})
    page.refresh()
    owner.look("a month with goals")
    owner.click(page.goals.change)
    page.goals.form.boxes[Metric.SALES].setText("abc")
    owner.click(page.goals.form.keep)
    page.goals.form.leave.click()
    owner.click(page.goals.earlier)


def test_every_word_of_an_invitation_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("settings", SettingsPage)
    page.invitation.boxes["en"].setPlainText("{nobody}")
    owner.click(page.invitation.save)
    page.invitation.boxes["en"].setPlainText("x" * 700)
    owner.click(page.invitation.save)


def test_every_word_beside_the_points_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("side", SidePage)
    draws = tuple(
        Draw(one, "Vòng quay may mắn", date(2026, 11, day), (Prize("Xe đạp"), Prize("Ly sứ", 3)))
        for one, day in (("a", 24), ("b", 30))
    )
    rules = (AmountRule("base", per_vnd=10_000), TicketRule("t", "a", 1), TicketRule("u", "b", 2))
    owner.till.shop.publish(Program(0, rules, draws=draws))
    for digit in range(2):
        member = enrolled(owner.till, f"091234567{digit}", "Nguyễn Văn Đức")
        owner.till.counter.record_bill(owner.world.new_id(), member, Bill(50_000))
    page.refresh()
    owner.look("two draws")
    owner.world.clock.forward(days=3)
    page.refresh()
    owner.settle()
    page.draws.list.chosen.emit([one.announced.draw.id for one in owner.till.draws.all()].index("a"))
    for _ in range(2):
        owner.click(page.draws.step)
        owner.click(page.draws.confirm.yes)
    with desktop():
        owner.click(page.draws.papers)
    _give_to_others(owner, page)


def _give_to_others(owner: Owner, page: SidePage) -> None:
    """Let points go to a cause and codes to a partner, and note them."""
    rewards = (
        DonationReward("give", "Góp sách cho em", 1, "books"),
        PartnerReward("wash", "Gội đầu", 1, "spa"),
    )
    rules = (AmountRule("base", per_vnd=1_000),)
    causes, partners = (
        (Cause("books", "Góp sách cho em", 100),),
        (Partner("spa", "Spa Sen", "Gội đầu", 9_000),),
    )
    owner.till.shop.publish(Program(0, rules, rewards, causes=causes, partners=partners))
    member = enrolled(owner.till, "0912345679", "Nguyễn Văn Đức")
    owner.till.counter.record_bill(owner.world.new_id(), member, Bill(50_000))
    for _ in range(3):
        bill = Bill(0), (Taken("give"), Taken("wash"))
        done = owner.till.counter.record_bill(owner.world.new_id(), member, *bill)
    owner.till.returns.undo(done.bill)
    page.refresh()
    owner.look("causes and partners")
    box = page.partners
    first = next(
        one.code.code for one in owner.till.sides.partners(date(2026, 11, 1)).codes if one.code.is_earned
    )
    for typed in ("97", voucher_code(3), first, first, done.codes[0].code.code):
        box.code.set_text(typed)
        box.code.submitted.emit()
        owner.look(f"typed {typed}")
    at = [one.code.code for one in owner.till.sides.partners(date(2026, 11, 1)).codes].index(first)
    box.codes.opened.emit(at)
    with desktop():
        for button in (page.causes.copy, page.causes.poster, box.sheets, box.earlier, box.later, box.reopen):
            owner.click(button)


def test_every_word_about_the_items_of_a_bill_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    box = LinesBox()
    qtbot.addWidget(box)
    box.resize(380, 400)
    box.show_catalogue(Catalogue((Item("Cà phê sữa", 29_000, "ca-phe-sua", "CFS"),)))
    box.show()
    eye.look(box, "no items yet")
    for text in ("2*CFS", "xyzw"):
        box.field.edit.setText(text)
        box.field.edited.emit(text)
        eye.look(box, f"typed {text}")
        box.field.submitted.emit()
        eye.look(box, f"entered {text}")


def test_every_word_about_the_program_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    for button in page.rewards.add_buttons.values():
        if button.isVisible():
            owner.click(button)
    earning, blackouts = page.panel(EarningPanel), page.panel(BlackoutsPanel)
    owner.click(blackouts.add_button)
    friends = page.panel(ReferralPanel)
    owner.click(friends.add_button)
    friends.most.setText("zzz 99")
    friends.edited.emit()
    owner.look("a number of friends that is none")
    friends.most.set_value(None)
    page.rewards.rows()[0].boxes.value.set_value(9_000_000)
    page.rewards.rows()[0].boxes.value.changed.emit()
    for row in page.rewards.rows()[4:]:
        row.boxes.item.setText("Lan")
        row.boxes.item.setModified(True)
        row.name.set_text("Quà mới")
    owner.look("a generous reward")
    owner.click(blackouts.spans()[0].remove)
    for box in (earning.rounding, earning.remainder, earning.expiry):
        for at in range(box.count()):
            box.setCurrentIndex(at)
            box.activated.emit(at)
            owner.look(f"choice {at}")
    earning.rounding.setCurrentIndex(0)
    earning.rounding.activated.emit(0)
    owner.click(page.bar.publish)
    owner.go_to("program", ProgramPage)
    owner.click(page.advice.unfold)
    for kind in (ShopKind.CAFE, ShopKind.BEAUTY, ShopKind.GROCERY):
        page.advice.kind.choose(kind.value)
        page.advice.kind.chosen.emit(kind.value)
        owner.look(f"advice for {kind}")
    page.advice.span.choose("year")
    page.advice.margin.set_value(500)
    page.advice.visits.set_value(1)
    page.advice.visits.changed.emit()
    owner.look("advice against points")
    page.advice.margin.setText("")
    page.advice.margin.changed.emit()
    owner.look("no advice")
    owner.click(page.advice.unfold)
    names = page.panel(PointsNamePanel)
    names.picture.setText("\U000e0fff")
    names.picture.changed.emit()
    owner.look("a sign no typeface has")
    owner.click(page.customers.print)
    poster = page.customers.window_open
    assert poster is not None
    owner.click(poster.message)
    owner.eye.look(poster, "the poster")
    poster.close()


def test_every_word_about_rewards_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    member = enrolled(owner.till)
    owner.till.counter.record_bill(owner.world.new_id(), member, Bill(10_000_000))
    owner.till.counter.record_bill(
        owner.world.new_id(), member, Bill(200_000), (Taken("off50"), Taken("coffee"))
    )
    page = owner.go_to("rewards", RewardsPage)
    owner.world.clock.forward(days=100)
    page.refresh()
    owner.look("all lie still")
    owner.till.rewards.count(owner.world.new_id(), "coffee", 0)
    photo = tmp_path / "cup.png"
    photo.write_bytes(b"broken")
    page._wanted = "coffee"
    page.take_photo(str(photo))
    owner.settle()
    Image.new("RGB", (20, 10)).save(photo)
    page.take_photo(str(photo))
    owner.settle()
    owner.look("a photo, and none left")


def test_every_word_about_rules_and_tiers_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    program = Program(
        7,
        (AmountRule("base", 10_000), UnknownRule("later", "later")),
        stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "cup"),),
        vouchers=(VoucherKind("v20", "Phiếu 10.000", 30, 20_000),),
        draws=(Draw("tet", "Vé quay số Tết", date(2027, 2, 1), ()),),
    )
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    earning, tiers, gifts = EarningPanel(whole=True), TiersPanel(), GiftsPanel()
    for panel in (earning, tiers, gifts):
        column.addWidget(panel)
        panel.show_program(program)
    column.addStretch(1)
    page.resize(760, 9_000)
    page.show()
    for _ in range(4):
        tiers.add_button.click()
    for row in tiers.rows():
        row.name.setText("Lan")
    tiers.over.choose("calendar_year")
    tiers.over.chosen.emit("calendar_year")
    eye.look(page, "tiers of a calendar year")
    tier = MemberTier()
    column.insertWidget(0, tier)
    plan = TierPlan(tiers=(Tier("gold", "Vàng", 1_000_000), Tier("ruby", "Kim cương", 2_000_000)))
    notice = Notice(date(2026, 11, 1), date(2026, 12, 1))
    for state in (TierState(), TierState(("gold",), notice=notice, floor="gold")):
        told = tuple(
            TierTold(notice.given, reason, "", "Vàng", notice, floor, "Khách quý")
            for reason in MoveReason
            for floor in ("", "Vàng")
        )
        for at in range(0, len(told), 6):
            tier.show_tier(standing_in(plan, state, 500_000), told[at : at + 6], "điểm")
            tier.floor.choose("ruby")
            tier.floor.chosen.emit("ruby")
            eye.look(page, f"a member's tier {state.tier} {at}")
    gifts.add_button.click()
    for occasion in GiftKind:
        if occasion not in (GiftKind.TIER, GiftKind.REFERRAL):
            kind = gifts.rows()[0].boxes["kind"]
            assert isinstance(kind, ChoiceBox)
            kind.chosen.emit(occasion.value)
            eye.look(page, f"a gift for {occasion.value}")
    for reached in ("points", "visits"):
        tiers.reached.choose(reached)
        tiers.reached.chosen.emit(reached)
        eye.look(page, f"tiers by {reached}")
    for at in range(1, earning.add_rule.count()):
        earning.add_rule.chosen.emit(earning.add_rule.name_at(at))
        eye.look(page, f"rule {earning.add_rule.name_at(at)}")
    earning.rule_rows()[2].buttons.add_limit.click()
    earning.rule_rows()[4].buttons.add_step.click()
    editor = earning.rule_rows()[3].condition
    assert editor is not None
    for at in range(1, editor.add.count()):
        editor.add.chosen.emit(editor.add.name_at(at))
    earning.caps.add_button.click()
    eye.look(page, "every condition")
    for clause in editor.clauses():
        for box in clause.boxes.values():
            if isinstance(box, QLineEdit):
                box.setText("xyzw")
    earning.read(program)
    eye.look(page, "conditions that cannot be read")
    earning.rule_rows()[0].unfold()
    both = OneOf((OnWeekdays((0, 6)), Not(EveryOf((FirstPurchase(), InTier(("",)), PaidBy(("Lan",)))))))
    asks = replace(program, rules=(VisitRule("v", 5, when=both), VisitRule("w", 5, when=OneOf(()))))
    earning.show_program(asks)
    eye.look(page, "a nested condition")
    earning.rule_rows()[0].unfold()
    eye.look(page, "a nested condition unfolded")


def test_every_word_about_what_is_seldom_asked_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    budgets, tiers = page.panel(BudgetsPanel), page.panel(TiersPanel)
    owner.click(budgets.add_button)
    owner.click(tiers.add_button)
    budgets.rows()[0].name.setText("Lan")
    tiers.rows()[0].name.setText("Lan")
    for spent, end in ((100, "stop"), (900_000, "stop"), (2_000_000, "ask"), (2_000_000, "stop")):
        budgets.rows()[0].at_end.choose(end)
        budgets.rows()[0]._spent_vnd = spent
        page.panel(EarningPanel).edited.emit()
        owner.look(f"a budget with {spent} spent, {end}")
    row, reward = page.panel(EarningPanel).rule_rows()[0], page.rewards.rows()[0]
    row.unfold()
    reward.unfold()
    assert row.extras is not None
    assert reward.asked is not None
    for extras in (row.extras, reward.asked.extras, tiers.rows()[0].extras):
        for at in range(1, extras.add.count()):
            extras.add.chosen.emit(extras.add.name_at(1))
            owner.look(f"more: {at}")
        for extra in extras.shown():
            for box in extra.boxes.values():
                if isinstance(box, NumberBox):
                    box.set_value(7)
                elif isinstance(box, QLineEdit):
                    box.setText("Lan")
    page.panel(EarningPanel).edited.emit()
    owner.look("everything typed")
    row.details.setChecked(False)
    reward.details.setChecked(False)
    page.panel(EarningPanel).edited.emit()
    owner.look("everything folded")


def test_every_word_about_drafts_and_revisions_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    welcome = page.panel(EarningPanel).welcome
    for points in (30, 40):
        welcome.set_value(points)
        welcome.changed.emit()
        owner.click(page.bar.keep)
        page.bar.starts.when.choose("day" if points == 40 else "tomorrow")
        page.bar.starts.when.chosen.emit(page.bar.starts.when.choice())
        owner.look("when it starts")
        page.bar.starts.on.setText("01/02/2099")
        page.bar.starts.on.changed.emit()
        owner.click(page.bar.publish)
    page.bar.starts.on.setText("01/02/2020")
    welcome.set_value(50)
    welcome.changed.emit()
    owner.look("a day that is over")
    owner.click(page.bar.drop)
    owner.click(page.bar.confirm.no)
    owner.click(page.bar.history)
    view = page.history.view
    assert view is not None
    owner.click(view.rows()[0].compare)
    view.older.choose("1")
    view.newer.choose("1")
    view.newer.chosen.emit("1")
    owner.look("nothing differs")
    owner.click(view.rows()[2].again)
    owner.click(view.confirm.yes)
    owner.click(page.bar.history)


def test_every_word_about_a_trial_is_of_the_catalogue(owner: Owner, eye: Eye) -> None:
    trial = owner.go_to("program", ProgramPage).side.trial
    owner.click(trial.begin)
    program = Program(
        7,
        (AmountRule("base", 10_000, name="Lan"), VisitRule("v", 5)),
        tiers=TierPlan(tiers=(Tier("t", "Lan", 1),)),
        budgets=(Budget("b", "Lan", 1_000),),
        point_cost_vnd=10,
        welcome_points=5,
    )
    for draft, spent_vnd, tier in ((90, 850, ""), (110, 1_200, "t"), (100, 0, "")):
        sums = TrialSums(
            bills=9,
            members=9,
            sales_vnd=1_000_000,
            recorded=Side(points=100, tiers={"": 9}),
            draft=Side(points=draft, spent_vnd={("b", date(2026, 10, 1)): spent_vnd}, tiers={tier: 9}),
            rules={"base": 10},
            groups={Group("Lan" if spent_vnd else "", Part.NOON): (9, draft)},
            top=(Gainer(UUID(int=1), 10),) if spent_vnd else (),
            more=3,
        )
        costless = replace(program, point_cost_vnd=0) if not spent_vnd else program
        trial.result.show_tried(Tried(90, costless, bool(spent_vnd), costless, sums, {}))
        owner.look(f"{draft} points")
    trial.tell(TrialCutOff())
    owner.look("a trial that was ended")
    for category in ("", "Lan"):
        for part in (*Part, None) if category else Part:
            eye.judge(group_phrase(Group(category, part)), "a group")


def test_every_word_about_backups_and_settings_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("backups", BackupsPage)
    owner.click(page.back_up)
    owner.click(page.check)
    enrolled(owner.till)
    page.table.selectRow(0)
    page.table.opened.emit(0)
    owner.click(page.restore)
    settings = owner.go_to("settings", SettingsPage)
    for colour in ("#0f6e5f", "#ffffff", "abc"):
        settings.shop.brand.code.setText(colour)
        settings.shop.brand.code.textEdited.emit(colour)
        owner.look(f"colour {colour}")
    settings.shop.name.set_text("")
    owner.click(settings.shop.save)


def test_every_word_of_the_choice_among_backups_is_of_the_catalogue(
    qtbot: QtBot, eye: Eye, tmp_path: Path
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    made = till.days.back_up(tmp_path / "backups")
    window = RestoreWindow(replaces=True)
    qtbot.addWidget(window)
    window.show_looking(tmp_path)
    window.show()
    eye.look(window, "backups are read")
    window.show_backups(())
    eye.look(window, "no backup")
    window.show_backups((made,))
    eye.look(window, "backups")
    window.restore.click()
    eye.look(window, "backup asked about")
    window.confirm.yes.click()
    eye.look(window, "backup brought back")
    window.refuse(DiskFull(tmp_path))
    eye.look(window, "backup refused")
    till.shop.close()


def test_every_word_beside_the_windows_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    crash = CrashWindow()
    qtbot.addWidget(crash)
    crash.tell(ValueError("x"))
    eye.look(crash, "crash")
    tray = Tray()
    for action in tray.menu.actions():
        eye.judge(action.text(), "tray")


def test_vietnamese_says_everything_otherwise_than_english() -> None:
    same = {source for (_, source), translation in catalogue().items() if source == translation}
    assert same <= SAME_IN_BOTH
