"""Sentences with fields in them: words and boxes in the order of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Piece", "Sentence", "Spoken"]

_BEFORE_SIGN = re.compile(r" +([,.;:!?)])")
_PLACE = re.compile(r"\{(\w+)\}")


@runtime_checkable
class Spoken(Protocol):
    """A part of a sentence that can be written down as a person would say it."""

    def in_words(self) -> str:
        """What stands here, with its unit; empty where nothing does."""
        ...


class Piece(Words):
    """A piece of a sentence: on its line as far as there is room, wrapped where it is longer than that."""

    def __init__(self, text: str = "", tone: str = "ink") -> None:
        super().__init__(text, "base", tone, wrap=True)

    def in_words(self) -> str:
        """What it says."""
        return self.text()

    def sizeHint(self) -> QSize:
        """Room for everything on one line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class Sentence(QWidget, Themed):
    """A sentence with fields in it, and under it what is wrong with them.

    The words are cut at the fields' names, so a translation puts the fields where its language has them. Each
    piece of words carries the whole sentence in its property ``sentence``. A comma behind a field is written
    down but not shown: the field's frame divides as well, and the comma would stand alone in a gap.
    """

    def __init__(self, fields: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = dict(fields)
        self._words = ""
        self._spoken = ""
        self._row = WrapRow(parent=self)
        self._notice = Notice(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row)
        self._column.addWidget(self._notice)
        self.follow_theme()

    def say(self, words: str, spoken: str = "") -> None:
        """Show the sentence; ``{name}`` stands for a field.

        Args:
            spoken: How it is written down, where that leaves out what means nothing.
        """
        self._spoken = spoken
        if words == self._words:
            return
        self._words = words
        shown: list[QWidget] = []
        fields: list[QWidget] = []
        for at, piece in enumerate(_PLACE.split(words)):
            if at % 2:
                shown.append(self._fields[piece])
                fields.append(self._fields[piece])
            elif text := (piece.strip().removeprefix(",").lstrip() if at else piece.strip()):
                label = Piece(text)
                label.setProperty("sentence", words)
                shown.append(label)
        self._row.set_widgets(*shown)
        # Tab follows the words, also when a language puts them in another order.
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def words(self) -> str:
        """The sentence as it was said, with the names of its fields."""
        return self._words

    def in_words(self) -> str:
        """The whole sentence with what stands in its fields, as a person would write it."""
        split = enumerate(_PLACE.split(self._spoken or self._words))
        pieces: Iterable[QWidget | str] = (
            self._fields[piece] if at % 2 else piece.strip() for at, piece in split
        )
        parts = (
            piece if isinstance(piece, str) else piece.in_words()
            for piece in pieces
            if isinstance(piece, str) or (isinstance(piece, Spoken) and not piece.isHidden())
        )
        return _BEFORE_SIGN.sub(r"\1", " ".join(part for part in parts if part))

    def take(self, name: str, field: QWidget | None) -> None:
        """Have a field of that name from now on, or no longer; words with it are said afterwards."""
        # Also the same words put their fields in place again: this one may have stood elsewhere meanwhile.
        self._words = ""
        if field is None:
            self._fields.pop(name, None)
        else:
            self._fields[name] = field

    def complain(self, sentence: str, *fields: QWidget, tone: str = "red") -> None:
        """Say what is wrong, and mark the boxes it is about; an empty sentence takes it all back."""
        self._notice.say(sentence, tone=tone)
        for field in self._fields.values():
            if isinstance(field, Box):
                field.set_wrong(bool(sentence) and tone == "red" and field in fields)

    def complaint(self) -> str:
        """What is said to be wrong now."""
        return self._notice.text()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
