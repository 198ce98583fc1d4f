"""The customers' screen of this till: whether there is one, on which monitor, and the owner's words on it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.settings import TillSettings
from loyalpos.ui.desktop.monitors import monitors_present
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CustomerScreenPanel"]

_LONGEST_WORDS = 200


class CustomerScreenPanel(Translated, Panel):
    """What customers see of the counter, and where.

    Signals:
        chosen(TillSettings): A person changed something.
        preview_wanted(): The screen is to be shown in a window.
    """

    chosen = Signal(object)
    preview_wanted = Signal()

    def __init__(self, settings: TillSettings, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._settings = settings
        self.on = Switch("")
        self.monitor = ChoiceBox()
        self.preview = ActionButton("")
        self.words = FieldBox("")
        self.words.edit.setMaxLength(_LONGEST_WORDS)
        self._field = Field("", self.monitor)
        self._shows = Words("", "base", "quiet", wrap=True)
        self._state = Words("", "base", "quiet", wrap=True)
        self.preview.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        for piece in (self._shows, self.on, WrapRow(self._field), self._state, self.words, self.preview):
            self.body.addWidget(piece)
        self.on.clicked.connect(self._take)
        self.monitor.chosen.connect(self._take)
        self.words.edit.editingFinished.connect(self._take)
        self.preview.clicked.connect(self.preview_wanted)
        self.retranslate()
        self.show_settings(settings)

    def show_settings(self, settings: TillSettings) -> None:
        """Show what holds."""
        self._settings = settings
        self.on.setChecked(settings.customer_screen)
        self.words.set_text(settings.customer_words)
        self.show_monitors()

    def show_monitors(self) -> None:
        """List the monitors that are plugged in, and the chosen one if it is not."""
        wanted, present = self._settings.customer_monitor, monitors_present()
        rows = [("", self.tr("Any but the counter's"))]
        rows += {one.name: one.label for one in present}.items()
        if wanted and all(one.name != wanted for one in present):
            rows.append((wanted, self.tr("{monitor} – not plugged in").format(monitor=wanted)))
        self.monitor.offer(rows)
        self.monitor.choose(wanted)
        alone = len(present) < 2
        self._state.setText(
            self.tr("One monitor is plugged in. The screen opens by itself when there is a second one.")
            if alone
            else ""
        )
        self._state.setVisible(alone)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Customers' screen"))
        self._shows.setText(
            self.tr(
                "On a second monitor customers see a welcome, their points, what the bill brings and which "
                "rewards are in reach – never a phone number or a note."
            )
        )
        self.on.setText(self.tr("Show it on a second monitor"))
        self._field.set_label(self.tr("Which monitor"))
        self.words.set_label(self.tr("Your own words while nobody is served"))
        self.preview.setText(self.tr("Look at it here"))
        self.show_monitors()

    def _take(self) -> None:
        chosen = replace(
            self._settings,
            customer_screen=self.on.isChecked(),
            customer_monitor=self.monitor.choice(),
            customer_words=self.words.text().strip(),
        )
        if chosen != self._settings:
            self._settings = chosen
            self.chosen.emit(chosen)
