"""The few lines with which anyone works out the winners of a lucky draw from its published sheet."""

from __future__ import annotations

from typing import Final

__all__ = ["SCRIPT"]

SCRIPT: Final = """\
# Works out the winners of a lucky draw from its published sheet:  python3 check_draw.py [SHEET.txt]
# Compare the line "commitment" with the one printed before the draw.
import sys
from hashlib import sha256

text = open(sys.argv[1] if sys.argv[1:] else "sheet.txt", encoding="utf-8").read()
listed, _, rest = text.partition("\\ncommitment ")
listed += "\\n"
lines = [line.split(" ", 2) for line in listed.split("\\n")]
said = dict(line.split(" ", 1) for line in ("commitment " + rest).split("\\n") if line)
winners = [line for line in rest.split("\\n") if line.startswith("winner ")]
most_wins = next(int(line[1]) for line in lines if line[0] == "most_wins")
prizes = [int(line[1]) for line in lines if line[0] == "prize"]
holders = [line[1] for line in lines if line[0] == "ticket"]
left = [int(line[2]) for line in lines if line[0] == "ticket"]

seed, list_hash = bytes.fromhex(said["seed"]), sha256(listed.encode()).digest()
right = sha256(seed).hexdigest() == said["commitment"] and list_hash.hex() == said["list"]
right = right and len(seed) == 32 and holders == sorted(set(holders)) and min(left, default=1) > 0

found, wins, n = [], [0] * len(holders), 0
for number, count in enumerate(prizes, 1):
    for _ in range(count):
        total = sum(left)
        if total == 0 or most_wins < 1:
            break
        x = 2**64
        while x >= 2**64 - 2**64 % total:
            x = int.from_bytes(sha256(seed + list_hash + n.to_bytes(8, "big")).digest()[:8], "big")
            n += 1
        x, h = x % total, 0
        while x >= left[h]:
            x, h = x - left[h], h + 1
        wins[h] += 1
        left[h] = 0 if wins[h] == most_wins else left[h] - 1
        found.append(f"winner {number} {holders[h]}")

print("\\n".join(found))
print("The sheet is right." if right and found == winners else "THE SHEET IS WRONG.")
sys.exit(0 if right and found == winners else 1)
"""
"""A program of its own: it reads a sheet and needs nothing of ours, nor any library."""
