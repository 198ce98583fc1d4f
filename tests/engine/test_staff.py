from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest

from loyalpos.engine.staff import Person, Right, Role, Tries, is_pin, rights_of


def test_each_role_may_do_all_that_the_next_one_may() -> None:
    for above, below in pairwise(Role):
        assert rights_of(above) > rights_of(below)
    assert rights_of(Role.OWNER) == set(Right)


def test_a_manager_does_the_days_work_and_an_owner_alone_what_cannot_be_taken_back() -> None:
    of_owners = {Right.PROGRAM, Right.STAFF, Right.SETTINGS, Right.ERASE, Right.PROTECT, Right.AUDIT}
    assert rights_of(Role.MANAGER) == set(Right) - of_owners
    assert rights_of(Role.CASHIER) == set()


def test_ten_wrong_pins_lock_whoever_has_somebody_above() -> None:
    waits = {role: Tries(10, at_ms=0).wait_ms(1_000, role) for role in Role}
    assert waits == {Role.OWNER: 86_399_000, Role.MANAGER: None, Role.CASHIER: None}
    assert Tries(9, at_ms=0).wait_ms(1_000, Role.CASHIER) == 59_000


def test_only_an_owner_changes_who_works_here() -> None:
    assert [role for role in Role if Person(UUID(int=1), "Lan", role).may(Right.STAFF)] == [Role.OWNER]


@pytest.mark.parametrize("text", ["", "12345", "1234567", "12345a", "１２３４５６", "12 456", "-12345"])
def test_a_pin_is_six_plain_digits(text: str) -> None:
    assert is_pin("012345")
    assert not is_pin(text)
