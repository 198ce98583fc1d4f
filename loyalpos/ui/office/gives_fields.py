"""What a gift consists of, as fields of a sentence: points, and stamps, tickets or a voucher if there are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.occasions import Gives
from loyalpos.engine.program import Program
from loyalpos.ui.office.choice_box import AddBox, ChoiceBox
from loyalpos.ui.office.known import Named, named_rows, offer_named
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import number_box
from loyalpos.ui.words import units

__all__ = ["GivesFields"]


class _Offered(Struct, frozen=True):
    """What a program has to give beside points."""

    cards: tuple[Named, ...]
    draws: tuple[Named, ...]
    vouchers: tuple[Named, ...]


class _MoreBox(AddBox):
    """Adds another thing to a gift; it says nothing of it."""

    def in_words(self) -> str:
        """Nothing: it is no part of what the gift consists of."""
        return ""


class GivesFields:
    """The boxes of a gift: those of what is given, and one to give more."""

    def __init__(self, gives: Gives, program: Program) -> None:
        self._gives = gives
        self._points = number_box(Number.WHOLE, gives.points)
        self._stamps = number_box(Number.WHOLE, gives.stamps)
        self._tickets = number_box(Number.WHOLE, gives.tickets)
        self._card, self._draw, self._voucher = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._more = _MoreBox()
        self._more.chosen.connect(self._add)
        self._offered = _Offered((), (), ())
        counts = {"stamps": gives.stamps, "tickets": gives.tickets, "voucher": gives.voucher}
        self._shown = {what for what, count in counts.items() if count}
        self.know(program)
        # Who takes the voucher away again must not find it chosen anew.
        offer_named(self._voucher, named_rows(self._offered.vouchers), gives.voucher, _none())

    @property
    def boxes(self) -> dict[str, QWidget]:
        """Every box by its field in the program's document."""
        return {
            "points": self._points,
            "stamps": self._stamps,
            "card": self._card,
            "tickets": self._tickets,
            "draw": self._draw,
            "voucher": self._voucher,
            "more": self._more,
        }

    def know(self, program: Program) -> None:
        """Offer what a program has now; what was chosen stays."""
        gives = self._gives
        self._offered = _Offered(program.stamp_cards, program.draws, program.vouchers)
        _offer(self._card, gives.card, self._offered.cards)
        _offer(self._draw, gives.draw, self._offered.draws)
        offer_named(self._voucher, named_rows(self._offered.vouchers), "", _none())

    def value(self) -> Gives:
        """Give what is typed; a card or a draw of which nothing is given stays as it was."""
        gives = self._gives
        stamps, tickets = self._stamps.value() or 0, self._tickets.value() or 0
        return Gives(
            self._points.value() or 0,
            stamps,
            _which(self._card, stamps, gives.card, gives.stamps),
            tickets,
            _which(self._draw, tickets, gives.draw, gives.tickets),
            self._voucher.choice(),
        )

    def words(self) -> str:
        """Give the piece of a sentence that names the boxes on show."""
        pieces = {
            "stamps": QCoreApplication.translate("GivesFields", "and {stamps} on {card}"),
            "tickets": QCoreApplication.translate("GivesFields", "and {tickets} for {draw}"),
            "voucher": QCoreApplication.translate("GivesFields", "and {voucher}"),
        }
        shown = (piece for what, piece in pieces.items() if what in self._shown)
        return " ".join(("{points}", *shown, *(("{more}",) if self._left() else ())))

    def retranslate(self, points_name: str) -> None:
        """Say the units in the language of the moment."""
        self._points.set_unit(points_name)
        self._stamps.set_unit(*units.stamps())
        self._tickets.set_unit(*units.tickets())
        offer_named(self._voucher, named_rows(self._offered.vouchers), "", _none())
        rows = {
            "stamps": QCoreApplication.translate("GivesFields", "stamps"),
            "tickets": QCoreApplication.translate("GivesFields", "tickets"),
            "voucher": QCoreApplication.translate("GivesFields", "a voucher"),
        }
        more = QCoreApplication.translate("GivesFields", "+ and also…")
        self._more.offer([("", more), *((what, rows[what]) for what in self._left())])
        self._more.choose("")

    def _left(self) -> list[str]:
        """Name what the shop has and the gift does not give yet."""
        offered = self._offered
        has = {"stamps": offered.cards, "tickets": offered.draws, "voucher": offered.vouchers}
        return [what for what, things in has.items() if things and what not in self._shown]

    def _add(self, what: str) -> None:
        if what not in self._left():
            return
        self._shown.add(what)
        if what == "voucher":
            self._voucher.choose(self._offered.vouchers[0].id)
        else:
            (self._stamps if what == "stamps" else self._tickets).set_value(1)

    def names(self) -> dict[str, str]:
        """Name the boxes for who cannot see them."""
        return {
            "points": QCoreApplication.translate("GivesFields", "Points given"),
            "stamps": QCoreApplication.translate("GivesFields", "Stamps given"),
            "card": QCoreApplication.translate("GivesFields", "On which card"),
            "tickets": QCoreApplication.translate("GivesFields", "Tickets given"),
            "draw": QCoreApplication.translate("GivesFields", "For which draw"),
            "voucher": QCoreApplication.translate("GivesFields", "Voucher given"),
            "more": QCoreApplication.translate("GivesFields", "What else is given"),
        }


def _none() -> str:
    return QCoreApplication.translate("GivesFields", "no voucher")


def _offer(box: ChoiceBox, present: str, named: Iterable[Named]) -> None:
    offer_named(box, named_rows(named), present)


def _which(box: ChoiceBox, count: int, was: str, was_count: int) -> str:
    if count > 0:
        return box.choice()
    return "" if was_count > 0 else was
