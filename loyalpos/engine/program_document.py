"""The program as a document: a versioned JSON form that can be exported, kept and read again.

Version 1 held amount rules and four kinds of rewards; every such document is one of version 2 too. Since
version 3 a rule's base inherits, field by field, what it leaves open; before, that was as it usually is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from loyalpos.engine import conditions, occasions, program, rules
from loyalpos.engine.documents import Body, Document, Tagged, strict_forms
from loyalpos.engine.flaws import Flaw
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import REWARD_KINDS

if TYPE_CHECKING:
    from loyalpos.engine.mending import Rest

__all__ = [
    "CONDITION_KINDS",
    "FORMAT",
    "OCCASION_KINDS",
    "REWARD_KINDS",
    "RULE_KINDS",
    "VERSION",
    "Flaw",
    "program_from_json",
    "program_to_json",
    "rest_from_json",
]

FORMAT = "loyalpos.program"
"""Says what the document is; no other value is read."""

VERSION = 3
"""The form written today; it grows when an older reader would misunderstand a document."""

RULE_KINDS: Mapping[type, str] = {
    rules.AmountRule: "amount",
    rules.VisitRule: "visit",
    rules.BandRule: "band",
    rules.ItemRule: "item",
    rules.MultiplierRule: "multiplier",
    rules.BonusRule: "bonus",
    rules.StampRule: "stamp",
    rules.TicketRule: "ticket",
    rules.VoucherRule: "voucher",
}

CONDITION_KINDS: Mapping[type, str] = {
    conditions.Always: "always",
    conditions.EveryOf: "all",
    conditions.OneOf: "any",
    conditions.Not: "not",
    conditions.OnDates: "dates",
    conditions.OnYearDays: "year_days",
    conditions.OnWeekdays: "weekdays",
    conditions.InHours: "hours",
    conditions.OnLunarDays: "lunar_days",
    conditions.NearTet: "tet",
    conditions.NearBirthday: "birthday",
    conditions.InTier: "tier",
    conditions.HasTag: "tag",
    conditions.FirstPurchase: "first_purchase",
    conditions.AwayFor: "away",
    conditions.BillAtLeast: "bill_at_least",
    conditions.HasItem: "item",
    conditions.PaidBy: "tender",
}

OCCASION_KINDS: Mapping[type, str] = {
    occasions.WelcomeGift: "welcome",
    occasions.BirthdayGift: "birthday",
    occasions.AnniversaryGift: "anniversary",
    occasions.Milestone: "milestone",
    occasions.WinBack: "win_back",
    occasions.Streak: "streak",
    occasions.HolidayGift: "holiday",
    occasions.SurveyGift: "survey",
    occasions.Referral: "referral",
}

_USUAL_BASE = {"discount": "after", "tax": "with", "paid": "money"}
_COUNTING = frozenset({"amount", "band"})


def _brought_up(body: Body, version: int) -> Body:
    """Write out what a rule's base left open before it inherited; what is unsound is left to be refused."""
    rules_found = body.get("rules")
    if version >= 3 or not isinstance(rules_found, list):
        return body
    return {**body, "rules": [_with_whole_base(rule) for rule in rules_found]}


def _with_whole_base(rule: object) -> object:
    if not isinstance(rule, dict) or rule.get("kind") not in _COUNTING:
        return rule
    base = rule.get("base")
    return {**rule, "base": {**_USUAL_BASE, **base}} if isinstance(base, dict) else rule


_DOCUMENT = Document(FORMAT, (1, 2, VERSION), _brought_up)

_FORMS = strict_forms(
    (
        Tagged(conditions.Condition, CONDITION_KINDS, conditions.UnknownCondition),
        Tagged(rules.Rule, RULE_KINDS, rules.UnknownRule),
        Tagged(program.Reward, REWARD_KINDS, program.UnknownReward),
        Tagged(occasions.Occasion, OCCASION_KINDS, occasions.UnknownOccasion),
    )
)


def program_to_json(program: Program) -> str:
    """Write a program as a document; the same program gives the same text.

    What has its usual value is left out, so that the text says what the owner has chosen.
    """
    return _DOCUMENT.write(program, _FORMS)


def program_from_json(text: str) -> Program:
    """Read a program from a document, as strictly as it is written.

    Numbers are whole and written without point or exponent, unknown fields are refused. A rule,
    condition, reward or occasion of a kind this version does not know is kept, does nothing, and is
    written again as it was. Whether the program makes sense is another question: see
    :func:`loyalpos.engine.problems.problems_in`.

    Raises:
        DocumentUnsound: The text is no such document; names its flaws and where they stand.
    """
    return _DOCUMENT.read(text, _FORMS, Program)


def rest_from_json(text: str) -> tuple[Program | None, tuple[tuple[str, Flaw], ...], Rest]:
    """Read a program as far as its document goes (see :meth:`Document.read_rest`).

    Raises:
        DocumentUnsound: The text is no such document at all.
    """
    return _DOCUMENT.read_rest(text, _FORMS, Program, ("rules",))
