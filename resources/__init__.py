"""Fonts, icons, translations and other files of the program."""
