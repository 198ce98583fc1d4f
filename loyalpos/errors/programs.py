"""What the rules say no to about rewards, programs, their documents and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal, Unavailable

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "CodeNotOpen",
    "CodeOfItem",
    "DocumentUnsound",
    "DrawNotReady",
    "DrawRulesStand",
    "ItemGone",
    "ItemTaken",
    "MembershipRefused",
    "NotEnoughPoints",
    "ProgramUnsound",
    "RewardNotTakeable",
    "ServiceNotOpen",
    "StampsNotSwappable",
    "SurveyNotPaid",
    "TrialCutOff",
    "VoucherNotGiven",
    "VoucherNotTakeable",
    "WrongPointsToPay",
]


class NotEnoughPoints(Refusal):
    """A redemption asked for more points than the member may spend now."""

    def __init__(self, spendable: int, wanted: int) -> None:
        super().__init__(spendable, wanted)
        self.spendable = spendable
        self.wanted = wanted


class RewardNotTakeable(Refusal):
    """A reward cannot be taken into this bill; ``why`` is an ``OfferState`` value."""

    def __init__(self, reward_name: str, why: str, missing: int = 0) -> None:
        super().__init__(reward_name, why, missing)
        self.reward_name = reward_name
        self.why = why
        self.missing = missing


class WrongPointsToPay(Refusal):
    """So many points cannot pay: it goes by whole blocks, from the fewest to what bill and member allow."""

    def __init__(self, wanted: int, block_points: int, most_points: int, least_points: int) -> None:
        super().__init__(wanted, block_points, most_points, least_points)
        self.wanted = wanted
        self.block_points = block_points
        self.most_points = most_points
        self.least_points = least_points


class ProgramUnsound(Refusal):
    """A program with problems cannot be published; ``problems`` are the engine's values."""

    def __init__(self, problems: tuple[object, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class DocumentUnsound(Refusal):
    """A text is not the document it should be; ``why`` is a ``Flaw`` value, ``path`` says where.

    ``flaws`` are all that were found, this first one included, each as path and ``why``.
    """

    def __init__(self, path: str, why: str, more: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(path, why, more)
        self.path = path
        self.why = why
        self.flaws = ((path, why), *more)


class ItemTaken(Refusal):
    """An item's name or code is taken; ``field`` is ``name`` or ``code``.

    ``other`` is the item that has it, ``""`` where a member has the code for a card.
    """

    def __init__(self, field: str, other: str, *, withdrawn: bool) -> None:
        super().__init__(field, other, withdrawn)
        self.field = field
        self.other = other
        self.withdrawn = withdrawn


class ItemGone(Refusal):
    """The item is no longer in the catalogue: the list it came with was undone."""


class CodeOfItem(Refusal):
    """The code is that of an item on sale, so it cannot be a member's card."""

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class VoucherNotTakeable(Refusal):
    """A voucher cannot be used in this bill; ``why`` is a ``VoucherWhy`` value."""

    def __init__(self, voucher_name: str, why: str, missing_vnd: int = 0) -> None:
        super().__init__(voucher_name, why, missing_vnd)
        self.voucher_name = voucher_name
        self.why = why
        self.missing_vnd = missing_vnd


class DrawRulesStand(Refusal):
    """Tickets of a draw have been given: its prizes and its last day stand as announced."""

    def __init__(self, draw_name: str) -> None:
        super().__init__(draw_name)
        self.draw_name = draw_name


class DrawNotReady(Refusal):
    """A draw cannot take its next step; ``why`` is a ``NotReady`` value, ``closes`` its last day."""

    def __init__(self, draw_name: str, why: str, closes: date | None = None) -> None:
        super().__init__(draw_name, why, closes)
        self.draw_name = draw_name
        self.why = why
        self.closes = closes


class CodeNotOpen(Refusal):
    """A partner's code cannot be noted as redeemed, or as open again; ``why`` is a ``CodeWhy`` value."""

    def __init__(self, code: str, why: str, redeemed: date | None = None) -> None:
        super().__init__(code, why, redeemed)
        self.code = code
        self.why = why
        self.redeemed = redeemed


class StampsNotSwappable(Refusal):
    """The stamps of a paper card cannot come onto a card of ``size``; ``why`` is a ``SwapProblem`` value."""

    def __init__(self, card_name: str, why: str, size: int = 0) -> None:
        super().__init__(card_name, why, size)
        self.card_name = card_name
        self.why = why
        self.size = size


class MembershipRefused(Refusal):
    """A membership cannot be sold or ended; ``why`` is a ``MembershipProblem`` value."""

    def __init__(self, membership_name: str, why: str) -> None:
        super().__init__(membership_name, why)
        self.membership_name = membership_name
        self.why = why


class VoucherNotGiven(Refusal):
    """A voucher was not given by hand; ``why`` is ``no_reason``, ``not_there`` or ``had_before``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class SurveyNotPaid(Refusal):
    """Nothing can be given for a survey: it is not asked any more, or a ``budget``, by name, is used up."""

    def __init__(self, budget: str) -> None:
        super().__init__(budget)
        self.budget = budget


class ServiceNotOpen(Refusal):
    """There is no such service to be done: its bill was returned, or somebody has done it."""


class TrialCutOff(Unavailable):
    """The system ended a process that tried a program on the past, as it does where memory runs out."""
