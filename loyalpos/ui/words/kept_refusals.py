"""Sentences for what the rules say no to in what a shop keeps: members, cards, items, programs, folders."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits
from loyalpos.errors import (
    BatchUnknown,
    BirthdayUnwanted,
    CannotMerge,
    CannotPart,
    CardKilled,
    CardOfNoBatch,
    CardSpoilt,
    CardTaken,
    CodeOfItem,
    CodeUnknown,
    ConsentMissing,
    DocumentUnsound,
    DrawNotReady,
    DrawRulesStand,
    FolderTaken,
    GuardianMissing,
    ItemGone,
    ItemTaken,
    ListTooLarge,
    LoyalError,
    MemberGone,
    MemberWithoutCard,
    PhoneTaken,
    ProgramUnsound,
    ReasonMissing,
    ReferrerRefused,
    RequestClosed,
    ShopThere,
    SourceMissing,
    SurveyNotPaid,
    TierUnknown,
    VoucherNotGiven,
)
from loyalpos.ui.words import dates

__all__ = ["kept_refusal"]


@singledispatch
def kept_refusal(error: LoyalError) -> str:
    """Say why the rules say no; what is not said here is about who works in the shop."""
    from loyalpos.ui.words.staff import staff_refusal  # noqa: PLC0415 - few shops have staff

    return staff_refusal(error)


@kept_refusal.register
def _(error: PhoneTaken) -> str:
    if error.name is None:
        return QCoreApplication.translate(
            "Refusals", "A member has this number already – press Esc and find them by it"
        )
    words = QCoreApplication.translate(
        "Refusals", "{name} has this number already – press Esc and find them by it"
    )
    return words.format(name=error.name)


@kept_refusal.register
def _(error: CardTaken) -> str:
    if error.name is None:
        return QCoreApplication.translate("Refusals", "This card is another member's – take a new one")
    words = QCoreApplication.translate("Refusals", "This card is {name}'s – take a new one")
    return words.format(name=error.name)


@kept_refusal.register
def _(error: CardKilled) -> str:
    if error.day is None:
        return QCoreApplication.translate(
            "Refusals", "This card was replaced and is no longer valid – find the customer by phone"
        )
    if not error.replaced:
        words = QCoreApplication.translate(
            "Refusals", "This card was blocked as lost on {date}{who} – find the customer by phone"
        )
    else:
        words = QCoreApplication.translate(
            "Refusals", "This card was replaced on {date}{who} – please use the new card"
        )
    who = f" ({error.who})" if error.who else ""
    return words.format(date=dates.day(error.day), who=who)


@kept_refusal.register
def _(error: CardSpoilt) -> str:
    words = QCoreApplication.translate(
        "Refusals", "Spoilt card: number {number} of batch {batch} – take another one"
    )
    return words.format(number=group_digits(error.number), batch=group_digits(error.batch))


@kept_refusal.register
def _(_error: CardOfNoBatch) -> str:
    return QCoreApplication.translate("Refusals", "This is no card that was printed beforehand")


@kept_refusal.register
def _(_error: ConsentMissing) -> str:
    return QCoreApplication.translate(
        "Refusals", "The customer has to agree first – ask, then press the space bar"
    )


@kept_refusal.register
def _(_error: BirthdayUnwanted) -> str:
    return QCoreApplication.translate(
        "Refusals", "The customer does not want their birthday kept – it comes back with their consent"
    )


@kept_refusal.register
def _(_error: GuardianMissing) -> str:
    return QCoreApplication.translate("Refusals", "Write down which parent or guardian agreed")


@kept_refusal.register
def _(_error: RequestClosed) -> str:
    return QCoreApplication.translate("Refusals", "This was done already: look at the list again")


@kept_refusal.register
def _(_error: SourceMissing) -> str:
    return QCoreApplication.translate("Refusals", "Ask how they heard of the shop, then choose it here")


@kept_refusal.register
def _(_error: ReasonMissing) -> str:
    return QCoreApplication.translate("Refusals", "Write down why: it is kept with the change")


@kept_refusal.register
def _(error: ProgramUnsound) -> str:
    words = QCoreApplication.translate(
        "Refusals", "The program cannot be published yet – places to correct: {count}"
    )
    return words.format(count=len(error.problems))


@kept_refusal.register
def _(error: DocumentUnsound) -> str:
    words = QCoreApplication.translate(
        "Refusals", "This file is no loyalty program, or was changed by hand at {path} – choose another file"
    )
    return words.format(path=error.path)


@kept_refusal.register
def _(error: ListTooLarge) -> str:
    if error.what == "rows":
        words = QCoreApplication.translate(
            "Refusals", "The list is too long: at most {limit} rows – split it into several files"
        )
        return words.format(limit=group_digits(error.limit))
    return QCoreApplication.translate(
        "Refusals", "The file is too large for a customer list – split it into several files"
    )


@kept_refusal.register
def _(error: ItemTaken) -> str:
    if not error.other:
        return QCoreApplication.translate(
            "Refusals", "A member has this code for a card – choose another code"
        )
    if error.withdrawn:
        words = QCoreApplication.translate(
            "Refusals",
            "“{item}”, which is no longer sold, has it already – sell that one again, or rename it",
        )
    elif error.field == "name":
        words = QCoreApplication.translate("Refusals", "There is an item “{item}” already – change that one")
    else:
        words = QCoreApplication.translate("Refusals", "“{item}” has this code already – choose another code")
    return words.format(item=error.other)


@kept_refusal.register
def _(_error: ItemGone) -> str:
    return QCoreApplication.translate(
        "Refusals", "This item is no longer in the catalogue – the list it came with was undone"
    )


@kept_refusal.register
def _(error: CodeOfItem) -> str:
    words = QCoreApplication.translate(
        "Refusals", "This is the code of “{item}”, which the shop sells – it cannot be a member’s card"
    )
    return words.format(item=error.item)


@kept_refusal.register
def _(error: CodeUnknown) -> str:
    words = QCoreApplication.translate("Refusals", "No member has the code {code} – look at it again")
    return words.format(code=error.code)


@kept_refusal.register
def _(error: MemberWithoutCard) -> str:
    words = QCoreApplication.translate(
        "Refusals", "The member with the code {code} has no card of the shop – issue one first"
    )
    return words.format(code=error.code)


@kept_refusal.register
def _(error: BatchUnknown) -> str:
    words = QCoreApplication.translate("Refusals", "There is no batch {number} – look at the list of batches")
    return words.format(number=error.number)


@kept_refusal.register
def _(_error: CannotMerge) -> str:
    return QCoreApplication.translate("Merging", "These are one customer already – choose another")


@kept_refusal.register
def _(error: CannotPart) -> str:
    from loyalpos.ui.words.merging import hindrance  # noqa: PLC0415 - nobody parts members at the counter

    words = QCoreApplication.translate("Merging", "They stay one customer: {why}")
    return words.format(why=hindrance(error.why))


@kept_refusal.register
def _(_error: TierUnknown) -> str:
    return QCoreApplication.translate("Refusals", "The program no longer has this tier – choose another one")


@kept_refusal.register
def _(_error: MemberGone) -> str:
    return QCoreApplication.translate(
        "Refusals", "This member is no longer there: the enrolment was undone or the member was deleted"
    )


@kept_refusal.register
def _(error: DrawRulesStand) -> str:
    words = QCoreApplication.translate(
        "Refusals",
        "Tickets of “{draw}” have been given: its prizes and its last day stand as announced. "
        "Announce another draw instead",
    )
    return words.format(draw=error.draw_name)


@kept_refusal.register
def _(error: DrawNotReady) -> str:
    from loyalpos.ui.words.draws import not_ready  # noqa: PLC0415 - few shops have draws

    return not_ready(error)


@kept_refusal.register
def _(error: ReferrerRefused) -> str:
    name = error.name or QCoreApplication.translate("Refusals", "That customer")
    match error.why:
        case "oneself":
            words = QCoreApplication.translate(
                "Refusals", "{name} cannot refer themselves – choose another customer"
            )
        case "circle":
            words = QCoreApplication.translate(
                "Refusals", "{name} was referred by this customer – it cannot go round in a circle"
            )
        case _:
            words = QCoreApplication.translate(
                "Refusals",
                "Too late: this customer's first bill is in the books – nobody can be named any more",
            )
    return words.format(name=name)


@kept_refusal.register
def _(error: VoucherNotGiven) -> str:
    if error.why == "no_reason":
        return QCoreApplication.translate("Refusals", "Say why this customer gets it")
    if error.why == "had_before":
        return QCoreApplication.translate(
            "Refusals", "This customer was given it before, and it is given to each customer once"
        )
    return QCoreApplication.translate("Refusals", "The program has no such voucher any more")


@kept_refusal.register
def _(error: SurveyNotPaid) -> str:
    if not error.budget:
        return QCoreApplication.translate("Refusals", "Nothing is given for this survey any more")
    words = QCoreApplication.translate(
        "Refusals", "This month's budget {budget} is used up: nothing can be given for the survey"
    )
    return words.format(budget=f"“{error.budget}”")


@kept_refusal.register
def _(error: ShopThere) -> str:
    words = QCoreApplication.translate(
        "Refusals", "There is a shop in {folder} already – name an empty folder with --data-dir"
    )
    return words.format(folder=error.path.parent)


@kept_refusal.register
def _(error: FolderTaken) -> str:
    words = QCoreApplication.translate("Refusals", "Something is in {folder} – choose an empty folder")
    return words.format(folder=error.path)
