"""Everything with widgets: the counter, the office, the first start.

Refuses to know the database; decides no rule.
"""

from loyalpos.ui.unread import leave_sources_unread

# Before anything else is imported.
leave_sources_unread()
