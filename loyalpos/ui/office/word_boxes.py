"""Small boxes in the middle of a sentence that hold words: names, several of them, times, which items."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from loyalpos.engine.conditions import Match
from loyalpos.engine.tags import TagInUse
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import InlineBox
from loyalpos.ui.words.conditions import match_phrase, minute_text

__all__ = ["MatchField", "NamesBox", "TagsInUse", "TextBox", "TimeBox", "WholesBox", "text_of"]

_TIME = re.compile(r"([0-9]{1,2})(?:[:hg.]([0-9]{2})?)?")
_DAY_MINUTES = 24 * 60


class TextBox(InlineBox):
    """A box for a short name."""


class TagsInUse(QStringListModel):
    """The tags members wear, kept by a page for the boxes of its window to offer."""

    def offer(self, in_use: tuple[TagInUse, ...]) -> None:
        """Offer these from now on."""
        self.setStringList([one.tag for one in in_use])


class _LastName(QCompleter):
    """Completes the last of several names, and leaves those before it."""

    def __init__(self, names: TagsInUse, box: NamesBox) -> None:
        super().__init__(names, box)
        self._box = box
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        """Look only at the last name."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """Put what is chosen in the place of the last name."""
        before = self._box.text().rpartition(",")[0].strip()
        return f"{before}, {index.data()}" if before else str(index.data())


class NamesBox(InlineBox):
    """A box for names with commas between them; what nobody changed is given back as it came."""

    def __init__(self, parent: QWidget | None = None, *, tags: bool = False) -> None:
        """Make a box; ``tags`` offers those members wear, as one types or with Down."""
        self._shown = ""
        self._names: tuple[str, ...] = ()
        self._tags = tags
        super().__init__(parent)
        self.setMaxLength(1_000)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Put names in."""
        self._names = names
        self.setText(", ".join(names))
        self._shown = self.text()

    def names(self) -> tuple[str, ...]:
        """The names that stand here."""
        if self.text() == self._shown:
            return self._names
        return tuple(name for piece in self.text().split(",") if (name := piece.strip()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Find what there is to offer."""
        known = self.window().findChild(TagsInUse) if self._tags and self.completer() is None else None
        if isinstance(known, TagsInUse):
            offering = _LastName(known, self)
            self.setCompleter(offering)
            offering.activated[str].connect(self._take_offered)  # type: ignore[index]  # the stub knows one form
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down lists all that fits, also in an empty box."""
        if event.key() == Qt.Key.Key_Down and self.completer() is not None:
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()
            return
        super().keyPressEvent(event)

    def _take_offered(self, text: str) -> None:
        self.setText(text)
        self.changed.emit()


class WholesBox(InlineBox):
    """A box for whole numbers with commas between them: ``1, 15``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(200)

    def set_numbers(self, numbers: tuple[int, ...]) -> None:
        """Put numbers in."""
        self.setText(", ".join(str(number) for number in numbers))

    def numbers(self) -> tuple[int, ...]:
        """The numbers that stand here; none where one cannot be read."""
        return () if self.is_unreadable() else tuple(int(piece) for piece in self._pieces())

    def is_unreadable(self) -> bool:
        """Tell whether something else than numbers stands here."""
        return not all(piece.isascii() and piece.isdigit() and len(piece) < 7 for piece in self._pieces())

    def _pieces(self) -> list[str]:
        return [piece.strip() for piece in self.text().split(",") if piece.strip()]


class TimeBox(InlineBox):
    """A box for a minute of the day, written ``14:00``; ``14h`` and ``14`` are read too."""

    def set_minute(self, minute: int) -> None:
        """Put a time in."""
        self.setText(minute_text(minute))

    def minute(self) -> int | None:
        """Minutes since midnight, 1440 for 24:00; None where it cannot be read."""
        written = _TIME.fullmatch(self.text().strip())
        if written is None:
            return None
        minute = int(written[1]) * 60 + int(written[2] or 0)
        return minute if int(written[2] or 0) < 60 and minute <= _DAY_MINUTES else None

    def is_unreadable(self) -> bool:
        """Tell whether no time stands here."""
        return self.minute() is None

    def _tidy(self) -> None:
        minute = self.minute()
        if minute is not None:
            self.set_minute(minute)


class MatchField(QObject):
    """Which items are meant, as two fields of a sentence: what is named, and the names.

    What names several things at once is a row of its own in the drop-down, and stays as it is.

    Signals:
        changed(): A person changed something.
    """

    changed = Signal()

    def __init__(self, match: Match | None, without: str = "", parent: QObject | None = None) -> None:
        """Begin with a match.

        Args:
            match: What is meant; None is no match at all.
            without: What no match means to the rule: ``bill``, ``everything``, or ``""`` where one is needed.
            parent: Who owns it.
        """
        super().__init__(parent)
        self._match = match
        self._without = without
        self.what = ChoiceBox()
        self.names = NamesBox()
        self._first = _kind(match)
        if self._first in _NAMING:
            self.names.set_names(_names(match))
        else:
            self.names.hide()
        self.retranslate()
        self.what.choose(self._first)
        self.what.chosen.connect(self._take_kind)
        self.names.changed.connect(self.changed)

    def value(self) -> Match | None:
        """What is meant."""
        kind, names = self.what.choice(), self.names.names()
        if kind == self._first and (kind not in _NAMING or names == _names(self._match)):
            return self._match
        match kind:
            case "categories":
                return Match(categories=names)
            case "items":
                return Match(items=names)
            case "tags":
                return Match(tags=names)
            case "premium":
                return Match(premium=True)
            case "any":
                return Match()
            case _:
                return None

    def is_unreadable(self) -> bool:
        """Tell whether names are asked for and none is there, which would mean everything."""
        return self.what.choice() in _NAMING and not self.names.names()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        rows = [
            ("categories", self.tr("item group")),
            ("items", self.tr("item code")),
            ("tags", self.tr("item tag")),
            ("premium", self.tr("premium items")),
        ]
        if self._without != "everything" or self._first == "any":
            rows.insert(0, ("any", self.tr("any item")))
        if self._without:
            none = self.tr("the bill") if self._without == "bill" else self.tr("everything")
            rows.insert(0, ("", none))
        if self._first == "whole" and self._match is not None:
            rows.append(("whole", match_phrase(self._match)))
        self.what.offer(rows)
        self.what.setAccessibleName(self.tr("Which items"))
        self.names.setAccessibleName(self.tr("Names, with commas between them"))
        self.names.setPlaceholderText(self.tr("names"))

    def _take_kind(self, kind: str) -> None:
        self.names.setHidden(kind not in _NAMING)
        self.changed.emit()


_NAMING = ("categories", "items", "tags")


def _kind(match: Match | None) -> str:
    if match is None:
        return ""
    named = [name for name in _NAMING if getattr(match, name)]
    if match.premium:
        return "whole" if named else "premium"
    if not named:
        return "any"
    return named[0] if len(named) == 1 else "whole"


def _names(match: Match | None) -> tuple[str, ...]:
    return () if match is None else match.categories or match.items or match.tags


def text_of(box: QWidget, was: str) -> str:
    """Give what is typed in a box; what it cannot show, and nobody touched, stays as it was."""
    assert isinstance(box, TextBox)
    return box.text().strip() if box.isModified() else was
