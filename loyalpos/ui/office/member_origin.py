"""Where a member came from: who sent them, how they heard of the shop, and whom they have brought."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate, Member, Origin, Source
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.services.referrals import Introductions
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.sources import source_text

__all__ = ["MemberOrigin"]

_MOST_ROWS = 5
_MOST_FRIENDS = 12


class MemberOrigin(Translated, Panel):
    """Who sent a member may be named while no bill has counted; the way they heard of the shop always.

    Signals:
        typed(str): Look somebody up; empty for nobody.
        said(Origin): The owner says where the member came from.
        opened(UUID): Another member is to be looked at.
    """

    typed = Signal(str)
    said = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._seen: Introductions | None = None
        self._found: tuple[Candidate, ...] = ()
        self._searching = False
        self._enter_waits = False
        self.source = ChoiceBox()
        self._heard = Sentence({"source": self.source})
        self._sent_by = Words("", "base", "quiet", wrap=True)
        self.referrer = ActionButton("", icon="people")
        self.drop = ActionButton("", look=Look.QUIET, icon="cross")
        self._referrer_row = WrapRow(self.referrer, self.drop)
        self.box = FindBox()
        self.rows = RowList("", most_rows=_MOST_ROWS)
        self._brought = Words("", "base", "quiet", wrap=True)
        self.friends = WrapRow()
        for part in (
            self._heard,
            self._sent_by,
            self._referrer_row,
            self.box,
            self.rows,
            self._brought,
            self.friends,
        ):
            self.body.addWidget(part)
        self.source.chosen.connect(self._say_source)
        self.referrer.clicked.connect(self._open_referrer)
        self.drop.clicked.connect(self._drop_referrer)
        self.box.textEdited.connect(self._search)
        self.box.returnPressed.connect(self._take_top)
        self.rows.chosen.connect(self._take)
        self.rows.left.connect(self.box.setFocus)
        self.rows.left_upwards.connect(self.box.setFocus)
        self.retranslate()

    def show_origin(self, seen: Introductions) -> None:
        """Show what is known, in place of what was typed."""
        self._seen = seen
        self.box.clear()
        self.show_found(())
        self._show()

    def show_found(self, found: tuple[Candidate, ...]) -> None:
        """List who may have sent the member."""
        self._found = found[:_MOST_ROWS]
        nameless = self.tr("Customer without a name")
        self.rows.set_rows(
            [Row(one.name or nameless, "" if one.phone is None else masked(one.phone)) for one in self._found]
        )
        self.rows.setVisible(bool(self._found))
        self._searching = False
        if self._enter_waits:
            self._take_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the rows."""
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.rows.enter():
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        seen = self._seen
        if seen is None:
            return
        self.source.choose("" if seen.origin.source is None else seen.origin.source.value)
        known = seen.referrer
        self.referrer.setVisible(known is not None)
        if known is not None:
            self.referrer.setText(self._called(known))
            self.referrer.setProperty("data", 1)
        self.drop.setVisible(known is not None and seen.may_change)
        asks = known is None and seen.may_change
        self.box.setVisible(asks)
        if known is not None:
            self._sent_by.setText(self.tr("Sent by"))
        elif asks:
            self._sent_by.setText(self.tr("Who sent them? It can be said until their first bill counts."))
        else:
            self._sent_by.setText(self.tr("Nobody was named before the first bill."))
        self._show_friends(seen.friends)

    def _show_friends(self, friends: tuple[Member, ...]) -> None:
        words = self.tr("Has brought {count} friends")
        self._brought.setText(words.format(count=group_digits(len(friends))))
        self._brought.setVisible(bool(friends))
        buttons = []
        for one in friends[:_MOST_FRIENDS]:
            button = ActionButton(self._called(one))
            button.setProperty("data", 1)
            button.clicked.connect(partial(self.opened.emit, one.id))
            buttons.append(button)
        self.friends.set_widgets(*buttons)

    def _called(self, one: Member) -> str:
        return one.name or (self.tr("Customer without a name") if one.phone is None else masked(one.phone))

    def _say_source(self, name: str) -> None:
        if self._seen is not None:
            self.said.emit(Origin(self._seen.origin.referrer, Source(name) if name else None))

    def _search(self, text: str) -> None:
        self._searching = True
        self._enter_waits = False
        self.typed.emit(text)

    def _take_top(self) -> None:
        # Enter may come before the answer to the last letter: it means the row that will be on top.
        self._enter_waits = self._searching
        if not self._searching:
            self._take(0)

    def _take(self, row: int) -> None:
        if self._seen is not None and row < len(self._found):
            source = self._seen.origin.source or Source.FRIEND
            self.said.emit(Origin(self._found[row].id, source))

    def _drop_referrer(self) -> None:
        if self._seen is not None:
            self.said.emit(Origin(None, self._seen.origin.source))

    def _open_referrer(self) -> None:
        if self._seen is not None and self._seen.referrer is not None:
            self.opened.emit(self._seen.referrer.id)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Where from"))
        self.source.setAccessibleName(self.tr("How they heard of the shop"))
        self.source.offer([("", self.tr("not asked")), *((one.value, source_text(one)) for one in Source)])
        self._heard.say(self.tr("Heard of the shop by {source}"))
        self.drop.setText(self.tr("Not them"))
        self.box.setAccessibleName(self.tr("Find who sent them"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.rows.setAccessibleName(self.tr("Members found"))
        self.show_found(self._found)
        self._show()
