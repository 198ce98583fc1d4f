"""Laws of the message members send to friends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.invitations import filled, strange_places

NAMES = st.sampled_from(["tên", "quán", "quà của bạn"])
WORDS = st.text(
    st.characters(exclude_characters="{}", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12
)
VALUES = st.dictionaries(NAMES, WORDS)


@given(WORDS.map(str.strip), VALUES)
def test_words_without_places_stay_as_they_are(words: str, values: dict[str, str]) -> None:
    assert filled(words, values) == words
    assert strange_places(words, values) == ()


@given(st.lists(st.tuples(WORDS, NAMES), max_size=5), VALUES)
def test_each_line_is_filled_or_left_out_whole(lines: list[tuple[str, str]], values: dict[str, str]) -> None:
    typed = "\n".join(f"a{words}{{{name}}}z" for words, name in lines)
    said = [
        f"a{words}{values.get(name, '{' + name + '}')}z" for words, name in lines if values.get(name) != ""
    ]
    assert filled(typed, values) == "\n".join(said)
    assert set(strange_places(typed, values)) == {name for _, name in lines if name not in values}


def test_what_a_friend_gets_is_not_named_where_there_is_nothing() -> None:
    words = "{tên} mời bạn ghé {quán}!\nBạn được { quà }.\nGặp nhau nhé!"
    assert filled(words, {"tên": "Đức", "quán": "Mây", "quà": ""}) == "Đức mời bạn ghé Mây!\nGặp nhau nhé!"
    assert strange_places("{tên} {tem} {tem}", ("tên",)) == ("tem",)
