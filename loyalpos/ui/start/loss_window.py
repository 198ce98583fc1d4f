"""What the books have lost, and the decision to go on without it, which needs a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.errors import ActsMissing, Refusal, Unavailable
from loyalpos.ui.office.in_sight import bring_into_sight
from loyalpos.ui.start.question_window import QuestionWindow
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.refusals import sentence

__all__ = ["LossWindow"]


class LossWindow(QuestionWindow):
    """What is missing, what can be done first, and a reason for going on; Enter alone never agrees.

    Signals:
        agreed(str): A person wants the till to go on without it, and why.
        restore_wanted(): They would rather bring a backup back.
    """

    agreed = Signal(str)
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lacks: ActsMissing | None = None
        self._missing = Words("", "base", wrap=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.reason = FieldBox("")
        self.go = ActionButton("", "", Look.DANGER)
        self.restore = ActionButton("")
        self.leave = ActionButton("", "Esc")
        super().__init__(self._missing, WrapRow(self.go, self.restore, self.leave), parent=parent)
        for part in (self._words, self.reason):
            self.card.body.addWidget(part)
        self.go.clicked.connect(self._agree)
        self.restore.clicked.connect(self.restore_wanted)
        self.leave.clicked.connect(self.close)
        self.reason.edited.connect(lambda _: self.reason.show_error(""))
        self.retranslate()
        self.resize(theme().px(720), theme().px(520))

    def show_loss(self, lacks: ActsMissing) -> None:
        """Say what is missing."""
        self._lacks = lacks
        self.banner.hide()
        self.go.setEnabled(True)
        self.retranslate()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say why the till does not go on."""
        self.go.setEnabled(True)
        self.banner.say(BannerKind.ERROR, self.tr("The till does not go on yet"), sentence(error))
        bring_into_sight(self.banner)

    def _agree(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.show_error(self.tr("Say why: it stands in the journal for good"))
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self.reason)
            return
        self.banner.hide()
        self.go.setEnabled(False)
        self.agreed.emit(reason)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Go on without what is missing"))
        self.title.setText(self.tr("Should the till go on without what is missing?"))
        self._missing.setText("" if self._lacks is None else sentence(self._lacks))
        self.card.set_title(self.tr("Before you decide"))
        self._words.setText(
            self.tr(
                "Somebody may have copied an older file here: if the newer one is still there, close the "
                "till and put it back. A backup lacks what was recorded after it. If the till goes on, what "
                "is missing stays missing: points given then are not in the books, and bills of that time "
                "can be entered again from the paper."
            )
        )
        self.reason.set_label(self.tr("Why (it stands in the journal)"))
        self.go.setText(self.tr("Go on without it"))
        self.restore.setText(self.tr("Bring a backup back"))
        self.leave.setText(self.tr("Leave it"))
