"""Items in words: their fields, what is wrong with one, and what becomes of each row of a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.item_list import ChangedItem, ItemRefused, ItemTwice, ItemVerdict, NewItem
from loyalpos.engine.items import ItemFault, ItemField, ItemProblem
from loyalpos.engine.money import MAX_AMOUNT_VND, vnd

__all__ = ["field_name", "item_problem", "item_verdict", "item_verdict_tone", "no_word", "yes_word"]


def field_name(field: ItemField) -> str:
    """Name a field of an item, as the heading of a column too."""
    match field:
        case ItemField.NAME:
            return QCoreApplication.translate("Items", "Item name")
        case ItemField.CODE:
            return QCoreApplication.translate("Items", "Item code")
        case ItemField.CATEGORY:
            return QCoreApplication.translate("Items", "Category")
        case ItemField.TAGS:
            return QCoreApplication.translate("Items", "Tags")
        case ItemField.PRICE:
            return QCoreApplication.translate("Items", "Price")
        case ItemField.COST:
            return QCoreApplication.translate("Items", "Cost")
        case ItemField.PREMIUM:
            return QCoreApplication.translate("Items", "Premium")
        case ItemField.ACTIVE:
            return QCoreApplication.translate("Items", "On sale")
        case ItemField.ID:
            return QCoreApplication.translate("Items", "Item ID")


def yes_word() -> str:
    """Say yes in a column of yes and no."""
    return QCoreApplication.translate("Items", "yes")


def no_word() -> str:
    """Say no there."""
    return QCoreApplication.translate("Items", "no")


def item_problem(problem: ItemProblem) -> str:
    """Say what is wrong with a field, and what to type instead."""
    match problem.fault:
        case ItemFault.EMPTY if problem.field is ItemField.NAME:
            return QCoreApplication.translate("Items", "Type the item’s name")
        case ItemFault.EMPTY:
            return QCoreApplication.translate("Items", "Type the price – 0 where it costs nothing")
        case ItemFault.TOO_LONG:
            words = QCoreApplication.translate("Items", "Too long: at most {count} letters")
            return words.format(count=problem.limit)
        case ItemFault.TOO_MANY:
            words = QCoreApplication.translate("Items", "Too many tags: at most {count}")
            return words.format(count=problem.limit)
        case ItemFault.ODD_CHARACTER:
            return QCoreApplication.translate("Items", "There is a sign in it that cannot stand here")
        case ItemFault.NOT_A_NUMBER:
            return QCoreApplication.translate("Items", "Digits only, please, for example 29000")
        case ItemFault.NEGATIVE:
            return QCoreApplication.translate("Items", "No price is below 0")
        case ItemFault.TOO_LARGE:
            words = QCoreApplication.translate("Items", "Too large: at most {amount}")
            return words.format(amount=vnd(MAX_AMOUNT_VND))
        case ItemFault.UNCLEAR if problem.field in (ItemField.PREMIUM, ItemField.ACTIVE):
            return QCoreApplication.translate("Items", "Neither yes nor no")
        case ItemFault.UNCLEAR:
            return QCoreApplication.translate("Items", "This can be read in two ways – type the digits alone")
        case ItemFault.OF_A_CARD:
            return QCoreApplication.translate("Items", "This looks like a member card or a voucher of ours")
        case ItemFault.TAKEN:
            words = QCoreApplication.translate("Items", "The item “{item}” has it already")
            return words.format(item=problem.other)


def item_verdict_tone(verdict: ItemVerdict) -> str:
    """Give the colour of a verdict, by its name in the palette."""
    match verdict:
        case NewItem():
            return "brand"
        case ChangedItem():
            return "amber"
        case ItemRefused():
            return "red"
        case _:
            return "quiet"


def item_verdict(verdict: ItemVerdict) -> str:
    """Say what becomes of a row."""
    match verdict:
        case NewItem():
            return QCoreApplication.translate("Items", "New")
        case ChangedItem(fields=fields):
            words = QCoreApplication.translate("Items", "Changes: {fields}")
            return words.format(fields=", ".join(field_name(field).lower() for field in fields))
        case ItemTwice(first_row=first_row):
            words = QCoreApplication.translate("Items", "The same item as row {row} – stays out")
            return words.format(row=first_row)
        case ItemRefused(problems=problems):
            words = QCoreApplication.translate("Items", "Stays out – {why}")
            why = (f"{field_name(one.field)}: {_begin_small(item_problem(one))}" for one in problems)
            return words.format(why="; ".join(why))
        case _:
            return QCoreApplication.translate("Items", "There already – nothing changes")


def _begin_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
