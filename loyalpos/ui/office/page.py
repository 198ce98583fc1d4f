"""What every page of the office has in common: its lanes, the open till, a head, and a way to say things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ParamSpec, TypeVar

from msgspec import Struct
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.codes import Decoded
from loyalpos.engine.staff import Approval
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.settings import Folders
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.places import place_title
from loyalpos.ui.office.print_queue import PrintQueue
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

__all__ = ["Page", "PageHead", "Workplace"]

P = ParamSpec("P")
T = TypeVar("T")
_HEAD_HEIGHT = 40


class Workplace(Struct, frozen=True):
    """What a page works with.

    Attributes:
        reader: Where reading jobs run.
        writer: Where writing jobs run, each short.
        files: Where long work on files runs, while the till stays live.
        paper: Where this till's receipt printer is written to, by the counter as well: one after the other.
        folders: This till's folders.
        now: Tells the aware present instant.
        prints: What is to be printed, one job after the other.
    """

    reader: Lane
    writer: Lane
    files: Lane
    paper: Lane
    folders: Folders
    now: Callable[[], datetime]
    prints: PrintQueue


class PageHead(QWidget, Themed):
    """A page's name in large letters, perhaps with a chip and a quiet remark beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words("", "title")
        self._chip = Chip("", Tone.AMBER)
        self._remark = Words("", "base", "quiet", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._chip)
        self._row.addWidget(self._remark, 1)
        self._chip.hide()
        self.follow_theme()

    def say(self, title: str, remark: str = "", chip: str = "", tone: Tone = Tone.AMBER) -> None:
        """Show a title, and what is worth knowing beside it."""
        self._title.setText(title)
        self._remark.setText(remark)
        self._chip.set_text(chip, tone)
        self._chip.setVisible(bool(chip))

    def said_until(self) -> int:
        """Tell where the title, or the chip beside it, ends: what lies over the head leaves them in sight."""
        return max(one.geometry().right() + 1 for one in (self._title, self._chip) if not one.isHidden())

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(12))
        # With the page's margins as tall as the band that lies over it at times.
        self.setMinimumHeight(theme().px(_HEAD_HEIGHT))


class _Content(QWidget):
    """What scrolls: as tall as it is at its width, not as it would be at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        layout = self.layout()
        # Without wrapped words nobody asks for the height at a width, and content would be squeezed.
        wraps = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if wraps else hint


class Page(Translated, QWidget, Themed):
    """A place of the office: a head that stays, and below it a body that scrolls.

    A page names its ``place``, writes ``refresh()``, calls ``retranslate()`` at the end of its constructor
    and puts its content into ``body`` (or, for what must not scroll, into ``below`` or ``beside``); where
    nothing in the body grows, a stretch at its end keeps the rest at the top.

    Signals:
        said(BannerKind, str, str): Something for the band above the page: its kind, big words, a second line.
        settings_changed(TillSettings): This till's settings were saved.
        shop_changed(): The shop's description or program was written.
    """

    place = ""
    said = Signal(object, str, str)
    settings_changed = Signal(object)
    shop_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.till: Till | None = None
        # Of somebody who may look at this page, for whoever may not; as long as they stay on it.
        self.approval: Approval | None = None
        self.head = PageHead()
        self.below = QVBoxLayout()
        self.beside = QVBoxLayout()
        content = _Content()
        self.body = QVBoxLayout(content)
        self.view = ScrollArea(content)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self.head)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.view, 5)
        self._middle.addLayout(self.beside, 0)
        self._whole.addLayout(self._middle, 1)
        self._whole.addLayout(self.below)
        self.follow_theme()

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls. Wrapped words would ask for a line each."""
        return QSize(super().minimumSizeHint().width(), theme().px(240))

    def title(self) -> str:
        """Name the place, as in the side bar."""
        return place_title(self.place)

    def take_scan(self, _decoded: Decoded) -> bool:
        """Take a scan; whether it meant something here."""
        return False

    def refresh(self) -> None:
        """Read again what the page shows; called when it comes into view and when its till is another."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.head.say(self.title())

    def attach(self, till: Till) -> None:
        """Work for an open shop, or for somebody else in it, from now on."""
        self.till = till
        self.approval = None

    def agreed(self, job: Callable[P, T]) -> Callable[P, T]:
        """Let a job be done under the approval somebody gave for this page, if anybody did."""
        till, approval = self.till, self.approval
        if till is None or approval is None:
            return job

        def under(*args: P.args, **named: P.kwargs) -> T:
            with till.shop.approved(approval):
                return job(*args, **named)

        return under

    def tell(self, kind: BannerKind, title: str, more: str = "") -> None:
        """Say something in the band above the page."""
        self.said.emit(kind, title, more)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say in the band above the page why something was not done."""
        self.tell(BannerKind.ERROR, self.tr("Not done"), sentence(error))

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._whole.setContentsMargins(look.px(24), look.px(18), look.px(16), look.px(12))
        self._whole.setSpacing(look.px(12))
        self._middle.setSpacing(look.px(6))
        self.body.setContentsMargins(0, 0, look.px(8), look.px(8))
        self.body.setSpacing(look.px(14))
