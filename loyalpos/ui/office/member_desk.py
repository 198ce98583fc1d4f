"""What the office does with the member who is open: corrections, cards, codes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.errors import (
    BirthdayUnwanted,
    CardKilled,
    CardSpoilt,
    CardTaken,
    MemberGone,
    PhoneTaken,
    ReasonMissing,
    Refusal,
)
from loyalpos.ui.office.card_on_slip import CardOnSlip
from loyalpos.ui.office.erasing_desk import ErasingDesk
from loyalpos.ui.office.friends_desk import FriendsDesk
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.member_details import MemberDetails, Seen
from loyalpos.ui.office.member_privacy import MemberPrivacy
from loyalpos.ui.office.member_ties import MemberTies
from loyalpos.ui.office.particulars import Changed
from loyalpos.ui.office.phone_picture import PhonePicture
from loyalpos.ui.office.printing_job import Cards, Printing, Way, card_papers
from loyalpos.ui.office.statement_paper import statement_papers
from loyalpos.ui.office.voucher_desk import VoucherDesk
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["MemberDesk"]


class MemberDesk(QObject):
    """Carries out what the details ask for, and says what came of it.

    Signals:
        changed(): Something of the member was written.
        gone(Refusal): The member is no longer there.
        erased(): The member was erased, as was wanted.
    """

    changed = Signal()
    gone = Signal(object)
    erased = Signal()

    def __init__(self, page: Page, details: MemberDetails, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._details = details
        self._seen: Seen | None = None
        self.printing = Printing(page)
        self._phone = PhonePicture(page, work)
        details.particulars.change_wanted.connect(self._change)
        self._ties = MemberTies(page, details)
        self._ties.changed.connect(self.changed)
        self._ties.gone.connect(self.gone)
        self._privacy = MemberPrivacy(page, details.privacy)
        self._privacy.changed.connect(self.changed)
        self._privacy.gone.connect(self.gone)
        details.tier.floor_wanted.connect(self._set_tier)
        card = details.card
        card.pdf_wanted.connect(partial(self._send_card, Way.FILE))
        card.print_wanted.connect(partial(self._send_card, Way.PRINTER))
        card.phone_wanted.connect(self._draw_for_phone)
        card.picture_wanted.connect(self._draw_for_chat)
        self._slip = CardOnSlip(page)
        card.slip_wanted.connect(self._print_on_slip)
        card.reissue_wanted.connect(self._reissue)
        details.statement.clicked.connect(partial(self._send_statement, Way.FILE))
        details.statement_printer.clicked.connect(partial(self._send_statement, Way.PRINTER))
        card.link_wanted.connect(self._link)
        self._friends = FriendsDesk(page, details.friends, work)
        self._vouchers = VoucherDesk(page, details.vouchers, work)
        self._vouchers.changed.connect(self.changed)
        self._vouchers.gone.connect(self.gone)
        self._erasing = ErasingDesk(page, details, work)
        self._erasing.changed.connect(self.changed)
        self._erasing.gone.connect(self.gone)
        self._erasing.erased.connect(self.erased)

    def open(self, seen: Seen) -> None:
        """Work for this member from now on."""
        self._ties.open(seen)
        self._privacy.open(seen.view.member.id)
        self._seen = seen
        self._vouchers.open(seen.view.member)
        self._friends.open(seen.view.member)
        self._erasing.open(seen)

    def _change(self, changed: Changed) -> None:
        if self._page.till is None or self._seen is None:
            return
        self._page.workplace.writer.run(
            partial(
                self._page.till.members.change,
                self._seen.view.member.id,
                name=changed.name,
                phone=changed.phone,
                birthday=changed.birthday,
                note=changed.note,
            ),
            done=self._say_saved,
            refused=self._refuse_change,
            unavailable=self._page.refuse,
        )

    def _say_saved(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.changed.emit()

    def _refuse_change(self, refusal: Refusal) -> None:
        if isinstance(refusal, PhoneTaken):
            words = self.tr("{name} has this number already")
            name = refusal.name or self.tr("Customer without a name")
            self._details.particulars.show_problem("phone", words.format(name=name))
        elif isinstance(refusal, BirthdayUnwanted):
            self._details.particulars.show_problem("birthday", sentence(refusal))
        elif isinstance(refusal, MemberGone):
            self.gone.emit(refusal)
        else:
            self._page.refuse(refusal)

    def _set_tier(self, tier: str, reason: str) -> None:
        till = self._page.till
        if till is None or self._seen is None:
            return
        action = till.shop.outside.new_id()
        self._page.workplace.writer.run(
            partial(till.tiers.set_by_hand, action, self._seen.view.member.id, tier, reason),
            done=self._say_saved,
            refused=self._refuse_tier,
            unavailable=self._page.refuse,
        )

    def _refuse_tier(self, refusal: Refusal) -> None:
        if isinstance(refusal, ReasonMissing):
            self._details.tier.show_problem(sentence(refusal))
        elif isinstance(refusal, MemberGone):
            self.gone.emit(refusal)
        else:
            self._page.refuse(refusal)

    # The card -------------------------------------------------------------------------------------

    def _file_name(self) -> str:
        assert self._seen is not None
        assert self._seen.face is not None
        name = self._seen.view.member.name or self.tr("card")
        return f"{name} {self._seen.face.code[-4:]}"

    def _send_card(self, way: Way) -> None:
        till = self._page.till
        if till is None or self._seen is None or self._seen.face is None:
            return
        face, name = self._seen.face, self._file_name()
        title = self.tr("Card of {name}").format(name=name)
        self.printing.send(card_papers(till, Cards(title, name, lambda: (face,), "cr80")), way)

    def _send_statement(self, way: Way, *_: object) -> None:
        till = self._page.till
        if till is None or self._seen is None:
            return
        member = self._seen.view.member
        name = member.name or self.tr("Customer without a name")
        self.printing.send(statement_papers(till, member.id, name), way)

    def _draw_for_phone(self) -> None:
        if self._seen is not None and self._seen.face is not None:
            self._phone.draw(self._seen.face, self._file_name())

    def _draw_for_chat(self) -> None:
        if self._seen is not None and self._seen.face is not None:
            self._phone.draw_card(self._seen.face, self._file_name())

    def _print_on_slip(self) -> None:
        if self._seen is not None and self._seen.face is not None:
            self._slip.send(self._seen.face)

    def _reissue(self) -> None:
        if self._page.till is None or self._seen is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.members.reissue_card, self._seen.view.member.id),
            done=self._say_reissued,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_reissued(self, _code: object) -> None:
        self._page.tell(
            BannerKind.SUCCESS, self.tr("New card – print it now"), self.tr("The old one is dead.")
        )
        self.changed.emit()

    def _link(self, code: str) -> None:
        if self._page.till is None or self._seen is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.members.link, self._seen.view.member.id, code),
            done=self._say_linked,
            refused=self._refuse_link,
            unavailable=self._page.refuse,
        )

    def _say_linked(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Linked – this code finds the member from now on"))
        self.changed.emit()

    def _refuse_link(self, refusal: Refusal) -> None:
        if isinstance(refusal, CardTaken | CardKilled | CardSpoilt):
            self._details.card.show_problem(sentence(refusal))
        else:
            self._page.refuse(refusal)
