"""What differs between two programs, in the sentences the editor says them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.program import Program
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.program_panel import ProgramPanel, Statement
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.rewards_panel import RewardsPanel

__all__ = ["Changes", "ProgramReader"]


class Changes(Struct, frozen=True):
    """What differs in one part of the program: its title, and a sentence for each difference."""

    title: str
    sentences: tuple[str, ...]


class ProgramReader(QWidget):
    """The editor's panels out of sight: they read two programs aloud, and so use the editor's own words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        column = QVBoxLayout(self)
        self._panels = program_panels()
        for panel in self._panels:
            column.addWidget(panel)

    def know_items(self, names: Mapping[str, str]) -> None:
        """Learn what items are called that are named by their codes."""
        for panel in self._panels:
            if isinstance(panel, MembershipsPanel):
                panel.know_items(names)

    def know_stock(self, stock: Mapping[str, int]) -> None:
        """Learn how many there are of each gift, so that a sentence does not say there are none."""
        for panel in self._panels:
            if isinstance(panel, RewardsPanel):
                panel.know_stock(stock)

    def changes(self, older: Program, newer: Program) -> tuple[Changes, ...]:
        """Say what of the older program is otherwise in the newer one; nothing where they are the same."""
        older, newer = (replace(one, revision=0, starts=None) for one in (older, newer))
        if older == newer:
            return ()
        found = tuple(part for panel in self._panels if (part := _changed(panel, older, newer)) is not None)
        if found:
            return found
        words = QCoreApplication.translate("ProgramChanges", "They differ in what no sentence here tells")
        return (Changes("", (words,)),)


def _changed(panel: ProgramPanel, older: Program, newer: Program) -> Changes | None:
    # Only what differs is read: a panel costs milliseconds, and another name of the points is no other rule.
    if all(getattr(older, part) == getattr(newer, part) for part in panel.parts()):
        return None
    before, after = _read_aloud(panel, older), _read_aloud(panel, newer)
    sentences = tuple(_sentences(before, after))
    return Changes(panel.accessibleName(), sentences) if sentences else None


def _read_aloud(panel: ProgramPanel, program: Program) -> tuple[Statement, ...]:
    panel.show_program(program)
    # As the page does it: some panels know only from reading where their rows stand.
    panel.read(program)
    panel.know(program)
    panel.complain(())
    return panel.statements()


def _sentences(before: Sequence[Statement], after: Sequence[Statement]) -> Iterable[str]:
    was, now = _by_subject(before), _by_subject(after)
    kept = [about for about in now if about in was]
    for about in now:
        old, new = was.get(about, ()), now[about]
        if len(old) == len(new):
            yield from (_otherwise(one, other) for one, other in zip(old, new, strict=True) if one != other)
        else:
            yield from _in_and_out(old, new)
    for about, old in was.items():
        if about not in now:
            yield from _in_and_out(old, ())
    if kept != [about for about in was if about in now]:
        yield QCoreApplication.translate("ProgramChanges", "The order is another one")


def _by_subject(said: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for statement in said:
        found[statement.about] = (*found.get(statement.about, ()), statement.words)
    return found


def _in_and_out(old: Sequence[str], new: Sequence[str]) -> Iterable[str]:
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for words in old[first:last]:
            yield QCoreApplication.translate("ProgramChanges", "Gone: {sentence}").format(sentence=words)
        for words in new[begin:end]:
            yield QCoreApplication.translate("ProgramChanges", "New: {sentence}").format(sentence=words)


def _otherwise(old: str, new: str) -> str:
    words = QCoreApplication.translate("ProgramChanges", "Changed from “{old}” to “{new}”")
    return words.format(old=old, new=new)
