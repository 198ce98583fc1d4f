"""A rule with one limit or one step more or less than it has."""

from __future__ import annotations

from msgspec.structs import replace

from loyalpos.engine.rules import Band, BandRule, Limit, MultiplierRule, Per, Rule, UnknownRule

__all__ = ["relimited", "restepped"]


def relimited(rule: Rule, by: int) -> Rule | None:
    """Give the rule with one limit more, or without its last one; None where it has none at all."""
    if isinstance(rule, UnknownRule):
        return None
    gives_points = hasattr(rule, "points") or isinstance(rule, MultiplierRule | BandRule)
    most = Limit(Per.MONTH, points=200) if gives_points else Limit(Per.MONTH, times=1)
    return replace(rule, limits=(*rule.limits, most) if by > 0 else rule.limits[:-1])


def restepped(rule: Rule, by: int) -> Rule | None:
    """Give the rule with one step more above the last, or without the last; None where it has no steps."""
    if not isinstance(rule, BandRule):
        return None
    last = rule.bands[-1] if rule.bands else Band(0, 0)
    more = Band(last.from_vnd + 100_000, last.points + 10)
    return replace(rule, bands=(*rule.bands, more) if by > 0 else rule.bands[:-1])
