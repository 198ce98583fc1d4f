"""Real shops in temporary folders, with a clock that tests turn and ids that repeat."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Gift, PayWithPoints, PercentOff, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.shop import ShopDescription
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday 23 November 2026, 09:00 in Viet Nam."""

CONSENT = Consent(Purpose.PROGRAM, "program", 1, "vi", "spoken")

PROGRAM = Program(
    revision=0,
    rules=(AmountRule("base", per_vnd=10_000),),
    rewards=(
        AmountOff("off50", "Giảm 50.000 ₫", 500, 50_000, 100_000),
        Gift("coffee", "Tặng 1 bạc xỉu", 300, counted=True),
        PayWithPoints("pay", "Dùng điểm trả một phần", 1, 100, 3_000),
        PercentOff("tenth", "Giảm 10%", 100, 1_000, 20_000),
    ),
    welcome_points=20,
    expiry=Expiry(ExpiryKind.MONTHS, 12),
)


@dataclass
class Clock:
    """A clock that stands still until a test turns it."""

    at: datetime = MORNING
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        """Tell the time; every look moves it on a little, as real clocks do."""
        self.at += self.step
        return self.at

    def forward(self, **by: int) -> None:
        """Turn the clock on (or back, with negative numbers)."""
        self.at += timedelta(**by)


@dataclass
class World:
    """A repeatable outside: clock, ids and randomness from one seed."""

    seed: int = 0
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def new_id(self) -> UUID:
        """Make a UUIDv7 of the clock's time."""
        stamp = int(self.clock.at.timestamp() * 1000) << 80
        return UUID(int=stamp | 7 << 76 | self._random.getrandbits(76) & ~(3 << 62) | 2 << 62)

    def outside(self) -> Outside:
        """Give what services ask for."""
        return Outside(self.clock, self.new_id, self._random.randbytes)


def new_till(
    folder: Path,
    world: World | None = None,
    *,
    program: Program = PROGRAM,
    description: ShopDescription | None = None,
    stock: Mapping[str, int] | None = None,
) -> Till:
    """Make a shop in a folder and open it."""
    folder.mkdir(parents=True, exist_ok=True)
    shop = Shop.create(
        folder / "shop.loyalpos",
        PUBLISHED_KEY,
        (world or World()).outside(),
        description=description or ShopDescription("Quán Cà Phê Mây"),
        program=program,
        stock={"coffee": 14} if stock is None else stock,
        who="Lan",
    )
    return Till(shop)


def reopened(till: Till, world: World) -> Till:
    """Close a till and open its file again, as tomorrow morning does."""
    path = till.shop.file.path
    till.shop.close()
    return Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))


def days_later(till: Till, world: World, days: int) -> None:
    """Let days go by, and somebody say in the morning that the date is right."""
    world.clock.forward(days=days)
    if not till.days.open().trusted:
        till.days.trust_clock()


def whose_phone(till: Till, phone: str) -> UUID | None:
    """Find the member who has a phone number."""
    found = (one.id for one in till.members.find(phone) if one.phone == phone)
    return next(found, None)


def enrolled(till: Till, phone: str = "0912345678", name: str | None = "Nguyễn Văn Đức") -> UUID:
    """Let somebody join."""
    action = till.shop.outside.new_id()
    return till.members.enrol(action, Enrolment(Phone(phone), name, consents=(CONSENT,))).member
