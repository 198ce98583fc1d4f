"""Two customers side by side, the one they would be, and the owner's word."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import Member
from loyalpos.engine.merging import Chosen
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.phones import spaced
from loyalpos.services.merging import Foreseen, Merged, Side
from loyalpos.services.till import Till
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["MergeDesk"]

_FIRST, _SECOND = "first", "second"


class _Asked(Struct, frozen=True):
    """What was chosen when the preview was asked for."""

    stays: UUID
    goes: UUID
    chosen: Chosen


class MergeDesk(Translated, QWidget, Themed):
    """Both as they are and as one; what is chosen shows at once, a question stands before the deed.

    Signals:
        done(): They were merged, or told apart.
        left(): Back to the list.
    """

    done = Signal()
    left = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._work = work
        self._two: tuple[UUID, UUID] | None = None
        self._seen: Foreseen | None = None
        self._swapped = False
        self._panel = Panel(" ")
        self.table = Table("", all_rows=True)
        self.stays, self.name, self.phone = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._choice = Sentence({"stays": self.stays, "name": self.name, "phone": self.phone})
        self.family = Tick("")
        self.label = FieldBox("")
        self._note = Words("", "base", "quiet", wrap=True)
        self.merge = ActionButton("", look=Look.PRIMARY)
        self.apart = ActionButton("")
        self.back = ActionButton("")
        self.confirm = Confirm()
        for part in (
            self.table,
            self._choice,
            self.family,
            self.label,
            self._note,
            WrapRow(self.merge, self.apart, self.back),
            self.confirm,
        ):
            self._panel.body.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._panel)
        self.setFocusProxy(self.stays)
        for box in (self.stays, self.name, self.phone):
            box.chosen.connect(self._look)
        self.family.toggled.connect(self._turn_family)
        self.merge.clicked.connect(self._ask)
        self.apart.clicked.connect(self._tell_apart)
        self.back.clicked.connect(self.left)
        self.confirm.agreed.connect(self._merge)
        self.confirm.given_up.connect(self.merge.setFocus)
        self.retranslate()
        self.follow_theme()

    def open(self, one: UUID, other: UUID) -> None:
        """Look at two customers; who was here more often stays, until somebody chooses."""
        self._two = (one, other)
        self._seen = None
        self.confirm.hide()
        self.family.setChecked(False)
        self.label.hide()
        for box in (self.stays, self.name, self.phone):
            box.choose(_FIRST)
        self.table.set_rows((), [])
        self.merge.setEnabled(False)
        self.show()
        self._look()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    # Looking --------------------------------------------------------------------------------------

    def _asked(self) -> _Asked | None:
        if self._two is None:
            return None
        first, second = self._two
        stays = self._chosen(self.stays)
        goes = second if stays == first else first
        label = self.label.text().strip() if self.family.isChecked() else ""
        return _Asked(stays, goes, Chosen(self._chosen(self.name), self._chosen(self.phone), label))

    def _chosen(self, box: ChoiceBox) -> UUID:
        assert self._two is not None
        return self._two[box.choice() == _SECOND]

    def _look(self) -> None:
        till, asked = self._page.till, self._asked()
        if till is None or asked is None:
            return
        self.confirm.give_up()
        # It is done and given up, so it runs where is written.
        self._page.workplace.writer.run(
            partial(till.merging.foresee, asked.stays, asked.goes, asked.chosen),
            done=self._show_seen,
            refused=self._refuse,
            unavailable=self._page.refuse,
        )

    def _refuse(self, refusal: object) -> None:
        self._page.refuse(refusal)  # type: ignore[arg-type]
        self.left.emit()

    def _show_seen(self, seen: Foreseen) -> None:
        self._seen = seen
        self.merge.setEnabled(True)
        self._show()

    def _sides(self) -> tuple[Side, Side] | None:
        if self._seen is None or self._two is None:
            return None
        by_id = {side.view.member.id: side for side in (self._seen.stays, self._seen.goes)}
        return by_id[self._two[0]], by_id[self._two[1]]

    def _show(self) -> None:
        sides = self._sides()
        if sides is None or self._seen is None:
            return
        self._offer(*sides)
        both = self._seen.both
        columns = (
            Column(""),
            Column(self.tr("First")),
            Column(self.tr("Second")),
            Column(self.tr("Merged"), wide=True),
        )
        facts = [self._facts(side) for side in (*sides, both)]
        names = (
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("Birthday"),
            self.tr("Member since"),
            self.tr("Points"),
            self.tr("Debt"),
            self.tr("Stamps and tickets"),
            self.tr("Visits"),
            self.tr("Paid"),
            self.tr("Tier"),
            self.tr("Cards and codes"),
        )
        rows = [
            (Cell(name, "quiet"), Cell(first), Cell(second), Cell(after, "brand", strong=True))
            for name, first, second, after in zip(names, *facts, strict=True)
            if {first, second, after} != {"–"}
        ]
        self.table.set_rows(columns, rows)

    def _facts(self, side: Side) -> tuple[str, ...]:
        member, account = side.view.member, side.view.account
        return (
            member.name or "–",
            "–" if member.phone is None else spaced(member.phone),
            "–" if member.birthday is None else dates.birthday_text(member.birthday),
            dates.day(member.joined),
            group_digits(account.balance),
            group_digits(account.debt) if account.debt else "–",
            group_digits(side.units) if side.units else "–",
            group_digits(side.view.visits),
            vnd(side.view.spend_vnd),
            side.tier or "–",
            group_digits(side.codes),
        )

    def _offer(self, first: Side, second: Side) -> None:
        members = (first.view.member, second.view.member)
        ids = (_FIRST, _SECOND)
        self.stays.offer(
            [
                (one, self._called(member, at))
                for at, (one, member) in enumerate(zip(ids, members, strict=True))
            ]
        )
        self.name.offer([(one, member.name or "–") for one, member in zip(ids, members, strict=True)])
        self.phone.offer(
            [
                (one, "–" if member.phone is None else spaced(member.phone))
                for one, member in zip(ids, members, strict=True)
            ]
        )

    def _called(self, member: Member, at: int) -> str:
        which = self.tr("the second") if at else self.tr("the first")
        return f"{which} ({member.name})" if member.name else which

    def _turn_family(self, on: bool) -> None:
        self.label.setVisible(on)
        if on and self._seen is not None and not self.label.text():
            self.label.set_text(self._seen.goes.view.member.name or "")
        if on:
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing ----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._seen is None:
            return
        words = self.tr(
            "Both become one customer with {points} points, all bills and all cards. A backup is made first. "
            "It can be undone here until what came over is used."
        )
        balance = group_digits(self._seen.both.view.account.balance)
        self.confirm.ask(words.format(points=balance), self.tr("Merge them"))

    def _merge(self) -> None:
        till, asked = self._page.till, self._asked()
        if till is None or asked is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Merging, after a backup"),
            partial(_merge, self._page, till, asked),
            done=self._say_merged,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_merged(self, merged: Merged) -> None:
        words = self.tr("{points} points together; every card finds this customer.")
        balance = group_digits(merged.balance)
        self._page.tell(
            BannerKind.SUCCESS, self.tr("The two are one member now"), words.format(points=balance)
        )
        self.done.emit()

    def _tell_apart(self) -> None:
        till = self._page.till
        if till is None or self._two is None:
            return
        self._page.workplace.writer.run(
            partial(till.merging.tell_apart, *self._two),
            done=self._say_apart,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_apart(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Noted: they are two customers"))
        self.done.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._panel.set_title(self.tr("One customer or two?"))
        self.table.setAccessibleName(self.tr("Both side by side"))
        self.stays.setAccessibleName(self.tr("Who stays"))
        self.name.setAccessibleName(self.tr("Whose name is kept"))
        self.phone.setAccessibleName(self.tr("Whose phone is kept"))
        self._choice.say(self.tr("{stays} stays, with the name {name} and the phone {phone}"))
        self.family.setText(self.tr("Two people who share one account"))
        self.label.set_label(self.tr("Whose the cards are that come over"))
        self._note.setText(self.tr("Of consents, what either has withdrawn stays withdrawn."))
        self.merge.setText(self.tr("Merge…"))
        self.apart.setText(self.tr("Not the same"))
        self.back.setText(self.tr("Back to the list"))
        self._show()


def _merge(page: Page, till: Till, asked: _Asked, _progress: Progress) -> Merged:
    till.days.back_up(page.workplace.folders.backups, "merge")
    return till.merging.merge(asked.stays, asked.goes, asked.chosen)
