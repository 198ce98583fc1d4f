"""What the shop knows of a member, as a paper for the member and as JSON for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.members import Source
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.my_data import ConsentGiven, MyData
from loyalpos.engine.phones import spaced
from loyalpos.engine.staff import Right
from loyalpos.engine.times import ShopTime
from loyalpos.errors import CannotWrite
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.privacy_words import corrected_text, kind_name
from loyalpos.ui.office.statement_paper import statement_listing
from loyalpos.ui.words import dates
from loyalpos.ui.words.accesses import access_text, consent_purpose
from loyalpos.ui.words.consent import channel_name
from loyalpos.ui.words.sources import source_text

if TYPE_CHECKING:
    from loyalpos.printing.listing import Listing, ListingTable

__all__ = ["my_data_listing", "write_my_data"]


def write_my_data(till: Till, member: UUID, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write a member's data as PDF and JSON into a folder of their own; that it was done is noted.

    Returns:
        Both files, or none where it was stopped.

    Raises:
        MemberGone: There is no such member any more.
        NotAllowed: Whoever is at the till may not write particulars into a file.
        Unavailable: The folder or the disk does not take them.
    """
    from loyalpos.printing.listing import put_out_listing  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.services.my_data import write_json  # noqa: PLC0415 - seldom needed

    till.shop.demand(Right.EXPORT)
    progress(0, 1)
    till.my_data.note(member, "my_data")
    own = till.my_data.of(member)
    stem = f"{till.shop.time.business_day(own.statement.at).isoformat()} {member.hex}"
    paper, document = (folder / f"{stem}.{ending}" for ending in ("pdf", "json"))
    shop = till.shop.description
    listing = my_data_listing(own, shop.name, shop.contact, till.shop.time)
    try:
        # One that is there keeps its rights; a new one is nobody else's.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder) from error
    if not put_out_listing(listing, paper, progress):
        return ()
    write_json(document, own)
    return paper, document


def my_data_listing(own: MyData, shop_name: str, contact: str, shop: ShopTime) -> Listing:
    """Say in the language of the screen what the shop knows of a member."""
    statement = statement_listing(own.statement, shop_name, contact, shop)
    return replace(
        statement,
        title=QCoreApplication.translate("MyData", "What the shop knows of you"),
        facts=(
            *_particulars(own),
            *_kept(own, shop),
            *statement.facts[1 if own.statement.member.phone else 0 :],
        ),
        tables=(
            _cards(own),
            _consents(own, shop),
            _requests(own),
            _corrections(own, shop),
            *statement.tables,
            _bills(own, shop),
            _accesses(own, shop),
        ),
        note=QCoreApplication.translate(
            "MyData",
            "Is something wrong, or do you want it corrected or erased? Say so at the counter. The same "
            "stands in the file beside this paper, for other programs.",
        ),
    )


def _particulars(own: MyData) -> tuple[str, ...]:
    person = own.statement.member
    facts = []
    if person.phone is not None:
        words = QCoreApplication.translate("MyData", "Phone: {phone}")
        facts.append(words.format(phone=spaced(person.phone)))
    if person.birthday is not None:
        born = f"{person.birthday.day:02d}/{person.birthday.month:02d}"
        if person.birthday.year is not None:
            born = f"{born}/{person.birthday.year}"
        facts.append(QCoreApplication.translate("MyData", "Birthday: {date}").format(date=born))
    if person.note:
        facts.append(
            QCoreApplication.translate("MyData", "Note of the shop: {note}").format(note=person.note)
        )
    if own.tags:
        words = QCoreApplication.translate("MyData", "Marks of the shop: {tags}")
        facts.append(words.format(tags=", ".join(own.tags)))
    came = _came(own)
    if came:
        facts.append(QCoreApplication.translate("MyData", "How you came to us: {how}").format(how=came))
    return tuple(facts)


def _kept(own: MyData, shop: ShopTime) -> tuple[str, ...]:
    facts = []
    if own.restricted:
        facts.append(
            QCoreApplication.translate("MyData", "You asked that this be used for your account alone.")
        )
    if own.under_age:
        words = QCoreApplication.translate("MyData", "Under age; who agreed for you: {name}")
        facts.append(words.format(name=own.guardian or "–"))
    if own.held_since is not None:
        words = QCoreApplication.translate("MyData", "Kept on legal grounds since {time}")
        facts.append(words.format(time=dates.moment(own.held_since, shop)))
    return tuple(facts)


def _came(own: MyData) -> str:
    if own.source == "list":
        return QCoreApplication.translate("MyData", "from an older list of customers")
    parts = [source_text(Source(own.source))] if own.source else []
    if own.brought:
        parts.append(QCoreApplication.translate("MyData", "another member brought you"))
    return ", ".join(parts)


def _cards(own: MyData) -> ListingTable:
    own_card = QCoreApplication.translate("MyData", "Card of the shop")
    other = QCoreApplication.translate("MyData", "Another code that finds you")
    return _table(
        QCoreApplication.translate("MyData", "Cards and codes"),
        (
            (QCoreApplication.translate("MyData", "Code"), 40),
            (QCoreApplication.translate("MyData", "What it is"), 60),
        ),
        [
            (one.code, (own_card if one.is_own else other) + (f" – {one.label}" if one.label else ""))
            for one in own.cards
        ],
        QCoreApplication.translate("MyData", "None."),
    )


def _consents(own: MyData, shop: ShopTime) -> ListingTable:
    given = QCoreApplication.translate("MyData", "agreed")
    withdrawn = QCoreApplication.translate("MyData", "withdrawn")
    return _table(
        QCoreApplication.translate("MyData", "What you agreed to"),
        (
            (QCoreApplication.translate("MyData", "When"), 25),
            (QCoreApplication.translate("MyData", "What for"), 35),
            (QCoreApplication.translate("MyData", "What you said"), 40),
        ),
        [
            (
                dates.moment(one.at, shop),
                consent_purpose(one.consent.purpose.value),
                f"{given if one.given else withdrawn} – {_how_said(one)}",
            )
            for one in own.consents
        ],
        QCoreApplication.translate("MyData", "None."),
    )


def _how_said(one: ConsentGiven) -> str:
    text = QCoreApplication.translate("MyData", "text {version}").format(version=one.consent.wording_version)
    parts = [channel_name(one.consent.channel), text]
    if one.consent.notice_version:
        notice = QCoreApplication.translate("MyData", "privacy notice {version}")
        parts.append(notice.format(version=one.consent.notice_version))
    if one.proof:
        proof = QCoreApplication.translate("MyData", "proof: {proof}")
        parts.append(proof.format(proof=one.proof))
    return ", ".join(part for part in (*parts, one.who) if part)


def _requests(own: MyData) -> ListingTable:
    refused = QCoreApplication.translate("MyData", "refused: {reason}")
    return _table(
        QCoreApplication.translate("MyData", "What you asked about your data"),
        (
            (QCoreApplication.translate("MyData", "When"), 25),
            (QCoreApplication.translate("MyData", "What you asked"), 45),
            (QCoreApplication.translate("MyData", "Done by"), 30),
        ),
        [
            (
                dates.day(one.wish.day),
                kind_name(one.wish.kind) + (f" – “{one.wish.words}”" if one.wish.words else ""),
                refused.format(reason=one.reason or "–")
                if one.refused
                else dates.day(one.closed or one.done_by),
            )
            for one in own.requests
        ],
        QCoreApplication.translate("MyData", "Nothing."),
    )


def _corrections(own: MyData, shop: ShopTime) -> ListingTable:
    return _table(
        QCoreApplication.translate("MyData", "What was changed in your data"),
        (
            (QCoreApplication.translate("MyData", "When"), 25),
            (QCoreApplication.translate("MyData", "What was changed"), 75),
        ),
        [(dates.moment(one.at, shop), corrected_text(one)) for one in own.corrected],
        QCoreApplication.translate("MyData", "Nothing."),
    )


def _bills(own: MyData, shop: ShopTime) -> ListingTable:
    return _table(
        QCoreApplication.translate("MyData", "Your bills, the oldest first"),
        (
            (QCoreApplication.translate("MyData", "When"), 25),
            (QCoreApplication.translate("MyData", "Receipt"), 25),
            (QCoreApplication.translate("MyData", "Total"), 20, True),
            (QCoreApplication.translate("MyData", "Returned"), 17, True),
            (QCoreApplication.translate("MyData", "Points"), 13, True),
        ),
        [
            (
                dates.moment(one.at, shop),
                one.number or "–",
                vnd(one.total_vnd),
                vnd(one.returned_vnd) if one.returned_vnd else "–",
                group_digits(one.points),
            )
            for one in own.bills
        ],
        QCoreApplication.translate("MyData", "None."),
    )


def _accesses(own: MyData, shop: ShopTime) -> ListingTable:
    return _table(
        QCoreApplication.translate("MyData", "Who looked at your particulars in the office"),
        (
            (QCoreApplication.translate("MyData", "When"), 25),
            (QCoreApplication.translate("MyData", "What was done"), 50),
            (QCoreApplication.translate("MyData", "Who"), 25),
        ),
        [(dates.moment(one.at, shop), access_text(one.how), one.who or "–") for one in own.accesses],
        QCoreApplication.translate("MyData", "Nobody, but for scans at the counter."),
    )


def _table(
    title: str,
    columns: tuple[tuple[str, int] | tuple[str, int, bool], ...],
    rows: list[tuple[str, ...]],
    none: str,
) -> ListingTable:
    """Make a table; a column is its heading, its share of the width, and whether it holds figures."""
    from loyalpos.printing.listing import ListingColumn, ListingRow, ListingTable  # noqa: PLC0415 - as said

    return ListingTable(
        title,
        tuple(ListingColumn(*column) for column in columns),
        tuple(ListingRow(cells) for cells in rows),
        none,
    )
