"""Sealing the seed of a lucky draw before its first ticket, with the program that brings the draw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from loyalpos.engine.draw_stages import same_rules
from loyalpos.engine.draws import SEED_BYTES, commitment
from loyalpos.engine.json_values import to_json
from loyalpos.engine.side_programs import Draw
from loyalpos.errors import DrawRulesStand
from loyalpos.store.draws import announced_draw, has_tickets, sealed_in, tickets_of
from loyalpos.store.file import Connection

if TYPE_CHECKING:
    from loyalpos.services.shop import Shop

__all__ = ["announce"]


def announce(connection: Connection, shop: Shop, draws: Iterable[Draw]) -> None:
    """Announce draws that are new, and anew those whose rules changed before anybody had a ticket.

    A draw has one seed for ever: with other rules it keeps the one that was sealed for it.

    Raises:
        DrawRulesStand: The rules of one differ from those announced, and tickets have been given.
    """
    for draw in draws:
        known = announced_draw(connection, draw.id)
        if known is None:
            _seal(connection, shop, draw)
        elif not same_rules(known.draw, draw):
            if known.closed_at is not None or has_tickets(connection, draw.id):
                raise DrawRulesStand(known.draw.name)
            held = sealed_in(connection, draw.id)
            assert held is not None
            outcome = {
                "commitment": known.commitment,
                "sealed_in": held.hex,
                "tickets_before": known.tickets_before,
            }
            shop.write(connection, "draw_announced", {"draw": to_json(draw)}, outcome)


def _seal(connection: Connection, shop: Shop, draw: Draw) -> None:
    action = shop.outside.new_id()
    seed = shop.outside.random_bytes(SEED_BYTES)
    outcome = {
        "commitment": commitment(seed),
        "sealed_in": action.hex,
        "tickets_before": sum(tickets_of(connection, draw.id).values()),
    }
    private = {"seed": seed.hex()}
    request = {"draw": to_json(draw)}
    shop.write(connection, "draw_announced", request, outcome, private=private, action=action)
