"""Which column of an old customer list holds what, guessed from its headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from loyalpos.engine.names import search_key

__all__ = ["Column", "guess", "guess_columns"]

K = TypeVar("K", bound=StrEnum)


class Column(StrEnum):
    """What a column of the list can be taken for; all others are left alone.

    ``FAMILY`` is the family name where a list keeps it apart from the given name.
    """

    PHONE = "phone"
    NAME = "name"
    FAMILY = "family"
    POINTS = "points"
    BIRTHDAY = "birthday"
    CARD = "card"
    NOTE = "note"


# Folded, best first. Where a list has several of one kind the order decides: the points a customer
# may still spend, never those collected in a lifetime. A customer code (KH000123) is no card: it is not
# in anybody's purse, and the owner can still choose it.
_HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.PHONE: (
        "dien thoai",
        "so dien thoai",
        "sdt",
        "so dt",
        "dt",
        "dien thoai 1",
        "so dien thoai 1",
        "dien thoai di dong",
        "so di dong",
        "di dong",
        "dtdd",
        "sdt khach hang",
        "sdt khach",
        "sdt kh",
        "phone",
        "phone number",
        "mobile",
        "mobile phone",
        "mobile number",
        "contact number",
        "contactnumber",
        "telephone",
        "tel",
        "phone 1",
        "so zalo",
        "zalo",
        "so lien he",
        "lien he",
    ),
    Column.NAME: (
        "ten khach hang",
        "ho va ten",
        "ho ten",
        "ho va ten khach hang",
        "ho ten khach hang",
        "ten day du",
        "ten khach",
        "ten kh",
        "ten hoi vien",
        "ten thanh vien",
        "full name",
        "fullname",
        "customer name",
        "member name",
        "display name",
        "ten",
        "name",
        "first name",
        "given name",
        "khach hang",
        "hoi vien",
        "thanh vien",
        "customer",
        "member",
    ),
    Column.FAMILY: (
        "ho",
        "ho dem",
        "ho lot",
        "ho va ten dem",
        "ho va ten lot",
        "ho va dem",
        "last name",
        "family name",
        "surname",
    ),
    Column.POINTS: (
        "diem hien tai",
        "diem con lai",
        "diem kha dung",
        "diem hien co",
        "so du diem",
        "so diem hien tai",
        "so diem con lai",
        "diem tich luy hien tai",
        "current points",
        "points balance",
        "point balance",
        "available points",
        "diem tich luy",
        "diem thuong",
        "diem tich",
        "so diem",
        "diem",
        "reward points",
        "reward point",
        "rewardpoint",
        "loyalty points",
        "bonus points",
        "points",
        "point",
        "tong diem",
        "tong diem tich luy",
        "total points",
        "totalpoint",
    ),
    Column.BIRTHDAY: (
        "ngay sinh",
        "sinh nhat",
        "ngay sinh nhat",
        "ngay thang nam sinh",
        "birthday",
        "birth date",
        "birthdate",
        "date of birth",
        "dob",
    ),
    Column.CARD: (
        "ma the",
        "so the",
        "ma so the",
        "ma the thanh vien",
        "so the thanh vien",
        "ma the khach hang",
        "ma the hoi vien",
        "the thanh vien",
        "the",
        "ma vach",
        "card number",
        "card no",
        "card code",
        "cardcode",
        "card",
        "member card",
        "membership card",
        "membership number",
        "barcode",
    ),
    Column.NOTE: ("ghi chu", "note", "notes", "comments", "comment", "mo ta", "chu thich", "description"),
}

# Headings that say more than the plain word: "SĐT người mua", "Tên khách hàng (viết hoa)". Points are
# not guessed like this: a wrong column would give away money.
_BEGINNINGS: Mapping[Column, tuple[str, ...]] = {
    Column.PHONE: ("dien thoai", "so dien thoai", "sdt", "phone", "mobile"),
    Column.NAME: ("ten khach", "ho ten", "ho va ten", "customer name", "full name"),
    Column.BIRTHDAY: ("ngay sinh", "sinh nhat"),
    Column.NOTE: ("ghi chu",),
}
_LONGEST_HEADING = 200
_ANOTHER_ONE = re.compile(r"\b(?:[2-9]|phu|khac|dem|lot)\b")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")


def guess_columns(headings: Sequence[str]) -> Mapping[Column, int]:
    """Guess the columns of a list from its headings, with or without marks, in Vietnamese or English.

    Knows the words of KiotViet, POS365, Sapo and Loyverse and those people use in their own tables.

    Returns:
        The place of each column that was recognised, counted from 0; no place stands twice.
    """
    return guess(headings, _HEADINGS, _BEGINNINGS)


def guess(
    headings: Sequence[str], names: Mapping[K, tuple[str, ...]], beginnings: Mapping[K, tuple[str, ...]]
) -> Mapping[K, int]:
    """Guess columns of any sort from their headings.

    Args:
        names: Folded headings of each column, best first.
        beginnings: How headings begin that say more than the plain word.

    Returns:
        The place of each column that was recognised, counted from 0; no place stands twice.
    """
    folded = [search_key(_IN_BRACKETS.sub(" ", heading[:_LONGEST_HEADING])) for heading in headings]
    found: dict[K, int] = {}
    for column, known in names.items():
        places = [folded.index(name) for name in known if name in folded]
        if places:
            found[column] = places[0]
    for column, begins in beginnings.items():
        if column in found:
            continue
        for place, heading in enumerate(folded):
            if (
                place not in found.values()
                and heading.startswith(begins)
                and not _ANOTHER_ONE.search(heading)
            ):
                found[column] = place
                break
    return found
