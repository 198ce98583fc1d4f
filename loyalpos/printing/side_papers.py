"""Papers of good causes and partners: the poster of what was given, the month's settlement."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.causes import CauseTotal
from loyalpos.engine.codes import grouped
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.partners import GivenCode, Settlement
from loyalpos.printing.paper import Heading, Note, Paper, Part, Rows, Signatures

__all__ = ["cause_line", "causes_paper", "settlement_headings", "settlement_paper"]


def cause_line(total: CauseTotal, points_name: str) -> str:
    """Say in one line for the wall what a cause was given."""
    points = f"{group_digits(total.points)}\u00a0{points_name}"
    if not total.share_vnd:
        words = QCoreApplication.translate(
            "Printing", "Together our customers have given {points} = {amount} to “{cause}”. Thank you!"
        )
    elif not total.points:
        words = QCoreApplication.translate(
            "Printing", "A share of every bill: together we have given {amount} to “{cause}”. Thank you!"
        )
    else:
        words = QCoreApplication.translate(
            "Printing",
            "With {points} of our customers and a share of every bill"
            " we have given {amount} to “{cause}”. Thank you!",
        )
    return words.format(points=points, amount=vnd(total.value_vnd), cause=total.cause.name)


def causes_paper(shop_name: str, totals: tuple[CauseTotal, ...], points_name: str, today: date) -> Paper:
    """Write the poster of what each cause was given."""
    parts: list[Part] = []
    for total in totals:
        parts.append(Heading(f"{total.cause.name}: {vnd(total.value_vnd)}"))
        parts.append(Note(cause_line(total, points_name)))
    words = QCoreApplication.translate("Printing", "As of {day}.")
    parts.append(Note(words.format(day=_day(today)), quiet=True))
    title = QCoreApplication.translate("Printing", "What we have given together")
    return Paper(shop_name, title, tuple(parts), for_the_wall=True)


def settlement_headings() -> tuple[str, ...]:
    """Name the columns of a settlement."""
    return (
        QCoreApplication.translate("Printing", "Code"),
        QCoreApplication.translate("Printing", "Perk"),
        QCoreApplication.translate("Printing", "Given on"),
        QCoreApplication.translate("Printing", "Redeemed on"),
        QCoreApplication.translate("Printing", "Amount"),
    )


def settlement_paper(shop_name: str, settled: Settlement, codes: tuple[GivenCode, ...], month: date) -> Paper:
    """Write what the shop owes a partner for a month, code by code.

    Args:
        codes: Those that were redeemed in the month.
    """
    title = QCoreApplication.translate("Printing", "Settlement with {partner}, {month}")
    told = QCoreApplication.translate(
        "Printing", "Codes given this month: {issued}. Redeemed this month: {redeemed}. Still open: {open}."
    )
    owed = QCoreApplication.translate("Printing", "To be paid: {amount}")
    rows = tuple(
        (
            grouped(one.code.code),
            one.perk,
            _day(one.code.issued),
            "" if one.code.redeemed is None else _day(one.code.redeemed),
            vnd(one.code.settled_vnd),
        )
        for one in codes
    )
    return Paper(
        shop_name,
        title.format(partner=settled.partner.name, month=f"{month:%m/%Y}"),
        (
            Note(
                told.format(
                    issued=group_digits(settled.issued),
                    redeemed=group_digits(settled.redeemed),
                    open=group_digits(settled.open),
                )
            ),
            Heading(owed.format(amount=vnd(settled.owed_vnd))),
            Rows(settlement_headings(), rows, frozenset((4,))),
            Signatures((QCoreApplication.translate("Printing", "For the shop"), settled.partner.name)),
        ),
    )


def _day(of: date) -> str:
    return f"{of:%d/%m/%Y}"
