"""The last step: does the scanner reach the till, and unharmed?"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.codes import CardScan, Decoded, HalfScan, card_code, decode
from loyalpos.ui.start.step import Step
from loyalpos.ui.widgets.banner import Banner, BannerKind
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TEST_CODE", "Heard", "ScannerStep"]

TEST_CODE = card_code(0)
"""What the test picture holds; random cards never get it, and it belongs to nobody."""


class Heard(Enum):
    """What arrived from the scanner."""

    FINE = "fine"
    TWICE = "twice"
    TYPING_ON = "typing_on"
    OTHER_CODE = "other_code"
    HALF = "half"
    SLOW = "slow"
    TYPED = "typed"


_KINDS = {
    Heard.FINE: BannerKind.SUCCESS,
    Heard.TWICE: BannerKind.SUCCESS,
    Heard.TYPING_ON: BannerKind.SUCCESS,
    Heard.OTHER_CODE: BannerKind.SUCCESS,
    Heard.HALF: BannerKind.ERROR,
    Heard.SLOW: BannerKind.QUESTION,
    Heard.TYPED: BannerKind.QUESTION,
}


class _Picture(QWidget, Themed):
    """The test code, black on white in every scheme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # Scanners care for millimetres, not for the size of text.
        side = max(200, theme().px(200))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        from loyalpos.printing.qr import paint_qr  # noqa: PLC0415 - only this step of the start needs it

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("white"))
        painter.setPen(theme().colour("line"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme().corner, theme().corner)
        side = self.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_qr(painter, QRectF(0, 0, side, side), TEST_CODE)


class ScannerStep(Step):
    """Shows a code to scan and says what arrived; it can be skipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = ""
        self._heard: Heard | None = None
        self.picture = _Picture()
        self.box = FieldBox("")
        self.verdict = Banner()
        self._hint = Words("", "small", "quiet", wrap=True)
        beside = QVBoxLayout()
        for widget in (self.box, self._hint, self.verdict):
            beside.addWidget(widget)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        row.setSpacing(24)
        panel = Panel()
        panel.body.addLayout(row)
        self.column.addWidget(panel)
        self.column.addStretch(1)
        self.box.edit.textChanged.connect(self._listen)
        self.retranslate()

    def title(self) -> str:
        """Ask."""
        return self.tr("Does your scanner work?")

    def more(self) -> str:
        """Say that it can wait."""
        return self.tr("Scan the picture with it. No scanner at hand? Enter opens the till without the test.")

    def first_field(self) -> QWidget:
        """Listen in the box."""
        return self.box.edit

    def heard(self) -> Heard | None:
        """What arrived last."""
        return self._heard

    def complete(self) -> bool:
        """Open the till, unless text is waiting that a slow scanner may have typed."""
        typed = self.box.text().strip()
        if not typed:
            return True
        decoded = decode(typed)
        if isinstance(decoded, CardScan) and decoded.code == TEST_CODE:
            self._say(Heard.SLOW)
        elif isinstance(decoded, HalfScan):
            self._say(Heard.HALF)
        else:
            self._say(Heard.TYPED)
        return False

    def take_scan(self, decoded: Decoded, *, again: bool = False) -> None:
        """Judge what the scan guard took out of the box."""
        if isinstance(decoded, CardScan) and decoded.code == TEST_CODE:
            digits_only = all(letter in "0123456789" for letter in self._longest)
            whole = Heard.FINE if digits_only else Heard.TYPING_ON
            self._say(Heard.TWICE if again else whole)
        elif isinstance(decoded, HalfScan):
            self._say(Heard.HALF)
        else:
            self._say(Heard.OTHER_CODE)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.picture.setAccessibleName(self.tr("The code to scan"))
        self.box.set_label(self.tr("What the scanner sends appears here"))
        self._hint.setText(
            self.tr("A scanner types like a keyboard: plug it in, hold it to the picture, press.")
        )
        if self._heard is not None:
            self._say(self._heard)

    def _listen(self, text: str) -> None:
        # The guard empties the box before it tells of the scan; what stood there shows what was typed.
        if len(text) > len(self._longest):
            self._longest = text

    def _say(self, heard: Heard) -> None:
        self._heard = heard
        self._longest = ""
        self.box.set_text("")
        title, more = {
            Heard.FINE: (self.tr("The scanner works"), self.tr("Everything arrived. Enter opens the till.")),
            Heard.TWICE: (
                self.tr("The scanner works"),
                self.tr("It read twice; the till counts that once. Enter opens the till."),
            ),
            Heard.TYPING_ON: (
                self.tr("The scanner works – Vietnamese typing is on"),
                self.tr("The digits came changed, and the till read them all the same: leave it as it is."),
            ),
            Heard.OTHER_CODE: (
                self.tr("The scanner works – that was another code"),
                self.tr("Scan the picture on this screen to be quite sure, or press Enter."),
            ),
            Heard.HALF: (
                self.tr("Only half of it arrived"),
                self.tr("Hold the scanner still, a hand's breadth away, and scan once more."),
            ),
            Heard.SLOW: (
                self.tr("It arrived, but as slowly as typing"),
                self.tr(
                    "Set the scanner's delay between characters to 0 – its manual shows the code for it."
                ),
            ),
            Heard.TYPED: (
                self.tr("That was typed, not scanned"),
                self.tr("Scan the picture, or press Enter once more to go on without the test."),
            ),
        }[heard]
        self.verdict.say(_KINDS[heard], title, more)
