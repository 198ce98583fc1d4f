"""A window covered until somebody has typed their PIN: who is there, or who lets this be done."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from loyalpos.engine.staff import PIN_DIGITS, Person
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.staff import role_name

__all__ = ["Gate"]

_MOST_ROWS = 6
_WIDTH = 460


class _Content(QWidget):
    """What scrolls: as tall as it is at its width, not as it would be at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Gate(QWidget, Themed):
    """This lies over a whole window: nothing of it is seen, and no key reaches it.

    Up and Down choose who, digits are the PIN, Enter goes on; Esc leaves where one may.

    Signals:
        typed(UUID, str): Who, and the PIN.
        left(): Esc, where it may be left.
    """

    typed = Signal(object, str)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._people: tuple[Person, ...] = ()
        self._chosen = 0
        self._may_leave = False
        self._title = self._why = ""
        self._before: QWidget | None = window.focusWidget()
        self._card = Panel(" ")
        self._words = Words("", "base", wrap=True)
        self.people = RowList("", numbered=False, most_rows=_MOST_ROWS)
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pin = FieldBox("")
        edit = self.pin.edit
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setMaxLength(PIN_DIGITS)
        edit.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{PIN_DIGITS}}}"), edit))
        edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.go = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        for part in (self._words, self.people, self.pin, self.go):
            self._card.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        self._card.body.addLayout(row)
        content = _Content()
        column = QVBoxLayout(content)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        # As wide as it may be, where there is room.
        middle.addWidget(self._card, 1_000)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(content))
        self.go.clicked.connect(self._submit)
        self.leave.clicked.connect(self.left)
        self.people.clicked.connect(lambda index: self.choose(index.row()))
        self.pin.submitted.connect(self._submit)
        self.pin.edited.connect(lambda _: self.pin.show_error(""))
        edit.installEventFilter(self)
        window.installEventFilter(self)
        self.follow_theme()
        self._retranslate()

    def ask(
        self, people: Sequence[Person], *, title: str, why: str, chosen: UUID | None = None, may_leave: bool
    ) -> None:
        """Cover the window and ask.

        Args:
            title: What is asked for, in large letters.
            why: A sentence under it.
            chosen: Who it is most likely.
        """
        self._people = tuple(people)
        self._title, self._why, self._may_leave = title, why, may_leave
        self._retranslate()
        found = (at for at, person in enumerate(self._people) if person.id == chosen)
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.choose(next(found, 0))
        self.pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def who(self) -> Person | None:
        """Who is chosen."""
        return self._people[self._chosen] if self._people else None

    def choose(self, at: int) -> None:
        """Choose who it is; what was typed was somebody else's."""
        if not 0 <= at < len(self._people):
            return
        if at != self._chosen:
            self.pin.set_text("")
        self._chosen = at
        self.people.setCurrentIndex(self.people.model().index(at, 0))
        self.pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_person(self, person: UUID) -> bool:
        """Choose somebody whose card was scanned; False where they are not among those asked."""
        found = next((at for at, one in enumerate(self._people) if one.id == person), None)
        if found is not None:
            self.choose(found)
            self.pin.set_text("")
        return found is not None

    def say(self, sentence: str) -> None:
        """Say at the PIN what is wrong; what was typed goes."""
        self.pin.set_text("")
        self.pin.show_error(sentence)
        self.pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Go, and give the keys back to what had them."""
        self.window().removeEventFilter(self)
        before = self._before
        self.hide()
        self.deleteLater()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt calls it so
        """Keep Tab inside: what is covered is not to be reached."""
        order = [part for part in (self.pin.edit, self.go, self.leave) if part.isVisibleTo(self)]
        now = next((at for at, part in enumerate(order) if part.hasFocus()), -1)
        order[(now + (1 if is_next else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; let Up, Down and Esc work beside the PIN."""
        if watched is self.window():
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self.window().rect())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing goes on to what is covered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, ActionButton) and not event.isAutoRepeat():
                focused.click()
        else:
            self._take(Qt.Key(event.key()))
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hide what is below."""
        QPainter(self).fillRect(self.rect(), theme().colour("paper"))

    def follow_theme(self) -> None:
        """Take sizes from the theme."""
        look = theme()
        self._card.setMinimumWidth(min(look.px(300), 330))
        self._card.setMaximumWidth(look.px(_WIDTH))
        self._card.body.setSpacing(look.px(12))
        self.update()

    def _take(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Escape:
                if self._may_leave:
                    self.left.emit()
            case _:
                return False
        return True

    def _move(self, by: int) -> None:
        if self._people:
            self.choose((self._chosen + by) % len(self._people))

    def _submit(self) -> None:
        if self.who is None:
            return
        if len(self.pin.text()) < PIN_DIGITS:
            self.pin.show_error(self.tr("Type all six digits of the PIN"))
            self.pin.edit.setFocus()
            return
        self.typed.emit(self.who.id, self.pin.text())

    def _retranslate(self) -> None:
        self._card.set_title(self._title or " ")
        self._words.setText(self._why)
        self._words.setVisible(bool(self._why))
        self.people.setAccessibleName(self.tr("Who"))
        self.people.set_rows([Row(person.name, role_name(person.role)) for person in self._people])
        if self._people:
            self.people.setCurrentIndex(self.people.model().index(self._chosen, 0))
        self.pin.set_label(self.tr("PIN, six digits"))
        self.go.setText(self.tr("Go on"))
        self.leave.setText(self.tr("Not now"))
        self.leave.setVisible(self._may_leave)
