"""Where the script's ``tab …`` goes: controls of the windows by the names the script has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.office.batch_panel import BatchPanel
from loyalpos.ui.office.member_card import MemberCard
from loyalpos.ui.office.places import ICONS
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.reward_row import RewardRow
from loyalpos.ui.office.reward_shapes import RewardKind
from loyalpos.ui.office.till_panel import TillPanel
from loyalpos.ui.office.window import OfficeWindow

__all__ = ["PLACES", "chord_of_page"]

T = TypeVar("T", bound=QWidget)


def _one(window: QWidget, kind: type[T]) -> T:
    """Find the one of a kind that is in sight; where there are several, the newest."""
    return [one for one in window.findChildren(kind) if one.isVisible()][-1]


def _reward(window: QWidget) -> RewardRow:
    return _one(window, RewardRow)


def _members_card(window: QWidget) -> QWidget:
    return _one(window, MemberPanel).card_button


PLACES: Final[dict[str, Callable[[QWidget], QWidget]]] = {
    "reward's points": lambda window: _reward(window).boxes.points,
    "reward's worth": lambda window: _reward(window).boxes.value,
    "reward's least bill": lambda window: _reward(window).boxes.minimum,
    "new gift": lambda window: _one(window, ProgramPage).rewards.add_buttons[RewardKind.GIFT],
    "gift's points": lambda window: _reward(window).boxes.points,
    "gift's stock": lambda window: _reward(window).boxes.stock,
    "publish today": lambda window: _one(window, ProgramPage).bar.publish,
    "how many cards": lambda window: _one(window, BatchPanel).count.edit,
    "member's card": _members_card,
    "card as PDF": lambda window: _one(window, MemberCard).pdf,
    "language": lambda window: _one(window, TillPanel).language,
    "colours": lambda window: _one(window, TillPanel).scheme,
    "text size": lambda window: _one(window, TillPanel).scale,
}


def chord_of_page(window: QWidget, name: str) -> str:
    """Name the chord that leads to a page of the office, as its side bar lists them after the counter."""
    if name == "settings":
        return "Ctrl+Comma"
    assert isinstance(window, OfficeWindow)
    return f"Ctrl+{(list(ICONS).index(name) + 2) % 10}"
