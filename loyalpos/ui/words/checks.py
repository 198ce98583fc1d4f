"""What a check of the shop's file found, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from loyalpos.services.checking import Checked

__all__ = ["check_lines"]


def check_lines(checked: Checked) -> tuple[str, ...]:
    """Say for each part of a check whether it holds, and name what does not."""
    translate = QCoreApplication.translate
    parts = (
        (translate("Checks", "Pages of the file"), checked.pages),
        (translate("Checks", "Chain of the journal"), checked.chain),
        (translate("Checks", "Tables against a replay of the journal"), checked.tables),
        (translate("Checks", "Balances against the sum of all entries"), checked.sums),
    )
    lines = [checked.path]
    for name, problems in parts:
        holds = translate("Checks", "in order") if not problems else translate("Checks", "NOT in order")
        lines.append(f"  {'✗' if problems else '✓'} {name}: {holds}")
        lines.extend(f"      {problem}" for problem in problems)
    counted = translate("Checks", "{records} records, {members} members, {bills} bills").format(
        records=checked.counts.get("record", 0),
        members=checked.counts.get("member", 0),
        bills=checked.counts.get("bill", 0),
    )
    lines.append(f"  {counted}")
    return tuple(lines)
