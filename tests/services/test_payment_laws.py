"""Whatever is paid, returned and undone: the file is sound, and tried again it brings the same."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.program import PartPaid, Program
from loyalpos.engine.trial import BroughtBack, PastBill
from loyalpos.errors import Refusal
from loyalpos.services.trial_part import PartOfPast, try_part
from loyalpos.store.check import check
from loyalpos.store.trial import cut_at, watching
from tests.services.paid_in_parts import BOUND, RICH, Desk

acts = st.lists(
    st.tuples(
        st.sampled_from(("bill", "bill", "pay", "pay", "pay", "return", "undo", "wait")),
        st.integers(1, 400_000),
        st.integers(0, 6),
    ),
    max_size=14,
)


@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(acts, st.sampled_from((PartPaid.AS_PAID, PartPaid.WHEN_PAID)), st.sampled_from((RICH, BOUND)))
def test_whatever_is_paid_returned_and_undone_the_file_is_sound_and_tried_again_gives_the_same(
    done: list[tuple[str, int, int]], part_paid: PartPaid, program: Program
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), replace(program, part_paid=part_paid))
        till, bills, recorded = desk.till, list[UUID](), dict[UUID, int]()
        last: list[UUID] = []
        for kind, amount_vnd, which in done:
            bill = bills[-1 - which % len(bills)] if bills else None
            try:
                if kind == "bill":
                    paid_vnd = amount_vnd * which // 6
                    bills.append(desk.bill(amount_vnd, paid_vnd, tender="card" if which % 2 else None))
                    last.append(bills[-1])
                elif kind == "wait":
                    desk.world.clock.forward(days=which * which)
                    till.days.open()
                    till.days.trust_clock()
                elif kind == "undo" and last:
                    till.returns.undo(last.pop())
                elif bill is not None and kind == "pay":
                    open_vnd = till.returns.desk(bill).bill.open_vnd
                    paid = desk.pay(
                        bill,
                        amount_vnd if which % 2 else min(open_vnd, amount_vnd),
                        "card" if amount_vnd % 3 else None,
                    )
                    last.append(paid.payment)
                elif bill is not None and kind == "return":
                    part = till.returns.desk(bill).bill.parts + 1
                    back = till.returns.return_bill(bill, part, None if which == 6 else amount_vnd)
                    last.append(back.reversal)
            except Refusal:
                pass
        assert check(till.shop.file).is_clean
        for bill in bills:
            known = till.returns.desk(bill).bill
            assert known.earned >= known.taken_back >= 0
            assert known.paid_vnd >= 0
            recorded[bill] = known.earned - known.taken_back
        stood = [till.returns.desk(bill).bill for bill in bills]
        view = till.counter.desk(desk.member).member
        assert view is not None
        assert view.spend_vnd == sum(one.paid_vnd for one in stood), "what is paid is counted, no more"
        owed = [one.open_vnd for one in till.counter.desk(desk.member).owed]
        assert sorted(owed) == sorted(one.open_vnd for one in stood if one.open_vnd)
        tried: dict[UUID, int] = {}

        def tell(act: object, points: int) -> None:
            if isinstance(act, PastBill):
                tried[act.id] = points
            elif isinstance(act, BroughtBack):
                tried[act.bill] += points
            else:
                tried[act.back.bill] += points  # type: ignore[attr-defined]

        file, today = till.shop.file, till.shop.time.business_day(till.shop.now())
        with watching(file.path, file.key) as connection:
            cut = cut_at(connection, 0)
        past = PartOfPast(file.path, file.key, cut, None, till.shop.time, today - timedelta(days=400), today)
        try_part(past, tell)
        assert tried == recorded
