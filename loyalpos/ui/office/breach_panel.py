"""What to do when data may have got out: one button puts the evidence aside and starts the 72 hours."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.requests import Breach
from loyalpos.services.breaches import Kit
from loyalpos.services.till import Till
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["BreachPanel"]

_LONGEST_WORDS = 500
_HOUR_S = 3_600


class BreachPanel(Translated, Panel):
    """A question before, a folder after, and how many hours are left until somebody says it was reported.

    Signals:
        changed(): Something is to be read again.
    """

    changed = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._work = work
        self._breaches: tuple[Breach, ...] = ()
        self._how = Words("", "base", wrap=True)
        self.words = FieldBox("")
        self.words.edit.setMaxLength(_LONGEST_WORDS)
        self.names = Switch("")
        self.begin = ActionButton("", look=Look.DANGER)
        self.question = Confirm()
        self.left = WrapRow()
        self.reported = ActionButton("", look=Look.PRIMARY)
        self._keys = Words("", "small", "quiet", wrap=True)
        self.renew = ActionButton("")
        self.renewing = Confirm()
        for part in (
            self._how,
            self.words,
            self.names,
            WrapRow(self.begin),
            self.question,
            self.left,
            WrapRow(self.reported, self.renew),
            self.renewing,
            self._keys,
        ):
            self.body.addWidget(part)
        self.begin.clicked.connect(self._ask)
        self.question.agreed.connect(self._begin)
        self.reported.clicked.connect(self._report)
        self.renew.clicked.connect(self._ask_to_renew)
        self.renewing.agreed.connect(self._renew)
        self.retranslate()

    def show_breaches(self, breaches: tuple[Breach, ...], till: Till) -> None:
        """Show how long is left for those not reported yet."""
        self._breaches = breaches
        now = till.shop.now()
        chips = []
        for one in breaches:
            noticed = dates.moment(one.noticed, till.shop.time)
            if one.reported is not None:
                words = self.tr("Noticed {noticed}, reported {reported}")
                reported = dates.moment(one.reported, till.shop.time)
                chips.append(Chip(words.format(noticed=noticed, reported=reported)))
                continue
            hours = int((one.report_by - now).total_seconds() // _HOUR_S)
            words = self.tr("Noticed {noticed}: %n hours left to report", "", max(hours, 0))
            if hours < 0:
                words = self.tr("Noticed {noticed}: the 72 hours are over – report now")
            chips.append(Chip(words.format(noticed=noticed), Tone.RED))
        self.left.set_widgets(*chips)
        self.left.setVisible(bool(chips))
        for part in (self.reported, self.renew, self._keys):
            part.setVisible(self._open() is not None)

    def _open(self) -> Breach | None:
        return next((one for one in self._breaches if one.reported is None), None)

    def _ask(self) -> None:
        self.question.ask(
            self.tr(
                "This writes down that data may have got out, starts the 72 hours until the authority has to "
                "be told, and writes a folder with the evidence."
            ),
            self.tr("Start now"),
        )

    def _begin(self) -> None:
        till = self._page.till
        if till is None:
            return
        action = till.shop.outside.new_id()
        self._page.workplace.writer.run(
            partial(till.breaches.begin, action, self.words.text()),
            done=partial(self._write_kit, names=self.names.isChecked()),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _write_kit(self, breach: Breach, *, names: bool) -> None:
        till = self._page.till
        if till is None:
            return
        self.words.set_text("")
        self.names.setChecked(False)
        self.changed.emit()
        from loyalpos.printing.customer.answers import breach_forms  # noqa: PLC0415 - hardly ever wanted

        clock = till.shop.time
        noticed, until = clock.local(breach.noticed), clock.local(breach.report_by)
        forms = breach_forms(till.shop.description, noticed, until, breach.words, "vi")
        folder = Path(self._page.workplace.folders.data, "evidence", f"{noticed:%Y%m%d-%H%M%S}")
        self._work.run(
            self._page.workplace.files,
            self.tr("Putting the evidence aside:"),
            partial(till.breaches.write_kit, folder, forms, names=names, reason=self._reason(breach)),
            done=self._say_written,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _reason(self, breach: Breach) -> str:
        return breach.words or self.tr("Data may have got out")

    def _say_written(self, kit: Kit | None) -> None:
        if kit is None:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), self.tr("No evidence was written."))
            return
        words = self.tr("Evidence, lists and the texts to send are in {path}")
        self._page.tell(BannerKind.SUCCESS, self.tr("The 72 hours run"), words.format(path=kit.path))

    def _report(self) -> None:
        till, breach = self._page.till, self._open()
        if till is None or breach is None:
            return
        self._page.workplace.writer.run(
            partial(till.breaches.reported, breach.id),
            done=lambda _nothing: self.changed.emit(),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _ask_to_renew(self) -> None:
        self.renewing.ask(
            self.tr(
                "Every member gets a new code, and all cards that were handed out before the breach stop "
                "working at once. New cards are then printed under “Cards”, or shown as pictures."
            ),
            self.tr("Renew all codes"),
        )

    def _renew(self) -> None:
        till = self._page.till
        if till is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Renewing codes:"),
            till.breaches.renew_cards,
            done=self._say_renewed,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_renewed(self, renewed: int) -> None:
        words = self.tr("%n members have a new code; their old cards are dead.", "", renewed)
        if self._work.was_stopped:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), words)
        else:
            self._page.tell(BannerKind.SUCCESS, self.tr("Codes renewed"), words)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Data may have got out"))
        self._how.setText(
            self.tr(
                "A stolen PC, a lost stick, a list sent to the wrong person: the authority (A05) has to be "
                "told within 72 hours. The folder holds the journal without anything personal, the members, "
                "the tills, and the texts to fill in and send."
            )
        )
        self.words.set_label(self.tr("What happened"))
        self.names.setText(self.tr("The list of members has their names and phone numbers too"))
        self.begin.setText(self.tr("Put the evidence aside and start the 72 hours"))
        self.renew.setText(self.tr("Renew all card codes…"))
        self._keys.setText(
            self.tr(
                "Were the PC or a backup in other hands? Change the key under Settings → Protecting the "
                "data, and the PINs under “Staff”."
            )
        )
        self.reported.setText(self.tr("The authority was told"))
