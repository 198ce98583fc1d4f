"""The shop's database file.

Refuses to know any program rule and any clock: a record carries its outcome.
"""

from loyalpos.store.spared import spare_what_sqlalchemy_brings

# Before any part of the room imports SQLAlchemy.
spare_what_sqlalchemy_brings()
