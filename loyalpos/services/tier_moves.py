"""A member moves between tiers: by bills, returns, time and the owner's hand, with the gifts that brings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.brought import Brought, GiftGiven, GiftKind
from loyalpos.engine.json_values import to_json
from loyalpos.engine.occasions import Gives
from loyalpos.engine.tier_days import moves_until, next_look
from loyalpos.engine.tier_moves import (
    MoveReason,
    TierMove,
    TierState,
    moved,
    set_by_hand,
    tier_gift_id,
    tier_move_id,
)
from loyalpos.engine.tier_progress import Progress
from loyalpos.engine.tier_returns import redone
from loyalpos.engine.tiers import TierPlan
from loyalpos.services.gifts import give, take_back
from loyalpos.services.shop import Shop
from loyalpos.services.tiers import has_tiers, judged_on, measured_now, plans_begin, progress_of
from loyalpos.store.file import Connection
from loyalpos.store.gifts import gifts_of
from loyalpos.store.tiers import standing_moves, tier_row

__all__ = ["move_by_bill", "move_by_hand", "move_by_return", "move_by_time", "progress_before", "turned"]


def move_by_time(connection: Connection, shop: Shop, member: UUID, today: date) -> Brought:
    """Record what time has brought a member since it was judged last: notice, falls, another plan."""
    if not has_tiers(shop, today):
        return Brought()
    judged = judged_on(connection, shop, member, today)
    if not judged.moves and not judged.is_stale:
        return Brought()
    name = f"tier_looked:{today.isoformat()}:{shop.program_on(today).revision}"
    action = tier_move_id(member, judged.moves[-1]) if judged.moves else uuid5(member, name)
    return _write(connection, shop, member, today, judged.state, judged.moves, action=action)


def move_by_bill(
    connection: Connection, shop: Shop, member: UUID, day: date, today: date, act: UUID | None
) -> Brought:
    """Record the rise that a bill brings, at once.

    Args:
        day: The business day of the bill.
        act: The act of the counter that brings it.
    """
    plan = shop.program_on(today).tiers
    if not plan.tiers:
        return Brought()
    row = tier_row(connection, member)
    state = TierState() if row is None else row.state
    judged = date.min if row is None else row.judged
    first = max(day, judged)
    if first >= today:
        measured = measured_now(connection, shop, member, plan, today)
        if moved(plan, state, measured, today) is None:
            return Brought()
        judged = today
    moves = moves_until(
        shop.plans_in,
        state,
        progress_of(connection, shop, member, plan, first),
        judged=judged,
        judged_by=shop.program_on(today).revision if judged == today or row is None else row.revision,
        first=min(first, today),
        until=today,
        plans_begin=plans_begin(shop),
    )
    if not moves:
        return Brought()
    action = tier_move_id(member, moves[-1])
    return _write(connection, shop, member, today, moves[-1].state, moves, action=action, act=act)


def progress_before(connection: Connection, shop: Shop, member: UUID | None, today: date) -> Progress | None:
    """Read a member's amounts as they are before a return; None where no tier hangs on them."""
    if member is None or not has_tiers(shop, today):
        return None
    return progress_of(connection, shop, member, shop.program_on(today).tiers, None)


def move_by_return(
    connection: Connection,
    shop: Shop,
    member: UUID,
    *,
    before: Progress,
    bill_day: date,
    today: date,
    act: UUID,
) -> Brought:
    """Record what a return, or its undoing, leaves of a member's tiers and of their gifts."""
    row = tier_row(connection, member)
    state = TierState() if row is None else row.state
    plan = shop.program_on(today).tiers
    after = progress_of(connection, shop, member, plan, None)
    standing = standing_moves(connection, member)
    moves = tuple(one.move for one in standing)
    anew = redone(
        shop.plans_in, state, moves, before=before, after=after, bill_day=min(bill_day, today), today=today
    )
    if anew is None:
        looks = next_look(plan, state, after, today)
        if row is not None and looks is not None and (row.looks is None or looks < row.looks):
            _write(connection, shop, member, today, state, (), action=uuid5(act, "tier"), act=act)
        return Brought()
    rows = gifts_of(connection, member)
    lost = {tier_gift_id(member, state, tier) for tier in anew.taken_back}
    taken = tuple(
        take_back(connection, shop, member, one, act)
        for one in rows
        if one.gift.id in lost and not one.gift.is_taken_back
    )
    taken = tuple(gift for gift in taken if gift.gives != Gives())
    brought = _write(
        connection,
        shop,
        member,
        today,
        anew.state,
        anew.moves,
        action=uuid5(act, "tier"),
        act=act,
        undone=anew.undone,
        gifts=anew.gifts,
        reasons={(one.move.day, one.move.state.floor): one.reason for one in standing if one.reason},
    )
    return Brought(brought.gifts, taken, *turned(plan, state.tier, anew.state.tier))


def move_by_hand(
    connection: Connection, shop: Shop, member: UUID, tier: str, today: date, *, reason: str, act: UUID
) -> Brought:
    """Record the tier below which an owner does not let a member fall; ``""`` lifts it.

    Raises:
        ValueError: The shop has no such tier.
    """
    move_by_time(connection, shop, member, today)
    row = tier_row(connection, member)
    state = TierState() if row is None else row.state
    plan = shop.program_on(today).tiers
    first = set_by_hand(plan, state, tier, today)
    if first is None:
        return Brought()
    measured = measured_now(connection, shop, member, plan, today)
    moves = [first]
    while (move := moved(plan, moves[-1].state, measured, today)) is not None:
        moves.append(move)
    revision = shop.program_on(today).revision
    return _write(
        connection,
        shop,
        member,
        today,
        moves[-1].state,
        tuple(replace(move, revision=revision) for move in moves),
        action=act,
        act=act,
        reasons={(today, tier): reason},
    )


def _write(
    connection: Connection,
    shop: Shop,
    member: UUID,
    today: date,
    state: TierState,
    moves: tuple[TierMove, ...],
    *,
    action: UUID,
    act: UUID | None = None,
    undone: tuple[TierMove, ...] = (),
    gifts: tuple[str, ...] | None = None,
    reasons: Mapping[tuple[date, str], str] = MappingProxyType({}),
) -> Brought:
    """Record moves with the gifts they bring.

    Args:
        gifts: The tiers whose gifts are due; None is those the moves name.
        reasons: Why a tier was set by hand, by the day and the tier.
    """
    program = shop.program_on(today)
    progress = progress_of(connection, shop, member, program.tiers, today)
    looks = next_look(program.tiers, state, progress, today)
    said = {
        str(move.state.moves): reasons[move.day, move.state.floor]
        for move in moves
        if move.reason is MoveReason.BY_HAND and (move.day, move.state.floor) in reasons
    }
    shop.write(
        connection,
        "tier_moved",
        {"member": member.hex},
        {
            "day": today.isoformat(),
            "revision": program.revision,
            "state": to_json(state),
            "looks": None if looks is None else looks.isoformat(),
            "moves": to_json(moves),
            **({} if act is None else {"act": act.hex}),
            **({"undone": [move.state.moves for move in undone]} if undone else {}),
        },
        # The words of a person, who may name somebody.
        private={"reasons": said} if said else None,
        action=action,
    )
    brought_by = {tier: shop.program_of(move.revision) for move in moves for tier in move.gifts}
    given = []
    for tier_id in tuple(brought_by) if gifts is None else gifts:
        tier = brought_by[tier_id].tiers.tier(tier_id)
        if tier is None or tier.gift_points <= 0:
            continue
        gift = GiftGiven(
            tier_gift_id(member, state, tier_id),
            GiftKind.TIER,
            tier_id,
            "",
            tier.name,
            Gives(points=tier.gift_points),
            today,
        )
        given.append(give(connection, shop, member, gift, act=act))
    given = [gift for gift in given if gift.is_worth_telling]
    before = moves[0].before if moves else state.tier
    return Brought(tuple(given), (), *turned(program.tiers, before, state.tier))


def turned(plan: TierPlan, before: str, after: str) -> tuple[str, bool | None]:
    """Name the tier come to, and say whether that is up."""
    if before == after:
        return "", None
    held = [tier.id for tier in plan.tiers]
    ranks = [held.index(one) if one in held else -1 for one in (before, after)]
    tier = plan.tier(after)
    return "" if tier is None else tier.name, ranks[1] > ranks[0]
