"""The segment tags of one member: worn, taken off, put on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.tags import LONGEST_TAG, TagInUse, TagProblem, clean_tag
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.problems import tag_problem

__all__ = ["MemberTags"]

_MOST_OFFERED = 8


class MemberTags(Translated, Panel):
    """Tags a member wears, each with a cross; a box for another, and under it those in use.

    Signals:
        put_on(str): A tag is wanted on the member.
        taken_off(str): A tag is to go.
    """

    put_on = Signal(str)
    taken_off = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._worn: tuple[str, ...] = ()
        self._in_use: tuple[TagInUse, ...] = ()
        self._none = Words("", "base", "quiet", wrap=True)
        self.worn = WrapRow()
        self.box = FieldBox("")
        self.box.edit.setMaxLength(LONGEST_TAG * 2)
        self.offered = WrapRow()
        for part in (self._none, self.worn, self.box, self.offered):
            self.body.addWidget(part)
        self.box.submitted.connect(self._put_typed)
        self.box.edited.connect(lambda _text: self.box.show_error(""))
        self.retranslate()

    def show_tags(self, worn: tuple[str, ...], in_use: tuple[TagInUse, ...]) -> None:
        """Show what a member wears, and offer what others wear."""
        had_focus = self.worn.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._worn, self._in_use = worn, in_use
        self._show()
        if had_focus:
            # The button that was pressed is gone with its tag.
            self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_typed(self) -> None:
        tag = clean_tag(self.box.text())
        if isinstance(tag, TagProblem):
            self.box.show_error(tag_problem(tag))
            return
        self.box.set_text("")
        self.put_on.emit(tag)

    def _show(self) -> None:
        self._none.setVisible(not self._worn)
        crosses = []
        for tag in self._worn:
            cross = ActionButton(tag, icon="cross")
            cross.setProperty("data", 1)
            cross.setAccessibleDescription(self.tr("Take this tag off"))
            cross.clicked.connect(partial(self.taken_off.emit, tag))
            crosses.append(cross)
        self.worn.set_widgets(*crosses)
        others = sorted(
            (one for one in self._in_use if one.tag not in self._worn), key=lambda one: -one.members
        )
        picks = []
        for one in others[:_MOST_OFFERED]:
            pick = ActionButton(one.tag, look=Look.QUIET, icon="add")
            pick.setProperty("data", 1)
            pick.setAccessibleDescription(self.tr("Put this tag on"))
            pick.clicked.connect(partial(self.put_on.emit, one.tag))
            picks.append(pick)
        self.offered.set_widgets(*picks)
        self.worn.setVisible(bool(crosses))
        self.offered.setVisible(bool(picks))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Tags"))
        self._none.setText(self.tr("No tag yet: rules and rewards can be for those who wear one."))
        self.box.set_label(self.tr("Another tag"))
        self.box.edit.setPlaceholderText(self.tr("e.g. VIP"))
        self.box.show_error("")
        self._show()
