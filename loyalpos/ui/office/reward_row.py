"""One reward of a draft: its name, and a sentence with its numbers."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Gift, ItemReward, PercentOff, Program, Reward, UnknownReward
from loyalpos.ui.office.box_reading import first_unreadable, on_change
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.limit_pieces import LimitPieces
from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.reward_asked import RewardAsked
from loyalpos.ui.office.reward_boxes import FIELDS, TARGETS, Boxes, new_boxes, offer_targets
from loyalpos.ui.office.reward_shapes import relimited, reward_words, usual_name
from loyalpos.ui.office.sentence import Piece, Sentence
from loyalpos.ui.office.word_boxes import text_of
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import units

__all__ = ["RewardRow"]


class RewardRow(Translated, QWidget, Themed):
    """The fields of one reward.

    A name nobody typed follows the numbers and the language.

    Signals:
        edited(): A person changed something.
        reshaped(Reward): A person wants more or fewer fields: the reward that has them.
        removal_wanted(): A person wants the reward gone.
    """

    edited = Signal()
    reshaped = Signal(object)
    removal_wanted = Signal()

    def __init__(
        self,
        reward: Reward,
        stock: int | None,
        points_name: str,
        *,
        program: Program | None = None,
        removable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make the row; with the ``program`` it stands in, it also has what is seldom asked of a reward."""
        super().__init__(parent)
        self._reward = reward
        self._stock = stock
        self._points_name = points_name
        self._named = bool(reward.name)
        self._known = Known() if program is None else Known.of(program)
        self.name = FieldBox("")
        self.name.set_text(reward.name)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross")
        # Only ever hidden here: a widget shown before it has a place is a window of its own.
        if not removable:
            self.remove.hide()
        self.boxes = new_boxes()
        self._limited = LimitPieces(() if isinstance(reward, UnknownReward) else reward.limits)
        self._more = Piece("", "quiet")
        boxes = {name: getattr(self.boxes, name) for name in Boxes.__struct_fields__}
        self._sentence = Sentence({**boxes, **self._limited.boxes(), "more": self._more}, self)
        self.asked: RewardAsked | None = None
        self.details = ActionButton("", look=Look.QUIET, icon="edit", tight=True)
        self.details.setCheckable(True)
        self._top = QHBoxLayout()
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self.details)
        self._top.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._sentence)
        if program is None or isinstance(reward, UnknownReward):
            self.details.hide()
        else:
            self.asked = RewardAsked(reward, program)
            self._column.addWidget(self.asked)
            self.asked.hide()
            self.asked.edited.connect(self.edited)
            self.asked.limit_wanted.connect(self._relimit)
        self._fill()
        self.name.edited.connect(self._take_name)
        self.remove.clicked.connect(self.removal_wanted)
        for box in self._shown():
            box.changed.connect(self._take_number)
        on_change((self.boxes.target, self.boxes.item, *self._limited.boxes().values()), self.edited)
        self.details.toggled.connect(self._fold)
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

    def know(self, program: Program) -> None:
        """Know the names another program gives from now on."""
        offer_targets(self.boxes.target, self._reward, Known.of(program))
        if self.asked is not None:
            self.asked.learn(program)
            self._show_more()

    def unfold(self) -> None:
        """Show what else is asked."""
        self.details.setChecked(True)

    def read(self) -> Reward | None:
        """Give the reward as typed; None, said in place, where a number cannot be read."""
        self._sentence.complain("")
        wrong = first_unreadable((*self._shown(), *self._limited.by_path().values()))
        asked = {} if self.asked is None else self.asked.read()
        if wrong is not None:
            self._sentence.complain(wrong[1], wrong[0])
        if wrong is not None or asked is None:
            return None
        self._show_more()
        read = self._typed()
        if isinstance(read, UnknownReward):
            return read
        return replace(read, limits=self._limited.value(), **asked)

    def _typed(self) -> Reward:
        was = self._reward
        if isinstance(was, UnknownReward):
            return was
        fields = {
            field: getattr(self.boxes, box).value() or 0 for field, box in FIELDS.get(type(was), {}).items()
        }
        typed: dict[str, Any] = {**fields, "name": self.name.text().strip()}
        if isinstance(was, PercentOff):
            typed["cap_vnd"] = self.boxes.cap.value()
        if isinstance(was, Gift):
            typed["counted"] = self.boxes.stock.value() is not None
        if isinstance(was, ItemReward):
            typed["item"] = text_of(self.boxes.item, was.item)
        target = TARGETS.get(type(was))
        if target is not None:
            typed[target] = self.boxes.target.choice()
        return replace(was, **typed)

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
        places: dict[str, QWidget] = {
            field: getattr(self.boxes, name) for field, name in FIELDS.get(type(self._reward), {}).items()
        }
        places |= self._limited.by_path()
        places["item"] = self.boxes.item
        places |= dict.fromkeys(TARGETS.values(), self.boxes.target)
        asked: list[tuple[str, Problem]] = []
        for field, problem in problems:
            if field == "name":
                self.name.show_error(problem_sentence(problem))
            elif self.asked is not None and self.asked.has(field):
                asked.append((field, problem))
            elif not self._sentence.complaint():
                boxes = [places[field]] if field in places else []
                tone = "red" if problem.is_error else "amber"
                self._sentence.complain(problem_sentence(problem), *boxes, tone=tone)
        if self.asked is not None:
            self.asked.complain(asked)
        if any(problem.is_error for _, problem in asked):
            self.unfold()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.name.set_label(self.tr("Reward"))
        self.remove.setText(self.tr("Remove"))
        self.details.setText(self.tr("Change"))
        self.boxes.points.set_unit(self._points_name)
        self.boxes.points.setAccessibleName(self.tr("Price in points"))
        self.boxes.least.set_unit(self._points_name)
        self.boxes.least.setAccessibleName(self.tr("Fewest points that may pay"))
        self.boxes.value.setAccessibleName(self.tr("Worth"))
        self.boxes.rate.setAccessibleName(self.tr("Share of the bill"))
        self.boxes.cap.setAccessibleName(self.tr("At most"))
        self.boxes.cap.setPlaceholderText(self.tr("no limit"))
        self.boxes.minimum.setAccessibleName(self.tr("Least bill"))
        self.boxes.stock.setAccessibleName(self.tr("How many there are"))
        self.boxes.stock.setPlaceholderText(self.tr("not counted"))
        self.boxes.tickets.setAccessibleName(self.tr("How many tickets"))
        self.boxes.tickets.set_unit(*units.tickets())
        self.boxes.price.setAccessibleName(self.tr("What it still costs"))
        self.boxes.item.setAccessibleName(self.tr("Code of the item"))
        self.boxes.item.setPlaceholderText(self.tr("item code"))
        self.boxes.target.setAccessibleName(self.tr("What it brings"))
        self._sentence.say(
            " ".join((reward_words(self._reward), "{more}", *self._limited.words(self._points_name)))
        )
        self._show_more()
        self._name_by_numbers()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().gap)
        self._top.setSpacing(theme().gap)

    def _shown(self) -> tuple[NumberBox, ...]:
        boxes = tuple(getattr(self.boxes, name) for name in FIELDS.get(type(self._reward), {}).values())
        return (*boxes, self.boxes.stock) if isinstance(self._reward, Gift) else boxes

    def _fill(self) -> None:
        offer_targets(self.boxes.target, self._reward, self._known)
        if isinstance(self._reward, ItemReward):
            self.boxes.item.setText(self._reward.item)
        for field, name in FIELDS.get(type(self._reward), {}).items():
            box: NumberBox = getattr(self.boxes, name)
            box.set_value(getattr(self._reward, field))
        counted = isinstance(self._reward, Gift) and self._reward.counted
        self._stock = (self._stock or 0) if counted else None
        self.boxes.stock.set_value(self._stock)

    def _fold(self, unfolded: bool) -> None:
        if self.asked is not None:
            self.asked.setVisible(unfolded)
        self._show_more()

    def _show_more(self) -> None:
        """Say as a phrase what is folded away."""
        self._more.setText("" if self.asked is None else self.asked.phrase())
        self._more.setHidden(not self._more.text() or self.details.isChecked())

    def _relimit(self, by: int) -> None:
        reward = self.read()
        shaped = None if reward is None else relimited(reward, by)
        if shaped is not None:
            self.reshaped.emit(shaped)

    def _take_name(self) -> None:
        self._named = bool(self.name.text().strip())
        self.edited.emit()

    def _take_number(self) -> None:
        self._name_by_numbers()
        self.edited.emit()

    def _name_by_numbers(self) -> None:
        if self._named:
            return
        self.name.set_text(
            usual_name(self._reward, self.boxes.value.value() or 0, self.boxes.rate.value() or 0)
        )
