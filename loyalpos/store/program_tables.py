"""The projections of what programs give and ask: counts, units, vouchers, gifts, tiers, draws, sales."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = [
    "donation",
    "draw",
    "draw_share",
    "draw_winner",
    "gift",
    "given",
    "membership_sale",
    "origin",
    "partner_code",
    "service_done",
    "tag",
    "tier_move",
    "tier_state",
    "unit_entry",
    "voucher",
]

given = table(
    "given",
    # A member's counts of one rule lie together in the order of their days.
    id_column("member", key=True),
    # A rule, a reward or a budget; "" is the whole program.
    text_column("id", key=True),
    text_column("day", key=True),
    id_column("record", key=True),
    id_column("bill"),
    int_column("times"),
    int_column("points"),
    int_column("cost_vnd"),
    Index("given_bill", "bill"),
    # Budgets of a month and rewards of a day count for all members together.
    Index("given_to_all", "id", "day", "times", "cost_vnd"),
    rowid=False,
)

origin = table(
    "origin",
    id_column("member", key=True),
    id_column("referrer", optional=True),
    text_column("source", optional=True),
    CheckConstraint("referrer <> member", "origin_of_oneself"),
    Index("origin_referrer", "referrer", sqlite_where=text("referrer IS NOT NULL")),
    rowid=False,
)

tag = table(
    "tag",
    id_column("member", key=True),
    text_column("tag", key=True),
    Index("tag_wearers", "tag"),
    rowid=False,
)

unit_entry = table(
    "unit_entry",
    id_column("member", key=True),
    id_column("id", key=True),
    text_column("unit"),
    int_column("count"),
    text_column("kind"),
    int_column("at_ms"),
    # Or the record that brought them without a bill.
    id_column("bill"),
    CheckConstraint("count <> 0", "unit_entry_count"),
    Index("unit_entry_bill", "bill"),
    rowid=False,
)

voucher = table(
    "voucher",
    text_column("code", key=True),
    text_column("kind"),
    # The rule or the reward that gave it, and the program whose terms it has.
    text_column("giver"),
    int_column("revision"),
    id_column("member"),
    id_column("bill"),
    text_column("issued"),
    text_column("last_day"),
    id_column("used_in", optional=True),
    int_column("earned"),
    CheckConstraint("earned IN (0, 1)", "voucher_earned"),
    Index("voucher_member", "member"),
    Index("voucher_bill", "bill"),
    Index("voucher_used_in", "used_in", sqlite_where=text("used_in IS NOT NULL")),
    rowid=False,
)

gift = table(
    "gift",
    id_column("member", key=True),
    id_column("id", key=True),
    text_column("kind"),
    # An occasion or, for reaching it, a tier.
    text_column("occasion"),
    text_column("mark"),
    text_column("name"),
    text_column("day"),
    text_column("gives"),
    id_column("lot", optional=True),
    # The act of the counter that brought it, and the one that took it back.
    id_column("act", optional=True),
    int_column("taken_back"),
    int_column("taken_points"),
    id_column("taken_in", optional=True),
    # The budget it went over, with what was not given for that.
    text_column("over_budget", optional=True),
    CheckConstraint("taken_back IN (0, 1)", "gift_taken_back"),
    rowid=False,
)

tier_move = table(
    "tier_move",
    id_column("member", key=True),
    int_column("number", key=True),
    text_column("day"),
    text_column("move"),
    # What an owner said who set the tier by hand.
    text_column("reason"),
    id_column("act", optional=True),
    int_column("stands"),
    id_column("undone_in", optional=True),
    CheckConstraint("stands IN (0, 1)", "tier_move_stands"),
    rowid=False,
)

tier_state = table(
    "tier_state",
    id_column("member", key=True),
    text_column("tier"),
    text_column("state"),
    text_column("judged"),
    # The next day on which time alone can move the member.
    text_column("looks", optional=True),
    int_column("revision"),
    Index("tier_state_looks", "looks", sqlite_where=text("looks IS NOT NULL")),
    rowid=False,
)

draw = table(
    "draw",
    text_column("id", key=True),
    # As announced; its seed is in no table before it is drawn.
    text_column("rules"),
    text_column("commitment"),
    id_column("sealed_in"),
    int_column("announced_ms"),
    int_column("tickets_before"),
    int_column("closed_ms", optional=True),
    text_column("list_hash"),
    int_column("held_ms", optional=True),
    text_column("seed"),
    rowid=False,
)

draw_share = table(
    "draw_share",
    text_column("draw", key=True),
    text_column("holder", key=True),
    id_column("member"),
    int_column("tickets"),
    CheckConstraint("tickets > 0", "draw_share_tickets"),
    rowid=False,
)

draw_winner = table(
    "draw_winner",
    text_column("draw", key=True),
    int_column("place", key=True),
    int_column("prize"),
    text_column("holder"),
    rowid=False,
)

donation = table(
    "donation",
    id_column("id", key=True),
    text_column("cause"),
    text_column("day"),
    int_column("points"),
    int_column("point_vnd"),
    id_column("bill"),
    CheckConstraint("points <> 0", "donation_points"),
    rowid=False,
)

partner_code = table(
    "partner_code",
    text_column("code", key=True),
    text_column("partner"),
    text_column("partner_name"),
    text_column("perk"),
    text_column("giver"),
    id_column("member"),
    id_column("bill"),
    text_column("issued"),
    int_column("settled_vnd"),
    text_column("redeemed", optional=True),
    int_column("earned"),
    CheckConstraint("earned IN (0, 1)", "partner_code_earned"),
    Index("partner_code_bill", "bill"),
    rowid=False,
)

service_done = table(
    "service_done",
    id_column("bill", key=True),
    text_column("reward", key=True),
    id_column("record"),
    Index("service_done_record", "record", unique=True),
    rowid=False,
)

membership_sale = table(
    "membership_sale",
    id_column("id", key=True),
    id_column("member"),
    text_column("membership"),
    text_column("name"),
    text_column("first"),
    # The first day it no longer counts; null is for ever.
    text_column("until", optional=True),
    int_column("fee_vnd"),
    int_column("discount_bp"),
    int_column("refundable"),
    text_column("anchor"),
    int_column("months"),
    text_column("package"),
    CheckConstraint("refundable IN (0, 1)", "membership_sale_refundable"),
    Index("membership_sale_member", "member"),
    Index("membership_sale_until", "until", sqlite_where=text("until IS NOT NULL")),
    rowid=False,
)
