"""No damage to a shop's file goes unseen."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from loyalpos.errors import FileDamaged, Unavailable
from loyalpos.store.check import check
from loyalpos.store.file import ShopFile
from tests.store.acts import KEY, grow, lefts
from tests.store.closed_file import closed, what_happens


def _verdict(path: Path) -> str:
    try:
        file = ShopFile.open(path, KEY)
    except Unavailable as trouble:
        return type(trouble).__name__
    report = check(file)
    file.close()
    return "found by check" if report.file_problems else "unseen"


def test_one_flipped_bit_anywhere_in_the_file_never_goes_unseen(tmp_path: Path) -> None:
    path = closed(tmp_path, 20)
    good = path.read_bytes()
    draw = Random(11)
    for where in [3, 60, 4000, 4100, *(draw.randrange(len(good)) for _ in range(40))]:
        bad = bytearray(good)
        bad[where] ^= 1 << draw.randrange(8)
        path.write_bytes(bytes(bad))
        # The keys of all pages come from the first 16 bytes: only the witness says that it is the file.
        expected = {"FileDamaged"} if where < 16 else {"FileDamaged", "found by check"}
        assert _verdict(path) in expected, where
    path.write_bytes(good)
    assert what_happens(path) == "opened"


@pytest.mark.parametrize("cut", [1, 100, 4096, 4097, 40_000])
def test_a_file_cut_short_never_goes_unseen(tmp_path: Path, cut: int) -> None:
    path = closed(tmp_path, 20)
    os.truncate(path, path.stat().st_size - cut)
    assert _verdict(path) in {"FileDamaged", "found by check"}


def test_a_page_that_went_bad_while_open_is_said_and_once_mended_read_again(tmp_path: Path) -> None:
    path = closed(tmp_path, 200)
    good = path.read_bytes()
    file = ShopFile.open(path, KEY)
    with path.open("r+b") as raw:
        for page in range(1, len(good) // 4096):
            raw.seek(page * 4096 + 50)
            raw.write(b"damaged")
    with pytest.raises(FileDamaged):
        lefts(file)
    with pytest.raises(FileDamaged):
        grow(file, 201, 201)
    with path.open("r+b") as raw:
        raw.write(good)
    assert len(lefts(file)) == 200
    grow(file, 201, 201)
    assert check(file).is_clean
    file.close()
