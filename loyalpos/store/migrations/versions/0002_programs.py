"""The second version: programs of every kind, a catalogue of items, and bills that were moved.

The journal has its old form. Everything new lies in projections, which are made anew from the journal
after the revisions: the catalogue, and the column ``reversal.moved_to``, which files of the first
version have or have not, as they were made late or early.

What a table of the journal or of the till itself gains in this version is added in :func:`upgrade`.
"""

from __future__ import annotations

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change nothing in the journal; see above."""
