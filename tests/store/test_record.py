from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.store.record import canonical, content_hash, link_hash

texts = st.text(st.characters(codec="utf-8"))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=12,
)
fields = st.tuples(st.binary(max_size=4), st.binary(max_size=4), st.binary(max_size=4), st.binary(max_size=4))


@given(values)
def test_canonical_json_reads_back_and_is_the_same_again(value: object) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(texts, values))
def test_the_order_of_keys_makes_no_other_text(value: dict[str, object]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize("alien", [1.0, b"x", {1, 2}, {1: "a"}, object(), float("nan")])
@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: {"a": {"b": x}}])
def test_what_json_cannot_hold_exactly_is_refused(alien: object, wrap: object) -> None:
    assert callable(wrap)
    with pytest.raises(TypeError):
        canonical(wrap(alien))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError):
        canonical("\ud800")


def test_letters_stand_as_they_are() -> None:
    assert canonical({"tên": "Đức"}) == '{"tên":"Đức"}'.encode()


def _hash(kind: bytes, who: bytes, till: bytes, body: bytes) -> bytes:
    return content_hash(
        kind=kind, version=1, who=who, till=till, at_ms=5, offset_min=420, hlc=9, body=body, private_hash=b""
    )


@given(st.lists(fields, unique=True, max_size=30))
def test_letters_moved_from_one_field_to_the_next_change_the_hash(
    all_fields: list[tuple[bytes, ...]],
) -> None:
    hashes = [_hash(*parts) for parts in all_fields]
    assert len(set(hashes)) == len(hashes)


@pytest.mark.parametrize("changed", ["version", "at_ms", "offset_min", "hlc"])
def test_every_number_of_a_record_is_hashed(changed: str) -> None:
    def hashed(numbers: dict[str, int]) -> bytes:
        return content_hash(kind=b"k", who=b"w", till=b"t", body=b"b", private_hash=b"", **numbers)

    numbers = {"version": 1, "at_ms": 5, "offset_min": 420, "hlc": 9}
    assert hashed(numbers) != hashed({**numbers, changed: numbers[changed] + 1})


def test_a_link_hash_hangs_on_each_of_its_parts() -> None:
    parts = [(b"p", b"o", 1, b"r", b"c"), (b"q", b"o", 1, b"r", b"c"), (b"p", b"x", 1, b"r", b"c")]
    parts += [(b"p", b"o", 2, b"r", b"c"), (b"p", b"o", 1, b"s", b"c"), (b"p", b"o", 1, b"r", b"d")]
    hashes = [link_hash(*each) for each in parts]
    assert all(a != b for a, b in pairwise(sorted(hashes)))
