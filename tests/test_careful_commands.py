"""What a command leaves alone: the window of the till, and what was not asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.__main__ import main
from loyalpos.app import make_application
from loyalpos.settings import Folders
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests import command_line
from tests.command_line import Told, folder_of_a_shop

told = command_line.told


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


def does(where: Folders, *words: str) -> int:
    return main([*words, "--data-dir", str(where.data)])


def test_a_command_that_is_refused_leaves_the_window_of_the_till_where_it_is(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    application = make_application()
    till, raised = SingleInstance(where.data), list[bool]()
    till.raise_asked.connect(lambda: raised.append(True))
    assert till.claim()
    try:
        for words in (("staff",), ("import", "shop", str(tmp_path)), ("erase", "0912345678", "--yes")):
            assert does(where, *words) == 1
            assert "close it first" in told()[1]
        till.listen()
        application.processEvents()
        assert raised == []
        assert not SingleInstance(where.data).claim()
        till.listen()
        assert raised == [True], "a second start of the till itself does raise it"
    finally:
        till.release()
