"""An owner's forgotten PIN: what proves whose shop it is, what waits, and who stops it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.audit import AuditAsk
from loyalpos.engine.staff import Role
from loyalpos.errors import (
    CodeTooSoon,
    CodeWrong,
    NotAllowed,
    PersonGone,
    PinUnfit,
    ProofUnfit,
    WrongPin,
)
from loyalpos.services.forgotten import Proof
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.keyrings import MemoryKeyring
from tests.shops import World, new_till, reopened

PIN, OTHER, NEW, WRONG = "271828", "314159", "161803", "999998"
PASSPHRASE = "mây trắng quán nhỏ"
WRONG_CODE = "1" * 22


@pytest.fixture(autouse=True)
def cheap_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)


class People:
    """A shop with an owner, a manager and a cashier; nobody is at the till."""

    def __init__(self, folder: Path, *, passphrase: str | None = None, keyring: bool = False) -> None:
        self.world = World(seed=9)
        till = new_till(folder, self.world)
        self.owner, self.boss, self.lan = (
            self._add(till, name, role, pin)
            for name, role, pin in (
                ("Bà Mây", Role.OWNER, PIN),
                ("Hoa", Role.MANAGER, OTHER),
                ("Lan", Role.CASHIER, OTHER),
            )
        )
        self.till, self.code = till, ""
        if passphrase is not None or keyring:
            till.shop.close()
            ring = MemoryKeyring() if keyring else None
            keys = Keys(folder / "shop.loyalpos", folder / "backups", lambda: ring)
            self.code = turn_on(keys, passphrase, self.world.outside())
            self.till = Till(Shop.open(folder / "shop.loyalpos", keys.of_file(), self.world.outside()))
        self.world.clock.step = timedelta()
        self.till.shop.sign_in(None)

    def _add(self, till: Till, name: str, role: Role, pin: str) -> UUID:
        person = till.staff.add(till.shop.outside.new_id(), name, role)
        till.staff.set_pin(person.id, pin)
        return person.id

    def records(self, kind: str) -> list[dict[str, object]]:
        with self.till.shop.file.read() as connection:
            rows = connection.driver.execute(
                "SELECT body FROM record WHERE kind = ? ORDER BY hlc", (kind,)
            ).fetchall()
        return [json.loads(body)["request"] for (body,) in rows]


@pytest.fixture
def open_shop(tmp_path: Path) -> People:
    return People(tmp_path)


@pytest.fixture
def locked_shop(tmp_path: Path) -> People:
    return People(tmp_path, passphrase=PASSPHRASE)


def test_the_code_from_the_paper_gives_an_owner_another_pin_and_lets_them_in(locked_shop: People) -> None:
    till, owner = locked_shop.till, locked_shop.owner
    assert till.forgotten.proof() is Proof.EITHER
    till.forgotten.reset(owner, NEW, locked_shop.code)
    assert till.shop.at_work is not None
    assert till.shop.at_work.id == owner
    assert locked_shop.records("staff_pin_set")[-1] == {"person": owner.hex, "set": True, "by": "code"}
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, PIN)
    locked_shop.world.clock.forward(seconds=1)
    assert till.staff.check_pin(owner, NEW).id == owner
    assert check(till.shop.file).is_clean
    today = till.honesty.today()
    line = next(one for one in till.audit.page(AuditAsk(today, today)).lines if one.kind == "staff_pin_set")
    assert (line.person, line.what) == (owner.hex, "code")


def test_the_passphrase_of_the_start_proves_it_too_where_it_opens_the_file(locked_shop: People) -> None:
    locked_shop.till.forgotten.reset(locked_shop.owner, NEW, PASSPHRASE)
    assert locked_shop.till.staff.check_pin(locked_shop.owner, NEW).id == locked_shop.owner


def test_where_a_keyring_opens_the_file_the_code_alone_proves_it(tmp_path: Path) -> None:
    people = People(tmp_path, keyring=True)
    assert people.till.forgotten.proof() is Proof.CODE
    with pytest.raises(CodeWrong):
        people.till.forgotten.reset(people.owner, NEW, PASSPHRASE)
    people.till.forgotten.reset(people.owner, NEW, people.code)


def test_a_slip_of_the_pen_is_no_try_and_wrong_codes_wait_as_wrong_pins_do(tmp_path: Path) -> None:
    people = People(tmp_path, keyring=True)
    till, clock = people.till, people.world.clock
    slip = people.code[:-1] + str((int(people.code[-1]) + 1) % 10)
    for typed in (people.code[:-3], slip, slip):
        with pytest.raises(CodeWrong) as mistyped:
            till.forgotten.reset(people.owner, NEW, typed)
        assert not mistyped.value.reads
    wrong = f"{WRONG_CODE}{98 - int(WRONG_CODE) * 100 % 97:02d}"
    waits = []
    for _ in range(10):
        with pytest.raises(CodeWrong) as refused:
            till.forgotten.reset(people.owner, NEW, wrong)
        assert refused.value.reads
        with pytest.raises(CodeTooSoon) as soon:
            # Not even the right one.
            till.forgotten.reset(people.owner, NEW, people.code)
        waits.append(soon.value.wait_s)
        clock.forward(seconds=soon.value.wait_s)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 86_400]
    till.forgotten.reset(people.owner, NEW, people.code)
    till.shop.sign_in(None)
    with pytest.raises(CodeWrong):
        till.forgotten.reset(people.owner, NEW, wrong)


def test_nobody_but_an_owner_gets_a_pin_so_and_no_easy_one(locked_shop: People) -> None:
    for person in (locked_shop.boss, locked_shop.lan):
        with pytest.raises(PersonGone):
            locked_shop.till.forgotten.reset(person, NEW, locked_shop.code)
    with pytest.raises(PinUnfit):
        locked_shop.till.forgotten.reset(locked_shop.owner, "111111", locked_shop.code)
    with pytest.raises(ProofUnfit):
        locked_shop.till.forgotten.ask(locked_shop.owner, NEW)


def test_without_protection_nothing_proves_it_and_another_pin_holds_after_three_days(
    open_shop: People,
) -> None:
    till, owner, world = open_shop.till, open_shop.owner, open_shop.world
    assert till.forgotten.proof() is Proof.NONE
    with pytest.raises(ProofUnfit):
        till.forgotten.reset(owner, NEW, "1234")
    for person in (open_shop.boss, open_shop.lan):
        with pytest.raises(PersonGone):
            till.forgotten.ask(person, NEW)
    asked = till.forgotten.ask(owner, NEW)
    assert asked.holds_from - asked.at == timedelta(days=3)
    assert till.forgotten.asked() == (asked,)
    assert till.shop.at_work is None
    world.clock.forward(days=3, seconds=-1)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, NEW)
    till = open_shop.till = reopened(till, world)
    world.clock.forward(seconds=1)
    assert till.staff.sign_in(owner, NEW).id == owner
    assert open_shop.records("staff_pin_set")[-1] == {"person": owner.hex, "set": True, "by": "wait"}
    assert till.forgotten.asked() == ()
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, PIN)
    assert check(till.shop.file).is_clean


def test_the_pin_of_now_a_manager_or_an_owner_stops_it_and_a_cashier_does_not(open_shop: People) -> None:
    till, owner, world = open_shop.till, open_shop.owner, open_shop.world
    till.forgotten.ask(owner, NEW)
    till.staff.check_pin(owner, PIN)
    assert till.forgotten.asked() == ()
    till.forgotten.ask(owner, NEW)
    till.staff.sign_in(open_shop.lan, OTHER)
    with pytest.raises(NotAllowed):
        till.forgotten.stop(owner)
    till.staff.sign_in(open_shop.boss, OTHER)
    till.forgotten.stop(owner)
    till.forgotten.stop(owner)
    assert till.forgotten.asked() == ()
    assert len(open_shop.records("owner_pin_asked")) == 2
    assert len(open_shop.records("owner_pin_kept")) == 2
    world.clock.forward(days=4)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, NEW)


def test_asked_again_the_three_days_begin_anew_and_a_clock_set_back_shortens_none(open_shop: People) -> None:
    till, owner, world = open_shop.till, open_shop.owner, open_shop.world
    till.forgotten.ask(owner, NEW)
    world.clock.forward(days=2)
    till.forgotten.ask(owner, "141421")
    world.clock.forward(days=-1)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, WRONG)
    world.clock.forward(days=3, seconds=-2)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, "141421")
    world.clock.forward(days=1)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, NEW)
    world.clock.forward(seconds=4)
    assert till.staff.check_pin(owner, "141421").id == owner


def test_another_pin_from_an_owner_ends_what_was_asked_for(open_shop: People) -> None:
    till, owner, world = open_shop.till, open_shop.owner, open_shop.world
    till.forgotten.ask(owner, WRONG)
    till.shop.sign_in(owner)
    till.staff.set_pin(owner, NEW)
    assert till.forgotten.asked() == ()
    world.clock.forward(days=4)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, WRONG)


def test_what_was_asked_for_under_a_clock_that_ran_ahead_holds_three_days_after_it_was_put_right(
    open_shop: People,
) -> None:
    till, owner, world = open_shop.till, open_shop.owner, open_shop.world
    world.clock.forward(days=365)
    till.forgotten.ask(owner, NEW)
    world.clock.forward(days=-365)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, WRONG)
    world.clock.forward(days=3, seconds=-1)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner, NEW)
    world.clock.forward(seconds=5)
    assert till.staff.check_pin(owner, NEW).id == owner


def test_a_pin_nobody_may_have_is_no_try_of_the_code(locked_shop: People) -> None:
    till, owner = locked_shop.till, locked_shop.owner
    for _ in range(3):
        with pytest.raises(PinUnfit):
            till.forgotten.reset(owner, "123456", locked_shop.code)
    assert till.forgotten.reset(owner, NEW, locked_shop.code).id == owner


def test_nothing_is_stopped_for_whoever_is_no_owner(open_shop: People) -> None:
    open_shop.till.shop.sign_in(open_shop.boss)
    with pytest.raises(PersonGone):
        open_shop.till.forgotten.stop(open_shop.lan)
