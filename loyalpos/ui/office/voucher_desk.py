"""What the office does with a member's vouchers: one is given by hand, one becomes a picture or a page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QSaveFile, Signal
from PySide6.QtGui import QGuiApplication, QImage

from loyalpos.engine.codes import grouped
from loyalpos.engine.members import Member
from loyalpos.engine.vouchers import Presented
from loyalpos.errors import CannotWrite, MemberGone, Refusal, VoucherNotGiven
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.member_vouchers import MemberVouchers
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.rewards import voucher_bills, voucher_worth

if TYPE_CHECKING:
    from loyalpos.printing.voucher import VoucherFace
    from loyalpos.ui.office.page import Page

__all__ = ["VoucherDesk"]


class VoucherDesk(QObject):
    """Carries out what the box of vouchers asks for.

    Signals:
        changed(): A voucher was given.
        gone(Refusal): The member is no longer there.
    """

    changed = Signal()
    gone = Signal(object)

    def __init__(self, page: Page, box: MemberVouchers, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._box = box
        self._work = work
        self._member: Member | None = None
        self._action: UUID | None = None
        box.give_wanted.connect(self._give)
        box.picture_wanted.connect(self._draw)
        box.pdf_wanted.connect(self._write)

    def open(self, member: Member) -> None:
        """Work for this member from now on."""
        if self._member is None or self._member.id != member.id:
            self._action = None
            self._box.say_given()
        self._member = member

    def _give(self, kind: str, reason: str) -> None:
        till, member = self._page.till, self._member
        if till is None or member is None:
            return
        # One id for one form: a second press or a retry gives one voucher.
        self._action = self._action or till.shop.outside.new_id()
        self._page.workplace.writer.run(
            partial(till.personal_vouchers.give, self._action, member.id, kind, reason),
            done=self._say_given,
            refused=self._refuse,
            unavailable=self._page.refuse,
        )

    def _say_given(self, given: Presented) -> None:
        self._action = None
        self._box.say_given()
        words = self.tr("{voucher} given, good until {day}")
        title = words.format(voucher=given.kind.name, day=day(given.voucher.last_day))
        self._page.tell(BannerKind.SUCCESS, title, grouped(given.voucher.code))
        self.changed.emit()

    def _refuse(self, error: Refusal) -> None:
        if isinstance(error, MemberGone):
            self.gone.emit(error)
        elif isinstance(error, VoucherNotGiven):
            self._box.show_problem(sentence(error))
        else:
            self._page.refuse(error)

    # On paper -------------------------------------------------------------------------------------

    def _face(self, one: Presented) -> VoucherFace | None:
        from loyalpos.printing.voucher import VoucherFace  # noqa: PLC0415 - printing costs start-up time

        till = self._page.till
        if till is None or self._member is None:
            return None
        words = self.tr("until {day}").format(day=day(one.voucher.last_day))
        bills, worth = voucher_bills(one.kind), voucher_worth(one.kind)
        return VoucherFace(
            till.shop.description.name,
            one.kind.name,
            worth[:1].upper() + worth[1:],
            " · ".join(filter(None, (bills, words))),
            self._member.name or "",
            one.voucher.code,
            till.shop.description.brand,
        )

    def _out(self, one: Presented, ending: str) -> Path | None:
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._page.refuse(CannotWrite(folder))
            return None
        word = self.tr("voucher")
        return folder / f"{word} {one.voucher.code[-6:]}.{ending}"

    def _draw(self, one: Presented) -> None:
        face, out = self._face(one), self._out(one, "png")
        if face is not None and out is not None:
            self._run(
                self.tr("Drawing the picture"), partial(_write_png, face, out), partial(self._say_png, out)
            )

    def _write(self, one: Presented) -> None:
        face, out = self._face(one), self._out(one, "pdf")
        if face is not None and out is not None:
            self._run(self.tr("Writing the voucher"), partial(_write_pdf, face, out), self._say_pdf)

    def _run(self, title: str, job: partial[bytes] | partial[Path], done: object) -> None:
        assert callable(done)
        self._work.run(
            self._page.workplace.files,
            title,
            job,
            done=done,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_png(self, out: Path, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        words = self.tr("Picture ready – paste it into the chat with the customer")
        self._page.tell(BannerKind.SUCCESS, words, str(out))
        open_folder(out.parent)

    def _say_pdf(self, out: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Voucher ready to print"), str(out))
        open_folder(out.parent)


def _write_png(face: VoucherFace, out: Path, _progress: Progress) -> bytes:
    from loyalpos.printing.voucher import voucher_png  # noqa: PLC0415 - as said

    png = voucher_png(face)
    file = QSaveFile(str(out))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly) or file.write(png) != len(png) or not file.commit():
        raise CannotWrite(out)
    return png


def _write_pdf(face: VoucherFace, out: Path, _progress: Progress) -> Path:
    from loyalpos.printing.voucher import voucher_pdf  # noqa: PLC0415 - as said

    return voucher_pdf(face, out)
