"""Whose paid membership ends soon, and has not been renewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from loyalpos.engine.phones import spaced
from loyalpos.services.memberships import Renewal
from loyalpos.services.till import Till
from loyalpos.ui.office.member_list import MemberList
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column
from loyalpos.ui.words import dates

__all__ = ["RenewalsPanel"]


class RenewalsPanel(MemberList[Renewal]):
    """Members who are to be told of the end."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self.setFocusProxy(self.back)
        self.lay(WrapRow(self.back), self.table, self.empty)

    def question(self, till: Till) -> Callable[[], tuple[Renewal, ...]]:
        """Ask whose membership ends."""
        return till.memberships.renewals

    def columns(self) -> tuple[Column, ...]:
        """Head the columns."""
        return (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Membership")),
            Column(self.tr("Last day"), figures=True),
        )

    def row(self, one: Renewal) -> tuple[Cell, ...]:
        """Say which membership ends and when."""
        return (
            self.called(one.member.name),
            Cell("–" if one.member.phone is None else spaced(one.member.phone), "quiet"),
            Cell(one.name),
            Cell(dates.day(one.ends - timedelta(days=1)), "amber"),
        )

    def whose(self, one: Renewal) -> UUID:
        """Tell whose membership it is."""
        return one.member.id

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self.table.setAccessibleName(self.tr("Memberships that end soon"))
        self.empty.set_sentence(self.tr("No membership ends in the days in which customers are told"))
