"""A voucher is given to one member in the office, put on paper or into a chat; who is to renew is listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.side_programs import Membership, VoucherKind
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.renewals_panel import RenewalsPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from tests.shops import PROGRAM, enrolled
from tests.ui.office_desk import OfficeDesk, cells, desktop, office

Desk = OfficeDesk[MembersPage]

RICH = replace(
    PROGRAM,
    vouchers=(
        VoucherKind("sorry", "Xin lỗi khách", 14, value_vnd=30_000, minimum_vnd=50_000),
        VoucherKind("birthday", "Quà sinh nhật", 7, rate_bp=1_000, cap_vnd=50_000),
    ),
    memberships=(Membership("vip", "Thẻ VIP", 199_000, 1, 500),),
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as made:
        made.till.shop.publish(RICH)
        made.page.refresh()
        made.settle()
        yield made


def opened(desk: Desk) -> UUID:
    member = enrolled(desk.till)
    desk.type_into(desk.page.box, "nguyen van duc", enter=True)
    assert desk.page.details.isVisible()
    return member


def buttons(desk: Desk, text: str) -> list[ActionButton]:
    box = desk.page.details.vouchers
    return [one for one in box.findChildren(ActionButton) if one.text() == text and not one.isHidden()]


def give(desk: Desk, reason: str) -> None:
    box = desk.page.details.vouchers
    box.reason.edit.setText(reason)
    desk.press(box.reason.edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    desk.settle()


def test_a_voucher_is_given_with_a_reason_and_stands_in_the_list(desk: Desk) -> None:
    member = opened(desk)
    box = desk.page.details.vouchers
    give(desk, "")
    assert box.reason.notice.text() == "Say why this customer gets it"
    box.kind.choose("birthday")
    give(desk, "khách quen lâu năm")
    kind, title, code = desk.said[-1]
    assert (kind, title) == (BannerKind.SUCCESS, "Quà sinh nhật given, good until 30/11/2026")
    (held,) = desk.till.personal_vouchers.of(member).open
    assert code.replace(" ", "") == held.voucher.code
    assert box.reason.text() == ""
    assert len(buttons(desk, "PDF")) == 1
    give(desk, "thêm một phiếu nữa")
    assert len(desk.till.personal_vouchers.of(member).open) == 2


def test_it_becomes_a_picture_for_the_chat_and_a_page(desk: Desk) -> None:
    member = opened(desk)
    give(desk, "khách quen lâu năm")
    (held,) = desk.till.personal_vouchers.of(member).open
    with desktop() as shown:
        desk.click(buttons(desk, "Picture")[0])
        grey = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_Grayscale8)
        assert [found.text for found in zxingcpp.read_barcodes(grey)] == [held.voucher.code]
        desk.click(buttons(desk, "PDF")[0])
        (page,) = desk.folders.cards.glob("*.pdf")
        assert codes_in_pdf(page) == (held.voucher.code,)
        assert shown == [desk.folders.cards] * 2


def test_a_shop_without_vouchers_sees_nothing_of_them(desk: Desk) -> None:
    desk.till.shop.publish(PROGRAM)
    opened(desk)
    assert not desk.page.details.vouchers.isVisible()


def test_who_is_to_renew_is_listed_and_opened(desk: Desk) -> None:
    member = enrolled(desk.till)
    (sale,) = desk.till.memberships.offers(member)
    assert isinstance(sale, SaleOffer)
    desk.till.memberships.sell(member, "vip", sale.sold.id)
    desk.world.clock.forward(days=20)
    desk.page.refresh()
    desk.settle()
    desk.click(desk.page.others.renewals)
    panel = desk.page.others.panel
    assert isinstance(panel, RenewalsPanel)
    (row,) = cells(panel.table)
    assert (row[0], row[2], row[3]) == ("Nguyễn Văn Đức", "Thẻ VIP", "22/12/2026")
    panel.table.selectRow(0)
    desk.press(panel.table, Qt.Key.Key_Return)
    assert desk.page.details.isVisible()
