"""Slips on both papers beside each other, as a printer would print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from loyalpos.ui.widgets.dots import DotPicture
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.printing.raster import Raster

__all__ = ["SlipPreview"]


class SlipPreview(Translated, QWidget, Themed):
    """One picture for each width of paper, and which it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = {58: DotPicture(), 80: DotPicture()}
        self._names = {width: Words("", "small", "quiet") for width in self.pictures}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns: list[QVBoxLayout] = []
        for width, picture in self.pictures.items():
            column = QVBoxLayout()
            column.addWidget(self._names[width])
            column.addWidget(picture)
            column.addStretch(1)
            self._row.addLayout(column, width)
            self._row.setAlignment(column, Qt.AlignmentFlag.AlignTop)
            self._columns.append(column)
        self.follow_theme()
        self.retranslate()

    def show_slips(self, slips: dict[int, Raster]) -> None:
        """Show the pictures, by the width of the paper in millimetres."""
        for width, picture in self.pictures.items():
            picture.show_image(slips[width].image(), self._name(width))

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._row.setContentsMargins(0, look.gap, 0, 0)
        self._row.setSpacing(look.space)
        for column in self._columns:
            column.setSpacing(look.px(6))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for width, words in self._names.items():
            words.setText(self._name(width))
            self.pictures[width].setAccessibleName(self._name(width))

    def _name(self, width: int) -> str:
        return self.tr("On {width} mm paper").format(width=width)
