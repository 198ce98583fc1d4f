"""This PC: its settings, how the program looks and speaks on it, and its place on the desktop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from loyalpos.settings import Folders, TillSettings, save_settings
from loyalpos.ui.language import install_language
from loyalpos.ui.widgets.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from loyalpos.ui.desktop.presence import Presence
    from loyalpos.ui.desktop.sounds import Sounds

__all__ = ["ThisPc"]


class ThisPc(QObject):
    """What belongs to this PC and not to the shop.

    Signals:
        open_asked(): The tray or the global key wants the till in front.
        strip_asked(): The tray wants the narrow strip.
        quit_asked(): The tray wants the program to end.
        not_saved(Unavailable): The settings hold, but could not be written.
    """

    open_asked = Signal()
    strip_asked = Signal()
    quit_asked = Signal()
    not_saved = Signal(object)

    def __init__(
        self,
        application: QApplication,
        where: Folders,
        settings: TillSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.application = application
        self.where = where
        self.settings = settings
        self._presence: Presence | None = None
        self.dress()
        application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    @cached_property
    def sounds(self) -> Sounds:
        """The tones of this PC."""
        from loyalpos.ui.desktop.sounds import Sounds  # noqa: PLC0415 - 2 ms of the first paint

        return Sounds(self.where.data / "sounds", on=self.settings.sounds)

    def take(self, settings: TillSettings) -> None:
        """Live by other settings from now on, and keep them."""
        before, self.settings = self.settings, settings
        self.sounds.on = settings.sounds
        self._save()
        if _look(before) != _look(settings):
            self.dress()
        if self._presence is not None and (before.hotkey, before.shop_name) != (
            settings.hotkey,
            settings.shop_name,
        ):
            self.meet_desktop()

    def remember(self, *, shop_name: str, brand: str) -> None:
        """Keep what the window wears before the books are open."""
        settings = replace(self.settings, shop_name=shop_name, brand=brand)
        if settings != self.settings:
            self.take(settings)

    def fold(self, *, compact: bool) -> None:
        """Keep whether the till is the narrow strip."""
        if compact != self.settings.compact:
            self.take(replace(self.settings, compact=compact))

    def dress(self) -> None:
        """Put on language, colours and size."""
        install_language(self.application, "en" if self.settings.language == "en" else "vi")
        apply_theme(
            self.application,
            Scheme(self.settings.scheme),
            self.settings.scale_percent,
            self.settings.brand,
        )

    def meet_desktop(self) -> None:
        """Take the tray and the global key, where there are any."""
        from loyalpos.ui.desktop.presence import Presence  # noqa: PLC0415 - after the first paint

        if self._presence is None:
            self._presence = Presence(self)
            self._presence.open_asked.connect(self.open_asked)
            self._presence.strip_asked.connect(self.strip_asked)
            self._presence.quit_asked.connect(self.quit_asked)
        self._presence.begin(self.settings.shop_name or "LoyalPOS", with_hotkey=bool(self.settings.hotkey))

    def end(self) -> None:
        """Leave the desktop as it was."""
        self.application.styleHints().colorSchemeChanged.disconnect(self._follow_desktop)
        if self._presence is not None:
            self._presence.end()

    def _follow_desktop(self) -> None:
        if self.settings.scheme == Scheme.SYSTEM.value:
            self.dress()

    def _save(self) -> None:
        from loyalpos.errors import Unavailable  # noqa: PLC0415 - 4 ms of the first paint

        try:
            save_settings(self.where.settings_file, self.settings)
        except Unavailable as error:
            self.not_saved.emit(error)


def _look(settings: TillSettings) -> tuple[str, str, int, str]:
    return settings.language, settings.scheme, settings.scale_percent, settings.brand
