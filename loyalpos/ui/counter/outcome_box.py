"""What Enter would do to the open bill: its points, what the customer pays, what is left afterwards."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.brought import NOTHING
from loyalpos.engine.money import vnd
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.rewards import Quote
from loyalpos.ui.counter.earn_box import EarnBox
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.marks import ProgressLine, Tone
from loyalpos.ui.widgets.texts import Elided, Fitted, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.earning import next_point_text
from loyalpos.ui.words.points import named, signed
from loyalpos.ui.words.rewards import cost_text, member_discount_text

__all__ = ["OutcomeBox", "OutcomeLine"]


class _Outcome(CounterPanel):
    """Shows a quote, once it is told."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._quote: Quote | None = None
        self._desk: Desk | None = None
        self._waits = False

    def show_quote(self, quote: Quote | None, desk: Desk | None, *, waits: bool = False) -> None:
        """Show what the bill comes to; None while there is no total.

        Args:
            waits: The points that are to pay cannot pay, so that nothing can be said of it yet.
        """
        self._quote, self._desk, self._waits = None if waits else quote, desk, waits
        self.retranslate()

    def _is_lowered(self) -> bool:
        """Tell whether rewards or vouchers lower what the customer pays, or a part is paid later."""
        quote = self._quote
        return quote is not None and bool(
            quote.redemptions or quote.vouchers or quote.membership or quote.open_vnd
        )

    def _points_name(self) -> str:
        return "" if self._desk is None else self._desk.program.points_name


class OutcomeBox(_Outcome):
    """The outcome with its reasons."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._only_reasons = False
        self._foreseen: BillRecorded | None = None
        self._earn = EarnBox(compact=compact)
        self._offers = as_data(Words("", "small", wrap=True))
        self._pay_label = Words("", "base", wrap=True)
        self._pay = as_data(Fitted("", "title"))
        self._pay_why = as_data(Words("", "small", "quiet", wrap=True))
        self._after = Words("", "small", "quiet", wrap=True)
        self._meter: ProgressLine | None = None
        self._paying = QHBoxLayout()
        self._paying.addWidget(self._pay_label, 1)
        self._paying.addWidget(self._pay)
        self.whole.addWidget(self._earn)
        self.whole.addWidget(self._offers)
        self.whole.addLayout(self._paying)
        for words in (self._pay_why, self._after):
            self.whole.addWidget(words)
        self._take_sizes()
        self.retranslate()

    def show_offers(self, texts: tuple[str, ...]) -> None:
        """Tell of offers, a line each."""
        self._offers.setText("\n".join(texts))
        self._offers.setVisible(bool(texts))

    def show_foreseen(self, foreseen: BillRecorded | None) -> None:
        """Count and name the gifts that the bill would bring; None while they are not known."""
        if foreseen is not self._foreseen:
            self._foreseen = foreseen
            self._say_after()

    def show_only_reasons(self, *, on: bool) -> None:
        """Leave points and payment to a line elsewhere, or show them here."""
        if on != self._only_reasons:
            self._only_reasons = on
            self._earn.show_only_reasons(on=on)
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._pay_label.setText(self.tr("The customer pays"))
        self._earn.show_earning(self._quote, self._desk, waits=self._waits)
        self._say_payment()
        self._say_after()

    def _say_payment(self) -> None:
        self._pay_why.setVisible(self._is_lowered())
        for part in (self._pay_label, self._pay):
            part.setVisible(self._is_lowered() and not self._only_reasons)
        quote = self._quote
        if quote is None:
            return
        self._pay.setText(vnd(quote.paid_vnd))
        taken: list[str] = []
        if quote.membership is not None:
            taken.append(member_discount_text(quote.membership))
        taken += [f"{one.name} (−{cost_text(one, self._points_name())})" for one in quote.redemptions]
        taken += [f"{voucher.name} (−{vnd(voucher.value_vnd)})" for voucher in quote.vouchers]
        if quote.open_vnd:
            taken.append(self.tr("{amount} is paid later").format(amount=vnd(quote.open_vnd)))
        self._pay_why.setText(" · ".join(taken))

    def _say_after(self) -> None:
        quote, desk = self._quote, self._desk
        has_member = desk is not None and desk.member is not None
        self._after.setVisible(has_member)
        if self._meter is not None:
            self._meter.hide()
        if desk is None or not has_member:
            return
        if quote is None:
            words, balance, carry = self.tr("Now: {points}"), desk.account.balance, desk.account.carry
        else:
            words, balance = self.tr("After this bill: {points}"), quote.balance_after
            carry = desk.account.carry + quote.earning.carry_delta
        gifts: list[str] = []
        if quote is not None and self._foreseen is not None:
            balance = self._foreseen.balance
            if self._foreseen.brought != NOTHING:
                from loyalpos.ui.words.gifts import foreseen_texts  # noqa: PLC0415 - few bills bring more

                gifts = foreseen_texts(self._foreseen.brought, self._points_name())
        parts = [words.format(points=named(balance, self._points_name())), *gifts]
        missing = missing_vnd(desk.program, replace(desk.footing, carry=carry))
        if missing is not None:
            parts.append(next_point_text(missing, self._points_name()))
        if desk.tier is not None:
            parts += self._say_tier(desk, quote)
        self._after.setText(" · ".join(parts))

    def _say_tier(self, desk: Desk, quote: Quote | None) -> list[str]:
        """Say how far it is to the next tier, and show it as a bar."""
        # Most shops have no tiers, and no start waits for what paints them.
        from loyalpos.ui.counter.tier_words import next_tier_text, standing_after  # noqa: PLC0415 - as said

        after = standing_after(desk, quote)
        assert after is not None
        if self._meter is None:
            self._meter = ProgressLine(Tone.AMBER, self)
            self.whole.addWidget(self._meter)
        self._meter.setVisible(after.missing is not None)
        if after.missing is not None:
            self._meter.set_part(after.measured, after.missing.tier.threshold)
        text = next_tier_text(desk, after)
        return [text] if text else []

    def _take_sizes(self) -> None:
        look = theme()
        self.whole.setSpacing(look.px(10 if self.compact else 14))
        self._paying.setSpacing(look.gap)


class OutcomeLine(_Outcome):
    """The outcome in one line, for where there is no room for its reasons beside the button."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._pay = Fitted("", "strong")
        self._points = as_data(Fitted("", "title", "brand"))
        self._offer = as_data(Elided("", "small", "quiet"))
        self._offer.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self._pay, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._points, 0, Qt.AlignmentFlag.AlignVCenter)
        self.whole.addWidget(self._offer)
        self.whole.addLayout(self._row)
        self._take_sizes()
        self.retranslate()

    def show_offers(self, texts: tuple[str, ...]) -> None:
        """Tell of the first offer; all of them stand where the reasons do."""
        self._offer.setText(texts[0] if texts else "")
        self._offer.setVisible(bool(texts))

    @property
    def says_something(self) -> bool:
        """Whether the bill as it stands moves points or is paid in part by other things."""
        has_member = self._desk is not None and self._desk.member is not None
        return self._quote is not None and (has_member or self._is_lowered())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        quote, desk = self._quote, self._desk
        if quote is None:
            return
        self._pay.setText(
            self.tr("The customer pays {amount}").format(amount=vnd(quote.paid_vnd))
            if self._is_lowered()
            else self.tr("The customer gets")
        )
        self._points.setVisible(desk is not None and desk.member is not None)
        self._points.setText(f"{signed(quote.earning.points)} {self._points_name()}".strip())

    def _take_sizes(self) -> None:
        self._row.setSpacing(theme().gap)
