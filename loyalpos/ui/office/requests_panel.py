"""The requests, by what is due next; the chosen one with its steps and the words to answer with."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.requests import PersonalRequest, RequestStep, next_due
from loyalpos.services.till import Till
from loyalpos.ui.office.privacy_words import answer_text, kind_brief, kind_name
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["RequestsPanel"]

_LONGEST_REASON = 300


class RequestsPanel(Translated, Panel):
    """A list; a row that is opened shows what may be done with it.

    Signals:
        step_wanted(UUID, RequestStep, str): A request was answered, extended, done or refused, and why.
    """

    step_wanted = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._requests: tuple[PersonalRequest, ...] = ()
        self._till: Till | None = None
        self._open: UUID | None = None
        self.table = Table("", all_rows=True)
        self.empty = EmptyState("tick", "")
        self.what = Words("", "strong", wrap=True)
        self.what.setProperty("data", 1)
        self.reason = FieldBox("")
        self.reason.edit.setMaxLength(_LONGEST_REASON)
        self.steps = {step: ActionButton("") for step in RequestStep}
        self.steps[RequestStep.DONE].set_look(Look.PRIMARY)
        self.answers = {language: ActionButton("", look=Look.QUIET) for language in ("vi", "en")}
        self.answer = Words("", "base", "quiet", wrap=True)
        self.answer.setProperty("for_customers", 1)
        parts = (
            self.table,
            self.empty,
            self.what,
            self.reason,
            WrapRow(*self.steps.values(), *self.answers.values()),
            self.answer,
        )
        self._detail = parts[2:]
        for part in parts:
            self.body.addWidget(part)
        self.table.opened.connect(self._choose)
        self.reason.edited.connect(lambda _text: self.reason.show_error(""))
        for step, button in self.steps.items():
            button.clicked.connect(partial(self._step, step))
        for language, button in self.answers.items():
            button.clicked.connect(partial(self._copy, language))
        self.retranslate()

    def show_requests(self, requests: tuple[PersonalRequest, ...], till: Till) -> None:
        """Show what was asked, the next due first."""
        self._requests, self._till = requests, till
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Say at the reason what is wrong."""
        self.reason.show_error(sentence)
        self.reason.edit.setFocus()

    def _choose(self, row: int) -> None:
        self._open = self._requests[row].id
        self.reason.set_text("")
        self.answer.setText("")
        self._show()

    def _step(self, step: RequestStep) -> None:
        if self._open is not None:
            self.step_wanted.emit(self._open, step, self.reason.text())

    def _copy(self, language: str) -> None:
        request, till = self._request(), self._till
        if request is None or till is None:
            return
        text = answer_text(request, till, language)
        QGuiApplication.clipboard().setText(text)
        self.answer.setText(text)
        self.answer.show()

    def _request(self) -> PersonalRequest | None:
        return next((one for one in self._requests if one.id == self._open), None)

    def _show(self) -> None:
        till = self._till
        if till is None:
            return
        today = till.shop.time.business_day(till.shop.now())
        columns = (
            Column(self.tr("Received")),
            Column(self.tr("Who"), wide=True),
            Column(self.tr("What")),
            Column(self.tr("Next")),
        )
        self.table.set_rows(columns, [self._row(one, today) for one in self._requests])
        self.table.setVisible(bool(self._requests))
        self.empty.setVisible(not self._requests)
        request = self._request()
        for part in self._detail:
            part.setVisible(request is not None)
        if request is None:
            return
        name = request.name or self.tr("Customer without a name")
        words = f"{name}: {kind_name(request.wish.kind)}"
        if request.wish.words:
            words = f"{words} – “{request.wish.words}”"
        self.what.setText(f"{words}\n{self._days(request)}")
        self.reason.setVisible(request.is_open)
        self.steps[RequestStep.ANSWERED].setVisible(request.is_open and request.answered is None)
        self.steps[RequestStep.EXTENDED].setVisible(request.is_open and not request.extended)
        for step in (RequestStep.DONE, RequestStep.REFUSED):
            self.steps[step].setVisible(request.is_open)
        self.answer.setVisible(bool(self.answer.text()))

    def _row(self, one: PersonalRequest, today: date) -> tuple[Cell, ...]:
        due = next_due(one)
        if due is None:
            words = self.tr("refused {day}") if one.refused else self.tr("done {day}")
            state = Cell(words.format(day=dates.day_near(one.closed or today, today)), "quiet")
        else:
            words = self.tr("answer by {day}") if one.answered is None else self.tr("done by {day}")
            if due < today:
                words = (
                    self.tr("late: answer by {day}") if one.answered is None else self.tr("late: by {day}")
                )
            tone = "red" if due < today else "amber" if due == today else "ink"
            state = Cell(words.format(day=dates.day_near(due, today)), tone, strong=due <= today)
        return (
            Cell(dates.day_near(one.wish.day, today), "quiet"),
            Cell(one.name or self.tr("Customer without a name")),
            Cell(kind_brief(one.wish.kind)),
            state,
        )

    def _days(self, request: PersonalRequest) -> str:
        answer = self.tr("answer by {day}").format(day=dates.day(request.answer_by))
        if request.answered is not None:
            answer = self.tr("answered {day}").format(day=dates.day(request.answered))
        done = self.tr("done by {day}").format(day=dates.day(request.done_by))
        said = f"{answer} · {done}"
        return f"{said} · {request.reason}" if request.reason else said

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("What customers ask for"))
        self.table.setAccessibleName(self.tr("What customers ask for"))
        self.empty.set_sentence(
            self.tr("Nobody has asked for anything: what a customer asks is written below")
        )
        self.reason.set_label(self.tr("Reason, where it is refused or takes longer"))
        self.steps[RequestStep.ANSWERED].setText(self.tr("Answered"))
        self.steps[RequestStep.EXTENDED].setText(self.tr("15 days more"))
        self.steps[RequestStep.DONE].setText(self.tr("Done"))
        self.steps[RequestStep.REFUSED].setText(self.tr("Refused"))
        self.answers["vi"].setText(self.tr("Copy an answer (Vietnamese)"))
        self.answers["en"].setText(self.tr("Copy an answer (English)"))
        self._show()
