"""A lucky draw from its announcement to its winners, through returns, restarts and a plain Python."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.draw_stages import Drawing, Stage
from loyalpos.engine.draws import commitment, holder, list_hash, verify
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, TicketRule
from loyalpos.engine.side_programs import Draw, Plan, Prize
from loyalpos.errors import DrawNotReady, DrawRulesStand
from loyalpos.services.breaths import Stopped
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import records
from loyalpos.store.projections import PROJECTIONS
from tests.shops import World, enrolled, new_till, reopened

TET = Draw("tet", "Quay Tết", date(2026, 11, 25), (Prize("Xe đạp"), Prize("Nón", 2)))
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000), TicketRule("ticket", "tet", 1, per_vnd=50_000)),
    draws=(TET,),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    return opened(tmp_path, world)


def opened(folder: Path, world: World, program: Program = PROGRAM) -> Till:
    till = new_till(folder, world, program=program, stock={})
    till.days.open()
    return till


def buy(till: Till, whose: UUID, total_vnd: int, **more: object) -> UUID:
    bill = replace(Bill(total_vnd), **more)
    return till.counter.record_bill(till.shop.outside.new_id(), whose, bill).bill


def tickets(till: Till) -> dict[UUID, int]:
    return {line.member: line.last - line.first + 1 for line in till.draws.drawing("tet").tickets}


def after_the_last_day(till: Till, world: World) -> None:
    world.clock.forward(days=3)
    till.days.open()


def everything_readable(till: Till) -> str:
    """All that tables, record bodies and screens of the draw say."""
    with till.shop.file.read() as connection:
        tables = [connection.execute(table.select()).all() for table in PROJECTIONS]
        bodies = [record.body for record in records(connection)]
    return repr((tables, bodies, till.draws.all()))


def test_publishing_a_program_seals_a_seed_that_nothing_shows_before_the_draw(
    till: Till, world: World
) -> None:
    lan = enrolled(till)
    buy(till, lan, 150_000)
    with till.shop.file.read() as connection:
        (sealed,) = [one for one in records(connection) if one.kind == "draw_announced"]
    assert sealed.private is not None
    seed = json.loads(sealed.private)["seed"]
    (drawing,) = till.draws.all()
    assert drawing.announced.commitment == commitment(bytes.fromhex(seed))
    assert drawing.announced.tickets_before == 0
    after_the_last_day(till, world)
    till.draws.close("tet")
    assert seed not in everything_readable(till)
    assert till.draws.hold("tet").announced.seed == seed
    assert check(till.shop.file).is_clean


def test_a_draw_is_closed_drawn_and_can_be_verified(till: Till, world: World) -> None:
    people = [enrolled(till, f"091111111{digit}", f"Khách {digit}") for digit in range(5)]
    for place, one in enumerate(people):
        buy(till, one, 50_000 * (place + 1))
    assert tickets(till) == {one: place + 1 for place, one in enumerate(people)}
    assert [line.holder for line in till.draws.drawing("tet").tickets] == sorted(
        holder("tet", one) for one in people
    )
    committed = till.draws.drawing("tet").announced.commitment
    with pytest.raises(DrawNotReady):
        till.draws.close("tet")
    with pytest.raises(DrawNotReady):
        till.draws.hold("tet")
    after_the_last_day(till, world)
    with pytest.raises(DrawNotReady):
        till.draws.hold("tet")
    closed = till.draws.close("tet")
    assert (closed.stage, closed.ticket_count) == (Stage.CLOSED, 15)
    assert till.draws.close("tet") == closed
    drawn = till.draws.hold("tet")
    assert (drawn.stage, len(drawn.winners), drawn.unclaimed) == (Stage.DRAWN, 3, ())
    assert len({line.holder for line in drawn.winners}) == 3
    assert till.draws.hold("tet") == drawn
    sheet = till.draws.sheet("tet")
    assert verify(sheet, committed) == ()
    assert sheet.list_hash == list_hash(TET, sheet.holdings) == closed.announced.list_hash
    assert reopened(till, world).draws.drawing("tet") == drawn


def test_a_list_names_nobody_in_full(till: Till, world: World) -> None:
    enrolled(till, "0911111111", "Nguyễn Thị Hạnh")
    lan = enrolled(till, "0987654321", "Trần Lan")
    buy(till, lan, 50_000)
    (line,) = till.draws.drawing("tet").tickets
    assert (line.first, line.last, line.name, line.phone) == (1, 1, "Trần Lan", "••• 321")
    assert "0987654321" not in repr(till.draws.all())


def test_returns_take_tickets_back_until_the_list_is_published_and_never_after(
    till: Till, world: World
) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    bill, other = buy(till, lan, 200_000), buy(till, hoa, 100_000)
    till.returns.return_bill(bill, 1, 60_000)
    assert tickets(till) == {lan: 2, hoa: 2}
    undone = buy(till, hoa, 500_000)
    till.returns.undo(undone)
    assert tickets(till) == {lan: 2, hoa: 2}
    after_the_last_day(till, world)
    closed = till.draws.close("tet")
    till.returns.return_bill(bill, 2, None)
    till.returns.return_bill(other, 1, None)
    assert till.draws.drawing("tet").tickets == closed.tickets
    assert len(till.draws.hold("tet").winners) == 2
    assert [prize.count for prize in till.draws.drawing("tet").unclaimed] == [1]
    assert check(till.shop.file).is_clean


def test_a_bill_entered_late_brings_tickets_only_while_the_list_is_open(till: Till, world: World) -> None:
    lan = enrolled(till)
    paper_day = world.clock.at + timedelta(hours=2)
    after_the_last_day(till, world)
    buy(till, lan, 100_000, at=paper_day)
    assert tickets(till) == {lan: 2}
    till.draws.close("tet")
    late = buy(till, lan, 100_000, at=paper_day)
    assert till.counter.desk(lan).units == {"tet": 2}
    back = till.returns.return_bill(late, 1, 50_000)
    till.returns.undo(back.reversal)
    assert till.counter.desk(lan).units == {"tet": 2}
    assert check(till.shop.file).is_clean


def test_rules_change_with_the_same_seed_until_somebody_has_a_ticket(till: Till) -> None:
    before = till.draws.drawing("tet").announced
    other = replace(TET, prizes=(Prize("Xe máy"),))
    till.shop.publish(replace(PROGRAM, draws=(other,)))
    after = till.draws.drawing("tet").announced
    assert (after.draw, after.commitment) == (other, before.commitment)
    lan = enrolled(till)
    bill = buy(till, lan, 50_000)
    with pytest.raises(DrawRulesStand):
        till.shop.publish(replace(PROGRAM, draws=(TET,)))
    till.returns.undo(bill)
    with pytest.raises(DrawRulesStand):
        till.shop.publish(replace(PROGRAM, draws=(TET,)))
    in_plan = replace(other, plan="xuan")
    till.shop.publish(replace(PROGRAM, draws=(in_plan,), plans=(Plan("xuan", "Xuân"),)))
    till.shop.publish(replace(PROGRAM, rules=PROGRAM.rules[:1], draws=()))
    assert till.draws.drawing("tet").announced == after
    assert check(till.shop.file).is_clean


def test_a_shop_without_draws_has_no_record_of_one(tmp_path: Path) -> None:
    till = opened(tmp_path, World(), replace(PROGRAM, rules=PROGRAM.rules[:1], draws=()))
    assert till.draws.all() == ()
    with till.shop.file.read() as connection:
        assert not [one for one in records(connection) if one.kind.startswith("draw")]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("buy"), st.integers(0, 2), st.sampled_from((0, 49_999, 50_000, 170_000))),
        st.tuples(st.just("part"), st.integers(0, 9), st.sampled_from((10_000, 60_000))),
        st.tuples(st.just("whole"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("undo"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("restart"), st.just(0), st.just(0)),
    ),
    max_size=6,
)


@given(before=steps, after=steps)
@settings(max_examples=3)
def test_whatever_happens_the_list_is_what_stood_when_it_was_published(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int, int]],
    after: list[tuple[str, int, int]],
) -> None:
    world = World()
    till = opened(tmp_path_factory.mktemp("shop"), world)
    people = [enrolled(till, f"091111111{digit}") for digit in range(3)]
    bills: list[tuple[UUID, UUID]] = []

    def act(till: Till, step: tuple[str, int, int]) -> Till:
        what, which, amount = step
        if what == "restart":
            return reopened(till, world)
        if what == "buy":
            bills.append((buy(till, people[which], amount), people[which]))
        elif bills:
            bill = bills[which % len(bills)][0]
            known = till.returns.desk(bill).bill
            if known.whole or (what == "part" and not 0 < amount < known.left_vnd):
                return till
            if what == "undo":
                till.returns.undo(bill)
            else:
                till.returns.return_bill(bill, known.parts + 1, amount if what == "part" else None)
        return till

    for step in before:
        till = act(till, step)
    stands: dict[UUID, int] = {}
    for bill, whose in bills:
        known = till.returns.desk(bill).bill
        held = 0 if known.whole else known.left_vnd // 50_000
        stands[whose] = stands.get(whose, 0) + held
    assert tickets(till) == {one: count for one, count in stands.items() if count}
    after_the_last_day(till, world)
    closed = till.draws.close("tet")
    for step in after:
        till = act(till, step)
    drawn: Drawing = till.draws.hold("tet")
    assert drawn.tickets == closed.tickets
    assert verify(till.draws.sheet("tet"), closed.announced.commitment) == ()
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_a_long_list_is_published_in_breaths_and_is_what_stood_at_its_end(
    tmp_path: Path, world: World
) -> None:
    """A bill of the last day is entered while the list is being noted, and a return takes tickets away."""
    till = opened(tmp_path, world)
    members = [enrolled(till, f"09{number:08d}", None) for number in range(600)]
    bills = [buy(till, member, 100_000) for member in members]
    paper_day = world.clock.at
    after_the_last_day(till, world)
    asked: list[tuple[int, int]] = []

    def sell_meanwhile(done: int, all_: int) -> bool:
        if not asked:
            buy(till, members[7], 250_000, at=paper_day)
            till.returns.return_bill(bills[3], 1, None)
        asked.append((done, all_))
        return True

    drawing = till.draws.close("tet", sell_meanwhile)
    assert drawing.stage is Stage.CLOSED
    assert asked == [(0, 600), (250, 600)]
    assert tickets(till) == {
        member: 7 if member == members[7] else 2 for member in members if member != members[3]
    }
    with till.shop.file.read() as connection:
        listed = [json.loads(one.body)["outcome"] for one in records(connection) if "draw_" in one.kind]
    assert max(len(one.get("shares", ())) for one in listed) == 250
    till.draws.hold("tet")
    sheet = till.draws.sheet("tet")
    assert sheet.list_hash == drawing.announced.list_hash == list_hash(sheet.draw, sheet.holdings)
    assert verify(sheet, drawing.announced.commitment) == ()
    assert check(till.shop.file).is_clean


def test_a_list_that_was_cut_off_is_no_list_yet_and_begins_anew(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world)
    members = [enrolled(till, f"09{number:08d}", None) for number in range(520)]
    bills = [buy(till, member, 50_000) for member in members]
    after_the_last_day(till, world)

    def stop_after_one(done: int, _all: int) -> bool:
        return done == 0

    with pytest.raises(Stopped):
        till.draws.close("tet", stop_after_one)
    till = reopened(till, world)
    assert till.draws.drawing("tet").stage is Stage.OVER
    for bill in bills[:20]:
        till.returns.return_bill(bill, 1, None)
    assert [line.member for line in till.draws.close("tet").tickets] == sorted(
        members[20:], key=lambda member: holder("tet", member)
    )
    assert check(till.shop.file).is_clean
