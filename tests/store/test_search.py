"""Finding members beside a list that is walked from end to end."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store import search
from loyalpos.store.keys import PUBLISHED_KEY
from tests.bench.bare_search import fold
from tests.bench.big_shop import NOW, build
from tests.shops import Clock, World


@pytest.mark.parametrize("rare", [0, 20, 100_000])
def test_a_search_lists_who_fits_latest_first_whichever_way_it_walks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int
) -> None:
    # The bounds that choose the way are set for shops of 100,000.
    monkeypatch.setattr(search, "_RARE", rare)
    monkeypatch.setattr(search, "_RARE_TOGETHER", rare)
    world = World(2, Clock(NOW))
    till = Till(Shop.open(build(tmp_path, members=400, entries=1_200), PUBLISHED_KEY, world.outside()))
    everybody = till.members.recent(400)
    rng = Random(5)
    for _ in range(150):
        drawn = rng.choice(everybody)
        assert drawn.name is not None
        assert drawn.phone is not None
        words = [word[: rng.randint(1, 6)] for word in fold(drawn.name).split()]
        words = rng.sample(words, rng.randint(0, len(words)))
        digits = drawn.phone[-rng.randint(3, 6) :] if not words or rng.random() < 0.5 else ""
        if sum(map(len, words)) < 2 and not digits:
            continue
        fits = [
            one.id
            for one in everybody
            if one.name is not None
            and one.phone is not None
            and all(f" {word}" in f" {fold(one.name)}" for word in words)
            and one.phone.endswith(digits)
        ]
        listed = till.members.find(" ".join([*words, digits]).strip())
        assert [one.id for one in listed] == fits[:20]
    till.shop.close()
