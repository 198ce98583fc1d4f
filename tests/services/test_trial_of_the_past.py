"""The past under the rules that were in force gives what was recorded, to the point."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.conditions import (
    AwayFor,
)
from loyalpos.engine.rules import (
    BonusRule,
)
from loyalpos.engine.tiers import Tier
from loyalpos.engine.times import to_ms
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    BroughtTwice,
    PastBill,
)
from loyalpos.services.trial_part import try_part
from tests.services.past import PLAIN, RICH, acts, living, part_since, recorded


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(acts, st.integers(0, 15), st.booleans())
def test_the_revisions_that_were_in_force_give_what_was_recorded(
    told: list[tuple[str, int, int]], window: int, is_one: bool
) -> None:
    """By each bill's own revision, or by the one draft where it was never another."""
    with tempfile.TemporaryDirectory() as folder:
        life = living(Path(folder))
        begin_ms = 0
        for number, (kind, amount_vnd, which) in enumerate(told):
            if is_one and kind == "publish":
                continue
            if number == window:
                begin_ms = to_ms(life.world.clock.at)
            life.go_on(kind, amount_vnd, which)
        seen: list[Act] = []

        def look(act: Act, points: int) -> None:
            seen.append(act)
            assert points == recorded(act)

        part = part_since(life, begin_ms, RICH if is_one else None)
        sums = try_part(part, look)
        all_bills = {act.id for act in seen if isinstance(act, PastBill)}
        undone: set[UUID] = set()
        for act in seen:
            if isinstance(act, BroughtBack) and act.undo:
                undone.add(act.bill)
            elif isinstance(act, BroughtTwice) and act.back.undo:
                undone.discard(act.back.bill)
        assert sums.undone == len(all_bills & undone)
        assert sums.bills == len(all_bills - undone)
        assert sums.draft == sums.recorded
        assert (sums.more, sums.fewer, sums.top) == (0, 0, ())
        life.till.shop.close()


@pytest.mark.parametrize(("undone", "points"), [("never", 0), ("before", 7), ("inside", 0)])
def test_members_were_there_when_they_were_whether_or_not_tiers_ask_for_their_bills(
    tmp_path: Path, undone: str, points: int
) -> None:
    """Where a draft may move tiers, all earlier bills are read; else the last visit is looked up."""
    life = living(tmp_path, PLAIN)
    life.go_on("bill", 40_000, 1)
    life.go_on("wait", 0, 3)
    life.go_on("bill", 50_000, 1)
    if undone == "before":
        life.till.returns.undo(life.bills[1])
    begin_ms = to_ms(life.world.clock.at) + 1
    life.go_on("bill", 60_000, 1)
    if undone == "inside":
        life.till.returns.undo(life.bills[1])
    back = replace(PLAIN, rules=(BonusRule("back", points=7, when=AwayFor(5)),), budgets=())
    tiers = replace(PLAIN.tiers, tiers=(Tier("silver", "Bạc", 50_000),))
    for draft in (back, replace(back, tiers=tiers)):
        assert try_part(part_since(life, begin_ms, draft), lambda *_: None).draft.points == points
