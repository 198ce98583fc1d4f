"""Vouchers at the counter: given with a bill, shown, used once, and put right by returns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from loyalpos.engine.bills import RecordedBill, Redemption
from loyalpos.engine.codes import VoucherCode, voucher_code
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.program import Program
from loyalpos.engine.redeemed import brought_by
from loyalpos.engine.reversal import Reversal
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.engine.vouchers import (
    Presented,
    Voucher,
    VoucherState,
    VoucherWhy,
    give_back,
    issue,
    why_not_usable,
)
from loyalpos.errors import CannotUndo, VoucherNotTakeable
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.vouchers import (
    GivenVoucher,
    VouchersBack,
    voucher_by_code,
    vouchers_given_by,
    vouchers_of,
    vouchers_used_in,
)

__all__ = [
    "gift_voucher",
    "given_vouchers",
    "new_code",
    "open_vouchers",
    "refuse_used_again",
    "shown_voucher",
    "vouchers_back",
]


def shown_voucher(connection: Connection, shop: Shop, code: str, member: UUID | None, day: date) -> Presented:
    """Look a voucher up that a member shows, with the terms it was given under.

    Raises:
        VoucherNotTakeable: The shop never gave it, or it cannot be used by the member on the day.
    """
    found = voucher_by_code(connection, code)
    kind = None if found is None else _kind(shop.program_of(found.revision), found.voucher.kind)
    if found is None:
        _refuse_partners(connection, code)
    if found is None or kind is None:
        raise VoucherNotTakeable(code, VoucherWhy.UNKNOWN)
    why = _why_not(shop, found, kind, member, day)
    if why is not None:
        raise VoucherNotTakeable(kind.name, why)
    return Presented(found.voucher, kind)


def _refuse_partners(connection: Connection, code: str) -> None:
    """Say whose a code is that the shop gave for a partner."""
    from loyalpos.store.partners import code_given  # noqa: PLC0415 - only for a code that is no voucher

    given = code_given(connection, code)
    if given is not None:
        raise VoucherNotTakeable(given.partner_name, VoucherWhy.PARTNERS)


def open_vouchers(connection: Connection, shop: Shop, member: UUID, day: date) -> tuple[Presented, ...]:
    """List the vouchers a member may use on a day, what ends first before."""
    if not shop.ever(lambda program: bool(program.vouchers)):
        return ()
    usable: list[Presented] = []
    for found in vouchers_of(connection, member):
        kind = _kind(shop.program_of(found.revision), found.voucher.kind)
        if kind is not None and _why_not(shop, found, kind, member, day) is None:
            usable.append(Presented(found.voucher, kind))
    return tuple(usable)


def _why_not(
    shop: Shop, found: GivenVoucher, kind: VoucherKind, member: UUID | None, day: date
) -> VoucherWhy | None:
    """Say why a voucher cannot be used; the plan it came from may have been ended since it was given."""
    plans = (*shop.program_on(day).plans, *shop.program_of(found.revision).plans)
    plan = next((one for one in plans if one.id == kind.plan), None)
    return why_not_usable(found.voucher, member=member, day=day, plan=plan)


def given_vouchers(
    connection: Connection,
    random_bytes: Callable[[int], bytes],
    program: Program,
    earning: Earning,
    redemptions: tuple[Redemption, ...],
    *,
    member: UUID,
    day: date,
) -> tuple[GivenVoucher, ...]:
    """Give the vouchers that rules and rewards of a bill bring, each with a code nobody has."""
    given: list[GivenVoucher] = []
    codes: set[VoucherCode] = set()
    for one in (*earning.vouchers, *brought_by(program, redemptions).vouchers):
        kind = _kind(program, one.unit)
        for _ in range(0 if kind is None else one.count):
            assert kind is not None
            code = new_code(random_bytes, partial(_is_known, connection, codes))
            codes.add(code)
            given.append(GivenVoucher(issue(kind, code, member, day), one.rule, program.revision))
    return tuple(given)


def gift_voucher(
    connection: Connection,
    random_bytes: Callable[[int], bytes],
    program: Program,
    kind_id: str,
    giver: str,
    member: UUID,
    day: date,
) -> GivenVoucher | None:
    """Give the voucher a gift consists of, if it does and the program has its kind."""
    kind = _kind(program, kind_id)
    if kind is None:
        return None
    code = new_code(random_bytes, partial(_is_known, connection, set()))
    return GivenVoucher(issue(kind, code, member, day), giver, program.revision)


def vouchers_back(
    connection: Connection,
    program: Program,
    bill: RecordedBill,
    done: Reversal,
    redemptions: tuple[Redemption, ...],
    today: date,
) -> VouchersBack:
    """Say which vouchers a return takes back, unused ones first, and which of those used it gives back."""
    lost = [*done.units, *(brought_by(program, redemptions).vouchers if done.whole else ())]
    standing = [one for one in vouchers_given_by(connection, bill.id) if one.voucher.is_earned]
    standing.sort(key=lambda one: (one.voucher.state is VoucherState.USED, one.voucher.code))
    taken: list[VoucherCode] = []
    for unit in lost:
        of_rule = [one for one in standing if (one.giver, one.voucher.kind) == (unit.rule, unit.unit)]
        taken += [one.voucher.code for one in of_rule[: unit.count]]
    used: tuple[Voucher, ...] = ()
    if done.whole:
        used = tuple(give_back(one.voucher, today) for one in vouchers_used_in(connection, bill.id))
    return VouchersBack(tuple(taken), used)


def refuse_used_again(connection: Connection, back: VouchersBack) -> None:
    """Refuse to undo a return where a voucher it gave back was used in another bill since.

    Raises:
        CannotUndo: It was.
    """
    for one in back.given:
        now = voucher_by_code(connection, one.code)
        if now is not None and now.voucher.used_in is not None:
            raise CannotUndo("voucher_used")


def _kind(program: Program, which: str) -> VoucherKind | None:
    return next((kind for kind in program.vouchers if kind.id == which), None)


def new_code(random_bytes: Callable[[int], bytes], is_known: Callable[[VoucherCode], bool]) -> VoucherCode:
    """Make a code that is not known yet."""
    while True:
        code = voucher_code(int.from_bytes(random_bytes(8)) % 10**12)
        if not is_known(code):
            return code


def _is_known(connection: Connection, made: set[VoucherCode], code: VoucherCode) -> bool:
    return code in made or voucher_by_code(connection, code) is not None
