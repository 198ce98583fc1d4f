"""What comes with an act of the counter, in its transaction: tiers, level-up gifts, gifts of occasions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalpos.engine.brought import Brought, GiftGiven
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import Program
from loyalpos.engine.tier_progress import Progress
from loyalpos.services.gifts import give_due, has_gifts, has_timed_gifts
from loyalpos.services.milestones import give_restored, take_back_below
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import move_by_bill, move_by_return, move_by_time, turned
from loyalpos.services.tiers import has_tiers
from loyalpos.services.visit_gifts import give_visits_again, take_back_unvisited
from loyalpos.store.file import Connection
from loyalpos.store.gifts import gifts_of
from loyalpos.store.tiers import moves_in

__all__ = ["bring_by_act", "bring_by_return", "bring_time", "brings_at_once", "brought_by", "together"]


def bring_time(
    connection: Connection, shop: Shop, member: UUID, today: date, *, with_gifts: bool = True
) -> None:
    """Record what time has brought a member: before the next thing is written, or as the day opens.

    Args:
        with_gifts: Not where a return is undone: what stands until then is no absence.
    """
    move_by_time(connection, shop, member, today)
    if with_gifts and has_timed_gifts(shop.program_on(today)):
        give_due(connection, shop, member, today)


def bring_by_act(
    connection: Connection,
    shop: Shop,
    member: UUID,
    *,
    day: date,
    today: date,
    act: UUID,
    bill: UUID | None = None,
) -> Brought:
    """Record what a bill, its payment or an enrolment brings.

    Args:
        day: The business day of the bill.
        bill: The bill that was paid, where it is not the act itself.
    """
    moved = move_by_bill(connection, shop, member, day, today, act)
    given = Brought(give_due(connection, shop, member, today, act=act))
    if not _has_referrals(shop.program_on(today)):
        return together(moved, given)
    from loyalpos.services.referral_gifts import pay_referral  # noqa: PLC0415 - not every shop gives for friends

    return together(moved, given, pay_referral(connection, shop, member, bill or act, today))


def brings_at_once(shop: Shop, today: date) -> bool:
    """Tell whether anything can come with an act of today beside the points: tiers, gifts, friends' gifts."""
    program = shop.program_on(today)
    return has_tiers(shop, today) or has_gifts(program) or _has_referrals(program)


def bring_by_return(
    connection: Connection,
    shop: Shop,
    member: UUID,
    *,
    before: Progress | None,
    bill: UUID,
    bill_day: date,
    today: date,
    act: UUID,
) -> Brought:
    """Record what a return, or its undoing, takes back and brings.

    Args:
        before: What counted for tiers before it (see
            :func:`~loyalpos.services.tier_moves.progress_before`).
    """
    moved = Brought()
    if before is not None:
        moved = move_by_return(
            connection, shop, member, before=before, bill_day=bill_day, today=today, act=act
        )
    taken = take_back_below(connection, shop, member, today, act)
    taken += take_back_unvisited(connection, shop, member, act)
    taken = tuple(gift for gift in taken if gift.gives != Gives())
    given = give_restored(connection, shop, member, today, act)
    given += give_visits_again(connection, shop, member, today, act)
    given += give_due(connection, shop, member, today, act=act, timed=False)
    if not any(_has_referrals(program) for program in shop.revisions()):
        return together(moved, Brought(given, taken))
    from loyalpos.services.referral_gifts import lose_referral, pay_referral  # noqa: PLC0415 - not every shop

    lost = lose_referral(connection, shop, member, bill, today, act)
    paid = pay_referral(connection, shop, member, bill, today, undoing=act)
    return together(moved, Brought(given, taken), lost, paid)


def brought_by(connection: Connection, shop: Shop, member: UUID | None, act: UUID, today: date) -> Brought:
    """Read what an act of before has brought, to answer it a second time as the first."""
    program = shop.program_on(today)
    refers = _has_referrals(program)
    if member is None or not (has_gifts(program) or refers or has_tiers(shop, today)):
        return Brought()
    rows = [row for row in gifts_of(connection, member) if row.gift.is_worth_telling]
    moves = moves_in(connection, member, act)
    came = [row.move for row in moves if row.act == act]
    gone = [row.move for row in moves if row.undone_in == act]
    turn: tuple[str, bool | None] = ("", None)
    if came or gone:
        was = gone[-1].state.tier if gone else came[0].before
        now = came[-1].state.tier if came else gone[0].before
        turn = turned(program.tiers, was, now)
    here = together(
        Brought(
            tuple(row.gift for row in rows if row.act == act and not row.gift.is_taken_back),
            tuple(row.gift for row in rows if row.taken_in == act and row.gift.gives != Gives()),
            *turn,
        ),
    )
    if not refers:
        return here
    from loyalpos.services.referral_gifts import referral_by  # noqa: PLC0415 - not every shop gives for friends

    return together(here, referral_by(connection, member, act))


def _has_referrals(program: Program) -> bool:
    return any(isinstance(occasion, Referral) for occasion in program.occasions)


def together(*parts: Brought) -> Brought:
    """Tell what several things of one act brought as one."""
    turn = next((one for one in parts if one.tier_rose is not None), parts[0])
    return Brought(
        _in_order(tuple(gift for one in parts for gift in one.gifts)),
        _in_order(tuple(gift for one in parts for gift in one.taken_back)),
        turn.tier,
        turn.tier_rose,
        next((one.referrer for one in parts if one.referrer is not None), None),
    )


def _in_order(gifts: tuple[GiftGiven, ...]) -> tuple[GiftGiven, ...]:
    return tuple(sorted(gifts, key=lambda gift: gift.id))
