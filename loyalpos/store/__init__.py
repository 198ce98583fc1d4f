"""The shop's database file.

Refuses to know any program rule and any clock: a record carries its outcome.
"""
