"""Points, rewards and member cards beside the till of a small shop."""

__version__ = "0.1.0"
