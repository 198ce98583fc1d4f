"""The projections: what the journal says, in tables fit for reading.

Here stand the shop, its members and what they do at the counter; see also ``consent_tables``,
``item_tables``, ``program_tables``, ``staff_tables`` and others. Only :func:`loyalpos.store.apply.apply`
writes them. Times are milliseconds, ids 16 bytes, money and points whole numbers, fractions ``"n/d"``.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, text

from loyalpos.store.columns import id_column, int_column, table, text_column
from loyalpos.store.journal_tables import metadata

__all__ = [
    "bill",
    "card",
    "card_batch",
    "day_line",
    "entry",
    "finding",
    "list_batch",
    "logo",
    "lot",
    "member",
    "member_word",
    "opened_day",
    "picture",
    "print_run",
    "program",
    "reversal",
    "shop",
    "stock",
    "summary",
]

shop = table(
    "shop", int_column("one", key=True), text_column("described"), CheckConstraint("one = 1", "shop_one")
)

program = table(
    "program",
    int_column("revision", key=True),
    text_column("starts"),
    int_column("published_ms"),
    text_column("who"),
    text_column("document"),
)

member = table(
    "member",
    id_column("id", key=True),
    text_column("name", optional=True),
    text_column("phone", optional=True),
    text_column("birthday", optional=True),
    text_column("note"),
    text_column("joined"),
    # The business day since which the birthday stands here; null where that was the day of joining.
    text_column("birthday_known", optional=True),
    id_column("list_batch", optional=True),
    int_column("gone"),
    CheckConstraint("gone IN (0, 1)", "member_gone"),
    Index("member_phone", "phone", unique=True, sqlite_where=text("phone IS NOT NULL AND gone = 0")),
    Index("member_list_batch", "list_batch", sqlite_where=text("list_batch IS NOT NULL")),
    # Month and day, so that who is to be congratulated today is found without walking all members.
    Index("member_born", text("substr(birthday, -5)"), sqlite_where=text("birthday IS NOT NULL")),
    Index("member_joined_on", text("substr(joined, -5)")),
    rowid=False,
)

finding = table(
    "finding",
    int_column("row", key=True),
    id_column("member"),
    text_column("search_key"),
    text_column("phone_reversed"),
    int_column("last_seen_ms"),
    Index("finding_member", "member", unique=True),
    # With the name, so that two digits and a name cost no look-up for each of a thousand phones.
    Index("finding_phone", "phone_reversed", "search_key"),
    # Covers the walk through recent visitors, so that a common name costs no look-ups.
    Index("finding_recent", "last_seen_ms", "search_key", "phone_reversed"),
)

member_word = Table(
    "member_word",
    metadata,
    text_column("word", key=True),
    int_column("row", key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("member_word_row", member_word.c.row)

card_batch = table(
    "card_batch",
    id_column("id", key=True),
    # As people call it: the first batch of the file is 1.
    int_column("number"),
    int_column("cards"),
    int_column("at_ms"),
)

card = table(
    "card",
    text_column("code", key=True),
    text_column("kind"),
    text_column("state"),
    id_column("member", optional=True),
    # Whose it is where several people have one account; "" is the member's own.
    text_column("label"),
    id_column("batch", optional=True),
    # Which card of its batch it is, from 1.
    int_column("ordinal", optional=True),
    int_column("at_ms"),
    # When somebody first said that it came out of the printer well.
    int_column("printed_ms", optional=True),
    # Where a blank card lies outside the drawer; "" where that was erased.
    text_column("handed_to", optional=True),
    # When it died or was spoilt, by whom, and the code that took its place.
    int_column("ended_ms", optional=True),
    text_column("ended_by", optional=True),
    text_column("successor", optional=True),
    CheckConstraint("kind IN ('own', 'alias')", "card_kind"),
    CheckConstraint("state IN ('blank', 'linked', 'dead', 'spoilt')", "card_state"),
    CheckConstraint("(batch IS NULL) = (ordinal IS NULL)", "card_ordinal"),
    Index("card_member", "member", sqlite_where=text("member IS NOT NULL")),
    Index("card_by_batch", "batch", sqlite_where=text("batch IS NOT NULL")),
)

# Cards sent to a printer or a file at once; what came out well is known when somebody says so.
print_run = table(
    "print_run",
    id_column("id", key=True),
    id_column("batch", optional=True),
    int_column("cards"),
    text_column("way"),
    int_column("at_ms"),
    int_column("good", optional=True),
    CheckConstraint("way IN ('file', 'printer')", "print_run_way"),
    CheckConstraint("good BETWEEN 0 AND cards", "print_run_good"),
    Index("print_run_open", "at_ms", sqlite_where=text("good IS NULL")),
)

bill = table(
    "bill",
    id_column("id", key=True),
    id_column("member", optional=True),
    int_column("revision"),
    text_column("source"),
    text_column("number", optional=True),
    text_column("period"),
    int_column("at_ms"),
    int_column("recorded_ms"),
    text_column("day"),
    int_column("total_vnd"),
    int_column("value_vnd"),
    # What of it a membership took off.
    int_column("member_vnd"),
    int_column("earned"),
    int_column("taken_back"),
    int_column("forgiven"),
    text_column("carry_in"),
    text_column("carry_delta"),
    text_column("redemptions"),
    text_column("spent"),
    text_column("lines"),
    text_column("tender", optional=True),
    int_column("returned_vnd"),
    # What of what is left is still to be paid.
    int_column("open_vnd"),
    int_column("parts"),
    int_column("whole"),
    text_column("till"),
    text_column("who"),
    CheckConstraint("total_vnd >= 0", "bill_total"),
    CheckConstraint("value_vnd BETWEEN 0 AND total_vnd", "bill_value"),
    CheckConstraint("member_vnd BETWEEN 0 AND value_vnd", "bill_member_value"),
    CheckConstraint("taken_back BETWEEN 0 AND earned", "bill_taken_back"),
    CheckConstraint("returned_vnd BETWEEN 0 AND total_vnd", "bill_returned"),
    CheckConstraint("open_vnd BETWEEN 0 AND total_vnd - value_vnd", "bill_open"),
    CheckConstraint("whole IN (0, 1)", "bill_whole"),
    Index(
        "bill_number",
        "number",
        "source",
        "period",
        unique=True,
        sqlite_where=text("number IS NOT NULL AND whole = 0"),
    ),
    Index("bill_number_undone", "number", sqlite_where=text("number IS NOT NULL AND whole = 1")),
    Index("bill_member", "member", "at_ms", sqlite_where=text("member IS NOT NULL")),
    # Few bills are not paid at once.
    Index("bill_open_of", "member", sqlite_where=text("open_vnd > 0")),
    Index("bill_of_nobody", "recorded_ms", sqlite_where=text("member IS NULL")),
    # Few shops know what was bought; the others need not read fifty bills to learn that.
    Index("bill_with_lines", "member", "at_ms", "lines", sqlite_where=text("lines <> '[]'")),
    rowid=False,
)

reversal = table(
    "reversal",
    id_column("id", key=True),
    id_column("bill"),
    int_column("part"),
    int_column("returned_vnd"),
    int_column("refund_vnd"),
    # What was still to be paid and never will be.
    int_column("struck_vnd"),
    int_column("taken_back"),
    int_column("forgiven"),
    text_column("carry_delta"),
    int_column("whole"),
    int_column("undone"),
    int_column("at_ms"),
    # The bill that was recorded in place of this one, where it was moved to the right member.
    id_column("moved_to", optional=True),
    CheckConstraint("whole IN (0, 1)", "reversal_whole"),
    CheckConstraint("undone IN (0, 1)", "reversal_undone"),
    Index("reversal_bill", "bill", "part"),
    Index("reversal_moved_to", "moved_to", unique=True, sqlite_where=text("moved_to IS NOT NULL")),
)

bill_payment = table(
    "bill_payment",
    id_column("id", key=True),
    id_column("bill"),
    int_column("number"),
    # How many returns the bill had had.
    int_column("parts"),
    int_column("amount_vnd"),
    int_column("earned"),
    text_column("carry_delta"),
    int_column("undone"),
    int_column("at_ms"),
    CheckConstraint("amount_vnd >= 0", "bill_payment_amount"),
    CheckConstraint("undone IN (0, 1)", "bill_payment_undone"),
    Index("bill_payment_bill", "bill"),
)

entry = table(
    "entry",
    # A member's entries, like the lots below, lie together.
    id_column("member", key=True),
    id_column("id", key=True),
    text_column("unit"),
    text_column("kind"),
    int_column("points"),
    int_column("at_ms"),
    id_column("record"),
    id_column("reference", optional=True),
    CheckConstraint("points <> 0", "entry_points"),
    rowid=False,
)

lot = table(
    "lot",
    id_column("member", key=True),
    id_column("id", key=True),
    text_column("unit"),
    int_column("points"),
    int_column("rest"),
    int_column("expired"),
    int_column("earned_ms"),
    int_column("expires_ms", optional=True),
    id_column("bill", optional=True),
    CheckConstraint("rest BETWEEN 0 AND points", "lot_rest"),
    CheckConstraint("expired BETWEEN 0 AND points", "lot_expired"),
    Index("lot_expiry", "expires_ms", sqlite_where=text("rest > 0 AND expires_ms IS NOT NULL")),
    rowid=False,
)

summary = table(
    "summary",
    id_column("member", key=True),
    int_column("balance"),
    int_column("debt"),
    text_column("carry"),
    int_column("visits"),
    int_column("spend_vnd"),
    # What milestones and tiers count of all bills as they stand: đồng paid in money, points.
    int_column("paid_vnd"),
    int_column("earned"),
    int_column("last_visit_ms", optional=True),
    CheckConstraint("debt >= 0", "summary_debt"),
    rowid=False,
)

stock = table("stock", text_column("reward", key=True), int_column("left"))

logo = table("logo", int_column("one", key=True), id_column("image"), CheckConstraint("one = 1", "logo_one"))

picture = table("picture", text_column("reward", key=True), id_column("image"))

day_line = table(
    "day_line",
    id_column("record", key=True),
    text_column("day"),
    text_column("kind"),
    int_column("at_ms"),
    id_column("member", optional=True),
    id_column("bill", optional=True),
    text_column("number", optional=True),
    int_column("total_vnd"),
    int_column("earned"),
    int_column("spent"),
    text_column("rewards"),
    int_column("units"),
    text_column("till"),
    int_column("undone"),
    CheckConstraint("undone IN (0, 1)", "day_line_undone"),
    Index("day_line_day", "day", "at_ms"),
    rowid=False,
)

opened_day = table(
    "opened_day",
    text_column("day", key=True),
    text_column("till", key=True),
    int_column("opened_ms"),
    int_column("closed_ms", optional=True),
    int_column("trusted"),
    # Whether everybody has had the gifts of the day.
    int_column("gifts"),
    CheckConstraint("trusted IN (0, 1)", "opened_day_trusted"),
    Index("opened_day_newest", "opened_ms", sqlite_where=text("trusted = 1")),
)

list_batch = table(
    "list_batch", id_column("id", key=True), int_column("at_ms"), int_column("rows"), int_column("undone")
)
