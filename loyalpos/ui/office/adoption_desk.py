"""Publishing what the advisor proposed: a shop that runs already first sees what stays and what goes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.services.usual import Standing, standing_of
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.draft_desk import DraftDesk
from loyalpos.ui.words.points import called, named

if TYPE_CHECKING:
    from loyalpos.engine.program import Program
    from loyalpos.ui.office.program_changes import ProgramReader
    from loyalpos.ui.office.program_page import ProgramPage

__all__ = ["AdoptionDesk"]


class AdoptionDesk(QObject):
    """Asks before an advised draft takes the place of a program that has members.

    Signals:
        given_up(): The draft stays a draft.
    """

    given_up = Signal()

    def __init__(self, page: ProgramPage, drafts: DraftDesk) -> None:
        super().__init__(page)
        self._page = page
        self._drafts = drafts
        self._reader: ProgramReader | None = None
        self._starts: date | None = None
        self.confirm = Confirm()
        self.confirm.agreed.connect(self._publish)
        self.confirm.given_up.connect(self.given_up)
        page.body.insertWidget(0, self.confirm)
        page.bar.starts.edited.connect(self.withdraw)

    def publish(self, starts: date) -> None:
        """Publish the draft; one the advisor had a hand in only when what it does has been said."""
        page = self._page
        if not self._drafts.advised or page.till is None:
            self._drafts.publish(starts)
            return
        self._starts = starts
        page.workplace.reader.run(
            partial(standing_of, page.till.shop),
            done=self._ask,
            refused=page.refuse,
            unavailable=page.refuse,
            owner=self,
        )

    def withdraw(self) -> None:
        """Take the question away: the draft is another by now."""
        self.confirm.give_up()

    def _ask(self, standing: Standing) -> None:
        typed, desk = self._drafts.typed(), self._page.known()
        if self._starts is None or typed is None or desk is None:
            return
        if not standing.members:
            self._publish()
            return
        self.confirm.ask(
            "\n".join(self._lines(standing, desk.running, typed.program)),
            self.tr("Publish revision {number}").format(number=desk.next_number),
        )
        self._page.view.ensureVisible(0, 0)

    def _lines(self, standing: Standing, running: Program, draft: Program) -> tuple[str, ...]:
        # Few drafts come from the advisor.
        from loyalpos.ui.office.program_changes import ProgramReader  # noqa: PLC0415 - at first use
        from loyalpos.ui.words.adopting import adoption_lines  # noqa: PLC0415 - at first use

        if self._reader is None:
            self._reader = ProgramReader(self._page)
        self._reader.know_items(self._page.customers.items)
        self._reader.know_stock(self._page.rewards.known_stock())
        said = [self.tr("The shop has %n member(s).", "", standing.members)]
        if standing.holders:
            words = self.tr("{points} stay with the %n member(s) who have them.", "", standing.holders)
            said.append(words.format(points=named(standing.points, running.points_name)))
        else:
            said.append(self.tr("Nobody has {points} yet.").format(points=called(running.points_name)))
        said += [f"• {line}" for line in adoption_lines(running, draft, standing.points)]
        words = self.tr("Against revision {number}, which runs today:")
        said.append(words.format(number=running.revision))
        for part in self._reader.changes(running, draft):
            said += [f"• {part.title}: {line}" if part.title else f"• {line}" for line in part.sentences]
        return tuple(said)

    def _publish(self) -> None:
        if self._starts is not None:
            self._drafts.publish(self._starts)
