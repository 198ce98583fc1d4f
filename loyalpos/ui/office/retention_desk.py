"""What the page of customers' rights does about members who stayed away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from loyalpos.errors import Unavailable
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.retention_panel import RetentionPanel
from loyalpos.ui.widgets.banner import BannerKind

__all__ = ["RetentionDesk"]


class RetentionDesk(QObject):
    """Reads who stayed away, keeps the owner's rule, and makes those nameless who are due."""

    def __init__(self, page: Page, panel: RetentionPanel, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._work = work
        panel.rules_wanted.connect(self._choose)
        panel.wanted.connect(self._erase)

    def refresh(self) -> None:
        """Read again who stayed away; in the lane of files, because a big shop's members take a while."""
        till = self._page.till
        if till is None:
            return
        self._panel.show_rules(till.retention.rules)
        self._page.workplace.files.run_latest(
            "office-retention",
            till.retention.listed,
            done=self._panel.show_found,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _choose(self, months: int, days: int, automatic: bool) -> None:
        till = self._page.till
        if till is None:
            return
        self._page.workplace.writer.run(
            partial(till.retention.choose, months, days, automatic=automatic),
            done=self._say_kept,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _say_kept(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.refresh()

    def _erase(self) -> None:
        till = self._page.till
        if till is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Making customers nameless:"),
            partial(_make_nameless, till, self._page.workplace.folders.backups),
            done=self._say_erased,
            refused=self._page.refuse,
            unavailable=self._say_broken_off,
        )

    def _say_erased(self, erased: int) -> None:
        if self._work.was_stopped:
            words = self.tr("%n customers were made nameless before that.", "", erased)
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), words)
        else:
            words = self.tr("%n customers are nameless now. The books stay.", "", erased)
            self._page.tell(BannerKind.SUCCESS, self.tr("Done"), words)
        self.refresh()

    def _say_broken_off(self, error: Unavailable) -> None:
        self._page.refuse(error)
        self.refresh()


def _make_nameless(till: Till, backups: Path, progress: Progress) -> int:
    """Make those nameless who are due; runs on a lane."""
    return till.retention.make_nameless(till.retention.due(), backups, progress)
