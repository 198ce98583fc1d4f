"""What the rules say no to about what members want to be done with their particulars."""

from __future__ import annotations

from loyalpos.errors.fates import Refusal

__all__ = ["BirthdayUnwanted", "GuardianMissing", "RequestClosed"]


class BirthdayUnwanted(Refusal):
    """A birthday was to be written down of a member who took that back."""


class GuardianMissing(Refusal):
    """A member is under age, and nobody is named who agreed for them."""


class RequestClosed(Refusal):
    """What was to be done about a request, or a breach, was done before."""
