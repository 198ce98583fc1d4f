from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.codes import (
    CardScan,
    ForeignScan,
    GoodsScan,
    HalfScan,
    VoucherScan,
    card_code,
    decode,
    grouped,
    is_card,
    is_voucher,
    search_digits,
    voucher_code,
)

VECTORS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "ime_vectors.tsv").read_text("utf-8").splitlines()[1:]
]
VIETNAMESE_KEYS = str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ")
AZERTY_KEYS = str.maketrans("1234567890", "&é\"'(-è_çà")

twelve = st.integers(0, 10**12 - 1)
cards = twelve.map(card_code)
ours = st.one_of(cards, twelve.map(voucher_code))


@given(number=twelve)
def test_a_code_is_its_kind_twelve_digits_and_two_that_check(number: int) -> None:
    for kind, code in (("98", card_code(number)), ("97", voucher_code(number))):
        assert len(code) == 16
        assert code[:14] == kind + f"{number:012d}"
        assert int(code) % 97 == 1
    assert is_card(card_code(number))
    assert not is_voucher(card_code(number))
    assert is_voucher(voucher_code(number))
    assert not is_card(voucher_code(number))


def test_the_published_example() -> None:
    assert card_code(123456789012) == "9812345678901288"
    assert card_code("000000000042") == card_code(42)
    assert grouped("9812345678901288") == "9812 3456 7890 1288"


@pytest.mark.parametrize("twelve", [-1, 10**12, "1", "1" * 13, "12345678901a", "١" * 12, "", " 1234567890 "])
def test_anything_but_twelve_digits_makes_no_code(twelve: int | str) -> None:
    with pytest.raises(ValueError):
        card_code(twelve)
    with pytest.raises(ValueError):
        voucher_code(twelve)


@given(code=ours, place=st.integers(0, 15), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_is_noticed(code: str, place: int, digit: str) -> None:
    wrong = code[:place] + digit + code[place + 1 :]
    assert (is_card(wrong) or is_voucher(wrong)) == (wrong == code)


@given(code=ours, place=st.integers(0, 14))
def test_two_swapped_neighbours_are_noticed(code: str, place: int) -> None:
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (is_card(wrong) or is_voucher(wrong)) == (wrong == code)


def test_ten_thousand_codes_come_back_through_the_vietnamese_and_french_layouts() -> None:
    draw = random.Random(16)
    for _ in range(10_000):
        card, voucher = card_code(draw.randrange(10**12)), voucher_code(draw.randrange(10**12))
        for keys in (VIETNAMESE_KEYS, AZERTY_KEYS):
            assert decode(card.translate(keys)) == CardScan(card)
            assert decode(voucher.translate(keys)) == VoucherScan(voucher)
        assert decode(card.translate(VIETNAMESE_KEYS).upper()) == CardScan(card)


@given(
    code=cards,
    before=st.sampled_from(["", "]Q1", "]C0", "\x02", "\x02]Q1", "ưQ1", "\ufeff", "\u200b"]),
    after=st.sampled_from(["", "\x03", "\r\n", "\t", " "]),
)
def test_a_scanners_frame_is_taken_off(code: str, before: str, after: str) -> None:
    assert decode(before + code + after) == CardScan(card_code(code[2:14]))


@given(code=cards)
def test_the_symbology_mark_is_known_through_the_vietnamese_layout(code: str) -> None:
    assert decode(
        "]Q1".replace("]", "ơ").translate(VIETNAMESE_KEYS) + code.translate(VIETNAMESE_KEYS)
    ) == CardScan(card_code(code[2:14]))


@given(code=cards)
def test_vni_eating_a_letter_d_and_the_first_digit_is_mended(code: str) -> None:
    assert decode("đ" + code[1:]) == CardScan(card_code(code[2:14]))


def test_card_codes_survive_every_input_method_measured() -> None:
    ours_scanned = [(scanned, received) for _, scanned, received, _ in VECTORS if is_card(scanned)]
    assert len(ours_scanned) == 36
    for scanned, received in ours_scanned:
        assert decode(received) == CardScan(card_code(scanned[2:14]))


def test_no_other_code_ever_turns_into_a_card() -> None:
    others = [received for _, scanned, received, _ in VECTORS if not is_card(scanned)]
    assert len(others) == 36 * 30
    assert [text for text in others if isinstance(decode(text), CardScan | VoucherScan)] == []


@given(raw=st.text() | st.text("0123456789ăâêôđ\u0300\u0309\u0303\u0301\u0323&é\"'(-è_çà]Q", max_size=24))
def test_only_right_check_digits_make_a_card(raw: str) -> None:
    decoded = decode(raw)
    if isinstance(decoded, CardScan):
        assert is_card(decoded.code)
    if isinstance(decoded, VoucherScan):
        assert is_voucher(decoded.code)
    if isinstance(decoded, ForeignScan | HalfScan):
        assert decoded.raw == raw


@given(code=ours, kept=st.integers(1, 15))
def test_a_code_cut_at_its_end_is_half_a_scan_or_goods(code: str, kept: int) -> None:
    assert isinstance(decode(code[:kept]), HalfScan | GoodsScan) or kept < 2


@given(code=ours, lost=st.integers(1, 2))
def test_a_code_that_lost_its_first_digits_is_half_a_scan_or_goods(code: str, lost: int) -> None:
    assert isinstance(decode(code[lost:]), HalfScan | GoodsScan)


@given(code=ours, place=st.integers(2, 15), stranger=st.sampled_from("Ol?\u202f-_&"))
def test_a_damaged_code_is_half_a_scan(code: str, place: int, stranger: str) -> None:
    damaged = code[:place] + stranger + code[place + 1 :]
    assert decode(damaged) == HalfScan(damaged)


@given(code=ours, place=st.integers(2, 15), keys=st.sampled_from([VIETNAMESE_KEYS, AZERTY_KEYS]))
def test_a_half_scan_through_another_layout_is_one_too(code: str, place: int, keys: dict[int, str]) -> None:
    half = code[:place]
    cut = half.translate(keys)
    # A cut of the length of a product's number may have its check digit by chance; it is never linked.
    assert decode(cut) in (HalfScan(cut), decode(half))
    assert isinstance(decode(half), HalfScan | GoodsScan)


@given(first=ours, second=ours)
def test_two_codes_run_together_are_read_again(first: str, second: str) -> None:
    assert decode(first + second) == HalfScan(first + second)


@pytest.mark.parametrize("text", ["*{}*", "C{}", "1{}", "https://x.vn/{}"])
def test_a_code_inside_something_else_is_never_linked(text: str) -> None:
    raw = text.format(card_code(42))
    assert decode(raw) == HalfScan(raw)


@pytest.mark.parametrize(
    "code",
    [
        "8934567890120",
        "4006381333931",
        "96385074",
        "036000291452",
        "10012345678902",
        "9780306406157",
        "9771234567003",
    ],
)
def test_goods_are_goods_through_any_layout(code: str) -> None:
    assert decode(code) == GoodsScan(code)
    assert decode(code.translate(VIETNAMESE_KEYS)) == GoodsScan(code)
    assert decode(code + "\r") == GoodsScan(code)


@given(body=st.text("0123456789", min_size=12, max_size=12))
def test_one_of_ten_check_digits_makes_goods(body: str) -> None:
    verdicts = [decode(body + str(digit)) for digit in range(10)]
    goods = sum(isinstance(verdict, GoodsScan) for verdict in verdicts)
    own_kind = body.startswith(("97", "98")) and not body.startswith(
        ("977", "978", "979", "980", "981", "982", "983", "984")
    )
    assert goods == (0 if own_kind else 1)


@pytest.mark.parametrize(
    "raw",
    [
        "KH000123",
        "M1234567890",
        "0912345678",
        "00012345",
        "LOY-1234567890",
        "MEMBẺ:0912345678",
        "12345678",
        "🎂12345678",
    ],
)
def test_another_shops_code_may_be_linked_as_it_came(raw: str) -> None:
    assert decode(raw) == ForeignScan(raw)


@pytest.mark.parametrize("raw", ["", " ", "\x02\x03", "\u200b"])
def test_nothing_is_no_code_to_link(raw: str) -> None:
    assert decode(raw) == HalfScan(raw)


def test_ten_thousand_characters_decode_to_something() -> None:
    assert decode("x" * 10_000) == ForeignScan("x" * 10_000)
    assert isinstance(decode("98" * 5_000), HalfScan)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("4821", "4821"),
        (" 48 21 ", "4821"),
        ("4.821", "4821"),
        ("0912 345 678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("01681234567", "0381234567"),
        ("9812 3456 7890 1288", "9812345678901288"),
        ("Lan", None),
        ("Lan 4821", None),
        ("", None),
        ("-", None),
        ("٤٨٢١", None),
        ("4" * 10_000, None),
    ],
)
def test_digits_of_a_search_are_taken_from_what_was_typed(typed: str, digits: str | None) -> None:
    assert search_digits(typed) == digits


@given(typed=st.text())
def test_any_search_gives_digits_or_nothing(typed: str) -> None:
    digits = search_digits(typed)
    assert digits is None or (digits.isascii() and digits.isdecimal())
