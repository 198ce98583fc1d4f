"""Who works in the shop: added, given a PIN and an own card, opened again, gone; what they may do alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.codes import CardScan, Decoded, ForeignScan
from loyalpos.engine.names import LONGEST_NAME
from loyalpos.engine.staff import Person, Role, StaffRules
from loyalpos.errors import Refusal
from loyalpos.services.people import StaffLine
from loyalpos.services.till import Till
from loyalpos.ui.gate import hide_digits
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.staff_rules_panel import StaffRulesPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.staff import role_name

__all__ = ["StaffPage"]


class StaffPage(Page):
    """The people of the shop as a list; below it whoever is chosen, or somebody new."""

    place = "staff"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._lines: tuple[StaffLine, ...] = ()
        self._chosen: UUID | None = None
        self._member: UUID | None = None
        self._member_name = ""
        self._people = Panel(" ", flush=True)
        self._none = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self._people.body.addWidget(self.table)
        self.new = ActionButton("", icon="add")
        self._form = Panel(" ")
        self.name = FieldBox("")
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.role = ChoiceBox()
        self._role = Sentence({"role": self.role})
        self.pin = FieldBox("")
        # Nobody sees what is typed, and an owner's mistyped PIN would shut the shop's only owner out.
        self.again = FieldBox("")
        for field in (self.pin, self.again):
            hide_digits(field.edit)
        self.own = Words("", "base", wrap=True)
        self.no_card = ActionButton("")
        self.notice = Notice()
        self.save = ActionButton("", "Enter", Look.PRIMARY)
        self.open = ActionButton("")
        self.keep = ActionButton("")
        self.no_pin = ActionButton("")
        self.gone = ActionButton("", "", Look.DANGER)
        own = (self.own, WrapRow(self.no_card), self.notice)
        for part in (self.name, self._role, self.pin, self.again, *own):
            self._form.body.addWidget(part)
        self.confirm = Confirm()
        self._form.body.addWidget(WrapRow(self.save, self.open, self.keep, self.no_pin, self.gone))
        self._form.body.addWidget(self.confirm)
        self.rules = StaffRulesPanel()
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addWidget(self._people)
        self.body.addLayout(row)
        self.body.addWidget(self._form)
        self.body.addWidget(self.rules)
        self.body.addStretch(1)
        self.setFocusProxy(self.name)
        self.table.opened.connect(self._choose)
        self.new.clicked.connect(self._begin)
        self.save.clicked.connect(self._save)
        self.name.submitted.connect(self._save)
        self.pin.submitted.connect(self._ask_again)
        self.again.submitted.connect(self._save)
        self.no_card.clicked.connect(self._forget_card)
        self.open.clicked.connect(lambda: self._do(lambda till, whose: till.staff.open(whose)))
        self.keep.clicked.connect(lambda: self._do(lambda till, whose: till.forgotten.stop(whose)))
        self.no_pin.clicked.connect(lambda: self._do(lambda till, whose: till.staff.remove_pin(whose)))
        self.gone.clicked.connect(self._ask_gone)
        self.confirm.agreed.connect(lambda: self._do(lambda till, whose: till.staff.leave(whose)))
        self.confirm.given_up.connect(self.gone.setFocus)
        self.rules.chosen.connect(self._keep_rules)
        self.retranslate()
        # What is in the sentence was put there last, and Tab would come to it behind everything else.
        QWidget.setTabOrder(self.name.edit, self.role)
        QWidget.setTabOrder(self.role, self.pin.edit)

    def refresh(self) -> None:
        """Read again who works here."""
        if self.till is not None:
            self.rules.show_rules(self.till.shop.description.staff)
            self.workplace.reader.run_latest(
                "office-staff",
                self.till.staff.lines,
                done=self._show,
                refused=self.refuse,
                unavailable=self.refuse,
                owner=self,
            )

    def take_scan(self, decoded: Decoded) -> bool:
        """Take a scan: the card becomes the own one of whoever is in the form."""
        if self.till is None or not isinstance(decoded, CardScan | ForeignScan):
            return False
        code = decoded.code if isinstance(decoded, CardScan) else decoded.raw
        self.workplace.reader.run_latest(
            "office-staff-card",
            partial(_whose, self.till, code),
            done=self._take_card,
            refused=self._say_unknown,
            unavailable=self.refuse,
            owner=self,
        )
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._none.setText(
            self.tr(
                "One person works here without a PIN: nothing is asked. With the owner's PIN it is: add "
                "yourself first, as owner, then whoever else works here."
            )
        )
        self._people.set_title(self.tr("Who works here"))
        self.table.setAccessibleName(self.tr("Who works here"))
        self.new.setText(self.tr("Add somebody"))
        self.name.set_label(self.tr("Name"))
        self.role.setAccessibleName(self.tr("What they are"))
        self.role.offer([(role.value, role_name(role)) for role in Role])
        self._role.say(self.tr("Works here as {role}"))
        self.again.set_label(self.tr("The PIN once more"))
        self.no_card.setText(self.tr("No card of their own"))
        self.save.setText(self.tr("Save"))
        self.open.setText(self.tr("Open the locked PIN"))
        self.keep.setText(self.tr("Stop the PIN that was asked for"))
        self.no_pin.setText(self.tr("Take the PIN away"))
        self.gone.setText(self.tr("Works here no more…"))
        self._show(self._lines)

    # Who works here -------------------------------------------------------------------------------

    def _show(self, lines: tuple[StaffLine, ...]) -> None:
        self._lines = lines
        self._none.setVisible(not any(line.person.has_pin for line in lines))
        self._people.setVisible(bool(lines))
        self.new.setVisible(bool(lines))
        columns = [
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Role")),
            Column(self.tr("PIN")),
            Column(self.tr("Own card")),
        ]
        self.table.set_rows(
            columns,
            [
                (
                    Cell(line.person.name, strong=True),
                    Cell(role_name(line.person.role)),
                    self._pin_cell(line),
                    Cell(line.member_name or ("–" if line.person.member is None else self.tr("linked"))),
                )
                for line in lines
            ],
        )
        self._fill()
        if self._chosen is None and not self.name.text():
            # The first one is the owner, those who follow seldom are.
            self.role.choose((Role.CASHIER if lines else Role.OWNER).value)

    def _pin_cell(self, line: StaffLine) -> Cell:
        if not line.person.has_pin:
            return Cell(self.tr("none"), "quiet")
        if line.asked_from is not None and self.till is not None:
            shop = self.till.shop
            at = dates.moment_near(line.asked_from, shop.now(), shop.time)
            return Cell(self.tr("new one wanted from {at}").format(at=at), "red", strong=True)
        return Cell(self.tr("locked"), "red", strong=True) if line.wait_s is None else Cell(self.tr("set"))

    def _choose(self, at: int) -> None:
        self._chosen = self._lines[at].person.id
        self._fill(anew=True)
        self.name.edit.setFocus()

    def _begin(self) -> None:
        self._chosen = None
        self._fill(anew=True)
        self.name.edit.setFocus()

    def _line(self) -> StaffLine | None:
        return next((line for line in self._lines if line.person.id == self._chosen), None)

    def _fill(self, *, anew: bool = False) -> None:
        """Show whoever is chosen; what is being typed stays unless it is about somebody else."""
        line = self._line()
        person = None if line is None else line.person
        title = self.tr("Somebody new") if person is None else person.name
        self._form.set_title(title)
        has_pin = person is not None and person.has_pin
        label = (
            self.tr("Another PIN, six digits (empty: as it is)") if has_pin else self.tr("PIN, six digits")
        )
        self.pin.set_label(label)
        if anew:
            self.confirm.hide()
            self.name.set_text("" if person is None else person.name)
            usual = Role.CASHIER if self._lines else Role.OWNER
            self.role.choose((usual if person is None else person.role).value)
            self.pin.set_text("")
            self.again.set_text("")
            self.notice.say("")
            self._member = None if person is None else person.member
            self._member_name = "" if line is None else line.member_name
        self.open.setVisible(line is not None and line.wait_s is None)
        self.keep.setVisible(line is not None and line.asked_from is not None)
        self.no_pin.setVisible(has_pin)
        self.gone.setVisible(person is not None)
        self._say_card()

    def _say_card(self) -> None:
        self.no_card.setVisible(self._member is not None)
        if self._member is None:
            self.own.setText(self.tr("Scan their member card here to link it: then it says who comes."))
        else:
            words = self.tr("Own card: {name}")
            self.own.setText(words.format(name=self._member_name or self.tr("linked")))

    def _take_card(self, found: tuple[UUID, str] | None) -> None:
        if found is None:
            self._say_unknown()
            return
        self._member, self._member_name = found
        self.notice.say("")
        self._say_card()

    def _say_unknown(self, _error: object = None) -> None:
        self.notice.say(self.tr("This card is no member's: let them join at the counter first"))

    def _forget_card(self) -> None:
        self._member, self._member_name = None, ""
        self._say_card()

    def _ask_gone(self) -> None:
        line = self._line()
        if line is not None:
            words = self.tr(
                "{name} works here no more: the PIN is forgotten, the records keep the name. Whoever comes "
                "back is added anew."
            )
            self.confirm.ask(words.format(name=line.person.name), self.tr("Works here no more"))

    def _ask_again(self) -> None:
        if self.pin.text() and not self.again.text():
            self.again.edit.setFocus()
        else:
            self._save()

    def _save(self) -> None:
        if self.till is None:
            return
        self.again.show_error("")
        self.notice.say("")
        if self.again.text() != self.pin.text():
            self.again.show_error(self.tr("The two PINs are not the same – type both once more"))
            self.again.edit.setFocus()
            return
        job = partial(
            _saved,
            self.till,
            self._chosen,
            self.name.text(),
            Role(self.role.choice()),
            self._member,
            self.pin.text(),
        )
        self._run(job)

    def _do(self, what: Callable[[Till, UUID], object]) -> None:
        if self.till is not None and self._chosen is not None:
            self._run(partial(what, self.till, self._chosen))

    def _run(self, job: Callable[[], object]) -> None:
        # A PIN is hashed on the way, which is more than the writer's turn may take.
        self.workplace.files.run(
            job, done=self._done, refused=self._refused, unavailable=self.refuse, owner=self
        )

    def _done(self, _done: object) -> None:
        self._chosen = None
        self._lines = ()
        self._fill(anew=True)
        self.name.edit.setFocus()
        self.refresh()
        self.tell(BannerKind.SUCCESS, self.tr("The staff is saved"))
        self.shop_changed.emit()

    def _refused(self, error: Refusal) -> None:
        self.notice.say(sentence(error))

    # What they may do alone -------------------------------------------------------------------------

    def _keep_rules(self, rules: StaffRules) -> None:
        if self.till is None:
            return
        self.workplace.writer.run(
            partial(self.till.shop.describe, replace(self.till.shop.description, staff=rules)),
            done=lambda _: self.shop_changed.emit(),
            refused=self._rules_refused,
            unavailable=self.refuse,
            owner=self,
        )

    def _rules_refused(self, error: Refusal) -> None:
        self.refresh()
        self.refuse(error)


def _saved(
    till: Till, person: UUID | None, name: str, role: Role, member: UUID | None, pin: str
) -> Person | None:
    staff = till.staff
    before = None if person is None else next((one for one in staff.people() if one.id == person), None)
    if pin:
        # Before anything is written: a person added without the PIN that was typed would be added twice.
        staff.refuse_pin(role, pin)
    if before is None:
        before = staff.add(till.shop.outside.new_id(), name, role, member)
    elif (before.name, before.role, before.member) != (name, role, member):
        staff.change(before.id, name, role, member)
    if pin:
        staff.set_pin(before.id, pin)
    return before


def _whose(till: Till, code: str) -> tuple[UUID, str] | None:
    member = till.members.by_code(code).member
    return None if member is None else (member, till.members.member(member).name or "")
