"""What the books have lost, and the decision to go on without it, which needs a reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QVBoxLayout, QWidget

from loyalpos.errors import ActsMissing, Refusal, Unavailable
from loyalpos.ui.office.in_sight import bring_into_sight
from loyalpos.ui.widgets.banner import Banner, BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.refusals import sentence

__all__ = ["LossWindow"]


class LossWindow(QWidget, Themed):
    """What is missing, what can be done first, and a reason for going on; Enter alone never agrees.

    Signals:
        agreed(str): A person wants the till to go on without it, and why.
        restore_wanted(): They would rather bring a backup back.
        left(): The window was closed without either.
    """

    agreed = Signal(str)
    restore_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacks: ActsMissing | None = None
        self._title = Words("", "title", wrap=True)
        self._missing = Words("", "base", wrap=True)
        self._banner = Banner()
        self._card = Panel(" ")
        self._words = Words("", "base", "quiet", wrap=True)
        self.reason = FieldBox("")
        for part in (self._words, self.reason):
            self._card.body.addWidget(part)
        self.go = ActionButton("", "", Look.DANGER)
        self.restore = ActionButton("")
        self.leave = ActionButton("", "Esc")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for row in (self._title, self._missing, self._banner, self._card):
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._below = QVBoxLayout()
        self._below.addWidget(WrapRow(self.go, self.restore, self.leave))
        whole = QVBoxLayout(self)
        # Wrapped words would make the window taller than small screens are.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside), 1)
        whole.addLayout(self._below)
        self.go.clicked.connect(self._agree)
        self.restore.clicked.connect(self.restore_wanted)
        self.leave.clicked.connect(self.close)
        self.reason.edited.connect(lambda _: self.reason.show_error(""))
        self.follow_theme()
        self._retranslate()
        self.resize(theme().px(720), theme().px(520))

    def show_loss(self, lacks: ActsMissing) -> None:
        """Say what is missing."""
        self._lacks = lacks
        self._banner.hide()
        self.go.setEnabled(True)
        self._retranslate()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say why the till does not go on."""
        self.go.setEnabled(True)
        self._banner.say(BannerKind.ERROR, self.tr("The till does not go on yet"), sentence(error))
        bring_into_sight(self._banner)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(12))
        self._column.setSpacing(look.px(10))
        self._below.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(theme().px(360), theme().px(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that has the focus; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
                focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nothing was decided."""
        super().closeEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _agree(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.show_error(self.tr("Say why: it stands in the journal for good"))
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self.reason)
            return
        self._banner.hide()
        self.go.setEnabled(False)
        self.agreed.emit(reason)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Go on without what is missing"))
        self._title.setText(self.tr("Should the till go on without what is missing?"))
        self._missing.setText("" if self._lacks is None else sentence(self._lacks))
        self._card.set_title(self.tr("Before you decide"))
        self._words.setText(
            self.tr(
                "Somebody may have copied an older file here: if the newer one is still there, close the "
                "till and put it back. A backup lacks what was recorded after it. If the till goes on, what "
                "is missing stays missing: points given then are not in the books, and bills of that time "
                "can be entered again from the paper."
            )
        )
        self.reason.set_label(self.tr("Why (it stands in the journal)"))
        self.go.setText(self.tr("Go on without it"))
        self.restore.setText(self.tr("Bring a backup back"))
        self.leave.setText(self.tr("Leave it"))
