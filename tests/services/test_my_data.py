"""A member's own data: everything the shop knows, and nothing of anybody else."""

from __future__ import annotations

import json
from pathlib import Path

from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Enrolment, Origin
from loyalpos.engine.phones import Phone
from loyalpos.engine.requests import RequestKind, Wish
from loyalpos.services.my_data import as_json
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till


def test_my_data_tells_all_of_one_member_and_nothing_of_another(tmp_path: Path) -> None:
    world = World(seed=6)
    till = new_till(tmp_path, world)
    till.days.open()
    friend = enrolled(till, "0387654321", "Trần Thị Hoa")
    joins = Enrolment(
        Phone("0912345678"),
        "Nguyễn Văn Đức",
        note="ít đường",
        consents=(CONSENT,),
        origin=Origin(friend),
        proof="Phiếu 17",
    )
    member = till.members.enrol(world.new_id(), joins).member
    till.members.link(member, "KH000123")
    till.tags.change((member,), on=("quen",), off=())
    till.counter.record_bill(world.new_id(), member, Bill(5_000, number="HD-0"))
    till.counter.record_bill(world.new_id(), member, Bill(125_000, number="HD-1"))
    till.my_data.note(member, "page")
    till.my_data.note(member, "page")
    world.clock.forward(days=1)
    till.my_data.note(member, "page")
    till.consents.restrict(member, on=True)
    till.members.change(member, name="Nguyễn Văn Đức", phone=Phone("0912345678"), birthday=None, note="ít đá")
    day = till.shop.time.business_day(till.shop.now())
    till.requests.receive(world.new_id(), Wish(RequestKind.SEE, day, member, words="cho xem hết"))
    till.requests.receive(world.new_id(), Wish(RequestKind.SEE, day, friend, words="của tôi"))
    told = as_json(till.my_data.of(member))
    assert told["member"] | {"id": "", "joined": ""} == {
        "id": "",
        "name": "Nguyễn Văn Đức",
        "phone": "0912345678",
        "birthday": None,
        "note": "ít đá",
        "joined": "",
        "source": "",
        "brought_by_a_member": True,
        "tags": ["quen"],
        "restricted": True,
        "under_age": False,
        "guardian": None,
        "kept_on_legal_grounds_since": None,
    }
    assert [(one["what"], one["before"], one["who"]) for one in told["corrections"]] == [
        ("note", "ít đường", "Lan"),
        ("restricted", "", "Lan"),
    ]
    assert [(one["what"], one["words"], one["closed"]) for one in told["requests"]] == [
        ("see", "cho xem hết", None)
    ]
    assert [one["receipt"] for one in told["bills"]] == ["HD-0", "HD-1"]
    assert [one["points"] for one in told["points"]["ledger"]] == [20, 12]
    assert [(one["purpose"], one["given"], one["proof"]) for one in told["consents"]] == [
        ("program", True, "Phiếu 17")
    ]
    assert {one["code"] for one in told["cards"]} >= {"KH000123"}
    assert [(one["how"], one["who"]) for one in told["accesses"]] == [("page", "Lan"), ("page", "Lan")]
    assert "Hoa" not in json.dumps(told, ensure_ascii=False)
    assert friend.hex not in json.dumps(told).replace("-", "")
    assert check(till.shop.file).is_clean
    till.shop.close()
