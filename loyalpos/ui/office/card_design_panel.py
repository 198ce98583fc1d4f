"""Where an owner designs the members' cards: template, colour, logo, what stands on them, own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.card_design import (
    LONGEST_GREETING,
    LONGEST_HOTLINE,
    LONGEST_TERMS,
    CardDesign,
)
from loyalpos.ui.office.brand_field import BrandField
from loyalpos.ui.office.template_choice import TemplateChoice
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import Field, FieldBox, Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.text_area import TextArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.services.card_design import CardLook

__all__ = ["CardDesignPanel"]

_TERMS_LINES = 4


class CardDesignPanel(Translated, QWidget, Themed):
    """The draft of a design; nothing holds before it is saved.

    Signals:
        edited(): Something was changed.
        logo_wanted(): A file is to be chosen.
    """

    edited = Signal()
    logo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.logo: bytes | None = None
        self._looks = Panel(" ")
        self.templates = TemplateChoice()
        self.brand = BrandField()
        self._logo_words = Words("", "small", "quiet", wrap=True)
        self.choose_logo = ActionButton("", icon="add")
        self.drop_logo = ActionButton("", look=Look.QUIET, icon="cross")
        self.logo_notice = Notice()
        for part in (
            self.templates,
            self.brand,
            self._logo_words,
            WrapRow(self.choose_logo, self.drop_logo),
            self.logo_notice,
        ):
            self._looks.body.addWidget(part)
        self._fields = Panel(" ")
        self.switches = {name: Switch("") for name in ("name", "number", "tier", "since", "program", "perks")}
        for switch in self.switches.values():
            self._fields.body.addWidget(switch)
            switch.toggled.connect(self.edited)
        self.number_notice = Notice()
        self._fields.body.addWidget(self.number_notice)
        self._own = Panel(" ")
        self.greeting = FieldBox("")
        self.hotline = FieldBox("")
        self.terms = TextArea(_TERMS_LINES)
        self.terms_field = Field("", self.terms)
        self.usual = ActionButton("", look=Look.QUIET)
        self.greeting.edit.setMaxLength(LONGEST_GREETING)
        self.hotline.edit.setMaxLength(LONGEST_HOTLINE)
        for own in (self.greeting, self.hotline, self.terms_field, WrapRow(self.usual)):
            self._own.body.addWidget(own)
        self._column = QVBoxLayout(self)
        for panel in (self._looks, self._fields, self._own):
            self._column.addWidget(panel)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.templates)
        self.templates.chosen.connect(self.edited)
        self.brand.edited.connect(self.edited)
        self.choose_logo.clicked.connect(self.logo_wanted)
        self.drop_logo.clicked.connect(self._drop_logo)
        self.greeting.edited.connect(self.edited)
        self.hotline.edited.connect(self.edited)
        self.terms.edited.connect(self.edited)
        self.usual.clicked.connect(self._take_usual)
        self.edited.connect(self._judge)
        self.retranslate()
        self.follow_theme()

    def show_look(self, look: CardLook, shop_name: str, templates: tuple[str, ...]) -> None:
        """Show what holds today."""
        if not self.templates.thumbs:
            self.templates.offer(templates)
        design = look.design
        self.templates.choose(design.template)
        self.brand.set_shop_name(shop_name)
        self.brand.set_brand(look.brand)
        self.logo = look.logo
        for name, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(bool(getattr(design, name)))
            switch.update()
        # What the shop has not got is not offered, unless it is switched on from better days.
        has_perks = bool(look.tier.perks or look.tier.hotline)
        self.switches["tier"].setVisible(bool(look.tier.name) or design.tier)
        self.switches["perks"].setVisible(has_perks or design.perks)
        self.greeting.set_text(design.greeting)
        self.hotline.set_text(design.hotline)
        self.terms.show_text(design.terms)
        self.logo_notice.say("")
        self._judge()

    def design(self) -> CardDesign:
        """The design as it stands here."""
        on = {name: switch.isChecked() for name, switch in self.switches.items()}
        return CardDesign(
            template=self.templates.choice(),
            name=on["name"],
            number=on["number"],
            tier=on["tier"],
            since=on["since"],
            program=on["program"],
            perks=on["perks"],
            greeting=" ".join(self.greeting.text().split()),
            hotline=" ".join(self.hotline.text().split()),
            terms=" ".join(self.terms.toPlainText().split()),
        )

    def is_sound(self) -> bool:
        """Whether it can be saved."""
        return self.brand.brand() is not None and len(self.terms.toPlainText().strip()) <= LONGEST_TERMS

    def take_logo(self, logo: bytes | None) -> None:
        """Take a logo into the draft, or none."""
        self.logo = logo
        self.logo_notice.say("")
        self.edited.emit()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def _drop_logo(self) -> None:
        self.take_logo(None)
        self.choose_logo.setFocus()

    def _take_usual(self) -> None:
        from loyalpos.printing.words import usual_terms  # noqa: PLC0415 - printing costs start-up time

        self.terms.show_text(usual_terms())
        self.terms.setFocus()
        self.edited.emit()

    def _judge(self) -> None:
        """Say what is wrong, each in its place."""
        has_logo = self.logo is not None
        self.choose_logo.setText(self.tr("Another logo…") if has_logo else self.tr("Choose a logo…"))
        self.drop_logo.setVisible(has_logo)
        too_long = len(self.terms.toPlainText().strip()) > LONGEST_TERMS
        words = self.tr("Too long: at most {count} letters").format(count=LONGEST_TERMS)
        self.terms_field.show_error(words if too_long else "")
        bare = not self.switches["number"].isChecked()
        self.number_notice.say(
            self.tr("Without its number a card whose code is scratched cannot be typed in") if bare else "",
            tone="amber",
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._looks.set_title(self.tr("Template, colour and logo"))
        self._logo_words.setText(
            self.tr("The shop’s logo, from a JPEG or PNG file of any size; empty margins are cut off")
        )
        self.drop_logo.setText(self.tr("No logo"))
        self._fields.set_title(self.tr("What stands on the card"))
        said = {
            "name": self.tr("The member’s name; a blank card has a line to write it on"),
            "number": self.tr("The card’s number, in groups of four"),
            "tier": self.tr("The member’s tier"),
            "since": self.tr("Member since"),
            "program": self.tr("How points are earned, in plain words"),
            "perks": self.tr("What the member’s tier brings, and its number to call"),
        }
        for name, switch in self.switches.items():
            switch.setText(said[name])
        self._own.set_title(self.tr("Your own words"))
        self.greeting.set_label(self.tr("A word to the member (may stay empty)"))
        self.hotline.set_label(self.tr("Hotline (may stay empty)"))
        self.terms_field.set_label(
            self.tr("Terms of sale, return and warranty, as regular customers are to be told them")
        )
        self.usual.setText(self.tr("Usual words"))
        self._judge()
