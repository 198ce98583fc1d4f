"""The writers of records that few shops have: lucky draws, codes for partners."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from loyalpos.store import draws, partners
from loyalpos.store.written import Written

__all__ = ["SELDOM"]

SELDOM: Mapping[str, Callable[[Connection, Written], None]] = {
    "draw_announced": draws.write_announcement,
    "draw_closed": draws.write_closing,
    "draw_held": draws.write_drawing,
    "partner_code_redeemed": partners.write_redeemed,
    "partner_code_reopened": partners.write_reopened,
}
