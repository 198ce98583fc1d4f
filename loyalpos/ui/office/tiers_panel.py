"""The tiers of a draft: what is measured, where each begins, and what it brings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TierRow", "TiersPanel"]

_A_YEAR_DAYS = 365
_TONES = (Tone.PLAIN, Tone.AMBER, Tone.BRAND)
_NEW = ((0, 0), (1_000_000, 1_000), (3_000_000, 2_000))
"""Where the first tiers begin in đồng, and their extra in basis points, where nobody has said otherwise."""


class TierRow(QWidget, Themed):
    """One tier: its chip, where it begins, what it brings.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, tier: Tier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tier = tier
        self.chip = Chip(tier.name)
        self.name = TextBox()
        self.name.setText(tier.name)
        self.threshold = NumberBox(Number.VND)
        self.extra = NumberBox(Number.PERCENT)
        self.gift = NumberBox(Number.WHOLE)
        self.threshold.set_value(tier.threshold)
        self.extra.set_value(tier.extra_bp)
        self.gift.set_value(tier.gift_points)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.sentence = Sentence(
            {
                "chip": self.chip,
                "name": self.name,
                "threshold": self.threshold,
                "extra": self.extra,
                "gift": self.gift,
                "remove": self.remove,
            }
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        for box in (self.name, self.threshold, self.extra, self.gift):
            box.changed.connect(self.edited)
        self.name.textChanged.connect(lambda text: self.chip.set_text(text.strip() or "…"))
        self.remove.clicked.connect(self.removal_wanted)
        self.follow_theme()

    def read(self) -> Tier | None:
        """Give the tier as typed; None, said in place, where a number cannot be read."""
        self.sentence.complain("")
        for box in (self.threshold, self.extra, self.gift):
            if box.is_unreadable():
                self.sentence.complain(number_problem(box.text()), box)
                return None
        typed = self.name.text()
        return replace(
            self.tier,
            # What a box cannot show, and nobody touched, stays as it was.
            name=typed.strip() if self.name.isModified() else self.tier.name,
            threshold=self.threshold.value() or 0,
            extra_bp=self.extra.value() or 0,
            gift_points=self.gift.value() or 0,
        )

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its field."""
        boxes = {
            "name": self.name,
            "threshold": self.threshold,
            "extra_bp": self.extra,
            "gift_points": self.gift,
        }
        self.sentence.complain("")
        for field, problem in problems:
            if not self.sentence.complaint():
                box = boxes.get(field)
                tone = "red" if problem.is_error else "amber"
                words = problem_sentence(problem)
                self.sentence.complain(words, *(() if box is None else (box,)), tone=tone)

    def say(self, reached: Reached, points_name: str, tone: Tone) -> None:
        """Say everything in the language of the moment."""
        self.threshold.count_in(Number.VND if reached is Reached.SPEND else Number.WHOLE)
        units = {Reached.POINTS: points_name, Reached.VISITS: self.tr("visits")}
        self.threshold.set_unit(units.get(reached, ""))
        self.gift.set_unit(points_name)
        self.chip.set_text(self.name.text().strip() or "…", tone)
        self.name.setAccessibleName(self.tr("Name of the tier"))
        self.threshold.setAccessibleName(self.tr("Where the tier begins"))
        self.extra.setAccessibleName(self.tr("How much more it earns"))
        self.gift.setAccessibleName(self.tr("Points once, when it is reached"))
        self.remove.setText(self.tr("Remove"))
        self.sentence.say(
            self.tr("{chip} from {threshold} + {extra} points, on reaching it {gift} called {name} {remove}")
        )

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(8), look.space, look.px(8))


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
        return tuple((row.tier.id, "", row) for row in self._rows)

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
                "by {reached} {over} – up at once, down {notice} days after a notice,"
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
        row.threshold.setFocus()
        row.threshold.selectAll()
        self.edited.emit()

    def _append(self, tier: Tier) -> TierRow:
        row = TierRow(tier)
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
