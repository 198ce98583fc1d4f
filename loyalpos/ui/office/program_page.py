"""The owner's program: sentences with fields in them, and beside them what a change would mean."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.advice import Advice, adopted
from loyalpos.engine.problems import Problem, problems_in, problems_with_the_end
from loyalpos.engine.program import Program
from loyalpos.services.programs import ProgramDesk
from loyalpos.services.till import Till
from loyalpos.ui.office.adoption_desk import AdoptionDesk
from loyalpos.ui.office.advice_desk import AdviceDesk
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.customer_box import CustomerBox
from loyalpos.ui.office.draft_desk import DraftDesk, Typed
from loyalpos.ui.office.history_desk import HistoryDesk
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.program_head import overtaken, remark
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.program_side import ProgramSide
from loyalpos.ui.office.publish_bar import PublishBar
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.word_boxes import TagsInUse
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.marks import Tone
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import theme

__all__ = ["ProgramPage"]

_Kind = TypeVar("_Kind", bound=ProgramPanel)
_SIDE_BY_SIDE_FROM = 780
_SIDE_WIDTH = 336


class ProgramPage(Page):
    """The program's editor; nothing holds before it is published."""

    place = "program"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._desk: ProgramDesk | None = None
        self._base: Program | None = None
        self._is_edited = False
        self.panels = program_panels()
        self._at_their_fields = tuple(path for panel in self.panels for path in panel.paths)
        self.rewards = self.panel(RewardsPanel)
        self.side = ProgramSide(workplace)
        self.example = self.side.example
        self.customers = CustomerBox(self)
        self.customers.items_read.connect(self.panel(MembershipsPanel).know_items)
        self.advice = AdviceDesk(self).panel
        for part in (self.customers, self.advice):
            self.side.column.insertWidget(self.side.column.count() - 1, part)
        self.advice.advised.connect(self._take_advice)
        self.advice.bill_said.connect(self.example.try_bill)
        self.tags = TagsInUse(self)
        self.problems = Notice()
        self.bar = PublishBar()
        self.drafts = DraftDesk(self, self._typed)
        self.history = HistoryDesk(self, self.drafts)
        self.adoption = AdoptionDesk(self, self.drafts)
        for panel in self.panels:
            self.body.addWidget(panel)
            panel.edited.connect(self._take_edit)
        self.body.addStretch(1)
        self._side_view = ScrollArea(self.side)
        self.beside.addWidget(self._side_view, 1)
        self._is_beside = True
        self.below.addWidget(self.problems)
        self.below.addWidget(self.bar)
        self.bar.publish_wanted.connect(self.adoption.publish)
        self.bar.keep_wanted.connect(self.drafts.keep)
        self.bar.drop_wanted.connect(self.drafts.drop)
        self.bar.history_wanted.connect(self.history.look_back)
        self.drafts.desk_read.connect(self._take_desk)
        self.drafts.kept.connect(self.bar.say_kept)
        self.drafts.kept.connect(self._say_head)
        self.drafts.stayed.connect(self._judge)
        self.adoption.given_up.connect(self._judge)
        self.drafts.dropped.connect(self._start_anew)
        self.drafts.published.connect(self._start_anew)
        self._enable()
        self.retranslate()
        self.follow_theme()
        self._show_sentences(on=False)

    def attach(self, till: Till) -> None:
        """Edit another shop's program."""
        super().attach(till)
        self.side.attach(till)
        self._desk = self._base = None
        self._is_edited = False
        self.drafts.begin(None)
        self._enable()
        self._say_head()
        self._show_sentences(on=False)

    def refresh(self) -> None:
        """Read the program that holds; a draft that was begun stays."""
        self.drafts.read()
        if self.till is not None:
            self.customers.read_items(self.till)
            self.workplace.reader.run_latest(
                "program-tags",
                self.till.tags.in_use,
                done=self.tags.offer,
                refused=self.refuse,
                unavailable=self.refuse,
            )

    def panel(self, kind: type[_Kind]) -> _Kind:
        """Give the panel of a kind."""
        return next(panel for panel in self.panels if isinstance(panel, kind))

    def known(self) -> ProgramDesk | None:
        """What was read of the program; None while nothing is known."""
        return self._desk

    def draft(self) -> Program | None:
        """Give the program as typed; None, said in place, where a field cannot be read."""
        draft = self._base
        if draft is None:
            return None
        sound = True
        for panel in self.panels:
            read = panel.read(draft)
            sound = sound and read is not None
            draft = draft if read is None else read
        return replace(draft, revision=0, starts=None) if sound else None

    def _typed(self) -> Typed | None:
        """Give the draft and what was counted anew; None where a field cannot be read."""
        draft = self.draft()
        return None if draft is None else Typed(draft, self.rewards.stock())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._say_head()
        if self._base is not None:
            self._judge()

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        super().follow_theme()
        if hasattr(self, "side"):
            self._place_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what a draft means below the first sentences where there is no room beside them."""
        super().resizeEvent(event)
        self._place_side()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last before something else is done."""
        super().hideEvent(event)
        self.drafts.keep_now()

    def _place_side(self) -> None:
        look = theme()
        beside = self.width() >= look.px(_SIDE_BY_SIDE_FROM)
        self._side_view.setFixedWidth(look.px(_SIDE_WIDTH))
        if beside == self._is_beside:
            return
        self._is_beside = beside
        if beside:
            self._side_view.setWidget(self.side)
        else:
            self._side_view.takeWidget()
            self.body.insertWidget(1, self.side)
            self.side.show()
        self._side_view.setVisible(beside and not self.view.isHidden())

    def _take_desk(self, desk: ProgramDesk) -> None:
        self._desk = desk
        if self._base is None or not self._is_edited:
            self._show_draft(desk)
        else:
            self.drafts.latest = desk.latest
            self._judge()

    def _show_draft(self, desk: ProgramDesk) -> None:
        self.drafts.begin(desk)
        program = desk.latest
        if desk.draft is not None:
            # The latest revision's number stays in it: ids of new things are made of it.
            program = replace(desk.draft.program, revision=desk.latest.revision)
        self._base = program
        self.rewards.know_stock(desk.stock)
        assert self.till is not None, "a desk was read from a till"
        self.panel(BudgetsPanel).know_spent(desk.spent_vnd, desk.owner_answers, self.till.shop.time)
        for panel in self.panels:
            panel.show_program(program)
        if desk.draft is not None:
            self.rewards.put_counts(desk.draft.stock)
        self._judge()
        self._show_sentences(on=True)

    def _show_sentences(self, *, on: bool) -> None:
        """Show the editor once it says something: until then it would be a frame of empty boxes."""
        for part in (self.view, self.bar):
            part.setVisible(on)
        self._side_view.setVisible(on and self._is_beside)

    def _start_anew(self) -> None:
        self._is_edited = False
        self.drafts.read()

    def _take_edit(self) -> None:
        self.adoption.withdraw()
        self.drafts.take_edit()
        self._judge()

    def _take_advice(self, advice: Advice) -> None:
        """Make a proposal the draft; nothing holds before it is published."""
        base = self.draft() or self._base
        if base is not None and self._base is not None:
            self._base = replace(adopted(base, advice), revision=self._base.revision)
            for panel in self.panels:
                panel.show_program(self._base)
            self.drafts.advised = True
            self._take_edit()

    def _judge(self) -> None:
        """Say everything that is wrong now, and work the example out anew."""
        typed = self._typed()
        problems = () if typed is None else problems_in(typed.program)
        if typed is not None and self._desk is not None:
            problems += problems_with_the_end(typed.program, self._desk.running, self._desk.today)
        if typed is not None:
            for panel in self.panels:
                panel.know(typed.program)
                panel.complain(problems)
        self._is_edited = typed is None or self.drafts.says_anything(typed)
        wrong = typed is None or any(problem.is_error for problem in problems)
        told = None if wrong or typed is None else typed.program
        number = self._desk.next_number if self._desk is not None and self._is_edited else 0
        self.side.show_draft(told, number)
        if told is not None:
            self.advice.call_points(told.points_name)
        self.customers.show_program(told)
        self._complain(problems, wrong=wrong)
        self._enable(sound=not wrong, readable=typed is not None)
        self._say_head()

    def _complain(self, problems: tuple[Problem, ...], *, wrong: bool) -> None:
        elsewhere = [one for one in problems if not one.path.startswith(self._at_their_fields)]
        general = [problem_sentence(one) for one in elsewhere]
        if wrong and any(one.is_error for one in elsewhere):
            self.problems.say("\n".join(general))
        elif wrong and self._is_edited:
            self.problems.say(self.tr("Something is still wrong above – it is marked in red"))
        else:
            if self._desk is not None and self._is_edited:
                general += overtaken(self._desk, self.drafts.based_on)
            self.problems.say("\n".join(general), tone="amber")

    def _enable(self, *, sound: bool = False, readable: bool = True) -> None:
        for panel in self.panels:
            panel.setEnabled(self._base is not None)
        number, today = (0, None) if self._desk is None else (self._desk.next_number, self._desk.today)
        kept = self.drafts.kept_at is not None or not readable
        self.bar.show_draft(number, today, sound=sound, edited=self._is_edited, kept=kept)

    def _say_head(self) -> None:
        desk = self._desk
        if desk is None or self.till is None:
            self.head.say(self.title(), self.tr("Reading the program…"))
            return
        said = remark(desk, self.drafts.kept_at if self._is_edited else None, self.till.shop.time)
        chip = self.tr("Draft {number}").format(number=desk.next_number) if self._is_edited else ""
        self.head.say(self.title(), said, chip, Tone.AMBER)
