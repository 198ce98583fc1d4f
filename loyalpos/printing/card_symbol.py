"""The symbol of a card's code: QR version 1 at level H, worked out whole rows and columns at a time.

A library works module by module and takes 1.7 ms, half of what a card costs; here the symbol is one number
with a bit for each module, 0.1 ms. What stands in the standard (ISO/IEC 18004) by its own names is called so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from msgspec import Struct

__all__ = ["MODULES", "MOST_DIGITS", "dark_rows"]

MODULES: Final = 21

MOST_DIGITS: Final = 17
"""What version 1 holds at level H."""

_STRIDE = MODULES + 1
"""One bit more than a row has, so that no row runs on into the next."""

_DATA_BYTES = 9
_CHECK_BYTES = 17
_FINDER = (0b1111111, 0b1000001, 0b1011101, 0b1011101, 0b1011101, 0b1000001, 0b1111111)
_LEVEL_H = 0b10
_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda row, column: (row + column) % 2,
    lambda row, _column: row % 2,
    lambda _row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)


class _Frame(Struct, frozen=True):
    """What is the same in every symbol: numbers with a bit for each module.

    Attributes:
        fixed: The dark ones of finders and timing.
        places: Of each bit of the message, from its first on.
        masks: What is turned over, for each mask.
        formats: What tells of each mask, and the one module that is always dark.
    """

    fixed: int
    places: tuple[int, ...]
    masks: tuple[int, ...]
    formats: tuple[int, ...]


def dark_rows(digits: str) -> tuple[bytes, ...]:
    """Work out the symbol of a number.

    Args:
        digits: At most :data:`MOST_DIGITS`.

    Returns:
        A row after the other from above, a byte for each module from the left: 1 is dark.

    Raises:
        ValueError: There are more digits than the symbol holds, or others than 0 to 9.
    """
    if len(digits) > MOST_DIGITS or not (digits.isascii() and digits.isdecimal()):
        raise ValueError(f"no symbol of version 1 holds {digits!r}")
    frame = _frame()
    message = _with_checks(_data(digits))
    plain = 0
    for place in frame.places:
        message <<= 1
        if message >> _MESSAGE_BITS & 1:
            plain |= place
    modules = [frame.fixed | plain ^ mask for mask in frame.masks]
    chosen = min(range(len(modules)), key=lambda mask: _lost_points(modules[mask]))
    symbol = modules[chosen] | frame.formats[chosen]
    row = (1 << MODULES) - 1
    return tuple(
        f"{symbol >> _STRIDE * at & row:0{MODULES}b}"[::-1].translate(_TO_BYTES).encode("latin-1")
        for at in range(MODULES)
    )


_MESSAGE_BITS = 8 * (_DATA_BYTES + _CHECK_BYTES)
_TO_BYTES = {ord("0"): 0, ord("1"): 1}


def _bit(row: int, column: int) -> int:
    return 1 << (_STRIDE * row + column)


def _data(digits: str) -> int:
    """Write digits in numeric mode, filled up to what the symbol holds."""
    bits = 0b0001 << 10 | len(digits)
    length = 14
    for at in range(0, len(digits), 3):
        group = digits[at : at + 3]
        width = (4, 7, 10)[len(group) - 1]
        bits = bits << width | int(group)
        length += width
    end = min(4, 8 * _DATA_BYTES - length)
    bits <<= end
    length += end
    bits <<= -length % 8
    for at in range(-(-length // 8), _DATA_BYTES):
        bits = bits << 8 | (0xEC, 0x11)[(at - -(-length // 8)) % 2]
    return bits


def _with_checks(data: int) -> int:
    """Append the Reed–Solomon check bytes."""
    rest = 0
    for byte in data.to_bytes(_DATA_BYTES):
        top = rest >> 8 * (_CHECK_BYTES - 1) ^ byte
        rest = (rest << 8 & (1 << 8 * _CHECK_BYTES) - 1) ^ _check_multiples()[top]
    return data << 8 * _CHECK_BYTES | rest


@cache
def _check_multiples() -> tuple[int, ...]:
    """Give the generator polynomial without its first term, times each byte."""
    powers = [1]
    while len(powers) < 255:
        doubled = powers[-1] << 1
        powers.append(doubled ^ 0x11D if doubled > 255 else doubled)
    logs = {power: at for at, power in enumerate(powers)}

    def times(one: int, other: int) -> int:
        return powers[(logs[one] + logs[other]) % 255] if one and other else 0

    generator = [1]
    for at in range(_CHECK_BYTES):
        raised = [*generator, 0]
        for place, factor in enumerate(generator):
            raised[place + 1] ^= times(factor, powers[at])
        generator = raised
    return tuple(
        int.from_bytes(bytes(times(factor, byte) for factor in generator[1:])) for byte in range(256)
    )


@cache
def _frame() -> _Frame:
    last = MODULES - 1
    fixed = 0
    taken: set[tuple[int, int]] = set()
    for top, left in ((0, 0), (0, MODULES - 7), (MODULES - 7, 0)):
        for row in range(-1, 8):
            for column in range(-1, 8):
                if 0 <= top + row <= last and 0 <= left + column <= last:
                    taken.add((top + row, left + column))
                    if 0 <= row < 7 and 0 <= column < 7 and _FINDER[row] >> column & 1:
                        fixed |= _bit(top + row, left + column)
    for at in range(8, MODULES - 8):
        taken |= {(6, at), (at, 6)}
        if at % 2 == 0:
            fixed |= _bit(6, at) | _bit(at, 6)
    # Twice 15 bits: around the upper left finder, and beside the two others.
    beside = [(at, 8) for at in (0, 1, 2, 3, 4, 5, 7, 8)] + [(8, at) for at in (7, 5, 4, 3, 2, 1, 0)]
    apart = [(8, last - at) for at in range(8)] + [(MODULES - 7 + at, 8) for at in range(7)]
    always = (MODULES - 8, 8)
    taken |= {*beside, *apart, always}
    formats = []
    for mask in range(len(_MASKS)):
        told = _format(mask)
        bits = [at for at in range(15) if told >> at & 1]
        formats.append(sum({_bit(*way[at]) for way in (beside, apart) for at in bits}) + _bit(*always))
    places = [place for place in _way() if place not in taken]
    return _Frame(
        fixed=fixed,
        places=tuple(_bit(*place) for place in places),
        masks=tuple(sum(_bit(*place) for place in places if mask(*place) == 0) for mask in _MASKS),
        formats=tuple(formats),
    )


def _way() -> list[tuple[int, int]]:
    """Walk through all modules as the message lies: two columns at a time, from the right, up and down."""
    way = []
    up = True
    for right in (*range(MODULES - 1, 6, -2), 5, 3, 1):
        rows = range(MODULES - 1, -1, -1) if up else range(MODULES)
        way += [(row, column) for row in rows for column in (right, right - 1)]
        up = not up
    return way


def _format(mask: int) -> int:
    told = _LEVEL_H << 3 | mask
    rest = told << 10
    for at in range(14, 9, -1):
        if rest >> at & 1:
            rest ^= 0b10100110111 << at - 10
    return (told << 10 | rest) ^ 0b101010000010010


def _lost_points(dark: int) -> int:
    """Rate a masked symbol: the fewer points, the easier it is to read.

    The modules that tell of the mask count as light: they are not known before it is chosen.
    """
    whole = _area(MODULES, MODULES)
    light = whole & ~dark
    lost = 0
    same = []
    for step, area in ((1, _area(MODULES, MODULES - 1)), (_STRIDE, _area(MODULES - 1, MODULES))):
        # A module that is like its neighbour; four such in a row are a run of five.
        alike = ~(dark ^ dark >> step) & area
        same.append(alike)
        runs = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
        lost += runs.bit_count() + 2 * (runs & ~(runs >> step)).bit_count()
        windows = _area(MODULES, MODULES - 10) if step == 1 else _area(MODULES - 10, MODULES)
        finder = dark & light >> step & dark >> 2 * step & dark >> 3 * step
        finder &= dark >> 4 * step & light >> 5 * step & dark >> 6 * step
        quiet = light & light >> step & light >> 2 * step & light >> 3 * step
        lost += 40 * (finder & quiet >> 7 * step & windows).bit_count()
        lost += 40 * (quiet & finder >> 4 * step & windows).bit_count()
    across, down = same
    lost += 3 * (across & across >> _STRIDE & down).bit_count()
    share = abs(dark.bit_count() * 100 - 50 * MODULES * MODULES)
    return lost + share // (5 * MODULES * MODULES) * 10


@cache
def _area(rows: int, columns: int) -> int:
    row = (1 << columns) - 1
    return sum(row << _STRIDE * at for at in range(rows))
