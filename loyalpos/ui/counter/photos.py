"""The rewards' photos for the counter: read after the customer is shown, and only once each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from loyalpos.ui.counter.kit import Kit

if TYPE_CHECKING:
    from loyalpos.services.till import Till

__all__ = ["RewardPhotos"]

_AFTER_MS: Final = 400
"""Whoever is scanned next in a queue is answered before."""

_SIDE_PX: Final = 160
"""Sharp in a row at 200 % text on a screen of twice the pixels."""

_Kept = dict[str, tuple[bytes, QImage]]
"""Each file with what is painted of it, by the reward's id."""


class RewardPhotos(QObject):
    """This keeps small pictures of rewards; a scan never waits for them.

    Signals:
        changed(): There are others than before.
    """

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._kit = kit
        self._kept: _Kept = {}
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_AFTER_MS)
        self._wait.timeout.connect(self._read)

    @property
    def images(self) -> dict[str, QImage]:
        """The pictures by the reward's id."""
        return {reward: image for reward, (_, image) in self._kept.items()}

    def look(self) -> None:
        """Look in a moment whether there are others."""
        self._wait.start()

    def _read(self) -> None:
        if self._kit.opened is None or self._kit.reader.is_closed:
            return
        self._kit.reader.run_latest(
            "photos",
            partial(_read_small, self._kit.opened, self._kept),
            done=self._take,
            # Without pictures the rewards are as they were.
            refused=_nothing,
            unavailable=_nothing,
            owner=self,
        )

    def _take(self, read: _Kept) -> None:
        if read != self._kept:
            self._kept = read
            self.changed.emit()


def _read_small(till: Till, known: _Kept) -> _Kept:
    """Read the files, and make small what is not known."""
    kept: _Kept = {}
    for reward, file in till.rewards.photos().items():
        before = known.get(reward)
        image = before[1] if before is not None and before[0] == file else _small(file)
        if not image.isNull():
            kept[reward] = (file, image)
    return kept


def _small(file: bytes) -> QImage:
    image = QImage.fromData(file)
    if image.isNull():
        return image
    side = QSize(_SIDE_PX, _SIDE_PX)
    small = image.scaled(
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.copy((small.width() - _SIDE_PX) // 2, (small.height() - _SIDE_PX) // 2, _SIDE_PX, _SIDE_PX)


def _nothing(_error: object) -> None:
    """Nobody waits for this."""
