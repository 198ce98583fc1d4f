"""What the office does for causes and partners: codes noted, posters and settlements written."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from loyalpos.engine.codes import VoucherCode, grouped
from loyalpos.engine.partners import GivenCode
from loyalpos.errors import CodeNotOpen, Refusal, Unavailable
from loyalpos.services.sides import CauseLine, MonthWithPartners
from loyalpos.services.spreadsheet import Sheet, write_sheet
from loyalpos.services.till import Till
from loyalpos.ui.office.causes_box import CausesBox
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.partners_box import PartnersBox
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["SideDesk"]

_WIDTHS = (22, 28, 15, 15, 15)


class SideDesk(QObject):
    """Reads and carries out what the boxes of causes and partners ask for."""

    def __init__(self, page: Page, causes: CausesBox, partners: PartnersBox, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._causes = causes
        self._partners = partners
        self._work = work
        self._lines: tuple[CauseLine, ...] = ()
        self._first: date | None = None
        causes.poster_wanted.connect(self._save_poster)
        causes.copy_wanted.connect(self._copy)
        partners.month_wanted.connect(self._show_other)
        partners.redeemed.connect(self._redeem)
        partners.reopen_wanted.connect(self._reopen)
        partners.sheets_wanted.connect(self._save_sheets)
        for box in (causes, partners):
            work.started.connect(partial(box.set_busy, busy=True))
            work.ended.connect(partial(box.set_busy, busy=False))

    def refresh(self) -> None:
        """Read again what was given, and the month that is shown."""
        till = self._page.till
        if till is None:
            return
        reader = self._page.workplace.reader
        refuse = self._page.refuse
        reader.run_latest(
            "office-causes",
            partial(_causes, till),
            done=self._show_causes,
            refused=refuse,
            unavailable=refuse,
        )
        reader.run_latest(
            "office-partners",
            partial(_month, till, self._first),
            done=self._show_month,
            refused=refuse,
            unavailable=refuse,
        )

    def _show_causes(self, lines: tuple[CauseLine, ...]) -> None:
        self._lines = lines
        self._causes.show_causes(lines, self._points_name(), self._wall_lines())

    def _points_name(self) -> str:
        till = self._page.till
        assert till is not None
        return till.shop.program_on(till.sides.today()).points_name

    def _wall_lines(self) -> str:
        if not self._lines:
            return ""
        from loyalpos.printing.side_papers import cause_line  # noqa: PLC0415 - few shops have causes

        name = self._points_name()
        return "\n".join(cause_line(one.total, name) for one in self._lines)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._wall_lines())
        self._page.tell(BannerKind.SUCCESS, self.tr("Copied"), self._wall_lines())

    def _save_poster(self) -> None:
        if self._page.till is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the poster"),
            partial(_save_poster, self._page.till, self._page.workplace.folders.causes, self.tr("poster")),
            done=self._say_saved,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_saved(self, folder: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"), str(folder))
        open_folder(folder)

    # Partners -------------------------------------------------------------------------------------

    def _show_month(self, shown: tuple[MonthWithPartners, date]) -> None:
        self._partners.show_month(*shown)

    def _show_other(self, first: date) -> None:
        self._first = first
        self.refresh()

    def _redeem(self, code: str) -> None:
        month = self._partners.month()
        if self._page.till is None or month is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.sides.redeem, VoucherCode(code), month.first),
            done=self._say_redeemed,
            refused=self._refuse_code,
            unavailable=self._page.refuse,
        )

    def _say_redeemed(self, given: GivenCode) -> None:
        assert given.code.redeemed is not None
        words = self.tr("{partner}: {code} was redeemed on {day}")
        self._page.tell(
            BannerKind.SUCCESS,
            words.format(
                partner=given.partner_name, code=grouped(given.code.code), day=day(given.code.redeemed)
            ),
            given.perk,
        )
        self._partners.say_redeemed()
        self.refresh()

    def _refuse_code(self, error: Refusal | Unavailable) -> None:
        if isinstance(error, CodeNotOpen):
            self._partners.say_refused(sentence(error))
        else:
            self._page.refuse(error)

    def _reopen(self, code: str) -> None:
        if self._page.till is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.sides.reopen, VoucherCode(code)),
            done=lambda _: self.refresh(),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _save_sheets(self) -> None:
        month = self._partners.month()
        if self._page.till is None or month is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the settlements"),
            partial(_save_sheets, self._page.till, month.first, self._page.workplace.folders.partners),
            done=self._say_saved,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )


def _causes(till: Till) -> tuple[CauseLine, ...]:
    return till.sides.causes()


def _month(till: Till, first: date | None) -> tuple[MonthWithPartners, date]:
    today = till.sides.today()
    return till.sides.partners(first or today.replace(day=1)), today


def _save_poster(till: Till, folder: Path, name: str, _progress: Progress) -> Path:
    from loyalpos.printing.paper import paper_pdf  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.side_papers import causes_paper  # noqa: PLC0415 - the same

    today = till.sides.today()
    totals = tuple(one.total for one in till.sides.causes())
    called = till.shop.program_on(today).points_name
    folder.mkdir(parents=True, exist_ok=True)
    paper_pdf(causes_paper(till.shop.description.name, totals, called, today), folder / f"{name}.pdf")
    return folder


def _save_sheets(till: Till, first: date, folder: Path, _progress: Progress) -> Path:
    from loyalpos.printing.paper import paper_pdf  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.side_papers import settlement_headings, settlement_paper  # noqa: PLC0415 - the same

    month = till.sides.partners(first)
    folder = folder / f"{first:%Y-%m}"
    for settled in month.settlements:
        codes = tuple(
            one
            for one in month.codes
            if one.code.partner == settled.partner.id
            and one.code.redeemed is not None
            and one.code.redeemed.replace(day=1) == first
        )
        name = "".join(letter for letter in settled.partner.name if letter.isalnum() or letter in " -_")
        path = folder / (" ".join(name.split())[:60] or settled.partner.id)
        rows = [
            (
                grouped(one.code.code),
                one.perk,
                day(one.code.issued),
                "" if one.code.redeemed is None else day(one.code.redeemed),
                one.code.settled_vnd,
            )
            for one in codes
        ]
        write_sheet(path.with_name(f"{path.name}.xlsx"), Sheet(settlement_headings(), rows, _WIDTHS))
        paper = settlement_paper(till.shop.description.name, settled, codes, first)
        paper_pdf(paper, path.with_name(f"{path.name}.pdf"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
