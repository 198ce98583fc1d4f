"""How many points pay in the open bill: the most, unless fewer are typed."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from loyalpos.engine.money import MINUS_SIGN, group_digits
from loyalpos.engine.rewards import Offer
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.points import called, capital, named

__all__ = ["PointsRow"]

_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Down: -1}


class _PointsBox(Box):
    """A box for digits in which + and −, ↑ and ↓ step.

    Signals:
        stepped(int): A step up (1) or down (-1).
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9.]{0,9}"), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or type."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)

    def follow_theme(self) -> None:
        """Take the font of figures."""
        super().follow_theme()
        self.setFont(theme().font("strong"))

    def sizeHint(self) -> QSize:
        """Room for the points of a good customer."""
        return QSize(theme().px(96), super().sizeHint().height())


class PointsRow(CounterPanel):
    """Stands in the open bill while points pay in it.

    Signals:
        edited(str): A number of points was typed; empty is the most.
        stepped(int): So many blocks more, or fewer where it is negative.
        submitted(): Enter.
    """

    edited = Signal(str)
    stepped = Signal(int)
    submitted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._offer: Offer | None = None
        self._points_name = ""
        self._label = Words("", "base", wrap=True)
        self.box = as_data(_PointsBox())
        self._label.setBuddy(self.box)
        self._fewer = ActionButton(MINUS_SIGN, tight=True)
        self._more = ActionButton("+", tight=True)
        self._limits = Words("", "small", "quiet", wrap=True)
        self._notice = Notice()
        self._row = QHBoxLayout()
        self._row.addWidget(self._label, 1)
        for part in (self._fewer, self.box, self._more):
            self._row.addWidget(part)
        self.whole.addLayout(self._row)
        self.whole.addWidget(self._limits)
        self.whole.addWidget(self._notice)
        for button, by in ((self._fewer, -1), (self._more, 1)):
            # A touch must not take the focus out of the number; keys have + and − in it.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, by=by: self.stepped.emit(by))
        self.box.textEdited.connect(self.edited)
        self.box.stepped.connect(self.stepped)
        self.box.returnPressed.connect(self.submitted)
        self._take_sizes()
        self.retranslate()
        self.hide()

    def show_offer(self, offer: Offer | None, points: int | None, points_name: str) -> None:
        """Show what can be paid with points, or go away.

        Args:
            offer: Paying with points, as taken into the bill; None while it is not.
            points: The number chosen; None is the most.
        """
        self._offer, self._points_name = offer, points_name
        self.setVisible(offer is not None)
        if offer is None:
            self.box.clear()
        elif points is not None or not self._is_emptied():
            self._show_number(offer.most_points if points is None else points)
        self.retranslate()

    def show_problem(self, sentence: str) -> None:
        """Say why so many points cannot pay; an empty sentence takes it back."""
        self._notice.say(sentence)
        self._limits.setVisible(not sentence)
        self.box.set_wrong(bool(sentence))

    def enter(self) -> None:
        """Put the focus on the number, all of it selected, so that typing replaces it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _is_emptied(self) -> bool:
        """Tell whether a person has just deleted the number to type another one."""
        return self.box.hasFocus() and not self.box.text()

    def _show_number(self, points: int) -> None:
        if self.box.text().replace(".", "") != str(points):
            self.box.setText(group_digits(points))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        name = called(self._points_name)
        self._label.setText(self.tr("Pay with {points}").format(points=name))
        self.box.setAccessibleName(capital(self.tr("{points} that pay").format(points=name)))
        self._fewer.setAccessibleName(self.tr("Fewer {points}").format(points=name))
        self._more.setAccessibleName(self.tr("More {points}").format(points=name))
        if self._offer is None:
            return
        most = self._offer.most_points
        self.box.setPlaceholderText(group_digits(most))
        words = self.tr("At most {points} – for fewer type a number, or + and −")
        self._limits.setText(words.format(points=named(most, self._points_name)))

    def _take_sizes(self) -> None:
        look = theme()
        self.whole.setSpacing(look.px(4))
        self._row.setSpacing(look.px(6))
        for button in (self._fewer, self._more):
            button.setMinimumWidth(look.target)
