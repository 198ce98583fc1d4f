"""A member's gifts in a replay: what was given on which occasion, and what is due."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.gifts_due import GiftDue, Had, Story, gifts_due, gifts_to_take_back
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    HolidayGift,
    Milestone,
    Streak,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.program import Program
from loyalpos.engine.replay_purse import Handed
from loyalpos.engine.replay_steps import Opening
from loyalpos.engine.tiers import Reached

__all__ = ["GiftBox", "Seen"]

_TIMED = (BirthdayGift, AnniversaryGift, WinBack)


class Seen(Struct, frozen=True):
    """What decides about gifts as it is now; ``visits`` are the days of bills that stand, if gifts ask."""

    joined: date
    last_visit: date | None
    totals: dict[Reached, int]
    visits: tuple[date, ...]


class GiftBox:
    """One member's gifts; the program begins with the replay, so that nothing is given for before."""

    def __init__(self, program: Program, opening: Opening) -> None:
        self._program = program
        self._opening = opening
        self._had: list[Had] = []
        self._handed: dict[Had, Handed] = {}
        self._since: dict[str, date] = {}
        self._timed = {one.id for one in program.occasions if isinstance(one, _TIMED)}
        self.by_time = bool(self._timed)
        self.asks_for_visits = any(isinstance(one, Streak | HolidayGift) for one in program.occasions)

    def begin(self, day: date, totals: dict[Reached, int], *, is_welcomed: bool) -> None:
        """Begin on a day: who was a member before is not welcomed, nor passes milestones again."""
        self._since = {occasion.id: day for occasion in self._program.occasions}
        for occasion in self._program.occasions:
            match occasion:
                case WelcomeGift() if not is_welcomed:
                    self._had.append(Had(occasion.id, "", day))
                case Milestone() if totals[occasion.reached_by] >= occasion.at:
                    self._had.append(Had(occasion.id, "", day))
                case _:
                    pass

    def due(
        self,
        day: date,
        seen: Seen,
        *,
        timed: bool = True,
    ) -> tuple[GiftDue, ...]:
        """List the gifts that are due on a day.

        Args:
            timed: Also what time alone brings; no return does: that comes as the next day opens.
        """
        if not self._program.occasions:
            return ()
        due = gifts_due(self._program, self._story(seen), day, self._since)
        return due if timed else tuple(one for one in due if one.occasion not in self._timed)

    def given(self, due: GiftDue, day: date, handed: Handed) -> None:
        """Note that a gift was given."""
        had = Had(due.occasion, due.mark, day)
        self._had.append(had)
        self._handed[had] = handed

    def below(self, seen: Seen) -> list[tuple[str, Handed]]:
        """Take back the gifts that a return leaves without their ground, and name what they had given."""
        if not self._handed:
            return []
        taken: list[tuple[str, Handed]] = []
        for had in gifts_to_take_back(self._program, self._story(seen)):
            if had in self._handed:
                taken.append((had.occasion, self._handed.pop(had)))
                self._had[self._had.index(had)] = replace(had, taken_back=True)
        return taken

    def _story(self, seen: Seen) -> Story:
        opening = self._opening
        return Story(
            member=opening.member,
            joined=seen.joined,
            birthday=opening.birthday,
            last_visit=seen.last_visit,
            since_joining=seen.totals,
            had=tuple(self._had),
            visits=seen.visits,
        )
