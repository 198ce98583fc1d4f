"""A receipt printer on paper of bytes: it knows the few commands a raster needs, and refuses any other."""

from __future__ import annotations

from dataclasses import dataclass, field

from loyalpos.printing.raster import Raster


@dataclass
class Paper:
    """What came out: the rows of dots, how large the bands were, how far was fed, how often was cut."""

    width: int = 0
    rows: bytearray = field(default_factory=bytearray)
    bands: list[int] = field(default_factory=list)
    fed: int = 0
    cuts: int = 0
    resets: int = 0

    def raster(self) -> Raster:
        return Raster(self.width, len(self.rows) * 8 // self.width, bytes(self.rows))


def replayed(sent: bytes) -> Paper:
    """Print what was sent."""
    paper = Paper()
    at = 0
    while at < len(sent):
        command = sent[at : at + 2]
        if command == b"\x1b@":
            paper.resets += 1
            at += 2
        elif sent[at : at + 4] == b"\x1dv0\x00":
            across, down = (int.from_bytes(sent[at + off : at + off + 2], "little") for off in (4, 6))
            assert paper.width in (0, across * 8), "bands of one picture are equally wide"
            paper.width = across * 8
            dots = sent[at + 8 : at + 8 + across * down]
            assert len(dots) == across * down, "a band breaks off"
            paper.rows += dots
            paper.bands.append(down)
            at += 8 + across * down
        elif command == b"\x1bd":
            paper.fed += sent[at + 2]
            at += 3
        elif command == b"\x1dV":
            assert sent[at + 2] == 0
            paper.cuts += 1
            at += 3
        else:
            raise AssertionError(f"no command a raster needs: {sent[at : at + 8]!r}")
    return paper
