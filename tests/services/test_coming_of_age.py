"""Who joined under age says themselves what is done with their particulars, from the 16th birthday on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, World, new_till

TURNS_16 = date(2026, 11, 25)
"""Two days after the morning of the tests."""


def _child(till: Till, phone: str, year: int | None = TURNS_16.year - 16) -> UUID:
    born = Birthday(TURNS_16.day, TURNS_16.month, year)
    child = Enrolment(
        Phone(phone), "Bo", birthday=born, consents=(CONSENT,), under_age=True, guardian="Trần Thị Mai"
    )
    return till.members.enrol(till.shop.outside.new_id(), child).member


def _opens(till: Till) -> None:
    till.days.open()
    while till.days.bring():
        pass


def _is_child(till: Till, member: UUID) -> bool:
    return till.consents.of(member).under_age


def test_a_member_is_of_age_from_the_morning_of_the_16th_birthday(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    _opens(till)
    # More than one transaction takes.
    turning = [_child(till, f"09130000{number:02d}") for number in range(7)]
    younger = _child(till, "0913000010", TURNS_16.year - 15)
    no_year = _child(till, "0913000011", None)
    # Somebody said so of one whose year says otherwise: that word stands.
    said_so = _child(till, "0913000012", 1990)
    erased = _child(till, "0913000013")
    till.erasures.erase(erased, ErasureReason.ASKED, tmp_path / "backups")
    world.clock.forward(days=1)
    _opens(till)
    assert all(_is_child(till, one) for one in turning), "the day before"
    world.clock.forward(days=1)
    _opens(till)
    assert not any(_is_child(till, one) for one in turning)
    assert not any(till.consents.of(one).guardian for one in turning)
    assert all(_is_child(till, one) for one in (younger, no_year, said_so))
    written = sum(one.field == "under_age" for one in till.consents.of(turning[0]).corrected)
    world.clock.forward(hours=1)
    till.days.trust_clock()
    _opens(till)
    again = sum(one.field == "under_age" for one in till.consents.of(turning[0]).corrected)
    assert again == written, "once"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_no_date_in_doubt_lets_anybody_come_of_age(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    _opens(till)
    child = _child(till, "0913000001")
    world.clock.forward(days=40)
    _opens(till)
    assert _is_child(till, child)
    till.days.trust_clock()
    _opens(till)
    assert not _is_child(till, child)
    till.shop.close()
