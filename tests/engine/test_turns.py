"""The turns of a program's rules: each once in its stage, by priority, and of this value alone."""

from __future__ import annotations

import pickle

from hypothesis import given
from msgspec.structs import replace

from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_to_json
from loyalpos.engine.rules import UnknownRule
from loyalpos.engine.turns import Silent
from tests.engine.earning_shapes import programs


@given(programs())
def test_every_rule_has_its_turn_once_after_those_of_higher_priority(program: Program) -> None:
    turns = program.turns
    stages = (turns.base, turns.multipliers, turns.bonuses, turns.stamps, turns.tickets, turns.vouchers)
    known = {rule.id: rule for rule in program.rules if not isinstance(rule, UnknownRule)}
    asked = [[rule for rule in stage if not isinstance(rule, Silent)] for stage in stages]
    assert sorted(rule.id for stage in asked for rule in stage) == sorted(known)
    places = {rule.id: place for place, rule in enumerate(program.rules)}
    for stage in asked:
        turns_of = [(-rule.priority, places[rule.id]) for rule in stage]
        assert turns_of == sorted(turns_of)
    silent = {rule.id: rule for rule in turns.base if isinstance(rule, Silent)}
    assert {rule.id for rule in program.rules} - set(known) <= set(silent)
    assert all(one.is_known == (one.id in known) for one in silent.values())


@given(programs(), programs())
def test_turns_are_kept_with_no_other_value_than_their_own(program: Program, other: Program) -> None:
    fresh = replace(program, rules=other.rules)
    _ = program.turns
    changed = replace(program, rules=other.rules)
    assert changed.turns == fresh.turns == other.turns
    written = pickle.loads(pickle.dumps(program))
    assert written == program
    assert hash(written) == hash(program)
    assert written.turns == program.turns
    assert program_to_json(program) == program_to_json(written)
