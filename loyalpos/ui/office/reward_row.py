"""One reward of a draft: its name, and a sentence with its numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.money import vnd
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, Reward, UnknownReward
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.rewards import percent

__all__ = ["RewardKind", "RewardRow", "first_reward"]


class RewardKind(Enum):
    """The kinds of rewards an owner can add."""

    AMOUNT_OFF = "amount_off"
    PERCENT_OFF = "percent_off"
    GIFT = "gift"
    PAY_WITH_POINTS = "pay_with_points"


def first_reward(kind: RewardKind, reward_id: str) -> Reward:
    """Give a new reward of a kind with numbers that fit 1 point for 10.000 ₫, and no name yet."""
    match kind:
        case RewardKind.AMOUNT_OFF:
            return AmountOff(reward_id, "", 500, 50_000, 100_000)
        case RewardKind.PERCENT_OFF:
            return PercentOff(reward_id, "", 200, 1_000, 20_000)
        case RewardKind.GIFT:
            return Gift(reward_id, "", 300)
        case RewardKind.PAY_WITH_POINTS:
            return PayWithPoints(reward_id, "", 1, 100, 3_000)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """Every number a reward may have; a kind shows those it knows."""

    points: NumberBox
    value: NumberBox
    rate: NumberBox
    cap: NumberBox
    minimum: NumberBox
    stock: NumberBox


_FIELDS = {
    AmountOff: {"points": "points", "value_vnd": "value", "minimum_vnd": "minimum"},
    PercentOff: {"points": "points", "rate_bp": "rate", "cap_vnd": "cap", "minimum_vnd": "minimum"},
    Gift: {"points": "points", "minimum_vnd": "minimum"},
    PayWithPoints: {
        "block_points": "points",
        "block_vnd": "value",
        "max_share_bp": "rate",
        "minimum_vnd": "minimum",
    },
}
"""The box of each field of the program's document, by kind; of other kinds only the name shows."""


class RewardRow(QWidget, Themed):
    """The fields of one reward.

    A name nobody typed follows the numbers and the language.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants the reward gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        reward: Reward,
        stock: int | None,
        points_name: str,
        *,
        removable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reward = reward
        self._stock = stock
        self._points_name = points_name
        self._named = bool(reward.name)
        self.name = FieldBox("")
        self.name.set_text(reward.name)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross")
        # Only ever hidden here: a widget shown before it has a place is a window of its own.
        if not removable:
            self.remove.hide()
        self.boxes = _Boxes(
            NumberBox(Number.WHOLE),
            NumberBox(Number.VND),
            NumberBox(Number.PERCENT),
            NumberBox(Number.VND, optional=True),
            NumberBox(Number.VND),
            NumberBox(Number.WHOLE, optional=True),
        )
        self._sentence = Sentence({name: getattr(self.boxes, name) for name in _Boxes.__slots__}, self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._sentence)
        self._fill()
        self.name.edited.connect(self._take_name)
        self.remove.clicked.connect(self.removal_wanted)
        for box in self._shown():
            box.changed.connect(self._take_number)
        self.name.edit.setReadOnly(isinstance(reward, UnknownReward))
        self.retranslate()
        self.follow_theme()

    @property
    def reward_id(self) -> str:
        """Which reward it is."""
        return self._reward.id

    def call_points(self, name: str) -> None:
        """Call the points otherwise; what was typed stays."""
        self._points_name = name
        self.retranslate()

    def show_reward(self, reward: Reward) -> None:
        """Show another reward of the same kind, in place of what was typed."""
        assert type(reward) is type(self._reward)
        self._reward = reward
        self._named = bool(reward.name)
        self.name.set_text(reward.name)
        self._fill()
        self.retranslate()

    def read(self) -> Reward | None:
        """Give the reward as typed; None, said in place, where a number cannot be read."""
        unreadable = next((box for box in self._shown() if box.is_unreadable()), None)
        self._sentence.complain("")
        if unreadable is not None:
            self._sentence.complain(number_problem(unreadable.text()), unreadable)
            return None
        points, value = self.boxes.points.value() or 0, self.boxes.value.value() or 0
        rate, minimum = self.boxes.rate.value() or 0, self.boxes.minimum.value() or 0
        name = self.name.text().strip()
        match self._reward:
            case AmountOff() as was:
                return replace(was, name=name, points=points, value_vnd=value, minimum_vnd=minimum)
            case PercentOff() as was:
                cap = self.boxes.cap.value()
                return replace(was, name=name, points=points, rate_bp=rate, cap_vnd=cap, minimum_vnd=minimum)
            case Gift() as was:
                counted = self.boxes.stock.value() is not None
                return replace(was, name=name, points=points, counted=counted, minimum_vnd=minimum)
            case PayWithPoints() as was:
                return replace(
                    was,
                    name=name,
                    block_points=points,
                    block_vnd=value,
                    max_share_bp=rate,
                    minimum_vnd=minimum,
                )
            case UnknownReward():
                return self._reward
            case _:
                return replace(self._reward, name=name)

    def counted(self) -> int | None:
        """How many there are of a counted gift, where that was said anew."""
        if not isinstance(self._reward, Gift):
            return None
        left = self.boxes.stock.value()
        return left if left != self._stock else None

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with the name of its field in the program's document."""
        self._sentence.complain("")
        self.name.show_error("")
        fields = _FIELDS.get(type(self._reward), {})
        for field, problem in problems:
            if field == "name":
                self.name.show_error(problem_sentence(problem))
            elif not self._sentence.complaint():
                box = [getattr(self.boxes, fields[field])] if field in fields else []
                tone = "red" if problem.is_error else "amber"
                self._sentence.complain(problem_sentence(problem), *box, tone=tone)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.name.set_label(self.tr("Reward"))
        self.remove.setText(self.tr("Remove"))
        self.boxes.points.set_unit(self._points_name)
        self.boxes.points.setAccessibleName(self.tr("Price in points"))
        self.boxes.value.setAccessibleName(self.tr("Worth"))
        self.boxes.rate.setAccessibleName(self.tr("Share of the bill"))
        self.boxes.cap.setAccessibleName(self.tr("At most"))
        self.boxes.cap.setPlaceholderText(self.tr("no limit"))
        self.boxes.minimum.setAccessibleName(self.tr("Least bill"))
        self.boxes.stock.setAccessibleName(self.tr("How many there are"))
        self.boxes.stock.setPlaceholderText(self.tr("not counted"))
        self._sentence.say(self._words())
        self._name_by_numbers()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().gap)
        self._top.setSpacing(theme().gap)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _words(self) -> str:
        match self._reward:
            case AmountOff():
                return self.tr("{points} take {value} off bills from {minimum} up")
            case PercentOff():
                return self.tr("{points} take {rate} off, at most {cap} on bills from {minimum} up")
            case Gift():
                return self.tr("for {points} on bills from {minimum} up, there are {stock}")
            case PayWithPoints():
                return self.tr("each {points} pay {value} of at most {rate} of bills from {minimum} up")
            case _:
                return self.tr("A reward of another kind")

    def _shown(self) -> tuple[NumberBox, ...]:
        boxes = tuple(getattr(self.boxes, name) for name in _FIELDS.get(type(self._reward), {}).values())
        return (*boxes, self.boxes.stock) if isinstance(self._reward, Gift) else boxes

    def _fill(self) -> None:
        for field, name in _FIELDS.get(type(self._reward), {}).items():
            box: NumberBox = getattr(self.boxes, name)
            box.set_value(getattr(self._reward, field))
        counted = isinstance(self._reward, Gift) and self._reward.counted
        self._stock = (self._stock or 0) if counted else None
        self.boxes.stock.set_value(self._stock)

    def _take_name(self) -> None:
        self._named = bool(self.name.text().strip())
        self.edited.emit()

    def _take_number(self) -> None:
        self._name_by_numbers()
        self.edited.emit()

    def _name_by_numbers(self) -> None:
        if self._named:
            return
        self.name.set_text(self._name_of_numbers())

    def _name_of_numbers(self) -> str:
        match self._reward:
            case AmountOff():
                return self.tr("{amount} off").format(amount=vnd(self.boxes.value.value() or 0))
            case PercentOff():
                return self.tr("{percent} off").format(percent=percent(self.boxes.rate.value() or 0))
            case Gift():
                return self.tr("One free item")
            case PayWithPoints():
                return self.tr("Pay part of the bill with points")
            case _:
                return ""
