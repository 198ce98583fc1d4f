"""What points are called: words and a picture, taken apart and put together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.points_name import join_name, name_of, split_name


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


@pytest.mark.parametrize(
    ("points", "name", "said"),
    [
        (1, "points", "point"),
        (-1, "points", "point"),
        (2, "points", "points"),
        (0, "points", "points"),
        (1, "points\u00a0⭐", "point\u00a0⭐"),
        (1, "điểm", "điểm"),
        (1, "points d'or", "points d'or"),
    ],
)
def test_one_of_the_usual_english_points_is_a_point(points: int, name: str, said: str) -> None:
    assert name_of(points, name) == said
