"""The owner's program: sentences with fields in them, and beside them what a change would mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Program
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.ui.office.example_panel import ExamplePanel
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Tone
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.dates import day

__all__ = ["ProgramPage"]

_Kind = TypeVar("_Kind", bound=ProgramPanel)
_SIDE_BY_SIDE_FROM = 780
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True, slots=True)
class _Published:
    """What holds: the revision of today, the one of tomorrow, and the gifts left."""

    today: date
    running: Program
    coming: Program
    stock: Mapping[str, int]


def _published(till: Till) -> _Published:
    shop = till.shop
    today = shop.time.business_day(shop.now())
    tomorrow = today + timedelta(days=1)
    desk = till.counter.desk(None)
    return _Published(today, shop.program_on(today), shop.program_on(tomorrow), desk.stock)


class ProgramPage(Page):
    """The program's editor; nothing holds before it is published."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._published: _Published | None = None
        self._is_edited = False
        self.panels = program_panels()
        self._at_their_fields = tuple(path for panel in self.panels for path in panel.paths)
        self.rewards = self.panel(RewardsPanel)
        self.example = ExamplePanel()
        self.problems = Notice()
        self.publish_today = ActionButton("", look=Look.PRIMARY)
        self.publish_tomorrow = ActionButton("")
        self.discard = ActionButton("", look=Look.QUIET)
        for panel in self.panels:
            self.body.addWidget(panel)
            panel.edited.connect(self._take_edit)
        self.body.addStretch(1)
        self.beside.addWidget(self.example)
        self.beside.addStretch(1)
        self._is_beside = True
        self.below.addWidget(self.problems)
        self.below.addWidget(WrapRow(self.publish_today, self.publish_tomorrow, self.discard))
        self.publish_today.clicked.connect(partial(self._publish, 0))
        self.publish_tomorrow.clicked.connect(partial(self._publish, 1))
        self.discard.clicked.connect(self._start_over)
        self._enable()
        self.retranslate()
        self.follow_theme()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Program")

    def attach(self, till: Till) -> None:
        """Edit another shop's program."""
        super().attach(till)
        self._published = None
        self._is_edited = False
        self._enable()

    def refresh(self) -> None:
        """Read the program that holds; a draft that was begun stays."""
        if self.till is None:
            return
        self.workplace.reader.run(
            partial(_published, self.till),
            done=self._take_published,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def panel(self, kind: type[_Kind]) -> _Kind:
        """Give the panel of a kind."""
        return next(panel for panel in self.panels if isinstance(panel, kind))

    def draft(self) -> Program | None:
        """Give the program as typed; None, said in place, where a field cannot be read."""
        if self._published is None:
            return None
        draft = self._published.coming
        sound = True
        for panel in self.panels:
            read = panel.read(draft)
            sound = sound and read is not None
            draft = draft if read is None else read
        return replace(draft, revision=0, starts=None) if sound else None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._say_head()
        self.publish_today.setText(self.tr("Publish from today"))
        self.publish_tomorrow.setText(self.tr("Publish from tomorrow"))
        self.discard.setText(self.tr("Drop the changes"))
        if self._published is not None:
            self._judge()

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        super().follow_theme()
        if hasattr(self, "example"):
            self._place_example()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the example below the sentences where there is no room beside them."""
        super().resizeEvent(event)
        self._place_example()

    def _place_example(self) -> None:
        look = theme()
        beside = self.width() >= look.px(_SIDE_BY_SIDE_FROM)
        self.example.setMinimumWidth(look.px(320) if beside else 0)
        self.example.setMaximumWidth(look.px(320) if beside else _ANY_WIDTH)
        if beside != self._is_beside:
            self._is_beside = beside
            if beside:
                self.beside.insertWidget(0, self.example)
            else:
                self.body.insertWidget(1, self.example)

    def _take_published(self, published: _Published) -> None:
        known = self._published
        self._published = published
        if known is None or not self._is_edited:
            self._start_over()
        else:
            self._say_head()

    def _start_over(self) -> None:
        published = self._published
        assert published is not None
        self._is_edited = False
        self.rewards.know_stock(published.stock)
        for panel in self.panels:
            panel.show_program(published.coming)
        self._judge()

    def _take_edit(self) -> None:
        self._is_edited = True
        self._judge()

    def _judge(self) -> None:
        """Say everything that is wrong now, and work the example out anew."""
        draft = self.draft()
        problems = () if draft is None else problems_in(draft)
        if draft is not None:
            for panel in self.panels:
                panel.know(draft)
                panel.complain(problems)
        wrong = draft is None or any(problem.is_error for problem in problems)
        self.example.show_program(None if wrong else draft)
        elsewhere = [one for one in problems if not one.path.startswith(self._at_their_fields)]
        general = [problem_sentence(one) for one in elsewhere]
        hidden = any(one.is_error for one in elsewhere)
        if wrong and hidden:
            self.problems.say("\n".join(general))
        elif wrong and self._is_edited:
            self.problems.say(self.tr("Something is still wrong above – it is marked in red"))
        else:
            self.problems.say("\n".join(general), tone="amber")
        self._enable(sound=not wrong)
        self._say_head()

    def _enable(self, *, sound: bool = False) -> None:
        for panel in self.panels:
            panel.setEnabled(self._published is not None)
        self.publish_today.setEnabled(sound and self._is_edited)
        self.publish_tomorrow.setEnabled(sound and self._is_edited)
        self.discard.setVisible(self._is_edited)

    def _say_head(self) -> None:
        published = self._published
        if published is None:
            self.head.say(self.title())
            return
        running, coming = published.running, published.coming
        assert running.starts is not None
        assert coming.starts is not None
        remark = self.tr("running: revision {number}, since {day}").format(
            number=running.revision, day=day(running.starts)
        )
        if coming.revision != running.revision:
            remark = self.tr("{running} · revision {number} follows on {day}").format(
                running=remark, number=coming.revision, day=day(coming.starts)
            )
        chip = self.tr("Draft") if self._is_edited else ""
        self.head.say(self.title(), remark, chip, Tone.AMBER)

    def _publish(self, days_ahead: int) -> None:
        draft = self.draft()
        if draft is None or self._published is None or self.till is None:
            return
        starts = self._published.today + timedelta(days=days_ahead)
        self.publish_today.setEnabled(False)
        self.publish_tomorrow.setEnabled(False)
        self.workplace.writer.run(
            partial(self.till.shop.publish, replace(draft, starts=starts), self.rewards.stock()),
            done=self._tell_published,
            refused=self._stay,
            unavailable=self._stay,
        )

    def _stay(self, error: Refusal | Unavailable) -> None:
        self._judge()
        self.refuse(error)

    def _tell_published(self, program: Program) -> None:
        assert program.starts is not None
        self._is_edited = False
        words = self.tr("Revision {number} is published and holds from {day}")
        self.tell(BannerKind.SUCCESS, words.format(number=program.revision, day=day(program.starts)))
        self.shop_changed.emit()
        self.refresh()
