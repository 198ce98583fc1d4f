"""What rewards bring beside the bill: vouchers, tickets, donations, partners' codes; and what they cost."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Redemption
from loyalpos.engine.causes import (
    CauseTotal,
    Donation,
    cause_totals,
    donate,
    share_vnd,
    shares_moved,
    taken_back,
)
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.partners import (
    CodeState,
    PartnerCode,
    Settlement,
    issue_code,
    redeem_code,
    settlements,
)
from loyalpos.engine.redeemed import BroughtByRewards, brought_by
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    PartnerReward,
    Reward,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
    kind_of,
)
from loyalpos.engine.side_programs import Cause, Partner
from tests.engine.shapes import one_rule

BOOKS = Cause("books", "Sách cho em", 50)
TREES = Cause("trees", "Trồng cây", 20)
GYM = Partner("gym", "Phòng tập", "Một buổi tập", 30_000)
AN = UUID(int=1)
REWARDS: tuple[Reward, ...] = (
    AmountOff("off", "Giảm", 100, 20_000),
    Gift("gift", "Cà phê", 50),
    ServiceReward("wash", "Gội đầu", 80),
    VoucherReward("next", "Phiếu", 40, "ten"),
    TicketReward("tickets", "Vé", 30, "tet", 3),
    DonationReward("give", "Góp sách", 10, "books"),
    PartnerReward("train", "Vé tập", 90, "gym"),
    UnknownReward("later", "Vòng quay", "wheel"),
)
PROGRAM = replace(one_rule(10_000), rewards=REWARDS, causes=(BOOKS, TREES), partners=(GYM,))


def _redeemed(reward: Reward, value_vnd: int = 0) -> Redemption:
    return Redemption(reward.id, kind_of(reward), reward.name, 10, value_vnd)


def test_each_reward_brings_what_it_says() -> None:
    assert brought_by(PROGRAM, tuple(_redeemed(reward) for reward in REWARDS)) == BroughtByRewards(
        (UnitsGiven("next", "ten", 1),),
        (UnitsGiven("tickets", "tet", 3),),
        (UnitsGiven("give", "books", 10),),
        (UnitsGiven("train", "gym", 1),),
        ("wash",),
    )
    assert brought_by(PROGRAM, ()) == BroughtByRewards()
    assert brought_by(PROGRAM, (Redemption("no more", "ticket", "Vé", 1, 0),)) == BroughtByRewards()


def test_a_cause_is_given_what_the_member_spent_and_a_full_card_gives_the_whole_price() -> None:
    give = REWARDS[5]
    for points, card, donated in ((10, "", 10), (7, "", 7), (0, "nine", 10)):
        redemption = Redemption("give", "donation", give.name, points, 0, card)
        assert brought_by(PROGRAM, (redemption,)).donated == (UnitsGiven("give", "books", donated),)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
given_donations = st.lists(
    st.tuples(st.sampled_from((BOOKS, TREES)), st.integers(1, 500), days, st.booleans()), max_size=12
)


@given(given_donations)
def test_what_is_given_and_taken_back_leaves_no_trace_in_the_total(
    made: list[tuple[Cause, int, date, bool]],
) -> None:
    ledger: list[Donation] = []
    stands: list[Donation] = []
    for cause, points, day, is_taken_back in made:
        donation = donate(cause, points, day)
        ledger.append(donation)
        if is_taken_back:
            ledger.append(taken_back(donation, day))
        else:
            stands.append(donation)
    assert cause_totals((BOOKS, TREES), ledger) == cause_totals((BOOKS, TREES), stands)


@given(given_donations, days)
def test_two_spans_add_up_to_the_whole(made: list[tuple[Cause, int, date, bool]], cut: date) -> None:
    ledger = [donate(cause, points, day) for cause, points, day, _ in made]
    for whole, before, after in zip(
        cause_totals((BOOKS, TREES), ledger),
        cause_totals((BOOKS, TREES), ledger, until=cut),
        cause_totals((BOOKS, TREES), ledger, first=cut),
        strict=True,
    ):
        assert whole.points == before.points + after.points
        assert whole.value_vnd == before.value_vnd + after.value_vnd
        assert whole.times == before.times + after.times


def test_a_donation_keeps_the_worth_of_its_day() -> None:
    early = donate(BOOKS, 100, date(2026, 3, 1))
    dearer = replace(BOOKS, point_vnd=80)
    late = donate(dearer, 10, date(2026, 4, 1))
    assert cause_totals((dearer,), (early, late)) == (CauseTotal(dearer, 110, 5_800, 2),)


@given(
    st.integers(0, 10_000),
    st.integers(0, 999_999_999_999).flatmap(
        lambda paid: st.tuples(st.just(paid), st.lists(st.integers(0, paid), max_size=4))
    ),
)
def test_a_cause_keeps_its_share_of_what_is_left_of_a_bill(
    share_bp: int, paid: tuple[int, list[int]]
) -> None:
    program = replace(PROGRAM, causes=(replace(BOOKS, share_bp=share_bp), TREES))
    day, (paid_vnd, left) = date(2026, 3, 1), paid
    ledger = [*shares_moved(program, day, before_vnd=0, after_vnd=paid_vnd)]
    standing_vnd = paid_vnd
    for left_vnd in sorted(left, reverse=True):
        ledger += shares_moved(program, day, before_vnd=standing_vnd, after_vnd=left_vnd)
        standing_vnd = left_vnd
        books, trees = cause_totals(program.causes, ledger)
        assert books.share_vnd == books.value_vnd == standing_vnd * share_bp // 10_000
        assert books.points == books.times == trees.value_vnd == 0
    ledger += [taken_back(one, day) for one in ledger]
    assert not any(total.value_vnd for total in cause_totals(program.causes, ledger))


def test_one_per_cent_of_a_bill_is_rounded_down() -> None:
    given_vnd = [share_vnd(replace(BOOKS, share_bp=100), paid) for paid in (0, 99, 100, 85_999)]
    assert given_vnd == [0, 0, 1, 859]


def _code(number: int, issued: date) -> PartnerCode:
    return issue_code(GYM, voucher_code(number), AN, issued)


def test_a_month_with_a_partner_is_settled_by_what_was_redeemed_in_it() -> None:
    october, november, december = date(2026, 10, 30), date(2026, 11, 12), date(2026, 12, 1)
    dearer = replace(_code(5, november), settled_vnd=45_000)
    codes = (
        redeem_code(_code(1, october), november),
        redeem_code(_code(2, november), november),
        redeem_code(_code(3, november), december),
        _code(4, november),
        redeem_code(dearer, november),
        replace(_code(6, november), is_earned=False),
        replace(_code(7, november), partner="other"),
        _code(8, december),
    )
    assert settlements((GYM,), codes, year=2026, month=11) == (Settlement(GYM, 4, 3, 105_000, 2),)
    assert settlements((GYM,), codes, year=2026, month=12) == (Settlement(GYM, 1, 1, 30_000, 2),)
    assert settlements((GYM,), codes, year=2026, month=10) == (Settlement(GYM, 1, 0, 0, 1),)


def test_what_a_partner_has_given_is_owed_whatever_is_returned_later() -> None:
    code = replace(redeem_code(_code(1, date(2026, 11, 1)), date(2026, 11, 2)), is_earned=False)
    assert code.state is CodeState.REDEEMED
    assert settlements((GYM,), (code,), year=2026, month=11)[0].owed_vnd == 30_000


def test_a_code_is_redeemed_once_and_not_after_it_was_taken_back() -> None:
    day, later = date(2026, 11, 2), date(2026, 11, 3)
    code = redeem_code(_code(1, date(2026, 11, 1)), day)
    assert redeem_code(code, later) == code
    gone = replace(_code(1, date(2026, 11, 1)), is_earned=False)
    assert redeem_code(gone, later).state is CodeState.GONE
