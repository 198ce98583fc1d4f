"""From where on something stands out, typed by the owner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.watch import Watch
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.numbers_form import NumbersForm
from loyalpos.ui.office.sentence import Sentence

__all__ = ["WatchForm"]

_SENTENCES = (
    ("card_bills",),
    ("same_hand",),
    ("unnumbered",),
    ("joined_spent",),
    ("by_hand", "round_points"),
    ("undone", "undone_minutes"),
    ("share_times", "share_bills"),
    ("near_limit",),
)


class WatchForm(NumbersForm[str]):
    """One sentence for each thing that may stand out; a :class:`~loyalpos.engine.watch.Watch` is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        boxes = {name: NumberBox(Number.WHOLE) for names in _SENTENCES for name in names}
        sentences: dict[str, Sentence] = {}
        for names in _SENTENCES:
            sentences |= dict.fromkeys(names, Sentence({name: boxes[name] for name in names}))
        super().__init__(boxes, sentences, parent)

    def show_watch(self, watch: Watch) -> None:
        """Begin with what is in force."""
        self.show_numbers({name: getattr(watch, name) for name in self.boxes})

    def wish(self, numbers: dict[str, int]) -> Watch:
        """Look at what goes beyond these numbers."""
        return Watch(**numbers)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        said = {
            "card_bills": self.tr("More than {card_bills} bills for one card on a day"),
            "same_hand": self.tr("More than {same_hand} bills for one card by the same person on a day"),
            "unnumbered": self.tr(
                "More than {unnumbered} bills without a receipt number by one person, where others have one"
            ),
            "joined_spent": self.tr("At least {joined_spent} points redeemed on the day of joining"),
            "by_hand": self.tr(
                "More than {by_hand} things given by hand by one person, or points by the {round_points}"
            ),
            "undone": self.tr(
                "More than {undone} bills by one person taken back later than {undone_minutes} minutes"
            ),
            "share_times": self.tr(
                "{share_times} times the points of whoever gave the next most, each with at least "
                "{share_bills} bills"
            ),
            "near_limit": self.tr("More than {near_limit} redemptions just below the limit by one person"),
        }
        names = {
            "card_bills": self.tr("Bills for one card"),
            "same_hand": self.tr("Bills for one card by one person"),
            "unnumbered": self.tr("Bills without a number"),
            "joined_spent": self.tr("Points on the day of joining"),
            "by_hand": self.tr("Things given by hand"),
            "round_points": self.tr("Round points"),
            "undone": self.tr("Bills taken back"),
            "undone_minutes": self.tr("Minutes until taken back"),
            "share_times": self.tr("Times the next most"),
            "share_bills": self.tr("Bills to be compared"),
            "near_limit": self.tr("Redemptions just below the limit"),
        }
        for name, box in self.boxes.items():
            box.setAccessibleName(names[name])
        for name, words in said.items():
            self._sentences[name].say(words)
        self._remark.setText(self.tr("0 means: not looked at."))
        self.keep.setText(self.tr("Keep"))
