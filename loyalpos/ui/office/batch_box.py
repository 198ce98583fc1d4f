"""One batch of pre-printed cards: what became of it, and what can be done with some of its cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.batches import (
    Batch,
    BatchCard,
    CardState,
    NumbersProblem,
    Way,
    parse_numbers,
    ranges_text,
)
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.services.cards import LONGEST_LABEL
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["BatchBox"]


class BatchBox(Translated, Panel):
    """Says which cards are meant – by number, or by scanning one – and what is to become of them.

    Signals:
        print_wanted(Batch, tuple[int, ...], Way): These blanks, or all of them where none is named.
        spoil_wanted(Batch, tuple[int, ...]): These are spoilt.
        hand_wanted(Batch, tuple[int, ...], str): These blanks lie there now; ``""`` is in the drawer.
        scanned(str): A whole code was typed or scanned into the field.
    """

    print_wanted = Signal(object, object, object)
    spoil_wanted = Signal(object, object)
    hand_wanted = Signal(object, object, str)
    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._batch: Batch | None = None
        self._cards: tuple[BatchCard, ...] = ()
        self._shop = ShopTime()
        self._counts = Words("", "base", wrap=True)
        self._where = Words("", "small", "quiet", wrap=True)
        self.which = FieldBox("")
        self.pdf = ActionButton("", icon="card")
        self.printer = ActionButton("", icon="printer")
        self.spoilt = ActionButton("", icon="cross")
        self.to = FieldBox("")
        self.to.edit.setMaxLength(LONGEST_LABEL)
        self.hand = ActionButton("")
        self.confirm = Confirm()
        for part in (
            self._counts,
            self._where,
            self.which,
            WrapRow(self.pdf, self.printer, self.spoilt),
            self.confirm,
            self.to,
            WrapRow(self.hand),
        ):
            self.body.addWidget(part)
        self.pdf.clicked.connect(partial(self._print, Way.FILE))
        self.printer.clicked.connect(partial(self._print, Way.PRINTER))
        self.spoilt.clicked.connect(self._ask_spoilt)
        self.confirm.agreed.connect(self._spoil)
        self.confirm.given_up.connect(self.which.setFocus)
        self.hand.clicked.connect(self._hand)
        self.to.submitted.connect(self._hand)
        self.which.submitted.connect(self._look)
        self.which.edited.connect(self._forgive)
        self.hide()
        self.retranslate()

    @property
    def batch(self) -> Batch | None:
        """The batch that is open."""
        return self._batch

    def show_batch(self, batch: Batch | None, cards: tuple[BatchCard, ...], shop: ShopTime) -> None:
        """Open a batch, or none."""
        if batch is None or self._batch is None or batch.id != self._batch.id:
            self.which.set_text("")
            self.to.set_text("")
            self.confirm.hide()
        self._batch, self._cards, self._shop = batch, cards, shop
        self._show()
        self.setVisible(batch is not None)

    def name_card(self, number: int) -> None:
        """Mean the card that was scanned, beside those that are named already."""
        named = self._named()
        numbers = (*(named if isinstance(named, tuple) else ()), number)
        self.which.set_text(ranges_text(numbers))
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> tuple[int, ...] | NumbersProblem:
        most = 0 if self._batch is None else self._batch.cards
        return parse_numbers(self.which.text(), most)

    def _numbers(self, *, all_if_empty: bool = False) -> tuple[int, ...] | None:
        """Read which cards are meant; say so at the field where that cannot be read."""
        numbers = self._named()
        if isinstance(numbers, tuple):
            return numbers
        if numbers is NumbersProblem.EMPTY and all_if_empty:
            return ()
        self.which.show_error(self._problem(numbers))
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _problem(self, problem: NumbersProblem) -> str:
        if problem is NumbersProblem.EMPTY:
            return self.tr("Type the cards' numbers, or scan a card")
        if problem is NumbersProblem.OUTSIDE:
            words = self.tr("This batch has the cards 1 to {most}")
            most = 0 if self._batch is None else self._batch.cards
            return words.format(most=group_digits(most))
        return self.tr("Write numbers like 7 or 12-18, with commas between them")

    def _look(self) -> None:
        typed = "".join(self.which.text().split())
        if len(typed) == 16 and typed.isascii() and typed.isdigit():
            self.which.set_text("")
            self.scanned.emit(typed)
        else:
            self._numbers()

    def _print(self, way: Way) -> None:
        numbers = self._numbers(all_if_empty=True)
        if numbers is not None and self._batch is not None:
            self.print_wanted.emit(self._batch, numbers, way)

    def _ask_spoilt(self) -> None:
        numbers = self._numbers()
        if numbers is None:
            return
        meant = Counter(card.state for card in self._cards if card.number in numbers)
        if not meant[CardState.BLANK]:
            self.which.show_error(self.tr("None of these cards is blank: they have an owner or are dead"))
            return
        words = self.tr(
            "Cards {numbers}: the blank ones ({count}) are dead at once, nobody can join with them."
        )
        words = words.format(numbers=ranges_text(numbers), count=group_digits(meant[CardState.BLANK]))
        if meant[CardState.LINKED]:
            more = self.tr("Those with an owner ({count}) stay as they are.")
            words = f"{words} {more.format(count=group_digits(meant[CardState.LINKED]))}"
        self.confirm.ask(words, self.tr("They are spoilt"))

    def _spoil(self) -> None:
        numbers = self._numbers()
        if numbers is not None and self._batch is not None:
            self.which.set_text("")
            self.spoil_wanted.emit(self._batch, numbers)

    def _hand(self) -> None:
        numbers = self._numbers()
        if numbers is not None and self._batch is not None:
            self.which.set_text("")
            self.hand_wanted.emit(self._batch, numbers, self.to.text().strip())

    def _forgive(self) -> None:
        self.which.show_error("")
        self.confirm.hide()

    def _show(self) -> None:
        batch = self._batch
        if batch is None:
            return
        title = self.tr("Batch {number}, made {time}")
        time = dates.moment(batch.at, self._shop)
        self.set_title(title.format(number=group_digits(batch.number), time=time))
        words = self.tr(
            "Cards: {cards} · printed: {printed} · with an owner: {linked} · spoilt: {spoilt} ·"
            " replaced or lost: {dead} · still blank: {blank}"
        )
        self._counts.setText(
            words.format(
                cards=group_digits(batch.cards),
                printed=group_digits(batch.printed),
                linked=group_digits(batch.linked),
                spoilt=group_digits(batch.spoilt),
                dead=group_digits(batch.dead),
                blank=group_digits(batch.blank),
            )
        )
        self._where.setText("\n".join(self._places(self._cards)))
        self._where.setVisible(bool(self._where.text()))

    def _places(self, cards: Sequence[BatchCard]) -> list[str]:
        lines = []
        spoilt = [card.number for card in cards if card.state is CardState.SPOILT]
        if spoilt:
            lines.append(self.tr("Spoilt: {numbers}").format(numbers=ranges_text(spoilt)))
        unprinted = [card.number for card in cards if card.state is CardState.BLANK and not card.printed]
        if unprinted and len(unprinted) < len(cards):
            lines.append(self.tr("Not printed: {numbers}").format(numbers=ranges_text(unprinted)))
        handed: dict[str, list[int]] = {}
        for card in cards:
            if card.state is CardState.BLANK and card.handed_to is not None:
                handed.setdefault(card.handed_to, []).append(card.number)
        for place, numbers in handed.items():
            words = self.tr("With {place}: {numbers}")
            name = place or self.tr("somebody")
            lines.append(words.format(place=name, numbers=ranges_text(numbers)))
        return lines

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.which.set_label(self.tr("Which cards"))
        self.which.edit.setPlaceholderText(self.tr("7 or 12-18, or scan; empty: all blank"))
        self.pdf.setText(self.tr("PDF"))
        self.printer.setText(self.tr("Print"))
        self.spoilt.setText(self.tr("Spoilt…"))
        self.to.set_label(self.tr("Handed to"))
        self.to.edit.setPlaceholderText(self.tr("a table, somebody of the staff; empty: the drawer"))
        self.hand.setText(self.tr("Note where they are"))
        self.which.show_error("")
        self._show()
