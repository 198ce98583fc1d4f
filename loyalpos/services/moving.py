"""Moving the shop out of a folder in which its live file is not safe."""

from __future__ import annotations

import shutil

from loyalpos.errors import CannotWrite
from loyalpos.services.outside import Outside
from loyalpos.settings import Folders, point_to, try_folder
from loyalpos.store.live_place import refuse_unsafe
from loyalpos.store.moving import carry_over
from loyalpos.store.surroundings import on_disk

__all__ = ["move_shop"]


def move_shop(old: Folders, new: Folders, key: bytes, outside: Outside) -> None:
    """Copy a shop that no till has open to another folder, and let every later start find it there.

    The file that was there stays, under the name of one moved aside; backups stay where they are.

    Raises:
        UnsafePlace: The new folder is no better.
        CannotWrite: There is a shop in the new folder already.
        Unavailable: A disk fails; the shop stays where it is.
    """
    refuse_unsafe(new.data)
    try_folder(new.data)
    if new.shop_file.exists():
        raise CannotWrite(new.shop_file)
    carry_over(
        old.shop_file,
        new.shop_file,
        key,
        at=outside.now(),
        decide=lambda: _decide(old, new),
    )


def _decide(old: Folders, new: Folders) -> None:
    with on_disk(new.data):
        if old.settings_file.exists() and not new.settings_file.exists():
            shutil.copyfile(old.settings_file, new.settings_file)
    point_to(old.data, new.data)
