"""The designer of cards in the place of the page it was opened from, and what it reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loyalpos.engine.codes import card_code
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.ui.desktop.own_folders import pictures
from loyalpos.ui.office.card_design_panel import CardDesignPanel
from loyalpos.ui.office.card_design_side import CardDesignSide
from loyalpos.ui.office.card_face import CardLines, card_lines
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace
    from loyalpos.services.card_design import CardLook

__all__ = ["CardDesignDesk", "DesignBar"]

_EXAMPLE = card_code("123456789012")
_SIDE_WIDTH = 356
_SIDE_BY_SIDE_FROM = 780


class DesignBar(Translated, QWidget):
    """What becomes of the draft.

    Signals:
        save_wanted(): It is to hold from now on.
        left(): The person goes back, the draft is dropped.
    """

    save_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_edited = False
        self.save = ActionButton("", look=Look.PRIMARY)
        self.back = ActionButton("", look=Look.QUIET)
        self.confirm = Confirm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.confirm)
        column.addWidget(WrapRow(self.save, self.back))
        self.confirm.hide()
        self.save.clicked.connect(self.save_wanted)
        self.back.clicked.connect(self._leave)
        self.confirm.agreed.connect(self.left)
        self.retranslate()

    def show_draft(self, *, edited: bool, sound: bool) -> None:
        """Say whether there is something to save, and whether it can be."""
        self._is_edited = edited
        self.save.setEnabled(edited and sound)
        if not edited:
            self.confirm.hide()

    def _leave(self) -> None:
        if self._is_edited:
            self.confirm.ask(self.tr("The changes to the card are not saved yet."), self.tr("Drop them"))
        else:
            self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.save.setText(self.tr("Save the design"))
        self.back.setText(self.tr("Back to printing"))


class _SideView(ScrollArea, Themed):
    """The preview in a column of its own, which scrolls where the window is low."""

    def follow_theme(self) -> None:
        """Take the width."""
        self.setFixedWidth(theme().px(_SIDE_WIDTH))


class CardDesignDesk(QObject):
    """Shows the designer instead of what the page has, until the person goes back.

    Signals:
        closed(): The page's own content stands there again.
    """

    closed = Signal()

    def __init__(self, page: Page, content: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._content = content
        self._till: Till | None = None
        self._look: CardLook | None = None
        self._lines = CardLines((), None)
        self.panel = CardDesignPanel()
        self.side = CardDesignSide()
        self.bar = DesignBar()
        self._side_view = _SideView(self.side)
        self._side_view.follow_theme()
        self._is_beside = True
        page.body.insertWidget(0, self.panel)
        page.beside.addWidget(self._side_view, 1)
        page.below.addWidget(self.bar)
        self._arrange(open_=False)
        self.panel.edited.connect(self._show_draft)
        self.panel.logo_wanted.connect(self._ask_logo)
        self.bar.save_wanted.connect(self._save)
        self.bar.left.connect(self.close)
        page.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the designer stands in the page's place."""
        return not self.panel.isHidden()

    def open(self) -> None:
        """Read how cards look, and show it."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-card-design",
            partial(_look_of, till),
            done=self._show_look,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def close(self) -> None:
        """Drop the draft and show the page's own content."""
        self._arrange(open_=False)
        self._page.refresh()
        self.closed.emit()

    def take_logo(self, chosen: str) -> None:
        """Make a logo of a file ready, and take it into the draft."""
        self.panel.logo_notice.say(self.tr("The logo is being read"), tone="ink", icon="clock")
        self._page.workplace.files.run(
            partial(_logo_of, Path(chosen)),
            done=self.panel.take_logo,
            refused=self._say_no_logo,
            unavailable=self._say_no_logo,
            owner=self.panel,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the preview above the fields where there is no room beside them."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange) and watched is self._page:
            self._place_side()
        return False

    def _arrange(self, *, open_: bool) -> None:
        self._content.setHidden(open_)
        self.panel.setVisible(open_)
        self.side.setVisible(open_)
        self.bar.setVisible(open_)
        self._side_view.setVisible(open_ and self._is_beside)
        self._place_side()

    def _place_side(self) -> None:
        beside = self._page.width() >= theme().px(_SIDE_BY_SIDE_FROM)
        if beside != self._is_beside:
            self._is_beside = beside
            if beside:
                self._page.body.removeWidget(self.side)
                self._side_view.setWidget(self.side)
            else:
                self._side_view.takeWidget()
                self._page.body.insertWidget(0, self.side)
            self.side.setVisible(self.is_open)
        self._side_view.setVisible(beside and self.is_open)

    def _show_look(self, read: tuple[CardLook, CardLines]) -> None:
        from loyalpos.printing.card_templates import template_names  # noqa: PLC0415 - costs start-up time

        till = self._page.till
        if till is None:
            return
        self._till = till
        self._look, self._lines = read
        self.panel.show_look(self._look, till.shop.description.name, template_names())
        self.side.offer_names(self._look.names)
        self._arrange(open_=True)
        self._show_draft()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_draft(self) -> None:
        look = self._look
        if look is None:
            return
        design, logo = self.panel.design(), self.panel.logo
        brand = self.panel.brand.brand() or look.brand
        edited = (design, brand, logo) != (look.design, look.brand, look.logo)
        self.bar.show_draft(edited=edited, sound=self.panel.is_sound())
        face = self._face(brand, logo)
        self.panel.templates.show_face(face)
        tier = look.tier
        self.side.show_face(
            replace(face, design=design, tier=tier.name, perks=tier.perks, tier_hotline=tier.hotline)
        )

    def _face(self, brand: str, logo: bytes | None) -> CardFace:
        from loyalpos.printing.card import CardFace  # noqa: PLC0415 - printing costs start-up time

        till = self._page.till
        assert till is not None, "a design is read from a till"
        shop = till.shop.description
        since = till.shop.time.business_day(till.shop.now())
        # Small cards show what a template is like, not what is typed: they are drawn anew only for a colour.
        lines = self._lines
        face = CardFace(shop.name, "An", _EXAMPLE, since, lines.program, shop.contact, brand, logo=logo)
        return replace(face, points_name=lines.points_name)

    def _save(self) -> None:
        till, look = self._page.till, self._look
        brand = self.panel.brand.brand()
        if till is None or look is None or brand is None:
            return
        if till is not self._till:
            # Another shop was opened meanwhile, and this draft is not of it.
            self.open()
            return
        self.bar.show_draft(edited=False, sound=False)
        wanted = replace(look, design=self.panel.design(), brand=brand, logo=self.panel.logo)
        save = partial(till.card_designs.save, wanted.design, brand)
        done = partial(self._tell_saved, wanted)
        if wanted.logo == look.logo:
            self._write(save, done)
        else:
            # Two short jobs instead of a long one: the till is not to wait for a design.
            show = partial(till.card_designs.show_logo, till.shop.outside.new_id(), wanted.logo)
            self._write(show, lambda _: self._write(save, done))

    def _write(self, work: Callable[[], None], done: Callable[[None], object]) -> None:
        self._page.workplace.writer.run(
            work, done=done, refused=self._refuse, unavailable=self._refuse, owner=self
        )

    def _refuse(self, error: Refusal | Unavailable) -> None:
        self._page.refuse(error)
        self._show_draft()

    def _tell_saved(self, wanted: CardLook, _: None) -> None:
        self._look = wanted
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("Cards look so from now on"),
            self.tr("Those printed stay as they are."),
        )
        self._page.shop_changed.emit()
        self._show_draft()

    def _say_no_logo(self, error: Refusal | Unavailable) -> None:
        self.panel.logo_notice.say(sentence(error))

    def _ask_logo(self) -> None:
        dialog = QFileDialog(self._page, self.tr("Choose the logo"), pictures())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self.take_logo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _look_of(till: Till) -> tuple[CardLook, CardLines]:
    return till.card_designs.look(), card_lines(till)


def _logo_of(path: Path) -> bytes:
    from loyalpos.printing.logo import logo_from  # noqa: PLC0415 - printing costs start-up time

    return logo_from(path)
