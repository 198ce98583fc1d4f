from __future__ import annotations

from pathlib import Path
from uuid import UUID

from loyalpos.store import local
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import append
from tests.store.acts import KEY, act, new_file, salt

ANNA, HOA = UUID(int=1), UUID(int=2)


def test_an_unclean_stop_is_known_at_every_start_after_it(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    # The clock goes backwards between them: the order of starts counts, not their time.
    sessions = [UUID(int=number) for number in (9, 5, 7, 3)]
    with file.work() as connection:
        local.begin_session(connection, sessions[0], 500)
        assert local.unclean_stop_before(connection, sessions[0]) is None
        local.end_session(connection, sessions[0], 600)
        local.begin_session(connection, sessions[1], 400)
        assert local.unclean_stop_before(connection, sessions[1]) is None
        local.begin_session(connection, sessions[2], 300)
        assert local.unclean_stop_before(connection, sessions[2]) == 300
        local.end_session(connection, sessions[2], 310)
        local.begin_session(connection, sessions[3], 200)
        # Whoever opened and closed the program in between need not know what was recorded before.
        assert local.unclean_stop_before(connection, sessions[3]) == 300
        assert local.unclean_stop_before(connection, sessions[2]) == 300
    file.close()


def test_the_id_of_the_next_act_survives_a_restart_until_it_is_done(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        local.keep_draft(connection, ANNA, UUID(int=71), 5)
        local.keep_draft(connection, HOA, UUID(int=72), 5)
        local.keep_draft(connection, ANNA, UUID(int=73), 6)
    file.close()
    file = ShopFile.open(tmp_path / "shop.loyalpos", KEY)
    with file.work() as connection:
        assert local.draft_of(connection, ANNA) == UUID(int=73)
        append(connection, act(73), salt=salt)
        assert local.draft_of(connection, ANNA) is None
        assert local.draft_of(connection, HOA) == UUID(int=72)
    file.close()
