"""What not everybody may do is refused before anything is written, and goes on with an approval."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.audit import AuditAsk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.card_design import CardDesign
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.exports import Export
from loyalpos.engine.honesty import Finding, FindingKind
from loyalpos.engine.staff import Approval, OwnBills, Right, Role, StaffRules
from loyalpos.engine.watch import Watch
from loyalpos.errors import NotAllowed, OwnBill
from loyalpos.services.shop_moves import take_out_of
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.ui.office.my_data_paper import write_my_data
from loyalpos.ui.words.consent import consent_of_list
from tests.services.test_memberships import sell
from tests.services.test_merged_acts import PROGRAM as OF_ALL_KINDS
from tests.shops import PROGRAM, World, enrolled, new_till

PIN, OTHER = "271828", "314159"
NOBODY = UUID(int=7)


class Staffed:
    """A shop with an owner, and a cashier at its till who has an account of her own."""

    def __init__(self, folder: Path) -> None:
        self.world = World(seed=3)
        self.folder = folder
        self.till = till = new_till(folder, self.world)
        self.duc = enrolled(till)
        self.own = enrolled(till, "0387654321", "Lan")
        self.bill = till.counter.record_bill(till.shop.outside.new_id(), self.duc, Bill(8_000_000)).bill
        rules = StaffRules(redeem_above=400, old_return_days=7)
        till.shop.describe(replace(till.shop.description, staff=rules))
        owner = till.staff.add(till.shop.outside.new_id(), "Bà Mây", Role.OWNER)
        till.staff.set_pin(owner.id, PIN)
        self.owner = next(iter(till.staff.people()))
        lan = till.staff.add(till.shop.outside.new_id(), "Lan", Role.CASHIER, self.own)
        till.staff.set_pin(lan.id, OTHER)
        self.lan = lan.id
        till.staff.sign_in(lan.id, OTHER)

    def records(self) -> int:
        with self.till.shop.file.read() as connection:
            return int(connection.driver.execute("SELECT count(*) FROM record").fetchone()[0])


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Staffed:
    return Staffed(tmp_path_factory.mktemp("staffed"))


def new_id(till: Till) -> UUID:
    return till.shop.outside.new_id()


GUARDED: dict[str, tuple[Right, Callable[[Staffed], object]]] = {
    "program": (Right.PROGRAM, lambda s: s.till.shop.publish(PROGRAM)),
    "revision again": (Right.PROGRAM, lambda s: s.till.programs.publish_again(1, date(2026, 12, 1))),
    "draw closed": (Right.PROGRAM, lambda s: s.till.draws.close("tet")),
    "draw held": (Right.PROGRAM, lambda s: s.till.draws.hold("tet")),
    "settings": (Right.SETTINGS, lambda s: s.till.shop.describe(s.till.shop.description)),
    "goals": (Right.SETTINGS, lambda s: s.till.results.aim(date(2026, 12, 1), {})),
    "person added": (Right.STAFF, lambda s: s.till.staff.add(new_id(s.till), "Hoa", Role.OWNER)),
    "person changed": (Right.STAFF, lambda s: s.till.staff.change(s.lan, "Lan", Role.OWNER, None)),
    "person gone": (Right.STAFF, lambda s: s.till.staff.leave(s.owner.id)),
    "PIN set": (Right.STAFF, lambda s: s.till.staff.set_pin(s.owner.id, "161803")),
    "PIN removed": (Right.STAFF, lambda s: s.till.staff.remove_pin(s.owner.id)),
    "lock opened": (Right.STAFF, lambda s: s.till.staff.open(s.lan)),
    "tier": (Right.ADJUST, lambda s: s.till.tiers.set_by_hand(new_id(s.till), s.duc, "gold", "quen")),
    "voucher": (Right.ADJUST, lambda s: s.till.personal_vouchers.give(new_id(s.till), s.duc, "x", "quen")),
    "cards made": (Right.CARDS, lambda s: s.till.cards.issue(new_id(s.till), 3)),
    "cards spoilt": (Right.CARDS, lambda s: s.till.cards.spoil(NOBODY, (1,))),
    "cards handed out": (Right.CARDS, lambda s: s.till.cards.hand_out(NOBODY, (1,), "bàn 3")),
    "code taken off": (Right.CARDS, lambda s: s.till.cards.take_off(s.duc, "KH000001")),
    "code put back": (Right.CARDS, lambda s: s.till.cards.put_back(s.duc, "KH000001", "")),
    "card designed": (Right.CARDS, lambda s: s.till.card_designs.save(CardDesign(), "#000000")),
    "logo": (Right.CARDS, lambda s: s.till.card_designs.show_logo(new_id(s.till), None)),
    "list in": (
        Right.IMPORT,
        lambda s: s.till.lists.take_in(new_id(s.till), (), wording=consent_of_list(), progress=_go_on),
    ),
    "list out": (Right.IMPORT, lambda s: s.till.lists.take_out(NOBODY, _go_on)),
    "items in": (Right.IMPORT, lambda s: s.till.items.take_in(new_id(s.till), (), progress=_go_on)),
    "items out": (Right.IMPORT, lambda s: s.till.items.take_out(NOBODY, _go_on)),
    "everything exported": (
        Right.EXPORT,
        lambda s: take_out_of(s.till.shop, s.folder / "out", Export("x"), _go_on),
    ),
    "best customers": (
        Right.EXPORT,
        lambda s: s.till.results.write_best(s.folder / "best.csv", None, 20, ("",) * 4, Export("x"), _go_on),
    ),
    "points that end": (
        Right.EXPORT,
        lambda s: s.till.ending.write(s.folder / "end.csv", (), ("",) * 4, Export("x")),
    ),
    "letters": (Right.EXPORT, lambda s: s.till.letters.addressees((s.duc,), agreed_only=False)),
    "member erased": (
        Right.ERASE,
        lambda s: s.till.erasures.erase(s.duc, ErasureReason.ASKED, s.folder / "backups"),
    ),
    "member held": (Right.ERASE, lambda s: s.till.erasures.hold(s.duc, "kiện tụng")),
    "member let go": (Right.ERASE, lambda s: s.till.erasures.let_go(s.duc)),
    "members merged": (Right.MERGE, lambda s: s.till.merging.merge(s.duc, s.own)),
    "members parted": (Right.MERGE, lambda s: s.till.merging.undo(NOBODY)),
    "members told apart": (Right.MERGE, lambda s: s.till.merging.tell_apart(s.duc, s.own)),
    "breach begun": (Right.EXPORT, lambda s: s.till.breaches.begin(new_id(s.till))),
    "breach told": (Right.EXPORT, lambda s: s.till.breaches.reported(NOBODY)),
    "card codes renewed": (Right.CARDS, lambda s: s.till.breaches.renew_cards(_go_on)),
    "breach kit": (Right.EXPORT, lambda s: s.till.breaches.write_kit(s.folder / "kit", {}, _go_on)),
    "day looked through": (Right.AUDIT, lambda s: s.till.honesty.of_day(s.till.honesty.today())),
    "finding looked at": (
        Right.AUDIT,
        lambda s: s.till.honesty.acknowledge(
            Finding(s.till.honesty.today(), FindingKind.BY_HAND, "", None, (NOBODY,))
        ),
    ),
    "watch": (Right.SETTINGS, lambda s: s.till.honesty.watch(Watch(card_bills=1))),
    "journal proved": (Right.AUDIT, lambda s: s.till.audit.prove(_go_on)),
    "my data": (Right.EXPORT, lambda s: write_my_data(s.till, s.duc, s.folder / "my-data", _go_on)),
    "second folder": (
        Right.SETTINGS,
        lambda s: s.till.days.safekeeping.choose_second(s.folder / "backups", s.folder / "stick"),
    ),
    "many points": (
        Right.REDEEM_ABOVE,
        lambda s: s.till.counter.record_bill(new_id(s.till), s.duc, Bill(200_000), (Taken("off50"),)),
    ),
    "own bill": (Right.ADJUST, lambda s: s.till.counter.record_bill(new_id(s.till), s.own, Bill(90_000))),
}


def _go_on(_done: int, _whole: int) -> bool:
    return True


@pytest.mark.parametrize("name", GUARDED)
def test_a_cashier_is_refused_and_nothing_is_written(shop: Staffed, name: str) -> None:
    right, use = GUARDED[name]
    before, files = shop.records(), sorted(shop.folder.iterdir())
    with pytest.raises(NotAllowed) as refused:
        use(shop)
    assert refused.value.right == right
    assert (shop.records(), sorted(shop.folder.iterdir())) == (before, files)


def test_every_right_of_today_is_demanded_somewhere() -> None:
    later = {Right.PROTECT, Right.RESTORE, Right.OLD_RETURN}
    assert {right for right, _ in GUARDED.values()} == set(Right) - later


def test_the_word_of_somebody_who_may_not_either_lets_nothing_be_done(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till = shop.till
    till.staff.sign_in(shop.owner.id, PIN)
    hoa = till.staff.add(new_id(till), "Hoa", Role.CASHIER)
    till.staff.sign_in(shop.lan, OTHER)
    for right, use in ((Right.ADJUST, "own bill"), (Right.REDEEM_ABOVE, "many points")):
        with till.shop.approved(Approval(hoa, right)), pytest.raises(NotAllowed):
            GUARDED[use][1](shop)


def test_as_many_points_as_the_limit_are_anybodys_to_redeem(shop: Staffed) -> None:
    for points, is_too_much in ((401, True), (400, False)):
        with pytest.raises(NotAllowed) if is_too_much else nullcontext():
            shop.till.counter.record_bill(new_id(shop.till), shop.duc, Bill(200_000), (Taken("pay", points),))


def test_few_points_are_anybodys_to_redeem(shop: Staffed) -> None:
    done = shop.till.counter.record_bill(
        new_id(shop.till), shop.duc, Bill(200_000), (Taken("tenth"),), another=True
    )
    assert done.spent == 100


def test_an_old_bill_is_taken_back_undone_or_moved_by_whoever_may(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till = shop.till
    shop.world.clock.forward(days=6)
    till.returns.return_bill(shop.bill, 1, 10_000)
    shop.world.clock.forward(days=1)
    for use in (
        lambda: till.returns.return_bill(shop.bill, 2, None),
        lambda: till.returns.undo(shop.bill),
        lambda: till.returns.move_bill(shop.bill, shop.own, new_id(till)),
    ):
        with pytest.raises(NotAllowed) as refused:
            use()
        assert refused.value.right == Right.OLD_RETURN
    with till.shop.approved(till.staff.approve(shop.owner.id, PIN, Right.OLD_RETURN)):
        back = till.returns.return_bill(shop.bill, 2, None)
    assert back.taken_back
    with till.shop.file.read() as connection:
        (body,) = connection.driver.execute(
            "SELECT body FROM record WHERE kind = 'bill_reversed' ORDER BY hlc DESC LIMIT 1"
        ).fetchone()
    assert f'"approved_by":"{shop.owner.id.hex}"'.encode() in body


def test_nobody_approves_what_they_earn_themselves(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till = shop.till
    till.shop.sign_in(shop.owner.id)
    till.staff.change(shop.owner.id, "Bà Mây", Role.OWNER, shop.duc)
    me = till.shop.at_work
    assert me is not None
    with till.shop.approved(Approval(me, Right.ADJUST)), pytest.raises(OwnBill):
        till.counter.record_bill(new_id(till), shop.duc, Bill(90_000))
    till.staff.sign_in(shop.lan, OTHER)
    with till.shop.approved(till.staff.approve(shop.owner.id, PIN, Right.ADJUST)):
        assert till.counter.record_bill(new_id(till), shop.own, Bill(90_000)).earned == 9


@pytest.mark.parametrize("name", ["stamps", "survey", "membership"])
def test_what_earns_without_a_bill_is_nobodys_own_to_give(tmp_path: Path, name: str) -> None:
    shop = Staffed(tmp_path)
    till = shop.till
    till.staff.sign_in(shop.owner.id, PIN)
    till.shop.publish(OF_ALL_KINDS)
    till.staff.sign_in(shop.lan, OTHER)
    give: dict[str, Callable[[UUID], object]] = {
        "stamps": lambda whose: till.stamps.swap_in(whose, "nine", 6, "thẻ giấy"),
        "survey": lambda whose: till.surveys.answer(whose, "menu"),
        "membership": lambda whose: sell(till, whose),
    }
    before = shop.records()
    with pytest.raises(OwnBill):
        give[name](shop.own)
    assert shop.records() == before
    give[name](shop.duc)
    with till.shop.approved(till.staff.approve(shop.owner.id, PIN, Right.ADJUST)):
        give[name](shop.own)


def test_where_the_owner_only_wants_to_know_an_own_bill_is_flagged(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till = shop.till
    till.shop.sign_in(shop.owner.id)
    flagging = StaffRules(own_bills=OwnBills.FLAG)
    till.shop.describe(replace(till.shop.description, staff=flagging))
    till.shop.sign_in(shop.lan)
    till.counter.record_bill(new_id(till), shop.own, Bill(90_000))
    till.counter.record_bill(new_id(till), shop.duc, Bill(90_000))
    with till.shop.file.read() as connection:
        rows = connection.driver.execute(
            "SELECT body FROM record WHERE kind = 'bill_recorded' ORDER BY hlc DESC LIMIT 2"
        ).fetchall()
    assert [b'"own":true' in body for (body,) in rows] == [False, True]


def test_what_needs_two_rights_goes_on_with_two_approvals(shop: Staffed) -> None:
    till, path = shop.till, shop.folder / "journal.csv"
    today = till.shop.time.business_day(till.shop.now())

    def write() -> object:
        return till.audit.write(
            path, AuditAsk(today, today), ("a",), lambda line: (line.kind,), Export("x"), _go_on
        )

    audit, export = (till.staff.approve(shop.owner.id, PIN, one) for one in (Right.AUDIT, Right.EXPORT))
    for approval, missing in ((audit, Right.EXPORT), (export, Right.AUDIT)):
        with till.shop.approved(approval), pytest.raises(NotAllowed) as refused:
            write()
        assert refused.value.right == missing
    with till.shop.approved(export), till.shop.approved(audit):
        assert write() == path
    path.unlink()
    with pytest.raises(NotAllowed):
        write()


def test_an_approval_of_many_points_is_none_of_an_own_bill(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till, bill = shop.till, (Bill(200_000), (Taken("off50"),))
    till.staff.sign_in(shop.owner.id, PIN)
    till.counter.record_bill(new_id(till), shop.own, Bill(8_000_000))
    till.staff.sign_in(shop.lan, OTHER)
    many, own = (till.staff.approve(shop.owner.id, PIN, one) for one in (Right.REDEEM_ABOVE, Right.ADJUST))
    with till.shop.approved(many), pytest.raises(OwnBill):
        till.counter.record_bill(new_id(till), shop.own, *bill)
    with till.shop.approved(many), till.shop.approved(own):
        assert not till.counter.record_bill(new_id(till), shop.own, *bill).repeated


def test_an_account_that_was_merged_into_another_is_still_ones_own(tmp_path: Path) -> None:
    shop = Staffed(tmp_path)
    till, sister = shop.till, enrolled(shop.till, "0911111111", "Lan")
    till.staff.sign_in(shop.owner.id, PIN)
    merge = till.merging.merge(sister, shop.own).id
    whose = till.staff.whose_card(sister)
    assert whose is not None
    assert whose.id == shop.lan
    till.staff.sign_in(shop.lan, OTHER)
    with pytest.raises(OwnBill):
        till.counter.record_bill(new_id(till), sister, Bill(90_000))
    till.staff.sign_in(shop.owner.id, PIN)
    till.merging.undo(merge)
    assert till.staff.whose_card(sister) is None
    assert till.staff.whose_card(shop.own) is not None
    till.erasures.erase(shop.own, ErasureReason.ASKED, tmp_path / "backups")
    assert all(person.member is None for person in till.staff.people())
    report = check(till.shop.file)
    assert report.is_clean, report
