"""A language nobody speaks, made of the catalogue, and an eye that reads everything a window says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, QTranslator
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from loyalpos.settings import resource
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.texts import Elided, Fitted

__all__ = [
    "Pseudo",
    "Text",
    "catalogue",
    "cut_texts",
    "english_in",
    "foreign_words",
    "painted_by",
    "texts_of",
]

OPEN, CLOSE = "‹", "›"
_PLACE = re.compile(r"(\{\w*\}|%L?n|%L?\d)")
_MARKED = re.compile(f"{OPEN}[^{CLOSE}]*(?:{CLOSE}|$)")
_KEY = re.compile(r"\b(?:F\d{1,2}|Enter|Esc|Ctrl|Alt|Pause|ScrollLock|[KLNSZ])\b")
_NO_WORD = re.compile(r"#[0-9a-f]{6}\b|\b(?:[0-9a-f]{8}){1,8}\b|(?:[A-Z]:)?[/\\]\S+")
"""A colour's code, digits of a hash, a file's place."""
_WIDER = " ậở ữệ"
_ROOT = QModelIndex()

Known = dict[tuple[str, str], str]


def catalogue() -> Known:
    """Read every sentence of the catalogue: (context, source) and its Vietnamese."""
    known: Known = {}
    for path in sorted(resource("translations").glob("*_vi.ts")):
        for context in ET.parse(path).getroot().iterfind("context"):
            for message in context.iterfind("message"):
                translation = message.find("translation")
                assert translation is not None
                key = context.findtext("name", ""), message.findtext("source", "")
                known[key] = translation.findtext("numerusform") or translation.text or ""
    return known


class Pseudo(QTranslator):
    """Marks each sentence of the catalogue and makes it 40 % longer; knows no others.

    The places for values stay outside the marks, so that a value must come from the catalogue too.
    """

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def isEmpty(self) -> bool:
        """Say that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Mark a sentence; None, which Qt takes for unknown, if it is in no catalogue."""
        if (context, sourceText) not in self._known:
            return None  # type: ignore[return-value]  # a null QString, not an empty one
        return pseudo(sourceText)


def pseudo(source: str) -> str:
    """Mark each piece of a sentence between its places, and lengthen it by 40 %."""
    shown = []
    for at, piece in enumerate(_PLACE.split(source)):
        if at % 2 or not any(letter.isalpha() for letter in piece):
            shown.append(piece)
            continue
        # What is more begins with a space, since a longer sentence has more words.
        more = max(2, -(-len(piece) * 2 // 5))
        shown.append(f"{OPEN}{piece}{(_WIDER * more)[:more].rstrip()}{CLOSE}")
    return "".join(shown)


class Text(Struct, frozen=True):
    """What a widget says: which widget, in which of its properties, and the words."""

    widget: str
    part: str
    words: str


def foreign_words(words: str, data: tuple[str, ...]) -> str:
    """Take away what is marked, the shop's own words and the names of keys; letters left are foreign."""
    rest = _MARKED.sub(" ", _plain(words))
    for own in sorted(data, key=len, reverse=True):
        rest = rest.replace(_plain(own), " ")
    rest = _NO_WORD.sub(" ", _KEY.sub(" ", rest))
    if rest.endswith("…"):
        # A name that had no room: what is left of it is the beginning of one.
        rest = _without_start(rest.removesuffix("…").rstrip(), tuple(map(_plain, data)))
    return rest.strip() if any(letter.isalpha() for letter in rest) else ""


def _plain(text: str) -> str:
    return text.replace("\u200b", "").replace("\u00a0", " ")


def _without_start(rest: str, data: tuple[str, ...]) -> str:
    for at in range(len(rest)):
        if any(own.startswith(rest[at:]) for own in data):
            return rest[:at]
    return rest


def texts_of(window: QWidget) -> Iterator[Text]:
    """Read everything a window says now: to the eye, to the mouse that rests, to a screen reader."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or isinstance(widget.parent(), QComboBox | QAbstractItemView):
            continue
        if widget.property("for_customers"):
            # A document in a language of its own; tests/printing/test_customer_words.py reads it.
            continue
        for part, words in _parts(widget):
            if words:
                yield Text(_name(widget), part, words)


def _parts(widget: QWidget) -> Iterator[tuple[str, str]]:
    if widget.isWindow():
        yield "title", widget.windowTitle()
    yield "tooltip", widget.toolTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    for action in widget.actions():
        yield "action", action.text()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "text", widget.text()
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield "text", widget.title()
    if isinstance(widget, QMenu):
        yield "title", widget.title()
    if isinstance(widget, QComboBox):
        for at in range(widget.count()):
            yield "item", widget.itemText(at)
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield "tab", widget.tabText(at)
    if isinstance(widget, QAbstractItemView):
        columns = widget.model().columnCount(_ROOT) if isinstance(widget, QTableView) else 1
        yield from _cells(widget.model(), columns)


def _cells(model: QAbstractItemModel, columns: int) -> Iterator[tuple[str, str]]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    for column in range(columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(heading, str):
            yield "heading", heading
        for row in range(model.rowCount(_ROOT)):
            for role in roles:
                said = model.index(row, column).data(role)
                if isinstance(said, str):
                    yield f"cell {row + 1}, {column + 1}", said


def _name(widget: QWidget) -> str:
    names = []
    while True:
        names.append(type(widget).__name__)
        above = widget.parentWidget()
        if above is None or len(names) == 4:
            return " < ".join(names)
        widget = above


def english_in(known: Known) -> Callable[[str], str]:
    """Make a judge that finds English pieces of the catalogue in what is said in Vietnamese."""
    pieces = {
        piece.strip(' .,:;!?…–-()“”"·/')
        for (_, source), translation in known.items()
        if source != translation
        for piece in _PLACE.split(source)[::2]
    }
    # Short pieces are Vietnamese words as well: “in” prints, “on” is no word of its own.
    telling = sorted((re.escape(piece) for piece in pieces if len(piece) > 3), key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(telling)})(?!\w)")

    def judge(words: str) -> str:
        hit = found.search(_NO_WORD.sub(" ", _plain(words)))
        return hit.group() if hit else ""

    return judge


@contextmanager
def painted_by(hear: Callable[[str], None]) -> Iterator[None]:
    """Hear every text our own painting puts on the screen meanwhile, whatever widget paints it."""
    paint = QPainter.drawText

    def overheard(painter: QPainter, *words: object) -> object:
        hear(next(str(word) for word in reversed(words) if isinstance(word, str)))
        return paint(painter, *words)  # type: ignore[call-overload]

    QPainter.drawText = overheard  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        QPainter.drawText = paint  # type: ignore[method-assign]


def cut_texts(window: QWidget) -> Iterator[str]:
    """Name every text that is cut without dots and every part that hangs out of its place."""
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        words = _said(widget)
        if words and (why := _cut(widget, words)):
            yield f"{_name(widget)}: {why}: {words}"


def _said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _cut(widget: QWidget, words: str) -> str:
    if isinstance(widget, QLabel) and (why := _cut_label(widget, words)):
        return why
    if isinstance(widget, ActionButton | Tick):
        if widget.width() < widget.minimumSizeHint().width():
            return f"{widget.width()} wide, needs {widget.minimumSizeHint().width()}"
        if widget.height() < widget.heightForWidth(widget.width()):
            return f"{widget.height()} high, needs {widget.heightForWidth(widget.width())}"
    return _outside(widget)


def _cut_label(label: QLabel, words: str) -> str:
    room = label.contentsRect()
    if isinstance(label, Elided):
        return ""
    metrics = QFontMetrics(label.font())
    if isinstance(label, Fitted):
        # It becomes smaller, down to the size of its least room.
        needed = label.minimumSizeHint().width()
        return f"{room.width()} wide, needs {needed}" if room.width() < needed else ""
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    width = room.width() if label.wordWrap() else 100_000
    needs = metrics.boundingRect(QRect(0, 0, width, 100_000), int(flags), words)
    if needs.width() > room.width() + 1:
        return f"{room.width()} wide, needs {needs.width()}"
    if needs.height() > room.height() + 1:
        return f"{room.height()} high, needs {needs.height()}"
    return ""


def _outside(widget: QWidget) -> str:
    place = widget.rect()
    inner: QWidget = widget
    while not inner.isWindow():
        above = inner.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            return ""  # it can be scrolled to
        place = QRect(inner.mapToParent(place.topLeft()), place.size())
        if not above.rect().adjusted(-1, -1, 1, 1).contains(place):
            return f"hangs out of {type(above).__name__}"
        inner = above
    return ""
