"""What a trial of a program on the past came to, in words and figures."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.causes import share_vnd
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Budget, StampRule, TicketRule, VoucherRule
from loyalpos.engine.tiers import Tier
from loyalpos.engine.trial import Group, Part, most_gaining
from loyalpos.services.trial import Tried
from loyalpos.ui.words.dates import month_year
from loyalpos.ui.words.points import named, signed
from loyalpos.ui.words.rewards import percent

__all__ = [
    "Figure",
    "Grade",
    "budgets_figures",
    "cause_figures",
    "gain_figures",
    "gift_figures",
    "points_figure",
    "tier_figures",
    "tried_over",
]

_WARN_PERCENT = 80
_NAMED = 3


class Figure(Struct, frozen=True):
    """A figure of the trial, as it is shown.

    Attributes:
        label: What it is of.
        value: The figure.
        change: How it is beside what was, with its sign.
        grade: ``"red"`` and ``"amber"`` warn, ``"brand"`` does not; the words say the same.
        more: What stands below, line by line.
        bars: Parts of a whole, each with whether it is the draft's.
    """

    label: str
    value: str = ""
    change: str = ""
    grade: Grade = ""
    more: tuple[str, ...] = ()
    bars: tuple[tuple[int, int, bool], ...] = ()


Grade = str
"""The palette's name of a colour; empty is that of plain words."""


def tried_over(tried: Tried) -> str:
    """Say what was gone through."""
    words = QCoreApplication.translate("Trial", "Bills gone through again: {bills}, of the last {days} days")
    said = words.format(bills=group_digits(tried.sums.bills), days=tried.days)
    if not tried.sums.undone:
        return said
    words = QCoreApplication.translate("Trial", "{said}; {undone} more were undone and do not count")
    return words.format(said=said, undone=group_digits(tried.sums.undone))


def before_name(tried: Tried) -> str:
    """Name what the draft stands beside: the revision in force, where it was all the time."""
    if tried.one_revision:
        words = QCoreApplication.translate("Trial", "revision {number}")
        return words.format(number=tried.running.revision)
    return QCoreApplication.translate("Trial", "what was given")


def points_figure(tried: Tried) -> Figure:
    """Show the points beside those that were given."""
    now, was = tried.sums.draft.points, tried.sums.recorded.points
    most = max(now, was, 1)
    lines = [f"{before_name(tried)}: {group_digits(was)}"]
    if now > was:
        more = QCoreApplication.translate("Trial", "{points} more than were given")
        lines.append(more.format(points=group_digits(now - was)))
    elif now < was:
        fewer = QCoreApplication.translate("Trial", "{points} fewer than were given")
        lines.append(fewer.format(points=group_digits(was - now)))
    else:
        lines.append(QCoreApplication.translate("Trial", "exactly as many as were given"))
    grade, change = _change(now, was)
    label = QCoreApplication.translate("Trial", "Points given")
    bars = ((now, most, True), (was, most, False))
    return Figure(label, group_digits(now), change, grade, (" · ".join(lines),), bars)


def cost_figure(tried: Tried, cost_vnd: int | None, before_vnd: int | None) -> Figure:
    """Show what the points cost, as a share of what members paid."""
    label = QCoreApplication.translate("Trial", "Estimated cost of rewards")
    if cost_vnd is None:
        words = QCoreApplication.translate(
            "Trial", "Not known: no reward has a price in đồng, and nobody has said what a point costs."
        )
        return Figure(label, "–", more=(words,))
    lines: list[str] = []
    if tried.sums.sales_vnd:
        words = QCoreApplication.translate("Trial", "= {share} of what members paid")
        said = words.format(share=_share(cost_vnd, tried.sums.sales_vnd))
        if before_vnd is not None:
            said = f"{said} · {before_name(tried)}: {_share(before_vnd, tried.sums.sales_vnd)}"
        lines.append(said)
    if tried.gifts.draft.points or tried.gifts.recorded.points:
        lines.append(QCoreApplication.translate("Trial", "with the points of gifts"))
    if _gives_things(tried):
        lines.append(QCoreApplication.translate("Trial", "Stamps, tickets and vouchers are not in it."))
    return Figure(label, vnd(_rounded(cost_vnd)), more=tuple(lines))


def gift_figures(tried: Tried) -> Iterator[Figure]:
    """Show the gifts beside bills, as they were given and as the draft would give them."""
    now, was, uncounted = tried.gifts.draft, tried.gifts.recorded, tried.gifts.uncounted
    if not (now.count or was.count or uncounted):
        return
    words = QCoreApplication.translate("Trial", "points in them: {points} · {before}: {count}, points {were}")
    lines = [
        words.format(
            points=group_digits(now.points),
            before=QCoreApplication.translate("Trial", "were given"),
            count=group_digits(was.count),
            were=group_digits(was.points),
        )
    ]
    if uncounted:
        words = QCoreApplication.translate("Trial", "not counted, as nobody had them on these terms: {gifts}")
        lines.append(words.format(gifts=", ".join(uncounted)))
    label = QCoreApplication.translate("Trial", "Gifts beside bills")
    grade, change = _change(now.points, was.points)
    yield Figure(label, group_digits(now.count), change, grade, tuple(lines))


def cause_figures(tried: Tried) -> Iterator[Figure]:
    """Show what the shares of bills come to for good causes."""
    for cause in tried.draft.causes:
        if cause.share_bp:
            words = QCoreApplication.translate("Trial", "For {cause}")
            more = QCoreApplication.translate("Trial", "{percent} of what members paid")
            yield Figure(
                words.format(cause=cause.name),
                vnd(_rounded(share_vnd(cause, tried.sums.sales_vnd))),
                more=(more.format(percent=percent(cause.share_bp)),),
            )


def tier_figures(tried: Tried) -> Iterator[Figure]:
    """Show the tiers that would have more or fewer members; where none has, say so once."""
    tiers = _tiers(tried.draft, tried.running)
    moved = False
    for tier in tiers:
        now = tried.sums.draft.tiers.get(tier.id, 0)
        was = tried.sums.recorded.tiers.get(tier.id, 0)
        if now == was:
            continue
        moved = True
        words = QCoreApplication.translate("Trial", "Customers in {tier}")
        more = QCoreApplication.translate("Trial", "{now} of those who came, now {was}")
        yield Figure(
            words.format(tier=tier.name),
            signed(now - was),
            more=(more.format(now=group_digits(now), was=group_digits(was)),),
        )
    if tiers and not moved:
        nobody = QCoreApplication.translate("Trial", "Every tier keeps as many as it has.")
        yield Figure(QCoreApplication.translate("Trial", "Tiers"), more=(nobody,))


def gain_figures(tried: Tried) -> Iterator[Figure]:
    """Show who gains most: a group by what its members do, the first by name, and which rule brings it."""
    sums, name = tried.sums, tried.draft.points_name
    lines: list[str] = []
    found = most_gaining(sums)
    if found is not None:
        words = QCoreApplication.translate("Trial", "{group}: +{points} for each")
        lines.append(words.format(group=group_phrase(found[0]), points=named(found[1], name)))
    best = [f"{tried.names.get(who.member) or _nobody()} {signed(who.points)}" for who in sums.top[:_NAMED]]
    if best:
        lines.append(" · ".join(best))
    if sums.more or sums.fewer:
        words = QCoreApplication.translate("Trial", "Customers who get more: {more}, who get fewer: {fewer}")
        lines.append(words.format(more=group_digits(sums.more), fewer=group_digits(sums.fewer)))
    rule = _dearest_rule(tried)
    if rule:
        lines.append(rule)
    if not found and not best:
        nobody = QCoreApplication.translate("Trial", "Nobody gets more than they got.")
        lines.insert(0, nobody)
    yield Figure(QCoreApplication.translate("Trial", "Who gains most"), more=tuple(lines))


def budgets_figures(tried: Tried) -> Iterator[Figure]:
    """Show each budget in the month that would have spent most of it."""
    for budget in tried.draft.budgets:
        months = {
            month: spent for (which, month), spent in tried.sums.draft.spent_vnd.items() if which == budget.id
        }
        spent_vnd, month = max(((spent, month) for month, spent in months.items()), default=(0, None))
        used = spent_vnd * 100 // max(1, budget.month_vnd)
        words = QCoreApplication.translate("Trial", "{spent} of {budget} in {month}")
        lines = (
            []
            if month is None
            else [words.format(spent=vnd(spent_vnd), budget=vnd(budget.month_vnd), month=month_year(month))]
        )
        grade = "red" if used >= 100 else "amber" if used >= _WARN_PERCENT else ""
        if used >= 100:
            lines.append(QCoreApplication.translate("Trial", "The money of that month would be used up."))
        elif grade:
            lines.append(
                QCoreApplication.translate("Trial", "The money of that month would nearly be used up.")
            )
        yield Figure(
            _budget_label(budget), f"{used}%", grade=grade, more=tuple(lines), bars=((used, 100, True),)
        )


def group_phrase(group: Group) -> str:
    """Name a group by what its members do."""
    if group.part is None:
        words = QCoreApplication.translate("Trial", "Who buy {category}")
    elif group.category:
        words = {
            Part.MORNING: QCoreApplication.translate("Trial", "Who buy {category} in the morning"),
            Part.NOON: QCoreApplication.translate("Trial", "Who buy {category} at noon"),
            Part.AFTERNOON: QCoreApplication.translate("Trial", "Who buy {category} in the afternoon"),
            Part.EVENING: QCoreApplication.translate("Trial", "Who buy {category} in the evening"),
        }[group.part]
    else:
        words = {
            Part.MORNING: QCoreApplication.translate("Trial", "Who come in the morning"),
            Part.NOON: QCoreApplication.translate("Trial", "Who come at noon"),
            Part.AFTERNOON: QCoreApplication.translate("Trial", "Who come in the afternoon"),
            Part.EVENING: QCoreApplication.translate("Trial", "Who come in the evening"),
        }[group.part]
    return words.format(category=group.category)


def _gives_things(tried: Tried) -> bool:
    gifts = tried.gifts.draft
    rules = tried.draft.rules
    return bool(
        gifts.vouchers
        or gifts.units
        or any(isinstance(rule, StampRule | TicketRule | VoucherRule) for rule in rules)
    )


def _change(now: int, was: int) -> tuple[Grade, str]:
    """Say by how much more or fewer it is, and how alarming that is."""
    if now == was or not was:
        return "", ""
    by = (abs(now - was) * 200 + was) // (2 * was)
    if now < was:
        return "brand", f"−{by}%"
    return ("red" if by >= 10 else "amber"), f"+{by}%"


def _share(part_vnd: int, whole_vnd: int) -> str:
    """Write a share with one decimal, unless nothing would be left."""
    share_bp = part_vnd * 10_000 // whole_vnd
    return percent((share_bp + 5) // 10 * 10 or share_bp)


def _rounded(amount_vnd: int) -> int:
    """Round an estimate to thousands: it is no more exact than that."""
    return (amount_vnd + 500) // 1_000 * 1_000 or amount_vnd


def _tiers(draft: Program, running: Program) -> tuple[Tier, ...]:
    known = {tier.id: tier for tier in (*running.tiers.tiers, *draft.tiers.tiers)}
    return tuple(known.values())


def _dearest_rule(tried: Tried) -> str:
    """Name the rule that brings most points, where there are several."""
    if len(tried.draft.rules) < 2 or not tried.sums.rules:
        return ""
    which, points = max(tried.sums.rules.items(), key=lambda one: one[1])
    name = next((getattr(rule, "name", "") for rule in tried.draft.rules if rule.id == which), "")
    if not name or points <= 0:
        return ""
    words = QCoreApplication.translate("Trial", "Most points come from “{rule}”: {points}")
    return words.format(rule=name, points=group_digits(points))


def _budget_label(budget: Budget) -> str:
    return QCoreApplication.translate("Trial", "Budget “{name}”").format(name=budget.name)


def _nobody() -> str:
    return QCoreApplication.translate("Trial", "without a name")
