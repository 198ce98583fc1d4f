"""What a reward asks before it can be taken: when, how often, and what is seldom asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import KnownReward
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.reward_extras import REWARD_EXTRAS
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.conditions import condition_phrase

__all__ = ["RewardAsked"]


class RewardAsked(Translated, QWidget, Themed):
    """The conditions and extras of one reward, below its sentence.

    Signals:
        edited(): A person changed something.
        limit_wanted(int): A person wants a limit more, or one less.
    """

    edited = Signal()
    limit_wanted = Signal(int)

    def __init__(self, reward: KnownReward, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers = program.tiers
        self.condition = ConditionEditor(reward.when, program.tiers)
        self.extras = Extras(reward, REWARD_EXTRAS, Known.of(program))
        self.add_limit = ActionButton("", look=Look.QUIET, tight=True)
        self.drop_limit = ActionButton("", look=Look.QUIET, tight=True)
        if not reward.limits:
            self.drop_limit.hide()
        self._column = QVBoxLayout(self)
        for part in (self.condition, self.extras, WrapRow(self.add_limit, self.drop_limit)):
            self._column.addWidget(part)
        self.condition.edited.connect(self.edited)
        self.extras.edited.connect(self.edited)
        self.add_limit.clicked.connect(partial(self.limit_wanted.emit, 1))
        self.drop_limit.clicked.connect(partial(self.limit_wanted.emit, -1))
        self.retranslate()
        self.follow_theme()

    def read(self) -> dict[str, Any] | None:
        """Give the fields as typed; None, said in place, where one cannot be read."""
        when, more = self.condition.read(), self.extras.read()
        return None if when is None or more is None else {"when": when, **more}

    def phrase(self) -> str:
        """Say all of it in a few words."""
        when = self.condition.read()
        said = "" if when is None else condition_phrase(when, self._tiers)
        return " · ".join(part for part in (said, *self.extras.phrases()) if part)

    def has(self, path: str) -> bool:
        """Tell whether a problem's path below the reward leads here."""
        return path.startswith("when") or self.extras.has(path)

    def complain(self, problems: Iterable[tuple[str, Problem]]) -> None:
        """Say what is wrong, each problem with its path below the reward."""
        listed = tuple(problems)
        below = ((path.removeprefix("when"), one) for path, one in listed if path.startswith("when"))
        self.condition.complain(tuple(below))
        self.extras.complain(one for one in listed if not one[0].startswith("when"))

    def learn(self, program: Program) -> None:
        """Know the names another program gives from now on."""
        self._tiers = program.tiers
        self.condition.name_tiers(program.tiers)
        self.extras.learn(Known.of(program))

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.px(20), 0, 0, 0)
        self._column.setSpacing(look.gap)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add_limit.setText(self.tr("Set a limit"))
        self.drop_limit.setText(self.tr("Drop the limit"))
