"""The templates as small cards to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.card_design import CardDesign
from loyalpos.errors import TemplateUnsound
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["TemplateChoice", "template_words"]

_WIDTH = 176
_LIFE_WIDTH = 324


def template_words(name: str) -> str:
    """Name a template; one that came later by its own name."""
    known = {
        "classic": QCoreApplication.translate("CardTemplates", "Classic"),
        "paper": QCoreApplication.translate("CardTemplates", "Light paper"),
        "stamp": QCoreApplication.translate("CardTemplates", "Postage stamp"),
        "scan": QCoreApplication.translate("CardTemplates", "Big code"),
        "wave": QCoreApplication.translate("CardTemplates", "Wave"),
        "night": QCoreApplication.translate("CardTemplates", "Night"),
    }
    return known.get(name, name)


class _Thumb(QAbstractButton, Themed):
    """One template's front, small, and its name."""

    def __init__(self, template: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self._face: CardFace | None = None
        self._drawn: tuple[tuple[object, float], QImage | None] | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, face: CardFace) -> None:
        """Show how a card would look in this template."""
        self._face = replace(face, design=CardDesign(self.template))
        self.update()

    def follow_theme(self) -> None:
        """Take the new size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The card, its margins and a line of text."""
        card, rim = self._card_size(), theme().px(7)
        words = QFontMetrics(theme().font("small")).height()
        return QSize(card.width() + 2 * rim, card.height() + 2 * rim + words + theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of what is chosen or has the focus, the card, and its name."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = "brand" if self.isChecked() else "ink" if self.hasFocus() else ""
        fill = "brand_soft" if self.isChecked() else "over" if self.underMouse() else ""
        paint_rounded(painter, self.rect(), look.corner, fill=fill, edge=edge, width=2)
        rim = look.px(7)
        place = QRect(rim, rim, self._card_size().width(), self._card_size().height())
        image = self._image()
        if image is not None:
            painter.drawImage(place, image)
        paint_rounded(painter, place, place.width() * 318 // 8560, edge="line")
        below = QRect(rim, place.bottom() + look.px(3), place.width(), self.height() - place.bottom() - rim)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("brand" if self.isChecked() else "ink"))
        words = below
        if self.isChecked():
            side = look.px(16)
            mark = QRect(below.left(), below.center().y() - side // 2, side, side)
            paint_icon(painter, "tick", look.palette.colour("brand"), mark)
            words = below.adjusted(side + look.px(5), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            template_words(self.template), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _card_size(self) -> QSize:
        width = theme().px(_WIDTH)
        return QSize(width, width * 5398 // 8560)

    def _image(self) -> QImage | None:
        if self._face is None:
            return None
        scale = self._card_size().width() * self.devicePixelRatioF() / _LIFE_WIDTH
        if self._drawn is None or self._drawn[0] != (self._face, scale):
            self._drawn = ((self._face, scale), _front_of(self._face, scale))
        return self._drawn[1]


class TemplateChoice(Translated, QWidget):
    """The templates side by side; arrow keys go from one to the next.

    Signals:
        chosen(str): A person chose the template of that name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs: tuple[_Thumb, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer templates, once."""
        self.thumbs = tuple(_Thumb(name) for name in names)
        for thumb in self.thumbs:
            thumb.toggled.connect(self._tell)
        self._column.addWidget(WrapRow(*self.thumbs))
        self.retranslate()

    def show_face(self, face: CardFace) -> None:
        """Show how a card looks in each of them."""
        for thumb in self.thumbs:
            thumb.show_face(face)

    def choice(self) -> str:
        """The name of the chosen one."""
        return next((thumb.template for thumb in self.thumbs if thumb.isChecked()), CardDesign().template)

    def choose(self, name: str) -> None:
        """Choose one without a signal; for an unknown name the first."""
        names = [thumb.template for thumb in self.thumbs]
        at = names.index(name) if name in names else 0
        for number, thumb in enumerate(self.thumbs):
            with QSignalBlocker(thumb):
                thumb.setChecked(number == at)
            thumb.update()
        self.setFocusProxy(self.thumbs[at])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for thumb in self.thumbs:
            thumb.setAccessibleName(template_words(thumb.template))
            thumb.update()

    def _tell(self, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.choice())


def _front_of(face: CardFace, scale: float) -> QImage | None:
    from loyalpos.printing.card_templates import card_template  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.image import card_preview  # noqa: PLC0415 - as said

    try:
        # Before a painter is at work, which does not bear being left.
        card_template(face.design.template)
        return card_preview(face, scale)
    except TemplateUnsound:
        return None
