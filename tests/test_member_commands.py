"""The command line erases a member, by the same service as the office."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from loyalpos.__main__ import main
from loyalpos.app import make_application
from loyalpos.engine.erasing import ErasureReason
from loyalpos.settings import Folders
from loyalpos.store.wiping import is_due
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests import command_line
from tests.command_line import Told, folder_of_a_shop, till_of
from tests.shops import enrolled

told = command_line.told


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


def does(where: Folders, *words: str) -> int:
    return main([*words, "--data-dir", str(where.data)])


@pytest.mark.parametrize("named_by", ["phone", "card", "id"])
def test_a_member_is_erased_only_after_yes(where: Folders, told: Told, named_by: str) -> None:
    with till_of(where) as till:
        member = enrolled(till)
        (card,) = till.cards.of_member(member)
    name = {"phone": "+84 912 345 678", "card": card.code, "id": str(member)}[named_by]
    assert does(where, "my-data", name, "--out", str(where.data / "my-data")) == 0
    assert len(list((where.data / "my-data").iterdir())) == 2
    if os.name == "posix":
        assert (where.data / "my-data").stat().st_mode & 0o077 == 0
    told()
    assert does(where, "erase", name) == 1
    said, _ = told()
    assert "Nguyễn Văn Đức" in said
    assert "Points that are lost: 20" in said
    assert "--yes" in said
    assert does(where, "erase", name, "--yes", "--json") == 0
    done = json.loads(told()[0])
    assert (done["done"], done["member"], done["points"], done["name"]) == (True, str(member), 20, None)
    assert (done["papers"], list((where.data / "my-data").iterdir())) == (2, [])
    with PdfDocument(done["slip"]) as slip:
        words = slip[0].get_textpage().get_text_range()
    assert member.hex[:12] in words
    assert "Nguyễn" not in words
    with till_of(where) as till:
        assert till.members.find("duc") == ()
    assert does(where, "erase", name, "--yes") == 1
    assert told()[1].strip()


def test_a_large_file_is_written_anew_at_once_where_no_bill_waits(
    where: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalpos.services.erasure._AT_ONCE_BYTES", 0)
    with till_of(where) as till:
        gone, _ = enrolled(till), enrolled(till, "0987654321")
        till.erasures.erase(gone, ErasureReason.ASKED, where.backups)
        with till.shop.file.read() as connection:
            assert is_due(connection), "at the counter it waits for the close of the day"
    assert does(where, "erase", "0987654321", "--yes") == 0
    with till_of(where) as till, till.shop.file.read() as connection:
        assert not is_due(connection)


def test_nobody_is_erased_while_the_till_is_open_or_who_is_held(where: Folders, told: Told) -> None:
    with till_of(where) as till:
        member = enrolled(till)
        till.erasures.hold(member, "tranh chấp")
    assert does(where, "erase", "0912345678", "--yes", "--json") == 1
    assert json.loads(told()[0])["why"] == "MemberHeld"
    make_application()
    window = SingleInstance(where.data)
    assert window.claim(listen=False)
    assert does(where, "erase", "0912345678", "--yes", "--json") == 1
    assert json.loads(told()[0])["why"] == "TillOpen"
    window.release()
    with till_of(where) as till:
        assert [one.id for one in till.members.find("duc")] == [member]


def test_a_confirmation_that_cannot_be_written_is_said_and_erased_is_erased(
    where: Folders, told: Told
) -> None:
    with till_of(where) as till:
        enrolled(till)
        enrolled(till, "0987654321")
    (where.data / "erased").write_text("in the way")
    assert does(where, "erase", "0912345678", "--yes") == 0
    assert f"could not be written into {where.data / 'erased'}" in told()[0]
    assert does(where, "erase", "0987654321", "--yes", "--json") == 0
    assert json.loads(told()[0])["slip"] is None
    with till_of(where) as till:
        assert len(till.erasures.erased()) == 2
