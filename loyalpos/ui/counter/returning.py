"""Goods come back: by the number on the receipt, from a member's last bills, or from the day's list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.engine.acts import BillReversed, ReturnDesk
from loyalpos.engine.program import Program
from loyalpos.errors import BillNotFound, MaybeSameReturn, NothingToReturn, Refusal, ReturnTooLarge
from loyalpos.ui.counter import said
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.till import Till
    from loyalpos.ui.counter.return_panel import ReturnPanel

__all__ = ["ReturnStep"]

_LAST_BILLS: Final = 9


class ReturnStep(Step):
    """A return is being made."""

    _desks: tuple[ReturnDesk, ...] = ()

    def join(self, screen: CounterScreen) -> None:
        """Listen to the panel."""
        screen.late.when_made(View.RETURN, self._listen)

    def _listen(self, panel: ReturnPanel) -> None:
        panel.number_entered.connect(self._find)
        panel.return_wanted.connect(self._return)
        panel.looked_at.connect(self._foresee)
        panel.cancelled.connect(self.step_back)

    def begin(self, *, member: UUID | None, bill: UUID | None) -> None:
        """Ask for the number, or show what is known."""
        self._desks = ()
        self.kit.screen.show_view(View.RETURN)
        self.kit.screen.returning.begin()
        if bill is not None:
            self.kit.read(partial(_one, self.kit.till, bill), self._show, self._not_found)
        elif member is not None:
            self.take_member(member)

    def render(self) -> None:
        """Show the bills in another window."""
        self.kit.screen.show_view(View.RETURN)
        self.kit.screen.returning.begin()
        if self._desks:
            self.kit.screen.returning.show_bills(self._desks, self.kit.shop)

    def focus(self) -> None:
        """Show the bills again."""
        self.render()

    def take_member(self, member: UUID) -> None:
        """Show the last bills of whoever stands there."""
        self.kit.read(partial(_last, self.kit.till, member), self._show)

    def take_free_code(self, _code: str, *, ours: bool) -> None:  # noqa: ARG002
        """A card of nobody has no bills."""
        self.kit.deny(
            self.tr("This card is nobody's, so it has no bills"), self.tr("Type the number on the receipt.")
        )

    def _find(self, number: str) -> None:
        self.kit.read(partial(self.kit.till.returns.find, number), self._show, self._not_found)

    def _show(self, desks: tuple[ReturnDesk, ...]) -> None:
        self._desks = desks
        if desks:
            self.kit.screen.returning.show_bills(desks, self.kit.shop)

    def _not_found(self, error: Refusal) -> None:
        self.kit.play(Tone.ERROR)
        self.kit.screen.returning.show_problem("number", sentence(error))

    def _foresee(self, bill: UUID, amount_vnd: int | None) -> None:
        """Find out what would come and go with it; nothing waits for that."""
        if self.kit.is_writing:
            return
        self.kit.writer.run_latest(
            "foresee",
            partial(self.kit.till.returns.foresee, bill, amount_vnd),
            done=partial(self._show_foreseen, amount_vnd),
            # The return itself will say what is wrong.
            refused=_nothing,
            unavailable=_nothing,
            owner=self,
        )

    def _show_foreseen(self, amount_vnd: int | None, back: BillReversed) -> None:
        self.kit.screen.returning.show_foreseen(amount_vnd, back)

    def _return(self, bill: UUID, part: int, amount_vnd: int | None, *, another: bool = False) -> None:
        if self.kit.is_writing:
            return
        take_back = partial(self.kit.till.returns.return_bill, bill, part, amount_vnd, another=another)
        anew = partial(self._return, bill, part, amount_vnd, another=True)
        desk = next(one for one in self._desks if one.bill.id == bill)
        self.kit.write(take_back, partial(self._returned, desk.program), partial(self._refused, anew))

    def _returned(self, program: Program, back: BillReversed) -> None:
        self.kit.play(Tone.OK)
        self.routes.go_idle()
        self.kit.notices.done(*said.returned(back, program))
        self.kit.facing.tell(back)
        self.kit.acted.emit(back.reversal)

    def _refused(self, anew: Callable[[], None], error: Refusal) -> None:
        self.kit.play(Tone.ERROR)
        match error:
            case MaybeSameReturn():
                self._ask_same(anew, error)
            case ReturnTooLarge():
                self.kit.screen.returning.show_problem("amount", sentence(error))
            case NothingToReturn() | BillNotFound():
                self.kit.screen.returning.begin()
                self.kit.screen.returning.show_problem("number", sentence(error))
            case _:
                self.kit.refuse(error)

    def _ask_same(self, anew: Callable[[], None], error: MaybeSameReturn) -> None:
        same = Answer(self.tr("The same return – take nothing back"), Qt.Key.Key_Return, self._same)
        other = Answer(self.tr("Another return – take it back"), Qt.Key.Key_F12, anew)
        self.kit.notices.ask(sentence(error, shop=self.kit.shop), "", same, other)

    def _same(self) -> None:
        self.kit.play(Tone.OK)
        self.routes.go_idle()
        self.kit.notices.done(self.tr("In the books already"), self.tr("Nothing was taken back again."))


def _nothing(_error: object) -> None:
    """Nobody waits for this."""


def _one(till: Till, bill: UUID) -> tuple[ReturnDesk, ...]:
    return (till.returns.desk(bill),)


def _last(till: Till, member: UUID) -> tuple[ReturnDesk, ...]:
    """Read a member's last bills that can still be returned, newest first."""
    standing = [bill for bill in till.returns.bills_of(member) if not bill.whole]
    return tuple(till.returns.desk(bill.id) for bill in standing[:_LAST_BILLS])
