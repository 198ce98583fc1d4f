"""The first start: six short questions, each with an answer filled in, and the till is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from loyalpos.engine.codes import Decoded
from loyalpos.engine.program import Expiry, ExpiryKind, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import Refusal, Unavailable
from loyalpos.settings import TillSettings
from loyalpos.ui.language import Language, install_language
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.start.program_steps import EarningStep, RewardStep
from loyalpos.ui.start.protection_step import ProtectionStep
from loyalpos.ui.start.scanner_step import ScannerStep
from loyalpos.ui.start.shop_steps import LanguageStep, ShopStep
from loyalpos.ui.start.step import Step
from loyalpos.ui.widgets.banner import Banner, BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

__all__ = ["StartWizard"]

_WIDEST = 940
_TALL = 680


class StartWizard(Translated, QWidget, Themed):
    """Leads from an empty machine to an open till; Enter goes on, Esc goes back.

    Nothing is written: whoever listens to ``finished`` makes the shop.

    Signals:
        finished(ShopDescription, Program, dict[str, int], TillSettings): All is answered; the dict is the
            stock of counted gifts by reward id. What locks the books is asked of ``protection``.
        demo_wanted(): Look at the demo shop first.
        restore_wanted(): Bring an own shop back from a backup.
        take_over_wanted(): Make the shop of what another PC has written.
        closing(): A person closes the window: there will be no shop today.
    """

    finished = Signal(object, object, object, object)
    demo_wanted = Signal()
    restore_wanted = Signal()
    take_over_wanted = Signal()
    closing = Signal()

    def __init__(
        self,
        settings: TillSettings,
        guard: ScanGuard,
        *,
        has_keyring: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._guard = guard
        base = Program(0, (AmountRule("base", 10_000),), expiry=Expiry(ExpiryKind.MONTHS, 12))
        self.language = LanguageStep(settings.language)
        self.shop = ShopStep()
        self.earning = EarningStep(base)
        self.reward = RewardStep(base)
        self.protection = ProtectionStep(has_keyring=has_keyring)
        self.scanner = ScannerStep()
        self._steps: tuple[Step, ...] = (
            self.language,
            self.shop,
            self.earning,
            self.reward,
            self.protection,
            self.scanner,
        )
        self._place = Chip("", Tone.BRAND)
        self._title = Words("", "title", wrap=True)
        self._more = Words("", "base", "quiet", wrap=True)
        self.banner = Banner()
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(ScrollArea(step))
        self.work = LongWork()
        self._notice = Notice()
        self.back = ActionButton("", "Esc")
        self.next = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.back)
        self._buttons.addWidget(self._notice, 1)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.next)
        self._column = QVBoxLayout()
        self._column.addWidget(self._place, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._more, self.banner):
            self._column.addWidget(widget)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.work)
        self._column.addLayout(self._buttons)
        self._middle = QWidget()
        self._middle.setLayout(self._column)
        whole = QHBoxLayout(self)
        # Wrapped words would make the window taller than small screens are; steps scroll instead.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addStretch(1)
        whole.addWidget(self._middle, 1000)
        whole.addStretch(1)
        self.language.language_chosen.connect(self._speak)
        self.language.demo_wanted.connect(self.demo_wanted)
        self.language.restore_wanted.connect(self.restore_wanted)
        self.language.take_over_wanted.connect(self.take_over_wanted)
        self.work.started.connect(self._wait)
        self.work.ended.connect(self._wait)
        self.earning.edited.connect(self._join)
        self.earning.reward_advised.connect(self.reward.take_reward)
        self.earning.bill_said.connect(self.reward.example.try_bill)
        self.reward.edited.connect(self._join)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        guard.scanned.connect(self._take_scan)
        guard.repeated.connect(self._take_repeat)
        self.follow_theme()
        self.retranslate()
        self.resize(theme().px(_WIDEST), theme().px(_TALL))

    def step(self) -> Step:
        """Give the step in view."""
        return self._steps[self._stack.currentIndex()]

    def go_on(self) -> None:
        """Go to the next step, or finish, if this one is answered."""
        self._notice.say("")
        if self.work.running or not self.step().complete():
            return
        at = self._stack.currentIndex()
        if at + 1 < len(self._steps):
            self._show_step(at + 1)
        elif self.next.isEnabled():
            self.next.setEnabled(False)
            self._finish()

    def go_back(self) -> None:
        """Go to the step before; what was typed stays."""
        at = self._stack.currentIndex()
        if at > 0:
            self._show_step(at - 1)

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say why the shop could not be made; everything typed is still here for another try."""
        self.next.setEnabled(True)
        self.banner.say(BannerKind.ERROR, self.tr("The shop was not made"), sentence(error))

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._middle.setMaximumWidth(look.px(_WIDEST))
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(16), look.px(16))
        self._column.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(12))

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(theme().px(480), theme().px(320))

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to the scanner, and begin."""
        super().showEvent(event)
        self._guard.watch(self.window())
        self.step().begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody is asked any more."""
        super().closeEvent(event)
        if self.work.running:
            self.work.cancel.click()
        self.closing.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        """Ask nothing while another shop is taken over."""
        self.next.setEnabled(not self.work.running)
        self.language.setEnabled(not self.work.running)

    def _show_step(self, at: int) -> None:
        self.banner.hide()
        self._stack.setCurrentIndex(at)
        self._say_step()
        self.step().begin()

    def _say_step(self) -> None:
        at, step = self._stack.currentIndex(), self.step()
        self._place.set_text(self.tr("{step} of {steps}").format(step=at + 1, steps=len(self._steps)))
        self._title.setText(step.title())
        self._more.setText(step.more())
        self.back.setVisible(at > 0)
        self.next.setText(self.tr("Open the till") if at + 1 == len(self._steps) else self.tr("Next"))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Welcome to LoyalPOS"))
        self.back.setText(self.tr("Back"))
        points_name = self.tr("points", "what points are called on screens and slips")
        self.earning.call_points(points_name)
        self.reward.call_points(points_name)
        self._join()
        self._say_step()

    def _join(self) -> None:
        """Let the two steps of the program know of each other."""
        self.reward.show_draft(self.earning.program())
        self.earning.show_rewards(self.reward.rewards())

    def _speak(self, language: str) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and language in ("vi", "en"):
            self._settings = replace(self._settings, language=language)
            install_language(application, cast(Language, language))

    def _take_scan(self, decoded: Decoded) -> None:
        self._hear(decoded, again=False)

    def _take_repeat(self, decoded: Decoded) -> None:
        self._hear(decoded, again=True)

    def _hear(self, decoded: Decoded, *, again: bool) -> None:
        if not self.isVisible():
            return
        if self.step() is self.scanner:
            self.scanner.take_scan(decoded, again=again)
        else:
            self._notice.say(
                self.tr("The scanner is heard – its test comes as the last step"), tone="brand", icon="tick"
            )

    def _finish(self) -> None:
        description = self.shop.description()
        program = replace(self.earning.program(), rewards=self.reward.rewards())
        stock: Mapping[str, int] = self.reward.stock()
        settings = replace(self._settings, shop_name=description.name, brand=description.brand)
        self.finished.emit(description, program, dict(stock), settings)
