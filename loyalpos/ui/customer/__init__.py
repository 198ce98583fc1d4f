"""The customers' screen: what they may see of the counter, on a second monitor; it decides nothing."""
