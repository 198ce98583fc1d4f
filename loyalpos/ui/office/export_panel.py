"""Everything the shop owns, taken out into a folder for whoever asks for it: the owner's own books."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from loyalpos.engine.exports import Export
from loyalpos.engine.money import group_digits
from loyalpos.services.shop_moves import Exported, take_out_of
from loyalpos.ui.desktop.own_folders import documents
from loyalpos.ui.office.export_reason import ask_reason
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ExportPanel"]


class ExportPanel(Translated, Panel):
    """This takes all of the shop out as CSV and JSON, and says where it lies."""

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._work = work
        self._how = Words("", "base", wrap=True)
        self.export = ActionButton("")
        self.body.addWidget(self._how)
        self.body.addWidget(WrapRow(self.export))
        self.export.clicked.connect(self._ask_why)
        self.retranslate()

    def _ask_why(self) -> None:
        till = self._page.till
        if till is not None:
            ask_reason(self._page, till, self._ask_where)

    def _ask_where(self, export: Export) -> None:
        dialog = QFileDialog(self, self.tr("Where to put the shop's data"), documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._take_out, export))
        dialog.open()

    def _take_out(self, export: Export, chosen: str) -> None:
        till = self._page.till
        if till is None:
            return
        now = till.shop.time.local(till.shop.now())
        folder = Path(chosen, f"LoyalPOS-{now:%Y%m%d-%H%M%S}")
        self._work.run(
            self._page.workplace.files,
            self.tr("Exporting everything:"),
            partial(take_out_of, till.shop, folder, export),
            done=self._say_taken_out,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_taken_out(self, made: Exported | None) -> None:
        if made is None:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), self.tr("Nothing was exported."))
            return
        words = self.tr("{count} records with their tables are in {path}")
        said = words.format(count=group_digits(made.records), path=made.path)
        self._page.tell(BannerKind.SUCCESS, self.tr("Everything is exported"), said)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("All of the shop's data"))
        self._how.setText(
            self.tr(
                "Members, cards, points, bills and everything else, as files for Excel and other programs. "
                "They hold names and phone numbers that anybody can read: keep them as safe as money."
            )
        )
        self.export.setText(self.tr("Export all data"))
