"""The steps that ask how points are earned and what they are good for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyalpos.engine.advice import Advice
from loyalpos.engine.problems import Problem, problems_in
from loyalpos.engine.program import Gift, Program, Reward
from loyalpos.ui.office.advice_panel import AdvicePanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.example_panel import ExamplePanel
from loyalpos.ui.office.reward_row import RewardRow
from loyalpos.ui.office.reward_shapes import RewardKind, first_reward
from loyalpos.ui.start.options import Options
from loyalpos.ui.start.step import Step
from loyalpos.ui.widgets.panel import Panel

__all__ = ["EarningStep", "RewardStep"]

_NO_REWARD = "none"


class EarningStep(Step):
    """Asks how points are earned; beside it what a bill would earn, and the advisor for who wants one.

    Signals:
        reward_advised(Reward): The advisor proposes this reward.
        bill_said(int): The advisor knows what a usual bill comes to, in đồng.
    """

    reward_advised = Signal(object)
    bill_said = Signal(object)

    def __init__(self, base: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = base
        self._draft = base
        self._rewards: tuple[Reward, ...] = ()
        self.earning = EarningPanel()
        self.earning.show_program(base)
        self.example = ExamplePanel(with_rewards=False)
        row = QHBoxLayout()
        row.addWidget(self.earning, 2)
        beside = QVBoxLayout()
        self.advice = AdvicePanel(live=True)
        beside.addWidget(self.example)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        self.column.addWidget(self.advice)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.earning.edited.connect(self._take_edit)
        self.advice.advised.connect(self._take_advice)
        self.advice.bill_said.connect(self.example.try_bill)
        self.advice.bill_said.connect(self.bill_said)
        self._judge()

    def title(self) -> str:
        """Ask."""
        return self.tr("What does a bill earn?")

    def more(self) -> str:
        """Say that nothing is final."""
        return self.tr("A good start is already filled in. Look at the example, change what you like.")

    def first_field(self) -> QWidget:
        """Begin at the amount."""
        return self.earning.rows()[0].per

    def begin(self) -> None:
        """Come into view with the example of the moment."""
        super().begin()
        self._judge()

    def complete(self) -> bool:
        """Need a program without errors."""
        return self._judge()

    def program(self) -> Program:
        """Give the program as typed, or the last one that could be read."""
        return replace(self._draft, points_name=self._base.points_name)

    def show_rewards(self, rewards: tuple[Reward, ...]) -> None:
        """Say in the example what points are worth with these rewards."""
        self._rewards = rewards
        self._judge()

    def call_points(self, name: str) -> None:
        """Call the points otherwise, in another language."""
        self._base = replace(self._base, points_name=name)
        self.earning.call_points(name)
        self.advice.call_points(name)
        self._judge()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._judge()

    def _take_edit(self) -> None:
        self._judge()
        self.edited.emit()

    def _take_advice(self, advice: Advice) -> None:
        """Fill in what is proposed; tiers and friends go with it unseen, and are in the office afterwards."""
        self._base = replace(advice.program, rewards=())
        self.earning.show_program(self._base)
        self.reward_advised.emit(advice.program.rewards[0])
        self._take_edit()

    def _judge(self) -> bool:
        draft = self.earning.read(self._base)
        if draft is None:
            self.example.show_program(None)
            return False
        problems = problems_in(draft)
        self.earning.complain(problems)
        sound = not any(problem.is_error for problem in problems)
        self.example.show_program(replace(draft, rewards=self._rewards) if sound else None)
        if sound:
            self._draft = draft
        return sound


class RewardStep(Step):
    """Asks for the first reward; beside it how soon a customer gets there."""

    def __init__(self, draft: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        kinds = (RewardKind.AMOUNT_OFF, RewardKind.GIFT, RewardKind.PAY_WITH_POINTS)
        self.kinds = Options([*(kind.value for kind in kinds), _NO_REWARD])
        self.example = ExamplePanel()
        self.rows = {
            kind.value: RewardRow(
                first_reward(kind, f"{kind.value}-1"), None, draft.points_name, removable=False
            )
            for kind in kinds
        }
        self._stack = QStackedWidget()
        for reward_row in self.rows.values():
            self._stack.addWidget(reward_row)
            reward_row.edited.connect(self._take_edit)
        self._panel = Panel()
        self._panel.body.addWidget(self._stack)
        beside = QVBoxLayout()
        beside.addWidget(self.example)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.kinds, 3)
        row.addLayout(beside, 2)
        self.column.addLayout(row)
        self.column.addWidget(self._panel)
        self.column.addStretch(1)
        self.kinds.chosen.connect(self._show_kind)
        self.retranslate()

    def title(self) -> str:
        """Ask."""
        return self.tr("What do customers get for their points?")

    def more(self) -> str:
        """Say that more may follow."""
        return self.tr("One reward is enough to begin with; more can be added in the office.")

    def first_field(self) -> QWidget:
        """Begin at the kinds."""
        return self.kinds

    def begin(self) -> None:
        """Come into view with the example of the moment."""
        super().begin()
        self._judge()

    def complete(self) -> bool:
        """Need a reward without errors, or none."""
        return self._judge()

    def rewards(self) -> tuple[Reward, ...]:
        """Give the reward as typed, or none."""
        row = self.rows.get(self.kinds.choice())
        reward = None if row is None else row.read()
        return () if reward is None else (reward,)

    def stock(self) -> Mapping[str, int]:
        """How many gifts there are, where they are counted."""
        row = self.rows.get(self.kinds.choice())
        left = None if row is None else row.counted()
        return {} if row is None or left is None else {row.reward_id: left}

    def take_reward(self, reward: Reward) -> None:
        """Fill in a reward that is proposed."""
        kind = RewardKind.GIFT if isinstance(reward, Gift) else RewardKind.AMOUNT_OFF
        self.rows[kind.value].show_reward(reward)
        self.kinds.choose(kind.value)
        self._show_kind(kind.value)

    def show_draft(self, draft: Program) -> None:
        """Reckon with another earning rule."""
        self._draft = draft
        self._judge()

    def call_points(self, name: str) -> None:
        """Call the points otherwise, in another language."""
        self._draft = replace(self._draft, points_name=name)
        for row in self.rows.values():
            row.call_points(name)
        self._judge()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.kinds.say(
            RewardKind.AMOUNT_OFF.value,
            self.tr("Money off"),
            self.tr("With enough points an amount comes off the bill"),
        )
        self.kinds.say(
            RewardKind.GIFT.value, self.tr("A gift"), self.tr("A free coffee, a hair wash, a voucher …")
        )
        self.kinds.say(
            RewardKind.PAY_WITH_POINTS.value,
            self.tr("Pay part with points"),
            self.tr("Every point is worth some đồng of the next bill"),
        )
        self.kinds.say(_NO_REWARD, self.tr("Later"), self.tr("Only collect points for now"))
        self._judge()

    def _show_kind(self, kind: str) -> None:
        self._panel.setVisible(kind in self.rows)
        if kind in self.rows:
            self._stack.setCurrentWidget(self.rows[kind])
        self._take_edit()

    def _take_edit(self) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> bool:
        row = self.rows.get(self.kinds.choice())
        rewards = self.rewards()
        program = replace(self._draft, rewards=rewards)
        problems: tuple[Problem, ...] = ()
        if row is not None and rewards:
            path = "$.rewards[0]."
            problems = tuple(problem for problem in problems_in(program) if problem.path.startswith(path))
            row.complain(tuple((problem.path.removeprefix(path), problem) for problem in problems))
        unread = row is not None and not rewards
        sound = not unread and not any(problem.is_error for problem in problems)
        self.example.show_program(program if sound else None)
        return sound
