"""Gifts: what is due to a member is given, and taken back as far as it is still there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.brought import GiftGiven, GiftKind, kind_of
from loyalpos.engine.counted import UnitMove
from loyalpos.engine.gift_budgets import given_back
from loyalpos.engine.gifts_due import Had, Story, gifts_due
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import Entry, EntryKind, earn_entry, take_back_entry
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Gives,
    HolidayGift,
    Milestone,
    Referral,
    Streak,
    SurveyGift,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.points_end import gives_points
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import measured_by
from loyalpos.services.gift_budgets import as_outcome, paid_in_month
from loyalpos.services.gifts_again import had_before
from loyalpos.services.shop import Shop
from loyalpos.services.vouchers import gift_voucher
from loyalpos.store.days import is_doubtful
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftFacts, GiftRow, facts_of, gift_lot, gifts_of
from loyalpos.store.given import paid_for_gift
from loyalpos.store.visits import last_day_of, sums_of, visit_days
from loyalpos.store.vouchers import VouchersBack, vouchers_given_by

__all__ = [
    "gifts_begin",
    "give",
    "give_due",
    "has_gifts",
    "has_timed_gifts",
    "lately_given",
    "take_back",
]

_LATELY: Final = timedelta(days=14)
"""So long the counter says what a member was given."""

_TIMED = (BirthdayGift, AnniversaryGift, WinBack)
_OF_VISITS = (Streak, HolidayGift)
_OURS = (*_TIMED, *_OF_VISITS, WelcomeGift, Milestone, SurveyGift)


def has_gifts(program: Program) -> bool:
    """Tell whether a program has gifts that this module decides about."""
    return any(isinstance(occasion, _OURS) for occasion in program.occasions)


def has_timed_gifts(program: Program) -> bool:
    """Tell whether time alone can bring a gift."""
    return any(isinstance(occasion, _TIMED) for occasion in program.occasions)


def gifts_begin(shop: Shop) -> dict[str, date]:
    """Give, by id, the first business day each occasion was in a program of the shop."""
    since: dict[str, date] = {}
    for starts, program in shop.started:
        for occasion in program.occasions:
            since[occasion.id] = min(starts, since.get(occasion.id, starts))
    return since


def give_due(
    connection: Connection,
    shop: Shop,
    member: UUID,
    today: date,
    *,
    act: UUID | None = None,
    timed: bool = True,
) -> tuple[GiftGiven, ...]:
    """Give a member what is due today and has not been given.

    Args:
        act: The act of the counter that brought it, if one did.
        timed: Also what time alone brings. No return brings it: while a bill is moved away, somebody may
            seem to have been long absent.
    """
    program = shop.program_on(today)
    if not has_gifts(program):
        return ()
    facts = facts_of(connection, member)
    if facts is None:
        return ()
    rows = gifts_of(connection, member)
    since = gifts_begin(shop)
    given: list[GiftGiven] = []
    for due in gifts_due(program, _story(connection, program, member, facts, rows, since), today, since):
        occasion = next(one for one in program.occasions if one.id == due.occasion)
        assert not isinstance(occasion, Referral | SurveyGift | UnknownOccasion)
        if isinstance(occasion, _TIMED) and not timed:
            continue
        if isinstance(occasion, (*_TIMED, *_OF_VISITS)) and is_doubtful(connection, today.isoformat()):
            continue
        if isinstance(occasion, WelcomeGift) and facts.of_list:
            continue
        # Who had it and lost it with a bill may have it again, whatever was entered later for before.
        is_first = not any(row.gift.occasion == occasion.id for row in rows)
        if (
            isinstance(occasion, Milestone)
            and is_first
            and _passed_before(connection, member, occasion, since)
        ):
            continue
        given.append(
            give(
                connection,
                shop,
                member,
                GiftGiven(due.id, kind_of(occasion), due.occasion, due.mark, occasion.name, due.gives, today),
                act=act,
            )
        )
    return tuple(gift for gift in given if gift.is_worth_telling)


def lately_given(
    connection: Connection, program: Program, member: UUID, today: date
) -> tuple[GiftGiven, ...]:
    """List what a member was given lately and still has, the latest first."""
    if not has_gifts(program) and not any(tier.gift_points for tier in program.tiers.tiers):
        return ()
    since = today - _LATELY
    rows = (row.gift for row in gifts_of(connection, member))
    kept = (gift for gift in rows if gift.day >= since and not gift.is_taken_back)
    return tuple(gift for gift in kept if gift.gives != Gives())[::-1]


def give(
    connection: Connection,
    shop: Shop,
    member: UUID,
    gift: GiftGiven,
    *,
    act: UUID | None = None,
    undoing: UUID | None = None,
    kind: str = "gift_given",
) -> GiftGiven:
    """Record a gift under its own id, so that it is never given twice.

    One that was taken back and comes again brings no more than was taken: not what had expired before, and
    no second voucher for one that was used.

    Args:
        act: The act of the counter that brings it.
        undoing: The act that may undo what took it back, where that is another.
        kind: What the record is, where the gift is an act of the counter itself.
    """
    now = shop.now()
    program = shop.program_on(gift.day)
    before = had_before(connection, member, gift, undoing or act)
    gives = _still_given(program, before.gives_again(gift.gives), gift.day)
    # What was taken back comes again whenever that was; the fee of a membership has earned as a bill does.
    is_new = before.lot is None and gift.kind is not GiftKind.MEMBERSHIP
    if is_new and not gives_points(program.points_end, gift.day):
        gives = replace(gives, points=0)
    paid = paid_in_month(
        connection,
        program,
        gift.kind,
        gift.occasion,
        gives,
        gift.day,
        anyway=before.restored is not None,
    )
    gives = paid.gives
    gift = replace(gift, gives=gives, over=paid.over)
    alive_at = shop.alive_at(connection, now)
    account, entries = shop.settled(connection, member, now=now, alive_at=alive_at)
    if gives.points > 0:
        entries += (
            earn_entry(
                account,
                entry_id=uuid5(gift.id, "points"),
                points=gives.points,
                at=now,
                earned_at=now if before.lot is None else before.lot.earned_at,
                expires_at=program.expiry.expires_at(now, shop.time)
                if before.lot is None
                else before.lot.expires_at,
                reference=gift.id,
            ),
        )
    moves = _units(gives, 1)
    voucher = None
    if not before.vouchers:
        voucher = gift_voucher(
            connection, shop.outside.random_bytes, program, gives.voucher, gift.occasion, member, gift.day
        )
    shop.write(
        connection,
        kind,
        {"member": member.hex, "occasion": gift.occasion, "mark": gift.mark},
        {
            "day": gift.day.isoformat(),
            "kind": gift.kind.value,
            "name": gift.name,
            "revision": program.revision,
            "gives": to_json(gives),
            "entries": to_json(entries),
            **({} if act is None else {"act": act.hex}),
            **as_outcome(paid, gift.day),
            **({"unit_moves": to_json(moves)} if moves else {}),
            **({} if voucher is None else {"vouchers_given": to_json((voucher,))}),
            **({"vouchers_again": list(before.vouchers)} if before.vouchers else {}),
        },
        action=gift.id,
    )
    return gift


def take_back(
    connection: Connection,
    shop: Shop,
    member: UUID,
    row: GiftRow,
    act: UUID,
    *,
    kind: str = "gift_taken_back",
) -> GiftGiven:
    """Record that a gift is taken back: points but for those that have expired, the rest as it was given.

    Args:
        kind: What the record is, where this is an act of the counter itself.
    """
    now = shop.now()
    gift, gives = row.gift, row.gift.gives
    alive_at = shop.alive_at(connection, now)
    account, entries = shop.settled(connection, member, now=now, alive_at=alive_at)
    points = 0
    if row.lot is not None:
        points = gives.points - gift_lot(connection, member, row.lot).expired - _lost(entries, row.lot)
    record = uuid5(gift.id, "taken_back")
    if points > 0:
        assert row.lot is not None
        entries += (
            take_back_entry(
                account,
                entry_id=uuid5(record, "points"),
                points=points,
                at=now,
                alive_at=alive_at,
                own_lots=frozenset({row.lot}),
                reference=gift.id,
            ),
        )
    moves = _units(gives, -1)
    codes = tuple(one.voucher.code for one in vouchers_given_by(connection, gift.id))
    back = given_back(paid_for_gift(connection, gift.id))
    shop.write(
        connection,
        kind,
        {"member": member.hex, "gift": gift.id.hex},
        {
            "day": shop.time.business_day(now).isoformat(),
            "points": points,
            "entries": to_json(entries),
            "act": act.hex,
            **({"paid": to_json(back)} if back else {}),
            **({"unit_moves": to_json(moves)} if moves else {}),
            **({"vouchers_back": to_json(VouchersBack(codes))} if codes else {}),
        },
        action=record,
    )
    return replace(gift, is_taken_back=True, taken_points=points)


def _story(
    connection: Connection,
    program: Program,
    member: UUID,
    facts: GiftFacts,
    rows: tuple[GiftRow, ...],
    since: Mapping[str, date],
) -> Story:
    last_visit = None
    if any(isinstance(occasion, WinBack) for occasion in program.occasions):
        last_visit = last_day_of(connection, member)
    begun = [since[one.id] for one in program.occasions if isinstance(one, _OF_VISITS)]
    visits = visit_days(connection, member, min(begun)) if begun else ()
    had = (row.gift for row in rows if row.gift.kind is not GiftKind.TIER)
    return Story(
        member=member,
        joined=facts.joined,
        birthday=facts.birthday,
        birthday_known=facts.birthday_known,
        last_visit=last_visit,
        since_joining=facts.totals,
        had=tuple(Had(one.occasion, one.mark, one.day, one.is_taken_back) for one in had),
        visits=visits,
    )


def _passed_before(
    connection: Connection, member: UUID, milestone: Milestone, since: Mapping[str, date]
) -> bool:
    """Tell whether a milestone was behind a member already when the shop set it up."""
    first = since[milestone.id]
    reached = sum(
        measured_by(milestone.reached_by, one.paid_vnd, one.points, one.visits)
        for one in sums_of(connection, member)
        if one.day < first
    )
    return reached >= milestone.at


def _still_given(program: Program, gives: Gives, day: date) -> Gives:
    """Leave out what there is no more: tickets of a draw whose list is closed."""
    open_draws = {draw.id for draw in program.draws if day <= draw.closes}
    return gives if gives.draw in open_draws else replace(gives, tickets=0, draw="")


def _units(gives: Gives, times: int) -> tuple[UnitMove, ...]:
    kind = EntryKind.EARN if times > 0 else EntryKind.REVERSE
    units = ((gives.card, gives.stamps), (gives.draw, gives.tickets))
    return tuple(UnitMove(unit, times * count, kind) for unit, count in units if unit and count)


def _lost(entries: tuple[Entry, ...], lot: UUID) -> int:
    """Count what of a lot expires with the very record that takes it back."""
    return sum(-entry.points for entry in entries if entry.reference == lot)
