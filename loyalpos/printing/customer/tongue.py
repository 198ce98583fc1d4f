"""One language a customer reads, told apart from the language of the screens."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from PySide6.QtCore import QTranslator

from loyalpos.engine.money import group_digits
from loyalpos.engine.rules import Per
from loyalpos.settings import resource

__all__ = ["LANGUAGES", "Language", "Tongue", "tongue_of"]

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = ("vi", "en")
"""Those that the paper of a shop speaks, the more usual one first."""


class Tongue:
    """This is one language with its catalogue, loaded beside the one of the screens."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue: QTranslator | None = None
        if language != "en":
            catalogue = QTranslator()
            if catalogue.load(str(resource("translations", f"loyalpos_{language}.qm"))):
                self._catalogue = catalogue

    def translate(self, context: str, text: str) -> str:
        """Say a source text in this language; without a catalogue it stays as it is."""
        if self._catalogue is None:
            return text
        return self._catalogue.translate(context, text) or text

    def days(self, count: int) -> str:
        """Count days: ``30 ngày``."""
        one, many = self.translate("Customer", "{count} day"), self.translate("Customer", "{count} days")
        return _counted(count, one, many)

    def weeks(self, count: int) -> str:
        """Count weeks: ``4 tuần``."""
        one, many = self.translate("Customer", "{count} week"), self.translate("Customer", "{count} weeks")
        return _counted(count, one, many)

    def months(self, count: int) -> str:
        """Count months: ``12 tháng``."""
        one, many = self.translate("Customer", "{count} month"), self.translate("Customer", "{count} months")
        return _counted(count, one, many)

    def years(self, count: int) -> str:
        """Count years: ``2 năm``."""
        one, many = self.translate("Customer", "{count} year"), self.translate("Customer", "{count} years")
        return _counted(count, one, many)

    def times(self, count: int) -> str:
        """Count how often: ``2 lần``."""
        one, many = self.translate("Customer", "{count} time"), self.translate("Customer", "{count} times")
        return _counted(count, one, many)

    def bills(self, count: int) -> str:
        """Count bills: ``3 hoá đơn``."""
        one, many = self.translate("Customer", "{count} bill"), self.translate("Customer", "{count} bills")
        return _counted(count, one, many)

    def stamps(self, count: int) -> str:
        """Count stamps: ``2 tem``."""
        one, many = self.translate("Customer", "{count} stamp"), self.translate("Customer", "{count} stamps")
        return _counted(count, one, many)

    def tickets(self, count: int) -> str:
        """Count tickets of a draw: ``1 vé``."""
        one = self.translate("Customer", "{count} ticket")
        many = self.translate("Customer", "{count} tickets")
        return _counted(count, one, many)

    def friends(self, count: int) -> str:
        """Count friends that were brought along: ``5 bạn``."""
        one = self.translate("Customer", "{count} friend")
        many = self.translate("Customer", "{count} friends")
        return _counted(count, one, many)

    def per(self, span: Per) -> str:
        """Name a span that a limit holds for: ``mỗi tháng``."""
        return {
            Per.BILL: self.translate("Customer", "per bill"),
            Per.DAY: self.translate("Customer", "a day"),
            Per.WEEK: self.translate("Customer", "a week"),
            Per.MONTH: self.translate("Customer", "a month"),
            Per.YEAR: self.translate("Customer", "a year"),
            Per.EVER: self.translate("Customer", "in all"),
        }[span]

    def any_of(self, names: tuple[str, ...]) -> str:
        """List things of which any will do: ``Trà, Cà phê hoặc Bánh``."""
        return self._listed(names, self.translate("Customer", "{names} or {last}"))

    def all_of(self, names: tuple[str, ...]) -> str:
        """List things that come together: ``50 điểm và 1 tem``."""
        return self._listed(names, self.translate("Customer", "{names} and {last}"))

    def _listed(self, names: tuple[str, ...], words: str) -> str:
        if len(names) < 2:
            return "".join(names)
        return words.format(names=", ".join(names[:-1]), last=names[-1])

    def span(self, first: date | None, last: date | None) -> str:
        """Say from when to when, both days included; ``""`` where neither is set."""
        if first is not None and last is not None:
            words = self.translate("Customer", "from {first} to {last}")
        elif first is not None:
            words = self.translate("Customer", "from {first} on")
        elif last is not None:
            words = self.translate("Customer", "up to {last}")
        else:
            return ""
        return words.format(
            first="" if first is None else f"{first:%d/%m/%Y}",
            last="" if last is None else f"{last:%d/%m/%Y}",
        )


@cache
def tongue_of(language: Language) -> Tongue:
    """Give a language; its catalogue is read once per process."""
    return Tongue(language)


def _counted(count: int, one: str, many: str) -> str:
    # A number and what it counts stay on one line.
    words = (one if count == 1 else many).replace(" ", "\u00a0")
    return words.format(count=group_digits(count))
