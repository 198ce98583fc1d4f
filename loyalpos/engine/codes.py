"""Card and voucher codes: their check digits, and what a scanner's raw text turns out to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NewType, TypeAlias, TypeGuard

from msgspec import Struct

from loyalpos.engine.phones import PhoneProblem, parse_phone

__all__ = [
    "CODE_LENGTH",
    "INVISIBLE",
    "CardCode",
    "CardScan",
    "Decoded",
    "ForeignScan",
    "GoodsScan",
    "HalfScan",
    "VoucherCode",
    "VoucherScan",
    "card_code",
    "decode",
    "grouped",
    "is_card",
    "is_voucher",
    "search_digits",
    "voucher_code",
]

CardCode = NewType("CardCode", str)
"""Sixteen digits: ``98``, twelve random ones, two check digits."""

VoucherCode = NewType("VoucherCode", str)
"""Sixteen digits: ``97``, twelve random ones, two check digits."""

CODE_LENGTH: Final = 16
INVISIBLE: Final = frozenset("\u202f\u200b\ufeff")
"""What input methods and byte order marks leave in a text without anybody seeing it."""

_DIGITS: Final = frozenset("0123456789")
_CARD: Final = "98"
_VOUCHER: Final = "97"
_RANDOM_DIGITS: Final = 12
_LONGEST_SEARCH: Final = 40

# ISO/IEC 15424 symbology identifier, as sent or with the ] that Telex makes ư and the layout ơ.
_SYMBOLOGY = re.compile(r"[\]ưƯơƠ][A-Za-z][0-9]")
_FRAME: Final = "\x02\x03\r\n\t "
_SEPARATORS = re.compile(r"[ .\-\u00a0\u202f]")

_VIETNAMESE_LAYOUT: Final = str.maketrans(
    "ăâêôđĂÂÊÔĐ\u0300\u0309\u0303\u0301\u0323]ơƠ", "12340" + "12340" + "56789" + "]]]"
)
_AZERTY: Final = str.maketrans("&é\"'(-è_çàÉÈÇÀ", "1234567890" + "2790")

_GOODS_LENGTHS: Final = (8, 12, 13, 14)
# The GS1 prefixes that share our first two digits: serials, books, music, refund slips and coupons.
_GOODS_LIKE_OURS = re.compile(r"97[7-9]|98[0-4]")
_MOST_DAMAGED: Final = 2
_SHORTEST_DAMAGED: Final = 12


class CardScan(Struct, frozen=True):
    """This is a member card of the kind the program prints."""

    code: CardCode


class VoucherScan(Struct, frozen=True):
    """This is a voucher of the kind the program prints."""

    code: VoucherCode


class GoodsScan(Struct, frozen=True):
    """This is the EAN, UPC or GTIN of goods: sold, never linked to a member."""

    code: str


class ForeignScan(Struct, frozen=True):
    """This is another shop's or an old card: it may be linked to a member.

    ``raw`` is as received, neither normalised nor repaired: the same scanner sends it so again.
    """

    raw: str


class HalfScan(Struct, frozen=True):
    """This is a cut or damaged code of ours: to be scanned again, never linked."""

    raw: str

    @property
    def is_long_enough(self) -> bool:
        """Whether no digit is missing, but one is wrong."""
        return len(self.raw) == CODE_LENGTH and _all_digits(self.raw)


Decoded: TypeAlias = CardScan | VoucherScan | GoodsScan | ForeignScan | HalfScan


def card_code(twelve: int | str) -> CardCode:
    """Make the code of a member card from twelve random digits.

    Args:
        twelve: A number below 10¹² or exactly twelve digits.

    Raises:
        ValueError: It is neither.
    """
    return CardCode(_checked(_CARD, twelve))


def voucher_code(twelve: int | str) -> VoucherCode:
    """Make the code of a voucher from twelve random digits; the same terms as ``card_code``."""
    return VoucherCode(_checked(_VOUCHER, twelve))


def _checked(kind: str, twelve: int | str) -> str:
    digits = f"{twelve:0{_RANDOM_DIGITS}d}" if isinstance(twelve, int) else twelve
    if len(digits) != _RANDOM_DIGITS or not _all_digits(digits):
        raise ValueError(twelve)
    # ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97.
    check = 98 - int(kind + digits) * 100 % 97
    return f"{kind}{digits}{check:02d}"


def is_card(text: str) -> TypeGuard[CardCode]:
    """Tell whether text is a card code with right check digits, and nothing else."""
    return text.startswith(_CARD) and _is_ours(text)


def is_voucher(text: str) -> TypeGuard[VoucherCode]:
    """Tell whether text is a voucher code with right check digits, and nothing else."""
    return text.startswith(_VOUCHER) and _is_ours(text)


def _is_ours(text: str) -> bool:
    return (
        len(text) == CODE_LENGTH
        and text[:2] in (_CARD, _VOUCHER)
        and _all_digits(text)
        and int(text) % 97 == 1
    )


def _all_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def grouped(code: str) -> str:
    """Write a code in fours for reading aloud: ``9812 3456 7890 1288``."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def decode(raw: str) -> Decoded:
    """Work out what a scanned text is.

    The text is read as it stands, then through the inverse of the Vietnamese and the French keyboard
    layout; a reading counts as ours only if its check digits pass. It is never normalised first: composing
    would reorder the marks that stand for digits.

    Args:
        raw: What arrived from the scanner, of any length and any characters.
    """
    readings = tuple(_readings(raw))
    for reading in readings:
        if is_card(reading):
            return CardScan(reading)
        if is_voucher(reading):
            return VoucherScan(reading)
    for reading in readings:
        if _is_goods(reading):
            return GoodsScan(reading)
    if any(_is_damaged(reading) for reading in readings):
        return HalfScan(raw)
    return ForeignScan(raw)


def _readings(raw: str) -> Iterator[str]:
    visible = "".join(character for character in raw if character not in INVISIBLE)
    texts = [visible]
    if not any(character in _DIGITS for character in visible):
        # A layout turns every digit; a text with some left is damaged, not turned.
        texts += [visible.translate(_VIETNAMESE_LAYOUT), visible.translate(_AZERTY)]
    for text in texts:
        framed = text.strip(_FRAME)
        symbology = _SYMBOLOGY.match(framed)
        reading = framed[symbology.end() :] if symbology else framed
        yield reading
        # Under VNI a d left in the box takes the first digit with it: d then 9 becomes đ.
        if reading[:1] in ("đ", "Đ"):
            yield "9" + reading[1:]


def _is_goods(text: str) -> bool:
    if len(text) not in _GOODS_LENGTHS or not _all_digits(text):
        return False
    if text.startswith((_CARD, _VOUCHER)) and not (len(text) == 13 and _GOODS_LIKE_OURS.match(text)):
        return False
    # GS1 General Specifications 7.9: weights 3, 1, 3 … from the digit before the check digit leftwards.
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return weighted % 10 == 0


def _is_damaged(text: str) -> bool:
    if not text:
        return True
    if any(_is_ours(text[start : start + CODE_LENGTH]) for start in range(len(text) - CODE_LENGTH + 1)):
        return True
    if _all_digits(text):
        # Of a code that lost its first digits only the loss of one or two can be told from a foreign number.
        return text.startswith((_CARD, _VOUCHER)) or any(
            _is_ours(lost + text) for lost in ("9", _CARD, _VOUCHER)
        )
    strangers = sum(1 for character in text if character not in _DIGITS)
    return (
        text.startswith((_CARD, _VOUCHER)) and len(text) >= _SHORTEST_DAMAGED and strangers <= _MOST_DAMAGED
    )


def search_digits(text: str) -> str | None:
    """Take the digits of a typed search for a phone: its last ones or all of it.

    Returns:
        The phone in its one form of ten digits if the text is a whole one, else the bare digits typed
        without spaces, dots and dashes, or None if the text is no number.
    """
    phone = parse_phone(text)
    if not isinstance(phone, PhoneProblem):
        return phone
    digits = _SEPARATORS.sub("", text.strip())
    return digits if digits and len(digits) <= _LONGEST_SEARCH and _all_digits(digits) else None
