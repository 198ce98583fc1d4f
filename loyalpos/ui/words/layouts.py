"""Why a layout of cards on paper that the owner wrote cannot be used, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.errors import LayoutUnsound

__all__ = ["layout_unsound"]


def layout_unsound(error: LayoutUnsound) -> str:
    """Name the file, say what is wrong with it and where."""
    words = QCoreApplication.translate("Layouts", "The layout {file} is left out: {why}")
    return words.format(file=error.path.name, why=_why(error).format(field=error.where))


def _why(error: LayoutUnsound) -> str:
    match error.why:
        case "unreadable":
            return QCoreApplication.translate("Layouts", "it may not be read – ask for the right to read it")
        case "not_json":
            return QCoreApplication.translate("Layouts", "it is no JSON – compare it with one that works")
        case "missing":
            return QCoreApplication.translate("Layouts", "“{field}” is missing – add it")
        case "unexpected":
            return QCoreApplication.translate("Layouts", "nothing is called “{field}” – correct or remove it")
        case "page":
            return QCoreApplication.translate(
                "Layouts", "its cards reach beyond the page – make them fewer, or the margins smaller"
            )
        case "small":
            return QCoreApplication.translate(
                "Layouts", "its cards are too small for a code that is read – make them larger"
            )
        case "marks":
            return QCoreApplication.translate(
                "Layouts",
                "its crop marks reach more than 6 mm from the cards or into the printer's margin – make them "
                "shorter",
            )
        case "taken":
            return QCoreApplication.translate(
                "Layouts", "a layout of this name comes with the program – call the file something else"
            )
        case _:
            return QCoreApplication.translate("Layouts", "“{field}” has no possible value – correct it")
