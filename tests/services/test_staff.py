"""People with PINs: who may, who waits, who is locked out, and what the journal says of it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.staff import LOCKED_AFTER, Person, Right, Role, Tries
from loyalpos.errors import (
    CardKilled,
    LastOwner,
    MemberGone,
    NotAllowed,
    OwnerFirst,
    PersonGone,
    PersonNameless,
    PinLocked,
    PinTooSoon,
    PinUnfit,
    ProofUnfit,
    Refusal,
    WrongPin,
)
from loyalpos.services.staff import OwnerProof
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.shop_export import export_shop
from loyalpos.store.shop_import import import_shop
from tests.shops import PROGRAM, World, enrolled, new_till, reopened

PIN, OTHER, WRONG = "271828", "314159", "999998"


def add(till: Till, name: str, role: Role, pin: str = "") -> Person:
    person = till.staff.add(till.shop.outside.new_id(), name, role)
    if pin:
        till.staff.set_pin(person.id, pin)
    return next(one for one in till.staff.people() if one.id == person.id)


@pytest.fixture
def world() -> World:
    return World(seed=5)


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    return new_till(tmp_path, world)


def records(till: Till, kind: str) -> list[dict[str, object]]:
    with till.shop.file.read() as connection:
        rows = connection.driver.execute(
            "SELECT who, body, private FROM record WHERE kind = ? ORDER BY id", (kind,)
        ).fetchall()
    return [{"who": who, "private": private, **json.loads(body)} for who, body, private in rows]


def wrong(till: Till, person: UUID, world: World, times: int) -> None:
    """Type wrong PINs, each as soon as it is looked at."""
    for _ in range(times):
        with suppress(WrongPin, PinLocked, PinTooSoon):
            till.staff.check_pin(person, WRONG)
        world.clock.forward(seconds=61)


def test_a_shop_where_nobody_has_a_pin_allows_everything_and_knows_the_name_that_was_said(till: Till) -> None:
    add(till, "Lan", Role.CASHIER)
    for right in Right:
        till.shop.demand(right)
    assert till.shop.who == "Lan"


def test_whoever_sets_the_first_pin_is_at_work_and_stands_in_every_record(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    assert till.shop.at_work == owner
    add(till, "Lan", Role.CASHIER, OTHER)
    assert records(till, "staff_added")[-1]["who"] == owner.id.hex
    assert till.shop.named(owner.id.hex) == "Bà Mây"
    assert till.shop.named("Lan Anh") == "Lan Anh"


def test_who_published_and_who_killed_a_card_are_read_by_name(till: Till) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    till.shop.publish(PROGRAM)
    assert till.programs.history()[0].who == "Bà Mây"
    member = enrolled(till)
    (old,) = till.cards.of_member(member)
    till.members.reissue_card(member)
    killed = till.members.by_code(old.code).why
    assert isinstance(killed, CardKilled)
    assert killed.who == "Bà Mây"


def test_a_cashier_may_nothing_that_not_everybody_may_and_nobody_at_the_till_no_more(till: Till) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    for who in (lan.id, None):
        till.shop.sign_in(who)
        for right in Right:
            with pytest.raises(NotAllowed):
                till.shop.demand(right)


def test_an_approval_lets_one_thing_be_done_and_the_record_says_whose_it_was(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    till.staff.sign_in(lan.id, OTHER)
    approval = till.staff.approve(owner.id, PIN, Right.SETTINGS)
    with till.shop.approved(approval):
        till.shop.describe(till.shop.description)
        with pytest.raises(NotAllowed):
            till.shop.demand(Right.PROGRAM)
    with pytest.raises(NotAllowed):
        till.shop.describe(till.shop.description)
    last = records(till, "shop_described")[-1]
    assert (last["who"], last["outcome"]) == (lan.id.hex, {"approved_by": owner.id.hex})


def test_nobody_approves_what_they_may_not_do_themselves(till: Till) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    with pytest.raises(NotAllowed):
        till.staff.approve(lan.id, OTHER, Right.EXPORT)


def test_names_and_hashes_stand_in_the_private_part_alone(till: Till) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    for kind in ("staff_added", "staff_pin_set"):
        body = json.dumps([records(till, kind)[0][part] for part in ("request", "outcome")])
        assert "Mây" not in body
        assert "argon2" not in body
    private = records(till, "staff_pin_set")[0]["private"]
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in private  # type: ignore[operator]


def test_two_people_with_one_pin_have_hashes_of_their_own(till: Till) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    add(till, "Lan", Role.MANAGER, PIN)
    first, second = records(till, "staff_pin_set")
    assert first["private"] != second["private"]


def test_an_owner_has_a_pin_before_anybody_else_and_the_last_one_stays(till: Till) -> None:
    lan = add(till, "Lan", Role.CASHIER)
    with pytest.raises(OwnerFirst):
        till.staff.set_pin(lan.id, OTHER)
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    till.staff.set_pin(lan.id, OTHER)
    for refused in (
        lambda: till.staff.leave(owner.id),
        lambda: till.staff.change(owner.id, "Bà Mây", Role.MANAGER, None),
        lambda: till.staff.remove_pin(owner.id),
    ):
        with pytest.raises(LastOwner):
            refused()
    add(till, "Ông Gió", Role.OWNER, "112358")
    till.staff.leave(owner.id)
    assert owner.id not in {one.id for one in till.staff.people()}
    assert till.staff.names()[owner.id.hex] == "Bà Mây"
    assert till.shop.at_work is None


def test_an_owner_without_a_pin_is_not_the_one_who_is_left_and_the_only_pin_may_go(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    add(till, "Ông Gió", Role.OWNER)
    with pytest.raises(LastOwner):
        till.staff.leave(owner.id)
    till.staff.remove_pin(owner.id)
    assert not till.shop.asks_who


def test_a_card_is_that_of_whoever_has_a_pin_and_is_there(till: Till, tmp_path: Path) -> None:
    member, gone = enrolled(till), enrolled(till, "0987654321", "Hạnh")
    lan = till.staff.add(till.shop.outside.new_id(), "Lan", Role.CASHIER, member)
    assert till.staff.whose_card(member) is None, "nothing says who that is"
    add(till, "Bà Mây", Role.OWNER, PIN)
    till.staff.set_pin(lan.id, OTHER)
    assert till.staff.whose_card(member) == next(one for one in till.staff.people() if one.id == lan.id)
    till.erasures.erase(gone, ErasureReason.ASKED, tmp_path / "backups")
    with pytest.raises(MemberGone):
        till.staff.change(lan.id, "Lan", Role.CASHIER, gone)


def test_a_nameless_person_a_loose_pin_and_one_who_left_are_refused(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    with pytest.raises(PersonNameless):
        add(till, " ", Role.CASHIER)
    for pin in ("12345", "abcdef", "111111", "123456", "987654", "890123"):
        with pytest.raises(PinUnfit):
            till.staff.set_pin(owner.id, pin)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    till.staff.leave(lan.id)
    with pytest.raises(PersonGone):
        till.staff.sign_in(lan.id, OTHER)


def test_somebody_gives_themselves_another_pin_and_nobody_else_one(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    till.staff.sign_in(lan.id, OTHER)
    till.staff.set_pin(lan.id, "161803")
    assert till.staff.check_pin(lan.id, "161803").id == lan.id
    with pytest.raises(NotAllowed):
        till.staff.set_pin(owner.id, "161803")


def test_wrong_pins_wait_longer_each_time_and_the_tenth_locks_until_a_manager_opens_it(
    till: Till, world: World
) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    boss = add(till, "Hoa", Role.MANAGER, "161803")
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    world.clock.step = timedelta()
    waits = []
    for _ in range(LOCKED_AFTER - 1):
        with pytest.raises(WrongPin) as refused:
            till.staff.check_pin(lan.id, WRONG)
        waits.append(refused.value.wait_s)
        with pytest.raises(PinTooSoon):
            # Not even the right one.
            till.staff.check_pin(lan.id, OTHER)
        world.clock.forward(seconds=refused.value.wait_s)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    for pin in (WRONG, OTHER):
        with pytest.raises(PinLocked):
            till.staff.check_pin(lan.id, pin)
        world.clock.forward(days=30)
    assert len(records(till, "staff_locked")) == 1
    till.staff.sign_in(boss.id, "161803")
    for no_cashier in (boss, owner):
        with pytest.raises(NotAllowed):
            till.staff.open(no_cashier.id)
    till.staff.open(lan.id)
    assert till.staff.check_pin(lan.id, OTHER).id == lan.id


def test_an_approval_in_place_waits_and_locks_as_the_gate_does_also_after_a_restart(
    tmp_path: Path, world: World
) -> None:
    till = new_till(tmp_path, world)
    add(till, "Bà Mây", Role.OWNER, PIN)
    boss = add(till, "Hoa", Role.MANAGER, "161803")
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    world.clock.step = timedelta()
    till.staff.sign_in(lan.id, OTHER)
    for wait_s in (1, 2, 4):
        with pytest.raises(WrongPin) as refused:
            till.staff.approve(boss.id, WRONG, Right.EXPORT)
        assert refused.value.wait_s == wait_s
        till = reopened(till, world)
        with pytest.raises(PinTooSoon):
            till.staff.approve(boss.id, "161803", Right.EXPORT)
        world.clock.forward(seconds=wait_s)
    for _ in range(LOCKED_AFTER - 3):
        with suppress(WrongPin, PinLocked):
            # The tries at the gate are the same ones.
            till.staff.sign_in(boss.id, WRONG)
        world.clock.forward(seconds=60)
    with pytest.raises(PinLocked):
        till.staff.approve(boss.id, "161803", Right.EXPORT)


def test_an_owner_who_is_locked_out_may_try_again_after_a_day(till: Till, world: World) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    wrong(till, owner.id, world, LOCKED_AFTER)
    world.clock.forward(hours=23)
    with pytest.raises(PinTooSoon):
        till.staff.check_pin(owner.id, PIN)
    world.clock.forward(hours=1)
    with pytest.raises(WrongPin) as refused:
        till.staff.check_pin(owner.id, WRONG)
    assert refused.value.wait_s == 1, "one slip is not another day"
    world.clock.forward(seconds=2)
    assert till.staff.check_pin(owner.id, PIN).id == owner.id


def test_the_right_pin_forgets_the_wrong_ones(till: Till, world: World) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    wrong(till, owner.id, world, 5)
    till.staff.check_pin(owner.id, PIN)
    with pytest.raises(WrongPin) as refused:
        till.staff.check_pin(owner.id, WRONG)
    assert refused.value.wait_s == 1


def test_a_restart_and_a_clock_set_back_shorten_no_delay(tmp_path: Path, world: World) -> None:
    till = new_till(tmp_path, world)
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    wrong(till, owner.id, world, 6)
    with pytest.raises(WrongPin):
        till.staff.check_pin(owner.id, WRONG)
    till = reopened(till, world)
    for back in (0, 3_600):
        world.clock.forward(seconds=-back)
        with pytest.raises(PinTooSoon) as refused:
            till.staff.check_pin(owner.id, PIN)
        assert refused.value.wait_s > 40
    world.clock.forward(seconds=60)
    assert till.staff.check_pin(owner.id, PIN).id == owner.id


@given(st.lists(st.tuples(st.sampled_from(["wrong", "look"]), st.integers(-90_000, 90_000)), max_size=30))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_no_delay_ends_before_its_time_however_the_clock_is_turned(steps: list[tuple[str, int]]) -> None:
    tries, now_ms, turned_on_ms = Tries(), 1_000_000, 0
    for what, by_ms in steps:
        now_ms += by_ms
        turned_on_ms += max(0, by_ms)
        tries, wait_ms = tries.seen_at(now_ms), tries.wait_ms(now_ms)
        if wait_ms == 0:
            # All of the delay has passed on a clock that only counts what goes forward.
            assert tries.wrong == 0 or turned_on_ms >= min(60_000, 1_000 << (tries.wrong - 1))
            if what == "wrong":
                tries, turned_on_ms = tries.next(now_ms), 0
        elif wait_ms is None:
            assert tries.wrong >= LOCKED_AFTER


def test_pins_survive_an_export_and_check_and_no_table_for_people_shows_them(
    tmp_path: Path, world: World
) -> None:
    till = new_till(tmp_path / "old", world)
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    till.staff.change(lan.id, "Lan Anh", Role.MANAGER, None)
    assert check(till.shop.file).is_clean
    assert export_shop(till.shop.file, tmp_path / "out", at=world.clock())
    for written in (tmp_path / "out" / "tables").iterdir():
        assert "argon2" not in written.read_text(encoding="utf-8-sig")
    made = tmp_path / "new" / "shop.loyalpos"
    made.parent.mkdir()
    assert import_shop(made, till.shop.file.key, tmp_path / "out", origin=bytes(16), at_ms=1)
    till.shop.close()
    from loyalpos.services.shop import Shop

    again = Till(Shop.open(made, till.shop.file.key, world.outside()))
    assert [one.name for one in again.staff.people()] == ["Bà Mây", "Lan Anh"]
    assert again.staff.sign_in(owner.id, PIN).id == owner.id
    again.shop.close()


def test_no_key_that_everybody_has_proves_whose_shop_it_is(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    with pytest.raises(ProofUnfit):
        till.staff.reset_owner_pin(owner.id, OTHER, OwnerProof(till.shop.file.key))


def test_the_key_of_a_protected_file_gives_an_owner_another_pin(till: Till) -> None:
    owner = add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    till.shop.sign_in(None)
    till.shop.file.key = bytes(range(32))
    with pytest.raises(ProofUnfit):
        till.staff.reset_owner_pin(owner.id, "161803", OwnerProof(bytes(32)))
    with pytest.raises(PersonGone):
        till.staff.reset_owner_pin(lan.id, "161803", OwnerProof(bytes(range(32))))
    till.staff.reset_owner_pin(owner.id, "161803", OwnerProof(bytes(range(32))))
    assert till.staff.check_pin(owner.id, "161803").id == owner.id


def test_no_shop_without_pins_imports_what_hashes_them(till: Till) -> None:
    import subprocess
    import sys

    asked = "import sys, loyalpos.services.till, loyalpos.services.staff; print('argon2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert isinstance(till.staff.people(), tuple)


def test_somebody_locked_in_one_row_is_listed_so(till: Till, world: World) -> None:
    add(till, "Bà Mây", Role.OWNER, PIN)
    lan = add(till, "Lan", Role.CASHIER, OTHER)
    wrong(till, lan.id, world, LOCKED_AFTER)
    with pytest.raises(Refusal):
        till.staff.check_pin(lan.id, OTHER)
    assert [line.wait_s for line in till.staff.lines()] == [0, None]
