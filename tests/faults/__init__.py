"""Kills in the middle of the work: what was acknowledged stays, nothing is there by half or twice.

`kill -9` ends the program, not the machine: what reached the kernel stays in its memory. So these kills
show lost, half and doubled acts of the program, and nothing of what `synchronous=FULL` is for; a power cut
does that. Everything repeats from one number; only the moment of the kill within the child is the machine's.
"""
