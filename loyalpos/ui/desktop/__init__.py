"""What the till asks of the desktop: one instance, tray, hotkey, sounds."""
