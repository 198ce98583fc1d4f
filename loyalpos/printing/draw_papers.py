"""The three papers of a lucky draw: its announcement, the list of tickets, the record of the winners."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.draw_stages import Drawing
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.printing.paper import Code, Heading, Note, Paper, Part, Rows, Signatures

__all__ = ["announcement_paper", "list_paper", "record_paper"]


def announcement_paper(shop_name: str, drawing: Drawing, shop: ShopTime) -> Paper:
    """Write what hangs on the wall before the first ticket: the rules and the sealed seed's commitment."""
    announced = drawing.announced
    words = QCoreApplication.translate("Printing", "Rules of the draw “{draw}”")
    before: tuple[Part, ...] = ()
    if announced.tickets_before:
        told = QCoreApplication.translate("Printing", "Tickets given before the seed was sealed: {count}.")
        before = (Note(told.format(count=group_digits(announced.tickets_before))),)
    return Paper(
        shop_name,
        words.format(draw=announced.draw.name),
        (
            *_rules(drawing),
            *_seal(drawing, shop),
            *before,
            Note(
                QCoreApplication.translate(
                    "Printing",
                    "A seed of 32 random bytes was sealed that nobody sees before the draw. Its "
                    "SHA-256 stands above. After the last day the list of tickets is published; seed and "
                    "list together decide who wins, so that neither can be chosen to suit the other.",
                )
            ),
            _legal(),
        ),
    )


def list_paper(shop_name: str, drawing: Drawing, shop: ShopTime) -> Paper:
    """Write the list of tickets, numbered, with no more of a person than the name and the phone's end."""
    announced = drawing.announced
    words = QCoreApplication.translate("Printing", "Tickets of the draw “{draw}”")
    parts: list[Part] = [_odds(drawing)]
    if announced.closed_at is not None:
        told = QCoreApplication.translate("Printing", "Published on {time}; nothing changes it any more.")
        parts.append(Note(told.format(time=_moment(announced.closed_at, shop))))
        parts.append(Code(QCoreApplication.translate("Printing", "SHA-256 of the list"), announced.list_hash))
    rows = tuple(
        (
            _numbers(line.first, line.last),
            group_digits(line.last - line.first + 1),
            line.name or "–",
            line.phone,
            line.holder,
        )
        for line in drawing.tickets
    )
    headings = (
        QCoreApplication.translate("Printing", "Ticket no."),
        QCoreApplication.translate("Printing", "Tickets"),
        QCoreApplication.translate("Printing", "Customer"),
        QCoreApplication.translate("Printing", "Phone"),
        QCoreApplication.translate("Printing", "Code in the list"),
    )
    return Paper(
        shop_name,
        words.format(draw=announced.draw.name),
        (*parts, Rows(headings, rows, frozenset((1,)))),
    )


def record_paper(shop_name: str, drawing: Drawing, shop: ShopTime) -> Paper:
    """Write the record of a draw: winners, seed, commitment, hash of the list, and how to check them."""
    announced = drawing.announced
    assert announced.held_at is not None
    words = QCoreApplication.translate("Printing", "Record of the draw “{draw}”")
    told = QCoreApplication.translate("Printing", "Drawn on {time}.")
    headings = (
        QCoreApplication.translate("Printing", "Prize"),
        QCoreApplication.translate("Printing", "Winner"),
        QCoreApplication.translate("Printing", "Phone"),
        QCoreApplication.translate("Printing", "Code in the list"),
    )
    winners = tuple((line.prize, line.name or "–", line.phone, line.holder) for line in drawing.winners)
    return Paper(
        shop_name,
        words.format(draw=announced.draw.name),
        (
            Note(told.format(time=_moment(announced.held_at, shop))),
            _odds(drawing),
            Heading(QCoreApplication.translate("Printing", "Winners")),
            Rows(headings, winners),
            *_left_over(drawing),
            Heading(QCoreApplication.translate("Printing", "How anyone can check it")),
            Code(QCoreApplication.translate("Printing", "Seed, opened at the draw"), announced.seed),
            Code(_committed(), announced.commitment),
            Code(QCoreApplication.translate("Printing", "SHA-256 of the list"), announced.list_hash),
            Note(
                QCoreApplication.translate(
                    "Printing",
                    "Compare the commitment with the announcement printed before the draw. Then let the "
                    "files beside this record be worked out again, on any computer with Python:",
                )
            ),
            Note("python3 check_draw.py sheet.txt"),
            Signatures(
                (
                    QCoreApplication.translate("Printing", "For the shop"),
                    QCoreApplication.translate("Printing", "Witness"),
                )
            ),
            _legal(),
        ),
    )


def _rules(drawing: Drawing) -> tuple[Part, ...]:
    draw = drawing.announced.draw
    last = QCoreApplication.translate("Printing", "Tickets are given to the end of {day}.")
    if draw.most_wins == 1:
        wins = QCoreApplication.translate("Printing", "Nobody wins more than once.")
    else:
        wins = QCoreApplication.translate("Printing", "Nobody wins more than {count} times.").format(
            count=group_digits(draw.most_wins)
        )
    headings = (
        QCoreApplication.translate("Printing", "Prize"),
        QCoreApplication.translate("Printing", "How many"),
    )
    prizes = tuple((prize.name, group_digits(prize.count)) for prize in draw.prizes)
    return (
        Note(f"{last.format(day=_day(draw.closes))} {wins}"),
        Rows(headings, prizes, frozenset((1,))),
    )


def _seal(drawing: Drawing, shop: ShopTime) -> tuple[Part, ...]:
    sealed = QCoreApplication.translate("Printing", "Sealed on {time}.")
    return (
        Heading(QCoreApplication.translate("Printing", "The sealed seed")),
        Code(_committed(), drawing.announced.commitment),
        Note(sealed.format(time=_moment(drawing.announced.announced_at, shop)), quiet=True),
    )


def _committed() -> str:
    return QCoreApplication.translate("Printing", "Commitment: SHA-256 of the sealed seed")


def _odds(drawing: Drawing) -> Note:
    prizes = sum(prize.count for prize in drawing.announced.draw.prizes)
    words = QCoreApplication.translate(
        "Printing", "Prizes: {prizes}. Tickets: {tickets}. Customers with tickets: {people}."
    )
    return Note(
        words.format(
            prizes=group_digits(prizes),
            tickets=group_digits(drawing.ticket_count),
            people=group_digits(len(drawing.tickets)),
        )
    )


def _left_over(drawing: Drawing) -> tuple[Part, ...]:
    left = ", ".join(f"{prize.name} × {group_digits(prize.count)}" for prize in drawing.unclaimed)
    words = QCoreApplication.translate("Printing", "Nobody could win: {prizes}.")
    return (Note(words.format(prizes=left)),) if left else ()


def _legal() -> Note:
    return Note(
        QCoreApplication.translate(
            "Printing",
            "A reminder, no legal advice: in Viet Nam a promotion by chance (draws, spins) is registered "
            "with the province's Department of Industry and Trade and confirmed before it begins; its "
            "result is reported afterwards, and half the value of prizes nobody won goes to the state "
            "budget (Commercial Law 2005, article 96; Decree 81/2018/NĐ-CP and its amendments).",
        ),
        quiet=True,
    )


def _numbers(first: int, last: int) -> str:
    return group_digits(first) if first == last else f"{group_digits(first)}–{group_digits(last)}"


def _day(of: date) -> str:
    return f"{of:%d/%m/%Y}"


def _moment(at: datetime, shop: ShopTime) -> str:
    return f"{shop.local(at):%H:%M · %d/%m/%Y}"
