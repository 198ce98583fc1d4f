"""Cards and sheets, painted with QtGui.

Refuses to know the database and widgets.
"""
