"""A member's tier in the office: where it stands and why, and a floor set by hand with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.tier_moves import MoveReason
from loyalpos.engine.tier_standing import TierStanding, TierTold
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, ProgressLine, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.gifts import measured_text, tier_name

__all__ = ["MemberTier"]

_LINES = 6


class MemberTier(Translated, Panel):
    """The tier, how far it is to the next, the last moves, and the floor.

    Signals:
        floor_wanted(str, str): A tier by its id, or ``""``, is to be the floor, and why.
    """

    floor_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._standing: TierStanding | None = None
        self._moves: tuple[TierTold, ...] = ()
        self._points_name = ""
        self._chips = WrapRow()
        self._words = Words("", "base", "quiet", wrap=True)
        self._line = ProgressLine(Tone.AMBER)
        self.moves = Words("", "small", wrap=True)
        self.floor = ChoiceBox()
        self._sentence = Sentence({"floor": self.floor})
        self.reason = FieldBox("")
        self.save = ActionButton("")
        for part in (
            self._chips,
            self._words,
            self._line,
            self.moves,
            self._sentence,
            self.reason,
            WrapRow(self.save),
        ):
            self.body.addWidget(part)
        self.floor.chosen.connect(lambda _tier: self._offer_saving())
        self.reason.edited.connect(lambda _text: self.reason.show_error(""))
        self.reason.submitted.connect(self._want)
        self.save.clicked.connect(self._want)
        self.retranslate()

    def show_tier(self, standing: TierStanding | None, moves: tuple[TierTold, ...], points_name: str) -> None:
        """Show a member's tier; without tiers in the shop there is no panel."""
        self._standing, self._moves, self._points_name = standing, moves, points_name
        self.setVisible(standing is not None)
        self.reason.set_text("")
        if standing is not None:
            self.retranslate()
            self.floor.choose(standing.floor)
            self._offer_saving()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the reason."""
        self.reason.show_error(sentence)
        self.reason.edit.setFocus()

    def _want(self) -> None:
        if self.save.isEnabled():
            self.floor_wanted.emit(self.floor.choice(), self.reason.text().strip())

    def _offer_saving(self) -> None:
        floor = "" if self._standing is None else self._standing.floor
        is_other = self.floor.choice() != floor
        self.reason.setVisible(is_other)
        self.save.setVisible(is_other)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Tier"))
        self.floor.setAccessibleName(self.tr("At least this tier"))
        self.reason.set_label(self.tr("Why"))
        self.reason.edit.setPlaceholderText(self.tr("e.g. a friend of the house"))
        self.save.setText(self.tr("Set by hand"))
        self._sentence.say(self.tr("Never below {floor}"))
        standing = self._standing
        if standing is None:
            return
        tiers = standing.plan.tiers
        self.floor.offer(
            [("", self.tr("no tier: the bills decide")), *((tier.id, tier.name) for tier in tiers)]
        )
        held = self.tr("no tier yet") if standing.tier is None else tier_name(standing.tier.name)
        chips = [Chip(held, Tone.AMBER if standing.tier else Tone.PLAIN)]
        if standing.floor:
            chips.append(Chip(self.tr("set by hand")))
        self._chips.set_widgets(*chips)
        parts = self._parts(standing)
        self._words.setText(" · ".join(parts))
        self._words.setVisible(bool(parts))
        self._line.setVisible(standing.missing is not None)
        if standing.missing is not None:
            self._line.set_part(standing.measured, standing.missing.tier.threshold)
        self._show_moves()

    def _parts(self, standing: TierStanding) -> list[str]:
        reached_by, called = standing.plan.reached_by, self._points_name
        parts: list[str] = []
        if standing.missing is not None:
            words = self.tr("{amount} more to tier {tier}")
            amount = measured_text(reached_by, standing.missing.amount, called)
            parts.append(words.format(amount=amount, tier=standing.missing.tier.name))
        if standing.notice is not None and standing.to_keep is not None:
            words = self.tr("{amount} more by {date} keeps the tier")
            amount = measured_text(reached_by, standing.to_keep.amount, called)
            parts.append(words.format(amount=amount, date=dates.day(standing.notice.falls)))
        return parts

    def _show_moves(self) -> None:
        self.moves.setText(
            "\n".join(f"{dates.day(move.day)} · {self._told(move)}" for move in self._moves[:_LINES])
        )
        self.moves.setVisible(bool(self._moves))

    def _told(self, move: TierTold) -> str:
        after = _within(move.after) if move.after else self.tr("no tier")
        match move.reason:
            case MoveReason.REACHED:
                return self.tr("Reached {tier}").format(tier=after)
            case MoveReason.REACHED_AGAIN:
                return self.tr("Reached {tier} again").format(tier=after)
            case MoveReason.NOTICE if move.notice is not None:
                words = self.tr("Told that {tier} is lost on {date}")
                return words.format(tier=after, date=dates.day(move.notice.falls))
            case MoveReason.BY_HAND:
                floor = self.tr("By hand: never below {tier}").format(tier=_within(move.floor))
                text = floor if move.floor else self.tr("By hand: left to the bills again")
                return f"{text} – {move.note}" if move.note else text
            case MoveReason.TIER_GONE:
                return self.tr("The tier is no more: now {tier}").format(tier=after)
            case _:
                return self.tr("Fell to {tier}").format(tier=after)


def _within(tier: str) -> str:
    """Name a tier in the middle of a sentence."""
    name = tier_name(tier)
    return name[:1].lower() + name[1:]
