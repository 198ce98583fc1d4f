"""Building blocks every screen shares, and the one theme.

Refuses to know members, bills and rules: values come in, signals go out.
"""
