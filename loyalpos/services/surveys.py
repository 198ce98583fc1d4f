"""What a member is given for answering a survey: by hand at the counter, once for each survey."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.extras import SurveyAnswered
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.program import Program
from loyalpos.engine.vouchers import VoucherState
from loyalpos.errors import CannotUndo, MemberGone, NothingToUndo, SurveyNotPaid
from loyalpos.services.attempts import undone_id
from loyalpos.services.gifts import give, take_back
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, gifts_of
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.vouchers import vouchers_given_by
from loyalpos.store.who_now import who_is_now

__all__ = ["Surveys", "open_surveys"]


def open_surveys(connection: Connection, program: Program, member: UUID, day: date) -> tuple[SurveyGift, ...]:
    """List the surveys a member may still answer for a gift."""
    asked = [
        one
        for one in program.occasions
        if isinstance(one, SurveyGift) and state_of(program, one.plan, day) is PlanState.RUNNING
    ]
    had = _had(gifts_of(connection, member)) if asked else {}
    return tuple(one for one in asked if had.get(one.id) is None)


class Surveys:
    """Surveys answered; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def answer(self, member: UUID, survey: str) -> SurveyAnswered:
        """Give a member what a survey brings; answered twice it is given once.

        Args:
            survey: By its id.

        Raises:
            SurveyNotPaid: The program of today does not ask it, or a budget that stops is used up.
            MemberGone: There is no such member any more.
            OwnBill: It is the account of whoever is at the till.
        """
        shop = self._shop
        shop.demand_not_own(member)
        with shop.file.work() as connection:
            person = member_by_id(connection, member)
            if person is None:
                raise MemberGone
            rows = gifts_of(connection, member)
            before = _had(rows).get(survey)
            if before is not None:
                return SurveyAnswered(before.id, member, person.name, before, repeated=True)
            today = shop.time.business_day(shop.now())
            open_now = open_surveys(connection, shop.program_on(today), member, today)
            asked = next((one for one in open_now if one.id == survey), None)
            if asked is None:
                raise SurveyNotPaid("")
            again = sum(row.gift.occasion == survey for row in rows)
            which = gift_id(member, survey, "", again)
            due = GiftGiven(which, GiftKind.SURVEY, survey, "", asked.name, asked.gives, today)
            gift = give(connection, shop, member, due, act=which, kind="survey_answered")
            if gift.gives == Gives():
                # Whoever answered should not have had it for nothing: nothing is recorded.
                raise SurveyNotPaid("" if gift.over is None else gift.over.name)
            return SurveyAnswered(gift.id, member, person.name, gift)

    def undo_in(self, connection: Connection, answered: UUID) -> None:
        """Take back what a survey brought, inside a transaction that has more to write.

        Raises:
            CannotUndo: Its voucher was used.
            NothingToUndo: It was not given, or that was undone before.
        """
        record = find_record(connection, answered)
        if record is None:
            raise NothingToUndo
        member = who_is_now(connection, UUID(json.loads(record.body)["request"]["member"]))
        row = next((one for one in gifts_of(connection, member) if one.gift.id == answered), None)
        if row is None or row.gift.is_taken_back:
            raise NothingToUndo
        given = vouchers_given_by(connection, answered)
        if any(one.voucher.state is VoucherState.USED for one in given):
            raise CannotUndo("voucher_used")
        take_back(connection, self._shop, member, row, undone_id(answered), kind="survey_undone")


def _had(rows: tuple[GiftRow, ...]) -> dict[str, GiftGiven]:
    """Give what stands of each occasion, by its id."""
    return {row.gift.occasion: row.gift for row in rows if not row.gift.is_taken_back}
