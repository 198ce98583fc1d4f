"""The places of the office: their names, their titles, and their pages, made when first gone to.

To import and make all pages takes a second, in which the till would stand still; an owner who opens the
office wants one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from loyalpos.settings import TillSettings
    from loyalpos.ui.office.page import Page, Workplace

__all__ = ["ICONS", "make_page", "place_title"]

ICONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "members": "people",
        "cards": "card",
        "list": "bill",
        "items": "item",
        "program": "program",
        "rewards": "gift",
        "side": "ticket",
        "results": "results",
        "backups": "backup",
        "review": "search",
        "privacy": "shield",
        "staff": "person",
        "settings": "settings",
    }
)
"""Every place by its name with its icon, in the order of the side bar."""


def place_title(name: str) -> str:
    """Say what a place is called."""
    titles = {
        "members": QCoreApplication.translate("OfficePlaces", "Members"),
        "cards": QCoreApplication.translate("OfficePlaces", "Cards & printing"),
        "list": QCoreApplication.translate("OfficePlaces", "Old list"),
        "items": QCoreApplication.translate("OfficePlaces", "Items"),
        "program": QCoreApplication.translate("OfficePlaces", "Program"),
        "rewards": QCoreApplication.translate("OfficePlaces", "Rewards"),
        "side": QCoreApplication.translate("OfficePlaces", "Beside the points"),
        "results": QCoreApplication.translate("OfficePlaces", "Results"),
        "backups": QCoreApplication.translate("OfficePlaces", "Backups"),
        "review": QCoreApplication.translate("OfficePlaces", "Look again"),
        "privacy": QCoreApplication.translate("OfficePlaces", "Customers’ rights"),
        "staff": QCoreApplication.translate("OfficePlaces", "Staff"),
        "settings": QCoreApplication.translate("OfficePlaces", "Settings"),
    }
    return titles[name]


def make_page(name: str, workplace: Workplace, settings: TillSettings) -> Page:
    """Make the page of a place."""
    match name:
        case "members":
            from loyalpos.ui.office.members_page import MembersPage  # noqa: PLC0415 - first gone to

            return MembersPage(workplace)
        case "cards":
            from loyalpos.ui.office.cards_page import CardsPage  # noqa: PLC0415 - first gone to

            return CardsPage(workplace)
        case "list":
            from loyalpos.ui.office.list_page import ListPage  # noqa: PLC0415 - first gone to

            return ListPage(workplace)
        case "items":
            from loyalpos.ui.office.items_page import ItemsPage  # noqa: PLC0415 - first gone to

            return ItemsPage(workplace)
        case "program":
            from loyalpos.ui.office.program_page import ProgramPage  # noqa: PLC0415 - first gone to

            return ProgramPage(workplace)
        case "rewards":
            from loyalpos.ui.office.rewards_page import RewardsPage  # noqa: PLC0415 - first gone to

            return RewardsPage(workplace)
        case "side":
            from loyalpos.ui.office.side_page import SidePage  # noqa: PLC0415 - first gone to

            return SidePage(workplace)
        case "results":
            from loyalpos.ui.office.results_page import ResultsPage  # noqa: PLC0415 - first gone to

            return ResultsPage(workplace)
        case "backups":
            from loyalpos.ui.office.backups_page import BackupsPage  # noqa: PLC0415 - first gone to

            return BackupsPage(workplace)
        case "review":
            from loyalpos.ui.office.review_page import ReviewPage  # noqa: PLC0415 - first gone to

            return ReviewPage(workplace)
        case "privacy":
            from loyalpos.ui.office.privacy_page import PrivacyPage  # noqa: PLC0415 - first gone to

            return PrivacyPage(workplace)
        case "staff":
            from loyalpos.ui.office.staff_page import StaffPage  # noqa: PLC0415 - first gone to

            return StaffPage(workplace)
        case _:
            from loyalpos.ui.office.settings_page import SettingsPage  # noqa: PLC0415 - first gone to

            return SettingsPage(workplace, settings)
