"""Everything with widgets: the counter, the office, the first start.

Refuses to know the database; decides no rule.
"""
