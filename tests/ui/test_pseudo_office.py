"""Every word of the office about people, cards, items and backups comes from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from loyalpos.engine.batches import Way
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import decode, voucher_code
from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.goals import Metric
from loyalpos.engine.items import Item, ItemField
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import DonationReward, PartnerReward, Program
from loyalpos.engine.rules import AmountRule, TicketRule
from loyalpos.engine.side_programs import Cause, Draw, Membership, Partner, Prize, VoucherKind
from loyalpos.errors import DiskFull
from loyalpos.printing.listing import Listing
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.office.ending_panel import EndingPanel
from loyalpos.ui.office.items_page import ItemsPage
from loyalpos.ui.office.list_page import ListPage
from loyalpos.ui.office.member_papers import checklist, friend_papers, letter_papers
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.paper_fields import CARDS, CHECKLIST, FRIENDS, LETTERS
from loyalpos.ui.office.results_page import ResultsPage
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.office.side_page import SidePage
from loyalpos.ui.office.statement_paper import statement_listing, statement_papers
from loyalpos.ui.office.tag_panel import TagPanel
from loyalpos.ui.start.restore_window import RestoreWindow
from loyalpos.ui.start.scanner_step import TEST_CODE
from tests.shops import CONSENT, World, enrolled, new_till
from tests.ui.eye import Eye, Owner, eye, owner
from tests.ui.office_desk import desktop
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "eye", "owner", "speaking"]


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
    for kind in (LETTERS, CHECKLIST, FRIENDS, CARDS):
        page.members.papers.kind.choose(kind)
        page.members.papers.kind.chosen.emit(kind)
        owner.look(f"{kind} for members")
    page.members.papers.kind.choose(LETTERS)
    page.members.papers.kind.chosen.emit(LETTERS)
    for wrong in ("", "abc {xyzw}", "a" * 3_000):
        page.members.papers.words.setPlainText(wrong)
        owner.look("words of a letter that are not to be printed")
    owner.click(page.members.papers.usual)
    member = owner.till.members.find("duc")[0].id
    messages = Consent(Purpose.MESSAGES, "messages", 1, "vi", "spoken")
    owner.till.members.enrol(
        owner.world.new_id(),
        Enrolment(
            Phone("0911111111"), "Trần Thị Mai", birthday=Birthday(24, 11), consents=(CONSENT, messages)
        ),
    )
    owner.till.tags.change((member,), on=("Khách quý",))
    page.refresh()
    for group in ("month:11", "tag:Khách quý", "month:12"):
        page.members.group.choose(group)
        page.members.group.chosen.emit(group)
        owner.look(f"{group} picked")
    for said in (
        statement_papers(owner.till, member, "Lan").title,
        *listing_words(statement_listing(owner.till.statements.of(member), "Lan", "", owner.till.shop.time)),
        *listing_words(checklist(owner.till, (member,), "Lan")),
        letter_papers(owner.till, (member,), "", paper="a5", with_code=True).title,
        friend_papers(owner.till, (member,)).title,
    ):
        owner.eye.judge(said, "on paper")
    page.members.clear()
    page.batches.list.selectRow(0)
    page.batches.list.opened.emit(0)
    owner.look("a batch")
    box = page.batches.box
    for wrong in ("", "9", "xyzw"):
        box.which.set_text(wrong)
        owner.click(box.spoilt)
    box.which.set_text("2-3")
    owner.click(box.spoilt)
    owner.look("cards to be spoilt")
    owner.click(box.confirm.yes)
    box.which.set_text("1")
    box.to.set_text("Lan")
    owner.click(box.hand)
    owner.look("a spoilt card, and one that lies elsewhere")
    box.which.set_text("1-2")
    owner.click(box.hand)
    owner.click(box.hand)
    box.which.set_text("2")
    owner.click(box.spoilt)
    codes = [card.code for card in owner.till.cards.cards_of(owner.till.cards.batches()[0].id)]
    owner.till.print_runs.send(owner.world.new_id(), codes[:1], Way.PRINTER)
    owner.till.print_runs.send(owner.world.new_id(), codes, Way.FILE, batch=owner.till.cards.batches()[0].id)
    page.refresh()
    owner.look("what was printed is asked about")
    owner.click(page.question.again)
    owner.click(page.question.go)
    owner.look("from which card on")
    owner.click(page.question.well)
    owner.look("the next question")
    owner.click(page.question.none)
    page.runs_panel.list.opened.emit(0)
    owner.look("what was answered is opened again")
    for wrong in ("", "0", "1001", "abc"):
        page.batches.count.edit.setText(wrong)
        owner.click(page.batches.pdf)


def listing_words(listing: Listing) -> Iterator[str]:
    """Everything a paper says."""
    yield from (listing.title, listing.strong, *listing.facts, listing.note)
    for table in listing.tables:
        yield from (table.title, table.none, *(column.heading for column in table.columns))
        for row in table.rows:
            yield from (*row.cells, *row.under)


def test_every_word_about_the_look_of_cards_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    enrolled(owner.till)
    page = owner.go_to("cards", CardsPage)
    owner.click(page.design)
    desk = page.design_desk
    assert desk is not None
    for thumb in desk.panel.templates.thumbs:
        owner.click(thumb)
        owner.look(thumb.template)
    for colour in ("#f2c230", "#000000", "#1234"):
        desk.panel.brand.set_brand(colour)
        desk.panel.brand.edited.emit()
        owner.look(colour)
    owner.click(desk.panel.switches["number"])
    owner.click(desk.panel.usual)
    desk.panel.terms.setPlainText("9" * 401)
    owner.look("terms that are too long")
    for beginning in ("<svg/>", "no picture"):
        (tmp_path / "cup.png").write_text(beginning)
        desk.take_logo(str(tmp_path / "cup.png"))
        owner.look(f"no logo: {beginning}")
    owner.click(desk.bar.back)
    owner.click(desk.bar.confirm.no)
    desk.panel.terms.setPlainText("9")
    desk.panel.brand.set_brand("#a8324a")
    desk.panel.brand.edited.emit()
    owner.click(desk.bar.save)


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
