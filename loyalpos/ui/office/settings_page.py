"""The owner's settings: what the shop is, and how this till looks and sounds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loyalpos.engine.shop import ShopDescription
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings, save_settings
from loyalpos.ui.office.customer_screen_panel import CustomerScreenPanel
from loyalpos.ui.office.invitation_panel import InvitationPanel
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.protection_desk import ProtectionDesk
from loyalpos.ui.office.shop_panel import ShopPanel
from loyalpos.ui.office.slip_panel import SlipPanel
from loyalpos.ui.office.slip_trials import SlipTrials
from loyalpos.ui.office.till_panel import TillPanel
from loyalpos.ui.widgets.banner import BannerKind

__all__ = ["SettingsPage"]


class SettingsPage(Page):
    """The shop's particulars, saved on demand, and this till's settings, saved as they are made.

    Signals:
        customer_preview_wanted(): The customers' screen is to be shown in a window.
    """

    place = "settings"

    customer_preview_wanted = Signal()

    def __init__(self, workplace: Workplace, settings: TillSettings, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.shop = ShopPanel()
        self.invitation = InvitationPanel()
        self.this_till = TillPanel(settings)
        self.customers = CustomerScreenPanel(settings)
        self.slips = SlipPanel(settings)
        self._trials = SlipTrials(self, self.slips)
        self.protection = ProtectionDesk(self)
        self.body.addWidget(self.shop)
        self.body.addWidget(self.protection.panel)
        self.body.addWidget(self.this_till)
        self.body.addWidget(self.customers)
        self.body.addWidget(self.slips)
        self.body.addWidget(self.invitation)
        self.body.addStretch(1)
        for panel in (self.shop, self.slips, self.invitation):
            panel.setEnabled(False)
            panel.description_wanted.connect(self._describe)
        self.this_till.chosen.connect(self._keep)
        self.customers.chosen.connect(self._keep)
        self.customers.preview_wanted.connect(self.customer_preview_wanted)
        self.slips.chosen.connect(self._keep)
        QShortcut(QKeySequence("Ctrl+S"), self, self.shop.submit)
        self.retranslate()

    def attach(self, till: Till) -> None:
        """Show the shop's particulars."""
        super().attach(till)
        self.shop.setEnabled(True)
        self.slips.setEnabled(True)
        self.invitation.setEnabled(True)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written; what was typed and not saved stays."""
        self.customers.show_monitors()
        if self.till is not None:
            self.shop.show_description(self.till.shop.description)
            self.slips.show_description(self.till.shop.description)
            self.protection.refresh()
            if self.isVisible():
                # What it says at first comes from where paper is painted, which costs start-up time.
                self.invitation.show_description(self.till.shop.description)

    def _describe(self, description: ShopDescription) -> None:
        assert self.till is not None
        self.workplace.writer.run(
            partial(self.till.shop.describe, description),
            done=self._tell_described,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _tell_described(self, _: None) -> None:
        self.refresh()
        self.slips.ask_preview()
        self.tell(BannerKind.SUCCESS, self.tr("The shop's particulars are saved"))
        self.shop_changed.emit()

    def _keep(self, settings: TillSettings) -> None:
        # Each panel changes its own part and must know the others'.
        for panel in (self.this_till, self.customers, self.slips):
            panel.show_settings(settings)
        self.workplace.writer.run(
            partial(save_settings, self.workplace.folders.settings_file, settings),
            done=lambda _: None,
            refused=self.refuse,
            unavailable=self.refuse,
            owner=self,
        )
        self.settings_changed.emit(settings)
