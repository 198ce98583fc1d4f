"""The window that faces the customers: one face at a time, and nothing of anybody behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from loyalpos.ui.customer.face import Face
from loyalpos.ui.customer.idle_face import IdleFace
from loyalpos.ui.customer.member_face import MemberFace
from loyalpos.ui.customer.other_faces import CodeFace, DoneFace, GuestFace
from loyalpos.ui.customer.told import CodeTold, Collected, GivenBack, GuestTold, IdleTold, MemberTold
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CustomerScreen", "Told"]

Told = IdleTold | MemberTold | GuestTold | Collected | GivenBack | CodeTold

_LEAST = QSize(320, 240)
_PREVIEW = QSize(960, 600)


class CustomerScreen(Translated, QWidget, Themed):
    """Shows what it is told; on the second monitor it takes neither the keyboard nor a place in front."""

    def __init__(self, *, preview: bool) -> None:
        """Make the window.

        Args:
            preview: It is the owner's look at it, an ordinary window; Esc closes it.
        """
        super().__init__()
        self._preview = preview
        if not preview:
            self.setWindowFlags(
                Qt.WindowType.Window
                | Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowDoesNotAcceptFocus
            )
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.setCursor(Qt.CursorShape.BlankCursor)
        self._idle = IdleFace()
        self._member = MemberFace()
        self._guest = GuestFace()
        self._done = DoneFace()
        self._code = CodeFace()
        self._shown: Told = IdleTold("")
        self._faces = QStackedWidget()
        self._pages: tuple[Face, ...] = (self._idle, self._member, self._guest, self._done, self._code)
        for face in self._pages:
            self._faces.addWidget(face)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._faces)
        self.setMinimumSize(_LEAST)
        self.resize(_PREVIEW)
        self.follow_theme()
        self.retranslate()

    @property
    def shown(self) -> Told:
        """What it shows."""
        return self._shown

    @property
    def face(self) -> Face:
        """The face that is on show."""
        face = self._faces.currentWidget()
        assert isinstance(face, Face)
        return face

    def show_told(self, told: Told) -> None:
        """Show something, and forget whom it showed before."""
        if told == self._shown and not isinstance(told, IdleTold):
            return
        self._shown = told
        face = self._face_for(told)
        for other in (self._member, self._done, self._code):
            if other is not face:
                other.forget()
        self._take_sizes(face)
        self._faces.setCurrentWidget(face)

    def follow_theme(self) -> None:
        """Take the colours."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the preview."""
        if self._preview and event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every face its size."""
        super().resizeEvent(event)
        for face in self._pages:
            self._take_sizes(face)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground between the pieces."""
        QPainter(self).fillRect(self.rect(), theme().colour("paper"))

    def _face_for(self, told: Told) -> Face:
        match told:
            case IdleTold():
                self._idle.show_idle(told)
                return self._idle
            case MemberTold():
                self._member.show_member(told)
                return self._member
            case GuestTold():
                self._guest.show_guest(told)
                return self._guest
            case CodeTold():
                self._code.show_code(told)
                return self._code
            case _:
                self._done.show_done(told)
                return self._done

    def _take_sizes(self, face: Face) -> None:
        face.take_size(self.width(), self.height())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Customer's screen"))
