"""Whatever friends buy, return and undo: both sides stand or fall with the bill that paid them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.members import Enrolment, Origin
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.phones import Phone
from loyalpos.errors import Refusal
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.gifts import gifts_of
from loyalpos.store.visits import paid_for
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

MINIMUM_VND = 50_000
FRIENDS = replace(
    PROGRAM,
    welcome_points=0,
    occasions=(Referral("friends", Gives(50), Gives(20), MINIMUM_VND, most_a_month=2),),
)

friends = st.integers(0, 2)
amounts = st.sampled_from((20_000, 60_000, 90_000))
acts = st.one_of(
    st.tuples(st.just("buy"), friends, amounts),
    st.tuples(st.just("return"), st.integers(0, 5), st.sampled_from((15_000, 40_000, None))),
    st.tuples(st.just("undo"), st.just(0), st.none()),
)


@settings(max_examples=5)
@given(st.lists(acts, min_size=4, max_size=9))
def test_both_sides_stand_or_fall_with_the_bill_that_paid_them(
    done: list[tuple[str, int, int | None]],
) -> None:
    with TemporaryDirectory() as folder:
        till = new_till(Path(folder), World(), program=FRIENDS)
        hoa = enrolled(till)
        new_id = till.shop.outside.new_id
        said = [
            Enrolment(Phone(f"098765432{at}"), f"Bạn {at}", consents=(CONSENT,), origin=Origin(hoa))
            for at in range(3)
        ]
        members = [till.members.enrol(new_id(), one).member for one in said]
        bills = []
        for act, which, amount in done:
            try:
                if act == "buy":
                    assert amount is not None
                    bills.append(new_id())
                    till.counter.record_bill(bills[-1], members[which], Bill(amount))
                elif act == "return" and which < len(bills):
                    till.returns.return_bill(
                        bills[which], till.returns.desk(bills[which]).bill.parts + 1, amount
                    )
                elif act == "undo" and bills:
                    till.returns.undo_last()
            except Refusal:
                continue
        with till.shop.file.read() as connection:
            assert members_out_of_balance(connection) == ()
            theirs = {
                row.gift.mark: row
                for row in gifts_of(connection, hoa)
                if row.gift.kind is GiftKind.REFERRAL and not row.gift.is_taken_back
            }
            assert len(theirs) <= 2, "no more a month than the program says"
            for friend in set(members):
                mine = [row for row in gifts_of(connection, friend) if not row.gift.is_taken_back]
                assert len(mine) <= 1, "once"
                referrers = theirs.get(str(friend))
                assert referrers is None or [row.act for row in mine] == [referrers.act], (
                    "never one side alone"
                )
                for row in mine:
                    assert row.act is not None
                    paid_vnd = paid_for(connection, row.act)
                    assert paid_vnd is not None
                    assert paid_vnd >= MINIMUM_VND, "a bill that came back pays nobody"
        assert check(till.shop.file).is_clean
        till.shop.close()
