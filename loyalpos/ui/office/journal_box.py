"""Every record of the journal as a line, by days, person, kind and member; printed, written, proved."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.audit import AuditAsk, AuditLine, AuditPage, AuditPlace, RecordGroup
from loyalpos.engine.honesty import Finding
from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.errors import Refusal
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.journal_paper import journal_papers
from loyalpos.ui.office.list_saving import ListSaving, WritePersonal
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.numbers import DayBox
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.printing_job import Printing, Way
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.honesty import member_words
from loyalpos.ui.words.journal import group_words, line_reason, line_words
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from uuid import UUID

    from loyalpos.services.audit import ChainProved
    from loyalpos.services.till import Till

__all__ = ["JournalBox"]

_EVERYBODY = "*"
_PAGE = 50
_USUAL_DAYS = 7
_FOUR = 4
_IN_TABLE = (1, 2, 4, 3, 5, 6)
"""The member stands before what was done: large text leaves the last columns out of sight."""
_REASON = 5
_TIME = 1


class JournalBox(Translated, Panel):
    """The journal from its newest record back, a page at a time.

    Signals:
        opened(UUID): A member is to be looked at.
    """

    opened = Signal(object)

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page, self._work = page, work
        self._member: UUID | None = None
        self._starts: list[AuditPlace | None] = [None]
        self._found: list[AuditLine] = []
        self._then: AuditPlace | None = None
        self.first, self.last = DayBox(), DayBox()
        self.who, self.group, self.member = ChoiceBox(), ChoiceBox(), TextBox()
        boxes = {
            "first": self.first,
            "last": self.last,
            "who": self.who,
            "group": self.group,
            "member": self.member,
        }
        self._which = Sentence(boxes)
        self._said = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self.newer, self.older = ActionButton("", look=Look.QUIET), ActionButton("")
        self.paper = ActionButton("", icon="printer")
        self.pdf, self.export = ActionButton(""), ActionButton("")
        self.prove = ActionButton("", icon="tick")
        self.proved = Notice()
        self._printing, self._saving = Printing(page), ListSaving(self, page, work)
        rows = (WrapRow(self.newer, self.older), WrapRow(self.paper, self.pdf, self.export, self.prove))
        for part in (self._which, self._said, self.table, *rows, self.proved):
            self.body.addWidget(part)
        for box in (self.first, self.last, self.member):
            box.returnPressed.connect(self._ask)
        self.who.chosen.connect(self._ask)
        self.group.chosen.connect(self._ask)
        self.newer.clicked.connect(self._go_newer)
        self.older.clicked.connect(self._go_older)
        self.table.opened.connect(self._open_row)
        self.paper.clicked.connect(partial(self._print, Way.PRINTER))
        self.pdf.clicked.connect(partial(self._print, Way.FILE))
        self.export.clicked.connect(self._ask_where)
        self.prove.clicked.connect(self._prove)
        self.retranslate()
        self.group.choose(_EVERYBODY)
        self.who.choose(_EVERYBODY)

    def refresh(self) -> None:
        """Read the newest page again."""
        till = self._page.till
        if till is None:
            return
        today = till.honesty.today()
        if self.last.day() is None:
            self.last.set_day(today)
            self.first.set_day(today - timedelta(days=_USUAL_DAYS - 1))
        self._page.workplace.reader.run_latest(
            "office-journal-people",
            self._page.agreed(till.audit.people),
            done=self._offer_people,
            refused=self._say_refused,
            unavailable=self._page.refuse,
        )
        self._begin()

    def show_finding(self, finding: Finding) -> None:
        """Show what was recorded on a finding's day, of its member or else of its person."""
        self.first.set_day(finding.day)
        self.last.set_day(finding.day)
        self.group.choose(_EVERYBODY)
        self._member = finding.member
        self.member.setText("" if finding.member is None else finding.member.hex[-_FOUR:])
        self.who.choose(_EVERYBODY if finding.member is not None else finding.who)
        self._begin()
        self.table.setFocus()

    def forget(self) -> None:
        """Show nothing of what was read."""
        self._found, self._then, self._starts = [], None, [None]
        self.proved.say("")
        self._show()

    def said(self) -> str:
        """What is said above the table."""
        return self._said.text()

    # Asking ---------------------------------------------------------------------------------------

    def _asked(self) -> AuditAsk | None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or first > last:
            wrong = self.first if first is None or last is not None else self.last
            self._which.complain(self.tr("Day, month and year, please, the first day before the last"), wrong)
            return None
        self._which.complain("")
        who, group = self.who.choice(), self.group.choice()
        return AuditAsk(
            first,
            last,
            None if who == _EVERYBODY else who,
            None if group == _EVERYBODY else RecordGroup(group),
            self._member,
        )

    def _ask(self) -> None:
        till = self._page.till
        if till is None:
            return
        typed = self.member.text().strip()
        if not typed or (self._member is not None and self._member.hex.endswith(typed)):
            self._member = self._member if typed else None
            self._begin()
            return
        self._page.workplace.reader.run_latest(
            "office-journal-member",
            partial(till.members.find, typed, 1),
            done=self._take_member,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _take_member(self, found: tuple[Candidate, ...]) -> None:
        if not found:
            self._which.complain(self.tr("No member has this name or number"), self.member)
            return
        self._member = found[0].id
        self.member.setText(found[0].id.hex[-_FOUR:])
        self._begin()

    def _begin(self) -> None:
        self._starts = [None]
        self._read()

    def _go_older(self) -> None:
        if self._then is not None:
            self._starts.append(self._then)
            self._read()

    def _go_newer(self) -> None:
        if len(self._starts) > 1:
            self._starts.pop()
            self._read()

    def _read(self) -> None:
        self._found = []
        self._read_on(self._starts[-1])

    def _read_on(self, below: AuditPlace | None) -> None:
        till, ask = self._page.till, self._asked()
        if till is None or ask is None:
            return
        # Each look goes past some records only, so that the counter finds its members in between.
        self._page.workplace.reader.run_latest(
            "office-journal",
            self._page.agreed(partial(till.audit.page, ask, below, _PAGE - len(self._found))),
            done=self._take,
            refused=self._say_refused,
            unavailable=self._page.refuse,
        )

    def _take(self, read: AuditPage) -> None:
        self._found.extend(read.lines)
        self._then = read.then
        if read.then is not None and len(self._found) < _PAGE:
            self._said.setText(self.tr("Looking further back…"))
            self._read_on(read.then)
            return
        self._show()

    # Showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        till = self._page.till
        if till is None:
            return
        heads = self._heads()
        columns = [Column(heads[at], wide=at == _REASON) for at in _IN_TABLE]
        rows = []
        for line in self._found:
            cells = list(self._cells(till, line))
            # Paper says every year; on the screen there is less room.
            cells[_TIME] = dates.moment_near(line.at, till.shop.now(), till.shop.time)
            rows.append([Cell(cells[at]) for at in _IN_TABLE])
        self.table.set_rows(columns, rows)
        self.table.setVisible(bool(rows))
        self.newer.setVisible(len(self._starts) > 1)
        self.older.setVisible(self._then is not None)
        if rows:
            words = self.tr("Records {last} to {first}, the newest first. Enter opens the member.")
            self._said.setText(
                words.format(first=group_digits(self._found[-1].seq), last=group_digits(self._found[0].seq))
            )
        else:
            self._said.setText(
                self.tr("Nothing was recorded that fits. Choose other days, or leave out a condition.")
            )

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Record"),
            self.tr("Time"),
            self.tr("Person"),
            self.tr("What"),
            self.tr("Member"),
            self.tr("Reason"),
            self.tr("Till"),
        )

    def _cells(self, till: Till, line: AuditLine) -> tuple[str, ...]:
        who = till.shop.named(line.who) or "–"
        if line.approved_by:
            agreed = self.tr("{who}, agreed by {other}")
            who = agreed.format(who=who, other=till.shop.named(line.approved_by))
        member = "" if line.member is None else member_words(line.name, known=line.known)
        if line.member is not None:
            member += f" ({line.member.hex[-_FOUR:]})"
        time = dates.moment(line.at, till.shop.time)
        what = line_words(line)
        if line.person:
            what = f"{what} · {till.shop.named(line.person)}"
        return f"{line.life}.{line.seq}", time, who, what, member, line_reason(line), line.till

    def _open_row(self, row: int) -> None:
        line = self._found[row]
        if line.member is not None and line.known:
            self.opened.emit(line.member)

    def _offer_people(self, people: tuple[str, ...]) -> None:
        till = self._page.till
        if till is None:
            return
        named = [(who, till.shop.named(who) or self.tr("nobody named")) for who in people]
        self.who.offer([(_EVERYBODY, self.tr("everybody")), *named])

    def _say_refused(self, error: Refusal) -> None:
        self.table.hide()
        self._said.setText(sentence(error))

    # Printing, writing, proving -------------------------------------------------------------------

    def _print(self, way: Way) -> None:
        till, ask = self._page.till, self._asked()
        if till is not None and ask is not None:
            papers = journal_papers(till, ask, self._heads(), partial(self._cells, till))
            self._printing.send(replace(papers, paint=self._page.agreed(papers.paint)), way)

    def _ask_where(self) -> None:
        self._saving.ask_personal(
            self.tr("Write the journal to a file"),
            self.tr("journal"),
            self._writing,
            what=self.tr("Writing the journal"),
            workbook=False,
            stoppable=True,
        )

    def _writing(self) -> WritePersonal | None:
        till, ask = self._page.till, self._asked()
        if till is None or ask is None:
            return None
        heads, say = self._heads(), partial(self._cells, till)
        return self._page.agreed(
            lambda path, export, progress: till.audit.write(path, ask, heads, say, export, progress)
        )

    def _prove(self) -> None:
        till = self._page.till
        if till is None:
            return
        self.proved.say("")
        self._work.run(
            self._page.workplace.files,
            self.tr("Checking every record – the counter goes on"),
            self._page.agreed(till.audit.prove),
            done=self._say_proved,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_proved(self, proved: ChainProved | None) -> None:
        if proved is None:
            self.proved.say("")
            return
        seal = self.tr("Last link: {number} · {seal}").format(
            number=group_digits(proved.seq), seal=" ".join(proved.head[at : at + 8] for at in range(0, 64, 8))
        )
        if proved.problems:
            words = self.tr("%Ln record(s) are not as they were written:", "", len(proved.problems))
            self.proved.say("\n".join([words, *proved.problems[:10], seal]))
            return
        words = self.tr("All %Ln record(s) are as they were written.", "", proved.records)
        self.proved.say(f"{words}\n{seal}", tone="brand", icon="tick")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Journal: who did what"))
        self.table.setAccessibleName(self.tr("Journal"))
        names = {
            self.first: self.tr("First day"),
            self.last: self.tr("Last day"),
            self.who: self.tr("Person"),
            self.group: self.tr("What it is about"),
            self.member: self.tr("Member"),
        }
        for box, name in names.items():
            box.setAccessibleName(name)
        self.member.setPlaceholderText(self.tr("any member"))
        self.group.offer(
            [
                (_EVERYBODY, self.tr("everything")),
                *((group.value, group_words(group)) for group in RecordGroup),
            ]
        )
        self.who.offer([(_EVERYBODY, self.tr("everybody"))])
        self._which.say(self.tr("From {first} to {last}, by {who}, about {group}, of {member}"))
        self.newer.setText(self.tr("Newer"))
        self.older.setText(self.tr("Older"))
        self.paper.setText(self.tr("Print…"))
        self.pdf.setText(self.tr("Save as PDF…"))
        self.export.setText(self.tr("Write to a file…"))
        self.prove.setText(self.tr("Check the chain"))
        self._show()
