"""What a tier brings besides points: words for perks, a package, and a number to call."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from loyalpos.ui.office.extras import Extra
from loyalpos.ui.office.word_boxes import NamesBox, TextBox, text_of

__all__ = ["TIER_EXTRAS"]


class PerksExtra(Extra):
    """What members of the tier have besides points."""

    covers = ("perks",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("TierExtras", "perks")

    def fill(self) -> None:
        """Make the box."""
        self._perks = NamesBox()
        self._perks.set_names(self.was["perks"])
        self.boxes["perks"] = self._perks

    def typed(self) -> dict[str, Any]:
        """The perks as typed."""
        return {"perks": self._perks.names()}

    def words(self) -> str:
        """Say what it brings."""
        self._perks.setAccessibleName(self.tr("Perks, with commas between them"))
        self._perks.setPlaceholderText(self.tr("a quiet table, free delivery"))
        return self.tr("brings {perks}")


class PackageExtra(Extra):
    """The package the tier has."""

    covers = ("package",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("TierExtras", "a VIP package")

    def fill(self) -> None:
        """Make the box."""
        self._package = TextBox()
        self._package.setText(self.was["package"])
        self.boxes["package"] = self._package

    def typed(self) -> dict[str, Any]:
        """The package as typed."""
        return {"package": text_of(self._package, self.was["package"])}

    def words(self) -> str:
        """Name the package."""
        self._package.setAccessibleName(self.tr("VIP package"))
        self._package.setPlaceholderText(self.tr("name"))
        return self.tr("with the package {package}")


class HotlineExtra(Extra):
    """The number members of the tier may call, printed on their cards."""

    covers = ("hotline",)

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        return QCoreApplication.translate("TierExtras", "a hotline on the card")

    def fill(self) -> None:
        """Make the box."""
        self._hotline = TextBox()
        self._hotline.setText(self.was["hotline"])
        self.boxes["hotline"] = self._hotline

    def typed(self) -> dict[str, Any]:
        """The number as typed."""
        return {"hotline": text_of(self._hotline, self.was["hotline"])}

    def words(self) -> str:
        """Say where it stands."""
        self._hotline.setAccessibleName(self.tr("Hotline"))
        self._hotline.setPlaceholderText("1900 …")
        return self.tr("hotline on the card {hotline}")


TIER_EXTRAS = (PerksExtra, PackageExtra, HotlineExtra)
