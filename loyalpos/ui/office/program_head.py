"""What the program's page says beside its title: what runs, what follows, and where the draft stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.times import ShopTime
from loyalpos.services.programs import ProgramDesk
from loyalpos.ui.words.dates import clock, day

__all__ = ["overtaken", "remark"]


def remark(desk: ProgramDesk, kept_at: datetime | None, shop: ShopTime) -> str:
    """Say which revision runs, which follows, and when the draft was kept."""
    running, latest = desk.running, desk.latest
    assert running.starts is not None
    assert latest.starts is not None
    said = QCoreApplication.translate("ProgramHead", "running: revision {number}, since {day}").format(
        number=running.revision, day=day(running.starts)
    )
    if latest.revision != running.revision:
        words = QCoreApplication.translate("ProgramHead", "{running} · revision {number} follows on {day}")
        said = words.format(running=said, number=latest.revision, day=day(latest.starts))
    if kept_at is not None:
        words = QCoreApplication.translate("ProgramHead", "{running} · draft kept at {time}")
        said = words.format(running=said, time=clock(kept_at, shop))
    return said


def overtaken(desk: ProgramDesk, based_on: int) -> tuple[str, ...]:
    """Warn of a revision that was published after the draft was begun."""
    if based_on == desk.latest.revision:
        return ()
    words = QCoreApplication.translate(
        "ProgramHead", "Revision {new} was published after this draft was begun from revision {old}"
    )
    return (words.format(new=desk.latest.revision, old=based_on),)
