"""Every word of the office about items, results, settings and backups comes from the catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.goals import Metric
from loyalpos.engine.items import Item, ItemField
from loyalpos.engine.program import DonationReward, PartnerReward, Program
from loyalpos.engine.rules import AmountRule, TicketRule
from loyalpos.engine.side_programs import Cause, Draw, Partner, Prize
from loyalpos.errors import DiskFull
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.items_page import ItemsPage
from loyalpos.ui.office.results_page import ResultsPage
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.office.side_page import SidePage
from loyalpos.ui.start.restore_window import RestoreWindow
from loyalpos.ui.start.scanner_step import TEST_CODE
from tests.shops import World, enrolled, new_till
from tests.ui.eye import Eye, Owner, eye, owner
from tests.ui.office_desk import desktop
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "eye", "owner", "speaking"]


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
