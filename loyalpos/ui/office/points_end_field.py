"""When the points themselves end, and what becomes of those that were collected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.points_end import PointsEnd
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.side_boxes import OptionalDayBox
from loyalpos.ui.widgets.theme import theme

__all__ = ["PointsEndField"]

_STAY, _END = "stay", "end"


class PointsEndField(QWidget):
    """The last day points are given on; once there is one, whether those collected stay or end on a day.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.last = OptionalDayBox()
        self.at_end = ChoiceBox()
        self.good_to = OptionalDayBox()
        self.given = Sentence({"last": self.last})
        self.after = Sentence({"at_end": self.at_end, "good_to": self.good_to})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.given)
        column.addWidget(self.after)
        self.last.changed.connect(self._take)
        self.at_end.chosen.connect(self._take)
        self.good_to.changed.connect(self.edited)

    def show_end(self, end: PointsEnd | None) -> None:
        """Show a program's end, in place of what was typed."""
        good_to = None if end is None else end.good_to
        self.last.set_day(None if end is None else end.last_day)
        self.at_end.choose(_STAY if good_to is None else _END)
        self.good_to.set_day(good_to)
        self._arrange()

    def read(self) -> tuple[bool, PointsEnd | None]:
        """Tell whether the days can be read, said in place where not, and give the end."""
        self.given.complain("")
        self.after.complain("")
        example = self.tr("Day, month and year, please, for example 31/12/2026")
        last = self.last.day()
        if last is None:
            if self.last.text().strip():
                self.given.complain(example, self.last)
                return False, None
            return True, None
        if self.at_end.choice() != _END:
            return True, PointsEnd(last)
        good_to = self.good_to.day()
        if good_to is None:
            self.after.complain(example, self.good_to)
            return False, None
        return True, PointsEnd(last, good_to)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.last.setAccessibleName(self.tr("Last day points are given"))
        self.last.setPlaceholderText(self.tr("no end"))
        self.at_end.setAccessibleName(self.tr("What becomes of points collected"))
        self.good_to.setAccessibleName(self.tr("Last day points are good for"))
        self.good_to.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.at_end.offer(
            [(_STAY, self.tr("stay good")), (_END, self.tr("are good to the end of this day, and end then:"))]
        )
        self.given.say(self.tr("Points are given up to and including {last}"))
        self.after.say(self.tr("Points collected by then {at_end} {good_to}"))

    def _take(self) -> None:
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        self.after.setHidden(self.last.day() is None)
        self.good_to.setHidden(self.at_end.choice() != _END)
