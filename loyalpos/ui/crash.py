"""A bug is told in words a person can pass on, without anybody's name or number in them."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from loyalpos import __version__
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CrashWindow", "report_of"]


def report_of(error: BaseException) -> str:
    """Write where a bug happened: places in the program, and no values, since those are people's."""
    lines = [f"LoyalPOS {__version__} · Python {platform.python_version()} · {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__name__)
        lines.extend(_places(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(path: str) -> str:
    """Keep the part of a path that is the program's own; the rest may hold a person's name."""
    parts = path.replace("\\", "/").split("/")
    for room in ("loyalpos", "site-packages"):
        if room in parts:
            return "/".join(parts[parts.index(room) :])
    return parts[-1]


class CrashWindow(Translated, QWidget):
    """Says that something went wrong, that what was acknowledged is safe, and what to pass on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # Above the strip, which is itself above all others.
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._title = Words("", "title", wrap=True)
        self._more = Words("", "base", "quiet", wrap=True)
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._copy = ActionButton("", "", Look.PRIMARY)
        self._close = ActionButton("", "Esc")
        self._copy.clicked.connect(self._copy_report)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        for widget in (self._title, self._more, self._report):
            column.addWidget(widget)
        column.addLayout(row)
        # The least height of wrapped words is that of their narrowest: higher than many a screen.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.resize(theme().px(640), theme().px(420))
        self.retranslate()

    def tell(self, error: BaseException) -> None:
        """Show a bug; a later one takes the place of an earlier."""
        self._report.setPlainText(report_of(error))
        fit_to_screen(self)
        raise_window(self)
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, as the button says; Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, ActionButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Something went wrong"))
        self._title.setText(self.tr("The program made a mistake"))
        self._more.setText(
            self.tr(
                "Everything that was confirmed is safe. Look at the day's list before you go on, and pass "
                "the text below to whoever looks after the program. It holds nobody's name or number."
            )
        )
        self._report.setAccessibleName(self.tr("Report"))
        self._copy.setText(self.tr("Copy the text"))
        self._close.setText(self.tr("Close"))
