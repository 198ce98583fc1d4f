"""A member's message to friends: who sends it, what the friend gets, what to say at the counter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from loyalpos.engine.invitations import filled
from loyalpos.engine.occasions import Referral
from loyalpos.engine.phones import Phone
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.program import Program
from loyalpos.printing.customer.occasions import friend_gift
from loyalpos.printing.customer.telling import Telling
from loyalpos.printing.customer.tongue import Language, tongue_of

__all__ = ["Inviting", "invitation", "invitation_title", "places", "usual_words"]


class Inviting(Struct, frozen=True):
    """What a message to friends is made of.

    Attributes:
        name: Whose it is; ``""`` where the member gave no name.
        reach: How to find the shop, in words; may be ``""``.
        program: The one in force.
        today: The business day.
    """

    shop_name: str
    reach: str
    name: str
    phone: Phone | None
    program: Program
    today: date


def places(language: Language) -> dict[str, str]:
    """Name the places an owner may use in the message, in its own language: meaning → name."""
    tongue = tongue_of(language)
    return {
        "name": tongue.translate("Invitation", "member name"),
        "shop": tongue.translate("Invitation", "shop name"),
        "gift": tongue.translate("Invitation", "friend gift"),
        "who": tongue.translate("Invitation", "who sends"),
        "reach": tongue.translate("Invitation", "find us"),
    }


def usual_words(language: Language) -> str:
    """Give the message an owner who wrote none sends."""
    tongue = tongue_of(language)
    lines = (
        tongue.translate("Invitation", "{name} invites you to {shop}!"),
        tongue.translate("Invitation", "As a friend you get {gift}."),
        tongue.translate("Invitation", "Just say at the counter who sent you: {who}."),
        tongue.translate("Invitation", "Find us: {reach}"),
    )
    named = {meaning: f"{{{name}}}" for meaning, name in places(language).items()}
    return "\n".join(line.format(**named) for line in lines)


def invitation(
    words: str, inviting: Inviting, language: Language, *, items: Mapping[str, str] | None = None
) -> str:
    """Write a member's message to friends.

    Args:
        words: The owner's, with places; ``""`` takes the usual ones.
        items: What the items are called that vouchers name by id.
    """
    named = places(language)
    said = _said(inviting, language, items or {})
    return filled(
        words.strip() or usual_words(language), {named[meaning]: text for meaning, text in said.items()}
    )


def invitation_title(language: Language) -> str:
    """Head the card a friend is given."""
    return tongue_of(language).translate("Invitation", "For a friend")


def _said(inviting: Inviting, language: Language, items: Mapping[str, str]) -> dict[str, str]:
    tongue = tongue_of(language)
    name = inviting.name or tongue.translate("Invitation", "A friend")
    who = name
    if inviting.phone is not None:
        who = tongue.translate("Invitation", "{name}, phone ending in {digits}")
        who = who.format(name=name, digits=inviting.phone[-4:])
    telling = Telling(tongue, inviting.program, items)
    gifts = tuple(
        gift
        for referral in inviting.program.occasions
        if isinstance(referral, Referral)
        and state_of(inviting.program, referral.plan, inviting.today) is PlanState.RUNNING
        and (gift := friend_gift(telling, referral))
    )
    return {
        "name": name,
        "shop": inviting.shop_name,
        "gift": tongue.all_of(gifts),
        "who": who,
        "reach": inviting.reach,
    }
