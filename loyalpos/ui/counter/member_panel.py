"""The member who stands there: name, balance, what to say to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.birthdays import next_birthday
from loyalpos.engine.members import MemberView
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.phones import masked
from loyalpos.engine.times import ShopTime
from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened, stacked_when_large
from loyalpos.ui.counter.trouble import Trouble
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, KeyCap, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import called, named

if TYPE_CHECKING:
    from loyalpos.engine.acts import Desk
    from loyalpos.ui.counter.held_box import HeldBox

__all__ = ["MemberPanel"]

_BIRTHDAY_NEAR = timedelta(days=7)
_EXPIRES_AT_ONCE = timedelta(days=14)
_LONGEST_HUGE = 7
_LONGEST_NOTE = 160
_BUTTONS_BESIDE_PERCENT = 150


class MemberPanel(CounterPanel):
    """Who stands at the counter, or what can be done while nobody does.

    Signals:
        edit_wanted(): The member's particulars are to be changed.
        card_wanted(): A card is to be printed or replaced.
        serve_wanted(): Something else is to be done for the member.
        code_wanted(): The card's code is to be shown on the customers' screen, or taken away again.
        retold(): Name or balance is another.
        held_made(HeldBox): What the member has beside points was made for the first time; the strip
            gives it a place of its own.
    """

    edit_wanted = Signal()
    card_wanted = Signal()
    serve_wanted = Signal()
    code_wanted = Signal()
    held_made = Signal(object)
    retold = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._view: MemberView | None = None
        self._anonymous = False
        self.trouble: Trouble | None = None
        """Said at the next ``retranslate()``: nobody can be served."""
        self._shop = ShopTime()
        self._today = date.min
        self._points_name = ""
        self._worth_vnd: int | None = None
        self._card = Panel()
        self._name = Words("", "heading" if compact else "name", wrap=True)
        self._facts = Words("", "base", "quiet", wrap=True)
        self._balance = as_data(Fitted("", "display" if compact else "huge", "brand"))
        self._worth = Words("", "base", "quiet")
        self._chips = WrapRow()
        self._held: HeldBox | None = None
        self._desk: Desk | None = None
        self._note = as_data(Words("", "base", wrap=True))
        self._edit = ActionButton("", look=Look.QUIET, icon="edit", parent=self._card)
        self.card_button = ActionButton("", look=Look.QUIET, icon="card", parent=self._card)
        self._serve = ActionButton("", "F3", Look.QUIET, parent=self._card)
        self._code: ActionButton | None = None
        self._keys = QGridLayout()
        self._build()
        self._edit.clicked.connect(self.edit_wanted)
        self.card_button.clicked.connect(self.card_wanted)
        self._serve.clicked.connect(self.serve_wanted)
        self._take_sizes()
        self.show_nobody()

    def show_member(
        self,
        view: MemberView,
        shop: ShopTime,
        today: date,
        points_name: str,
        worth_vnd: int | None,
    ) -> None:
        """Show a member.

        Args:
            today: The present business day.
            worth_vnd: What the points that can be spent pay, where a reward pays with points.
        """
        self._view, self._anonymous, self._desk = view, False, None
        self._shop, self._today = shop, today
        self._points_name, self._worth_vnd = points_name, worth_vnd
        self.retranslate()

    def show_held(self, desk: Desk) -> None:
        """Show tier, gifts, stamps, tickets and vouchers of the member, who may have none."""
        if (
            desk.owed
            or desk.gifts
            or desk.card_label
            or (desk.tier is not None and desk.tier.tier is not None)
        ):
            self._desk = desk
            self.retranslate()
        has_any = bool(
            desk.cards
            or desk.tickets
            or desk.vouchers
            or desk.endings
            or desk.memberships
            or desk.services
            or desk.points_ending
        )
        if self._held is None and has_any:
            # Most shops have none of them, and no start waits for what paints them.
            from loyalpos.ui.counter.held_box import HeldBox  # noqa: PLC0415 - as said

            self._held = HeldBox(compact=self.compact, parent=self._card)
            if not self.compact:
                self._card.body.insertWidget(self._card.body.indexOf(self._foot_row), self._held)
            self.held_made.emit(self._held)
        if self._held is not None:
            self._held.show_held(desk)
        # A consent may be taken back in any shop.
        self._serve.setVisible(desk.member is not None)

    def offer_code(self, *, on: bool) -> None:
        """Offer to show the card's code on the customers' screen, which few tills have."""
        if on and self._code is None and not self.compact:
            self._code = ActionButton("", "Ctrl+K", Look.QUIET, parent=self._card)
            self._buttons.insertWidget(self._buttons.indexOf(self._edit), self._code)
            self._code.clicked.connect(self.code_wanted)
            self._code.setText(self.tr("Show code"))
        if self._code is not None:
            self._code.setVisible(on)

    @property
    def name_text(self) -> str:
        """Whose name stands there, or what in its place."""
        return self._name.text()

    @property
    def balance_text(self) -> str:
        """The balance with the name of the points; empty where nobody has any."""
        return "" if self._view is None else named(self._view.account.balance, self._points_name)

    def show_nobody(self) -> None:
        """Show that the counter is free and what can be done."""
        self._view, self._anonymous = None, False
        self.retranslate()

    def show_anonymous(self, points_name: str = "") -> None:
        """Show that the open bill is of a customer without a card."""
        self._view, self._anonymous, self._points_name = None, True, points_name
        self.retranslate()

    def _build(self) -> None:
        self._about = QVBoxLayout()
        self._about.addWidget(self._name)
        self._about.addWidget(self._facts)
        self._sum = QVBoxLayout()
        if self.compact:
            # Balance and worth stand beside each other, and under each other where text is large.
            self._sum.addWidget(WrapRow(self._balance, self._worth))
        else:
            self._sum.addWidget(self._balance, 0, Qt.AlignmentFlag.AlignRight)
            self._sum.addWidget(self._worth, 0, Qt.AlignmentFlag.AlignRight)
            self._sum.addStretch(1)
        self._key_caps = [KeyCap(key) for key in ("F2", "F4", "F5", "F9")]
        self._key_words = [Words("", "base", "quiet", wrap=True) for _ in self._key_caps]
        for row, (cap, words) in enumerate(zip(self._key_caps, self._key_words, strict=True)):
            self._keys.addWidget(cap, row // self._key_columns, row % self._key_columns * 2)
            self._keys.addWidget(words, row // self._key_columns, row % self._key_columns * 2 + 1)
        for column in range(self._key_columns):
            self._keys.setColumnStretch(column * 2 + 1, 1)
        body = self._card.body
        if self.compact:
            body.addLayout(self._about)
            body.addLayout(self._sum)
            body.addWidget(self._chips)
        else:
            self._about.addWidget(self._chips)
            self._about.addStretch(1)
            self._top = QHBoxLayout()
            self._top.addLayout(self._about, 1)
            self._top.addLayout(self._sum)
            body.addLayout(self._top)
        self._foot_row = self._foot()
        body.addLayout(self._foot_row)
        body.addLayout(self._keys)
        self.whole.addWidget(self._card)

    def _foot(self) -> QHBoxLayout:
        buttons = self._buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._serve)
        if not self.compact:
            buttons.addWidget(self._edit)
            buttons.addWidget(self.card_button)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addLayout(buttons)
        return foot

    @property
    def _key_columns(self) -> int:
        return 1 if self.compact else 2

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._edit.setText(self.tr("Edit customer"))
        self.card_button.setText(self.tr("Member card"))
        self._serve.setText(self.tr("More"))
        if self._code is not None:
            self._code.setText(self.tr("Show code"))
        for words, text in zip(self._key_words, self._what_keys_do(), strict=True):
            words.setText(text)
        view = self._view
        is_idle = view is None and not self._anonymous and self.trouble is None
        for part in (*self._key_caps, *self._key_words):
            part.setVisible(is_idle)
        for part in (self._balance, self._worth):
            part.setVisible(view is not None)
        # The strip keeps its height for the bill; these two wait in the whole window.
        for button in (self._edit, self.card_button):
            button.setVisible(view is not None and not self.compact)
        if view is None:
            self._say_nobody()
        else:
            self._say_member(view)
        self.retold.emit()

    def _what_keys_do(self) -> tuple[str, ...]:
        return (
            self.tr("last 4 digits of the phone, or the name"),
            self.tr("add a new customer"),
            self.tr("bill without a card"),
            self.tr("what was done today"),
        )

    def _say_nobody(self) -> None:
        self._serve.hide()
        self.offer_code(on=False)
        if self._held is not None:
            self._held.hide()
        as_data(self._name, is_data=False)
        self._note.hide()
        self._chips.set_widgets()
        if self._anonymous:
            self._name.setText(self.tr("Customer without a card"))
            words = self.tr("This bill collects no {points}. Would the customer like to join? Press F4.")
            self._facts.setText(words.format(points=called(self._points_name)))
            return
        if self.trouble is not None:
            shut, damaged = self.tr("The books are not open"), self.tr("The books are damaged")
            self._name.setText(damaged if self.trouble is Trouble.DAMAGED else shut)
            self._facts.setText(self.tr("Nothing can be recorded now – see the message."))
            return
        self._name.setText(self.tr("Ready for the next customer"))
        self._facts.setText(self.tr("Scan the card – whatever is on the screen, the till sees it."))

    def _say_member(self, view: MemberView) -> None:
        member = view.member
        as_data(self._name, is_data=member.name is not None)
        self._name.setText(shortened(member.name) if member.name else self.tr("No name yet"))
        self._name.setToolTip(member.name or "")
        self._facts.setText(" · ".join(self._particulars(view)))
        balance = group_digits(view.account.balance)
        self._balance.setText(balance)
        is_long = len(balance) > _LONGEST_HUGE
        self._balance.set_role("display" if is_long or self.compact else "huge")
        self._balance.set_tone("red" if view.account.balance < 0 else "brand")
        self._balance.setAccessibleName(named(view.account.balance, self._points_name))
        self._worth.setText(self._worth_text())
        self._chips.set_widgets(*(as_data(chip) for chip in self._remarks(view)))
        note = shortened(member.note, _LONGEST_NOTE)
        self._note.setText(note)
        self._note.setToolTip(member.note)
        self._note.setVisible(bool(note))

    def _particulars(self, view: MemberView) -> list[str]:
        member = view.member
        parts = [self.tr("no phone") if member.phone is None else masked(member.phone)]
        if member.card is not None:
            parts.append(self.tr("card … {digits}").format(digits=member.card[-4:]))
        if not self.compact:
            parts.append(self.tr("member since {month}").format(month=dates.month_year(member.joined)))
        return parts

    def _worth_text(self) -> str:
        return f"{self._points_name} · ≈ {vnd(self._worth_vnd)}" if self._worth_vnd else self._points_name

    def _remarks(self, view: MemberView) -> list[Chip]:
        chips = [
            *_privacy_chips(view),
            *self._owed_chips(),
            *self._card_chips(),
            *self._tier_chips(),
            *self._birthday_chips(view),
        ]
        if view.account.balance < 0:
            is_short = self.compact
            words = (
                self.tr("Owes {points}") if is_short else self.tr("Owes {points} – the next bill pays first")
            )
            chips.append(Chip(words.format(points=named(-view.account.balance, self._points_name)), Tone.RED))
        elif view.spendable != view.account.balance:
            words = self.tr("{points} can be spent now")
            chips.append(Chip(words.format(points=named(view.spendable, self._points_name)), Tone.AMBER))
        if view.expiring is not None:
            last, points = view.expiring
            words = self.tr("{points} end {date}")
            text = words.format(
                points=named(points, self._points_name), date=dates.day_near(last, self._today)
            )
            chips.append(Chip(text, Tone.RED if last - self._today <= _EXPIRES_AT_ONCE else Tone.AMBER))
        if view.favourite:
            words = self.tr("Often takes: {item}")
            chips.append(Chip(words.format(item=shortened(view.favourite, 30)), Tone.BRAND))
        if not view.visits:
            chips.append(Chip(self.tr("First visit"), Tone.BRAND))
        return chips

    def _owed_chips(self) -> list[Chip]:
        if self._desk is None or not self._desk.owed:
            return []
        from loyalpos.ui.counter.owed_words import owed_remark  # noqa: PLC0415 - few shops sell so

        return [owed_remark(self._desk)]

    def _card_chips(self) -> list[Chip]:
        """Say whose card was scanned, where several people have one account."""
        if self._desk is None or not self._desk.card_label:
            return []
        words = self.tr("Card of: {label}")
        return [Chip(words.format(label=shortened(self._desk.card_label, 30)), Tone.BRAND)]

    def _tier_chips(self) -> list[Chip]:
        """Say the tier, what keeps it, and what was given lately."""
        if self._desk is None:
            return []
        from loyalpos.ui.counter.tier_words import tier_remarks  # noqa: PLC0415 - few shops have any

        return tier_remarks(self._desk, self._today, compact=self.compact)

    def _birthday_chips(self, view: MemberView) -> list[Chip]:
        birthday = view.member.birthday
        if birthday is None:
            return []
        coming = next_birthday(birthday, self._today - timedelta(days=1))
        if coming == self._today:
            return [Chip(self.tr("Birthday today – congratulate!"), Tone.AMBER)]
        if coming - self._today > _BIRTHDAY_NEAR:
            return []
        return [Chip(self.tr("Birthday {date}").format(date=dates.day_near(coming, self._today)), Tone.AMBER)]

    def _take_sizes(self) -> None:
        look = theme()
        self._about.setSpacing(look.px(4 if self.compact else 8))
        self._sum.setSpacing(0)
        self._keys.setHorizontalSpacing(look.px(10))
        self._keys.setVerticalSpacing(look.px(8))
        # Beside three buttons in large letters a note would stand one word to the line.
        stacked_when_large(self._foot_row)
        is_huge = look.scale_percent > _BUTTONS_BESIDE_PERCENT
        way = QBoxLayout.Direction.TopToBottom if is_huge else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(way)
        if not self.compact:
            self._top.setSpacing(look.space)


def _privacy_chips(view: MemberView) -> list[Chip]:
    """Say what is to be minded of a member's particulars."""
    chips = []
    if view.member.left_program:
        words = QCoreApplication.translate("MemberPanel", "Has left the program – points count as ever")
        chips.append(Chip(words, Tone.AMBER))
    elif view.member.restricted:
        chips.append(
            Chip(QCoreApplication.translate("MemberPanel", "Restricted – points count as ever"), Tone.AMBER)
        )
    if view.member.under_age:
        chips.append(Chip(QCoreApplication.translate("MemberPanel", "Under age"), Tone.AMBER))
    return chips
