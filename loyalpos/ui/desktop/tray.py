"""The icon beside the clock: open the till, show the strip, quit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from loyalpos.ui.widgets.icons import app_icon

__all__ = ["Tray"]


class Tray(QObject):
    """The tray icon with its menu; where the desktop has no tray it is simply not there.

    Signals:
        open_asked(): The icon or "Open" was clicked.
        strip_asked(): The compact strip was asked for.
        quit_asked(): The program should end.
    """

    open_asked = Signal()
    strip_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._open = QAction(self)
        self._strip = QAction(self)
        self._quit = QAction(self)
        self._open.triggered.connect(self.open_asked)
        self._strip.triggered.connect(self.strip_asked)
        self._quit.triggered.connect(self.quit_asked)
        self._menu.addActions([self._open, self._strip])
        self._menu.addSeparator()
        self._menu.addAction(self._quit)
        self._menu.setDefaultAction(self._open)
        # A QObject gets no LanguageChange event of its own; the menu, a widget, does.
        self._menu.installEventFilter(self)
        self._name_actions()

    @property
    def menu(self) -> QMenu:
        """The icon's menu."""
        return self._menu

    def show(self, tooltip: str) -> bool:
        """Put the icon beside the clock.

        Args:
            tooltip: The shop's name.

        Returns:
            Whether the desktop has a tray; without one a closed window must not hide in it.
        """
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(app_icon(), self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._open_on_click)
        self._icon.setToolTip(tooltip)
        self._icon.show()
        return True

    def hide(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Speak the new language after a change."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_actions()
        return False

    def _name_actions(self) -> None:
        self._open.setText(QCoreApplication.translate("Tray", "Open the till"))
        self._strip.setText(QCoreApplication.translate("Tray", "Compact strip"))
        self._quit.setText(QCoreApplication.translate("Tray", "Quit"))

    def _open_on_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)
        if reason in clicks:
            self.open_asked.emit()
