"""The rewards of a draft: change them, add one of a kind, take one out, count the gifts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program, Reward
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.reward_row import RewardRow
from loyalpos.ui.office.reward_shapes import RewardKind, first_reward
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["RewardsPanel"]


_NOTHING = Program(0, ())


class RewardsPanel(ProgramPanel):
    """The list of rewards."""

    paths = ("$.rewards[",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._rows: list[RewardRow] = []
        self._base: Program | None = None
        self._known: Known | None = None
        self._stock: Mapping[str, int] = {}
        self._list = QVBoxLayout()
        self._empty = Words("", "base", "quiet", wrap=True)
        self.add_buttons = {kind: ActionButton("", look=Look.QUIET, icon="add") for kind in RewardKind}
        self._ends = QVBoxLayout()
        self._ends.addWidget(self._empty)
        self._ends.addWidget(WrapRow(*self.add_buttons.values()))
        self.body.addLayout(self._list)
        self.body.addLayout(self._ends)
        self.follow_theme()
        for kind, button in self.add_buttons.items():
            button.clicked.connect(partial(self._add, kind))

    def rows(self) -> tuple[RewardRow, ...]:
        """The rewards as they stand."""
        return tuple(self._rows)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """The rewards, with their names."""
        return tuple((row.reward_id, row.name.text(), row) for row in self._rows)

    def put_counts(self, counts: Mapping[str, int]) -> None:
        """Type how many there are of some gifts, as a draft says it."""
        for row in self._rows:
            if row.reward_id in counts:
                row.boxes.stock.set_value(counts[row.reward_id])

    def know_stock(self, stock: Mapping[str, int]) -> None:
        """Say how many there are of each gift, before a program is shown."""
        self._stock = stock

    def known_stock(self) -> Mapping[str, int]:
        """How many there are of each gift, as the shop's file says."""
        return self._stock

    def show_program(self, program: Program) -> None:
        """Show a program's rewards, in place of what was typed."""
        self._base, self._known = program, None
        for row in list(self._rows):
            self._drop(row)
        for reward in program.rewards:
            self._append(reward, self._stock.get(reward.id))
        self.retranslate()

    def know(self, draft: Program) -> None:
        """Offer what the draft has to name, where a reward asks for one."""
        known = Known.of(draft)
        if self._base is not None and known != self._known:
            self._known = known
            self._base = replace(draft, rewards=self._base.rewards, revision=self._base.revision)
            self._offer_kinds()
            for row in self._rows:
                row.know(draft)

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        rewards = [row.read() for row in self._rows]
        read = tuple(reward for reward in rewards if reward is not None)
        return replace(base, rewards=read) if len(read) == len(rewards) else None

    def stock(self) -> dict[str, int]:
        """How many there are of each gift that was counted anew."""
        return {row.reward_id: left for row in self._rows if (left := row.counted()) is not None}

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its reward."""
        for at, row in enumerate(self._rows):
            path = f"$.rewards[{at}]."
            row.complain(
                tuple(
                    (problem.path.removeprefix(path), problem)
                    for problem in problems
                    if problem.path.startswith(path)
                )
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Rewards"))
        self._empty.setText(self.tr("No reward yet – add one, so that customers have something to come for"))
        self._empty.setVisible(not self._rows)
        words = {
            RewardKind.AMOUNT_OFF: self.tr("Amount off"),
            RewardKind.PERCENT_OFF: self.tr("Per cent off"),
            RewardKind.GIFT: self.tr("Gift"),
            RewardKind.PAY_WITH_POINTS: self.tr("Pay with points"),
            RewardKind.SERVICE: self.tr("Service"),
            RewardKind.ITEM: self.tr("Item for less"),
            RewardKind.VOUCHER: self.tr("Voucher"),
            RewardKind.TICKET: self.tr("Draw tickets"),
            RewardKind.DONATION: self.tr("For a good cause"),
            RewardKind.PARTNER: self.tr("Partner’s perk"),
        }
        for kind, button in self.add_buttons.items():
            button.setText(words[kind])
        self._offer_kinds()

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        super().follow_theme()
        if hasattr(self, "_ends"):
            look = theme()
            self._ends.setContentsMargins(look.space, look.px(8), look.space, look.px(8))

    def _offer_kinds(self) -> None:
        """Offer tickets only where there is a draw, and so on."""
        for kind, button in self.add_buttons.items():
            button.setVisible(kind.has_target(self._base or _NOTHING))

    def _add(self, kind: RewardKind) -> None:
        assert self._base is not None
        known = {row.reward_id for row in self._rows} | {reward.id for reward in self._base.rewards}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"{kind.value}-{self._base.revision + 1}-"
        reward_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        row = self._append(first_reward(kind, reward_id, self._base), None)
        self.retranslate()
        row.name.edit.setFocus()
        row.name.edit.selectAll()
        self.edited.emit()

    def _append(self, reward: Reward, stock: int | None) -> RewardRow:
        assert self._base is not None
        row = self._row(reward, stock)
        around = QWidget()
        framed = QVBoxLayout(around)
        look = theme()
        framed.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
        framed.addWidget(row)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(around)
        column.addWidget(Line())
        self._list.addWidget(whole)
        self._rows.append(row)
        return row

    def _row(self, reward: Reward, stock: int | None) -> RewardRow:
        assert self._base is not None
        row = RewardRow(reward, stock, self._base.points_name, program=self._base)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        row.reshaped.connect(partial(self._reshape, row))
        return row

    def _reshape(self, row: RewardRow, reward: Reward) -> None:
        counted = row.boxes.stock.value()
        fresh = self._row(reward, self._stock.get(reward.id))
        fresh.boxes.stock.set_value(counted)
        around = row.parentWidget()
        layout = None if around is None else around.layout()
        assert layout is not None
        layout.replaceWidget(row, fresh)
        self._rows[self._rows.index(row)] = fresh
        row.hide()
        row.deleteLater()
        fresh.unfold()
        fresh.details.setFocus()
        self.edited.emit()

    def _remove(self, row: RewardRow) -> None:
        self._drop(row)
        self.retranslate()
        next(iter(self.add_buttons.values())).setFocus()
        self.edited.emit()

    def _drop(self, row: RewardRow) -> None:
        self._rows.remove(row)
        for at in range(self._list.count()):
            item = self._list.itemAt(at)
            whole = item.widget() if item is not None else None
            if whole is not None and whole.isAncestorOf(row):
                self._list.takeAt(at)
                whole.hide()
                whole.deleteLater()
                return
