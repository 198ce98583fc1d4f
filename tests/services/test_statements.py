"""A statement explains a balance to the last point."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.earn_lines import LineKind
from loyalpos.engine.statements import Statement
from loyalpos.errors import MemberGone
from tests.shops import PROGRAM, World, enrolled, new_till


def adds_up(statement: Statement) -> bool:
    """Tell whether every running balance is the one before it and its entry, and the last is the balance."""
    running = 0
    for one in statement.lines:
        running += one.line.points
        if one.line.balance != running:
            return False
    held = sum(lot.rest for lot in statement.lots) - statement.debt
    return running == statement.balance == held


def test_a_statement_names_the_bill_and_what_each_rule_said(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    member = enrolled(till)
    till.counter.record_bill(till.shop.outside.new_id(), member, Bill(125_000, number="HD-7"))
    statement = till.statements.of(member)
    welcome, bought = statement.lines
    assert welcome.reasons == ()
    assert (bought.line.number, bought.line.total_vnd, bought.line.points) == ("HD-7", 125_000, 12)
    assert [(reason.kind, reason.points) for reason in bought.reasons] == [(LineKind.AMOUNT, 12)]
    assert sum(reason.points for reason in bought.reasons) == bought.line.points
    assert statement.balance == 32
    assert adds_up(statement)


def test_points_that_are_over_are_told_apart_from_those_that_can_be_spent(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    world.clock.forward(days=200)
    till.days.open()
    till.days.trust_clock()
    till.counter.record_bill(till.shop.outside.new_id(), member, Bill(50_000))
    world.clock.forward(days=164)
    till.days.open()
    till.days.trust_clock()
    # The last day of the first points goes by before anybody opens the next one.
    world.clock.forward(hours=40)
    statement = till.statements.of(member)
    assert (statement.balance, statement.spendable) == (25, 5)
    assert adds_up(statement)


def test_nobody_has_no_statement(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    member = enrolled(till)
    till.returns.undo(member)
    with pytest.raises(MemberGone):
        till.statements.of(member)


ACTS = st.lists(
    st.tuples(st.sampled_from(["buy", "redeem", "part", "back", "undo", "days"]), st.integers(1, 40)),
    max_size=12,
)


@given(ACTS, st.integers(0, 2**16))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_last_running_balance_is_the_balance_whatever_happened(
    acts: list[tuple[str, int]], seed: int
) -> None:
    with TemporaryDirectory() as folder:
        world = World(seed)
        till = new_till(Path(folder), world, program=replace(PROGRAM, welcome_points=30))
        till.days.open()
        member = enrolled(till)
        bills = []
        for act, size in acts:
            if act == "buy":
                action = world.new_id()
                till.counter.record_bill(action, member, Bill(size * 10_000))
                bills.append(action)
            elif act == "redeem":
                points = min(size, till.counter.desk(member).spendable)
                if points:
                    action = world.new_id()
                    till.counter.record_bill(action, member, Bill(points * 1_000), (Taken("pay", points),))
                    bills.append(action)
            elif act == "part" and bills:
                known = till.returns.desk(bills[-1]).bill
                if not known.whole and known.left_vnd > 1:
                    till.returns.return_bill(bills[-1], known.parts + 1, known.left_vnd // 2)
            elif act in ("back", "undo") and bills:
                known = till.returns.desk(bills[0]).bill
                if not known.whole:
                    back = till.returns.return_bill(bills[0], known.parts + 1, None)
                    if act == "undo":
                        till.returns.undo(back.reversal)
            elif act == "days":
                world.clock.at += timedelta(days=size * 5)
                if not till.days.open().trusted:
                    till.days.trust_clock()
        statement = till.statements.of(member)
        assert adds_up(statement)
        assert statement.balance == till.counter.desk(member).account.balance
        till.shop.close()
