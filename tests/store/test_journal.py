from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import update

from loyalpos.errors import SameIdOtherContent
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import check
from loyalpos.store.connection import Connection
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import Action, append, begin_life, canonical, find_record, head, records
from loyalpos.store.journal_tables import link, record
from loyalpos.store.record import NO_HASH
from tests.store.acts import AT, KEY, act, grow, lefts, new_file, salt

instants = st.datetimes(
    datetime(2001, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, AT.tzinfo, timezone(-timedelta(hours=9, minutes=30))]),
)
acts = st.builds(
    act,
    st.integers(1, 12),
    st.integers(0, 3),
    secret=st.none() | st.text(st.characters(codec="utf-8"), max_size=3),
    at=instants,
)


def _erase(connection: Connection, which: UUID) -> None:
    connection.execute(update(record).where(record.c.id == which.bytes).values(private=None, salt=None))


@settings(max_examples=25, deadline=None)
@given(st.lists(acts, max_size=20), st.sets(st.integers(0, 20)), st.sets(st.integers(1, 12)))
def test_after_any_acts_restarts_and_erasures_the_chain_holds_and_replay_agrees(
    wanted: list[Action], new_lives: set[int], erased: set[int]
) -> None:
    with TemporaryDirectory() as folder:
        file = new_file(Path(folder))
        stands: dict[UUID, Action] = {}
        for number, action in enumerate(wanted):
            with file.work() as connection:
                if number in new_lives:
                    begin_life(connection, number.to_bytes(16, "big"), number)
                first = stands.setdefault(action.id, action)
                same = first.body["request"] == action.body["request"] and first.private == action.private
                if same:
                    appended = append(connection, action, salt=salt)
                    assert appended.repeated is (first is not action)
                    assert appended.record == find_record(connection, action.id)
                else:
                    with pytest.raises(SameIdOtherContent):
                        append(connection, action, salt=salt)
        with file.work() as connection:
            for number_of_id in erased:
                _erase(connection, UUID(int=number_of_id))
            written = list(records(connection))
            assert [each.id for each in written] == list(stands)
            assert verify_chain(connection) == ()
            clocks = [each.hlc for each in written]
            assert clocks == sorted(set(clocks))
        assert check(file).is_clean
        file.close()


def test_a_record_reads_back_as_it_was_appended(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        written = append(connection, act(1, secret="Đức"), salt=salt).record
    with file.read() as connection:
        assert find_record(connection, UUID(int=1)) == written
        assert list(records(connection)) == [written]
    assert written.at == AT
    assert written.at.utcoffset() == timedelta(hours=7)
    assert written.private == canonical({"name": "Đức"})
    file.close()


def test_links_are_numbered_without_holes_and_each_names_the_one_before(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 5)
    with file.read() as connection:
        links = connection.execute(link.select().order_by(link.c.seq)).all()
        end = head(connection)
    assert [each.seq for each in links] == [1, 2, 3, 4, 5]
    assert [each.prev for each in links] == [NO_HASH, *(each.hash for each in links[:-1])]
    assert (end.origin, end.seq, end.hash) == (b"first life of it", 5, links[-1].hash)
    file.close()


def test_a_new_life_goes_on_from_the_end_of_the_last_one(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 2)
    with file.work() as connection:
        before = head(connection)
        begin_life(connection, b"second life of i", 2)
        begun = head(connection)
        assert (begun.origin, begun.seq, begun.hash) == (b"second life of i", 0, before.hash)
    grow(file, 3, 3)
    with file.read() as connection:
        assert head(connection).seq == 1
        assert [each.id.int for each in records(connection)] == [1, 2, 3]
        assert verify_chain(connection) == ()
    file.close()


def test_the_same_act_again_writes_nothing_and_answers_with_the_first(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        first = append(connection, act(1, secret="Lan"), salt=salt)
    with file.work() as connection:
        later = replace(act(1, secret="Lan", outcome=9), who="Hoa", at=AT + timedelta(hours=1))
        assert append(connection, later, salt=salt) == replace(first, repeated=True)
        assert head(connection).seq == 1
    file.close()


@pytest.mark.parametrize(
    "other",
    [
        act(1, left=4, secret="Lan"),
        act(1, secret="Hoa"),
        act(1),
        replace(act(1, secret="Lan"), kind="shop_described"),
    ],
    ids=["request", "private", "no private", "kind"],
)
def test_the_same_id_with_other_content_is_refused_and_the_first_stays(tmp_path: Path, other: Action) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        append(connection, act(1, secret="Lan"), salt=salt)
    with pytest.raises(SameIdOtherContent), file.work() as connection:
        append(connection, other, salt=salt)
    assert lefts(file) == {"gift 1": 3}
    assert check(file).is_clean
    file.close()


def test_an_erased_act_is_still_known_by_its_request(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        append(connection, act(1, secret="Lan"), salt=salt)
        _erase(connection, UUID(int=1))
        assert append(connection, act(1, secret="Lan"), salt=salt).repeated
        with pytest.raises(SameIdOtherContent):
            append(connection, act(1), salt=salt)
        assert verify_chain(connection) == ()
    file.close()


def test_an_act_that_fails_in_its_projection_leaves_no_record(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    unknown = replace(act(1), kind="never heard of")
    with pytest.raises(KeyError), file.work() as connection:
        append(connection, unknown, salt=salt)
    with file.read() as connection:
        assert head(connection).seq == 0
        assert find_record(connection, unknown.id) is None
    file.close()


def test_the_clock_goes_on_when_the_wall_clock_was_set_back_even_over_a_restore(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        ahead = append(connection, act(1, at=AT + timedelta(days=400)), salt=salt).record
        begin_life(connection, b"second life of i", 2)
        back = append(connection, act(2), salt=salt).record
    assert ahead.hlc >> 16 == (AT + timedelta(days=400)).timestamp() * 1000
    assert back.hlc == ahead.hlc + 1
    file.close()


def test_every_salt_is_drawn_anew(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        one, two = (append(connection, act(n, secret="Lan"), salt=salt).record for n in (1, 2))
    assert one.private == two.private
    assert one.private_hash != two.private_hash
    file.close()


def test_records_stream_with_the_memory_of_a_few(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    big = "x" * 5_000
    with file.work() as connection:
        for number in range(1, 4001):
            append(connection, replace(act(number), who=big), salt=salt)
    tracemalloc.start()
    with file.read() as connection:
        assert sum(len(each.who) for each in records(connection)) == 20_000_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    file.close()


def test_another_process_opening_the_file_sees_the_journal(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    again = ShopFile.open(file.path, KEY)
    with again.read() as connection:
        assert head(connection).seq == 3
    again.close()
    file.close()
