"""The owner's window: places at the left, the present one beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QStackedWidget, QWidget

from loyalpos.engine.codes import Decoded, HalfScan
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.settings import Folders, TillSettings
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.banner_place import BannerPlace
from loyalpos.ui.office.due_reminder import DueReminder
from loyalpos.ui.office.findings_count import FindingsCount
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.places import ICONS, make_page, place_title
from loyalpos.ui.office.print_queue import PrintQueue
from loyalpos.ui.widgets.banner import Banner, BannerKind
from loyalpos.ui.widgets.sidebar import SideBar
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.ui.office.backups_page import BackupsPage
    from loyalpos.ui.office.settings_page import SettingsPage

__all__ = ["OfficeWindow"]

_COUNTER = "counter"
_KEYS = "1234567890-=.,"
"""As they stand on the keyboard; the settings, the last of the places, have the comma as elsewhere."""

_SUCCESS_STAYS_MS = 8_000


class OfficeWindow(Translated, QWidget, Themed):
    """What the owner does away from the counter.

    Ctrl+1 … Ctrl+0, Ctrl+-, Ctrl+= and Ctrl+. go to a place as the side bar lists them, Ctrl+, to the
    settings, F10 goes back to the counter, Esc goes from a page to the side bar and from there to the
    counter. Ctrl+L locks the till.

    Signals:
        counter_wanted(): The owner goes back to the counter.
        lock_wanted(): Nobody is there for a while, or somebody else comes.
        settings_changed(TillSettings): This till's settings were saved.
        shop_changed(): The shop's description or program was written.
        restore_wanted(Backup): The owner has agreed to go back to this backup; see ``BackupsPage``.
        protection_wanted(Callable): The file is to be keyed anew; see ``ProtectionDesk``.
        acted(): Something was done here; how safe the books are may be another matter now.
        customer_preview_wanted(): The customers' screen is to be shown in a window.
    """

    counter_wanted = Signal()
    lock_wanted = Signal()
    settings_changed = Signal(object)
    shop_changed = Signal()
    restore_wanted = Signal(object)
    protection_wanted = Signal(object)
    acted = Signal()
    customer_preview_wanted = Signal()

    def __init__(
        self,
        reader: Lane,
        writer: Lane,
        files: Lane,
        paper: Lane,
        folders: Folders,
        settings: TillSettings,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.resize(1280, 800)
        self._till: Till | None = None
        self._reader = reader
        self.prints = PrintQueue(files, self)
        self._workplace = Workplace(reader, writer, files, paper, folders, now, self.prints)
        self._reminder = DueReminder(reader, files, self)
        self._reminder.said.connect(self._say)
        self._settings = settings
        self._made: dict[str, Page] = {}
        self._bar = SideBar(settings.shop_name)
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._findings = FindingsCount(reader, self)
        row = QHBoxLayout(self)
        # The banner's wrapped words would make the window taller than small screens are.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar)
        row.addWidget(BannerPlace(self._stack, self._banner), 1)
        self._bar.went_to.connect(self.go_to)
        self._findings.counted.connect(partial(self._bar.set_count, "review"))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._banner.hide)
        for key, name in zip(_KEYS, (_COUNTER, *ICONS), strict=True):
            QShortcut(QKeySequence(f"Ctrl+{key}"), self, partial(self.go_to, name))
        QShortcut(QKeySequence(Qt.Key.Key_F10), self, self.counter_wanted.emit)
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock_wanted.emit)
        self.retranslate()
        self._at = next(iter(ICONS))
        self._bar.go_to(self._at)
        self._stack.setCurrentWidget(self.place(self._at))
        self.follow_theme()

    def place(self, name: str) -> Page:
        """Give the page of a place; it is made when it is first asked for."""
        page = self._made.get(name)
        if page is None:
            page = self._made[name] = make_page(name, self._workplace, self._settings)
            self._stack.addWidget(page)
            page.said.connect(self._say)
            page.settings_changed.connect(self.settings_changed)
            page.shop_changed.connect(self._tell_shop_changed)
            self._hear_wishes(page)
            if self._till is not None:
                page.attach(self._till)
        return page

    def page(self) -> Page:
        """Give the page in view."""
        return self.place(self._at)

    def attach(self, till: Till) -> None:
        """Work for an open shop from now on."""
        self._till = till
        for page in self._made.values():
            page.attach(till)
        self._name_shop()
        if self.isVisible():
            self.page().refresh()

    def take_scan(self, decoded: Decoded) -> bool:
        """Take a scan while the office is in view; False where nobody here wants one."""
        is_taken = self.page().take_scan(decoded)
        if not is_taken and isinstance(decoded, HalfScan):
            self._say(
                BannerKind.ERROR,
                self.tr("That code was not read as it is printed"),
                self.tr("Scan it once more, slowly and from straight above."),
            )
            return True
        return is_taken

    def say_restored(self, aside: Path | None) -> None:
        """Say that a backup was brought back, and where the file of before lies."""
        self._backups().say_restored(aside)

    def say_protection_changed(self, code: str | None) -> None:
        """Say that the file is keyed anew, with the new recovery code where there is one."""
        self._settings_page().protection.say_changed(code)

    def say_protection_kept(self, error: Refusal | Unavailable) -> None:
        """Say why the file was not keyed anew."""
        page = self._settings_page()
        page.refuse(error)
        page.protection.refresh()

    def open_member(self, member: UUID) -> None:
        """Show a member's page."""
        from loyalpos.ui.office.members_page import MembersPage  # noqa: PLC0415 - made when first gone to

        self.go_to("members")
        page = self.page()
        assert isinstance(page, MembersPage)
        page.open_member(member)

    def go_to(self, name: str) -> None:
        """Show a place by its name; ``counter`` leaves the office."""
        if name == _COUNTER:
            self._bar.go_to(self._at)
            self.counter_wanted.emit()
            return
        moved, self._at = self._at != name, name
        self._bar.go_to(name)
        self._stack.setCurrentWidget(self.page())
        if moved:
            self._banner.hide()
        if self._till is not None:
            self.page().refresh()

    def follow_theme(self) -> None:
        """Ask for room as the theme has it."""
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(theme().px(480), theme().px(320))

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what may have changed at the counter."""
        super().showEvent(event)
        if self._till is not None:
            self.page().refresh()
            if self._at != "review":
                self._findings.count(self._till)
            self._reminder.look(self._till)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Esc leads back, one step at a time."""
        focused = self.focusWidget()
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(focused, QAbstractButton)
            and not focused.isCheckable()
        ):
            if not event.isAutoRepeat():
                focused.click()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._bar.isAncestorOf(self.focusWidget()):
            self.counter_wanted.emit()
        else:
            next(place for place in self._bar.findChildren(QAbstractButton) if place.isChecked()).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Office"))
        self._bar.set_places(
            [
                (_COUNTER, self.tr("Counter"), "counter"),
                *((name, place_title(name), icon) for name, icon in ICONS.items()),
            ]
        )
        self._banner.hide()

    def _hear_wishes(self, page: Page) -> None:
        """Pass on what one page alone may want of the rest of the program."""
        match page.place:
            case "backups":
                self._backups().restore_wanted.connect(self.restore_wanted)
            case "settings":
                settings = self._settings_page()
                settings.protection.change_wanted.connect(self.protection_wanted)
                settings.customer_preview_wanted.connect(self.customer_preview_wanted)
            case "results":
                from loyalpos.ui.office.results_page import ResultsPage  # noqa: PLC0415 - made just now

                assert isinstance(page, ResultsPage)
                page.opened.connect(self.open_member)
            case "review":
                from loyalpos.ui.office.review_page import ReviewPage  # noqa: PLC0415 - made just now

                assert isinstance(page, ReviewPage)
                page.opened.connect(self.open_member)
                page.counted.connect(self._findings.counted)

    def _backups(self) -> BackupsPage:
        from loyalpos.ui.office.backups_page import BackupsPage  # noqa: PLC0415 - made when first gone to

        page = self.place("backups")
        assert isinstance(page, BackupsPage)
        return page

    def _settings_page(self) -> SettingsPage:
        from loyalpos.ui.office.settings_page import SettingsPage  # noqa: PLC0415 - made when first gone to

        page = self.place("settings")
        assert isinstance(page, SettingsPage)
        return page

    def _name_shop(self) -> None:
        if self._till is not None:
            self._bar.set_heading(self._till.shop.description.name)

    def _tell_shop_changed(self) -> None:
        self._name_shop()
        self.shop_changed.emit()

    def _say(self, kind: BannerKind, title: str, more: str) -> None:
        self._banner.say(kind, title, more)
        if kind is BannerKind.SUCCESS:
            self._quiet.start(_SUCCESS_STAYS_MS)
            self.acted.emit()
        else:
            self._quiet.stop()
