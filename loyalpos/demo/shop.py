"""The demo shop people look around in: six weeks of a coffee shop, lived up to now through the services."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from loyalpos.app import shop_key
from loyalpos.demo.draws import Draws
from loyalpos.demo.people import Person, people
from loyalpos.engine.bills import Bill, NumberingPeriod, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Enrolment, Purpose
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Gift, PayWithPoints, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.errors import PhoneTaken, Refusal, Unavailable
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import Folders, TillSettings, save_settings
from loyalpos.store.file import Connection
from loyalpos.ui.words.consent import consent_to

__all__ = ["DESCRIPTION", "PROGRAM", "prepare_demo_shop"]

DESCRIPTION = ShopDescription(
    "Quán Cà Phê Mây", "12 Hàng Bài, Hà Nội · 024 3936 0188", numbering=NumberingPeriod.YEAR
)
PROGRAM = Program(
    revision=0,
    rules=(AmountRule("base", 1_000),),
    rewards=(
        AmountOff("off", "Giảm 20.000 ₫", 400, 20_000, 60_000),
        Gift("coffee", "Tặng 1 bạc xỉu", 600, counted=True),
        PayWithPoints("pay", "Dùng điểm trả một phần", 1, 50, 3_000),
        Gift("cake", "Tặng 1 bánh kem nhỏ", 3_000, counted=True),
    ),
    welcome_points=20,
    expiry=Expiry(ExpiryKind.MONTHS, 12),
    tiers=TierPlan(
        tiers=(
            Tier("silver", "Bạc", 500_000, extra_bp=500, gift_points=30),
            Tier("gold", "Vàng", 1_500_000, extra_bp=1_000, gift_points=50),
            Tier("diamond", "Kim cương", 4_000_000, extra_bp=2_000, gift_points=100),
        )
    ),
    occasions=(
        BirthdayGift("birthday", Gives(points=50)),
        Milestone("million", Reached.SPEND, 1_000_000, Gives(points=40), name="Một triệu đầu tiên"),
    ),
)
_STOCK = {"coffee": 140, "cake": 6}
_DAYS = 42
_MEMBERS = 120
_FIRST_DAY_MEMBERS = 34
_VISITS_A_DAY = (16, 30)
_OPENS_H, _CLOSES_H = 7, 22
_MENU_VND = (29_000, 35_000, 39_000, 45_000, 49_000, 55_000, 62_000, 79_000, 89_000)
_ITEMS = (1, 1, 1, 2, 2, 2, 3, 3, 4, 7)
_REDEEMS_ONE_IN = 6
_WITHOUT_CARD_ONE_IN = 12
_OLD_AFTER = timedelta(hours=36)
_NOTES = ("Ít đường", "Hay ngồi bàn cửa sổ", "Không lấy ống hút", "Cà phê sữa, ít đá", "Mua cho cả phòng")
_FIRST_NUMBER = 21_407


@dataclass
class _Life:
    """What it takes to live a shop's past: its till, a clock that walks, and who may come in."""

    till: Till
    draws: Draws
    strangers: Iterator[Person]
    turn_to: Callable[[datetime], None]
    number: int
    members: list[UUID] = field(default_factory=list)


def prepare_demo_shop(where: Folders, seed: int, real: Outside) -> None:
    """Make the demo shop where there is none yet, and let one go on that was left for days.

    Args:
        where: The folders of the demo shop.
        seed: Who its customers are and what they buy.
        real: The present time, up to which the shop has lived, and real ids and randomness.
    """
    if where.shop_file.exists():
        _catch_up(where.shop_file, seed, real)
        return
    if not where.settings_file.exists():
        save_settings(where.settings_file, TillSettings(cashier="Lan"))
    half = where.data / "half"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    _make(half / where.shop_file.name, seed, real)
    # Only a shop whose past is whole gets the name under which the till finds it.
    (half / where.shop_file.name).rename(where.shop_file)
    shutil.rmtree(half, ignore_errors=True)


def _walking(real: Outside, start: datetime) -> tuple[Outside, Callable[[datetime], None]]:
    """Give the world outside with a clock that stands still until it is turned on."""
    now = start

    def tell() -> datetime:
        return now

    def turn_to(at: datetime) -> None:
        nonlocal now
        now = max(now, at)

    return Outside(tell, real.new_id, real.random_bytes), turn_to


def _make(path: Path, seed: int, real: Outside) -> None:
    until = real.now()
    first = DESCRIPTION.time.business_day(until) - timedelta(days=_DAYS)
    outside, turn_to = _walking(real, DESCRIPTION.time.day_begins(first) + timedelta(hours=_OPENS_H - 1))
    shop = Shop.create(
        path, shop_key(), outside, description=DESCRIPTION, program=PROGRAM, stock=_STOCK, who="Lan"
    )
    till = Till(shop)
    till.cards.issue(outside.new_id(), 50)
    life = _Life(till, Draws("demo shop", seed), people(Draws("regulars", seed)), turn_to, _FIRST_NUMBER)
    for days in range(_DAYS + 1):
        _live_day(life, first + timedelta(days=days), until)
    turn_to(until)
    shop.close()


def _catch_up(path: Path, seed: int, real: Outside) -> None:
    """Let the days pass since somebody last looked around, so that the shop is of today."""
    until = real.now()
    try:
        outside, _ = _walking(real, until)
        shop = Shop.open(path, shop_key(), outside, who="Lan")
    except Unavailable:
        # The till itself says what is wrong with the file.
        return
    try:
        till = Till(shop)
        known = till.members.recent(10 * _MEMBERS)
        last = known[0].last_visit if known else None
    finally:
        shop.close()
    if last is None or until - last < _OLD_AFTER:
        return
    outside, turn_to = _walking(real, last)
    shop = Shop.open(path, shop_key(), outside, who="Lan")
    number = _FIRST_NUMBER + 100_000 + (until - last).days * 1_000
    draws = Draws("demo shop", seed, last.isoformat())
    life = _Life(Till(shop), draws, people(Draws("later", seed)), turn_to, number, [one.id for one in known])
    day = DESCRIPTION.time.business_day(last) + timedelta(days=1)
    while day <= DESCRIPTION.time.business_day(until):
        _live_day(life, day, until)
        day += timedelta(days=1)
    turn_to(until)
    shop.close()


def _live_day(life: _Life, day: date, until: datetime) -> None:
    """Let a day pass in one transaction; the last one stops now."""
    begins = DESCRIPTION.time.day_begins(day)
    opens, closes = begins + timedelta(hours=_OPENS_H), begins + timedelta(hours=_CLOSES_H)
    visits = life.draws.between(*_VISITS_A_DAY)
    if closes > until:
        # Something was done just before whoever looks came in, however early it is.
        opens, closes, visits = max(begins, until - timedelta(hours=3)), until, 12
    life.turn_to(opens)
    life.till.days.open()
    while life.till.days.bring():
        pass
    left = max(0, _MEMBERS - len(life.members))
    joining = min(left, life.draws.between(1, 3) if life.members else _FIRST_DAY_MEMBERS)
    open_s = max(1, int((closes - opens).total_seconds()))
    moments = sorted(life.draws.below(open_s) for _ in range(visits + joining))
    newcomers = set(life.draws.shuffled(range(len(moments)))[:joining])
    with life.till.shop.file.work() as connection:
        for place, after_s in enumerate(moments):
            life.turn_to(opens + timedelta(seconds=after_s))
            if place in newcomers or not life.members:
                _join(life, connection, day)
                _buy(life, connection, life.members[-1])
            elif life.draws.below(_WITHOUT_CARD_ONE_IN) == 0:
                _buy(life, connection, None)
            else:
                # Who joined early comes most often.
                _buy(
                    life, connection, life.members[life.draws.below(life.draws.between(1, len(life.members)))]
                )


def _join(life: _Life, connection: Connection, day: date) -> None:
    while True:
        person = next(life.strangers)
        member = life.till.shop.outside.new_id()
        enrolment = Enrolment(
            Phone(person.phone),
            person.name,
            birthday=_birthday(life.draws, day),
            note=life.draws.one_of(_NOTES) if life.draws.below(5) == 0 else "",
            consents=(consent_to(Purpose.PROGRAM),),
        )
        try:
            life.till.members.enrol_in(connection, member, enrolment)
        except PhoneTaken:
            continue
        life.members.append(member)
        return


def _birthday(draws: Draws, day: date) -> Birthday | None:
    if draws.below(3):
        return None
    born = day - timedelta(days=draws.between(18 * 365, 60 * 365))
    return Birthday(born.day, born.month, born.year if draws.below(2) else None)


def _buy(life: _Life, connection: Connection, member: UUID | None) -> None:
    life.number += 1
    items = life.draws.one_of(_ITEMS)
    total_vnd = sum(life.draws.one_of(_MENU_VND) for _ in range(items))
    bill = Bill(total_vnd, number=str(life.number) if life.draws.below(3) else None)
    record = partial(life.till.counter.record_in, connection)
    reward = life.draws.one_of(("off", "coffee", "pay"))
    if member is not None and life.draws.below(_REDEEMS_ONE_IN) == 0:
        try:
            record(life.till.shop.outside.new_id(), member, bill, (Taken(reward),))
        except Refusal:
            # Too few points yet: this time only the bill.
            pass
        else:
            return
    record(life.till.shop.outside.new_id(), member, bill)
