"""A window covered until somebody has typed their PIN: who is there, or who lets this be done."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from loyalpos.engine.staff import PIN_DIGITS, Person
from loyalpos.ui.cover import Cover
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.staff import role_name

__all__ = ["Gate", "hide_digits"]

_MOST_ROWS = 6


class Gate(Cover):
    """This lies over a whole window: nothing of it is seen, and no key reaches it.

    Up and Down choose who, digits are the PIN, Enter goes on; Esc leaves where one may.

    Signals:
        typed(UUID, str): Who, and the PIN.
        forgotten(UUID): Who does not know theirs any more.
        left(): Esc, where it may be left.
        backups_wanted(): The books are damaged; a backup is to come back.
    """

    typed = Signal(object, str)
    forgotten = Signal(object)
    left = Signal()
    backups_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._people: tuple[Person, ...] = ()
        self._chosen = 0
        self._may_leave = False
        self._title = self._why = ""
        self._words = Words("", "base", wrap=True)
        self.remark = Notice()
        self.people = RowList("", numbered=False, most_rows=_MOST_ROWS)
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pin = FieldBox("")
        hide_digits(self.pin.edit)
        self.go = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self.forgot = ActionButton("", "", Look.QUIET)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self.backups = ActionButton("")
        self.backups.hide()
        for part in (self._words, self.remark, self.people, self.pin, self.backups, self.go):
            self.card.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.forgot)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.card.body.addLayout(row)
        self.go.clicked.connect(self._submit)
        self.forgot.clicked.connect(self._forget)
        self.leave.clicked.connect(self.left)
        self.backups.clicked.connect(self.backups_wanted)
        self.people.clicked.connect(lambda index: self.choose(index.row()))
        self.pin.submitted.connect(self._submit)
        self.pin.edited.connect(lambda _: self.pin.show_error(""))
        self.pin.edit.installEventFilter(self)
        self.follow_theme()
        self.retranslate()

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
        self.retranslate()
        found = (at for at, person in enumerate(self._people) if person.id == chosen)
        self.cover()
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

    def offer_backups(self) -> None:
        """Offer the way out of books that are damaged: no PIN may be proved by them any more."""
        self.backups.setVisible(not self._may_leave)

    def parts(self) -> Sequence[QWidget]:
        """The PIN first."""
        return (self.pin.edit, self.backups, self.go, self.forgot, self.leave)

    def take(self, key: Qt.Key) -> bool:
        """Up and Down choose who it is, Esc leaves where one may."""
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

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.card.set_title(self._title or " ")
        self._words.setText(self._why)
        self._words.setVisible(bool(self._why))
        self.people.setAccessibleName(self.tr("Who"))
        self.people.set_rows([Row(person.name, role_name(person.role)) for person in self._people])
        if self._people:
            self.people.setCurrentIndex(self.people.model().index(self._chosen, 0))
        self.pin.set_label(self.tr("PIN, six digits"))
        self.go.setText(self.tr("Go on"))
        self.forgot.setText(self.tr("PIN forgotten?"))
        self.leave.setText(self.tr("Not now"))
        self.backups.setText(self.tr("Bring a backup back"))
        # Whoever is asked to agree may as well not.
        self.forgot.setVisible(not self._may_leave)
        self.leave.setVisible(self._may_leave)

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

    def _forget(self) -> None:
        if self.who is not None:
            self.pin.set_text("")
            self.forgotten.emit(self.who.id)


def hide_digits(edit: QLineEdit) -> None:
    """Let a box take the six digits of a PIN, which nobody sees."""
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setMaxLength(PIN_DIGITS)
    edit.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{PIN_DIGITS}}}"), edit))
    edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
