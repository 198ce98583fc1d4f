"""A member's statement in words, ready for paper."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.exports import ExportKind
from loyalpos.engine.ledger import Lot
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.engine.statements import Statement, StatementLine
from loyalpos.engine.times import ShopTime
from loyalpos.services.till import Till
from loyalpos.ui.office.history_words import history_text
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.printing_job import Papers
from loyalpos.ui.words import dates
from loyalpos.ui.words.earning import line_points, line_text
from loyalpos.ui.words.points import named, signed

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.listing import Listing, ListingTable

__all__ = ["statement_listing", "statement_papers"]


def statement_papers(till: Till, member: UUID, name: str) -> Papers:
    """Make the papers of a member's statement, read when they are painted."""
    words = QCoreApplication.translate("Statement", "Statement of {name}").format(name=name)
    return Papers(words, words, partial(_paint, till, member))


def statement_listing(statement: Statement, shop_name: str, contact: str, shop: ShopTime) -> Listing:
    """Say a statement in the language of the screen."""
    from loyalpos.printing.listing import Listing  # noqa: PLC0415 - printing costs start-up time

    member = statement.member
    name = member.name or QCoreApplication.translate("Statement", "Customer without a name")
    facts = []
    if member.phone is not None:
        phone = QCoreApplication.translate("Statement", "Phone: {phone}")
        facts.append(phone.format(phone=masked(member.phone)))
    since = QCoreApplication.translate("Statement", "Member since {date}")
    facts.append(since.format(date=dates.day(member.joined)))
    if statement.spendable != statement.balance:
        now = QCoreApplication.translate("Statement", "Can be spent now: {points}")
        facts.append(now.format(points=named(statement.spendable, statement.points_name)))
    if statement.debt:
        owed = QCoreApplication.translate("Statement", "The next {points} make up for points that are owed")
        facts.append(owed.format(points=named(statement.debt, statement.points_name)))
    at = QCoreApplication.translate("Statement", "As of {time}")
    facts.append(at.format(time=dates.moment(statement.at, shop)))
    return Listing(
        shop_name,
        contact,
        QCoreApplication.translate("Statement", "Statement of points"),
        f"{name}: {named(statement.balance, statement.points_name)}",
        tuple(facts),
        (_entries(statement, shop), _lots(statement, shop)),
        QCoreApplication.translate(
            "Statement", "Is something wrong? Show this paper at the counter: every line can be looked up."
        ),
    )


def _entries(statement: Statement, shop: ShopTime) -> ListingTable:
    from loyalpos.printing.listing import ListingColumn, ListingRow, ListingTable  # noqa: PLC0415 - as said

    columns = (
        ListingColumn(QCoreApplication.translate("Statement", "When"), 21),
        ListingColumn(QCoreApplication.translate("Statement", "What"), 53),
        ListingColumn(QCoreApplication.translate("Statement", "Change"), 13, figures=True),
        ListingColumn(QCoreApplication.translate("Statement", "Balance"), 13, figures=True),
    )
    rows = tuple(
        ListingRow(
            (
                dates.moment(one.line.at, shop),
                history_text(one.line),
                signed(one.line.points),
                group_digits(one.line.balance),
            ),
            _reasons(one),
        )
        for one in statement.lines
    )
    title = QCoreApplication.translate("Statement", "Every change of the balance, the oldest first")
    return ListingTable(title, columns, rows, QCoreApplication.translate("Statement", "No points yet."))


def _reasons(one: StatementLine) -> tuple[str, ...]:
    lines = []
    for reason in one.reasons:
        points = line_points(reason)
        lines.append(f"{line_text(reason)}: {points}" if points else line_text(reason))
    return tuple(lines)


def _lots(statement: Statement, shop: ShopTime) -> ListingTable:
    from loyalpos.printing.listing import ListingColumn, ListingRow, ListingTable  # noqa: PLC0415 - as said

    columns = (
        ListingColumn(QCoreApplication.translate("Statement", "Came in"), 30),
        ListingColumn(QCoreApplication.translate("Statement", "Last day"), 30),
        ListingColumn(QCoreApplication.translate("Statement", "Of these"), 20, figures=True),
        ListingColumn(QCoreApplication.translate("Statement", "Are left"), 20, figures=True),
    )
    rows = tuple(
        ListingRow(
            (
                dates.day(shop.business_day(lot.earned_at)),
                _last_day(lot, shop),
                group_digits(lot.points),
                group_digits(lot.rest),
            )
        )
        for lot in statement.lots
        if lot.rest
    )
    title = QCoreApplication.translate("Statement", "What is left, in the order in which it will be spent")
    return ListingTable(title, columns, rows, QCoreApplication.translate("Statement", "Nothing is left."))


def _last_day(lot: Lot, shop: ShopTime) -> str:
    if lot.expires_at is None:
        return QCoreApplication.translate("Statement", "no end")
    return dates.day(shop.business_day(lot.expires_at - timedelta(milliseconds=1)))


def _paint(till: Till, member: UUID, target: Path | QPrinter, progress: Progress) -> int:
    from loyalpos.printing.listing import put_out_listing  # noqa: PLC0415 - printing costs start-up time

    till.exports.note(ExportKind.STATEMENT, (member,))
    shop = till.shop.description
    listing = statement_listing(till.statements.of(member), shop.name, shop.contact, till.shop.time)
    return put_out_listing(listing, target, progress)
