"""On a member's page: who of the office has looked at it, and “my data” for the member to take along."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.my_data import Accessed
from loyalpos.services.till import Till
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.accesses import access_text

__all__ = ["MemberAccesses"]

_LINES = 5


class MemberAccesses(Translated, Panel):
    """The last looks at a member, once a day for each person, and the button that writes “my data”."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._shown: tuple[tuple[Accessed, ...], Till] | None = None
        self.lines = Words("", "small", wrap=True)
        self.my_data = ActionButton("", icon="bill")
        self.body.addWidget(self.lines)
        self.body.addWidget(WrapRow(self.my_data))
        self.retranslate()

    def show_accesses(self, accesses: tuple[Accessed, ...], till: Till) -> None:
        """Show who has looked at the member, the latest first."""
        self._shown = (accesses, till)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("What the shop knows, and who looked at it"))
        self.my_data.setText(self.tr("My data for the customer (PDF and JSON)"))
        lines = [] if self._shown is None else [self._line(one) for one in self._shown[0][:_LINES]]
        nobody = self.tr("Nobody opened this page before. Scans at the counter are not counted.")
        self.lines.setText("\n".join(lines) or nobody)

    def _line(self, one: Accessed) -> str:
        assert self._shown is not None
        time = dates.moment(one.at, self._shown[1].shop.time)
        who = self._shown[1].shop.named(one.who)
        return f"{time} · {access_text(one.how)}" + (f" · {who}" if who else "")
