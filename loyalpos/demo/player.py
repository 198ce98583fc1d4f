"""A cashier who only has a keyboard, a scanner and eyes: presses what the script says, reads the windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from loyalpos.demo.day import CARDS
from loyalpos.demo.draws import Draws
from loyalpos.demo.keys import Keyboard
from loyalpos.demo.paper import Paper
from loyalpos.demo.people import Person
from loyalpos.demo.places import PLACES, chord_of_page
from loyalpos.ui.counter.day import CounterDay
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.screen import View
from loyalpos.ui.running import RunningTill
from loyalpos.ui.start.scanner_step import TEST_CODE
from loyalpos.ui.widgets.banner import Banner
from loyalpos.ui.widgets.texts import Fitted, Words

__all__ = ["DayStopped", "Player"]

_PATIENCE_MS = 30_000
_TICK_MS = 20
_PNG_QUALITY = 85
"""Fast and a little larger; nothing is lost at any of them."""

_MOST_TABS = 80
_WINDOW = (1366, 768)
_STRIP = (380, 768)
_TYPIST_GAP_MS = (110, 260)
_SCANNER_GAP_MS = (3, 14)
_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
_KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape}


class DayStopped(Exception):
    """The day cannot go on: a window did not do what the script counts on."""


class _Desktop(QObject):
    """Stands where the desktop's file windows would open."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Open nothing."""


class Player:
    """This plays steps at the windows of one running till, in the words of ``loyalpos.demo.day``."""

    def __init__(
        self,
        till: RunningTill,
        keyboard: Keyboard,
        *,
        cast: dict[str, Person],
        paper: Paper,
        pictures: Path,
        rhythm: Draws,
    ) -> None:
        """Take the chair.

        Args:
            cast: Who the customers are.
            pictures: Where pictures go.
            rhythm: Draws how fast somebody types.
        """
        self._till = till
        self._keyboard = keyboard
        self._cast = cast
        self._paper = paper
        self._pictures = pictures
        self._rhythm = rhythm
        self._bugs: list[object] = []
        self._closed = False
        self._step = ""
        self._pictures_taken = 0
        self._ticking = QTimer()
        self._ticking.start(_TICK_MS)
        self._desktop = _Desktop()
        QDesktopServices.setUrlHandler("file", self._desktop, "open")  # type: ignore[arg-type]  # the stub is wrong
        for lane in (till.reader, till.writer, till.files):
            lane.failed.connect(self._bugs.append)
        till.books.closed.connect(self._note_closed)

    # Hands ----------------------------------------------------------------------------------------

    def begin_step(self, name: str) -> None:
        """Go on with another step, after which pictures are called; the clock on the screen follows."""
        self._step = name
        self._pictures_taken = 0
        shown = self._till.flow.findChild(CounterDay)
        if shown is not None and self._till.books.till is not None:
            shown.look_at_clock()
            self.settle()

    def do(self, word: str) -> None:
        """Press what one word of the script says, and wait for the answer."""
        verb, _, rest = word.partition(" ")
        match verb:
            case "type":
                self._type(rest)
            case "phone":
                self._type(self._cast[rest].phone)
            case "name":
                self._type(self._cast[rest].name)
            case "last":
                self._type(self._cast[word[-1]].last_digits)
            case "plain":
                self._type(self._cast[word[-1]].plain_name)
            case "scan":
                self._scan(rest)
            case "tab":
                self._tab_to(rest)
            case "page":
                self._press(chord_of_page(self.window, rest))
            case "save":
                self._save(rest)
            case "picture":
                self.picture(rest)
            case _:
                self._press(word)
        self.settle()

    def close_window(self) -> None:
        """Close the counter's window as its cross does, and wait until the books are put away."""
        self._till.screen.close()
        self._wait(lambda: self._closed, "the books to be put away")

    def _type(self, text: str) -> None:
        gap_ms = self._rhythm.between(*_TYPIST_GAP_MS)
        for character in text:
            self._keyboard.type_text(self.window, character, gap_ms=gap_ms)
            self._judge_keys()

    def _press(self, word: str) -> None:
        *held, name = word.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _MODIFIERS[one]
        key = _KEYS.get(name) or Qt.Key[f"Key_{name}"]
        window = self.window
        if window is self._till.office and (name == "F10" or (held and name.isdecimal())):
            # Shortcuts are found only on the way a platform's keys come in.
            handle = window.windowHandle()
            QTest.keyClick(handle, key, modifiers)
        else:
            self._keyboard.press(window, key, modifiers)
        self._judge_keys()

    def _scan(self, what: str) -> None:
        at_once = what.endswith(" at once")
        what = what.removesuffix(" at once")
        if not at_once:
            # Another customer: the same card sooner would be a scanner's double read.
            self._keyboard.clock.advance(5_000)
        text: str
        if what == "test code":
            text = TEST_CODE
        elif what.startswith("text "):
            text = what.removeprefix("text ")
        else:
            text = self._paper.code(int(what.rpartition(" ")[2]))
            text = text[:11] if what.startswith("half of") else text
        self._keyboard.scan(self.window, text, gap_ms=self._rhythm.between(*_SCANNER_GAP_MS))
        self._judge_keys()

    def _tab_to(self, place: str) -> None:
        for _ in range(_MOST_TABS):
            if QApplication.focusWidget() is self._place(place):
                return
            self._keyboard.press(self.window, Qt.Key.Key_Tab)
            self._judge_keys()
            self.settle()
        raise DayStopped(f"{_MOST_TABS} tabs do not lead to {place}")

    def _place(self, name: str) -> QWidget:
        try:
            return PLACES[name](self.window)
        except IndexError as missing:
            raise DayStopped(f"there is no {name} in sight") from missing

    def _save(self, name: str) -> None:
        dialog = QApplication.activeModalWidget()
        box = dialog.findChild(QLineEdit, "fileNameEdit") if isinstance(dialog, QFileDialog) else None
        if dialog is None or box is None:
            raise DayStopped("nobody asked for a file's name")
        out = self._paper.place_for(name)
        below = dialog.parentWidget()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keyboard.press(dialog, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._keyboard.type_text(dialog, str(out))
        self._keyboard.press(dialog, Qt.Key.Key_Return)
        self._wait(out.exists, f"the file {out.name}")
        if below is not None:
            # A desktop gives the keyboard back to the window below; an unseen one does not.
            below.window().activateWindow()
        self.settle()
        self._paper.file_away(out)

    def _judge_keys(self) -> None:
        """Let the silence after a key pass at once."""
        self._till.guard.settle()
        self._till.office_guard.settle()

    # Eyes -----------------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The window that has the keyboard."""
        active = QApplication.activeWindow()
        known = (self._till.wizard, self._till.office, self._till.screen)
        for window in known:
            if window is not None and window is active:
                return window
        return self._till.wizard or self._till.screen

    def settle(self) -> None:
        """Wait until every answer has come back and is painted."""
        self._wait(self._is_still, "an answer")
        # What was answered may still have to be laid out, and that may ask for more.
        self._wait(self._is_still, "an answer")
        if self._bugs:
            raise DayStopped(f"the program failed: {self._bugs!r}")

    def wait_for_books(self) -> None:
        """Wait until the books are open, or the first start asks its questions."""
        self._wait(lambda: self._till.books.till is not None or self._till.wizard is not None, "the books")
        self.settle()

    def answer(self) -> tuple[str, str]:
        """Read how the window answered: the kind of its banner, and its words."""
        banner = self.window.findChild(Banner)
        if banner is None or not banner.isVisible():
            return "", ""
        return banner.kind.name.lower(), f"{banner.title()} {banner.more()}".strip()

    def balance(self, who: str) -> int:
        """Call a member up by the card, or by the last digits of the phone before it is printed."""
        self._expect(View.IDLE)
        person = self._cast[who]
        if CARDS[who] <= len(self._paper.codes()):
            self._scan(f"card {CARDS[who]}")
        else:
            self._type(person.last_digits)
            self._press("Enter")
        self.settle()
        self._expect(View.BILL)
        panel = self._till.screen.member
        shown = _visible(panel, Words)
        figures = _visible(panel, Fitted)
        if not any(person.last_digits in _digits(one) for one in shown):
            raise DayStopped(f"{person.last_digits} does not lead to {who} but to {shown}")
        self._press("Esc")
        self.settle()
        return int(_digits(figures[0]) or "0") * (-1 if "−" in figures[0] else 1)

    def picture(self, name: str = "") -> None:
        """Keep what the window shows."""
        window = self.window
        size = _STRIP if window is self._till.screen and self._till.screen.compact else _WINDOW
        if (window.width(), window.height()) != size:
            window.resize(*size)
        self.settle()
        number, _, step = self._step.partition("-")
        letter = ascii_lowercase[self._pictures_taken]
        self._pictures_taken += 1
        file = "-".join(filter(None, (f"{number}{letter}", step, name)))
        window.grab().save(str(self._pictures / f"{file}.png"), "PNG", _PNG_QUALITY)

    def _expect(self, view: View) -> None:
        shown = self._till.screen.view
        if shown is not view:
            raise DayStopped(f"the counter should show {view.value} and shows {shown.value}")

    def _is_still(self) -> bool:
        till = self._till
        lanes = (till.reader, till.writer, till.files)
        return not till.flow.is_busy and not any(lane.unfinished for lane in lanes)

    def _wait(self, condition: Callable[[], object], for_what: str) -> None:
        deadline = QDeadlineTimer(_PATIENCE_MS)
        QApplication.processEvents()
        while not condition():
            # Answers come as events; the ticking only sees to it that waiting in vain ends.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if deadline.hasExpired():
                modal = QGuiApplication.modalWindow()
                raise DayStopped(
                    f"waited in vain for {for_what}; a dialog is {'open' if modal else 'not open'}"
                )

    def _note_closed(self) -> None:
        self._closed = True


def _visible(panel: MemberPanel, kind: type[QWidget]) -> list[str]:
    return [str(one.property("text")) for one in panel.findChildren(kind) if one.isVisible()]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())
