"""The program in a customer's words: every kind has a sentence, each language is whole, no id is left."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from loyalpos.engine import conditions as c
from loyalpos.engine.occasions import Gives, Occasion, Referral, UnknownOccasion
from loyalpos.engine.program import Expiry, ExpiryKind, Program, UnknownReward
from loyalpos.engine.reward_kinds import Reward
from loyalpos.engine.rules import BonusRule, Rule, UnknownRule
from loyalpos.printing.customer.earning import rule_sentence
from loyalpos.printing.customer.occasions import occasion_sentence
from loyalpos.printing.customer.program import customer_text, customer_words, short_lines
from loyalpos.printing.customer.rewards import reward_sentence
from loyalpos.printing.customer.tongue import LANGUAGES
from loyalpos.settings import resource
from tests.engine.whole_programs import NAMED, REFERENCES, built, whole_programs
from tests.printing.told_shop import SHOP, telling

IDS = {
    "silver", "gold", "summer", "coffee10", "tet", "v20", "school", "books", "club",
}  # fmt: skip


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def spellings(thing: object) -> Iterator[str]:
    """Give every text of the owner's that a value holds, the ids left out."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from spellings(one)
    elif isinstance(thing, Struct):
        for name in (one.name for one in fields(thing)):
            held = getattr(thing, name)
            names_tiers = isinstance(thing, c.InTier) and name == "tiers"
            if name != "id" and name not in REFERENCES and not names_tiers:
                yield from spellings(held)


def catalogue() -> dict[str, str]:
    """Read what the paper says: source and translation of each sentence for customers."""
    contexts = ET.parse(str(resource("translations", "printing_vi.ts"))).iterfind("context")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in contexts
        if context.findtext("name") == "Customer"
        for message in context.iterfind("message")
    }


def catalogue_words(texts: Iterable[str]) -> set[str]:
    return words(re.sub(r"{\w+}", " ", " ".join(texts)))


VIETNAMESE = catalogue_words(catalogue().values())


def check_sentences(program: Program, thing: object, vietnamese: str, english: str) -> None:
    """A sentence in both languages: whole, in its language alone, and naming things by their names."""
    named = [name.strip() for name in (*spellings(thing), *spellings(program))]
    # A name may begin a sentence, and some letters are others once they have been capitals.
    owners = words(" ".join([*named, *(name[:1].upper() + name[1:] for name in named)]))
    for text in (vietnamese, english):
        assert text.strip(" .")
        assert text[0] == text[0].upper()
        assert text[-1] in ".?!"
        assert "{" not in re.sub(r"“.*?”", "", text) or any("{" in one for one in spellings(thing))
        assert not (set(re.findall(r"\w+", text)) & IDS) - owners
    assert words(vietnamese) - owners <= VIETNAMESE


def kinds(union: Any, *but: type) -> list[type]:
    return [member for member in get_args(union) if member not in but]


def test_no_word_is_english_and_vietnamese_but_the_feast() -> None:
    english = catalogue_words(catalogue())
    assert english & VIETNAMESE == {"tết"}


@pytest.mark.parametrize("kind", kinds(Rule, UnknownRule), ids=lambda kind: kind.__name__)
def test_every_kind_of_rule_is_a_sentence(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind))
    def said(rule: Any) -> None:
        program = replace(SHOP, rules=(replace(rule, id="r"),))
        vietnamese, english = (rule_sentence(telling(program, one), rule) for one in LANGUAGES)
        check_sentences(program, rule, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(c.Condition), ids=lambda kind: kind.__name__)
def test_every_kind_of_condition_is_told(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind))
    def said(condition: Any) -> None:
        program = replace(SHOP, rules=(BonusRule("r", 5, when=condition),))
        vietnamese, english = (rule_sentence(telling(program, one), program.rules[0]) for one in LANGUAGES)
        check_sentences(program, condition, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(Reward, UnknownReward), ids=lambda kind: kind.__name__)
def test_every_kind_of_reward_is_a_sentence(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind, hidden=st.sampled_from((False,))))
    def said(reward: Any) -> None:
        program = replace(SHOP, rewards=(reward,))
        vietnamese, english = (reward_sentence(telling(program, one), reward) for one in LANGUAGES)
        check_sentences(program, reward, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(Occasion, UnknownOccasion), ids=lambda kind: kind.__name__)
def test_every_kind_of_occasion_is_a_sentence(kind: type) -> None:
    gives = st.builds(Gives, st.integers(1, 99), st.just(2), st.just("coffee10"), st.just(1), st.just("tet"))
    sides_of = ("referrer", "friend") if kind is Referral else ("gives",)
    occasions = built(kind, 2, **dict.fromkeys(sides_of, gives))

    @settings(max_examples=8)
    @given(occasions)
    def said(occasion: Any) -> None:
        program = replace(SHOP, occasions=(occasion,))
        vietnamese, english = (occasion_sentence(telling(program, one), occasion) for one in LANGUAGES)
        check_sentences(program, occasion, vietnamese, english)

    said()


@settings(max_examples=12, phases=(Phase.generate,))
@given(whole_programs())
def test_whole_programs_are_told_in_both_languages(program: Program) -> None:
    vietnamese, english = (customer_words(program, one) for one in LANGUAGES)
    assert [len(section.sentences) for section in vietnamese] == [
        len(section.sentences) for section in english
    ]
    for said, meant in zip(vietnamese, english, strict=True):
        assert said.title.strip()
        assert meant.title.strip()
        for one, other in zip(said.sentences, meant.sentences, strict=True):
            check_sentences(program, program, one, other)
    # Tiers, cards, memberships, vouchers, draws, causes and partners are always there and always told.
    whole = customer_text(vietnamese).casefold()
    lists = (program.tiers.tiers, program.memberships, program.draws, program.causes)
    for name in (one.name.strip().rstrip(".") for some in lists for one in some):
        assert name.casefold() in whole or name[1:].casefold() in whole


@pytest.mark.parametrize("kind", [kind for kind in ExpiryKind if kind is not ExpiryKind.NEVER])
def test_every_kind_of_expiry_is_told(kind: ExpiryKind) -> None:
    program = replace(SHOP, expiry=Expiry(kind, 2))
    without, vietnamese = short_lines(SHOP, "vi"), short_lines(program, "vi")
    english = short_lines(program, "en")
    (told,) = set(vietnamese) - set(without)
    assert words(told) <= VIETNAMESE
    assert len(english) == len(vietnamese)


def test_every_named_id_stands_in_the_test_shop() -> None:
    lists = (SHOP.tiers.tiers, SHOP.plans, SHOP.stamp_cards, SHOP.vouchers)
    there = {one.id for some in lists for one in some}
    assert {*NAMED.tiers, *NAMED.plans, *NAMED.cards, *NAMED.vouchers} <= there
