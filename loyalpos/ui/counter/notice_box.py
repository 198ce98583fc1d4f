"""What the shop does with a customer's particulars, to be read before anything is agreed to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.consents import NOTICE_VERSION
from loyalpos.ui.counter.column import show_opened
from loyalpos.ui.counter.panel import as_data
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.consent import id_number_warning

__all__ = ["NoticeBox"]

_LONGEST_PROOF = 100


class NoticeBox(QWidget, Themed):
    """One key away: the notice in both languages, and the number of the paper where one was signed.

    Signals:
        wanted(): The notice is to be read.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self.button = ActionButton("", "F3", Look.QUIET)
        self._paper = Panel(fill="paper", edge="")
        self._said = as_data(Words("", "small", wrap=True))
        # Two languages at once, whatever the screen speaks.
        self._said.setProperty("for_customers", 1)
        self.proof = FieldBox("")
        self.proof.edit.setMaxLength(_LONGEST_PROOF)
        self.proof.edited.connect(lambda text: self.proof.show_hint(id_number_warning(text)))
        self._paper.body.addWidget(self._said)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (WrapRow(self.button), self._paper, self.proof):
            self._column.addWidget(part)
        self.button.clicked.connect(self.turn)
        self.close_notice()
        self.follow_theme()

    def begin(self) -> None:
        """Start anew: nothing open, nothing typed."""
        self.proof.set_text("")
        self.close_notice()

    def turn(self) -> None:
        """Open it, or close it again."""
        if self._is_open:
            self.close_notice()
        else:
            self.wanted.emit()

    def show_notice(self, sections: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show the notice, section by section: its title and its sentences."""
        told = ("\n".join((title, *(f"• {line}" for line in lines))) for title, lines in sections)
        self._said.setText("\n\n".join(told))
        self._is_open = True
        self._show()
        # Large text leaves it below what can be seen, and the key would seem to do nothing.
        show_opened(self)

    def close_notice(self) -> None:
        """Put it away; a number that was typed stays in sight."""
        self._is_open = False
        self._show()

    def retranslate(self) -> None:
        """Write the words anew."""
        words = self.tr("What the shop keeps, and what for (notice {version})")
        if self._is_open:
            words = self.tr("Close the notice {version}")
        self.button.setText(words.format(version=NOTICE_VERSION))
        self.proof.set_label(self.tr("Number of the paper, where the customer signed one"))

    def follow_theme(self) -> None:
        """Take the gap."""
        self._column.setSpacing(theme().px(6))

    def _show(self) -> None:
        self._paper.setVisible(self._is_open)
        self.proof.setVisible(self._is_open or bool(self.proof.text()))
        self.retranslate()
