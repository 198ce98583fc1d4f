"""Letters about people's data: answers to what somebody asks, and reports of a breach, to be filled in."""

from __future__ import annotations

from datetime import date, datetime

from loyalpos.engine.requests import PersonalRequest, RequestKind
from loyalpos.engine.shop import ShopDescription
from loyalpos.printing.customer.tongue import Language, Tongue, tongue_of

__all__ = ["answer_letter", "breach_forms"]


def answer_letter(request: PersonalRequest, shop: ShopDescription, language: Language) -> str:
    """Write the answer to a request, as it stands: received, done or refused."""
    tongue = tongue_of(language)
    words = tongue.translate("Notice", "Dear {name},")
    parts = [
        words.format(name=request.name) if request.name else tongue.translate("Notice", "Dear customer,")
    ]
    words = tongue.translate("Notice", "On {day} you asked us: {kind}.")
    parts.append(words.format(day=_day(request.wish.day), kind=_kind(request.wish.kind, tongue)))
    if request.refused:
        words = tongue.translate("Notice", "We cannot do this, because: {reason}. You may complain about it.")
    elif request.closed is not None:
        words = tongue.translate("Notice", "This was done on {closed}.")
    elif request.extended:
        words = tongue.translate("Notice", "It takes longer, because: {reason}. It will be done by {done}.")
    else:
        words = tongue.translate(
            "Notice", "We have received it, and it will be done by {done}. It costs you nothing."
        )
    closed = "" if request.closed is None else _day(request.closed)
    parts.append(words.format(reason=request.reason, closed=closed, done=_day(request.done_by)))
    parts.append("\n".join(line for line in (shop.name, shop.contact) if line))
    return "\n\n".join(parts)


def breach_forms(
    shop: ShopDescription, noticed: datetime, report_by: datetime, words: str, language: Language
) -> dict[str, str]:
    """Write the texts for the authority and for members, by the names of their files.

    Args:
        noticed: When it was noticed, on the shop's clock.
        report_by: Until when the authority is to be told, on the shop's clock.
        words: What happened, as it was written down.
    """
    tongue = tongue_of(language)
    blank = "…………………………"
    moment = "%H:%M %d/%m/%Y"
    authority = (
        tongue.translate("Notice", "REPORT OF A BREACH OF PERSONAL DATA"),
        tongue.translate("Notice", "To: Department A05, Ministry of Public Security"),
        tongue.translate("Notice", "From: {shop} ({contact})"),
        tongue.translate("Notice", "Noticed: {noticed}. To be reported until: {until}."),
        tongue.translate("Notice", "What happened, when and where: {words}"),
        tongue.translate("Notice", "Which data: phone numbers, names, purchases, points; birthdays of some."),
        tongue.translate("Notice", "How many people (see members.csv): {blank}"),
        tongue.translate("Notice", "What may come of it: {blank}"),
        tongue.translate("Notice", "What was done and will be done: {blank}"),
        tongue.translate("Notice", "Who answers questions (name, phone): {blank}"),
        tongue.translate("Notice", "Date, signature: {blank}"),
    )
    members = (
        tongue.translate("Notice", "Dear customer,"),
        tongue.translate(
            "Notice", "On {noticed} we noticed that data of our members may have got out: {words}"
        ),
        tongue.translate(
            "Notice", "It may be your phone number, your name, what you bought here and your points."
        ),
        tongue.translate(
            "Notice",
            "Please be careful with calls and messages in our name: we never ask for passwords, codes or "
            "money.",
        ),
        tongue.translate("Notice", "We have told the authority. Questions: {shop} ({contact})."),
    )
    fill = {
        "shop": shop.name,
        "contact": shop.contact or blank,
        "noticed": f"{noticed:{moment}}",
        "until": f"{report_by:{moment}}",
        "words": words or blank,
        "blank": blank,
    }
    return {
        "report-A05.txt": "\n\n".join(authority).format(**fill) + "\n",
        "message-to-members.txt": "\n\n".join(members).format(**fill) + "\n",
    }


def _kind(kind: RequestKind, tongue: Tongue) -> str:
    names = {
        RequestKind.SEE: tongue.translate("Notice", "to see your data or have a copy of it"),
        RequestKind.CORRECT: tongue.translate("Notice", "to correct your data"),
        RequestKind.WITHDRAW: tongue.translate("Notice", "to take a consent back"),
        RequestKind.RESTRICT: tongue.translate("Notice", "to restrict what your data is used for"),
        RequestKind.OBJECT: tongue.translate("Notice", "to stop a use of your data"),
        RequestKind.ERASE: tongue.translate("Notice", "to delete your data"),
        RequestKind.COMPLAIN: tongue.translate("Notice", "a complaint about your data"),
    }
    return names[kind]


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
