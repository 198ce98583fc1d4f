"""A shop's day, played through the real windows."""
