"""The facts of an impact assessment, written beside the evidence; runs on a lane."""

from __future__ import annotations

from pathlib import Path

from loyalpos.errors import CannotWrite
from loyalpos.services.till import Till

__all__ = ["write_facts"]


def write_facts(till: Till, folder: Path) -> Path:
    """Write what the books know, in Vietnamese and below it in English.

    Raises:
        Unavailable: The file cannot be read, or the folder takes no text.
    """
    from loyalpos.printing.customer.impact import (  # noqa: PLC0415 - seldom needed
        ImpactFacts,
        impact_text,
    )

    shop = till.shop
    day = shop.time.business_day(shop.now())
    known = till.requests.facts()
    agreed = known.messages, known.birthday, known.sharing
    months = till.retention.rules.months
    facts = ImpactFacts(day, known.people, known.members, agreed, months, known.is_locked)
    path = folder / f"impact-{day:%Y%m%d}.txt"
    text = "\n\n".join(impact_text(facts, shop.description, language) for language in ("vi", "en"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8-sig")
    except OSError as error:
        raise CannotWrite(path) from error
    return path
