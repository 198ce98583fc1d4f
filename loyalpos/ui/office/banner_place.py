"""Where the office says what was done: over the page's name, so that nothing below it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import Banner

__all__ = ["BannerPlace"]


class BannerPlace(QWidget):
    """The pages, and over their top the band.

    A band no taller than the page's head hides that alone, and the page stays where it is; by what a longer
    one is taller, the page moves down.
    """

    def __init__(self, pages: QStackedWidget, banner: Banner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._banner = banner
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(pages)
        banner.setParent(self)
        banner.hide()
        banner.installEventFilter(self)
        pages.currentChanged.connect(self._lay)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the band as it comes, goes and says something longer."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self._lay()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the band as wide as the pages."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        banner, taller = self._banner, 0
        if not banner.isHidden():
            # First its width, by which its words are cut into lines.
            banner.resize(self.width(), banner.height())
            banner.resize(self.width(), banner.sizeHint().height())
            banner.move(0, 0)
            banner.raise_()
            page = self._pages.currentWidget()
            room = page.view.geometry().top() if isinstance(page, Page) else 0
            taller = max(0, banner.height() - room)
        if self._column.contentsMargins().top() != taller:
            self._column.setContentsMargins(0, taller, 0, 0)
