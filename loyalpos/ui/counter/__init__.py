"""The cashier's screen: one box, one member, one bill."""
