"""Every draft either has problems, or can be worked with on any bill."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Standing
from loyalpos.engine.ledger import Account
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_from_json, program_to_json
from loyalpos.engine.rewards import quote
from loyalpos.errors import DocumentUnsound
from tests.engine.test_replay import bills
from tests.engine.whole_programs import NAMED, changed, places, whole_programs

numbers = st.integers(-3, 3) | st.sampled_from(
    (-(10**9), 10_000, 36_500, 10**6, 10**9, 10**9 + 1, 999_999_999_999, 10**12, 10**18)
)
texts = st.sampled_from(
    ("", " ", "gold", "coffee10", "nobody", "a\nb", "2026-12-31", "0001-01-01", "9999-12-31")
)
"""What fields of a draft are changed to; choices and dates take part, so that many are still read."""

standings = st.builds(
    Standing,
    day=st.dates(date(2000, 1, 1), date(2199, 12, 31)),
    minute=st.integers(0, 1439),
    joined=st.dates(date(2000, 1, 1), date(2026, 1, 1)),
    birthday=st.none() | st.builds(Birthday, st.integers(1, 28), st.integers(1, 12)),
    tier=st.sampled_from(("", *NAMED.tiers)),
    visits=st.integers(0, 5),
    carry=st.fractions(-2, 2, max_denominator=60),
    units=st.fixed_dictionaries({NAMED.cards[0]: st.integers(0, 600)}),
)


@st.composite
def drafts(draw: st.DrawFn) -> Program:
    """Programs of which a few fields were changed to whatever is still read."""
    text = program_to_json(draw(whole_programs()))
    for _ in range(draw(st.integers(1, 3))):
        document = json.loads(text)
        place = draw(st.sampled_from(places(document)))
        text = changed(text, place, draw(numbers | texts | st.none() | st.just([])))
        try:
            program_from_json(text)
        except DocumentUnsound:
            text = json.dumps(document)
    return program_from_json(text)


@settings(max_examples=120, phases=[Phase.generate])
@given(drafts(), standings, st.integers(0, 10**10), st.data())
def test_a_draft_has_problems_or_can_be_worked_with_on_any_bill(
    program: Program, standing: Standing, spendable: int, data: st.DataObject
) -> None:
    if any(problem.is_error for problem in problems_in(program)):
        return
    bill = data.draw(bills)
    footing = footing_of(program, standing)
    earning = earn(program, footing, bill, data.draw(st.integers(0, bill.total_vnd)))
    assert sum(line.points for line in earning.lines) == earning.points >= 0
    left_vnd = data.draw(st.integers(0, bill.total_vnd))
    assert earn(program, footing, bill, 0, left_vnd=left_vnd).points >= 0
    taken = tuple(Taken(reward.id) for reward in program.rewards)
    priced = quote(
        program,
        Account(carry=Fraction(0)),
        footing,
        bill,
        taken,
        spendable=spendable,
        stock={},
        stamps=standing.units,
    )
    assert 0 <= priced.due_vnd <= bill.total_vnd
    assert 0 <= priced.spent_points <= spendable


@settings(max_examples=60, phases=[Phase.generate])
@given(whole_programs())
def test_a_sound_program_has_no_error(program: Program) -> None:
    assert [problem for problem in problems_in(program) if problem.is_error] == []
