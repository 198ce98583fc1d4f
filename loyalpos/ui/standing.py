"""What stands in a field before a scanner types into it, to be put back afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

__all__ = ["Restore", "keeps_its_keys", "remember", "takes_text"]

Restore: TypeAlias = Callable[[], None]


def takes_text(field: QWidget | None) -> bool:
    """Tell whether keys sent to a field become text in it."""
    if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox):
        return not field.isReadOnly()
    return False


def keeps_its_keys(field: QWidget | None) -> bool:
    """Tell whether a control lies where a secret is asked for: no key there is the counter's or a scan."""
    above = field
    while above is not None and not above.property("keeps_its_keys"):
        above = above.parentWidget()
    return above is not None


def remember(field: QWidget | None) -> Restore:
    """Keep text, cursor and selection of a field.

    Returns:
        A call that puts them back as an edit, so that whoever listens to the field hears of it and
        undo still reaches what was typed before. It does nothing once the field is gone.
    """
    restore = _remember(field)
    return lambda: restore() if field is not None and isValid(field) else None


def _remember(field: QWidget | None) -> Restore:
    if isinstance(field, QDateTimeEdit):
        return _remember_moment(field)
    if isinstance(field, QAbstractSpinBox):
        inner = field.findChild(QLineEdit)
        return _remember_line(inner) if isinstance(inner, QLineEdit) else _nothing
    if isinstance(field, QLineEdit):
        return _remember_line(field)
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return _remember_pages(field)
    return _nothing


def _nothing() -> None:
    """There was no text to keep."""


def _remember_line(field: QLineEdit) -> Restore:
    text, cursor = field.text(), field.cursorPosition()
    start, length = field.selectionStart(), field.selectionLength()
    modified = field.isModified()

    def put_back() -> None:
        if field.text() != text:
            field.selectAll()
            field.insert(text)
            if field.text() != text:
                # A mask or a validator may refuse the edit, never the text itself.
                field.setText(text)
            field.setModified(modified)
        if start < 0:
            field.setCursorPosition(cursor)
        elif cursor == start:
            field.setSelection(start + length, -length)
        else:
            field.setSelection(start, length)

    return put_back


def _remember_moment(field: QDateTimeEdit) -> Restore:
    moment, section = field.dateTime(), field.currentSection()

    def put_back() -> None:
        field.setDateTime(moment)
        field.setSelectedSection(section)

    return put_back


def _remember_pages(field: QTextEdit | QPlainTextEdit) -> Restore:
    text, cursor = field.toPlainText(), field.textCursor()
    anchor, position = cursor.anchor(), cursor.position()

    def put_back() -> None:
        now = field.toPlainText()
        start = _common_start(now, text)
        rest = min(len(now), len(text)) - start
        end = _common_start(now[::-1][:rest], text[::-1][:rest])
        cursor = field.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_units(now[:start]))
        cursor.setPosition(_units(now[: len(now) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        cursor.endEditBlock()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)

    return put_back


def _common_start(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
