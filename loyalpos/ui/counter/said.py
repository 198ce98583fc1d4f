"""What the banner says when something is done: the points first, then who, then what is left."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.acts import Act, ActKind, BillPaid, BillRecorded, BillReversed, Enrolled, Undone
from loyalpos.engine.brought import NOTHING, Brought, GiftKind
from loyalpos.engine.money import vnd
from loyalpos.engine.program import Program
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.words.points import named, signed, stamps_counted
from loyalpos.ui.words.rewards import cost_text, member_discount_text

if TYPE_CHECKING:
    from loyalpos.engine.extras import MembershipChanged, ServiceDone, StampsGiven, SurveyAnswered

__all__ = [
    "act_gift",
    "act_name",
    "enrolled",
    "membership",
    "moved",
    "paid",
    "recorded",
    "returned",
    "service",
    "survey",
    "swapped",
    "undone",
]

_SEPARATOR = " · "


def recorded(bill: BillRecorded, points_name: str) -> tuple[str, str]:
    """Say what a recorded bill gave and took."""
    if bill.member is None:
        title = QCoreApplication.translate("Counter", "Recorded without a card: {amount}")
        return title.format(amount=vnd(bill.total_vnd)), ""
    # A gift without a purchase earns nothing: what moved is what was spent.
    points = bill.earned or -bill.spent
    title = _SEPARATOR.join((signed(points), _who(bill.name), _left(bill.balance, points_name)))
    more = _brought(bill.brought, points_name)
    if bill.membership is not None:
        more.append(member_discount_text(bill.membership))
    more += [f"{voucher.name} (−{vnd(voucher.value_vnd)})" for voucher in bill.used]
    for redemption in bill.redemptions:
        cost = f"−{cost_text(redemption, '')}" if redemption.card else signed(-redemption.points)
        more.append(f"{redemption.name} ({cost})")
    if bill.redemptions or bill.due_vnd != bill.total_vnd:
        words = QCoreApplication.translate("Counter", "The customer pays {amount}")
        more.append(words.format(amount=vnd(bill.due_vnd - bill.open_vnd)))
    else:
        more.append(_bill(bill.number, bill.total_vnd))
    if bill.open_vnd:
        more.append(_still_open(bill.open_vnd))
    more += _filled(bill.full_cards)
    for voucher in bill.vouchers:
        words = QCoreApplication.translate("Counter", "voucher {code} for a later visit")
        more.append(words.format(code=" ".join(wrap(voucher.code, 4))))
    for given in bill.codes:
        words = QCoreApplication.translate("Counter", "code {code} for {partner}")
        more.append(words.format(code=" ".join(wrap(given.code.code, 4)), partner=given.partner_name))
    if bill.repeated:
        more.append(
            QCoreApplication.translate("Counter", "it was in the books already, nothing was added twice")
        )
    return title, _SEPARATOR.join(more)


def paid(done: BillPaid, points_name: str) -> tuple[str, str]:
    """Say what a later payment brought."""
    title = _SEPARATOR.join((signed(done.earned), _who(done.name), _left(done.balance, points_name)))
    words = QCoreApplication.translate("Counter", "{amount} paid later of {bill}")
    more = [words.format(amount=vnd(done.amount_vnd), bill=_bill(done.number, done.total_vnd))]
    if done.open_vnd:
        more.append(_still_open(done.open_vnd))
    else:
        more.append(QCoreApplication.translate("Counter", "all of it is paid now"))
    more += _filled(done.full_cards)
    more += _brought(done.brought, points_name)
    for voucher in done.vouchers:
        words = QCoreApplication.translate("Counter", "voucher {code} for a later visit")
        more.append(words.format(code=" ".join(wrap(voucher.code, 4))))
    return title, _SEPARATOR.join(more)


def _filled(cards: tuple[tuple[str, str], ...]) -> list[str]:
    words = QCoreApplication.translate("Counter", "{card} is full: next time {reward}")
    return [words.format(card=card, reward=reward) for card, reward in cards]


def _still_open(open_vnd: int) -> str:
    return QCoreApplication.translate("Counter", "{amount} still to be paid").format(amount=vnd(open_vnd))


def returned(back: BillReversed, program: Program) -> tuple[str, str]:
    """Say what a return gave back.

    Args:
        program: The revision the bill was recorded under.
    """
    from loyalpos.ui.words.returned import beside_texts  # noqa: PLC0415 - behind the first scan

    words = QCoreApplication.translate("Counter", "Hand back {amount}")
    parts = [words.format(amount=vnd(back.refund_vnd))]
    if back.taken_back:
        parts.append(signed(-back.taken_back))
    if back.given_back:
        parts.append(signed(back.given_back))
    if back.settled:
        parts.append(signed(back.settled))
    if back.member is not None:
        parts += [_who(back.name), _left(back.balance, program.points_name)]
    words = QCoreApplication.translate("Counter", "Returned: {bill}")
    more = [
        words.format(bill=_came_back(back.number, back.returned_vnd, back.bill_vnd)),
        *beside_texts(back, program),
    ]
    return _SEPARATOR.join(parts), _SEPARATOR.join(more)


def undone(done: Undone, points_name: str) -> tuple[str, str]:
    """Say what was undone, by name."""
    words = QCoreApplication.translate("Counter", "Undone: {what}")
    title = words.format(what=act_name(done.act))
    more = [] if done.balance is None else [_left(done.balance, points_name)]
    more += _brought(done.brought, points_name)
    back = done.act.moved_from
    if back is not None and back.member is not None:
        words = QCoreApplication.translate("Counter", "the bill is {name}'s again")
        more.append(words.format(name=_who(back.name)))
    elif back is not None:
        more.append(QCoreApplication.translate("Counter", "the bill has no card again"))
    return title, _SEPARATOR.join(more)


def enrolled(joined: Enrolled, name: str | None, points_name: str) -> tuple[str, str]:
    """Welcome a new member."""
    title = QCoreApplication.translate("Counter", "Welcome, {name}").format(name=_who(name))
    more: list[str] = []
    if joined.welcome:
        words = QCoreApplication.translate("Counter", "{points} as a welcome")
        more.append(words.format(points=f"{signed(joined.welcome)}\u00a0{points_name}"))
    if joined.over is not None:
        from loyalpos.ui.words.gifts import over_text  # noqa: PLC0415 - few shops have budgets

        more.append(over_text(GiftKind.WELCOME, "", joined.over))
    more += _brought(joined.brought, points_name)
    more.append(QCoreApplication.translate("Counter", "Type the bill total now, or Esc"))
    return title, _SEPARATOR.join(more)


def swapped(given: StampsGiven) -> tuple[str, str]:
    """Say which stamps came from a paper card."""
    words = QCoreApplication.translate("Counter", "{card}: +{stamps} for {name}")
    title = words.format(card=given.card, stamps=stamps_counted(given.stamps), name=_who(given.name))
    again = QCoreApplication.translate("Counter", "it was in the books already, nothing was added twice")
    return title, again if given.repeated else ""


def service(done: ServiceDone) -> tuple[str, str]:
    """Say which service was ticked off."""
    words = QCoreApplication.translate("Counter", "{service} done for {name}")
    again = QCoreApplication.translate("Counter", "it was in the books already, nothing was added twice")
    return words.format(service=done.service, name=_who(done.name)), again if done.repeated else ""


def survey(done: SurveyAnswered, points_name: str) -> tuple[str, str]:
    """Say what was given for a survey."""
    from loyalpos.ui.words.gifts import gift_text, over_text  # noqa: PLC0415 - few shops ask

    gift = done.gift
    title = _SEPARATOR.join((gift_text(gift, points_name), _who(done.name)))
    more = [] if gift.over is None else [over_text(gift.kind, gift.name, gift.over)]
    if done.repeated:
        again = QCoreApplication.translate("Counter", "it was in the books already, nothing was added twice")
        more.append(again)
    return title, _SEPARATOR.join(more)


def membership(changed: MembershipChanged, points_name: str) -> tuple[str, str]:
    """Say which membership was sold, or ended early, what the customer pays or gets, and what it earned."""
    from loyalpos.ui.words.extras import period_text  # noqa: PLC0415 - few shops have any

    if changed.is_over:
        words = QCoreApplication.translate("Counter", "{membership} ended for {name}: hand back {amount}")
    else:
        words = QCoreApplication.translate("Counter", "{membership} for {name}: the customer pays {amount}")
    title = words.format(
        membership=changed.sold.name, name=_who(changed.name), amount=vnd(changed.amount_vnd)
    )
    parts = [period_text(changed.sold.first, changed.sold.until)]
    if changed.earned:
        words = QCoreApplication.translate("Counter", "{points} for the fee")
        parts.append(words.format(points=f"{signed(changed.earned)}\u00a0{points_name}"))
    for budget in changed.short_of:
        words = QCoreApplication.translate(
            "Counter", "the fee earns no more: budget {budget} is used up, and the owner is not asked here"
        )
        parts.append(words.format(budget=budget))
    if changed.repeated:
        again = QCoreApplication.translate("Counter", "it was in the books already, nothing was added twice")
        parts.append(again)
    return title, _SEPARATOR.join(parts)


def moved(bill: BillRecorded, points_name: str, paid_vnd: int) -> tuple[str, str]:
    """Say whose a bill is now, and what it comes to where a membership makes the difference.

    Args:
        paid_vnd: What was paid for it where it was before.
    """
    words = QCoreApplication.translate("Counter", "Moved to {name}: {points}")
    title = words.format(name=_who(bill.name), points=signed(bill.earned))
    parts = [_bill(bill.number, bill.total_vnd), _left(bill.balance, points_name)]
    if bill.due_vnd != paid_vnd:
        words = QCoreApplication.translate("Counter", "it comes to {due} now, {paid} was paid")
        parts.append(words.format(due=vnd(bill.due_vnd), paid=vnd(paid_vnd)))
    return title, _SEPARATOR.join((*parts, *_brought(bill.brought, points_name)))


def act_name(act: Act) -> str:
    """Name an act of the day's list in one line."""
    if act.kind in (ActKind.GIFT, ActKind.SURVEY):
        return _SEPARATOR.join((act_gift(act), _whose(act), signed(act.earned)))
    if act.kind is ActKind.ENROLLED:
        words = QCoreApplication.translate("Counter", "new member {name}")
        return words.format(name=_whose(act))
    if act.kind is ActKind.STAMPS:
        words = QCoreApplication.translate("Counter", "{stamps} of a paper card, {name}")
        return words.format(stamps=stamps_counted(act.units), name=_whose(act))
    if act.kind is ActKind.SERVICE:
        words = QCoreApplication.translate("Counter", "{service} done for {name}")
        return words.format(service=" ".join(act.rewards), name=_whose(act))
    if act.kind is ActKind.VOUCHER:
        words = QCoreApplication.translate("Counter", "voucher {voucher} for {name}")
        return words.format(voucher=" ".join(act.rewards), name=_whose(act))
    if act.kind in (ActKind.MEMBERSHIP, ActKind.MEMBERSHIP_ENDED):
        words = QCoreApplication.translate("Counter", "{membership} sold for {amount}, {name}")
        if act.kind is ActKind.MEMBERSHIP_ENDED:
            words = QCoreApplication.translate("Counter", "{membership} ended, {amount} handed back, {name}")
        return words.format(membership=" ".join(act.rewards), amount=vnd(act.total_vnd), name=_whose(act))
    parts = [_bill(act.number, act.total_vnd)]
    if act.kind is ActKind.PAYMENT:
        words = QCoreApplication.translate("Counter", "{amount} paid later of {bill}")
        parts = [words.format(amount=vnd(act.total_vnd), bill=_bill(act.number, act.bill_vnd))]
    if act.kind is ActKind.RETURN:
        words = QCoreApplication.translate("Counter", "return of {bill}")
        parts = [words.format(bill=_came_back(act.number, act.total_vnd, act.bill_vnd))]
    if act.member is not None:
        parts.append(_whose(act))
    if act.moved_from is not None:
        words = QCoreApplication.translate("Counter", "moved from {name}")
        nobody = QCoreApplication.translate("Counter", "a bill without a card")
        whose = nobody if act.moved_from.member is None else _who(act.moved_from.name)
        parts.append(words.format(name=whose))
    if act.earned:
        parts.append(signed(act.earned))
    if act.spent:
        parts.append(signed(-act.spent))
    return _SEPARATOR.join(parts)


def act_gift(act: Act) -> str:
    """Say what a gift of the day's list is for."""
    from loyalpos.ui.words.gifts import gift_name  # noqa: PLC0415 - many shops give none

    kind, name, *_ = act.rewards
    return gift_name(GiftKind(kind), name)


def _brought(brought: Brought, points_name: str) -> list[str]:
    if brought == NOTHING:
        return []
    from loyalpos.ui.words.gifts import brought_texts  # noqa: PLC0415 - few acts bring anything more

    return brought_texts(brought, points_name)


def _who(name: str | None) -> str:
    return shortened(name) if name else QCoreApplication.translate("Counter", "customer without a name")


def _whose(act: Act) -> str:
    return f"{_who(act.name)} … {act.ending}" if act.ending else _who(act.name)


def _left(balance: int, points_name: str) -> str:
    words = QCoreApplication.translate("Counter", "{points} left")
    return words.format(points=named(balance, points_name))


def _bill(number: str | None, total_vnd: int) -> str:
    if number:
        words = QCoreApplication.translate("Counter", "receipt {number}, {amount}")
        return words.format(number=number, amount=vnd(total_vnd))
    return QCoreApplication.translate("Counter", "bill of {amount}").format(amount=vnd(total_vnd))


def _came_back(number: str | None, returned_vnd: int, bill_vnd: int) -> str:
    """Name what came back: a bill, or so much of it."""
    bill = _bill(number, bill_vnd)
    if returned_vnd == bill_vnd:
        return bill
    return QCoreApplication.translate("Counter", "{part} of {bill}").format(part=vnd(returned_vnd), bill=bill)
