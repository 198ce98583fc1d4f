"""Who sent a new customer, and how they heard of the shop; both may stay empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import Candidate, Origin, Source
from loyalpos.engine.phones import masked
from loyalpos.errors import SourceMissing
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.widgets.choices import Combo
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.sources import source_text

__all__ = ["OriginFields"]

_LONGEST_TYPED = 300
_MOST_ROWS = 3


class OriginFields(QWidget, Themed):
    """A box that finds the one who sent the customer, by a scan, last digits or a name; and a quick pick.

    Enter takes the top row; the text of who was chosen stands in the box until somebody types over it.

    Signals:
        typed(str): Look somebody up; empty for nobody.
        chosen(object): The ``Candidate`` a person took, or None where somebody types over who was taken.
        answered(): Enter was pressed, and nothing is open here.
    """

    typed = Signal(str)
    chosen = Signal(object)
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Candidate, ...] = ()
        self._chosen: Candidate | None = None
        self._looking = False
        self._enter_waits = False
        self._asks_source = False
        self.referrer = FieldBox("")
        self.referrer.edit.setMaxLength(_LONGEST_TYPED)
        self._gift = Words("", "small", "brand", wrap=True)
        self.rows = RowList("", most_rows=_MOST_ROWS)
        self.source = Combo("")
        self._source = Field("", self.source)
        self._column = QVBoxLayout(self)
        for part in (self.referrer, self._gift, self.rows, self._source):
            self._column.addWidget(part)
        self.rows.hide()
        self.referrer.edit.textChanged.connect(self._look_up)
        self.referrer.submitted.connect(self._take_top)
        self.rows.chosen.connect(self._choose_row)
        self.rows.left.connect(self._back)
        self.rows.left_upwards.connect(self._back)
        self.source.currentIndexChanged.connect(lambda: self._source.show_error(""))
        self.retranslate()
        self.follow_theme()

    def begin(
        self, *, asks_referrer: bool, asks_source: bool = False, referrer: Candidate | None = None
    ) -> None:
        """Start empty, or with who was found already; without a program for friends nobody is asked for.

        Args:
            asks_source: Whether it has to be said how they heard of the shop: a digit chooses then.
        """
        self.referrer.setVisible(asks_referrer)
        self._asks_source = asks_source
        self.source.setCurrentIndex(0)
        self.retranslate()
        self._source.show_error("")
        self.choose(referrer)

    def choose(self, referrer: Candidate | None) -> None:
        """Take somebody as the one who sent the customer, or nobody."""
        self._chosen = referrer
        self._found = ()
        self._looking = self._enter_waits = False
        self.referrer.set_text("" if referrer is None else _called(referrer))
        self._show_rows()
        self._say_chosen()

    def show_found(self, found: tuple[Candidate, ...]) -> None:
        """List who fits what is typed."""
        if self._chosen is not None:
            return
        self._looking = False
        self._found = found[:_MOST_ROWS]
        self._show_rows()
        if self._enter_waits:
            self._take_top()

    def origin(self) -> Origin | None:
        """Where the customer comes from; None, said in place, where that is still to be chosen."""
        if self.referrer.text().strip() and self._chosen is None and not self.referrer.isHidden():
            self._say_nobody()
            return None
        at = self.source.currentIndex()
        source = tuple(Source)[at - 1] if at > 0 else None
        referrer = None if self._chosen is None else self._chosen.id
        if source is None and referrer is not None:
            source = Source.FRIEND
        if source is None and self._asks_source:
            self._source.show_error(sentence(SourceMissing()))
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Origin(referrer, source)

    def is_asking(self) -> bool:
        """Whether somebody is being named just now, so that a scanned card is theirs."""
        return self.referrer.edit.hasFocus() or self.rows.hasFocus()

    def enter_rows(self) -> bool:
        """Go from the box into the rows; False where there are none."""
        return self.referrer.edit.hasFocus() and self.rows.isVisible() and self.rows.enter()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.referrer.set_label(self.tr("Sent by (may stay empty)"))
        self.referrer.edit.setPlaceholderText(self.tr("scan their card, last digits or name"))
        self.rows.setAccessibleName(self.tr("Customers who may have sent them"))
        asked = self.tr("How did they hear of the shop? Type its number.")
        self._source.set_label(asked if self._asks_source else self.tr("How did they hear of the shop?"))
        at = max(0, self.source.currentIndex())
        self.source.clear()
        words = [source_text(one) for one in Source]
        if self._asks_source:
            # A digit typed into the box chooses what begins with it.
            words = [f"{at}  {text}" for at, text in enumerate(words, 1)]
        self.source.addItems([self.tr("not asked"), *words])
        self.source.setCurrentIndex(at)
        self._show_rows()
        self._say_chosen()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))

    def _look_up(self, text: str) -> None:
        if self._chosen is not None and text == _called(self._chosen):
            return
        if self._chosen is not None:
            self._chosen = None
            self._say_chosen()
            self.chosen.emit(None)
        self.referrer.show_error("")
        self._looking = bool(text.strip())
        self._enter_waits = False
        self._found = ()
        self._show_rows()
        self.typed.emit(text.strip())

    def _take_top(self) -> None:
        # Enter may come before the answer to the last letter: it means the row that will be on top.
        self._enter_waits = self._looking
        if self._looking:
            return
        if self._found and self._chosen is None:
            self._choose_row(0)
        elif self.origin() is not None:
            self.answered.emit()

    def _choose_row(self, row: int) -> None:
        self.choose(self._found[row])
        self.chosen.emit(self._chosen)
        self.referrer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def _back(self) -> None:
        self.referrer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        nameless = self.tr("No name yet")
        self.rows.set_rows(
            [
                Row(one.name or nameless, self.tr("no phone") if one.phone is None else masked(one.phone))
                for one in self._found
            ]
        )
        self.rows.setVisible(bool(self._found))

    def _say_chosen(self) -> None:
        self._gift.setText(self.tr("Both get their gift with the new customer's first bill"))
        self._gift.setVisible(self._chosen is not None)

    def _say_nobody(self) -> None:
        words = self.tr("Nobody is chosen – take a row below, or empty this box")
        none = self.tr("Nobody fits “{typed}” – another part of the name or number, or empty this box")
        typed = shortened(self.referrer.text(), 30)
        self.referrer.show_error(words if self._found else none.format(typed=typed))
        self.referrer.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _called(one: Candidate) -> str:
    """Write somebody into the box: by name, else by the last digits of the phone, else by nothing much."""
    return one.name or ("…" if one.phone is None else masked(one.phone))
