"""Who may be one person: told with the reasons, and not again once told apart."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from loyalpos.engine.likeness import Likeness, Why, likely_pairs
from loyalpos.services.till import Till
from tests.services.merged import till, two, world

__all__ = ["till", "two", "world"]


def like(number: int, name: str = "duc", **more: Any) -> Likeness:
    return Likeness(UUID(int=number), name, **more)


def reasons(*members: Likeness, apart: frozenset[frozenset[UUID]] = frozenset()) -> list[tuple[Why, ...]]:
    pairs = likely_pairs(members, apart)
    assert pairs is not None
    return [pair.why for pair in pairs]


def test_pairs_that_may_be_one_are_told_with_the_reasons() -> None:
    assert reasons(like(1, phone="0912345678"), like(2, phone="0912345687")) == [(Why.CLOSE_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2, phone="0912345679")) == [(Why.CLOSE_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2, "hoa", phone="0912345679")) == []
    assert reasons(like(1, phone="0912345678"), like(2, phone="0987654321")) == []
    assert reasons(like(1, phone="0701234567"), like(2, "", codes=("01201234567",))) == [(Why.SAME_PHONE,)]
    assert reasons(like(1, codes=("KH-0042",)), like(2, "hoa", codes=("kh0042",))) == [(Why.SAME_CODE,)]
    assert reasons(like(1, birthday="1990-02-14"), like(2, birthday="--02-14")) == [(Why.SAME_BIRTHDAY,)]
    assert reasons(like(1, birthday="1990-02-14"), like(2, birthday="1991-02-14")) == []
    assert reasons(like(1, "tran duc", phone="0912345678"), like(2, "tran duc")) == [(Why.NO_PHONE,)]
    assert reasons(like(1, phone="0912345678"), like(2)) == []


def test_who_was_told_apart_is_not_shown_again(till: Till, two: tuple[UUID, UUID]) -> None:
    def likely() -> list[frozenset[UUID]]:
        found = till.merging.likely(lambda _done, _all: True)
        assert found is not None
        return [frozenset((pair.first, pair.second)) for pair in found]

    assert likely() == [frozenset(two)]
    for _ in range(2):
        till.merging.tell_apart(two[1], two[0])
        assert likely() == []
    assert till.merging.likely(lambda _done, _all: False) is None
