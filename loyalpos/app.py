"""The composition root: makes everything and joins it; the one file that knows all rooms."""
