"""The program in a customer's sentences, in Vietnamese and in English at once, whatever the till speaks.

Refuses to know the language of the screens: each text is asked for in the tongue it is meant for.
"""
