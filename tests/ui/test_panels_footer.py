"""The last line of the counter: where it runs, the time, and whether there are backups."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.services.safekeeping import Safety
from loyalpos.store.second_choice import SecondFolder
from loyalpos.ui.counter.footer import Footer
from tests.ui.one_panel import said, shown
from tests.ui.panel_shop import NOW, SHOP
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]


def _safe(at: datetime, second: SecondFolder | None = None) -> Safety:
    return Safety(at, at, second)


def test_the_footer_tells_of_a_second_folder_only_what_is_wrong_with_it(
    themed: QApplication, qtbot: QtBot
) -> None:
    footer = Footer()
    shown(footer, qtbot)
    footer.show_time(NOW, SHOP)
    stick = SecondFolder(Path("/media/stick"))
    footer.show_safety(_safe(NOW, stick))
    assert "second" not in said(footer)
    footer.show_safety(_safe(NOW, replace(stick, away_since=NOW - timedelta(days=1))))
    assert "✓ · second folder away since yesterday" in said(footer)
    footer.show_safety(_safe(NOW, replace(stick, failing=True)))
    assert "✓ · second folder takes no copies" in said(footer)


def test_after_three_days_without_a_backup_the_footer_warns(speaking: QApplication, qtbot: QtBot) -> None:
    footer = Footer()
    shown(footer, qtbot)
    footer.show_time(NOW, SHOP)
    footer.show_safety(_safe(NOW - timedelta(days=2, hours=23)))
    assert "⚠" not in said(footer)
    footer.show_time(NOW + timedelta(hours=1), SHOP)
    assert "⚠ No backup for 3 days – open the office" in said(footer), "time alone brings the warning"
    footer.show_safety(Safety(None, NOW - timedelta(days=9)))
    assert "⚠ No backup for 9 days" in said(footer)
    footer.show_safety(_safe(NOW))
    assert "⚠" not in said(footer)


def test_the_footer_shows_only_what_exists(themed: QApplication, qtbot: QtBot) -> None:
    footer = Footer()
    shown(footer, qtbot)
    assert said(footer) == "● Running on this PC", "nobody has looked for backups yet"
    footer.show_safety(Safety(None, NOW))
    assert said(footer) == "● Running on this PC | No backup yet"
    footer.show_time(NOW, SHOP)
    footer.show_safety(_safe(NOW - timedelta(days=1)))
    assert said(footer) == "● Running on this PC | Backup: yesterday 14:05 ✓ | 14:05 · Sun 22/11/2026"
    footer.show_safety(replace(_safe(NOW), failed=True))
    assert "⚠ The last backup failed" in said(footer)
