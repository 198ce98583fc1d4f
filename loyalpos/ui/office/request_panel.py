"""A request is written down: who asks, for what, and whether others have the data too."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import masked
from loyalpos.engine.requests import RequestKind, Wish
from loyalpos.services.till import Till
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.privacy_words import kind_name
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.consent import id_number_warning

__all__ = ["RequestPanel"]

_MOST_ROWS = 5
_LONGEST_WHO = 100
_LONGEST_WORDS = 500
_DAYS_BACK = 10


class RequestPanel(Translated, Panel):
    """Who asks is found among the members as they type, or stays as typed.

    Signals:
        sought(str): Look somebody up.
        received(Wish): Write this down.
    """

    sought = Signal(str)
    received = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._till: Till | None = None
        self._found: tuple[Candidate, ...] = ()
        self._member: Candidate | None = None
        self.kind = ChoiceBox()
        self.day = ChoiceBox()
        self._asks = Sentence({"kind": self.kind, "day": self.day})
        self.who = FieldBox("")
        self.who.edit.setMaxLength(_LONGEST_WHO)
        self.rows = RowList("", most_rows=_MOST_ROWS)
        self.words = FieldBox("")
        self.words.edit.setMaxLength(_LONGEST_WORDS)
        self.third_party = Switch("")
        self.save = ActionButton("", look=Look.PRIMARY)
        for part in (self._asks, self.who, self.rows, self.words, self.third_party, WrapRow(self.save)):
            self.body.addWidget(part)
        self.rows.hide()
        self.who.edit.textEdited.connect(self._seek)
        self.who.submitted.connect(self._go_on)
        self.rows.chosen.connect(self._take)
        self.rows.left.connect(self.who.edit.setFocus)
        self.rows.left_upwards.connect(self.who.edit.setFocus)
        self.words.edited.connect(lambda text: self.words.show_hint(id_number_warning(text)))
        self.save.clicked.connect(self._receive)
        self.retranslate()

    def attach(self, till: Till) -> None:
        """Offer the days of this shop."""
        self._till = till
        self._offer_days()

    def show_found(self, found: tuple[Candidate, ...]) -> None:
        """List the members it may be."""
        self._found = found[:_MOST_ROWS] if self._member is None else ()
        nameless = self.tr("Customer without a name")
        self.rows.set_rows(
            [Row(one.name or nameless, "" if one.phone is None else masked(one.phone)) for one in self._found]
        )
        self.rows.setVisible(bool(self._found))

    def clear(self) -> None:
        """Begin anew."""
        self._member = None
        self.who.set_text("")
        self.words.set_text("")
        self.third_party.setChecked(False)
        self.show_found(())

    def ask_who(self) -> None:
        """Say that somebody has to be named."""
        self.who.show_error(self.tr("Write down who asks"))
        self.who.edit.setFocus()

    def _seek(self, typed: str) -> None:
        self._member = None
        self.who.show_error("")
        self.sought.emit(typed)

    def _go_on(self) -> None:
        """Enter goes to the members found, or on where there are none: then who asks stays as typed."""
        if not self.rows.enter():
            self.words.edit.setFocus()

    def _take(self, row: int) -> None:
        self._member = self._found[row]
        self.who.set_text(self._member.name or self.tr("Customer without a name"))
        self.show_found(())
        self.words.edit.setFocus()

    def _receive(self) -> None:
        till = self._till
        if till is None:
            return
        today = till.shop.time.business_day(till.shop.now())
        self.received.emit(
            Wish(
                RequestKind(self.kind.choice()),
                today - timedelta(days=int(self.day.choice())),
                None if self._member is None else self._member.id,
                self.third_party.isChecked(),
                "" if self._member is not None else self.who.text(),
                self.words.text(),
            )
        )

    def _offer_days(self) -> None:
        if self._till is None:
            return
        shop = self._till.shop
        today = shop.time.business_day(shop.now())
        self.day.offer(
            [
                (str(back), dates.day_near(today - timedelta(days=back), today))
                for back in range(_DAYS_BACK + 1)
            ]
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("A customer asks for something"))
        self.kind.setAccessibleName(self.tr("What is asked for"))
        self.day.setAccessibleName(self.tr("Day it was asked"))
        self._asks.say(self.tr("{kind}, asked {day}"))
        self.kind.offer([(kind.value, kind_name(kind)) for kind in RequestKind])
        self._offer_days()
        self.who.set_label(self.tr("Who asks: name or last digits of the phone"))
        self.rows.setAccessibleName(self.tr("Members found"))
        self.words.set_label(self.tr("What they said (may stay empty)"))
        self.third_party.setText(self.tr("A partner or another firm has the data too (20 days)"))
        self.save.setText(self.tr("Write it down"))
