"""Good causes and partners as the owner sees them: totals, codes, the month's settlement."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from loyalpos.engine.causes import CauseTotal, cause_totals
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.partners import (
    CodeState,
    CodeWhy,
    GivenCode,
    Settlement,
    redeem_code,
    settlements,
)
from loyalpos.engine.side_programs import Cause, Partner
from loyalpos.errors import CodeNotOpen
from loyalpos.services.shop import Shop
from loyalpos.store.causes import donations
from loyalpos.store.partners import code_given, codes_given

__all__ = ["CauseLine", "MonthWithPartners", "Sides"]


class CauseLine(Struct, frozen=True):
    """What a cause was given so far, and in the present month."""

    total: CauseTotal
    month: CauseTotal


class MonthWithPartners(Struct, frozen=True):
    """A calendar month with every partner, and all codes ever given.

    Attributes:
        first: The first day of the month.
        codes: Those given last first.
    """

    first: date
    settlements: tuple[Settlement, ...]
    codes: tuple[GivenCode, ...]


class Sides:
    """Good causes and partners; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def today(self) -> date:
        """Give the present business day."""
        return self._shop.time.business_day(self._shop.now())

    def causes(self) -> tuple[CauseLine, ...]:
        """Add up what each cause was given; those no longer in the program stay as long as they have any."""
        known = self._causes()
        first = self.today().replace(day=1)
        until = (first + timedelta(days=31)).replace(day=1)
        with self._shop.file.read() as connection:
            given = donations(connection)
        ever = cause_totals(known, given)
        month = cause_totals(known, given, first=first, until=until)
        running = {cause.id for cause in self._shop.program_on(self.today()).causes}
        return tuple(
            CauseLine(total, now)
            for total, now in zip(ever, month, strict=True)
            if total.cause.id in running or total.value_vnd
        )

    def partners(self, first: date) -> MonthWithPartners:
        """Reckon the month that begins on ``first`` with every partner."""
        with self._shop.file.read() as connection:
            codes = codes_given(connection)
        running = {partner.id for partner in self._shop.program_on(self.today()).partners}
        reckoned = settlements(
            self._partners(), (one.code for one in codes), year=first.year, month=first.month
        )
        kept = (
            one
            for one in reckoned
            if one.partner.id in running or one.issued or one.redeemed or one.open or one.owed_vnd
        )
        return MonthWithPartners(first.replace(day=1), tuple(kept), codes)

    def redeem(self, code: VoucherCode, month: date) -> GivenCode:
        """Note that a partner has given the perk of a code, in a month that is being settled.

        Args:
            month: Any day of that month; the code counts there, today at the latest.

        Raises:
            CodeNotOpen: The shop never gave it, it was redeemed before, or its bill was returned.
        """
        shop = self._shop
        last = (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        with shop.file.work() as connection:
            given = code_given(connection, code)
            if given is None:
                raise CodeNotOpen(code, CodeWhy.UNKNOWN)
            if given.code.state is CodeState.REDEEMED:
                raise CodeNotOpen(code, CodeWhy.REDEEMED, given.code.redeemed)
            if given.code.state is CodeState.GONE:
                raise CodeNotOpen(code, CodeWhy.GONE)
            # Nobody redeems a code before it was given.
            day = max(given.code.issued, min(last, self.today()))
            redeemed = redeem_code(given.code, day)
            shop.write(connection, "partner_code_redeemed", {"code": code}, {"day": day.isoformat()})
        return GivenCode(redeemed, given.giver, given.partner_name, given.perk)

    def reopen(self, code: VoucherCode) -> None:
        """Take back that a code was noted as redeemed.

        Raises:
            CodeNotOpen: It was not redeemed.
        """
        shop = self._shop
        with shop.file.work() as connection:
            given = code_given(connection, code)
            if given is None or given.code.redeemed is None:
                raise CodeNotOpen(code, CodeWhy.NOT_REDEEMED)
            shop.write(connection, "partner_code_reopened", {"code": code})

    def _causes(self) -> tuple[Cause, ...]:
        """Give every cause there ever was, as last described."""
        return tuple(
            {cause.id: cause for program in self._shop.revisions() for cause in program.causes}.values()
        )

    def _partners(self) -> tuple[Partner, ...]:
        return tuple({one.id: one for program in self._shop.revisions() for one in program.partners}.values())
