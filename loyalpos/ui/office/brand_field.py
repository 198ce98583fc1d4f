"""The shop's colour: some to pick from, any other by its code, and whether words on it can be read."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.palette import LEAST_CONTRAST_PERCENT, LIGHT, contrast_percent
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["BrandField", "contrast_text"]

_COLOURS = ("#0f6e5f", "#1d5fa8", "#6b3fa0", "#a8324a", "#b3520f", "#3f6b1f", "#5b4636", "#2f3a46")
_CODE = re.compile(r"#?([0-9a-fA-F]{6})")


def contrast_text(percent: int) -> str:
    """Write a contrast in hundredths as people quote it: ``4,5 : 1``."""
    return f"{percent // 100},{percent % 100 // 10} : 1"


class _Swatch(QAbstractButton, Themed):
    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(colour)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().target, theme().target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.hasFocus():
            paint_rounded(painter, self.rect(), look.corner, edge="ink", width=2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self.colour))
        painter.setPen(look.colour("line"))
        inset = look.px(5)
        place = self.rect().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, look.px(7), look.px(7))
        if self.isChecked():
            tick = place.adjusted(look.px(7), look.px(7), -look.px(7), -look.px(7))
            paint_icon(painter, "tick", "#ffffff", tick)


class _Sample(QWidget, Themed):
    """The shop's name on its colour, as cards and buttons will show it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = LIGHT.brand
        self.ink = LIGHT.on_brand
        self.name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self.colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect(), look.corner, look.corner)
        painter.setPen(QColor(self.ink))
        painter.setFont(look.font("strong"))
        room: QRect = self.rect().adjusted(look.px(12), 0, -look.px(12), 0)
        shown = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


class BrandField(Translated, QWidget, Themed):
    """Where the shop's colour is chosen.

    Signals:
        edited(): A person changed the colour, or made its code unreadable.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Words("", "small", "quiet")
        self._swatches = tuple(_Swatch(colour) for colour in _COLOURS)
        self.code = Box()
        self.code.setMaxLength(7)
        self.code.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sample = _Sample()
        self._notice = Notice()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self._column.addWidget(WrapRow(*self._swatches, self.code, self._sample))
        self._column.addWidget(self._notice)
        for swatch in self._swatches:
            swatch.clicked.connect(partial(self._take, swatch.colour))
        self.code.textEdited.connect(self._take_code)
        self.retranslate()
        self.follow_theme()

    def brand(self) -> str | None:
        """The colour as ``#rrggbb``, or None where the code is none."""
        written = _CODE.fullmatch(self.code.text().strip())
        return None if written is None else f"#{written.group(1).lower()}"

    def set_brand(self, brand: str) -> None:
        """Show a colour."""
        self.code.setText(brand)
        self._judge()

    def set_shop_name(self, name: str) -> None:
        """Show another name on the colour."""
        self._sample.name = name
        self._sample.update()

    def verdict(self) -> str:
        """What is said of the colour now."""
        return self._notice.text()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._label.setText(self.tr("The shop's colour on cards, buttons and this screen"))
        self.code.setAccessibleName(self.tr("The colour's code"))
        self._judge()

    def _take(self, colour: str) -> None:
        self.set_brand(colour)
        self.edited.emit()

    def _take_code(self) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        wish = self.brand()
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == wish)
        self.code.set_wrong(wish is None)
        if wish is None:
            self._notice.say(self.tr("Six digits or letters a–f after #, for example #0f6e5f"))
            return
        worn = LIGHT.with_brand(wish) if wish != LIGHT.brand else LIGHT
        self._sample.colour, self._sample.ink = worn.brand, worn.on_brand
        self._sample.update()
        contrast = contrast_percent(wish, LIGHT.on_brand)
        if worn.brand == wish:
            words = self.tr("White words on it read well: {contrast}").format(
                contrast=contrast_text(contrast)
            )
            self._notice.say(words, tone="brand", icon="tick")
            return
        words = self.tr(
            "Too pale for white words ({contrast}, at least {least}): "
            "screens and buttons use the darker {colour}"
        ).format(
            contrast=contrast_text(contrast), least=contrast_text(LEAST_CONTRAST_PERCENT), colour=worn.brand
        )
        self._notice.say(words, tone="amber")
