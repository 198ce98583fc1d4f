"""How the program ends: a begun bill is asked about, the day is closed with a backup, then all goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from loyalpos.errors import FileDamaged, Unavailable
from loyalpos.ui.books import Books
from loyalpos.ui.counter.flow import CounterFlow
from loyalpos.ui.counter.notices import Answer, Notice
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.office.print_queue import PrintQueue

__all__ = ["Leaving"]


class Leaving(QObject):
    """This asks what must be asked and puts the books away.

    Signals:
        asked(): Something is to be answered in the counter's window before.
    """

    asked = Signal()

    def __init__(
        self,
        flow: CounterFlow,
        books: Books,
        prints: Callable[[], PrintQueue | None],
        parent: QObject | None = None,
    ) -> None:
        """Ask nothing yet.

        Args:
            prints: Gives what is printed, None before anything can be.
        """
        super().__init__(parent)
        self._flow = flow
        self._books = books
        self._prints = prints
        self._question: Notice | None = None
        books.not_backed_up.connect(self._tell_no_backup)

    def leave(self) -> None:
        """Close the day with a backup; a begun bill, and what is being printed, is asked about once."""
        notices = self._flow.kit.notices
        was_asked = self._question is not None and notices.said is self._question
        if self._flow.has_begun_bill and not was_asked:
            self._ask_about_bill()
            return
        prints = self._prints()
        if prints is not None and prints.goes_on and not was_asked:
            self._ask_about_prints()
            return
        self._go()

    def _go(self) -> None:
        self._question = None
        if self._books.till is not None:
            self._flow.kit.notices.ask(self.tr("Saving a backup of the day…"), "")
        prints = self._prints()
        if prints is not None and prints.goes_on:
            # What is printed is written down in the books: they are closed behind it.
            prints.stop_all(self._close_books)
        else:
            self._close_books()

    def _close_books(self) -> None:
        self._books.close(back_up=True)

    def _ask_about_prints(self) -> None:
        kit = self._flow.kit
        kit.play(Tone.ERROR)
        stay = Answer(self.tr("Go on printing"), Qt.Key.Key_Return, _nothing)
        go = Answer(self.tr("Close and stop it"), Qt.Key.Key_F12, self._go)
        kit.notices.ask(
            self.tr("Something is still being printed"),
            self.tr("Closing the till stops it; closing once more does, too."),
            stay,
            go,
        )
        self._question = kit.notices.said
        self.asked.emit()

    def _ask_about_bill(self) -> None:
        kit = self._flow.kit
        kit.play(Tone.ERROR)
        stay = Answer(self.tr("Go on with the bill"), Qt.Key.Key_Return, self._flow.step.focus)
        go = Answer(self.tr("Close without it"), Qt.Key.Key_F12, self._leave_all_the_same)
        kit.notices.ask(
            self.tr("A bill is not recorded yet"),
            self.tr("Closing the till throws it away; closing once more does, too."),
            stay,
            go,
        )
        self._question = kit.notices.said
        self.asked.emit()

    def _leave_all_the_same(self) -> None:
        self._flow.go_idle()
        self.leave()

    def _tell_no_backup(self, error: Unavailable) -> None:
        self._flow.kit.notices.error(
            (
                self.tr("There is no backup of this day")
                if isinstance(error, FileDamaged)
                else self.tr("The day is closed, but there is no backup of it")
            ),
            sentence(error),
            Answer(self.tr("Try again"), Qt.Key.Key_Return, self.leave),
            Answer(
                self.tr("Close without a backup"),
                Qt.Key.Key_F12,
                partial(self._books.close, back_up=False),
            ),
        )


def _nothing() -> None:
    """The till stays open."""
