"""What cannot be read from outside, written or printed: files, lists, pictures, layouts, printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "CannotPrint",
    "CannotRead",
    "CannotWrite",
    "LayoutUnsound",
    "ListCutOff",
    "ListTooLarge",
    "ListUnreadable",
    "LogoUnreadable",
    "PictureUnreadable",
    "TemplateUnsound",
]


class CannotWrite(Unavailable):
    """A file cannot be written: no such folder, no permission, or no room on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CannotRead(Unavailable):
    """A file is there and may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class LogoUnreadable(Unavailable):
    """A file cannot be the shop's logo.

    ``why`` is ``missing``, ``kind`` (no picture), ``drawing`` (SVG, PDF and their like), ``broken``,
    ``large`` (the file), ``pixels`` (too many) or ``empty`` (nothing is to be seen on it).
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class TemplateUnsound(Unavailable):
    """A card's template that comes with the program is damaged; ``place`` says where in its file."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(name, place)
        self.name = name
        self.place = place


class PictureUnreadable(Unavailable):
    """A file is no picture that can be shown: broken, of an unknown kind, or far too large."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CannotPrint(Unavailable):
    """A printer does not accept the job.

    ``why``, where it is known, is ``address`` (it is none), ``unknown_host``, ``unreachable``, ``refused``,
    ``no_answer``, ``hung_up``, ``no_device``, ``no_right``, ``busy`` or ``no_driver``.
    """

    def __init__(self, printer: str, why: str = "") -> None:
        super().__init__(printer, why)
        self.printer = printer
        self.why = why


class LayoutUnsound(Unavailable):
    """A file says no usable layout of cards on paper; the others are there all the same.

    Attributes:
        where: The field, or ``""`` for the whole file.
        why: ``unreadable``, ``not_json``, ``missing``, ``unexpected``, ``value``, ``page`` (cards do not lie
            on it), ``small`` (codes would not be read), ``marks`` (too long or out of reach), or
            ``taken`` (one that comes with the program is called so).
    """

    def __init__(self, path: Path, where: str, why: str) -> None:
        super().__init__(path, where, why)
        self.path = path
        self.where = where
        self.why = why


class ListCutOff(Unavailable):
    """The system ended a process that worked on a list; what came in before is in."""


class ListTooLarge(Refusal):
    """A customer list is too large; ``what`` is ``bytes``, ``rows``, ``cells`` or ``characters``."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


class ListUnreadable(Unavailable):
    """A file cannot be read as a customer list; ``why`` is a ``ListFault`` value."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why
