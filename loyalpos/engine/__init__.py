"""The rules of points as pure functions: values in, values out.

Refuses to know Qt, SQL, the clock, files, randomness and logging.
"""
