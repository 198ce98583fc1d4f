"""The receipt printer of this till and what its slips say, with the very picture it would print."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.shop import ShopDescription
from loyalpos.settings import TillSettings
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.slip_preview import SlipPreview
from loyalpos.ui.office.till_panel import LANGUAGES
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words

if TYPE_CHECKING:
    from loyalpos.printing.raster import Raster

__all__ = ["LONGEST_WORDS", "SlipPanel"]

LONGEST_WORDS = 300
"""Letters of the terms and of the greeting; more would cost a hand of paper with every bill."""

_WIDTHS = (80, 58)


class SlipPanel(Panel):
    """Settings hold at once; the words of the shop are written when the owner says so.

    Signals:
        chosen(TillSettings): A person changed something of the printer or the slips.
        description_wanted(ShopDescription): The owner wants the shop's words to read so.
        test_wanted(TillSettings): Print a slip of a bill that never was.
        preview_wanted(TillSettings): Draw that slip for the screen.
    """

    chosen = Signal(object)
    description_wanted = Signal(object)
    test_wanted = Signal(object)
    preview_wanted = Signal(object)

    def __init__(self, settings: TillSettings, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._settings = settings
        self._saved: ShopDescription | None = None
        self.connection = ChoiceBox()
        self.width_mm = ChoiceBox()
        self.when = ChoiceBox()
        self.language = ChoiceBox()
        self.address = FieldBox("")
        self.cut, self.code, self.program = Switch(""), Switch(""), Switch("")
        self.test = ActionButton("", icon="printer")
        self.look = ActionButton("")
        self.preview = SlipPreview()
        self.terms, self.greeting = FieldBox(""), FieldBox("")
        self.save = ActionButton("")
        self._how = Words("", "small", "quiet", wrap=True)
        choices = (self.connection, self.width_mm, self.when, self.language)
        self._fields = tuple(Field("", control) for control in choices)
        self._build()
        for box in choices:
            box.chosen.connect(self._take)
        for switch in (self.cut, self.code, self.program):
            switch.clicked.connect(self._take)
        self.address.edit.editingFinished.connect(self._take)
        self.test.clicked.connect(self._ask_test)
        self.look.clicked.connect(self._turn_preview)
        self.save.clicked.connect(self.submit)
        self.retranslate()
        self.show_settings(settings)

    def show_settings(self, settings: TillSettings) -> None:
        """Show what holds."""
        self._settings = settings
        self._offer()
        self.connection.choose(settings.slip_printer)
        self.width_mm.choose(str(settings.slip_width))
        self.when.choose("auto" if settings.slip_auto else "asked")
        self.language.choose(settings.slip_language)
        self.address.set_text(settings.slip_address)
        self.cut.setChecked(settings.slip_cut)
        self.code.setChecked(settings.slip_code)
        self.program.setChecked(settings.slip_program)
        self._show_printer()

    def show_description(self, description: ShopDescription) -> None:
        """Show what is written; what was typed and not saved stays."""
        before, self._saved = self._saved, description
        if before is None or _words_of(before) != _words_of(description):
            self.terms.set_text(description.slip_terms)
            self.greeting.set_text(description.slip_greeting)

    def show_preview(self, slips: dict[int, Raster]) -> None:
        """Show the pictures, by the width of the paper in millimetres."""
        self.preview.show_slips(slips)

    def submit(self) -> None:
        """Ask for the shop's words to be written."""
        if self._saved is not None:
            terms, greeting = (" ".join(box.text().split()) for box in (self.terms, self.greeting))
            self.description_wanted.emit(replace(self._saved, slip_terms=terms, slip_greeting=greeting))

    def ask_preview(self) -> None:
        """Ask for the picture anew, where it is in view."""
        if not self.preview.isHidden():
            self.preview_wanted.emit(self._settings)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Slips"))
        labels = (
            self.tr("Receipt printer"),
            self.tr("Paper"),
            self.tr("Printed"),
            self.tr("Language of the slips"),
        )
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        self._offer()
        self.cut.setText(self.tr("It cuts the paper"))
        self.code.setText(self.tr("With the code of the member's card"))
        self.program.setText(self.tr("With the program in few lines"))
        self.test.setText(self.tr("Print a test slip"))
        self.terms.set_label(self.tr("Terms at the end of every slip, e.g. of returns"))
        self.greeting.set_label(self.tr("Greeting at the end of every slip"))
        self.save.setText(self.tr("Save these words"))
        self._show_printer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.ask_preview()

    def _build(self) -> None:
        for box in (self.terms, self.greeting):
            box.edit.setMaxLength(LONGEST_WORDS)
        self.body.addWidget(WrapRow(*self._fields))
        self.body.addWidget(self.address)
        self.body.addWidget(self._how)
        for switch in (self.cut, self.code, self.program):
            self.body.addWidget(switch)
        self.body.addWidget(self.terms)
        self.body.addWidget(self.greeting)
        self.body.addWidget(WrapRow(self.save, self.test, self.look))
        self.body.addWidget(self.preview)
        self.preview.hide()

    def _offer(self) -> None:
        connections = [
            ("", self.tr("None")),
            ("network", self.tr("Network")),
            ("usb", self.tr("USB")),
            ("serial", self.tr("Serial port")),
            ("file", self.tr("Device file")),
        ]
        if sys.platform == "win32" or self._settings.slip_printer == "windows":
            connections.append(("windows", self.tr("Windows printer")))
        self.connection.offer(connections)
        wide = self.tr("{width} mm wide")
        self.width_mm.offer([(str(width), wide.format(width=width)) for width in _WIDTHS])
        self.when.offer(
            [
                ("auto", self.tr("after every bill of a member")),
                ("asked", self.tr("only when asked (Ctrl+P)")),
            ]
        )
        self.language.offer([("", self.tr("Like the screen")), *LANGUAGES])

    def _show_printer(self) -> None:
        kind = self._settings.slip_printer
        label, how = {
            "network": (
                self.tr("Address"),
                self.tr("e.g. 192.168.1.50; another port than 9100 behind a colon"),
            ),
            "usb": (
                self.tr("Number of the device"),
                self.tr("vendor:product, e.g. 04b8:0e15, as the system lists it"),
            ),
            "serial": (
                self.tr("Port"),
                self.tr("e.g. COM3 or /dev/ttyUSB0; another speed than 9600 behind a colon"),
            ),
            "file": (self.tr("Path"), self.tr("e.g. /dev/usb/lp0")),
            "windows": (self.tr("Name of the printer"), self.tr("as Windows calls it")),
        }.get(kind, ("", self.tr("Without a printer Ctrl+P at the counter shows the slip on the screen.")))
        self.address.set_label(label)
        self._how.setText(how)
        for part in (self.address, self.cut):
            part.setVisible(bool(kind))
        self.test.setEnabled(bool(kind))
        is_shown = not self.preview.isHidden()
        self.look.setText(self.tr("Hide the pictures") if is_shown else self.tr("Show how slips look"))

    def _take(self) -> None:
        chosen = replace(
            self._settings,
            slip_printer=self.connection.choice(),
            slip_address=self.address.text().strip(),
            slip_width=int(self.width_mm.choice()),
            slip_auto=self.when.choice() == "auto",
            slip_language=self.language.choice(),
            slip_cut=self.cut.isChecked(),
            slip_code=self.code.isChecked(),
            slip_program=self.program.isChecked(),
        )
        if chosen != self._settings:
            self._settings = chosen
            self._show_printer()
            self.chosen.emit(chosen)
            self.ask_preview()

    def _ask_test(self) -> None:
        self._take()
        self.test_wanted.emit(self._settings)

    def _turn_preview(self) -> None:
        self.preview.setVisible(self.preview.isHidden())
        self._show_printer()
        self.ask_preview()


def _words_of(description: ShopDescription) -> tuple[str, str]:
    return description.slip_terms, description.slip_greeting
