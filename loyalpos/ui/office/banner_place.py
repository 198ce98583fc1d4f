"""Where the office says what was done: beside the page's name, so that nothing below it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import Banner
from loyalpos.ui.widgets.theme import theme

__all__ = ["BannerPlace"]

_LEAST_WIDTH = 400
"""Logical pixels at 100 % text; in less a sentence would stand in a tower."""


class BannerPlace(QWidget):
    """The pages, and over their top the band.

    It lies beside the page's name. A band no taller than the head leaves the page where it is; by what a
    longer one is taller, the page moves down. Where there is little room beside the name, the band stands
    above the page.
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
            left, room = self._beside_the_name()
            width = self.width() - left
            # First its width, by which its words are cut into lines.
            banner.resize(width, banner.height())
            banner.resize(width, banner.sizeHint().height())
            banner.move(left, 0)
            banner.raise_()
            taller = max(0, banner.height() - room)
        if self._column.contentsMargins().top() != taller:
            self._column.setContentsMargins(0, taller, 0, 0)

    def _beside_the_name(self) -> tuple[int, int]:
        """Tell from where on the band may lie over the page, and how tall it may be there."""
        page = self._pages.currentWidget()
        if not isinstance(page, Page):
            return 0, 0
        left = page.head.geometry().left() + page.head.said_until() + theme().space
        if self.width() - left < theme().px(_LEAST_WIDTH):
            return 0, 0
        return left, page.view.geometry().top()
