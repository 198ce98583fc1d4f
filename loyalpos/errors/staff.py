"""What the rules say no to about who works at the till."""

from __future__ import annotations

from loyalpos.errors.fates import Refusal

__all__ = ["NotAllowed"]


class NotAllowed(Refusal):
    """The person at the till lacks a right, by its name; somebody who has it may approve."""

    def __init__(self, right: str) -> None:
        super().__init__(right)
        self.right = right
