"""What customers ask about their data, and by when; how many people there were; what to do in a breach."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.requests import PEOPLE_OVER, PeopleNotice, RequestStep, Wish, people_notice
from loyalpos.errors import ReasonMissing, Refusal
from loyalpos.services.requests import Register
from loyalpos.ui.office.breach_panel import BreachPanel
from loyalpos.ui.office.exports_panel import ExportsPanel
from loyalpos.ui.office.impact_facts import write_facts
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.request_panel import RequestPanel
from loyalpos.ui.office.requests_panel import RequestsPanel
from loyalpos.ui.office.retention_desk import RetentionDesk
from loyalpos.ui.office.retention_panel import RetentionPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.refusals import sentence

__all__ = ["PrivacyPage"]

_TONES = {PeopleNotice.NONE: "ink", PeopleNotice.NEAR: "amber", PeopleNotice.OVER: "red"}


class PrivacyPage(Page):
    """The register of requests, the counter of people, what was exported, and the kit for a breach."""

    place = "privacy"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._register: Register | None = None
        self.work = LongWork()
        self.listed = RequestsPanel()
        self.new = RequestPanel()
        self.breach = BreachPanel(self, self.work)
        self._people = Panel(" ")
        self.people = Words("", "base", wrap=True)
        self.facts = ActionButton("")
        self._people.body.addWidget(self.people)
        self._people.body.addWidget(WrapRow(self.facts))
        self.facts.clicked.connect(self._write_facts)
        self.exports = ExportsPanel()
        self.away = RetentionPanel()
        self._retention = RetentionDesk(self, self.away, self.work)
        for part in (self.listed, self.new, self.away, self._people, self.exports, self.breach):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.listed.step_wanted.connect(self._step)
        self.new.received.connect(self._receive)
        self.new.sought.connect(self._look_up)
        self.breach.changed.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """Read the register again."""
        if self.till is None:
            return
        self.new.attach(self.till)
        self._retention.refresh()
        self.workplace.reader.run_latest(
            "office-privacy",
            self.till.requests.register,
            done=self.show_register,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.facts.setText(self.tr("Write the facts for an impact assessment"))
        self._people.set_title(self.tr("People ever known to the shop"))
        if self._register is not None:
            self.show_register(self._register)

    def show_register(self, register: Register) -> None:
        """Show the requests, the breaches and how many people there ever were."""
        till = self.till
        if till is None:
            return
        self._register = register
        chip = ""
        if register.late:
            chip = self.tr("%n late", "", register.late)
        self.head.say(self.title(), chip=chip, tone=Tone.RED)
        self.listed.show_requests(register.requests, till)
        self.exports.show_exports(register.exports, till)
        self.breach.show_breaches(register.breaches, till)
        self.people.setText(self._people_text(register.people))
        self.people.set_tone(_TONES[people_notice(register.people)])

    def _people_text(self, people: int) -> str:
        counted = self.tr("%n people so far, also those who have left.", "", people).replace(
            str(people), group_digits(people)
        )
        match people_notice(people):
            case PeopleNotice.NONE:
                more = self.tr(
                    "A small shop needs no impact assessment and no data protection officer until it has "
                    "known {most} people."
                )
            case PeopleNotice.NEAR:
                more = self.tr(
                    "At {most} people the relief for small shops ends: then the shop needs an impact "
                    "assessment and somebody in charge of data protection. Prepare both now."
                )
            case PeopleNotice.OVER:
                more = self.tr(
                    "{most} people or more: the relief for small shops is over. The shop needs an impact "
                    "assessment, sent within 60 days, and somebody in charge of data protection."
                )
        return f"{counted} {more.format(most=group_digits(PEOPLE_OVER))}"

    def _write_facts(self) -> None:
        if self.till is None:
            return
        self.workplace.files.run(
            partial(write_facts, self.till, self.workplace.folders.data / "evidence"),
            done=self._say_facts,
            refused=self.refuse,
            unavailable=self.refuse,
            owner=self,
        )

    def _say_facts(self, path: Path) -> None:
        self.tell(BannerKind.SUCCESS, self.tr("Written"), str(path))

    def _look_up(self, typed: str) -> None:
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-asker",
            partial(self.till.members.find, typed.strip()),
            done=self.new.show_found,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _receive(self, wish: Wish) -> None:
        if self.till is None:
            return
        action = self.till.shop.outside.new_id()
        self.workplace.writer.run(
            partial(self.till.requests.receive, action, wish),
            done=self._say_received,
            refused=self._refuse_new,
            unavailable=self.refuse,
        )

    def _say_received(self, _request: object) -> None:
        self.new.clear()
        self.tell(
            BannerKind.SUCCESS, self.tr("Written down"), self.tr("It stands in the list with its days.")
        )
        self.refresh()

    def _refuse_new(self, refusal: Refusal) -> None:
        if isinstance(refusal, ReasonMissing):
            self.new.ask_who()
        else:
            self.refuse(refusal)

    def _step(self, request: UUID, step: RequestStep, reason: str) -> None:
        if self.till is None:
            return
        self.workplace.writer.run(
            partial(self.till.requests.step, request, step, reason),
            done=self._say_moved,
            refused=self._refuse_step,
            unavailable=self.refuse,
        )

    def _say_moved(self, _request: object) -> None:
        self.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.refresh()

    def _refuse_step(self, refusal: Refusal) -> None:
        if isinstance(refusal, ReasonMissing):
            self.listed.show_problem(sentence(refusal))
        else:
            self.refuse(refusal)
