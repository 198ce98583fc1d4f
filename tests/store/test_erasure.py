"""Whose private parts there are, and that the tables an erasure leaves are those the journal makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.phones import Phone
from loyalpos.errors import MemberGone
from loyalpos.store import erasure_journal
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import check
from loyalpos.store.erasure_journal import Noted
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import append, find_record
from loyalpos.store.whose import WHOSE
from tests.shops import MORNING, World, enrolled, new_till
from tests.store.acts import act, new_file, salt

PROGRAM_TEXT = Path(__file__).parents[2] / "loyalpos"


def test_every_kind_with_a_private_part_says_whose_it_is() -> None:
    found: set[str] = set()
    texts = {path: path.read_text("utf-8") for path in PROGRAM_TEXT.glob("services/**/*.py")}
    services = "\n".join(texts.values())
    for path, text in texts.items():
        # A call of write with a private part, and the kind that is its second argument.
        for call in re.finditer(r"\.write\(", text):
            depth, end = 1, call.end()
            while depth:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 1
            written = text[call.end() : end]
            kinds = re.findall(r'connection,\s*"(\w+)"', written)
            if re.search(r"\bprivate=(?!None[,)])", written):
                # Where a class writes kinds by a method of its own, all of them count, also its heirs'.
                kinds = kinds or re.findall(r'self\._write\(\w+, "(\w+)"', services)
                assert kinds, f"{path}: {written}"
                found.update(kinds)
    assert len(found) > 5
    # The tests' own act has a secret too.
    assert found == set(WHOSE) - {act(1).kind}


def test_a_private_part_of_nobody_knows_whom_is_refused(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    unsaid = replace(act(1, secret="Nguyễn Văn Đức"), kind="bill_recorded")
    with pytest.raises(KeyError, match="bill_recorded"), file.work() as connection:
        append(connection, unsaid, salt=salt)
    file.close()


def test_after_an_erasure_the_tables_are_those_the_journal_makes(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(seed=5))
    till.days.open()
    gone, stays = enrolled(till), enrolled(till, "0387654321", "Trần Thị Hoa")
    new_id = till.shop.outside.new_id
    # The rows by which people are found are numbered: a change makes a new one.
    till.members.change(gone, name="Đức", phone=Phone("0912345679"), birthday=None, note="dị ứng")
    bill = till.counter.record_bill(new_id(), gone, Bill(3_250_000)).bill
    till.members.link(gone, "KH000123")
    own, other = till.cards.of_member(gone)
    till.cards.label(gone, own.code, "con gái")
    till.tags.change((gone, stays), on=("quen",), off=())
    late = enrolled(till, "0701234567", "Lê Lan")
    with till.shop.file.read() as connection:
        spent = connection.exec_driver_sql("SELECT sum(spend_vnd), sum(visits) FROM summary").one()

    done = till.erasures.erase(gone, ErasureReason.ASKED, tmp_path / "backups")
    assert done.points == -(325 + 20)

    with till.shop.file.read() as connection:
        assert verify_chain(connection) == ()
        assert members_out_of_balance(connection) == ()
        assert connection.exec_driver_sql("SELECT sum(spend_vnd), sum(visits) FROM summary").one() == spent
        enrolment = find_record(connection, gone)
        assert enrolment is not None
        assert (enrolment.private, enrolment.salt) == (None, None)
        assert len(enrolment.private_hash) == 32
    assert check(till.shop.file).is_clean
    for code in (own.code, other.code):
        assert till.members.by_code(code).member is None
    assert till.members.by_code(own.code).state == "dead"
    assert till.members.find("duc") == ()
    assert [one.id for one in till.members.find("lan")] == [late]
    # Somebody else may have the phone and the old card's code now.
    again = enrolled(till, "0912345679", "Đức")
    till.members.link(again, "KH000123")
    assert check(till.shop.file).is_clean

    for refused in (
        lambda: till.counter.record_bill(new_id(), gone, Bill(10_000)),
        lambda: till.returns.return_bill(bill, 1, None),
        lambda: till.members.link(gone, "KH9"),
        lambda: till.erasures.would_lose(gone),
        lambda: till.erasures.erase(gone, ErasureReason.ASKED, tmp_path / "backups"),
    ):
        with pytest.raises(MemberGone):
            refused()
    with pytest.raises(MemberGone), till.shop.file.work() as connection:
        till.shop.write(connection, "consent_changed", {"member": gone.hex})
    till.shop.close()


def test_a_torn_line_takes_no_other_with_it(tmp_path: Path) -> None:
    world = World(seed=2)
    first, second = (Noted(world.new_id(), MORNING, reason) for reason in ("asked", "inactive"))
    erasure_journal.add(tmp_path, [first])
    with (tmp_path / erasure_journal.NAME).open("ab") as file:
        file.write(b'{"member": "01')
    erasure_journal.add(tmp_path, [second])
    assert erasure_journal.read(tmp_path) == (first, second)


def test_two_folders_tell_each_other_what_only_one_knows(tmp_path: Path) -> None:
    world = World(seed=2)
    ours, theirs = (Noted(world.new_id(), MORNING, "asked") for _ in range(2))
    one, other = tmp_path / "one", tmp_path / "other"
    erasure_journal.add(one, [ours])
    erasure_journal.add(other, [theirs])
    erasure_journal.share(one, other)
    erasure_journal.share(one, other)
    assert erasure_journal.read(one) == (ours, theirs)
    assert erasure_journal.read(other) == (theirs, ours)
