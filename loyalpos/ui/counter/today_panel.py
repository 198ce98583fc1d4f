"""What was done today, newest first, and what can be done about it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.acts import Act, ActKind
from loyalpos.engine.money import MINUS_SIGN, group_digits, vnd
from loyalpos.engine.times import ShopTime
from loyalpos.ui.counter.act_rows import ActLine, ActRows
from loyalpos.ui.counter.panel import CounterPanel, show_places
from loyalpos.ui.counter.said import act_gift
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import KeyCap
from loyalpos.ui.widgets.panel import Line, Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import signed, stamps_counted

__all__ = ["TodayPanel", "has_slip"]


def has_slip(act: Act) -> bool:
    """Tell whether there is somebody to give a slip of an act to."""
    return act.member is not None and not (act.undone and act.kind is ActKind.ENROLLED)


class _Choices(WrapRow):
    """The buttons for one act: 1–4, Enter or Space press, arrows move, Esc closes.

    Signals:
        closed(): Back to the list.
    """

    closed = Signal()

    def __init__(self) -> None:
        self.undo = ActionButton("", "1", Look.DANGER, icon="undo")
        self.bring_back = ActionButton("", "2")
        self.move_over = ActionButton("", "3")
        self.slip = ActionButton("", "4", icon="printer")
        super().__init__(*self._all())

    def buttons(self) -> list[ActionButton]:
        """The buttons on show."""
        return [one for one in self._all() if not one.isHidden()]

    def show_for(self, act: Act) -> None:
        """Show what can be done with an act; what is undone, or a gift, can only be printed."""
        stands = not act.undone and act.kind is not ActKind.GIFT
        is_bill = stands and act.kind is ActKind.BILL
        self.undo.setVisible(stands)
        self.bring_back.setVisible(is_bill)
        self.move_over.setVisible(is_bill)
        self.slip.setVisible(has_slip(act))

    def _all(self) -> tuple[ActionButton, ...]:
        return self.undo, self.bring_back, self.move_over, self.slip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by number or Enter; a button by itself knows only Space."""
        key = event.key()
        buttons = self.buttons()
        at = next((place for place, one in enumerate(buttons) if one.hasFocus()), 0)
        by_key = next((one for one in buttons if event.text() and one.key == event.text()), None)
        if event.isAutoRepeat():
            pass
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif by_key is not None:
            by_key.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[at].click()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            buttons[(at + 1) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            buttons[at - 1].setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class TodayPanel(CounterPanel):
    """The day's list; a row opens its choices in place, under the list.

    Signals:
        undo_wanted(object): The record of an act to undo.
        return_wanted(object): The bill goods come back from.
        move_wanted(object): The bill that is another member's.
        slip_wanted(object): The record of an act whose slip is to be printed.
        left(): Back to where the cashier was.
    """

    undo_wanted = Signal(object)
    return_wanted = Signal(object)
    move_wanted = Signal(object)
    slip_wanted = Signal(object)
    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._acts: tuple[Act, ...] = ()
        self._shop = ShopTime()
        self._today: date | None = None
        self._open: Act | None = None
        self._card = Panel(" ", flush=True)
        self._undo_last = Words("", "small", "quiet")
        self.rows = ActRows(compact=compact)
        self._empty = Words("", "base", "quiet", wrap=True)
        self._keys = Words("", "small", "quiet", wrap=True)
        self._about = Words("", "small", "quiet", wrap=True)
        self._choices = _Choices()
        self._bar = QWidget()
        self._bar_column = QVBoxLayout(self._bar)
        self._bar_column.addWidget(self._about)
        self._bar_column.addWidget(self._choices)
        self._build()
        self.rows.entered.connect(self._keys.show)
        self.rows.forsaken.connect(self._keys.hide)
        self.rows.chosen.connect(self._open_choices)
        self.rows.left.connect(self.left)
        self.rows.left_upwards.connect(self.left)
        self._choices.closed.connect(self._close_choices)
        self._choices.undo.clicked.connect(self._ask_undo)
        self._choices.bring_back.clicked.connect(self._ask_return)
        self._choices.move_over.clicked.connect(self._ask_move)
        self._choices.slip.clicked.connect(self._ask_slip)
        self._take_sizes()
        self.retranslate()

    def show_acts(self, acts: tuple[Act, ...], shop: ShopTime, today: date) -> None:
        """Show what was done today, newest first; a bill of another day shows its day."""
        self._acts, self._shop, self._today = acts, shop, today
        if self._open is not None and self._open not in acts:
            self._open = None
        self.retranslate()

    def enter(self) -> bool:
        """Put the focus on the newest act; False on a day nothing was done yet."""
        return self.rows.enter()

    def be_brief(self, *, on: bool) -> None:
        """Ask for no more height than a row needs; what there is beyond that is taken all the same."""
        self.rows.be_brief(on=on)

    def fold(self) -> None:
        """Take away what can be done with an act."""
        if self._open is not None:
            self._open = None
            self._show_choices()

    def _build(self) -> None:
        header = self._card.header
        keys = QHBoxLayout()
        for cap in ("Ctrl", "Z"):
            keys.addWidget(KeyCap(cap))
        header.addWidget(self._undo_last)
        header.addLayout(keys)
        self._card.body.addWidget(self.rows, 1)
        self._card.body.addWidget(self._empty)
        self._card.body.addWidget(self._keys)
        self._card.body.addWidget(Line(self._bar))
        self._card.body.addWidget(self._bar)
        for part in (self._bar, self._keys):
            part.hide()
        self.whole.addWidget(self._card)

    def _open_choices(self, place: int) -> None:
        act = self._acts[place]
        # A gift goes with what brought it.
        is_done = (act.undone or act.kind is ActKind.GIFT) and not has_slip(act)
        self._open = None if act == self._open or is_done else act
        self._show_choices()
        if act.undone:
            self._say_why(self.tr("it was taken back already"), act)
        elif act.kind is ActKind.GIFT:
            self._say_why(self.tr("it goes with what brought it: undo that, and the gift goes too"), act)
        if self._open is not None:
            self._choices.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)
            # Once they have their place: the last one may stand below what is in sight.
            QTimer.singleShot(0, self._bar, partial(show_places, self._bar))

    def _say_why(self, why: str, act: Act) -> None:
        """Say why nothing is to be done with an act but print its slip, where it has one."""
        line = self._line(act)
        self._about.setText(" · ".join((line.time, line.who, line.what, why)))
        self._choices.setVisible(self._open is not None)
        self._bar.show()
        QTimer.singleShot(0, self._bar, partial(show_places, self._bar))

    def _close_choices(self) -> None:
        self._open = None
        self._show_choices()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self) -> None:
        act = self._open
        self._bar.setVisible(act is not None)
        self._choices.setVisible(act is not None)
        if act is None:
            return
        line = self._line(act)
        self._about.setText(" · ".join((line.time, line.who, line.what)))
        self._choices.show_for(act)

    def _ask_undo(self) -> None:
        if self._open is not None:
            record = self._open.record
            self._close_choices()
            self.undo_wanted.emit(record)

    def _ask_return(self) -> None:
        if self._open is not None:
            bill = self._open.bill
            self._close_choices()
            self.return_wanted.emit(bill)

    def _ask_slip(self) -> None:
        if self._open is not None:
            record = self._open.record
            self._close_choices()
            self.slip_wanted.emit(record)

    def _ask_move(self) -> None:
        if self._open is not None:
            bill = self._open.bill
            self._close_choices()
            self.move_wanted.emit(bill)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._card.set_title(self.tr("Just done"))
        undo = self.tr("Undo") if self.compact else self.tr("Undo the last one")
        self._undo_last.setText(self.action_text(undo))
        self.rows.setAccessibleName(self.tr("Done today"))
        self._empty.setText(self.tr("Nothing yet today. Every bill appears here and can be undone."))
        self._keys.setText(
            self.tr("↑ ↓ choose · Enter: undo, return, move to another customer, slip · Esc goes back")
        )
        self._empty.setVisible(not self._acts)
        self.rows.setVisible(bool(self._acts))
        self._choices.undo.setText(self.tr("Undo this"))
        self._choices.bring_back.setText(self.tr("Return goods"))
        self._choices.move_over.setText(self.tr("Move to another customer"))
        self._choices.slip.setText(self.tr("Print the slip"))
        at = self.rows.currentIndex().row() if self.rows.hasFocus() else -1
        self.rows.set_lines([self._line(act) for act in self._acts])
        if 0 <= at < len(self._acts):
            self.rows.setCurrentIndex(self.rows.model().index(at, 0))
        self._show_choices()

    def _line(self, act: Act) -> ActLine:
        who = act.name or (self.tr("No name yet") if act.member is not None else self.tr("No card"))
        if act.ending:
            # The digits first: they tell people apart, and what is cut off is at the end.
            who = f"… {act.ending} · {who}"
        return ActLine(
            self._time(act),
            who,
            self._what(act),
            signed(act.earned) if act.earned else "",
            f"{MINUS_SIGN}{group_digits(act.spent)}" if act.spent else "",
            self._undone(act),
        )

    def _undone(self, act: Act) -> str:
        if not act.undone:
            return ""
        return self.tr("taken back") if act.kind is ActKind.GIFT else self.tr("undone")

    def _time(self, act: Act) -> str:
        at = act.billed_at or act.at
        day, time = self._shop.business_day(at), dates.clock(at, self._shop)
        if act.billed_at is None or day == self._today:
            return dates.clock(act.at, self._shop)
        return f"{dates.day_month(day)} {time}"

    def _what(self, act: Act) -> str:
        if act.kind is ActKind.ENROLLED:
            return " · ".join((self.tr("New member"), *self._over_budget(act.rewards)))
        if act.kind in (ActKind.GIFT, ActKind.SURVEY):
            gift = self.tr("Gift: {occasion}").format(occasion=act_gift(act))
            return " · ".join((gift, *self._over_budget(act.rewards[2:])))
        if act.kind is ActKind.STAMPS:
            words = self.tr("Paper card: {stamps}")
            return " · ".join((words.format(stamps=stamps_counted(act.units)), *act.rewards))
        if act.kind is ActKind.SERVICE:
            return " · ".join((self.tr("Service done"), *act.rewards))
        if act.kind is ActKind.VOUCHER:
            return " · ".join((self.tr("Voucher given"), *act.rewards))
        if act.kind is ActKind.MEMBERSHIP:
            return " · ".join((self.tr("Sold"), vnd(act.total_vnd), *act.rewards))
        if act.kind is ActKind.MEMBERSHIP_ENDED:
            return " · ".join((self.tr("Ended early"), vnd(-act.total_vnd), *act.rewards))
        number = self.tr("Receipt {number}").format(number=act.number) if act.number else self.tr("Bill")
        if act.kind is ActKind.PAYMENT:
            words = self.tr("Paid later, {receipt}")
            return " · ".join((words.format(receipt=number), vnd(act.total_vnd)))
        if act.kind is ActKind.RETURN:
            number = self.tr("Return, {receipt}").format(receipt=number)
            if act.total_vnd != act.bill_vnd:
                words = self.tr("{part} of {whole}")
                amount = words.format(part=vnd(act.total_vnd), whole=vnd(act.bill_vnd))
                return " · ".join((number, amount, *act.rewards))
        return " · ".join((number, vnd(act.total_vnd), *act.rewards))

    def _over_budget(self, budgets: tuple[str, ...]) -> list[str]:
        """Say which budget a gift went over."""
        words = self.tr("budget {budget} is used up")
        return [words.format(budget=f"“{name}”") for name in budgets]

    def _take_sizes(self) -> None:
        look = theme()
        self._empty.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
        self._keys.setContentsMargins(look.space, look.px(8), look.space, look.px(10))
        self._bar_column.setContentsMargins(look.space, look.px(10), look.space, look.px(12))
        self._bar_column.setSpacing(look.px(8))
