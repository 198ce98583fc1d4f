"""Protecting the shop's data: what the owner wants, done in its lane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from loyalpos.engine.recovery_code import ENTROPY_BITS, grouped_code
from loyalpos.engine.staff import Right
from loyalpos.errors import PassphraseShort
from loyalpos.services.till import Till
from loyalpos.ui.office.in_sight import bring_into_sight
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.printing_job import Papers, Printing
from loyalpos.ui.office.protection_panel import ProtectionPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words import dates

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.listing import Listing
    from loyalpos.services.keys import Keys
    from loyalpos.services.outside import Outside
    from loyalpos.services.protection import Protection

__all__ = ["ProtectionDesk", "recovery_listing"]

T = TypeVar("T")


class ProtectionDesk(QObject):
    """This joins the panel of the protection to the till of a page.

    Signals:
        change_wanted(Callable[[Keys, Outside], str | None]): The file is to be keyed anew; whoever owns the
            till closes it, does this, opens it again and calls ``say_changed``.
    """

    change_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._found: Protection | None = None
        self._leads_there = False
        self._printing = Printing(page)
        self.panel = ProtectionPanel()
        self.panel.keyring_wanted.connect(partial(self._protect, None))
        self.panel.passphrase_wanted.connect(self._protect)
        self.panel.off_wanted.connect(self._unprotect)
        self.panel.code_wanted.connect(self._take_new_code)
        self.panel.code_typed.connect(self._prove)
        self.panel.print_wanted.connect(self._print)

    def refresh(self) -> None:
        """Look again how it stands."""
        if self._page.till is not None:
            self._do(_protection, self._show)

    def say_changed(self, code: str | None) -> None:
        """Say that the file is keyed anew, and what is still to be done."""
        if code is not None:
            self.panel.take_code(code)
            self._leads_there = True
            more = self.tr("Now print the recovery code and type it once from the paper.")
            self._page.tell(BannerKind.SUCCESS, self.tr("The data is protected"), more)
        else:
            self.panel.forget_code()
            self._page.tell(BannerKind.SUCCESS, self.tr("The data is not protected any more"))
        self.refresh()

    def _protect(self, passphrase: str | None) -> None:
        if passphrase is not None and len(passphrase) < _least():
            # Said before the books are closed for it.
            self.panel.refuse(PassphraseShort(_least()))
        elif self._found is not None and self._found.state.value == "off":
            self.panel.show_busy()
            self.change_wanted.emit(partial(_turn_on, passphrase))
        else:
            self._do(partial(_change_way, passphrase), self._say_way)

    def _unprotect(self) -> None:
        self.panel.show_busy()
        self.change_wanted.emit(_turn_off)

    def _take_new_code(self) -> None:
        self._do(_new_code, self._show_new_code)

    def _prove(self, typed: str) -> None:
        self._do(partial(_prove, typed), self._say_proved)

    def _print(self) -> None:
        code, till = self.panel.fresh_code, self._page.till
        if code is not None and till is not None:
            self._printing.to_printer(_papers(code, till))

    def _do(self, job: Callable[[Till, Keys], T], done: Callable[[T], object]) -> None:
        till = self._page.till
        if till is not None:
            self._page.workplace.files.run(
                partial(_with_keys, till, self._page.workplace.folders.backups, job),
                done=done,
                refused=self.panel.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )

    def _show(self, found: Protection) -> None:
        self._found = found
        self.panel.show_protection(found)
        if self._leads_there:
            # It stands far below the banner that says what is to be done with it.
            self._leads_there = False
            self.panel.print_code.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self.panel.prove)

    def _show_new_code(self, code: str) -> None:
        self.panel.take_code(code)
        self.refresh()

    def _say_way(self, _: None) -> None:
        self.panel.show_busy()
        self._page.tell(BannerKind.SUCCESS, self.tr("From the next start on it is opened this way"))
        self.refresh()

    def _say_proved(self, _: None) -> None:
        self.panel.forget_code()
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("The code is right: the data is protected"),
            self.tr("Keep the paper outside the shop."),
        )
        self.refresh()


def recovery_listing(code: str, shop_name: str, day: str) -> Listing:
    """Say the recovery code on a page, in the language of the screen."""
    from loyalpos.printing.listing import Listing  # noqa: PLC0415 - printing costs start-up time

    facts = (
        QCoreApplication.translate(
            "Recovery",
            "Made on {day}, in place of every earlier code. An earlier one still opens copies that were "
            "carried away before: destroy its paper.",
        ).format(day=day),
        QCoreApplication.translate(
            "Recovery", "With it the shop’s file and its backups open on another PC, when this one is gone."
        ),
        QCoreApplication.translate(
            "Recovery",
            "On the new PC: install LoyalPOS, choose “Bring a backup back”, choose the folder with the "
            "backups, and type these 24 digits. Blanks do not matter; a wrong digit is noticed.",
        ),
        QCoreApplication.translate(
            "Recovery",
            "Keep this paper outside the shop, as you would keep money. Whoever has it and a backup can read "
            "everything. LoyalPOS keeps the code nowhere, and nobody can guess it ({bits} bits).",
        ).format(bits=ENTROPY_BITS),
    )
    title = QCoreApplication.translate("Recovery", "Recovery code")
    return Listing(shop_name, "", title, grouped_code(code), facts, ())


def _papers(code: str, till: Till) -> Papers:
    day = dates.day(till.shop.time.business_day(till.shop.now()))
    listing = recovery_listing(code, till.shop.description.name, day)
    title = QCoreApplication.translate("Recovery", "Recovery code")
    return Papers(title, title, lambda target, _progress: _put_out(listing, target))


def _put_out(listing: Listing, target: Path | QPrinter) -> int:
    from loyalpos.printing.listing import put_out_listing  # noqa: PLC0415 - printing costs start-up time

    return put_out_listing(listing, target)


# In the lane of the files -----------------------------------------------------------------------------


def _with_keys(till: Till, backups: Path, job: Callable[[Till, Keys], T]) -> T:
    from loyalpos.services.keys import Keys  # noqa: PLC0415 - the office opens without it

    keys = Keys(till.shop.file.path, backups)
    keys.use(till.shop.file.key)
    return job(till, keys)


def _protection(_till: Till, keys: Keys) -> Protection:
    from loyalpos.services.protection import protection_of  # noqa: PLC0415 - the office opens without it

    return protection_of(keys)


def _change_way(passphrase: str | None, till: Till, keys: Keys) -> None:
    from loyalpos.services import protection  # noqa: PLC0415 - the office opens without it

    till.shop.demand(Right.PROTECT)
    protection.change_way(keys, passphrase, till.shop.outside)
    protection.note_change(till.shop, protection.Changed.WAY)


def _new_code(till: Till, keys: Keys) -> str:
    from loyalpos.services import protection  # noqa: PLC0415 - the office opens without it

    till.shop.demand(Right.PROTECT)
    code = protection.take_new_code(keys, till.shop.outside)
    protection.note_change(till.shop, protection.Changed.CODE)
    return code


def _prove(typed: str, _till: Till, keys: Keys) -> None:
    from loyalpos.services.protection import prove_code  # noqa: PLC0415 - the office opens without it

    prove_code(keys, typed)


def _turn_on(passphrase: str | None, keys: Keys, outside: Outside) -> str:
    from loyalpos.services.protection import turn_on  # noqa: PLC0415 - the office opens without it

    return turn_on(keys, passphrase, outside)


def _turn_off(keys: Keys, outside: Outside) -> None:
    from loyalpos.services.protection import turn_off  # noqa: PLC0415 - the office opens without it

    turn_off(keys, outside)


def _least() -> int:
    from loyalpos.services.protection import LEAST_LETTERS  # noqa: PLC0415 - the office opens without it

    return LEAST_LETTERS
