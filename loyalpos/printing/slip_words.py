"""What stands on a slip, in one language: what was done, the points with their reasons, what is next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from loyalpos.engine.acts import Act, ActKind, BillRecorded
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.codes import grouped
from loyalpos.engine.money import MINUS_SIGN, vnd
from loyalpos.engine.names import masked_name
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.slips import Slip
from loyalpos.printing.customer.earned import Counted, brought_lines, earned_lines, signed
from loyalpos.printing.customer.notice import notice_lines, notice_title
from loyalpos.printing.customer.program import short_lines
from loyalpos.printing.customer.telling import Telling
from loyalpos.printing.customer.tongue import Language, tongue_of
from loyalpos.printing.lettering import unbroken_numbers
from loyalpos.printing.signs import drawable
from loyalpos.printing.slip import Block, Code, Mark, Pair, Say, Size, Stroke
from loyalpos.printing.slip_standing import standing_blocks

__all__ = ["MOST_PROGRAM_LINES", "SlipWishes", "slip_blocks"]

MOST_PROGRAM_LINES = 6
"""More of the program stands on the poster; paper costs, and a long slip is not read."""

_FIRST_YEAR = timedelta(days=365)


class SlipWishes(Struct, frozen=True):
    """This is what a till wants on its slips.

    Attributes:
        code: The code of the member's card, to be scanned next time.
        program: The program in few lines.
        again: It was printed before, and says so.
    """

    language: Language = "vi"
    code: bool = False
    program: bool = True
    again: bool = False


def slip_blocks(slip: Slip, shop: ShopDescription, wishes: SlipWishes) -> tuple[Block, ...]:
    """Say everything a slip says, from the top down; pictures no typeface here draws are left out."""
    told = _Slip(slip, shop, wishes)
    return tuple(
        block
        for part in (told.head(), told.done(), standing_blocks(slip, told.telling), told.foot())
        for block in _clean(part)
    )


def _clean(blocks: Iterator[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Say():
                if text := drawable(block.text).strip():
                    yield Say(text, block.size, block.centred)
            case Pair():
                yield Pair(drawable(block.left).strip(), drawable(block.right).strip(), block.size)
            case Mark():
                yield Mark(drawable(block.text))
            case _:
                yield block


class _Slip:
    """This tells one slip, part by part."""

    def __init__(self, slip: Slip, shop: ShopDescription, wishes: SlipWishes) -> None:
        self._slip = slip
        self._shop = shop
        self._wishes = wishes
        self._tongue = tongue_of(wishes.language)
        # What a bill earned is told by the program of today: names are those of the bill itself.
        self.telling = Telling(self._tongue, slip.desk.program, slip.items)

    def head(self) -> Iterator[Block]:
        """Name the shop, the time, the bill and, masked, the member."""
        act, clock = self._slip.act, self._shop.time
        yield Say(self._shop.name, Size.LARGE, centred=True)
        if self._shop.contact:
            yield Say(unbroken_numbers(self._shop.contact), Size.SMALL, centred=True)
        yield Stroke()
        if act.undone:
            yield Mark(self._tongue.translate("Slip", "UNDONE"))
        if act.kind is ActKind.RETURN:
            yield Mark(self._tongue.translate("Slip", "RETURN"))
        at = clock.local(act.billed_at or act.at)
        number = (
            self._tongue.translate("Slip", "Bill {number}").format(number=act.number) if act.number else ""
        )
        yield Pair(f"{at:%d/%m/%Y %H:%M}", number, Size.SMALL)
        member = self._slip.desk.member
        if member is not None:
            person = member.member
            name = masked_name(person.name) if person.name else self._tongue.translate("Slip", "Customer")
            card = (
                self._tongue.translate("Slip", "card … {digits}").format(digits=person.card[-4:])
                if person.card
                else ""
            )
            yield Pair(name, card)

    def done(self) -> Iterator[Block]:
        """Say what was done, and what it moved."""
        slip = self._slip
        if slip.bill is not None:
            yield from self._bill(slip.bill)
        elif slip.act.kind is ActKind.RETURN:
            yield from self._return(slip.act, slip.refund_vnd or 0)
        elif slip.act.kind is ActKind.PAYMENT:
            yield from self._payment(slip.act, slip.open_vnd)
        else:
            yield from self._other(slip.act)

    def foot(self) -> Iterator[Block]:
        """Say how the program works, the terms, the code, and what the owner wishes everybody."""
        wishes, shop, member = self._wishes, self._shop, self._slip.desk.member
        slip = self._slip
        lines: tuple[str, ...] = ()
        if wishes.program:
            lines = short_lines(slip.desk.program, wishes.language, items=slip.items)
        if lines or shop.slip_terms:
            yield Stroke()
        for line in lines[:MOST_PROGRAM_LINES]:
            yield Say(f"• {line}", Size.SMALL)
        if shop.slip_terms:
            yield Say(shop.slip_terms, Size.SMALL)
        if slip.act.kind is ActKind.ENROLLED:
            yield Stroke()
            yield Say(notice_title(wishes.language), Size.SMALL)
            for line in notice_lines(shop, wishes.language):
                yield Say(line, Size.SMALL)
        if wishes.code and member is not None and member.member.card is not None:
            yield Code(member.member.card)
            yield Say(
                self._tongue.translate("Slip", "Scan this at your next visit"), Size.SMALL, centred=True
            )
        if shop.slip_greeting:
            yield Stroke()
            yield Say(shop.slip_greeting, Size.BASE, centred=True)
        if wishes.again:
            at = shop.time.local(self._slip.at)
            words = self._tongue.translate("Slip", "Printed again at {time}")
            yield Say(words.format(time=f"{at:%H:%M %d/%m/%Y}"), Size.SMALL, centred=True)

    # What was done ----------------------------------------------------------------------------------

    def _bill(self, bill: BillRecorded) -> Iterator[Block]:
        yield Pair(self._tongue.translate("Slip", "Total"), vnd(bill.total_vnd))
        offs = [(one.name, one.value_vnd) for one in bill.redemptions if one.value_vnd]
        if bill.membership is not None:
            offs.insert(0, (bill.membership.name, bill.membership.value_vnd))
        offs += [(one.name, one.value_vnd) for one in bill.used]
        for name, value_vnd in offs:
            yield Pair(name, f"{MINUS_SIGN}{vnd(value_vnd)}")
        if offs or bill.due_vnd != bill.total_vnd:
            yield Pair(self._tongue.translate("Slip", "You pay"), vnd(bill.due_vnd), Size.STRONG)
        if bill.open_vnd:
            paid_vnd = bill.due_vnd - bill.open_vnd
            yield Pair(self._tongue.translate("Slip", "Paid now"), vnd(paid_vnd), Size.STRONG)
            yield Pair(self._tongue.translate("Slip", "Still to be paid"), vnd(bill.open_vnd), Size.STRONG)
        yield Stroke()
        if bill.earned or not bill.spent:
            yield self._moved(bill.earned)
        yield from _counted(earned_lines(self.telling, bill.lines))
        for one in bill.redemptions:
            if one.card:
                cost = self._tongue.stamps(one.stamps)
                yield Pair(one.name, f"{MINUS_SIGN}{cost}")
            else:
                yield Pair(one.name, f"{MINUS_SIGN}{self.telling.points(one.points)}")
        yield from _counted(brought_lines(self.telling, bill.brought))
        for card, reward in bill.full_cards:
            words = self._tongue.translate("Slip", "{card} is full: next time {reward}")
            yield Say(words.format(card=card, reward=reward))
        kinds = {kind.id: kind for kind in self._slip.desk.program.vouchers}
        for voucher in bill.vouchers:
            kind = kinds.get(voucher.kind)
            name = "" if kind is None else f"{kind.name} ({self.telling.voucher_worth(kind)})"
            words = self._tongue.translate("Slip", "Voucher {name}, good to {day}: {code}")
            yield Say(
                words.format(name=name, day=f"{voucher.last_day:%d/%m/%Y}", code=_unbroken(voucher.code))
            )
        for given in bill.codes:
            words = self._tongue.translate("Slip", "{perk} at {partner}, code {code}")
            yield Say(
                words.format(perk=given.perk, partner=given.partner_name, code=_unbroken(given.code.code))
            )

    def _return(self, act: Act, refund_vnd: int) -> Iterator[Block]:
        yield Pair(self._tongue.translate("Slip", "Returned"), vnd(act.total_vnd))
        if act.total_vnd != act.bill_vnd:
            yield Pair(self._tongue.translate("Slip", "of the bill of"), vnd(act.bill_vnd), Size.SMALL)
        yield Pair(self._tongue.translate("Slip", "Handed back"), vnd(refund_vnd), Size.STRONG)
        yield Stroke()
        yield self._moved(-act.spent)
        if act.earned:
            yield Pair(self._tongue.translate("Slip", "Spent before, given back"), signed(act.earned))

    def _payment(self, act: Act, open_vnd: int) -> Iterator[Block]:
        yield Pair(self._tongue.translate("Slip", "For the bill of"), vnd(act.bill_vnd))
        yield Pair(self._tongue.translate("Slip", "Paid now"), vnd(act.total_vnd), Size.STRONG)
        yield Pair(self._tongue.translate("Slip", "Still to be paid"), vnd(open_vnd), Size.STRONG)
        yield Stroke()
        yield self._moved(act.earned)

    def _other(self, act: Act) -> Iterator[Block]:
        """Tell of what is neither a bill, nor its payment, nor a return."""
        yield Stroke()
        yield Say(self._named(act), Size.STRONG)
        if act.total_vnd:
            words = (
                self._tongue.translate("Slip", "You pay")
                if act.total_vnd > 0
                else self._tongue.translate("Slip", "Handed back")
            )
            yield Pair(words, vnd(abs(act.total_vnd)), Size.STRONG)
        if act.earned:
            yield self._moved(act.earned)

    def _named(self, act: Act) -> str:
        rewards = ", ".join(act.rewards)
        match act.kind:
            case ActKind.ENROLLED:
                return self._tongue.translate("Slip", "Welcome!")
            case ActKind.GIFT | ActKind.SURVEY:
                _kind, name, *_ = (*act.rewards, "", "")
                is_tier = act.rewards[:1] == (GiftKind.TIER.value,)
                words = self._tongue.translate("Slip", "Reached tier {tier}") if is_tier else "{tier}"
                return (
                    words.format(tier=name) if name else self._tongue.translate("Slip", "A present for you")
                )
            case ActKind.STAMPS:
                words = self._tongue.translate("Slip", "{given} on {name}")
                return words.format(given=f"+{self._tongue.stamps(act.units)}", name=rewards)
            case ActKind.SERVICE:
                return self._tongue.translate("Slip", "Done for you: {service}").format(service=rewards)
            case ActKind.VOUCHER:
                return self._tongue.translate("Slip", "Voucher for you: {voucher}").format(voucher=rewards)
            case ActKind.MEMBERSHIP_ENDED:
                return self._tongue.translate("Slip", "Ended early: {membership}").format(membership=rewards)
            case _:
                return rewards

    def _moved(self, points: int) -> Say:
        called = self.telling.called(abs(points))
        return Say(f"{signed(points)}\u00a0{called}", Size.HUGE, centred=True)


def _unbroken(code: str) -> str:
    return grouped(code).replace(" ", "\u00a0")


def _counted(lines: tuple[Counted, ...]) -> Iterator[Block]:
    for line in lines:
        yield Pair(line.words, line.count, Size.SMALL)
