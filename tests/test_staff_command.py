"""Where the shop has PINs, a script says whose it does things with; or it is nobody."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from loyalpos.__main__ import main
from loyalpos.app import new_outside
from loyalpos.engine.staff import Role
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.ui.terminal import SECRET_FILE
from tests.command_line import Told, folder_of_a_shop, told
from tests.keyrings import MemoryKeyring
from tests.shops import enrolled

__all__ = ["told"]

PIN, OTHER, NEW, WRONG = "271828", "314159", "161803", "999998"
PASSPHRASE = "mây trắng quán nhỏ"


class Staffed:
    """A shop of which the till is closed, with an owner, a manager and a cashier."""

    def __init__(self, place: Path) -> None:
        self.where = folder_of_a_shop(place, language="en")
        self.keys = Keys(self.where.shop_file, self.where.backups)
        till = self.open()
        for name, role, pin in (
            ("Bà Mây", Role.OWNER, PIN),
            ("Hoa", Role.MANAGER, OTHER),
            ("Lan", Role.CASHIER, OTHER),
        ):
            person = till.staff.add(till.shop.outside.new_id(), name, role)
            till.staff.set_pin(person.id, pin)
        till.shop.close()
        self._pin_file = place / "pin"

    def open(self) -> Till:
        return Till(Shop.open(self.where.shop_file, self.keys.of_file(), new_outside()))

    def pin_file(self, pin: str, mode: int = 0o600) -> str:
        self._pin_file.write_text(f"{pin}\n")
        self._pin_file.chmod(mode)
        return str(self._pin_file)

    def do(self, *words: str) -> int:
        return main([*words, "--json", "--data-dir", str(self.where.data)])


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Staffed:
    monkeypatch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)
    return Staffed(tmp_path)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let something stand in the standard input of the next command."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


class Terminal(io.StringIO):
    """A terminal at which a person has typed some lines already."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let a person at the terminal type lines, and PINs that nobody sees; give the PINs left."""

    def sit_down(lines: str, *pins: str) -> list[str]:
        left = list(pins)
        monkeypatch.setattr(sys, "stdin", Terminal(lines))
        monkeypatch.setattr("getpass.getpass", lambda _words: left.pop(0))
        return left

    return sit_down


def why(told: Told) -> object:
    return json.loads(told()[0])["why"]


def test_a_script_that_says_nothing_takes_nothing_out_and_brings_nothing_back(
    shop: Staffed, tmp_path: Path, told: Told
) -> None:
    assert main(["backup", "--to", str(tmp_path / "backups"), "--data-dir", str(shop.where.data)]) == 0
    (backup,) = (tmp_path / "backups").glob("*.loyalpos")
    told()
    assert shop.do("export", str(tmp_path / "out")) == 1
    assert why(told) == "NotAllowed"
    assert shop.do("restore", str(backup), "--yes") == 1
    assert why(told) == "NotAllowed"
    assert not (tmp_path / "out").exists()


def test_with_a_pin_from_a_file_or_the_standard_input_it_may_what_its_person_may(
    shop: Staffed, tmp_path: Path, told: Told, typed: Callable[[str], None]
) -> None:
    owner = ("--as", "ba may", "--pin-from")
    assert shop.do("export", str(tmp_path / "one"), *owner, shop.pin_file(PIN)) == 0
    typed(f"{OTHER}\n")
    assert shop.do("export", str(tmp_path / "two"), "--as", "Hoa", "--pin-from", "-") == 0
    told()
    typed(f"{OTHER}\n")
    assert shop.do("export", str(tmp_path / "three"), "--as", "Lan", "--pin-from", "-") == 1
    assert why(told) == "NotAllowed"
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"shop", "one", "two"}


def test_a_wrong_pin_of_a_script_waits_and_locks_as_one_at_the_till(
    shop: Staffed, tmp_path: Path, told: Told, typed: Callable[[str], None]
) -> None:
    words = ("export", str(tmp_path / "out"), "--as", "Hoa", "--pin-from", "-")
    typed(WRONG)
    assert shop.do(*words) == 1
    assert why(told) == "WrongPin"
    typed(OTHER)
    assert shop.do(*words) == 1
    assert why(told) == "PinTooSoon"
    till = shop.open()
    (hoa,) = (one for one in till.staff.people() if one.name == "Hoa")
    waits = [line.wait_s for line in till.staff.lines() if line.person.id == hoa.id]
    till.shop.close()
    assert waits == [1]


def test_who_it_is_has_to_be_clear_and_a_pin_that_others_can_read_is_none(
    shop: Staffed, tmp_path: Path, told: Told
) -> None:
    out = str(tmp_path / "out")
    assert shop.do("export", out, "--pin-from", shop.pin_file(PIN)) == 1
    assert why(told) == "PersonUnknown"
    assert shop.do("export", out, "--as", "Hùng", "--pin-from", shop.pin_file(PIN)) == 1
    assert why(told) == "PersonUnknown"
    for file, mode in ((PIN, 0o640), ("12345", 0o600)):
        assert shop.do("export", out, "--as", "Bà Mây", "--pin-from", shop.pin_file(file, mode)) == 1
        assert why(told) == "PinFileUnfit"
    for place in ("--pin-from", str(tmp_path / "nothing")), ():
        assert shop.do("export", out, "--as", "Bà Mây", *place) == 1
        assert why(told) == "PinFileUnfit"
    till = shop.open()
    assert [line.wait_s for line in till.staff.lines()] == [0, 0, 0], "none of it was a try"
    till.shop.close()


def test_who_works_here_is_listed_in_the_language_of_the_till(shop: Staffed, told: Told) -> None:
    assert main(["staff", "--data-dir", str(shop.where.data)]) == 0
    assert told()[0].splitlines()[0] == "Bà Mây · Owner · PIN set"
    assert shop.do("staff") == 0
    (first, *_) = json.loads(told()[0])["staff"]
    assert first == {"name": "Bà Mây", "role": "owner", "pin": True, "locked": False, "asked_from": None}


def test_the_recovery_code_gives_an_owner_another_pin_from_the_standard_input(
    shop: Staffed, told: Told, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryKeyring()
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: ring)
    code = turn_on(shop.keys, None, new_outside())
    for lines, reason in ((f"{code[:-1]}\n{NEW}\n", "CodeWrong"), (f"{code}\n", "PinFileUnfit")):
        typed(lines)
        assert shop.do("staff", "--new-pin", "Bà Mây") == 1
        assert why(told) == reason
    typed(f"{code}\n{NEW}\n")
    assert shop.do("staff", "--new-pin", "Lan") == 1
    not_an_owner = json.loads(told()[0])
    assert (not_an_owner["why"], "Lan is no owner" in not_an_owner["text"]) == ("NotAnOwner", True)
    typed(f"{code}\n{NEW}\n")
    assert shop.do("staff", "--new-pin", "ba may") == 0
    till = shop.open()
    (owner, *_) = till.staff.people()
    assert till.staff.check_pin(owner.id, NEW) == owner
    till.shop.close()


def test_the_passphrase_opens_the_file_and_gives_another_pin(
    shop: Staffed, told: Told, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)
    turn_on(shop.keys, PASSPHRASE, new_outside())
    typed(f"another one\n{NEW}\n")
    assert shop.do("staff", "--new-pin", "Bà Mây") == 1
    assert why(told) == "SecretNeeded"
    typed(f"{PASSPHRASE}\n{NEW}\n")
    assert shop.do("staff", "--new-pin", "Bà Mây") == 0


def test_a_script_has_the_passphrase_in_a_file_that_nobody_else_may_read(
    shop: Staffed, tmp_path: Path, told: Told, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)
    turn_on(shop.keys, PASSPHRASE, new_outside())
    typed("")
    backup = ("backup", "--to", str(tmp_path / "backups"))
    assert shop.do(*backup) == 1
    assert why(told) == "SecretNeeded"
    for secret, mode, reason in (
        ("another one", 0o600, "SecretNeeded"),
        (PASSPHRASE, 0o644, "SecretFileUnfit"),
        ("", 0o600, "SecretFileUnfit"),
    ):
        monkeypatch.setenv(SECRET_FILE, shop.pin_file(secret, mode))
        assert shop.do(*backup) == 1
        assert why(told) == reason
    monkeypatch.setenv(SECRET_FILE, str(tmp_path / "nothing"))
    assert shop.do(*backup) == 1
    assert why(told) == "SecretFileUnfit"
    monkeypatch.setenv(SECRET_FILE, shop.pin_file(PASSPHRASE))
    assert shop.do(*backup) == 0
    (made,) = (tmp_path / "backups").glob("*.loyalpos")
    told()
    typed(f"{PIN}\n")
    assert shop.do("restore", str(made), "--yes", "--as", "Bà Mây", "--pin-from", "-") == 0
    assert shop.do("check") == 0


def test_without_protection_another_pin_is_asked_for_and_the_list_says_from_when_it_holds(
    shop: Staffed, told: Told, typed: Callable[[str], None]
) -> None:
    typed(f"{NEW}\n")
    assert shop.do("staff", "--new-pin", "Bà Mây") == 0
    holds_from = json.loads(told()[0])["holds_from"]
    assert shop.do("staff") == 0
    assert json.loads(told()[0])["staff"][0]["asked_from"] == holds_from


def test_a_person_types_another_pin_twice_and_a_slip_sets_none(
    shop: Staffed, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    for once_more, code in ((OTHER, 1), (NEW, 0)):
        types = iter((NEW, once_more))
        monkeypatch.setattr("getpass.getpass", lambda _words, types=types: next(types))
        assert shop.do("staff", "--new-pin", "Bà Mây") == code
        assert json.loads(told()[0])["done"] == (code == 0)


def test_a_drill_without_a_terminal_asks_nothing_and_takes_the_code_of_a_script(
    shop: Staffed, told: Told, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    drill = ("protect", "--drill")
    typed("")
    assert shop.do(*drill) == 1
    assert why(told) == "NotProtected"
    ring = MemoryKeyring()
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: ring)
    code = turn_on(shop.keys, None, new_outside())
    assert shop.do(*drill) == 1
    refused = json.loads(told()[0])
    assert (refused["why"], SECRET_FILE in refused["text"]) == ("NoTerminal", True)
    monkeypatch.setenv(SECRET_FILE, shop.pin_file(PASSPHRASE))
    assert shop.do(*drill) == 1
    assert why(told) == "CodeWrong"
    monkeypatch.setenv(SECRET_FILE, shop.pin_file(code))
    assert shop.do(*drill) == 0
    assert json.loads(told()[0])["state"] == "on"


def test_a_person_says_who_they_are_by_number_or_name_and_is_asked_again_after_a_slip(
    shop: Staffed, tmp_path: Path, told: Told, person: Callable[..., list[str]]
) -> None:
    person("ba may\n", PIN)
    assert shop.do("export", str(tmp_path / "one")) == 0
    left = person("7\nHùng\n2\n", OTHER)
    assert shop.do("export", str(tmp_path / "two")) == 0
    assert left == []
    assert "Nobody with a PIN here is called Hùng" in told()[1]
    left = person("1\n1\n1\n", "", WRONG, PIN)
    assert shop.do("export", str(tmp_path / "three")) == 0
    assert left == []
    said = told()[1]
    assert "A PIN is six digits" in said
    assert "Wrong PIN – wait 1 s" in said
    left = person("", "x", OTHER)
    assert shop.do("export", str(tmp_path / "four"), "--as", "Hoa") == 0
    assert left == []


def test_whoever_breaks_off_at_a_question_ends_the_command_quietly(
    shop: Staffed, tmp_path: Path, person: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_words: str) -> str:
        raise KeyboardInterrupt

    person("1\n")
    monkeypatch.setattr("getpass.getpass", break_off)
    assert shop.do("export", str(tmp_path / "out")) == 1
    till = shop.open()
    assert [line.wait_s for line in till.staff.lines()] == [0, 0, 0]
    till.shop.close()


def test_after_three_slips_a_person_is_told_what_was_wrong(
    shop: Staffed, tmp_path: Path, told: Told, person: Callable[..., list[str]]
) -> None:
    person("7\n8\nHùng\n1\n", PIN)
    assert shop.do("export", str(tmp_path / "out")) == 1
    assert why(told) == "PersonUnknown"
    person("\n")
    assert shop.do("export", str(tmp_path / "out")) == 1
    assert why(told) == "NotAllowed", "who says nothing is nobody"


def test_another_pin_says_what_is_missing_or_wrong(
    shop: Staffed,
    tmp_path: Path,
    told: Told,
    typed: Callable[[str], None],
    person: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed("")
    assert shop.do("staff", "--new-pin", "Bà Mây") == 1
    assert "in the standard input" in json.loads(told()[0])["text"]
    (tmp_path / "plain").mkdir()
    plain = folder_of_a_shop(tmp_path / "plain", language="en")
    typed("")
    assert main(["staff", "--new-pin", "Hoa", "--data-dir", str(plain.data)]) == 1
    assert "Nobody has a PIN in this shop yet" in told()[1]
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)
    turn_on(shop.keys, PASSPHRASE, new_outside())
    person("", PASSPHRASE, "another one", NEW, NEW)
    assert shop.do("staff", "--new-pin", "Bà Mây") == 1
    refused = json.loads(told()[0])
    assert (refused["why"], "Wrong code or passphrase" in refused["text"]) == ("ProofWrong", True)


def test_a_refusal_without_a_terminal_names_how_a_script_says_who_it_is_and_the_secret(
    shop: Staffed, tmp_path: Path, told: Told, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("")
    assert shop.do("export", str(tmp_path / "out")) == 1
    assert "--as NAME --pin-from FILE" in json.loads(told()[0])["text"]
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)
    turn_on(shop.keys, PASSPHRASE, new_outside())
    assert shop.do("backup", "--to", str(tmp_path / "backups")) == 1
    assert SECRET_FILE in json.loads(told()[0])["text"]


def test_to_look_first_needs_the_right_of_the_deed(
    shop: Staffed, tmp_path: Path, told: Told, typed: Callable[[str], None]
) -> None:
    till = shop.open()
    till.staff.sign_in(till.staff.people()[0].id, PIN)
    enrolled(till)
    till.shop.close()
    typed("")
    path = tmp_path / "list.csv"
    path.write_text("Tên;Điện thoại\nHoa;0912345678\n", encoding="utf-8")
    owner = ("--as", "Bà Mây", "--pin-from", shop.pin_file(PIN))
    for words, code in ((("erase", "0912345678"), 1), (("import", "members", str(path), "--dry-run"), 0)):
        assert shop.do(*words) == 1
        refused = json.loads(told()[0])
        assert refused.pop("why") == "NotAllowed"
        assert "rows" not in refused
        assert "name" not in refused
        assert shop.do(*words, *owner) == code
        assert {"rows", "name"} & set(json.loads(told()[0]))
