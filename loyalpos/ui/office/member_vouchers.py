"""The vouchers of one member: those that are open, as paper or picture, and one more given by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.codes import grouped
from loyalpos.engine.extras import HeldVouchers
from loyalpos.engine.vouchers import Presented
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.rewards import voucher_terms

__all__ = ["MemberVouchers"]

_MOST = 12
_LONGEST_REASON = 200


class MemberVouchers(Translated, Panel):
    """Open vouchers, each with its two buttons, and under them the one that can be given.

    Signals:
        give_wanted(str, str): The kind by id, and the reason.
        picture_wanted(object): The voucher is wanted as a picture for a chat.
        pdf_wanted(object): The voucher is wanted on paper.
    """

    give_wanted = Signal(str, str)
    picture_wanted = Signal(object)
    pdf_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._held: HeldVouchers | None = None
        self._none = Words("", "base", "quiet", wrap=True)
        self._list = QVBoxLayout()
        self._rows: list[QWidget] = []
        self.kind = ChoiceBox()
        self._sentence = Sentence({"kind": self.kind})
        self.reason = FieldBox("")
        self.reason.edit.setMaxLength(_LONGEST_REASON)
        self.give = ActionButton("", look=Look.PRIMARY, icon="gift")
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        for part in (self._sentence, self.reason, WrapRow(self.give)):
            self.body.addWidget(part)
        self.reason.submitted.connect(self._give)
        self.reason.edited.connect(lambda _text: self.reason.show_error(""))
        self.give.clicked.connect(self._give)
        self.hide()
        self.retranslate()

    def show_vouchers(self, held: HeldVouchers) -> None:
        """Show what a member has; a shop without vouchers sees nothing of it."""
        self._held = held
        self.setVisible(bool(held.open or held.kinds))
        self.retranslate()

    def say_given(self) -> None:
        """Begin anew: the reason was another voucher's."""
        self.reason.set_text("")

    def show_problem(self, sentence: str) -> None:
        """Say why none was given."""
        self.reason.show_error(sentence)
        self.reason.setFocus()

    def _give(self) -> None:
        self.give_wanted.emit(self.kind.choice(), self.reason.text())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Vouchers"))
        self._none.setText(self.tr("No open voucher"))
        self.kind.setAccessibleName(self.tr("Which voucher"))
        self._sentence.say(self.tr("For this customer alone: {kind}"))
        self.reason.set_label(self.tr("Why"))
        self.give.setText(self.tr("Give this voucher"))
        held = self._held
        if held is None:
            return
        self.kind.offer([(kind.id, f"{kind.name} – {voucher_terms(kind)}") for kind in held.kinds])
        for part in (self._sentence, self.reason, self.give):
            part.setVisible(bool(held.kinds))
        self._none.setVisible(not held.open)
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in held.open[:_MOST]]
        for row in self._rows:
            self._list.addWidget(row)
        self._list.setSpacing(theme().gap)

    def _row(self, one: Presented) -> QWidget:
        words = self.tr("{voucher}: {worth}, until {day} · {code}")
        text = Words(
            words.format(
                voucher=one.kind.name,
                worth=voucher_terms(one.kind),
                day=day(one.voucher.last_day),
                code=grouped(one.voucher.code),
            ),
            wrap=True,
        )
        text.setProperty("data", 1)
        picture = ActionButton(self.tr("Picture"))
        pdf = ActionButton(self.tr("PDF"), icon="printer")
        for button in (picture, pdf):
            button.setAccessibleDescription(one.kind.name)
        picture.clicked.connect(partial(self.picture_wanted.emit, one))
        pdf.clicked.connect(partial(self.pdf_wanted.emit, one))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        column.addWidget(WrapRow(picture, pdf))
        return row
