"""What a check of the shop's file found, in a few lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.staff import Right
from loyalpos.errors import FileMissing, LoyalError, NotAllowed, OwnBill, SecretNeeded
from loyalpos.settings import Folders
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.staff import right_name

if TYPE_CHECKING:
    from loyalpos.services.checking import Checked

SECRET_FILE = "LOYALPOS_SECRET_FILE"  # noqa: S105  it names a file, and is no secret
"""The variable of the environment that names the file with a script's passphrase or recovery code."""

__all__ = ["SECRET_FILE", "check_lines", "no_shop_text", "why_text"]


def check_lines(checked: Checked) -> tuple[str, ...]:
    """Say for each part of a check whether it holds, and name what does not."""
    translate = QCoreApplication.translate
    replayed = checked.replayed
    parts = (
        (translate("Checks", "Pages of the file"), checked.pages, True),
        (translate("Checks", "Chain of the journal"), checked.chain, replayed or not checked.pages),
        (translate("Checks", "Tables against a replay of the journal"), checked.tables, replayed),
        (translate("Checks", "Balances against the sum of all entries"), checked.sums, replayed),
    )
    lines = [checked.path]
    for name, problems, looked_at in parts:
        if problems:
            lines.append(f"  ✗ {name}: " + translate("Checks", "NOT in order"))
        elif looked_at:
            lines.append(f"  ✓ {name}: " + translate("Checks", "in order"))
        else:
            lines.append(f"  – {name}: " + translate("Checks", "not looked at"))
        lines.extend(f"      {problem}" for problem in problems)
    if not replayed:
        return tuple(lines)
    counted = translate("Checks", "{records} records, {members} members, {bills} bills").format(
        records=checked.counts.get("record", 0),
        members=checked.members,
        bills=checked.counts.get("bill", 0),
    )
    lines.append(f"  {counted}")
    return tuple(lines)


def no_shop_text(path: Path) -> str:
    """Say that no shop has been made in a folder, and what to do."""
    words = QCoreApplication.translate(
        "Checks",
        "There is no shop in {folder} yet – open the till to make one, or name its folder with --data-dir",
    )
    return words.format(folder=path.parent)


def why_text(error: LoyalError) -> str:
    """Say why a command came to nothing; before a shop is made there is no drive to look for."""
    if isinstance(error, FileMissing):
        where = Folders(error.path.parent)
        if error.path == where.shop_file and not where.backups.exists():
            return no_shop_text(error.path)
    if isinstance(error, NotAllowed) and not isinstance(error, OwnBill):
        return _not_allowed_text(Right(error.right))
    if isinstance(error, SecretNeeded) and error.asks != "lost" and not sys.stdin.isatty():
        return f"{sentence(error)} {_secret_of_script_text()}"
    return sentence(error)


def _not_allowed_text(right: Right) -> str:
    """Say how a command is done by somebody who may."""
    words = QCoreApplication.translate(
        "Checks", "Not everybody may {act} – somebody who may says so with --as NAME --pin-from FILE"
    )
    return words.format(act=right_name(right))


def _secret_of_script_text() -> str:
    """Say where a script has what a person would type."""
    words = QCoreApplication.translate(
        "Checks", "(There is no terminal: a script names a file with it in {variable}.)"
    )
    return words.format(variable=SECRET_FILE)
