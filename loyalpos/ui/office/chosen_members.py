"""Members picked one by one or by the group, for whom something is printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.paper_fields import LETTERS, PaperFields
from loyalpos.ui.office.printing_job import Way
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ChosenMembers"]

_ROWS = 6
_CHIPS = 12


class ChosenMembers(Translated, Panel):
    """A search box, its rows, and under them who was picked; picking once more drops.

    Signals:
        typed(str): Something to search for; empty for nothing.
        group_wanted(str, str): All of a group are to be picked: ``month``, ``tag`` or ``tier``, and which.
        picked_changed(): Others are picked now.
        papers_wanted(Way): What is to be printed for those picked.
    """

    typed = Signal(str)
    group_wanted = Signal(str, str)
    picked_changed = Signal()
    papers_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._found: tuple[Candidate, ...] = ()
        self._searching = False
        self._enter_waits = False
        self._picked: dict[object, Candidate] = {}
        self.box = FindBox()
        self.rows = RowList("", most_rows=_ROWS)
        self._none = Words("", "base", "quiet", wrap=True)
        self.picked = WrapRow()
        self.group = AddBox()
        self.nobody = ActionButton("", look=Look.QUIET, icon="cross")
        self._group_row = WrapRow(self.group, self.nobody)
        self._groups: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, str], ...], int] = ((), (), 1)
        self._reached = 0
        self.papers = PaperFields()
        self.pdf = ActionButton("", icon="card")
        self.printer = ActionButton("", icon="printer")
        for part in (
            self.box,
            self.rows,
            self._group_row,
            self._none,
            self.picked,
            self.papers,
            WrapRow(self.pdf, self.printer),
        ):
            self.body.addWidget(part)
        self.box.textChanged.connect(self._search)
        self.box.returnPressed.connect(self._pick_top)
        self.rows.chosen.connect(self._pick)
        self.rows.left_upwards.connect(self.box.setFocus)
        self.rows.left.connect(self.box.setFocus)
        self.pdf.clicked.connect(partial(self.papers_wanted.emit, Way.FILE))
        self.printer.clicked.connect(partial(self.papers_wanted.emit, Way.PRINTER))
        self.group.chosen.connect(self._choose_group)
        self.nobody.clicked.connect(self.clear)
        self.papers.changed.connect(self._show_buttons)
        self.retranslate()

    def chosen(self) -> tuple[Candidate, ...]:
        """Who was picked, in that order."""
        return tuple(self._picked.values())

    def show_found(self, found: tuple[Candidate, ...]) -> None:
        """Show who fits what is typed."""
        self._searching = False
        self._found = found
        self._show_rows()
        if self._enter_waits:
            self._pick_top()

    def _show_rows(self) -> None:
        found = self._found
        nameless = self.tr("Customer without a name")
        self.rows.set_rows(
            [
                Row(
                    one.name or nameless,
                    "" if one.phone is None else masked(one.phone),
                    self.tr("picked") if one.id in self._picked else "",
                    "brand",
                )
                for one in found
            ]
        )
        self.rows.setVisible(bool(found))

    def show_groups(
        self, tags: tuple[tuple[str, int], ...], tiers: tuple[tuple[str, str], ...], month: int
    ) -> None:
        """Offer the groups there are: birthdays of this month and the next, tags, tiers."""
        self._groups = (tags, tiers, month)
        following = month % 12 + 1
        rows = [("", self.tr("Add a group…"))]
        for born in (month, following):
            rows.append((f"month:{born}", self.tr("Birthdays in month {month}").format(month=born)))
        for tag, members in tags:
            words = self.tr("Tag “{tag}” ({count})")
            rows.append((f"tag:{tag}", words.replace("{count}", group_digits(members)).replace("{tag}", tag)))
        for tier, name in tiers:
            rows.append((f"tier:{tier}", self.tr("Tier {tier}").replace("{tier}", name)))
        self.group.offer(rows)

    def pick_all(self, members: tuple[Candidate, ...]) -> None:
        """Pick all of a group beside those picked already."""
        self._picked |= {one.id: one for one in members}
        self._none.setText(self._none_text() if members else self.tr("Nobody is in this group."))
        self._show_picked()

    def set_reached(self, agreed: int) -> None:
        """Know how many of those picked letters reach."""
        self._reached = agreed
        self._show_buttons()

    def sheets(self) -> int:
        """Tell how many letters, cards or sheets those picked come to."""
        return self._reached if self.papers.kind.choice() == LETTERS else len(self._picked)

    def clear(self) -> None:
        """Drop everybody."""
        self._picked.clear()
        self._show_picked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the rows."""
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.rows.enter():
            return
        super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        self._searching = True
        self._enter_waits = False
        self.typed.emit(typed)

    def _pick_top(self) -> None:
        # Enter may come before the answer to the last letter: it means the row that will be on top.
        self._enter_waits = self._searching
        if not self._searching and self._found:
            self._pick(0)
            self.box.selectAll()

    def _pick(self, row: int) -> None:
        one = self._found[row]
        if self._picked.pop(one.id, None) is None:
            self._picked[one.id] = one
        self._show_picked()

    def _drop(self, one: Candidate) -> None:
        self._picked.pop(one.id, None)
        self._show_picked()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picked(self) -> None:
        buttons: list[QWidget] = []
        for one in list(self._picked.values())[:_CHIPS]:
            name = one.name or ("" if one.phone is None else masked(one.phone))
            button = ActionButton(name, icon="cross")
            button.setAccessibleDescription(self.tr("Print nothing for this member"))
            button.setProperty("data", 1)
            button.clicked.connect(partial(self._drop, one))
            buttons.append(button)
        more = len(self._picked) - len(buttons)
        if more > 0:
            buttons.append(
                Words(self.tr("and {count} more").format(count=group_digits(more)), "base", "quiet")
            )
        self.picked.set_widgets(*buttons)
        self._none.setVisible(not buttons)
        self.nobody.setVisible(len(self._picked) > 1)
        self._reached = 0
        self._show_buttons()
        self._show_rows()
        self.picked_changed.emit()

    def _show_buttons(self) -> None:
        for button in (self.pdf, self.printer):
            button.setEnabled(bool(self.sheets()))

    def _choose_group(self, chosen: str) -> None:
        self.group.choose("")
        kind, _, name = chosen.partition(":")
        if name:
            self.group_wanted.emit(kind, name)

    def _none_text(self) -> str:
        return self.tr(
            "Find members and pick them with Enter, or add a group: it is printed for all of them."
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("For members"))
        self.group.setAccessibleName(self.tr("Add a group"))
        self.nobody.setText(self.tr("Drop all"))
        self.show_groups(*self._groups)
        self.box.setAccessibleName(self.tr("Find a member"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.rows.setAccessibleName(self.tr("Members found"))
        self._none.setText(self._none_text())
        self.pdf.setText(self.tr("PDF"))
        self.printer.setText(self.tr("Print"))
        self._show_picked()
