from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loyalpos.engine.codes import (
    CardScan,
    Decoded,
    ForeignScan,
    GoodsScan,
    HalfScan,
    VoucherScan,
    card_code,
    voucher_code,
)
from loyalpos.engine.scan import Burst, NotAScan, Scanned, Verdict

CARD = card_code(123456789012)
VOUCHER = voucher_code(7)
START_MS = 5_000

scanner_gaps_ms = st.lists(st.integers(0, 35), min_size=16, max_size=16)


def played(text: str, gaps_ms: list[int], *, from_ms: int = START_MS) -> Burst:
    """Press the characters, each after its gap; ``\\b`` is Backspace."""
    burst, at_ms = Burst(), from_ms
    for place, character in enumerate(text):
        at_ms += gaps_ms[place % len(gaps_ms)] if place else 0
        if character == "\b":
            burst.take_back(at_ms)
        else:
            burst.type_text(character, at_ms)
    return burst


def verdict(text: str, gap_ms: int = 8) -> Verdict:
    return played(text, [gap_ms]).verdict()


@given(gaps_ms=scanner_gaps_ms)
def test_a_card_at_a_scanners_rhythm_is_a_scan(gaps_ms: list[int]) -> None:
    assert played(CARD, gaps_ms).verdict() == Scanned(CARD, CardScan(CARD), START_MS)


@given(gaps_ms=scanner_gaps_ms, slow=st.integers(36, 100), place=st.integers(0, 15))
def test_one_hiccup_of_a_scanner_is_forgiven(gaps_ms: list[int], slow: int, place: int) -> None:
    gaps_ms[place] = slow
    seen = played(CARD, gaps_ms).verdict()
    assert isinstance(seen, Scanned)
    assert seen.decoded == CardScan(CARD)


@given(
    gaps_ms=st.lists(st.integers(45, 100), min_size=1, max_size=30), text=st.text("0123456789", max_size=30)
)
def test_nobody_types_as_fast_as_a_scanner(gaps_ms: list[int], text: str) -> None:
    assert played(text, gaps_ms).verdict() == NotAScan()
    assert played(CARD, gaps_ms).verdict() == NotAScan()


def test_a_phone_typed_at_sixty_milliseconds_a_key_is_typing() -> None:
    assert verdict("0912345678", 60) == NotAScan()


@given(gaps_ms=st.lists(st.integers(0, 400), min_size=15, max_size=15))
def test_the_limits_are_the_rule(gaps_ms: list[int]) -> None:
    assume(max(gaps_ms) <= 35 or min(gaps_ms) > 35 or max(gaps_ms) > 100)
    burst = played(CARD, [0, *gaps_ms])
    if isinstance(burst.verdict(), Scanned):
        assert sorted(gaps_ms)[7] <= 35
        assert max(gaps_ms) <= 100
        assert sum(gaps_ms) <= 1_500


def test_a_burst_ends_where_the_longest_gap_is_passed() -> None:
    burst = played(CARD[:4], [8])
    last_ms = START_MS + 3 * 8
    assert burst.goes_on(last_ms + 100)
    assert not burst.goes_on(last_ms + 101)
    assert not burst.goes_on(last_ms - 1)
    assert burst.slows_down(last_ms + 36)
    assert not burst.slows_down(last_ms + 35)
    assert Burst().goes_on(0)
    assert not Burst().slows_down(0)


def test_a_scan_longer_than_a_second_and_a_half_is_none() -> None:
    foreign = "KH" + "0" * 42
    assert isinstance(verdict(foreign, 34), Scanned)
    assert verdict(foreign + "00", 34) == NotAScan()


def test_fewer_than_eight_characters_are_typing() -> None:
    assert verdict("KH00123") == NotAScan()
    assert isinstance(verdict("KH001234"), Scanned)
    assert Burst().verdict() == NotAScan()


@given(
    noise=st.lists(
        st.sampled_from(["", "\u202f\b", "\u202f", "x\b", "\u200b", "\ufeff", "aa\b\b"]),
        min_size=16,
        max_size=16,
    )
)
def test_what_input_methods_inject_falls_out(noise: list[str]) -> None:
    text = "".join(digit + extra for digit, extra in zip(CARD, noise, strict=True))
    seen = verdict(text)
    assert isinstance(seen, Scanned)
    assert (seen.raw, seen.decoded) == (CARD, CardScan(CARD))


def test_a_backspace_before_anything_takes_nothing_back() -> None:
    burst = played("\b\b" + CARD, [8])
    assert burst.text == CARD
    assert isinstance(burst.verdict(), Scanned)


@given(typed=st.text("0123456789ab", min_size=1, max_size=12), gap_ms=st.integers(36, 100))
def test_a_card_is_found_behind_what_somebody_typed(typed: str, gap_ms: int) -> None:
    gaps_ms = [gap_ms] * (len(typed) + 1) + [8] * 15
    seen = played(typed + CARD, gaps_ms).verdict()
    assert seen == Scanned(CARD, CardScan(CARD), START_MS + gap_ms * len(typed))


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        (VOUCHER, VoucherScan(VOUCHER)),
        ("8934567890120", GoodsScan("8934567890120")),
        (CARD[:12], HalfScan(CARD[:12])),
        ("KH000123", ForeignScan("KH000123")),
        ("00012345", ForeignScan("00012345")),
        ("24111990", ForeignScan("24111990")),
        ("99/99/9999", ForeignScan("99/99/9999")),
        ("A4/11/1990", ForeignScan("A4/11/1990")),
    ],
)
def test_other_codes_are_told(text: str, decoded: Decoded) -> None:
    assert verdict(text) == Scanned(text, decoded, START_MS)


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "+84912345678",
        "01681234567",
        "0912.345.678",
        "0912 345 678",
        "tranthimai",
        "Trần Thị Mai",
        "bàn 12 ghế 3",
        "24/11/1990",
        "24.11.1990",
        "24-11-1990",
        "1990-11-24",
    ],
)
def test_what_a_program_types_for_a_person_is_typing(text: str) -> None:
    assert verdict(text, 1) == NotAScan()


def test_one_word_sent_at_once_has_no_rhythm() -> None:
    burst = Burst()
    burst.type_text("12500000", START_MS)
    assert burst.verdict() == NotAScan()


@given(text=st.text(max_size=60), gaps_ms=st.lists(st.integers(-50, 200), min_size=1, max_size=20))
def test_any_text_at_any_rhythm_gets_a_verdict(text: str, gaps_ms: list[int]) -> None:
    seen = played(text, gaps_ms).verdict()
    assert isinstance(seen, NotAScan | Scanned)


def test_ten_thousand_keys_get_a_verdict() -> None:
    assert verdict("0123456789" * 1_000, 1) == NotAScan()
