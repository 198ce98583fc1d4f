"""A member's card in the office: how it looks, printing it, a new one, one more code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.codes import CardScan, Decoded, ForeignScan, GoodsScan, VoucherScan, decode, grouped
from loyalpos.ui.office.card_preview import CardPreview
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.member_codes import MemberCodes
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["MemberCard"]


class MemberCard(Translated, Panel):
    """The card and what can be done with it.

    Signals:
        pdf_wanted(): Write it into a file.
        print_wanted(): Send it to a printer.
        phone_wanted(): Draw a code that fills the member's phone.
        picture_wanted(): Draw the card as it is printed, for a chat.
        slip_wanted(): Print it on the receipt printer.
        reissue_wanted(): A new card, and the old one is dead.
        link_wanted(str): One more code, as it was scanned.
    """

    pdf_wanted = Signal()
    print_wanted = Signal()
    phone_wanted = Signal()
    picture_wanted = Signal()
    slip_wanted = Signal()
    reissue_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._code: str | None = None
        self._number = Words("", "figure", "quiet")
        self._number.setProperty("data", 1)
        self.preview = CardPreview()
        self.pdf = ActionButton("", icon="card")
        self.printer = ActionButton("", icon="printer")
        self.phone = ActionButton("")
        self.picture = ActionButton("")
        self.slip = ActionButton("")
        self.link = ActionButton("")
        self.reissue = ActionButton("")
        self.code = FieldBox("")
        self.confirm = Confirm()
        self.body.addWidget(self.preview)
        self.body.addWidget(self._number)
        self.body.addWidget(WrapRow(self.pdf, self.printer, self.phone, self.picture, self.slip))
        self.body.addWidget(WrapRow(self.link, self.reissue))
        self.codes = MemberCodes()
        self.codes.hide()
        self.body.addWidget(self.code)
        self.body.addWidget(self.confirm)
        self.body.addWidget(self.codes)
        self.code.hide()
        self.pdf.clicked.connect(self.pdf_wanted)
        self.printer.clicked.connect(self.print_wanted)
        self.phone.clicked.connect(self.phone_wanted)
        self.picture.clicked.connect(self.picture_wanted)
        self.slip.clicked.connect(self.slip_wanted)
        self.link.clicked.connect(self._ask_for_code)
        self.reissue.clicked.connect(self._ask_whether)
        self.confirm.agreed.connect(self.reissue_wanted)
        self.confirm.given_up.connect(self.reissue.setFocus)
        self.code.submitted.connect(self._take_typed)
        self.code.edited.connect(self._forgive)
        self.retranslate()

    @property
    def is_linking(self) -> bool:
        """Whether the next code scanned is meant to become this member's."""
        return not self.code.isHidden()

    def show_card(self, face: CardFace | None) -> None:
        """Show a card, or that there is none."""
        self._code = None if face is None else face.code
        self._number.setText("" if face is None else grouped(face.code))
        self._number.setVisible(face is not None)
        self.preview.show_face(face, self.tr("The member's card, front and back"))
        for button in (self.pdf, self.printer, self.phone, self.picture, self.slip):
            button.setEnabled(face is not None)
        if self.code.edit.hasFocus():
            # Else the focus goes on to the box that follows, and the next code scanned with it.
            self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.hide()
        self.confirm.hide()

    def take_scan(self, decoded: Decoded) -> None:
        """Take the code that was scanned while one was asked for."""
        match decoded:
            case CardScan(code):
                self.link_wanted.emit(code)
            case ForeignScan(raw):
                self.link_wanted.emit(raw)
            case GoodsScan():
                self.show_problem(self.tr("This is the code of goods – scan the customer's own card"))
            case VoucherScan():
                self.show_problem(self.tr("This is a voucher, no card"))
            case _:
                self.show_problem(self.tr("Only part of the code was read – scan it again"))

    def show_problem(self, sentence: str) -> None:
        """Say why a code was not taken, and wait for another."""
        self.code.show()
        self.code.edit.clear()
        self.code.show_error(sentence)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_code(self) -> None:
        self.confirm.hide()
        self.code.set_text("")
        self.code.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_whether(self) -> None:
        self.code.hide()
        words = self.tr(
            "The old card {number} is dead from then on; the points stay. Print the new one right away."
        )
        number = "" if self._code is None else f"… {self._code[-4:]}"
        self.confirm.ask(words.format(number=number), self.tr("Issue a new card"))

    def _take_typed(self) -> None:
        typed = self.code.text().strip()
        if typed:
            self.take_scan(decode(typed))

    def _forgive(self) -> None:
        self.code.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Card"))
        self.pdf.setText(self.tr("PDF"))
        self.printer.setText(self.tr("Print"))
        self.phone.setText(self.tr("Picture for the phone"))
        self.picture.setText(self.tr("Picture of the card"))
        self.slip.setText(self.tr("On the receipt printer"))
        self.link.setText(self.tr("Link a code"))
        self.reissue.setText(self.tr("New card"))
        self.code.set_label(self.tr("Scan the old card or the code on the phone"))
