"""What a command leaves alone: the window of the till, and what was not asked for."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loyalpos.__main__ import main
from loyalpos.app import make_application
from loyalpos.settings import Folders
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests import command_line
from tests.command_line import Told, example, folder_of_a_shop

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


def in_a_process(out: int, *words: str) -> tuple[int, bytes]:
    """Run a command whose output goes to a file descriptor; give its exit code and what it said beside it."""
    ran = subprocess.run(
        [sys.executable, "-m", "loyalpos", *words],
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
        cwd=command_line.ROOT,
        timeout=60,
    )
    return ran.returncode, ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_output_that_nobody_takes_ends_a_command_quietly_with_one() -> None:
    words = ("try", example("cafe", "program"), example("cafe", "cases"))
    reading, writing = os.pipe()
    os.close(reading)
    try:
        # The second says more than is kept back until the end.
        for how in ((), ("--json",)):
            assert in_a_process(writing, *words, *how) == (1, b"")
    finally:
        os.close(writing)
    with Path("/dev/full").open("wb") as full:
        assert in_a_process(full.fileno(), *words) == (1, b"")


def test_a_full_disk_elsewhere_does_not_end_a_command_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("json.dumps", fail)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        main(["try", example("cafe", "program"), example("cafe", "cases"), "--json"])
