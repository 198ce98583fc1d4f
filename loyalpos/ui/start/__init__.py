"""The first start: a shop set up in under three minutes."""
