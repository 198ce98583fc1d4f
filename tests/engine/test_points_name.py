"""What points are called: words and a picture, taken apart and put together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.points_name import join_name, split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("điểm", ("điểm", "")),
        ("hạt ☕", ("hạt", "☕")),
        ("bông\u00a0🌸", ("bông", "🌸")),
        ("hạt ☕\ufe0f", ("hạt", "☕\ufe0f")),
        ("⭐", ("", "⭐")),
        ("2⭐ vui", ("2⭐ vui", "")),
        ("", ("", "")),
    ],
)
def test_the_picture_at_the_end_is_told_from_the_words(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


@settings(max_examples=40)
@given(st.sampled_from(("điểm", "hạt mây", "")), st.sampled_from(("", "☕", "🌸", "⭐\ufe0f")))
def test_what_is_put_together_is_taken_apart(words: str, picture: str) -> None:
    assert split_name(join_name(words, picture)) == (words, picture)
