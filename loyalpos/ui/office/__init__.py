"""The owner's screens: members, cards, program, settings, backups."""
