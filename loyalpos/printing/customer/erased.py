"""The paper that confirms to somebody that their data were erased; nothing on it says whose they were."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from loyalpos.engine.money import group_digits
from loyalpos.engine.shop import ShopDescription
from loyalpos.printing.customer.tongue import LANGUAGES, Language, tongue_of
from loyalpos.printing.listing import Listing, ListingColumn, ListingRow, ListingTable

__all__ = ["Confirmed", "confirmation"]


class Confirmed(Struct, frozen=True):
    """What an erasure did, without the person.

    Attributes:
        at: On the shop's clock.
        number: What the books call it; it names nobody.
        points: Points that ended.
        cards: Cards and codes that no longer work.
        bills: Bills that stay without a name.
    """

    at: datetime
    number: str
    points: int
    cards: int
    bills: int


def confirmation(done: Confirmed, shop: ShopDescription) -> Listing:
    """Say it in both languages, with a line where the name is written by hand, if it is wanted."""
    tables = tuple(_table(done, language) for language in LANGUAGES)
    title = tongue_of(LANGUAGES[0]).translate("Notice", "Confirmation: personal data erased")
    return Listing(shop.name, shop.contact, title, "", (), tables)


def _table(done: Confirmed, language: Language) -> ListingTable:
    tongue = tongue_of(language)
    rows = (
        (tongue.translate("Notice", "Erased on"), f"{done.at:%H:%M %d/%m/%Y}"),
        (tongue.translate("Notice", "Number in our books"), done.number),
        (tongue.translate("Notice", "Points that ended"), group_digits(done.points)),
        (tongue.translate("Notice", "Cards and codes that no longer work"), group_digits(done.cards)),
        (tongue.translate("Notice", "Bills that stay, without a name"), group_digits(done.bills)),
        (
            tongue.translate("Notice", "What was erased"),
            tongue.translate(
                "Notice",
                "Name, phone number, birthday, notes, consents, codes of other shops and all earlier values "
                "of them, in the shop's books. Backups that still hold them are gone after 35 days, and are "
                "erased before anybody sees them if they are used.",
            ),
        ),
        (tongue.translate("Notice", "For (written by hand)"), "………………………………………………"),
        (tongue.translate("Notice", "Signature of the shop"), "………………………………………………"),
    )
    columns = (ListingColumn("", 35), ListingColumn("", 65))
    # The first language's stands above as the title.
    heading = (
        "" if language == LANGUAGES[0] else tongue.translate("Notice", "Confirmation: personal data erased")
    )
    return ListingTable(heading, columns, tuple(ListingRow(row) for row in rows))
