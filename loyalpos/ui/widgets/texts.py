"""Words on a screen: a label of one step of the type scale, whole, wrapped or elided."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from loyalpos.ui.widgets.kept_font import KeepsFont
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Elided", "Fitted", "Shrunk", "Words", "fitting"]

_LEAST_PERCENT = 45
_LEAST_OF_A_LINE = 60


def fitting(font: QFont, text: str, width: int, least_percent: int) -> QFont:
    """Make a font smaller until a text fits into a width, but never below a part of its size."""
    wanted = QFontMetrics(font).horizontalAdvance(text)
    if wanted > width > 0:
        font = QFont(font)
        font.setPixelSize(max(1, font.pixelSize() * max(least_percent, width * 100 // wanted) // 100))
    return font


class Words(KeepsFont, QLabel, Themed):
    """A piece of plain text in one role of the type scale and one colour of the palette.

    ``wrap=True`` lets long Vietnamese run over several lines; without it the text keeps its
    full width, so use ``Elided`` where the space is given from outside.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "base",
        tone: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._tone = tone
        # Names and notes are what people typed: they must never be read as rich text.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            # Minimum, not preferred, height: a wrapped label squeezed by a layout loses lines.
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(1)
        self.follow_theme()

    @property
    def tone(self) -> str:
        """The colour, by its name in the palette."""
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Change the colour, by its name in the palette."""
        if tone != self._tone:
            self._tone = tone
            self.follow_theme()

    def set_role(self, role: str) -> None:
        """Change the step of the type scale."""
        if role != self._role:
            self._role = role
            self.follow_theme()

    def follow_theme(self) -> None:
        """Take font and colour from the theme."""
        self.setFont(theme().font(self._role))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().colour(self._tone))
        self.setPalette(palette)
        self.updateGeometry()


class Elided(Words):
    """One line that ends in … when there is no room; the whole text is then its tooltip."""

    def __init__(
        self, text: str = "", role: str = "base", tone: str = "ink", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_elided(self) -> bool:
        """Whether part of the text is hidden now."""
        return QFontMetrics(self._font_here()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._name_whole_text()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters and the dots."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * 6), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the tooltip whether it is needed."""
        super().resizeEvent(event)
        self._name_whole_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        # Not the palette's: put into another place, Qt gives back the one from before the last change of it.
        painter.setPen(theme().colour(self._tone))
        place, font = self.contentsRect(), self._font_here()
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _font_here(self) -> QFont:
        return self.font()

    def _name_whole_text(self) -> None:
        self.setToolTip(self.text() if self.is_elided() else "")


class Shrunk(Elided):
    """One line that becomes smaller where there is no room, and ends in … where that is not enough."""

    def _font_here(self) -> QFont:
        return fitting(self.font(), self.text(), self.contentsRect().width(), _LEAST_OF_A_LINE)


class Fitted(Words):
    """A big figure or name that becomes smaller, never cut, where there is no room for its full size."""

    def minimumSizeHint(self) -> QSize:
        """Room for the text at its smallest."""
        whole = self.sizeHint()
        return QSize(whole.width() * _LEAST_PERCENT // 100, whole.height())

    def sizeHint(self) -> QSize:
        """Room for the text in full size; big digits need no room for marks above."""
        metrics = QFontMetrics(theme().font(self._role))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text as large as fits."""
        painter = QPainter(self)
        place = self.contentsRect()
        font = fitting(theme().font(self._role), self.text(), place.width(), _LEAST_PERCENT)
        painter.setFont(font)
        # Not the palette's: put into another place, Qt gives back the one from before the last change of it.
        painter.setPen(theme().colour(self._tone))
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width() + 1)
        self.setToolTip("" if shown == self.text() else self.text())
        painter.drawText(place, int(self.alignment()), shown)
