"""The fourth version: who works at the till, what members ask for, and what became of erased ones.

The journal has its old form. Everything new lies in projections, which are made anew from the journal
after the revisions.

What a table of the journal or of the till itself gains in this version is added in :func:`upgrade`.
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change nothing in the journal; see above."""
