"""The tiers of a draft: what is measured, where each begins, and what it brings."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.tier_row import TierRow
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Tone

__all__ = ["TiersPanel"]

_A_YEAR_DAYS = 365
_TONES = (Tone.PLAIN, Tone.AMBER, Tone.BRAND)
_NEW = ((0, 0), (1_000_000, 1_000), (3_000_000, 2_000))
"""Where the first tiers begin in đồng, and their extra in basis points, where nobody has said otherwise."""


class TiersPanel(ProgramPanel):
    """The tiers as they stand in a draft, lowest first."""

    paths = ("$.tiers",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._base: Program | None = None
        self._rows: list[TierRow] = []
        self.reached = ChoiceBox()
        self.over = ChoiceBox()
        self.notice_days = NumberBox(Number.WHOLE)
        self.grace_days = NumberBox(Number.WHOLE)
        self._head_sentence = Sentence(
            {
                "reached": self.reached,
                "over": self.over,
                "notice": self.notice_days,
                "grace": self.grace_days,
            }
        )
        self.note = Notice()
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        head = QVBoxLayout()
        head.addWidget(self._head_sentence)
        head.addWidget(self.note)
        self._list = QVBoxLayout()
        self.add_row(head)
        self.body.addLayout(self._list)
        self.add_row(WrapRow(self.add_button))
        for choice in (self.reached, self.over):
            choice.chosen.connect(self._take_measure)
        for box in (self.notice_days, self.grace_days):
            box.changed.connect(self._take_measure)
        self.add_button.clicked.connect(self._add)

    def rows(self) -> tuple[TierRow, ...]:
        """The tiers as they stand."""
        return tuple(self._rows)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """The tiers."""
        return tuple((row.tier.id, row.name.text(), row) for row in self._rows)

    def show_program(self, program: Program) -> None:
        """Show a program's tiers, in place of what was typed."""
        self._base = program
        for row in list(self._rows):
            self._drop(row)
        for tier in program.tiers.tiers:
            self._append(tier)
        self.retranslate()
        self.reached.choose(program.tiers.reached_by.value)
        self.over.choose(program.tiers.over.value)
        self.notice_days.set_value(program.tiers.notice_days)
        self.grace_days.set_value(program.tiers.grace_days)
        self._say_rows()

    def know(self, draft: Program) -> None:
        """Offer the budgets the draft has now."""
        for row in self._rows:
            row.know(draft)

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        self._head_sentence.complain("")
        read = [row.read() for row in self._rows]
        tiers = tuple(tier for tier in read if tier is not None)
        for box in (self.notice_days, self.grace_days):
            if box.is_unreadable():
                self._head_sentence.complain(number_problem(box.text()), box)
                return None
        if len(tiers) < len(read):
            return None
        plan = TierPlan(
            Reached(self.reached.choice()),
            Over(self.over.choice()),
            tiers,
            self.notice_days.value() or 0,
            self.grace_days.value() or 0,
        )
        return replace(base, tiers=plan)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        heads = {"$.tiers.notice_days": self.notice_days, "$.tiers.grace_days": self.grace_days}
        self._head_sentence.complain("")
        for problem in problems:
            if problem.path in heads and not self._head_sentence.complaint():
                self._head_sentence.complain(problem_sentence(problem), heads[problem.path])
        for at, row in enumerate(self._rows):
            path = f"$.tiers.tiers[{at}]."
            row.complain(
                tuple((one.path.removeprefix(path), one) for one in problems if one.path.startswith(path))
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Tiers"))
        self.reached.setAccessibleName(self.tr("What is measured"))
        self.over.setAccessibleName(self.tr("Over which time"))
        self.notice_days.setAccessibleName(self.tr("Days of notice before a tier is lost"))
        self.grace_days.setAccessibleName(self.tr("Days a new tier is safe"))
        self.reached.offer(
            [
                (Reached.SPEND.value, self.tr("money spent")),
                (Reached.POINTS.value, self.tr("points earned")),
                (Reached.VISITS.value, self.tr("visits made")),
            ]
        )
        self.over.offer(
            [
                (Over.TWELVE_MONTHS.value, self.tr("in the last 12 months")),
                (Over.CALENDAR_YEAR.value, self.tr("in this calendar year")),
                (Over.EVER.value, self.tr("since joining")),
            ]
        )
        self._head_sentence.say(
            self.tr(
                "By {reached} {over} – up at once, down {notice} days after a notice,"
                " never within {grace} days of reaching it"
            )
        )
        self.add_button.setText(self.tr("Add a tier"))
        self._say_rows()

    def _say_rows(self) -> None:
        reached = Reached(self.reached.choice() or Reached.SPEND)
        called = "" if self._base is None else self._base.points_name
        for at, row in enumerate(self._rows):
            row.say(reached, called, _TONES[min(at, len(_TONES) - 1)])
        self._head_sentence.setHidden(not self._rows)
        days = self.notice_days.value()
        short = days is not None and days < _A_YEAR_DAYS
        if self._rows and short and self.over.choice() == Over.CALENDAR_YEAR:
            self.note.say(
                self.tr(
                    "Each 1 January everybody begins at zero: with 30 days' notice all drop on 31 January."
                    " For a tier that is kept through the next year, give 365 days."
                ),
                tone="amber",
            )
        else:
            self.note.say("")

    def _take_measure(self) -> None:
        self._say_rows()
        self.edited.emit()

    def _add(self) -> None:
        assert self._base is not None
        tiers = self._base.tiers.tiers
        known = {row.tier.id for row in self._rows} | {tier.id for tier in tiers}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"tier-{self._base.revision + 1}-"
        tier_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        at = len(self._rows)
        names = (self.tr("Silver"), self.tr("Gold"), self.tr("Diamond"))
        last = self._rows[-1] if self._rows else None
        below = -1 if last is None else last.threshold.value() or 0
        threshold, extra_bp = _NEW[min(at, len(_NEW) - 1)]
        if self.reached.choice() != Reached.SPEND:
            threshold //= 10_000
        if threshold <= below:
            threshold = 2 * below or 1
        row = self._append(Tier(tier_id, names[at] if at < len(names) else "", threshold, extra_bp))
        self._say_rows()
        row.unfold()
        row.threshold.setFocus()
        row.threshold.selectAll()
        self.edited.emit()

    def _append(self, tier: Tier) -> TierRow:
        row = TierRow(tier)
        if self._base is not None:
            row.know(self._base)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove(self, row: TierRow) -> None:
        self._drop(row)
        self._say_rows()
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: TierRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
