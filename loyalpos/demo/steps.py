"""What a played day is made of: steps, in the words of ``loyalpos.demo.day``, and parts of the day."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

__all__ = ["GOODS", "OLD_CARD", "POWER_CUT", "PREPRINTED", "SHOP", "Part", "Step"]

SHOP: Final = "Quán Cà Phê Mây"
PREPRINTED: Final = 10
POWER_CUT: Final = "wait for the power cut"
OLD_CARD: Final = "KH-000123"
GOODS: Final = "8934588012228"


class Step(Struct, frozen=True):
    """One thing that happens.

    Attributes:
        name: Names its pictures.
        title: What happens, in plain words.
        at: The shop's clock when it happens.
        keys: What is pressed and scanned, in the words above.
        balances: The balances that are others afterwards, by customer; all others must be as before.
        banner: How the window answers: ``success``, ``error``, ``question``, or not at all.
        says: Figures that must stand in the answer.
        any_order: Steps in a row with the same word here may come in any order.
    """

    name: str
    title: str
    at: str
    keys: tuple[str, ...]
    balances: dict[str, int] = field(default_factory=dict)
    banner: str = ""
    says: tuple[str, ...] = ()
    any_order: str = ""


class Part(Struct, frozen=True):
    """What one process lives through; it ends by closing the window, or by ``kill`` without a word."""

    title: str
    steps: tuple[Step, ...]
    ends: str = "close"
