"""What was published: every revision, what differs between two of them, and the way back to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.program import Program
from loyalpos.engine.times import ShopTime
from loyalpos.services.programs import Revision, would_cancel
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.program_changes import ProgramReader
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.starts_field import StartsField
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.dates import day, moment

__all__ = ["HistoryView"]

_DRAFT = "0"


class RevisionRow(QWidget):
    """One revision, and what can be done with it."""

    def __init__(self, revision: Revision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.revision = revision
        self._name = Words("", "strong")
        self._state = Chip("")
        self._told = Words("", "base", "quiet", wrap=True)
        self.compare = ActionButton("", look=Look.QUIET, tight=True)
        self.again = ActionButton("", look=Look.QUIET, tight=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrapRow(self._name, self._state, self.compare, self.again))
        column.addWidget(self._told)

    def say(self, today: date, shop: ShopTime, *, newest: bool) -> None:
        """Say everything in the language of the moment."""
        one = self.revision
        self._name.setText(self.tr("Revision {number}").format(number=one.number))
        ruling = one.starts <= today and (one.until is None or today < one.until)
        state, tone = "", Tone.PLAIN
        if ruling:
            state, tone = self.tr("runs today"), Tone.BRAND
        elif one.overtaken:
            state = self.tr("never ran")
        elif one.starts > today:
            state, tone = self.tr("comes"), Tone.AMBER
        self._state.set_text(state, tone)
        self._state.setHidden(not state)
        last = None if one.until is None or one.overtaken else max(one.starts, one.until - timedelta(days=1))
        if last is None:
            told = [self.tr("from {first}").format(first=day(one.starts))]
        elif last == one.starts:
            told = [self.tr("on {day} only").format(day=day(last))]
        else:
            told = [self.tr("{first} to {last}").format(first=day(one.starts), last=day(last))]
        published = self.tr("published {moment}").format(moment=moment(one.published_at, shop))
        told.append(f"{published} · {one.who}" if one.who else published)
        if one.same_as is not None:
            told.append(self.tr("the same as revision {number}").format(number=one.same_as))
        self._told.setText(" · ".join(told))
        self.compare.setText(self.tr("What it changed"))
        self.compare.setHidden(one.number == 1)
        self.again.setText(self.tr("Publish it again…"))
        self.again.setHidden(newest)


class HistoryView(QWidget):
    """The revisions, newest first, and the differences between any two, the draft among them.

    Signals:
        again_wanted(int, date): A person wants an old revision to hold again from that day on.
    """

    again_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._revisions: tuple[Revision, ...] = ()
        self._draft: Program | None = None
        self._today: date | None = None
        self._time: ShopTime | None = None
        self._rows: list[RevisionRow] = []
        self._back_to = 0
        self.starts = StartsField()
        self.confirm = Confirm()
        self.older, self.newer = ChoiceBox(), ChoiceBox()
        self._list = Panel(" ", flush=True)
        self._differences = Panel(" ")
        self._between = Sentence({"older": self.older, "newer": self.newer})
        self.told = QVBoxLayout()
        self._differences.body.addWidget(self._between)
        self._differences.body.addLayout(self.told)
        self._reader: ProgramReader | None = None
        self._items: Mapping[str, str] = {}
        self._stock: Mapping[str, int] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        for part in (self.starts, self.confirm, self._differences, self._list):
            self._column.addWidget(part)
        self.starts.hide()
        for box in (self.older, self.newer):
            box.chosen.connect(self._compare)
        self.starts.edited.connect(self._ask)
        self.confirm.agreed.connect(self._publish_again)
        self.confirm.given_up.connect(self.starts.hide)

    def rows(self) -> tuple[RevisionRow, ...]:
        """The revisions as they are listed."""
        return tuple(self._rows)

    def sentences(self) -> tuple[str, ...]:
        """What is said to differ."""
        items = (self.told.itemAt(at) for at in range(self.told.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget.text() for widget in widgets if isinstance(widget, Words))

    def know_items(self, names: Mapping[str, str]) -> None:
        """Learn what items are called that are named by their codes."""
        self._items = names

    def know_stock(self, stock: Mapping[str, int]) -> None:
        """Learn how many there are of each gift, which no program says."""
        self._stock = stock

    def show_history(
        self, revisions: tuple[Revision, ...], draft: Program | None, *, today: date, time: ShopTime
    ) -> None:
        """List revisions, newest first, and say what the draft, or else the newest, changes.

        Args:
            draft: The draft as typed, if it can be read and says anything new.
            today: The business day.
            time: The shop's clock.
        """
        self._revisions, self._draft, self._today, self._time = revisions, draft, today, time
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self._list.deleteLater()
        self._list = Panel(" ", flush=True)
        self._column.addWidget(self._list)
        for revision in revisions:
            row = RevisionRow(revision)
            row.compare.clicked.connect(partial(self._compare_with_before, revision.number))
            row.again.clicked.connect(partial(self._begin_again, revision.number))
            self._rows.append(row)
            self._list.add_row(row)
        self.retranslate()
        newest = revisions[0].number
        self.older.choose(str(newest if draft is not None else max(1, newest - 1)))
        self.newer.choose(_DRAFT if draft is not None else str(newest))
        self._compare()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        if self._today is None or self._time is None:
            return
        self._list.set_title(self.tr("Published revisions"))
        self._differences.set_title(self.tr("What differs"))
        self._differences.setHidden(len(self._revisions) + (self._draft is not None) < 2)
        for at, row in enumerate(self._rows):
            row.say(self._today, self._time, newest=at == 0)
        words = self.tr("revision {number}")
        numbered = [(str(one.number), words.format(number=one.number)) for one in self._revisions]
        draft = [(_DRAFT, self.tr("the draft"))] if self._draft is not None else []
        self.older.setAccessibleName(self.tr("The older one"))
        self.newer.setAccessibleName(self.tr("The newer one"))
        self.older.offer(numbered)
        self.newer.offer([*draft, *numbered])
        self._between.say(self.tr("From {older} to {newer}"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._revisions:
                self._compare()

    def _program(self, name: str) -> Program:
        if name == _DRAFT:
            assert self._draft is not None
            return self._draft
        return next(one.program for one in self._revisions if str(one.number) == name)

    def _compare_with_before(self, number: int) -> None:
        self.older.choose(str(number - 1))
        self.newer.choose(str(number))
        self._compare()
        self.newer.setFocus()

    def _compare(self) -> None:
        if self._reader is None:
            self._reader = ProgramReader(self)
        self._reader.know_items(self._items)
        self._reader.know_stock(self._stock)
        while (item := self.told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        older, newer = self._program(self.older.choice()), self._program(self.newer.choice())
        changes = self._reader.changes(older, newer)
        for part in changes:
            if part.title:
                self.told.addWidget(Words(part.title, "strong", wrap=True))
            for sentence in part.sentences:
                self.told.addWidget(Words(sentence, "base", wrap=True))
        if not changes:
            self.told.addWidget(Words(self.tr("Nothing: they say the same"), "base", "quiet", wrap=True))

    def _begin_again(self, number: int) -> None:
        self._back_to = number
        self.starts.show()
        self._ask()

    def _ask(self) -> None:
        number = self._revisions[0].number + 1
        words = self.tr("Revision {old} is published again as revision {new}, {from_day}. A draft stays.")
        said = words.format(old=self._back_to, new=number, from_day=self.starts.words())
        self.confirm.ask(
            " ".join((said, *self._cancelled())),
            self.tr("Publish revision {old} again").format(old=self._back_to),
        )
        if self.starts.on.isVisible():
            self.starts.on.setFocus()

    def _cancelled(self) -> Iterator[str]:
        """Say which announced revisions would never run."""
        starts = None if self._today is None else self.starts.read(self._today)
        if self._today is None or starts is None:
            return
        for one in reversed(would_cancel(self._revisions, starts, self._today)):
            words = self.tr("Revision {number}, announced from {day} on, then never runs.")
            yield words.format(number=one.number, day=day(one.starts))

    def _publish_again(self) -> None:
        day = None if self._today is None else self.starts.read(self._today)
        if day is None:
            self._ask()
            return
        self.starts.hide()
        self.again_wanted.emit(self._back_to, day)
