"""The second folder of the backups, in words: where it is, whether it is there, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from loyalpos.engine.times import ShopTime
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

if TYPE_CHECKING:
    from loyalpos.services.safekeeping import SecondFolder

__all__ = ["SecondFolderPanel"]


class SecondFolderPanel(Translated, Panel):
    """What is chosen and how it stands with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._second: SecondFolder | None = None
        self._shop = ShopTime()
        self._copying = False
        self.words = Words("", "base", wrap=True)
        self.choose = ActionButton("")
        self.forget = ActionButton("")
        self.body.addWidget(self.words)
        self.body.addWidget(WrapRow(self.choose, self.forget))
        self.retranslate()

    def show_second(self, second: SecondFolder | None, shop: ShopTime) -> None:
        """Show what holds."""
        self._second, self._shop, self._copying = second, shop, False
        self.retranslate()

    def show_copying(self) -> None:
        """Say that backups are being copied."""
        self._copying = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Second folder"))
        second = self._second
        self.choose.setText(
            self.tr("Choose a folder…") if second is None else self.tr("Choose another folder…")
        )
        self.forget.setText(self.tr("No second folder"))
        self.forget.setVisible(second is not None)
        for button in (self.choose, self.forget):
            button.setEnabled(not self._copying)
        self.words.setText(self._sentence())
        is_wrong = second is not None and (second.failing or second.away_since is not None)
        self.words.set_tone("amber" if is_wrong and not self._copying else "ink")

    def _sentence(self) -> str:
        second = self._second
        if self._copying:
            return self.tr("Copying the backups…")
        if second is None:
            return self.tr(
                "A PC that is stolen or burns takes its backups with it. Choose a folder on a USB stick, on "
                "another PC or in a cloud folder: every backup is copied there, too."
            )
        if second.failing:
            words = self.tr("{path} takes no copies – look whether it is full or may not be written.")
        elif second.away_since is not None:
            words = self.tr("{path} is away since {time}. What is missing is copied as soon as it is back.")
            return words.format(path=second.path, time=dates.moment(second.away_since, self._shop))
        else:
            words = self.tr("Every backup is copied to {path}, and checked there.")
        return words.format(path=second.path)
