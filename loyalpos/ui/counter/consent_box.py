"""What the member who stands there agreed to: taken back at one press, asked anew in the shop's words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.consents import Privacy, Said
from loyalpos.engine.members import NEVER_OF_THE_UNDER_AGE, Purpose
from loyalpos.ui.counter.panel import as_data
from loyalpos.ui.counter.yes_button import YesButton
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.consent import consent_wording, extra_purposes, purpose_name
from loyalpos.ui.words.points import called

__all__ = ["ConsentBox"]


class ConsentBox(QWidget, Themed):
    """The purposes in rows: one that stands is taken back by its number, any other is asked for first.

    Nothing stands between the number and the withdrawal: it is to be as short as saying it.

    Signals:
        taken_back(tuple[Purpose, ...]): The member takes these back.
        agreed(Purpose): The member was asked anew, and agrees.
        left(): Esc on the rows.
    """

    taken_back = Signal(object)
    agreed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy: Privacy | None = None
        self._shop_name = self._points_name = ""
        self._asked: Purpose | None = None
        self._shown: tuple[tuple[Purpose, ...], ...] = ()
        self._say = Words("", "base", "quiet", wrap=True)
        self.rows = RowList("", numbered=True)
        self._ask = Words("", "small", "quiet", wrap=True)
        self._wording = as_data(Words("", "strong", wrap=True))
        self._spoken = Panel(fill="brand_soft", edge="")
        self._agree = YesButton()
        self._spoken.body.addWidget(self._ask)
        self._spoken.body.addWidget(self._wording)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        for part in (self._say, self.rows, self._spoken, self._agree):
            self._whole.addWidget(part)
        self.rows.chosen.connect(self._choose)
        self.rows.left.connect(self.left)
        self.rows.left_upwards.connect(self.left)
        self._agree.clicked.connect(self._tell_agreed)
        self.follow_theme()

    def show_privacy(self, privacy: Privacy, shop_name: str, points_name: str) -> None:
        """Show what a member said on each purpose."""
        self._privacy, self._asked = privacy, None
        self._shop_name, self._points_name = shop_name, points_name
        self.retranslate()

    def enter(self) -> None:
        """Put the focus where the next key belongs."""
        if self._asked is None:
            self.rows.enter()
        else:
            self._agree.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Leave the question for the rows; False where none was asked."""
        was_asked, self._asked = self._asked is not None, None
        if was_asked:
            self.retranslate()
            self.enter()
        return was_asked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no yes: only Space, or the button, is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def follow_theme(self) -> None:
        """Take the spacing."""
        self._whole.setSpacing(theme().px(10))
        self._spoken.body.setSpacing(theme().px(4))

    def retranslate(self, agree: str = "") -> None:
        """Write the words anew.

        Args:
            agree: What the button of the yes says, where that is not the usual.
        """
        self._say.setText(self.tr("What the customer takes back counts at once."))
        self.rows.setAccessibleName(self.tr("Take back consent"))
        self._ask.setText(self.tr("Not agreed to now. Ask the customer:"))
        self._agree.set_key(self.tr("Space"))
        self._agree.setText(agree or self.tr("The customer agrees"))
        privacy = self._privacy
        if privacy is not None:
            said = [one for one in privacy.purposes if one.words or one.purpose in extra_purposes()]
            standing = tuple(one.purpose for one in said if _is_given(one))
            rows = [self._row(one, under_age=privacy.under_age) for one in said]
            self._shown = tuple((one.purpose,) for one in said)
            if len(standing) > 1:
                rows.append(Row(self.tr("Take everything back")))
                self._shown = (*self._shown, standing)
            self.rows.set_rows(rows)
        if self._asked is not None:
            wording = consent_wording(self._asked, self._shop_name, called(self._points_name))
            self._wording.setText(f"“{wording}”")
        for part, is_shown in (
            (self._say, self._asked is None),
            (self.rows, self._asked is None),
            (self._spoken, self._asked is not None),
            (self._agree, self._asked is not None),
        ):
            part.setVisible(is_shown)

    def _row(self, said: Said, *, under_age: bool) -> Row:
        name = purpose_name(said.purpose)
        if _is_given(said):
            return Row(name, self.tr("agreed to: take it back"), "✓", "brand")
        if under_age and said.purpose in NEVER_OF_THE_UNDER_AGE:
            return Row(name, self.tr("not asked for: under age"), "–", "quiet", enabled=False)
        return Row(name, self.tr("not agreed to: ask the customer"), "–", "quiet")

    def _choose(self, place: int) -> None:
        privacy, purposes = self._privacy, self._shown[place]
        if privacy is None:
            return
        if len(purposes) > 1 or _is_given(privacy.of(purposes[0])):
            self.taken_back.emit(purposes)
            return
        self._asked = purposes[0]
        self.retranslate()
        self.enter()

    def _tell_agreed(self) -> None:
        if self._asked is not None:
            self.agreed.emit(self._asked)


def _is_given(said: Said) -> bool:
    return bool(said.words) and said.words[0].given
