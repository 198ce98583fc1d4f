"""The projections: what the journal says, in tables fit for reading.

Only :func:`loyalpos.store.apply.apply` writes them. Times are milliseconds, ids 16 bytes, money and
points whole numbers, fractions ``"n/d"``.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, text

from loyalpos.store.journal_tables import metadata

__all__ = [
    "PROJECTIONS",
    "bill",
    "card",
    "card_batch",
    "consent",
    "day_line",
    "donation",
    "draw",
    "draw_share",
    "draw_winner",
    "entry",
    "finding",
    "gift",
    "given",
    "item",
    "item_before",
    "item_list",
    "list_batch",
    "lot",
    "member",
    "member_word",
    "membership_sale",
    "opened_day",
    "origin",
    "partner_code",
    "picture",
    "program",
    "reversal",
    "service_done",
    "shop",
    "stock",
    "summary",
    "tag",
    "tier_move",
    "tier_state",
    "unit_entry",
    "voucher",
]


def _table(
    name: str, *parts: Column[int] | Column[str] | Column[bytes] | CheckConstraint | Index, rowid: bool = True
) -> Table:
    """Make a table.

    Args:
        rowid: Whether rows lie in the order they came. Otherwise they lie in the order of their key, and
            a write touches one page of a tree less: every page of a bill is encrypted and on the disk
            before the till says that it is recorded.
    """
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _id(name: str, *, key: bool = False, optional: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, primary_key=key, nullable=optional)


def _int(name: str, *, key: bool = False, optional: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=optional)


def _text(name: str, *, key: bool = False, optional: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=optional)


shop = _table("shop", _int("one", key=True), _text("described"), CheckConstraint("one = 1", "shop_one"))

program = _table(
    "program",
    _int("revision", key=True),
    _text("starts"),
    _int("published_ms"),
    _text("who"),
    _text("document"),
)

member = _table(
    "member",
    _id("id", key=True),
    _text("name", optional=True),
    _text("phone", optional=True),
    _text("birthday", optional=True),
    _text("note"),
    _text("joined"),
    # The business day since which the birthday stands here; null where that was the day of joining.
    _text("birthday_known", optional=True),
    _id("list_batch", optional=True),
    _int("gone"),
    CheckConstraint("gone IN (0, 1)", "member_gone"),
    Index("member_phone", "phone", unique=True, sqlite_where=text("phone IS NOT NULL AND gone = 0")),
    Index("member_list_batch", "list_batch", sqlite_where=text("list_batch IS NOT NULL")),
    # Month and day, so that who is to be congratulated today is found without walking all members.
    Index("member_born", text("substr(birthday, -5)"), sqlite_where=text("birthday IS NOT NULL")),
    Index("member_joined_on", text("substr(joined, -5)")),
    rowid=False,
)

finding = _table(
    "finding",
    _int("row", key=True),
    _id("member"),
    _text("search_key"),
    _text("phone_reversed"),
    _int("last_seen_ms"),
    Index("finding_member", "member", unique=True),
    # With the name, so that two digits and a name cost no look-up for each of a thousand phones.
    Index("finding_phone", "phone_reversed", "search_key"),
    # Covers the walk through recent visitors, so that a common name costs no look-ups.
    Index("finding_recent", "last_seen_ms", "search_key", "phone_reversed"),
)

member_word = Table(
    "member_word",
    metadata,
    _text("word", key=True),
    _int("row", key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("member_word_row", member_word.c.row)

consent = _table(
    "consent",
    _id("record", key=True),
    _text("purpose", key=True),
    _id("member"),
    _int("given"),
    _text("wording"),
    _int("wording_version"),
    _text("language"),
    _text("channel"),
    _int("at_ms"),
    _text("who"),
    CheckConstraint("given IN (0, 1)", "consent_given"),
    Index("consent_member", "member"),
)

card_batch = _table("card_batch", _id("id", key=True), _int("cards"), _int("at_ms"))

card = _table(
    "card",
    _text("code", key=True),
    _text("kind"),
    _text("state"),
    _id("member", optional=True),
    # Whose it is where several people have one account; "" is the member's own.
    _text("label"),
    _id("batch", optional=True),
    _int("at_ms"),
    CheckConstraint("kind IN ('own', 'alias')", "card_kind"),
    CheckConstraint("state IN ('blank', 'linked', 'dead')", "card_state"),
    Index("card_member", "member", sqlite_where=text("member IS NOT NULL")),
    Index("card_by_batch", "batch", sqlite_where=text("batch IS NOT NULL")),
)

bill = _table(
    "bill",
    _id("id", key=True),
    _id("member", optional=True),
    _int("revision"),
    _text("source"),
    _text("number", optional=True),
    _text("period"),
    _int("at_ms"),
    _int("recorded_ms"),
    _text("day"),
    _int("total_vnd"),
    _int("value_vnd"),
    # What of it a membership took off.
    _int("member_vnd"),
    _int("earned"),
    _int("taken_back"),
    _int("forgiven"),
    _text("carry_in"),
    _text("carry_delta"),
    _text("redemptions"),
    _text("spent"),
    _text("lines"),
    _text("tender", optional=True),
    _int("returned_vnd"),
    _int("parts"),
    _int("whole"),
    _text("till"),
    _text("who"),
    CheckConstraint("total_vnd >= 0", "bill_total"),
    CheckConstraint("value_vnd BETWEEN 0 AND total_vnd", "bill_value"),
    CheckConstraint("member_vnd BETWEEN 0 AND value_vnd", "bill_member_value"),
    CheckConstraint("taken_back BETWEEN 0 AND earned", "bill_taken_back"),
    CheckConstraint("returned_vnd BETWEEN 0 AND total_vnd", "bill_returned"),
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
    Index("bill_of_nobody", "recorded_ms", sqlite_where=text("member IS NULL")),
    # Few shops know what was bought; the others need not read fifty bills to learn that.
    Index("bill_with_lines", "member", "at_ms", "lines", sqlite_where=text("lines <> '[]'")),
    rowid=False,
)

reversal = _table(
    "reversal",
    _id("id", key=True),
    _id("bill"),
    _int("part"),
    _int("returned_vnd"),
    _int("refund_vnd"),
    _int("taken_back"),
    _int("forgiven"),
    _text("carry_delta"),
    _int("whole"),
    _int("undone"),
    _int("at_ms"),
    # The bill that was recorded in place of this one, where it was moved to the right member.
    _id("moved_to", optional=True),
    CheckConstraint("whole IN (0, 1)", "reversal_whole"),
    CheckConstraint("undone IN (0, 1)", "reversal_undone"),
    Index("reversal_bill", "bill", "part"),
    Index("reversal_moved_to", "moved_to", unique=True, sqlite_where=text("moved_to IS NOT NULL")),
)

entry = _table(
    "entry",
    # A member's entries, like the lots below, lie together.
    _id("member", key=True),
    _id("id", key=True),
    _text("unit"),
    _text("kind"),
    _int("points"),
    _int("at_ms"),
    _id("record"),
    _id("reference", optional=True),
    CheckConstraint("points <> 0", "entry_points"),
    rowid=False,
)

lot = _table(
    "lot",
    _id("member", key=True),
    _id("id", key=True),
    _text("unit"),
    _int("points"),
    _int("rest"),
    _int("expired"),
    _int("earned_ms"),
    _int("expires_ms", optional=True),
    _id("bill", optional=True),
    CheckConstraint("rest BETWEEN 0 AND points", "lot_rest"),
    CheckConstraint("expired BETWEEN 0 AND points", "lot_expired"),
    Index("lot_expiry", "expires_ms", sqlite_where=text("rest > 0 AND expires_ms IS NOT NULL")),
    rowid=False,
)

summary = _table(
    "summary",
    _id("member", key=True),
    _int("balance"),
    _int("debt"),
    _text("carry"),
    _int("visits"),
    _int("spend_vnd"),
    # What milestones and tiers count of all bills as they stand: đồng paid in money, points.
    _int("paid_vnd"),
    _int("earned"),
    _int("last_visit_ms", optional=True),
    CheckConstraint("debt >= 0", "summary_debt"),
    rowid=False,
)

stock = _table("stock", _text("reward", key=True), _int("left"))

picture = _table("picture", _text("reward", key=True), _id("image"))

day_line = _table(
    "day_line",
    _id("record", key=True),
    _text("day"),
    _text("kind"),
    _int("at_ms"),
    _id("member", optional=True),
    _id("bill", optional=True),
    _text("number", optional=True),
    _int("total_vnd"),
    _int("earned"),
    _int("spent"),
    _text("rewards"),
    _int("units"),
    _text("till"),
    _int("undone"),
    CheckConstraint("undone IN (0, 1)", "day_line_undone"),
    Index("day_line_day", "day", "at_ms"),
    rowid=False,
)

opened_day = _table(
    "opened_day",
    _text("day", key=True),
    _text("till", key=True),
    _int("opened_ms"),
    _int("closed_ms", optional=True),
    _int("trusted"),
    # Whether everybody has had the gifts of the day.
    _int("gifts"),
    CheckConstraint("trusted IN (0, 1)", "opened_day_trusted"),
    Index("opened_day_newest", "opened_ms", sqlite_where=text("trusted = 1")),
)

list_batch = _table("list_batch", _id("id", key=True), _int("at_ms"), _int("rows"), _int("undone"))

# The catalogue of version 2 ---------------------------------------------------------------------------

item = _table(
    "item",
    _text("id", key=True),
    _text("name"),
    _text("name_key"),
    _text("code"),
    _text("code_key"),
    _text("category"),
    _text("tags"),
    _int("price_vnd"),
    _int("cost_vnd", optional=True),
    _int("premium"),
    _int("active"),
    # The list that described it last, where nobody has changed it since.
    _id("list", optional=True),
    CheckConstraint("price_vnd >= 0", "item_price"),
    CheckConstraint("cost_vnd >= 0", "item_cost"),
    CheckConstraint("premium IN (0, 1)", "item_premium"),
    CheckConstraint("active IN (0, 1)", "item_active"),
    Index("item_name", "name_key", unique=True),
    Index("item_code", "code_key", unique=True, sqlite_where=text("code_key <> ''")),
    Index("item_list_of", "list", sqlite_where=text("list IS NOT NULL")),
    rowid=False,
)

item_list = _table(
    "item_list",
    _id("id", key=True),
    _int("at_ms"),
    _int("rows"),
    _int("undone"),
    CheckConstraint("undone IN (0, 1)", "item_list_undone"),
)

item_before = _table(
    "item_before",
    _id("list", key=True),
    _text("item", key=True),
    # What the item was before a list described it; null where it was not there.
    _text("described", optional=True),
    _id("of_list", optional=True),
    Index("item_before_item", "item"),
    rowid=False,
)

# What programs of version 2 ask -------------------------------------------------------------------------

given = _table(
    "given",
    # A member's counts of one rule lie together in the order of their days.
    _id("member", key=True),
    # A rule, a reward or a budget; "" is the whole program.
    _text("id", key=True),
    _text("day", key=True),
    _id("record", key=True),
    _id("bill"),
    _int("times"),
    _int("points"),
    _int("cost_vnd"),
    Index("given_bill", "bill"),
    # Budgets of a month and rewards of a day count for all members together.
    Index("given_to_all", "id", "day", "times", "cost_vnd"),
    rowid=False,
)

origin = _table(
    "origin",
    _id("member", key=True),
    _id("referrer", optional=True),
    _text("source", optional=True),
    CheckConstraint("referrer <> member", "origin_of_oneself"),
    Index("origin_referrer", "referrer", sqlite_where=text("referrer IS NOT NULL")),
    rowid=False,
)

tag = _table(
    "tag",
    _id("member", key=True),
    _text("tag", key=True),
    Index("tag_wearers", "tag"),
    rowid=False,
)

unit_entry = _table(
    "unit_entry",
    _id("member", key=True),
    _id("id", key=True),
    _text("unit"),
    _int("count"),
    _text("kind"),
    _int("at_ms"),
    # Or the record that brought them without a bill.
    _id("bill"),
    CheckConstraint("count <> 0", "unit_entry_count"),
    Index("unit_entry_bill", "bill"),
    rowid=False,
)

voucher = _table(
    "voucher",
    _text("code", key=True),
    _text("kind"),
    # The rule or the reward that gave it, and the program whose terms it has.
    _text("giver"),
    _int("revision"),
    _id("member"),
    _id("bill"),
    _text("issued"),
    _text("last_day"),
    _id("used_in", optional=True),
    _int("earned"),
    CheckConstraint("earned IN (0, 1)", "voucher_earned"),
    Index("voucher_member", "member"),
    Index("voucher_bill", "bill"),
    Index("voucher_used_in", "used_in", sqlite_where=text("used_in IS NOT NULL")),
    rowid=False,
)

gift = _table(
    "gift",
    _id("member", key=True),
    _id("id", key=True),
    _text("kind"),
    # An occasion or, for reaching it, a tier.
    _text("occasion"),
    _text("mark"),
    _text("name"),
    _text("day"),
    _text("gives"),
    _id("lot", optional=True),
    # The act of the counter that brought it, and the one that took it back.
    _id("act", optional=True),
    _int("taken_back"),
    _int("taken_points"),
    _id("taken_in", optional=True),
    CheckConstraint("taken_back IN (0, 1)", "gift_taken_back"),
    rowid=False,
)

tier_move = _table(
    "tier_move",
    _id("member", key=True),
    _int("number", key=True),
    _text("day"),
    _text("move"),
    # What an owner said who set the tier by hand.
    _text("reason"),
    _id("act", optional=True),
    _int("stands"),
    _id("undone_in", optional=True),
    CheckConstraint("stands IN (0, 1)", "tier_move_stands"),
    rowid=False,
)

tier_state = _table(
    "tier_state",
    _id("member", key=True),
    _text("tier"),
    _text("state"),
    _text("judged"),
    # The next day on which time alone can move the member.
    _text("looks", optional=True),
    _int("revision"),
    Index("tier_state_looks", "looks", sqlite_where=text("looks IS NOT NULL")),
    rowid=False,
)

draw = _table(
    "draw",
    _text("id", key=True),
    # As announced; its seed is in no table before it is drawn.
    _text("rules"),
    _text("commitment"),
    _id("sealed_in"),
    _int("announced_ms"),
    _int("tickets_before"),
    _int("closed_ms", optional=True),
    _text("list_hash"),
    _int("held_ms", optional=True),
    _text("seed"),
    rowid=False,
)

draw_share = _table(
    "draw_share",
    _text("draw", key=True),
    _text("holder", key=True),
    _id("member"),
    _int("tickets"),
    CheckConstraint("tickets > 0", "draw_share_tickets"),
    rowid=False,
)

draw_winner = _table(
    "draw_winner",
    _text("draw", key=True),
    _int("place", key=True),
    _int("prize"),
    _text("holder"),
    rowid=False,
)

donation = _table(
    "donation",
    _id("id", key=True),
    _text("cause"),
    _text("day"),
    _int("points"),
    _int("point_vnd"),
    _id("bill"),
    CheckConstraint("points <> 0", "donation_points"),
    rowid=False,
)

partner_code = _table(
    "partner_code",
    _text("code", key=True),
    _text("partner"),
    _text("partner_name"),
    _text("perk"),
    _text("giver"),
    _id("member"),
    _id("bill"),
    _text("issued"),
    _int("settled_vnd"),
    _text("redeemed", optional=True),
    _int("earned"),
    CheckConstraint("earned IN (0, 1)", "partner_code_earned"),
    Index("partner_code_bill", "bill"),
    rowid=False,
)

service_done = _table(
    "service_done",
    _id("bill", key=True),
    _text("reward", key=True),
    _id("record"),
    Index("service_done_record", "record", unique=True),
    rowid=False,
)

membership_sale = _table(
    "membership_sale",
    _id("id", key=True),
    _id("member"),
    _text("membership"),
    _text("name"),
    _text("first"),
    # The first day it no longer counts; null is for ever.
    _text("until", optional=True),
    _int("fee_vnd"),
    _int("discount_bp"),
    _int("refundable"),
    _text("anchor"),
    _int("months"),
    _text("package"),
    CheckConstraint("refundable IN (0, 1)", "membership_sale_refundable"),
    Index("membership_sale_member", "member"),
    Index("membership_sale_until", "until", sqlite_where=text("until IS NOT NULL")),
    rowid=False,
)

PROJECTIONS: tuple[Table, ...] = (
    shop,
    program,
    member,
    finding,
    member_word,
    consent,
    card_batch,
    card,
    bill,
    reversal,
    entry,
    lot,
    summary,
    stock,
    picture,
    day_line,
    opened_day,
    list_batch,
    item,
    item_list,
    item_before,
    given,
    origin,
    tag,
    unit_entry,
    voucher,
    gift,
    tier_move,
    tier_state,
    draw,
    draw_share,
    draw_winner,
    donation,
    partner_code,
    membership_sale,
    service_done,
)
"""Every projection, in an order fit for creation; dropped and rebuilt by a migration."""
