"""What comes of a bill that is recorded: a member's with all that comes beside its points, or nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import CUTS, Bill, Redemption, Taken
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.counted import counted_in, moved_by
from loyalpos.engine.footing import Footing, Standing
from loyalpos.engine.frozen import frozen
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import Account, Entry, earn_entry, post, spend_entry
from loyalpos.engine.members import Member
from loyalpos.engine.memberships import member_discount
from loyalpos.engine.owner import OwnerSaid
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rewards import Quote, quote
from loyalpos.engine.stamps import filled_by, stamps_that_count
from loyalpos.engine.times import to_ms
from loyalpos.engine.vouchers import Presented
from loyalpos.services.owner import priced_as_said
from loyalpos.services.shop import Shop
from loyalpos.services.standing import given_today, memberships_of, standing_at, with_counts
from loyalpos.services.vouchers import given_vouchers, shown_voucher
from loyalpos.store.file import Connection
from loyalpos.store.ledger import standing_of
from loyalpos.store.shop import stock_left

__all__ = ["Typed", "members_bill", "nobodys_bill"]


class Typed(Struct, frozen=True):
    """A bill as it is to be recorded, with when it was, when that is now, and what rules it.

    Attributes:
        action: The id of its record.
        period: The numbering period it belongs to.
    """

    action: UUID
    bill: Bill
    taken: tuple[Taken, ...]
    vouchers: tuple[VoucherCode, ...]
    at: datetime
    now: datetime
    day: date
    period: str
    program: Program


def members_bill(
    connection: Connection, shop: Shop, typed: Typed, person: Member, owner_said: OwnerSaid
) -> dict[str, object]:
    """Work out what comes of a member's bill.

    Raises:
        OwnerToAsk, NotEnoughPoints, RewardNotTakeable, WrongPointsToPay, VoucherNotTakeable, TendersTooLarge,
        NotPaidInParts, PaymentTooLarge, NotAllowed: As told of recording a bill.
    """
    program, day = typed.program, typed.day
    alive_at = shop.alive_at(connection, typed.now)
    held = standing_of(connection, person.id)
    account, expired = shop.settle(held, now=typed.now, alive_at=alive_at)
    standing = standing_at(
        person,
        typed.at,
        shop.time,
        visits=held.visits,
        last_visit=held.last_visit,
        carry=account.carry,
    )
    standing = with_counts(connection, shop, program, person, standing)
    price = partial(
        _price,
        program,
        account,
        typed.bill,
        typed.taken,
        spendable=account.spendable(alive_at),
        stock=stock_left(connection) if typed.taken else {},
        today=given_today(connection, program, day) if typed.taken else {},
        stamps=stamps_that_count(program, standing.units, day),
        vouchers=_shown(connection, shop, typed, person.id),
        membership=member_discount(
            program, memberships_of(connection, shop, person.id), day=day, bill=typed.bill
        ),
    )
    priced, footing, decided = priced_as_said(
        price, program, footing_of(program, standing), typed.bill, owner_said
    )
    shop.demand_for_points(priced.spent_points)
    own = shop.demand_not_own(person.id)
    earning = priced.earning
    entries = (*expired, *_entries(shop, typed, account, priced, alive_at))
    return {
        **_come(connection, shop, typed, priced, footing, person.id),
        "earned": earning.points,
        "lines": to_json(earning.lines),
        "carry_delta": str(earning.carry_delta),
        "entries": to_json(entries),
        "balance": account.balance - priced.spent_points + earning.points,
        **({"units": to_json(earning.units)} if earning.units else {}),
        **_beside_points(connection, shop, typed, priced, standing, person.id),
        **({"own": True} if own else {}),
        **({"owner_decided": to_json(decided)} if decided else {}),
        **({} if priced.membership is None else {"membership": to_json(priced.membership)}),
    }


def nobodys_bill(connection: Connection, shop: Shop, typed: Typed) -> dict[str, object]:
    """Work out what comes of a bill without a member: what vouchers take off it, and no points.

    Raises:
        VoucherNotTakeable, TendersTooLarge: As told of recording a bill.
    """
    program = typed.program
    footing = footing_of(program, standing_at(None, typed.at, shop.time))
    priced = _price(
        program,
        Account(),
        typed.bill,
        (),
        footing,
        spendable=0,
        stock={},
        today={},
        stamps={},
        vouchers=_shown(connection, shop, typed, None),
        membership=None,
    )
    return {
        **_come(connection, shop, typed, priced, footing, None),
        "earned": 0,
        "lines": [],
        "carry_delta": "0",
        "entries": [],
        "balance": 0,
    }


def _come(
    connection: Connection, shop: Shop, typed: Typed, priced: Quote, footing: Footing, member: UUID | None
) -> dict[str, object]:
    """Give the part of an outcome that every bill has."""
    program, kept = typed.program, frozen(typed.program, footing)
    beside: dict[str, object] = {}
    if program.causes or program.partners:
        from loyalpos.services.beside import given_beside  # noqa: PLC0415 - few programs have any

        beside = given_beside(
            connection,
            shop,
            program,
            priced.redemptions,
            member=member,
            day=typed.day,
            paid_vnd=priced.paid_vnd,
        )
    return {
        "revision": program.revision,
        "cuts": CUTS,
        "period": typed.period,
        "at_ms": to_ms(typed.at),
        "day": typed.day.isoformat(),
        "today": shop.time.business_day(typed.now).isoformat(),
        "carry_in": str(priced.earning.carry_in),
        "value_vnd": priced.value_vnd,
        "redemptions": to_json(priced.redemptions),
        "stock": _off_the_shelf(program, priced.redemptions),
        **({} if kept is None else {"footing": to_json(kept)}),
        **({"open_vnd": priced.open_vnd} if priced.open_vnd else {}),
        **({"vouchers_used": to_json(priced.vouchers)} if priced.vouchers else {}),
        # Before this was told apart, every bill was a visit; those bills stay what they were.
        **({} if typed.bill.is_purchase else {"visit": False}),
        **beside,
    }


def _beside_points(
    connection: Connection, shop: Shop, typed: Typed, priced: Quote, standing: Standing, member: UUID
) -> dict[str, object]:
    """Give the part of a member's outcome that moves counts, stamps, tickets and vouchers."""
    program, earning, redemptions = typed.program, priced.earning, priced.redemptions
    given = counted_in(program, earning, redemptions)
    moves = moved_by(program, earning, redemptions)
    vouchers = given_vouchers(
        connection,
        shop.outside.random_bytes,
        program,
        earning,
        redemptions,
        member=member,
        day=typed.day,
    )
    filled: tuple[tuple[str, str], ...] = ()
    if earning.stamps:
        filled = filled_by(
            program,
            standing.units,
            {one.unit: one.count for one in earning.stamps},
            {one.card: one.stamps for one in redemptions if one.card},
        )
    return {
        **({"given": to_json(given)} if given else {}),
        **({"unit_moves": to_json(moves)} if moves else {}),
        **({"vouchers_given": to_json(vouchers)} if vouchers else {}),
        **({"cards_filled": to_json(filled)} if filled else {}),
    }


def _shown(connection: Connection, shop: Shop, typed: Typed, member: UUID | None) -> tuple[Presented, ...]:
    return tuple(shown_voucher(connection, shop, code, member, typed.day) for code in typed.vouchers)


def _entries(
    shop: Shop, typed: Typed, account: Account, priced: Quote, alive_at: datetime
) -> tuple[Entry, ...]:
    """Decide the gross spend and the gross earn of one bill."""
    entries: list[Entry] = []
    for index, redemption in enumerate(priced.redemptions):
        if not redemption.points:
            continue
        entry = spend_entry(
            account,
            entry_id=uuid5(typed.action, f"redeem:{index}"),
            points=redemption.points,
            at=typed.now,
            alive_at=alive_at,
            reference=typed.action,
        )
        entries.append(entry)
        account = post(account, entry)
    if priced.earning.points:
        entry = earn_entry(
            account,
            entry_id=uuid5(typed.action, "earn"),
            points=priced.earning.points,
            at=typed.now,
            earned_at=typed.at,
            expires_at=typed.program.expiry.expires_at(typed.at, shop.time),
            reference=typed.action,
        )
        entries.append(entry)
    return tuple(entries)


def _price(
    program: Program,
    account: Account,
    bill: Bill,
    taken: tuple[Taken, ...],
    footing: Footing,
    *,
    spendable: int,
    stock: Mapping[str, int],
    today: Mapping[str, int],
    stamps: Mapping[str, int],
    vouchers: tuple[Presented, ...],
    membership: Redemption | None,
) -> Quote:
    """Price a bill on a footing, or say why a reward or a voucher cannot be taken into it."""
    priced = quote(
        program,
        account,
        footing,
        bill,
        taken,
        spendable=spendable,
        stock=stock,
        today=today,
        stamps=stamps,
        vouchers=vouchers,
        membership=membership,
    )
    if priced.refused:
        raise priced.refused[0]
    return priced


def _off_the_shelf(program: Program, redemptions: tuple[Redemption, ...]) -> dict[str, int]:
    """Name the counted gifts that leave the shelf."""
    counted = {reward.id for reward in program.rewards if isinstance(reward, Gift) and reward.counted}
    return {redemption.reward: -1 for redemption in redemptions if redemption.reward in counted}
