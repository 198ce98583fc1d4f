"""What both sides get when a member brings a friend, as a sentence with fields in it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.occasions import Gives, Occasion, Referral
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.ui.office.budget_choice import BudgetBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["ReferralPanel"]

_FIRST_REFERRER, _FIRST_FRIEND = 50, 20


class ReferralPanel(ProgramPanel):
    """The gift for friends, if the program has one; what it gives beside points stays as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._shown: Referral | None = None
        self._wanted = False
        self._base: Program | None = None
        self._at: int | None = None
        self.referrer = NumberBox(Number.WHOLE)
        self.friend = NumberBox(Number.WHOLE)
        self.minimum = NumberBox(Number.VND, optional=True)
        self.most = NumberBox(Number.WHOLE, optional=True)
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self.remove = ActionButton("", look=Look.QUIET, icon="cross")
        self.budget = BudgetBox("")
        self._gives = Sentence({"referrer": self.referrer, "friend": self.friend})
        self._bounds = Sentence({"minimum": self.minimum, "most": self.most, "budget": self.budget})
        self._add_row = WrapRow(self.add_button)
        self._remove_row = WrapRow(self.remove)
        for part in (self._gives, self._bounds, self._remove_row, self._add_row):
            self.body.addWidget(part)
        for box in self._boxes():
            box.changed.connect(self.edited)
        self.budget.chosen.connect(self.edited)
        self.add_button.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def show_program(self, program: Program) -> None:
        """Show a program's gift for friends, in place of what was typed."""
        self._base = program
        self._shown = next((one for one in program.occasions if isinstance(one, Referral)), None)
        self._wanted = self._shown is not None
        self._put_in(self._shown)
        self.retranslate()

    def know(self, draft: Program) -> None:
        """Call the points as the draft does, and offer its budgets."""
        for box in (self.referrer, self.friend):
            box.set_unit(draft.points_name)
        self.budget.know(draft, GiftKind.REFERRAL)
        words = self.tr("It counts from a bill of {minimum} for {most} friends a month")
        self._bounds.say(self.budget.in_sentence(words) if self.budget.makes_sense else words)

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        self._gives.complain("")
        self._bounds.complain("")
        if self._wanted:
            for sentence, boxes in self._sentences():
                unreadable = next((box for box in boxes if box.is_unreadable()), None)
                if unreadable is not None:
                    sentence.complain(number_problem(unreadable.text()), unreadable)
                    return None
        occasions = self._among(base.occasions)
        self._at = next((at for at, one in enumerate(occasions) if isinstance(one, Referral)), None)
        return replace(base, occasions=occasions)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        path = f"$.occasions[{self._at}]."
        places = {
            f"{path}referrer": (self._gives, self.referrer),
            f"{path}referrer.points": (self._gives, self.referrer),
            f"{path}friend.points": (self._gives, self.friend),
            f"{path}minimum_vnd": (self._bounds, self.minimum),
            f"{path}most_a_month": (self._bounds, self.most),
            f"{path}budget": (self._bounds, self.budget),
        }
        for problem in problems:
            sentence, box = places.get(problem.path, (None, None))
            if sentence is not None and box is not None and not sentence.complaint():
                tone = "red" if problem.is_error else "amber"
                sentence.complain(problem_sentence(problem), box, tone=tone)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Bringing friends"))
        self.referrer.setAccessibleName(self.tr("For who brings a friend"))
        self.friend.setAccessibleName(self.tr("For the friend"))
        self.minimum.setAccessibleName(self.tr("From which bill on"))
        self.minimum.setPlaceholderText(self.tr("any bill"))
        self.most.setAccessibleName(self.tr("Friends a month at most"))
        self.most.setPlaceholderText(self.tr("any number of"))
        self._gives.say(
            self.tr(
                "Bring a friend: who brings one gets {referrer} the friend {friend} after the first purchase"
            )
        )
        if self._base is not None:
            self.know(self._base)
        self.add_button.setText(self.tr("Add a gift for bringing friends"))
        self.remove.setText(self.tr("Remove"))
        self.remove.setAccessibleDescription(self.tr("Bringing friends"))
        self._show_parts()

    def _among(self, occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
        """Put the gift where it was among the others, or at their end; take it out where it is not wanted."""
        shown = self._shown
        before = None if shown is None else next((one for one in occasions if one.id == shown.id), None)
        if not self._wanted:
            return tuple(one for one in occasions if one is not before)
        if before is None:
            return (*occasions, self._typed(Referral(self._fresh_id(occasions), Gives(), Gives())))
        assert isinstance(before, Referral)
        return tuple(self._typed(before) if one is before else one for one in occasions)

    def _typed(self, was: Referral) -> Referral:
        return replace(
            was,
            referrer=replace(was.referrer, points=self.referrer.value() or 0),
            friend=replace(was.friend, points=self.friend.value() or 0),
            minimum_vnd=self.minimum.value() or 0,
            most_a_month=self.most.value(),
            budget=self.budget.choice(),
        )

    def _fresh_id(self, occasions: tuple[Occasion, ...]) -> str:
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        assert self._base is not None
        made = f"friends-{self._base.revision + 1}"
        known = {one.id for one in occasions}
        return next(
            name for name in (made, *(f"{made}-{n}" for n in range(2, len(known) + 3))) if name not in known
        )

    def _put_in(self, referral: Referral | None) -> None:
        one = referral or Referral("", Gives(_FIRST_REFERRER), Gives(_FIRST_FRIEND))
        self.referrer.set_value(one.referrer.points)
        self.friend.set_value(one.friend.points)
        self.minimum.set_value(one.minimum_vnd or None)
        self.most.set_value(one.most_a_month)
        self.budget.show_present(one.budget)

    def _add(self) -> None:
        self._wanted = True
        self._show_parts()
        self.referrer.setFocus()
        self.edited.emit()

    def _remove(self) -> None:
        self._wanted = False
        self._show_parts()
        self.add_button.setFocus()
        self.edited.emit()

    def _show_parts(self) -> None:
        for part in (self._gives, self._bounds, self._remove_row):
            part.setVisible(self._wanted)
        self._add_row.setVisible(not self._wanted)

    def _boxes(self) -> tuple[NumberBox, ...]:
        return (self.referrer, self.friend, self.minimum, self.most)

    def _sentences(self) -> tuple[tuple[Sentence, tuple[NumberBox, ...]], ...]:
        return ((self._gives, (self.referrer, self.friend)), (self._bounds, (self.minimum, self.most)))
