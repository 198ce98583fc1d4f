"""A member, a Friday and a bill to ask conditions of."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from loyalpos.engine.asking import asks, holds
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import (
    Condition,
    UnknownCondition,
)
from loyalpos.engine.footing import Standing

FRIDAY = date(2026, 11, 20)
NOON = 12 * 60
MEMBER = Standing(day=FRIDAY, minute=NOON, joined=date(2026, 1, 1))
BILL = Bill(100_000)
WEATHER = UnknownCondition("weather")


def met(condition: Condition, standing: Standing = MEMBER, bill: Bill = BILL) -> bool:
    return holds(asks(condition, standing), base_vnd=bill.total_vnd, bill=bill)


def on(day: date) -> Standing:
    return replace(MEMBER, day=day)


def days_met(condition: Condition, first: date, until: date, standing: Standing = MEMBER) -> list[date]:
    days = (first + timedelta(days=count) for count in range((until - first).days))
    return [day for day in days if met(condition, replace(standing, day=day))]
