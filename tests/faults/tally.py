"""What all kills came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

__all__ = ["Fault", "Tally"]

_WORDS = ("lost", "doubled", "half", "unknown", "unsound", "broken")


class Fault(Struct, frozen=True):
    """Something that must not be, and the number that repeats it."""

    seed: int
    kill: int
    text: str


@dataclass
class Tally:
    """Counts of one kind of kills.

    Attributes:
        kills: Children that were killed.
        stopped: Where the kill found the child: at opening, at repeating, at an act, between two.
        acknowledged: Acts that were acknowledged.
        unanswered: Acts that were begun and not acknowledged.
        in_books: Those of them that were in the books when the next process came.
        asked: How often the till asked whether it is the same bill.
        checks: Whole files checked, each with a replay of its journal.
        faults: Everything that must not be.
    """

    kills: int = 0
    stopped: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    unanswered: int = 0
    in_books: int = 0
    asked: int = 0
    checks: int = 0
    audits: int = 0
    seconds: float = 0.0
    processor_s: float = 0.0
    faults: list[Fault] = field(default_factory=list)

    def note(self, seed: int, kill: int, faults: Iterable[str]) -> None:
        """Take down what must not be, each thing of a life once."""
        known = {fault.text for fault in self.faults if fault.seed == seed}
        self.faults += [Fault(seed, kill, text) for text in faults if text not in known]

    def add(self, other: Tally) -> None:
        """Add what another worker counted; seconds pass for both at once."""
        for name in ("kills", "acknowledged", "unanswered", "in_books", "asked", "checks", "audits"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.stopped += other.stopped
        self.faults += other.faults

    def count(self, word: str) -> int:
        """Count the faults of one sort."""
        return sum(fault.text.startswith(word) for fault in self.faults)

    def lines(self, name: str) -> Iterator[str]:
        """Give the table, one printable line each."""
        yield from self._head(name)
        yield f"  acknowledged acts              {self.acknowledged:>7}"
        yield f"  unanswered acts                {self.unanswered:>7}"
        yield f"    of them in the books already {self.in_books:>7}"
        yield f"    asked about (the same bill?) {self.asked:>7}"
        for word in _WORDS:
            yield f"  {word:<30} {self.count(word):>7}"
        yield f"  books compared                 {self.audits:>7}"
        yield f"  whole files checked            {self.checks:>7}"

    def short_lines(self, name: str) -> Iterator[str]:
        """Give the table of work that has no acts."""
        yield from self._head(name)
        yield f"  neither old nor new            {len(self.faults):>7}"
        yield f"  whole files checked            {self.checks:>7}"

    def _head(self, name: str) -> Iterator[str]:
        where = ", ".join(f"{count} {place}" for place, count in sorted(self.stopped.items()))
        yield f"{name}: {self.kills} kills in {self.seconds:.0f} s"
        yield f"  killed                         {where}"
