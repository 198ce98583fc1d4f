"""The facts that an impact assessment of personal data asks for, as a text to be filled in and sent."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from loyalpos.engine.money import group_digits
from loyalpos.engine.shop import ShopDescription
from loyalpos.printing.customer.tongue import Language, tongue_of

__all__ = ["ImpactFacts", "impact_text"]

_BLANK = "…………………………"


class ImpactFacts(Struct, frozen=True):
    """What the books say.

    Attributes:
        people: Everybody the shop ever had particulars of.
        members: Those who are there.
        agreed: How many agree to messages, birthday wishes and sharing.
        months: After so many without a visit a member is made nameless; 0 is never.
        is_locked: Whether file and backups have a key of their own.
    """

    day: date
    people: int
    members: int
    agreed: tuple[int, int, int]
    months: int
    is_locked: bool


def impact_text(facts: ImpactFacts, shop: ShopDescription, language: Language) -> str:
    """Write the facts, point by point, with room for what the books do not know."""
    tongue = tongue_of(language)
    kept = tongue.translate("Notice", "How long: until the customer leaves or asks for deletion.")
    if facts.months:
        kept = tongue.translate(
            "Notice", "How long: until the customer leaves, asks for deletion, or stays away {months} months."
        )
    lock = tongue.translate("Notice", "The file and its backups are not locked with a key of their own.")
    if facts.is_locked:
        lock = tongue.translate("Notice", "The file and its backups are locked with a key of their own.")
    points = (
        tongue.translate("Notice", "FACTS FOR THE IMPACT ASSESSMENT OF PERSONAL DATA"),
        tongue.translate("Notice", "Controller: {shop} ({contact}). As of {day}."),
        tongue.translate("Notice", "Who answers questions (name, phone): {blank}"),
        tongue.translate("Notice", "People ever known: {people}; members now: {members}."),
        tongue.translate(
            "Notice",
            "Which data: name, phone number, day and month of birth of some, notes, cards, purchases and "
            "points. No identity numbers, no sensitive data.",
        ),
        tongue.translate(
            "Notice",
            "What for, each with consent of its own: the program (all); messages ({messages} agree), "
            "birthday ({birthday}), sharing ({sharing}).",
        ),
        kept,
        tongue.translate("Notice", "Backups: at most 35 days; who looked at whom: 12 months."),
        tongue.translate(
            "Notice",
            "Who receives them: nobody outside the shop, unless named here: {blank}. Abroad: {blank}",
        ),
        lock,
        tongue.translate(
            "Notice",
            "Other measures: staff with PINs and rights, a journal that shows changes, exports with reason "
            "and mark, erasure that reaches backups, answers within the days of the law.",
        ),
        tongue.translate("Notice", "What may come of it for people, and how likely: {blank}"),
        tongue.translate("Notice", "Date, signature: {blank}"),
    )
    messages, birthday, sharing = (group_digits(one) for one in facts.agreed)
    return (
        "\n\n".join(points).format(
            shop=shop.name,
            contact=shop.contact or _BLANK,
            day=f"{facts.day:%d/%m/%Y}",
            blank=_BLANK,
            people=group_digits(facts.people),
            members=group_digits(facts.members),
            messages=messages,
            birthday=birthday,
            sharing=sharing,
            months=facts.months,
        )
        + "\n"
    )
