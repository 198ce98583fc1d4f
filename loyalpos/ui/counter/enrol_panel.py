"""A new member joins: phone, Enter, the spoken consent, Space."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.birthdays import Birthday, BirthdayProblem, parse_birthday
from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Candidate, Enrolment
from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.phones import Phone, PhoneProblem, parse_phone
from loyalpos.ui.counter.asking_box import AskingBox
from loyalpos.ui.counter.child_fields import ChildFields
from loyalpos.ui.counter.column import show_opened
from loyalpos.ui.counter.origin_fields import OriginFields
from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened, stacked_when_large
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.consent import (
    id_number_warning,
)
from loyalpos.ui.words.problems import birthday_problem, name_problem, phone_problem

__all__ = ["EnrolPanel"]

_LONGEST_TYPED = 300
_LONGEST_NOTE = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnrolPanel(CounterPanel):
    """Where a customer is made a member; nothing is agreed to before it was said.

    Enter in a field leads to the consent button, Space there is the member's yes and enrols, Enter there
    does nothing.

    Signals:
        enrol_wanted(object): The ``Enrolment`` as typed, with the consents given.
        cancelled(): Esc.
    """

    enrol_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, shop_name: str = "", *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._shop_name, self._points_name = shop_name, ""
        self._card_code: CardCode | None = None
        self._alias: str | None = None
        self._card = Panel(" ")
        self._with_card = Chip("", Tone.BRAND)
        self._phone = FieldBox("")
        self._name = FieldBox("")
        self._birthday = FieldBox("")
        self._note = FieldBox("")
        self.child = ChildFields()
        self._today = date.min
        self.asking = AskingBox()
        self.origin = OriginFields()
        self._cancel = ActionButton("", "Esc", Look.QUIET)
        self._build()
        self.asking.agreed.connect(self._enrol)
        self._cancel.clicked.connect(self.cancelled)
        self._take_sizes()
        self.retranslate()

    def set_shop_name(self, shop_name: str, points_name: str = "") -> None:
        """Name the shop the customer agrees with, and what it calls its points."""
        self._shop_name, self._points_name = shop_name, points_name
        self.retranslate()

    def begin(
        self,
        *,
        phone: str = "",
        name: str = "",
        card: CardCode | None = None,
        alias: str | None = None,
        asks_referrer: bool = False,
        asks_source: bool = False,
        referrer: Candidate | None = None,
        child: bool = False,
        today: date = date.min,
    ) -> None:
        """Start with what is known already: what was typed, the blank card or old code scanned.

        Args:
            asks_referrer: Whether the program has something for who sends a friend.
            asks_source: Whether nobody joins before it is said how they heard of the shop.
            referrer: Who was chosen already.
            child: Whether it was said already that a child joins.
            today: The business day, on which who joins is so old.
        """
        self._card_code, self._alias, self._today = card, alias, today
        self._phone.set_text(phone)
        self._name.set_text(name)
        self._birthday.set_text("")
        self._note.set_text("")
        self.child.begin(child=child)
        self.asking.begin()
        self.origin.begin(asks_referrer=asks_referrer, asks_source=asks_source, referrer=referrer)
        self.retranslate()
        self._phone.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        # The last digits of a search are no mistake yet: only a whole number is judged at once.
        if not isinstance(parse_phone(phone), PhoneProblem):
            self._go_on()

    def take_code(self, *, card: CardCode | None, alias: str | None) -> None:
        """Take a code scanned while the form is open; what is typed stays."""
        self._card_code, self._alias = card, alias
        self.retranslate()

    def go_on(self) -> None:
        """Put the focus where something is still missing."""
        if self.is_touched():
            self._go_on()
        else:
            self._phone.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_touched(self) -> bool:
        """Whether anything is typed that would be lost."""
        typed = (*self._fields().values(), self.child.guardian, self.asking.notice.proof)
        return any(field.text().strip() for field in typed)

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``phone``, ``name``, ``birthday`` or ``note``, and go there."""
        place = self._fields()[field]
        place.show_error(sentence)
        if sentence:
            place.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button does nothing here: only Space is a yes."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Down and self.origin.enter_rows():
            pass
        elif event.key() in _ENTER and self.origin.source.hasFocus():
            self._go_on()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        event.accept()

    def _fields(self) -> dict[str, FieldBox]:
        return {
            "phone": self._phone,
            "name": self._name,
            "birthday": self._birthday,
            "note": self._note,
        }

    def _build(self) -> None:
        body = self._card.body
        chip_row = QHBoxLayout()
        chip_row.addWidget(self._with_card)
        chip_row.addStretch(1)
        body.addLayout(chip_row)
        for field in self._fields().values():
            field.edit.setMaxLength(_LONGEST_TYPED)
            field.edited.connect(lambda _text, field=field: field.show_error(""))
            field.submitted.connect(self._go_on)
        self._note.edit.setMaxLength(_LONGEST_NOTE)
        self._note.edited.connect(lambda text: self._note.show_hint(id_number_warning(text)))
        self._phone.edit.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        body.addWidget(self._phone)
        body.addWidget(self._name)
        self._pair: QBoxLayout = QVBoxLayout() if self.compact else QHBoxLayout()
        for field in (self._birthday, self._note):
            self._pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(self._pair)
        body.addWidget(self.child)
        self._birthday.edited.connect(self._see_birthday)
        self.child.turned.connect(self._turn_child)
        self.child.answered.connect(self._go_on)
        # It is asked before the consent: what stands below the button is no longer read.
        body.addWidget(self.origin)
        body.addWidget(self.asking)
        self.asking.notice.proof.submitted.connect(self._go_on)
        self.origin.answered.connect(self._go_on)
        cancel_row = QHBoxLayout()
        cancel_row.addStretch(1)
        cancel_row.addWidget(self._cancel)
        body.addLayout(cancel_row)
        if not self.compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)
        order = (
            self._phone.edit,
            self._name.edit,
            self._birthday.edit,
            self._note.edit,
            self.child.tick,
            self.child.guardian.edit,
            *self.asking.extras.values(),
            self.origin.referrer.edit,
            self.origin.rows,
            self.origin.source,
            self.asking.notice.button,
            self.asking.notice.proof.edit,
            self.asking.yes,
            self._cancel,
        )
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _go_on(self) -> None:
        """Look at everything typed; where it is right, only the yes is missing."""
        if self._read() is not None:
            self.asking.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enrol(self) -> None:
        enrolment = self._read()
        if enrolment is not None:
            self.enrol_wanted.emit(enrolment)

    def _read(self) -> Enrolment | None:
        """Read the fields, or show the first problem at its field."""
        phone, name = parse_phone(self._phone.text()), clean_name(self._name.text())
        birthday = parse_birthday(self._birthday.text())
        # Without a phone only a card and a name can tell who it is.
        phone_may_lack = (self._card_code or self._alias) is not None and isinstance(name, str)
        if isinstance(phone, PhoneProblem) and not (phone is PhoneProblem.EMPTY and phone_may_lack):
            self.show_problem("phone", phone_problem(phone))
            return None
        if isinstance(name, NameProblem) and name is not NameProblem.EMPTY:
            self.show_problem("name", name_problem(name))
            return None
        if isinstance(birthday, BirthdayProblem) and birthday is not BirthdayProblem.EMPTY:
            self.show_problem("birthday", birthday_problem(birthday))
            return None
        guardian, origin = self.child.read(), self.origin.origin()
        if guardian is None or origin is None:
            return None
        return Enrolment(
            None if isinstance(phone, PhoneProblem) else Phone(phone),
            name if isinstance(name, str) else None,
            self._card_code,
            self._alias,
            birthday if isinstance(birthday, Birthday) else None,
            _clean_note(self._note.text()),
            self.asking.consents(),
            origin,
            self.asking.notice.proof.text().strip(),
            self.child.is_child,
            guardian,
        )

    def _see_birthday(self, text: str) -> None:
        birthday = parse_birthday(text)
        self.child.see_birthday(birthday if isinstance(birthday, Birthday) else None, self._today)

    def _turn_child(self, on: bool) -> None:
        self.asking.turn_child(on=on)
        self.retranslate()
        if on:
            # The guardian's name pushes the yes down, and both are needed now.
            show_opened(self.asking.yes, self.child)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._card.set_title(self.tr("New customer"))
        self._phone.set_label(self.tr("Phone number"))
        self._name.set_label(self.tr("Name (may stay empty)"))
        self._birthday.set_label(self.tr("Birthday"))
        self._birthday.edit.setPlaceholderText(self.tr("e.g. 24/11"))
        self._note.set_label(self.tr("Note for the counter"))
        self.child.retranslate()
        self.origin.retranslate()
        agrees = self.tr("The customer agrees") if self.compact else self.tr("The customer agrees to join")
        if self.child.is_child:
            agrees = self.tr("The parent agrees")
        self.asking.retranslate(self._shop_name, self._points_name, self.action_text(agrees))
        self._cancel.setText(self.tr("Not now"))
        self._say_card()

    def _say_card(self) -> None:
        if self._card_code is not None:
            words = self.tr("With the new card … {digits}").format(digits=self._card_code[-4:])
        elif self._alias is not None:
            words = self.tr("With the code {code}").format(code=shortened(self._alias, 20))
        else:
            words = ""
        as_data(self._with_card).set_text(words)
        self._with_card.setVisible(bool(words))

    def _take_sizes(self) -> None:
        look = theme()
        self._card.body.setSpacing(look.px(10))
        self._pair.setSpacing(look.px(10))
        if not self.compact:
            stacked_when_large(self._pair)


def _clean_note(text: str) -> str:
    """Keep what can be read; control characters and direction marks of a paste are dropped."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
