from __future__ import annotations

import sys
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.names import (
    LONGEST_NAME,
    NameProblem,
    clean_name,
    search_key,
    search_words,
)

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
syllables = st.builds(
    lambda start, vowel, tone, end: unicodedata.normalize("NFC", start + vowel + tone + end),
    st.sampled_from(["", "ng", "đ", "th", "tr", "h", "qu"]),
    st.sampled_from(VOWELS),
    st.sampled_from(TONES),
    st.sampled_from(["", "n", "nh", "ng", "c", "m"]),
).map(str.capitalize)
names = st.lists(syllables, min_size=1, max_size=5).map(" ".join)


@given(
    name=names, form=st.sampled_from(["NFC", "NFD"]), space=st.sampled_from(["  ", "\u00a0", "\t", " \r\n"])
)
def test_a_name_is_kept_composed_and_with_single_spaces(
    name: str, form: Literal["NFC", "NFD"], space: str
) -> None:
    typed = space + unicodedata.normalize(form, name).replace(" ", space) + space
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "name", ["Ý", "O'Brien", "Nguyễn Thị Ánh-Tuyết", "chị Lan (bún bò)", "Lan 2", "李明", "Zoë"]
)
def test_names_are_not_only_vietnamese(name: str) -> None:
    assert clean_name(name) == name


def test_names_of_one_letter_and_of_two_hundred_are_names() -> None:
    longest = ("Nguyễn Văn Đức " * 20)[: LONGEST_NAME - 1] + "a"
    assert clean_name("Ý") == "Ý"
    assert clean_name(longest) == longest
    assert clean_name(longest + "a") is NameProblem.TOO_LONG


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", NameProblem.EMPTY),
        (" \u00a0 ", NameProblem.EMPTY),
        ("0912345678", NameProblem.NO_LETTER),
        ("-", NameProblem.NO_LETTER),
        ("a" * 10_000, NameProblem.TOO_LONG),
        ("Lan\x00", NameProblem.ODD_CHARACTER),
        ("Lan\x1b[31m", NameProblem.ODD_CHARACTER),
        ("Lan\u200b", NameProblem.ODD_CHARACTER),
        ("Lan 🌸", NameProblem.ODD_CHARACTER),
        ("<b>Lan", NameProblem.ODD_CHARACTER),
        ("Lan\u2028Mai", NameProblem.ODD_CHARACTER),
        ("\ud800", NameProblem.ODD_CHARACTER),
        ("\u202eLan", NameProblem.RIGHT_TO_LEFT),
        ("\u200fLan", NameProblem.RIGHT_TO_LEFT),
        ("\u2066Lan\u2069", NameProblem.RIGHT_TO_LEFT),
        ("محمد", NameProblem.RIGHT_TO_LEFT),
    ],
)
def test_what_is_no_name_says_why(typed: str, problem: NameProblem) -> None:
    assert clean_name(typed) is problem


@given(typed=st.text())
def test_a_clean_name_is_clean_already(typed: str) -> None:
    name = clean_name(typed)
    if not isinstance(name, NameProblem):
        assert clean_name(name) == name
        assert 1 <= len(name) <= LONGEST_NAME


def test_a_name_is_found_without_marks() -> None:
    assert search_key("Nguyễn Văn Đức") == "nguyen van duc"
    assert search_key("ĐẶNG THỊ ÁNH-TUYẾT") == "dang thi anh tuyet"
    assert search_key("Ðức ðạt") == "duc dat"  # the Icelandic letter some keyboards give for đ
    assert search_key("O'Brien, (Lan)") == "obrien lan"
    assert search_words("  Văn   Đức ") == ("van", "duc")
    assert search_words("🎂 --") == ()


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@given(name=names)
def test_the_key_does_not_depend_on_case_or_composition(
    name: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    assert search_key(unicodedata.normalize(form, name.upper())) == search_key(name)
    assert search_key(name).isascii()


@given(text=st.text())
def test_folding_a_key_again_changes_nothing(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert key == " ".join(search_words(text))


def test_folding_again_changes_nothing_for_any_character() -> None:
    assigned = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character)[0] in "LMNP" and not "一" <= character <= "鿿"
    ]
    assert [
        character for character in assigned if search_key(search_key(character)) != search_key(character)
    ] == []
