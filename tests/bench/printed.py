"""Figures as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.bare import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["at_least", "at_most_s", "limit", "ratio", "spread"]


def spread(name: str, seconds: Sequence[float]) -> str:
    """Print how long most runs took, and the slow ones."""
    figures = "  ".join(
        f"p{percent} {percentile(seconds, percent) * 1000:7.2f}" for percent in (10, 50, 95, 99)
    )
    return f"  {name:<44} {figures} ms  ({len(seconds)} runs)"


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], percent: int, *, most: float) -> str:
    """Print a percentile of ours as so many times that of the bare counterpart, and the target."""
    times = percentile(ours, percent) / percentile(theirs, percent)
    return _verdict(f"{name} / bare", f"{times:.2f} x", f"{most:g} x", kept=times <= most)


def limit(name: str, seconds: Sequence[float], percent: int, *, most_ms: float) -> str:
    """Print a percentile beside the most it may be."""
    found_ms = percentile(seconds, percent) * 1000
    return _verdict(f"{name} p{percent}", f"{found_ms:.1f} ms", f"{most_ms:g} ms", kept=found_ms <= most_ms)


def at_most_s(name: str, took_s: float, most_s: float) -> str:
    """Print how long something took beside the most it may take."""
    return _verdict(name, f"{took_s:.1f} s", f"{most_s:g} s", kept=took_s <= most_s)


def _verdict(name: str, found: str, wanted: str, *, kept: bool) -> str:
    return f"  {'kept  ' if kept else 'MISSED'}  {name:<34} {found:>10}   at most {wanted}"


def at_least(name: str, share: float, least: float) -> str:
    """Print a share beside the least it may be."""
    return f"  {'kept  ' if share >= least else 'MISSED'}  {name:<34} {share:>10.1%}   at least {least:.0%}"
