"""What an open shop says of itself: its name and habits, its people, its programs day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct

from loyalpos.engine.expiry import Absence, Lives
from loyalpos.engine.json_values import from_json
from loyalpos.engine.plans_in_force import InForce, Published, in_force, published
from loyalpos.engine.program import ExpiryKind, Program
from loyalpos.engine.program_document import program_from_json
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.staff import Person, StaffRules
from loyalpos.engine.times import ShopTime, from_ms, to_ms
from loyalpos.services.guarded import Guarded
from loyalpos.services.outside import Outside
from loyalpos.store import shop
from loyalpos.store.file import Connection, ShopFile
from loyalpos.store.staff import staff_of

__all__ = ["Described"]


class _Told(Struct, frozen=True):
    """What the file says of the shop: its description, its programs by first day, and their plans."""

    description: ShopDescription | None = None
    programs: tuple[tuple[str, Program], ...] = ()
    plans: tuple[Published, ...] = ()
    staff: tuple[Person, ...] = ()


class Described(Guarded):
    """A shop as far as its file says what it is; :meth:`read_again` follows every change of that."""

    def begin(self, file: ShopFile, outside: Outside, till: str, *, called: str = "") -> None:
        """Take what every shop has, before anything of it is read."""
        Guarded.__init__(self, called=called)
        self.file = file
        self.outside = outside
        self.till = till
        self._told = _Told()

    @property
    def description(self) -> ShopDescription:
        """The shop's name and habits."""
        assert self._told.description is not None, "a shop is described before it is used"
        return self._told.description

    @property
    def staff(self) -> tuple[Person, ...]:
        """Everybody who works or ever worked here."""
        return self._told.staff

    @property
    def staff_rules(self) -> StaffRules:
        """What the owner wants of the people at the till."""
        return self.description.staff

    @property
    def time(self) -> ShopTime:
        """The shop's clock."""
        return self.description.time

    def now(self) -> datetime:
        """Give the present instant, to the millisecond, as records keep it."""
        return from_ms(to_ms(self.outside.now()))

    def program_on(self, day: date) -> Program:
        """Give the revision in force on a business day: the last published one that had started."""
        started = [program for starts, program in self._told.programs if starts <= day.isoformat()]
        return started[-1] if started else self._told.programs[0][1]

    def plans_in(self, day: date) -> tuple[InForce, ...]:
        """Give the tier plans in force during a business day, in their order."""
        return in_force(self._told.plans, day)

    @property
    def started(self) -> tuple[tuple[date, Program], ...]:
        """All published revisions with the business day each starts on."""
        return tuple((date.fromisoformat(starts), program) for starts, program in self._told.programs)

    def program_of(self, revision: int) -> Program:
        """Give a published revision by its number."""
        return next(program for _, program in self._told.programs if program.revision == revision)

    def ever(self, has: Callable[[Program], bool]) -> bool:
        """Tell whether any published revision has something: what it gave may still be about."""
        return any(has(program) for _, program in self._told.programs)

    def revisions(self) -> tuple[Program, ...]:
        """Give all published revisions, the first one first."""
        return tuple(program for _, program in self._told.programs)

    def lives(self, now: datetime) -> Lives:
        """Give what ends points beside a last day of their own, under the program of today."""
        end = self.program_on(self.time.business_day(now)).points_end
        return Lives(self.absence(now), None if end is None else end.over_at(self.time))

    def absence(self, now: datetime) -> Absence | None:
        """Give what staying away costs under the program of today, or None where it costs nothing.

        Nobody's absence counts from before the rule was in force without a break as it stands.
        """
        today = self.time.business_day(now)
        program = self.program_on(today)
        if program.expiry.kind is not ExpiryKind.INACTIVITY:
            return None
        since = today
        for starts in sorted({starts for starts, _ in self._told.programs if starts <= today.isoformat()})[
            ::-1
        ]:
            first = date.fromisoformat(starts)
            if self.program_on(first).expiry != program.expiry:
                break
            since = first
        return Absence.under(program, self.time, since)

    def read_again(self) -> None:
        """Read what was changed once it is on the disk: what a failed commit takes back never ruled."""
        with self.file.read() as connection:
            self._read(connection)

    def _read(self, connection: Connection) -> None:
        described = shop.described(connection)
        programs = tuple(
            (starts, program_from_json(document))
            for _, starts, document in shop.program_revisions(connection)
        )
        description = None if described is None else from_json(described, ShopDescription)
        published_at = (at_ms for _, at_ms, _ in shop.publications(connection))
        plans = tuple(
            published(program, at_ms, description.time)
            for (_, program), at_ms in zip(programs, published_at, strict=True)
            if description is not None
        )
        # At once: other lanes read it meanwhile.
        self._told = _Told(description, programs, plans, staff_of(connection))
