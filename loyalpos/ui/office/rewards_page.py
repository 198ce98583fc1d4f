"""The rewards as the owner looks after them: photos, stock, how they are used, and which lie still."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from loyalpos.engine.money import group_digits, vnd
from loyalpos.services.rewards import CatalogueOfRewards
from loyalpos.services.till import Till
from loyalpos.ui.desktop.own_folders import pictures
from loyalpos.ui.language import screen_language
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.reward_tile import RewardTile
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.banner import BannerKind, EmptyState
from loyalpos.ui.words.rewards import about

__all__ = ["RewardsPage"]

_STILL_DAYS = (30, 60, 90)
_USUAL_STILL_DAYS = 60


class RewardsPage(Page):
    """One tile for each reward of the program of today, in the program's order."""

    place = "rewards"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._looked: tuple[CatalogueOfRewards, Mapping[str, str]] | None = None
        self._tiles: list[RewardTile] = []
        self._wanted = ""
        self.still = ChoiceBox()
        self._sentence = Sentence({"days": self.still})
        self.empty = EmptyState("gift", "")
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.empty.hide()
        self.still.chosen.connect(self._look_again)
        self.retranslate()
        self.still.choose(str(_USUAL_STILL_DAYS))

    def tiles(self) -> tuple[RewardTile, ...]:
        """Give the rewards in view."""
        return tuple(self._tiles)

    def refresh(self) -> None:
        """Read the rewards, and how they were used, anew."""
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-rewards",
            partial(_look_at, self.till, int(self.still.choice())),
            done=self._show_read,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.still.setAccessibleName(self.tr("Days after which a reward lies still"))
        self.still.offer([(str(days), self.tr("{days} days").format(days=days)) for days in _STILL_DAYS])
        self._sentence.say(self.tr("Point out what nobody has taken for {days}"))
        self.empty.set_sentence(self.tr("There are no rewards yet. They are made on the program's page."))
        self._say_head()
        self.refresh()

    def choose_photo(self, reward: str) -> None:
        """Ask for a picture's file."""
        self._wanted = reward
        dialog = QFileDialog(self, self.tr("Choose a photo"), pictures())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self.take_photo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_photo(self, chosen: str) -> None:
        """Make a file's picture small and keep it."""
        if self.till is None:
            return
        action = self.till.shop.outside.new_id()
        self.workplace.files.run(
            partial(_small, Path(chosen)),
            done=partial(self._keep_photo, action, self._wanted),
            refused=self.refuse,
            unavailable=self.refuse,
            owner=self,
        )

    def _look_again(self, _days: str) -> None:
        self.refresh()

    def _drop_photo(self, reward: str) -> None:
        if self.till is not None:
            self._keep_photo(self.till.shop.outside.new_id(), reward, None)

    def _keep_photo(self, action: UUID, reward: str, image: bytes | None) -> None:
        if self.till is None:
            return
        self.workplace.writer.run(
            partial(self.till.rewards.show, action, reward, image),
            done=self._tell_kept,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _take_count(self, reward: str, left: int) -> None:
        if self.till is None:
            return
        self.workplace.writer.run(
            partial(self.till.rewards.count, self.till.shop.outside.new_id(), reward, left),
            done=self._tell_kept,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _tell_kept(self, _: None) -> None:
        self.tell(BannerKind.SUCCESS, self.tr("Kept"))
        self.refresh()
        self.shop_changed.emit()

    def _show_read(self, looked: tuple[CatalogueOfRewards, Mapping[str, str]]) -> None:
        if looked == self._looked:
            return
        self._looked = looked
        read, terms = looked
        for old in self._tiles:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = []
        for at, card in enumerate(read.cards, start=2):
            tile = RewardTile(card, terms[card.reward.id], read.program.points_name, read.usual_points)
            tile.photo_wanted.connect(self.choose_photo)
            tile.photo_unwanted.connect(self._drop_photo)
            tile.counted.connect(self._take_count)
            self.body.insertWidget(at, tile)
            self._tiles.append(tile)
        self.empty.setVisible(not self._tiles)
        self._sentence.setVisible(bool(self._tiles))
        self._say_head()

    def _say_head(self) -> None:
        read = None if self._looked is None else self._looked[0]
        if read is None or read.share_bp is None:
            self.head.say(self.title())
            return
        words = self.tr("in 90 days rewards cost {amount}, {percent} of what members bought")
        said = words.format(amount=vnd(read.cost_vnd), percent=about(read.share_bp))
        if read.unknown:
            words = self.tr("{said}; the cost of {count} more is not written down")
            said = words.format(said=said, count=group_digits(read.unknown))
        self.head.say(self.title(), said)


def _look_at(till: Till, still_days: int) -> tuple[CatalogueOfRewards, Mapping[str, str]]:
    """Read the rewards, and say the terms of each as customers read them."""
    from loyalpos.printing.customer.rewards import reward_sentence  # noqa: PLC0415 - costs start-up time
    from loyalpos.printing.customer.telling import Telling  # noqa: PLC0415 - costs start-up time
    from loyalpos.printing.customer.tongue import tongue_of  # noqa: PLC0415 - costs start-up time

    read = till.rewards.catalogue(still_days)
    telling = Telling(tongue_of(screen_language()), read.program, till.items.names())
    return read, {card.reward.id: reward_sentence(telling, card.reward) for card in read.cards}


def _small(path: Path) -> bytes:
    from loyalpos.printing.picture import small_picture  # noqa: PLC0415 - printing costs start-up time

    return small_picture(path)
