"""Use cases: one public method is one transaction and one word of the shop's speech.

Refuses to know SQL and widgets.
"""
