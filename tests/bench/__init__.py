"""Benchmarks: our figures beside those of a bare counterpart in the same run, none asserted as a test.

``people`` draws the members, ``machine`` names what the figures were seen on, ``bare`` and the files
beside it measure what the machine takes for the least that could do each job.
"""
