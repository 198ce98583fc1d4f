"""Asking why particulars of customers are written into a file, before where to is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from loyalpos.engine.exports import Export
from loyalpos.services.till import Till
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.consent import id_number_warning

__all__ = ["ExportReason", "ask_reason", "marked_name"]

_LONGEST = 200


class ExportReason(QDialog, Themed):
    """A sentence, usual reasons to press, and room for another one; Esc gives up.

    Signals:
        given(str): Why, in the person's words.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._how = Words("", "base", wrap=True)
        self.usual = tuple(ActionButton("") for _ in range(3))
        self.reason = FieldBox("")
        self.reason.edit.setMaxLength(_LONGEST)
        self.go_on = ActionButton("", look=Look.PRIMARY)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self._column = QVBoxLayout(self)
        # Its wrapped words would make the window as tall as they are at their narrowest.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for part in (self._how, WrapRow(*self.usual), self.reason, WrapRow(self.go_on, self.leave)):
            self._column.addWidget(part)
        self._column.addStretch(1)
        for button in self.usual:
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._take, button))
        self.go_on.setDefault(True)
        self.leave.setAutoDefault(False)
        self.go_on.clicked.connect(self._give)
        self.leave.clicked.connect(self.close)
        self.reason.edited.connect(self._warn)
        self.setWindowTitle(self.tr("Why is this written into a file?"))
        self._how.setText(
            self.tr(
                "The file holds names and phone numbers of customers. Who wrote it, when and why is kept in "
                "the journal and stands in the file."
            )
        )
        usual = (
            self.tr("To tell customers who agreed"),
            self.tr("For the bookkeeping"),
            self.tr("To keep a copy"),
        )
        for button, words in zip(self.usual, usual, strict=True):
            button.setText(words)
        self.reason.set_label(self.tr("Reason"))
        self.go_on.setText(self.tr("Go on"))
        self.leave.setText(self.tr("Leave it"))
        self.follow_theme()
        self._fit()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(*[look.px(20)] * 4)
        self._column.setSpacing(look.space)

    def showEvent(self, event: QShowEvent) -> None:
        """Let a person type at once."""
        super().showEvent(event)
        self._fit()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, button: ActionButton) -> None:
        self.reason.set_text(button.text())
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, text: str) -> None:
        self.reason.show_error(id_number_warning(text))
        self._fit()

    def _fit(self) -> None:
        width = theme().px(560)
        self._column.invalidate()
        self.resize(width, self._column.totalHeightForWidth(width))

    def _give(self) -> None:
        said = " ".join(self.reason.text().split())
        if not said:
            self.reason.show_error(self.tr("Say in a few words what it is for."))
            self._fit()
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.given.emit(said)
        self.close()


def ask_reason(parent: QWidget, till: Till, then: Callable[[Export], object]) -> None:
    """Ask why, and go on with the answer and the mark that the file is to bear."""
    dialog = ExportReason(parent)
    dialog.given.connect(lambda reason: then(Export(reason, _mark(till, reason))))
    # The class has an ``open`` of its own, with a slot's name.
    QDialog.open(dialog)


def marked_name(name: str, till: Till) -> str:
    """Name a file after who writes it and when."""
    from loyalpos.ui.office.printing_job import file_name  # noqa: PLC0415 - as they need each other

    now = till.shop.time.local(till.shop.now())
    return file_name(f"{name} {now:%Y-%m-%d %H.%M} {till.shop.called}")


def _mark(till: Till, reason: str) -> str:
    now = dates.moment(till.shop.now(), till.shop.time)
    if not till.shop.called:
        words = QCoreApplication.translate("ExportReason", "Written {time}. Reason: {reason}")
        return words.format(time=now, reason=reason)
    words = QCoreApplication.translate("ExportReason", "Written by {who}, {time}. Reason: {reason}")
    return words.format(who=till.shop.called, time=now, reason=reason)
