"""A slip on the screen, for a till without a receipt printer: the very dots one would print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.settings import TillSettings
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.dots import DotPicture
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.engine.shop import ShopDescription
    from loyalpos.engine.slips import Slip

__all__ = ["SlipWindow"]

_HEIGHT = 720


class SlipWindow(Translated, QWidget, Themed):
    """The slip, and why it is not on paper; it stands beside the counter, and Esc closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = DotPicture()
        self._why = Words("", "base", "quiet", wrap=True)
        self._leave = ActionButton("", "Esc", Look.SECONDARY)
        content = QWidget()
        paper = QVBoxLayout(content)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.addWidget(self.picture)
        paper.addStretch(1)
        self._view = ScrollArea(content)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._why)
        self._whole.addWidget(self._view, 1)
        self._whole.addWidget(self._leave)
        self._leave.clicked.connect(self.close)
        self.follow_theme()
        self.retranslate()

    def show_slip(self, slip: Slip, shop: ShopDescription, settings: TillSettings) -> None:
        """Show a slip, or a new member's card, in front of the counter."""
        from loyalpos.printing.slip_paper import slip_paper  # noqa: PLC0415 - printing costs start-up time

        self.picture.show_image(slip_paper(slip, shop, settings).image(), self.tr("The slip"))
        look = theme()
        self.resize(self.picture.sizeHint().width() + 2 * look.space + look.px(20), look.px(_HEIGHT))
        fit_to_screen(self)
        raise_window(self)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the counter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._whole.setContentsMargins(look.space, look.space, look.space, look.space)
        self._whole.setSpacing(look.px(12))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Slip"))
        self._why.setText(
            self.tr("This till has no receipt printer. The owner chooses one in the settings (F10).")
        )
        self._leave.setText(self.tr("Close"))
        self._view.setAccessibleName(self.tr("The slip"))
