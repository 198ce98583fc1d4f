"""What the counter says across the whole window: done, refused, asked; and the keys that answer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from loyalpos.ui.widgets.banner import Banner, BannerKind, Choice
from loyalpos.ui.widgets.buttons import Look

__all__ = ["DONE_STAYS_MS", "Answer", "Notice", "Notices"]

DONE_STAYS_MS: Final = 60_000

_KEY_CAPS: Final = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_F10: "F10",
    Qt.Key.Key_F12: "F12",
    Qt.Key.Key_Escape: "Esc",
}


class Answer(Struct, frozen=True):
    """What a person may say to a question: its words, its key, and what then happens."""

    text: str
    key: Qt.Key
    act: Callable[[], None]


class Notice(Struct, frozen=True):
    """One thing said; ``answers`` make it a question.

    ``outlasts_typing`` is true of a question that is answered by typing; ``wants_thought`` of one that the
    second half of a double press must not answer.
    """

    kind: BannerKind
    title: str
    more: str = ""
    answers: tuple[Answer, ...] = ()
    outlasts_typing: bool = False
    wants_thought: bool = False


class Notices(QObject):
    """This says one thing at a time in the banner of the window in use.

    What was done stays until the next key or for a minute. A refusal stays until the next thing is done
    or asked. A question stays until it is answered, or until typing goes on, which answers it with
    "not this". Under all of them a standing notice may wait that only its own answer takes away.

    Signals:
        standing_changed(): Another notice waits under all others, or none.
    """

    standing_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banner: Banner | None = None
        self._said: Notice | None = None
        self._standing: Notice | None = None
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setInterval(DONE_STAYS_MS)
        self._minute.timeout.connect(self.clear)

    @property
    def said(self) -> Notice | None:
        """What stands in the banner now."""
        return self._said or self._standing

    @property
    def has_standing_error(self) -> bool:
        """Whether what waits under all others is trouble, not a question."""
        return self._standing is not None and self._standing.kind is BannerKind.ERROR

    def show_on(self, banner: Banner) -> None:
        """Speak in another window's banner from now on."""
        if self._banner is not None:
            self._banner.chosen.disconnect(self._take_choice)
            self._banner.hide()
        self._banner = banner
        banner.chosen.connect(self._take_choice)
        self._show()

    def done(self, title: str, more: str = "") -> None:
        """Say that something is safely done."""
        self._say(Notice(BannerKind.SUCCESS, title, more))
        self._minute.start()

    def error(self, title: str, more: str = "", *answers: Answer) -> None:
        """Say that something was not done, and what to do."""
        self._say(Notice(BannerKind.ERROR, title, more, answers))

    def ask(
        self,
        title: str,
        more: str,
        *answers: Answer,
        outlasts_typing: bool = False,
        wants_thought: bool = False,
    ) -> None:
        """Ask in place; the keys of the answers work wherever the focus is."""
        self._say(Notice(BannerKind.QUESTION, title, more, answers, outlasts_typing, wants_thought))

    def stand(self, notice: Notice | None) -> None:
        """Keep a notice under all others, or take it away."""
        self._standing = notice
        self._show()
        self.standing_changed.emit()

    def clear(self) -> None:
        """Take back what was said; a standing notice shows again."""
        self._minute.stop()
        if self._said is not None:
            self._said = None
            self._show()

    def key_pressed(self, *, types: bool) -> None:
        """Let a key end what was said, where the next key does.

        Args:
            types: The key puts text somewhere, so an open question was about something else.
        """
        said = self._said
        if said is None:
            return
        if said.kind is BannerKind.SUCCESS or (types and said.answers and not said.outlasts_typing):
            self.clear()

    def answer(self, key: Qt.Key) -> bool:
        """Answer with a key; False where it is no answer to anything."""
        if self.said is None:
            return False
        for given in self.said.answers:
            if given.key == key:
                self._act(given)
                return True
        return False

    def _say(self, notice: Notice) -> None:
        self._minute.stop()
        self._said = notice
        self._show()

    def _show(self) -> None:
        if self._banner is None:
            return
        notice = self.said
        if notice is None:
            self._banner.hide()
            return
        asks = notice.kind is BannerKind.QUESTION
        choices = [
            Choice(
                str(place),
                given.text,
                _KEY_CAPS[given.key],
                Look.PRIMARY if asks and given.key == Qt.Key.Key_Return else Look.SECONDARY,
            )
            for place, given in enumerate(notice.answers)
        ]
        self._banner.say(notice.kind, notice.title, notice.more, choices)

    def _take_choice(self, name: str) -> None:
        said = self.said
        if said is not None and name.isdecimal() and int(name) < len(said.answers):
            self._act(said.answers[int(name)])

    def _act(self, given: Answer) -> None:
        if self._said is not None:
            self.clear()
        else:
            self.stand(None)
        given.act()
