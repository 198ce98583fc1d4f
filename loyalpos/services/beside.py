"""What a bill brings for others: points and its share for a good cause, codes for a partner."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from loyalpos.engine.bills import RecordedBill, Redemption
from loyalpos.engine.causes import Donation, donations_by, shares_moved, taken_back
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.partners import GivenCode, issue_code
from loyalpos.engine.program import Program, SpentPoints
from loyalpos.engine.redeemed import BroughtByRewards, brought_by
from loyalpos.engine.reversal import Reversal
from loyalpos.services.shop import Shop
from loyalpos.services.vouchers import new_code
from loyalpos.store.file import Connection
from loyalpos.store.partners import code_given, codes_given_by
from loyalpos.store.vouchers import voucher_by_code

__all__ = ["beside_again", "beside_back", "given_beside"]


def given_beside(
    connection: Connection,
    shop: Shop,
    program: Program,
    redemptions: tuple[Redemption, ...],
    *,
    member: UUID | None,
    day: date,
    paid_vnd: int,
) -> dict[str, object]:
    """Give the part of a bill's outcome that others receive.

    Args:
        member: Whose bill it is; nobody's has no redemptions.
        paid_vnd: What is paid for it in money.
    """
    brought = brought_by(program, redemptions)
    donated = (
        *donations_by(program, brought, day),
        *shares_moved(program, day, before_vnd=0, after_vnd=paid_vnd),
    )
    partners = {partner.id: partner for partner in program.partners}
    codes: list[GivenCode] = []
    for one in brought.codes:
        partner = partners.get(one.unit)
        if partner is not None and member is not None:
            made: set[VoucherCode] = {given.code.code for given in codes}
            code = new_code(shop.outside.random_bytes, partial(_is_known, connection, made))
            issued = issue_code(partner, code, member, day)
            codes.append(GivenCode(issued, one.rule, partner.name, partner.perk))
    return {
        **({"donated": to_json(donated)} if donated else {}),
        **({"codes_given": to_json(tuple(codes))} if codes else {}),
    }


def beside_back(
    connection: Connection,
    program: Program,
    bill: RecordedBill,
    done: Reversal,
    redemptions: tuple[Redemption, ...],
    today: date,
    *,
    undo: bool,
) -> dict[str, object]:
    """Give the part of a return's outcome that takes donations and codes back.

    A cause keeps its share of what is left of the bill. Points and codes come back with the points that were
    spent on them, so only with the whole bill: where the program keeps those, what was given stays given.
    """
    after_vnd = bill.paid_vnd - done.refund_vnd
    back = shares_moved(program, today, before_vnd=bill.paid_vnd, after_vnd=after_vnd)
    brought = BroughtByRewards()
    if done.whole and (undo or program.spent_points is SpentPoints.WHOLE_RETURN):
        brought = brought_by(program, redemptions)
    back += tuple(taken_back(one, today) for one in donations_by(program, brought, today))
    codes = [
        one.code.code
        for one in (codes_given_by(connection, bill.id) if brought.codes else ())
        if one.code.is_earned
    ]
    return {
        **({"donated": to_json(back)} if back else {}),
        **({"codes_back": codes} if codes else {}),
    }


def beside_again(came: dict[str, Any], today: date) -> dict[str, object]:
    """Give the part of an outcome that undoes a return.

    Args:
        came: The outcome of the return.
    """
    again = tuple(taken_back(one, today) for one in from_json(came.get("donated", []), tuple[Donation, ...]))
    return {
        **({"donated": to_json(again)} if again else {}),
        **({"codes_back": came["codes_back"]} if "codes_back" in came else {}),
    }


def _is_known(connection: Connection, made: set[VoucherCode], code: VoucherCode) -> bool:
    return (
        code in made
        or code_given(connection, code) is not None
        or voucher_by_code(connection, code) is not None
    )
