"""Every word of the office about members and their old list comes from the catalogue."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import decode
from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.side_programs import Membership, VoucherKind
from loyalpos.ui.office.ending_panel import EndingPanel
from loyalpos.ui.office.list_page import ListPage
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.tag_panel import TagPanel
from loyalpos.ui.start.scanner_step import TEST_CODE
from tests.shops import enrolled
from tests.ui.eye import Owner, eye, owner
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
