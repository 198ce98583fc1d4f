"""What becomes of a draft: published from a day on, kept, or dropped; and the way to what was published."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.starts_field import StartsField
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.translated import Translated

__all__ = ["PublishBar"]


class PublishBar(Translated, QWidget):
    """The buttons below the program.

    Signals:
        publish_wanted(date): A person wants the draft to hold from that day on.
        keep_wanted(): A person wants it kept as it is.
        drop_wanted(): A person wants it gone, and has said so twice.
        history_wanted(bool): A person wants to see what was published, or the draft again.
    """

    publish_wanted = Signal(object)
    keep_wanted = Signal()
    drop_wanted = Signal()
    history_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._today: date | None = None
        self._sound = False
        self._edited = False
        self.starts = StartsField()
        self.publish = ActionButton("", look=Look.PRIMARY)
        self.keep = ActionButton("")
        self.drop = ActionButton("", look=Look.QUIET)
        self.history = ActionButton("", look=Look.QUIET)
        self.history.setCheckable(True)
        self.confirm = Confirm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.confirm)
        column.addWidget(WrapRow(self.starts, self.publish, self.keep, self.drop, self.history))
        self.starts.edited.connect(self._judge)
        self.publish.clicked.connect(self._publish)
        self.keep.clicked.connect(self.keep_wanted)
        self.drop.clicked.connect(self._ask)
        self.confirm.agreed.connect(self.drop_wanted)
        self.history.toggled.connect(self._take_history)
        self.retranslate()

    def show_draft(self, number: int, today: date | None, *, sound: bool, edited: bool, kept: bool) -> None:
        """Offer what can be done with a draft.

        Args:
            number: What it will be called.
            today: The business day; None while nothing is known.
            sound: Whether it could be published.
            edited: Whether it says anything else than what was published last.
            kept: Whether it is kept exactly as it stands, or nothing of it can be.
        """
        self._number, self._today, self._sound, self._edited = number, today, sound, edited
        self.keep.setEnabled(edited and not kept)
        self._arrange()
        self._judge()

    def say_kept(self) -> None:
        """Say that the draft is kept exactly as it stands."""
        self.keep.setEnabled(False)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        # It hears of the language only after this, and the button says what it says.
        self.starts.retranslate()
        self.keep.setText(self.tr("Keep the draft"))
        self.drop.setText(self.tr("Drop the changes"))
        self._name_history()
        self._judge()

    def _arrange(self) -> None:
        looking = self.history.isChecked()
        for part in (self.starts, self.publish, self.keep):
            part.setHidden(looking)
        self.drop.setHidden(looking or not self._edited)
        if not self._edited or looking:
            self.confirm.give_up()

    def _judge(self) -> None:
        day = None if self._today is None else self.starts.read(self._today)
        words = self.tr("Publish revision {number} {from_day}")
        self.publish.setText(words.format(number=self._number, from_day=self.starts.words()))
        self.publish.setEnabled(self._sound and self._edited and day is not None)

    def _publish(self) -> None:
        day = None if self._today is None else self.starts.read(self._today)
        if day is not None:
            # Twice the same draft would be two revisions.
            self.publish.setEnabled(False)
            self.publish_wanted.emit(day)

    def _ask(self) -> None:
        words = self.tr("Everything that was changed since the last revision will be gone.")
        self.confirm.ask(words, self.tr("Drop the changes"))

    def _take_history(self, looking: bool) -> None:
        self._name_history()
        self._arrange()
        self.history_wanted.emit(looking)

    def _name_history(self) -> None:
        looking = self.history.isChecked()
        self.history.setText(self.tr("Back to the draft") if looking else self.tr("What was published…"))
