"""Who is at the till: the lock, the change of person, and the approval of somebody who may."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from loyalpos.engine.codes import CardScan, Decoded, ForeignScan
from loyalpos.engine.staff import Approval, Person, Right
from loyalpos.errors import FileDamaged, LoyalError, OwnBill
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.jobs import Lane, Objection

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.shop import Shop
    from loyalpos.services.till import Till
    from loyalpos.ui.forgetting import Forgetting
    from loyalpos.ui.gate import Gate

__all__ = ["AtTheTill"]

T = TypeVar("T")
_MINUTE_MS = 60_000
_STIRS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class AtTheTill(QObject):
    """This asks who is there where the shop has PINs, and for an approval where a right is lacking.

    A shop in which nobody has a PIN is never asked anything.

    Signals:
        changed(): Somebody else is at the till, or nobody.
        backups_wanted(): At the gate of damaged books a backup is to come back.
    """

    changed = Signal()
    backups_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        lanes: Iterable[Lane],
        windows: Callable[[], Iterable[QWidget]],
        parent: QObject | None = None,
    ) -> None:
        """Make it.

        Args:
            lanes: Whose jobs may be refused for want of a right.
            windows: Gives the windows that are covered while nobody is there.
        """
        super().__init__(parent)
        self._kit = kit
        self._windows = windows
        self._till: Till | None = None
        self._last: UUID | None = None
        self._objection: Objection | None = None
        self._gates: list[Gate] = []
        self._damage: FileDamaged | None = None
        self._watched: list[QObject] = []
        self._forgetting: Forgetting | None = None
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self.lock)
        self._stirred = kit.now()
        kit.scanned_at_gate.connect(self._take_scan)
        for lane in lanes:
            lane.objected = self._ask_approval

    @property
    def gate(self) -> Gate | None:
        """What covers the window in use, if anything does."""
        return self._gates[0] if self._gates else None

    def attach(self, till: Till | None) -> None:
        """Look whether these books, which may have changed, ask who is there."""
        if till is not self._till:
            self._damage = None
        self._till = till
        if till is None or not till.shop.asks_who:
            self._quiet.stop()
            self._uncover()
        elif till.shop.at_work is None:
            self.lock()
        else:
            self._wait_for_quiet(till.shop)

    def lock(self) -> None:
        """Let nobody be at the till, and ask who comes; without PINs nothing happens."""
        till = self._till
        if till is None or not till.shop.asks_who:
            self._kit.play(Tone.TICK)
            return
        self._give_up()
        self._quiet.stop()
        at_work = till.shop.at_work
        self._last = self._last if at_work is None else at_work.id
        till.staff.sign_out()
        self._kit.facing.leave()
        self._uncover()
        for window in self._windows():
            for dialog in window.findChildren(QDialog):
                if dialog.isVisible():
                    # Of whoever was there; it would lie over the gate.
                    dialog.reject()
            if window.isVisible():
                self._cover(window)
        self.changed.emit()

    def tell_damage(self, error: FileDamaged) -> None:
        """Say it at the gate and offer a backup: nobody sees the counter, and no PIN may open it."""
        self._damage = error
        for gate in self._gates:
            self._offer_backups(gate, error)

    def cover(self, window: QWidget) -> None:
        """Cover a window that comes up while nobody is there."""
        till = self._till
        if till is not None and till.shop.asks_who:
            self._watch(window)
            if till.shop.at_work is None and not any(gate.window() is window for gate in self._gates):
                self._cover(window)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew with every key and every touch of the mouse.

        Asleep no timer of this PC goes on; what wakes it after too long is nobody's any more.
        """
        if event.type() in _STIRS and self._quiet.isActive():
            if self._kit.now() - self._stirred >= self._patience():
                self.lock()
                return True
            self._begin_quiet()
        return False

    # Who is there ---------------------------------------------------------------------------------

    def _cover(self, window: QWidget) -> None:
        assert self._till is not None
        people = [person for person in self._till.staff.people() if person.has_pin]
        gate = self._new_gate(window)
        gate.typed.connect(self._sign_in)
        gate.forgotten.connect(partial(self._forgot, gate))
        gate.backups_wanted.connect(self.backups_wanted)
        gate.ask(
            people,
            title=self.tr("Who is at the till?"),
            why=self.tr("Choose who you are with ↑ ↓, or scan your own card; then type your PIN."),
            chosen=self._last,
            may_leave=False,
        )
        if self._damage is not None:
            self._offer_backups(gate, self._damage)
        self._forgotten_pins().tell(self._till, gate)

    def _offer_backups(self, gate: Gate, damage: FileDamaged) -> None:
        from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - few shops have staff

        gate.say(sentence(damage))
        gate.offer_backups()

    def _forgot(self, gate: Gate, person: UUID) -> None:
        till = self._till
        found = None if till is None else next((one for one in till.staff.people() if one.id == person), None)
        if till is not None and found is not None:
            self._forgotten_pins().begin(till, gate, found)

    def _forgotten_pins(self) -> Forgetting:
        if self._forgetting is None:
            from loyalpos.ui.forgetting import Forgetting  # noqa: PLC0415 - no shop without PINs needs it

            self._forgetting = Forgetting(self._kit, self)
            self._forgetting.let_in.connect(self._let_in)
        return self._forgetting

    def _sign_in(self, person: UUID, pin: str) -> None:
        assert self._till is not None
        self._run(partial(self._till.staff.sign_in, person, pin), self._let_in)

    def _let_in(self, person: Person) -> None:
        self._kit.play(Tone.OK)
        self._uncover()
        if self._till is not None:
            self._wait_for_quiet(self._till.shop)
        self.changed.emit()
        self._forgotten_pins().say_stopped(person)

    def _wait_for_quiet(self, shop: Shop) -> None:
        minutes = shop.staff_rules.lock_minutes
        self._quiet.setInterval(minutes * _MINUTE_MS)
        if minutes:
            for window in self._windows():
                self._watch(window)
            self._begin_quiet()
        else:
            self._quiet.stop()

    def _begin_quiet(self) -> None:
        self._stirred = self._kit.now()
        self._quiet.start()

    def _patience(self) -> timedelta:
        return timedelta(milliseconds=self._quiet.interval())

    def _watch(self, window: QWidget) -> None:
        handle = window.windowHandle() if window.isVisible() else None
        if handle is not None and handle not in self._watched:
            self._watched.append(handle)
            handle.installEventFilter(self)

    # Approval -------------------------------------------------------------------------------------

    def _ask_approval(self, objection: Objection) -> None:
        from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - few shops have staff

        till = self._till
        if till is None or self._gates:
            objection.give_up()
            return
        right = Right(objection.refusal.right)
        at_work = till.shop.at_work
        # Nobody approves what is their own.
        own = None if at_work is None or not isinstance(objection.refusal, OwnBill) else at_work.id
        people = [one for one in till.staff.who_may(right) if one.id != own]
        if not people:
            objection.give_up()
            return
        self._objection = objection
        active = QApplication.activeWindow()
        gate = self._new_gate(active or self._kit.screen)
        gate.typed.connect(partial(self._approve, right))
        gate.left.connect(self._give_up)
        gate.ask(
            people,
            title=self.tr("Somebody who may has to agree"),
            why=sentence(objection.refusal),
            may_leave=True,
        )
        self._kit.play(Tone.ERROR)

    def _approve(self, right: Right, person: UUID, pin: str) -> None:
        assert self._till is not None
        self._run(partial(self._till.staff.approve, person, pin, right), self._go_on)

    def _go_on(self, approval: Approval) -> None:
        objection, self._objection = self._objection, None
        self._uncover()
        if objection is not None and self._till is not None:
            objection.again(partial(_approved, self._till.shop, approval))

    def _give_up(self) -> None:
        objection, self._objection = self._objection, None
        if objection is not None:
            self._uncover()
            objection.give_up()

    # The gates ------------------------------------------------------------------------------------

    def _new_gate(self, window: QWidget) -> Gate:
        from loyalpos.ui.gate import Gate  # noqa: PLC0415 - no shop without PINs needs it

        gate = Gate(window)
        self._gates.append(gate)
        self._kit.is_gated = True
        return gate

    def _uncover(self) -> None:
        if self._forgetting is not None:
            self._forgetting.leave()
        gates, self._gates = self._gates, []
        for gate in gates:
            if isValid(gate):
                gate.uncover()
        if self._kit.is_gated:
            self._kit.is_gated = False
            self._kit.freed.emit()

    def _run(self, check: Callable[[], T], done: Callable[[T], object]) -> None:
        # A newer try makes none of the older ones pointless, but is the only one that is waited for; and
        # a refusal of this one asks for no approval.
        self._kit.reader.run_latest(
            "pin", check, done=done, refused=self._say, unavailable=self._say, owner=self
        )

    def _say(self, error: LoyalError) -> None:
        from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - few shops have staff

        self._kit.play(Tone.ERROR)
        for gate in self._gates:
            gate.say(sentence(error))
        if isinstance(error, FileDamaged):
            self._kit.damaged.emit(error)

    def _take_scan(self, decoded: Decoded) -> None:
        if self._till is not None and isinstance(decoded, CardScan | ForeignScan):
            code = decoded.code if isinstance(decoded, CardScan) else decoded.raw
            self._kit.reader.run_latest(
                "card at the gate",
                partial(_whose, self._till, code),
                done=self._choose,
                refused=self._refuse_scan,
                unavailable=self._say,
                owner=self,
            )
        else:
            self._refuse_scan()

    def _choose(self, person: UUID | None) -> None:
        chosen = [gate.choose_person(person) for gate in self._gates] if person is not None else []
        if any(chosen):
            self._kit.play(Tone.TICK)
        else:
            self._refuse_scan()

    def _refuse_scan(self, _error: object = None) -> None:
        self._kit.play(Tone.ERROR)
        for gate in self._gates:
            gate.say(self.tr("That card was not taken: type the PIN first, then scan it again"))


def _approved(shop: Shop, approval: Approval, job: Callable[[], T]) -> T:
    with shop.approved(approval):
        return job()


def _whose(till: Till, code: str) -> UUID | None:
    member = till.members.by_code(code).member
    person = None if member is None else till.staff.whose_card(member)
    return None if person is None else person.id
