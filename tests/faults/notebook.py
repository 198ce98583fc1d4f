"""What the people at the counter know: which acts they saw acknowledged, and the one they did not."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random

from msgspec import Struct
from msgspec.structs import asdict, replace

__all__ = ["Act", "Line", "Notebook", "draw_act"]

_AMOUNTS = range(10_000, 4_990_000, 1_000)
_REWARDS = ("coffee", "tenth", "off50", "pay")


class Act(Struct, frozen=True):
    """Something a cashier does.

    Attributes:
        kind: ``bill``, ``return``, ``undo`` or ``enrol``.
        amount_vnd: The total that tells the bill from all others of the shop.
        card: Whose card is scanned; "" is nobody's.
        reward: What is taken into the bill, or "".
        back_vnd: What comes back of it; 0 is all.
        phone: Who joins.
    """

    kind: str
    amount_vnd: int = 0
    card: str = ""
    reward: str = ""
    back_vnd: int = 0
    phone: str = ""

    def text(self) -> str:
        """Write it in one line."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Act:
        """Read what :meth:`text` wrote."""
        return cls(**json.loads(text))


class Line(Struct, frozen=True):
    """A bill as it should stand in the books."""

    card: str
    returned_vnd: int = 0
    parts: int = 0
    whole: bool = False


@dataclass
class Notebook:
    """Every act that was acknowledged, and the one that was begun and not acknowledged."""

    cards: tuple[str, ...]
    bills: dict[int, Line] = field(default_factory=dict)
    phones: list[str] = field(default_factory=list)
    open_act: Act | None = None

    def take(self, line: str) -> None:
        """Read a line of a child: an act was begun, it is done, or the rules said no to it."""
        word, _, rest = line.partition(" ")
        if word == "begin":
            self.open_act = Act.read(rest)
        elif word in ("done", "refused") and self.open_act is not None:
            if word == "done":
                self._note(self.open_act)
            self.open_act = None

    def _note(self, act: Act) -> None:
        if act.kind == "enrol":
            self.phones.append(act.phone)
            return
        if act.kind == "bill":
            self.bills[act.amount_vnd] = Line(act.card)
            return
        line = self.bills[act.amount_vnd]
        back_vnd = act.back_vnd or act.amount_vnd - line.returned_vnd
        returned_vnd = line.returned_vnd + back_vnd
        self.bills[act.amount_vnd] = replace(
            line,
            returned_vnd=returned_vnd,
            parts=line.parts + 1,
            whole=not act.back_vnd or returned_vnd == act.amount_vnd,
        )


def draw_act(rng: Random, known: Notebook, *, only_bills: bool = False) -> Act:
    """Draw what is done next; each total of a shop comes once, so that a doubled bill shows."""
    standing = [amount for amount, line in known.bills.items() if not line.whole]
    dice = 0.0 if only_bills else rng.random()
    if dice < 0.75 or not standing:
        amount = rng.choice(_AMOUNTS)
        while amount in known.bills:
            amount = rng.choice(_AMOUNTS)
        card = rng.choice(known.cards) if only_bills or rng.random() < 0.93 else ""
        takes = card and not only_bills and rng.random() < 0.2
        return Act("bill", amount, card, rng.choice(_REWARDS) if takes else "")
    if dice < 0.83:
        return Act("enrol", phone=f"09{rng.randrange(10**8):08d}")
    amount = rng.choice(standing)
    left_vnd = amount - known.bills[amount].returned_vnd
    if dice < 0.90 and left_vnd > 2_000:
        return Act("return", amount, back_vnd=rng.randrange(1_000, left_vnd, 1_000))
    return Act("return" if dice < 0.95 else "undo", amount)
