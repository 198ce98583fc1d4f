"""How the card of a draft looks, with the longest names of the shop, and what does not fit on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.errors import TemplateUnsound
from loyalpos.ui.office.brand_field import contrast_text
from loyalpos.ui.office.card_preview import CardPreview
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace
    from loyalpos.printing.card_plan import SetLine
    from loyalpos.printing.card_template import CardTemplate

__all__ = ["CardDesignSide"]

_BLANK = "blank"
_SHORT = "An"
_SAMPLE = "Nguyễn Hoàng Thị Phương Quỳnh Như"
"""Where no member has a name yet."""

_LONGEST_ROW = 24
"""Letters of a name in the list of names; on the card it stands whole."""

_SMALL = 170
"""Hundredths of a millimetre; smaller letters are read by the young."""


class CardDesignSide(Translated, QWidget, Themed):
    """Front and back below each other, as they will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: CardFace | None = None
        self._names: tuple[str, ...] = (_SAMPLE,)
        self._panel = Panel(" ")
        self.whose = ChoiceBox()
        self._sentence = Sentence({"name": self.whose})
        self.preview = CardPreview()
        self.preview.show_face(None, "")
        self.fits = Notice()
        self.colour = Notice()
        self.code = Notice()
        for part in (self._sentence, self.preview, self.fits, self.colour, self.code):
            self._panel.body.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._panel)
        self._column.addStretch(1)
        self.whose.chosen.connect(self._show)
        self.retranslate()
        self.follow_theme()

    def offer_names(self, names: tuple[str, ...]) -> None:
        """Offer the longest names of the shop to look at."""
        self._names = names or (_SAMPLE,)
        self._offer()
        self.whose.choose("0")

    def show_face(self, face: CardFace) -> None:
        """Show another draft; its name is the one chosen here."""
        self._face = face
        self._show()

    def problems(self) -> tuple[str, ...]:
        """What is said of the draft now."""
        return tuple(notice.text() for notice in (self.fits, self.colour, self.code) if notice.text())

    def minimumSizeHint(self) -> QSize:
        """Little in height: it scrolls, and is as tall as it is at its width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.px(4), 0, look.px(8), look.px(8))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._panel.set_title(self.tr("The card, front and back"))
        self.whose.setAccessibleName(self.tr("Whose card is shown"))
        self._sentence.say(self.tr("As it looks for {name}"))
        self._offer()
        self._show()

    def _offer(self) -> None:
        rows = [(str(at), _shortened(name)) for at, name in enumerate(self._names)]
        rows += [(_SHORT, _SHORT), (_BLANK, self.tr("a blank card"))]
        self.whose.offer(rows)

    def _chosen_face(self, face: CardFace) -> CardFace:
        choice = self.whose.choice()
        if choice == _BLANK:
            return _blank(face)
        return replace(face, member_name=_SHORT if choice == _SHORT else self._names[int(choice or 0)])

    def _show(self, _choice: str = "") -> None:
        if self._face is None:
            return
        self.preview.show_face(self._chosen_face(self._face), self.tr("The card of the draft"))
        try:
            self._judge(self._face)
        except TemplateUnsound as error:
            self.fits.say(sentence(error))

    def _judge(self, face: CardFace) -> None:
        from loyalpos.printing.card import planned  # noqa: PLC0415 - printing costs start-up time
        from loyalpos.printing.card_parts import Code  # noqa: PLC0415 - as said
        from loyalpos.printing.card_templates import card_template  # noqa: PLC0415 - as said

        faces = [*(replace(face, member_name=name) for name in self._names), _blank(face)]
        blocks = [block for one in faces for block in planned(one)]
        said = list(self._cut_words({says.value for block in blocks for says in block.cut}))
        if any(line.fitted.size < _SMALL for block in blocks for line in block.lines if _is_read(line)):
            said.append(self.tr("There is much to read: the letters on the back are small"))
        self.fits.say("\n".join(said), tone="amber")
        template = card_template(face.design.template)
        self.colour.say("\n".join(self._colour_words(face, template)), tone="ink", icon="tick")
        self.code.say(
            ""
            if any(template.front.of(Code))
            else self.tr("The code is on the back: print both sides of every card"),
            tone="amber",
        )

    def _cut_words(self, cut: set[str]) -> Iterable[str]:
        said = {
            "shop": self.tr("The shop’s name is too long for this template: its end is left out"),
            "name": self.tr("The longest names are shortened on this template"),
            "program": self.tr(
                "Not all lines of the program fit: switch something off, or shorten your words"
            ),
            "terms": self.tr("The terms do not fit whole: shorten them, or switch something off"),
        }
        return [
            *(words for name, words in said.items() if name in cut),
            *([self.tr("Something on the card is shortened: less is more")] if cut - said.keys() else []),
        ]

    def _colour_words(self, face: CardFace, template: CardTemplate) -> Iterable[str]:
        """Say which shades of the shop's colour letters have, and which letters stand on it."""
        from loyalpos.printing.card_parts import Words  # noqa: PLC0415 - as said
        from loyalpos.printing.colours import Role, card_colours, contrast  # noqa: PLC0415 - as said

        colours = card_colours(face.brand)
        blocks = [*template.front.of(Words), *template.back.of(Words)]
        used = {line.colour for block in blocks for line in block.lines}
        if Role.TEXT in used:
            least = min(contrast(colours[Role.SOFT], colours[ground]) for ground in (Role.NEAR, Role.FAR))
            white = self.tr("Words on the colour are white and read well: {contrast}")
            dark = self.tr("The colour is pale: words on it are dark and read well: {contrast}")
            words = white if colours[Role.TEXT].lightness() > 127 else dark
            yield words.format(contrast=contrast_text(int(least * 100)))
        if Role.DEEP in used and colours[Role.DEEP] != colours[Role.NEAR]:
            words = self.tr("On light ground letters have the darker {colour}")
            yield words.format(colour=colours[Role.DEEP].name())
        if Role.GLOW in used and colours[Role.GLOW] != colours[Role.NEAR]:
            words = self.tr("On dark ground letters have the brighter {colour}")
            yield words.format(colour=colours[Role.GLOW].name())


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_ROW else f"{name[:_LONGEST_ROW].rstrip()}…"


def _is_read(line: SetLine) -> bool:
    # Terms are small on every card; who wants them takes glasses.
    return line.line.says.value not in ("terms", "number", "kind", "tier")


def _blank(face: CardFace) -> CardFace:
    return replace(face, member_name=None, since=None, tier="", perks=(), tier_hotline="")
