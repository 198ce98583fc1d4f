"""Why something should be looked at once more, in sentences that accuse nobody."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.honesty import Finding, FindingKind
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import named

__all__ = ["bill_words", "finding_sentence", "finding_title", "member_words", "who_words"]


def finding_title(kind: FindingKind) -> str:
    """Name a kind of finding."""
    titles = {
        FindingKind.CARD_OFTEN: QCoreApplication.translate("Honesty", "Many bills for one card"),
        FindingKind.SAME_HAND: QCoreApplication.translate("Honesty", "Many bills for one card by one person"),
        FindingKind.UNNUMBERED: QCoreApplication.translate("Honesty", "Many bills without a receipt number"),
        FindingKind.JOINED_AND_SPENT: QCoreApplication.translate(
            "Honesty", "Joined and redeemed on the same day"
        ),
        FindingKind.BY_HAND: QCoreApplication.translate("Honesty", "Much given by hand"),
        FindingKind.ROUND_BY_HAND: QCoreApplication.translate("Honesty", "A round number given by hand"),
        FindingKind.SPENT_AND_UNDONE: QCoreApplication.translate(
            "Honesty", "Redeemed, and a bill taken back"
        ),
        FindingKind.UNDONE_OFTEN: QCoreApplication.translate("Honesty", "Many bills taken back late"),
        FindingKind.SHARE: QCoreApplication.translate("Honesty", "One person gave far more than the others"),
        FindingKind.NEAR_LIMIT: QCoreApplication.translate("Honesty", "Often just below the limit"),
    }
    return titles[kind]


def finding_sentence(finding: Finding, who: str, member: str, points_name: str) -> str:
    """Say what was seen, of whom, and how much it was."""
    sentences = {
        FindingKind.CARD_OFTEN: QCoreApplication.translate(
            "Honesty", "{member} – bills on one day: {count}, together {points}."
        ),
        FindingKind.SAME_HAND: QCoreApplication.translate(
            "Honesty", "{who} recorded bills for {member} on one day: {count}, together {points}."
        ),
        FindingKind.UNNUMBERED: QCoreApplication.translate(
            "Honesty",
            "{who} recorded bills without a number: {count}, together {points}. Others had numbers.",
        ),
        FindingKind.JOINED_AND_SPENT: QCoreApplication.translate(
            "Honesty", "{member} joined and redeemed {points} on the same day. Recorded by: {who}."
        ),
        FindingKind.BY_HAND: QCoreApplication.translate(
            "Honesty", "{who} gave things by hand on one day: {count}."
        ),
        FindingKind.ROUND_BY_HAND: QCoreApplication.translate("Honesty", "{who} gave {points} by hand."),
        FindingKind.SPENT_AND_UNDONE: QCoreApplication.translate(
            "Honesty",
            "{member} redeemed {points}; a bill from before was then taken back. Recorded by: {who}.",
        ),
        FindingKind.UNDONE_OFTEN: QCoreApplication.translate(
            "Honesty", "{who} took back bills long after they were made: {count}; they had earned {points}."
        ),
        FindingKind.SHARE: QCoreApplication.translate(
            "Honesty", "{who} gave {points} on one day, whoever gave the next most {other}."
        ),
        FindingKind.NEAR_LIMIT: QCoreApplication.translate(
            "Honesty", "{who} redeemed just below the limit of {other}, times: {count}, together {points}."
        ),
    }
    said = sentences[finding.kind].format(
        who=who,
        member=member,
        count=group_digits(len(finding.records)),
        points=named(finding.points, points_name),
        other=named(finding.other, points_name),
    )
    return said[:1].upper() + said[1:]


def who_words(name: str) -> str:
    """Name the person at the till; several, or one without a name, are somebody."""
    return name or QCoreApplication.translate("Honesty", "somebody at the till")


def member_words(name: str | None, *, known: bool) -> str:
    """Name a member; one who is gone or erased has no name any more."""
    if not known:
        return QCoreApplication.translate("Honesty", "a member who is gone")
    return name or QCoreApplication.translate("Refusals", "customer without a name")


def bill_words(at_ms: int, number: str | None, total_vnd: int, shop: ShopTime) -> str:
    """Say which bill it is: when, how much, and its number."""
    said = number or QCoreApplication.translate("Honesty", "no number")
    return f"{dates.clock(from_ms(at_ms), shop)} · {vnd(total_vnd)} · {said}"
