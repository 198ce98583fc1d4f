from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest

from loyalpos.engine.staff import Person, Right, Role, is_pin, rights_of


def test_each_role_may_do_all_that_the_next_one_may() -> None:
    for above, below in pairwise(Role):
        assert rights_of(above) > rights_of(below)
    assert rights_of(Role.OWNER) == set(Right)


def test_only_an_owner_changes_who_works_here() -> None:
    assert [role for role in Role if Person(UUID(int=1), "Lan", role).may(Right.STAFF)] == [Role.OWNER]


@pytest.mark.parametrize("text", ["", "12345", "1234567", "12345a", "１２３４５６", "12 456", "-12345"])
def test_a_pin_is_six_plain_digits(text: str) -> None:
    assert is_pin("012345")
    assert not is_pin(text)
