"""The fates of an error: the rules say no, the surroundings fail, or it is our bug.

Classes carry fields and no sentences; every sentence for people lives in ``ui``.
A test walks all subclasses and demands a Vietnamese and an English sentence for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

__all__ = [
    "AmountTooLarge",
    "BackupFailed",
    "BackupUnusable",
    "BatchUnknown",
    "BillInFuture",
    "BillNotFound",
    "BillTooOld",
    "BillWithoutMember",
    "CannotPrint",
    "CannotRead",
    "CannotUndo",
    "CannotWrite",
    "CardKilled",
    "CardOfNoBatch",
    "CardSpoilt",
    "CardTaken",
    "CodeNotOpen",
    "CodeOfItem",
    "CodeUnknown",
    "ConsentMissing",
    "DiskFails",
    "DiskFull",
    "DocumentUnsound",
    "DrawNotReady",
    "DrawRulesStand",
    "FileDamaged",
    "FileLocked",
    "FileMissing",
    "FileNewer",
    "FileOlder",
    "FolderReadOnly",
    "FolderTaken",
    "ItemGone",
    "ItemTaken",
    "LayoutUnsound",
    "ListTooLarge",
    "ListUnreadable",
    "LogoUnreadable",
    "LoyalError",
    "MaybeSameBill",
    "MaybeSamePayment",
    "MaybeSameReturn",
    "MaybeUndone",
    "MemberGone",
    "MemberWithoutCard",
    "MembershipRefused",
    "NotAShopFile",
    "NotEnoughPoints",
    "NothingToReturn",
    "NothingToUndo",
    "NumberTaken",
    "OwnerToAsk",
    "PhoneTaken",
    "PictureUnreadable",
    "ProgramUnsound",
    "ReasonMissing",
    "ReferrerRefused",
    "Refusal",
    "ReturnTooLarge",
    "RewardNotTakeable",
    "SameIdOtherContent",
    "SecondFolderAway",
    "ServiceNotOpen",
    "ShopExportUnsound",
    "ShopThere",
    "SourceMissing",
    "StampsNotSwappable",
    "SurveyNotPaid",
    "TemplateUnsound",
    "TierUnknown",
    "TrialCutOff",
    "Unavailable",
    "UnfitDatabase",
    "UnsafePlace",
    "VoucherNotGiven",
    "VoucherNotTakeable",
    "WrongPointsToPay",
]


class LoyalError(Exception):
    """The common parent of what the program says no to on purpose."""


class Refusal(LoyalError):
    """The rules say no; the counter says it kindly, at the place it belongs to."""


class Unavailable(LoyalError):
    """The surroundings fail (disk, file, printer); degrade, tell, let the person retry."""


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


class NumberTaken(Refusal):
    """The receipt number is that of another bill of the same numbering period."""

    def __init__(
        self, number: str, bill: UUID, at: datetime, total_vnd: int, member_name: str | None
    ) -> None:
        super().__init__(number, bill, at, total_vnd, member_name)
        self.number = number
        self.bill = bill
        self.at = at
        self.total_vnd = total_vnd
        self.member_name = member_name


class MaybeSameBill(Refusal):
    """After an unclean stop: this member and amount were recorded minutes ago; is it the same bill?"""

    def __init__(self, bill: UUID, at: datetime, total_vnd: int, points: int) -> None:
        super().__init__(bill, at, total_vnd, points)
        self.bill = bill
        self.at = at
        self.total_vnd = total_vnd
        self.points = points


class OwnerToAsk(Refusal):
    """A bill goes over budgets that ask the owner first, and nobody has said what the owner wants.

    ``budgets`` are ids and names; ``points`` is what the bill would not give without them.
    """

    def __init__(self, budgets: tuple[tuple[str, str], ...], points: int) -> None:
        super().__init__(budgets, points)
        self.budgets = budgets
        self.points = points


class MaybeSameReturn(Refusal):
    """After an unclean stop: so much of this bill was returned minutes ago; is it the same return?"""

    def __init__(self, reversal: UUID, at: datetime, returned_vnd: int) -> None:
        super().__init__(reversal, at, returned_vnd)
        self.reversal = reversal
        self.at = at
        self.returned_vnd = returned_vnd


class MaybeSamePayment(Refusal):
    """After an unclean stop: so much of this bill was paid minutes ago; is it the same payment?"""

    def __init__(self, payment: UUID, at: datetime, amount_vnd: int) -> None:
        super().__init__(payment, at, amount_vnd)
        self.payment = payment
        self.at = at
        self.amount_vnd = amount_vnd


class MaybeUndone(Refusal):
    """After an unclean stop: the last thing done then was an undo; is this one more?"""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class SameIdOtherContent(Refusal):
    """An action id was used before, for something else; the first stays."""

    def __init__(self, action: UUID) -> None:
        super().__init__(action)
        self.action = action


class AmountTooLarge(Refusal):
    """An amount is above what a bill can be."""

    def __init__(self, amount_vnd: int, limit_vnd: int) -> None:
        super().__init__(amount_vnd, limit_vnd)
        self.amount_vnd = amount_vnd
        self.limit_vnd = limit_vnd


class BillInFuture(Refusal):
    """A bill is dated after now."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class BillTooOld(Refusal):
    """A bill is dated further back than the till takes in."""

    def __init__(self, day: date, earliest: date) -> None:
        super().__init__(day, earliest)
        self.day = day
        self.earliest = earliest


class BillNotFound(Refusal):
    """No bill has this number."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class BillWithoutMember(Refusal):
    """Rewards can only be taken by a member."""


class NothingToReturn(Refusal):
    """The bill has been returned or undone already."""

    def __init__(self, bill: UUID) -> None:
        super().__init__(bill)
        self.bill = bill


class ReturnTooLarge(Refusal):
    """More is returned than is left of the bill."""

    def __init__(self, left_vnd: int, wanted_vnd: int) -> None:
        super().__init__(left_vnd, wanted_vnd)
        self.left_vnd = left_vnd
        self.wanted_vnd = wanted_vnd


class NothingToUndo(Refusal):
    """This till has done nothing today that could be undone."""


class CannotUndo(Refusal):
    """Something later stands on what is to be undone; ``why`` names it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class PhoneTaken(Refusal):
    """Another member has this phone number."""

    def __init__(self, member: UUID, name: str | None) -> None:
        super().__init__(member, name)
        self.member = member
        self.name = name


class CardTaken(Refusal):
    """The card is another member's."""

    def __init__(self, member: UUID, name: str | None) -> None:
        super().__init__(member, name)
        self.member = member
        self.name = name


class CardKilled(Refusal):
    """The card's code is dead: another card replaced it, or it was lost.

    ``day`` is when, ``who`` the person at the till, both as far as known; nothing tells whose card it was.
    """

    def __init__(self, day: date | None = None, who: str = "", *, replaced: bool = True) -> None:
        super().__init__(day, who, replaced)
        self.day = day
        self.who = who
        self.replaced = replaced


class CardSpoilt(Refusal):
    """The card was marked as spoilt, by the number of its batch and its own in it."""

    def __init__(self, batch: int, number: int, day: date | None = None) -> None:
        super().__init__(batch, number, day)
        self.batch = batch
        self.number = number
        self.day = day


class CardOfNoBatch(Refusal):
    """A code was named that no pre-printed card of ours bears."""


class CodeUnknown(Refusal):
    """No member has such a code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class MemberWithoutCard(Refusal):
    """A member whose code was named has no card of ours."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BatchUnknown(Refusal):
    """There is no batch of blank cards of such a number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class ConsentMissing(Refusal):
    """A member cannot join without having agreed to the program."""


class SourceMissing(Refusal):
    """The shop wants to know how a new member heard of it, and nobody said so."""


class MemberGone(Refusal):
    """The member is no longer there: the enrolment was undone or the person erased."""


class TierUnknown(Refusal):
    """A tier was to be set that the shop's program no longer has."""


class ReasonMissing(Refusal):
    """Something was to be done by hand, and nobody said why."""


class ProgramUnsound(Refusal):
    """A program with problems cannot be published; ``problems`` are the engine's values."""

    def __init__(self, problems: tuple[object, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class CannotWrite(Unavailable):
    """A file cannot be written: no such folder, no permission, or no room on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CannotRead(Unavailable):
    """A file is there and may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class LogoUnreadable(Unavailable):
    """A file cannot be the shop's logo.

    ``why`` is ``missing``, ``kind`` (no picture), ``drawing`` (SVG, PDF and their like), ``broken``,
    ``large`` (the file), ``pixels`` (too many) or ``empty`` (nothing is to be seen on it).
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class TemplateUnsound(Unavailable):
    """A card's template that comes with the program is damaged; ``place`` says where in its file."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(name, place)
        self.name = name
        self.place = place


class PictureUnreadable(Unavailable):
    """A file is no picture that can be shown: broken, of an unknown kind, or far too large."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CannotPrint(Unavailable):
    """A printer does not accept the job.

    ``why``, where it is known, is ``address`` (it is none), ``unknown_host``, ``unreachable``, ``refused``,
    ``no_answer``, ``hung_up``, ``no_device``, ``no_right``, ``busy`` or ``no_driver``.
    """

    def __init__(self, printer: str, why: str = "") -> None:
        super().__init__(printer, why)
        self.printer = printer
        self.why = why


class LayoutUnsound(Unavailable):
    """A file says no usable layout of cards on paper; the others are there all the same.

    Attributes:
        where: The field, or ``""`` for the whole file.
        why: ``unreadable``, ``not_json``, ``missing``, ``unexpected``, ``value``, ``page`` (cards do not lie
            on it), ``small`` (codes would not be read), ``marks`` (too long or out of reach), or
            ``taken`` (one that comes with the program is called so).
    """

    def __init__(self, path: Path, where: str, why: str) -> None:
        super().__init__(path, where, why)
        self.path = path
        self.where = where
        self.why = why


class ListTooLarge(Refusal):
    """A customer list is too large; ``what`` is ``bytes``, ``rows``, ``cells`` or ``characters``."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


class ListUnreadable(Unavailable):
    """A file cannot be read as a customer list; ``why`` is a ``ListFault`` value."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class TrialCutOff(Unavailable):
    """The system ended a process that tried a program on the past, as it does where memory runs out."""


class DocumentUnsound(Refusal):
    """A text is not the document it should be; ``why`` is a ``Flaw`` value, ``path`` says where.

    ``flaws`` are all that were found, this first one included, each as path and ``why``.
    """

    def __init__(self, path: str, why: str, more: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(path, why, more)
        self.path = path
        self.why = why
        self.flaws = ((path, why), *more)


class FileMissing(Unavailable):
    """There is no file at the place of the shop's file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderReadOnly(Unavailable):
    """The file, or the folder it needs for its log, may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DiskFull(Unavailable):
    """No room is left on the disk; what was acknowledged is kept, the last act was not."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DiskFails(Unavailable):
    """The disk answered a read or a write with an error that is not a lack of room or of rights."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class FileLocked(Unavailable):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileNewer(Unavailable):
    """The file was written by a newer version of the program; it is not touched."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path = path
        self.found = found
        self.known = known


class FileOlder(Unavailable):
    """The file was written by an older version of the program and is to be brought up first."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path = path
        self.found = found
        self.known = known


class FileDamaged(Unavailable):
    """Pages of the shop's file are not what was written; a backup helps."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class NotAShopFile(Unavailable):
    """The file is no shop's file, or is locked with another key: the two look the same."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class UnfitDatabase(Unavailable):
    """The SQLite library in use has a fault that can damage a file."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class BackupUnusable(Unavailable):
    """A backup cannot be restored; ``why`` is ``damaged``, ``missing``, ``newer`` or ``foreign``.

    The shop's file of now is not touched.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class BackupFailed(Unavailable):
    """A backup did not pass its checks; ``detail`` names the first one it failed."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class ShopExportUnsound(Unavailable):
    """An exported shop is not what was written.

    ``line`` counts from 1, 0 is the file as a whole; ``why`` is ``missing``, ``damaged``, ``newer`` (a later
    version wrote it) or ``differs`` (the journal says something else).
    """

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(path, line, why)
        self.path = path
        self.line = line
        self.why = why


class ShopThere(Refusal):
    """A shop is to be made where one is already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderTaken(Refusal):
    """Something is in the folder that a whole export is to become."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class UnsafePlace(Unavailable):
    """The live file may not lie in a folder.

    ``why`` is ``onedrive``, ``dropbox``, ``google``, ``icloud``, ``cloud`` or ``network``.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class SecondFolderAway(Unavailable):
    """The second folder of backups is not there: a stick pulled out, a network drive gone."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WrongPointsToPay(Refusal):
    """So many points cannot pay: it goes by whole blocks, from the fewest to what bill and member allow."""

    def __init__(self, wanted: int, block_points: int, most_points: int, least_points: int) -> None:
        super().__init__(wanted, block_points, most_points, least_points)
        self.wanted = wanted
        self.block_points = block_points
        self.most_points = most_points
        self.least_points = least_points


class TendersTooLarge(Refusal):
    """What several tenders are said to pay comes to more than the customer pays."""

    def __init__(self, due_vnd: int, parts_vnd: int) -> None:
        super().__init__(due_vnd, parts_vnd)
        self.due_vnd = due_vnd
        self.parts_vnd = parts_vnd


class PaymentTooLarge(Refusal):
    """More is to be paid than is open of a bill, or nothing."""

    def __init__(self, open_vnd: int, paid_vnd: int) -> None:
        super().__init__(open_vnd, paid_vnd)
        self.open_vnd = open_vnd
        self.paid_vnd = paid_vnd


class NotPaidInParts(Refusal):
    """A bill is to be paid in parts, and the program of its day, or a bill of nobody, knows no such bill."""


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


class ReferrerRefused(Refusal):
    """A member cannot be named as who referred another.

    ``why`` is ``oneself``, ``circle`` (the one was referred by the other, perhaps through others), or
    ``too_late`` (the gifts were paid already, or a bill that would have brought them was recorded).
    """

    def __init__(self, why: str, name: str | None) -> None:
        super().__init__(why, name)
        self.why = why
        self.name = name


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
