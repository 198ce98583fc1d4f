"""A printer that is off: the page to measure it with, and the lengths that were measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Combo
from loyalpos.ui.widgets.fields import Field, FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.printing.calibration import Calibration

__all__ = ["CalibrationPanel"]

_LENGTH = re.compile(r"\s*([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*(?:mm)?\s*")


class CalibrationPanel(Translated, Panel):
    """Prints the page; once a printer is known, takes what was measured on it.

    Signals:
        print_wanted(): Print the page.
        pdf_wanted(): Write it into a file.
        kept(str, Calibration): These lengths were measured on this printer.
    """

    print_wanted = Signal()
    pdf_wanted = Signal()
    kept = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._known: Mapping[str, Calibration] = {}
        self._what_for = Words("", "base", "quiet", wrap=True)
        self.print_page = ActionButton("", icon="printer")
        self.pdf = ActionButton("", icon="card")
        self.printer = Combo("")
        self._printer = Field("", self.printer)
        self.left = FieldBox("")
        self.top = FieldBox("")
        self.across = FieldBox("")
        self.down = FieldBox("")
        self.keep = ActionButton("", look=Look.PRIMARY)
        self._measured = QWidget()
        self._grid = QGridLayout(self._measured)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._printer, 0, 0, 1, 2)
        for at, field in enumerate(self._fields()):
            self._grid.addWidget(field, 1 + at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
            field.edited.connect(self._forgive)
            field.submitted.connect(self._keep)
        self._grid.addWidget(WrapRow(self.keep), 3, 0, 1, 2)
        self._measured.hide()
        self.body.addWidget(self._what_for)
        self.body.addWidget(WrapRow(self.print_page, self.pdf))
        self.body.addWidget(self._measured)
        self.print_page.clicked.connect(self.print_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.keep.clicked.connect(self._keep)
        self.printer.currentIndexChanged.connect(self._show_lengths)
        self.retranslate()
        self.follow_theme()

    def show_printers(self, known: Mapping[str, Calibration], chosen: str = "") -> None:
        """Offer the printers that were measured, and the one that has just printed the page.

        Args:
            known: What was measured, by the printer's name.
            chosen: The printer to show; the one that is shown stays if none is named.
        """
        shown = chosen or self.printer.currentText()
        names = sorted({*known, *([shown] if shown else [])})
        is_new = dict(known) != self._known or names != self._names() or shown != self.printer.currentText()
        self._known = dict(known)
        self._measured.setVisible(bool(names))
        if is_new:
            # What is being typed stays where nothing has changed.
            self.printer.clear()
            self.printer.addItems(names)
            self.printer.setCurrentIndex(max(0, self.printer.findText(shown)))
            self._show_lengths()

    def follow_theme(self) -> None:
        """Take the gaps."""
        super().follow_theme()
        # The panel is themed before it has its parts.
        if hasattr(self, "_grid"):
            self._grid.setHorizontalSpacing(theme().px(10))
            self._grid.setVerticalSpacing(theme().px(8))

    def _fields(self) -> tuple[FieldBox, ...]:
        return self.left, self.top, self.across, self.down

    def _names(self) -> list[str]:
        return [self.printer.itemText(at) for at in range(self.printer.count())]

    def _show_lengths(self) -> None:
        known = self._known.get(self.printer.currentText())
        lengths = ("",) * 4 if known is None else (known.cross_x, known.cross_y, known.across, known.down)
        for field, length in zip(self._fields(), lengths, strict=True):
            field.set_text(self._said(length) if isinstance(length, int) else "")

    def _said(self, length: int) -> str:
        whole, part = divmod(length, 100)
        return f"{whole},{part:02d}".removesuffix("0")

    def _keep(self) -> None:
        from loyalpos.printing.calibration import (  # noqa: PLC0415 - printing costs start-up time
            CROSS_BOUNDS,
            RULER_BOUNDS,
            Calibration,
        )

        lengths: list[int] = []
        for field in self._fields():
            bounds = RULER_BOUNDS if field in (self.across, self.down) else CROSS_BOUNDS
            length = _read_length(field.text())
            if length is None or not bounds[0] <= length <= bounds[1]:
                words = self.tr(
                    "Type a length from {least} to {most} mm – one beyond that was not measured from the "
                    "paper's edge, or not printed at 100%"
                )
                field.show_error(words.format(least=bounds[0] // 100, most=bounds[1] // 100))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            lengths.append(length)
        self.kept.emit(self.printer.currentText(), Calibration(*lengths))

    def _forgive(self) -> None:
        for field in self._fields():
            field.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("A printer that is off"))
        self._what_for.setText(
            self.tr(
                "Cards do not land on the cuts? Print the calibration page, measure it with a ruler and "
                "type the four lengths. They are kept for this printer and heeded whenever cards are printed "
                "on it, not in PDF files."
            )
        )
        self.print_page.setText(self.tr("Print the calibration page"))
        self.pdf.setText(self.tr("As PDF"))
        self._printer.set_label(self.tr("Measured on"))
        self.left.set_label(self.tr("A – left edge to cross 1, mm"))
        self.top.set_label(self.tr("B – upper edge to cross 1, mm"))
        self.across.set_label(self.tr("C – lying ruler, mm"))
        self.down.set_label(self.tr("D – standing ruler, mm"))
        self.keep.setText(self.tr("Keep for this printer"))
        self._forgive()


def _read_length(typed: str) -> int | None:
    """Read millimetres as hundredths of one."""
    found = _LENGTH.fullmatch(typed)
    return None if found is None else int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
