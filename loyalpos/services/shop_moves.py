"""A whole shop taken out into a folder, and made anew from one where no shop is yet."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.times import to_ms
from loyalpos.errors import ReasonMissing
from loyalpos.services.backups import erase_again
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.exports import Exports
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import Action, append
from loyalpos.store.named_folder import make_named_folder, try_folder
from loyalpos.store.shop_export import WRITTEN, Exported, export_shop
from loyalpos.store.shop_import import import_shop

__all__ = ["Exported", "make_named_folder", "take_out", "take_out_file", "take_out_of", "take_over"]

Progress = Callable[[int, int], bool]

_TILL = "1"
"""The one till a shop's file has today."""


def take_out(
    file: ShopFile, folder: Path, outside: Outside, progress: Progress, *, mark: str = ""
) -> Exported | None:
    """Write everything of an open shop into a folder while the counter goes on.

    Args:
        mark: Who does it, when and why; it stands in the folder.

    Returns:
        None if it was stopped; then nothing is there.

    Raises:
        FolderTaken: Something is in the folder.
        FolderUnfit: It is none, or cannot be made there.
        Unavailable: The file cannot be read, or the disk does not take it.
    """

    def in_breaths(done: int, whole: int) -> bool:
        time.sleep(BREATH_S)
        return progress(done, whole)

    return export_shop(file, folder, at=outside.now(), progress=in_breaths, mark=mark)


def take_out_of(shop: Shop, folder: Path, export: Export, progress: Progress) -> Exported | None:
    """Write everything of an open shop; see :func:`take_out`.

    Raises:
        NotAllowed: Whoever is at the till may not.
        ReasonMissing: Nobody says why.
    """
    Exports(shop).begin(ExportKind.SHOP, export, None, ready=partial(try_folder, folder, WRITTEN))
    return take_out(shop.file, folder, shop.outside, progress, mark=export.mark)


def take_out_file(
    path: Path,
    key: bytes,
    folder: Path,
    outside: Outside,
    progress: Progress,
    *,
    reason: str = "loyalpos export",
) -> Exported | None:
    """Write everything of a shop's file into a folder; a till may have it open.

    Args:
        reason: Why; it is written down, as everything is that leaves the program.

    Returns:
        None if it was stopped; then nothing is there.

    Raises:
        ReasonMissing: Nobody says why.
        FolderTaken: Something is in the folder.
        Unavailable: There is no file, it cannot be read, or the disk does not take it.
    """
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing
    file = ShopFile.open(path, key)
    try:
        try_folder(folder, WRITTEN)
        with file.work() as connection:
            body = {"request": {"how": ExportKind.SHOP.value}, "outcome": {}}
            action = Action(
                outside.new_id(), "access_noted", 1, "", _TILL, outside.now(), body, {"reason": said}
            )
            append(connection, action, salt=outside.random_bytes)
        return take_out(file, folder, outside, progress, mark=reason)
    finally:
        file.close()


def take_over(path: Path, key: bytes, folder: Path, outside: Outside, progress: Progress) -> Exported | None:
    """Make a shop's file of an exported shop, where none is yet.

    Returns:
        None if it was stopped; then nothing is there.

    Raises:
        ShopThere: There is a shop already.
        ShopExportUnsound: The export is not what was written.
        Unavailable: It cannot be read, or the disk does not take the file.
    """
    made = import_shop(
        path,
        key,
        folder,
        origin=outside.random_bytes(16),
        at_ms=to_ms(outside.now()),
        progress=progress,
    )
    if made is not None:
        # The export may be of before somebody was erased here.
        erase_again(path, key, outside)
    return made
