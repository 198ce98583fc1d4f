"""What a member has beside points: stamp cards, tickets, open vouchers."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.acts import Desk
from loyalpos.engine.memberships import Covered
from loyalpos.engine.money import group_digits
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.plans import Ending, PlanState
from loyalpos.engine.points_end import PointsEnding, PointsState
from loyalpos.engine.stamps import CardStanding
from loyalpos.engine.vouchers import Presented
from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.stamps import MOST_STAMPS, StampRow
from loyalpos.ui.widgets.texts import Elided, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import called, capital, stamps_counted
from loyalpos.ui.words.rewards import voucher_terms

__all__ = ["HeldBox"]

_MOST_VOUCHERS = 3
_MOST_ENDINGS = 3
_LONGEST_NAME = 40


class HeldBox(CounterPanel):
    """Stamp cards as rows of stamps, tickets and vouchers as remarks; without any it takes no room.

    Below them stands what becomes of it where its program ends. In the strip it is a card of its own.
    """

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._desk: Desk | None = None
        self._cards = QVBoxLayout()
        self._rows: list[WrapRow] = []
        self._chips = WrapRow(parent=self)
        self._endings = as_data(Words("", "small", "amber", wrap=True))
        self._packages = as_data(Words("", "small", "quiet", wrap=True))
        card = Panel() if compact else None
        if card is not None:
            self.whole.addWidget(card)
        self._body = self.whole if card is None else card.body
        self._body.addLayout(self._cards)
        for part in (self._chips, self._packages, self._endings):
            self._body.addWidget(part)
        self._take_sizes()

    def show_held(self, desk: Desk) -> None:
        """Show what a member has."""
        self._desk = desk
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        desk = self._desk
        if desk is None:
            return
        self.setAccessibleName(self.tr("Stamps, tickets and vouchers"))
        for row in self._rows:
            self._cards.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._card_row(one) for one in desk.cards]
        for row in self._rows:
            self._cards.addWidget(row)
        chips = [self._service_chip(one) for one in desk.services]
        chips += [self._membership_chip(one, desk) for one in desk.memberships]
        chips += [self._ticket_chip(draw.name, count) for draw, count in desk.tickets]
        chips += self._voucher_chips(desk)
        self._chips.set_widgets(*chips)
        packages = [f"{one.name}: {one.package}" for one in desk.memberships if one.package]
        self._packages.setText("\n".join(packages))
        self._packages.setVisible(bool(packages))
        most = 1 if self.compact else _MOST_ENDINGS
        name = called(desk.program.points_name)
        points = () if desk.points_ending is None else (self._points_ending(desk.points_ending, name),)
        plans = (self._ending(one, name) for one in desk.endings[: most - len(points)])
        endings = "\n".join((*points, *plans))
        self._endings.setText(endings)
        self._endings.setVisible(bool(endings))
        self.setVisible(bool(self._rows or chips or endings))

    def _points_ending(self, one: PointsEnding, points_name: str) -> str:
        """Say until when points are given, and what becomes of those collected."""
        good_to = one.end.good_to
        match one.state:
            case PointsState.RUNNING if good_to is None:
                words = self.tr("{points} are given up to {last}; those collected stay")
            case PointsState.RUNNING:
                words = self.tr("{points} are given up to {last}; those collected are good up to {day}")
            case PointsState.HONOURED:
                words = self.tr("No more {points} are given; those collected are good up to {day}")
            case PointsState.STAYING:
                words = self.tr("No more {points} are given since {last}; those collected stay")
            case PointsState.OVER:
                words = self.tr("The {points} ended on {day}")
        return capital(
            words.format(
                points=points_name,
                last=dates.day(one.end.last_day),
                day="" if good_to is None else dates.day(good_to),
            )
        )

    def _ending(self, one: Ending, points_name: str) -> str:
        """Say what becomes of what a program gave that ends soon or has ended."""
        is_honoured = one.honoured_to > one.last_day
        match one.state:
            case PlanState.HONOURED:
                words = self.tr("“{plan}” has ended: what it gave is honoured to {day}, {points} stay")
            case PlanState.OVER:
                words = self.tr("“{plan}” is over: {stamps} expired, {points} stay")
            case _ if is_honoured:
                words = self.tr("“{plan}” runs to {last}: what it gave is honoured to {day}, {points} stay")
            case _:
                words = self.tr("“{plan}” runs to {last}: what it gave is gone then, {points} stay")
        return words.format(
            points=points_name,
            plan=shortened(one.plan.name, _LONGEST_NAME),
            last=dates.day(one.last_day),
            day=dates.day(one.honoured_to),
            stamps=stamps_counted(one.lost),
        )

    def _card_row(self, standing: CardStanding) -> WrapRow:
        card = standing.card
        has = card.size if standing.full and not standing.on_card else standing.on_card
        parts: list[QWidget] = [as_data(Words(shortened(card.name, _LONGEST_NAME), "small_strong"))]
        if card.size <= MOST_STAMPS and standing.collects:
            parts.append(StampRow(standing.on_card, card.size))
        if standing.collects:
            of = f"{group_digits(standing.on_card)}/{group_digits(card.size)}"
            parts.append(as_data(Words(of, "strong")))
        reward = "" if standing.reward is None else shortened(standing.reward.name, _LONGEST_NAME)
        if standing.full:
            words = self.tr("Full cards: {count} – F6: {reward}")
            text = words.format(count=group_digits(standing.full), reward=reward)
            parts.append(as_data(Chip(text, Tone.BRAND)))
        elif has < card.size:
            words = self.tr("{count} more: {reward}")
            text = words.format(count=group_digits(standing.missing), reward=reward)
            parts.append(as_data(Elided(text, "small", "quiet")))
        if standing.gone_from is not None:
            words = self.tr("until {day}")
            last = standing.gone_from - timedelta(days=1)
            parts.append(as_data(Words(words.format(day=dates.day(last)), "small", "quiet")))
        return WrapRow(*parts, parent=self)

    def _service_chip(self, one: OpenService) -> Chip:
        words = self.tr("To be done: {service} – F3")
        return as_data(Chip(words.format(service=shortened(one.name, _LONGEST_NAME)), Tone.AMBER))

    def _membership_chip(self, one: Covered, desk: Desk) -> Chip:
        name = shortened(one.name, _LONGEST_NAME)
        if one.until is None or desk.standing is None:
            return as_data(Chip(name, Tone.BRAND))
        last = dates.day_near(one.until - timedelta(days=1), desk.standing.day)
        if one.is_due:
            words = self.tr("{membership} ends {day} – renew it with F3")
            return as_data(Chip(words.format(membership=name, day=last), Tone.AMBER))
        words = self.tr("{membership} until {day}")
        return as_data(Chip(words.format(membership=name, day=last), Tone.BRAND))

    def _ticket_chip(self, draw: str, count: int) -> Chip:
        words = self.tr("Tickets for {draw}: {count}")
        return as_data(
            Chip(words.format(draw=shortened(draw, _LONGEST_NAME), count=group_digits(count)), Tone.AMBER)
        )

    def _voucher_chips(self, desk: Desk) -> list[Chip]:
        # Those that are alike share a chip; in the strip there is room for what ends first.
        alike = Counter(self._voucher_text(one, desk) for one in desk.vouchers)
        most = 1 if self.compact else _MOST_VOUCHERS
        chips = [
            Chip(f"{count} × {text}" if count > 1 else text, Tone.BRAND) for text, count in alike.items()
        ]
        over = sum(list(alike.values())[most:])
        if over > 0:
            chips[most:] = [Chip(self.tr("%Ln more voucher(s)", "", over), Tone.BRAND)]
        return [as_data(chip) for chip in chips]

    def _voucher_text(self, one: Presented, desk: Desk) -> str:
        words = self.tr("{voucher}, until {day}: {worth}")
        today = one.voucher.issued if desk.standing is None else desk.standing.day
        return words.format(
            voucher=shortened(one.kind.name, _LONGEST_NAME),
            worth=voucher_terms(one.kind),
            day=dates.day_near(one.voucher.last_day, today),
        )

    def _take_sizes(self) -> None:
        look = theme()
        self._cards.setSpacing(look.px(6))
        self._body.setSpacing(look.px(6))
