"""Faults around the till: what was acknowledged stays, and no wrong point is shown.

* ``kills``: the program is ended in the middle of its work. What reached the kernel stays in its memory, so
  this shows nothing of what ``synchronous=FULL`` is for;
* ``power``: the machine is ended, as far as recorded writes and syncs can tell;
* ``steps``: work of more than one step is killed; ``errors``: a call of the driver fails;
* ``damage``: what lies on the disk is not what was written; ``clock`` and ``places``: the rest around us.

Everything repeats from one number; only moments within a killed child are the machine's.
"""
