"""What is seldom asked of a rule, a tier or a reward: short sentences that are there once they are added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

from msgspec import NODEFAULT
from msgspec.structs import fields
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.ui.office.box_reading import first_unreadable, on_change
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.word_boxes import MatchField
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.translated import Translated

__all__ = ["Extra", "Extras"]


class Extra(QWidget):
    """One thing that is seldom asked; where it is not there, its fields have their usual values.

    A kind names its fields, makes boxes for them in ``fill``, and says ``title`` and ``words``.

    Attributes:
        covers: The fields of the document it has, the first of which names it.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    covers: ClassVar[tuple[str, ...]] = ()

    def __init__(self, values: Mapping[str, Any], known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.was = dict(values)
        self.known = known
        self.boxes: dict[str, QWidget] = {}
        self.match: MatchField | None = None
        self.fill()
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.sentence = Sentence({**self.boxes, "remove": self.remove})
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence)
        on_change(self.boxes.values(), self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.retranslate()

    @classmethod
    def title(cls) -> str:
        """Say in the list of what can be added."""
        raise NotImplementedError

    @classmethod
    def first(cls, _known: Known) -> dict[str, Any]:
        """Give what it says when it is added, where that is not what the fields have anyway."""
        return {}

    @classmethod
    def makes_sense(cls, _known: Known) -> bool:
        """Tell whether there is anything to choose from."""
        return True

    def fill(self) -> None:
        """Make the boxes, with what the fields say."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """Give the fields as typed; asked only where every box can be read."""
        raise NotImplementedError

    def words(self) -> str:
        """Say the sentence, with places for the boxes, and name the boxes in the language of the moment."""
        raise NotImplementedError

    def read(self) -> dict[str, Any] | None:
        """Give the fields as typed; None, said in place, where one cannot be read."""
        self.sentence.complain("")
        wrong = first_unreadable(self.boxes.values())
        if wrong is not None:
            self.sentence.complain(wrong[1], wrong[0])
            return None
        if self.match is not None and self.match.is_unreadable():
            self.sentence.complain(self.tr("Type at least one name"), self.match.names)
            return None
        return self.typed()

    def box_of(self, path: str) -> QWidget | None:
        """Find the box of a problem's path below the thing it is about."""
        return self.boxes.get(path.partition("[")[0].partition(".")[0])

    def learn(self, known: Known) -> None:
        """Know other names from now on."""
        self.known = known
        self.retranslate()

    def phrase(self) -> str:
        """Say it with what stands in its boxes."""
        return self.sentence.in_words()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.remove.setText(self.tr("Leave out"))
        if self.match is not None:
            self.match.retranslate()
        self.sentence.say(f"{self.words()} {{remove}}")
        # Empty when they were made, they went out of sight; they have a place only now.
        for box in self.boxes.values():
            if isinstance(box, Toggles):
                box.show()


class Extras(Translated, QWidget):
    """The extras of one rule, tier or reward, and a drop-down to add one.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(
        self, of: Any, kinds: Iterable[type[Extra]], known: Known, parent: QWidget | None = None
    ) -> None:
        """Begin with a value.

        Args:
            of: A rule, a tier or a reward.
            kinds: What can be asked of it; those whose fields it does not have are left out.
            known: The names in the draft.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._known = known
        self._usual = {one.name: one.default for one in fields(of) if one.default is not NODEFAULT}
        self._kinds = tuple(kind for kind in kinds if all(name in self._usual for name in kind.covers))
        self._shown: list[Extra] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = AddBox()
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for kind in self._kinds:
            values = {name: getattr(of, name) for name in kind.covers}
            if any(values[name] != self._usual[name] for name in kind.covers):
                self._append(kind, values)
        self.add.chosen.connect(self._add)
        self.retranslate()

    def shown(self) -> tuple[Extra, ...]:
        """The extras that are there."""
        return tuple(self._shown)

    def read(self) -> dict[str, Any] | None:
        """Give all fields the extras may have; None, said in place, where one cannot be read."""
        found: dict[str, Any] = {name: self._usual[name] for kind in self._kinds for name in kind.covers}
        sound = True
        for extra in self._shown:
            read = extra.read()
            sound = sound and read is not None
            found |= read or {}
        return found if sound else None

    def phrases(self, *but: type[Extra]) -> tuple[str, ...]:
        """Say every extra with what stands in it, but for some kinds."""
        return tuple(extra.phrase() for extra in self._shown if not isinstance(extra, but))

    def has(self, path: str) -> bool:
        """Tell whether a problem's path leads to an extra that is there."""
        return self._of(path) is not None

    def complain(self, problems: Iterable[tuple[str, Problem]]) -> None:
        """Say what is wrong, each problem with its path; paths that lead elsewhere are left to others."""
        for extra in self._shown:
            extra.sentence.complain("")
        for path, problem in problems:
            extra_of = self._of(path)
            if extra_of is not None and not extra_of.sentence.complaint():
                box = extra_of.box_of(path)
                tone = "red" if problem.is_error else "amber"
                extra_of.sentence.complain(
                    problem_sentence(problem), *(() if box is None else (box,)), tone=tone
                )

    def learn(self, known: Known) -> None:
        """Know other names from now on."""
        self._known = known
        for extra in self._shown:
            extra.learn(known)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for extra in self._shown:
            extra.retranslate()
        there = {type(extra) for extra in self._shown}
        offered = [
            (kind.covers[0], kind.title())
            for kind in self._kinds
            if kind not in there and kind.makes_sense(self._known)
        ]
        self.add.setAccessibleName(self.tr("Ask for more"))
        self.add.offer([("", self.tr("+ More…")), *offered])
        self.add.setHidden(not offered)

    def _of(self, path: str) -> Extra | None:
        field = path.partition("[")[0].partition(".")[0]
        return next((extra for extra in self._shown if field in extra.covers), None)

    def _add(self, name: str) -> None:
        self.add.choose("")
        kind = next((kind for kind in self._kinds if name and kind.covers[0] == name), None)
        if kind is None:
            return
        usual = {name: self._usual[name] for name in kind.covers}
        extra = self._append(kind, usual | kind.first(self._known))
        self.retranslate()
        next(iter(extra.boxes.values()), extra.remove).setFocus()
        self.edited.emit()

    def _append(self, kind: type[Extra], values: Mapping[str, Any]) -> Extra:
        extra = kind(values, self._known)
        extra.edited.connect(self.edited)
        extra.removal_wanted.connect(partial(self._remove, extra))
        self._column.insertWidget(len(self._shown), extra)
        self._shown.append(extra)
        return extra

    def _remove(self, extra: Extra) -> None:
        self._shown.remove(extra)
        self._column.removeWidget(extra)
        extra.hide()
        extra.deleteLater()
        self.retranslate()
        self.add.setFocus()
        self.edited.emit()
