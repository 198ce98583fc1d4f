"""Pre-printed cards: numbered batches, what came out of the printer, what is spoilt and what is dead."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from loyalpos.engine.batches import Batch, Way
from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import CardKilled, CardOfNoBatch, CardSpoilt, CardTaken
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till, reopened


def batch_of(till: Till, cards: int) -> tuple[UUID, tuple[CardCode, ...]]:
    action = till.shop.outside.new_id()
    return action, till.cards.issue(action, cards)


def only(till: Till) -> Batch:
    (batch,) = till.cards.batches()
    return batch


def join_with(till: Till, code: CardCode, phone: str = "0912345678") -> UUID:
    action = till.shop.outside.new_id()
    return till.members.enrol(action, Enrolment(Phone(phone), card=code, consents=(CONSENT,))).member


def test_batches_are_numbered_and_so_are_the_cards_in_each(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    first, _ = batch_of(till, 3)
    second, codes = batch_of(till, 2)
    assert [(batch.id, batch.number) for batch in till.cards.batches()] == [(second, 2), (first, 1)]
    assert [(card.number, card.code) for card in till.cards.cards_of(second)] == list(enumerate(codes, 1))
    assert till.cards.number_of(codes[1]) == (second, 2)


def test_a_batch_of_an_older_version_gets_its_number_by_replay(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    with till.shop.file.work() as connection:
        for digits in ("1", "2"):
            till.shop.write(connection, "cards_issued", {"count": 1}, {"codes": [f"98{digits}0000000000000"]})
    assert [batch.number for batch in till.cards.batches()] == [2, 1]
    batch_of(till, 1)
    assert till.cards.batches()[0].number == 3
    assert check(till.shop.file).is_clean


def test_cards_count_as_printed_only_when_somebody_says_so_and_each_but_once(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    batch, codes = batch_of(till, 5)
    run = world.new_id()
    till.print_runs.send(run, codes, Way.PRINTER, batch=batch)
    till.print_runs.send(run, codes, Way.PRINTER, batch=batch)
    assert only(till).printed == 0
    till = reopened(till, world)
    (asked,) = till.print_runs.all()
    assert (asked.id, asked.batch, asked.number, asked.cards, asked.good) == (run, batch, 1, 5, None)
    till.print_runs.came_out(run, 3)
    till.print_runs.came_out(run, 5)
    assert only(till).printed == 3, "the answer given first stands"
    assert [card.printed for card in till.cards.cards_of(batch)] == [True] * 3 + [False] * 2
    assert till.cards.blanks_of(batch, numbers=(2, 4)) == (codes[1], codes[3])
    again = world.new_id()
    till.print_runs.send(again, codes, Way.FILE, batch=batch)
    till.print_runs.came_out(again, 5)
    assert only(till).printed == 5
    assert [run.good for run in till.print_runs.all()] == [5, 3]
    assert check(till.shop.file).is_clean


def test_a_reprint_leaves_out_what_is_spoilt_or_has_an_owner(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    batch, codes = batch_of(till, 6)
    run = world.new_id()
    till.print_runs.send(run, codes, Way.PRINTER, batch=batch)
    till.cards.spoil(batch, (4,))
    join_with(till, codes[4])
    assert till.print_runs.left_of(run, 3) == (codes[2], codes[5])
    member = enrolled(till, "0387654321")
    own = till.members.member(member).card
    assert own is not None
    mine = world.new_id()
    till.print_runs.send(mine, (own,), Way.FILE)
    assert till.print_runs.left_of(mine, 1) == (own,)
    till.members.reissue_card(member)
    assert till.print_runs.left_of(mine, 1) == ()


def test_a_spoilt_card_is_dead_at_once_and_says_which_it_is(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    batch_of(till, 1)
    batch, codes = batch_of(till, 10)
    owner = join_with(till, codes[4])
    marked = till.cards.spoil(batch, range(4, 8))
    assert (marked.marked, marked.left) == ((4, 6, 7), (5,))
    assert till.cards.spoil(batch, (4, 6)).left == (4, 6), "a spoilt card is not spoilt twice"
    found = till.members.by_code(codes[3])
    assert isinstance(found.why, CardSpoilt)
    assert (found.why.batch, found.why.number, found.why.day) == (2, 4, date(2026, 11, 23))
    assert till.members.by_code(codes[4]).member == owner
    with pytest.raises(CardSpoilt):
        join_with(till, codes[3], "0387654321")
    with pytest.raises(CardSpoilt):
        till.members.link(owner, codes[3])
    with pytest.raises(CardSpoilt):
        till.members.replace_card(owner, codes[3])
    batch_now = till.cards.batch(batch)
    assert batch_now is not None
    assert (batch_now.spoilt, batch_now.linked, batch_now.blank) == (3, 1, 6)
    with pytest.raises(CardOfNoBatch):
        till.cards.number_of("KH000123")
    assert check(till.shop.file).is_clean


def test_blank_cards_that_lie_elsewhere_are_counted_until_they_have_an_owner(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    batch, codes = batch_of(till, 10)
    till.cards.hand_out(batch, range(1, 6), "  bàn   cưới ")
    assert till.cards.cards_of(batch)[0].handed_to == "bàn cưới"
    assert only(till).handed == 5
    join_with(till, codes[0])
    till.cards.hand_out(batch, (2,), "")
    assert (only(till).handed, only(till).linked) == (3, 1)
    assert check(till.shop.file).is_clean
    with till.shop.file.read() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM record WHERE kind = 'cards_handed'").all()
    assert len(bodies) == 2
    assert all("bàn" not in json.dumps(json.loads(row.body), ensure_ascii=False) for row in bodies)


def test_a_replaced_card_says_when_and_by_whom_but_not_whose_it_was(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    old = till.members.member(member).card
    assert old is not None
    _, (fresh, other) = batch_of(till, 2)
    world.clock.forward(days=2)
    till.members.replace_card(member, fresh)
    found = till.members.by_code(old)
    assert found.member is None
    assert isinstance(found.why, CardKilled)
    assert (found.why.day, found.why.who, found.why.replaced) == (date(2026, 11, 25), "Lan", True)
    assert till.members.by_code(fresh).member == member
    with pytest.raises(CardTaken):
        till.members.replace_card(member, fresh)
    till.members.link(member, other)
    till.cards.kill(member, other)
    lost = till.members.by_code(other).why
    assert isinstance(lost, CardKilled)
    assert not lost.replaced
    assert check(till.shop.file).is_clean


CARDS = st.integers(1, 6)


class Drawer(RuleBasedStateMachine):
    """A drawer of cards that are printed, handed out, spoilt, given to people and replaced."""

    @initialize()
    def open_shop(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="loyalpos-drawer-"))
        self.world = World()
        self.till = new_till(self.folder, self.world)
        self.batch, self.codes = batch_of(self.till, 6)
        self.state = dict.fromkeys(range(1, 7), "blank")
        self.printed: set[int] = set()
        self.owner: dict[int, UUID] = {}
        self.people = 0

    @rule(first=CARDS, good=st.integers(0, 6))
    def print_from(self, first: int, good: int) -> None:
        run = self.world.new_id()
        numbers = [n for n in range(first, 7) if self.state[n] == "blank"]
        if not numbers:
            return
        codes = [self.codes[n - 1] for n in numbers]
        self.till.print_runs.send(run, codes, Way.PRINTER, batch=self.batch)
        good = min(good, len(numbers))
        self.till.print_runs.came_out(run, good)
        self.printed |= set(numbers[:good])

    @rule(number=CARDS)
    def spoil(self, number: int) -> None:
        marked = self.till.cards.spoil(self.batch, (number,)).marked
        assert bool(marked) == (self.state[number] == "blank")
        if marked:
            self.state[number] = "spoilt"

    @rule(number=CARDS)
    def give(self, number: int) -> None:
        self.people += 1
        if self.state[number] != "blank":
            with pytest.raises((CardSpoilt, CardTaken, CardKilled)):
                join_with(self.till, self.codes[number - 1], f"09{self.people:08d}")
            return
        self.owner[number] = join_with(self.till, self.codes[number - 1], f"09{self.people:08d}")
        self.state[number] = "linked"

    @rule(number=CARDS)
    def replace(self, number: int) -> None:
        if self.state[number] == "linked":
            self.till.members.reissue_card(self.owner[number])
            self.state[number] = "dead"

    @rule(number=CARDS)
    def regret(self, number: int) -> None:
        if self.state[number] == "linked":
            self.till.returns.undo(self.owner[number])
            self.state[number] = "blank"

    @rule()
    def restart(self) -> None:
        self.till = reopened(self.till, self.world)

    @invariant()
    def the_counts_are_the_drawers(self) -> None:
        if not hasattr(self, "till"):
            return
        batch = only(self.till)
        held = list(self.state.values())
        assert (batch.blank, batch.linked, batch.dead, batch.spoilt) == tuple(
            held.count(state) for state in ("blank", "linked", "dead", "spoilt")
        )
        assert batch.printed == len(self.printed)
        for number, state in self.state.items():
            assert self.till.members.by_code(self.codes[number - 1]).state == state

    def teardown(self) -> None:
        if hasattr(self, "till"):
            assert check(self.till.shop.file).is_clean
            self.till.shop.file.close()
            shutil.rmtree(self.folder)


TestDrawer = Drawer.TestCase
TestDrawer.settings = settings(
    max_examples=15, stateful_step_count=15, suppress_health_check=list(HealthCheck), deadline=None
)
