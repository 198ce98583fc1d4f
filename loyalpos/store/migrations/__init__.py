"""One revision for each version of the shop's file: revision ``0002`` brings version 1 to version 2.

A revision changes the journal and the till's own tables only, with Alembic's ``op``; projections are
dropped before and rebuilt after it. Columns that version 1 gave to ``link`` and ``replica`` stay, so
that every version can tell where a file's journal ends.
"""
