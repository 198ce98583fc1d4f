"""This till's own settings: language, look, text size, sounds, key, names; each holds at once."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.settings import TillSettings
from loyalpos.ui.counter.panel import as_data
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.fonts import TYPE, made_font
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["LANGUAGES", "TillPanel"]

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
"""Each language in its own words, whatever the screen speaks now."""

_SCALES = (90, 100, 110, 125, 150, 175, 200)
_HOTKEYS = ("Pause", "ScrollLock", "Ctrl+Alt+L")


class TillPanel(Translated, Panel):
    """The settings of this till.

    Signals:
        chosen(TillSettings): A person changed one.
    """

    chosen = Signal(object)

    def __init__(self, settings: TillSettings, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._settings = settings
        self.language = ChoiceBox()
        self.language.offer(LANGUAGES)
        self.scheme = ChoiceBox()
        self.scale = ChoiceBox()
        self.hotkey = ChoiceBox()
        self.sounds = Switch("")
        self.cashier = FieldBox("")
        self.name = FieldBox("")
        self._fields = tuple(
            Field("", control) for control in (self.language, self.scheme, self.scale, self.hotkey)
        )
        self._sample = as_data(Words("Nguyễn Văn Đức · 1.284 điểm · 125.000 ₫"))
        self.body.addWidget(WrapRow(*self._fields))
        self.body.addWidget(self._sample)
        self.body.addWidget(self.sounds)
        self.body.addWidget(self.cashier)
        self.body.addWidget(self.name)
        self.language.chosen.connect(self._take)
        self.scheme.chosen.connect(self._take)
        self.scale.chosen.connect(self._take)
        self.scale.highlighted.connect(self._try_scale)
        self.hotkey.chosen.connect(self._take)
        self.sounds.clicked.connect(self._take)
        self.cashier.edit.editingFinished.connect(self._take)
        self.name.edit.editingFinished.connect(self._take)
        self.retranslate()
        self.show_settings(settings)

    def show_settings(self, settings: TillSettings) -> None:
        """Show what holds."""
        self._settings = settings
        self.language.choose(settings.language)
        self.scheme.choose(settings.scheme)
        self._offer_scales()
        self._offer_hotkeys()
        self.sounds.setChecked(settings.sounds)
        self.cashier.set_text(settings.cashier)
        self.name.set_text(settings.till)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("This till"))
        labels = (
            self.tr("Language"),
            self.tr("Colours"),
            self.tr("Text size"),
            self.tr("Key that raises the till"),
        )
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        self.scheme.offer(
            [
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("system", self.tr("Like the computer")),
            ]
        )
        self._offer_scales()
        self._offer_hotkeys()
        self.sounds.setText(self.tr("Short sounds with what the screen shows"))
        self.cashier.set_label(self.tr("Who works here – stands in every record"))
        self.name.set_label(self.tr("This till's short name"))

    def follow_theme(self) -> None:
        """Show the sample in the size that holds."""
        super().follow_theme()
        if hasattr(self, "_sample"):
            self._try_scale(self.scale.currentIndex())

    def _offer_scales(self) -> None:
        scales = sorted({*_SCALES, self._settings.scale_percent})
        self.scale.offer([(str(scale), f"{scale}%") for scale in scales])
        self.scale.choose(str(self._settings.scale_percent))

    def _offer_hotkeys(self) -> None:
        keys = dict.fromkeys((*_HOTKEYS, self._settings.hotkey))
        self.hotkey.offer([*((key, key) for key in keys if key), ("", self.tr("None"))])
        self.hotkey.choose(self._settings.hotkey)

    def _try_scale(self, at: int) -> None:
        if at >= 0:
            self._sample.setFont(made_font(TYPE["heading"], int(self.scale.name_at(at))))

    def _take(self) -> None:
        chosen = replace(
            self._settings,
            language=self.language.choice(),
            scheme=self.scheme.choice(),
            scale_percent=int(self.scale.choice()),
            sounds=self.sounds.isChecked(),
            hotkey=self.hotkey.choice(),
            cashier=self.cashier.text().strip(),
            till=self.name.text().strip() or self._settings.till,
        )
        self.name.set_text(chosen.till)
        if chosen != self._settings:
            self._settings = chosen
            self.chosen.emit(chosen)
