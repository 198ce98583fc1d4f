"""Building blocks every screen shares, and the one theme."""
