"""What a draft would have given on the shop's own past bills, gone through beside the till when asked.

It does not begin by itself: two processes are busy for seconds, and a shop's PC often has no more cores.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.program import Program
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.services.trial import WINDOWS, Tried, try_program
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.trial_result import TrialResult
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.trial import tried_over

__all__ = ["TrialPanel"]

_FIRST_WINDOW = "90"


class TrialPanel(Translated, QWidget, Themed):
    """Tries the draft of the program page on the past, and shows what it came to."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._till: Till | None = None
        self._draft: Program | None = None
        self._number = 0
        self._tried: Tried | None = None
        self._trouble: Refusal | Unavailable | None = None
        self._head = Words("", "heading", wrap=True)
        self._over = Words("", "small", "quiet", wrap=True)
        self.intro = Words("", "base", "quiet", wrap=True)
        self.result = TrialResult()
        self.stale = Notice()
        self.days = ChoiceBox()
        self._window = Sentence({"days": self.days})
        self.begin = ActionButton("")
        self.work = LongWork()
        self._column = QVBoxLayout(self)
        for part in (
            self._head,
            self._over,
            self.intro,
            self.result,
            self.stale,
            self._window,
            self.begin,
            self.work,
        ):
            self._column.addWidget(part)
        self.begin.clicked.connect(self._begin)
        self.work.started.connect(self._say)
        self.work.ended.connect(self._say)
        application = QCoreApplication.instance()
        if application is not None:
            # The program would wait for the lane, and the lane for the trial.
            application.aboutToQuit.connect(self.stop)
        self.days.choose(_FIRST_WINDOW)
        self.retranslate()
        self.days.choose(_FIRST_WINDOW)
        self.follow_theme()

    def attach(self, till: Till) -> None:
        """Try on another shop's past."""
        self.stop()
        self._till, self._tried, self._trouble = till, None, None
        self.result.show_tried(None)
        self._say()

    def show_draft(self, draft: Program | None, number: int = 0) -> None:
        """Work for another draft.

        Args:
            draft: None where something is wrong with it, or none is there yet.
            number: What the draft is called; 0 where nothing was changed yet.
        """
        self._draft = None if draft is None else replace(draft, revision=0, starts=None)
        self._number = number
        self._say()

    def stop(self) -> None:
        """End what runs."""
        if self.work.running:
            self.work.cancel.click()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))

    def _begin(self) -> None:
        if self._till is None or self._draft is None:
            return
        self._trouble = None
        self.work.run(
            self._workplace.files,
            self.tr("Going through past bills…"),
            partial(try_program, self._till.shop, self._draft, int(self.days.choice())),
            done=partial(self._take, self._till),
            refused=self.tell,
            unavailable=self.tell,
        )

    def _take(self, till: Till, tried: Tried | None) -> None:
        if tried is None or till is not self._till or self.work.was_stopped:
            return
        self._tried = tried
        self.result.show_tried(tried if tried.sums.bills else None)
        self._say()

    def tell(self, error: Refusal | Unavailable) -> None:
        """Say in place why a trial came to nothing."""
        self._trouble = error
        self._say()

    def _say(self) -> None:
        """Say how things stand: what is shown, of which draft, and what can be done next."""
        tried, running = self._tried, self.work.running
        if self._number:
            self._head.setText(self.tr("If draft {number} were in force…").format(number=self._number))
        else:
            self._head.setText(self.tr("Try the program on the past"))
        self._over.setText("" if tried is None else tried_over(tried))
        self._over.setVisible(tried is not None and tried.sums.bills > 0)
        self.intro.setVisible(tried is None or not tried.sums.bills)
        self.intro.setText(self._intro_words(tried))
        is_stale = tried is not None and tried.sums.bills > 0 and tried.draft != self._draft
        if self._trouble is not None:
            self.stale.say(sentence(self._trouble))
        elif is_stale and self._draft is None:
            self.stale.say(self.tr("These figures are of an earlier draft."), tone="amber")
        elif is_stale:
            self.stale.say(
                self.tr("The draft was changed since. These figures are of the one before."), tone="amber"
            )
        else:
            self.stale.say("")
        self._window.setVisible(not running)
        self.begin.setVisible(not running)
        self.begin.setEnabled(self._till is not None and self._draft is not None)
        self.begin.setText(self.tr("Try on past bills") if tried is None else self.tr("Try again"))

    def _intro_words(self, tried: Tried | None) -> str:
        if tried is None:
            return self.tr(
                "Goes through the shop's own bills as if the draft had been in force: points given,"
                " what they cost, who gains, who changes tier. Nothing is changed by it."
            )
        return self.tr(
            "There are no bills of members in the last %n day(s) yet. Once there are, this shows what the"
            " draft would have given on them, what that costs and who gains.",
            None,
            tried.days,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.days.setAccessibleName(self.tr("How far back"))
        self.days.offer([(str(days), self.tr("%n day(s)", None, days)) for days in WINDOWS])
        self._window.say(self.tr("Bills of the last {days}"))
        self._say()
