"""What customers are told of the draft, in few words, and the way to the poster."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Program
from loyalpos.services.till import Till
from loyalpos.ui.language import screen_language
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.poster_window import PosterWindow
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CustomerBox"]

_SHOWN_LETTERS = 170
_PAUSE_MS = 200


class CustomerBox(Translated, Panel):
    """The first sentences of the poster; the button opens all of them as they are printed.

    Signals:
        items_read(object): What items are called, by their ids, was read.
    """

    items_read = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(fill="plain_soft", edge="plain_soft", parent=parent)
        self._page = page
        self._till: Till | None = None
        self._program: Program | None = None
        self._items: Mapping[str, str] = {}
        self.window_open: PosterWindow | None = None
        self.heading = Words("", "strong", "ink", wrap=True)
        self.words = Words("", "small", "ink", wrap=True)
        self.words.setProperty("for_customers", True)  # noqa: FBT003 - Qt's own order
        self.print = ActionButton("", look=Look.QUIET, icon="printer")
        self.body.addWidget(self.heading)
        self.body.addWidget(self.words)
        self.body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self.print.clicked.connect(self.open_poster)
        # Not at each keystroke: the sentences of a long program take longer than typing may wait.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.retranslate()

    def read_items(self, till: Till) -> None:
        """Read what the items are called that rules name."""
        self._till = till
        self._page.workplace.reader.run_latest(
            "office-item-names",
            till.items.names,
            done=self._take_items,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    @property
    def items(self) -> Mapping[str, str]:
        """What items are called, as far as it was read."""
        return self._items

    def show_program(self, program: Program | None) -> None:
        """Tell of another draft; None where something is wrong with it, and then the last one stays."""
        if program is not None:
            self._program = program
        self.print.setEnabled(program is not None)
        self._pause.start()

    def open_poster(self) -> None:
        """Show the whole poster, as it is printed."""
        if self._till is None or self._program is None:
            return
        if self.window_open is not None:
            self.window_open.close()
        window = PosterWindow(self._page, self._till.shop.description, self._program, self._items)
        window.finished.connect(self._forget)
        self.window_open = window
        window.open()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.heading.setText(self.tr("What customers read"))
        self.setAccessibleName(self.heading.text())
        self.print.setText(self.tr("Print on A5"))
        self._tell()

    def _take_items(self, names: dict[str, str]) -> None:
        self._items = names
        self._tell()
        self.items_read.emit(names)

    def _forget(self, _result: int) -> None:
        self.window_open = None

    def _tell(self) -> None:
        if self._program is None:
            self.words.setText("")
            return
        from loyalpos.printing.customer.program import customer_words  # noqa: PLC0415 - costs start-up time

        told = customer_words(self._program, screen_language(), items=self._items)
        text = " ".join(sentence for section in told for sentence in section.sentences)
        if len(text) > _SHOWN_LETTERS:
            text = text[:_SHOWN_LETTERS].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
        self.words.setText(text)
