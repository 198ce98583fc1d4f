"""A member's particulars in boxes: name, phone, birthday, note; wrong ones say so at their place."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.birthdays import Birthday, BirthdayProblem, parse_birthday
from loyalpos.engine.consents import OF_AGE, is_child
from loyalpos.engine.customer_list import LONGEST_NOTE
from loyalpos.engine.members import Member
from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.phones import Phone, PhoneProblem, parse_phone, spaced
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.consent import id_number_warning
from loyalpos.ui.words.dates import birthday_text
from loyalpos.ui.words.problems import birthday_problem, name_problem, phone_problem

__all__ = ["Changed", "Particulars"]


class Changed(Struct, frozen=True):
    """A member's particulars as the owner wants them; what was never given is None."""

    name: str | None
    phone: Phone | None
    birthday: Birthday | None
    note: str


class Particulars(Translated, Panel):
    """The boxes and the button that saves them.

    Signals:
        change_wanted(Changed): Everything typed can be read, and the owner wants it so.
    """

    change_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._member: Member | None = None
        self._today = date.min
        self.name = FieldBox("")
        self.phone = FieldBox("")
        self.birthday = FieldBox("")
        self.note = FieldBox("")
        self.save = ActionButton("", "Enter", Look.PRIMARY)
        for box in self._boxes():
            self.body.addWidget(box)
            box.submitted.connect(self.submit)
            box.edited.connect(self._forgive)
        self.note.edited.connect(lambda text: self.note.show_hint(id_number_warning(text)))
        self.birthday.edited.connect(self._see_birthday)
        self.body.addWidget(WrapRow(self.save))
        self.save.clicked.connect(self.submit)
        self.retranslate()

    def show_member(self, member: Member, today: date) -> None:
        """Fill the boxes; on the business day of today a year of birth may be a child's."""
        self._member, self._today = member, today
        self.name.set_text(member.name or "")
        self.phone.set_text("" if member.phone is None else spaced(member.phone))
        self.birthday.set_text("" if member.birthday is None else birthday_text(member.birthday))
        self.note.set_text(member.note)
        self.note.show_hint(id_number_warning(member.note))
        self._see_birthday(self.birthday.text())

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``name``, ``phone``, ``birthday`` or ``note``, and go there."""
        box = {"name": self.name, "phone": self.phone, "birthday": self.birthday, "note": self.note}[field]
        box.show_error(sentence)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Read the boxes; wrong ones say so, the first of them takes the focus."""
        name = clean_name(self.name.text())
        phone = parse_phone(self.phone.text())
        birthday = parse_birthday(self.birthday.text())
        note = self.note.text().strip()
        wrong: list[tuple[str, str]] = []
        if isinstance(name, NameProblem) and name is not NameProblem.EMPTY:
            wrong.append(("name", name_problem(name)))
        if isinstance(phone, PhoneProblem) and phone is not PhoneProblem.EMPTY:
            wrong.append(("phone", phone_problem(phone)))
        if name is NameProblem.EMPTY and phone is PhoneProblem.EMPTY:
            wrong.append(("phone", phone_problem(phone)))
        if isinstance(birthday, BirthdayProblem) and birthday is not BirthdayProblem.EMPTY:
            wrong.append(("birthday", birthday_problem(birthday)))
        if len(note) > LONGEST_NOTE:
            words = self.tr("The note is too long: at most {count} letters")
            wrong.append(("note", words.format(count=LONGEST_NOTE)))
        self._forgive()
        for field, sentence in reversed(wrong):
            self.show_problem(field, sentence)
        if wrong:
            return
        self.change_wanted.emit(
            Changed(
                name if isinstance(name, str) else None,
                None if isinstance(phone, PhoneProblem) else phone,
                birthday if isinstance(birthday, Birthday) else None,
                note,
            )
        )

    def _see_birthday(self, text: str) -> None:
        """Say it at once where a year of birth makes a child of somebody who is not marked as one."""
        birthday = parse_birthday(text)
        is_news = self._member is None or not self._member.under_age
        if is_news and isinstance(birthday, Birthday) and is_child(birthday, self._today):
            words = self.tr("Under {years}: mark the customer as under age below, with who agreed for them")
            self.birthday.show_hint(words.format(years=OF_AGE))
        else:
            self.birthday.show_hint("")

    def _boxes(self) -> tuple[FieldBox, ...]:
        return (self.name, self.phone, self.birthday, self.note)

    def _forgive(self) -> None:
        for box in self._boxes():
            box.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._forgive()
        self.set_title(self.tr("Particulars"))
        self.name.set_label(self.tr("Name"))
        self.phone.set_label(self.tr("Phone"))
        self.birthday.set_label(self.tr("Birthday"))
        self.birthday.edit.setPlaceholderText(self.tr("24/11"))
        self.note.set_label(self.tr("Note"))
        self.save.setText(self.tr("Save"))
