"""The till's sentences: values of the engine put into the words of the counter.

Refuses to know widgets and services; asks only the catalogue of the moment.
"""
