"""How customers reach the shop: what the owner typed, as the text a phone's camera understands."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from loyalpos.engine.shop import ShopDescription

__all__ = ["LONGEST_JOIN", "Reach", "reach_of"]

LONGEST_JOIN: Final = 200
"""More would make a symbol too fine for an old phone."""

_PHONE = re.compile(r"(?:\+?84|0)(?:[ .]?[0-9]){8,10}(?![0-9])")
_LINK = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


class Reach(Struct, frozen=True):
    """This is the way to the shop: ``code`` for a camera, ``words`` for a reader; both ``""`` for none."""

    code: str
    words: str


def reach_of(shop: ShopDescription) -> Reach:
    """Give the way to a shop: the owner's link, Zalo or telephone, else the telephone of the contact line.

    A link without a scheme gets one, a telephone is one to call, and one after the word Zalo opens Zalo;
    any other text is shown by the camera as it stands.
    """
    typed = " ".join(shop.join.split())[:LONGEST_JOIN]
    if typed:
        return Reach(_code(typed), typed)
    phone = _PHONE.search(shop.contact)
    if phone is None:
        return Reach("", "")
    return Reach(f"tel:{_digits(phone.group())}", phone.group())


def _code(typed: str) -> str:
    if _LINK.fullmatch(typed):
        return typed
    if _SITE.fullmatch(typed):
        return f"https://{typed}"
    phone = _PHONE.search(typed)
    if phone is None:
        return typed
    digits = _digits(phone.group())
    around = (typed[: phone.start()] + typed[phone.end() :]).strip(" :-–").casefold()
    if around == "zalo":
        return f"https://zalo.me/{digits}"
    return typed if around else f"tel:{digits}"


def _digits(phone: str) -> str:
    """Write a telephone number as it is called inside the country."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"0{digits[2:]}" if digits.startswith("84") else digits
