"""One reward of the catalogue: its picture, what it costs, how it is used, and what may be done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.program import Gift
from loyalpos.services.rewards import RewardCard
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.reward_use import about_reward, idea_text, use_text

__all__ = ["RewardTile"]

_SIDE = 96


class _Photo(QWidget, Themed):
    """A square full of the picture's middle, or with a gift where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: bytes | None) -> None:
        """Show a JPEG file's picture, or none."""
        read = QImage() if image is None else QImage.fromData(image)
        self._picture = None if read.isNull() else QPixmap.fromImage(read)
        self.update()

    def has_image(self) -> bool:
        """Whether there is a picture."""
        return self._picture is not None

    def follow_theme(self) -> None:
        """Take the size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture so that it fills the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_rounded(painter, self.rect(), theme().corner, fill="plain_soft")
        if self._picture is None:
            side = theme().px(32)
            place = self.rect().center()
            box = self.rect().adjusted(0, 0, side - self.width(), side - self.height())
            box.moveCenter(place)
            paint_icon(painter, "gift", theme().palette.colour("quiet"), box)
            return
        shown = self.size().scaled(self._picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
        part = QRect(0, 0, shown.width(), shown.height())
        part.moveCenter(self._picture.rect().center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), theme().corner, theme().corner)
        painter.setClipPath(corners)
        painter.drawPixmap(self.rect(), self._picture, part)


class RewardTile(Translated, Panel):
    """A reward and what an owner does with it here; its price and terms are the program's.

    Signals:
        photo_wanted(str): A picture is to be chosen for the reward of that id.
        photo_unwanted(str): Its picture is to go.
        counted(str, int): So many of it are there.
    """

    photo_wanted = Signal(str)
    photo_unwanted = Signal(str)
    counted = Signal(str, int)

    def __init__(
        self,
        card: RewardCard,
        terms: str,
        points_name: str,
        usual_points: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._card = card
        self._points_name = points_name
        self._usual_points = usual_points
        self.photo = _Photo()
        self.photo.show_image(card.image)
        self.name = Words(card.reward.name, "strong", "ink", wrap=True)
        self.about = Words("", "base", "ink", wrap=True)
        self.terms = Words(terms, "small", "ink", wrap=True)
        self.terms.setProperty("for_customers", True)  # noqa: FBT003 - Qt's own order
        # Only ever hidden here: a widget shown before it has a place is a window of its own.
        if not terms:
            self.terms.hide()
        self.use = Words("", "small", "quiet", wrap=True)
        self.idea = Notice()
        self.left = NumberBox(Number.WHOLE)
        self.stock = Sentence({"left": self.left})
        self.choose = ActionButton("", look=Look.QUIET, icon="add")
        self.drop = ActionButton("", look=Look.QUIET, icon="cross")
        column = QVBoxLayout()
        for part in (self.name, self.about, self.terms, self.use, self.idea):
            column.addWidget(part)
        column.addWidget(WrapRow(self.stock, self.choose, self.drop))
        row = QHBoxLayout()
        row.setSpacing(theme().space)
        row.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.drop.setVisible(self.photo.has_image())
        self.stock.setVisible(isinstance(card.reward, Gift) and card.reward.counted)
        self.left.set_value(card.left or 0)
        self.left.editingFinished.connect(self._tell_count)
        self.choose.clicked.connect(self._want_photo)
        self.drop.clicked.connect(self._want_none)
        self.retranslate()

    @property
    def reward_id(self) -> str:
        """Which reward it is."""
        return self._card.reward.id

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        card = self._card
        self.setAccessibleName(card.reward.name)
        self.about.setText(about_reward(card, self._points_name))
        self.use.setText(use_text(card))
        said = "" if card.idea is None else idea_text(card.idea, self._usual_points, self._points_name)
        self.idea.say(said, tone="amber")
        self.left.setAccessibleName(self.tr("How many there are"))
        self.stock.say(self.tr("There are {left}"))
        has = self.photo.has_image()
        self.photo.setAccessibleName(
            (self.tr("Photo of {reward}") if has else self.tr("No photo of {reward}")).format(
                reward=card.reward.name
            )
        )
        self.choose.setText(self.tr("Another photo…") if has else self.tr("Choose a photo…"))
        self.drop.setText(self.tr("No photo"))

    def _want_photo(self) -> None:
        self.photo_wanted.emit(self.reward_id)

    def _want_none(self) -> None:
        self.photo_unwanted.emit(self.reward_id)

    def _tell_count(self) -> None:
        left = self.left.value()
        self.stock.complain("" if left is not None else number_problem(self.left.text()), self.left)
        if left is not None and left != (self._card.left or 0):
            self.counted.emit(self.reward_id, left)
